"""Finds the classes in a Python source, and which of them are enums of codes."""

from __future__ import annotations

import ast
import builtins
import os
import re

from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes
from .line import codes_of, is_code, name_of, shown

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .line import CodeLine

_ENUMS = re.compile(r"(?:Enum|Flag|Choices)\Z")
"""How the names of enum classes in libraries end: ``IntEnum``, Django's ``IntegerChoices``."""


class Module:
    """The classes of one source, and their bases."""

    def __init__(
        self, path: str, source: bytes, root: str | None, modules: dict[str, Module]
    ) -> None:
        self._path = path
        self._root = root
        self._modules = modules  # the modules imported from, by path; each is read once
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
        """Yield the codes of one class, or of every enum if ``class_name`` is ""."""
        if class_name and class_name not in self._by_name:
            raise CatalogError(self._path, f"there is no class {class_name} in it")
        if self._made and not class_name:
            reason = "an enum that is made by a call cannot be read: write it as a class"
            raise CatalogError(self._path, reason, self._made[0].lineno)
        found = False
        for node in self._classes:
            if node.name == class_name or (not class_name and self._is_code_list(node)):
                for code in codes_of(node, self._path):
                    found = True
                    yield code
        if not found:
            nothing = f"{class_name} has" if class_name else "no class in it is an enum that has"
            raise CatalogError(self._path, f"no code in it: {nothing} a line NAME = number")

    def _is_code_list(self, node: ast.ClassDef) -> bool:
        """Whether a class is an enum; raise ``CatalogError`` if unclear and it has codes."""
        enum = self._is_enum(node, frozenset())
        if enum is not None or not any(map(is_code, node.body)):
            return bool(enum)
        reason = (
            f"{node.name} has codes, but nothing shows that {', '.join(map(shown, node.bases))} "
            "is an enum: fix that, or write path:Class in codes"
        )
        raise CatalogError(self._path, reason, node.lineno)

    def _is_enum(self, node: ast.ClassDef, seen: frozenset[str]) -> bool | None:
        """Whether one of its bases is an enum; ``None`` if that is unclear."""
        if node.name not in self._enums:
            answers = [
                self._is_enum_name(name_of(base), seen | {f"{self._path}:{node.name}"})
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
                    source = read_bytes(path)
                    self._modules[path] = Module(path, source, self._root, self._modules)
                return self._modules[path]._is_enum_name(name, seen)
        if _ENUMS.search(name):
            return True
        return False if hasattr(builtins, name) else None

    def _imported(self, node: ast.ImportFrom) -> str | None:
        """Return the project's source that ``from … import`` names, or ``None``."""
        if self._root is None:
            return None
        inside = os.path.join(*(node.module or "").split("."))
        directory = os.path.dirname(os.path.abspath(self._path))
        around = list(_upwards(directory, os.path.abspath(self._root)))
        for start in around[node.level - 1 : node.level] if node.level else around:
            for file in (f"{inside}.py", os.path.join(inside, "__init__.py")):
                if os.path.isfile(os.path.join(start, file)):
                    return os.path.join(start, file)
        return None


def _upwards(start: str, root: str) -> Iterator[str]:
    """Yield a directory and its parents, up to ``root``."""
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
    except MemoryError as error:  # CPython's parser raises it instead of RecursionError
        raise RecursionError from error


def _is_made(node: ast.Assign) -> bool:
    """Whether an assignment creates an enum by a call: ``Errors = IntEnum("Errors", …)``."""
    call = node.value
    if not isinstance(call, ast.Call) or len(call.args) < 2:
        return False
    return bool(_ENUMS.search(name_of(call.func)))
