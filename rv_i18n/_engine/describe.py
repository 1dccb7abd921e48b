"""Turns an exception into a sentence, followed by its number and its own words."""

from __future__ import annotations

from contextvars import ContextVar
from operator import index

from .annotations import Locale
from .direction import isolated
from .members import read_number
from .quote import cut, excerpt
from .words import ABSENT, attribute, on_one_line, plainly, said
from .wrapped import with_wrapped

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from enum import Enum
    from typing import Any, NamedTuple

    from .message import Message

    class Described(NamedTuple):
        """What is said of an exception: the text, the code, and the exception's own words.

        ``code`` is the number as the exception has it, or the member's value; ``None`` if there is
        none.
        """

        message: Message
        code: Any
        words: str
else:
    from collections import namedtuple

    Described = namedtuple("Described", "message code words")

_LONGEST_NUMBER = 20
"""The most characters of a code that is a string; the farm has no longer ones."""

_described: ContextVar[Sequence[object]] = ContextVar("rv_i18n described", default=())


def own_code(error: object) -> tuple[Any, str]:
    """Return the ``error_code`` of an exception, or ``ABSENT``, and its own words."""
    code, words = attribute(error, "error_code"), attribute(error, "error", error)
    return code, "" if words is None else said(words)


class Describer:
    """Turns exceptions into sentences, with the ``lookup`` of a ``Catalog``.

    ``read`` returns the code of an exception and its own words; the code is ``None`` if there is
    none to name, and ``ABSENT`` if the exception is none of the list's. ``otherwise`` is the member
    whose text stands for a code that is not in the list; without it, such an exception is not
    described. ``failure`` returns a message and words for exceptions without a code, if it knows
    them: it takes an exception with all that it wraps, and a locale.
    """

    def __init__(
        self,
        lookup: Callable[..., Any],
        read: Callable[[object], tuple[Any, str]] = own_code,
        otherwise: Enum | None = None,
        failure: Callable[[list[object], Locale], tuple[Message, str] | None] | None = None,
    ) -> None:
        self._lookup = lookup
        self._read = read
        self._otherwise = otherwise
        self._failure = failure

    def describe(self, error: object, locale: Locale) -> str:
        """Return the sentence; raise nothing."""
        try:
            if any(error is each for each in _described.get()):
                # describe is the error's own __str__, and has called itself
                return BaseException.__str__(error)  # type: ignore[arg-type]  # no other gets here
            return self.explain(error, locale)[1]
        except RecursionError:  # the stack has no room left for any Python function
            return "RecursionError"

    def explain(self, error: object, locale: Locale) -> tuple[Described | None, str]:
        """Return what is known of an exception or of what it wraps, if it is, and the sentence."""
        errors = with_wrapped(error)
        token = _described.set(errors)
        try:
            found = self._find(errors, locale)
            return found, self.sentence(error, found)
        except Exception:  # noqa: BLE001 - no catalogue, or a locale of the wrong type
            return None, plainly(error)
        finally:
            _described.reset(token)

    def _find(self, errors: list[object], locale: Locale) -> Described | None:
        for each in errors:
            found = self._of_code(each, locale)
            if found is not None:
                return found
        failure = None if self._failure is None else self._failure(errors, locale)
        return None if failure is None else Described(failure[0], None, failure[1])

    def _of_code(self, error: object, locale: Locale) -> Described | None:
        """Return what is said of this exception, if it has a code."""
        code, words = self._read(error)
        if code is ABSENT:
            return None
        message = None if code is None else self._lookup(code, locale, default=None)
        if message is not None:
            return Described(message, message.code.value, words)
        if self._otherwise is None:
            return None
        return Described(self._lookup(self._otherwise, locale), code, words)

    def sentence(self, error: object, found: Described | None) -> str:
        """Return the text with the number and the words in brackets, or the exception's own."""
        if found is None:
            code, words = self._read(error)
            return (on_one_line(words) if code is ABSENT else "") or plainly(error)
        message, code, words = found
        detail = []
        if code is not None:
            detail.append(cut(code) if isinstance(code, str) else excerpt(code))
        words = on_one_line(words)
        if words not in detail and self._says_more(words, message):
            detail.append(words)
        return _with_brackets(message, ": ".join(detail))

    def _says_more(self, words: str, message: Message) -> bool:
        """Whether the words are more than the symbolic name, the number, or the text itself."""
        known = {"", _folded(str(message.code._value_)), _folded(message.symbol), _folded(message)}
        told = _folded(words)
        if told in known:
            return False
        farms = "en" if words.isascii() else "zh_CN"  # the farm writes one or the other
        text = self._lookup(message.code, farms, default=None)
        return text is None or told != _folded(text)


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
    detail = isolated(detail, message.language)
    return f"{text}({detail})" if language == "ko" else f"{text} ({detail})"
