"""A ``.po`` file and its canonical form, which is how GNU ``msgcat`` and Weblate write it.

Three things are kept as they are found, since each tool has a way of its own with them: the
header, the ``#:`` lines, and the lines that a text is broken into which is too long for one.

Babel and polib write otherwise: they break a text at all that Unicode takes for the end of a line,
U+2028 and a carriage return among it, and msgcat joins it again.
"""

from __future__ import annotations

from itertools import zip_longest

from rich.cells import cell_len

from ..._po import Entry, decode, header_fields, raise_first, read_bytes, scan

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

LONGEST = 70
"""Columns that a text may take: a dialog has room for them, and a line of a ``.po`` file."""

_ESCAPES = {
    ord(char): f"\\{letter}" for char, letter in zip('\\"\a\b\f\n\r\t\v', ("\\", '"', *"abfnrtv"))
}


class Header:
    r"""The header of a file, the entry with an empty msgid.

    ``text`` is how it is written, comments and all, and "" where there is none; ``fields`` is what
    it says, and ``flags`` are its flags.

    >>> file = PoFile("ja.po", 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n')
    >>> file.header.fields, file.header.line("Language"), file.header.line("No-Such-Field")
    ({'Language': 'ja'}, 3, 1)
    """

    def __init__(self, entry: Entry | None, lines: list[str]) -> None:
        self.fields = header_fields(entry) if entry else {}
        self.flags = entry.flags if entry else []
        self._first = entry.start if entry else 1
        self._msgid = entry.line if entry else 1
        self._lines = lines[entry.start - 1 : entry.end] if entry else []
        self.text = "".join(f"{line}\n" for line in self._lines if line.strip())

    def line(self, field: str = "") -> int:
        """The line of a field, or that of the msgid where there is no such field."""
        for number, line in enumerate(self._lines, self._first):
            if field and line.lstrip().startswith(f'"{field}:'):
                return number
        return self._msgid


class PoFile:
    r"""A template or catalogue: its ``header``, its ``entries``, its ``obsolete`` ones.

    An entry with one of the ``faults`` is left out. ``text`` is the file as it is.

    >>> file = PoFile("ja.po", '#. 1\nmsgid "A"\nmsgstr "a"\n\nmsgid "B"\nmsgstr "b\n')
    >>> [entry.msgid for entry in file.entries], file.faults[0].line
    (['A'], 6)
    """

    def __init__(self, path: str, text: str) -> None:
        self.path = path
        self.text = text
        entries, self.faults = scan(text)
        self._lines = text[text.startswith("\ufeff") :].replace("\r\n", "\n").split("\n")
        header = next((entry for entry in entries if entry.is_header), None)
        self.header = Header(header, self._lines)
        self.obsolete = [entry for entry in entries if entry.obsolete]
        self.entries = [entry for entry in entries if not (entry.obsolete or entry is header)]

    def canonical(self, entries: list[Entry]) -> str:
        """The file in canonical form, with ``entries`` in place of its own."""
        written = [self.canonical_entry(entry) for entry in (*entries, *self.obsolete)]
        return "\n".join([*filter(None, [self.header.text]), *written])

    def canonical_entry(self, entry: Entry) -> str:
        """An entry in canonical form; a long text in the lines that it has in this file."""
        comments, strings = written(entry)
        if entry.end > entry.line and (_is_long(entry.msgid) or _is_long(entry.msgstr)):
            found = "".join(f"{line}\n" for line in self._lines[entry.line - 1 : entry.end])
            if entry.msgctxt is None and _joined(found) == _joined(strings):
                strings = found
        return comments + strings

    def deviations(self) -> Iterator[tuple[int, str]]:
        """Where the file is not in canonical form: lines, and symbolic names or "" for the file."""
        if self.text != "\n".join(self._lines):
            yield 1, ""
        canonical = self.canonical(self.entries)
        if canonical.split("\n") == self._lines:
            return
        found = False
        for entry in self.entries:
            lines = self._lines[entry.start - 1 : entry.end]
            if lines != self.canonical_entry(entry).split("\n")[:-1]:
                found = True
                yield entry.line, entry.msgid
        if not (found or self.faults or self.obsolete):
            pairs = zip_longest(canonical.split("\n"), self._lines)
            yield next(number for number, (one, other) in enumerate(pairs, 1) if one != other), ""


def read_pofile(path: str) -> PoFile:
    """The file at ``path``; raises ``CatalogError`` for one that is not UTF-8 or not regular."""
    return PoFile(path, decode(path, read_bytes(path)))


def read_sound(path: str) -> PoFile:
    """The file at ``path``; raises ``CatalogError`` for one that cannot be read or has a fault."""
    file = read_pofile(path)
    raise_first(path, file.faults)
    return file


def written(entry: Entry) -> tuple[str, str]:
    r"""The comments and the strings of an entry, each text in one line or as line feeds break it.

    >>> entry = Entry("FAIL")
    >>> entry.comments, entry.msgstr = ["100"], "two\nlines"
    >>> print("".join(written(entry)), end="")
    #. 100
    msgid "FAIL"
    msgstr ""
    "two\n"
    "lines"
    """
    comments = [
        *(f"# {note}" if note else "#" for note in entry.notes),
        *(f"#. {comment}" if comment else "#." for comment in entry.comments),
        *(f"#: {reference}" for reference in entry.references),
        *([f"#, {', '.join(entry.flags)}"] if entry.flags else []),
    ]
    mark = "#~ " if entry.obsolete else ""
    previous = "#~| " if entry.obsolete else "#| "
    for keyword in ("msgctxt", "msgid", "msgid_plural"):
        if keyword in entry.previous:
            comments += _string(previous, keyword, entry.previous[keyword])
    strings: list[str] = []
    if entry.msgctxt is not None:
        strings += _string(mark, "msgctxt", entry.msgctxt)
    strings += _string(mark, "msgid", entry.msgid)
    if entry.msgid_plural is None:
        strings += _string(mark, "msgstr", entry.msgstr)
    else:
        strings += _string(mark, "msgid_plural", entry.msgid_plural)
        for number, text in enumerate(entry.msgstr_plural):
            strings += _string(mark, f"msgstr[{number}]", text)
    return "".join(f"{line}\n" for line in comments), "".join(f"{line}\n" for line in strings)


def _string(mark: str, keyword: str, text: str) -> Iterator[str]:
    """The lines of a string; a line feed that is not at the end breaks it."""
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    if not lines[-1]:
        del lines[-1]
    if len(lines) > 1:
        lines.insert(0, "")
    start = f"{mark}{keyword} "
    for line in lines or [""]:
        yield f'{start}"{line.translate(_ESCAPES)}"'
        start = mark


def _is_long(text: str) -> bool:
    """Whether a text takes more columns of a terminal than fit beside its keyword.

    >>> _is_long("x" * 70), _is_long("認" * 36)
    (False, True)
    """
    return 2 * len(text) > LONGEST and cell_len(text) > LONGEST


def _joined(strings: str) -> str:
    """Strings with each in one line."""
    return strings.replace('"\n"', "")
