"""Measures a repeated look-up beside gettext's and the fastest possible function."""

from __future__ import annotations

import gettext
import json
import sys
from pathlib import Path

import rv_i18n
from rv_i18n import ErrorCode, message, use_locale

from .harness import Row, interleaved, medians, run

HELD, LIMIT, SCOPED = "held('VALIDATE_CODE_ERROR')", "limit(604, 'en')", "message(604)"
OURS = {
    "message(604, 'en')": 0.8,
    "message('VALIDATE_CODE_ERROR', 'en')": 0.8,
    "message(member, 'en')": 0.8,
    "message(604, 'ja-JP')": 0.8,
    "message(604, 'fr;q=0.9, ja;q=0.5')": 0.8,
    SCOPED: 1.2,
}
"""What is called, with the most that it should take of gettext's time."""
NAMED = {SCOPED: f"`{SCOPED}` under `use_locale`"}


def measure(site: Path, *, short: bool) -> list[Row]:
    """Return a row for each call, and one for the first beside the limit."""
    processes, rounds = (3, 100) if short else (15, 400)
    took = medians([run(site, "lookup", rounds) for _ in range(processes)])
    rows = [
        Row(
            NAMED.get(call, f"`{call}`"),
            _ns(took[call]),
            "gettext held",
            took[call] / took[HELD],
            most,
        )
        for call, most in OURS.items()
    ]
    first = next(iter(OURS))
    ratio = took[first] / took[LIMIT]
    return [*rows, Row(f"`{first}`", _ns(took[first]), "`table[locale][code]`", ratio, 1.4)]


def _ns(seconds: float) -> str:
    return f"{seconds * 1e9:.0f} ns"


TABLE = {
    locale: {code.value: message(code, locale) for code in ErrorCode}
    for locale in rv_i18n.locales()
}


def limit(code: int, locale: str) -> str:
    """The least work with which a Python function can find a text by locale and code."""
    return TABLE[locale][code]


def main(rounds: int) -> dict[str, float]:
    """Measure in this process."""
    with Path(rv_i18n.LOCALE_DIR, "en/LC_MESSAGES/rv_i18n.mo").open("rb") as mo:
        held = gettext.GNUTranslations(mo).gettext
    names = {"message": message, "member": ErrorCode(604), "held": held, "limit": limit}
    with use_locale("ja"):
        return interleaved({call: call for call in (*OURS, HELD, LIMIT)}, names, rounds)


if __name__ == "__main__":
    json.dump(main(int(sys.argv[1])), sys.stdout)
