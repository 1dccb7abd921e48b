"""The reference table of codes and texts, in the formats that people and programs read."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from typing import NamedTuple

from ..._engine.tags import language_tag
from ..languages import display_name
from .align import aligned, column_widths
from .labels import labels, translated

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .rows import Reference, Row


class Table(NamedTuple):
    """A table as shown: its title, its column heads, and a list of cells for each code."""

    title: str
    heads: list[str]
    cells: list[list[str]]


def as_table(reference: Reference) -> Table:
    """The table of a reference, with title and heads in the language of its first locale.

    A text from another catalogue is followed by that catalogue's language tag in brackets. Raises
    ``CatalogError`` for a directory that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> from rv_i18n.tools.reference.rows import reference
    >>> as_table(reference(shipped_project(), ["zh_CN"])).heads
    ['异常码', '异常码描述', '说明']
    >>> as_table(reference(shipped_project(), ["en", "ja"])).heads
    ['Code', 'Name', 'English', '日本語']
    """
    locales = reference.locales
    words = labels(locales[0])
    texts = [words["message"]] if len(locales) == 1 else [*map(display_name, locales)]
    cells = [
        [str(row.code), row.symbol, *(_cell(row, locale) for locale in locales)]
        for row in reference.rows()
    ]
    title = translated(reference.title, locales[0])
    return Table(title, [words["code"], words["name"], *texts], cells)


def _cell(row: Row, locale: str) -> str:
    """The text on one line, with the tag of the catalogue it is borrowed from."""
    text = " ".join(row.messages[locale].text.split())
    borrowed = row.borrowed(locale)
    return f"{text} ({language_tag(borrowed)})" if borrowed else text


def render(style: str, reference: Reference) -> str:
    """The table in one of the formats of ``FORMATS``, as the content of a file.

    Raises ``CatalogError`` for a directory that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> from rv_i18n.tools.reference.rows import reference
    >>> print(render("csv", reference(shipped_project(), ["zh_CN"])).splitlines()[1])
    100,FAIL,失败
    """
    return FORMATS[style](reference)


def _text(reference: Reference) -> str:
    title, heads, cells = as_table(reference)
    lines = aligned([heads, *cells])
    return "\n".join([title, "", *(line.rstrip() for line in lines)]) + "\n"


def _rst(reference: Reference) -> str:
    """A document with a reStructuredText simple table, the form in which the codes came."""
    title, heads, cells = as_table(reference)
    escaped = [[_rst_cell(cell) for cell in row] for row in (heads, *cells)]
    rule = " ".join("=" * width for width in column_widths(escaped, _docutils_width))
    head, *body = (line.rstrip() for line in aligned(escaped, " ", _docutils_width))
    underline = "=" * _docutils_width(_rst_cell(title))
    before = [".. _header-n0:", "", _rst_cell(title), underline, ""]
    return "\n".join([*before, rule, head, rule, *body, rule]) + "\n"


def _docutils_width(text: str) -> int:
    """Return the columns of a text as docutils counts them where it splits a table's lines.

    It gives a column to the marks that do not combine in Unicode's sense, such as Thai vowels.
    """
    return sum(
        0 if unicodedata.combining(char) else 1 + (unicodedata.east_asian_width(char) in "WF")
        for char in text
    )


def _rst_cell(text: str) -> str:
    r"""``text``, escaped so that docutils shows it unchanged.

    >>> print(_rst_cell("1. a*b and c_"), _rst_cell("- a"))
    1\. a\*b and c\_ \ - a
    """
    text = re.sub(r"[\\*`|]|_(?![^\W_])|:(?=:?$)", r"\\\g<0>", text)
    text = re.sub(r"^(\w+)(?=[.)])", r"\1\\", text)  # would start a numbered list
    return re.sub(r"^(?!\w)", r"\\ ", text)  # would start a list, a comment or a title


def _markdown(reference: Reference) -> str:
    """A GitHub Flavored Markdown table below a heading."""
    title, heads, cells = as_table(reference)
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


def _csv(reference: Reference) -> str:
    """CSV by RFC 4180, for programs: fixed heads, and no mark on borrowed texts."""
    stream = io.StringIO()
    writer = csv.writer(stream)
    writer.writerow(["code", "symbol", *reference.locales])
    writer.writerows(
        [row.code, row.symbol, *map(str, row.messages.values())] for row in reference.rows()
    )
    return stream.getvalue()


def _json(reference: Reference) -> str:
    """JSON as docs/table.schema.json describes it."""
    return json.dumps([*map(_object, reference.rows())], ensure_ascii=False, indent=2) + "\n"


def _object(row: Row) -> dict[str, Any]:
    borrowed = {locale: row.borrowed(locale) for locale in row.messages if row.borrowed(locale)}
    return {
        "code": row.code,
        "symbol": row.symbol,
        "messages": {locale: message.text for locale, message in row.messages.items()},
        **({"borrowed": borrowed} if borrowed else {}),
        **({"description": row.description} if row.description else {}),
        **({"facts": dict(row.facts)} if row.facts else {}),
    }


def _html(reference: Reference) -> str:
    from .page import page  # loads the template engine

    return page(reference)


FORMATS: dict[str, Callable[[Reference], str]] = {
    "text": _text,
    "rst": _rst,
    "markdown": _markdown,
    "csv": _csv,
    "json": _json,
    "html": _html,
}
