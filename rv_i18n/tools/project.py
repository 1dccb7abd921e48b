"""Defines a project: a code list, its catalogues, gettext domain and source language.

Every tool works on a project. It comes from the table ``[tool.rv-i18n]`` of a ``pyproject.toml``,
or is the shipped one.
"""

from __future__ import annotations

import copy
import os
import sys
from enum import IntEnum
from functools import cached_property

from .. import Catalog, ErrorCode
from .._engine.errors import CatalogError
from .._farm import LOCALE_DIR
from .codes.line import CodeLine
from .codes.read import codes_in, read_codes, split_spec
from .settings import FILE, NO_TABLE, TABLE, find_table, read_table

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from typing import Any


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
            split_spec(spec)[1]
            for spec in self._specs
            if os.path.realpath(self._path_of(spec)) == os.path.realpath(path)
        ]
        found = [codes_in(source, path, name, self.directory) for name in names or [""]]
        return [code for codes in found for code in codes]

    def has(self, path: str) -> bool:
        """Whether a file is one of the project's: its table, a source, a catalogue or template."""
        path = os.path.realpath(path)
        own = [self.file, *(self._path_of(spec) for spec in self._specs)]
        if path.endswith((".po", ".pot")):
            return path.startswith(os.path.join(os.path.realpath(self.localedir), ""))
        return path in map(os.path.realpath, own)

    def _path_of(self, spec: str) -> str:
        return os.path.join(self.directory, split_spec(spec)[0])

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


def shipped_project() -> Project:
    """Return the project of the shipped codes and catalogues.

    >>> shipped_project().codes[0].symbol, shipped_project().source
    ('FAIL', 'zh_CN')
    """
    bugs = "https://github.com/renderbus/rv-i18n/issues"
    table = {"codes": [], "domain": "rv_i18n", "source": "zh_CN", "bugs": bugs}
    project = Project("", {**table, "localedir": LOCALE_DIR}, "rv-i18n")
    path = sys.modules[ErrorCode.__module__].__file__ or ""
    lines = (CodeLine(each.symbol, each.value, each.description, path, 0) for each in ErrorCode)
    project.codes = sorted(lines, key=lambda code: code.number)
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
        return project.at(short(project.localedir))
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
    except ValueError:  # pragma: no cover - another drive, only on Windows
        return path
    return path if relative.startswith(os.pardir) else relative


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
