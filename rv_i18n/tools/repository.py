"""Keeps the tools inside a project's repository, whatever its table and its links say.

A stranger's commit can name ``localedir = "../other"``, or hold a link to a private file.
"""

from __future__ import annotations

import os

from .codes.inside import check_below, repository_of

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
        allowed.append(repository_of(project.directory))
    if allowed:
        check_below(path, allowed)
