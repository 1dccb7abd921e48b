"""Quotes what came from outside in the text of an error: cut short, and nothing unprintable."""

from __future__ import annotations

LONGEST = 60
"""Characters that one quoted value takes at most; with three of them a text stays below 300."""


def excerpt(value: object) -> str:
    r"""``value`` quoted for an error text.

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
    if isinstance(value, float):
        return float.__repr__(value)
    if isinstance(value, str):
        return cut(str.__repr__(str.__getitem__(value, slice(LONGEST))))
    return f"of type {type_name(value)}"


def type_name(value: object) -> str:
    """The name of a value's type, for an error text.

    >>> type_name(b"604")
    'bytes'
    """
    return cut(type(value).__name__)


def cut(text: str, longest: int = LONGEST) -> str:
    """``text`` with at most ``longest`` characters and one more, all of them printable.

    >>> cut("a" * 100, 10)
    'aaaaaaaa...'
    """
    text = printable(text)
    return text if len(text) <= longest else text[: longest - 2] + "..."


def printable(text: str) -> str:
    """``text`` itself, or its ``repr`` where it holds a character that cannot be printed."""
    return text if text.isprintable() else repr(text)
