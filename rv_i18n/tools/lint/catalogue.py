"""A catalogue as the rules see it: polib's entries, and where each stands in the file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

import polib

from rv_i18n.tools.canonical import write_units
from rv_i18n.tools.reading import normalized, read_text
from rv_i18n.tools.units import BadLine, Unit, read_units

from .writing import writing_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rv_i18n.tools.tree import CatalogueFile

    from .writing import Writing

_POLIB_LINE = re.compile(r"\(line ([0-9]+)\)(?:: (.*))?$")


class Entry(NamedTuple):
    """An entry, and the line of its msgid. The text of a plural is "", whatever its forms."""

    symbol: str
    text: str
    line: int
    unit: Unit


class Catalogue:
    """One ``.po`` or ``.pot`` file, read.

    ``entries`` are those in use, ``obsolete`` the units that are not; ``expected`` maps the
    symbolic names that should be there, in their order, to their comments, or is ``None`` where
    nothing says what should be. ``bad_lines`` are what could not be read; an entry with such a
    line is in none of these.
    """

    def __init__(self, file: CatalogueFile, expected: Mapping[str, Sequence[str]] | None) -> None:
        self.path, self.locale, self.domain = file
        self.expected = expected
        self.text = read_text(file.path)
        self.units, self.bad_lines = read_units(normalized(self.text))
        self.obsolete = [unit for unit in self.units if unit.obsolete]
        self.header = next((unit for unit in self.units if unit.is_header), None)
        self.header_fields: dict[str, str] = {}
        self.entries: list[Entry] = []
        self._read_entries()

    @property
    def writing(self) -> Writing:
        """How the language of the catalogue is written."""
        return writing_of(self.locale)

    def field_line(self, field: str) -> int:
        """The line of a header field; of the header, or the file, where it is not there."""
        if self.header is None:
            return 1
        lines = enumerate(self.header.source.split("\n"), self.header.first)
        found = (number for number, line in lines if line.startswith(f'"{field}:'))
        return next(found, self.header.line)

    def _read_entries(self) -> None:
        read = self._polib()
        if read is None:
            return
        self.header_fields = dict(read.metadata)
        units = (unit for unit in self.units if unit.strings and unit is not self.header)
        self.entries = [
            Entry(entry.msgid, entry.msgstr, unit.line, unit)
            for entry, unit in zip((entry for entry in read if not entry.obsolete), units)
        ]

    def _polib(self) -> polib.POFile | None:
        """The file as polib reads it, or what is left without the lines that it cannot read."""
        if not self.bad_lines:
            try:
                return polib.pofile(self.path, encoding="utf-8")
            except OSError as error:
                match = _POLIB_LINE.search(str(error))
                line, reason = (int(match[1]), match[2]) if match else (1, str(error))
                failure = [BadLine(line, reason or "a line out of place")]
        else:
            failure = self.bad_lines
        try:
            return polib.pofile(write_units(self.units), encoding="utf-8")
        except OSError:
            self.bad_lines = failure
            return None
