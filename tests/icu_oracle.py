"""Asks ICU's LocaleMatcher what it answers, and writes that down as data.

Run it by hand, with PyICU (which needs Debian's libicu-dev to build) and Babel installed, when the
CLDR data moves on::

    python tests/icu_oracle.py

It writes tests/data/icu_answers.json, which the tests compare the package with, and
rv_i18n/neighbours.py, the languages that ICU finds close enough to read one for the other; then
``ruff format rv_i18n/neighbours.py`` gives that file its shape.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import icu
from babel.core import get_global
from babel.localedata import locale_identifiers

ROOT = Path(__file__).resolve().parent.parent

CATALOGUES = [
    "en ja zh_CN",
    "en ja ko zh_CN zh_TW",
    # No catalogues of ours: do regions and neighbours also come out right for anybody else's?
    "da de en es es_419 fr id ja ko nb pt_BR pt_PT ru sr sr_Latn uk zh_CN zh_HK zh_TW",
]

OTHER_FORMS = """
    zh-cmn-Hans-CN cmn-Hans cmn cmn-Hant zh-cmn-Hant-HK zh-yue-HK yue yue-CN yue-Hans hak hak-Hant
    nan nan-Hans nan-Latn wuu wuu-Hant gan hsn lzh lzh-Hans zh-guoyu zh-hakka zh-xiang
    zh-min zh-min-nan i-hak i-klingon i-lux i-navajo art-lojban bo bo-Hant za za-CN za-Hant
    zh-Hani-TW und-Hani-TW ja-Zzzz ko-Zzzz zh-Zzzz zh-Zzzz-TW zh-ZZ zh-Hant-ZZ
    zh-Latn zh-Latn-TW zh-Bopo zh-Hani zh-Jpan zh-Hans-TW zh-Hant-CN zh-Hans-HK zh-US zh-AU zh-MY
    zh-VN zh-TH zh-ID zh-JP zho chi jpn kor eng
    ja-Latn ja-Hira ja-Hrkt ja-Kana ja-Jpan ja-Hani ja-JP ko-Kore ko-Hang ko-Hani ko-KP
    und und-Hant und-Hans und-JP und-TW und-CN und-KR und-HK und-Hang und-Hani und-Hira und-Kore
    zh-Hans-u-co-pinyin zh-Hant-u-co-stroke ja-JP-u-ca-japanese en-US-x-private
    en-US-u-va-posix ja-JP-x-lvariant-JP de-CH-1996 sl-rozaj-biske en-Shaw en-Jpan
    ZH-hAnT-hk JA ja-jp iw in tl mo sh no nb nn
"""

POSIX_NAMES = "ja_JP.eucJP ja_JP.UTF-8 zh_TW.Big5 zh_HK zh_SG.GB18030 ko_KR@x C POSIX"


def matcher(catalogues: str) -> icu.LocaleMatcher:
    builder = icu.LocaleMatcher.Builder()
    builder.setSupportedLocales([icu.Locale(name) for name in catalogues.split()])
    builder.setDefaultLocale(icu.Locale("en"))
    return builder.build()


def requests() -> Iterator[tuple[str, icu.Locale]]:
    """What is asked for, as our caller writes it and as ICU reads that form."""
    for name in sorted({*locale_identifiers(), *POSIX_NAMES.split()}):
        yield name, icu.Locale(name)
    for tag in OTHER_FORMS.split():
        yield tag, icu.Locale.forLanguageTag(tag)


def write_answers() -> None:
    answers = {}
    for catalogues in CATALOGUES:
        best = matcher(catalogues).getBestMatch
        answers[catalogues] = {name: best(locale).getName() for name, locale in requests()}
    document = {"icu": icu.ICU_VERSION, "answers": answers}
    path = ROOT / "tests/data/icu_answers.json"
    path.write_text(json.dumps(document, indent=0) + "\n", encoding="utf-8")


def neighbours() -> dict[tuple[str, str], list[tuple[str, str]]]:
    """Which (language, script) ICU gives to a reader of another one, nearest first."""
    supported = {_maximal(name) for name in locale_identifiers()}
    supported = {key for key in supported if all(key)}
    likely = {tuple(value.split("_")[:2]) for value in get_global("likely_subtags").values()}
    languages = {language for language, _ in _matches(likely, supported)}
    scripts = {script for _, script in supported} | {"Hani", "Hira", "Hrkt", "Kana", "Hang", "Jamo"}
    desired = likely | {(language, script) for language in languages for script in scripts}
    matches = _matches(desired, supported)
    return {wanted: _nearest_first(wanted, matches[wanted]) for wanted in sorted(matches)}


def _matches(
    desired: set[tuple[str, str]], supported: set[tuple[str, str]]
) -> dict[tuple[str, str], list[tuple[str, str]]]:
    matches: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for key in sorted(supported):
        builder = icu.LocaleMatcher.Builder()
        builder.setSupportedLocales([icu.Locale("_".join(key))])
        builder.setDefaultLocale(icu.Locale("tlh"))  # nobody's neighbour
        best = builder.build().getBestMatch
        for wanted in desired - {key}:
            if best(icu.Locale("_".join(wanted))).getLanguage() != "tlh":
                matches.setdefault(wanted, []).append(key)
    return matches


def _maximal(name: str) -> tuple[str, str]:
    locale = icu.Locale(get_global("likely_subtags").get(name, name))
    locale.addLikelySubtags()
    return locale.getLanguage(), locale.getScript()


def _nearest_first(wanted: tuple[str, str], keys: list[tuple[str, str]]) -> list[tuple[str, str]]:
    ordered, rest = [], sorted(keys)
    while rest:
        builder = icu.LocaleMatcher.Builder()
        builder.setSupportedLocales([icu.Locale("_".join(key)) for key in rest])
        builder.setDefaultLocale(icu.Locale("tlh"))
        best = builder.build().getBestMatch(icu.Locale("_".join(wanted)))
        ordered.append((best.getLanguage(), best.getScript()))
        rest.remove(ordered[-1])
    return ordered


def write_neighbours() -> None:
    lines = [
        '"""The languages close enough that a reader of one is given a text in the other.',
        "",
        f"Written by tests/icu_oracle.py from the answers of ICU {icu.ICU_VERSION} (CLDR's",
        "language matching, UTS 35); not edited by hand. A key is the language and script that is",
        "asked for, its value those that serve in its place, nearest first.",
        '"""',
        "",
        "from __future__ import annotations",
        "",
        "NEIGHBOURS: dict[tuple[str, str], tuple[tuple[str, str], ...]] = {",
    ]
    for wanted, keys in neighbours().items():
        lines.append(f"    {wanted}: ({', '.join(map(str, keys))},),".replace("'", '"'))
    path = ROOT / "rv_i18n/neighbours.py"
    path.write_text("\n".join([*lines, "}", ""]), encoding="utf-8")


if __name__ == "__main__":
    write_answers()
    write_neighbours()
