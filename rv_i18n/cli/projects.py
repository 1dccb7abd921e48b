"""Chooses the project that a command works on, by its options, its paths and where it runs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterator

from .._engine.errors import CatalogError
from ..tools.settings import find_table
from .exit import fail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tools.project import Project

FARMS = "the codes of the Renderbus API"


def own_project(options: argparse.Namespace, *, written: bool = False) -> Project | None:
    """Return the project of ``--project`` or the working directory; ``None`` for the shipped codes.

    A ``pyproject.toml`` around the working directory that cannot be read, be it for want of a
    library, is reported, and stops nobody from asking for a shipped code; but nothing is written of
    them in its stead. Raises ``CatalogError`` for a fault of ``--project``.
    """
    if options.shipped:
        return None
    if options.project is not None:
        from ..tools.project import load_project

        return load_project(options.project)
    try:
        found = find_table(os.curdir)
    except CatalogError as error:
        if written:
            raise
        fail(f"{error}; using {FARMS}")
        return None
    except ModuleNotFoundError as error:  # on Python 3.9 and 3.10 a table needs tomli
        if written:
            raise
        fail(f"pyproject.toml needs {error.name}: pip install 'rv-i18n[tools]'; using {FARMS}")
        return None
    if found is None:
        return None
    from ..tools.project import Project  # takes its time, so only where there is a table

    return Project(*found)


def own_or_shipped(options: argparse.Namespace, *, written: bool = False) -> Project:
    """As ``own_project``, but return the project of the shipped codes if there is none."""
    from ..tools.project import shipped_project

    return own_project(options, written=written) or shipped_project()


def whose(options: argparse.Namespace, project: Project | None) -> str:
    """Return what to add to "unknown code" if it was looked for in a list that nobody named."""
    if options.shipped or options.project is not None:
        return ""
    if project and project.directory:
        return f" (of the codes of {project.file}; --shipped chooses {FARMS})"
    return f" (of {FARMS}; --project DIR chooses another list)"


def project_at(options: argparse.Namespace, localedir: str | None) -> Project:
    """Return the project for LOCALEDIR, or for its own directory of catalogues.

    Raises ``CatalogError`` if there is none, or its table has a fault.
    """
    from ..tools.project import load_project, project_for, shipped_project, short

    if options.shipped:
        project = shipped_project()
    elif options.project is not None:
        project = load_project(options.project)
    else:
        return project_for(localedir)
    return project.at(localedir or short(project.localedir), named=localedir is not None)


def projects_to_lint(options: argparse.Namespace) -> Iterator[tuple[Project, str | None]]:
    """Yield the projects that the paths are about, each with the one file to check, if any."""
    from ..tools.lint import localedir_of

    if options.changed:
        yield from ((project, None) for project in _changed(options.paths))
        return
    for path in options.paths or [None]:
        file = path if path and path.endswith((".po", ".pot")) and not os.path.isdir(path) else None
        yield project_at(options, localedir_of(file) if file else path), file


def projects_to_sync(options: argparse.Namespace) -> list[Project]:
    """Return the projects that the paths are about; raise ``CatalogError`` if one has none."""
    if options.changed:
        return _changed(options.paths)
    projects = [project_at(options, path) for path in options.paths or [None]]
    for project in projects:
        if not (project.directory or options.shipped):
            reason = "no pyproject.toml with a table [tool.rv-i18n] covers these catalogues"
            raise CatalogError(project.localedir, reason)
    return projects


def _changed(files: list[str]) -> list[Project]:
    """Return the projects of files that changed, each once; files of no project do not matter."""
    from ..tools.project import projects_with, short

    return [project.at(short(project.localedir), named=False) for project in projects_with(files)]
