"""``stats``: how much of each catalogue is translated."""

from __future__ import annotations

import json
from typing import NamedTuple

from ..._errors import CatalogError
from ..console import print_table
from .pofile import read_sound
from .tree import expected_entries, find_catalogues, no_catalogue

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project
    from .tree import CatalogueFile


class Count(NamedTuple):
    """How many of a catalogue's entries readers are shown, and how many they are not."""

    locale: str
    domain: str
    translated: int
    fuzzy: int
    missing: int

    @property
    def percent(self) -> float:
        """The share that is translated, rounded down: 100 is a whole catalogue and no less."""
        total = self.translated + self.fuzzy + self.missing
        return self.translated * 1000 // total / 10 if total else 100.0


def count(project: Project) -> tuple[list[Count], list[CatalogError]]:
    """The counts for each catalogue of a project, by locale, and the files that cannot be read.

    What should be there is the code list for the project's domain, the template for another, and
    what the catalogue itself has where there is no template. An entry is missing where it is empty
    or not there.

    Raises ``CatalogError`` for a directory or source that cannot be read, and a directory without a
    catalogue.

    >>> from rv_i18n.tools.project import shipped_project
    >>> counts, unreadable = count(shipped_project())
    >>> counts[0].locale, counts[0].missing + counts[0].fuzzy < counts[0].translated, unreadable
    ('en', True, [])
    """
    counts: list[Count] = []
    unreadable: list[CatalogError] = []
    _ = project.codes  # a source that cannot be read is no catalogue's fault
    files = find_catalogues(project.localedir)
    if not files:
        raise no_catalogue(project.localedir)
    for file in files:
        try:
            counts.append(_count(project, file))
        except CatalogError as error:
            unreadable.append(error)
    return counts, unreadable


def _count(project: Project, file: CatalogueFile) -> Count:
    entries = {entry.msgid: entry for entry in reversed(read_sound(file.path).entries)}
    expected = expected_entries(project, file)
    symbols = list(entries) if expected is None else list(expected)
    found = [entries[symbol] for symbol in symbols if symbol in entries]
    fuzzy = sum(entry.is_fuzzy for entry in found)
    translated = sum(entry.is_shown for entry in found)
    return Count(file.locale, file.domain, translated, fuzzy, len(symbols) - fuzzy - translated)


def as_json(counts: list[Count]) -> str:
    """A JSON array of objects with the fields of ``Count`` and the percentage.

    >>> print(as_json([Count("ja", "rv_i18n", 57, 1, 0)]))
    [
      {"locale": "ja", "domain": "rv_i18n", "translated": 57, "fuzzy": 1, "missing": 0, \
"percent": 98.2}
    ]
    """
    rows = ",\n".join(
        f"  {json.dumps({**row._asdict(), 'percent': row.percent})}" for row in counts
    )
    return f"[\n{rows}\n]" if rows else "[]"


def print_stats(counts: list[Count], form: str) -> None:
    """Print counts as a table for people (``text``) or as ``json``."""
    if form == "json":
        print(as_json(counts))
        return
    several = len({each.domain for each in counts}) > 1
    rows = [
        [
            f"{each.locale} {each.domain}" if several else each.locale,
            *map(str, each[2:]),
            f"{each.percent:g} %",
        ]
        for each in counts
    ]
    heads = ["locale", "translated", "fuzzy", "missing", "done"]
    print_table(heads, rows, numbers=heads[1:])
