"""Brings one file in line with the code list, and says what changes in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..._engine.quote import cut
from .layout import Expected
from .plural_entries import SourceForms
from .pofile import PoFile

_LONGEST = 800
"""The most characters of a list of symbolic names."""


def listed(names: Sequence[str], longest: int = _LONGEST) -> str:
    """Return names for a message, each truncated: the first, and more up to ``longest`` characters.

    >>> listed(["A", "B"]), listed(["A"] * 22, 4)
    ('A, B', 'A, A and 20 more')
    """
    shown: list[str] = []
    length = 0
    for name in map(cut, names):
        if shown and length + len(name) > longest:
            break
        shown.append(name)
        length += len(name) + len(", ")
    more = len(names) - len(shown)
    return ", ".join(shown) + (f" and {more} more" if more else "")


class Change(NamedTuple):
    """What changed in one file: symbolic names added, removed and renamed."""

    path: str
    written: bool
    added: list[str]
    removed: list[str]
    renamed: list[str]

    def __str__(self) -> str:
        if not self.written:
            return f"{self.path}: unchanged"
        words = (("added", self.added), ("removed", self.removed), ("renamed", self.renamed))
        changes = [f"{word} {listed(symbols)}" for word, symbols in words if symbols]
        return f"{self.path}: {'; '.join(changes) or 'updated'}"


class SyncedFile:
    """A template or catalogue: its present content, and the content that it should have.

    A file that ``exists`` is written only if that differs. ``names`` are those of the entries that
    it has at first, ``entries`` those that it should have, and ``lost`` has the names of the texts
    that these have no place for.

    Raises ``CatalogError`` for a file without a header.
    """

    def __init__(self, path: str, found: PoFile, *, exists: bool = True) -> None:
        if not found.header.text:
            raise CatalogError(path, "it has no header, the entry with an empty msgid")
        self.path = path
        self.exists = exists
        self.names = [entry.msgid for entry in found.entries]
        self._found = found
        self._obsolete: list[str] = []
        self._renamed: dict[str, str] = {}
        self.entries: dict[str, Entry]
        self.lost: list[str] = []

    def bring_in_line(
        self, expected: Expected, renames: Mapping[str, str], *, remove: bool
    ) -> None:
        """Make one entry per symbolic name, and keep the texts found in the file."""
        entries = {symbol: Entry() for symbol in expected}
        for entry in self._found.entries:
            symbol = renames.get(entry.msgid, entry.msgid)
            if symbol not in entries:
                if any(entry.texts):
                    self.lost.append(entry.msgid)
            elif entry.msgctxt is not None:
                raise self._error(entry, "has a context, which is not allowed here")
            else:
                if symbol != entry.msgid:
                    self._renamed[entry.msgid] = symbol
                self._take(entry, symbol, entries)
        for symbol, comments in expected.items():
            entry = entries[symbol]
            entry.msgid, entry.comments = symbol, comments
        self.entries = entries
        if remove:
            self._obsolete = [entry.msgid for entry in self._found.obsolete]
            self._found.obsolete = []

    def _take(self, entry: Entry, symbol: str, entries: dict[str, Entry]) -> None:
        """Use an entry for a symbolic name, unless another entry with a text has it."""
        other = entries[symbol]
        if any(entry.texts) and any(other.texts) and entry.texts != other.texts:
            reason = f"has a different text from {cut(other.msgid)}, line {other.line}"
            raise self._error(entry, reason)
        if not other.line or (any(entry.texts) and not any(other.texts)):
            entries[symbol] = entry

    def _error(self, entry: Entry, reason: str) -> CatalogError:
        return CatalogError(self.path, f"{cut(entry.msgid)} {reason}", entry.line)

    def set_text(self, symbol: str, text: str) -> None:
        """Give an entry a text; raise ``CatalogError`` if it has a different one."""
        entry = self.entries[symbol]
        if entry.msgid_plural is not None:
            raise self._error(entry, "is a plural: write its forms in this file")
        if entry.msgstr not in ("", text):
            raise self._error(entry, "already has a text: change it in this file")
        entry.msgstr = text

    def set_forms(self, locale: str, forms: SourceForms) -> None:
        """Give the entries the forms that the source catalogue decides on."""
        forms.give(self.path, self._found, self.entries.values(), locale)

    @property
    def date(self) -> str:
        """The date at which the template was made, if the file says it."""
        return self._found.header.fields.get("POT-Creation-Date", "")

    @cached_property
    def content(self) -> bytes:
        """The content that the file should have, once all its entries are right."""
        return self._found.canonical(list(self.entries.values())).encode()

    @property
    def is_changed(self) -> bool:
        """Whether that differs from the present content."""
        return not self.exists or self.content != self._found.text.encode()

    @property
    def change(self) -> Change:
        """What changed in the file."""
        renamed = self._renamed
        known = {*self.names, *renamed.values()}
        gone = [name for name in self.names if name not in self.entries and name not in renamed]
        return Change(
            self.path,
            self.is_changed,
            [symbol for symbol in self.entries if symbol not in known],
            gone + self._obsolete,
            [f"{old} to {new}" for old, new in renamed.items()],
        )
