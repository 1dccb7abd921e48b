"""Says how an enum makes its members: from what its bases are, and from the methods that it has."""

from __future__ import annotations

import ast
import builtins
from collections.abc import Iterator
from typing import NamedTuple

from .constants import Evaluator, name_of


class Function(NamedTuple):
    """A method that makes members, with what evaluates its expressions where it stands."""

    node: ast.FunctionDef
    evaluator: Evaluator


class Shape(NamedTuple):
    """How a class makes its members.

    ``data`` is the type that members derive from beside the enum: "int", "str", another or "";
    ``mixed`` is whether that type is a base of its own, as in ``(str, Enum)``.
    ``style`` names those that treat a line in a way of their own: "code" for ``CodeEnum`` and
    ``CodeStrEnum``, "choices" for Django's, "flag", and "strenum". ``unknown`` is a base of which
    nothing is known here, and ``wrong`` what Python or a ``Catalog`` would refuse.
    """

    is_enum: bool = False
    data: str = ""
    mixed: bool = False
    style: str = ""
    new: Function | None = None
    init: Function | None = None
    counts: bool = True
    has_members: bool = False
    has_symbol: bool = False
    unknown: str = ""
    wrong: str = ""


_MOST_NODES = 500
"""The most of a method that is followed for each member; http.HTTPStatus has some forty."""

KNOWN = {
    "Enum": Shape(is_enum=True),
    "ReprEnum": Shape(is_enum=True),
    "IntEnum": Shape(is_enum=True, data="int"),
    "StrEnum": Shape(is_enum=True, data="str", style="strenum"),
    "Flag": Shape(is_enum=True, style="flag"),
    "IntFlag": Shape(is_enum=True, data="int", style="flag"),
    "Choices": Shape(is_enum=True, style="choices"),
    "IntegerChoices": Shape(is_enum=True, data="int", style="choices"),
    "TextChoices": Shape(is_enum=True, data="str", style="choices"),
    "CodeEnum": Shape(is_enum=True, data="int", style="code"),
    "CodeStrEnum": Shape(is_enum=True, data="str", style="code"),
    "object": Shape(),
    "ABC": Shape(),
    "Generic": Shape(),
    "Protocol": Shape(),
    "int": Shape(data="int"),
    "str": Shape(data="str"),
}
"""The bases that are known: Python's, Django's and this package's."""


def known_shape(name: str, shown: str) -> Shape:
    """Return the shape of a base that is not in the project, by its name."""
    if name in KNOWN:
        return KNOWN[name]
    if hasattr(builtins, name):
        return Shape(data=name)
    return Shape(unknown=shown)


def shape_of(node: ast.ClassDef, bases: list[Shape], evaluator: Evaluator) -> Shape:
    """Return the shape of a class, given those of its bases, in order."""
    enum = next((base for base in bases if base.is_enum), Shape())
    own = {each.name: each for each in functions(node.body)}
    assigned = {name for each in node.body for name in _assigned(each)}
    new = Function(own["__new__"], evaluator) if "__new__" in own else enum.new
    inits = [base.init for base in bases if base.init]
    init = (
        Function(own["__init__"], evaluator) if "__init__" in own else inits[0] if inits else None
    )
    datas = [*dict.fromkeys(base.data for base in bases if base.data)]
    is_enum = any(base.is_enum for base in bases)
    return Shape(
        is_enum=is_enum,
        data=datas[0] if datas else "",
        mixed=any(base.data and not base.is_enum for base in bases),
        style=enum.style,
        new=new if is_enum or "__new__" in own else None,
        init=init,
        counts=all(base.counts for base in bases)
        and "_generate_next_value_" not in {*own, *assigned},
        has_members=is_enum and _has_members(node),
        has_symbol=any(base.has_symbol for base in bases)
        or "symbol" in own
        or ("symbol" in assigned and not is_enum),
        unknown=next((base.unknown for base in bases if base.unknown), ""),
        wrong=_wrong(node, bases, datas, assigned),
    )


def _wrong(node: ast.ClassDef, bases: list[Shape], datas: list[str], assigned: set[str]) -> str:
    """Return why no ``Catalog`` can have such an enum, or ""."""
    decorators = (each.func if isinstance(each, ast.Call) else each for each in node.decorator_list)
    reasons = {
        "an enum that has members cannot be a base": any(base.has_members for base in bases),
        "the members are of a dataclass: write NAME = code(5, …) in a CodeEnum instead": any(
            name_of(each) == "dataclass" for each in decorators
        ),
        "a mix-in makes the members: move its __new__ into the enum": any(
            base.new and not base.is_enum for base in bases
        ),
        f"its members cannot be both {' and '.join(datas)}": len(datas) > 1,
        "what makes its members has to run to be known: write __new__ as a method": bool(
            {"__new__", "__init__"} & assigned
        ),
        "what makes its members is too long to be followed for each: shorten it": any(
            len(list(ast.walk(each))) > _MOST_NODES
            for each in functions(node.body)
            if each.name in ("__new__", "__init__")
        ),
    }
    inherited = (base.wrong for base in bases if base.wrong)
    return next((reason for reason, applies in reasons.items() if applies), next(inherited, ""))


def _has_members(node: ast.ClassDef) -> bool:
    """Whether an enum seems to have a member, so that Python allows no class to derive from it."""
    values = (
        each.value
        for each in flattened(node.body)
        if isinstance(each, (ast.Assign, ast.AnnAssign))
        and any(not name.startswith("_") for name in _assigned(each))
    )
    return any(value and not isinstance(value, (ast.Call, ast.Lambda)) for value in values)


def functions(body: list[ast.stmt]) -> Iterator[ast.FunctionDef]:
    """Yield the methods of a class."""
    for statement in flattened(body):
        if isinstance(statement, ast.FunctionDef):
            yield statement


def flattened(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    """Yield statements, with those that run instead of ``if TYPE_CHECKING`` or ``if not …``."""
    for statement in body:
        test = getattr(statement, "test", None)
        negated = isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not)
        name = test.operand if isinstance(test, ast.UnaryOp) and negated else test
        named = isinstance(name, ast.expr) and name_of(name) == "TYPE_CHECKING"
        if isinstance(statement, ast.If) and named:
            yield from flattened(statement.body if negated else statement.orelse)
        else:
            yield statement


def _assigned(statement: ast.stmt) -> list[str]:
    """Return the names that an assignment in the body of a class binds."""
    targets = getattr(statement, "targets", [getattr(statement, "target", None)])
    return [target.id for target in targets if isinstance(target, ast.Name)]
