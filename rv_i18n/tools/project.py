"""Defines a project: a code list, its catalogues, gettext domain and source language.

Every tool works on a project. It comes from the table ``[tool.rv-i18n]`` of a ``pyproject.toml``,
or is the shipped one.
"""

from __future__ import annotations

import copy
import os
import re
import sys
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property

from .. import Catalog, ErrorCode
from .._engine.errors import CatalogError
from .._engine.files import read_bytes
from .._engine.tags import parse_tag
from .._farm import LOCALE_DIR, SHIPPED
from .codes.line import CodeLine
from .codes.read import codes_in, read_codes, split_spec

if sys.version_info >= (3, 11):
    import tomllib
else:  # pragma: no cover
    import tomli as tomllib

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FILE = "pyproject.toml"
TABLE = "tool.rv-i18n"


class Project:
    """A code list and its catalogues.

    ``directory`` is the directory of the ``pyproject.toml``, or "" for the shipped codes, and
    ``name`` is the name of its distribution. ``localedir`` is the directory of the catalogues,
    ``domain`` their gettext domain, and ``source`` the catalogue that is written first. ``title``
    is the heading of the table and the page, or "" for the default one; ``bugs`` is the address
    for Report-Msgid-Bugs-To. ``families`` maps the first number of each section of the page to the
    section's English name. ``ignore`` lists rules of ``lint`` that do not apply. ``kept`` maps
    symbolic names to characters that a text of the source language keeps against the rules.
    """

    def __init__(self, directory: str, table: dict[str, Any], name: str = "") -> None:
        self.directory = directory
        self.localedir: str = os.path.join(directory, table.get("localedir", "locales"))
        self._own_localedir = self.localedir
        self.domain: str = table["domain"]
        self.name = name or self.domain
        self.source: str = table.get("source", "en")
        self.title: str = table.get("title", "")
        self.bugs: str = table.get("bugs", "")
        self.ignore: list[str] = table.get("ignore", [])
        self.kept: dict[str, str] = table.get("kept", {})
        families = {int(start): name for start, name in table.get("families", {}).items()}
        self.families: dict[int, str] = dict(sorted(families.items()))
        self._specs: list[str] = table["codes"]

    @property
    def file(self) -> str:
        """The ``pyproject.toml`` with the table."""
        return os.path.join(self.directory, FILE)

    @property
    def is_at_home(self) -> bool:
        """Whether its catalogues are in the directory that the table names, not in another one."""
        return os.path.realpath(self.localedir) == os.path.realpath(self._own_localedir)

    @cached_property
    def codes(self) -> list[CodeLine]:
        """The code list, sorted by number; raises ``CatalogError`` if it cannot be read."""
        return read_codes(self._specs, self.directory)

    def codes_in(self, path: str, source: bytes) -> list[CodeLine]:
        """Return the codes of one source.

        If the project's table does not name the source, all its enums count.
        """
        names = [
            class_name
            for name, class_name in map(split_spec, self._specs)
            if os.path.realpath(os.path.join(self.directory, name)) == os.path.realpath(path)
        ]
        found = [codes_in(source, path, name, self.directory) for name in names or [""]]
        return [code for codes in found for code in codes]

    def catalog(self) -> Catalog:
        """Return the project's ``Catalog``; missing texts come from English, then the source."""
        return Catalog(
            self.localedir, domain=self.domain, codes=_enum(self.codes), default=("en", self.source)
        )

    def at(self, localedir: str) -> Project:
        """Return the same project with its catalogues in another directory."""
        other = copy.copy(self)
        other.localedir = localedir
        return other


class _Shipped(Project):
    """The shipped codes and catalogues."""

    def __init__(self) -> None:
        super().__init__("", {"codes": [], "domain": "rv_i18n", "source": "zh_CN"})
        self.localedir = LOCALE_DIR
        self.bugs = "https://github.com/renderbus/rv-i18n/issues"

    @cached_property
    def codes(self) -> list[CodeLine]:
        """The members of ``ErrorCode``."""
        path = sys.modules[ErrorCode.__module__].__file__ or ""
        lines = (CodeLine(each.symbol, each.value, each.description, path, 0) for each in ErrorCode)
        return sorted(lines, key=lambda code: code.number)

    def catalog(self) -> Catalog:
        """Return the package's own ``Catalog``."""
        if self.localedir == LOCALE_DIR:
            return SHIPPED
        return Catalog(
            self.localedir, codes=ErrorCode, domain=self.domain, default=("en", self.source)
        )


def shipped_project() -> Project:
    """Return the project of the shipped codes and catalogues.

    >>> shipped_project().codes[0].symbol, shipped_project().source
    ('FAIL', 'zh_CN')
    """
    return _Shipped()


def find_project(start: str) -> Project | None:
    """Return the project of a directory, or ``None`` if it has none.

    That is the nearest table ``[tool.rv-i18n]`` in the directory or its parents. Raises
    ``CatalogError`` if a ``pyproject.toml`` on the way is not valid TOML, and if the table has a
    fault.

    >>> import tempfile
    >>> find_project(tempfile.gettempdir()) is None
    True
    """
    directory = os.path.realpath(start)
    while True:
        found = _read_table(os.path.join(directory, FILE))
        if found is not None:
            return Project(directory, *found)
        if os.path.dirname(directory) == directory:
            return None
        directory = os.path.dirname(directory)


def load_project(directory: str) -> Project:
    """As ``find_project``, but raise ``CatalogError`` if there is none."""
    project = find_project(directory)
    if project is None:
        raise CatalogError(directory, f"no {FILE} with a table [{TABLE}], here or further up")
    return project


def project_for(localedir: str | None) -> Project:
    """Return the project that a command works on, given its LOCALEDIR argument, if any.

    It is the project of LOCALEDIR, else of the working directory. If there is none, LOCALEDIR is
    taken as a copy of the shipped catalogues. Raises ``CatalogError`` as ``find_project`` does, and
    if there is neither a project nor a LOCALEDIR.
    """
    if localedir is None:
        project = load_project(os.curdir)
        return project.at(short(project.localedir))
    return (find_project(localedir) or find_project(os.curdir) or shipped_project()).at(localedir)


def short(path: str) -> str:
    """Return a path relative to the working directory, if it is inside that directory.

    >>> short(os.path.abspath("locales"))
    'locales'
    """
    try:
        relative = os.path.relpath(path)
    except ValueError:  # pragma: no cover - another drive, only on Windows
        return path
    return path if relative.startswith(os.pardir) else relative


def _read_table(path: str) -> tuple[dict[str, Any], str] | None:
    """Return the table in a ``pyproject.toml`` and the project's name, or ``None``."""
    if not os.path.isfile(path):
        return None
    try:
        document: dict[str, Any] = tomllib.loads(read_bytes(path).decode())
    except (ValueError, RecursionError) as error:  # ValueError: not TOML, or not UTF-8
        raise CatalogError(path, str(error)) from error
    table = _get(document, "tool", "rv-i18n")
    if table is None:
        return None
    for reason in _faults(table):
        raise CatalogError(path, f"[{TABLE}] {reason}")
    name = _get(document, "project", "name")
    return table, name if _is_text(name) else ""


def _get(document: dict[str, Any], table: str, key: str) -> Any:
    """Return the value of a key in a table, or ``None`` if either is missing."""
    found = document.get(table)
    return found.get(key) if isinstance(found, dict) else None


def _faults(table: object) -> list[str]:
    """Return what is wrong with a table: the keys, and what is expected."""
    if not isinstance(table, dict):
        return ["must be a table"]
    faults = []
    for key, value in table.items():
        if key not in _KEYS:
            nearest = get_close_matches(key, _KEYS)
            known = f": the keys are {', '.join(_KEYS)}"
            instead = f"; did you mean {nearest[0]}?" if nearest else known
            faults.append(f"has an unknown key {key!r}{instead}")
        elif not _KEYS[key][0](value):
            faults.append(f"{key}: {_KEYS[key][1]} is expected")
    faults += [f"lacks {key}: {_KEYS[key][1]}" for key in ("codes", "domain") if key not in table]
    return faults


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


_KEYS: dict[str, tuple[Callable[[object], bool], str]] = {
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
}
"""The keys of the table: a check of the value, and a description of what it must be."""


def _enum(codes: list[CodeLine]) -> type[IntEnum]:
    """Return an enum of the codes."""
    members = {_member_name(code): (code.number, code.description, code.symbol) for code in codes}
    create: Any = _Read
    enum: type[IntEnum] = create("Codes", members)
    return enum


def _member_name(code: CodeLine) -> str:
    """Return the symbolic name, or a replacement for the few that an enum does not allow."""
    reserved = code.symbol.startswith("_") or code.symbol == "mro"
    return f"code {code.number}" if reserved else code.symbol


class _Read(IntEnum):
    """An enum without members, from which ``_enum`` derives."""

    description: str
    symbol: str

    if not TYPE_CHECKING:  # pragma: no branch

        def __new__(cls, number, description, symbol):
            """Make a member from a line of a code list."""
            member = int.__new__(cls, number)
            member._value_ = number
            member.description = description
            member.symbol = symbol
            return member
