"""Reads a line of a code list: a member of an enum, as its source has it.

What stands where a code should and cannot be read is an error that names the line, and is never
passed over.
"""

from __future__ import annotations

import ast
from typing import NamedTuple

from .._errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_MEMBERS = frozenset({"property", "nonmember", "classmethod", "staticmethod"})
"""Calls whose result is no member of an enum."""

_MOST_BITS = 63
"""Bits of a number: those of a database's column."""


class CodeLine(NamedTuple):
    """A line of a code list, and where it stands."""

    symbol: str
    number: int
    description: str
    path: str
    line: int

    @property
    def comment(self) -> str:
        """What a translator is told: the number, and in a line of its own when it is sent."""
        return f"{self.number}\n{self.description}".rstrip("\n")


def codes_of(node: ast.ClassDef, path: str) -> list[CodeLine]:
    """The codes of one enum; none where its members are no numbers."""
    codes: list[CodeLine] = []
    others: list[CatalogError] = []
    names: set[str] = set()
    automatic = 1 if _counts(node) else None
    for statement in node.body:
        for name, value in _members(statement):
            if isinstance(value, ast.Name) and value.id in names:
                continue  # an alias, which an enum does not count as a member
            names.add(name)
            if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
                reason = f"{name}: a code that is made when the source runs cannot be read"
                raise CatalogError(path, reason, value.lineno)
            try:
                codes.append(_code(name, value, automatic, path))
                automatic = _next(codes, automatic)
            except _UnreadableError as error:
                others.append(CatalogError(path, f"{name}: {error}", value.lineno))
                if not _is_constant(value):
                    raise others[-1] from None
    if codes and others:
        raise others[0]
    return codes


class _UnreadableError(Exception):
    """What a line says cannot be told without running it."""


def _code(name: str, value: ast.expr, automatic: int | None, path: str) -> CodeLine:
    """The code that a member is; ``automatic`` is what ``auto()`` gives, where that can be told."""
    parts = value.elts if isinstance(value, ast.Tuple) else [value]
    if not 1 <= len(parts) <= 3:
        raise _UnreadableError('not of the form NAME = number, "description", "symbolic name"')
    if name_of(getattr(value, "func", value)) != "auto":
        number = _number(parts[0])
    elif automatic is not None:
        number = automatic
    else:
        raise _UnreadableError("what auto() gives cannot be told here: write the digits")
    description = _text(parts[1], "description") if len(parts) > 1 else ""
    symbol = _text(parts[2], "symbolic name") if len(parts) > 2 else name
    if not symbol:
        raise _UnreadableError("its symbolic name is empty")
    return CodeLine(symbol, number, description, path, value.lineno)


def _number(node: ast.expr) -> int:
    negative = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    number = getattr(node.operand if isinstance(node, ast.UnaryOp) else node, "value", None)
    if type(number) is not int or (isinstance(node, ast.UnaryOp) and not negative):
        raise _UnreadableError("its number cannot be told without running it: write the digits")
    if number.bit_length() > _MOST_BITS:
        raise _UnreadableError(f"its number has more than {_MOST_BITS} bits")
    return -number if negative else number


def _next(codes: list[CodeLine], automatic: int | None) -> int | None:
    """What ``auto()`` gives after these, or ``None`` where not every Python gives the same."""
    last = codes[-1]
    if automatic is None or last.description or (codes[1:] and last.number < automatic):
        return None
    return last.number + 1


def _counts(node: ast.ClassDef) -> bool:
    """Whether ``auto()`` counts in a class: Python's own enums do, and others may do anything."""
    bases = {name_of(base) for base in node.bases} <= {"Enum", "IntEnum", "IntegerChoices"}
    return bases and not any(
        getattr(each, "name", "") == "_generate_next_value_" for each in node.body
    )


def _text(node: ast.expr, what: str) -> str:
    """A string, be it inside a call that marks it for translation: ``_("…")``."""
    if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
        node = node.args[0]
    text = node.value if isinstance(node, ast.Constant) else None
    if not isinstance(text, str):
        raise _UnreadableError(f"its {what} is no string in quotes")
    if not text.isprintable():
        raise _UnreadableError(
            f"its {what} has a line feed or another character that does not print"
        )
    if text != text.strip():
        raise _UnreadableError(f"its {what} has white space at an end")
    return text


def _members(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """The names that a statement in the body of an enum may make members, with their values."""
    if isinstance(statement, ast.Assign):
        yield from _bound(statement.targets, statement.value)
    elif isinstance(statement, ast.AnnAssign):
        if statement.value is not None:
            yield from _bound([statement.target], statement.value)
    elif isinstance(statement, ast.Expr):
        if not isinstance(statement.value, ast.Constant):
            yield shown(statement.value), statement.value  # such as locals().update(…)
    elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        for child in ast.iter_child_nodes(statement):  # of an if, a try, a with, a for
            if isinstance(child, ast.stmt):
                yield from _members(child)


def _bound(targets: list[ast.expr], value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """The names of an assignment that may be members."""
    if isinstance(value, ast.Lambda) or name_of(getattr(value, "func", value)) in _NO_MEMBERS:
        return
    for target in targets:
        name = name_of(target) if isinstance(target, (ast.Name, ast.Attribute)) else shown(target)
        if not name.startswith("_"):
            yield name, value


def shown(node: ast.expr) -> str:
    """An expression as it is written, for an error."""
    text = ast.unparse(node)
    return text if len(text) <= 40 else f"{text[:40]}…"


def is_code(statement: ast.stmt) -> bool:
    """Whether a statement in the body of a class looks like a line of a code list."""
    for _, value in _members(statement):
        try:
            _code("A", value, 1, "")
        except _UnreadableError:
            continue
        return True
    return False


def _is_constant(node: ast.expr) -> bool:
    """Whether a member is a text or truth value, as those of an enum that is no code list are."""
    return isinstance(node, ast.Constant) and type(node.value) is not int


def name_of(node: ast.expr) -> str:
    """The last part of a name such as ``enum.IntEnum``, or "" for another expression."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
