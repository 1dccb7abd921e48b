"""Writes a code list as Python source, which the tools read back as the same list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from keyword import iskeyword
from math import isfinite
from unicodedata import normalize

from ... import CodeEnum, CodeStrEnum
from ..._engine.errors import CatalogError
from ..._engine.quote import cut, excerpt
from .rows import TableRow

_PREFIX = re.compile(r"[A-Za-z_][A-Za-z0-9_]*\.(?=.)")
"""What a list with a prefix puts before each of its names."""

_RESERVED = frozenset({"code", "mro", "description", "facts", "symbol", "name", "value"})
"""Names that a member of an enum of codes cannot have, or had better not."""


def enum_source(rows: Sequence[TableRow], class_name: str, path: str) -> str:
    """Return the source of the codes of a table: an enum, or one for each kind and prefix.

    ``class_name`` is the name of the first one, and ``path`` that of the table, for errors. Raises
    ``CatalogError`` for two codes of one list that have the same value, and for a fact that cannot
    be written.

    >>> from rv_i18n.tools.importing.rows import TableRow
    >>> row = TableRow(5, "NO-GPU", "No node has one", {"retry": True}, {})
    >>> print(enum_source([row], "Errors", "t.csv").partition("class ")[2], end="")
    Errors(CodeEnum):
        NO_GPU = code(5, "No node has one", symbol="NO-GPU", retry=True)
    """
    lists: dict[tuple[str, bool], list[TableRow]] = {}
    for row in rows:
        prefix = _PREFIX.match(row.symbol)
        key = prefix[0] if prefix else "", isinstance(row.value, str)
        lists.setdefault(key, []).append(row)
    taken: dict[str, int] = {}
    classes = [
        _class(_class_name(class_name, prefix, taken), prefix, members, path)
        for (prefix, _), members in lists.items()
    ]
    used = {"CodeStrEnum" if is_text else "CodeEnum" for _, is_text in lists}
    used |= {"code"} if any("= code(" in each for each in classes) else set()
    imports = f"from rv_i18n import {', '.join(sorted(used))}"
    return "\n\n\n".join(['"""Lists the error codes."""\n\n' + imports, *classes]) + "\n"


def _class_name(name: str, prefix: str, taken: dict[str, int]) -> str:
    """Return a name that no other class has; a list with a prefix is named after that."""
    if prefix:
        name = "".join(word[:1].upper() + word[1:] for word in prefix[:-1].split("_"))
        name = name if _is_name(name) else "Codes"
    return _distinct(name, taken)


def _class(name: str, prefix: str, rows: Sequence[TableRow], path: str) -> str:
    base = "CodeStrEnum" if isinstance(rows[0].value, str) else "CodeEnum"
    keyword = f", prefix={_quoted(prefix)}" if prefix else ""
    first: dict[int | str, str] = {}
    taken: dict[str, int] = {}
    lines = []
    for row in rows:
        symbol = row.symbol[len(prefix) :]
        other = first.setdefault(row.value, symbol)
        if other != symbol:
            reason = f"{excerpt(row.value)} is the code of both {cut(other)} and {cut(symbol)}"
            raise CatalogError(path, reason)
        lines.append(f"    {_line(row, symbol, base, taken, path)}")
    return "\n".join([f"class {name}({base}{keyword}):", *lines])


def _line(row: TableRow, symbol: str, base: str, taken: dict[str, int], path: str) -> str:
    is_taken = hasattr(CodeStrEnum if base == "CodeStrEnum" else CodeEnum, symbol)
    plain = _is_name(symbol) and not is_taken and symbol not in _RESERVED
    name = _distinct(symbol if plain else _attribute(symbol), taken)
    value = _quoted(row.value) if isinstance(row.value, str) else str(row.value)
    arguments = [value, *([_quoted(row.description)] if row.description else [])]
    if name == symbol and not row.facts:
        return f"{name} = {', '.join(arguments)}"
    if name != symbol:
        arguments.append(f"symbol={_quoted(symbol)}")
    for fact, each in row.facts.items():
        # Python has no literal for NaN, and reads a name in the form NFKC.
        is_fact = isinstance(each, (str, int)) or (isinstance(each, float) and isfinite(each))
        is_fact = is_fact and fact.isidentifier() and normalize("NFKC", fact) == fact
        if not is_fact or iskeyword(fact) or fact in ("value", "description", "symbol"):
            raise CatalogError(path, f"{cut(symbol)}: {excerpt(fact)} cannot be a fact of a code")
        arguments.append(f"{fact}={_quoted(each) if isinstance(each, str) else repr(each)}")
    return f"{name} = code({', '.join(arguments)})"


def _is_name(text: str) -> bool:
    """Whether an attribute of an enum can have a name, and Python keeps it as it is written."""
    usual = text.isidentifier() and not iskeyword(text) and not text.startswith("_")
    return usual and normalize("NFKC", text) == text


def _attribute(symbol: str) -> str:
    """Return a name for a symbolic name that cannot be one itself."""
    name = re.sub(r"\W+", "_", normalize("NFKC", symbol)).strip("_")
    name = name if name and not name[0].isdigit() else f"CODE_{name}"
    usable = _is_name(name) and name not in _RESERVED and not hasattr(CodeStrEnum, name)
    return name if usable else f"{name}_" if _is_name(f"{name}_") else "CODE"


def _distinct(name: str, taken: dict[str, int]) -> str:
    """Return a name that is not ``taken``, which has the last number that each was tried with."""
    found = name
    while found in taken:
        taken[name] += 1
        found = f"{name}_{taken[name]}"
    taken[found] = 1
    return found


def _quoted(text: str) -> str:
    r"""Return a string as Python source, in double quotes where that needs no more escapes.

    >>> print(_quoted("it's"), _quoted('a "b"'))
    "it's" 'a "b"'
    """
    written = repr(text)
    return f'"{written[1:-1]}"' if written[0] == "'" and '"' not in written else written
