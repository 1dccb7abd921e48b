"""Rules about one entry and its place among the others. Each gives what is wrong, or ""."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..pofile import is_plain

if TYPE_CHECKING:
    from collections.abc import Callable

    from polib import POEntry

    from .catalogue import Catalogue


class Seen:
    """What the entries before have shown: the line of each symbolic name, who has which text."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self.symbols: dict[str, str] = {}


def form(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """A context or a plural: a catalogue is a list of symbolic names and texts."""
    return "" if is_plain(entry) else "has a context or a plural"


def unknown(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """A symbolic name that no code has."""
    expected = catalogue.expected
    known = expected is None or entry.msgid in expected
    return "" if known else "is no symbolic name of a code"


def duplicate(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """A symbolic name that an entry before has."""
    line = seen.lines.setdefault(entry.msgid, entry.linenum)
    return f"is there already, on line {line}" if line != entry.linenum else ""


def comments(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """Comments that are not those of the code list."""
    expected = (catalogue.expected or {}).get(entry.msgid)
    stale = expected is not None and entry.comment != expected
    return "has other comments than the code list" if stale else ""


def fuzzy(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """A text that is marked as in need of a look, which no reader is shown."""
    return "is marked fuzzy, so that no reader is shown it" if "fuzzy" in entry.flags else ""


def empty(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """No text."""
    return "has no text" if is_plain(entry) and not entry.msgstr else ""


def symbol(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """A text that is the symbolic name itself, which says that nobody has written one."""
    return "has its symbolic name for a text" if entry.msgstr.strip() == entry.msgid else ""


def reused(entry: POEntry, catalogue: Catalogue, seen: Seen) -> str:
    """A text that another code has, be it in other letter case."""
    if not entry.msgstr:
        return ""
    other = seen.symbols.setdefault(entry.msgstr.strip().casefold(), entry.msgid)
    return f"has the text of {other}" if other != entry.msgid else ""


ENTRY_RULES: dict[str, Callable[[POEntry, Catalogue, Seen], str]] = {
    "form": form,
    "unknown": unknown,
    "duplicate": duplicate,
    "comments": comments,
    "fuzzy": fuzzy,
    "empty": empty,
    "symbol": symbol,
    "reused": reused,
}
"""The rules by their names. Where Weblate has the same check, the name is Weblate's."""
