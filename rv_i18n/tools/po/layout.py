"""Finds the templates and catalogues of a directory in gettext's layout."""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import NamedTuple

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..project import Project
from .pofile import PoFile, read_sound

Expected = dict[str, list[str]]
"""The comments of each entry that a file should have, by msgid and in order."""


class CatalogueFile(NamedTuple):
    """A catalogue, ``<localedir>/<locale>/LC_MESSAGES/<domain>.po``, or a template.

    For a template, ``<localedir>/<domain>.pot``, the ``locale`` is "".
    """

    path: str
    locale: str
    domain: str


def template_files(localedir: str) -> list[CatalogueFile]:
    """Return the templates of a directory; raise ``CatalogError`` if it cannot be read."""
    return [
        CatalogueFile(os.path.join(localedir, name), "", name[: -len(".pot")])
        for name in _names(localedir)
        if name.endswith(".pot")
    ]


def catalogue_files(localedir: str) -> list[CatalogueFile]:
    """Return the catalogues of a directory, sorted by locale and domain.

    Raises ``CatalogError`` for a directory that cannot be read.

    >>> {"en", "ja"} <= {file.locale for file in catalogue_files("locales")}
    True
    """
    catalogues = []
    for locale in _names(localedir):
        if locale == "lost+found":  # of a file system, and unreadable
            continue
        directory = os.path.join(localedir, locale, "LC_MESSAGES")
        if os.path.isdir(directory):
            catalogues += [
                CatalogueFile(os.path.join(directory, name), locale, name[: -len(".po")])
                for name in _names(directory)
                if name.endswith(".po")
            ]
    return catalogues


def no_catalogue(localedir: str) -> CatalogError:
    """Return the error for a directory without catalogues."""
    return CatalogError(localedir, "no catalogue <locale>/LC_MESSAGES/<domain>.po in it")


def template_path(localedir: str, domain: str) -> str:
    """Return the path of the template of a domain."""
    return os.path.join(localedir, f"{domain}.pot")


def source_path(project: Project) -> str:
    """Return the path of the catalogue of the project's source language."""
    return os.path.join(project.localedir, project.source, "LC_MESSAGES", f"{project.domain}.po")


def source_entries(project: Project) -> list[Entry]:
    """Return the entries of the catalogue of the source language; none if there is no such file.

    Raises ``CatalogError`` if it cannot be read or has a fault.
    """
    path = source_path(project)
    return read_sound(path).entries if os.path.lexists(path) else []


def key_of(entry: Entry) -> str:
    r"""Return gettext's key of a message: the msgid, behind the context if it has one.

    >>> entry = Entry("Open")
    >>> entry.msgctxt = "menu"
    >>> key_of(entry), key_of(Entry("Open"))
    ('menu\x04Open', 'Open')
    """
    return entry.msgid if entry.msgctxt is None else f"{entry.msgctxt}\x04{entry.msgid}"


def expected_entries(
    project: Project,
    domain: str,
    read: Callable[[str], PoFile] = read_sound,
    key: Callable[[Entry], str] = key_of,
) -> Expected | None:
    """Return the entries that catalogues should have, in order, with their comments.

    For the project's domain they come from the code list, without further texts; for another
    domain they come from its template, which ``read`` reads, by ``key``. ``None`` means that there
    is neither. Raises ``CatalogError`` for a source or template that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> number, description = expected_entries(shipped_project(), "rv_i18n")["NEED_REDIRECT"]
    >>> number
    '301'
    """
    if domain == project.domain:
        return {code.symbol: code.comment.split("\n") for code in project.codes}
    template = template_path(project.localedir, domain)
    if not os.path.exists(template):
        return None
    return {key(entry): entry.comments for entry in read(template).entries}


def _names(directory: str) -> list[str]:
    try:
        return sorted(os.listdir(directory))
    except OSError as error:
        raise CatalogError(directory, error.strerror or str(error)) from error
