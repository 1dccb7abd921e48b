"""Tells what is inside a repository: the nearest directory upwards with a ``.git``."""

from __future__ import annotations

import os
from collections.abc import Iterable

from ..._engine.errors import CatalogError


def repository_of(directory: str) -> str:
    """Return the repository that a directory is in, or itself if it is in none."""
    directory = around = os.path.realpath(directory)
    while not os.path.exists(os.path.join(around, ".git")):
        around, below = os.path.dirname(around), around
        if around == below:
            return directory
    return around


def check_below(path: str, allowed: Iterable[str]) -> None:
    """Raise ``CatalogError`` if a path leads out of all these directories, which are real paths."""
    if not any(is_below(path, each) for each in allowed):
        raise CatalogError(path, "it leads out of the repository: name its directory to use it")


def is_below(path: str, directory: str) -> bool:
    """Whether a path leads into a directory, which is a real path, or to itself."""
    target = os.path.realpath(path)
    return target == directory or target.startswith(os.path.join(directory, ""))
