"""Represents a catalogue for the rules, with what it is compared with."""

from __future__ import annotations

from functools import cached_property

from ...._errors import CatalogError
from ..pofile import PoFile, read_pofile
from ..tree import expected_entries
from .writing import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ...project import Project
    from ..tree import CatalogueFile, Expected
    from .writing import Writing


class Catalogue(PoFile):
    """One template or catalogue of a project, and what it is compared with.

    ``text`` is the content of ``file``. Raises ``CatalogError`` if the project's sources cannot be
    read.
    """

    def __init__(self, file: CatalogueFile, project: Project, text: str) -> None:
        super().__init__(text)
        self.locale = file.locale
        self.is_the_projects = file.domain == project.domain
        self.is_source = self.is_the_projects and file.locale == project.source
        self.project = project
        self.expected = _expected(file, project)

    @property
    def writing(self) -> Writing:
        """How the catalogue's language is written."""
        return writing_of(self.locale)

    @cached_property
    def source_texts(self) -> dict[str, str]:
        """The texts of the source language, by symbolic name; none if they cannot be read.

        If the source language is unknown, they are the texts of this file.
        """
        project, locale = self.project, self.project.source
        if not self.is_the_projects or self.is_source:
            return {entry.msgid: entry.msgstr for entry in self.entries}
        try:
            path = f"{project.localedir}/{locale}/LC_MESSAGES/{project.domain}.po"
            return {entry.msgid: entry.msgstr for entry in read_pofile(path).entries}
        except CatalogError:
            return {}


def _expected(file: CatalogueFile, project: Project) -> Expected | None:
    """Return the entries the file should have; ``None`` if its template has faults of its own."""
    try:
        return expected_entries(project, file)
    except CatalogError:
        if file.domain == project.domain:
            raise
        return None
