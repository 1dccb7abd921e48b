"""Reads the code list of a project from the source of its enums, without running it.

So it can read a module that does not import yet, or that is not trusted.
"""

from __future__ import annotations

import os

from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes
from .classes import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .line import CodeLine


def read_codes(specs: list[str], root: str) -> list[CodeLine]:
    """Return the codes of a project's sources, sorted by number.

    Each of ``specs`` is the path of a source relative to ``root``, followed by ``:Class`` to choose
    one class of several. Raises ``CatalogError`` for a source that cannot be read or has no codes,
    and for a duplicate number or symbolic name.
    """
    codes: list[CodeLine] = []
    for spec in specs:
        path, class_name = split_spec(spec)
        path = os.path.join(root, path)
        codes += codes_in(read_bytes(path), path, class_name, root)
    first: dict[int | str, CodeLine] = {}
    for code in codes:
        for key in (code.number, code.symbol):
            other = first.setdefault(key, code)
            if other is not code:
                where = f"line {other.line}"
                if other.path != code.path:
                    where = f"{os.path.relpath(other.path, root)}:{other.line}"
                raise CatalogError(code.path, f"{key} is already used in {where}", code.line)
    return sorted(codes, key=lambda code: code.number)


def split_spec(spec: str) -> tuple[str, str]:
    r"""Return the path and the class, or "", in an entry of ``codes``.

    >>> split_spec("studio/errors.py:Errors"), split_spec("C:\\errors.py")
    (('studio/errors.py', 'Errors'), ('C:\\errors.py', ''))
    """
    path, colon, name = spec.rpartition(":")
    return (path, name) if colon and name.isidentifier() else (spec, "")


def codes_in(
    source: bytes, path: str, class_name: str = "", root: str | None = None
) -> list[CodeLine]:
    r"""Return the codes of the enums in one source, in order.

    A code is a member ``NAME = number``, ``NAME = number, "description"`` or ``NAME = number,
    "description", "symbolic name"``. An enum is a class that derives from one: from an enum of the
    standard library or Django, of this source, or of a source below ``root`` that it imports from.
    Enums without numbers are ignored. ``class_name`` selects one class, whatever its base.

    Raises ``CatalogError`` for a source that cannot be read or has no codes.

    >>> source = b'class Status(IntEnum):\n    OK = 200, "As asked"\n    def f(self): pass'
    >>> codes_in(source, "status.py")
    [CodeLine(symbol='OK', number=200, description='As asked', path='status.py', line=2)]
    """
    try:
        return list(Module(path, source, root, {}).codes(class_name))
    except RecursionError as error:  # for example thousands of signs, or thousands of elif
        raise CatalogError(path, "something in it is nested too deeply") from error
