"""A line of a code list, and a list of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple


class CodeLine(NamedTuple):
    """A code: what its line says, and the path and line number.

    ``symbol`` is the symbolic name, which is the msgid, and ``value`` the number or string.
    ``description`` says when the code is raised, and ``facts`` is what else the line says.
    """

    symbol: str
    value: int | str
    description: str
    facts: Mapping[str, Any]
    path: str
    line: int

    @property
    def comment(self) -> str:
        """The comment for translators: the value and, on a second line, when it is raised."""
        return f"{self.value}\n{self.description}".rstrip("\n")


class CodeList(NamedTuple):
    """The codes of one enum, by each name that finds one there, aliases included.

    ``prefix`` comes before each symbolic name.
    """

    prefix: str
    names: dict[str, CodeLine]

    @property
    def codes(self) -> list[CodeLine]:
        """The codes, in order, each once."""
        return list({id(code): code for code in self.names.values()}.values())


def in_order(codes: Iterable[CodeLine]) -> list[CodeLine]:
    """Return codes as catalogues, tables and pages have them.

    Numbers come first, sorted. Strings follow in the order of their lists, for their author has
    sorted them by meaning.

    >>> codes = (CodeLine("", value, "", {}, "", 0) for value in (20, "BIL-2", 3, "BIL-1"))
    >>> [code.value for code in in_order(codes)]
    [3, 20, 'BIL-2', 'BIL-1']
    """
    return sorted(codes, key=lambda code: (0, code.value) if type(code.value) is int else (1, 0))
