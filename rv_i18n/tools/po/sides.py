"""Merges what two sides have made of a common ancestor: a value, a list, the header of a file."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from operator import attrgetter
from typing import TypeVar

from ..._engine.scanner import scan
from .dates import EARLIEST, date_of
from .pofile import Header, written

T = TypeVar("T")


def chosen(ours: T, base: T, theirs: T, of: Callable[[T], object]) -> T | None:
    """Return the side whose value counts: that which changed it; ``None`` if each did differently.

    >>> chosen("ours", "base", "base!", len), chosen("a", "", "b", str)
    ('base!', None)
    """
    if of(ours) == of(theirs) or of(theirs) == of(base):
        return ours
    return theirs if of(ours) == of(base) else None


def merged_list(ours: list[str], base: list[str], theirs: list[str]) -> list[str]:
    """Return the list of the side that changed it, or what either has, each once.

    >>> merged_list(["a"], ["a"], ["a", "b"]), merged_list(["a", "b"], ["a"], ["a", "c"])
    (['a', 'b'], ['a', 'b', 'c'])
    """
    side = chosen(ours, base, theirs, list)
    return list(dict.fromkeys([*ours, *theirs])) if side is None else side


def merged_header(ours: Header, base: Header, theirs: Header) -> str:
    """Return the text of one header, or "" if neither side has one.

    What one side changed is taken from that side, and what both did from the one with the later
    PO-Revision-Date. A header that is as one side has it keeps its line breaks.
    """
    sides = [side for side in sorted((theirs, ours), key=_revised, reverse=True) if side.text]
    if len(sides) < 2:
        return "".join(side.text for side in sides)
    last, first = sides
    names = dict.fromkeys([*last.fields, *first.fields])
    fields: dict[str, str] = {}
    for name in names:
        side = chosen(last, base, first, partial(_field, name)) or last
        if name in side.fields:
            fields[name] = side.fields[name]
    entry, other = (scan(side.text)[0][0] for side in sides)
    ancestors = scan(base.text)[0]
    for attribute in ("notes", "flags"):
        of = attrgetter(attribute)
        before = of(ancestors[0]) if ancestors else []
        setattr(entry, attribute, merged_list(of(entry), before, of(other)))
    for side, own in zip(sides, (scan(side.text)[0][0] for side in sides)):
        if (side.fields, own.notes, own.flags) == (fields, entry.notes, entry.flags):
            return side.text
    entry.msgstr = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return "".join(written(entry))


def _field(name: str, header: Header) -> str | None:
    return header.fields.get(name)


def _revised(header: Header) -> datetime:
    return date_of(header.fields.get("PO-Revision-Date", "")) or EARLIEST
