"""Checks and reads the arguments of a ``Catalog`` and of its look-ups."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum
from itertools import islice

from .annotations import Directory, Locale
from .quote import excerpt, type_name
from .tags import LONGEST_TAG, parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    from .files import File

    Value = TypeVar("Value")
    Key = str | tuple[str, ...]
    """A locale as ``frozen`` returns it."""

MOST_RANGES = 64
"""The most ranges read from an Accept-Language value or a sequence; browsers send under 20."""

THEN = "x-then"
"""In a sequence of locales: what stands before it and fits wins, and is followed by the rest.

It is a tag for private use (RFC 5646, section 2.2.7). A request's own choice is parted by it from
what the browser sends, in a locale that can be sent along like any other.
"""

MOST_KEPT = 1000
"""The most untrusted strings that one cache holds as keys."""


def checked_domain(domain: str) -> str:
    """Return the gettext domain; raise ``TypeError`` for anything but a string.

    Raises ``ValueError`` for one that no file in a catalogue's directory can have.
    """
    if not isinstance(domain, str):
        raise TypeError(f"domain is a string such as 'my_studio', not {type_name(domain)}")
    if not domain or "/" in domain or "\\" in domain:
        raise ValueError(f"domain is a name such as 'my_studio', not {excerpt(domain)}")
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


def frozen(locale: Locale) -> Key:
    """Return ``locale`` as a string or a tuple of strings, so that it can be a dictionary key.

    Subclasses of ``str`` become plain strings, because an instance can carry a lot of other data.
    Raises ``TypeError`` for anything but a string or a sequence of strings.

    >>> frozen(["fr", "ja"])
    ('fr', 'ja')
    """
    if isinstance(locale, str):
        return str.__str__(locale)
    if not isinstance(locale, Sequence) or isinstance(locale, (bytes, bytearray, memoryview)):
        raise TypeError(
            'a locale is a string such as "ja-JP", "zh_CN.UTF-8" or "ja, en;q=0.8", or a sequence '
            f"of such strings, not {type_name(locale)}"
        )
    entries = tuple(islice(locale, MOST_RANGES))
    for entry in entries:
        if not isinstance(entry, str):
            raise TypeError(f"a sequence of locales holds strings, not {type_name(entry)}")
    return tuple(map(str.__str__, entries))


def keep(cache: dict[object, Value], key: Key, value: Value) -> Value:
    """Store ``value`` in ``cache``, within bounds, and return it.

    The keys are untrusted, so long keys are not stored, and a full cache is emptied. To compute a
    value again takes a few microseconds.
    """
    length = len(key) if isinstance(key, str) else sum(map(len, key))
    if length <= LONGEST_TAG:
        if len(cache) >= MOST_KEPT:
            cache.clear()
        cache[key] = value
    return value
