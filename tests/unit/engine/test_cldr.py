"""The package's CLDR data is that of the installed Babel, and its answers are ICU's."""

from __future__ import annotations

import json

import pytest
from babel.core import get_global
from babel.localedata import locale_identifiers
from trees import ROOT

from rv_i18n import _cldr
from rv_i18n._likely import ancestors, maximize, neighbours, pairs
from rv_i18n._negotiation import Negotiator
from rv_i18n._tags import Tag, parse_tag

MOVED_ON = "CLDR has moved on. Run: pip install -e . PyICU && python scripts/cldr.py"

RECORDED = json.loads((ROOT / "tests/data/icu_answers.json").read_text(encoding="utf-8"))
ICU = RECORDED["answers"]
THREE, FIVE, OTHERS = ICU


def answers(catalogues):
    """The package's answers to everything that ICU was asked."""
    negotiator = Negotiator(dict.fromkeys(catalogues.split(), 0))
    return {asked: next(iter(negotiator.fitting(asked)), "en") for asked in ICU[catalogues]}


def test_the_recorded_answers_are_about_every_locale_of_the_installed_babel():
    for catalogues in ICU:
        assert set(locale_identifiers()) <= set(ICU[catalogues]), MOVED_ON


@pytest.mark.parametrize("catalogues", [THREE, FIVE])
def test_every_locale_of_babel_gets_the_catalogue_that_icu_gives_it(catalogues):
    assert answers(catalogues) == ICU[catalogues], MOVED_ON


def test_other_peoples_catalogues_get_the_language_and_script_that_icu_gives():
    own, icu = answers(OTHERS), ICU[OTHERS]
    regions = {"es_419": "es", "zh_HK": "zh_TW", "pt_PT": "pt_BR"}
    plain = lambda names: {key: regions.get(name, name) for key, name in names.items()}  # noqa: E731
    assert plain(own) == plain(icu), MOVED_ON
    # Of two regions of one language, ICU chooses otherwise only for a reader of a third language.
    different = {asked for asked in own if own[asked] != icu[asked]}
    languages = {asked.partition("_")[0].partition("-")[0] for asked in different}
    assert languages <= {"gn", "qu", "yue", "hak", "wuu", "bo", "za"}, MOVED_ON
    assert len(different) <= 11, MOVED_ON


def wanted_languages():
    """The languages that have locale data, a neighbour, or an alias."""
    near = {key.partition("_")[0] for key in pairs(_cldr.NEIGHBOURS)}
    return {
        *(identifier.partition("_")[0] for identifier in locale_identifiers()),
        *near,
        *(alias.partition("_")[0] for alias in get_global("language_aliases").values()),
    }


def test_the_likely_subtags_are_those_of_babel():
    likely, wanted, aliases = get_global("likely_subtags"), wanted_languages(), aliases_of_babel()
    found, expected = {}, {}
    for key, value in likely.items():
        tag = parse_tag(key)
        if (tag.language in wanted and tag.language not in aliases) or tag.language == "und":
            language, script, region = value.split("_")[:3]
            expected[key] = Tag(language, script, region)
            found[key] = maximize(tag)
    assert found == expected, MOVED_ON
    assert len(found) > 1000


def aliases_of_babel():
    """The codes of languages that stand for another."""
    aliases = get_global("language_aliases")
    return {old: new for old, new in aliases.items() if "_" not in old}


def test_the_aliases_of_languages_are_those_of_babel():
    expected = aliases_of_babel()
    assert pairs(_cldr.LANGUAGES) == expected, MOVED_ON
    for old, new in expected.items():
        stands_for = maximize(parse_tag(new))
        assert maximize(Tag(old)) == stands_for, MOVED_ON


def test_the_aliases_of_regions_are_those_of_babel():
    for old, new in get_global("territory_aliases").items():
        if len(old) == 2 or old.isdigit():
            assert maximize(Tag("en", region=old)).region == new[0], MOVED_ON


def test_the_parents_are_those_of_babel():
    parents = get_global("parent_exceptions")
    expected = {
        child: parent
        for child, parent in parents.items()
        if parent.startswith(child.partition("_")[0] + "_")
    }
    assert pairs(_cldr.PARENTS) == expected, MOVED_ON
    for child, parent in expected.items():
        language, _, region = parent.partition("_")
        maximal = maximize(parse_tag(child))
        named = f"{language}_{maximal.script}_{region.rpartition('_')[2]}"
        assert named in ancestors(maximal)[1:]


def test_a_neighbour_is_a_language_and_a_script():
    assert neighbours("nn", "Latn")[0] == ("nb", "Latn")
    for key, near in pairs(_cldr.NEIGHBOURS).items():
        for each in (key, *near.split(",")):
            language, script = each.split("_")
            assert parse_tag(each) == Tag(language, script)


def test_the_module_says_what_it_was_written_from():
    assert "scripts/cldr.py" in _cldr.__doc__
    assert f"ICU {RECORDED['icu']}" in _cldr.__doc__, MOVED_ON
