"""Measures how time and memory grow with the number of codes, and memory with that of readers."""

from __future__ import annotations

import gettext
import json
import sys
import tracemalloc
from collections.abc import Callable
from enum import IntEnum
from pathlib import Path
from tempfile import TemporaryDirectory

from babel.messages import Catalog as Messages
from babel.messages.mofile import write_mo

import rv_i18n
from rv_i18n import Catalog

from .harness import Row, age, interleaved, run

FOREIGN = ["x-{}", "qq-{}", "fr;q=0.5, tlh-{}", "../{}", "zz_{}.UTF-8"]


def measure(site: Path, *, short: bool) -> list[Row]:
    """Return the rows of a large catalogue, and of locale strings that never come twice."""
    codes, strings = (10_000, 10_000) if short else (100_000, 1_000_000)
    took = run(site, "growth", codes, strings)
    many = f"{codes:,} codes"
    found = {
        f"a look-up among {many}": ("look-up", 1e9, "ns", "100 codes", 1.2),
        f"loading {many}": ("load", 1e3, "ms", "gettext.translation", 1.3),
        f"memory of {many}": ("memory", 1e-6, "MB", "gettext.translation", 1.3),
        f"memory in {strings:,} locale strings": ("readers", 1e-6, "MB", "the first 1,000", 1.1),
    }
    return [
        Row(
            what,
            f"{took[name][0] * scale:,.2f} {unit}",
            against,
            took[name][0] / took[name][1],
            most,
        )
        for what, (name, scale, unit, against, most) in found.items()
    ]


def main(codes: int, strings: int) -> dict[str, list[float]]:
    """Measure in this process; each figure comes with what it is compared with."""
    took = {"readers": readers(strings)}
    with TemporaryDirectory() as directory:
        large, standard = loaders(Path(directory, "large"), codes)
        small, _ = loaders(Path(directory, "small"), 100)
        names = {
            "load": large,
            "standard": standard,
            "large": large().message,
            "small": small().message,
            "many": range(100, 100 + codes, codes // 50),
            "few": range(100, 150),
        }
        statements = {
            "large": "for number in many: large(number, 'ja')",
            "small": "for number in few: small(number, 'ja')",
        }
        loading = {"load": "load()", "standard": "standard()"}
        took["look-up"] = [each / 50 for each in interleaved(statements, names, 300).values()]
        took["load"] = list(interleaved(loading, names, 25, warm=1).values())
        took["memory"] = [held_by(large), held_by(standard)]
    return took


def loaders(directory: Path, codes: int) -> tuple[Callable[[], Catalog], Callable[[], object]]:
    """Write catalogues of this many codes; return what loads them anew, ours and gettext's."""
    code = IntEnum("Code", {f"ERROR_NUMBER_{number}": number for number in range(100, 100 + codes)})
    for locale in ("en", "ja"):
        messages = Messages(locale, charset="utf-8")
        for each in code:
            text = f"What was asked for could not be done for the reason {each} ({locale})"
            messages.add(each.name, text)
        path = directory / locale / "LC_MESSAGES/large.mo"
        path.parent.mkdir(parents=True)
        with path.open("wb") as mo:
            write_mo(mo, messages)
    age(directory)

    def ours() -> Catalog:
        catalog = Catalog(directory, codes=code, domain="large", default="en")
        catalog.message(100, "ja")
        return catalog

    def standard() -> object:
        class Texts(gettext.GNUTranslations):
            """A new class, because translation() caches each file by class."""

        return gettext.translation("large", directory, ["ja"], Texts)

    return ours, standard


def held_by(function: Callable[[], object]) -> int:
    """Return the bytes that the result of a function holds."""
    tracemalloc.start()
    kept = function()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    del kept
    return held


def readers(strings: int) -> list[float]:
    """Return the most bytes that are held after the first 1,000 locale strings, and until then."""
    rv_i18n.message(604, "qq, *;q=0")  # loads what any foreign locale needs
    first = later = 0
    tracemalloc.start()
    for number in range(1, strings + 1):
        rv_i18n.message(604, FOREIGN[number % len(FOREIGN)].format(number))
        if number <= 1000:
            first = max(first, tracemalloc.get_traced_memory()[0])
        elif number % 11 == 0:
            later = max(later, tracemalloc.get_traced_memory()[0])
    tracemalloc.stop()
    return [later, first]


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
