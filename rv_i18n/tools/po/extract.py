"""The code list as translators get it: symbolic names in the order of the numbers, with comments.

``babel.cfg`` names ``extract_codes`` as the extraction method for the code list. The source is read
and never run, so a list that does not import yet can be extracted all the same.
"""

from __future__ import annotations

import ast
import os
from typing import IO, TYPE_CHECKING, NamedTuple

from ..._errors import CatalogError
from ...codes import ErrorCode
from .pofile import read_whole

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

DOMAIN = "rv_i18n"
"""The gettext domain whose entries are the code list of the package."""


class Code(NamedTuple):
    """One line of a code list."""

    symbol: str
    number: int
    description: str
    line: int = 0

    @property
    def comment(self) -> str:
        """What a translator is told: the number, and in a line of its own when it is sent."""
        return f"{self.number}\n{self.description}".rstrip("\n")


def extract_codes(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[tuple[int, None, str, list[str]]]:
    r"""A Babel extraction method: each code's line, symbolic name and comments, by the number.

    Babel passes the keywords, comment tags and options of its command; none of them matters to a
    code list. What the four elements mean is in Babel's manual, "Writing Extraction Methods".
    Raises ``SyntaxError`` for a source that is no Python.

    >>> from io import BytesIO
    >>> source = b'class Code(IntEnum):\n    LATER = 2, "Two", "LA TER"\n    FIRST = 1, "One"'
    >>> list(extract_codes(BytesIO(source), {}, (), {}))
    [(3, None, 'FIRST', ['1', 'One']), (2, None, 'LA TER', ['2', 'Two'])]
    """
    for code in parse_codes(fileobj.read()):
        yield code.line, None, code.symbol, code.comment.split("\n")


def parse_codes(source: bytes | str) -> list[Code]:
    r"""The codes of every enum in a Python source, by the number.

    A code is a member ``NAME = number``, ``NAME = number, "description"`` or ``NAME = number,
    "description", "symbolic name"`` of a class that has a base whose name ends in ``Enum``; what
    else stands in such a class is passed over. Raises ``SyntaxError``.

    >>> parse_codes('class Status(enum.IntEnum):\n    OK = 200\n    def f(self): pass')
    [Code(symbol='OK', number=200, description='', line=2)]
    """
    codes = [
        code
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.ClassDef)
        and any(_name(base).endswith("Enum") for base in node.bases)
        for statement in node.body
        for code in _codes(statement)
    ]
    return sorted(codes, key=lambda code: code.number)


def code_list(localedir: str) -> list[Code]:
    """The code list that the catalogues of ``localedir`` are for, by the number.

    In a source tree that is ``rv_i18n/codes.py`` beside the directory, whichever copy of the
    package is running, else the list of this one. Raises ``CatalogError`` for a source that cannot
    be read, and for one that has a number or a symbolic name twice.

    >>> code_list("no/such/directory")[0].description
    'The request failed, and the server gives no more specific reason'
    """
    path = os.path.join(os.path.dirname(os.path.abspath(localedir)), "rv_i18n", "codes.py")
    if not os.path.isfile(path):
        own = (Code(code.symbol, code.value, code.description) for code in ErrorCode)
        return sorted(own, key=lambda code: code.number)
    try:
        with open(path, "rb") as source:
            codes = parse_codes(source.read())
    except OSError as error:
        raise CatalogError(path, error.strerror or str(error)) from error
    except (SyntaxError, ValueError) as error:  # ValueError: a NUL byte, before Python 3.12
        raise CatalogError(path, str(error)) from error
    lines: dict[int | str, int] = {}
    for code in codes:
        for key in (code.number, code.symbol):
            if lines.setdefault(key, code.line) != code.line:
                reason = f"{key} is there twice, on lines {lines[key]} and {code.line}"
                raise CatalogError(path, reason)
    return codes


def expected_comments(localedir: str, templates: Mapping[str, str]) -> dict[str, dict[str, str]]:
    r"""By domain, the symbolic names that a catalogue should have, in order, with their comments.

    For the package's own domain that is the code list, for another its template; ``templates``
    maps domains to paths. Raises ``CatalogError`` for a file that cannot be read.

    >>> expected_comments("locales", {})["rv_i18n"]["NEED_REDIRECT"]
    '301\nThe caller, a browser or a program, has to go on to another URL'
    """
    expected = {DOMAIN: {code.symbol: code.comment for code in code_list(localedir)}}
    for domain, path in templates.items():
        if domain != DOMAIN:
            expected[domain] = {entry.msgid: entry.comment for entry in read_whole(path).entries}
    return expected


def _codes(statement: ast.stmt) -> Iterator[Code]:
    if not isinstance(statement, ast.Assign):
        return
    try:
        value = ast.literal_eval(statement.value)
    except (ValueError, TypeError):  # no literal, or one such as {[]: 1}
        return
    parts = value if isinstance(value, tuple) else (value,)
    number, description, symbol = (*parts, "", "", "")[:3]
    for target in statement.targets:
        name = _name(target)
        if type(number) is int and name and not name.startswith("_"):
            yield Code(symbol or name, number, description, statement.lineno)


def _name(node: ast.expr) -> str:
    """The last part of a name such as ``enum.IntEnum``, or "" for another expression."""
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
