"""Scans the lines of a ``.po`` file into entries.

The grammar is that of GNU ``msgfmt``, except that a file must be UTF-8, with no NUL and only one
domain. Each fault is reported with its line.

Babel and polib are no substitute. Both accept a string that is not closed, and drop its last
character. Each fails on something that msgfmt accepts: Babel on ``#~|``, polib on ``#..``.
"""

from __future__ import annotations

import re

from .entry import Entry, Fault


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
_PLAIN = re.compile(
    r"((?:#(?![~|])[^\0\r\n]*\n)*)"
    r"msgid \"([^\"\\\0\r\n]+)\"\nmsgstr \"([^\"\\\0\r\n]*)\""
    r"(?:\n\n(?=msgid |msgctxt |#[^~])|\n?\Z)"
)
"""An entry as most are, with the blank line after which another begins: comments, msgid, msgstr."""

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
_WHOLE = ("msgstr", "msgstr[]")
_START = ("", *_WHOLE)
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
    """Reads the lines one by one, plain entries whole, and holds the state of the current entry.

    ``_keyword`` is the last keyword, or "" between two entries; ``_strings`` are the strings after
    it. ``_MAY_FOLLOW`` says which keyword can come next.
    """

    def __init__(self, text: str) -> None:
        self.entries: list[Entry] = []
        self.faults: list[Fault] = []
        self._text = text[text.startswith("\ufeff") :]
        self._place = 0  # where the next line begins
        self._number = 0
        self._before = self._current = ""  # the last two lines
        self._headers = 0
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
        while self._has_more:
            is_whole = self._keyword in _WHOLE and not self._open
            between = is_whole or not (self._keyword or self._entry.start)
            plain = _PLAIN.match(self._text, self._place) if between else None
            try:
                if plain:
                    self._read_plain(plain)
                else:
                    self._read_line(self._line())
            except _FaultError as fault:
                self._fail(str(fault))
        try:
            self._finish("the file ends")
        except _FaultError as fault:
            self._number = self._last
            self._fail(str(fault))

    def _read_plain(self, plain: re.Match[str]) -> None:
        """Read an entry as most are, in a fifth of the time that its lines would take."""
        self._finish("an entry")
        comments, msgid, msgstr = plain.groups()
        self._number += 1
        for line in comments.split("\n")[:-1]:
            self._comment(line)
            self._number += 1
        entry = self._entry
        entry.start = entry.start or self._number
        entry.line, entry.end = self._number, self._number + 1
        entry.msgid, entry.msgstr = msgid, msgstr
        self.entries.append(entry)
        self._begin()
        self._number += 2
        self._place = plain.end()

    @property
    def _has_more(self) -> bool:
        return self._place <= len(self._text)

    def _next_line(self) -> str:
        end = self._text.find("\n", self._place)  # no other character ends a line
        return self._text[self._place : end if end >= 0 else None]

    def _take(self) -> str:
        """Go on to the next line, and return it."""
        self._before, self._current = self._current, self._next_line()
        self._place += len(self._current) + 1
        self._number += 1
        return self._current

    def _line(self) -> str:
        """Return the next line, with those that a backslash at its end joins to it."""
        parts = [self._take().lstrip(" \t\r\f\v").rstrip("\r")]
        is_comment = parts[0].startswith("#") and not parts[0].startswith("#~")
        while parts[-1].endswith("\\") and not is_comment and self._has_more:
            parts[-1] = parts[-1][:-1]
            parts.append(self._take().rstrip("\r"))
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
        is_whole = self._keyword in _WHOLE and not self._open
        if is_whole and self._entry.end < line and not self._before.strip():
            self._finish(reason)  # the fault is in the next paragraph
        if self._current.startswith("<<<<<<< "):
            while self._has_more and not self._next_line().startswith(">>>>>>> "):
                self._take()
            reason = (
                f"a merge conflict, up to line {self._number + 1}: "
                "rv-i18n sync puts its two sides together"
            )
        while self._has_more and self._next_line().strip():
            self._take()
        symbol = self._entry.msgid or ("".join(self._strings) if self._keyword == "msgid" else "")
        self.faults.append(Fault(line, reason, symbol))
        self._begin()

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
        if self._keyword in _WHOLE and keyword != "msgstr[]":
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
