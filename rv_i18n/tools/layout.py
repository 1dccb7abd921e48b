"""Where a long text of a ``.po`` file is broken into lines.

GNU gettext breaks at the last place before column 78 where Unicode's line breaking (UAX 14) allows
it. translate-toolkit, and so Weblate, has rules of its own, which put some breaks elsewhere: around
punctuation, inside Korean words, and where a text has 71 to 77 columns. Both leave alone what they
did not edit, the toolkit always and GNU where it would break alike; so a text that is newly broken
is broken as GNU does, and either way is left as it is found.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTH = 77
"""Columns between the quotes of a line: 79 with them."""

_SHORT = 35
"""Characters that fit beside any keyword, however wide each of them is."""

_PORTION = re.compile(r"(?:[^\\]|\\[^n])*(?:\\n|$)")
# A word, and with it the next where older versions of UAX 14 let no line end at its quotes.
_WORD = re.compile(r"(?:\S*[\"'«»“”‘’]\S*\s+)?\S+\s*|\s+")
_OPEN_ESCAPE = re.compile(r"(?<!\\)(?:\\\\)*\\$")


def columns(text: str) -> int:
    r"""The columns of a terminal that a text takes: East Asian wide characters take two.

    By UAX 11, as GNU gettext counts them; combining marks and format characters take none.

    >>> columns("API 応答"), columns("re\u0301")
    (8, 2)
    """
    if text.isascii():
        return len(text)
    return sum(map(_width, text))


def lay_out(keyword: str, pieces: Sequence[str]) -> Sequence[str]:
    r"""The pieces that a text is written in after its keyword: as found, where that is one way.

    ``pieces`` are escaped, as they stand between quotes. What comes back joins to the same text.

    >>> lay_out("msgstr", ["", "short"])
    ['short']
    >>> lay_out("msgstr", ["one\\ntwo"])
    ['', 'one\\n', 'two']
    """
    if len(pieces) == 1 and len(pieces[0]) <= _SHORT and "\\n" not in pieces[0]:
        return pieces
    return pieces if _acceptable(keyword, pieces) else broken(keyword, "".join(pieces))


def broken(keyword: str, text: str) -> list[str]:
    """The pieces that GNU gettext writes for an escaped text: the first is empty if it is long.

    >>> broken("msgstr", "word " * 16 + "end")[1:]
    ['word word word word word word word word word word word word word word word ', 'word end']
    """
    portions = _portions(text)
    if len(portions) < 2 and _fits(keyword, text):
        return [text]
    pieces = [piece for portion in portions for piece in _filled(portion)]
    # A text with no place for a break stands beside its keyword, however long it is.
    return pieces if len(portions) == 1 and len(_break_units(text)) == 1 else ["", *pieces]


def _acceptable(keyword: str, pieces: Sequence[str]) -> bool:
    """Whether a text is broken in one of the ways that GNU gettext or the toolkit may write."""
    portions = _portions("".join(pieces))
    if len(pieces) == 1:
        # The toolkit lets a text begin beside the keyword for a few columns longer.
        return len(portions) < 2 and (
            _fits(keyword, pieces[0]) or (len(pieces[0]) <= 71 and columns(pieces[0]) <= WIDTH)
        )
    lines = pieces[1:]
    if pieces[0] or not all(lines) or (len(portions) == 1 and _fits(keyword, portions[0])):
        return False
    if any(len(_portions(line)) > 1 for line in lines):
        return False
    return all(columns(line) <= WIDTH or not re.search(r"\s\S", line) for line in lines) and all(
        line.endswith("\\n") or columns(line) + columns(_WORD.findall(after)[0]) > WIDTH
        for line, after in zip(lines, lines[1:])
    )


def _fits(keyword: str, text: str) -> bool:
    return columns(text) + len(keyword) + 1 <= WIDTH


def _portions(text: str) -> list[str]:
    r"""The text cut after each ``\n``."""
    return [portion for portion in _PORTION.findall(text) if portion]


def _filled(portion: str) -> list[str]:
    """The lines of a portion, each as full as can be."""
    lines: list[str] = []
    line = ""
    for unit in _break_units(portion):
        if line and columns(line) + columns(unit) > WIDTH:
            lines.append(line)
            line = ""
        line += unit
    return [*lines, line]


def _break_units(text: str) -> list[str]:
    """The text cut where a line may end (UAX 14), but never inside an escape sequence."""
    from uniseg.linebreak import line_break_units  # needed for the rare long text alone

    units: list[str] = []
    for unit in line_break_units(text):
        if units and (_OPEN_ESCAPE.search(units[-1]) or unit == "\\n"):
            units[-1] += unit
        else:
            units.append(unit)
    return units


def _width(char: str) -> int:
    if unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1
