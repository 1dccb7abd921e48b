"""Quotes untrusted values in error texts, truncated and printable."""

from __future__ import annotations

LONGEST = 60
"""The most characters of one quoted value; an error with three of them stays below 300."""

LONGEST_ERROR = 291
"""The most characters of an error's text; behind "rv-i18n: " a line of it has 300."""


def excerpt(value: object) -> str:
    r"""Return ``value`` quoted for an error text, so that it can neither flood nor forge a log.

    >>> print(excerpt("604\n[CRITICAL] forged"))
    '604\n[CRITICAL] forged'
    >>> excerpt("9" * 5000) == "'" + "9" * 56 + "..."
    True
    >>> excerpt(10**5000)
    'an integer of 16610 bits'
    """
    if isinstance(value, int):
        # Converting a huge integer to decimal takes quadratic time, and Python refuses to.
        bits = int.bit_length(value)
        return int.__repr__(value) if bits <= 128 else f"an integer of {bits} bits"
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, str):
        return cut(str.__repr__(str.__getitem__(value, slice(LONGEST))))
    return f"of type {type_name(value)}"


def type_name(value: object) -> str:
    """Return the name of a value's type, for an error text.

    >>> type_name(b"604")
    'bytes'
    """
    return cut(type(value).__name__)


def cut(text: str, longest: int = LONGEST) -> str:
    """Return ``text`` printable and truncated to at most ``longest`` characters.

    >>> cut("a" * 100, 10)
    'aaaaaaa...'
    """
    text = printable(text)
    return text if len(text) <= longest else text[: longest - 3] + "..."


def without_middle(text: str, longest: int = LONGEST_ERROR) -> str:
    """Return ``text`` of at most ``longest`` characters.

    The middle goes: an error begins with the file and the line, and ends with what to do.

    >>> without_middle("errors.py:3: " + "A" * 100 + ": write it out", 40)
    'errors.py:3: AAAAA...AAAA: write it out'
    """
    half = (longest - 3) // 2
    return text if len(text) <= longest else f"{text[:half]}...{text[-half:]}"


def printable(text: str) -> str:
    """Return ``text``, or its ``repr`` if it contains an unprintable character."""
    return text if text.isprintable() else repr(text)


def failure(error: Exception) -> str:
    """Return the type and the words of what a caller's function raised, for a warning.

    >>> failure(ValueError("no log"))
    'ValueError: no log'
    """
    try:
        words = str(error)
    except Exception:  # noqa: BLE001 - a __str__ that fails too
        words = ""
    return f"{type_name(error)}: {cut(words)}"


def bare_words(error: object) -> str:
    """Return an exception's own words without a look at anything else of it.

    >>> bare_words(ValueError("no frames"))
    'no frames'
    """
    try:
        return cut(BaseException.__str__(error), 5 * LONGEST)  # type: ignore[arg-type]
    except Exception:  # noqa: BLE001 - it is no exception, or what it holds has no words
        return type_name(error)
