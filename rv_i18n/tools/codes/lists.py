"""Finds which classes of a source are code lists, and reads them."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..._engine.errors import CatalogError
from .body import Body, Member
from .comments import comment_of, doc_comments
from .constants import Auto, Unknown, shown
from .errors import UnreadableError
from .line import CodeLine, CodeList
from .make import make, one_line
from .module import Module
from .shape import Shape, flattened

_ENUMS = re.compile(r"(?:Enum|Flag|Choices)\Z")
"""How the names of enum classes in libraries end."""


def lists_in(module: Module, class_name: str) -> Iterator[CodeList]:
    """Yield the code list of one class, or those of all enums if ``class_name`` is "".

    Raises ``CatalogError`` for a line that cannot be read, and where there is no code at all.
    """
    named = [node for node in module.classes if node.name == class_name]
    if class_name and not named:
        raise CatalogError(module.path, f"there is no class {class_name} in it")
    if not class_name:
        _check_made(module)
    found = False
    comments = doc_comments(module.source)
    for node in named or module.classes:
        codes = _list_of(node, module, comments, is_named=bool(named))
        if codes is not None and codes.names:
            found = True
            yield codes
    if not found:
        nothing = f"{class_name} has" if class_name else "no class in it is an enum that has"
        raise CatalogError(module.path, f"no code in it: {nothing} a line NAME = value")


def _check_made(module: Module) -> None:
    """Raise ``CatalogError`` for an enum that a call makes: ``Errors = IntEnum("Errors", …)``."""
    for call in module.made:
        names = len(call.args) > 1 or any(each.arg == "names" for each in call.keywords)
        if names and module.base(call.func).is_enum:
            reason = "an enum that is made by a call cannot be read: write it as a class"
            raise CatalogError(module.path, reason, call.lineno)


def _list_of(
    node: ast.ClassDef, module: Module, comments: dict[int, tuple[str, bool]], *, is_named: bool
) -> CodeList | None:
    """Return the code list of a class, or ``None`` if it is no enum."""
    shape = module.shape_at(node)
    if is_named:  # then nothing is inferred
        if not (shape.is_enum or shape.unknown):
            raise CatalogError(module.path, f"{node.name} is no enum", node.lineno)
        shape = shape._replace(is_enum=True, unknown="")
    elif shape.unknown and _has_codes(node, module, shape):
        reason = (
            f"{node.name} has codes, but nothing shows what {shape.unknown} makes of them: fix "
            "that, or write path:Class in codes"
        )
        raise CatalogError(module.path, reason, node.lineno)
    if not shape.is_enum or shape.unknown:
        return None
    try:
        return _read(node, shape, module, comments, _prefix(node, shape, module))
    except UnreadableError as error:
        raise CatalogError(module.path, str(error), error.line or node.lineno) from None


def _has_codes(node: ast.ClassDef, module: Module, shape: Shape) -> bool:
    """Whether a class of which it is unclear if it is an enum has lines like those of a list."""
    texts = shape.is_enum or _ENUMS.search(shape.unknown)
    evaluator = module.evaluator_at(node.lineno)
    for statement in flattened(node.body):
        value = getattr(statement, "value", None)
        if isinstance(statement, (ast.Assign, ast.AnnAssign)) and value is not None:
            found = evaluator.value(value)
            first = found[0] if isinstance(found, tuple) and found else found
            if type(first) is int or isinstance(first, Auto) or (texts and type(first) is str):
                return True
    return False


def _prefix(node: ast.ClassDef, shape: Shape, module: Module) -> str:
    """Return the prefix in the line of a class."""
    prefix = ""
    for keyword in node.keywords:
        value = module.evaluator_at(node.lineno).value(keyword.value)
        if keyword.arg != "prefix" or shape.style != "code":
            what = f"{keyword.arg}={shown(keyword.value)}"
            raise UnreadableError(f"what {what} does to {node.name} has to run to be known")
        if isinstance(value, Unknown) or not isinstance(value, str):
            raise UnreadableError("the prefix has to run to be known: write a string")
        prefix = value
    return prefix


def _read(
    node: ast.ClassDef,
    shape: Shape,
    module: Module,
    comments: dict[int, tuple[str, bool]],
    prefix: str,
) -> CodeList:
    outside = module.evaluator_at(node.lineno)
    body = Body(node, shape, outside)
    unique = shape.style == "choices" or _is_unique(node)
    names: dict[str, CodeLine] = {}
    by_value: dict[object, CodeLine] = {}
    for member in body.members:
        if node in module.in_functions:
            raise UnreadableError(f"{node.name} is made when a function runs: move it to the top")
        if shape.wrong:
            raise UnreadableError(f"{node.name}: {shape.wrong}")
        line = _line(member, shape, module, comments, prefix)
        names[member.name] = by_value.setdefault(line.value, line)
        if unique and names[member.name] is not line:
            raise UnreadableError(f"{member.name}: another code has its value", line.line)
    canonical = [name for name, line in names.items() if by_value.pop(line.value, None)]
    if body.order not in (None, canonical):
        raise UnreadableError("_order_ has not the names of the members, in order")
    return CodeList(prefix, names)


def _line(
    member: Member,
    shape: Shape,
    module: Module,
    comments: dict[int, tuple[str, bool]],
    prefix: str,
) -> CodeLine:
    """Return the code of a member; what the line does not say of it, a comment may say."""
    statement = member.statement
    last = getattr(statement.value, "end_lineno", statement.lineno)  # type: ignore[attr-defined]
    try:
        made = make(member.name, member.value, shape, prefix)
        description = made.description or one_line(
            member.below.strip().partition("\n\n")[0]
            or comment_of(comments, statement.lineno, last)
        )
    except UnreadableError as error:
        reason = f"{member.name}: {error}"
        raise UnreadableError(reason, error.line or statement.lineno) from None
    return CodeLine(made.symbol, made.value, description, made.facts, module.path, statement.lineno)


def _is_unique(node: ast.ClassDef) -> bool:
    """Whether ``@unique``, or ``@verify(UNIQUE)``, refuses aliases."""
    text = " ".join(map(ast.unparse, node.decorator_list))
    return re.search(r"(?i)\bunique\b", text) is not None
