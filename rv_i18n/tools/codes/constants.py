"""Evaluates what a source says of its codes, without running it.

Numbers, strings, their sums and shifts, and names that are bound to them can be known. A call, or a
name from elsewhere, has to run to be known.
"""

from __future__ import annotations

import ast
import operator
import re
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

_MOST_BITS = 128
"""The most bits of a result on the way to a code, which has 63 at most."""

_LONGEST = 10_000
"""The most characters of a string that is joined from others."""

_NO_MEMBERS = frozenset({"property", "cached_property", "classmethod", "staticmethod"})
"""Calls whose result is not a member of an enum: descriptors."""

_OPERATORS: dict[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: operator.add,
    ast.Sub: operator.sub,
    ast.Mult: operator.mul,
    ast.FloorDiv: operator.floordiv,
    ast.Mod: operator.mod,
    ast.LShift: operator.lshift,
    ast.RShift: operator.rshift,
    ast.Pow: operator.pow,
    ast.BitOr: operator.or_,
    ast.BitAnd: operator.and_,
    ast.BitXor: operator.xor,
}
_SIGNS: dict[type[ast.unaryop], Callable[[Any], Any]] = {
    ast.USub: operator.neg,
    ast.UAdd: operator.pos,
    ast.Invert: operator.invert,
    ast.Not: operator.not_,
}


class Unknown:
    """What has to run to be known: the expression, as shown in an error, and its line."""

    def __init__(self, node: ast.expr) -> None:
        self.shown = shown(node)
        self.line = node.lineno


class Marked(str):
    """A string that a call marks for translation, such as ``_("…")``: fit for a description."""

    __slots__ = ()


class Auto:
    """What ``auto()`` gives: the enum puts a value in its place."""


class Instance:
    """A member in the making, in ``__new__`` or ``__init__``, with its attributes."""

    def __init__(self, attributes: dict[str, object]) -> None:
        self.attributes = attributes


class NoMember:
    """What an enum does not make a member of: a descriptor, or the value of ``nonmember(…)``.

    ``value`` is what the name stands for afterwards.
    """

    def __init__(self, value: object = None) -> None:
        self.value = self if value is None else value


class Evaluator:
    """Evaluates expressions in a scope.

    ``find`` gives the value of a name, or ``Unknown`` for its expression. ``origin`` gives the name
    that a function or class has where it comes from, or "" for one of the source's own.
    """

    def __init__(
        self, find: Callable[[ast.Name], object], origin: Callable[[ast.expr], str]
    ) -> None:
        self._find = find
        self.origin = origin

    def value(self, node: ast.expr) -> object:
        """Return the value of an expression, or ``Unknown``; elements of a tuple may be unknown."""
        evaluate = _KINDS.get(type(node))
        found = evaluate(self, node) if evaluate else NotImplemented
        return Unknown(node) if found is NotImplemented else found

    def _constant(self, node: ast.Constant) -> object:
        return node.value

    def _name(self, node: ast.Name) -> object:
        return self._find(node)

    def _tuple(self, node: ast.Tuple) -> object:
        return tuple(map(self.value, node.elts))

    def _list(self, node: ast.List) -> object:
        return list(map(self.value, node.elts))

    def _lambda(self, _: ast.Lambda) -> object:
        return NoMember()

    def _unary(self, node: ast.UnaryOp) -> object:
        value = self.value(node.operand)
        if isinstance(value, (int, float)) or (isinstance(node.op, ast.Not) and is_known(value)):
            return _attempt(_SIGNS[type(node.op)], value)
        return NotImplemented

    def _binary(self, node: ast.BinOp) -> object:
        left, right = self.value(node.left), self.value(node.right)
        if type(left) is type(right) is str and isinstance(node.op, ast.Add):
            return left + right if len(left) + len(right) <= _LONGEST else NotImplemented
        if not (isinstance(left, int) and isinstance(right, int)):
            return NotImplemented
        if isinstance(node.op, (ast.LShift, ast.Pow)) and not 0 <= right <= _MOST_BITS:
            return NotImplemented
        if max(left.bit_length(), right.bit_length()) > _MOST_BITS or type(node.op) is ast.Div:
            return NotImplemented
        return _attempt(_OPERATORS.get(type(node.op), _not_implemented), left, right)

    def _either(self, node: ast.BoolOp) -> object:
        value: object = None
        for each in node.values:
            value = self.value(each)
            if not is_known(value):
                return NotImplemented
            if bool(value) is isinstance(node.op, ast.Or):
                return value
        return value

    def _conditional(self, node: ast.IfExp) -> object:
        test = self.value(node.test)
        if not is_known(test):
            return NotImplemented
        return self.value(node.body if test else node.orelse)

    def _compared(self, node: ast.Compare) -> object:
        """Whether something is, or is not, ``None``."""
        value, [operation] = self.value(node.left), node.ops[:1]
        other = self.value(node.comparators[0])
        if len(node.ops) > 1 or other is not None or not is_known(value):
            return NotImplemented
        if isinstance(operation, ast.Is):
            return value is None
        return value is not None if isinstance(operation, ast.IsNot) else NotImplemented

    def _formatted(self, node: ast.JoinedStr) -> object:
        parts = []
        for part in node.values:
            value = self.value(part.value if isinstance(part, ast.FormattedValue) else part)
            how = ""
            if isinstance(part, ast.FormattedValue):
                how = str(self.value(part.format_spec)) if part.format_spec else ""
                if part.conversion != -1 or not re.fullmatch(r"0?[0-9]{0,2}[dsxX]?", how):
                    return NotImplemented
            if type(value) not in (int, str):
                return NotImplemented
            text = _attempt(format, value, how)
            if not isinstance(text, str):
                return NotImplemented
            parts.append(text)
        return "".join(parts)

    def _mapped(self, node: ast.Dict) -> object:
        keys = [self.value(key) if key else None for key in node.keys]
        if not all(isinstance(key, str) for key in keys):
            return NotImplemented
        return dict(zip(keys, map(self.value, node.values)))

    def _attribute(self, node: ast.Attribute) -> object:
        """Return a status of HTTP, which codes are often about, or an attribute of ``self``."""
        if self.origin(node.value) == "HTTPStatus":
            status = HTTPStatus.__members__.get(node.attr)
            return NotImplemented if status is None else int(status)
        owner = self.value(node.value) if isinstance(node.value, ast.Name) else None
        if isinstance(owner, Instance):
            return owner.attributes.get(node.attr, NotImplemented)
        return NotImplemented

    def _call(self, node: ast.Call) -> object:
        name = self.origin(node.func)
        if name == "code":
            return self._line(node)
        if name == "auto" and not (node.args or node.keywords):
            return Auto()
        if name in _NO_MEMBERS:
            return NoMember()
        value = self.value(node.args[0]) if len(node.args) == 1 else Unknown(node)
        if name in ("member", "nonmember"):
            return value if name == "member" else NoMember(value)
        if node.keywords:
            return NotImplemented
        return Marked(value) if isinstance(value, str) else NotImplemented

    def _line(self, node: ast.Call) -> object:
        """Return what ``code(…)`` does: a tuple of value, description, symbol and facts."""
        values = [*map(self.value, node.args)]
        facts = {keyword.arg: self.value(keyword.value) for keyword in node.keywords}
        for name in ("value", "description")[len(values) :]:
            if name in facts or name == "description":
                values.append(facts.pop(name, ""))
        starred = any(isinstance(each, ast.Starred) for each in node.args) or None in facts
        if starred or len(values) != 2 or {"value", "description"} & facts.keys():
            return NotImplemented
        return (*values, facts.pop("symbol", ""), facts)


_KINDS: dict[type[ast.expr], Callable[..., object]] = {
    ast.Constant: Evaluator._constant,
    ast.Name: Evaluator._name,
    ast.Tuple: Evaluator._tuple,
    ast.List: Evaluator._list,
    ast.Lambda: Evaluator._lambda,
    ast.UnaryOp: Evaluator._unary,
    ast.BinOp: Evaluator._binary,
    ast.BoolOp: Evaluator._either,
    ast.IfExp: Evaluator._conditional,
    ast.Compare: Evaluator._compared,
    ast.JoinedStr: Evaluator._formatted,
    ast.Dict: Evaluator._mapped,
    ast.Attribute: Evaluator._attribute,
    ast.Call: Evaluator._call,
}


def shown(node: ast.expr) -> str:
    """Return an expression as source text, truncated, for an error."""
    text = ast.unparse(node)
    return text if len(text) <= 40 else f"{text[:40]}…"


def name_of(node: ast.expr) -> str:
    """Return the last part of a name such as ``enum.IntEnum``, or "" for another expression."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def is_known(value: object) -> bool:
    """Whether a value can be tested without running anything."""
    known = value is None or isinstance(value, (int, float, str, tuple, list, dict))
    return known and not isinstance(value, Marked)


def _attempt(function: Callable[..., object], *arguments: object) -> object:
    """Return a result, or ``NotImplemented`` where Python would raise an error."""
    try:
        return function(*arguments)
    except (ArithmeticError, TypeError, ValueError):
        return NotImplemented


def _not_implemented(*_: object) -> object:
    return NotImplemented
