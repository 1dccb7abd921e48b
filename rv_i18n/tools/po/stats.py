"""Counts how much of each catalogue is translated."""

from __future__ import annotations

from typing import NamedTuple

from ..._engine.errors import CatalogError
from ..jsonlines import json_lines
from ..project import Project
from ..repository import check_inside
from .layout import CatalogueFile, catalogue_files, expected_entries, key_of, no_catalogue
from .pofile import read_sound


class Count(NamedTuple):
    """The number of translated, fuzzy and missing entries of a catalogue."""

    locale: str
    domain: str
    translated: int
    fuzzy: int
    missing: int

    @property
    def percent(self) -> float:
        """The translated share, rounded down, so that only a complete catalogue has 100."""
        total = self.translated + self.fuzzy + self.missing
        return self.translated * 1000 // total / 10 if total else 100.0


def count(project: Project) -> tuple[list[Count], list[CatalogError]]:
    """Return the counts for each catalogue of a project, by locale, and the unreadable files.

    The expected entries are those of the code list for the project's domain, and those of the
    template for another domain; without a template, those of the catalogue itself. Empty and absent
    entries count as missing.

    Raises ``CatalogError`` for a directory or source that cannot be read, and for a directory
    without catalogues.

    >>> from rv_i18n.tools.project import shipped_project
    >>> counts, unreadable = count(shipped_project())
    >>> {"en", "zh_CN"} <= {count.locale for count in counts}, unreadable
    (True, [])
    """
    counts: list[Count] = []
    unreadable: list[CatalogError] = []
    check_inside(project, project.localedir)
    _ = project.codes  # raise here if a source cannot be read; that is no catalogue's fault
    files = catalogue_files(project.localedir)
    if not files:
        raise no_catalogue(project.localedir)
    for file in files:
        try:
            counts.append(_count(project, file))
        except CatalogError as error:
            unreadable.append(error)
    return counts, unreadable


def _count(project: Project, file: CatalogueFile) -> Count:
    check_inside(project, file.path)
    po = read_sound(file.path)
    entries = {key_of(entry): entry for entry in reversed(po.entries)}
    expected = expected_entries(project, file.domain)
    keys = list(entries) if expected is None else list(expected)
    found = [entries[key] for key in keys if key in entries]
    fuzzy = sum(entry.is_fuzzy for entry in found)
    translated = sum(not entry.is_fuzzy and po.is_complete(entry) for entry in found)
    return Count(file.locale, file.domain, translated, fuzzy, len(keys) - fuzzy - translated)


def as_json(counts: list[Count]) -> str:
    """Return a JSON array of objects with the fields of ``Count`` and the percentage.

    >>> print(as_json([Count("ja", "rv_i18n", 57, 1, 0)]), end="")
    [
      {"locale": "ja", "domain": "rv_i18n", "translated": 57, "fuzzy": 1, "missing": 0, \
"percent": 98.2}
    ]
    """
    return json_lines({**row._asdict(), "percent": row.percent} for row in counts)
