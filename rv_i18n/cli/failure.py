"""Says what went wrong: one line on standard error, and a status."""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import TextIO

DONE, NO, FAILED, INTERRUPTED = 0, 1, 2, 130


def fail(text: str, status: int = FAILED) -> int:
    """Say in one line on standard error what went wrong."""
    if sys.stderr is not None:
        try:
            print(f"rv-i18n: {text}", file=sys.stderr, flush=True)
        except OSError:
            discard(sys.stderr)  # nobody is left who could be told
    return status


def file_name(error: OSError) -> str:
    """The file that an error is about, in one line; an error without one is about the output."""
    if error.filename is None:
        return "standard output"
    name = os.fsdecode(error.filename)
    return name if name and name.isprintable() else repr(name)


def discard(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere, since Python would write it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
