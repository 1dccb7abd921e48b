"""Measures look-ups in many threads at once, and memory after a million untrusted locales."""

from __future__ import annotations

import gettext
import json
import sys
import tracemalloc
from pathlib import Path
from threading import Barrier, Thread
from time import perf_counter
from typing import Any

import rv_i18n

from . import site

THREADS = [1, 2, 4, 8, 16]
FOREIGN = ["x-{}", "qq-{}", "fr;q=0.5, tlh-{}", "../{}", "zz_{}.UTF-8"]


def measure(where: Path, *, short: bool) -> dict[str, Any]:
    """Return seconds per look-up by number of threads, and bytes by number of locale strings."""
    return {
        "threads": site.run(where, "contention", "threads", 20_000 if short else 400_000),
        "memory": site.run(where, "contention", "memory", 10_000 if short else 1_000_000),
    }


def threads(calls: int) -> list[dict[str, float]]:
    """Return the seconds per look-up, ours and the standard library's, in this many threads."""
    held = gettext.translation("rv_i18n", rv_i18n.LOCALE_DIR, ["en"]).gettext
    rv_i18n.message(604, "en")

    def ours(repeat: int) -> None:
        message = rv_i18n.message
        for _ in range(repeat):
            message(604, "en")

    def standard(repeat: int) -> None:
        for _ in range(repeat):
            held("VALIDATE_CODE_ERROR")

    rows = []
    for number in THREADS:
        taken = [
            (_at_once(ours, number, calls), _at_once(standard, number, calls)) for _ in range(5)
        ]
        best = map(min, zip(*taken))
        rows.append(dict(zip(("threads", "lookup", "standard_lookup"), (number, *best))))
    return rows


def _at_once(function: Any, number: int, calls: int) -> float:
    start = Barrier(number + 1)

    def run() -> None:
        start.wait()
        function(calls // number)

    workers = [Thread(target=run) for _ in range(number)]
    for worker in workers:
        worker.start()
    start.wait()
    before = perf_counter()
    for worker in workers:
        worker.join()
    return (perf_counter() - before) / calls


def memory(strings: int) -> dict[str, float]:
    """Return the peak bytes that the catalogue holds: in the first 1,000 strings, and later."""
    rv_i18n.message(604, "qq, *;q=0")  # loads what any foreign locale needs
    first = later = 0
    tracemalloc.start()
    for number in range(1, strings + 1):
        rv_i18n.message(604, FOREIGN[number % len(FOREIGN)].format(number))
        if number <= 1000:
            first = max(first, tracemalloc.get_traced_memory()[0])
        elif number % 11 == 0:
            later = max(later, tracemalloc.get_traced_memory()[0])
    return {"strings": strings, "first_thousand": first, "later": later}


if __name__ == "__main__":
    json.dump({"threads": threads, "memory": memory}[sys.argv[1]](int(sys.argv[2])), sys.stdout)
