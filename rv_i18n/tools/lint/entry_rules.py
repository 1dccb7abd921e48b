"""Rules about one entry and its place among the others.

Each takes the entry, its catalogue and what was seen in the entries before. It returns what is
wrong, or "".
"""

from __future__ import annotations

import re

from ..._engine.message import FIELD
from .rule import ENTRY, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._engine.po import Entry
    from .subject import Subject

_FIELD = re.compile(FIELD)
_READING = re.compile(r"\{[^\W\d]\w*[.\[][^{}]*\}")
"""A field that would read an attribute or an index of a value."""


class Seen:
    """What was seen so far: the line of each symbolic name, and the name that has each text."""

    def __init__(self) -> None:
        self.lines: dict[str, int] = {}
        self.symbols: dict[str, str] = {}


def _form(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    return "" if entry.is_plain else "has a context or a plural"


def _unknown(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    known = catalogue.expected is None or entry.msgid in catalogue.expected
    return "" if known else "is not the symbolic name of a code"


def _duplicate(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    line = seen.lines.setdefault(entry.msgid, entry.line)
    return f"repeats the entry on line {line}" if line != entry.line else ""


def _comments(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    expected = (catalogue.expected or {}).get(entry.msgid)
    stale = expected is not None and entry.comments != expected
    return "has comments that differ from the code list" if stale else ""


def _fuzzy(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    return "is marked fuzzy, so readers do not see it" if entry.is_fuzzy else ""


def _empty(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    return "has no text" if entry.is_plain and not entry.msgstr else ""


def _symbol(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    # The msgids of another domain may be words, and a word may be the same in two languages.
    named = catalogue.is_the_projects and entry.msgstr.strip() == entry.msgid
    return "has its symbolic name as its text" if named else ""


def _reused(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    if not entry.msgstr:
        return ""
    text, known = entry.msgstr.strip().casefold(), seen.symbols
    # A fuzzy text is not shown, so a text that is shown does not repeat it.
    other = known.get(text, entry.msgid) if entry.is_fuzzy else known.setdefault(text, entry.msgid)
    return f"has the text of {other}" if other != entry.msgid else ""


def _placeholders(entry: Entry, catalogue: Subject, seen: Seen) -> str:
    reading = _READING.search(entry.msgstr)
    if reading:
        return f"has {reading[0]}, which would read the inside of a value"
    source = catalogue.source_texts.get(entry.msgid)
    if not (source and entry.msgstr and "{" in source + entry.msgstr):
        return ""
    fields, wanted = set(_FIELD.findall(entry.msgstr)), set(_FIELD.findall(source))
    for field in sorted(wanted - fields):
        return f"lacks the field {{{field}}} of the source text"
    for field in sorted(fields - wanted):
        return f"has a field {{{field}}} that the source text lacks"
    return ""


ENTRY_RULES = (
    Rule("form", ENTRY, _form, "An entry with a context or a plural.", of_templates=True),
    Rule(
        "unknown",
        ENTRY,
        _unknown,
        "An entry that belongs to no code. `rv-i18n sync` says which texts would be lost, and how "
        "to keep them.",
        of_templates=True,
    ),
    Rule("duplicate", ENTRY, _duplicate, "A second entry for a code.", of_templates=True),
    Rule(
        "comments",
        ENTRY,
        _comments,
        "Comments (`#.`) that differ from the code list's. `rv-i18n sync` fixes them.",
        of_templates=True,
    ),
    Rule(
        "fuzzy",
        ENTRY,
        _fuzzy,
        "An entry that is marked as needing review, so readers do not see it. Review the text, and "
        "remove the flag.",
        "warning",
    ),
    Rule(
        "empty",
        ENTRY,
        _empty,
        "An entry without a text. Readers see the text of another language.",
        "warning",
    ),
    Rule(
        "symbol",
        ENTRY,
        _symbol,
        "A text that is the symbolic name itself. In another domain of the project, msgids may be "
        "words, so nothing is found there.",
        about_the_text=True,
    ),
    Rule(
        "reused",
        ENTRY,
        _reused,
        "A text that another code also has, even if in different letter case. A reader cannot tell "
        "which of the two happened.",
        about_the_text=True,
    ),
    Rule(
        "placeholders",
        ENTRY,
        _placeholders,
        "A text whose `{name}` fields differ from those of the source text, or that reads an "
        "attribute or an index. `{error.args}` and `{rows[0]}` are never filled.",
        about_the_text=True,
    ),
)
