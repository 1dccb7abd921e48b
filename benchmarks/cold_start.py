"""Measures whole processes, from the start of the interpreter through the first text to the end.

Processor time counts, because other processes running at the same time do not affect it.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path

from .harness import Row

EMPTY, STANDARD = "an empty interpreter", "gettext"
READERS = {
    "a catalogue's name": ("ja", 1.1),
    "Hong Kong": ("zh-HK", 1.2),
    "France": ("fr-FR", 1.2),
    "a browser": ("de-CH,de;q=0.9,zh-Hans-SG;q=0.8,en;q=0.7", 1.2),
    "no locale": (None, 1.2),
}
"""The locale of each reader, with the most that a first text should take of gettext's time."""


def measure(site: Path, *, short: bool) -> list[Row]:
    """Return a row for each reader: the time beyond that of an empty interpreter."""
    scripts = {
        name: f"from rv_i18n import message; message(604, {locale!r})"
        for name, (locale, _) in READERS.items()
    }
    scripts[STANDARD] = (
        f"import gettext; gettext.translation('rv_i18n', {str(site / 'rv_i18n/locales')!r}, "
        "['ja']).gettext('VALIDATE_CODE_ERROR')"
    )
    scripts[EMPTY] = "pass"
    best = dict.fromkeys(scripts, float("inf"))
    for _ in range(15 if short else 100):
        for name, script in scripts.items():
            path = f"import sys; sys.path.insert(0, {str(site)!r}); "
            best[name] = min(best[name], _processor_seconds(path + script))
    took = {name: seconds - best[EMPTY] for name, seconds in best.items()}
    return [
        Row(
            f"cold start, {name}",
            f"{took[name] * 1e3:.1f} ms",
            "gettext",
            took[name] / took[STANDARD],
            most,
        )
        for name, (_, most) in READERS.items()
    ]


def _processor_seconds(script: str) -> float:
    child = os.posix_spawn(sys.executable, [sys.executable, "-I", "-c", script], {})
    _, status, usage = os.wait4(child, 0)
    if status:
        raise ChildProcessError(script)
    return usage.ru_utime + usage.ru_stime
