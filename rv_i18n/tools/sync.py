"""``sync``: the template and every catalogue in line with the code list, in canonical form.

Nothing is guessed: a symbolic name that is new has no text, one that is gone is gone with its text.
"""

from __future__ import annotations

import datetime as dt
import os
import re
from typing import TYPE_CHECKING, NamedTuple

from rv_i18n.errors import CatalogError

from .atomic import locked, write_files
from .canonical import write_units
from .extract import DOMAIN, code_list
from .reading import normalized, read_text
from .tree import find_catalogues
from .units import Unit, escape, sound_units

if TYPE_CHECKING:
    from .extract import Code

_DATE = re.compile(r"(POT-Creation-Date: ?)([^\\]*)")

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

    >>> from rv_i18n.tools.tree import default_localedir
    >>> any(change.written for change in sync(default_localedir()))
    False
    """
    if not os.path.isdir(localedir):
        raise CatalogError(localedir, "not a directory")
    with locked(localedir):
        codes = code_list(localedir)
        template = _File(os.path.join(localedir, f"{DOMAIN}.pot"), _TEMPLATE_HEADER)
        template.bring_in_line([_entry(code) for code in codes], _now())
        files = [template]
        for path, _, domain in find_catalogues(localedir):
            if domain == DOMAIN:
                catalogue = _File(path)
                catalogue.bring_in_line(_entries(catalogue, codes), template.date)
                files.append(catalogue)
        # The template goes first: a run that finishes one that was killed finds the date in it.
        write_files({file.path: file.content for file in files if file.changed})
    return [Change(file.path, file.changed, file.added, file.removed) for file in files]


class _File:
    """A template or catalogue: what stands in the file, and then what should."""

    def __init__(self, path: str, default: str = "") -> None:
        self.path = path
        self._exists = not default or os.path.lexists(path)
        self._text = read_text(path) if self._exists else default
        units = sound_units(path, normalized(self._text))
        headers = [unit for unit in units if unit.is_header]
        if len(headers) != 1:
            raise CatalogError(path, "it needs one header, the entry with an empty msgid")
        self._header = headers[0]
        self.entries = [unit for unit in units if unit is not headers[0] and not unit.obsolete]
        self.added: list[str] = []
        self.removed: list[str] = []

    def bring_in_line(self, entries: list[Unit], date: str) -> None:
        """Let ``entries`` be what should stand in the file, since ``date`` if they are others."""
        before, after = _messages(self.entries), _messages(entries)
        self.entries = entries
        self.added = [symbol for symbol in after if symbol not in before]
        self.removed = [symbol for symbol in before if symbol not in after]
        if list(before.items()) != list(after.items()):
            text = "".join(self._header.strings["msgstr"])
            self._header.strings["msgstr"] = [_DATE.sub(lambda match: match[1] + date, text)]

    @property
    def date(self) -> str:
        """The POT-Creation-Date of the header, or "" where it has none."""
        match = _DATE.search("".join(self._header.strings["msgstr"]))
        return match[2] if match else ""

    @property
    def content(self) -> bytes:
        """What should stand in the file."""
        return write_units([self._header, *self.entries]).encode()

    @property
    def changed(self) -> bool:
        """Whether that is something else than what stands there."""
        return not self._exists or self.content != self._text.encode()


def _entries(catalogue: _File, codes: list[Code]) -> list[Unit]:
    """The entries of a catalogue as they should be: one a code, its text as it is found."""
    symbols = {code.symbol for code in codes}
    found: dict[str, Unit] = {}
    for unit in catalogue.entries:
        if unit.msgid not in symbols:
            continue
        if not unit.is_plain:
            reason = "has a context or a plural, which no entry here has"
        elif unit.msgid in found and found[unit.msgid].strings != unit.strings:
            reason = f"is there twice, and on line {found[unit.msgid].line} with another text"
        else:
            found[unit.msgid] = unit
            continue
        raise CatalogError(catalogue.path, f"line {unit.line}: {unit.msgid} {reason}")
    return [_entry(code, found.get(code.symbol)) for code in codes]


def _entry(code: Code, found: Unit | None = None) -> Unit:
    """The entry for a code: with the text, comments and flags of the one found, or with no text."""
    unit = Unit(0, 0)
    unit.extracted = code.comments
    unit.strings = {"msgid": [escape(code.symbol)], "msgstr": [""]}
    if found:
        unit.translator, unit.flags, unit.previous = found.translator, found.flags, found.previous
        unit.strings = found.strings
    return unit


def _messages(entries: list[Unit]) -> dict[str, list[str]]:
    return {unit.msgid: list(unit.extracted) for unit in entries}


def _now() -> str:
    return dt.datetime.now(dt.timezone.utc).strftime("%Y-%m-%d %H:%M+0000")
