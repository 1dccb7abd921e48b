"""Rules about one entry and its place among the others. Each gives what is wrong, or ""."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from .catalogue import Catalogue, Entry


class Seen:
    """What the entries before have shown: the line of each symbolic name, who has which text."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self.symbols: dict[str, str] = {}


def form(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """A context or a plural: a catalogue is a list of symbolic names and texts."""
    return "" if entry.unit.is_plain else "has a context or a plural"


def unknown(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """A symbolic name that no code has."""
    expected = catalogue.expected
    return "is no symbolic name of a code" if expected and entry.symbol not in expected else ""


def duplicate(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """A symbolic name that an entry before has."""
    line = seen.lines.setdefault(entry.symbol, entry.line)
    return f"is there already, on line {line}" if line != entry.line else ""


def comments(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """Comments that are not those of the code list."""
    expected = (catalogue.expected or {}).get(entry.symbol)
    stale = expected is not None and list(entry.unit.extracted) != list(expected)
    return "has other comments than the code list" if stale else ""


def fuzzy(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """A text that is marked as in need of a look, which no reader is shown."""
    return "is marked fuzzy, so that no reader is shown it" if "fuzzy" in entry.unit.flags else ""


def empty(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """No text."""
    return "has no text" if entry.unit.is_plain and not entry.text else ""


def symbol(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """A text that is the symbolic name itself, which says that nobody has written one."""
    return "has its symbolic name for a text" if entry.text.strip() == entry.symbol else ""


def reused(entry: Entry, catalogue: Catalogue, seen: Seen) -> str:
    """A text that another code has, be it in other letter case."""
    if not entry.text:
        return ""
    other = seen.symbols.setdefault(entry.text.strip().casefold(), entry.symbol)
    return f"has the text of {other}" if other != entry.symbol else ""


ENTRY_RULES: dict[str, Callable[[Entry, Catalogue, Seen], str]] = {
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
