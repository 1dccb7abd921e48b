"""Regenerates rv_i18n/_cldr.py and tests/data/icu_answers.json from the current CLDR.

Run it by hand when Babel has a new CLDR. PyICU needs Debian's libicu-dev to build::

    pip install -e . PyICU && python scripts/cldr.py

Likely subtags, aliases and parents come from Babel's copy of CLDR. Neighbours are languages so
close that a reader of one gets a text in the other (UTS 35, "Language Matching"). They come from
ICU's LocaleMatcher, and so do the answers that the tests compare with.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from textwrap import fill

import babel
import icu
from babel.core import get_global
from babel.localedata import locale_identifiers

ROOT = Path(__file__).resolve().parent.parent

Key = tuple[str, str]
"""A language and a script."""

CATALOGUES = [
    "en ja zh_CN",
    "en ja ko zh_CN zh_TW",
    # Not our own catalogues: they test regions and neighbours for other projects.
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

NOT_MATCHED = ("Dsrt", "Shaw")
"""Scripts of English in which nobody has catalogues."""

HEAD = '''"""What negotiation needs of CLDR, as text that is split when it is first needed.

Written by scripts/cldr.py from Babel {babel} and ICU {icu}; not edited by hand. In each text every
second word belongs to the one before it. What follows from a language alone is left out, and so
are the languages that have neither locale data, nor a neighbour, nor an alias.
"""

'''


def write_data() -> None:
    """Write rv_i18n/_cldr.py."""
    near = neighbours()
    wanted = {identifier.partition("_")[0] for identifier in locale_identifiers()}
    wanted |= {language for wanted_key in near for language, _ in (wanted_key, *near[wanted_key])}
    aliases = {old: new for old, new in get_global("language_aliases").items() if "_" not in old}
    wanted |= {alias.partition("_")[0] for alias in aliases.values()} | {"und"}
    parts = {
        "LIKELY": (
            "A tag, and its likely script and region; of `und` the likely language too.",
            likely_subtags(wanted),
        ),
        "LANGUAGES": ("A deprecated or long code of a language, and what stands for it.", aliases),
        "REGIONS": ("A deprecated code or a number of a region, and the region.", regions()),
        "PARENTS": (
            "A locale, and the one it inherits from where that is not its language.",
            {
                child: up
                for child, up in get_global("parent_exceptions").items()
                if up.startswith(f"{child.partition('_')[0]}_")
            },
        ),
        "NEIGHBOURS": (
            "What is asked for, and what serves in its place, nearest first.",
            {"_".join(key): ",".join(map("_".join, near[key])) for key in near},
        ),
    }
    text = HEAD.format(babel=babel.__version__, icu=icu.ICU_VERSION)
    for name, (description, pairs) in parts.items():
        text += f'{name} = """\n{as_text(pairs)}\n"""\n"""{description}"""\n\n'
    (ROOT / "rv_i18n/_cldr.py").write_text(text.rstrip() + "\n", encoding="utf-8")


def as_text(pairs: Mapping[str, str]) -> str:
    """Return each key and its value, in lines that break only between pairs."""
    joined = [f"{key}~{value}" for key, value in sorted(pairs.items())]  # "~" keeps a pair together
    text = fill(" ".join(joined), 100, break_on_hyphens=False, break_long_words=False)
    return text.replace("~", " ")


def likely_subtags(wanted: set[str]) -> dict[str, str]:
    """Return the likely subtags of the wanted languages, except what the language alone implies."""
    likely = get_global("likely_subtags")
    found = {}
    for key, value in likely.items():
        language, *rest = key.split("_")
        if language not in wanted:
            continue
        _, script, region = value.split("_")[:3]
        if language == "und":
            found[key] = value
        elif not rest:
            found[key] = f"{script}_{region}"
        elif len(rest) == 1 and language in likely:
            _, own_script, own_region = likely[language].split("_")[:3]
            by_language = (rest[0], own_region) if len(rest[0]) == 4 else (own_script, rest[0])
            if (script, region) != by_language:
                found[key] = f"{script}_{region}"
    return found


def regions() -> dict[str, str]:
    """Return the aliases of regions that a tag can contain: two letters or three digits."""
    aliases = get_global("territory_aliases")
    return {old: new[0] for old, new in aliases.items() if len(old) == 2 or old.isdigit()}


def neighbours() -> dict[Key, list[Key]]:
    """Return the languages and scripts that ICU gives to a reader of another one, nearest first.

    English is left out. ICU gives it to readers of many languages, but it is the default anyway.
    """
    supported = {_maximal(name) for name in locale_identifiers()}
    supported = {key for key in supported if all(key) and key[1] not in NOT_MATCHED}
    supported -= {("en", "Latn")}
    likely = {_key(value) for value in get_global("likely_subtags").values()}
    languages = {language for language, _ in _matches(likely, supported)}
    scripts = {script for _, script in supported} | {"Hani", "Hira", "Hrkt", "Kana", "Hang", "Jamo"}
    desired = likely | {(language, script) for language in languages for script in scripts}
    matches = _matches(desired, supported)
    return {wanted: _nearest_first(wanted, matches[wanted]) for wanted in sorted(matches)}


def _matches(desired: Iterable[Key], supported: Iterable[Key]) -> dict[Key, list[Key]]:
    matches: dict[Key, list[Key]] = {}
    for key in sorted(supported):
        best = _matcher([key])
        for wanted in desired:
            if wanted != key and best(icu.Locale("_".join(wanted))).getLanguage() != "tlh":
                matches.setdefault(wanted, []).append(key)
    return matches


def _nearest_first(wanted: Key, keys: list[Key]) -> list[Key]:
    ordered: list[Key] = []
    rest = sorted(keys)
    while rest:
        best = _matcher(rest)(icu.Locale("_".join(wanted)))
        ordered.append((best.getLanguage(), best.getScript()))
        rest.remove(ordered[-1])
    return ordered


def _maximal(name: str) -> Key:
    locale = icu.Locale(get_global("likely_subtags").get(name, name))
    locale.addLikelySubtags()
    return locale.getLanguage(), locale.getScript()


def _key(tag: str) -> Key:
    language, script, *_ = tag.split("_")
    return language, script


def _matcher(keys: Iterable[Key]) -> icu.LocaleMatcher:
    """Return a function for the best match among ``keys``; Klingon means that none is close."""
    return matcher(map("_".join, keys), default="tlh").getBestMatch


def matcher(catalogues: Iterable[str], default: str = "en") -> icu.LocaleMatcher:
    """Return ICU's matcher for some catalogues."""
    builder = icu.LocaleMatcher.Builder()
    builder.setSupportedLocales([icu.Locale(name) for name in catalogues])
    builder.setDefaultLocale(icu.Locale(default))
    return builder.build()


def requests() -> Iterator[tuple[str, icu.Locale]]:
    """Yield each request twice: as our caller writes it, and as ICU reads it."""
    for name in sorted({*locale_identifiers(), *POSIX_NAMES.split()}):
        yield name, icu.Locale(name)
    for tag in OTHER_FORMS.split():
        yield tag, icu.Locale.forLanguageTag(tag)


def write_answers() -> None:
    """Write tests/data/icu_answers.json."""
    answers = {}
    for catalogues in CATALOGUES:
        best = matcher(catalogues.split()).getBestMatch
        answers[catalogues] = {name: best(locale).getName() for name, locale in requests()}
    document = {"icu": icu.ICU_VERSION, "answers": answers}
    path = ROOT / "tests/data/icu_answers.json"
    path.write_text(json.dumps(document, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write_data()
    write_answers()
