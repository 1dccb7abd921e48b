"""Measures how long it takes to match a new Accept-Language value, here and in other packages.

All match the same values against the same five languages. Their answers differ, because only ICU
and this package use likely subtags. ICU is written in C++ and called through PyICU.
"""

from __future__ import annotations

import json
import random
import string
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from time import perf_counter

import rv_i18n
from rv_i18n import Catalog

from . import site, timing

COMMON = [
    *("en", "en-US", "en-GB", "de", "de-DE", "fr", "fr-FR", "fr-CA", "es", "es-ES", "es-MX"),
    *("es-419", "it", "pt", "pt-BR", "pt-PT", "ru", "uk", "pl", "nl", "sv", "da", "nb", "fi", "cs"),
    *("tr", "ar", "he", "hi", "th", "vi", "id", "ja", "ja-JP", "ko", "ko-KR", "zh", "zh-CN"),
    *("zh-TW", "zh-HK"),
]
"""Forty language tags that browsers send."""

TAGS = ["en", "ja", "ko", "zh-CN", "zh-TW"]
OURS, ICU = "rv-i18n, negotiate", "ICU's LocaleMatcher (PyICU)"
ODD, ICU_ODD = f"{OURS}, an odd last tag", f"{ICU}, an odd last tag"
Match = Callable[[str], object]


def measure(where: Path, *, short: bool) -> dict[str, float]:
    """Return the seconds per value for each package, and for ours with hostile values."""
    runs = [site.run(where, "headers", 10_000) for _ in range(3 if short else 7)]
    return timing.median(runs)


def main(count: int) -> dict[str, float]:
    """Measure in this process, interleaved, each value once; the fastest round counts."""
    values = headers(count)
    ways = {OURS: ours, "rv-i18n, message": our_message}
    for name, other in OTHERS.items():
        with suppress(ImportError):  # not installed, so left out
            other()
            ways[name] = other
    best = dict.fromkeys(ways, float("inf"))
    odd = odd_headers(count)
    for _ in range(5):
        for name, way in ways.items():
            best[name] = min(best[name], _seconds(way(), values) / count)
        for name, way in ((ODD, ours), (ICU_ODD, icu)):
            if name == ODD or ICU in ways:
                best[name] = min(best.get(name, 1.0), _seconds(way(), odd) / count)
    for name, values in hostile().items():
        best[f"rv-i18n, {name}"] = min(_seconds(ours(), values) for _ in range(5)) / len(values)
    return best


def _seconds(match: Match, values: Iterable[str]) -> float:
    start = perf_counter()
    for value in values:
        match(value)
    return perf_counter() - start


def headers(count: int) -> list[str]:
    """Return this many distinct Accept-Language values with one to six languages each."""
    choose = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < count:
        tags = choose.sample(COMMON, choose.randint(1, 6))
        weighted = [
            f"{tag};q={1 - place / 10:.1f}" if place else tag for place, tag in enumerate(tags)
        ]
        found[choose.choice([",", ", "]).join(weighted)] = None
    return list(found)


def odd_headers(count: int) -> list[str]:
    """Return this many values whose first language we have, and whose last nobody has heard of."""
    choose = random.Random(3)
    letters = "".join
    return [
        f"{tag},{choose.choice(COMMON)};q=0.9,{choose.choice(COMMON)};q=0.8,"
        f"{letters(choose.choices(string.ascii_lowercase, k=3))}-"
        f"{letters(choose.choices(string.ascii_uppercase, k=2))};q=0.{number:05}"
        for number, tag in enumerate(choose.choices(TAGS, k=count), 1)
    ]


def hostile() -> dict[str, list[str]]:
    """Return hostile values: a thousand unknown tags, and the most expensive 8 kB we know of."""
    choose = random.Random(2)
    tags = [
        "".join(choose.choices(string.ascii_lowercase, k=3))
        + choose.choice(["", "-Latn", "-Hant-TW"])
        for _ in range(900)
    ]
    regions = [a + b for a in "klmn" for b in string.ascii_lowercase]
    return {
        "an unknown tag": tags,
        "8 kB of Chinese in unknown regions": [
            ",".join(f"zh-Hani-{each};q=0.5" for each in regions)
        ],
        "8 kB of refused languages": [",".join(f"z{each.lower()}-Hant-TW;q=0" for each in regions)],
        "8 kB of long tags": [",".join(f"ja-{n:08}" + "-abcdefgh" * 7 for n in range(100))],
    }


def a_catalog() -> Catalog:
    """Return the shipped catalogues, of which nothing is read yet."""
    codes = rv_i18n.ErrorCode
    return Catalog(rv_i18n.LOCALE_DIR, codes=codes, domain="rv_i18n", default=("en", "zh_CN"))


def ours() -> Match:
    """Return a catalogue that has found its files but has seen no value yet."""
    catalog = a_catalog()
    catalog.negotiate("en")
    return catalog.negotiate


def our_message() -> Match:
    """Return a function that gives the text for a code in one call."""
    catalog = a_catalog()
    for locale in catalog.locales():
        catalog.message(604, locale)
    return lambda value: catalog.message(604, value)


def icu() -> Match:
    """Return ICU's matcher, whose answers ours must equal."""
    from icu import Locale, LocaleMatcher

    builder = LocaleMatcher.Builder()
    builder.setSupportedLocales([Locale(tag.replace("-", "_")) for tag in TAGS])
    builder.setDefaultLocale(Locale("en"))
    return builder.build().getBestMatchForListString


def babel() -> Match:
    """Return Babel's negotiate_locale, on the tags in the order of the value."""
    from babel import negotiate_locale

    return lambda value: negotiate_locale(
        [part.partition(";")[0].strip() for part in value.split(",")], TAGS, sep="-"
    )


def werkzeug() -> Match:
    """Return Werkzeug's LanguageAccept, which Flask uses."""
    from werkzeug.datastructures import LanguageAccept
    from werkzeug.http import parse_accept_header

    return lambda value: parse_accept_header(value, LanguageAccept).best_match(TAGS)


def django() -> Match:
    """Return what Django's LocaleMiddleware does, without the request."""
    from django import setup
    from django.conf import settings
    from django.utils.translation.trans_real import (
        get_supported_language_variant,
        parse_accept_lang_header,
    )

    if not settings.configured:
        settings.configure(LANGUAGES=[(tag.lower(), tag) for tag in TAGS], USE_I18N=True)
        setup()

    def match(value: str) -> str | None:
        for tag, _ in parse_accept_lang_header(value):
            with suppress(LookupError):
                return get_supported_language_variant(tag)
        return None

    return match


def langcodes() -> Match:
    """Return langcodes' closest_supported_match, for each tag in the order of the value."""
    from langcodes import closest_supported_match

    def match(value: str) -> str | None:
        tags = (part.partition(";")[0].strip() for part in value.split(","))
        return next(filter(None, (closest_supported_match(tag, TAGS) for tag in tags)), None)

    return match


OTHERS = {
    ICU: icu,
    "Babel, negotiate_locale": babel,
    "Werkzeug, LanguageAccept": werkzeug,
    "Django, get_supported_language_variant": django,
    "langcodes, closest_supported_match": langcodes,
}

if __name__ == "__main__":
    json.dump(main(int(sys.argv[1])), sys.stdout)
