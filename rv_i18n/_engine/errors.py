"""The package's exceptions, whose texts are short and safe to log, whatever was passed in."""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from . import PUBLIC
from .members import symbol_of
from .quote import LONGEST, LONGEST_ERROR, cut, excerpt, printable, without_middle


class UnknownCodeError(LookupError, ValueError):
    """A code is not in the list.

    ``code`` is the code exactly as it was passed. ``nearest`` is a tuple of the enum members that
    come closest.

    >>> from rv_i18n import ErrorCode
    >>> print(UnknownCodeError(609, [ErrorCode(608), ErrorCode(610)]))
    unknown code 609; the nearest known are 608 USER_AREA_ERROR, 610 SIGNATURE_EXPIRED
    """

    __module__ = PUBLIC

    def __init__(self, code: object, nearest: Iterable[Enum] = ()) -> None:
        nearest = tuple(nearest)
        super().__init__(code, nearest)  # so that a copy or pickle keeps both
        self.code = code
        self.nearest = nearest

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"  # the arguments can be of any length

    def __str__(self) -> str:
        text = f"unknown code {excerpt(self.code)}"
        if self.nearest:
            known = (cut(f"{member._value_} {symbol_of(member)}") for member in self.nearest)
            text += "; the nearest known are " + ", ".join(known)
        return text


class _FileError(Exception):
    """What is wrong with a file or directory, and where.

    ``path`` is its full path, ``reason`` says what is wrong, and ``line`` is the number of the
    faulty line, or ``None``.
    """

    def __init__(self, path: str, reason: str, line: int | None = None) -> None:
        super().__init__(path, reason, line)
        self.path = path
        self.reason = reason
        self.line = line

    def __repr__(self) -> str:
        return without_middle(f"{type(self).__name__}({str(self)!r})")

    def __str__(self) -> str:
        path = self.path if len(self.path) <= 2 * LONGEST else "..." + self.path[-2 * LONGEST :]
        line = "" if self.line is None else f":{self.line}"
        place = f"{printable(path)[: 2 * LONGEST + 20]}{line}: "
        return place + without_middle(printable(self.reason), LONGEST_ERROR - len(place))


class CatalogError(_FileError):
    """A catalogue, or a directory of catalogues, cannot be read.

    ``path`` is its full path, ``reason`` says what is wrong, and ``line`` is the number of the
    faulty line, or ``None``.

    >>> print(CatalogError("locales/ja/LC_MESSAGES/rv_i18n.po", "a msgid without a msgstr", 12))
    locales/ja/LC_MESSAGES/rv_i18n.po:12: a msgid without a msgstr
    """

    __module__ = PUBLIC


class CatalogWarning(_FileError, UserWarning):  # noqa: N818 - a warning, not an error
    """A catalogue that cannot be read was skipped; its texts come from the next one.

    ``path``, ``reason`` and ``line`` are those of the ``CatalogError`` that ``check`` reports.
    """

    __module__ = PUBLIC
