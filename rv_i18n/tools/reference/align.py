"""Aligns columns by display width: an East Asian character takes two columns."""

from __future__ import annotations

import unicodedata

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence


def aligned(cells: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Return one line for each row of ``cells``, padded so that the columns line up.

    >>> aligned([["604", "验证码", "x"], ["1000", "QQ", "y"]])
    ['604   验证码  x', '1000  QQ      y']
    """
    widths = column_widths(cells)
    return [
        gap.join(cell + " " * (width - display_width(cell)) for cell, width in zip(row, widths))
        for row in cells
    ]


def column_widths(cells: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of the widest cell in each column.

    >>> column_widths([["604", "验证码"], ["1000", "QQ"]])
    [4, 6]
    """
    return [max(map(display_width, column)) for column in zip(*cells)]


def display_width(text: str) -> int:
    """Return the number of columns that ``text`` takes, as docutils counts them in a table.

    Unicode's East Asian Width (UAX 11) decides; combining characters take no column.

    >>> display_width("异常码 QQ")
    9
    """
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )
