"""Reads the bytes of a ``.po`` file, which are UTF-8 whatever they say."""

from __future__ import annotations

import os
import stat

from ..._errors import CatalogError


class NotUtf8Error(CatalogError):
    """A file that is not UTF-8; ``line`` is the first line that is not."""

    def __init__(self, path: str, line: int) -> None:
        super().__init__(path, f"line {line}: not UTF-8")
        self.line = line


def read_text(path: str) -> str:
    """The text of a file, its line ends as they are.

    Raises ``NotUtf8Error``, and ``CatalogError`` for what cannot be read or is no regular file.

    >>> from rv_i18n.tools.po.tree import default_localedir
    >>> read_text(default_localedir() + "/en/LC_MESSAGES/rv_i18n.po")[:15]
    '# English texts'
    """
    try:
        if not stat.S_ISREG(os.stat(path).st_mode):
            raise CatalogError(path, "not a regular file")  # a FIFO would wait for a writer
        with open(path, "rb") as stream:
            data = stream.read()
    except OSError as error:
        raise CatalogError(path, error.strerror or str(error)) from error
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise NotUtf8Error(path, data.count(b"\n", 0, error.start) + 1) from error
