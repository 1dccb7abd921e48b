"""Writes the reference as a reStructuredText document, for docutils and Sphinx."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from .rows import Reference
from .table import as_table


def rst(reference: Reference) -> str:
    """Return a document with a table, in which each code has a label: ``<domain>-<code>``.

    A label belongs to the cell of a code, not to a heading, so that Sphinx takes it from several
    documents of a site without a warning.
    """
    title, heads, cells, targets = as_table(reference)
    heading = escaped(title)
    # docutils counts two columns for a wide character, and at most one for any other.
    width = sum(1 + (unicodedata.east_asian_width(char) in "WF") for char in heading)
    lines = [heading, "=" * width, "", ".. list-table::", "   :header-rows: 1"]
    lines += ["   :widths: auto", "", *_row(map(escaped, heads))]
    for (code, *others), target in zip(cells, targets):
        label = f".. container::\n   :name: {reference.domain}-{target}\n\n   {escaped(code)}\n"
        lines += _row([label, *map(escaped, others)])
    return "\n".join(lines) + "\n"


def _row(cells: Iterable[str]) -> Iterator[str]:
    """Yield the lines of a row: an item of the list, in which each cell is an item."""
    marker = "   * - "
    for cell in cells:
        first, *others = cell.split("\n")
        yield marker + first
        yield from ("       " + line if line else "" for line in others)
        marker = "     - "


def escaped(text: str) -> str:
    r"""``text``, escaped so that docutils shows it unchanged.

    >>> print(escaped("1. a*b and c_"), escaped("- a"), escaped("javascript:x"))
    1\. a\*b and c\_ \ - a javascript\:x
    """
    # An address is not made a link: what its scheme does is not for a text to decide.
    text = re.sub(r"[\\*`|@]|_(?![^\W_])|:(?=:?$)|(?<=[a-zA-Z0-9.+-]):(?=\S)", r"\\\g<0>", text)
    text = re.sub(r"^(\w+)(?=[.)])", r"\1\\", text)  # would start a numbered list
    return re.sub(r"^(?!\w)", r"\\ ", text)  # would start a list, a comment or a title
