"""Reads what a Python source binds at its top: constants, imports and classes."""

from __future__ import annotations

import ast
import os
import warnings
from collections import Counter, deque
from collections.abc import Iterator

from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes
from .constants import Evaluator, Unknown, name_of, shown
from .inside import check_below, repository_of, upwards
from .shape import Shape, known_shape, shape_of

_OURS = frozenset({"CodeEnum", "CodeStrEnum", "code"})
"""Names that mean this package's only where they are imported from it."""

_HOMES = ("rv_i18n", "code_enum")
"""Modules that these names are imported from."""

LARGEST = 16 * 2**20
"""The most bytes of a source: 100,000 codes with a description of a hundred characters."""

MOST_SIGNS = 2 * 2**20
"""The most signs and line ends of a source, which 130,000 calls of ``code`` have.

What Python makes of a source takes up to a kilobyte of memory for each, and little for words.
"""

_OTHERS = bytes(char for char in range(256) if char >= 128 or chr(char).isalnum()) + b"_ "

_LEAVES = (ast.Constant, ast.expr_context)
"""Nodes with nothing in them, which are half of all."""

_SCOPES = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)


class Module:
    """A source, read and not run.

    ``root`` is the directory of the project, or ``None``; what comes from a source below it is read
    there. ``modules`` has the sources that were read already, by path.

    Raises ``CatalogError`` for a source that Python does not parse, and for an import that leads
    out of the repository.
    """

    def __init__(
        self, path: str, source: bytes, root: str | None, modules: dict[str, Module]
    ) -> None:
        self.path = path
        self.source = source
        self.classes: list[ast.ClassDef] = []
        self.made: list[ast.Call] = []
        """The calls that an assignment binds: they may make an enum."""
        self.in_functions: set[ast.ClassDef] = set()
        self._root = root
        self._modules = modules
        self._imports: dict[str, tuple[ast.ImportFrom, str]] = {}
        self._packages: dict[str, str] = {}
        self._bound: Counter[str] = Counter()  # how often each name is bound, at the top
        self._own: set[str] = set()  # names that are bound otherwise than by an import
        self._shapes: dict[ast.ClassDef, Shape] = {}
        self._constants: dict[str, tuple[object, int]] = {}
        tree = _parse(source, path)
        self._scan(tree)
        self.classes.sort(key=lambda node: node.lineno)
        self._by_name = {node.name: node for node in self.classes}
        for statement in tree.body:
            self._take_constant(statement)

    def _scan(self, tree: ast.Module) -> None:
        """Find classes, imports and calls, and count what is bound at the top."""
        todo: deque[tuple[ast.AST, bool, bool]] = deque([(tree, True, False)])
        while todo:
            node, is_top, in_function = todo.popleft()
            if isinstance(node, ast.ClassDef):
                self.classes.append(node)
                if in_function:
                    self.in_functions.add(node)
            elif isinstance(node, ast.ImportFrom):
                self._imports.update(
                    (each.asname or each.name, (node, each.name)) for each in node.names
                )
            elif isinstance(node, ast.Import):
                self._packages.update((each.asname or each.name, each.name) for each in node.names)
            elif isinstance(getattr(node, "value", None), ast.Call) and not isinstance(
                node, ast.Expr
            ):
                self.made.append(node.value)  # type: ignore[attr-defined]
            if is_top or isinstance(node, ast.Global):
                bound = list(_bound_by(node))
                self._bound.update(bound)
                if not isinstance(node, (ast.Import, ast.ImportFrom)):
                    self._own.update(bound)
            is_scope = isinstance(node, _SCOPES)
            inside = in_function or (is_scope and not isinstance(node, ast.ClassDef))
            inner = is_top and not is_scope
            nothing = _LEAVES if inner else (*_LEAVES, ast.Name)  # only what it binds matters
            todo.extend(
                (child, inner, inside)
                for child in ast.iter_child_nodes(node)
                if not isinstance(child, nothing)
            )

    def _take_constant(self, statement: ast.stmt) -> None:
        """Evaluate a constant: a name that is bound once, by an assignment at the top."""
        if isinstance(statement, ast.Assign):
            targets = statement.targets
        elif isinstance(statement, ast.AnnAssign) and statement.value:
            targets = [statement.target]
        else:
            return
        names = [each.id for each in targets if isinstance(each, ast.Name)]
        for name in names:
            if self._bound[name] == 1 and statement.value:
                value = self.evaluator_at(None).value(statement.value)
                self._constants[name] = (value, statement.lineno)

    def evaluator_at(self, line: int | None) -> Evaluator:
        """Return what evaluates expressions at a line; what follows it is not bound yet."""
        return Evaluator(lambda name: self.constant(name.id, line, name), self.origin)

    def constant(self, name: str, line: int | None, node: ast.expr) -> object:
        """Return the constant that a name is bound to at a line, or ``Unknown`` for ``node``."""
        value, bound = self._constants.get(name, (Unknown(node), 0))
        if name in self._imports and self._bound[name] <= 1:
            module, original = self.resolve(name)
            if module not in (None, self):
                value = module.constant(original, None, node)
        return value if line is None or bound < line else Unknown(node)

    def resolve(self, name: str) -> tuple[Module | None, str]:
        """Return where a name is from: a source of the project, and its name there.

        For what is from outside, the first is ``None``; the second is "" if nothing is known of it.
        """
        if name in self._own or name not in self._imports:
            return (self, name) if self._bound[name] else (None, name)
        node, original = self._imports[name]
        if original in _OURS and (node.module or "").rpartition(".")[2] in _HOMES:
            return None, original
        module = self._imported(node)
        if module is not None:
            return module.resolve(original)
        return None, "" if original in _OURS else original

    def origin(self, node: ast.expr) -> str:
        """Return the name of a function or class where it comes from, or "" for the project's."""
        if isinstance(node, ast.Attribute):
            owner = name_of(node.value)
            package = self._packages.get(owner, owner).rpartition(".")[2]
            return node.attr if node.attr not in _OURS or package in _HOMES else ""
        if not isinstance(node, ast.Name):
            return ""
        module, name = self.resolve(node.id)
        return name if module is None else ""

    def base(self, node: ast.expr) -> Shape:
        """Return the shape of a base of a class, or of what is called."""
        if isinstance(node, ast.Subscript):  # such as Generic[T]
            node = node.value
        module, name = self.resolve(node.id) if isinstance(node, ast.Name) else (None, "")
        if module is not None:
            return module.shape(name, shown(node))
        return known_shape(name or self.origin(node), shown(node))

    def shape(self, name: str, text: str = "") -> Shape:
        """Return the shape of a class; one that derives from itself is unknown, as ``text``."""
        node = self._by_name.get(name)
        return self.shape_at(node, text) if node else Shape(unknown=text or name)

    def shape_at(self, node: ast.ClassDef, text: str = "") -> Shape:
        """Return the shape of a class of this source."""
        if node not in self._shapes:
            self._shapes[node] = Shape(unknown=text or node.name)
            bases = list(map(self.base, node.bases))
            self._shapes[node] = shape_of(node, bases, self.evaluator_at(None))
        return self._shapes[node]

    def _imported(self, node: ast.ImportFrom) -> Module | None:
        """Return the project's source that ``from … import`` names, or ``None``."""
        if self._root is None:
            return None
        inside = os.path.join(*(node.module or "").split("."))
        directory = os.path.dirname(os.path.abspath(self.path))
        around = list(upwards(directory, os.path.abspath(self._root)))
        for start in around[node.level - 1 : node.level] if node.level else around:
            for file in (f"{inside}.py", os.path.join(inside, "__init__.py")):
                path = os.path.join(start, file)
                if os.path.isfile(path):
                    if path not in self._modules:
                        check_below(path, [repository_of(self._root)])
                        self._modules[path] = Module(
                            path, read_source(path), self._root, self._modules
                        )
                    return self._modules[path]
        return None


def read_source(path: str) -> bytes:
    """Return a source; raise ``CatalogError`` if that fails, or if Python would take much memory.

    The limit is for the parser: an attacker's 4 MiB of ``a=1;`` take two gigabytes.
    """
    source = read_bytes(path, LARGEST)
    if len(source.translate(None, _OTHERS)) > MOST_SIGNS:
        reason = f"it has more than {MOST_SIGNS:,} signs and lines, which is not read: divide it"
        raise CatalogError(path, reason)
    return source


def _parse(source: bytes, path: str) -> ast.Module:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # such as of "\\d": it is for who runs the source
            return ast.parse(source)
    except (SyntaxError, ValueError) as error:  # ValueError: a NUL byte, before Python 3.12
        before, conflict, _ = source.partition(b"\n<<<<<<< ")
        if conflict:
            reason = "a merge conflict: keep the lines of both sides, and delete the marks"
            raise CatalogError(path, reason, before.count(b"\n") + 2) from error
        reason = getattr(error, "msg", str(error))
        raise CatalogError(path, reason, getattr(error, "lineno", None)) from error
    except MemoryError as error:  # CPython's parser raises it instead of RecursionError
        raise RecursionError from error


def _bound_by(node: ast.AST) -> Iterator[str]:
    """Yield the names that a node of a module binds, or takes away."""
    if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
        yield node.id
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        for alias in node.names:
            yield (alias.asname or alias.name).partition(".")[0]
    elif isinstance(node, ast.Global):
        yield from node.names * 2  # a function may bind them at any time
    elif not isinstance(node, ast.alias) and isinstance(getattr(node, "name", None), str):
        # that of a class, a function, an exception or a pattern
        yield node.name  # type: ignore[attr-defined]
