"""Rules about one entry and its place among the others."""

from __future__ import annotations

from ..._engine.entry import Entry
from ..._engine.quote import LONGEST, cut
from ..po.further import is_further, why_unknown
from ..po.plurals import count_of, numbers_of
from .rule import BOTH, TEXT, entry_rule
from .subject import Subject

_EXAMPLES = 5
"""The most numbers that a missing form is explained with."""


@entry_rule(
    bad=BOTH.replace("msgid", 'msgctxt "menu"\nmsgid', 1),
    of_codes=True,
    of_templates=True,
)
def form(entry: Entry, catalogue: Subject) -> str:
    """An entry with a context, or with other plural forms than it should have.

    The catalogue of the source language decides which codes have plural forms. Every other file has
    an entry of the same kind, with the code's name as msgid_plural and as many forms as its
    Plural-Forms says. `rv-i18n sync` gives them these.
    """
    if entry.msgctxt is not None:
        return "has a context"
    source = catalogue.source_entry(entry)
    is_plural = entry.msgid_plural is not None
    if source is not None and (source.msgid_plural is not None) != is_plural:
        kinds = ("no plural", "a plural")
        return f"is {kinds[is_plural]}, and the source text is {kinds[not is_plural]}"
    if is_plural and entry.msgid_plural != entry.msgid:
        return f"has the msgid_plural {cut(str(entry.msgid_plural))}, not its own name"
    if not (is_plural and any(entry.texts)):
        return ""
    count, needed = len(entry.texts), count_of(catalogue.rule)
    return f"has {count} forms, and Plural-Forms says {needed}" if count != needed else ""


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
    """An entry without a text, or a plural without one of its forms.

    Readers see the text of another language. A further text (`.action`, `.search`) may stay empty.
    """
    if all(entry.texts) or catalogue.is_further(entry) or entry.msgctxt is not None:
        return ""
    if not any(entry.texts):
        return "has no text"
    form = entry.texts.index("")
    numbers = numbers_of(catalogue.rule, form)[:_EXAMPLES]
    return f"has no text in msgstr[{form}], which is for {', '.join(map(str, numbers))}"


@entry_rule(about=TEXT, bad=BOTH.replace("It failed", "FAIL"), of_codes=True)
def symbol(entry: Entry, catalogue: Subject) -> str:
    """A text that is the symbolic name itself."""
    named = any(text.strip() == entry.msgid for text in entry.texts)
    return "has its symbolic name as its text" if named else ""


@entry_rule(about=TEXT, bad=BOTH.replace("All is well", "It Failed"), of_codes=True)
def reused(entry: Entry, catalogue: Subject) -> str:
    """A text that another code also has, even if in different letter case.

    A reader cannot tell which of the two happened. Two codes may have the same further text: one
    thing to do may help with both.
    """
    if catalogue.is_further(entry):
        return ""
    known = catalogue.symbols
    for text in filter(None, entry.texts):
        key = text.strip().casefold()
        # A fuzzy text is not shown, so a text that is shown does not repeat it.
        other = (
            known.get(key, entry.msgid) if entry.is_fuzzy else known.setdefault(key, entry.msgid)
        )
        if other != entry.msgid:
            # Many entries may have the text of one with a long name.
            return f"has the text of {cut(other[: 2 * LONGEST])}"
    return ""
