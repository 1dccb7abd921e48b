"""Reports a failure: one line on standard error, and an exit status."""

from __future__ import annotations

import os
import sys

from .._engine.quote import without_middle
from . import progress
from .output import safe

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

DONE, NO, FAILED, INTERRUPTED = 0, 1, 2, 130


def fail(text: str, status: int = FAILED) -> int:
    """Print ``text`` as one line on standard error, and return ``status``.

    Every error of a command passes here, so that none is longer than an error may be.
    """
    progress.end()
    if sys.stderr is not None:
        try:
            print(f"rv-i18n: {without_middle(safe(text))}", file=sys.stderr, flush=True)
        except OSError:
            discard(sys.stderr)  # there is nowhere left to report it
    return status


def file_name(error: OSError) -> str:
    """Return the name of the file that an error is about; without one it is standard output."""
    if error.filename is None:
        return "standard output"
    name = os.fsdecode(error.filename)
    return name if name and name.isprintable() else repr(name)


def discard(stream: TextIO) -> None:
    """Discard what is left in the buffer, or Python would try to write it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
