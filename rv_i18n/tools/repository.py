"""Keeps the tools inside a project's repository, whatever its table and its links say.

A stranger's commit can name ``localedir = "../other"``, or hold a link to a private file.
"""

from __future__ import annotations

import os

from .._engine.errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .project import Project


def check_inside(project: Project, path: str) -> None:
    """Raise ``CatalogError`` if a path of a project leads out of its repository.

    The repository is the nearest directory upwards with a ``.git``, or else the project's own. A
    directory of catalogues that was named on the command line counts as well.
    """
    allowed = [os.path.realpath(project.localedir)] if project.is_named else []
    if project.directory:
        allowed.append(_root(os.path.realpath(project.directory)))
    _check(path, allowed)


def check_import(root: str, path: str) -> None:
    """Raise ``CatalogError`` if a source that another one imports leads out of the repository.

    ``root`` is the directory of the project.
    """
    _check(path, [_root(os.path.realpath(root))])


def _check(path: str, allowed: list[str]) -> None:
    target = os.path.realpath(path)
    if allowed and not any(_is_below(target, directory) for directory in allowed):
        raise CatalogError(path, "it leads out of the repository: name its directory to use it")


def _root(directory: str) -> str:
    around = directory
    while not os.path.exists(os.path.join(around, ".git")):
        around, below = os.path.dirname(around), around
        if around == below:
            return directory
    return around


def _is_below(path: str, directory: str) -> bool:
    return path == directory or path.startswith(os.path.join(directory, ""))
