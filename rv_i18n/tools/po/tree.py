"""Finds the templates and catalogues of a directory in gettext's layout."""

from __future__ import annotations

import os
from typing import NamedTuple

from ..._errors import CatalogError
from ..._files import shipped_directory


class CatalogueFile(NamedTuple):
    """A ``.po`` file, ``<localedir>/<locale>/LC_MESSAGES/<domain>.po``."""

    path: str
    locale: str
    domain: str


def default_localedir() -> str:
    """The directory of the shipped catalogues, as short as it can be written from here.

    >>> import os
    >>> os.path.basename(default_localedir())
    'locales'
    """
    directory = shipped_directory()
    try:
        relative = os.path.relpath(directory)
    except ValueError:  # pragma: no cover - another drive, on Windows alone
        return directory
    return directory if relative.startswith(os.pardir) else relative


def source_localedir() -> str:
    """The directory of the shipped catalogues where it is a source tree, with the template in it.

    Raises ``CatalogError`` for an installed copy, whose catalogues are not to be changed.
    """
    directory = default_localedir()
    if os.path.isfile(os.path.join(directory, "rv_i18n.pot")):
        return directory
    raise CatalogError(directory, "an installed copy has no template: say which LOCALEDIR is meant")


def find_templates(localedir: str) -> dict[str, str]:
    """The templates of a directory: their domains, and the path of each.

    Raises ``CatalogError`` for a directory that cannot be read.
    """
    return {
        name[: -len(".pot")]: os.path.join(localedir, name)
        for name in _names(localedir)
        if name.endswith(".pot")
    }


def find_catalogues(localedir: str) -> list[CatalogueFile]:
    """The catalogues of a directory by locale and domain.

    Raises ``CatalogError`` for a directory that cannot be read, or that has none.

    >>> {"en", "ja"} <= {file.locale for file in find_catalogues(default_localedir())}
    True
    """
    catalogues = []
    for locale in _names(localedir):
        directory = os.path.join(localedir, locale, "LC_MESSAGES")
        if os.path.isdir(directory):
            catalogues += [
                CatalogueFile(os.path.join(directory, name), locale, name[: -len(".po")])
                for name in _names(directory)
                if name.endswith(".po")
            ]
    if not catalogues:
        raise CatalogError(localedir, "no catalogue <locale>/LC_MESSAGES/<domain>.po in it")
    return catalogues


def _names(directory: str) -> list[str]:
    try:
        return sorted(os.listdir(directory))
    except OSError as error:
        raise CatalogError(directory, error.strerror or str(error)) from error
