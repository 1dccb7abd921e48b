"""Reads the words of an exception of any class, and puts them on one line.

This code runs when something has already gone wrong, on objects of strangers. So no function lets
an exception out, not even SystemExit, and a value is converted only if it is known to be short.
"""

from __future__ import annotations

from itertools import islice

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

LONGEST = 300
"""The most characters of an exception's own words that are shown."""

_LONGEST_READ = 4 * LONGEST
"""Characters that are read to show so many, since much of what is read may be space."""

ABSENT: Any = object()
"""Stands for an attribute that is not there."""

_BUILT_IN = type(object.__str__)
"""The type of a ``__str__`` that is written in C, whose cost is known."""

# No class or metaclass can override these.
_name = vars(type)["__name__"].__get__
arguments = vars(BaseException)["args"].__get__

_POSITIONED: tuple[object, ...] = (
    UnicodeEncodeError.__str__,
    UnicodeDecodeError.__str__,
    UnicodeTranslateError.__str__,
)
"""They tell a position in their text, and show one character of it, however long it is."""


def attribute(value: object, name: str, default: Any = ABSENT) -> Any:
    """Return an attribute, or ``default`` if there is none or if reading it fails."""
    try:
        return getattr(value, name)
    except BaseException:  # noqa: BLE001 - whatever a stranger's property raises
        return default


def said(value: Any) -> str:
    """Return the beginning of ``str(value)``; if that would take long, only its first string."""
    try:
        if not issubclass(type(value), str):
            parts = arguments(value) if issubclass(type(value), BaseException) else value
            if type(value).__str__ in _POSITIONED:  # whose text may be long
                parts = attribute(value, "encoding", ""), value.reason
            if isinstance(type(value).__str__, _BUILT_IN) and not _is_short(parts):
                return next((said(part) for part in parts[:9] if isinstance(part, str)), "")
            value = str(value)
        return str.__getitem__(value, slice(_LONGEST_READ))
    except BaseException:  # noqa: BLE001 - SystemExit too: traceback prints exceptions in this way
        return ""


def _is_short(value: Any, most: int = _LONGEST_READ) -> bool:
    """Whether the ``repr`` of a value is short; looks into Python's own containers."""
    waiting = [value]
    while waiting:
        value = waiting.pop()
        if isinstance(value, int):
            most -= value.bit_length() // 3
        most -= 1 + (len(value) if hasattr(value, "__len__") else 0)
        if most <= 0:
            return False
        if isinstance(value, (dict, frozenset, list, set, tuple)):
            waiting.extend(islice(value.items() if isinstance(value, dict) else value, most))
    return True


def plainly(error: object) -> str:
    """Return an exception's own words, or the name of its type."""
    return on_one_line(said(error)) or on_one_line(_name(type(error))[:_LONGEST_READ])


def on_one_line(text: str) -> str:
    """Return the text on one line, truncated, with unprintable characters escaped."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."
