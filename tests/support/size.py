"""How much the fault tests run: all with ``FAULTS=1``, otherwise a tenth, as in CI."""

from __future__ import annotations

import os
import random
from timeit import default_timer

FRACTION = float(os.environ.get("FAULTS", "0.1"))
SEED = int(os.environ.get("FAULTS_SEED", "604"))


def sized(whole: int) -> int:
    """The number of ``whole`` cases that this run tries."""
    return max(1, int(whole * FRACTION))


def randomness() -> random.Random:
    """The same sequence in every run, unless FAULTS_SEED says otherwise."""
    return random.Random(SEED)


class Clock:
    """Finds calls that take longer than ``bound`` seconds, even when repeated."""

    def __init__(self, bound: float) -> None:
        self.bound = bound
        self.worst = 0.0

    def ask(self, function, *arguments):
        """Return what the function returns or raises; call it again if it was slow."""
        best = float("inf")
        for _ in range(20):
            start = default_timer()
            try:
                answer = function(*arguments)
            except Exception as error:  # noqa: BLE001 - the caller judges it
                answer = error
            best = min(best, default_timer() - start)
            if best <= self.bound / 10:
                break
        self.worst = max(self.worst, best)
        assert best <= self.bound, f"{best:.4f} s for {str(arguments)[:300]}"
        return answer
