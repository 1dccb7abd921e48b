"""``lint`` for other people: what is true of any catalogue, and a style to choose."""

from __future__ import annotations

import pytest
from trees import HEADER, Studio, edit, set_text, write

from rv_i18n._engine.errors import CatalogError
from rv_i18n.tools.lint import lint
from rv_i18n.tools.project import project_for, shipped_project


@pytest.fixture
def plain(studio: Studio) -> Studio:
    """A project that has chosen no style."""
    lines = studio.pyproject.read_text(encoding="utf-8").splitlines(keepends=True)
    chosen = [line for line in lines if line.startswith("style.")]
    assert len(chosen) == 5
    edit(studio.pyproject, "".join(chosen), "")
    return studio


def choose(studio: Studio, table: str) -> None:
    with studio.pyproject.open("a", encoding="utf-8") as file:
        file.write(f"\n{table}\n")


TRUE = [
    ("en", "The card’s “limit” is €5…"),
    ("en", "It is 40 °C – or 5 % more, naïve café."),
    ("en", "It failed. " * 9 + "Sorry."),
    ("ja", "コードが正しくありません。"),
    ("ja", "剝がれ、塡補、頰、𠮟る"),  # jōyō kanji that are not in cp932
    ("ja", "髙橋さん（①）"),  # cp932 has them, and JIS X 0213 not the first
    ("ja", "コード(認証)が違います 😀"),
    ("ja", "コード，日付/時刻"),
    ("zh_CN", "日期/时间,格式 — “错误”。"),
    ("zh_TW", "價格～‧€裏"),
    ("ko", "《제목》「장」 코드가 틀렸습니다."),
    ("ko", "認證번호 — 오류"),
    ("de", "Señor “Müller” in São Paulo"),
    ("es", "Continuar?"),
    ("fr", "Réessayez!"),
    ("ru", "URLы и HTTPшный %sключ"),
    ("bn", "\u09af\u09bc, \u09df"),  # one letter in both its forms; NFC takes the second apart
    ("fr", "5 µm, 5 μm, 5 Ω"),
]


@pytest.mark.parametrize(("locale", "text"), TRUE)
def test_what_a_language_allows_is_no_fault_in_a_project_without_a_style(plain, locale, text):
    path = plain.po(locale) if plain.po(locale).exists() else plain.start(locale)
    set_text(path, "CODE_WRONG", text)
    assert [each for each in plain.found() if each[2] != "empty"] == []


FALSE = [
    ("ja", "帐号", ("has 帐 U+5E10 CJK UNIFIED IDEOGRAPH-5E10, which is not in cp932 or "
        "euc_jis_2004")),
    ("zh_CN", "用戶", "has 戶 U+6236 CJK UNIFIED IDEOGRAPH-6236, which is not in gb2312"),
    ("zh_TW", "验证码", "has 验 U+9A8C CJK UNIFIED IDEOGRAPH-9A8C, which is not in cp950"),
    ("zh_HK", "验证码", ("has 验 U+9A8C CJK UNIFIED IDEOGRAPH-9A8C, which is not in "
        "big5hkscs or cp950")),
    ("ko", "验", "has 验 U+9A8C CJK UNIFIED IDEOGRAPH-9A8C, which is not in cp949"),
    ("zh_CN", "コード", "has コ U+30B3 KATAKANA LETTER KO, a letter of another script"),
    ("fr", "Le номер", "has н U+043D CYRILLIC SMALL LETTER EN, a letter of another script"),
    ("ru", "Кoд", "has Latin and Cyrillic letters in one word, Кo"),
    ("ru", "aдрес", "has Latin and Cyrillic letters in one word, aд"),
    ("fr", "Le code，", "has full-width ， in the wrong width for the language"),
    ("fr", "Le 【code】", "has full-width 【 in the wrong width for the language"),
    ("ko", "코드，", "has full-width ， in the wrong width for the language"),
    ("bn", "\u09c7\u09be", "is not in Unicode's composed form, NFC"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "text", "message"), FALSE)
def test_what_no_reader_of_a_language_writes_is_a_fault_in_any_project(
    plain, locale, text, message
):
    path = plain.po(locale) if plain.po(locale).exists() else plain.start(locale)
    set_text(path, "CODE_WRONG", text)
    assert [each.message for each in plain.lint()[0] if each.rule != "empty"] == [message]


CHARSETS = {"cp932": "帐", "euc_jis_2004": "帐", "gb2312": "戶", "cp950": "验", "cp949": "验"}


@pytest.mark.parametrize(("charset", "char"), CHARSETS.items())
def test_python_says_the_same_about_the_charsets(charset, char):
    with pytest.raises(UnicodeEncodeError):
        char.encode(charset)
    assert "戶".encode("gbk")
    assert "～‧€裏".encode("cp950")


def test_each_key_of_the_style_is_checked_by_itself(plain):
    set_text(plain.po("en"), "FAIL", "The “request” that you sent to us failed, and nobody here "
             "knows the reason.")  # fmt: skip
    assert plain.found() == set()
    choose(plain, "[tool.rv-i18n.style]\nmax-length = 72")
    [finding] = plain.lint()[0]
    assert finding.message == "takes 75 columns; the limit is 72"
    edit(plain.pyproject, "max-length = 72", "end-stop = false")
    assert plain.found() == {("en", "FAIL", "end-stop")}
    edit(plain.pyproject, "end-stop = false", 'characters = "cp437"')
    assert ("en", "FAIL", "foreign-character") in plain.found()
    assert "has “ U+201C LEFT DOUBLE QUOTATION MARK, which is not in cp437" in [
        each.message for each in plain.lint()[0]
    ]


def test_a_charset_decides_alone_which_characters_a_language_has(plain):
    set_text(plain.po("en"), "FAIL", "Код „ä“ неверен")
    choose(plain, '[tool.rv-i18n.style.en]\ncharacters = "utf-8"')
    assert plain.found() == set()
    edit(plain.pyproject, '"utf-8"', '"cp1251"')
    [finding] = plain.lint()[0]
    assert finding.message.startswith("has ä U+00E4 ")


@pytest.mark.parametrize(
    ("tables", "limited"),
    [
        ("[tool.rv-i18n.style]\nmax-length = 9", {"en", "en_GB", "ja", "ko", "zh_TW", "zh_HK"}),
        ("[tool.rv-i18n.style.en]\nmax-length = 9", {"en", "en_GB"}),
        ("[tool.rv-i18n.style.en-GB]\nmax-length = 9", {"en_GB"}),
        ("[tool.rv-i18n.style.zh]\nmax-length = 9", {"zh_TW", "zh_HK"}),
        ("[tool.rv-i18n.style.zh_Hans]\nmax-length = 9", set()),
        ("[tool.rv-i18n.style.zh_Hant]\nmax-length = 9", {"zh_TW", "zh_HK"}),
        ("[tool.rv-i18n.style.zh_HK]\nmax-length = 9", {"zh_HK"}),
        (
            (
                "[tool.rv-i18n.style]\nmax-length = 9\nen = {max-length = 0}\n"
                "zh-Hant-HK = {max-length = 99}\nzh = {max-length = 8}"
            ),
            {"ja", "ko", "zh_TW"},
        ),
        ("[tool.rv-i18n.style]\nen_GB = {max-length = 9}\nen = {max-length = 99}", {"en_GB"}),
    ],
)
def test_the_table_of_a_language_is_for_the_catalogues_that_it_covers(plain, tables, limited):
    choose(plain, tables)
    for locale, text in {
        "en": "It failed here", "en_GB": "It failed here", "zh_TW": "驗證碼錯誤了",
        "zh_HK": "驗證碼錯誤了",
    }.items():  # fmt: skip
        path = plain.po(locale) if plain.po(locale).exists() else plain.start(locale)
        set_text(path, "FAIL", text)
    found = {
        each.locale
        for each in plain.lint()[0]
        if each.rule == "max-length" and each.symbol == "FAIL"
    }
    assert found == limited


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("style = 70", "[tool.rv-i18n] style: a table such as {max-length = 70} is expected"),
        ("style = {max_length = 70}", ("[tool.rv-i18n.style] has an unknown key 'max_length'; "
            "did you mean max-length?")),
        ("style = {x = 70}", ("[tool.rv-i18n.style] has an unknown key 'x': the keys are "
            "max-length, end-stop, characters, punctuation")),
        ("style = {en = {max-len = 70}}", ("[tool.rv-i18n.style.en] has an unknown key 'max-len'; "
            "did you mean max-length?")),
        ("style = {xyzzy = {max-length = 70}}", ("[tool.rv-i18n.style.xyzzy]: 'xyzzy' is not a "
            "language")),
        *(
            (f"style = {{max-length = {value}}}", ("[tool.rv-i18n.style] max-length: a number of "
             "columns such as 70, or 0 for no limit, is expected"))
            for value in ("true", "-1", '"70"', "70.0")
        ),
        ('style = {end-stop = "no"}', ("[tool.rv-i18n.style] end-stop: false for no full stop at "
            "the end of a text, or true is expected")),
        *(
            (f"style = {{en = {{characters = {value}}}}}", ("[tool.rv-i18n.style.en] characters: "
             '"script", "language" or a charset such as "ascii" is expected'))
            for value in ('"latn"', '"base64"', '""', "1", '["ascii"]', '"a\\u0000"')
        ),
        ("style = {punctuation = true}", ('[tool.rv-i18n.style] punctuation: "any" or "language" '
            "is expected")),
    ],
)  # fmt: skip
def test_a_fault_in_the_style_is_named(plain, table, reason):
    edit(plain.pyproject, "bugs = ", f"{table}\nbugs = ")
    with pytest.raises(CatalogError) as caught:
        plain.lint()
    assert (caught.value.path, caught.value.reason) == (str(plain.pyproject), reason)


MESSAGES = r"""
#, fuzzy
#~ msgid "Old one"
#~ msgstr "Oud"

msgid "You have to sign in."
msgstr "U moet zich aanmelden."

msgctxt "menu"
msgid "Open"
msgstr "Openen"

msgid "Open"
msgstr "Openen"

#, python-format
msgid "%(count)d file "
msgid_plural "%(count)d files "
msgstr[0] "%(count)d bestand "
msgstr[1] "%(count)d bestanden "

msgid ""
"  Two lines,\n"
"and  more\n"
msgstr ""
"  Twee regels,\n"
"en  meer\n"

msgid "{count} of {total}"
msgstr "{total}, {count}"

msgid "URL"
msgstr "URL"

msgid "A {name.first} or {0} and {x!r}"
msgstr "Een {name.first} of {0} en {x!r}"

msgid "日本語"
msgstr "Japans (日本語)"
"""


@pytest.fixture
def messages(tmp_path):
    """A Dutch catalogue of messages, in a directory that no project covers."""
    path = write(tmp_path, "nl", MESSAGES, domain="django")
    head = '"Content-Type: text/plain; charset=utf-8\\n"\n'
    edit(path, head, head + '"Language: nl\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')
    return path


def said(path, root=None):
    findings, unreadable = lint(project_for(str(root or path.parents[2])))
    assert unreadable == []
    return [f"{each.symbol}: {each.message} [{each.rule}]" for each in findings]


def test_messages_that_no_project_covers_are_not_judged_as_codes(messages):
    assert said(messages) == []


def test_what_is_wrong_with_messages_that_are_no_codes_is_found(messages):
    edit(messages, "U moet zich aanmelden.", "U moet  zich aanmelden. ")
    edit(messages, "{total}, {count}", "{total}")
    edit(messages, '"URL"\n\nmsgid "A', '"UR\u200bL"\n\nmsgid "A')
    edit(messages, '\nmsgid "URL"', '\n#, fuzzy\nmsgid "URL"')
    edit(messages, '\nmsgid "Open"\nmsgstr "Openen"\n\n#', '\nmsgid "Open"\nmsgstr ""\n\n#')
    with messages.open("a", encoding="utf-8") as file:
        file.write('\nmsgctxt "menu"\nmsgid "Open"\nmsgstr "Nog eens"\n')
    assert sorted(said(messages)) == [
        "Open: has no text [empty]",
        "Open: repeats the entry on line 15 [duplicate]",
        "URL: has an invisible character, U+200B ZERO WIDTH SPACE [invisible]",
        "URL: is marked fuzzy, so readers do not see it [fuzzy]",
        "You have to sign in.: ends with a space [end-space]",
        "You have to sign in.: has two spaces in a row [double-space]",
        "{count} of {total}: lacks the field {count} of the source text [placeholders]",
    ]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('"Language: nl\\n"\n', "", ""),
        ("n != 1", "n +", ("Plural-Forms is nplurals=2; plural=n +;, which gettext cannot use; "
            "CLDR has nplurals=2; plural=(n != 1); [plural-forms]")),
        ("n != 1", "n > 1", ""),
        ('"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n', "", ("Plural-Forms is missing; CLDR "
            "has nplurals=2; plural=(n != 1); [plural-forms]")),
        ('"Language: nl\\n"', '"Language: nl\\n"\n"MIME-Version: 2\\n"', ("MIME-Version is 2, not "
            "1.0 [header]")),
        ('"Language: nl\\n"', '"Language: nl\\n"\n"PO-Revision-Date: now\\n"', ("PO-Revision-Date "
            "is now, not a date such as 2027-01-31 23:59+0000 [header]")),
    ],
)  # fmt: skip
def test_the_header_of_messages_that_are_no_codes_is_judged_by_what_it_says(
    messages, old, new, expected
):
    edit(messages, old, new)
    assert said(messages) == ([f": {expected}"] if expected else [])


def test_the_template_of_messages_that_are_no_codes_says_which_there_are(messages):
    template = messages.parents[2] / "django.pot"
    entries = 'msgctxt "menu"\nmsgid "Open"\nmsgstr ""\n\nmsgctxt "door"\nmsgid "Open"\nmsgstr ""\n'
    template.write_text(f"{HEADER}\n{entries}", encoding="utf-8")
    found = said(messages)
    assert "Open: there is no entry for it after this one [missing]" in found
    assert found.count("Open: is not in the template [unknown]") == 1
    assert "You have to sign in.: is not in the template [unknown]" in found


def test_the_style_is_for_all_catalogues_in_the_directory_of_the_project(
    messages, plain, monkeypatch
):
    choose(plain, "[tool.rv-i18n.style]\nend-stop = false\nmax-length = 5")
    edit(messages, "You have to sign in.", "Sign")
    inside = write(plain.root / "vendor", "nl", domain="django")
    inside.write_bytes(messages.read_bytes())
    found = said(inside)
    assert "Sign: ends with a full stop, '.' [end-stop]" in found
    assert "Open: takes 6 columns; the limit is 5 [max-length]" in found
    outside = write(plain.root.parent / f"{plain.root.name}-elsewhere", "nl", domain="django")
    outside.write_bytes(messages.read_bytes())
    monkeypatch.chdir(plain.root)
    assert said(outside) == []


def test_the_shipped_codes_are_judged_without_a_style(tmp_path):
    project = shipped_project()
    assert project.style == {}
    [kept] = [each for each in lint(project)[0] if each.severity == "error"]
    assert (kept.symbol, kept.rule) == ("ACCOUNT_UNIONID_PHONE", "foreign-character")
