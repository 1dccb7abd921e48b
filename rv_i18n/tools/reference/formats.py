"""The reference table of codes and texts, in the formats that people and programs read."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from typing import Any

from ... import Message
from .align import aligned
from .categories import by_category
from .i18next import i18next
from .markdown import markdown
from .rows import Reference, Row
from .rst import rst
from .table import as_table


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
    more = {
        "plurals": _plurals(row.messages),
        "borrowed": _borrowed(row.messages),
        "actions": {locale: action.text for locale, action in row.actions.items()},
        "borrowed_actions": _borrowed(row.actions),
        "description": row.description,
        "facts": dict(row.facts),
    }
    return {
        "code": row.code,
        "symbol": row.symbol,
        "messages": {locale: message.text for locale, message in row.messages.items()},
        **{key: value for key, value in more.items() if value},
    }


def _plurals(messages: Mapping[str, Message]) -> dict[str, dict[str, str]]:
    """The plural forms of each message that has some, by CLDR's categories."""
    found = {locale: by_category(each) for locale, each in messages.items()}
    return {locale: forms for locale, forms in found.items() if forms}


def _borrowed(messages: Mapping[str, Message]) -> dict[str, str]:
    """The catalogue of each message that is from another locale's."""
    found = {locale: each.locale for locale, each in messages.items()}
    return {locale: name for locale, name in found.items() if name not in ("", locale)}


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
    "i18next": i18next,
    "html": _html,
    "fragment": _fragment,  # the command calls it html too
}
