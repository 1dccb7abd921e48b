"""Which catalogues match: as in ICU's LocaleMatcher, and beyond that as in the RFCs.

``test_cldr.py`` compares with ICU's own answers to thousands of requests.
"""

from __future__ import annotations

import pytest
from trees import Colour, catalog_for, write

import rv_i18n
from rv_i18n._engine.negotiation import Negotiator

FIVE = "en ja ko zh_CN zh_TW"


def best(catalogues, locale):
    """The best of some catalogues, or ``None``."""
    return next(iter(ranked(catalogues, locale)), None)


def ranked(catalogues, locale):
    """All that match, best first."""
    return Negotiator(dict.fromkeys(catalogues.split(), 0)).fitting(locale)


@pytest.mark.parametrize(
    ("tag", "catalogue"),
    [
        ("zh-HK", "zh_TW"),
        ("zh-MO", "zh_TW"),
        ("zh-Hant-SG", "zh_TW"),
        ("zh-Hans-TW", "zh_CN"),
        ("zh-SG", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh-158", "zh_TW"),  # the UN's number for Taiwan, which UTS 35 replaces first
        ("nan-TW", "zh_TW"),
        ("nan-MO", "zh_TW"),
        ("lzh", "zh_TW"),
        ("zh-Zzzz-TW", "zh_TW"),
        ("zh_TW.Big5", "zh_TW"),
        ("zh_HK.UTF-8@stroke", "zh_TW"),
    ],
)
def test_a_reader_of_one_chinese_script_is_never_given_the_other(tag, catalogue):
    assert ranked(FIVE, tag) == (catalogue,)
    only = "zh_CN" if catalogue == "zh_TW" else "zh_TW"
    assert ranked(f"en {only}", tag) == ()


def test_han_characters_in_general_are_simplified_but_in_the_catalogues_own_region():
    regions = "AU BN GB GF HK ID MO PA PF PH SR TH US VN SG JP CN"
    for region in regions.split():
        assert ranked(FIVE, f"zh-Hani-{region}") == ("zh_CN", "zh_TW")
    assert ranked(FIVE, "zh-Hani-TW") == ("zh_TW", "zh_CN")


def test_the_codes_for_what_is_unknown_say_nothing():
    assert ranked(FIVE, "zh-Zzzz-ZZ") == ranked(FIVE, "zh") == ("zh_CN",)


@pytest.mark.parametrize(
    ("catalogues", "requests", "catalogue"),
    [
        ("en en_AU en_GB", "en-GB en-IE en-IN en-ZA en-DE en-150 en-NZ", "en_GB"),
        ("en en_AU en_GB", "en en-US en-PR en-PH en-CA", "en"),
        ("en en_AU en_GB", "en-AU", "en_AU"),
        ("en en_GB", "en-CN en-BR en-TW en-AU en-150 cy gd", "en_GB"),
        ("en en_GB", "en en-001 en-419", "en"),
        ("en_GB en_US", "en-DE", "en_GB"),
        ("pt_BR pt_PT", "pt-DE pt-GB pt-AO pt-MO", "pt_PT"),
        ("pt_BR pt_PT", "pt pt-US pt-MX pt-419", "pt_BR"),
        ("pt_AO pt_BR pt_PT", "pt-MZ pt-DE", "pt_PT"),
        ("es es_419", "es-MX es-CA es-KY es-US", "es_419"),
        ("es es_419", "es es-GQ es-PH es-DE", "es"),
        ("ar ar_MA", "ar-DZ ar-TN ar-MA", "ar_MA"),
        ("ar ar_MA", "ar ar-001 ar-015 ar-SA ar-QA", "ar"),
        ("zh_HK zh_TW", "zh-MO zh-HK", "zh_HK"),
        ("zh_HK zh_TW", "zh-Hant zh-TW zh-Hant-SG zh-US", "zh_TW"),
        ("ku ku_Arab", "ku-IQ ku-IR", "ku_Arab"),
        ("ku ku_Arab", "ku ku-TR", "ku"),
        ("de de_AT", "de-CH de-LI", "de"),
    ],
)
def test_a_region_chooses_among_catalogues_of_one_language(catalogues, requests, catalogue):
    assert {tag: best(catalogues, tag) for tag in requests.split()} == dict.fromkeys(
        requests.split(), catalogue
    )


@pytest.mark.parametrize(
    ("catalogues", "asked", "catalogue"),
    [
        ("en ru", "uk", None),  # CLDR has taken it out
        ("en nl", "af", None),  # that has English instead
        ("en nb", "nn", "nb"),
        ("en hi", "hi-Latn", "hi"),
        ("en ja", "ja-Latn", "ja"),
        ("hr", "sh", "hr"),
        ("sr sr_Latn", "sh", "sr_Latn"),
        *(("en zh_CN zh_TW", tag, "zh_CN") for tag in ("hnm", "luh", "csp", "cnp", "sjc")),
        *(("en zh_CN zh_TW", tag, "zh_CN") for tag in ("czo-Hans", "ug-Hans")),
        ("en zh_CN zh_TW", "yue", "zh_TW"),
        ("en zh_CN zh_TW", "yue-CN", "zh_CN"),
        ("en zh_CN zh_TW", "bo", "zh_CN"),
        ("bs hr", "hr-BA", "hr"),  # its own language, where ICU has that of the region
    ],
)
def test_a_near_language_is_one_that_cldr_calls_near(catalogues, asked, catalogue):
    assert best(catalogues, asked) == catalogue


@pytest.mark.parametrize(
    ("catalogues", "asked", "catalogue"),
    [
        ("en ru", "uk-UA,uk;q=0.9,en-US;q=0.8,en;q=0.7", "en"),
        ("en ja ko zh_CN zh_TW", "bo-CN,bo;q=0.9,en;q=0.8", "en"),
        ("en ja ko zh_CN zh_TW", "yue, en", "en"),
        ("en ja ko zh_CN zh_TW", "yue, fr, de, en", "zh_TW"),
        ("da de", "nb, de", "de"),
        ("da de", "nb, fr, nl, de", "da"),
        ("en_GB ja", "en-US, ja", "en_GB"),  # a region counts like a place
        ("en fr", "br, xx", "fr"),
        ("en nb", "cy, nn", None),  # English is nearer to Welsh, so it is the default's turn
    ],
)
def test_in_a_list_a_language_counts_for_its_distance_and_its_place(catalogues, asked, catalogue):
    assert best(catalogues, asked) == catalogue
    assert best(catalogues, asked.split(",")) == catalogue


def test_a_language_that_fits_exactly_is_found_at_any_place():
    for count in range(30):
        others = [f"q{a}{b}" for a in "abcdef" for b in "vwxyz"][:count]
        assert best(FIVE, [*others, "ja"]) == best(FIVE, ",".join([*others, "ja-JP"])) == "ja"
        assert best("en_GB", [*others, "en"]) == ("en_GB" if count < 9 else None)  # as in ICU


def test_a_language_that_is_repeated_counts_where_it_comes_first():
    assert best(FIVE, "ja, en, ja") == best(FIVE, "ja, en;q=0.9, ja;q=0.8") == "ja"


@pytest.mark.parametrize("default", ["en", "ja"])
def test_an_undetermined_language_matches_nothing(default):
    negotiator = Negotiator(dict.fromkeys(FIVE.split(), 0), [default])
    for asked in ("und", "UND", "und-x-private", "und, und"):
        assert negotiator.fitting(asked) == ()
    assert negotiator.fitting("und, ko") == ("ko",)
    assert negotiator.fitting("und-JP") == ("ja",)


def test_a_pseudo_locale_matches_only_itself():
    assert best("en_XA ja", "en") is None
    assert best("en en_XA ja", "en") == "en"
    assert best("ar_XB en en_XA ja", "en-XA") == best("en en_XA", "en-PSACCENT") == "en_XA"
    assert best("en ja", "en-XA") == best("en ja", "ja-XB") == best("en ja", "ja-psbidi") is None
    assert best("en_XA en_XB", "en-XC") is None


def test_readers_of_a_language_to_which_english_is_near_get_the_default():
    for default in ("en", "ja"):
        negotiator = Negotiator({"en": 0, "ja": 0, "nl": 0}, [default])
        assert (
            negotiator.fitting("ta") == negotiator.fitting("tlh") == negotiator.fitting("cy") == ()
        )
        assert negotiator.fitting("cy, nl") == ("nl",)
    assert Negotiator({"en": 0, "en_GB": 0}, ["en"]).fitting("cy") == ("en_GB",)
    assert Negotiator({"en": 0, "en_GB": 0, "ja": 0}, ["ja"]).fitting("cy") == ()
    # Whoever refuses English goes on to the next language.
    assert best("en nb", "cy, en;q=0, nn") == "nb"


@pytest.mark.parametrize(
    ("catalogues", "asked", "chain"),
    [
        ("en ja ja_JP", "ja-JP", "ja_JP ja"),
        ("en ja ja_JP", "ja", "ja ja_JP"),
        ("en ja_JP", "ja-US", "ja_JP"),
        ("zh_CN zh_HK zh_TW", "zh-HK", "zh_HK zh_TW"),
        ("zh_CN zh_HK zh_TW", "zh-MO", "zh_HK zh_TW"),
        ("zh_CN zh_HK zh_TW", "zh-Hant", "zh_TW zh_HK"),
        ("es es_419 es_AR es_ES", "es-AR", "es_AR es_419 es es_ES"),
        ("es es_419 es_AR es_ES", "es-MX", "es_419 es_AR es es_ES"),
        ("pt pt_BR pt_PT", "pt-AO", "pt_PT pt pt_BR"),
        ("ca ca@valencia", "ca-ES-valencia", "ca@valencia ca"),
        ("ca ca@valencia", "ca", "ca ca@valencia"),
        ("de de_formal", "de-AT", "de de_formal"),
        ("de_formal de", "de-1996", "de de_formal"),
        ("de fr ja", "fr;q=0.5, ja, de;q=0.7", "ja de fr"),
        ("de fr ja", "fr, fr-CA, fr;q=0.1, ja", "fr ja"),
        ("de fr ja", "fr, *, ja", "fr ja de"),
        ("de en fr ja", "fr, *;q=0.5, ja;q=0.1", "fr en de ja"),
        ("en ja zh_CN zh_TW", "zh, *;q=0.5", "zh_CN en ja"),
        ("en ja ko", "*, ko;q=0, *;q=0.5", "en ja"),
        ("nb nn da", "no", "nb da nn"),
        ("nb da de", "nn, de", "de nb"),
        ("nb da de", "nn, fr, sv, fi, it, de", "nb de"),
        ("da de", "nb, de", "de da"),
        ("tlh tlh_Latn", "tlh-Latn", "tlh_Latn tlh"),
        ("tlh_Latn tlh_Piqd", "tlh", "tlh_Latn tlh_Piqd"),
        ("xx_YY en", "xx", "xx_YY"),
        ("en_GB en_ZZ", "en", "en_ZZ en_GB"),
        ("tlh_US tlh_CA", "tlh-CA-1994", "tlh_CA tlh_US"),
        ("zh_TW zh-TW", "ZH-tw", "zh-TW zh_TW"),
        ("zh-TW zh_TW", "ZH-tw", "zh-TW zh_TW"),
    ],
)
def test_the_catalogues_that_fit_are_in_the_order_in_which_a_reader_wants_them(
    catalogues, asked, chain
):
    assert " ".join(ranked(catalogues, asked)) == chain


def test_of_two_that_fit_equally_that_of_the_earlier_directory_is_the_better():
    assert Negotiator({"zh_CN": 1, "zh_Hans": 0}).fitting("zh-CN") == ("zh_Hans", "zh_CN")
    assert Negotiator({"zh_CN": 0, "zh_Hans": 1}).fitting("zh-Hans") == ("zh_CN", "zh_Hans")
    assert Negotiator({"sr@latin": 0, "sr_Latn": 1}).fitting("sr-Latn") == ("sr@latin", "sr_Latn")
    assert Negotiator({"ja": 0, "ja_JP": 1}).fitting("ja-JP") == ("ja", "ja_JP")
    assert Negotiator({"zh_TW": 0, "zh_HK": 1}).fitting("zh-HK") == ("zh_HK", "zh_TW")


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
        # more than three decimals are accepted, and a stray ";" is ignored
        ("ja;q=0.0001", "ja"),
        ("ja;q=0.0001, ko;q=0.00009", "ja"),
        ("ko;q=0.00009, ja;q=0.0001", "ja"),
        ("ja;q=0.1234, ko;q=0.1233", "ja"),
        ("ja;q=1.0000, ko", "ja"),
        ("ja;q=0.0000, ko;q=0.1", "ko"),
        ("ja;", "ja"),
        ("ja;, ko;q=0.9", "ja"),
        ("ja; , ko;q=0.9", "ja"),
        ("zh-CN;q=0.9;", "zh_CN"),
        ("fr;q=0.9;, ja;q=0.8;;", "ja"),
        ("ja;q=1., ko", "ja"),
        # a part that cannot be read is skipped
        ("ja;q=1.0001, ko;q=0.1", "ko"),
        ("ja;q=, ko;q=0.1", "ko"),
        ("ja;q=nan, ko;q=0.1", "ko"),
        ("ja;q=1e-1, ko;q=0.1", "ko"),
        ("ja;q=\u0661, ko;q=0.1", "ko"),
        ("ja;q=0.\u0661, ko;q=0.1", "ko"),
        ("ja;q=00, ko;q=0.1", "ko"),
        ("ja;q=+1, ko;q=0.1", "ko"),
        (";q=1, ko;q=0.1", "ko"),
        ("ja;q=high, ko", "ko"),
        ("ja;q=1X, ko;q=0.1", "ko"),
        ("ja;q=2, ko;q=0.1", "ko"),
        ("ja;q=-1, ko", "ko"),
        ("ja;level=1, ko", "ko"),
        ("ja;q=1;q=1, ko", "ko"),
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
        ("ja;q=0, ja-u-ca-japanese, ko;q=0.1", "ko"),
        ("zh, zh-CN;q=0, ko;q=0.1", "ko"),
        ("zh-TW, zh-TW;q=0, zh;q=0, ko;q=0.1", "ko"),
        ("zh, zh-Hans;q=0, ko;q=0.1", "ko"),
        ("zh-HK;q=0, zh-TW", "zh_TW"),
        ("zh-TW, zh-Hant;q=0, ko;q=0.1", "ko"),
        ("zh-Hant-TW, zh-Hant;q=0, ko;q=0.1", "zh_TW"),
        ("en;q=0, *;q=0, ko;q=0.1", "ko"),
        ("€;q=0, ja", "ja"),
        # "*" stands for what is not named, the default first
        ("*", "en"),
        ("*, ja", "ja"),
        ("*, ja;q=0.9", "en"),
        ("*;q=0.9, en;q=0.8", "ja"),
        ("*, en;q=0", "ja"),
        ("*, en;q=0, ja;q=0", "ko"),
        ("cy, *", "en"),
        ("fr, *;q=0.5, ja;q=0.1", "en"),
        ("ja;q=0.9, *;q=0.5", "ja"),
        ("*;q=0, ja", "ja"),
    ],
)
def test_accept_language_is_read_by_rfc_9110(value, catalogue):
    assert (best(FIVE, value) or "en") == catalogue
    assert (best(FIVE, value.split(",")) or "en") == catalogue


def test_a_catalogue_named_only_by_language_is_in_its_likely_script():
    assert ranked("en zh", "zh-TW") == ()
    assert best("en zh", "zh-SG") == "zh"
    assert best("en sr", "sr-ME") == "sr"


@pytest.mark.parametrize(("tag", "script"), [("sh", "Latn"), ("cnr", "Latn"), ("sr", "Cyrl")])
def test_an_old_code_brings_the_script_and_region_that_it_stood_for(tag, script):
    assert best("en sr_Cyrl sr_Latn", tag) == f"sr_{script}"


def test_a_language_that_cldr_does_not_know_matches_itself():
    assert best("en qaa", "qaa-Latn-DE") == "qaa"
    assert best("en qaa_Cyrl", "qaa") == "qaa_Cyrl"
    assert best("en qaa_Cyrl", "qaa-Latn") is None
    assert best("en qaa", "qab") is None


def test_only_the_first_64_ranges_are_read():
    assert best(FIVE, "fr," * 63 + "ja") == "ja"
    assert best(FIVE, "fr," * 64 + "ja") is None
    assert best(FIVE, ["fr,fr"] * 31 + ["fr"] + ["ja"]) == "ja"
    assert best(FIVE, ["fr,fr"] * 32 + ["ja"]) is None
    assert best(FIVE, "ja," + "fr," * 200) == "ja"


@pytest.mark.parametrize("tag", ["C", "POSIX", "C.UTF-8"])
def test_no_language_at_all_ends_a_list_as_in_gettext(tag):
    assert ranked(FIVE, (tag, "ja")) == ()
    assert ranked(FIVE, ("ja", tag, "ko")) == ("ja",)


def test_negotiate_gives_the_default_if_nothing_matches(tmp_path):
    for name in ("en", "ja"):
        write(tmp_path, name, RED="red")
    negotiate = catalog_for(tmp_path, codes=Colour).negotiate
    for nothing in ("tlh", "", "../../etc", "und", "ja;q=0", []):
        assert negotiate(nothing) == negotiate(nothing, "en") == "en"
        assert negotiate(nothing, "ja") == negotiate(nothing, default="ja") == "ja"
        assert negotiate(nothing, default=None) is None
    assert negotiate("ja-JP", default="en") == negotiate(["fr", "ja"], None) == "ja"


def test_whoever_takes_any_language_gets_the_defaults_catalogues_first(tmp_path):
    for name in ("de", "en", "ja", "zh_CN"):
        write(tmp_path, name, RED="red")
    negotiate = catalog_for(tmp_path, codes=Colour, default=["zh-SG", "ja"]).negotiate
    assert negotiate("*") == negotiate("*", default=None) == "zh_CN"
    assert negotiate("*, zh-CN;q=0") == negotiate("*, zh;q=0", default="en") == "ja"
    assert negotiate("*, zh;q=0, ja;q=0.1") == "de"


def test_every_shipped_catalogue_is_reached_by_its_name():
    for name in rv_i18n.locales():
        assert rv_i18n.negotiate(name) == rv_i18n.negotiate(name, default=None) == name


def test_a_folder_that_names_no_language_is_reached_only_by_its_name():
    for asked, name in (
        *(("templates", "templates"), ("xx-yy", "xx_YY"), ("de-DE", None)),
        *(("templates, fr;q=0", "templates"), ("fr, TEMPLATES", "templates")),
    ):
        assert best("en templates xx_YY", asked) == name


def test_what_is_asked_for_again_gets_the_same_answer():
    negotiator = Negotiator(dict.fromkeys(FIVE.split(), 0))
    headers = [f"zh-{a}{b};q=0.{n}, ja;q=0.5" for a in "THCM" for b in "WKNO" for n in range(100)]
    first = [negotiator.fitting(header) for header in headers]
    assert [negotiator.fitting(header) for header in headers] == first
    assert [Negotiator(dict.fromkeys(FIVE.split(), 0)).fitting(each) for each in headers] == first
