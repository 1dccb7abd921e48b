"""Writes what a command has made: whole or not at all."""

from __future__ import annotations

import os
from tempfile import mkstemp


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
            _replace(os.path.realpath(path), text.encode())
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error


def _replace(path: str, data: bytes) -> None:
    descriptor, temporary = mkstemp(dir=os.path.dirname(path), prefix=".rv-i18n-")
    try:
        with open(descriptor, "wb") as stream:
            stream.write(data)
        os.chmod(temporary, _mode(path))
        os.replace(temporary, path)
    except BaseException:
        os.unlink(temporary)
        raise


def _mode(path: str) -> int:
    """The permissions of the file that is replaced, or those that a new file gets."""
    try:
        return os.stat(path).st_mode & 0o777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
