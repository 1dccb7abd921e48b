"""The code list with its texts, as rows: what is searched, and what a table is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ... import ErrorCode, lookup, message

if TYPE_CHECKING:
    from collections.abc import Sequence

DEFAULT_LOCALE = "en"
"""The language that a missing text comes from, and that of a reader for whom there is none."""


class Row(NamedTuple):
    """One code: its number, its symbolic name, and its text by catalogue."""

    code: int
    symbol: str
    messages: dict[str, str]


def rows(catalogues: Sequence[str]) -> list[Row]:
    """The codes in the order of their numbers, each with its text in every one of ``catalogues``.

    Where a catalogue has no text for a code, it is the one that a reader is shown in its place.
    Raises ``CatalogError`` for a catalogue that cannot be read.

    >>> rows(["en"])[0]
    Row(code=100, symbol='FAIL', messages={'en': 'The request failed'})
    """
    return [
        Row(code.value, code.symbol, {name: message(code, name) for name in catalogues})
        for code in sorted(ErrorCode)
    ]


def written_in(catalogue: str) -> dict[str, str]:
    """By symbolic name, the catalogue that the text shown for ``catalogue`` comes from.

    >>> written_in("ja")["FAIL"]
    'ja'
    """
    return {code.symbol: lookup(code, catalogue).locale for code in ErrorCode}
