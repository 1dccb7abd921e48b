"""Reads the lines of a code list: the members of an enum, from its source.

A line that should be a code but cannot be read is never skipped: it is an error that names the
line.
"""

from __future__ import annotations

import ast
from typing import NamedTuple

from ..._engine.errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_NO_MEMBERS = frozenset({"property", "nonmember", "classmethod", "staticmethod"})
"""Calls whose result is not a member of an enum."""

_MOST_BITS = 63
"""The most bits of a number: those of a database column."""


class CodeLine(NamedTuple):
    """A line of a code list, with its path and line number."""

    symbol: str
    number: int
    description: str
    path: str
    line: int

    @property
    def comment(self) -> str:
        """The comment for translators: the number and, on a second line, when it is sent."""
        return f"{self.number}\n{self.description}".rstrip("\n")


def codes_of(node: ast.ClassDef, path: str) -> list[CodeLine]:
    """Return the codes of one enum, or none if its members are not numbers.

    Raises ``CatalogError`` for a member that cannot be read.
    """
    codes: list[CodeLine] = []
    others: list[CatalogError] = []
    names: set[str] = set()
    automatic = 1 if _counts(node) else None
    for statement in node.body:
        for name, value in _members(statement):
            if isinstance(value, ast.Name) and value.id in names:
                continue  # an alias is not a member
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
    """A member cannot be read without running the source."""


def _code(name: str, value: ast.expr, automatic: int | None, path: str) -> CodeLine:
    """Return the code of a member; ``automatic`` is the value of ``auto()``, if known."""
    parts = _parts(value)
    if not 1 <= len(parts) <= 3:
        raise _UnreadableError('not of the form NAME = number, "description", "symbolic name"')
    if not (isinstance(value, ast.Call) and name_of(value.func) == "auto"):
        number = _number(parts[0])
    elif automatic is not None:
        number = automatic
    else:
        raise _UnreadableError("the value of auto() is not known here: write the digits")
    description = _text(parts[1], "description") if len(parts) > 1 else ""
    symbol = _text(parts[2], "symbolic name") if len(parts) > 2 else name
    if not symbol:
        raise _UnreadableError("its symbolic name is empty")
    return CodeLine(symbol, number, description, path, value.lineno)


def _parts(value: ast.expr) -> list[ast.expr]:
    """Return the elements of a line: of a tuple, of ``code(…)``, or the value itself."""
    if isinstance(value, ast.Tuple):
        return value.elts
    if isinstance(value, ast.Call) and name_of(value.func) == "code":
        named = {keyword.arg: keyword.value for keyword in value.keywords}
        description = named.get("description", ast.Constant(""))
        parts = [*value.args, description] if len(value.args) < 2 else value.args
        return [*parts, named["symbol"]] if "symbol" in named else parts
    return [value]


def _number(node: ast.expr) -> int:
    negative = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
    number = getattr(node.operand if isinstance(node, ast.UnaryOp) else node, "value", None)
    if type(number) is not int or (isinstance(node, ast.UnaryOp) and not negative):
        raise _UnreadableError("its number is not known until it runs: write the digits")
    if number.bit_length() > _MOST_BITS:
        raise _UnreadableError(f"its number has more than {_MOST_BITS} bits")
    return -number if negative else number


def _next(codes: list[CodeLine], automatic: int | None) -> int | None:
    """Return the next value of ``auto()``, or ``None`` if Python versions disagree about it."""
    last = codes[-1]
    if automatic is None or last.description or (codes[1:] and last.number < automatic):
        return None
    return last.number + 1


def _counts(node: ast.ClassDef) -> bool:
    """Whether ``auto()`` counts up in a class; it does in the known enums, if not overridden."""
    bases = {name_of(base) for base in node.bases} <= {"Enum", "IntEnum", "IntegerChoices"}
    return bases and not any(
        getattr(each, "name", "") == "_generate_next_value_" for each in node.body
    )


def _text(node: ast.expr, what: str) -> str:
    """Return a string, which may be inside a call that marks it for translation: ``_("…")``."""
    if isinstance(node, ast.Call) and len(node.args) == 1 and not node.keywords:
        node = node.args[0]
    text = node.value if isinstance(node, ast.Constant) else None
    if not isinstance(text, str):
        raise _UnreadableError(f"its {what} is not a string in quotes")
    if not text.isprintable():
        raise _UnreadableError(f"its {what} has a line feed or another unprintable character")
    if text != text.strip():
        raise _UnreadableError(f"its {what} has white space at its start or end")
    return text


def _members(statement: ast.stmt) -> Iterator[tuple[str, ast.expr]]:
    """Yield what a statement in the body of an enum may make a member: names and values."""
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
    """Yield the names in an assignment that may become members, with their value."""
    if isinstance(value, ast.Lambda) or name_of(getattr(value, "func", value)) in _NO_MEMBERS:
        return
    for target in targets:
        name = name_of(target) if isinstance(target, (ast.Name, ast.Attribute)) else shown(target)
        if not name.startswith("_"):
            yield name, value


def shown(node: ast.expr) -> str:
    """Return an expression as source text, truncated, for an error."""
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
    """Whether a member is a constant but not an integer, as in an enum that is not a code list."""
    return isinstance(node, ast.Constant) and type(node.value) is not int


def name_of(node: ast.expr) -> str:
    """Return the last part of a name such as ``enum.IntEnum``, or "" for another expression."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
