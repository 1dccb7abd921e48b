"""What the package raises, in texts that are short and safe to log whatever was passed in."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 60
"""Characters that one quoted value takes at most; with three of them a text stays below 300."""


class UnknownCodeError(LookupError, ValueError):
    """A code that is not in the list.

    ``code`` is what was asked for, as it was passed; ``nearest`` holds the known codes that come
    closest, each as ``"608 USER_AREA_ERROR"``.

    >>> print(UnknownCodeError(609, ["608 USER_AREA_ERROR", "610 SIGNATURE_EXPIRED"]))
    unknown code 609; the nearest known are 608 USER_AREA_ERROR, 610 SIGNATURE_EXPIRED
    """

    def __init__(self, code: object, nearest: Iterable[str] = ()) -> None:
        nearest = tuple(nearest)
        super().__init__(code, nearest)  # the arguments, so that a copy or a pickle is whole
        self.code = code
        self.nearest = nearest

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"  # the arguments may be of any length

    def __str__(self) -> str:
        text = f"unknown code {excerpt(self.code)}"
        if self.nearest:
            text += "; the nearest known are " + ", ".join(_cut(known) for known in self.nearest)
        return text


class CatalogError(Exception):
    """A catalogue, or a directory of catalogues, that cannot be read.

    ``path`` is the whole path of the file or directory, ``reason`` says what is wrong with it.

    >>> print(CatalogError("locales/ja/LC_MESSAGES/rv_i18n.mo", "not a regular file"))
    locales/ja/LC_MESSAGES/rv_i18n.mo: not a regular file
    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path = path
        self.reason = reason

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self)!r})"

    def __str__(self) -> str:
        path = self.path if len(self.path) <= 2 * _LONGEST else "..." + self.path[-2 * _LONGEST :]
        return f"{_escape(path)[: 2 * _LONGEST + 20]}: {_cut(self.reason, 2 * _LONGEST)}"


def excerpt(value: object) -> str:
    r"""``value`` quoted for an error text: cut short, and nothing in it that is not printable.

    So a value from outside can neither flood a log nor forge a line of one.

    >>> print(excerpt("604\n[CRITICAL] forged"))
    '604\n[CRITICAL] forged'
    >>> excerpt("9" * 5000) == "'" + "9" * 57 + "..."
    True
    >>> excerpt(10**5000)
    'an integer of 16610 bits'
    """
    if isinstance(value, int):
        # Decimal digits of a huge integer take quadratic time, and Python refuses them.
        bits = int.bit_length(value)
        return int.__repr__(value) if bits <= 128 else f"an integer of {bits} bits"
    if isinstance(value, str):
        return _cut(str.__repr__(value[:_LONGEST]))
    return f"of type {type_name(value)}"


def type_name(value: object) -> str:
    """The name of a value's type, for an error text: cut short, and printable.

    >>> type_name(b"604")
    'bytes'
    """
    return _cut(type(value).__name__)


def _cut(text: str, longest: int = _LONGEST) -> str:
    text = _escape(text)
    return text if len(text) <= longest else text[: longest - 2] + "..."


def _escape(text: str) -> str:
    return text if text.isprintable() else repr(text)
