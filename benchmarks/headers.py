"""Measures a new Accept-Language value, beside ICU's matcher, which gives the same answer.

ICU is written in C++ and called through PyICU; where that is not installed, ours are alone.
"""

from __future__ import annotations

import json
import random
import string
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter

import rv_i18n
from rv_i18n import Catalog

from .harness import Row, medians, run

COMMON = [
    *("en", "en-US", "en-GB", "de", "de-DE", "fr", "fr-FR", "fr-CA", "es", "es-ES", "es-MX"),
    *("es-419", "it", "pt", "pt-BR", "pt-PT", "ru", "uk", "pl", "nl", "sv", "da", "nb", "fi", "cs"),
    *("tr", "ar", "he", "hi", "th", "vi", "id", "ja", "ja-JP", "ko", "ko-KR", "zh", "zh-CN"),
    *("zh-TW", "zh-HK"),
]
"""Forty language tags that browsers send."""

TAGS = ["en", "ja", "ko", "zh-CN", "zh-TW"]
WHAT = {"new": "a new header", "odd": "a new header whose last tag nobody knows"}
Match = Callable[[str], object]


def measure(site: Path, *, short: bool) -> list[Row]:
    """Return a row for each kind of value."""
    took = medians([run(site, "headers", 10_000) for _ in range(3 if short else 7)])
    rows = []
    for name in [name for name in took if not name.startswith("ICU ")]:
        figure = f"{took[name] * 1e6:,.1f} µs"
        icu = took.get(f"ICU {name}")
        compared = ("ICU", took[name] / icu, 2.0) if icu else ()
        rows.append(Row(WHAT.get(name, name), figure, *compared))
    return rows


def main(count: int) -> dict[str, float]:
    """Measure in this process, interleaved, each value once; the fastest of five rounds counts."""
    values = {"new": headers(count), "odd": odd_headers(count)}
    ways = {(name, name): ours for name in values}
    try:
        import icu  # noqa: F401 - whether it is there
    except ImportError:
        pass
    else:
        ways |= {(f"ICU {name}", name): icu_matcher for name in values}
    for name, value in hostile().items():
        values[name] = [value]
        ways[name, name] = ours
    best = {name: float("inf") for name, _ in ways}
    for _ in range(5):
        for (name, kind), way in ways.items():
            match = way()
            start = perf_counter()
            for value in values[kind]:
                match(value)
            best[name] = min(best[name], (perf_counter() - start) / len(values[kind]))
    return best


def ours() -> Match:
    """Return the shipped catalogues' function, which has found its files but seen no value yet."""
    codes = rv_i18n.ErrorCode
    catalog = Catalog(rv_i18n.LOCALE_DIR, codes=codes, domain="rv_i18n", default=("en", "zh_CN"))
    catalog.negotiate("en")
    return catalog.negotiate


def icu_matcher() -> Match:
    """Return ICU's matcher."""
    from icu import Locale, LocaleMatcher

    builder = LocaleMatcher.Builder()
    builder.setSupportedLocales([Locale(tag.replace("-", "_")) for tag in TAGS])
    builder.setDefaultLocale(Locale("en"))
    return builder.build().getBestMatchForListString


def headers(count: int) -> list[str]:
    """Return this many distinct Accept-Language values with one to six languages each."""
    choose = random.Random(1)
    found: dict[str, None] = {}
    while len(found) < count:
        first, *others = choose.sample(COMMON, choose.randint(1, 6))
        weighted = [f"{tag};q={1 - place / 10:.1f}" for place, tag in enumerate(others, 1)]
        found[choose.choice([",", ", "]).join([first, *weighted])] = None
    return list(found)


def odd_headers(count: int) -> list[str]:
    """Return this many values whose first language we have, and whose last nobody has heard of."""
    choose = random.Random(3)
    odd = ("".join(choose.choices(string.ascii_lowercase, k=3)) for _ in range(count))
    return [
        f"{choose.choice(TAGS)},{choose.choice(COMMON)};q=0.9,{choose.choice(COMMON)};q=0.8,"
        f"{tag}-{choose.choice('KLMN')}X;q=0.{number:05}"
        for number, tag in enumerate(odd, 1)
    ]


def hostile() -> dict[str, str]:
    """Return the most expensive values that we know of; of longer ones no more is read."""
    regions = [a + b for a in "klmn" for b in string.ascii_lowercase]
    return {
        "Chinese in unknown regions": ",".join(f"zh-Hani-{at};q=0.5" for at in regions),
        "refused languages": ",".join(f"z{at}-Hant-TW;q=0" for at in regions),
        "long tags": ",".join(f"ja-{at:08}" + "-abcdefgh" * 7 for at in range(100)),
    }


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1])), sys.stdout)
