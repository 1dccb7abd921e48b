"""Reads a ``.po`` file into units that keep the lines they were written with.

A reader that understands entries loses how they stood in the file. This one keeps the lines, so
that what nobody changed can be written back as it was, and says which lines are none of a ``.po``.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from rv_i18n.errors import CatalogError

if TYPE_CHECKING:
    from collections.abc import Sequence

_TEXT = r'"([^"\\\n]*(?:\\.[^"\\\n]*)*)"'

# The grammar is in the GNU gettext manual, "The Format of PO Files".
_KEYWORD = re.compile(rf"(msgctxt|msgid_plural|msgid|msgstr(?:\[[0-9]+\])?)(?:[ \t]*{_TEXT})?$")
_CONTINUATION = re.compile(f"{_TEXT}$")
_SHORT = r'"((?:[^"\\\x00-\x1f]{%d,35}|[ !#-\[\]-~]{36,70}))"\n'
_REGULAR = re.compile(
    r"(?:#\. \S(?:.*\S)?\n)*msgid " + _SHORT % 1 + "msgstr " + _SHORT % 0 + r"(?=\n|\Z)"
)
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_PLAIN = {"msgid", "msgstr"}
_ESCAPE = re.compile(r"\\([0-7]{1,3}|x[0-9a-fA-F]{1,2}|.)")
_NAMED = {"a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}
_ESCAPED = str.maketrans(
    {"\\": "\\\\", '"': '\\"', **{char: f"\\{name}" for name, char in _NAMED.items()}}
)


class Unit:
    """An entry of a ``.po`` file, with its comments and the text that it stands in.

    ``line`` is that of its ``msgid`` and ``first`` that of its first comment; ``blanks`` counts
    the empty lines before it. ``strings`` maps each keyword to the pieces between quotes that
    follow it, still escaped. Obsolete entries, and comments that belong to none, are
    ``obsolete`` and have no strings.
    """

    # There may be many units, so what most of them have alike is an attribute of the class.
    obsolete = False
    broken = False
    translator: Sequence[str] = ()
    flags: Sequence[str] = ()
    previous: Sequence[str] = ()
    _extracted: Sequence[str] | None = None
    _strings: dict[str, Sequence[str]] | None = None

    def __init__(self, first: int, blanks: int, source: str = "") -> None:
        self.first = self.line = first
        self.blanks = blanks
        self.source = source
        self.is_regular = bool(source)

    @property
    def extracted(self) -> Sequence[str]:
        """The comments that come from the template, without their marks."""
        if self._extracted is None:
            lines = self.source.split("\n") if self.is_regular else ()
            self._extracted = [line[3:] for line in lines if line.startswith("#. ")]
        return self._extracted

    @extracted.setter
    def extracted(self, comments: Sequence[str]) -> None:
        self._extracted = comments

    @property
    def strings(self) -> dict[str, Sequence[str]]:
        """The pieces between quotes by their keyword, still escaped."""
        if self._strings is None:
            match = _REGULAR.match(self.source) if self.is_regular else None
            self._strings = {"msgid": (match[1],), "msgstr": (match[2],)} if match else {}
        return self._strings

    @strings.setter
    def strings(self, strings: dict[str, Sequence[str]]) -> None:
        self._strings = strings

    @property
    def msgid(self) -> str:
        """The msgid, unescaped."""
        return unescape("".join(self.strings.get("msgid", ())))

    @property
    def is_header(self) -> bool:
        """Whether this is the entry for the empty msgid, whose text is the header."""
        if self.is_regular:
            return False
        return "msgid" in self.strings and "msgctxt" not in self.strings and not self.msgid

    @property
    def is_plain(self) -> bool:
        """Whether it is a msgid with a text: no context, no plural."""
        return self.is_regular or self.strings.keys() == _PLAIN


class BadLine(NamedTuple):
    """A line that is no part of a ``.po`` file, and why."""

    line: int
    reason: str


def read_units(text: str) -> tuple[list[Unit], list[BadLine]]:
    r"""The units of a ``.po`` file in their order, and the lines that cannot be read.

    A unit with such a line is left out, and reading goes on with the next.

    >>> units, errors = read_units('#. 1\nmsgid "A"\nmsgstr "x"\n\nmsgid "B"\nmsgstr "y\n')
    >>> [(unit.msgid, unit.line, unit.extracted) for unit in units]
    [('A', 2, ['1'])]
    >>> errors
    [BadLine(line=6, reason='a string that is not closed')]
    """
    reader = _Reader()
    position = 0
    while position < len(text):
        regular = _REGULAR.match(text, position)
        if regular and reader.is_between:
            reader.take_regular(regular)
            position = regular.end()
        else:
            end = text.find("\n", position) + 1 or len(text)
            reader.take(text[position:end])
            position = end
    reader.close()
    return [unit for unit in reader.units if not unit.broken], reader.errors


def sound_units(path: str, text: str) -> list[Unit]:
    r"""The units of the file at ``path`` with that text.

    Raises ``CatalogError`` for the first line that cannot be read.

    >>> sound_units("ja.po", 'msgid "A"\nmsgstr "x\n')
    Traceback (most recent call last):
    rv_i18n.errors.CatalogError: ja.po: line 2: a string that is not closed
    """
    units, bad_lines = read_units(text)
    for line, reason in bad_lines:
        raise CatalogError(path, f"line {line}: {reason}")
    return units


def escape(text: str) -> str:
    r"""``text`` as it stands between the quotes of a ``.po`` file.

    >>> print(escape('a "b"\t'))
    a \"b\"\t
    """
    return text.translate(_ESCAPED)


def unescape(text: str) -> str:
    r"""What stands between the quotes of a ``.po`` file as a text.

    >>> unescape(r'a \"b\"\x41\102')
    'a "b"AB'
    """
    return _ESCAPE.sub(_unescaped, text) if "\\" in text else text


def _unescaped(match: re.Match[str]) -> str:
    escaped = match[1]
    if escaped[0] in "01234567":
        return chr(int(escaped, 8))
    if escaped[0] == "x" and len(escaped) > 1:
        return chr(int(escaped[1:], 16))
    return _NAMED.get(escaped, escaped)


class _Reader:
    """Puts the lines of a file together to units."""

    def __init__(self) -> None:
        self.units: list[Unit] = []
        self.errors: list[BadLine] = []
        self._unit: Unit | None = None
        self._keyword = ""
        self._blanks = 0
        self._line = 0

    @property
    def is_between(self) -> bool:
        """Whether what comes next can be a unit of its own."""
        return self._unit is None or (self._blanks > 0 and "msgstr" in self._unit.strings)

    def take_regular(self, match: re.Match[str]) -> None:
        """Add a whole unit of the kind that nearly all are, which is quicker than by the line."""
        if self._unit:
            self.close()
        unit = Unit(self._line + 1, self._blanks, match[0])
        self._line += unit.source.count("\n")
        unit.line = self._line - 1
        self._blanks = 0
        self.units.append(unit)

    def take(self, line: str) -> None:
        """Add one line."""
        self._line += 1
        start = line.lstrip(" \t")[:1]
        if _CONTROL.search(line):
            self._break(self._open(line), self._line, "a control character that is not escaped")
        elif start in ("", "\n"):
            self._blanks += 1
        elif start == "#":
            self._comment(line)
        elif start == '"':
            self._continuation(line)
        elif start == "m":
            self._string(line)
        else:
            self._error(self._line, _reason(line))

    def close(self) -> None:
        """End the unit that is being read, if there is one."""
        unit, self._unit, self._keyword = self._unit, None, ""
        if unit is None:
            return
        if not unit.strings:
            unit.obsolete = True
        elif not unit.broken and "msgid" not in unit.strings:
            self._break(unit, unit.line, "a text without a msgid")
        elif not unit.broken and not any(key.startswith("msgstr") for key in unit.strings):
            self._break(unit, unit.line, "a msgid without a msgstr")
        elif not unit.broken and not all(unit.strings.values()):
            self._break(unit, unit.line, "a keyword without a string")
        self.units.append(unit)

    def _open(self, line: str) -> Unit:
        """The unit that the line goes on with, or a new one."""
        if self._unit is None:
            self._unit = Unit(self._line, self._blanks)
            self._blanks = 0
        self._unit.source += line
        return self._unit

    def _comment(self, line: str) -> None:
        unit = self._unit
        line_text = line.strip(" \t\n")
        if unit and (unit.strings or (unit.obsolete and not line_text.startswith("#~"))):
            self.close()
        unit = self._open(line)
        if line_text.startswith("#~"):
            unit.obsolete = True
        elif line_text.startswith("#."):
            unit.extracted = [*unit.extracted, line_text[2:].strip()]
        elif line_text.startswith("#,"):
            unit.flags = [*unit.flags, *_flags(line_text)]
        elif line_text.startswith("#|"):
            unit.previous = [*unit.previous, line_text]
        elif not line_text.startswith("#:"):  # where a message stands in the code is left out
            unit.translator = [*unit.translator, line.lstrip(" \t").rstrip("\n")]

    def _string(self, line: str) -> None:
        match = _KEYWORD.match(line.strip(" \t\n"))
        keyword = match[1] if match else ""
        strings = self._unit.strings if self._unit else {}
        starts = keyword == "msgctxt" or (keyword == "msgid" and strings.keys() != {"msgctxt"})
        if self._unit and (self._unit.obsolete or (starts and strings)):
            self.close()
        unit = self._open(line)
        if match is None:
            self._break(unit, self._line, _reason(line))
        elif keyword in unit.strings:
            self._break(unit, self._line, f"a second {keyword} in one entry")
        else:
            unit.strings[keyword] = () if match[2] is None else (match[2],)
            if keyword == "msgid" or "msgid" not in unit.strings:
                unit.line = self._line
        self._keyword = keyword

    def _continuation(self, line: str) -> None:
        match = _CONTINUATION.match(line.strip(" \t\n"))
        if not self._keyword or self._unit is None:
            self._error(self._line, "a string that belongs to no keyword")
        elif match is None:
            self._break(self._open(line), self._line, _reason(line))
        else:
            strings = self._open(line).strings
            strings[self._keyword] = (*strings[self._keyword], match[1])

    def _break(self, unit: Unit, line: int, reason: str) -> None:
        unit.broken = True
        self._error(line, reason)

    def _error(self, line: int, reason: str) -> None:
        self.errors.append(BadLine(line, reason))


def _flags(line: str) -> list[str]:
    return [flag for flag in map(str.strip, line[2:].split(",")) if flag]


def _reason(line: str) -> str:
    if '"' not in line or not line.lstrip().startswith(('"', "msgid", "msgstr", "msgctxt")):
        return "neither a keyword, a string nor a comment"
    return "a string that is not closed" if line.count('"') == 1 else "a stray quote or escape"
