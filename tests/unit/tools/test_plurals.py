"""Plural-Forms by CLDR, as it was recorded in tests/data/plurals.json, whatever Babel is there."""

from __future__ import annotations

import json

import pytest
from trees import ROOT, Studio, edit

from rv_i18n._engine.tags import parse_tag
from rv_i18n.tools import standards
from rv_i18n.tools.languages import is_language
from rv_i18n.tools.po.plurals import UNSET, forms, is_right, rule_of

CLDR = json.loads((ROOT / "tests/data/plurals.json").read_text(encoding="utf-8"))
GROUPS = [(name, found) for found, names in CLDR["groups"].items() for name in names.split()]
JAPANESE, ENGLISH = "nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);"
RUSSIAN = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)


@pytest.fixture
def studio(tmp_path):
    """A project whose Japanese catalogue is sound."""
    return Studio(tmp_path)


def with_plural(studio, value):
    """The catalogue with a plural entry, and ``value`` as its Plural-Forms."""
    edit(studio.ja, JAPANESE, value)
    edit(studio.ja, 'msgid "FAIL"\nmsgstr', 'msgid "FAIL"\nmsgid_plural "FAIL"\nmsgstr[0]')


def said(studio):
    """What is said of Plural-Forms."""
    return [each.message for each in studio.lint()[0] if each.rule == "plural-forms"]


def test_there_are_rules_for_more_than_two_hundred_languages():
    assert len({name.partition("_")[0] for name, _ in GROUPS}) > 200
    assert f"CLDR {CLDR['cldr']}" in standards.__doc__


@pytest.mark.parametrize(("name", "found"), GROUPS)
def test_a_rule_tells_the_numbers_apart_that_cldr_tells_apart(name, found):
    groups = {}
    rule = forms(rule_of(name))
    numbers = {number: at for at, number in enumerate(CLDR["numbers"])}
    for number, at in numbers.items():
        if number <= 1000:
            groups.setdefault(rule[number], set()).add(found[at])
    assert all(len(each) == 1 for each in groups.values())
    assert len(groups) == len({found[at] for number, at in numbers.items() if number <= 1000})


@pytest.mark.parametrize(
    ("locale", "like"),
    [
        ("pt_BR", "pt"), ("pt-PT", "pt_PT"), ("zh-Hant-HK", "zh"), ("sr_Latn_US", "sr"),
        ("ca_ES@valencia", "ca"), ("iw", "he"), ("zh-cmn-Hans", "zh"), ("en.UTF-8", "en"),
    ],
)  # fmt: skip
def test_a_locale_has_the_rule_of_its_language(locale, like):
    assert rule_of(locale) == rule_of(like) != ""


@pytest.mark.parametrize("locale", ["tlh", "oc", "mi", "sa", "szl", "nonsense!"])
def test_a_language_of_which_cldr_has_no_rule_has_none(locale):
    assert rule_of(locale) == ""


@pytest.mark.parametrize(
    "value",
    [
        "nplurals=7; plural=n%7;", ENGLISH, UNSET, "nplurals = 1 ;plural = 0 ; ",
        "nplurals=10; plural=0;",
    ],
)  # fmt: skip
def test_without_a_plural_any_rule_that_gettext_can_read_is_right(studio, value):
    edit(studio.ja, f"Plural-Forms: {JAPANESE}", f"Plural-Forms: {value}")
    assert said(studio) == []


def test_without_a_plural_the_field_may_be_absent(studio):
    edit(studio.ja, f'"Plural-Forms: {JAPANESE}\\n"\n', "")
    assert studio.found() == set()


def test_with_a_plural_the_rule_is_cldrs(studio):
    with_plural(studio, ENGLISH)
    assert said(studio) == [f"Plural-Forms is {ENGLISH}; CLDR has {JAPANESE}"]
    edit(studio.ja, ENGLISH, "nplurals=1;plural=0")
    assert said(studio) == []
    edit(studio.ja, '"Plural-Forms: nplurals=1;plural=0\\n"\n', "")
    assert said(studio) == [f"Plural-Forms is missing; CLDR has {JAPANESE}"]


def test_where_cldr_has_no_rule_it_is_named_as_none(studio):
    with_plural(studio, ENGLISH)
    path = studio.po("oc")
    path.parent.mkdir(parents=True)
    path.write_text(studio.ja.read_text("utf-8").replace("Language: ja", "Language: oc"), "utf-8")
    studio.po("ja").unlink()
    assert said(studio) == []
    edit(path, ENGLISH, UNSET)
    assert said(studio) == [f"Plural-Forms is {UNSET}, which gettext cannot use; CLDR has none"]


@pytest.mark.parametrize(
    ("locale", "value"),
    [
        ("en_GB", "nplurals=2; plural=n != 1;"),  # as Weblate writes it
        ("fr", "nplurals=2; plural=(n > 1);"),  # CLDR's third form is for millions
        ("es", ENGLISH),
        ("ru", RUSSIAN),
        ("pt_BR", "nplurals=2; plural=n > 1;"),
        ("tlh", "nplurals=7; plural=n%7;"),  # CLDR says nothing
    ],
)
def test_the_notation_does_not_matter(locale, value):
    assert is_right(value, locale)


@pytest.mark.parametrize(
    ("locale", "value"),
    [("en", "nplurals=2; plural=(n > 7);"), ("ru", ENGLISH), ("tlh", "one"), ("ja", "")],
)
def test_what_tells_other_numbers_apart_is_wrong(locale, value):
    assert not is_right(value, locale)


WEBLATES = ["abr", "bci", "ber", "hne", "nod", "son", "swg", "yua"]
PYBABELS = ["hrx", "isv", "mrh", "mww", "suz", "xdq"]


@pytest.mark.parametrize(
    "code", [*WEBLATES, *PYBABELS, "ja", "tlh", "iw", "zh", "cmn", "sh", "qaa", "qtz"]
)
def test_every_code_of_the_iana_registry_is_a_language(code):
    assert is_language(parse_tag(code))


@pytest.mark.parametrize("code", ["template", "xyzzy", "zz", "xx"])
def test_what_the_registry_has_for_no_language_is_none(code):
    assert not is_language(parse_tag(code))
