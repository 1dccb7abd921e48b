"""Negotiation answers as ICU's LocaleMatcher does; what ICU cannot be asked follows the RFCs."""

from __future__ import annotations

import json

import pytest
from babel.core import get_global
from babel.localedata import locale_identifiers
from conftest import ROOT

from rv_i18n import locales, negotiate
from rv_i18n._likely import maximize
from rv_i18n._negotiation import SCRIPT_BY_REGION, Negotiator
from rv_i18n._tags import Tag

ICU = json.loads((ROOT / "tests/data/icu_answers.json").read_text(encoding="utf-8"))["answers"]
THREE, FIVE, OTHERS = ICU


@pytest.mark.parametrize("catalogues", [THREE, FIVE])
def test_every_locale_of_babel_gets_the_catalogue_that_icu_gives_it(catalogues):
    negotiator = Negotiator(catalogues.split())
    answers = {asked: negotiator.best(asked) or "en" for asked in ICU[catalogues]}
    assert answers == ICU[catalogues]
    assert set(locale_identifiers()) <= set(answers)


def test_other_peoples_catalogues_get_the_language_and_script_that_icu_gives():
    negotiator = Negotiator(OTHERS.split())
    answers = {asked: negotiator.best(asked) or "en" for asked in ICU[OTHERS]}
    regions = {"es_419": "es", "zh_HK": "zh_TW", "pt_PT": "pt_BR"}
    plain = lambda answers: {key: regions.get(name, name) for key, name in answers.items()}  # noqa: E731
    assert plain(answers) == plain(ICU[OTHERS])
    # Of two regions of one language, ICU chooses otherwise only for a reader of a third language.
    different = [asked for asked in answers if answers[asked] != ICU[OTHERS][asked]]
    assert {asked.partition("_")[0].partition("-")[0] for asked in different} <= {
        *("gn", "qu", "yue", "hak", "wuu", "bo", "za")
    }


@pytest.mark.parametrize(
    ("tag", "catalogue"),
    [
        ("zh-HK", "zh_TW"),
        ("zh-MO", "zh_TW"),
        ("zh-Hant-SG", "zh_TW"),
        ("zh-Hans-TW", "zh_CN"),
        ("zh-SG", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh-158", "zh_TW"),  # the UN's number of Taiwan, which UTS 35 replaces first
        ("nan-TW", "zh_TW"),  # so says the CLDR data of Babel, which is newer than ICU 72's
        ("zh-Zzzz-TW", "zh_TW"),
        ("zh_TW.Big5", "zh_TW"),
        ("zh_HK.UTF-8@stroke", "zh_TW"),
    ],
)
def test_a_reader_of_one_chinese_script_is_never_given_the_other(tag, catalogue):
    assert Negotiator(FIVE.split()).best(tag) == catalogue
    only = "zh_CN" if catalogue == "zh_TW" else "zh_TW"
    assert Negotiator(["en", only]).best(tag) is None


def test_of_han_characters_in_general_the_region_says_which():
    five = Negotiator(FIVE.split())
    assert [five.best(f"zh-Hani-{region}") for region in ("TW", "HK", "SG")] == [
        *("zh_TW", "zh_TW", "zh_CN")
    ]


def test_the_codes_for_what_is_unknown_say_nothing():
    assert maximize(Tag("zh", "Zzzz", "ZZ")) == maximize(Tag("zh")) == ("zh", "Hans", "CN")


def test_a_posix_modifier_names_a_script():
    negotiator = Negotiator(["en", "sr", "sr_Latn"])
    assert negotiator.best("sr_RS@latin") == "sr_Latn"
    assert negotiator.best("sr_RS.UTF-8@cyrillic") == "sr"
    assert negotiator.best("sr_RS@euro") == "sr"


def test_a_region_chooses_among_catalogues_of_one_language():
    negotiator = Negotiator(["de", "en", "en_GB", "zh_HK", "zh_TW"])
    assert [negotiator.best(tag) for tag in ("en-US", "en-AU", "en_GB", "zh-MO", "zh-Hant")] == [
        *("en", "en_GB", "en_GB", "zh_HK", "zh_TW")
    ]
    # In CLDR en_DE comes from en_150, which comes from en_001, as en_GB does.
    assert Negotiator(["en_GB", "en_US"]).best("en-DE") == "en_GB"


def test_the_languages_whose_script_hangs_on_the_region_are_those_of_cldr():
    likely = get_global("likely_subtags")
    known = set()
    for key, value in likely.items():
        language, *rest = key.split("_")
        by_region = language != "und" and len(rest) == 1 and len(rest[0]) in (2, 3)
        if by_region and value.split("_")[1] != likely[language].split("_")[1]:
            known.add(language)
    assert known <= SCRIPT_BY_REGION


@pytest.mark.parametrize(
    ("value", "catalogue"),
    [
        ("ja", "ja"),
        ("ja, en;q=0.8", "ja"),
        ("en;q=0.8, ja", "ja"),
        ("fr;q=0.9, ja;q=0.5", "ja"),
        ("JA ; Q=0.5 , fr", "ja"),
        ("ja;q=0.500,en;q=0.50", "ja"),
        ("ja\t;\tq=1.000", "ja"),
        (", ,ja,", "ja"),
        ("zh-HK, ja;q=0.1", "zh_TW"),
        ("zh-Hant;q=0.2, zh-Hans;q=0.1", "zh_TW"),
        ("zh_TW, en", "zh_TW"),
        ("ja_JP.UTF-8;q=0.1, ko", "ko"),
        # a part that cannot be read is skipped
        ("ja;q=high, ko", "ko"),
        ("ja;q=2, ko;q=0.1", "ko"),
        ("ja;q=0.1234, ko", "ko"),
        ("ja;q=-1, ko", "ko"),
        ("ja;level=1, ko", "ko"),
        ("ja;q=1;q=1, ko", "ko"),
        ("ja;, ko", "ko"),
        ("../etc, ja-?, €, ko", "ko"),
        ("ja\x00, ko", "ko"),
        ("x" * 300 + ", ko", "ko"),
        # a weight of 0 excludes
        ("ja;q=0, ko;q=0.1", "ko"),
        ("ja;q=0", "en"),
        ("ja;q=0.0, ja", "en"),
        ("ja-JP, ja;q=0", "ja"),
        ("ja, ja-JP;q=0", "ja"),
        ("zh;q=0, zh-HK, ko;q=0.1", "zh_TW"),
        ("zh, zh-CN;q=0, ko;q=0.1", "ko"),
        ("zh-TW, zh-TW;q=0, zh;q=0, ko;q=0.1", "ko"),
        ("zh, zh-Hans;q=0, ko;q=0.1", "ko"),
        ("zh-HK;q=0, zh-TW", "zh_TW"),
        ("zh-TW, zh-Hant;q=0, ko;q=0.1", "ko"),
        ("zh-Hant-TW, zh-Hant;q=0, ko;q=0.1", "zh_TW"),
        ("en;q=0, *;q=0, ko;q=0.1", "ko"),
        ("€;q=0, ja", "ja"),
        # "*" is the default
        ("*", "en"),
        ("*, ja", "en"),
        ("fr, *;q=0.5, ja;q=0.1", "en"),
        ("ja;q=0.9, *;q=0.5", "ja"),
        ("*;q=0, ja", "ja"),
    ],
)
def test_accept_language_is_read_by_rfc_9110(value, catalogue):
    assert (Negotiator(FIVE.split()).best(value) or "en") == catalogue


@pytest.mark.parametrize("tag", ["\u212ao", "ja-u\u017f", "ja-\ufb05", "ｊａ", "jа"])
def test_a_letter_that_only_looks_or_folds_like_ascii_names_no_language(tag):
    assert Negotiator(FIVE.split()).best(tag) is None


def test_folders_named_with_a_hyphen_are_catalogues_like_any():
    negotiator = Negotiator(["en", "en-GB", "pt", "pt-BR"])
    asked = ("pt_BR", "pt-br", "pt-PT", "en_AU", "en-US")
    assert [negotiator.best(tag) for tag in asked] == ["pt-BR", "pt-BR", "pt", "en-GB", "en"]


def test_a_catalogue_named_by_language_alone_is_in_its_likely_script():
    assert Negotiator(["en", "zh"]).best("zh-TW") is None
    assert Negotiator(["en", "zh"]).best("zh-SG") == "zh"
    assert Negotiator(["en", "sr"]).best("sr-ME") == "sr"


@pytest.mark.parametrize(("tag", "script"), [("sh", "Latn"), ("cnr", "Latn"), ("sr", "Cyrl")])
def test_an_old_code_brings_the_script_and_region_that_it_stood_for(tag, script):
    assert Negotiator(["en", f"sr_{script}"]).best(tag) == f"sr_{script}"
    assert maximize(Tag(tag)).script == script


def test_only_the_first_hundred_ranges_are_read():
    negotiator = Negotiator(FIVE.split())
    assert negotiator.best("fr," * 99 + "ja") == "ja"
    assert negotiator.best("fr," * 100 + "ja") is None
    assert negotiator.best(("fr",) * 101) is None
    assert negotiator.best("ja," + "fr," * 200) == "ja"
    assert negotiator.best("ja" + "-abcdefgh" * 28 + "-, ko") == "ko"


def test_a_tag_of_255_characters_is_read_and_a_longer_one_is_not():
    negotiator = Negotiator(FIVE.split())
    longest = "ja-x" + "-abcdefgh" * 27 + "-abcdefg"
    assert len(longest) == 255
    for locale in (longest, f"{longest},ko", (longest, "ko")):
        assert negotiator.best(locale) == "ja"
    for locale in (f"{longest}h,ko", (f"{longest}h", "ko")):
        assert negotiator.best(locale) == "ko"


def test_a_region_added_to_a_lone_language_needs_no_cldr():
    negotiator = Negotiator(["en", "ja", "pt", "pt_BR", "zh"])
    for tag, needed in [
        *[("ja", False), ("ja-JP", False), ("en_US.UTF-8", False), ("JA_jp", False)],
        *[("pt-PT", True), ("zh-TW", True), ("ja-Latn", True), ("ja-12", True), ("fr", True)],
    ]:
        negotiator._matcher = None
        negotiator.best(tag)
        assert bool(negotiator._matcher) == needed, tag


@pytest.mark.parametrize("tag", ["C", "POSIX", "C.UTF-8", "*"])
def test_no_language_at_all_ends_a_list_as_in_gettext(tag):
    assert Negotiator(FIVE.split()).best((tag, "ja")) is None
    assert Negotiator(FIVE.split()).best(("ja", tag)) == "ja"


def test_negotiate_gives_the_default_where_nothing_fits():
    assert negotiate("tlh") == negotiate("") == negotiate("../../etc") == "en"
    assert negotiate("tlh", default="ja") == negotiate("*", "ja") == "ja"
    assert negotiate("ja-JP", default="en") == "ja"
    assert negotiate(["fr", "ja"]) == "ja"
    assert {negotiate(name) for name in locales()} == set(locales())


def test_a_folder_that_names_no_language_is_reached_by_its_name_alone():
    negotiator = Negotiator(["en", "templates", "xx_YY"])
    assert negotiator.best("templates") == "templates"
    assert negotiator.best("xx-yy") == "xx_YY"
    assert negotiator.best("de-DE") is None
    assert negotiator.best("templates, fr;q=0") == "templates"
