"""Checks and reads the arguments that a ``Catalog`` is made with."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum

from .annotations import Directory, Locale
from .negotiation import frozen
from .quote import excerpt, type_name
from .tags import parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .files import File


def checked_domain(domain: str) -> str:
    """Return the gettext domain; raise ``TypeError`` for anything but a string."""
    if not isinstance(domain, str):
        raise TypeError(f"domain is a string such as 'my_studio', not {type_name(domain)}")
    return domain


def directories_of(localedir: Directory | Sequence[Directory]) -> list[File]:
    """Return the directories that are meant, with absolute paths.

    Raises ``TypeError`` for another type, and ``ValueError`` for an empty list or name.

    >>> [os.path.relpath(each) for each in directories_of("locales")]
    ['locales']
    """
    listed: Sequence[Any] = localedir if isinstance(localedir, (list, tuple)) else [localedir]
    if not listed:
        raise ValueError("localedir is an empty list: name a directory of catalogues")
    return [_directory(each) for each in listed]


def _directory(localedir: Any) -> File:
    if isinstance(localedir, (str, os.PathLike)):
        path = os.fsdecode(localedir)
        if not path:
            raise ValueError("localedir is empty: name a directory of catalogues")
        return os.path.abspath(path)
    if hasattr(localedir, "iterdir"):
        traversable: File = localedir
        return traversable
    raise TypeError(
        "localedir is a directory, a Traversable of importlib.resources, or a list of these, "
        f"not {type_name(localedir)}"
    )


def enums_of(codes: type[Enum] | Sequence[type[Enum]]) -> tuple[type[Enum], ...]:
    """Return the enums as a tuple; raise ``TypeError`` for anything else."""
    enums = tuple(codes) if isinstance(codes, (list, tuple)) else (codes,)
    if enums and all(isinstance(enum, type) and issubclass(enum, Enum) for enum in enums):
        return enums
    raise TypeError("codes is an enum of integers or strings, or a list of such enums")


def locales_of(default: Locale) -> tuple[str, ...]:
    """Return the locales that missing texts come from.

    Raises ``ValueError`` where there is none, or one that is no locale.

    >>> locales_of("en"), locales_of(("ja", "en"))
    (('en',), ('ja', 'en'))
    """
    locales = frozen(default if default is not None else ())
    locales = (locales,) if isinstance(locales, str) else locales
    unknown = [locale for locale in locales if parse_tag(locale) is None]
    if unknown or not locales:
        found = f"{excerpt(unknown[0])} is not a locale" if unknown else "there is none"
        raise ValueError(f"default must name the locale that missing texts come from, but {found}")
    return locales
