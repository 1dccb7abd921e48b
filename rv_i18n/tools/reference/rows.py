"""Builds the rows of codes and texts that search, the table and the page work on."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from ... import Catalog, Message
from ..._engine.errors import CatalogError
from ..._engine.members import symbol_of
from ..._engine.texts import Texts
from ..._farm import UNLISTED
from ..codes.line import CodeLine
from ..project import Project, shipped_project
from .labels import ABOUT, FAMILIES, TITLE, own_words

_MOST_LOCALES = 1000
"""What a reader of one locale sees depends on all others of the language: they are n times n."""


class Row(NamedTuple):
    """One code: its value, its symbolic name, its texts by locale, and what its line says of it.

    The text is what a reader of the locale sees; the ``Message`` says where it comes from.
    ``search`` has the words by which a locale's readers look for the code, where it has any.
    """

    code: int | str
    symbol: str
    messages: dict[str, Message]
    description: str = ""
    facts: Mapping[str, Any] = {}
    search: Mapping[str, str] = {}

    @property
    def actions(self) -> dict[str, Message]:
        """What a reader of each locale can do, for each that is told it in some language."""
        found = {locale: message.action for locale, message in self.messages.items()}
        return {locale: action for locale, action in found.items() if action is not None}

    def borrowed(self, locale: str) -> str:
        """Return the catalogue of the text for ``locale`` if it is another locale's, else ""."""
        found = self.messages[locale].locale
        return "" if found == locale else found


class Reference(NamedTuple):
    """What a table or page shows: a code list with its texts in some locales, and its headings.

    ``title``, ``about`` and ``families`` (section names by first number) are English; they are
    shown in the reader's language if they are translated. ``domain`` is the gettext domain.
    ``unlisted`` has numbers that the server is known to send and no list has, with its words.
    ``words`` are the project's own translations of title, section names and labels.
    """

    catalog: Catalog
    codes: Sequence[CodeLine]
    locales: Sequence[str]
    title: str = TITLE
    about: str = ""
    families: Mapping[int, str] = {}
    domain: str = ""
    unlisted: Mapping[str, str] = {}
    words: Texts | None = None

    def rows(self) -> list[Row]:
        """Return the rows; raise ``CatalogError`` for a directory that cannot be read."""
        return rows(self.catalog, self.codes, self.locales)

    def by_family(self, rows: Iterable[Row]) -> Iterator[tuple[int | None, Iterator[Row]]]:
        """Yield the first number of each family, with its rows; ``None`` for those of no family.

        These are the numbers before the first family, and the codes that are strings.
        """
        starts = sorted(self.families)

        def start(row: Row) -> int | None:
            place = bisect(starts, row.code) if isinstance(row.code, int) else 0
            return starts[place - 1] if place else None

        return groupby(rows, start)


def with_forms(message: Message) -> str:
    """Return the text of a message as people see it in a table; of a plural, all its forms.

    >>> from rv_i18n import lookup
    >>> with_forms(lookup(100, "en"))
    'The request failed'
    """
    return " / ".join(filter(None, message.forms)) or message.text


def rows(catalog: Catalog, codes: Sequence[CodeLine], locales: Sequence[str]) -> list[Row]:
    """Return a row for each of ``codes``, with its text in each of ``locales``.

    Raises ``CatalogError`` for a directory that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> project = shipped_project()
    >>> rows(project.catalog(), project.codes, ["zh_CN"])[0].messages["zh_CN"].text
    '失败'
    """
    members = {symbol_of(member): member for member in catalog}
    return [
        Row(
            code.value,
            code.symbol,
            {name: catalog.lookup(members[code.symbol], name) for name in locales},
            code.description,
            code.facts,
            _search_words(catalog, code.symbol, locales),
        )
        for code in codes
    ]


def _search_words(catalog: Catalog, symbol: str, locales: Sequence[str]) -> dict[str, str]:
    found = {locale: catalog._search_words(symbol, locale) for locale in locales}
    return {locale: words for locale, words in found.items() if words}


def reference(project: Project, locales: Sequence[str]) -> Reference:
    """Return what to show for a project; the shipped codes have their own headings.

    Raises ``CatalogError`` for more locales than there are languages with a catalogue anywhere.

    >>> from rv_i18n.tools.project import shipped_project
    >>> reference(shipped_project(), ["en"]).families[800]
    'Accounts and signing in'
    """
    if len(locales) > _MOST_LOCALES:
        reason = f"{len(locales):,} locales are too many to show: {_MOST_LOCALES:,} are the most"
        raise CatalogError(project.localedir, reason)
    shipped = project.domain == shipped_project().domain
    return Reference(
        project.catalog(),
        project.codes,
        locales,
        project.title or TITLE,
        ABOUT if shipped else "",
        project.families or (FAMILIES if shipped else {}),
        project.domain,
        UNLISTED if shipped else {},
        own_words(project.localedir, project.domain),
    )
