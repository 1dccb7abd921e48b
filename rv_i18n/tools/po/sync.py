"""``sync``: the template and every catalogue in line with the code list, in canonical form.

Nothing is guessed: a symbolic name that is new has no text, one that is gone is gone with its text.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING, NamedTuple

import polib

from ..._errors import CatalogError
from ..atomic import locked, remove_leftovers, write_files
from .extract import DOMAIN, code_list
from .pofile import is_plain, read_whole
from .tree import find_catalogues

if TYPE_CHECKING:
    from .extract import Code

_DATE = re.compile(r'^("POT-Creation-Date: ?)([^\\"]*)', re.MULTILINE)

_GENERATED_BY = re.compile(r'^"Generated-By: .*\n', re.MULTILINE)

_NOBODYS = "Project-Id-Version: PROJECT VERSION"
"""What ``pybabel extract`` writes where nobody told it the project."""

_TEMPLATE_HEADER = r"""# The error codes of the Renderbus API, for translation.
# This file is distributed under the same license as the rv-i18n project.
#
#, fuzzy
msgid ""
msgstr ""
"Project-Id-Version: rv-i18n 1\n"
"Report-Msgid-Bugs-To: https://github.com/renderbus/rv-i18n/issues\n"
"POT-Creation-Date: \n"
"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language-Team: LANGUAGE <LL@li.org>\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""


class Change(NamedTuple):
    """What ``sync`` made of one file: the symbolic names that came and went."""

    path: str
    written: bool
    added: list[str]
    removed: list[str]

    def __str__(self) -> str:
        if not self.written:
            return f"{self.path}: unchanged"
        changes = [
            f"{word} {', '.join(symbols)}"
            for word, symbols in (("added", self.added), ("removed", self.removed))
            if symbols
        ]
        return f"{self.path}: {'; '.join(changes) or 'brought in line'}"


def sync(localedir: str) -> list[Change]:
    """Write the template and bring every catalogue of ``localedir`` in line with the code list.

    Every file is read before any is written, and a file that would stay the same is not written.
    POT-Creation-Date moves on with the messages alone; the other header fields, the translators'
    comments and the flags stay as they are.

    Raises ``CatalogError`` for a file that cannot be read or holds what has no place in a
    catalogue; nothing has then changed. Raises ``OSError`` for one that cannot be written; each
    file is then what it was or what it should be.

    >>> sync("no/such/directory")
    Traceback (most recent call last):
    rv_i18n._errors.CatalogError: no/such/directory: not a directory
    """
    if not os.path.isdir(localedir):
        raise CatalogError(localedir, "not a directory")
    catalogues = [file.path for file in find_catalogues(localedir) if file.domain == DOMAIN]
    template_path = os.path.join(localedir, f"{DOMAIN}.pot")
    if not catalogues and not os.path.lexists(template_path):
        raise CatalogError(localedir, f"no template or catalogue of the domain {DOMAIN} in it")
    with locked(localedir):
        codes = code_list(localedir)
        template = _File(template_path, _TEMPLATE_HEADER)
        template.bring_in_line([_entry(code) for code in codes], _now())
        files = [template]
        for path in catalogues:
            catalogue = _File(path)
            catalogue.bring_in_line(catalogue.entries(codes), template.date)
            files.append(catalogue)
        # The template goes first: a run that finishes one that was killed finds the date in it.
        for file in files:
            remove_leftovers(file.path)
        write_files({file.path: file.content for file in files if file.changed})
    return [Change(file.path, file.changed, file.added, file.removed) for file in files]


class _File:
    """A template or catalogue: what stands in the file, and then what should."""

    def __init__(self, path: str, default: str = "") -> None:
        self.path = path
        self._exists = not default or os.path.lexists(path)
        self._found = read_whole(path, None if self._exists else default)
        if not self._found.header:
            raise CatalogError(
                path, "it has no header, the entry with an empty msgid, at its start"
            )
        self._before = _comments(self._found.entries)
        self._content = self._found.text
        self._header = self._found.header
        if default and _NOBODYS in self._header:
            date, generated_by = self.date, _GENERATED_BY.findall(self._header)
            header = _DATE.sub(lambda match: match[1] + date, default)
            self._header = "".join([header, *generated_by])
        self.added: list[str] = []
        self.removed: list[str] = []

    def entries(self, codes: list[Code]) -> list[polib.POEntry]:
        """The entries as they should be: one a code, its text as it is found."""
        symbols = {code.symbol for code in codes}
        found: dict[str, polib.POEntry] = {}
        for entry in self._found.entries:
            symbol = entry.msgid
            if symbol not in symbols:
                continue
            if not is_plain(entry):
                reason = "has a context or a plural, which no entry here has"
            elif symbol in found and found[symbol].msgstr != entry.msgstr:
                reason = f"is there twice, and on line {found[symbol].linenum} with another text"
            else:
                found[symbol] = entry
                continue
            raise CatalogError(self.path, f"line {entry.linenum}: {symbol} {reason}")
        return [_entry(code, found.get(code.symbol)) for code in codes]

    def bring_in_line(self, entries: list[polib.POEntry], date: str) -> None:
        """Let ``entries`` be what should stand in the file, since ``date`` if they are others."""
        after = _comments(entries)
        self.added = [symbol for symbol in after if symbol not in self._before]
        self.removed = [symbol for symbol in self._before if symbol not in after]
        if list(self._before.items()) != list(after.items()):
            self._header = _DATE.sub(lambda match: match[1] + date, self._header)
        self._content = "\n".join([self._header, *map(self._found.canonical_entry, entries)])

    @property
    def date(self) -> str:
        """The POT-Creation-Date of the header, or "" where it has none."""
        match = _DATE.search(self._header)
        return match[2] if match else ""

    @property
    def content(self) -> bytes:
        """What should stand in the file."""
        return self._content.encode()

    @property
    def changed(self) -> bool:
        """Whether that is something else than what stands there."""
        return not self._exists or self._content != self._found.text


def _entry(code: Code, found: polib.POEntry | None = None) -> polib.POEntry:
    """The entry for a code: with the text, comments and flags of the one found, or with no text."""
    entry = found or polib.POEntry(msgid=code.symbol)
    entry.comment = code.comment
    return entry


def _comments(entries: list[polib.POEntry]) -> dict[str, str]:
    return {entry.msgid: entry.comment for entry in entries}


def _now() -> str:
    return dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%d %H:%M+0000")
