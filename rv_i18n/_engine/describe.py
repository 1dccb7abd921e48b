"""Turns an exception into a sentence, followed by the exception's own words.

This code runs when something has already gone wrong, and on objects of any class. So three
functions do all access to the exception (its attributes, its number, its ``str``). They let no
exception out, not even SystemExit, and convert a value only if it is known to be short.
"""

from __future__ import annotations

from contextvars import ContextVar
from itertools import islice
from operator import index

from ..codes import ErrorCode
from .members import members_of, read_number
from .quote import excerpt
from .types import Locale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .message import Message

_LONGEST = 300
"""The most characters of an exception's own words that are shown."""

_LONGEST_READ = 4 * _LONGEST
"""Characters that are read to show so many, since much of what is read may be space."""

_LONGEST_NUMBER = 20
"""The most characters of a code that is a string; the farm has no longer ones."""

_ABSENT: Any = object()

_BUILT_IN = type(object.__str__)
"""The type of a ``__str__`` that is written in C, whose cost is known."""

# No class or metaclass can override these.
_mro = vars(type)["__mro__"].__get__
_name = vars(type)["__name__"].__get__
_arguments = vars(BaseException)["args"].__get__

_described: ContextVar[object] = ContextVar("rv_i18n described", default=_ABSENT)


def description(error: object, locale: Locale, lookup: Callable[..., Message]) -> str:
    """Do the work of ``describe``, with the ``lookup`` of a ``Catalog``."""
    if _described.get() is error:  # describe is the error's own __str__, and has called itself
        return BaseException.__str__(error)  # type: ignore[arg-type]  # only exceptions get here
    token = _described.set(error)
    try:
        try:
            return _sentence(error, locale, lookup)
        except Exception:  # noqa: BLE001 - no catalogue, or a locale of the wrong type
            return _line(_said(error)) or _type_name(error)
    except RecursionError:  # the stack has no room left for any Python function
        return "RecursionError"
    finally:
        _described.reset(token)


def _sentence(error: object, locale: Locale, lookup: Callable[..., Message]) -> str:
    """Return the text with its detail, or the exception's own text if it is not the farm's."""
    number, said = _number_and_words(error)
    words = _line(said)
    if number is _ABSENT:
        return words or _type_name(error)
    member = members_of(ErrorCode).find(number) if number is not None else None
    message = lookup(ErrorCode.FAIL if member is None else member, locale)
    detail = [excerpt(number)] if member is None and number is not None else []
    if words not in detail and _says_more(words, message, lookup):
        detail.append(words)
    return _with_brackets(message, ": ".join(detail))


def _number_and_words(error: object) -> tuple[Any, str]:
    """Return the code of an exception, and its own words.

    The code is ``None`` if the farm sent none, and ``_ABSENT`` if the exception is not the farm's.
    """
    modules = [_get(kind, "__module__") for kind in _mro(type(error))]
    of_the_sdk = any(
        issubclass(type(module), str) and str.startswith(module, "rayvision_") for module in modules
    )
    code = _get(error, "error_code")
    number = _number(code)
    like_the_sdk = of_the_sdk or (code is None and _get(error, "error") is not _ABSENT)
    if number is None and not like_the_sdk:
        return _ABSENT, _said(error)
    words = _get(error, "error", error)
    if code is _ABSENT:  # for example HardwareConfigIdError(1000001, "…")
        arguments = _arguments(error) if issubclass(type(error), BaseException) else ()
        first, second = (*arguments[:2], "", "")[:2]
        number = _number(first)
        return (_ABSENT, _said(words)) if number is None else (number, _said(second))
    return number, "" if words is None else _said(words)


def _number(code: Any) -> int | None:
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


def _says_more(words: str, message: Message, lookup: Callable[..., Message]) -> bool:
    """Whether the words are more than the symbolic name, the number, or the text itself."""
    said = _folded(words)
    known = "", str(message.code), message.symbol, message.text
    farms = "en" if words.isascii() else "zh_CN"  # the farm writes one or the other
    return said not in map(_folded, known) and said != _folded(lookup(message.code, farms).text)


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


def _get(value: object, name: str, default: Any = _ABSENT) -> Any:
    """Return an attribute, or ``default`` if there is none or if reading it fails."""
    try:
        return getattr(value, name)
    except BaseException:  # noqa: BLE001 - whatever a stranger's property raises
        return default


def _said(value: Any) -> str:
    """Return the beginning of ``str(value)``; if that would take long, only its first string."""
    try:
        if not issubclass(type(value), str):
            parts = _arguments(value) if issubclass(type(value), BaseException) else value
            if isinstance(type(value).__str__, _BUILT_IN) and not _is_short(parts):
                return next((_said(part) for part in parts[:9] if isinstance(part, str)), "")
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


def _type_name(value: object) -> str:
    return _line(_name(type(value))[:_LONGEST_READ])


def _line(text: str) -> str:
    """Return the text on one line, truncated, with unprintable characters escaped."""
    text = " ".join(text.split())
    if not text.isprintable():
        text = "".join(each if each.isprintable() else repr(each)[1:-1] for each in text)
    return text if len(text) <= _LONGEST else text[: _LONGEST - 3] + "..."
