"""Sets up standard output and standard error: encoding, line ends, and whether to use colours."""

from __future__ import annotations

import io
import os
import sys


def set_up() -> None:
    """Make both streams write UTF-8 whatever the terminal's locale, or what PYTHONIOENCODING names.

    What the encoding lacks is escaped, unless PYTHONIOENCODING says what else to do. Line ends are
    not translated, for CSV has its own.
    """
    if sys.stdout is None:  # closed; only a command that writes to it should fail
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: SIM115 - stays open
    asked = "" if sys.flags.ignore_environment else os.environ.get("PYTHONIOENCODING", "")
    name, _, errors = asked.partition(":")
    encoding = None if name else "utf-8"  # Python has set the one that is named, where it applies
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            how = errors if errors and stream is sys.stdout else "backslashreplace"
            stream.reconfigure(encoding=encoding, errors=how, newline="")


def coloured() -> bool:
    """Whether standard output takes colours: on a terminal, or if FORCE_COLOR is set.

    NO_COLOR, which wins, turns them off. Neither counts if it is empty: https://no-color.org and
    https://force-color.org.
    """
    return not os.environ.get("NO_COLOR") and (forced() or sys.stdout.isatty())


def forced() -> bool:
    """Whether FORCE_COLOR asks for colours even in a pipe."""
    return bool(os.environ.get("FORCE_COLOR"))
