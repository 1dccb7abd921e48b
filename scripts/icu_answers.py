"""Asks ICU's LocaleMatcher which catalogue a reader gets, for the tests to compare with.

Each request is asked of ICU as it reads it itself: a list as a list, a tag as a tag, and a name
with underscores as a locale. ``*``, ``und`` and ``q=0`` are left out, for they are not ICU's.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import wrap

import babel
import icu
from babel import Locale
from babel.localedata import locale_identifiers

TABLES = Path(__file__).resolve().parent.parent / "tests/data/matcher_tables.txt"

OURS = """
    en ja zh_CN
    en ja ko zh_CN zh_TW
    de en es fr id ja ko pt_BR ru vi zh_CN zh_TW
"""
"""Sets of this project's catalogues, each asked about every locale that Babel knows."""

OTHERS = """
    da de en es es_419 fr id ja ko nb pt_BR pt_PT ru sr sr_Latn uk zh_CN zh_HK zh_TW
    en en_GB
    en en_AU en_GB
    en_001 en_GB en_IN en_US
    en en_150 en_CA en_ZA fr
    en es es_419
    en es_AR es_ES es_MX
    en pt_BR pt_PT
    en pt pt_AO pt_PT
    ar ar_MA en
    ar ar_DZ ar_EG ar_SA en
    en zh_CN zh_HK zh_TW
    en zh zh_Hans_SG zh_Hant zh_Hant_MO
    en fr fr_CA fr_CH nl
    de de_AT de_CH en gsw
    be bg bs cs en hr pl ru sk sl sr sr_Latn uk
    da en fi fo is nb nn no sv
    af az en hi id kk ku ku_Arab mr ms ne tr ug ur uz
"""
"""Sets of other people's catalogues, each asked about its languages in every region."""

LISTS = 760
"""How many lists of two to four languages each set is asked about."""

OTHER_FORMS = """
    zh-cmn-Hans-CN cmn-Hans cmn cmn-Hant zh-cmn-Hant-HK zh-yue-HK yue yue-CN yue-Hans hak hak-Hant
    nan nan-Hans nan-Latn nan-TW nan-MO wuu wuu-Hant gan hsn lzh lzh-Hans zh-guoyu zh-hakka zh-xiang
    zh-min zh-min-nan i-hak i-klingon i-lux i-navajo art-lojban bo bo-Hant za za-CN za-Hant
    hnm luh csp cnp sjc czo czo-Hans ug-Hans ku-IQ uk uk-UA af tlh sh sh-BA hi-Latn
    ja-Zzzz ko-Zzzz zh-Zzzz zh-Zzzz-TW zh-ZZ zh-Hant-ZZ
    zh-Latn zh-Latn-TW zh-Bopo zh-Jpan zh-Hans-TW zh-Hant-CN zh-Hans-HK zh-US zh-AU zh-MY
    zh-VN zh-TH zh-ID zh-JP zho chi jpn kor eng
    zh-Hani zh-Hani-AU zh-Hani-BN zh-Hani-GB zh-Hani-GF zh-Hani-HK zh-Hani-ID zh-Hani-MO zh-Hani-PA
    zh-Hani-PF zh-Hani-PH zh-Hani-SG zh-Hani-SR zh-Hani-TH zh-Hani-TW zh-Hani-US zh-Hani-VN
    ja-Latn ja-Hira ja-Hrkt ja-Kana ja-Jpan ja-Hani ja-JP ko-Kore ko-Hang ko-Hani ko-KP
    und-Hant und-Hans und-JP und-TW und-CN und-KR und-HK und-Hang und-Hani und-Hani-TW und-Hira
    und-Kore zh-Hans-u-co-pinyin zh-Hant-u-co-stroke ja-JP-u-ca-japanese en-US-x-private
    en-US-u-va-posix ja-JP-x-lvariant-JP de-CH-1996 sl-rozaj-biske en-Shaw en-Jpan
    ZH-hAnT-hk JA ja-jp iw in tl mo no nb nn en-XA ja-XB en-PSACCENT
"""

POSIX_NAMES = "ja_JP.eucJP ja_JP.UTF-8 zh_TW.Big5 zh_HK zh_SG.GB18030 ko_KR@x"

BROWSERS = """
    en en-US en-GB en-AU en-IN en-CA de de-DE de-AT de-CH fr fr-FR fr-CA es es-ES es-MX es-AR es-419
    it pt pt-BR pt-PT ru uk be pl nl sv da nb nn fi cs sk tr ar ar-MA ar-EG he hi mr ne th vi id ms
    ja ja-JP ko ko-KR zh zh-CN zh-TW zh-HK zh-MO zh-SG yue yue-CN bo af cy ca eu gl gsw sr hr bs az
    kk
"""
"""Tags that lists are made of, beside those of the set's own languages."""


def answers() -> str:
    """Return tests/data/icu_answers.json: by set of catalogues and by answer, the requests."""
    asked: dict[str, list[str]] = {}
    identifiers = sorted(locale_identifiers())
    forms = [*POSIX_NAMES.split(), *OTHER_FORMS.split()]
    for number, line in enumerate((OURS + OTHERS).split("\n")):
        catalogues = line.split()
        names = identifiers if line in OURS.split("\n") else regional(catalogues)
        if catalogues:
            asked[" ".join(catalogues)] = [*names, *forms, *lists(catalogues, names, number)]
    for catalogues, requests in tables().items():
        asked.setdefault(catalogues, []).extend(requests)
    answers = {
        catalogues: by_answer(catalogues.split(), requests)
        for catalogues, requests in asked.items()
    }
    document = {"icu": icu.ICU_VERSION, "babel": babel.__version__, "answers": answers}
    return json.dumps(document, indent=0) + "\n"


def tables() -> dict[str, list[str]]:
    """Return what other projects ask of their matchers, by the catalogues."""
    found: dict[str, list[str]] = {}
    text = TABLES.read_text(encoding="utf-8").replace("\n    ", " ")
    for line in text.splitlines():
        catalogues, _, requests = line.partition(":")
        if requests and not line.startswith("#"):
            found.setdefault(catalogues, []).extend(requests.split())
    return found


def by_answer(catalogues: list[str], requests: list[str]) -> dict[str, list[str]]:
    """Return each answer of ICU's with its requests, several in one string."""
    best = matcher(catalogues)
    found: dict[str, list[str]] = {}
    for request in dict.fromkeys(requests):
        found.setdefault(best(request), []).append(request)
    return {
        answer: wrap(" ".join(found[answer]), 500, break_long_words=False, break_on_hyphens=False)
        for answer in sorted(found)
    }


def regional(catalogues: list[str]) -> list[str]:
    """Return the languages of some catalogues, each alone and in every region of CLDR."""
    languages = dict.fromkeys(name.partition("_")[0] for name in catalogues if name != "en")
    if len(languages) > 3:
        return [
            name for name in sorted(locale_identifiers()) if name.partition("_")[0] in languages
        ]
    territories = sorted(set(Locale("en").territories) - {"ZZ"})
    return [
        f"{language}{each}"
        for language in languages
        for each in ("", *map("_{}".format, territories))
    ]


def lists(catalogues: list[str], names: list[str], start: int) -> Iterator[str]:
    """Yield lists of two to four languages, each from most to least wanted."""
    own = [name.replace("_", "-") for name in names if name.isascii()]
    pools = (own, BROWSERS.split(), [name.replace("_", "-") for name in catalogues])
    choose = choices(start)
    for place in range(LISTS):
        tags = []
        while len(tags) < 2 + place % 3:
            pool = pools[choose(3) if tags else choose(2)]
            tag = pool[choose(len(pool))]
            if tag not in tags:
                tags.append(tag)
        weights = ("", ";q=0.9", ";q=0.7", ";q=0.5") if place % 4 == 0 else ("",) * 4
        yield ",".join(map("".join, zip(tags, weights)))


def choices(start: int) -> Callable[[int], int]:
    """Return a function for a number below another, the same on every Python: from a congruence."""
    state = start + 1

    def choose(limit: int) -> int:
        nonlocal state
        state = state * 6364136223846793005 + 1442695040888963407 & (1 << 64) - 1
        return (state >> 33) % limit

    return choose


def matcher(catalogues: list[str]) -> Callable[[str], str]:
    """Return a function for ICU's answer to a request; the default is English."""
    builder = icu.LocaleMatcher.Builder()
    builder.setSupportedLocales([icu.Locale(name) for name in catalogues])
    builder.setDefaultLocale(icu.Locale("en"))
    found = builder.build()
    named = {icu.Locale(name).getName(): name for name in catalogues}

    def best(request: str) -> str:
        if "," in request:
            locale = found.getBestMatchForListString(request)
        elif "_" in request:
            locale = found.getBestMatch(icu.Locale(request))
        else:
            locale = found.getBestMatch(icu.Locale.forLanguageTag(request))
        return named.get(locale.getName(), locale.getName())

    return best
