"""Reads the codes of a table, with their texts."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any, NamedTuple

from ..._engine.errors import CatalogError
from ..._engine.members import fault_of
from ..._engine.quote import cut
from ..._engine.tags import language_tag
from ..reference.labels import page_locales
from .cells import Cells, read_cells
from .columns import NUMBER, Columns, recognise


class TableRow(NamedTuple):
    """A code of a table; ``texts`` has its text by column, "" for one of an unknown language."""

    value: int | str
    symbol: str
    description: str
    facts: dict[str, Any]
    texts: dict[str, str]


def read_rows(path: str, source: str, locales: Collection[str]) -> list[TableRow]:
    """Return the codes of the tables in a file.

    ``source`` is the locale of texts whose head names no language, or several; ``locales`` are
    others that a head may name.

    Raises ``CatalogError`` for a file that cannot be read or has no table of codes, and for a code
    that a list cannot have.
    """
    rows: list[TableRow] = []
    for cells in read_cells(path):
        columns = recognise(cells, [source, *locales])
        if columns:
            rows += _rows(path, cells, columns, source)
    if not rows:
        reason = "there is no table of codes in it: a column of numbers, or one that is headed Code"
        raise CatalogError(path, reason)
    _check_distinct(path, rows)
    return rows


def _rows(path: str, cells: Cells, columns: Columns, source: str) -> Iterator[TableRow]:
    body = [row for row in cells.rows[columns.headed :] if any(cell != "" for cell in row)]
    numeric = not cells.typed and all(NUMBER.fullmatch(_text(row, columns.code)) for row in body)
    locales = {at: _locale(known, source) for at, known in columns.texts.items()}
    for number, row in enumerate(body, 1):
        value: Any = _text(row, columns.code)
        if numeric or (cells.typed and not isinstance(row[columns.code], str)):
            value = row[columns.code] if cells.typed else int(value)
        symbol = _text(row, columns.symbol) or _name(value)
        facts = row[columns.facts] if columns.facts is not None else None
        fault = fault_of(symbol, value)
        if fault:
            raise CatalogError(path, f"row {number}: {fault}")
        texts = {locale: _own(_text(row, at), locale) for at, locale in locales.items()}
        yield TableRow(
            value,
            symbol,
            _text(row, columns.description),
            facts if isinstance(facts, dict) else {},
            {locale: text for locale, text in texts.items() if text},
        )


def _text(row: list[Any], at: int | None) -> str:
    """Return a cell on one line, or "" if there is none."""
    return " ".join(str(row[at]).split()) if at is not None and at < len(row) else ""


def _locale(known: set[str], source: str) -> str:
    """Return the locale of a column that may be in one of several."""
    return source if source in known or not known else min(known)


def _own(text: str, locale: str) -> str:
    """Return a text, or "" for one that ``table`` has marked as borrowed: ``Failed (en)``."""
    tags = {f"({language_tag(each)})" for each in page_locales() if each != locale}
    return "" if text.rpartition(" ")[2] in tags else text


def _name(value: object) -> str:
    """Return a name for a code of a table that has none."""
    return f"CODE_{value}".replace("-", "_MINUS_") if isinstance(value, int) else str(value)


def _check_distinct(path: str, rows: list[TableRow]) -> None:
    first: dict[str, TableRow] = {}
    for row in rows:
        if first.setdefault(row.symbol, row) is not row:
            raise CatalogError(path, f"{cut(row.symbol)} is in it twice")
