"""Reads the body of an enum as Python does: which names become members, and with what values.

A line that should be a code but cannot be read is never skipped: it is an error.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

from .constants import Auto, Evaluator, NoMember, Unknown, name_of, shown
from .errors import UnreadableError
from .shape import Shape, flattened

_SUNDER = re.compile(r"_[^_](?:.*[^_])?_\Z")
_DUNDER = re.compile(r"__[^_](?:.*[^_])?__\Z")
_KNOWN_SUNDER = frozenset({
    "_ignore_", "_order_", "_missing_", "_generate_next_value_", "_create_pseudo_member_",
    "_iter_member_", "_iter_member_by_value_", "_iter_member_by_def_", "_numeric_repr_",
    "_add_alias_", "_add_value_alias_",
})  # fmt: skip
"""Names for the enum itself; it refuses all others of that form."""


class Member(NamedTuple):
    """A name that an enum makes a member of, its value as written, and its statement.

    ``below`` is the text of a string right below the statement.
    """

    name: str
    value: object
    statement: ast.stmt
    below: str


class Body:
    """What the statements of an enum bind: its ``members``, in order, and what is none.

    ``outside`` evaluates what stands outside the enum. ``order`` is what ``_order_`` says that the
    names are. Raises ``UnreadableError`` for what has to run to be known and for what Python
    refuses.
    """

    def __init__(self, node: ast.ClassDef, shape: Shape, outside: Evaluator) -> None:
        self.members: list[Member] = []
        self.order: list[str] | None = None
        self._shape = shape
        self._private = f"_{node.name.lstrip('_')}__"
        self._outside = outside
        self._values: dict[str, object] = {}
        self._others: dict[str, object] = {}  # names that are no members
        self._ignored: list[str] = []
        self._greatest: int | None = 0  # of the values so far, if they are all numbers
        statements = list(flattened(node.body))
        evaluator = Evaluator(self._find, self._origin)  # kept, it would keep the whole source
        for statement, below in zip(statements, [*statements[1:], ast.Pass()]):
            self._read(statement, _text(below), evaluator)

    def _read(self, statement: ast.stmt, below: str, evaluator: Evaluator) -> None:
        if isinstance(statement, ast.Assign):
            targets, value = statement.targets, statement.value
        elif isinstance(statement, ast.AnnAssign):
            if statement.value is None:
                return
            targets, value = [statement.target], statement.value
        elif isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            if any(name_of(decorator) == "member" for decorator in statement.decorator_list):
                raise _made(statement.name, statement.lineno)
            self._bind_other(statement.name, NoMember(), statement.lineno)
            return
        else:
            _check_binds_nothing(statement, self._is_passed_over)
            return
        found = evaluator.value(value)
        for target in targets:
            for name, each in _targets(target, found):
                self._bind(name, each, statement, below)

    def _bind(self, name: str, value: object, statement: ast.stmt, below: str) -> None:
        line = statement.lineno
        if name == "_ignore_":
            self._ignored = _names(value, line)
            if not self._values.keys().isdisjoint(self._ignored):
                raise UnreadableError("_ignore_ has names that are members already", line)
        elif name == "_order_":
            self.order = _names(value, line)
        elif name == "__prefix__":
            raise UnreadableError("write prefix= in the line of the class", line)
        elif _SUNDER.match(name) and name not in _KNOWN_SUNDER:
            raise UnreadableError(f"{name}: an enum reserves names of this form", line)
        elif self._is_passed_over(name):
            self._others[name] = value
        elif isinstance(value, NoMember):
            self._bind_other(name, value.value, line)
        else:
            self._bind_member(name, value, statement, below)

    def _bind_member(self, name: str, value: object, statement: ast.stmt, below: str) -> None:
        line = statement.lineno
        is_known = not isinstance(value, Unknown)  # else it may be no member
        if name in self._values or (name in self._others and is_known):
            raise UnreadableError(f"{name}: the name is already used", line)
        if name == "mro" and is_known:
            raise UnreadableError(f"{name}: an enum allows no such name", line)
        if isinstance(value, Auto):
            value = self._automatic(name, line)
        self._values[name] = value
        if type(value) is not int:
            self._greatest = None
        elif self._greatest is not None:
            self._greatest = max(self._greatest, value) if self.members else value
        self.members.append(Member(name, value, statement, below))

    def _bind_other(self, name: str, value: object, line: int) -> None:
        if name in self._values:
            raise UnreadableError(f"{name}: the name is already used", line)
        if name == "symbol":
            raise UnreadableError("symbol has to run to be known: set it in __new__", line)
        self._others[name] = value

    def _is_passed_over(self, name: str) -> bool:
        """Whether a name never becomes a member: one of the enum's own, private, or ignored."""
        special = _SUNDER.match(name) or _DUNDER.match(name)
        private = name.startswith(("__", self._private)) and not name.endswith("__")
        return bool(special) or private or name in self._ignored

    def _find(self, name: ast.Name) -> object:
        for values in (self._values, self._others):
            if name.id in values:
                return values[name.id]
        return self._outside.value(name)

    def _origin(self, node: ast.expr) -> str:
        is_own = isinstance(node, ast.Name) and (node.id in self._values or node.id in self._others)
        return "" if is_own else self._outside.origin(node)

    def _automatic(self, name: str, line: int) -> object:
        """Return the value of ``auto()``, where all versions of Python agree about it."""
        shape = self._shape
        if shape.counts and shape.style == "strenum":
            return name.lower()
        if shape.counts and shape.style == "choices" and shape.data == "str":
            return name
        last = self._greatest
        counts = shape.counts and shape.data != "str" and last is not None
        if not counts or last is None or (self.members and self.members[-1].value != last):
            reason = f"{name}: the value of auto() is not known here: write it out"
            raise UnreadableError(reason, line)
        return 1 << last.bit_length() if shape.style == "flag" else last + 1


def _targets(target: ast.expr, found: object) -> Iterator[tuple[str, object]]:
    """Yield the names that a target of an assignment binds, with their values."""
    if isinstance(target, ast.Name):
        yield target.id, found
        return
    elements = target.elts if isinstance(target, (ast.Tuple, ast.List)) else []
    names = [each.id for each in elements if isinstance(each, ast.Name)]
    values = found if isinstance(found, (tuple, list)) else ()
    if not names or not len(names) == len(elements) == len(values):
        raise _made(shown(target), target.lineno)
    yield from zip(names, values)


def _check_binds_nothing(statement: ast.stmt, is_passed_over: Callable[[str], bool]) -> None:
    """Raise ``UnreadableError`` for a statement that may make a member, or take one away."""
    for node in ast.walk(statement):
        name = ""
        if isinstance(node, (ast.Import, ast.ImportFrom, ast.FunctionDef)):
            name = getattr(node, "name", "import")
        elif isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
            name = "" if is_passed_over(node.id) else node.id
        elif isinstance(node, ast.Expr) and not isinstance(node.value, ast.Constant):
            name = shown(node.value)  # such as locals().update(…)
        if name:
            raise _made(name, getattr(node, "lineno", statement.lineno))


def _made(name: str, line: int) -> UnreadableError:
    return UnreadableError(f"{name}: a code that is made when the source runs cannot be read", line)


def _names(value: object, line: int) -> list[str]:
    """Return the names in ``_ignore_`` or ``_order_``: a string of names, or a list."""
    names = value.replace(",", " ").split() if isinstance(value, str) else value
    if isinstance(names, (list, tuple)) and all(isinstance(each, str) for each in names):
        return list(names)
    raise UnreadableError("a list of names has to run to be known: write a list", line)


def _text(statement: ast.stmt) -> str:
    """Return the text of a statement that is only a string, or ""."""
    node = statement.value if isinstance(statement, ast.Expr) else None
    text = node.value if isinstance(node, ast.Constant) else None
    return text if isinstance(text, str) else ""
