"""Represents a catalogue for the rules, with what it is compared with."""

from __future__ import annotations

import os
from functools import cached_property

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..._engine.further import ACTION, SEARCH
from ..codes.inside import is_below
from ..po.further import is_further, with_further
from ..po.layout import CatalogueFile, Expected, expected_entries, key_of, source_path
from ..po.pofile import PoFile, read_pofile
from ..project import Project
from .style import Style, Styles
from .writing import Writing, writing_of

LONGEST_ACTION = 120
"""The most columns of what a reader can do, whatever the project's style."""


class Standard:
    """What the catalogues of a project are compared with; each file of it is read once.

    Raises ``CatalogError`` for a fault in the project's style.
    """

    def __init__(self, project: Project) -> None:
        self.project = project
        self._styles = Styles(project)
        self._expected: dict[str, Expected | None] = {}
        home = project.directory  # "" for the shipped codes
        self._is_at_home = bool(home) and is_below(project.localedir, os.path.realpath(home))

    def has_codes(self, file: CatalogueFile) -> bool:
        """Whether the entries of a file are the project's codes, not other messages."""
        return file.domain == self.project.domain

    def style(self, file: CatalogueFile) -> Style:
        """Return the project's style, or none for other messages elsewhere."""
        covered = self._is_at_home or self.has_codes(file)
        return self._styles.of(file.locale) if covered else Style()

    def expected(self, file: CatalogueFile) -> Expected | None:
        """Return the comments of each entry that a file should have, or ``None`` if unknown.

        The keys are those of ``Subject.key``. They are unknown for a template of other messages,
        and for its catalogues if the template is missing or faulty. Raises ``CatalogError`` if the
        code list cannot be read.
        """
        if not (file.locale or self.has_codes(file)):
            return None
        if file.domain not in self._expected:
            self._expected[file.domain] = (
                self._of_codes() if self.has_codes(file) else self._of_template(file.domain)
            )
        return self._expected[file.domain]

    def _of_codes(self) -> Expected:
        codes = expected_entries(self.project, self.project.domain) or {}
        return with_further(codes, self.source_entries)

    def _of_template(self, domain: str) -> Expected | None:
        try:
            return expected_entries(self.project, domain)
        except CatalogError:
            return None  # the template's faults are findings of its own

    @cached_property
    def source(self) -> PoFile | None:
        """The catalogue of the project's source language, or ``None`` if it cannot be read."""
        try:
            return read_pofile(source_path(self.project))
        except CatalogError:
            return None

    @cached_property
    def source_entries(self) -> dict[str, Entry]:
        """The entries of the project's source language, by symbolic name; none if unreadable."""
        return {entry.msgid: entry for entry in self.source.entries} if self.source else {}


class Subject(PoFile):
    """One template or catalogue with the content ``text``, and what it is compared with.

    ``lines`` and ``symbols`` are what the rules about entries have seen so far: the line of each
    key, and the symbolic name that has each text.

    Raises ``CatalogError`` if the project's sources cannot be read.
    """

    def __init__(self, file: CatalogueFile, standard: Standard, text: str) -> None:
        project = standard.project
        self.is_source = (file.locale, file.domain) == (project.source, project.domain)
        source = standard.source if self.is_source else None
        if source and source.text == text:
            vars(self).update(vars(source))  # it is large, and has been read already
        else:
            super().__init__(text)
        self.project = project
        self.locale = file.locale
        self.has_codes = standard.has_codes(file)
        self.expected = standard.expected(file)
        self._style = standard.style(file)
        self.writing = writing_of(file.locale, self._style)
        self.lines: dict[str, int] = {}
        self.symbols: dict[str, str] = {}
        self._standard = standard

    @property
    def further_are_known(self) -> bool:
        """Whether it is known which further texts there are: the source catalogue is sound."""
        source = self._standard.source
        return source is not None and not source.faults

    def is_further(self, entry: Entry) -> bool:
        """Whether an entry is a further text of a code, not the code's own."""
        return self.has_codes and is_further(entry.msgid)

    def writing_of(self, entry: Entry) -> Writing:
        """Return how the text of an entry is to be written.

        What a reader can do may be longer than a sentence. Words to search for have no style.
        """
        if self.has_codes and entry.msgid.endswith(ACTION):
            return writing_of(self.locale, self._style._replace(max_length=LONGEST_ACTION))
        if self.has_codes and entry.msgid.endswith(SEARCH):
            return writing_of(self.locale, Style())
        return self.writing

    def key(self, entry: Entry) -> str:
        """Return what identifies an entry: the symbolic name, or gettext's key of a message."""
        return entry.msgid if self.has_codes else key_of(entry)

    def source_entry(self, entry: Entry) -> Entry | None:
        """Return the entry of the source language for that of a code; of a source text, itself."""
        return entry if self.is_source else self._standard.source_entries.get(entry.msgid)
