"""Writes what a command has made: whole or not at all."""

from __future__ import annotations

import os

from .atomic import locked, write_files


def write(text: str, path: str | None) -> None:
    """Write ``text`` to the file at ``path``, or to standard output where it is ``None`` or "-".

    A file that exists is replaced in one step, once the new one is complete on the disk; whoever
    reads it meanwhile, or after a failure, has the old one whole. Line ends stay as they are.
    Raises ``OSError`` with ``path`` as its file name.
    """
    if path is None or path == "-":
        print(text, end="")
        return
    try:
        if os.path.exists(path) and not os.path.isfile(path):
            with open(path, "wb") as stream:  # a device or a pipe stays one
                stream.write(text.encode())
        else:
            with locked(os.path.dirname(os.path.realpath(path))):
                write_files({path: text.encode()})
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
