"""Extracts a code list for translators: symbolic names and further texts, in order, with comments.

``babel.cfg`` names ``extract_codes`` as the extraction method for the sources of a code list.
"""

from __future__ import annotations

import os

from ..codes.line import in_order
from ..codes.read import codes_in
from ..project import find_project
from .further import further_keys, with_further

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
    r"""Yield the line, key and comments of each code and its further texts, numbers first.

    This is a Babel extraction method; Babel's manual, "Writing Extraction Methods", explains the
    four elements. ``fileobj`` is the source. Babel also passes the keywords, comment tags and
    options of its command, which are not used. The project's table says which classes of the
    source count, and its source catalogue says which further texts there are. Raises
    ``CatalogError`` for a source that cannot be read or has no codes.

    >>> from io import BytesIO
    >>> source = b'class Code(CodeEnum):\n    LATER = 2, "Two", "LA TER"\n    FIRST = 1, "One"'
    >>> list(extract_codes(BytesIO(source), {}, (), {}))
    [(3, None, 'FIRST', ['1', 'One']), (2, None, 'LA TER', ['2', 'Two'])]
    """
    path = getattr(fileobj, "name", None)
    project = find_project(os.path.dirname(path)) if isinstance(path, str) else None
    if project:
        codes = project.codes_in(str(path), fileobj.read())
        further = further_keys(project)
    else:
        codes, further = codes_in(fileobj.read(), str(path or "the source")), set()
    for code in in_order(codes):
        own = with_further({code.symbol: code.comment.split("\n")}, further)
        for key, comments in own.items():
            yield code.line, None, key, comments
