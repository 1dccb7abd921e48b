"""The reference table of codes and texts, in the formats that people and programs read."""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING, NamedTuple

from .align import aligned, column_widths, display_width
from .labels import labels
from .languages import display_name
from .rows import rows

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


class Table(NamedTuple):
    """The table as it is shown: a title, the columns' heads, and the cells of each code."""

    title: str
    heads: list[str]
    cells: list[list[str]]


def table(catalogues: Sequence[str]) -> Table:
    """The table of the texts in ``catalogues``; title and heads are in the first one's language.

    Raises ``CatalogError`` for a catalogue that cannot be read.

    >>> table(["zh_CN"]).heads
    ['异常码', '异常码描述', '说明']
    >>> table(["en", "ja"]).heads
    ['Code', 'Name', 'English', '日本語']
    """
    words = labels(catalogues[0])
    texts = [words["message"]] if len(catalogues) == 1 else [*map(display_name, catalogues)]
    cells = [
        [str(row.code), row.symbol, *(" ".join(text.split()) for text in row.messages.values())]
        for row in rows(catalogues)
    ]
    return Table(words["title"], [words["code"], words["name"], *texts], cells)


def render(style: str, catalogues: Sequence[str]) -> str:
    """The table in one of the formats of ``FORMATS``, as the content of a file.

    Raises ``CatalogError`` for a catalogue that cannot be read.

    >>> print(render("csv", ["en", "ja"]).splitlines()[1])
    100,FAIL,The request failed,リクエストに失敗しました
    """
    return FORMATS[style](catalogues)


def _text(catalogues: Sequence[str]) -> str:
    title, heads, cells = table(catalogues)
    lines = aligned([heads, *cells])
    return "\n".join([title, "", *(line.rstrip() for line in lines)]) + "\n"


def _rst(catalogues: Sequence[str]) -> str:
    """A document with the table in it, a "simple table" as its source has it too."""
    title, heads, cells = table(catalogues)
    escaped = [[_rst_cell(cell) for cell in row] for row in (heads, *cells)]
    rule = " ".join("=" * width for width in column_widths(escaped))
    head, *body = (line.rstrip() for line in aligned(escaped, " "))
    underline = "=" * display_width(_rst_cell(title))
    before = [".. _header-n0:", "", _rst_cell(title), underline, ""]
    return "\n".join([*before, rule, head, rule, *body, rule]) + "\n"


def _rst_cell(text: str) -> str:
    r"""``text`` so that docutils reads it as it stands.

    >>> print(_rst_cell("1. a*b and c_"), _rst_cell("- a"))
    1\. a\*b and c\_ \ - a
    """
    text = re.sub(r"[\\*`|]|_(?![^\W_])|:(?=:?$)", r"\\\g<0>", text)
    text = re.sub(r"^(\w+)(?=[.)])", r"\1\\", text)  # a numbered list begins like that
    return re.sub(r"^(?!\w)", r"\\ ", text)  # and a list, comment or title, with punctuation


def _markdown(catalogues: Sequence[str]) -> str:
    """A table of GitHub Flavored Markdown, below a heading."""
    title, heads, cells = table(catalogues)
    named = [[code, f"`{symbol}`", *texts] for code, symbol, *texts in cells]
    escaped = [
        [_markdown_cell(cell, plain=column != 1) for column, cell in enumerate(row)]
        for row in (heads, *named)
    ]
    head, *body = aligned(escaped, " | ")
    rule = " | ".join("-" * width for width in column_widths(escaped))
    return "\n".join([f"# {title}", "", *(f"| {line} |" for line in (head, rule, *body))]) + "\n"


def _markdown_cell(text: str, *, plain: bool) -> str:
    if plain:
        text = re.sub(r"[\\`*\[\]<>&~]|(?<![^\W_])_|_(?![^\W_])", r"\\\g<0>", text)
    return text.replace("|", r"\|")


def _csv(catalogues: Sequence[str]) -> str:
    """RFC 4180, for programs: the heads are the same in every language."""
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(["code", "symbol", *catalogues])
    writer.writerows([row.code, row.symbol, *row.messages.values()] for row in rows(catalogues))
    return stream.getvalue()


def _json(catalogues: Sequence[str]) -> str:
    """What docs/table.schema.json describes."""
    objects = [row._asdict() for row in rows(catalogues)]
    return json.dumps(objects, ensure_ascii=False, indent=2) + "\n"


def _html(catalogues: Sequence[str]) -> str:
    from .page import page  # loads the template engine

    return page(catalogues)


FORMATS: dict[str, Callable[[Sequence[str]], str]] = {
    "text": _text,
    "rst": _rst,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
    "html": _html,
}
