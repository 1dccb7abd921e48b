"""Represents a ``.po`` file, and writes it in the form of GNU ``msgcat`` and Weblate.

Three things are kept as they are found, because each tool treats them differently: the header, the
``#:`` lines, and the line breaks of a text that is too long for one line.

Babel and polib write another form: they break a text at everything that Unicode counts as a line
end, such as U+2028 and a carriage return, and msgcat joins it again.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property
from itertools import zip_longest

from ..._engine.entry import Entry, header_fields
from ..._engine.files import read_bytes
from ..._engine.po import decode, raise_first
from ..._engine.scanner import scan
from ..width import columns
from .plurals import count_of

LONGEST = 70
"""The most columns of a text: it must fit in a dialog, and in a line of a ``.po`` file."""

_ESCAPES = {
    ord(char): f"\\{letter}" for char, letter in zip('\\"\a\b\f\n\r\t\v', ("\\", '"', *"abfnrtv"))
}


class Header:
    r"""The header of a file: the entry with an empty msgid.

    ``text`` is the header as it is written, with its comments, or "" if there is none. ``fields``
    maps the names of its fields to their values, and ``flags`` lists its flags.

    >>> file = PoFile('msgid ""\nmsgstr ""\n"Language: ja\\n"\n')
    >>> file.header.fields, file.header.line("Language"), file.header.line("No-Such-Field")
    ({'Language': 'ja'}, 3, 1)
    """

    def __init__(self, entry: Entry | None, text: str) -> None:
        self.fields = header_fields(entry.msgstr) if entry else {}
        self.flags = entry.flags if entry else []
        self._first = entry.start if entry else 1
        self._msgid = entry.line if entry else 1
        self._lines = _lines(text, entry.end)[entry.start - 1 : entry.end] if entry else []
        self.text = "".join(f"{line.rstrip()}\n" for line in self._lines if line.strip())

    def line(self, field: str = "") -> int:
        """Return the line number of a field, or that of the msgid if there is no such field."""
        for number, line in enumerate(self._lines, self._first):
            if field and line.lstrip().startswith(f'"{field}:'):
                return number
        return self._msgid


class PoFile:
    r"""A template or catalogue: its ``header``, its ``entries`` and its ``obsolete`` entries.

    A faulty entry is left out; ``faults`` lists the faults. ``text`` is the text of the file.

    >>> file = PoFile('#. 1\nmsgid "A"\nmsgstr "a"\n\nmsgid "B"\nmsgstr "b\n')
    >>> [entry.msgid for entry in file.entries], file.faults[0].line
    (['A'], 6)
    """

    def __init__(self, text: str) -> None:
        self.text = self._read = text  # a conflict is read without its marks
        entries, self.faults = scan(text)
        header = next((entry for entry in entries if entry.is_header), None)
        self.header = Header(header, text)
        self.obsolete = [entry for entry in entries if entry.obsolete]
        self.entries = [entry for entry in entries if not (entry.obsolete or entry is header)]

    @cached_property
    def _lines(self) -> list[str]:
        return _lines(self._read)

    @property
    def rule(self) -> str:
        """The file's Plural-Forms, or "" if it has none."""
        return self.header.fields.get("Plural-Forms", "")

    def is_complete(self, entry: Entry) -> bool:
        """Whether an entry of the file has a text, or all the forms of the file's language."""
        needed = 1 if entry.msgid_plural is None else count_of(self.rule)
        return len(entry.texts) >= needed and all(entry.texts)

    def canonical(self, entries: list[Entry]) -> str:
        """Return the file in canonical form, with ``entries`` instead of its own."""
        written = [self.canonical_entry(entry) for entry in (*entries, *self.obsolete)]
        return "\n".join([*filter(None, [self.header.text]), *written])

    def canonical_entry(self, entry: Entry) -> str:
        """Return an entry in canonical form; a long text keeps its line breaks."""
        comments, strings = written(entry)
        if entry.end > entry.line + 1 and any(map(_is_long, [entry.msgid, *entry.texts])):
            found = "".join(f"{line}\n" for line in self._lines[entry.line - 1 : entry.end])
            if entry.msgctxt is None and _joined(found) == _joined(strings):
                strings = found
        return comments + strings

    def deviations(self) -> Iterator[tuple[int, str]]:
        """Yield where the file is not canonical: the line, and the symbolic name or ""."""
        canonical = self.canonical(self.entries)
        if canonical == self.text:
            return
        if self.text != "\n".join(self._lines):
            yield 1, ""
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
    """Read the file at ``path``; raise ``CatalogError`` if it is not UTF-8 or not regular."""
    return PoFile(decode(path, read_bytes(path)))


def read_sound(path: str) -> PoFile:
    """Read the file at ``path``; raise ``CatalogError`` if that fails or it has a fault."""
    file = read_pofile(path)
    raise_first(path, file.faults)
    return file


def written(entry: Entry) -> tuple[str, str]:
    r"""Return the comments and the strings of an entry; a text breaks only at line feeds.

    >>> entry = Entry("FAIL")
    >>> entry.comments, entry.msgstr = ["100"], "two\nlines"
    >>> print("".join(written(entry)), end="")
    #. 100
    msgid "FAIL"
    msgstr ""
    "two\n"
    "lines"
    """
    comments = [f"# {note}".rstrip() for note in entry.notes]
    comments += [f"#. {comment}" if comment else "#." for comment in entry.comments]
    comments += [f"#: {reference}" for reference in entry.references if reference]
    comments += [f"#, {', '.join(entry.flags)}"] if entry.flags else []
    mark = "#~ " if entry.obsolete else ""
    previous = "#~| " if entry.obsolete else "#| "
    for keyword in ("msgctxt", "msgid", "msgid_plural") if entry.previous else ():
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
    return "\n".join([*comments, ""]), "\n".join([*strings, ""])


def _string(mark: str, keyword: str, text: str) -> list[str]:
    """Return the lines of a string; it breaks after each line feed."""
    if "\n" not in text:
        return [f'{mark}{keyword} "{_escaped(text)}"']
    lines = [f"{line}\n" for line in text.split("\n")]
    lines[-1] = lines[-1][:-1]
    if not lines[-1]:
        del lines[-1]
    if len(lines) > 1:
        lines.insert(0, "")
    first, *rest = (f'{mark}"{_escaped(line)}"' for line in lines)
    return [f"{mark}{keyword} {first[len(mark) :]}", *rest]


def _escaped(text: str) -> str:
    # Few texts have anything to escape, and to look at each character takes long.
    is_plain = text.isprintable() and '"' not in text and "\\" not in text
    return text if is_plain else text.translate(_ESCAPES)


def _lines(text: str, most: int = -1) -> list[str]:
    """Return the lines of a file, or the first ones and the rest."""
    lines = text[text.startswith("\ufeff") :].split("\n", most)
    return [line.rstrip("\r") for line in lines]  # CR CR LF is seen too


def _is_long(text: str) -> bool:
    """Whether a text takes more columns than fit on a line beside its keyword.

    >>> _is_long("x" * 70), _is_long("認" * 36)
    (False, True)
    """
    return 2 * len(text) > LONGEST and columns(text) > LONGEST


def _joined(strings: str) -> str:
    """Return the lines with each string joined into one."""
    return strings.replace('"\n"', "")
