"""The code list with its texts, as rows: what is searched, and what a table or page is made of."""

from __future__ import annotations

from typing import NamedTuple

from ..project import shipped_project
from .labels import ABOUT, FAMILIES, TITLE

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from ... import Catalog, Message
    from ..codeline import CodeLine
    from ..project import Project


class Row(NamedTuple):
    """One code: its number, its symbolic name, and by locale its text.

    The text is what a reader of the locale is shown; the ``Message`` says where it is really from.
    """

    code: int
    symbol: str
    messages: dict[str, Message]

    def borrowed(self, locale: str) -> str:
        """The catalogue that the text for ``locale`` is from, where it is another one; else ""."""
        found = self.messages[locale].locale
        return "" if found == locale else found


class Reference(NamedTuple):
    """What a table or page shows: a code list with its texts in some locales, and its headings.

    ``title``, ``about`` and the names of ``families``, by the number that each begins with, are
    English; they are shown in another language as far as they are translated.
    """

    catalog: Catalog
    codes: Sequence[CodeLine]
    locales: Sequence[str]
    title: str = TITLE
    about: str = ""
    families: Mapping[int, str] = {}

    def rows(self) -> list[Row]:
        """The rows; raises ``CatalogError`` for a directory that cannot be read."""
        return rows(self.catalog, self.codes, self.locales)


def rows(catalog: Catalog, codes: Sequence[CodeLine], locales: Sequence[str]) -> list[Row]:
    """A row for each of ``codes``, with its text in each of ``locales``.

    Raises ``CatalogError`` for a directory that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> project = shipped_project()
    >>> rows(project.catalog(), project.codes, ["en"])[0].messages["en"].text
    'The request failed'
    """
    return [
        Row(code.number, code.symbol, {name: catalog.lookup(code.number, name) for name in locales})
        for code in codes
    ]


def reference(project: Project, locales: Sequence[str]) -> Reference:
    """What is shown of a project; of the shipped codes with headings of their own.

    >>> from rv_i18n.tools.project import shipped_project
    >>> reference(shipped_project(), ["en"]).families[800]
    'Accounts and signing in'
    """
    shipped = project.domain == shipped_project().domain
    return Reference(
        project.catalog(),
        project.codes,
        locales,
        project.title or TITLE,
        ABOUT if shipped else "",
        project.families or (FAMILIES if shipped else {}),
    )
