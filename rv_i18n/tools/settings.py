"""Finds and checks the table ``[tool.rv-i18n]`` of a ``pyproject.toml``.

``rv-i18n message`` looks for one each time, so a library is imported only where there is a table.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping

from .._engine.errors import CatalogError
from .._engine.files import read_bytes
from .._engine.quote import excerpt
from .._engine.tags import parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Found = tuple[str, dict[str, Any], str]
    """The directory of a table, the table, and the name of the distribution, or ""."""

    Keys = Mapping[str, tuple[Callable[[Any], bool], str]]
    """The keys of a table: a check of the value, and a description of what it must be."""

FILE = "pyproject.toml"
TABLE = "tool.rv-i18n"
NO_TABLE = f"no {FILE} with a table [{TABLE}], here or further up"

_MOST_DOTS = 1_000

_HEAD = rb"""(?mx)
    \btool\W+rv-i18n (?![\w-])                         # [tool.rv-i18n] and tool.rv-i18n.domain
    | ^[ \t]* (["']?) rv-i18n \1 [ \t]* (?:\.|=[^=])   # the same below [tool]
"""
"""What a file with the table has in it; the name among the dependencies is something else."""


def find_table(start: str) -> Found | None:
    """Return the nearest table in a directory or its parents, or ``None`` if there is none.

    Raises ``CatalogError`` for a file that cannot be read, for one with a table that is not valid
    TOML, and for a fault of the table. Other files on the way, valid or not, are passed over.

    >>> import tempfile
    >>> find_table(tempfile.gettempdir()) is None
    True
    """
    try:
        directory = os.path.realpath(start)
    except OSError:  # the working directory was removed
        return None
    while True:
        found = read_table(os.path.join(directory, FILE))
        if found is not None or os.path.dirname(directory) == directory:
            return found
        directory = os.path.dirname(directory)


def read_table(path: str) -> Found | None:
    """Return the table in one ``pyproject.toml``, or ``None``; raise as ``find_table`` does."""
    if not os.path.isfile(path):
        return None
    data = read_bytes(path)
    if not re.search(_HEAD, data):
        return None
    document = _parsed(data, path)
    table = _get(document, "tool", "rv-i18n")
    if table is None:
        return None
    if not isinstance(table, dict):
        raise CatalogError(path, f"[{TABLE}] must be a table")
    check(table, KEYS, path, TABLE)
    for key in ("codes", "domain"):
        if key not in table:
            raise CatalogError(path, f"[{TABLE}] lacks {key}: {KEYS[key][1]}")
    name = _get(document, "project", "name")
    return os.path.dirname(path), table, name if _is_text(name) else ""


def _parsed(data: bytes, path: str) -> dict[str, Any]:
    """Return a document; raise ``CatalogError`` if it is not valid, or would take much memory.

    A key of n parts takes n * n: an attacker's ``a.a.a`` of 60 kB takes four gigabytes.
    """
    if any(line.count(b".") > _MOST_DOTS for line in data.split(b"\n")):
        reason = f"a line of it has more than {_MOST_DOTS:,} dots, which is not read: divide it"
        raise CatalogError(path, reason)
    if sys.version_info >= (3, 11):
        import tomllib
    else:  # pragma: no cover
        import tomli as tomllib

    try:
        return tomllib.loads(data.decode())
    except (ValueError, RecursionError) as error:  # ValueError: not TOML, or not UTF-8
        raise CatalogError(path, str(error)) from error


def _get(document: dict[str, Any], table: str, key: str) -> Any:
    """Return the value of a key in a table, or ``None`` if either is missing."""
    found = document.get(table)
    return found.get(key) if isinstance(found, dict) else None


def check(table: dict[str, Any], keys: Keys, path: str, name: str) -> None:
    """Raise ``CatalogError`` for a table with a key that is not one of ``keys``, or a wrong value.

    ``path`` is that of the file, and ``name`` that of the table.

    >>> check({"max-lenght": 70}, {"max-length": (str.isdigit, "")}, "a.toml", "style")
    Traceback (most recent call last):
    rv_i18n.CatalogError: a.toml: [style] has an unknown key 'max-lenght'; \
did you mean max-length?
    """
    for key, value in table.items():
        if key not in keys:
            from difflib import get_close_matches

            nearest = get_close_matches(key, keys)
            known = f": the keys are {', '.join(keys)}"
            instead = f"; did you mean {nearest[0]}?" if nearest else known
            raise CatalogError(path, f"[{name}] has an unknown key {excerpt(key)}{instead}")
        is_right, wanted = keys[key]
        if not is_right(value):
            raise CatalogError(path, f"[{name}] {key}: {wanted} is expected")


def _is_text(value: object) -> bool:
    return isinstance(value, str) and value.isprintable() and value.strip() == value != ""


def _are_texts(value: object) -> bool:
    return isinstance(value, list) and all(map(_is_text, value))


def _is_name(value: object) -> bool:
    return _is_text(value) and not re.search(r'[/\\:*?"<>|]|^\.', str(value))


def _is_locale(value: object) -> bool:
    return _is_name(value) and parse_tag(str(value)) is not None


def _are_families(value: object) -> bool:
    return isinstance(value, dict) and all(
        re.fullmatch(r"-?[0-9]{1,19}", start) and _is_text(name) for start, name in value.items()
    )


def _is_kept(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _are_silenced(value: object) -> bool:
    return isinstance(value, dict) and all(map(_are_texts, value.values()))


KEYS: Keys = {
    "codes": (
        lambda value: _are_texts(value) and value != [],
        'a list of sources with the enums, such as ["studio/errors.py"] or ["errors.py:Errors"],',
    ),
    "localedir": (_is_text, 'the directory of the catalogues, such as "locales",'),
    "domain": (_is_name, 'the gettext domain, such as "my_studio",'),
    "source": (_is_locale, 'the catalogue that is written first, such as "en",'),
    "title": (_is_text, "the heading of the table and the page, one line of text,"),
    "bugs": (_is_text, "the address for Report-Msgid-Bugs-To, one line of text,"),
    "families": (_are_families, 'a table such as {800 = "Accounts"}'),
    "ignore": (_are_texts, 'a list of rules of lint, such as ["max-length"],'),
    "kept": (_is_kept, 'a table of symbolic names and characters, such as {FAIL = ","},'),
    "silenced": (
        _are_silenced,
        'a table of rules and entries, such as {max-length = ["FAIL", "de: DONE"]},',
    ),
    "style": (lambda value: isinstance(value, dict), "a table such as {max-length = 70}"),
}
