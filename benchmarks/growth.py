"""Measures how time and memory grow with the number of codes and catalogues."""

from __future__ import annotations

import gettext
import json
import os
import subprocess
import sys
import tracemalloc
from enum import Enum, IntEnum
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from tempfile import TemporaryDirectory
from typing import Any

from babel.localedata import locale_identifiers
from babel.messages import Catalog as Messages
from babel.messages.mofile import write_mo
from babel.messages.pofile import write_po

from rv_i18n import Catalog

from . import site, timing

SHORT = [(100, 3), (10_000, 3), (100, 100)]
FULL = [*((100 * 10**n, 3) for n in range(4)), (1000, 10), (1000, 30), (1000, 100)]


def measure(where: Path, *, short: bool) -> list[dict[str, Any]]:
    """Return a row for each number of codes and catalogues."""
    return [site.run(where, "growth", *numbers) for numbers in (SHORT if short else FULL)]


def main(codes: int, catalogues: int) -> dict[str, Any]:
    """Measure in this process."""
    with TemporaryDirectory() as directory:
        small, large = Path(directory, "small"), Path(directory, "large")
        row = {"codes": codes, "catalogues": catalogues, "mo": write(large, codes, catalogues)}
        write(small, 100, 3)
        row |= load(large, enum(codes))
        row |= look_up(small, large, enum(codes))
        for command in ("lint", "sync"):
            row[command] = tool(command, large / "locales")
    return row


def enum(codes: int) -> type[Enum]:
    """Return an enum with this many codes."""
    return IntEnum("Code", [(name(number), number) for number in range(100, 100 + codes)])


def name(number: int) -> str:
    """Return a symbolic name."""
    return f"ERROR_NUMBER_{number}"


def text(number: int, locale: str) -> str:
    """Return a text of the usual length."""
    return f"What was asked for could not be done for the reason {number} ({locale})"


def write(tree: Path, codes: int, catalogues: int) -> int:
    """Write the code list and catalogues of a source tree; return the size of one .mo in bytes."""
    others = [each for each in locale_identifiers() if "_" not in each and each not in ("en", "ja")]
    numbers = range(100, 100 + codes)
    members = [f'    {name(number)} = {number}, "Reason {number}"\n' for number in numbers]
    source = "".join(["from enum import IntEnum\n\n\nclass Code(IntEnum):\n", *members])
    (tree / "rv_i18n").mkdir(parents=True)
    (tree / "rv_i18n/codes.py").write_text(source)
    table = '[tool.rv-i18n]\ncodes = ["rv_i18n/codes.py"]\ndomain = "rv_i18n"\nsource = "zh_CN"\n'
    (tree / "pyproject.toml").write_text(table)
    for locale in ["ja", "en", "zh_CN", *others][:catalogues]:
        messages = Messages(locale, charset="utf-8")
        for number in numbers:
            comments = [str(number), f"Reason {number}"]
            messages.add(name(number), text(number, locale), auto_comments=comments)
        directory = tree / f"locales/{locale}/LC_MESSAGES"
        directory.mkdir(parents=True)
        with (directory / "rv_i18n.mo").open("wb") as mo:
            write_mo(mo, messages)
        with (directory / "rv_i18n.po").open("wb") as po:
            write_po(po, messages)
    site.age(tree)
    return (tree / "locales/ja/LC_MESSAGES/rv_i18n.mo").stat().st_size


def a_catalog(tree: Path, codes: type[Enum]) -> Catalog:
    """Return the catalogues of a tree."""
    return Catalog(tree / "locales", codes=codes, domain="rv_i18n", default="en")


def load(tree: Path, codes: type[Enum]) -> dict[str, float]:
    """Return seconds and bytes of the first look-up in a new catalogue, ours and gettext's."""
    code = next(iter(codes))

    def ours() -> object:
        catalog = a_catalog(tree, codes)
        catalog.message(code, "ja")
        return catalog

    def standard() -> object:
        class Texts(gettext.GNUTranslations):
            """A new class, because translation() caches each file by class."""

        texts = gettext.translation("rv_i18n", tree / "locales", ["ja"], Texts)
        texts.gettext(code.name)
        return texts

    repeats = 7 if len(codes) > 10_000 else 25
    taken = [(timing.once(ours), timing.once(standard)) for _ in range(repeats)]
    row = dict(zip(("load", "standard_load"), map(min, zip(*taken))))
    for key, function in (("memory", ours), ("standard_memory", standard)):
        tracemalloc.start()
        kept = function()
        row[key] = tracemalloc.get_traced_memory()[0]
        tracemalloc.stop()
        del kept
    return row


def look_up(small: Path, large: Path, codes: type[Enum]) -> dict[str, float]:
    """Return the seconds of a repeated look-up, with a hundred codes and in the large catalogue."""
    numbers = [member.value for member in codes][:: max(1, len(codes) // 50)][:50]
    few = list(range(100, 150))
    names: dict[str, Any] = {"numbers": numbers, "few": few}
    names["small"] = a_catalog(small, enum(100)).message
    names["large"] = a_catalog(large, codes).message
    statements = {
        "small_lookup": "for number in few: small(number, 'ja')",
        "lookup": "for number in numbers: large(number, 'ja')",
    }
    best = timing.interleaved(statements, names, 300)
    return {key: taken / 50 for key, taken in best.items()}


def tool(command: str, localedir: Path) -> float | None:
    """Return the processor seconds of a command, or ``None`` if the command does not exist."""
    before = getrusage(RUSAGE_CHILDREN)
    words = [sys.executable, "-m", "rv_i18n", command, str(localedir)]
    done = subprocess.run(
        words, cwd=localedir.parent, env=os.environ, capture_output=True, check=False
    )
    after = getrusage(RUSAGE_CHILDREN)
    if done.returncode not in (0, 1):
        return None
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1]), int(sys.argv[2])), sys.stdout)
