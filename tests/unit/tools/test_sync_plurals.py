"""``sync`` and ``stats`` where texts have plural forms: the source catalogue decides."""

from __future__ import annotations

import polib
import pytest
from forms import FRENCH, POLISH, set_forms, start
from trees import Studio, edit

from rv_i18n.cli import main
from rv_i18n.tools.po.pofile import read_sound


@pytest.fixture
def studio(tmp_path, monkeypatch):
    """A project whose English texts are written first, and where a code has two forms."""
    studio = Studio(tmp_path)
    edit(studio.pyproject, 'source = "zh_CN"', 'source = "en"')
    set_forms(studio.po("en"), "FAIL", ["One frame failed", "{count} frames failed"])
    monkeypatch.chdir(tmp_path)
    return studio


def forms(path, symbol="FAIL"):
    """The msgid_plural and the forms of an entry, as polib reads them."""
    entry = polib.pofile(str(path)).find(symbol)
    return entry.msgid_plural, list(entry.msgstr_plural.values())


def test_every_file_gets_the_forms_of_its_language(studio, capsys):
    for locale, rule in (("pl", POLISH), ("ar", "nplurals=6; plural=n < 5 ? n : 5;")):
        start(studio, locale, rule)
    assert main(["sync"]) == 0
    assert forms(studio.template) == ("FAIL", ["", ""])
    assert forms(studio.po("en"))[1] == ["One frame failed", "{count} frames failed"]
    assert forms(studio.po("pl")) == ("FAIL", ["", "", ""])
    assert forms(studio.po("ar")) == ("FAIL", [""] * 6)
    # Where there was one text, it is the form that is shown without a number.
    assert forms(studio.ja) == ("FAIL", ["失敗しました"])
    before = studio.files()
    assert main(["sync"]) == 0
    assert studio.files() == before
    for path in studio.files():
        assert list(read_sound(str(path)).deviations()) == []


def test_a_text_without_forms_becomes_the_general_form(studio):
    edit(studio.ja, "nplurals=1; plural=0;", POLISH)
    assert main(["sync"]) == 0
    assert forms(studio.ja)[1] == ["", "", "失敗しました"]


@pytest.mark.parametrize(
    ("locale", "rule", "before", "after"),
    [
        # CLDR's French has a form for millions, and the rule that most tools write has not.
        ("fr", FRENCH, ["un", "", "des"], ["un", "des"]),
        ("fr", FRENCH, ["un", "de", "des"], ["un", "des", "de"]),
        ("fr", FRENCH, ["un", "des", "des"], ["un", "des"]),
        # English forms, until somebody looked.
        ("pl", POLISH, ["a", "b"], ["a", "", "b"]),
        ("ja", "nplurals=1; plural=0;", ["a", "b"], ["b", "a"]),
        ("pl", POLISH, ["a"], ["", "", "a"]),
        # Nobody knows which rule has so many.
        ("pl", POLISH, ["a", "b", "c", "d"], ["a", "b", "c", "d"]),
        ("pl", POLISH, ["a", "b", "c", ""], ["a", "b", "c"]),
        ("pl", POLISH, ["a", "b", "c", "c"], ["a", "b", "c"]),
        ("tlh", "nplurals=4; plural=n%4;", ["a", "b", "c"], ["a", "b", "c", ""]),
        ("pl", POLISH, ["a", "", "c"], ["a", "", "c"]),
    ],
)  # fmt: skip
def test_the_texts_are_kept_when_a_language_has_another_rule(studio, locale, rule, before, after):
    path = studio.ja if locale == "ja" else start(studio, locale, rule)
    set_forms(path, "FAIL", before)
    assert main(["sync"]) == 0
    assert forms(path) == ("FAIL", after)


@pytest.mark.parametrize(
    ("locale", "rule", "count"),
    [
        ("pl", None, 3), ("pl", "nplurals=INTEGER; plural=EXPRESSION;", 3),
        # No rule can be used, so one is told from the others, as in GNU gettext.
        ("tlh", None, 2), ("tlh", "nplurals=3; plural=n;", 2),
    ],
)  # fmt: skip
def test_without_a_rule_there_are_the_forms_that_look_ups_choose_from(studio, locale, rule, count):
    path = start(studio, locale, rule)
    assert main(["sync"]) == 0
    assert len(forms(path)[1]) == count


def test_where_the_source_has_no_forms_one_text_is_kept(studio, capsys):
    set_forms(studio.po("zh_CN"), "SUCCESS", ["", "成功"])
    set_forms(studio.po("ko"), "SUCCESS", [""])
    assert main(["sync"]) == 0
    assert studio.text("zh_CN", "SUCCESS") == "成功"
    assert studio.text("ko", "SUCCESS") == ""
    set_forms(studio.po("zh_CN"), "SUCCESS", ["一", "二"])
    before = studio.files()
    capsys.readouterr()
    assert main(["sync"]) == 2
    reason = "SUCCESS has forms that differ, and the source text has none: keep one of them"
    assert reason in capsys.readouterr().err
    assert studio.files() == before


def test_a_renamed_plural_keeps_its_forms(studio):
    edit(studio.codes, "FAIL = 100", "FRAMES_FAILED = 100")
    assert main(["sync", "--rename", "FAIL=FRAMES_FAILED"]) == 0
    assert forms(studio.po("en"), "FRAMES_FAILED") == (
        *("FRAMES_FAILED", ["One frame failed", "{count} frames failed"]),
    )


def test_forms_that_would_be_lost_are_named(studio, capsys):
    edit(studio.codes, '    FAIL = 100, "The request failed and nobody knows why"\n', "")
    edit(studio.ja, 'msgid "FAIL"\nmsgstr "失敗しました"', 'msgid "FAIL"\nmsgstr ""')
    assert main(["sync"]) == 2
    assert "FAIL (en, ko, zh_CN, zh_TW)" in capsys.readouterr().err


def test_a_text_on_the_command_line_is_for_no_plural(studio, capsys):
    set_forms(studio.po("en"), "FAIL", ["", ""])
    assert main(["sync", "--text", "FAIL=It failed"]) == 2
    assert "FAIL is a plural: write its forms in this file" in capsys.readouterr().err


def test_fields_that_weblate_knows_have_its_flag(studio):
    for locale in ("en", "ja"):
        edit(studio.po(locale), 'msgid "FORBIDDEN"\nmsgstr "', 'msgid "FORBIDDEN"\nmsgstr "{who} ')
    edit(studio.po("en"), "All is well", "All of {size:number} {unit} are well")
    edit(studio.po("en"), "The code is", "The {{code}} is")
    edit(studio.po("en"), "No license is", "{license} is")
    edit(studio.po("ko"), 'msgid "NO_LICENSE"', '#, no-python-brace-format\nmsgid "NO_LICENSE"')
    edit(studio.ja, 'msgid "NO_LICENSE"', '#, fuzzy\nmsgid "NO_LICENSE"')
    assert main(["sync"]) == 0
    found = {
        locale: {
            entry.msgid: entry.flags
            for entry in polib.pofile(str(studio.po(locale)))
            if entry.flags
        }
        for locale in ("en", "ja", "ko")
    }
    flag = "python-brace-format"
    assert found == {
        "en": {name: [flag] for name in ("FAIL", "FORBIDDEN", "NO_LICENSE")},
        "ja": {"FAIL": [flag], "FORBIDDEN": [flag], "NO_LICENSE": ["fuzzy", flag]},
        "ko": {"FAIL": [flag], "FORBIDDEN": [flag], "NO_LICENSE": [f"no-{flag}"]},
    }
    assert flag not in studio.template.read_text(encoding="utf-8")
    before = studio.files()
    assert main(["sync"]) == 0
    assert studio.files() == before


def test_another_domain_has_the_msgid_plural_of_its_template(tmp_path, monkeypatch):
    studio = Studio(tmp_path)
    studio.pyproject.unlink()
    set_forms(studio.template, "FAIL", ["", ""])
    edit(studio.template, 'msgid_plural "FAIL"', 'msgid_plural "FAILS"')
    assert main(["sync", str(studio.locales)]) == 0
    assert forms(studio.ja) == ("FAILS", ["失敗しました"])


@pytest.mark.parametrize(
    ("texts", "translated"),
    [(["a", "b", "c"], 1), (["a", "", "c"], 0), (["a", "b"], 0), (["", "", ""], 0)],
)
def test_a_plural_is_translated_if_all_its_forms_are(studio, capsys, texts, translated):
    path = start(studio, "pl", POLISH)
    set_forms(path, "FAIL", texts)
    assert main(["stats", "--format", "json"]) == 0
    said = capsys.readouterr().out
    assert f'"locale": "pl", "domain": "my_studio", "translated": {translated}, "fuzzy": 0' in said
    assert '"locale": "en", "domain": "my_studio", "translated": 7, "fuzzy": 0' in said
