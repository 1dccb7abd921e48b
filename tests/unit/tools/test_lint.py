"""``lint``: a bad file for each rule, and no findings about good ones."""

from __future__ import annotations

import json
import os
import re
import shutil
from pathlib import Path

import jsonschema
import lint_page
import polib
import pytest
from babel.messages.plurals import get_plural
from growing import GROWING, HEADERS, grown
from translate.storage.pypo import pofile
from trees import (
    ROOT,
    STUDIO_HEADER,
    Studio,
    edit,
    refusal,
    set_text,
    steps_of,
    template,
    without_a_table,
    write_project,
)

from rv_i18n.cli import main
from rv_i18n.tools.lint import RULES, lint
from rv_i18n.tools.lint.findings import Finding, as_github, as_json, as_text
from rv_i18n.tools.lint.rule import BOTH, DIRECTORY, HEADER, text_rule
from rv_i18n.tools.lint.writing import writing_of
from rv_i18n.tools.po.sync import sync
from rv_i18n.tools.project import load_project, project_for


@pytest.fixture
def studio(studio):
    writing_of.cache_clear()  # what one test has seen of a language is no help to the next
    return studio


def test_the_shipped_catalogues_have_no_errors_though_a_language_may_be_incomplete():
    findings, unreadable = lint(load_project(str(ROOT)))
    assert [each for each in findings if each.severity == "error"] == unreadable == []


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


def test_a_project_without_its_template_or_source_catalogue_is_told(studio):
    studio.template.unlink()
    studio.po("zh_CN").unlink()
    missing = "(file): there is no such file; rv-i18n sync writes it [missing]"
    assert studio.said() == [f"1: template: {missing}", f"1: zh_CN: {missing}"]
    assert studio.lint(ignore=["missing"]) == studio.lint(locales=["ja"]) == ([], [])
    assert studio.run("sync").returncode == 0
    assert [each for each in studio.said() if "missing" in each] == []


def test_a_text_that_readers_see_does_not_repeat_one_that_is_kept_back(studio):
    first, second = polib.pofile(str(studio.ja))[:2]
    set_text(studio.ja, first.msgid, second.msgstr)
    edit(studio.ja, f'msgid "{first.msgid}"', f'#, fuzzy\nmsgid "{first.msgid}"')
    assert studio.found() == {("ja", first.msgid, "fuzzy")}
    edit(studio.ja, f'msgid "{second.msgid}"', f'#, fuzzy\nmsgid "{second.msgid}"')
    edit(studio.ja, f'#, fuzzy\nmsgid "{first.msgid}"', f'msgid "{first.msgid}"')
    assert studio.found() == {("ja", second.msgid, "fuzzy"), ("ja", second.msgid, "reused")}
    assert {each.severity for each in studio.lint()[0]} == {"warning"}


def test_a_missing_entry_is_found_where_it_should_be(studio):
    edit(studio.ja, studio.ja.read_text(encoding="utf-8").split("\n\n")[2] + "\n\n", "")
    assert studio.said() == ["21: ja: SUCCESS: there is no entry for it after this one [missing]"]


def test_of_entries_that_are_missing_in_a_row_each_is_found(studio):
    blocks = studio.ja.read_text(encoding="utf-8").split("\n\n")
    studio.ja.write_bytes("\n\n".join(blocks[:2] + blocks[4:]).encode())
    assert studio.said() == [
        f"21: ja: {symbol}: there is no entry for it after this one [missing]"
        for symbol in ("SUCCESS", "FORBIDDEN")
    ]


def test_an_unknown_entry_is_found(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "NO_SUCH_CODE"\nmsgstr "ない"\n')
    assert studio.said() == ["54: ja: NO_SUCH_CODE: is not the symbolic name of a code [unknown]"]


def test_a_duplicate_entry_is_found_and_the_first_is_named(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write("\n#. 100\n#. The request failed and nobody knows why\n")
        file.write('msgid "FAIL"\nmsgstr "別の失敗"\n')
        file.write("\n#. 100\n#. The request failed and nobody knows why\n")
        file.write('msgid "FAIL"\nmsgstr "また別の失敗"\n')
    assert studio.said() == [
        "56: ja: FAIL: repeats the entry on line 21 [duplicate]",
        "61: ja: FAIL: repeats the entry on line 21 [duplicate]",
    ]


def test_obsolete_entries_are_found(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\n# note\n#~ msgid "GONE"\n#~ msgstr "なし"\n\n#~ msgid "OLD"\n#~ msgstr ""\n')
    assert studio.said() == [
        "55: ja: GONE: is obsolete, so readers do not see it [obsolete]",
        "58: ja: OLD: is obsolete, so readers do not see it [obsolete]",
    ]


def test_fuzzy_and_empty_entries_are_warnings(studio, monkeypatch, capsys):
    edit(studio.ja, "#. 604\n", "#. 604\n#, fuzzy\n")
    edit(studio.ja, "#, fuzzy\n#. The", "#. The")
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    set_text(studio.ja, "FAIL", "")
    assert studio.said() == [
        "21: ja: FAIL: has no text [empty]",
        "37: ja: CODE_WRONG: is marked fuzzy, so readers do not see it [fuzzy]",
    ]
    monkeypatch.chdir(studio.root)
    assert main(["lint"]) == 0
    assert main(["lint", "--strict"]) == 1
    capsys.readouterr()
    assert main(["lint", "--format", "github"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::warning"]


@pytest.mark.parametrize("text", ["コード  が違います", "CODE_WRONG", "失敗しました", "{code}"])
def test_the_text_of_a_fuzzy_entry_is_not_an_error(studio, text):
    set_text(studio.ja, "CODE_WRONG", text)
    (error,) = {finding.severity for finding in studio.lint()[0]}
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    findings, _ = studio.lint()
    assert (error, {finding.severity for finding in findings}) == ("error", {"warning"})
    assert len({finding.rule for finding in findings} - {"fuzzy"}) == 1


@pytest.mark.parametrize(
    ("place", "new_place", "said"), [(7, 1, "21: ja: APIError"), (2, 4, "36: ja: SUCCESS")]
)
def test_as_few_entries_as_explain_it_are_out_of_order(studio, place, new_place, said):
    blocks = studio.ja.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    blocks.insert(new_place, blocks.pop(place))
    studio.ja.write_bytes(("\n\n".join(blocks) + "\n").encode())
    assert studio.said() == [f"{said}: is out of order: entries follow the code numbers [order]"]


def test_stale_comments_are_found(studio):
    edit(studio.ja, "#. The artist may not", "#. The artist must not")
    edit(studio.ja, "#. 100\n", "")
    assert studio.said() == [
        "20: ja: FAIL: has comments that differ from the code list [comments]",
        "30: ja: FORBIDDEN: has comments that differ from the code list [comments]",
    ]


def test_a_context_and_a_plural_that_the_source_has_not_are_found(studio):
    edit(studio.ja, 'msgid "FAIL"', 'msgctxt "menu"\nmsgid "FAIL"')
    edit(studio.ja, 'SS"\nmsgstr ', 'SS"\nmsgid_plural "SUCCESSES"\nmsgstr[0] ')
    assert studio.said() == [
        "22: ja: FAIL: has a context [form]",
        "27: ja: SUCCESS: is a plural, and the source text is no plural [form]",
    ]


NO_PLURAL_FORMS = [
    "nplurals=1; plural=1;",
    "nplurals=1; plural=0X;",
    "nplurals=1; plural=n/0;",
    "nplurals=1; plural=os.system;",
    "nplurals=1; plural=" + "(" * 900 + ";",
    "nplurals=" + "1" * 5000 + "; plural=0;",
    "nplurals=100; plural=0;",
    "nforms=1; plural=0;",
    "nplurals=one; plural=0;",
    "one",
]
NO_DATES = [
    "2026-11-23 12", "2026-00-23 12:00+0000", "2026-13-23 12:00+0000", "2026-11-00 12:00+0000",
    "2026-11-32 12:00+0000", "2026-11-23 24:00+0000", "2026-11-23 12:60+0000", "23.11.2026 12:00",
    "20XX-11-23 12:00+0000",
]  # fmt: skip
KIND = "text/plain; charset=utf-8"
FORMS = "nplurals=1; plural=0;"
UNREADABLE = f"which gettext cannot use; CLDR has {FORMS}"
# A text of a header, its replacement, and what lint says about that.
BAD_HEADERS = [
    *(
        ("ge: ja", f"ge: {tag}", f"11: Language is {tag}, not that of the directory ja [language]")
        for tag in ("ko", "ja_Latn", "!")
    ),
    *(
        (FORMS, forms, f"13: Plural-Forms is {forms}, {UNREADABLE} [plural-forms]")
        for forms in NO_PLURAL_FORMS
    ),
    *(
        (KIND, kind, f"15: Content-Type is {kind}, not text/plain; charset=UTF-8 [charset]")
        for kind in ("text/html", "text/html; charset=utf-8", "text/plain", f"{KIND}; {KIND}")
    ),
    (
        f'"Content-Type: {KIND}\\n"\n',
        "",
        "4: Content-Type is missing, not text/plain; charset=UTF-8 [charset]",
    ),
    ("=utf-8", "=GBK", "15: its charset is GBK, but only UTF-8 is read [charset]"),
    *(
        (
            f"{field}: 2026-11-23 12:00+0000",
            f"{field}: {date}",
            f"{line}: {field} is {date}, not a date such as 2027-01-31 23:59+0000 [header]",
        )
        for date in NO_DATES
        for field, line in (("POT-Creation-Date", 8), ("PO-Revision-Date", 9))
    ),
    ("g: 8bit", "g: 7bit", "16: Content-Transfer-Encoding is 7bit, not 8bit [header]"),
    ("Version: 1.0", "Version: 1.1", "14: MIME-Version is 1.1, not 1.0 [header]"),
    ("#\nmsgid", "#\n#, fuzzy\nmsgid", "5: the header is marked fuzzy [header]"),
]


@pytest.mark.parametrize(("old", "new", "said"), BAD_HEADERS)
def test_a_wrong_header_field_is_found_on_its_line(studio, old, new, said):
    edit(studio.ja, old, new)
    assert studio.said() == [said.replace(": ", ": ja: (header): ", 1)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: 2026-01-01 00:00-1200"),
        ("PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: 2026-12-31 23:59+0000"),
        ("charset=utf-8", "charset=UTF-8"),
        ("charset=utf-8", "charset=utf8"),
        ("Encoding: 8bit", "Encoding: 8BIT"),
        ("nplurals=1; plural=0;", "nplurals = 1 ;plural = 0 ; "),
        ("nplurals=1; plural=0;", "nplurals=10; plural=0;"),
    ],
)
def test_a_header_field_may_be_written_in_any_way_that_means_the_right_one(studio, old, new):
    edit(studio.ja, old, new)
    assert studio.found() == set()


def test_a_date_may_be_absent_or_still_to_come(studio):
    edit(studio.ja, '"POT-Creation-Date: 2026-11-23 12:00+0000\\n"\n', "")
    edit(studio.ja, "PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: "
         "YEAR-MO-DA HO:MI+ZONE")  # fmt: skip
    assert studio.found() == set()


def test_gettext_needs_no_field_but_the_charset(studio):
    text = studio.ja.read_text(encoding="utf-8")
    start, end = text.index('"Project-Id-Version'), text.index("#. 100")
    field = '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    studio.ja.write_text(text[:start] + field + text[end:], encoding="utf-8")
    assert studio.found() == set()


def test_a_missing_header_is_one_finding_and_the_rest_is_still_looked_at(studio):
    text = studio.ja.read_text(encoding="utf-8")
    studio.ja.write_bytes(text[text.index("#. 100") :].encode())
    said = ["1: ja: (header): there is no header, the entry with an empty msgid [header]"]
    assert studio.said() == said
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\n#~ msgid "OLD"\n#~ msgstr ""\n')
    said.append("36: ja: OLD: is obsolete, so readers do not see it [obsolete]")
    assert studio.said() == said


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Language: ja\\n"', '"Language: ja\\n', 11),
        ('"Language: ja\\n"', "<<<<<<< HEAD\n=======\n>>>>>>> theirs", 11),
    ],
)
def test_a_header_with_a_bad_line_is_not_called_incomplete(studio, old, new, line):
    edit(studio.ja, old, new)
    [finding] = studio.lint()[0]
    assert (finding.line, finding.rule) == (line, "syntax")


def test_a_folder_whose_name_is_not_a_language_is_found(studio):
    for name in ("no language", "template", "xyzzy"):
        shutil.copytree(studio.locales / "ja", studio.locales / name)
    assert studio.said() == [
        f"11: {name}: (header): the directory name {name} is not a language [language]"
        for name in ("no language", "template", "xyzzy")
    ]


def test_a_language_may_be_one_that_cldr_has_no_name_for(studio):
    shutil.copytree(studio.locales / "ja", studio.locales / "aae")
    assert [said for said in studio.said() if "is not a language" in said] == []


@pytest.mark.parametrize(
    ("one", "other", "duplicate"),
    [
        ("zh_CN", "zh_Hans", True), ("ja", "JA", True), ("ko", "ko_Kore", True),
        ("ja", "ja_JP", False), ("en", "en_GB", False), ("zh_TW", "zh_HK", False),
        ("en", "en@boldquot", False),
    ],
)  # fmt: skip
def test_two_catalogues_for_one_language_are_found(studio, one, other, duplicate):
    shutil.copytree(studio.locales / one, studio.locales / other)
    first, second = sorted((one, other))
    said = f"is for the same language as {first}; readers see only one [duplicate-language]"
    assert studio.said() == ([f"1: {second}: (file): {said}"] if duplicate else [])
    assert studio.lint(locales=["zh-TW" if one != "zh_TW" else "ko"]) == ([], [])


def test_each_second_catalogue_for_one_language_is_found(studio):
    for other in ("ja_JP", "ja_jp"):
        shutil.copytree(studio.locales / "ja", studio.locales / other)
    shutil.copytree(studio.locales / "ko", studio.locales / "ko_Kore")
    assert studio.found() == {(locale, "", "duplicate-language") for locale in ("ja_jp", "ko_Kore")}


def test_several_domains_of_one_language_are_not_duplicates(studio):
    shutil.copy(studio.ja, studio.ja.with_name("other.po"))
    assert studio.found() == set()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text + "\n",
        lambda text: text[:-1],
        lambda text: text.replace("\n\n", "\n\n\n", 2),
        lambda text: text.replace("\n\n", "\n", 1),
        lambda text: text.replace("#. 100\n", "#.100\n"),
        lambda text: text.replace("#. 100\n", "#. 100 \n"),
        lambda text: text.replace('msgid "FAIL"', 'msgid  "FAIL"'),
        lambda text: text.replace('msgid "FAIL"', ' msgid "FAIL"'),
        lambda text: text.replace('msgstr "失敗しました"', 'msgstr ""\n"失敗しました"'),
        lambda text: text.replace('msgstr "失敗しました"', 'msgstr "失敗"\n"しました"'),
        lambda text: text.replace('msgstr "失敗しました"', 'msgstr "失\\x41敗"'),
        lambda text: text.replace('msgid "FAIL"', '#, fuzzy,x\nmsgid "FAIL"'),
        lambda text: text + "# stray\n",
    ],
)
def test_a_file_that_is_not_in_canonical_form_is_found_and_fixed(studio, spoil):
    studio.ja.write_bytes(spoil(studio.ja.read_bytes().decode()).encode())
    assert {rule for _, _, rule in studio.found()} - {"fuzzy"} == {"canonical"}
    [message] = {each.message for each in studio.lint()[0] if each.rule == "canonical"}
    assert message == "is not written as GNU msgcat and Weblate write it; rv-i18n sync fixes it"
    sync(load_project(str(studio.root)))
    assert {rule for _, _, rule in studio.found()} - {"fuzzy"} == set()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('msgid "FAIL"', "<<<<<<< HEAD", 21),
        ('msgstr "失敗しました"', 'msgstr "失敗しました', 22),
        ('msgstr "失敗しました"', 'msgstr "失"敗"', 22),
        ('msgid "FAIL"', '#| nonsense\nmsgid "FAIL"', 21),
        ('msgid "FAIL"', 'msgid "FAIL"\nmsgid "FAILED"', 22),
        ("#. 200\n", '# note\n#~ msgstr "旧"\n\n#. 200\n', 25),
    ],
)
def test_a_syntax_error_is_found_and_the_rest_is_still_looked_at(studio, old, new, line):
    set_text(studio.ja, "APIError", "Python。")
    set_text(studio.po("ko"), "APIError", "Python.")
    edit(studio.ja, old, new)
    findings, _ = studio.lint()
    assert ("ja", line, "syntax") in {(each.locale, each.line, each.rule) for each in findings}
    assert ("ko", "APIError", "end-stop") in studio.found()
    if "<<<" not in new:
        assert ("ja", "APIError", "end-stop") in studio.found()


def test_every_syntax_error_is_found_and_no_entry_is_called_missing(studio):
    blocks = studio.ja.read_text(encoding="utf-8").split("\n\n")
    blocks[1] = blocks[1].replace("#. The", "The")
    blocks[3] = blocks[3].replace("msgstr", "mgstr")
    studio.ja.write_bytes(("\n\n".join(blocks) + '\n#~ msgid "OLD"\n').encode())
    set_text(studio.ja, "SUCCESS", "成功。")
    findings = [(each.line, each.symbol, each.rule) for each in studio.lint()[0]]
    assert findings == [
        (20, "", "syntax"), (26, "SUCCESS", "end-stop"), (32, "FORBIDDEN", "syntax"),
        (54, "OLD", "syntax"),
    ]  # fmt: skip


def test_a_syntax_error_is_never_silenced(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write("\nstray\n")
    findings, _ = studio.lint()
    assert [each.rule for each in findings] == ["syntax"]
    assert ": ja: (file): " in as_text(findings)


def test_a_file_in_another_charset_is_found(studio):
    studio.ja.write_bytes(studio.ja.read_text(encoding="utf-8").encode("cp932"))
    set_text(studio.po("ko"), "APIError", "Python.")
    assert studio.found() == {("ja", "", "charset"), ("ko", "APIError", "end-stop")}
    assert studio.lint()[0][0].line == 22


def test_the_template_is_looked_at_too(studio):
    edit(studio.template, "#. 100\n", "#. 101\n")
    edit(studio.template, 'msgid "SUCCESS"', 'msgid "SUCCES"')
    assert studio.found() == {
        ("template", "FAIL", "comments"), ("template", "SUCCES", "unknown"),
        ("template", "SUCCESS", "missing"),
    }  # fmt: skip
    entries = studio.template.read_bytes()
    studio.template.write_bytes(b"\xff")
    assert studio.found() == {("template", "", "charset")}
    studio.template.write_bytes(entries + b'\n#~ msgid "A"\n#~ msgstr ""\n')
    assert ("template", "A", "obsolete") in studio.found()


def test_a_template_has_no_findings_about_a_language(studio):
    template = studio.template.read_text(encoding="utf-8")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    studio.template.write_text(header + template.split("\n\n", 1)[1], encoding="utf-8")
    assert studio.found() == set()


def test_what_weblate_changes_in_a_file_is_not_a_fault(studio):
    for locale, language in (("zh_CN", "zh_Hans"), ("en", "en")):
        path = studio.po(locale)
        edit(path, '"Generated-By: Babel 2.18.0\\n"\n', "")
        store = pofile.parsefile(str(path))  # the library that Weblate writes with
        store.findid("FAIL").target = {"zh_CN": "操作失败", "en": "It did not succeed"}[locale]
        plurals = {"zh_CN": "nplurals=1; plural=0;", "en": "nplurals=2; plural=n != 1;"}[locale]
        store.updateheader(
            add=True,
            Language=language,
            Language_Team="A team with a long name that fills its line <https://example.com/team/>",
            Last_Translator="田中 <tanaka@example.com>",
            Plural_Forms=plurals,
            PO_Revision_Date="2027-02-03 04:05+0000",
            X_Generator="Weblate 2026.10",
        )
        store.save()
    assert studio.found() == set()


def silence(studio, **rules):
    lines = (f"{rule.replace('_', '-')} = {names}\n" for rule, names in rules.items())
    with studio.pyproject.open("a", encoding="utf-8") as file:
        file.write("\n[tool.rv-i18n.silenced]\n" + "".join(lines))


def test_a_rule_is_silenced_for_an_entry_in_one_language_or_in_all(studio):
    for locale in ("en", "ko"):
        set_text(studio.po(locale), "FAIL", "It  failed.")
        set_text(studio.po(locale), "SUCCESS", "All is well.")
    silence(studio, end_stop=["FAIL", "ko: SUCCESS"], double_space=["en: FAIL"])
    assert studio.found() == {("en", "SUCCESS", "end-stop"), ("ko", "FAIL", "double-space")}


@pytest.mark.parametrize("rule", ["language", "plural-forms", "header"])
def test_a_rule_about_the_header_is_silenced_alike(studio, rule):
    edit(studio.ja, "Language: ja", "Language: ko")
    edit(studio.ja, "plural=0", "plural=1")
    edit(studio.ja, "MIME-Version: 1.0", "MIME-Version: 1.1")
    silence(studio, **{rule: ["ja: (header)"]})
    assert {name for _, _, name in studio.found()} == {"language", "plural-forms", "header"} - {
        rule
    }


def test_what_is_silenced_must_be_a_rule_that_can_be(studio, capsys, monkeypatch):
    monkeypatch.chdir(studio.root)
    text = studio.pyproject.read_text(encoding="utf-8")
    for rule, said in (
        ("end_stops", "silenced: there is no rule 'end-stops'; did you mean end-stop?"),
        ("syntax", "silenced: syntax cannot be ignored"),
    ):
        silence(studio, **{rule: ["FAIL"]})
        assert main(["lint"]) == 2
        assert said in capsys.readouterr().err
        studio.pyproject.write_text(text, encoding="utf-8")


SPOILT = {  # by rule, the change to the entry FAIL that the rule finds
    "fuzzy": lambda block: block.replace("msgid", "#, fuzzy\nmsgid"),
    "empty": lambda block: block.replace("失敗しました", ""),
    "comments": lambda block: block.replace("#. 100", "#. 99"),
    "canonical": lambda block: block.replace('msgid "FAIL', 'msgid  "FAIL'),
    "unknown": lambda block: block.replace("FAIL", "FAILED"),
}


@pytest.mark.parametrize("rule", SPOILT)
def test_rules_about_the_entry_are_silenced_as_well(studio, rule):
    blocks = studio.ja.read_text(encoding="utf-8").split("\n\n")
    blocks[1] = SPOILT[rule](blocks[1])
    studio.ja.write_bytes("\n\n".join(blocks).encode())
    assert rule in {name for _, _, name in studio.found()}
    silence(studio, **{rule: ["FAIL", "FAILED"]})
    assert rule not in {name for _, _, name in studio.found()}


def test_a_rule_can_be_ignored_by_the_project_or_for_one_run(studio, monkeypatch, capsys):
    set_text(studio.po("en"), "FAIL", "It  failed.")
    monkeypatch.chdir(studio.root)
    assert main(["lint"]) == 1
    assert re.findall(r"\[(.*)\]", capsys.readouterr().out) == ["double-space", "end-stop"]
    assert main(["lint", "--ignore", "end-stop"]) == 1
    assert re.findall(r"\[(.*)\]", capsys.readouterr().out) == ["double-space"]
    assert main(["lint", "--ignore", "end-stop", "--ignore", "double-space"]) == 0
    edit(studio.pyproject, "bugs = ", 'ignore = ["double-space"]\nbugs = ')
    assert main(["lint"]) == 0  # house style is a matter of taste
    assert re.findall(r"\[(.*)\]", capsys.readouterr().out) == ["end-stop"]
    shutil.copytree(studio.locales / "ja", studio.locales / "JA")
    edit(studio.pyproject, '["double-space"]', '["double-space", "duplicate-language"]')
    assert studio.found() == {("en", "FAIL", "end-stop")}


def test_a_rule_that_there_is_not_cannot_be_ignored(studio, monkeypatch, capsys):
    monkeypatch.chdir(studio.root)
    for options, reason in (
        (["--ignore", "end-stops"], "there is no rule 'end-stops'; did you mean end-stop?"),
        (["--ignore", "x"], "--ignore: there is no rule 'x' (see"),
        (["--ignore", "syntax"], "--ignore: syntax cannot be ignored"),
        (["--explain", "end-stops"], "there is no rule 'end-stops'; did you mean end-stop?"),
    ):
        assert main(["lint", *options]) == 2
        assert reason in capsys.readouterr().err
    edit(studio.pyproject, "bugs = ", 'ignore = ["xyzzy"]\nbugs = ')
    assert main(["lint"]) == 2
    reason = "pyproject.toml: [tool.rv-i18n] ignore: there is no rule 'xyzzy'"
    assert reason in capsys.readouterr().err


def test_only_the_source_may_keep_characters_against_the_rules(studio):
    edit(studio.pyproject, "bugs = ", 'kept = {FAIL = "戶", SUCCESS = ",."}\nbugs = ')
    set_text(studio.po("zh_CN"), "FAIL", "用戶")
    set_text(studio.po("zh_CN"), "SUCCESS", "成功,请检查.")
    assert studio.found() == set()
    set_text(studio.ja, "SUCCESS", "成功,確認.")
    set_text(studio.po("zh_CN"), "FORBIDDEN", "非用戶")
    assert studio.found() == {
        ("ja", "SUCCESS", "punctuation"), ("ja", "SUCCESS", "end-stop"),
        ("zh_CN", "FORBIDDEN", "foreign-character"),
    }  # fmt: skip


def test_one_catalogue_or_one_file_can_be_looked_at(studio, monkeypatch, capsys):
    for locale in ("en", "ja", "zh_TW"):
        set_text(studio.po(locale), "FAIL", " ")
    edit(studio.template, "#. 100\n", "#. 101\n")
    monkeypatch.chdir(studio.root)

    def locales_of(*arguments):
        assert main(["lint", *arguments]) == 1
        return {line.split(": ")[1] for line in capsys.readouterr().out.splitlines()}

    assert locales_of() == {"template", "en", "ja", "zh_TW"}
    assert locales_of("-l", "ja") == {"ja"}
    assert locales_of("-l", "zh-TW", "-l", "en") == {"zh_TW", "en"}
    assert locales_of("locales/ja/LC_MESSAGES/my_studio.po") == {"ja"}
    assert locales_of("locales/my_studio.pot", str(studio.po("en"))) == {"template", "en"}
    assert main(["lint", "locales/ko/LC_MESSAGES/my_studio.po"]) == 0
    monkeypatch.chdir(studio.ja.parent)
    assert locales_of("my_studio.po") == {"ja"}


@pytest.mark.parametrize("at", [".", "..", "locales/en"])
def test_one_file_is_judged_by_the_project_that_it_is_in(studio, monkeypatch, capsys, at):
    edit(studio.ja, 'msgid "FAIL"', 'msgid "FAILED"')
    edit(studio.template, 'msgid "FAIL"', 'msgid "FAILED"')
    shutil.copy(studio.template, studio.root)
    edit(studio.pyproject, "bugs = ", 'ignore = ["missing"]\nbugs = ')
    monkeypatch.chdir(studio.root / at)
    for path in (studio.ja, studio.template, studio.root / "my_studio.pot"):
        for name in (str(path), os.path.relpath(path)):
            line, locale = (21, "ja") if path == studio.ja else (20, "template")
            assert main(["lint", name]) == 1
            assert capsys.readouterr().out == (
                f"{name}:{line}: {locale}: FAILED: is not the symbolic name of a code [unknown]\n"
            )


def test_one_file_of_another_domain_is_compared_with_its_template(studio, monkeypatch, capsys):
    monkeypatch.chdir(studio.root)
    name = "locales/ja/LC_MESSAGES/other.po"
    shutil.copy(studio.ja, name)
    shutil.copy(studio.template, "locales/other.pot")
    assert main(["lint", name, "locales/other.pot"]) == 0
    edit(Path("locales/other.pot"), 'msgid "FAIL"', 'msgid "FAILED"')
    assert main(["lint", name]) == 1
    assert capsys.readouterr().out == (
        f"{name}:4: ja: FAILED: there is no entry for it after this one [missing]\n"
        f"{name}:21: ja: FAIL: is not in the template [unknown]\n"
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["-l", "tlh"], "locales: no catalogue for 'tlh'"),
        (["ja.po"], "ja.po: neither <locale>/LC_MESSAGES/<domain>.po nor <domain>.pot"),
        (["no.pot"], f"no.pot: {refusal(os.stat, 'not-there')}"),
        ([""], "LOCALEDIR: it is empty"),
        (["my_studio"], "my_studio: no catalogue <locale>/LC_MESSAGES/<domain>.po in it"),
        (["no/such"], f"no/such: {refusal(os.listdir, 'no/such')}"),
        (["pyproject.toml"], f"pyproject.toml: {refusal(os.listdir, __file__)}"),
    ],
)
def test_what_is_not_there_is_an_error(studio, monkeypatch, capsys, arguments, reason):
    monkeypatch.chdir(studio.root)
    assert main(["lint", *arguments]) == 2
    assert reason in capsys.readouterr().err


@pytest.mark.parametrize("name", ["lint.md", "lint.schema.json"])
def test_the_pages_about_the_rules_are_what_their_script_writes(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert {"lint.md": lint_page.page, "lint.schema.json": lint_page.schema}[name](text) == text


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_each_rule_finds_its_bad_example_and_leaves_the_good_one(tmp_path, rule):
    findings, unreadable = lint(example(tmp_path, rule, rule.bad))
    assert [(each.locale, each.rule) for each in findings] == [(bad_locale(rule), rule.name)]
    assert findings[0].severity == rule.severity
    assert unreadable == []
    assert lint(example(tmp_path, rule, rule.good)) == ([], [])


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.setting])
def test_a_rule_of_house_style_finds_nothing_until_a_project_chooses_it(tmp_path, rule):
    assert lint(example(tmp_path, rule, rule.bad, setting="")) == ([], [])


def example(directory, rule, content, setting=None):
    """A project of FAIL and SUCCESS with an example as the catalogue of the rule's locale."""
    entries, header = BOTH, STUDIO_HEADER
    if rule.about == HEADER:
        field = content.partition(":")[0]
        header = re.sub(f"^{field}:.*\n", lambda _: content, header, flags=re.MULTILINE)
    elif rule in text_rule.all:
        entries = BOTH.replace("It failed", content)
    elif rule.about != DIRECTORY:
        entries = content
    texts = {rule.locale: f"{header}\n{entries}"}
    if rule.about == DIRECTORY:
        texts = dict.fromkeys(content.split(), f"{header}\n{entries}")
    texts.setdefault("en", f"{STUDIO_HEADER}\n{BOTH}")
    shutil.rmtree(directory / "locales", ignore_errors=True)
    project = write_project(
        directory,
        {"FAIL": 100, "SUCCESS": 200},
        {},
        f"[tool.rv-i18n.style]\n{rule.setting if setting is None else setting}\n",
    )
    for locale, text in texts.items():
        path = directory / "locales" / locale / "LC_MESSAGES/studio.po"
        path.parent.mkdir(parents=True)
        plurals = get_plural(locale).plural_forms
        filled = text.replace("{locale}", locale).replace("{plurals}", plurals)
        path.write_bytes(filled.encode())
    (directory / "locales/studio.pot").write_text(
        re.sub('msgstr "[^"]+"', 'msgstr ""', f"{template().partition('#. 100')[0]}{BOTH}"),
        encoding="utf-8",
    )
    return project


def bad_locale(rule):
    """The catalogue in which the bad example of a rule is found."""
    return rule.bad.split()[1] if rule.about == DIRECTORY else rule.locale


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_explains_itself(rule, capsys):
    assert main(["lint", "--explain", rule.name]) == 0
    output = capsys.readouterr().out
    head, *parts, silence, url = output.split("\n\n")
    words = parts[: len(rule.words)]
    assert parts[len(words)].startswith(f"Found in {rule.locale}:\n    ")
    assert re.match(rf"{rule.name}: (error|warning), about (a [^e]\w+|an e\w+)", head)
    assert rule.setting in head
    assert ("only" in head) == rule.of_codes
    assert [" ".join(each.split()) for each in words] == rule.words
    assert " ".join(silence.split()) == (
        "It cannot be silenced."
        if rule.name in ("syntax", "charset")
        else f'To silence it for one entry, write {rule.name} = ["SYMBOL"] or ["LOCALE: SYMBOL"] '
        "into the table [tool.rv-i18n.silenced] of the project's pyproject.toml; for a project, "
        f'put ignore = ["{rule.name}"] into [tool.rv-i18n]; for one run, pass --ignore {rule.name}.'
    )
    assert url == f"https://github.com/renderbus/rv-i18n/blob/main/docs/lint.md#{rule.name}\n"
    assert max(map(len, output.splitlines())) <= 95


def test_the_formats_tell_the_same(studio, capsys, monkeypatch):
    set_text(studio.po("en"), "FAIL", "It  failed")
    set_text(studio.ja, "FAIL", "")
    monkeypatch.chdir(studio.root)
    path = "locales/en/LC_MESSAGES/my_studio.po"
    assert main(["lint", "locales"]) == 1
    ja = "locales/ja/LC_MESSAGES/my_studio.po"
    assert capsys.readouterr().out == (
        f"{path}:21: en: FAIL: has two spaces in a row [double-space]\n"
        f"{ja}:21: ja: FAIL: has no text [empty]\n"
    )
    assert main(["lint", "locales", "--format", "json"]) == 1
    output = capsys.readouterr().out
    assert output.count("\n") == 4  # a line a finding, and one for each bracket
    assert json.loads(output) == [
        {"path": path, "line": 21, "locale": "en", "symbol": "FAIL",
         "message": "has two spaces in a row", "rule": "double-space", "severity": "error"},
        {"path": ja, "line": 21, "locale": "ja", "symbol": "FAIL",
         "message": "has no text", "rule": "empty", "severity": "warning"},
    ]  # fmt: skip
    assert main(["lint", "locales", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        f"::error file={path},line=21,title=rv-i18n double-space::"
        "en: FAIL: has two spaces in a row\n"
        f"::warning file={ja},line=21,title=rv-i18n empty::ja: FAIL: has no text\n"
    )


def test_a_finding_is_escaped_as_github_wants_it():
    finding = Finding("a:b,c%.po", 9, "ja", "A\rB\nC", "100 %: no, text", "empty", "warning")
    assert as_github([finding]) == (
        "::warning file=a%3Ab%2Cc%25.po,line=9,title=rv-i18n empty::"
        "ja: A%0DB%0AC: 100 %25: no, text\n"
    )
    about_a_file = Finding("a.po", 1, "ja", "", "is not closed", "syntax")
    assert as_github([about_a_file]) == (
        "::error file=a.po,line=1,title=rv-i18n syntax::ja: (file): is not closed\n"
    )


def test_the_json_is_that_of_its_schema(studio, capsys, monkeypatch):
    schema = json.loads((ROOT / "docs/lint.schema.json").read_text(encoding="utf-8"))
    set_text(studio.ja, "FAIL", "")
    edit(studio.ja, "Language: ja", "Language: ko")
    monkeypatch.chdir(studio.root)
    main(["lint", "--format", "json"])
    findings = json.loads(capsys.readouterr().out)
    assert len(findings) == 2
    jsonschema.validate(findings, schema)
    assert set(schema["items"]["properties"]["rule"]["enum"]) == set(RULES)


def test_nothing_found_is_nothing_to_read(studio, capsys, monkeypatch):
    monkeypatch.chdir(studio.root)
    assert main(["lint"]) == 0
    assert main(["lint", "--format", "github"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["lint", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_what_no_terminal_should_be_sent_is_made_visible():
    finding = Finding("a\n.po", 9, "ja", "É\x9b2J", "失\u202e", "empty")
    assert as_text([finding]) == "a\\n.po:9: ja: É\\x9b2J: 失\\u202e [empty]\n"
    assert '"symbol": "É' in as_json([finding])


def test_a_catalogue_cannot_forge_a_line_of_the_output(studio, capsys):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "A\\n::error::forged\x9b2J%0A"\nmsgstr "ない"\n')
    for form in ("text", "json", "github"):
        main(["lint", str(studio.locales), "--format", form])
        output = capsys.readouterr().out
        assert "\x9b" not in output or form == "json"
        assert "\n::error::forged" not in output
    assert "%250A" in output


@pytest.fixture
def other(tmp_path):
    return without_a_table(tmp_path)


def findings_of(studio):
    return [(each.symbol, each.rule) for each in lint(project_for(str(studio.locales)))[0]]


def test_another_domain_is_compared_with_its_template(other):
    assert findings_of(other) == []
    edit(other.template, 'msgid "SUCCESS"', 'msgid "THREE"')
    assert set(findings_of(other)) == {("SUCCESS", "unknown"), ("THREE", "missing")}
    edit(other.template, 'msgid "FAIL"\n', "nonsense\n")
    assert findings_of(other) == [("", "syntax")]


def test_a_word_of_another_domain_may_be_the_same_in_two_languages(other):
    set_text(other.ja, "FAIL", "FAIL")
    assert findings_of(other) == []


def test_another_domain_without_a_template_misses_nothing(other):
    other.template.unlink()
    assert findings_of(other) == []
    set_text(other.ja, "FAIL", "失敗 ")
    assert findings_of(other) == [("FAIL", "end-space")]


@pytest.mark.parametrize("kind", [*GROWING, *HEADERS])
@pytest.mark.parametrize("tree", ["studio", "other"])
def test_the_steps_grow_only_in_proportion_to_the_file(tmp_path, tree, kind):
    files = {"studio": Studio, "other": without_a_table}[tree](tmp_path)
    steps = []
    for number in (300, 1200):
        project = grown(files, kind, number)
        lint(project)  # fills the cache about the language, so that neither count includes it
        steps.append(steps_of(lambda project=project: lint(project)))
    assert steps[1] <= 4.5 * steps[0] + 1000


def test_half_width_katakana_are_against_the_habit(studio):
    set_text(studio.ja, "FAIL", "ﾆﾝｼｮｳ")
    assert studio.found() == {("ja", "FAIL", "punctuation")}
