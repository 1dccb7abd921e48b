"""Reads the code lists of a project from the sources of its enums, without running them.

So it can read a module that does not import yet, or that is not trusted. What it reads is what a
``Catalog`` takes when the source runs, with the same symbolic names; what that refuses is refused.
"""

from __future__ import annotations

import os

from ..._engine.errors import CatalogError
from .line import CodeLine, CodeList
from .lists import lists_in
from .module import Module, read_source

_PYTHON = ("", ".py", ".pyi", ".pyw")
"""How the names of Python sources end; a script may have no such end."""


def read_lists(specs: list[str], root: str) -> list[CodeList]:
    """Return the code lists of a project's sources, in order.

    Each of ``specs`` is the path of a source relative to ``root``, followed by ``:Class`` to choose
    one class of several. Raises ``CatalogError`` for a source that cannot be read or has no codes,
    for a file that is no Python source, and for two codes with one symbolic name.
    """
    lists: list[CodeList] = []
    for spec in specs:
        path, class_name = split_spec(spec)
        path = os.path.join(root, path)
        if os.path.splitext(path)[1].lower() not in _PYTHON:
            raise CatalogError(path, "a Python file is expected; see rv-i18n import")
        lists += lists_in_source(read_source(path), path, class_name, root)
    first: dict[str, CodeLine] = {}
    for code in (code for each in lists for code in each.codes):
        other = first.setdefault(code.symbol, code)
        if other is not code:
            where = f"line {other.line}"
            if other.path != code.path:
                where = f"{other.path.removeprefix(os.path.join(root, ''))}:{other.line}"
            reason = f"{code.symbol} is already used in {where}: give one of the enums a prefix"
            raise CatalogError(code.path, reason, code.line)
    return lists


def split_spec(spec: str) -> tuple[str, str]:
    r"""Return the path and the class, or "", in an entry of ``codes``.

    >>> split_spec("studio/errors.py:Errors"), split_spec("C:\\errors.py")
    (('studio/errors.py', 'Errors'), ('C:\\errors.py', ''))
    """
    path, colon, name = spec.rpartition(":")
    return (path, name) if colon and name.isidentifier() else (spec, "")


def lists_in_source(
    source: bytes, path: str, class_name: str = "", root: str | None = None
) -> list[CodeList]:
    r"""Return the code lists in one source, in order.

    An enum is a class that derives from one: from an enum of the standard library, Django or this
    package, of this source, or of a source below ``root`` that it imports from. ``class_name``
    selects one class, and then nothing is inferred: it is a code list whatever its base.

    Raises ``CatalogError`` for a source that cannot be read or has no codes, for what has to run to
    be known, and for what a ``Catalog`` would refuse.
    """
    try:
        return list(lists_in(Module(path, source, root, {}), class_name))
    except RecursionError as error:  # for example thousands of signs, or thousands of elif
        raise CatalogError(path, "something in it is nested too deeply") from error


def codes_in(
    source: bytes, path: str, class_name: str = "", root: str | None = None
) -> list[CodeLine]:
    r"""As ``lists_in_source``, but return the codes of all these lists.

    >>> source = b'class Status(CodeEnum):\n    OK = 200, "As asked"\n    def f(self): pass'
    >>> [(code.symbol, code.value, code.description) for code in codes_in(source, "status.py")]
    [('OK', 200, 'As asked')]
    """
    found = lists_in_source(source, path, class_name, root)
    return [code for each in found for code in each.codes]
