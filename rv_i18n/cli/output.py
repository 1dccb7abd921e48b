"""Writes the output of a command to a file or to standard output, completely or not at all."""

from __future__ import annotations

import os
import sys

from ..tools.atomic import write_files


def write(text: str, path: str | None) -> None:
    """Write ``text`` to the file at ``path``, or to standard output if it is ``None`` or "-".

    Line ends are not translated. Raises ``OSError`` with ``path`` as its file name. An existing
    file is replaced in one step, when the new one is complete. Until then, and after a failure,
    readers get the whole old file.
    """
    if path is None or path == "-" or _is_standard_output(path):
        print(text, end="")
    elif os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe stays one
        try:
            with open(path, "wb") as stream:
                stream.write(text.encode())
        except OSError as error:
            raise OSError(error.errno, error.strerror, path) from error
    else:
        write_files({path: text.encode()})


def _is_standard_output(path: str) -> bool:
    """Whether standard output already goes to ``path``, as for /dev/stdout."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):  # AttributeError: it is closed, so it is None
        return False
