"""A ``.po`` file as polib reads it, and as GNU ``msgcat`` and Weblate write it.

polib reads the entries, and writes each as those two do. What it does otherwise is kept as it is
found: the header, whose fields it puts in an order of its own, and the lines that a text is broken
into which is too long for one.
"""

from __future__ import annotations

import re
from itertools import groupby, zip_longest
from typing import TYPE_CHECKING, NamedTuple

import polib
from rich.cells import cell_len

from ..._errors import CatalogError
from .reading import read_text

if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 70
"""Columns that a text may take: a dialog has room for them, and a line of a ``.po`` file."""

# polib passes over some faults in silence: a string that is not closed it takes for another, and it
# puts keywords together whatever is missing between them. What has such a fault it is not shown.
_CONTROL = r"\x00-\x08\x0b-\x1f\x7f"
_STRING = rf'"[^"\\\n{_CONTROL}]*(?:\\[nrtvbf"\\][^"\\\n{_CONTROL}]*)*"[ \t]*\n'
_COMMENT = rf"\#[^\n{_CONTROL}]*"
_KEYWORD = r"msg(?:ctxt|id|id_plural|str|str\[[0-9]\])[ \t]+"
_FAULT = re.compile(
    rf"""^(?:
    # a line that is no comment, not blank, and no string with or without a keyword
    (?![ \t]*(?:{_COMMENT}\n|\n|(?:{_KEYWORD})?{_STRING}))
        (?:(?P<control>.*[{_CONTROL}].*\n)|(?P<line>.*\n))
    # a keyword that another has to follow, and what follows is a comment, a blank line or the end
    |(?P<msgid>[ \t]*msg(?:ctxt|id|id_plural)[ \t]+(?:[ \t]*{_STRING})+)(?=[ \t]*(?:\#|\n|\Z))
    # a msgid of empty strings
    |(?P<header>[ \t]*msgid[ \t]+(?:[ \t]*""[ \t]*\n)+)(?![ \t]*")
    # after a comment, what has to follow a msgid; in an obsolete entry after any other comment
    |[ \t]*\#(?:~.*\n[ \t\n]*|(?!~).*\n[ \t\n]*(?:\#~[ \t]*)?)(?P<msgstr>msgstr|msgid_plural|")
    )""",
    re.MULTILINE | re.VERBOSE,
)
_REASONS = {
    "control": "a control character that is not escaped",
    "line": "neither a comment nor a keyword with a well-formed string",
    "msgid": "a msgid without a msgstr",
    "header": "an empty msgid, which the header alone has",
    "msgstr": "a text without a msgid",
}
_POLIB_ERROR = re.compile(r"\(line ([0-9]+)\)(?:: (.*))?")
_HEADER = re.compile(
    rf'(?:[ \t]*(?:{_COMMENT})?\n)*msgid[ \t]+""[ \t]*\nmsgstr[ \t]+(?:{_STRING})+'
)
_MSGID = re.compile(r'^[ \t]*msgid[ \t]+"([^"\\\n]+)"?', re.MULTILINE)
_BLANK_LINE = re.compile(r"^[ \t]*\n", re.MULTILINE)
_UNSPACED_MARK = re.compile(r"^([ \t]*#[.,:|~]?)(?=[^\s.,:|~#])", re.MULTILINE)
_EMPTY_COMMENT = re.compile(r"^# $", re.MULTILINE)
_END = '\n\nmsgid "the end"\nmsgstr ""\n'


class BadLine(NamedTuple):
    """A line that is no part of a ``.po`` file, why, and the symbolic name beside it, if any."""

    line: int
    reason: str
    symbol: str = ""


class PoFile:
    r"""A template or catalogue.

    ``entries`` are polib's, without the ``obsolete`` ones and the header, and without the places
    in the code that they come from; the ``linenum`` of each is the line of its msgid. ``header``
    is the text of the header with the comments before it, "" where the file does not begin with
    one, ``fields`` is what it says and ``flags`` are its flags. A paragraph with one of the
    ``bad_lines`` is left out of all these. ``text`` is the file as it is, and ``clean`` that with
    line feeds alone and no byte-order mark.

    Where ``text`` is passed the file is not read, else it raises what ``read_text`` does.

    >>> file = PoFile("ja.po", 'msgid ""\nmsgstr "Language: ja\\n"\n\n#. 1\nmsgid "A"\nmsgstr "x\n')
    >>> file.fields, file.entries, file.bad_lines[0].line
    ({'Language': 'ja'}, [], 6)
    """

    def __init__(self, path: str, text: str | None = None) -> None:
        self.path = path
        self.text = read_text(path) if text is None else text
        self.clean = self.text.lstrip("\ufeff").replace("\r\n", "\n")
        self.bad_lines: list[BadLine] = []
        source = f"{self.clean}\n"
        self._lines = source.split("\n")
        match = _HEADER.match(source)
        self._header_length = match[0].count("\n") if match else 0
        self.header = _BLANK_LINE.sub("", match[0]) if match else ""
        po = self._read(source, match.end() if match else 0)
        self.fields: dict[str, str] = dict(po.metadata)
        self.flags: list[str] = list(po.metadata_is_fuzzy or ())  # a list, whatever its name
        self.obsolete: list[polib.POEntry] = po.obsolete_entries()
        self.entries: list[polib.POEntry] = [entry for entry in po if not entry.obsolete]
        for entry in self.entries:
            entry.occurrences = []
            line = entry.linenum or 1
            while not self._lines[line - 1].lstrip().startswith("msgid"):
                line += 1
            entry.linenum = line

    def field_line(self, field: str) -> int:
        """The line of a header field; of the header's msgid, or the file, where it is not there."""
        header = self._lines[: self._header_length]
        for start in (f'"{field}:', "msgid"):
            for number, line in enumerate(header, 1):
                if line.startswith(start):
                    return number
        return 1

    def canonical_entry(self, entry: polib.POEntry) -> str:
        """An entry in canonical form; a long text in the lines that it has in this file."""
        written: str = entry.__unicode__(wrapwidth=0)
        if entry.tcomment:
            written = _EMPTY_COMMENT.sub("#", written)
        if (
            entry.linenum
            and self._is_broken(entry)
            and (is_long(entry.msgid) or is_long(entry.msgstr))
        ):
            comments, strings = _parted(written)
            _, found = _parted(self._source(entry))
            if _joined(found) == _joined(strings):
                return comments + found
        return written

    def deviations(self) -> Iterator[tuple[int, str]]:
        """Where the file is not in canonical form: lines, and symbolic names or "" for the file."""
        written = [self.canonical_entry(entry) for entry in self.entries]
        canonical = "\n".join([*filter(None, [self.header]), *written])
        if canonical == self.clean:
            return
        found = [
            (entry.linenum, entry.msgid)
            for entry, text in zip(self.entries, written)
            if self._source(entry) != text
        ]
        yield from found
        if not (found or self.obsolete or self.bad_lines):
            pairs = zip_longest(canonical.split("\n"), self.clean.split("\n"))
            yield next(number for number, (one, other) in enumerate(pairs, 1) if one != other), ""

    def _read(self, source: str, start: int) -> polib.POFile:
        """What polib reads, without the paragraphs that it would stumble over."""
        lines = _UNSPACED_MARK.sub(r"\1 ", source).split("\n")
        line, before = 1, 0
        for fault in _FAULT.finditer(source, start):
            kind = str(fault.lastgroup)
            line += source.count("\n", before, fault.start(kind))
            before = fault.start(kind)
            self._leave_out(lines, line, _REASONS[kind])
        try:
            return _read_by_polib(lines)
        except OSError:
            for line, reason, _ in list(_stumbles(lines, _paragraphs(lines))):
                self._leave_out(lines, line, reason)
            return _read_by_polib(lines)

    def _leave_out(self, lines: list[str], line: int, reason: str) -> None:
        """Empty the paragraph that a line stands in, and note what is wrong with the line."""
        first = end = line - 1
        while first and lines[first - 1].strip():
            first -= 1
        while lines[end].strip():
            end += 1
        match = _MSGID.search("\n".join(lines[first:end]))
        self.bad_lines.append(BadLine(line, reason, match[1] if match else ""))
        lines[first:end] = [""] * (end - first)

    def _is_broken(self, entry: polib.POEntry) -> bool:
        """Whether the msgid or text stands in several lines of this file."""
        after = entry.linenum
        return any(line.startswith('"') for line in self._lines[after : after + 2])

    def _source(self, entry: polib.POEntry) -> str:
        """The lines that an entry stands in, with its comments."""
        first, end = entry.linenum - 1, entry.linenum
        while first and self._lines[first - 1].startswith(("#", "msgctxt")):
            first -= 1
        while self._lines[end].startswith(('"', "msgstr", "msgid_plural")):
            end += 1
        return "\n".join([*self._lines[first:end], ""])


def read_whole(path: str, text: str | None = None) -> PoFile:
    """The file, or the text that stands for it; raises ``CatalogError`` for one with a bad line."""
    file = PoFile(path, text)
    for line, reason, _ in sorted(file.bad_lines):
        raise CatalogError(path, f"line {line}: {reason}")
    return file


def is_plain(entry: polib.POEntry) -> bool:
    """Whether it is a symbolic name and a text: no context, no plural."""
    return not (entry.msgctxt is not None or entry.msgid_plural or entry.msgstr_plural)


def is_long(text: str) -> bool:
    """Whether a text takes more columns of a terminal than fit beside its keyword.

    >>> is_long("x" * 70), is_long("認" * 36)
    (False, True)
    """
    return 2 * len(text) > LONGEST and cell_len(text) > LONGEST


class _Text(str):
    """A text that polib reads as it does a file, where line feeds alone end a line."""

    __slots__ = ()

    def splitlines(self, keepends: bool = False) -> list[str]:
        return self.split("\n")


def _read_by_polib(lines: list[str]) -> polib.POFile:
    # Before comments at the end of a file polib drops an entry, so another entry goes there.
    file = polib.pofile(_Text("\n".join(lines) + _END), encoding="utf-8")
    file.pop()
    return file


def _paragraphs(lines: list[str]) -> list[tuple[int, int]]:
    """The runs of lines that are not blank: where each begins, and where it has ended."""
    runs = groupby(enumerate(lines), key=lambda numbered: bool(numbered[1].strip()))
    numbers = [[number for number, _ in run] for filled, run in runs if filled]
    return [(run[0], run[-1] + 1) for run in numbers]


def _stumbles(lines: list[str], paragraphs: list[tuple[int, int]]) -> Iterator[BadLine]:
    """The line of each paragraph that polib stops at; it stops at the first of a whole file."""
    start, end = paragraphs[0][0], paragraphs[-1][1]
    try:
        _read_by_polib(lines[start:end])
    except OSError as error:
        half = len(paragraphs) // 2
        if half:
            yield from _stumbles(lines, paragraphs[:half])
            yield from _stumbles(lines, paragraphs[half:])
            return
        found = _POLIB_ERROR.search(str(error))
        line, reason = (int(found[1]), found[2]) if found else (1, str(error))
        # Where a paragraph ends too soon, it stops after it.
        yield BadLine(min(start + line, end), reason or "a line out of its place")


def _parted(entry: str) -> tuple[str, str]:
    """The comments of an entry, and the rest of it."""
    comments, keyword, rest = re.split(r"^(msg)", entry, maxsplit=1, flags=re.MULTILINE)
    return comments, keyword + rest


def _joined(strings: str) -> str:
    """Strings with each in one line."""
    return strings.replace('"\n"', "")
