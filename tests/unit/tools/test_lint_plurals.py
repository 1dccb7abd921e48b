"""``lint`` where texts have plural forms and fields."""

from __future__ import annotations

import time

import pytest
from forms import ENGLISH, FRENCH, POLISH, set_forms, start
from trees import Studio, edit, set_text, write

from rv_i18n.tools.lint import lint
from rv_i18n.tools.lint.field_rules import fields_of
from rv_i18n.tools.po.sync import sync
from rv_i18n.tools.project import load_project, project_for

KLATKI = ["{count} klatka", "{count} klatki", "{count} klatek"]


@pytest.fixture
def studio(tmp_path):
    """A project whose English texts are written first, and where a code has forms everywhere."""
    studio = Studio(tmp_path)
    edit(studio.pyproject, 'source = "zh_CN"', 'source = "en"')
    set_forms(studio.po("en"), "FAIL", ["One frame failed", "{count} frames failed"])
    for locale in ("ja", "ko", "zh_CN", "zh_TW"):
        set_forms(studio.po(locale), "FAIL", ["{count} 失敗" if locale == "ja" else "{count}"])
    for locale, rule in (("pl", POLISH), ("fr", FRENCH)):
        start(studio, locale, rule)
    set_forms(studio.po("pl"), "FAIL", KLATKI)
    set_forms(studio.po("fr"), "FAIL", ["{count} image", "{count} images"])
    sync(load_project(str(studio.root)))
    return studio


def said(studio):
    """What is found of FAIL, by locale."""
    return {
        f"{each.locale}: {each.message} [{each.rule}]"
        for each in studio.lint()[0]
        if each.symbol == "FAIL"
    }


def test_forms_as_they_should_be_are_right(studio):
    assert said(studio) == set()
    edit(studio.po("pl"), "{count} klatka", "Jedna klatka")
    assert said(studio) == set()


OTHER = "is a plural, and the source text is no plural [form]"
NONE = "is no plural, and the source text is a plural [form]"

FAULTS = [
    ("pl", KLATKI[:2], "has 2 forms, and Plural-Forms says 3 [form]"),
    ("pl", [*KLATKI, "x {count}"], "has 4 forms, and Plural-Forms says 3 [form]"),
    ("pl", [*KLATKI[:2], ""], "has no text in msgstr[2], which is for 0, 5, 6, 7, 8 [empty]"),
    ("pl", ["", *KLATKI[1:]], "has no text in msgstr[0], which is for 1 [empty]"),
    ("pl", ["", "", ""], "has no text [empty]"),
    ("pl", ["", ""], "has no text [empty]"),
    ("pl", [*KLATKI[:2], "klatek"], (
        "msgstr[2] lacks the field {count} of the source text [placeholders]")),
    ("pl", [*KLATKI[:2], "{cont} klatek"], (
        "msgstr[2] lacks the field {count} of the source text [placeholders]")),
    ("pl", [*KLATKI[:2], "{count:number} klatek"], (
        "msgstr[2] lacks the field {count} of the source text [placeholders]")),
    ("pl", ["{count} {x} klatka", *KLATKI[1:]], (
        "msgstr[0] has a field {x} that the source text lacks [placeholders]")),
    ("fr", ["Une image", "{count} images"], (
        "msgstr[0] lacks the field {count} of the source text [placeholders]")),
    ("ja", ["失敗"], "msgstr[0] lacks the field {count} of the source text [placeholders]"),
    ("en", ["One frame of {job}", "{count} frames"], (
        "msgstr[1] lacks the field {job} of the other forms [placeholders]")),
    ("en", ["One frame", "Many frames"], (
        "msgstr[1] lacks {count}, and is not for one number alone [placeholders]")),
    ("en", ["One frame at {0}", "{count} frames at {0}"], (
        "has {0}, which is never filled: a field is a name in braces, such as {file} or "
        "{limit:number} [unfilled]")),
    ("pl", [*KLATKI[:2], "{count}  klatek"], "has two spaces in a row [double-space]"),
    ("pl", [*KLATKI[:2], "{count} klatek."], "ends with a full stop, '.' [end-stop]"),
    ("en", ["FAIL", "{count} frames"], "has its symbolic name as its text [symbol]"),
]  # fmt: skip


@pytest.mark.parametrize(("locale", "texts", "fault"), FAULTS)
def test_what_is_wrong_with_a_form_is_said(studio, locale, texts, fault):
    set_forms(studio.po(locale), "FAIL", texts)
    assert f"{locale}: {fault}" in said(studio)
    assert locale == "en" or len(said(studio)) == 1


def test_a_form_that_repeats_the_text_of_another_code_is_found(studio):
    set_forms(studio.po("en"), "FAIL", ["All is well", "{count} frames"])
    assert "SUCCESS" in {
        each.symbol for each in studio.lint()[0] if each.message == "has the text of FAIL"
    }


def test_files_that_disagree_about_a_plural_are_found(studio):
    edit(studio.ja, 'msgid_plural "FAIL"\nmsgstr[0]', "msgstr")
    edit(studio.po("pl"), 'msgid_plural "FAIL"', 'msgid_plural "FAILS"')
    text = studio.template.read_text(encoding="utf-8")
    forms = 'msgid_plural "FAIL"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    studio.template.write_text(text.replace(forms, 'msgstr ""\n'), encoding="utf-8")
    assert said(studio) == {
        f"template: {NONE}",
        f"ja: {NONE}",
        "pl: has the msgid_plural FAILS, not its own name [form]",
    }
    set_forms(studio.po("ko"), "SUCCESS", ["성공"])
    [found] = [each for each in studio.lint(locales=["ko"])[0] if each.symbol == "SUCCESS"]
    assert f"{found.message} [{found.rule}]" == OTHER
    sync(load_project(str(studio.root)))
    assert said(studio) == set()


def test_a_plural_wants_the_rule_of_its_language(studio):
    edit(studio.po("pl"), f"Plural-Forms: {POLISH}", f"Plural-Forms: {ENGLISH}")
    [finding] = [each for each in studio.lint()[0] if each.rule == "plural-forms"]
    assert finding.message.startswith(f"Plural-Forms is {ENGLISH}; CLDR has nplurals=3; ")


@pytest.mark.parametrize(
    "text",
    [
        "{0}", "{}", "{limit:,}", "{ time }", "{x!r}", "{a.b}", "{strict}", "%(count)s", "%s",
        "%1$s", "%d", "{count, plural, one {frame} other {frames}}", "{x:Number}",
    ],
)  # fmt: skip
def test_what_is_never_filled_is_found_in_the_source_text_alone(studio, text):
    for locale in ("en", "ja"):
        set_text(studio.po(locale), "FORBIDDEN", f"{text} {locale}")
    found = {(each.locale, each.rule) for each in studio.lint()[0] if each.symbol == "FORBIDDEN"}
    assert ("en", "unfilled") in found
    assert ("ja", "unfilled") not in found
    assert ("ja", "placeholders") not in found


@pytest.mark.parametrize(
    "text", ["{x}", "{x:number}", "{when:date}", "100% sure", "50%d'or", "%%s"]
)
def test_fields_and_percent_signs_are_right(studio, text):
    for locale in ("en", "ja"):
        set_text(studio.po(locale), "FORBIDDEN", f"{text} {locale}")
    findings = studio.lint(locales=["en", "ja"])[0]
    rules = {each.rule for each in findings if each.symbol == "FORBIDDEN"}
    assert not rules & {"unfilled", "placeholders"}


@pytest.mark.parametrize(
    ("source", "text", "fault"),
    [
        ("%(scene)s is gone", "%(szene)s", "lacks the field %(scene)s of the source text"),
        ("%s is gone", "消えた", "lacks the field %s of the source text"),
        ("It is gone", "%d個消えた", "has a field %d that the source text lacks"),
        ("It is gone", "%d 消えた", "has a field %d that the source text lacks"),
        ("{n, plural, other {x}}", "{m, plural, other {y}}", (
            "lacks the field {n, plural of the source text")),
        ("{file} is gone", "{File}", "lacks the field {file} of the source text"),
        ("{size:number} GB", "{size}", "lacks the field {size:number} of the source text"),
        ("{file} is gone", "{file} {0}", "has a field {0} that the source text lacks"),
    ],
)  # fmt: skip
def test_a_field_that_is_lost_added_or_respelled_is_found(studio, source, text, fault):
    set_text(studio.po("en"), "FORBIDDEN", source)
    set_text(studio.ja, "FORBIDDEN", text)
    assert fault in {each.message for each in studio.lint()[0] if each.locale == "ja"}


@pytest.mark.parametrize(("text", "brace"), [("Sorry {{", "{{"), ("{{sorry}}", "{{"), ("}}", "}}")])
def test_doubled_braces_without_a_field_are_found_in_any_language(studio, text, brace):
    set_text(studio.ja, "FORBIDDEN", text)
    [found] = [each for each in studio.lint()[0] if each.rule == "unfilled"]
    assert (found.locale, found.message) == (
        *("ja", f"has {brace}, which is shown doubled: the text has no field"),
    )
    set_text(studio.ja, "FORBIDDEN", f"{text} {{x}}")
    assert [each for each in studio.lint()[0] if each.rule == "unfilled"] == []


MESSAGES = """
#, python-format
msgid "%(count)s file"
msgid_plural "%(count)s files in %(place)s"
msgstr[0] "Een bestand"
msgstr[1] "%(count)s bestanden in %(place)s"

#, python-format
msgid "%(name)s is gone"
msgstr "%(name)s is weg"

msgid "100%s and 5 %d"
msgstr "100 procent"

msgid "One {x}"
msgid_plural "More"
msgstr[0] "Een {x}"
msgstr[1] "Meer {x}"
"""


def test_messages_that_are_no_codes_share_fields_too(tmp_path):
    path = write(tmp_path, "nl", MESSAGES, domain="django")
    head = '"Content-Type: text/plain; charset=utf-8\\n"\n'
    edit(path, head, head + '"Language: nl\\n"\n"Plural-Forms: nplurals=2; plural=n != 1;\\n"\n')

    def found():
        return [f"{each.message} [{each.rule}]" for each in lint(project_for(str(tmp_path)))[0]]

    assert found() == []
    edit(path, "bestanden in %(place)s", "bestanden in %(plaats)s")
    edit(path, "%(name)s is weg", "%(naam)s is weg")
    edit(path, "Een {x}", "Een {y}")
    assert found() == [
        "msgstr[1] lacks the field %(place)s of the source text [placeholders]",
        "lacks the field %(name)s of the source text [placeholders]",
        "msgstr[0] has a field {y} that the source text lacks [placeholders]",
    ]
    edit(path, "Een bestand", "")
    assert "has no text in msgstr[0], which is for 1 [empty]" in found()


def test_all_that_looks_like_a_field_is_told_apart():
    assert fields_of("{{x}} {a} {b:number} { c } {} %(d)s %(d)s %e") == [
        "{a}", "{b:number}", "{ c }", "{}", "%(d)s",
    ]  # fmt: skip
    assert fields_of("%05d %-8.3f %+x %2$s") == ["%05d", "%-8.3f", "%+x", "%2$s"]


def test_the_zeros_of_what_is_no_field_take_time_in_proportion():
    start = time.process_time()
    assert fields_of("%" + "0" * 50_000) == []
    assert time.process_time() - start < 4
