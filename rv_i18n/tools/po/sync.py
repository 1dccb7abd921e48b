"""Updates the template and every catalogue to match the code list, in canonical form.

Nothing is guessed, and no text is removed unless asked for: a new symbolic name has no text, and
one that is gone must be renamed or removed explicitly. No dates are written, so two branches that
each add a code seldom conflict; where they do, both sides are put together.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..._engine.quote import LONGEST_ERROR, cut
from ..atomic import locked, write_files
from ..project import Project
from ..repository import check_inside
from .complete import completed, known_fields
from .conflicts import ConflictError, read_merged
from .further import is_further, renamed, with_further
from .headers import catalogue_header, template_header
from .layout import (
    Expected,
    catalogue_files,
    expected_entries,
    no_catalogue,
    source_path,
    template_files,
    template_path,
)
from .plural_entries import SourceForms
from .pofile import PoFile
from .start import started

_NOBODYS = "PROJECT VERSION"
"""What ``pybabel extract`` writes as Project-Id-Version by default."""

_LONGEST = 800
"""The most characters of a list of symbolic names."""


def _listed(names: Sequence[str], longest: int = _LONGEST) -> str:
    """Return names for a message, each truncated: the first, and more up to ``longest`` characters.

    >>> _listed(["A", "B"]), _listed(["A"] * 22, 4)
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
    """What ``sync`` changed in one file: symbolic names added, removed and renamed."""

    path: str
    written: bool
    added: list[str]
    removed: list[str]
    renamed: list[str]

    def __str__(self) -> str:
        if not self.written:
            return f"{self.path}: unchanged"
        words = (("added", self.added), ("removed", self.removed), ("renamed", self.renamed))
        changes = [f"{word} {_listed(symbols)}" for word, symbols in words if symbols]
        return f"{self.path}: {'; '.join(changes) or 'updated'}"


class RemovalError(Exception):
    """Texts would be lost; ``locales`` maps symbolic names to the catalogues with a text."""

    def __init__(self, locales: Mapping[str, list[str]]) -> None:
        self.locales = locales

    def __str__(self) -> str:
        named = [f"{cut(name, 30)} ({_listed(there, 20)})" for name, there in self.locales.items()]
        further = any(map(is_further, self.locales))
        wrong = "no code has these names, and their texts would be lost: "
        advice = (
            "; give --rename OLD=NEW for a renamed code, "
            + further * "--text NAME=TEXT for a further text that the source catalogue lacks, "
            + "or --remove to remove the texts"
        )
        room = LONGEST_ERROR - len(wrong) - len(advice) - len(" and 100000 more")
        return wrong + _listed(named, room) + advice


def sync(
    project: Project,
    *,
    renames: Mapping[str, str] | None = None,
    texts: Mapping[str, str] | None = None,
    remove: bool = False,
    start: Iterable[str] = (),
) -> list[Change]:
    """Write the template, and update every catalogue to match the code list of ``project``.

    If the directory has only a template of another domain, that template replaces the code list.

    Which further texts the codes have, the catalogue of the source language says.

    ``renames`` maps old symbolic names to new ones: the texts move to the new name. ``texts`` maps
    symbolic names, or names of further texts, to texts of the source language, for what has none.
    ``remove`` removes the texts of all other names that are gone, and obsolete entries. ``start``
    are the locales of catalogues to begin. Returns the change to each file.

    Every file is read before any is written, and only files that change are written. The header of
    a catalogue is given the fields that it lacks, if they are known; translators' comments and
    flags are not changed. Where git left a conflict in a file, both sides
    are put together first.

    Raises ``RemovalError`` if texts would be lost, ``ConflictError`` if the sides of a conflict
    have written a text differently, and ``CatalogError`` for a file that cannot be read or has an
    entry that a catalogue cannot have; then no file has changed. Raises ``OSError`` for a file that
    cannot be written; then each file is whole, either old or new.
    """
    if project.is_at_home and not project.directory:
        reason = "these are the installed catalogues; give the directory of a copy of them"
        raise CatalogError(project.localedir, reason)
    if not os.path.isdir(project.localedir):
        reason = "there is no such directory; create it, or correct the path"
        raise CatalogError(project.localedir, reason)
    check_inside(project, project.localedir)
    domain = _domain(project)
    expected = expected_entries(project, domain, read_merged) or {}
    moved = renamed(renames or {})
    with locked(project.localedir):
        catalogues = _catalogues(project, domain, moved)
        template = _template(project, domain, moved, catalogues)
        for locale in start:
            name, path, new = started(project, domain, locale, catalogues)
            new.header = completed(new.header, {"POT-Creation-Date": template.date})
            catalogues[name] = _File(path, new, exists=False)
        if domain == project.domain:
            further = {*_further(project, template, catalogues, moved), *(texts or {})}
            expected = with_further(expected, further)
        for file in (template, *catalogues.values()):
            file.bring_in_line(expected, moved, remove=remove)
        _check_renames(project, expected, renames or {}, catalogues)
        _write_texts(project, expected, texts or {}, catalogues)
        has_codes = domain == project.domain
        source = catalogues.get(project.source, template) if has_codes else template
        forms = SourceForms(source.entries.values(), has_codes=has_codes)
        for locale, file in (("", template), *catalogues.items()):
            file.set_forms(locale, forms)
        lost: dict[str, list[str]] = {}
        for locale, file in catalogues.items():
            for symbol in file.lost:
                lost.setdefault(symbol, []).append(locale)
        if lost and not remove:
            raise RemovalError(lost)
        files = [template, *catalogues.values()]
        for file in files:
            os.makedirs(os.path.dirname(file.path), exist_ok=True)
        write_files({file.path: file.content for file in files if file.is_changed})
    return [file.change for file in files]


class _File:
    """A template or catalogue: its present content, and the content that it should have.

    A file that ``exists`` is written only if that differs.
    """

    def __init__(self, path: str, found: PoFile, *, exists: bool = True) -> None:
        self.path = path
        self._exists = exists
        self._found = found
        if not self._found.header.text:
            raise CatalogError(path, "it has no header, the entry with an empty msgid")
        self._before = [entry.msgid for entry in self._found.entries]
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
    def exists(self) -> bool:
        """Whether there is such a file yet."""
        return self._exists

    @property
    def date(self) -> str:
        """The date at which the template was made, if the file says it."""
        return self._found.header.fields.get("POT-Creation-Date", "")

    @property
    def names(self) -> list[str]:
        """The names of the entries that the file has."""
        return self._before

    @cached_property
    def content(self) -> bytes:
        """The content that the file should have, once all its entries are right."""
        return self._found.canonical(list(self.entries.values())).encode()

    @property
    def is_changed(self) -> bool:
        """Whether that differs from the present content."""
        return not self._exists or self.content != self._found.text.encode()

    @property
    def change(self) -> Change:
        """What changed in the file."""
        renamed = self._renamed
        known = {*self._before, *renamed.values()}
        gone = [name for name in self._before if name not in self.entries and name not in renamed]
        return Change(
            self.path,
            self.is_changed,
            [symbol for symbol in self.entries if symbol not in known],
            gone + self._obsolete,
            [f"{old} to {new}" for old, new in renamed.items()],
        )


def _domain(project: Project) -> str:
    """Return the domain to update: the project's, unless the directory's only template has another.

    >>> from rv_i18n.tools.project import load_project
    >>> _domain(load_project(".").at("rv_i18n/tools/reference/locales"))
    'rv_i18n_page'
    """
    templates = [] if project.is_at_home else template_files(project.localedir)
    return templates[0].domain if len(templates) == 1 else project.domain


def _catalogues(project: Project, domain: str, renames: Mapping[str, str]) -> dict[str, _File]:
    """Return the catalogues by locale; a file that is linked twice counts once."""
    files: dict[str, _File] = {}
    seen: set[str] = set()
    conflicts: list[str] = []
    for file in catalogue_files(project.localedir):
        check_inside(project, file.path)
        path = os.path.realpath(file.path)
        if file.domain == domain and path not in seen:
            seen.add(path)
            try:
                found = read_merged(file.path, renames)
                found.header = completed(found.header, known_fields(project, file.locale))
                files[file.locale] = _File(file.path, found)
            except ConflictError as error:
                conflicts += error.places
    if conflicts:
        raise ConflictError(conflicts)
    if project.is_at_home and project.source not in files:
        new = PoFile(catalogue_header(project, project.source))
        files[project.source] = _File(source_path(project), new, exists=False)
    return files


def _template(
    project: Project, domain: str, renames: Mapping[str, str], catalogues: Mapping[str, _File]
) -> _File:
    path = template_path(project.localedir, domain)
    new = PoFile(template_header(project))
    if os.path.lexists(path):
        check_inside(project, path)
        found = read_merged(path, renames)
        # pybabel extract writes a placeholder header, and a date.
        if _NOBODYS not in found.header.text:
            return _File(path, found)
        found.header = new.header
        return _File(path, found, exists=False)
    if not project.is_at_home:
        missing = CatalogError(path, "there is no such template; copy the project's to here")
        raise missing if catalogues else no_catalogue(project.localedir)
    return _File(path, new, exists=False)


def _further(
    project: Project,
    template: _File,
    catalogues: Mapping[str, _File],
    renames: Mapping[str, str],
) -> set[str]:
    """Return the names of the further texts in the source catalogue or, without one, the template.

    Those of a renamed code have its new name.
    """
    source = catalogues.get(project.source)
    names = source.names if source and source.exists else template.names
    return {renames.get(name, name) for name in names if is_further(name)}


def _check_renames(
    project: Project,
    expected: Expected,
    renames: Mapping[str, str],
    catalogues: Mapping[str, _File],
) -> None:
    """Raise ``CatalogError`` for an impossible rename."""
    localedir = project.localedir
    for old, new in renames.items():
        change = f"{cut(old)}={cut(new)}"
        if old in expected:
            raise CatalogError(localedir, f"--rename {change}: {cut(old)} is still a code")
        if new not in expected:
            raise CatalogError(localedir, f"--rename {change}: {cut(new)} is not a code")
        if not any(old in file.names for file in catalogues.values()):
            raise CatalogError(
                localedir, f"--rename {change}: no catalogue has an entry {cut(old)}"
            )


def _write_texts(
    project: Project,
    expected: Expected,
    texts: Mapping[str, str],
    catalogues: Mapping[str, _File],
) -> None:
    """Give new codes their texts in the source language; raise ``CatalogError`` if impossible."""
    source = project.source
    for symbol, text in texts.items():
        if symbol not in expected:
            raise CatalogError(
                project.localedir, f"--text {cut(symbol)}: {cut(symbol)} is not a code"
            )
        if source not in catalogues:
            reason = f"--text {cut(symbol)}: there is no catalogue {source}"
            raise CatalogError(project.localedir, reason)
        catalogues[source].set_text(symbol, text)
