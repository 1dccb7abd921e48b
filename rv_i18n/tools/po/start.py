"""Begins the catalogue of a language that a project does not have yet."""

from __future__ import annotations

import os
from collections.abc import Iterable

from ..._engine.errors import CatalogError
from ..._engine.quote import excerpt
from ..._engine.tags import language_tag, parse_tag
from ..languages import is_language
from ..project import Project
from .headers import catalogue_header
from .pofile import PoFile


def started(
    project: Project, domain: str, locale: str, there: Iterable[str]
) -> tuple[str, str, PoFile]:
    """Return the locale, the path and the first content of a new catalogue: a header.

    The directory has the name that gettext looks for, such as ``pt_BR`` for pt-br. Raises
    ``CatalogError`` for what is no language, and for one that is among the locales ``there``.

    >>> from rv_i18n.tools.project import shipped_project
    >>> locale, path, file = started(shipped_project(), "rv_i18n", "pt-br", ["pt"])
    >>> locale, file.header.fields["Language-Team"]
    ('pt_BR', 'Portuguese (Brazil) <LL@li.org>')
    """
    tag = parse_tag(locale)
    if tag is None or not is_language(tag):
        raise CatalogError(project.localedir, f"--start {excerpt(locale)}: this is not a language")
    name = language_tag(locale).replace("-", "_")
    same = next((other for other in there if language_tag(other) == language_tag(locale)), None)
    if same:
        raise CatalogError(project.localedir, f"--start {name}: there is a catalogue {same}")
    path = os.path.join(project.localedir, name, "LC_MESSAGES", f"{domain}.po")
    return name, path, PoFile(catalogue_header(project, name, domain))
