"""Follows the ``__new__`` and ``__init__`` of an enum, in the simple forms that they mostly have.

They set attributes of the member from the elements of its line; what else they do has to run.
"""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import NamedTuple

from .constants import Evaluator, Instance, Marked, is_known, name_of
from .errors import UnreadableError
from .shape import Function, Shape

Elements = tuple[object, ...]


_PLAIN = (int, float, str, bytes)
"""The types of which it is known what ``int`` and ``str`` make of them."""


def follow(
    function: Function,
    elements: Elements,
    attributes: dict[str, object],
    shape: Shape,
    base: Callable[[Elements], None],
) -> str:
    """Set the ``attributes`` that a method sets, and return what it takes as ``description``.

    ``elements`` are those of the member's line. ``base`` does what ``super().__init__`` does with
    elements. Raises ``UnreadableError`` for a line that the method does not take, without a line
    number, and for a statement that has to run to be known.
    """
    method = _Method(function, elements, attributes, shape, base)
    description = method.values.get("description")
    method.follow(function.node.body)
    if method.is_new and not method.ended:
        raise UnreadableError("__new__ returns no member", function.node.lineno)
    return description if isinstance(description, str) else ""


class _Method:
    """A method that is followed: its local names, and the member."""

    def __init__(
        self,
        function: Function,
        elements: Elements,
        attributes: dict[str, object],
        shape: Shape,
        base: Callable[[Elements], None],
    ) -> None:
        self.is_new = function.node.name == "__new__"
        self.ended = False
        self.values = _parameters(function, elements)
        self._instance = Instance(attributes)
        self._shape = shape
        self._base = base
        first = (*function.node.args.posonlyargs, *function.node.args.args)[:1]
        self._class = first[0].arg if first else ""
        if first and not self.is_new:
            self.values[self._class] = self._instance
        self._outer = function.evaluator
        self._evaluator = Evaluator(self._find, function.evaluator.origin)

    def _find(self, name: ast.Name) -> object:
        return self.values[name.id] if name.id in self.values else self._outer.value(name)

    def follow(self, body: list[ast.stmt]) -> None:
        """Follow statements, up to a ``return``."""
        for statement in body:
            if self.ended:
                return
            if isinstance(statement, ast.Return):
                self._end(statement)
            elif isinstance(statement, ast.If):
                test = self._evaluator.value(statement.test)
                if not is_known(test):
                    raise _unreadable(statement.test)
                self.follow(statement.body if test else statement.orelse)
            elif isinstance(statement, ast.Assign):
                for target in statement.targets:
                    self._assign(target, statement.value)
            elif isinstance(statement, ast.AnnAssign):
                if statement.value:
                    self._assign(statement.target, statement.value)
            elif isinstance(statement, ast.Expr):
                self._evaluate(statement.value)
            elif not isinstance(statement, ast.Pass):
                raise _unreadable(statement)

    def _end(self, statement: ast.Return) -> None:
        value = statement.value
        if self.is_new and not (
            value and (self._makes(value) or self._evaluator.value(value) is self._instance)
        ):
            raise _unreadable(statement)
        self.ended = True

    def _assign(self, target: ast.expr, value: ast.expr) -> None:
        made = self._instance if self._makes(value) else self._evaluator.value(value)
        if isinstance(target, ast.Name):
            self.values[target.id] = made
        elif not isinstance(target, ast.Attribute) or (
            self._evaluator.value(target.value) is not self._instance
            or target.attr == "_name_"
            or (target.attr == "_value_" and not self.is_new)
        ):
            raise _unreadable(target)
        else:
            self._instance.attributes[target.attr] = made

    def _evaluate(self, node: ast.expr) -> None:
        """Take a string, which does nothing, and a call of ``super().__init__``."""
        if isinstance(node, ast.Constant):
            return
        call = _call_of(node, "__init__")
        if call is None or call.owner or self.is_new:
            raise _unreadable(node)
        self._base(tuple(map(self._evaluator.value, call.elements)))

    def _makes(self, node: ast.expr) -> bool:
        """Whether an expression makes the member: ``int.__new__(cls, …)`` or the like."""
        call = _call_of(node, "__new__")
        if call is None or not self.is_new:
            return False
        data = self._shape.data
        by_data = call.owner is not None and name_of(call.owner) == (data or "object")
        by_base = call.owner is None and (self._shape.mixed or not data)
        first, *rest = call.elements or [ast.Constant(None)]
        if not (by_data or by_base) or name_of(first) != self._class:
            raise _unreadable(node)
        if data:
            data_of(self._shape, tuple(map(self._evaluator.value, rest)))
        elif rest:
            reason = "not every Python lets object.__new__ take more than the class"
            raise UnreadableError(reason, node.lineno)
        return True


def data_of(shape: Shape, elements: Elements) -> object:
    """Return what ``int``, ``str`` or ``float``, the type of an enum's members, makes of elements.

    Raises ``UnreadableError`` if they have to run to be known, or if Python would refuse them.
    """
    for each in elements:
        if isinstance(each, Marked) or not (each is None or isinstance(each, _PLAIN)):
            raise UnreadableError("its value has to run to be known: write it out")
    make: dict[str, Callable[..., object]] = {"int": int, "str": str, "float": float}
    if shape.data not in make:
        raise UnreadableError(f"what {shape.data} makes of it has to run to be known")
    try:
        return make[shape.data](*elements)
    except (TypeError, ValueError, OverflowError) as error:
        raise UnreadableError(str(error)) from None


def _parameters(function: Function, elements: Elements) -> dict[str, object]:
    """Return the elements of a line, by the names of a method's parameters."""
    parameters = function.node.args
    names = [each.arg for each in (*parameters.posonlyargs, *parameters.args)][1:]
    defaults = list(map(function.evaluator.value, parameters.defaults))
    least = len(names) - len(defaults)
    if len(elements) < least or (len(elements) > len(names) and not parameters.vararg):
        takes = str(least) if not defaults else f"{least} to {len(names)}"
        raise UnreadableError(
            f"{function.node.name} takes {takes} elements, and this line has {len(elements)}"
        )
    values = dict(zip(names[max(least, 0) :], defaults[max(-least, 0) :]))
    values.update(zip(names, elements))
    if parameters.vararg:
        values[parameters.vararg.arg] = elements[len(names) :]
    for keyword, default in zip(parameters.kwonlyargs, parameters.kw_defaults):
        if default is None:
            raise UnreadableError(f"{function.node.name} wants {keyword.arg} by name")
        values[keyword.arg] = function.evaluator.value(default)
    if parameters.kwarg:
        values[parameters.kwarg.arg] = {}
    return values


class _Call(NamedTuple):
    """A call of a method: what it is called on, or ``None`` for ``super()``, and its elements."""

    owner: ast.expr | None
    elements: list[ast.expr]


def _call_of(node: ast.expr, method: str) -> _Call | None:
    """Return what an expression is if it calls a method of that name, else ``None``."""
    function = node.func if isinstance(node, ast.Call) else None
    if not isinstance(node, ast.Call) or not isinstance(function, ast.Attribute):
        return None
    if function.attr != method or node.keywords:
        return None
    owner = function.value
    is_super = isinstance(owner, ast.Call) and name_of(owner.func) == "super" and not owner.args
    return _Call(None if is_super else owner, node.args)


def _unreadable(node: ast.stmt | ast.expr) -> UnreadableError:
    reason = "what __new__ or __init__ does here has to run to be known: set attributes only"
    return UnreadableError(reason, node.lineno)
