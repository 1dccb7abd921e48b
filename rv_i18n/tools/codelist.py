"""Reads the codes out of the enums of Python sources, which are never run.

So a list can be read whose module does not import yet, or comes from a stranger. What stands where
a code should and cannot be read is an error that names the line, and is never passed over.
"""

from __future__ import annotations

import ast
import builtins
import os
import re
from typing import NamedTuple

from .._errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

_ENUMS = re.compile(r"(?:Enum|Flag|Choices)\Z")
"""How the names of the enums end that others bring: ``IntEnum``, Django's ``IntegerChoices``."""

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


def read_codes(specs: list[str], root: str) -> list[CodeLine]:
    """The codes of a project's sources, by the number.

    Each of ``specs`` is the path of a source from ``root``, with ``:Class`` behind it where one
    class of several is meant. Raises ``CatalogError`` for a source that cannot be read, one in
    which no code is found, and a number or symbolic name that is there twice.
    """
    codes: list[CodeLine] = []
    for spec in specs:
        path, class_name = split_spec(spec)
        path = os.path.join(root, path)
        codes += codes_in(read_source(path), path, class_name, root)
    first: dict[int | str, CodeLine] = {}
    for code in codes:
        for key in (code.number, code.symbol):
            other = first.setdefault(key, code)
            if other is not code:
                where = f"line {other.line}"
                if other.path != code.path:
                    where = f"{os.path.relpath(other.path, root)}:{other.line}"
                raise CatalogError(code.path, f"{key} is there already, in {where}", code.line)
    return sorted(codes, key=lambda code: code.number)


def split_spec(spec: str) -> tuple[str, str]:
    r"""The path and the class, or "", that an entry of ``codes`` names.

    >>> split_spec("studio/errors.py:Errors"), split_spec("C:\\errors.py")
    (('studio/errors.py', 'Errors'), ('C:\\errors.py', ''))
    """
    path, colon, name = spec.rpartition(":")
    return (path, name) if colon and name.isidentifier() else (spec, "")


def read_source(path: str) -> bytes:
    """The bytes of a source; raises ``CatalogError``."""
    try:
        with open(path, "rb") as stream:
            return stream.read()
    except OSError as error:
        raise CatalogError(path, error.strerror or str(error)) from error


def codes_in(
    source: bytes, path: str, class_name: str = "", root: str | None = None
) -> list[CodeLine]:
    r"""The codes of the enums in one source, in their order.

    A code is a member ``NAME = number``, ``NAME = number, "description"`` or ``NAME = number,
    "description", "symbolic name"``. An enum is a class whose base is one: an enum of the standard
    library or of Django, another of this source, or one that is imported from a source below
    ``root``. An enum that has no number in it is no code list. ``class_name`` is the one class that
    is meant, whatever its base is. Raises ``CatalogError``.

    >>> source = b'class Status(IntEnum):\n    OK = 200, "As asked"\n    def f(self): pass'
    >>> codes_in(source, "status.py")
    [CodeLine(symbol='OK', number=200, description='As asked', path='status.py', line=2)]
    """
    try:
        return list(_Module(path, source, root, {}).codes(class_name))
    except RecursionError as error:  # an expression of thousands of signs, an if of as many elif
        raise CatalogError(path, "something in it is nested too deep") from error


class _Module:
    """The classes of one source, and what their bases are."""

    def __init__(
        self, path: str, source: bytes, root: str | None, modules: dict[str, _Module]
    ) -> None:
        self._path = path
        self._root = root
        self._modules = modules  # those that were imported from, each read once
        nodes = list(ast.walk(_parse(source, path)))
        self._classes = [node for node in nodes if isinstance(node, ast.ClassDef)]
        self._made = [node for node in nodes if isinstance(node, ast.Assign) and _is_made(node)]
        self._by_name = {node.name: node for node in self._classes}
        self._enums: dict[str, bool | None] = {}
        self._imports = {
            alias.asname or alias.name: (node, alias.name)
            for node in nodes
            if isinstance(node, ast.ImportFrom)
            for alias in node.names
        }

    def codes(self, class_name: str) -> Iterator[CodeLine]:
        """The codes of one class, or of every enum where it is ""."""
        if class_name and class_name not in self._by_name:
            raise CatalogError(self._path, f"there is no class {class_name} in it")
        if self._made and not class_name:
            reason = "an enum that is made by a call cannot be read: write it as a class"
            raise CatalogError(self._path, reason, self._made[0].lineno)
        found = False
        for node in self._classes:
            if node.name == class_name or (not class_name and self._is_code_list(node)):
                for code in _codes(node, self._path):
                    found = True
                    yield code
        if not found:
            nothing = f"{class_name} has" if class_name else "no class of it is an enum that has"
            raise CatalogError(self._path, f"no code in it: {nothing} a line NAME = number")

    def _is_code_list(self, node: ast.ClassDef) -> bool:
        """Whether a class is an enum, which has to be told of one that has lines of codes."""
        if self._is_enum(node, frozenset()) is not None or not any(map(_is_code, node.body)):
            return bool(self._is_enum(node, frozenset()))
        reason = (
            f"{node.name} has codes, but nothing tells that {', '.join(map(_shown, node.bases))} "
            "is an enum: mend it, or write path:Class in codes"
        )
        raise CatalogError(self._path, reason, node.lineno)

    def _is_enum(self, node: ast.ClassDef, seen: frozenset[str]) -> bool | None:
        """Whether one of its bases is an enum; ``None`` where nothing tells."""
        if node.name not in self._enums:
            answers = [
                self._is_enum_name(_name(base), seen | {f"{self._path}:{node.name}"})
                for base in node.bases
            ]
            self._enums[node.name] = True if True in answers else None if None in answers else False
        return self._enums[node.name]

    def _is_enum_name(self, name: str, seen: frozenset[str]) -> bool | None:
        if f"{self._path}:{name}" in seen:
            return None
        if name in self._by_name:
            return self._is_enum(self._by_name[name], seen)
        if name in self._imports:
            node, name = self._imports[name]
            path = self._imported(node)
            if path is not None:
                if path not in self._modules:
                    source = read_source(path)
                    self._modules[path] = _Module(path, source, self._root, self._modules)
                return self._modules[path]._is_enum_name(name, seen)
        if _ENUMS.search(name):
            return True
        return False if hasattr(builtins, name) else None

    def _imported(self, node: ast.ImportFrom) -> str | None:
        """The source of the project that ``from … import`` names, if it is one."""
        if self._root is None:
            return None
        inside = os.path.join("", *(node.module or "").split("."))
        directory = os.path.dirname(os.path.abspath(self._path))
        around = list(_upwards(directory, os.path.abspath(self._root)))
        for start in around[node.level - 1 : node.level] if node.level else around:
            for file in (f"{inside}.py", os.path.join(inside, "__init__.py")):
                if os.path.isfile(os.path.join(start, file)):
                    return os.path.join(start, file)
        return None


def _upwards(start: str, root: str) -> Iterator[str]:
    """A directory and those around it, as far as ``root``."""
    yield start
    while start != root and os.path.dirname(start) != start:
        start = os.path.dirname(start)
        yield start


def _parse(source: bytes, path: str) -> ast.Module:
    try:
        return ast.parse(source)
    except (SyntaxError, ValueError) as error:  # ValueError: a NUL byte, before Python 3.12
        reason = getattr(error, "msg", str(error))
        raise CatalogError(path, reason, getattr(error, "lineno", None)) from error
    except MemoryError as error:  # what the parser of C raises in place of a RecursionError
        raise RecursionError from error


def _codes(node: ast.ClassDef, path: str) -> list[CodeLine]:
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
    if _name(getattr(value, "func", value)) != "auto":
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
    bases = {_name(base) for base in node.bases} <= {"Enum", "IntEnum", "IntegerChoices"}
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
            yield _shown(statement.value), statement.value  # such as locals().update(…)
    elif not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
        for child in ast.iter_child_nodes(statement):  # of an if, a try, a with, a for
            if isinstance(child, ast.stmt):
                yield from _members(child)


def _bound(targets: list[ast.expr], value: ast.expr) -> Iterator[tuple[str, ast.expr]]:
    """The names of an assignment that may be members."""
    if isinstance(value, ast.Lambda) or _name(getattr(value, "func", value)) in _NO_MEMBERS:
        return
    for target in targets:
        name = _name(target) if isinstance(target, (ast.Name, ast.Attribute)) else _shown(target)
        if not name.startswith("_"):
            yield name, value


def _shown(node: ast.expr) -> str:
    """An expression as it is written, for an error."""
    text = ast.unparse(node)
    return text if len(text) <= 40 else f"{text[:40]}…"


def _is_code(statement: ast.stmt) -> bool:
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


def _is_made(node: ast.Assign) -> bool:
    """Whether an enum is made there by a call: ``Errors = IntEnum("Errors", …)``."""
    call = node.value
    made = isinstance(call, ast.Call) and len(call.args) > 1
    return made and bool(_ENUMS.search(_name(getattr(call, "func", call))))


def _name(node: ast.expr) -> str:
    """The last part of a name such as ``enum.IntEnum``, or "" for another expression."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
