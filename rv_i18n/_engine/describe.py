"""Turns an exception into a sentence, followed by the exception's own words.

This code runs when something has already gone wrong, and on objects of any class. So three
functions do all access to the exception (its attributes, its number, its ``str``). They let no
exception out, not even SystemExit, and convert a value only if it is known to be short.
"""

from __future__ import annotations

from contextvars import ContextVar
from itertools import islice
from operator import index

from .annotations import Locale
from .members import read_number
from .quote import excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from enum import Enum
    from typing import Any

    from .message import Message

_LONGEST = 300
"""The most characters of an exception's own words that are shown."""

_LONGEST_READ = 4 * _LONGEST
"""Characters that are read to show so many, since much of what is read may be space."""

_LONGEST_NUMBER = 20
"""The most characters of a code that is a string; the farm has no longer ones."""

ABSENT: Any = object()
"""Stands for an attribute that is not there, and for the code of an exception that has none."""

_BUILT_IN = type(object.__str__)
"""The type of a ``__str__`` that is written in C, whose cost is known."""

# No class or metaclass can override these.
_name = vars(type)["__name__"].__get__
arguments = vars(BaseException)["args"].__get__

_described: ContextVar[object] = ContextVar("rv_i18n described", default=ABSENT)


def own_code(error: object) -> tuple[Any, str]:
    """Return the ``error_code`` of an exception, or ``ABSENT``, and its own words."""
    code, words = attribute(error, "error_code"), attribute(error, "error", error)
    return code, "" if words is None else said(words)


class Describer:
    """Turns exceptions into sentences, with the ``lookup`` of a ``Catalog``.

    ``read`` returns the code of an exception and its own words; the code is ``None`` if there is
    none to name, and ``ABSENT`` if the exception is none of the list's. ``otherwise`` is the member
    whose text stands for a code that is not in the list; without it, such an exception is not
    described.
    """

    def __init__(
        self,
        lookup: Callable[..., Any],
        read: Callable[[object], tuple[Any, str]] = own_code,
        otherwise: Enum | None = None,
    ) -> None:
        self._lookup = lookup
        self._read = read
        self._otherwise = otherwise

    def describe(self, error: object, locale: Locale) -> str:
        """Return the sentence; raise nothing."""
        if _described.get() is error:  # describe is the error's own __str__, and has called itself
            return BaseException.__str__(error)  # type: ignore[arg-type]  # only exceptions get here
        token = _described.set(error)
        try:
            try:
                return self._sentence(error, locale)
            except Exception:  # noqa: BLE001 - no catalogue, or a locale of the wrong type
                return _plainly(error)
        except RecursionError:  # the stack has no room left for any Python function
            return "RecursionError"
        finally:
            _described.reset(token)

    def _sentence(self, error: object, locale: Locale) -> str:
        """Return the text with its detail, or the exception's own if it is none of the list's."""
        code, words = self._read(error)
        if code is ABSENT:
            return _line(words) or _plainly(error)
        message = None if code is None else self._lookup(code, locale, default=None)
        detail = []
        if message is None:
            if self._otherwise is None:
                return _plainly(error)
            message = self._lookup(self._otherwise, locale)
            detail = [] if code is None else [excerpt(code)]
        words = _line(words)
        if words not in detail and self._says_more(words, message):
            detail.append(words)
        return _with_brackets(message, ": ".join(detail))

    def _says_more(self, words: str, message: Message) -> bool:
        """Whether the words are more than the symbolic name, the number, or the text itself."""
        known = "", str(message.code.value), message.symbol, message.text
        farms = "en" if words.isascii() else "zh_CN"  # the farm writes one or the other
        told = _folded(words)
        return told not in map(_folded, known) and told != _folded(
            self._lookup(message.code, farms).text
        )


def number_of(code: Any) -> int | None:
    """Return the number that a code is or spells; unlike in ``message``, a name is not a code."""
    kind = type(code)
    try:
        if issubclass(kind, str):
            short = str.__len__(code) <= _LONGEST_NUMBER
            return read_number(str.__str__(code)) if short else None
        if issubclass(kind, float):
            return int(code) if code.is_integer() else None
        return None if issubclass(kind, bool) else int(index(code))
    except BaseException:  # noqa: BLE001 - not a number, or a hostile imitation of one
        return None


def _folded(words: str) -> str:
    """Return the words in a form in which two spellings of one text are equal."""
    return words.casefold().replace("-", "_").replace(" ", "_").strip("_.!。！")


def _with_brackets(message: Message, detail: str) -> str:
    """Return the text, followed by the detail in the brackets of its language.

    They are full-width in Chinese and Japanese; Korean puts no space before them.
    """
    text = " ".join(message.text.splitlines())
    if not detail:
        return text
    language = message.language.partition("-")[0]
    if language in ("ja", "yue", "zh"):
        return f"{text}（{detail}）"
    return f"{text}({detail})" if language == "ko" else f"{text} ({detail})"


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


def _plainly(error: object) -> str:
    """Return an exception's own words, or the name of its type."""
    return _line(said(error)) or _line(_name(type(error))[:_LONGEST_READ])


def _line(text: str) -> str:
    """Return the text on one line, truncated, with unprintable characters escaped."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
