"""Represents a catalogue for the rules, with what it is compared with."""

from __future__ import annotations

from functools import cached_property

from ..._engine.errors import CatalogError
from ..po.layout import expected_entries, source_path
from ..po.pofile import PoFile, read_pofile
from .writing import writing_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..po.layout import CatalogueFile, Expected
    from ..project import Project
    from .writing import Writing


class Standard:
    """What the catalogues of a project are compared with; each file of it is read once."""

    def __init__(self, project: Project) -> None:
        self.project = project
        self._expected: dict[str, Expected | None] = {}

    def expected(self, file: CatalogueFile) -> Expected | None:
        """Return the entries that a file should have, or ``None`` if that is not known.

        It is not known for a template of another domain, and for its catalogues if the template is
        missing or faulty. Raises ``CatalogError`` if the code list cannot be read.
        """
        own = file.domain == self.project.domain
        if not (own or file.locale):
            return None
        if file.domain not in self._expected:
            try:
                self._expected[file.domain] = expected_entries(self.project, file.domain)
            except CatalogError:
                if own:
                    raise
                self._expected[file.domain] = None  # the template's faults are findings of its own
        return self._expected[file.domain]

    @cached_property
    def source_texts(self) -> dict[str, str]:
        """The texts of the project's source language, by symbolic name; none if unreadable."""
        try:
            entries = read_pofile(source_path(self.project)).entries
        except CatalogError:
            return {}
        return {entry.msgid: entry.msgstr for entry in entries}


class Subject(PoFile):
    """One template or catalogue with the content ``text``, and what it is compared with.

    Raises ``CatalogError`` if the project's sources cannot be read.
    """

    def __init__(self, file: CatalogueFile, standard: Standard, text: str) -> None:
        super().__init__(text)
        self.project = standard.project
        self.locale = file.locale
        self.is_the_projects = file.domain == self.project.domain
        self.is_source = self.is_the_projects and file.locale == self.project.source
        self.expected = standard.expected(file)
        self._standard = standard

    @property
    def writing(self) -> Writing:
        """How the catalogue's language is written."""
        return writing_of(self.locale)

    @cached_property
    def source_texts(self) -> dict[str, str]:
        """The texts of the source language, by symbolic name.

        If the source language is unknown, they are the texts of this file.
        """
        if self.is_the_projects and not self.is_source:
            return self._standard.source_texts
        return {entry.msgid: entry.msgstr for entry in self.entries}
