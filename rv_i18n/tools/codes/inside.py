"""Tells what is inside a repository: below the nearest directory upwards with a ``.git``."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from ..._engine.errors import CatalogError


def repository_of(directory: str) -> str:
    """Return the repository that a directory is in, or itself if it is in none."""
    directory = os.path.realpath(directory)
    around = (each for each in upwards(directory) if os.path.exists(os.path.join(each, ".git")))
    return next(around, directory)


def upwards(directory: str, top: str = "") -> Iterator[str]:
    """Yield a directory and those around it, the nearest first, up to ``top`` or to the root.

    >>> [*upwards("/app/studio")], [*upwards("/app/studio", "/app")]
    (['/app/studio', '/app', '/'], ['/app/studio', '/app'])
    """
    yield directory
    while directory != top and os.path.dirname(directory) != directory:
        directory = os.path.dirname(directory)
        yield directory


def check_below(path: str, allowed: Iterable[str]) -> None:
    """Raise ``CatalogError`` if a path leads out of all these directories, which are real paths."""
    if not any(is_below(path, each) for each in allowed):
        raise CatalogError(path, "it leads out of the repository: name its directory to use it")


def is_below(path: str, directory: str) -> bool:
    """Whether a path leads into a directory, which is a real path, or to itself."""
    target = os.path.realpath(path)
    return target == directory or target.startswith(os.path.join(directory, ""))
