"""The one reader of ``.po`` files, for look-ups in a source tree, the build, and every tool.

The grammar is that of GNU ``msgfmt``, except that a file must be UTF-8, with no NUL and only one
domain. Each fault is reported with its line, and a file with a fault is never used. Only the
standard library is needed.

Babel and polib are no substitute. Both accept a string that is not closed, and drop its last
character. Each fails on something that msgfmt accepts: Babel on ``#~|``, polib on ``#..``.
"""

from __future__ import annotations

import re

from .errors import CatalogError


class Entry:
    """An entry of a ``.po`` file; the attributes have gettext's names.

    ``comments`` are the extracted comments (``#.``), ``notes`` the translator's (``#``), and
    ``references`` the ``#:`` lines as written. ``previous`` maps the keywords of ``#|`` lines to
    their strings. ``line`` is the line of the msgid; the entry with its comments takes the lines
    from ``start`` to ``end``, inclusive.
    """

    __slots__ = (
        "comments", "end", "flags", "line", "msgctxt", "msgid", "msgid_plural", "msgstr",
        "msgstr_plural", "notes", "obsolete", "previous", "references", "start",
    )  # fmt: skip

    def __init__(self, msgid: str = "") -> None:
        self.start = self.line = self.end = 0
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []
        self.previous: dict[str, str] = {}
        self.obsolete = False
        self.msgctxt: str | None = None
        self.msgid = msgid
        self.msgid_plural: str | None = None
        self.msgstr = ""
        self.msgstr_plural: list[str] = []

    @property
    def is_header(self) -> bool:
        """Whether it is the file's header, which has an empty msgid."""
        return not self.msgid and self.msgctxt is None and not self.obsolete

    @property
    def is_plain(self) -> bool:
        """Whether it has only a msgid and a msgstr: no context, no plural."""
        return self.msgctxt is None and self.msgid_plural is None

    @property
    def is_fuzzy(self) -> bool:
        """Whether it is marked as needing review."""
        return "fuzzy" in self.flags

    @property
    def is_shown(self) -> bool:
        """Whether readers see its text."""
        sound = self.is_plain and not (self.obsolete or self.is_fuzzy or self.is_header)
        return sound and self.msgstr != ""


class Fault:
    """A fault in a file: the line, the reason, and the symbolic name there or ""."""

    __slots__ = ("line", "reason", "symbol")

    def __init__(self, line: int, reason: str, symbol: str) -> None:
        self.line = line
        self.reason = reason
        self.symbol = symbol


def read_texts(path: str, data: bytes) -> dict[str, str]:
    r"""Return the texts that readers see, by msgid; of a duplicate, the first.

    ``data``, if given, is parsed instead of the file at ``path``. Raises ``CatalogError`` if the
    file cannot be read or has a fault.

    >>> read_texts("ja.po", b'#, fuzzy\nmsgid "A"\nmsgstr "x"\n\nmsgid "B"\nmsgstr "y"\n')
    {'B': 'y'}
    >>> read_texts("ja.po", b'msgid "FAIL"\nmsgstr "x\n')
    Traceback (most recent call last):
    rv_i18n.CatalogError: ja.po:2: a string is not closed
    """
    texts: dict[str, str] = {}
    for entry in read_entries(path, data):
        if entry.is_shown:
            texts.setdefault(entry.msgid, entry.msgstr)
    return texts


def read_entries(path: str, data: bytes) -> list[Entry]:
    """Return all entries, with the header and the obsolete ones; otherwise as ``read_texts``."""
    entries, faults = scan(decode(path, data))
    raise_first(path, faults)
    return entries


def raise_first(path: str, faults: list[Fault]) -> None:
    """Raise the first of a file's faults as a ``CatalogError``, if it has any."""
    if faults:
        fault = min(faults, key=lambda fault: fault.line)
        raise CatalogError(path, fault.reason, fault.line)


def decode(path: str, data: bytes) -> str:
    """Return the text of a file; raise ``CatalogError`` if it is, or claims to be, not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(path, "not UTF-8", line) from error
    match = _CHARSET.search(text)
    if match and match[1].lower() not in _UTF_8 and not data.isascii():
        line = text.count("\n", 0, match.start()) + 1
        raise CatalogError(path, f"its charset is {match[1]}, but only UTF-8 is read", line)
    return text


_CHARSET = re.compile(r'^[ \t]*"Content-Type:[^"\n;]*;[ \t]*charset=([^\s";\\]+)', re.MULTILINE)
_UTF_8 = ("utf-8", "utf8", "us-ascii", "ascii", "charset")  # the last is xgettext's placeholder


def header_fields(header: Entry) -> dict[str, str]:
    r"""Return the fields of a header, in order.

    >>> [header], _ = scan('msgid ""\nmsgstr "Language: ja\\n"\n')
    >>> header_fields(header)
    {'Language': 'ja'}
    """
    pairs = (line.partition(":") for line in header.msgstr.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}


def scan(text: str) -> tuple[list[Entry], list[Fault]]:
    r"""Return the entries of a file, and its faults; a faulty entry is left out.

    After a fault the scanner resumes after the next blank line, and after a merge conflict at the
    first blank line after its end.

    >>> entries, faults = scan('msgid "A"\n\nmsgid "B"\nmsgstr "b"\n\n#, fuzzy\nmsgid "C\n')
    >>> [entry.msgid for entry in entries], [(fault.line, fault.reason) for fault in faults]
    ([], [(3, 'msgid where msgstr has to follow'), (7, 'a string is not closed')])
    """
    scanner = _Scanner(text)
    scanner.run()
    return scanner.entries, scanner.faults


_TOKEN = re.compile(
    r"""[ \t\r\f\v]*(?:
    (?P<word>[A-Za-z_][A-Za-z0-9_]*)
    |"(?P<string>[^"\\]*(?:\\.[^"\\]*)*)"
    |\[[ \t\r\f\v]*(?P<index>[0-9]{1,9})[ \t\r\f\v]*\]
    |(?P<comment>\#.*)
    |(?P<end>\Z))""",
    re.VERBOSE,
)
_ESCAPE = re.compile(r"(?:\\(?:[0-7]{1,3}|x[0-9A-Fa-f]+))+|\\(.)")
_BYTE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]+))")
_ESCAPES = {
    "n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "a": "\a", '"': '"',
    "\\": "\\",
}  # fmt: skip

# The ways that a non-comment line can start: the mark of its keywords, and whether it is obsolete.
_STARTS = {"#~|": ("|", True), "#~": ("", True), "#|": ("|", False), "": ("", False)}

_FLAGS = ("#,", "#=", "#!")
"""The marks of flags. gettext 0.26 has brought ``#=``; every tool still writes ``#,``."""

# For each keyword, the keywords that may precede it; "" is the start of a file or an entry. The
# keywords of a previous msgid (#|) are marked with a "|".
_START = ("", "msgstr", "msgstr[]")
_MAY_FOLLOW = {
    "|msgctxt": _START,
    "|msgid": (*_START, "|msgctxt"),
    "|msgid_plural": ("|msgid",),
    "msgctxt": (*_START, "|msgid", "|msgid_plural"),
    "msgid": (*_START, "|msgid", "|msgid_plural", "msgctxt"),
    "msgid_plural": ("msgid",),
    "msgstr": ("msgid",),
    "msgstr[]": ("msgid_plural", "msgstr[]"),
}
_NEEDED = {
    "msgctxt": "msgid", "msgid": "msgstr", "msgid_plural": "msgstr[0]", "|msgctxt": "#| msgid",
    "|msgid": "msgid", "|msgid_plural": "msgid",
}  # fmt: skip


class _FaultError(Exception):
    """A fault in the current line."""


class _Scanner:
    """Reads lines one by one, and holds the state of the current entry.

    ``_keyword`` is the last keyword, or "" between two entries; ``_strings`` are the strings after
    it. ``_MAY_FOLLOW`` says which keyword can come next.
    """

    def __init__(self, text: str) -> None:
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self._lines = text[text.startswith("\ufeff") :].split("\n")  # no other character ends one
        self._headers = 0
        self._number = 0
        self._last = 0  # the line of the last keyword or string
        self._mark, self._obsolete = "", False  # of the current line
        self._begin()

    def _begin(self) -> None:
        self._entry = Entry()
        self._keyword = ""
        self._strings: list[str] = []
        self._open = False  # whether the keyword waits for its first string

    def run(self) -> None:
        """Read all lines."""
        while self._number < len(self._lines):
            line = self._line()
            try:
                self._read_line(line)
            except _FaultError as fault:
                self._fail(str(fault))
        try:
            self._finish("the file ends")
        except _FaultError as fault:
            self._number = self._last
            self._fail(str(fault))

    def _line(self) -> str:
        """Return the next line, with those that a backslash at its end joins to it."""
        parts = [self._next_line().lstrip(" \t\r\f\v").rstrip("\r")]
        self._number += 1
        is_comment = parts[0].startswith("#") and not parts[0].startswith("#~")
        while parts[-1].endswith("\\") and not is_comment and self._number < len(self._lines):
            parts[-1] = parts[-1][:-1]
            parts.append(self._next_line().rstrip("\r"))
            self._number += 1
        return "".join(parts)

    def _read_line(self, line: str) -> None:
        if "\0" in line:
            raise _FaultError("a NUL character, which is not allowed")
        start = next(start for start in _STARTS if line.startswith(start))
        self._mark, self._obsolete = _STARTS[start]
        self._tokens(line[len(start) :])

    def _fail(self, reason: str) -> None:
        """Record a fault, and skip the rest of the paragraph or conflict that it is in."""
        line = self._number
        is_whole = self._keyword in ("msgstr", "msgstr[]") and not self._open
        if is_whole and self._entry.end < line and not self._lines[line - 2].strip():
            self._finish(reason)  # the fault is in the next paragraph
        if self._lines[line - 1].startswith("<<<<<<< "):
            while self._number < len(self._lines) and not self._next_line().startswith(">>>>>>> "):
                self._number += 1
            reason = (
                f"a merge conflict, up to line {self._number + 1}: keep one side or both, "
                "delete the marks, then run rv-i18n sync"
            )
        while self._number < len(self._lines) and self._next_line().strip():
            self._number += 1
        symbol = self._entry.msgid or ("".join(self._strings) if self._keyword == "msgid" else "")
        self.faults.append(Fault(line, reason, symbol))
        self._begin()

    def _next_line(self) -> str:
        return self._lines[self._number]

    def _comment(self, line: str) -> None:
        self._finish("a comment")
        entry = self._entry
        entry.start = entry.start or self._number
        if line.startswith("#."):
            entry.comments.append(line[2:].strip())
        elif line.startswith("#:"):
            entry.references.append(line[2:].strip())
        elif line.startswith(_FLAGS):
            entry.flags += _flags(line[2:])
        else:
            entry.notes.append(line[1:].removeprefix(" "))

    def _tokens(self, line: str) -> None:
        """Read the tokens of a line, after its start."""
        place = 0
        while True:
            token = _TOKEN.match(line, place)
            if token is None:
                is_open = line[place:].lstrip().startswith('"')
                raise _FaultError("a string is not closed" if is_open else _unknown(line))
            place = token.end()
            kind = token.lastgroup
            if kind == "end":
                return
            if kind == "word":
                self._word(token["word"])
            elif kind == "index":
                self._index(int(token["index"]))
            elif kind == "comment":
                self._comment(token["comment"])
            else:
                self._string(token["string"])

    def _word(self, word: str) -> None:
        keyword = self._mark + word
        if keyword not in _MAY_FOLLOW:
            raise _FaultError(_unknown(word))
        if self._open:
            raise _FaultError(f"{keyword} where a string has to follow {self._keyword}")
        if keyword == "msgstr" and self._keyword in ("msgid_plural", "msgstr[]"):
            keyword = "msgstr[]"
        if self._keyword not in _MAY_FOLLOW[keyword]:
            needed = _NEEDED.get(self._keyword)
            where = f"{needed} has to follow" if needed else "there is no msgid before"
            raise _FaultError(f"{keyword} where {where}")
        if self._keyword in ("msgstr", "msgstr[]") and keyword != "msgstr[]":
            self._finish(keyword)
        entry = self._entry
        if not self._keyword:
            entry.obsolete = self._obsolete
            entry.start = entry.start or self._number
        self._check_obsolete()
        self._store()
        if keyword == "msgid":
            entry.line = self._number
        self._keyword, self._strings, self._open = keyword, [], True
        self._last = self._number

    def _index(self, index: int) -> None:
        """Read the number of a plural form, which must follow ``msgstr``."""
        if self._keyword != "msgstr[]" or not self._open or self._strings == [""]:
            raise _FaultError("[ ] where a string has to follow")
        if index != len(self._entry.msgstr_plural):
            raise _FaultError(f"msgstr[{index}] where msgstr[{len(self._entry.msgstr_plural)}] is")
        self._strings = [""]

    def _string(self, string: str) -> None:
        if not self._keyword or self._keyword.startswith("|") != bool(self._mark):
            raise _FaultError("a string without a keyword before it")
        self._check_obsolete()
        if self._keyword == "msgstr[]" and not self._strings:
            raise _FaultError("msgstr without the number of its plural form")
        self._strings.append(_ESCAPE.sub(_unescaped, string) if "\\" in string else string)
        self._open = False
        self._entry.end = self._last = self._number

    def _check_obsolete(self) -> None:
        if self._entry.obsolete != self._obsolete:
            raise _FaultError("#~ before some lines of an entry and not before others")

    def _store(self) -> None:
        """Store the last strings in the entry."""
        entry, text, keyword = self._entry, "".join(self._strings), self._keyword
        if keyword.startswith("|"):
            entry.previous[keyword[1:]] = text
        elif keyword == "msgstr[]":
            entry.msgstr_plural.append(text)
        elif keyword:
            setattr(entry, keyword, text)

    def _finish(self, what: str) -> None:
        """End the entry before ``what``."""
        if self._open:
            raise _FaultError(f"{what} where a string has to follow {self._keyword}")
        if self._keyword not in _START:
            raise _FaultError(f"{what} where {_NEEDED[self._keyword]} has to follow")
        if self._keyword:
            self._store()
            if self._entry.is_header:
                self._headers += 1
            if self._entry.is_header and self._headers > 1:
                reason = "an empty msgid, which only the header can have"
                self.faults.append(Fault(self._entry.line, reason, ""))
            else:
                self.entries.append(self._entry)
            self._begin()


def _flags(text: str) -> list[str]:
    """Return the flags of a line; like msgfmt's, they need no comma between them.

    A value keeps its spaces (``range: 0..5``), and what is not gettext's own is left whole.

    >>> _flags(' fuzzy c-format, range: 0..5, placeholders:"a b", max-length:70')
    ['fuzzy', 'c-format', 'range: 0..5', 'placeholders:"a b"', 'max-length:70']
    """
    found: list[str] = []
    for part in filter(None, map(str.strip, text.split(","))):
        found += [part] if ":" in part or '"' in part else part.split()
    return found


def _unescaped(match: re.Match[str]) -> str:
    """Return the text for an escape; octal and hexadecimal numbers are bytes of UTF-8."""
    if match[1]:
        if match[1] not in _ESCAPES:
            raise _FaultError(f"\\{match[1]} is not an escape")
        return _ESCAPES[match[1]]
    data = bytes(
        (int(octal, 8) if octal else int(digits, 16)) & 0xFF
        for octal, digits in _BYTE.findall(match[0])
    )
    try:
        text = data.decode()
    except UnicodeDecodeError:
        text = "\0"
    if "\0" in text:
        raise _FaultError(f"{match[0][:40]} is not a character in UTF-8")
    return text


def _unknown(text: str) -> str:
    if text == "domain":
        return "a line with domain: the file's name gives the domain"
    return f"{text[:40]!r} is neither a comment nor a keyword with a string"
