"""Rules about one entry and its place among the others."""

from __future__ import annotations

import re

from ..._engine.fields import BRACED, field_of
from ..._engine.quote import LONGEST, cut
from ..po.further import is_further, why_unknown
from .rule import BOTH, TEXT, entry_rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..._engine.entry import Entry
    from .subject import Subject

_READING = re.compile(r"\{[^\W\d]\w*[.\[][^{}]*\}")
"""A field that would read an attribute or an index of a value."""


@entry_rule(
    bad=BOTH.replace("msgid", 'msgctxt "menu"\nmsgid', 1),
    of_codes=True,
    of_templates=True,
)
def form(entry: Entry, catalogue: Subject) -> str:
    """An entry with a context or a plural."""
    return "" if entry.is_plain else "has a context or a plural"


@entry_rule(bad=f'{BOTH}\nmsgid "SUCESS"\nmsgstr "Done"\n', of_templates=True)
def unknown(entry: Entry, catalogue: Subject) -> str:
    """An entry that belongs to no code.

    `rv-i18n sync` says which texts would be lost, and how to keep them. It is also a further text
    that the source catalogue lacks, or whose name ends in neither `.action` nor `.search`. In a
    catalogue of other messages it is an entry that the template lacks.
    """
    if catalogue.expected is None or catalogue.key(entry) in catalogue.expected:
        return ""
    if not catalogue.has_codes:
        return "is not in the template"
    unsure = is_further(entry.msgid) and not catalogue.further_are_known
    return "" if unsure else why_unknown(entry.msgid, catalogue.expected)


@entry_rule(bad=f'{BOTH}\n#. 100\nmsgid "FAIL"\nmsgstr "No"\n', of_templates=True)
def duplicate(entry: Entry, catalogue: Subject) -> str:
    """A second entry for a code, or for any other msgid with the same context."""
    line = catalogue.lines.setdefault(catalogue.key(entry), entry.line)
    return f"repeats the entry on line {line}" if line != entry.line else ""


@entry_rule(bad=BOTH.replace("100", "101"), of_templates=True)
def comments(entry: Entry, catalogue: Subject) -> str:
    """Comments (`#.`) that differ from the code list's, or from the template's.

    `rv-i18n sync` fixes them.
    """
    expected = (catalogue.expected or {}).get(catalogue.key(entry))
    if expected is None or entry.comments == expected:
        return ""
    return f"has comments that differ from the {'code list' if catalogue.has_codes else 'template'}"


@entry_rule(bad=BOTH.replace("msgid", "#, fuzzy\nmsgid", 1), severity="warning")
def fuzzy(entry: Entry, catalogue: Subject) -> str:
    """An entry that is marked as needing review, so readers do not see it.

    Review the text, and remove the flag.
    """
    return "is marked fuzzy, so readers do not see it" if entry.is_fuzzy else ""


@entry_rule(bad=BOTH.replace("It failed", ""), severity="warning")
def empty(entry: Entry, catalogue: Subject) -> str:
    """An entry without a text.

    Readers see the text of another language. A further text (`.action`, `.search`) may stay empty.
    """
    missing = entry.is_plain and not entry.msgstr and not catalogue.is_further(entry)
    return "has no text" if missing else ""


@entry_rule(about=TEXT, bad=BOTH.replace("It failed", "FAIL"), of_codes=True)
def symbol(entry: Entry, catalogue: Subject) -> str:
    """A text that is the symbolic name itself."""
    return "has its symbolic name as its text" if entry.msgstr.strip() == entry.msgid else ""


@entry_rule(about=TEXT, bad=BOTH.replace("All is well", "It Failed"), of_codes=True)
def reused(entry: Entry, catalogue: Subject) -> str:
    """A text that another code also has, even if in different letter case.

    A reader cannot tell which of the two happened. Two codes may have the same further text: one
    thing to do may help with both.
    """
    if not entry.msgstr or catalogue.is_further(entry):
        return ""
    text, known = entry.msgstr.strip().casefold(), catalogue.symbols
    # A fuzzy text is not shown, so a text that is shown does not repeat it.
    other = known.get(text, entry.msgid) if entry.is_fuzzy else known.setdefault(text, entry.msgid)
    # Many entries may have the text of one with a long name.
    return f"has the text of {cut(other[: 2 * LONGEST])}" if other != entry.msgid else ""


@entry_rule(about=TEXT, bad=BOTH.replace("It failed", "{error.args}"))
def placeholders(entry: Entry, catalogue: Subject) -> str:
    """A text whose `{name}` fields differ from those of the source text.

    In the text of a code it is also a field that reads an attribute or an index, such as
    `{error.args}` and `{rows[0]}`, which is never filled. In a catalogue of other messages, the
    msgid is the source text if it has a field.
    """
    text = entry.msgstr
    reading = _READING.search(text) if catalogue.has_codes else None
    if reading:
        return f"has {cut(reading[0])}, which would read the inside of a value"
    source = catalogue.source_text(entry)
    if not (source and text and "{" in source + text):
        return ""
    fields, wanted = _fields(text), _fields(source)
    if not (wanted or catalogue.has_codes):
        return ""
    for field in sorted(wanted - fields):
        return f"lacks the field {{{cut(field)}}} of the source text"
    for field in sorted(fields - wanted):
        return f"has a field {{{cut(field)}}} that the source text lacks"
    return ""


def _fields(text: str) -> set[str]:
    return {braced for braced in BRACED.findall(text) if field_of(braced)}
