"""The code lists that the documents of a site show."""

from __future__ import annotations

import os
from functools import cached_property
from glob import escape, glob
from typing import NamedTuple

from ..project import Project, find_project, load_project, shipped_project
from ..reference.labels import own_domain
from ..reference.rows import Reference, Row, reference
from ..reference.table import targets


class Entry(NamedTuple):
    """A code to show: its row, and what it is linked by."""

    row: Row
    target: str


class Listed:
    """A code list as a site shows it.

    ``prefix`` stands before the codes of every list but the site's own, so that two lists of one
    site may have the same numbers.
    """

    def __init__(self, project: Project, prefix: str = "") -> None:
        self.project = project
        self.prefix = prefix
        self._catalog = project.catalog()
        self._by_locale: dict[str, dict[str, Entry]] = {}

    def locale(self, language: str) -> str:
        """The catalogue for a language; without one, that of the list's default."""
        return self._catalog.negotiate([language, "*"])

    def reference(self, locale: str) -> Reference:
        """The list's reference in one language, with its headings."""
        return reference(self.project, [locale])

    def entries(self, locale: str) -> dict[str, Entry]:
        """The codes by symbolic name, in order."""
        if locale not in self._by_locale:
            rows = self.reference(locale).rows()
            found = zip(rows, targets(rows))
            self._by_locale[locale] = {row.symbol: Entry(row, target) for row, target in found}
        return self._by_locale[locale]

    def find(self, code: str) -> str:
        """The name for a number or a name; raises ``UnknownCodeError``, which says the nearest."""
        return self._catalog.lookup(code, self.project.source).symbol

    @cached_property
    def files(self) -> list[str]:
        """The files that what is shown depends on."""
        files = {code.path for code in self.project.codes}
        if self.project.directory:
            files.add(self.project.file)
        for domain in (self.project.domain, own_domain(self.project.domain)):
            pattern = f"*/LC_MESSAGES/{escape(domain)}.[mp]o"
            files.update(glob(os.path.join(escape(self.project.localedir), pattern)))
        return sorted(files)


class Lists:
    """The lists of a site, each read once, when it is first shown.

    The site's own list is that of ``directory``, relative to the directory of ``conf.py``, else
    that of the nearest project from there upwards, else the shipped one. Every method raises
    ``CatalogError`` for a list that cannot be read.
    """

    def __init__(self, confdir: str, directory: str | None) -> None:
        self._confdir = confdir
        self._directory = directory
        self._others: dict[str, Listed] = {}

    @cached_property
    def own(self) -> Listed:
        """The site's own list, whose codes have no prefix."""
        if self._directory:
            return Listed(load_project(os.path.join(self._confdir, self._directory)))
        return Listed(find_project(self._confdir) or shipped_project())

    def shipped(self) -> Listed:
        """The list of the shipped codes."""
        return self._listed(shipped_project())

    def at(self, directory: str) -> Listed:
        """The list of the project of a directory."""
        return self._listed(load_project(directory))

    def _listed(self, project: Project) -> Listed:
        if project.directory == self.own.project.directory:
            return self.own
        if project.directory not in self._others:
            self._others[project.directory] = Listed(project, f"{project.domain}:")
        return self._others[project.directory]
