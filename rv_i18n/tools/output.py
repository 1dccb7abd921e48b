"""Writes what a command has made: whole or not at all."""

from __future__ import annotations

import os
import sys

from .atomic import write_files


def write(text: str, path: str | None) -> None:
    """Write ``text`` to the file at ``path``, or to standard output where it is ``None`` or "-".

    A file that exists is replaced in one step, once the new one is complete; whoever reads it
    meanwhile, or after a failure, has the old one whole. Line ends stay as they are. Raises
    ``OSError`` with ``path`` as its file name.
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
    """Whether standard output goes to ``path`` already, as it does to /dev/stdout."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):  # AttributeError: it is closed, and None
        return False
