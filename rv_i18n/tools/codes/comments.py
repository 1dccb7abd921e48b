"""Finds the ``#:`` comments of a source, by which documentation tools know what a line is about."""

from __future__ import annotations

import io
import tokenize

MARK = "#:"


def doc_comments(source: bytes) -> dict[int, tuple[str, bool]]:
    r"""Return each comment by its line, and whether it has the line to itself.

    >>> doc_comments(b"#: When\nA = 1  #: or so\nB = 2  # not this\n")
    {1: ('When', True), 2: ('or so', False)}
    """
    if MARK.encode() not in source:
        return {}
    return {
        token.start[0]: (
            token.string[len(MARK) :].strip(),
            not token.line[: token.start[1]].strip(),
        )
        for token in tokenize.tokenize(io.BytesIO(source).readline)
        if token.type == tokenize.COMMENT and token.string.startswith(MARK)
    }


def comment_of(comments: dict[int, tuple[str, bool]], first: int, last: int) -> str:
    """Return the comment above the lines of a statement, or else at their end, or ""."""
    above: list[str] = []
    line = first - 1
    while line in comments and comments[line][1]:
        above.insert(0, comments[line][0])
        line -= 1
    return " ".join(above) or comments.get(last, ("", False))[0]
