"""A project: its code list, catalogues, domain and source language, from ``[tool.rv-i18n]``.

Every tool works on one. It is the table in a ``pyproject.toml``, or the shipped codes.
"""

from __future__ import annotations

import copy
import os
import re
import sys
from difflib import get_close_matches
from enum import IntEnum
from functools import cached_property

from .. import LOCALE_DIR, Catalog, ErrorCode
from .._errors import CatalogError
from .._po import read_bytes
from .._tags import parse_tag
from .codeline import CodeLine
from .codelist import codes_in, read_codes, split_spec

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

    ``directory`` is where the table stands, "" for the shipped codes, and ``name`` the name of the
    distribution there. ``localedir`` is the directory of the catalogues, ``domain`` their gettext
    domain and ``source`` the catalogue that is written first. ``title`` heads the table and the
    page, "" where they have one of their own; ``bugs`` is the address for Report-Msgid-Bugs-To.
    ``families`` are sections of the page: the number that each begins with, and its English name.
    ``ignore`` are rules of ``lint`` that do not hold; ``kept`` are characters, by symbolic name,
    that a text of the source language keeps against the rules.
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
        """Whether its catalogues are those that the table names, and not of another directory."""
        return os.path.realpath(self.localedir) == os.path.realpath(self._own_localedir)

    @cached_property
    def codes(self) -> list[CodeLine]:
        """The code list, by the number; raises ``CatalogError`` where it cannot be read."""
        return read_codes(self._specs, self.directory)

    def codes_in(self, path: str, source: bytes) -> list[CodeLine]:
        """The codes of one source, by the number; of all its enums where it is not named here."""
        names = [
            class_name
            for name, class_name in map(split_spec, self._specs)
            if os.path.realpath(os.path.join(self.directory, name)) == os.path.realpath(path)
        ]
        found = [codes_in(source, path, name, self.directory) for name in names or [""]]
        return sorted((code for codes in found for code in codes), key=lambda code: code.number)

    def catalog(self) -> Catalog:
        """The look-ups of this project: a text that is missing comes from English, then source."""
        return Catalog(
            self.localedir, domain=self.domain, codes=_enum(self.codes), default=("en", self.source)
        )

    def at(self, localedir: str) -> Project:
        """The same project with its catalogues in another directory."""
        other = copy.copy(self)
        other.localedir = localedir
        return other


class _Shipped(Project):
    """The codes and catalogues that the package brings."""

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
        """The look-ups of the package itself."""
        return Catalog(self.localedir)


def shipped_project() -> Project:
    """The codes and catalogues that the package brings.

    >>> shipped_project().codes[0].symbol, shipped_project().source
    ('FAIL', 'zh_CN')
    """
    return _Shipped()


def find_project(start: str) -> Project | None:
    """The project of a directory: the nearest table ``[tool.rv-i18n]`` upwards, or ``None``.

    Raises ``CatalogError`` for a ``pyproject.toml`` on the way that is no TOML, and for a table
    that has a fault.

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
    """The project of a directory; raises ``CatalogError`` where there is none, and as above."""
    project = find_project(directory)
    if project is None:
        raise CatalogError(directory, f"no {FILE} with a table [{TABLE}], here or further up")
    return project


def project_for(localedir: str | None) -> Project:
    """The project that a command works on, given the LOCALEDIR of its arguments.

    It is the nearest from LOCALEDIR, else from the working directory, upwards. Where there is none,
    a LOCALEDIR is taken for a copy of the shipped catalogues. Raises ``CatalogError`` as
    ``find_project`` does, and where there is neither.
    """
    if localedir is None:
        project = load_project(os.curdir)
        return project.at(short(project.localedir))
    return (find_project(localedir) or find_project(".") or shipped_project()).at(localedir)


def short(path: str) -> str:
    """A path as it is written from the working directory, if it is below that.

    >>> short(os.path.abspath("locales"))
    'locales'
    """
    try:
        relative = os.path.relpath(path)
    except ValueError:  # pragma: no cover - another drive, on Windows alone
        return path
    return path if relative.startswith(os.pardir) else relative


def _read_table(path: str) -> tuple[dict[str, Any], str] | None:
    """The table in a ``pyproject.toml`` and the project's name; ``None`` where there is none."""
    if not os.path.isfile(path):
        return None
    try:
        document: dict[str, Any] = tomllib.loads(read_bytes(path).decode())
    except (ValueError, RecursionError) as error:  # ValueError: no TOML, or not UTF-8
        raise CatalogError(path, str(error)) from error
    table = _get(document, "tool", "rv-i18n")
    if table is None:
        return None
    for reason in _faults(table):
        raise CatalogError(path, f"[{TABLE}] {reason}")
    name = _get(document, "project", "name")
    return table, name if _is_text(name) else ""


def _get(document: dict[str, Any], table: str, key: str) -> Any:
    """The value of a key in a table, or ``None`` where one of them is not there."""
    found = document.get(table)
    return found.get(key) if isinstance(found, dict) else None


def _faults(table: object) -> list[str]:
    """What is wrong with a table: the key, and what is expected."""
    if not isinstance(table, dict):
        return ["has to be a table"]
    faults = []
    for key, value in table.items():
        if key not in _KEYS:
            nearest = get_close_matches(key, _KEYS, 1)
            instead = f"; is {nearest[0]} meant?" if nearest else f": it has {', '.join(_KEYS)}"
            faults.append(f"knows no key {key!r}{instead}")
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
"""The keys of the table: what a value has to be, and how that is said."""


def _enum(codes: list[CodeLine]) -> type[IntEnum]:
    """An enum of a code list that was read."""
    members = {_member_name(code): (code.number, code.description, code.symbol) for code in codes}
    create: Any = _Read
    enum: type[IntEnum] = create("Codes", members)
    return enum


def _member_name(code: CodeLine) -> str:
    """The symbolic name, but for the few that no member of an enum can have."""
    reserved = code.symbol.startswith("_") or code.symbol == "mro"
    return f"code {code.number}" if reserved else code.symbol


class _Read(IntEnum):
    """An enum without a member, which those that were read derive from."""

    description: str
    symbol: str

    if not TYPE_CHECKING:  # pragma: no branch

        def __new__(cls, number, description, symbol):
            """A member from a line of a code list."""
            member = int.__new__(cls, number)
            member._value_ = number
            member.description = description
            member.symbol = symbol
            return member
