"""Timing that can be compared: interleaved, the minimum of many repeats, the collector off."""

from __future__ import annotations

import gc
import statistics
from time import perf_counter
from timeit import Timer
from typing import Any

BATCH = 0.0002
"""Seconds that one batch of calls takes: short enough to fall between two interruptions."""


def interleaved(statements: dict[str, str], names: dict[str, Any], rounds: int) -> dict[str, float]:
    """Seconds that each statement takes: A B C, A B C …, and of each the quickest batch."""
    timers = {name: Timer(text, globals=names) for name, text in statements.items()}
    calls = {}
    for name, timer in timers.items():
        timer.timeit(100)  # what was asked for before is what is measured
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
    """Seconds that one call takes."""
    gc.collect()
    gc.disable()
    start = perf_counter()
    function(*arguments)
    taken = perf_counter() - start
    gc.enable()
    return taken


def median(runs: list[dict[str, float]]) -> dict[str, float]:
    """Of what several processes measured, the median for each name that all of them have."""
    return {name: statistics.median(run[name] for run in runs) for name in runs[0]}
