"""Updates the template and every catalogue to match the code list, in canonical form.

Nothing is guessed, and no text is removed unless asked for: a new symbolic name has no text, and
one that is gone must be renamed or removed explicitly. No dates are written, so two branches that
each add a code seldom conflict; where they do, both sides are put together.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from operator import attrgetter

from ..._engine.errors import CatalogError
from ..._engine.quote import LONGEST_ERROR, cut
from ..atomic import locked, write_files
from ..project import Project
from ..repository import check_inside
from .complete import completed
from .conflicts import ConflictError, read_merged
from .further import is_further, renamed, with_further
from .headers import catalogue_header, known_fields, template_header
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
from .synced import Change, SyncedFile, listed

_NOBODYS = "PROJECT VERSION"
"""What ``pybabel extract`` writes as Project-Id-Version by default."""


class RemovalError(Exception):
    """Texts would be lost; ``locales`` maps symbolic names to the catalogues with a text."""

    def __init__(self, locales: Mapping[str, list[str]]) -> None:
        self.locales = locales

    def __str__(self) -> str:
        named = [f"{cut(name, 30)} ({listed(there, 20)})" for name, there in self.locales.items()]
        further = any(map(is_further, self.locales))
        wrong = "no code has these names, and their texts would be lost: "
        advice = (
            "; give --rename OLD=NEW for a renamed code, "
            + further * "--text NAME=TEXT for a further text that the source catalogue lacks, "
            + "or --remove to remove the texts"
        )
        room = LONGEST_ERROR - len(wrong) - len(advice) - len(" and 100000 more")
        return wrong + listed(named, room) + advice


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
    a catalogue is given the fields that it lacks, if they are known, and a text with fields the
    flag by which Weblate compares them; translators' comments and other flags are not changed.
    Where git left a conflict in a file, both sides are put together first.

    Raises ``RemovalError`` if texts would be lost, ``ConflictError`` if the sides of a conflict
    have written a text differently, and ``CatalogError`` for a file that cannot be read or has an
    entry that a catalogue cannot have; then no file has changed. Raises ``OSError`` for a file that
    cannot be written; then each file is whole, either old or new.
    """
    _check_directory(project)
    domain = _domain(project)
    has_codes = domain == project.domain
    expected = expected_entries(project, domain, read_merged, attrgetter("msgid")) or {}
    moved = renamed(renames or {})
    with locked(project.localedir):
        catalogues = _catalogues(project, domain, moved)
        template = _template(project, domain, moved, catalogues)
        for locale in start:
            name, path, new = started(project, domain, locale, catalogues)
            new.header = completed(new.header, {"POT-Creation-Date": template.date})
            catalogues[name] = SyncedFile(path, new, exists=False)
        files = [template, *catalogues.values()]
        if has_codes:
            further = {*_further(project, template, catalogues, moved), *(texts or {})}
            expected = with_further(expected, further)
        for file in files:
            file.bring_in_line(expected, moved, remove=remove)
        _check_renames(project, expected, renames or {}, catalogues)
        _write_texts(project, expected, texts or {}, catalogues)
        source = catalogues.get(project.source, template) if has_codes else template
        forms = SourceForms(source.entries.values(), has_codes=has_codes)
        for locale, file in (("", template), *catalogues.items()):
            file.set_forms(locale, forms)
        if not remove:
            _check_none_is_lost(catalogues)
        for file in files:
            os.makedirs(os.path.dirname(file.path), exist_ok=True)
        write_files({file.path: file.content for file in files if file.is_changed})
    return [file.change for file in files]


def _check_directory(project: Project) -> None:
    """Raise ``CatalogError`` if the directory of the catalogues is not one to write to."""
    if project.is_at_home and not project.directory:
        reason = "these are the installed catalogues; give the directory of a copy of them"
        raise CatalogError(project.localedir, reason)
    if not os.path.isdir(project.localedir):
        reason = "there is no such directory; create it, or correct the path"
        raise CatalogError(project.localedir, reason)
    check_inside(project, project.localedir)


def _domain(project: Project) -> str:
    """Return the domain to update: the project's, unless the directory's only template has another.

    >>> from rv_i18n.tools.project import load_project
    >>> _domain(load_project(".").at("rv_i18n/tools/reference/locales"))
    'rv_i18n_page'
    """
    templates = [] if project.is_at_home else template_files(project.localedir)
    return templates[0].domain if len(templates) == 1 else project.domain


def _catalogues(project: Project, domain: str, renames: Mapping[str, str]) -> dict[str, SyncedFile]:
    """Return the catalogues by locale; a file that is linked twice counts once."""
    files: dict[str, SyncedFile] = {}
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
                files[file.locale] = SyncedFile(file.path, found)
            except ConflictError as error:
                conflicts += error.places
    if conflicts:
        raise ConflictError(conflicts)
    if project.is_at_home and project.source not in files:
        new = PoFile(catalogue_header(project, project.source))
        files[project.source] = SyncedFile(source_path(project), new, exists=False)
    return files


def _template(
    project: Project, domain: str, renames: Mapping[str, str], catalogues: Mapping[str, SyncedFile]
) -> SyncedFile:
    path = template_path(project.localedir, domain)
    new = PoFile(template_header(project))
    if os.path.lexists(path):
        check_inside(project, path)
        found = read_merged(path, renames)
        # pybabel extract writes a placeholder header, and a date.
        if _NOBODYS not in found.header.text:
            return SyncedFile(path, found)
        found.header = new.header
        return SyncedFile(path, found, exists=False)
    if not project.is_at_home:
        missing = CatalogError(path, "there is no such template; copy the project's to here")
        raise missing if catalogues else no_catalogue(project.localedir)
    return SyncedFile(path, new, exists=False)


def _further(
    project: Project,
    template: SyncedFile,
    catalogues: Mapping[str, SyncedFile],
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
    catalogues: Mapping[str, SyncedFile],
) -> None:
    """Raise ``CatalogError`` for an impossible rename."""
    for old, new in renames.items():
        if old in expected:
            reason = f"{cut(old)} is still a code"
        elif new not in expected:
            reason = f"{cut(new)} is not a code"
        elif not any(old in file.names for file in catalogues.values()):
            reason = f"no catalogue has an entry {cut(old)}"
        else:
            continue
        raise CatalogError(project.localedir, f"--rename {cut(old)}={cut(new)}: {reason}")


def _write_texts(
    project: Project,
    expected: Expected,
    texts: Mapping[str, str],
    catalogues: Mapping[str, SyncedFile],
) -> None:
    """Give new codes their texts in the source language; raise ``CatalogError`` if impossible."""
    source = catalogues.get(project.source)
    for symbol, text in texts.items():
        if symbol not in expected:
            reason = f"{cut(symbol)} is not a code"
        elif source is None:
            reason = f"there is no catalogue {project.source}"
        else:
            source.set_text(symbol, text)
            continue
        raise CatalogError(project.localedir, f"--text {cut(symbol)}: {reason}")


def _check_none_is_lost(catalogues: Mapping[str, SyncedFile]) -> None:
    """Raise ``RemovalError`` if catalogues have texts of names that are gone."""
    lost: dict[str, list[str]] = {}
    for locale, file in catalogues.items():
        for symbol in file.lost:
            lost.setdefault(symbol, []).append(locale)
    if lost:
        raise RemovalError(lost)
