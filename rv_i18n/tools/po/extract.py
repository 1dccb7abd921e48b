"""Extracts a code list for translators: symbolic names and further texts, in order, with comments.

``babel.cfg`` names ``extract_codes`` as the extraction method for the sources of a code list.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping
from typing import IO

from ..codes.line import in_order
from ..codes.read import codes_in
from ..project import find_project
from .further import with_further
from .layout import source_entries


def extract_codes(
    fileobj: IO[bytes],
    keywords: Mapping[str, object],
    comment_tags: Collection[str],
    options: Mapping[str, object],
) -> Iterator[tuple[int, str | None, str | tuple[str, str], list[str]]]:
    r"""Yield the line, key and comments of each code and its further texts, numbers first.

    This is a Babel extraction method; Babel's manual, "Writing Extraction Methods", explains the
    four elements. ``fileobj`` is the source. Babel also passes the keywords, comment tags and
    options of its command, which are not used. The project's table says which classes of the
    source count, and its source catalogue says which further texts and which plurals there are.
    Raises ``CatalogError`` for a source that cannot be read or has no codes.

    >>> from io import BytesIO
    >>> source = b'class Code(CodeEnum):\n    LATER = 2, "Two", "LA TER"\n    FIRST = 1, "One"'
    >>> list(extract_codes(BytesIO(source), {}, (), {}))
    [(3, None, 'FIRST', ['1', 'One']), (2, None, 'LA TER', ['2', 'Two'])]
    """
    path = getattr(fileobj, "name", None)
    project = find_project(os.path.dirname(path)) if isinstance(path, str) else None
    if project:
        codes = project.codes_in(str(path), fileobj.read())
        found = {entry.msgid: entry.msgid_plural for entry in source_entries(project)}
    else:
        codes, found = codes_in(fileobj.read(), str(path or "the source")), {}
    for code in in_order(codes):
        own = with_further({code.symbol: code.comment.split("\n")}, found)
        for key, comments in own.items():
            if found.get(key) is None:
                yield code.line, None, key, comments
            else:
                yield code.line, "ngettext", (key, key), comments
