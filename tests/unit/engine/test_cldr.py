"""The package gives ICU's answers, as they were recorded, and its data is made as they were."""

from __future__ import annotations

import pytest
from records import ICU, RECORDED

from rv_i18n._engine import cldr
from rv_i18n._engine.distance import distance, neighbours
from rv_i18n._engine.likely import maximize, pairs
from rv_i18n._engine.negotiation import Negotiator
from rv_i18n._engine.tags import Tag, parse_tag

OURS = ("en ja zh_CN", "en ja ko zh_CN zh_TW", "de en es fr id ja ko pt_BR ru vi zh_CN zh_TW")

DIFFERENT = {
    # ICU gives a near language in the reader's region, if it comes before the reader's own.
    ("hr-BA", "bs"): "hr",
    ("gsw-AT", "de_AT"): "gsw",
    ("gsw-DE", "de"): "gsw",
    # Of two folders for one language, ICU gives the first, and we the one that is named.
    ("tl", "fil"): "tl",
    ("he", "iw"): "he",
}
"""By a language that is asked for and ICU's answer, ours; docs/negotiation.md says why."""


def differences(catalogues):
    """The requests that the package answers otherwise, with ICU's answer and ours."""
    names = catalogues.split()
    negotiator = Negotiator(dict.fromkeys(names, 0))
    default = negotiator.default[0] if negotiator.default else "en"
    found = []
    for request, answer in ICU[catalogues].items():
        best = next(iter(negotiator.fitting(request)), None)
        matched = best if answer not in names else best or default
        if matched != (answer if answer in names else None):
            found.append((request, answer, best))
    return found


@pytest.mark.parametrize("catalogues", ICU)
def test_a_request_gets_the_catalogue_that_icu_gives_it(catalogues):
    for request, answer, best in differences(catalogues):
        languages = [part.partition(";")[0].replace("_", "-") for part in request.split(",")]
        expected = {DIFFERENT.get((language, answer)) for language in languages} - {None}
        assert best in expected, request


def test_fewer_than_one_in_a_thousand_differ_and_none_for_our_own_catalogues():
    different = {catalogues: len(differences(catalogues)) for catalogues in ICU}
    assert sum(different.values()) * 1000 < sum(map(len, ICU.values()))
    assert {different[catalogues] for catalogues in OURS} == {0}


def test_a_language_that_decides_alone_gets_the_first_of_all_that_fit():
    for catalogues, requests in ICU.items():
        negotiator = Negotiator(dict.fromkeys(catalogues.split(), 0))
        for request in requests:
            exact = negotiator.exact(request)
            assert exact is None or exact == negotiator.fitting(request)[0], (catalogues, request)


def test_what_is_recorded_is_worth_comparing():
    requests = [request for catalogues in ICU.values() for request in catalogues]
    assert len(ICU) > 17
    assert len(requests) > 25_000
    assert sum("," in request for request in requests) > 10_000
    for catalogues in OURS:
        assert sum("," not in request for request in ICU[catalogues]) > 1_000


def test_an_alias_stands_for_a_language_that_has_none():
    aliases = pairs(cldr.LANGUAGES)
    for old, new in aliases.items():
        language = new.partition("_")[0]
        assert language not in aliases
        assert maximize(Tag(old)) == maximize(parse_tag(new))
        assert maximize(Tag(old)).language == language


def test_an_alias_of_a_region_stands_for_a_region_that_has_none():
    aliases = pairs(cldr.REGIONS)
    for old, new in aliases.items():
        assert new not in aliases
        assert maximize(Tag("en", region=old)) == Tag("en", "Latn", new)


def test_likely_subtags_are_a_script_and_a_region_and_for_und_a_language_too():
    for key, value in pairs(cldr.LIKELY).items():
        likely = parse_tag(value if key.startswith("und") else f"{key.partition('_')[0]}_{value}")
        assert all(likely[:3])
        assert maximize(parse_tag(key)) == likely


def test_a_distance_is_between_a_match_and_no_match():
    for text in (cldr.LANGUAGE_DISTANCES, cldr.SCRIPT_DISTANCES):
        for wanted, listed in pairs(text).items():
            for name, _, far in (each.partition("=") for each in listed.split(",")):
                assert name != wanted
                assert 0 < int(far) < cldr.LIMIT


def test_each_language_with_clusters_has_regions_in_and_outside_them():
    for writing, value in pairs(cldr.CLUSTERS).items():
        inside, partly, preferred = value.split("/")
        assert not {*inside.split(","), preferred} & {*partly.split(",")}
        language, script = writing.split("_")
        one, other = inside.split(",")[:2]
        within = distance(Tag(language, script, one), Tag(language, script, other))
        across = distance(Tag(language, script, one), Tag(language, script, "AQ"))
        assert within < across


def test_the_rules_are_those_of_a_cldr_in_which_russian_is_no_longer_near_to_ukrainian():
    assert neighbours("uk") == []
    assert "nb" in neighbours("nn")
    assert "zh" in neighbours("hnm")


def test_the_module_says_what_it_was_made_from():
    made_from = f"ICU {RECORDED['icu']} and Babel {RECORDED['babel']}"
    assert f"Written by scripts/cldr.py from {made_from}" in cldr.__doc__
