"""Reads the cells of a table: from CSV, JSON, or reStructuredText."""

from __future__ import annotations

import csv
import io
import json
import os
import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes


class Cells(NamedTuple):
    """A table: its rows, the first of which may be heads.

    ``typed`` is whether numbers are numbers there, as in JSON; elsewhere all cells are strings.
    """

    rows: list[list[Any]]
    typed: bool = False


_MOST_CELLS = 10_000_000
"""The most cells of a table: 100,000 codes in 12 languages have two million."""

_RULE = re.compile(r"^ *(=+( +=+)+|\+[-=]+\+[-=+]*|\.\. (list|csv)-table::.*) *$", re.MULTILINE)
"""What a table of reStructuredText has: a rule of equals signs or dashes, or a directive."""


def read_cells(path: str) -> list[Cells]:
    """Return the tables of a file.

    Raises ``CatalogError`` for a file that cannot be read
    or holds no table, and ``ModuleNotFoundError`` if docutils is needed and missing.
    """
    text = _decoded(path, read_bytes(path))
    end = os.path.splitext(path)[1].lower()
    if end == ".json" or (end != ".csv" and text.lstrip()[:1] in ("[", "{")):
        return [_json_cells(path, text)]
    if end == ".rst" or (end != ".csv" and _RULE.search(text)):
        return list(_rst_cells(path, text))
    if end in (".py", ".pyi"):
        raise CatalogError(path, "a table is expected, not Python: name this file in codes")
    return [_csv_cells(path, text)]


def _decoded(path: str, data: bytes) -> str:
    """Return the text of a file: UTF-8, or what a spreadsheet calls Unicode text."""
    encoding = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(path, "not UTF-8: save it as UTF-8", line) from error
    if "\0" in text:
        raise CatalogError(path, "a CSV, JSON or rst file is expected, not a binary one")
    return text


def _csv_cells(path: str, text: str) -> Cells:
    """Return the rows of CSV, whose delimiter is the one that its first line has most of."""
    first = text.partition("\n")[0]
    delimiter = max(",;\t", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        rows = [[cell.strip() for cell in row] for row in reader]
    except csv.Error as error:
        raise CatalogError(path, str(error), reader.line_num) from error
    if not any(len(row) > 1 for row in rows):
        raise CatalogError(path, "a table of at least two columns is expected: CSV, JSON or rst")
    return Cells(rows)


def _json_cells(path: str, text: str) -> Cells:
    """Return the objects of a list as rows; those that ``table`` writes have texts by catalogue."""
    try:
        objects = json.loads(text)
    except (ValueError, RecursionError) as error:
        reason = getattr(error, "msg", "something in it is nested too deeply")
        raise CatalogError(path, reason, getattr(error, "lineno", None)) from error
    if not isinstance(objects, list) or not all(isinstance(each, dict) for each in objects):
        raise CatalogError(path, "a list of objects is expected, as table -f json writes it")
    flat = [_flattened(each) for each in objects]
    heads = list(dict.fromkeys(head for each in flat for head in each))
    if len(heads) * len(flat) > _MOST_CELLS:  # each object may have a key of its own
        raise CatalogError(path, f"it has more than {_MOST_CELLS:,} cells, which is not read")
    rows = [[each.get(head) for head in heads] for each in flat]
    cells = [["" if cell is None else cell for cell in row] for row in rows]
    return Cells([heads, *cells], typed=True)


def _flattened(row: dict[str, Any]) -> dict[str, Any]:
    """Return an object with the texts of its own languages among its other values."""
    messages, borrowed = row.get("messages"), row.get("borrowed")
    own = {key: value for key, value in row.items() if key not in ("messages", "borrowed")}
    if isinstance(messages, dict):
        others = borrowed if isinstance(borrowed, dict) else {}
        own.update((key, text) for key, text in messages.items() if key not in others)
    return own


def _rst_cells(path: str, text: str) -> Iterator[Cells]:
    """Yield the tables of a document, as docutils reads it."""
    from docutils.core import publish_doctree
    from docutils.nodes import entry, row, system_message, table

    settings = {
        "_disable_config": True,
        "file_insertion_enabled": False,
        "raw_enabled": False,
        "halt_level": 5,
        "report_level": 5,
        "input_encoding": "unicode",
    }
    try:
        document = publish_doctree(text, source_path=path, settings_overrides=settings)
    except RecursionError as error:
        raise CatalogError(path, "something in it is nested too deeply") from error
    found = False
    for each in document.findall(table):
        found = True
        yield Cells([[cell.astext() for cell in line.findall(entry)] for line in each.findall(row)])
    if not found:
        for fault in document.findall(system_message):
            raise CatalogError(
                path, fault.children[0].astext().partition("\n")[0], fault.get("line")
            )
        raise CatalogError(path, "there is no table in it")
