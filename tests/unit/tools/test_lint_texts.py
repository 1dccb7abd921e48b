"""What ``lint`` finds wrong with a text, in languages that it has data for and in others."""

from __future__ import annotations

import shutil

import pytest
from trees import set_text

from rv_i18n.tools.lint.writing import writing_of


@pytest.fixture
def studio(studio):
    writing_of.cache_clear()  # what one test has seen of a language is no help to the next
    return studio


# A text for 604, which is "CODE_WRONG", its language, and the rule that finds it.
BAD_TEXTS = [
    ("en", "CODE_WRONG", "symbol"),
    ("en", "It failed", "reused"),
    ("en", "it FAILED", "reused"),
    ("ja", "失敗しました", "reused"),
    ("en", " The code is wrong", "begin-space"),
    ("ja", "　コードが正しくありません", "begin-space"),
    ("en", "The code is wrong ", "end-space"),
    ("en", "The code is wrong\u00a0", "end-space"),
    ("en", "The code  is wrong", "double-space"),
    ("ko", "코드가 \u00a0잘못되었습니다", "double-space"),
    ("en", "The code is wrong.", "end-stop"),
    ("en", "The code is (wrong.)", "end-stop"),
    ("en", "The code is wrong. ", "end-stop"),
    ("ja", "コードが正しくありません。", "end-stop"),
    ("en", "The code is 'wrong.' )", "end-stop"),
    ("en", "Lue {error.args}", "placeholders"),
    ("en", "Lue {rows[0]}", "placeholders"),
    ("en", "The code {code} is wrong", "placeholders"),
    ("zh_TW", "驗證碼不正確。」", "end-stop"),
    ("zh_CN", "验证码不正确．", "end-stop"),
    ("ko", "코드가 잘못되었습니다.", "end-stop"),
    ("en", "The code\\tis wrong", "invisible"),
    ("en", "The code\\nis wrong", "invisible"),
    ("en", "The code\u0085is wrong", "invisible"),
    ("en", "The co\u200bde is wrong", "invisible"),
    ("en", "The code\u202eis wrong", "invisible"),
    ("en", "The code\u2066 is wrong", "invisible"),
    ("en", "The co\u00adde is wrong", "invisible"),
    ("ja", "コード\ue000が正しくありません", "invisible"),
    ("ja", "コード\ufeffが正しくありません", "invisible"),
    ("ja", "コード\u2028が正しくありません", "invisible"),
    ("ja", "か\u200dコードが正しくありません", "invisible"),
    ("ko", "코드가\u3164잘못되었습니다", "invisible"),
    ("ja", "辻\U000e0100さんのコードが正しくありません", "invisible"),
    ("en", "The co\ufffdde is wrong", "invisible"),
    ("en", "The code\U000e0fff is wrong", "invisible"),
    ("en", "The côde is wrong", "foreign-character"),
    ("en", "The code is “wrong”", "foreign-character"),
    ("ja", "验证码が正しくありません", "foreign-character"),
    ("ja", "コードが正しくありません😀", "foreign-character"),
    ("ja", "코드が正しくありません", "foreign-character"),
    ("zh_CN", "驗證碼錯誤了", "foreign-character"),
    ("zh_CN", "用戶验证码错误", "foreign-character"),
    ("zh_CN", "コード错误", "foreign-character"),
    ("zh_TW", "验证码不正确", "foreign-character"),
    ("zh_TW", "コード錯誤", "foreign-character"),
    ("ko", "認證번호가 잘못되었습니다", "foreign-character"),
    ("ko", "コード가 잘못되었습니다", "foreign-character"),
    ("ko", "код가 잘못되었습니다", "foreign-character"),
    ("ja", "コードが正しくありません,確認してください", "punctuation"),
    ("ja", "コードが正しくありません，確認してください", "punctuation"),
    ("ja", "コード(認証)が正しくありません", "punctuation"),
    ("ja", "コードが正しくありません!", "punctuation"),
    ("ja", "ｺｰﾄﾞ､正しくありません", "punctuation"),
    ("ja", "６０４のコードが正しくありません", "punctuation"),
    ("zh_TW", "驗證碼不正確,請檢查", "punctuation"),
    ("zh_TW", "驗證碼不正確.請檢查", "punctuation"),
    ("zh_CN", "验证码不正确,请检查", "punctuation"),
    ("zh_CN", "请检查json?验证码", "punctuation"),
    ("ko", "코드가 잘못되었으니，확인하십시오", "punctuation"),
    ("ko", "코드（인증）가 잘못되었습니다", "punctuation"),
    ("ko", "코드가　잘못되었습니다", "punctuation"),
    ("en", "The code " + "is not right " * 5 + "at all", "max-length"),
    ("ja", "携帯電話の認証コードが正しくありません" * 2, "max-length"),
]


@pytest.mark.parametrize(("locale", "text", "rule"), BAD_TEXTS)
def test_a_bad_text_is_found(studio, locale, text, rule):
    set_text(studio.po(locale), "CODE_WRONG", text)
    assert (locale, "CODE_WRONG", rule) in studio.found()


SAID = {  # of a text for 604
    ("en", "CODE_WRONG"): "has its symbolic name as its text [symbol]",
    ("en", "IT failed "): "has the text of FAIL [reused]",
    ("en", " The code is wrong"): "begins with a space [begin-space]",
    ("en", "The code is wrong "): "ends with a space [end-space]",
    ("en", "The code  is wrong"): "has two spaces in a row [double-space]",
    ("en", "The code is wrong.)"): "ends with a full stop, '.' [end-stop]",
    ("ja", "コードが違います。"): "ends with a full stop, '。' [end-stop]",
    ("en", "See {error.args}"): (
        "has a field {error.args} that the source text lacks [placeholders]"
    ),
    ("zh_CN", "{error.args}和{a[0]}"): (
        "has {error.args}, which is never filled: a field is a name in braces, such as {file} or "
        "{limit:number} [unfilled]"
    ),
    ("en", "Use {code} {a}"): "has a field {a} that the source text lacks [placeholders]",
    ("en", "The co\u200bde\u200d is wrong"): (
        "has an invisible character, U+200B ZERO WIDTH SPACE [invisible]"
    ),
    ("ja", "コード\ue000が違います"): "has an invisible character, U+E000 [invisible]",
    ("en", "The côdé is wrong"): (
        "has ô U+00F4 LATIN SMALL LETTER O WITH CIRCUMFLEX, which is not in ascii "
        "[foreign-character]"
    ),
    ("zh_CN", "用戶错误"): (
        "has 戶 U+6236 CJK UNIFIED IDEOGRAPH-6236, which is not in gb2312 [foreign-character]"
    ),
    ("ja", "コードが違います,再入力"): (
        "has half-width , in the wrong width for the language [punctuation]"
    ),
    ("ja", "ｺードが違います"): "has half-width ｺ in the wrong width for the language [punctuation]",
    ("ja", "ﾟードが違います"): "has half-width ﾟ in the wrong width for the language [punctuation]",
    ("ja", "コードが｡違う"): "has half-width ｡ in the wrong width for the language [punctuation]",
    ("ja", "Ａのコードが違います"): (
        "has full-width Ａ in the wrong width for the language [punctuation]"
    ),
    ("ja", "コードが違います，再入力"): "has the comma ， of another language [punctuation]",
    ("ko", "코드，확인"): "has full-width ， in the wrong width for the language [punctuation]",
    ("en", "x" * 71): "takes 71 columns; the limit is 70 [max-length]",
    ("ja", "あ" * 36): "takes 72 columns; the limit is 70 [max-length]",
}


@pytest.mark.parametrize(("locale", "text"), SAID)
def test_what_is_wrong_with_a_text_is_said(studio, locale, text):
    set_text(studio.po(locale), "CODE_WRONG", text)
    assert f"36: {locale}: CODE_WRONG: {SAID[locale, text]}" in studio.said()


GOOD_TEXTS = [
    ("en", "Version 1.5 of C++ (64-bit), i.e. the newest: OK?"),
    ("ja", "IPアドレス（IPv4／IPv6）の1,000件、TCP/IP「〜」々"),
    ("ja", "髙橋さん、﨑さん"),
    ("zh_CN", "请检查“网络”（TCP/IP），1,000个…—·"),
    ("zh_CN", "请检查 Mac OS X 的网络"),
    ("zh_CN", "编号为XXXX，请检查"),
    ("zh_TW", "請檢查「網路」（TCP/IP），1,000個…"),
    ("ko", "네트워크(TCP/IP)를 확인하십시오, 1,000개"),
    ("ko", "똠방각하 펲시콜라"),  # syllables that cp949 adds to KS X 1001
    ("en", "x" * 70),
    ("ja", "あ" * 35),
]


@pytest.mark.parametrize(("locale", "text"), GOOD_TEXTS)
def test_a_good_text_is_left_in_peace(studio, locale, text):
    set_text(studio.po(locale), "CODE_WRONG", text)
    assert studio.found() == set()


OTHER_LANGUAGES = [
    ("fr", "Le numéro d’été de l’œuvre est «\u00a0ici\u00a0»\u00a0: ça", ""),
    ("fr", "Le номер est faux", "foreign-character"),
    ("fr", "Le ｺｰﾄﾞ est faux", "foreign-character"),
    ("fr", "Le numéro，est faux", "punctuation"),
    ("fr", "Le co\u200dde est faux", "invisible"),
    ("fr", "Le code ᱠ est faux", "foreign-character"),
    ("sat", "ᱠᱳᱰ ᱵᱷᱩᱞ", ""),
    ("de", "Straße, größer – „ja“ №", ""),
    ("vi", "Số điện thoại đã được đăng ký", ""),
    ("ru", "Неверный номер телефона IP", ""),
    ("ru", "Неверный αριθμός", "foreign-character"),
    ("el", "Ο αριθμός τηλεφώνου", ""),
    ("fa", "نمی\u200cتوان به API پیوست", ""),
    ("fa", "نمی\u202eتوان", "invisible"),
    ("fa", "نمی\u200cتوان \u202eAPI", "invisible"),
    ("he", "קוד שגוי (API\u200f)", ""),
    ("he", "קוד \u2068API\u2069 שגוי", ""),
    ("ar", "رمز \u2067خاطئ\u2069", ""),
    ("nqo", "ߒߞߏ \u2067ߛߓߍ\u2069", ""),
    ("km", "លេខ\u200bកូដ\u200bខុស", ""),
    ("lo", "ລະຫັດ\u200bຜິດ", ""),
    ("my", "ကုဒ်\u200bမှား", ""),
    ("th", "รหัส\u200bผิด", ""),
    ("ru", "Неверный\u2068номер", "invisible"),
    ("ru", "Неверный\u200bномер", "invisible"),
    ("fr", "«\u202fLe code est faux\u202f.\u202f»", "end-stop"),
    ("fr", "«\u00a0Le code “a” est faux\u202f?!\u202f»", ""),
    ("fr", "Voir https://a.example (?) à 12:30 «\u00a0ici\u00a0»", ""),
    ("fr", "Le code est faux; réessayez", "punctuation-spacing"),
    ("fr", "Le code est faux : réessayez", "punctuation-spacing"),
    ("fr", "Le code est-il faux ?", "punctuation-spacing"),
    ("fr", "Le code est faux!", "punctuation-spacing"),
    ("fr", "Le code est-il faux?!", "punctuation-spacing"),
    ("fr", "«Le code\u00a0» est faux", "punctuation-spacing"),
    ("fr", "«\u00a0Le code » est faux", "punctuation-spacing"),
    ("fr_CA", "Le code est faux; réessayez", ""),
    ("fr", "Le code „a” est faux", "unpaired"),
    ("fr", "Le code ß est faux", "foreign-character"),
    ("de", "Der Code „a“, »b« oder «c» ist ungültig", ""),
    ("de", 'Der Code \\"a\\" ist ungültig', ""),
    ("de", "Der Code „a” ist ungültig", "unpaired"),
    ("de", 'Der Code „a\\" ist ungültig', "unpaired"),
    ("de", "Der Code “a” ist ungültig", "unpaired"),
    ("de", "Der Code „»a“« ist ungültig", "unpaired"),
    ("de", "Größe, STRAẞE", ""),
    ("de", "Größe, señor", "foreign-character"),
    ("es", "¿Es válido el código «a»? ¡Revise “b”!", ""),
    ("es", "Es válido el código?", "unpaired"),
    ("es", "¿Es válido el código", "unpaired"),
    ("es_419", "El código no es válido!", "unpaired"),
    ("es", "El código „a“ no es válido", "unpaired"),
    ("es", "El código não é válido", "foreign-character"),
    ("pt_BR", "O código “a” não é válido? «Não»", ""),
    ("pt_BR", "O código „a” não é válido", "unpaired"),
    ("pt_BR", "O código el niño", "foreign-character"),
    ("ru", "Код «a „b“» неверен, СМС-код и IP-адрес, ёж", ""),
    ("ru", "Код “a” неверен", "unpaired"),
    ("ru", "Код „a” неверен", "unpaired"),
    ("ru", "Код є неверен", "foreign-character"),
    ("ru", "Кoд неверен", "foreign-character"),  # the o is Latin
    ("ru", "Неверный aдрес", "foreign-character"),  # and so is the a
    ("vi", "Mã “a” không đúng, ĐÃ ĐĂNG KÝ", ""),
    ("vi", "Ðã đăng ký", "foreign-character"),  # an eth, which is no đ
    ("vi", "Mã «a» không đúng", "unpaired"),
    ("vi", "Mã kho\u0302ng đúng", "nfc"),
    ("id", "Kode “a” tidak valid", ""),
    ("id", "Kode é tidak valid", "foreign-character"),
    ("id", "Kode «a» tidak valid", "unpaired"),
    ("el", "Ο αριθμο\u0301ς", "nfc"),
    ("el", "«Ο αριθμός” „τηλεφώνου;", ""),  # of which nothing is known here
    ("km", "លេខកូដខុស។", "end-stop"),
    ("tlh", "mI' muj", ""),
    ("tlh", "mI'，muj", ""),
    ("tlh", "mI' \U00017000", ""),  # a letter whose name only a newer Python knows
    ("hi", "क्\u200dष कोड गलत है", ""),
    ("ru", "Неверный\u200dномер", "invisible"),
    ("th", "หมายเลขไม่ถูกต้อง", ""),
    ("or", "କୋଡ୍ ଭୁଲ", ""),
    ("zh_HK", "喺度嘅檔案唔啱", ""),
    ("zh_HK", "文件错误", "foreign-character"),
    ("yue", "喺度嘅檔案唔啱", ""),
    ("yue", "檔案,請檢查", "punctuation"),
    ("sr_Latn", "Broj je pogrešan", ""),
    ("sr_Latn", "Број је погрешан", "foreign-character"),
]


@pytest.mark.parametrize(("locale", "text", "rule"), OTHER_LANGUAGES)
def test_a_language_that_was_never_heard_of_here_is_judged_by_its_script(
    studio, locale, text, rule
):
    set_text(studio.start(locale), "CODE_WRONG", text)
    found = {(symbol, name) for _, symbol, name in studio.found(about=f"/{locale}/")}
    texts = {name for symbol, name in found if symbol == "CODE_WRONG"}
    assert texts == ({rule} if rule else set())
    assert {name for symbol, name in found if symbol != "CODE_WRONG"} == {"empty"}


@pytest.mark.parametrize(
    ("locale", "text", "said"),
    [
        ("ru", "Кoд неверен", "has Latin and Cyrillic letters in one word, Кo"),
        ("vi", "kho\u0302ng", "is not in Unicode's composed form, NFC"),
        ("fr", "Faux; réessayez", "has no no-break space before ;"),
        ("fr", "«ici\u00a0»", "has no no-break space after «"),
        ("de", "Code „a”", "has ”, which the language does not use"),
        ("de", "Code a“", "has “ without the mark that opens before it"),
        ("de", "„Code »a«", "lacks “, which closes"),
    ],
)
def test_what_is_wrong_with_the_marks_of_a_language_is_said(studio, locale, text, said):
    set_text(studio.start(locale), "CODE_WRONG", text)
    assert said in [each.message for each in studio.lint()[0]]


def test_a_letter_of_another_script_is_named_as_one(studio):
    set_text(studio.start("fr"), "CODE_WRONG", "Le номер est faux")
    [said] = [each.message for each in studio.lint()[0] if each.rule == "foreign-character"]
    assert said == "has н U+043D CYRILLIC SMALL LETTER EN, a letter of another script"


def test_the_fields_of_a_text_are_those_of_the_source(studio):
    for locale, text in {
        "zh_CN": "{app}的{count}个许可证", "en": "{count} of {app}", "ja": "{app}のライセンス",
        "ko": "라이선스", "zh_TW": "{app}的{count}個{授權} {{}}",
    }.items():  # fmt: skip
        set_text(studio.po(locale), "NO_LICENSE", text)
    messages = {each.locale: each.message for each in studio.lint()[0]}
    assert messages == {
        "ja": "lacks the field {count} of the source text",
        "ko": "lacks the field {app} of the source text",
        "zh_TW": "has a field {授權} that the source text lacks",
    }


def test_without_a_source_text_a_field_may_be_any(studio):
    set_text(studio.po("zh_CN"), "NO_LICENSE", "")
    set_text(studio.po("en"), "NO_LICENSE", "No {app}")
    assert studio.found() == {("zh_CN", "NO_LICENSE", "empty")}
    shutil.rmtree(studio.locales / "zh_CN")
    assert studio.found() == {("zh_CN", "", "missing")}


def test_half_width_katakana_are_against_the_habit(studio):
    set_text(studio.ja, "FAIL", "ﾆﾝｼｮｳ")
    assert studio.found() == {("ja", "FAIL", "punctuation")}
