"""Reads a catalogue that git left with the marks of a conflict, and puts its sides together.

An entry that only one side has is kept. Where both sides have one, what only one of them changed is
taken from that side. The common ancestor, which says who changed what, comes from git's index, or
from the marks if git was told to write it there (``merge.conflictStyle = diff3``). Without it, what
is empty on one side is taken from the other.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Mapping
from copy import copy

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..._engine.po import decode, raise_first
from ..._engine.quote import cut
from .pofile import PoFile, read_pofile
from .sides import chosen, merged_header, merged_list

Key = tuple[bool, "str | None", str]

_BEGIN = re.compile(r"^<{7}(?: |\r?$)", re.MULTILINE)
_MARK = re.compile(r"([<|=>])\1{6}(?: (.*))?")
_MAY_FOLLOW = {"": "<", "<": "|=", "|": "=", "=": ">"}
"""Which mark may follow which; "" is the text around the conflicts."""

_NO_BARE = ("-c", "safe.bareRepository=explicit")

_MOST_NAMED = 20
"""The most places that an error lists."""


class ConflictError(Exception):
    """Two sides of a conflict have written texts of their own for an entry.

    ``places`` are such entries, each with its path and line, and with the beginnings of both texts.
    The text of the error lists the first of many.
    """

    def __init__(self, places: list[str]) -> None:
        self.places = places

    def __str__(self) -> str:
        more = len(self.places) - _MOST_NAMED
        counted = [f"and {more} more conflicts"] if more > 0 else []
        return "\n".join([*self.places[:_MOST_NAMED], *counted])


def read_merged(path: str, renames: Mapping[str, str] | None = None) -> PoFile:
    """Read a file as ``read_sound`` does; of one with a conflict, return both sides as one file.

    Its ``text`` is the text that was found. ``renames`` maps old symbolic names to new ones: their
    entries count as one.

    Raises ``CatalogError`` if the file cannot be read, and for marks or a side that are not
    complete, and ``ConflictError`` for texts that both sides have written differently.
    """
    file = read_pofile(path)
    if not _BEGIN.search(file.text):
        raise_first(path, file.faults)
        return file
    ours, base, theirs = _sides(path, file.text.replace("\r\n", "\n"))
    for side in (ours, theirs):
        side.check(path)
    merged = PoFile(_merged(path, ours, _ancestor(path, base), theirs, renames or {}))
    merged.text = file.text
    return merged


class _Side:
    """One side of the conflicts in a file: its lines, and their numbers in the file.

    The lines around the conflicts, which both sides share, are not its own.
    """

    def __init__(self, label: str) -> None:
        self.label = label
        self.lines: list[str] = []
        self._numbers: list[int] = []
        self._owned: list[bool] = []

    def add(self, number: int, line: str, *, own: bool) -> None:
        """Add a line."""
        self.lines.append(line)
        self._numbers.append(number)
        self._owned.append(own)

    def check(self, path: str) -> None:
        """Make ``file`` of the lines; raise ``CatalogError`` if it has a fault."""
        self.file = PoFile("\n".join(self.lines))
        for fault in self.file.faults[:1]:
            reason = f"{fault.reason}, in {self.label} of a merge conflict"
            raise CatalogError(path, reason, self.line(fault.line))

    def line(self, number: int) -> int:
        """Return the number in the file of a line of this side."""
        return self._numbers[number - 1]

    def owns(self, entry: Entry) -> bool:
        """Whether some of an entry's lines are in a conflict."""
        return any(self._owned[entry.start - 1 : entry.end])


def _sides(path: str, text: str) -> tuple[_Side, _Side | None, _Side]:
    """Split a file into our side, that of the ancestor if the marks have it, and theirs."""
    sides = {"<": _Side("our side"), "|": _Side(""), "=": _Side("their side")}
    now, number, has_ancestor = "", 0, True
    for number, line in enumerate(text.split("\n"), 1):
        mark = _MARK.fullmatch(line)
        if mark is None:
            for side in [sides[now]] if now else sides.values():
                side.add(number, line, own=now != "")
            continue
        if mark[1] not in _MAY_FOLLOW[now]:
            raise CatalogError(path, f"{cut(line)} where no such mark of a conflict can be", number)
        has_ancestor = has_ancestor and (now, mark[1]) != ("<", "=")
        now = "" if mark[1] == ">" else mark[1]
        if mark[2] and mark[1] in "<>":
            sides["<" if mark[1] == "<" else "="].label = cut(mark[2])
    if now:
        raise CatalogError(path, "a merge conflict that does not end", number)
    return sides["<"], sides["|"] if has_ancestor else None, sides["="]


def _ancestor(path: str, marked: _Side | None) -> PoFile:
    """Return the common ancestor; an unknown one, or one with a fault, counts as empty."""
    text = _text_in_index(path)
    if text is None:
        text = "\n".join(marked.lines) if marked else ""
    file = PoFile(text)
    return PoFile("") if file.faults else file


def _text_in_index(path: str) -> str | None:
    """Return the ancestor's text, which git keeps until ``git add`` ends the conflict.

    A stranger's commit can make the directory a bare repository, with settings of its own and an
    object that is missing: git would run their command to fetch it. So it takes no such repository,
    and, as versions before 2.38 still do, fetches nothing.
    """
    directory, name = os.path.split(os.path.realpath(path))
    git = shutil.which("git")
    if git is None:
        return None
    done = subprocess.run(  # noqa: S603 - a fixed command, and a path that git takes for a path
        [git, *_NO_BARE, "-C", directory, "cat-file", "blob", f":1:./{name}"],
        env={**os.environ, "GIT_ALLOW_PROTOCOL": ""},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        check=False,
    )
    return None if done.returncode else decode(path, done.stdout).replace("\r\n", "\n")


def _merged(path: str, ours: _Side, base: PoFile, theirs: _Side, renames: Mapping[str, str]) -> str:
    """Return the text of both sides as one file."""
    mine, others = (_by_key(path, side, renames) for side in (ours, theirs))
    ancestors = {_key(entry, renames): entry for entry in (*base.entries, *base.obsolete)}
    parts = [merged_header(ours.file.header, base.header, theirs.file.header)]
    differing: list[str] = []
    for key in {**mine, **others}:
        one, ancestor, other = mine.get(key), ancestors.get(key), others.get(key)
        if one and other:
            of = _with_the_text(one, ancestor or Entry(), other)
            if of is None:
                said = f"{cut(one.msgid)} is {_quoted(one, ours)} and {_quoted(other, theirs)}"
                differing.append(str(CatalogError(path, said, ours.line(one.line))))
                continue
            entry = _one(of, one, ancestor or Entry(), other, renames)
        else:
            of = entry = one or other or Entry()
            if ancestor and _text(entry) == _text(ancestor):
                continue  # what one side left as it was, the other has removed
        parts.append((ours if of is one else theirs).file.canonical_entry(entry))
    if differing:
        raise ConflictError(differing)
    return "\n".join(filter(None, parts))


def _by_key(path: str, side: _Side, renames: Mapping[str, str]) -> dict[Key, Entry]:
    """Return the entries of a side, one for each name.

    Of several it is one with a text, and rather one in a conflict: where the other side moved an
    entry, git has put it among the lines that both share, too.
    """
    entries: dict[Key, Entry] = {}
    for entry in (*side.file.entries, *side.file.obsolete):
        other = entries.setdefault(_key(entry, renames), entry)
        ranks = [(_has_text(each), side.owns(each)) for each in (entry, other)]
        if ranks[0] > ranks[1]:
            entries[_key(entry, renames)] = entry
        elif ranks[0] == ranks[1] and _text(entry) != _text(other):
            reason = f"{cut(entry.msgid)} has a different text from {cut(other.msgid)}, "
            reason += f"line {side.line(other.line)}"
            raise CatalogError(path, reason, side.line(entry.line))
    return entries


def _key(entry: Entry, renames: Mapping[str, str]) -> Key:
    return entry.obsolete, entry.msgctxt, renames.get(entry.msgid, entry.msgid)


def _text(entry: Entry) -> tuple[str | None, str, list[str]]:
    return entry.msgid_plural, entry.msgstr, entry.msgstr_plural


def _has_text(entry: Entry) -> bool:
    return bool(entry.msgstr or any(entry.msgstr_plural))


def _with_the_text(ours: Entry, base: Entry, theirs: Entry) -> Entry | None:
    """Return the entry whose text counts, or ``None`` if both sides wrote one of their own."""
    of = chosen(ours, base, theirs, _text)
    if of is None and not (_has_text(ours) and _has_text(theirs)):
        of = ours if _has_text(ours) else theirs
    return of


def _one(of: Entry, ours: Entry, base: Entry, theirs: Entry, renames: Mapping[str, str]) -> Entry:
    """Return one entry of both sides, with the text of ``of``."""
    entry, other = copy(of), theirs if of is ours else ours
    if other.msgid in renames:
        entry.msgid = other.msgid  # so that sync still sees the old name, and renames it
    entry.notes = merged_list(ours.notes, base.notes, theirs.notes)
    entry.references = merged_list(ours.references, base.references, theirs.references)
    flags = merged_list(ours.flags, base.flags, theirs.flags)
    if _text(of) != _text(other):
        # The mark belongs to the text, and one that was set meanwhile stays.
        fuzzy = of.is_fuzzy or (other.is_fuzzy and not base.is_fuzzy)
        flags = [*(["fuzzy"] if fuzzy else []), *(flag for flag in flags if flag != "fuzzy")]
    entry.flags = flags
    return entry


def _quoted(entry: Entry, side: _Side) -> str:
    text = '", "'.join(entry.msgstr_plural or [entry.msgstr])
    return f'"{cut(text, 80)}" ({cut(side.label, 24)})'
