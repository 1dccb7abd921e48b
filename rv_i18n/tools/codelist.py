"""The code list of a project: what the enums of its sources have, which are read and never run.

So a list can be read whose module does not import yet, or comes from a stranger.
"""

from __future__ import annotations

import os

from .._errors import CatalogError
from .._po import read_bytes
from .classes import Module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .codeline import CodeLine


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
        codes += codes_in(read_bytes(path), path, class_name, root)
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
        return list(Module(path, source, root, {}).codes(class_name))
    except RecursionError as error:  # an expression of thousands of signs, an if of as many elif
        raise CatalogError(path, "something in it is nested too deep") from error
