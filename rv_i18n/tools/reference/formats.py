"""The reference table of codes and texts, in the formats that people and programs read."""

from __future__ import annotations

import csv
import io
import json

from .align import aligned
from .markdown import markdown
from .rst import rst
from .table import as_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

    from .rows import Reference, Row


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
    title, heads, cells, _ = as_table(reference)
    lines = aligned([heads, *cells])
    return "\n".join([title, "", *(line.rstrip() for line in lines)]) + "\n"


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


def _fragment(reference: Reference) -> str:
    from .page import page

    return page(reference, fragment=True)


FORMATS: dict[str, Callable[[Reference], str]] = {
    "text": _text,
    "rst": rst,
    "markdown": markdown,
    "csv": _csv,
    "json": _json,
    "html": _html,
    "fragment": _fragment,  # the command calls it html too
}
