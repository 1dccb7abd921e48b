"""Defines a project: a code list, its catalogues, gettext domain and source language.

Every tool works on a project. It comes from the table ``[tool.rv-i18n]`` of a ``pyproject.toml``,
or is the shipped one.
"""

from __future__ import annotations

import copy
import os
import sys
from collections.abc import Iterable
from enum import Enum
from functools import cached_property
from types import new_class
from typing import Any

from .. import Catalog, ErrorCode
from .._engine.errors import CatalogError
from .._farm import LOCALE_DIR
from .codes.inside import is_below
from .codes.line import CodeLine, CodeList, in_order
from .codes.read import codes_in, read_lists, split_spec
from .repository import check_inside
from .settings import FILE, NO_TABLE, TABLE, find_table, read_table

TYPE_CHECKING = False


class Project:
    """A code list and its catalogues.

    ``directory`` is the directory of the ``pyproject.toml``, or "" for the shipped codes, and
    ``name`` is the name of its distribution. ``localedir`` is the directory of the catalogues,
    ``domain`` their gettext domain, and ``source`` the catalogue that is written first. ``title``
    is the heading of the table and the page, or "" for the default one; ``bugs`` is the address
    for Report-Msgid-Bugs-To. ``families`` maps the first number of each section of the page to the
    section's English name. ``ignore`` lists rules of ``lint`` that do not apply, and
    ``silenced`` maps rules to the entries to which they do not apply. ``kept`` maps symbolic names
    to characters that a text of the source language keeps against the rules. ``style`` is the house
    style that ``lint`` checks, as the table has it.
    """

    def __init__(self, directory: str, table: dict[str, Any], name: str = "") -> None:
        self.directory = directory
        self.localedir: str = os.path.join(directory, table.get("localedir", "locales"))
        self._own_localedir = self.localedir
        self.is_named = False
        self.domain: str = table["domain"]
        self.name = name or self.domain
        self.source: str = table.get("source", "en")
        self.title: str = table.get("title", "")
        self.bugs: str = table.get("bugs", "")
        self.ignore: list[str] = table.get("ignore", [])
        self.silenced: dict[str, list[str]] = table.get("silenced", {})
        self.kept: dict[str, str] = table.get("kept", {})
        self.style: dict[str, Any] = table.get("style", {})
        families = {int(start): name for start, name in table.get("families", {}).items()}
        self.families: dict[int, str] = dict(sorted(families.items()))
        self.specs: list[str] = table["codes"]

    @property
    def file(self) -> str:
        """The ``pyproject.toml`` with the table."""
        return os.path.join(self.directory, FILE)

    @property
    def is_at_home(self) -> bool:
        """Whether its catalogues are in the directory that the table names, not in another one."""
        return os.path.realpath(self.localedir) == os.path.realpath(self._own_localedir)

    @cached_property
    def lists(self) -> list[CodeList]:
        """The code lists, an enum each; raises ``CatalogError`` if one cannot be read."""
        for spec in self.specs:
            check_inside(self, self._path_of(spec))
        return read_lists(self.specs, self.directory)

    @cached_property
    def codes(self) -> list[CodeLine]:
        """The codes of all lists, numbers first; raises ``CatalogError`` as ``lists`` does."""
        return in_order(code for codes in self.lists for code in codes.codes)

    @cached_property
    def enums(self) -> list[type[Enum]]:
        """An enum for each list; raises ``CatalogError`` as ``lists`` does."""
        return list(map(_enum, self.lists))

    def codes_in(self, path: str, source: bytes) -> list[CodeLine]:
        """Return the codes of one source.

        If the project's table does not name the source, all its enums count.
        """
        names = [
            split_spec(spec)[1]
            for spec in self.specs
            if os.path.realpath(self._path_of(spec)) == os.path.realpath(path)
        ]
        found = [codes_in(source, path, name, self.directory) for name in names or [""]]
        return [code for codes in found for code in codes]

    def has(self, path: str) -> bool:
        """Whether a file is one of the project's: its table, a source, a catalogue or template."""
        path = os.path.realpath(path)
        own = [self.file, *(self._path_of(spec) for spec in self.specs)]
        if path.endswith((".po", ".pot")):
            return is_below(path, os.path.realpath(self.localedir))
        return path in map(os.path.realpath, own)

    def _path_of(self, spec: str) -> str:
        return os.path.join(self.directory, split_spec(spec)[0])

    def catalog(self) -> Catalog:
        """Return the project's ``Catalog``; missing texts come from English, then the source."""
        default = ("en", self.source)
        return Catalog(self.localedir, codes=self.enums, domain=self.domain, default=default)

    def at(self, localedir: str, *, named: bool = True) -> Project:
        """Return the same project with its catalogues in another directory.

        ``named`` says whether a user named it, not the table.
        """
        other = copy.copy(self)
        other.localedir, other.is_named = localedir, named
        return other


def shipped_project() -> Project:
    """Return the project of the shipped codes and catalogues.

    >>> shipped_project().codes[0].symbol, shipped_project().source
    ('FAIL', 'zh_CN')
    """
    bugs = "https://github.com/renderbus/rv-i18n/issues"
    table = {"codes": [], "domain": "rv_i18n", "source": "zh_CN", "bugs": bugs}
    project = Project("", {**table, "localedir": LOCALE_DIR}, "rv-i18n")
    path = sys.modules[ErrorCode.__module__].__file__ or ""
    project.enums = [ErrorCode]
    project.codes = in_order(
        CodeLine(each.symbol, each.value, each.description, each.facts, path, 0)
        for each in ErrorCode
    )
    return project


def find_project(start: str) -> Project | None:
    """Return the project of a directory, or ``None`` if it has none.

    It is that of the nearest table ``[tool.rv-i18n]``. Raises ``CatalogError`` as ``find_table``
    does.

    >>> import tempfile
    >>> find_project(tempfile.gettempdir()) is None
    True
    """
    found = find_table(start)
    return found and Project(*found)


def load_project(place: str) -> Project:
    """Return the project of a directory, or of the ``pyproject.toml`` at that path.

    Raises ``CatalogError`` as ``find_project`` does, and if there is no project.
    """
    if os.path.isdir(place):
        found, missing = find_table(place), NO_TABLE
    elif os.path.isfile(place) and os.path.basename(place) == FILE:
        found, missing = read_table(os.path.abspath(place)), f"no table [{TABLE}] in it"
    else:
        found, missing = None, f"there is no directory and no {FILE} of that name"
    if found is None:
        raise CatalogError(place, missing)
    return Project(*found)


def project_for(localedir: str | None) -> Project:
    """Return the project that a command works on, given its LOCALEDIR argument, if any.

    It is the project of LOCALEDIR, else of the working directory. If there is none, LOCALEDIR is
    taken as a copy of the shipped catalogues. Raises ``CatalogError`` as ``find_project`` does, and
    if there is neither a project nor a LOCALEDIR.
    """
    if localedir is None:
        project = load_project(os.curdir)
        return project.at(short(project.localedir), named=False)
    return (find_project(localedir) or find_project(os.curdir) or shipped_project()).at(localedir)


def projects_with(files: Iterable[str]) -> list[Project]:
    """Return the projects that files belong to, each once; a file of none is passed over.

    A file belongs to the nearest project upwards, if that has it. Raises ``CatalogError`` as
    ``find_project`` does.

    >>> [project.domain for project in projects_with(["rv_i18n/codes.py", "README.md"])]
    ['rv_i18n']
    """
    around: dict[str, Project | None] = {}
    having: dict[str, Project] = {}
    for file in files:
        directory = os.path.dirname(os.path.realpath(file))
        if directory not in around:
            around[directory] = find_project(directory)
        project = around[directory]
        if project and project.has(file):
            having.setdefault(project.directory, project)
    return list(having.values())


def short(path: str) -> str:
    """Return a path relative to the working directory, if it is inside that directory.

    >>> short(os.path.abspath("locales"))
    'locales'
    """
    try:
        relative = os.path.relpath(path)
    except ValueError:  # another drive
        return path
    return path if relative.startswith(os.pardir) else relative


def _enum(codes: CodeList) -> type[Enum]:
    """Return an enum of a code list, which finds what the project's own enum finds."""

    def fill(namespace: dict[str, object]) -> None:
        for name, code in codes.names.items():
            namespace[name] = (code,)  # update() makes no members on Python 3.9

    enum = new_class("Codes", (_Read,), exec_body=fill)
    enum.__prefix__ = codes.prefix  # type: ignore[attr-defined]  # look-ups know it
    return enum


class _Read(Enum):
    """An enum without members, from which ``_enum`` derives."""

    symbol: str

    if not TYPE_CHECKING:  # pragma: no branch

        def __new__(cls, code):
            """Make a member from a line of a code list."""
            member = object.__new__(cls)
            member._value_ = code.value
            member.symbol = code.symbol
            return member
