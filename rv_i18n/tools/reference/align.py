"""Aligns columns by the columns that a text takes."""

from __future__ import annotations

from collections.abc import Sequence

from ..width import columns


def aligned(cells: Sequence[Sequence[str]], gap: str = "  ") -> list[str]:
    """Return one line for each row of ``cells``, padded so that the columns line up.

    >>> aligned([["604", "验证码", "x"], ["1000", "QQ", "y"]])
    ['604   验证码  x', '1000  QQ      y']
    """
    widths = column_widths(cells)
    return [
        gap.join(cell + " " * (most - columns(cell)) for cell, most in zip(row, widths))
        for row in cells
    ]


def column_widths(cells: Sequence[Sequence[str]]) -> list[int]:
    """Return the width of the widest cell in each column.

    >>> column_widths([["604", "验证码"], ["1000", "QQ"]])
    [4, 6]
    """
    return [max(map(columns, column)) for column in zip(*cells)]
