"""The code list as translators get it: symbolic names in the order of the numbers, with comments.

``babel.cfg`` names ``extract_codes`` as the extraction method for the sources of a code list.
"""

from __future__ import annotations

import os

from ..codelist import codes_in
from ..project import find_project

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping
    from typing import IO


def extract_codes(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[tuple[int, None, str, list[str]]]:
    r"""A Babel extraction method: each code's line, symbolic name and comments, by the number.

    Which classes of a source are meant is what the project's table says of it. Babel passes the
    keywords, comment tags and options of its command; none of them matters to a code list. What the
    four elements mean is in Babel's manual, "Writing Extraction Methods". Raises ``CatalogError``
    for a source that cannot be read, or has no code.

    >>> from io import BytesIO
    >>> source = b'class Code(IntEnum):\n    LATER = 2, "Two", "LA TER"\n    FIRST = 1, "One"'
    >>> list(extract_codes(BytesIO(source), {}, (), {}))
    [(3, None, 'FIRST', ['1', 'One']), (2, None, 'LA TER', ['2', 'Two'])]
    """
    path = getattr(fileobj, "name", None)
    project = find_project(os.path.dirname(path) or ".") if isinstance(path, str) else None
    if project:
        codes = project.codes_in(str(path), fileobj.read())
    else:
        codes = codes_in(fileobj.read(), str(path or "the source"))
    for code in sorted(codes, key=lambda code: code.number):
        yield code.line, None, code.symbol, code.comment.split("\n")
