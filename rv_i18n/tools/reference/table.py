"""Makes a table of a reference: the title, heads and cells that the formats for people show."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..._engine.tags import language_tag
from ..languages import display_name
from .labels import labels, translated
from .rows import Reference, Row, with_forms


class Table(NamedTuple):
    """A table as shown: its title, its column heads, and cells and a target for each code."""

    title: str
    heads: list[str]
    cells: list[list[str]]
    targets: list[str]


def as_table(reference: Reference) -> Table:
    """The table of a reference, with title and heads in the language of its first locale.

    Raises ``CatalogError`` for a directory that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> from rv_i18n.tools.reference.rows import reference
    >>> as_table(reference(shipped_project(), ["zh_CN"])).heads
    ['异常码', '异常码描述', '说明']
    >>> as_table(reference(shipped_project(), ["en", "ja"])).heads
    ['Code', 'Name', 'English', '日本語']
    """
    locales = reference.locales
    words = labels(locales[0], reference.words)
    texts = [words["message"]] if len(locales) == 1 else [*map(display_name, locales)]
    rows = reference.rows()
    cells = [
        [str(row.code), row.symbol, *(shown_text(row, locale) for locale in locales)]
        for row in rows
    ]
    title = translated(reference.title, locales[0], reference.words)
    return Table(title, [words["code"], words["name"], *texts], cells, [*targets(rows)])


def shown_text(row: Row, locale: str) -> str:
    """Return the text on one line; one of another catalogue is followed by that one's tag.

    >>> from rv_i18n.tools.project import shipped_project
    >>> from rv_i18n.tools.reference.rows import reference
    >>> shown_text(reference(shipped_project(), ["en"]).rows()[0], "en")
    'The request failed'
    """
    text = " ".join(with_forms(row.messages[locale]).split())
    borrowed = row.borrowed(locale)
    return f"{text} ({language_tag(borrowed)})" if borrowed else text


def keys(rows: Sequence[Row]) -> list[str]:
    """Return what each row is known by among them all: its code, or its name if rows share it.

    >>> from rv_i18n.tools.reference.rows import Row
    >>> keys([Row("A 1", "X", {}), Row(5, "B C", {}), Row(5, "D", {})])
    ['A 1', 'B C', 'D']
    """
    often = Counter(str(row.code) for row in rows)
    return [str(row.code) if often[str(row.code)] == 1 else row.symbol for row in rows]


def targets(rows: Sequence[Row]) -> Iterator[str]:
    """Yield what follows ``#`` in the address of each row: its key, as an address has it.

    HTML allows no space in it, and reStructuredText knows no upper case, so two targets differ by
    more than that.

    >>> from rv_i18n.tools.reference.rows import Row
    >>> [*targets([Row("A 1", "X", {}), Row(5, "B C", {}), Row(5, "D", {}), Row("a_1", "Y", {})])]
    ['A_1', 'B_C', 'D', 'a_1-2']
    """
    taken: Counter[str] = Counter()
    for key in keys(rows):
        found = name = "_".join(key.split())
        while found.casefold() in taken:
            taken[name.casefold()] += 1
            found = f"{name}-{taken[name.casefold()]}"
        taken[found.casefold()] = 1
        yield found
