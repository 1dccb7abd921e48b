"""Measures how many columns a text takes, as GNU gettext and Weblate do when they break lines.

Rich and wcwidth measure what a terminal shows: for them the vowel signs of Hindi and Tamil take no
column, and both have changed their minds. So no release of either decides what ``lint`` finds.
"""

from __future__ import annotations

from bisect import bisect_right
from functools import lru_cache

from . import standards


def columns(text: str) -> int:
    """Return the number of columns that ``text`` takes: two for an East Asian character.

    Unicode's East Asian Width (UAX 11) decides; combining marks and format characters take none.

    >>> columns("异常码 QQ"), columns("รหัสยืนยัน"), columns("कोड")
    (9, 7, 3)
    """
    return len(text) if text.isascii() else sum(map(_width, text))


@lru_cache(maxsize=4096)
def is_invisible(char: str) -> bool:
    """Whether a reader does not see a character, such as a control or format character.

    A character that only a later Unicode has is none of them: it may be a new letter or sign.

    >>> is_invisible("\u200b"), is_invisible(" "), is_invisible("\u20c1")
    (True, False, False)
    """
    return char in _ranges(standards.INVISIBLE)


@lru_cache(maxsize=4096)
def _width(char: str) -> int:
    if char in _ranges(standards.ZERO):
        return 0
    return 2 if char in _ranges(standards.WIDE) else 1


class _Ranges:
    """The characters in ranges such as ``1100-115f``."""

    def __init__(self, text: str) -> None:
        pairs = (pair.split("-") for pair in text.split())
        # The start of each range is at an even place, and what follows its end at an odd one.
        self._edges = [int(code, 16) + end for pair in pairs for end, code in enumerate(pair)]

    def __contains__(self, char: str) -> bool:
        return bisect_right(self._edges, ord(char)) % 2 == 1


_ranges = lru_cache(maxsize=None)(_Ranges)
