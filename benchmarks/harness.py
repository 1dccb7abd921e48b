"""Measures a copy of the package as a wheel has it, interleaved with what it is compared with."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import statistics
import subprocess
import sys
from pathlib import Path
from timeit import Timer
from typing import Any, NamedTuple

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
BATCH = 0.0002
"""The seconds of one batch of calls: short enough to fit between two interruptions."""


class Row(NamedTuple):
    """A figure, what it is compared with in the same run, the ratio, and the most it should be."""

    what: str
    figure: str
    against: str = "-"
    ratio: float | None = None
    most: float | None = None

    def __str__(self) -> str:
        numbers = ("-" if number is None else f"{number:.2f}" for number in (self.ratio, self.most))
        missed = self.ratio is not None and self.most is not None and self.ratio > self.most
        cells = (self.what, self.figure, self.against, *numbers)
        return f"| {' | '.join(cells)}{' (missed)' if missed else ''} |"


def install(directory: Path) -> Path:
    """Copy the package into ``directory`` with its catalogues, everything compiled."""
    package = directory / "rv_i18n"
    shutil.copytree(ROOT / "rv_i18n", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "locales", package / "locales")
    for po in package.glob("locales/*/LC_MESSAGES/*.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))
    (package / "locales/rv_i18n.pot").unlink()  # with a template it would be a source tree
    compileall.compile_dir(package, quiet=1)
    age(directory)
    return directory


def age(directory: Path) -> None:
    """Date the catalogues back, since those that have just changed are looked at again."""
    for path in directory.rglob("*.[mp]o"):
        os.utime(path, (0, 0))


def run(site: Path, module: str, *arguments: object) -> Any:
    """Run a module of the benchmarks on the copy in ``site``; return its JSON output."""
    command = [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)]
    path = os.pathsep.join([str(site), str(ROOT)])
    return json.loads(
        subprocess.check_output(command, cwd=site, env={**os.environ, "PYTHONPATH": path})
    )


def medians(runs: list[dict[str, float]]) -> dict[str, float]:
    """Return the median of each name over several processes.

    The place of a string in a dictionary varies from process to process, and so does the time.
    """
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}


def interleaved(
    statements: dict[str, str], names: dict[str, Any], rounds: int, *, warm: int = 100
) -> dict[str, float]:
    """Return the seconds of each statement: in turn A B C, A B C …; the fastest batch counts."""
    timers = {name: Timer(text, globals=names) for name, text in statements.items()}
    calls = {}
    for name, timer in timers.items():
        timer.timeit(warm)
        calls[name] = 1
        while timer.timeit(calls[name]) < BATCH:
            calls[name] *= 2
    best = dict.fromkeys(timers, float("inf"))
    for _ in range(rounds):
        for name, timer in timers.items():
            best[name] = min(best[name], timer.timeit(calls[name]) / calls[name])
    return best
