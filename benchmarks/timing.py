"""Comparable timing: interleaved, the minimum of many repeats, garbage collector off."""

from __future__ import annotations

import gc
import statistics
from time import perf_counter
from timeit import Timer
from typing import Any

BATCH = 0.0002
"""The seconds of one batch of calls: short enough to fit between two interruptions."""


def interleaved(statements: dict[str, str], names: dict[str, Any], rounds: int) -> dict[str, float]:
    """Return the seconds of each statement, measured in turn; the fastest batch counts."""
    timers = {name: Timer(text, globals=names) for name, text in statements.items()}
    calls = {}
    for name, timer in timers.items():
        timer.timeit(100)  # warm up: we measure repeated calls
        count, taken = 1, timer.timeit(1)
        while taken < BATCH:
            count *= 2
            taken = timer.timeit(count)
        calls[name] = count
    best = dict.fromkeys(timers, float("inf"))
    for _ in range(rounds):
        for name, timer in timers.items():
            best[name] = min(best[name], timer.timeit(calls[name]) / calls[name])
    return best


def once(function: Any, *arguments: Any) -> float:
    """Return the seconds of one call."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    function(*arguments)
    taken = perf_counter() - start
    gc.enable()
    return taken


def median(runs: list[dict[str, float]]) -> dict[str, float]:
    """Return the medians of several processes, for the names that all of them measured."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
