"""Gives the plural entries of a catalogue the forms of its language, and keeps their texts.

The source catalogue decides which codes have forms. A form moves with the numbers that it is for;
where that is not known, or where two texts would have one place, nothing is dropped.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..._engine.fields import BRACED, field_of
from ..._engine.plural import GENERAL, OTHERWISE
from ..._engine.quote import cut
from .plurals import count_of, form_of, rule_of
from .pofile import PoFile

FLAG = "python-brace-format"
"""By this flag, Weblate compares the fields of a text with those of the source text."""

_TYPICAL = (GENERAL, *range(1, 1001), 0, 1_000_000)
"""Numbers in the order in which one stands for its form."""


class SourceForms:
    """What the entries of a source catalogue, or of a template, decide for every other file.

    Of a code, msgid_plural is the symbolic name. Flags are not for the template, since no
    extraction would write them there.
    """

    def __init__(self, entries: Collection[Entry], *, has_codes: bool) -> None:
        self._plurals = {
            entry.msgid: entry.msgid if has_codes else entry.msgid_plural
            for entry in entries
            if entry.msgid_plural is not None
        }
        fields = (entry.msgid for entry in entries if _has_plain_fields(entry))
        self._flagged = set(fields) if has_codes else set()

    def give(self, path: str, file: PoFile, entries: Iterable[Entry], locale: str) -> None:
        """Change the entries of a file, which is at ``path``; ``locale`` is "" for the template.

        Raises ``CatalogError`` for an entry whose forms would be lost.
        """
        for entry in entries:
            plural = self._plurals.get(entry.msgid)
            if plural is not None:
                make_plural(entry, plural, file.rule, locale)
            elif entry.msgid_plural is not None and not make_plain(entry):
                reason = f"{cut(entry.msgid)} has forms that differ, and the source text has none"
                raise CatalogError(path, f"{reason}: keep one of them", entry.line)
            flagged = locale and entry.msgid in self._flagged
            if flagged and not {FLAG, f"no-{FLAG}"}.intersection(entry.flags):
                entry.flags.insert(int(entry.is_fuzzy), FLAG)


def _has_plain_fields(entry: Entry) -> bool:
    fields = [each for each in BRACED.findall("".join(entry.texts)) if each]
    return bool(fields) and all(field_of(each) == (each, "") for each in fields)


def make_plural(entry: Entry, plural: str, rule: str, locale: str) -> None:
    """Give an entry a msgid_plural and the forms of its file's Plural-Forms; keep its texts.

    A text that had no forms becomes the one that is shown without a number.

    >>> from rv_i18n._engine.entry import Entry
    >>> entry = Entry("FRAMES")
    >>> entry.msgstr = "{count} frames"
    >>> make_plural(entry, "FRAMES", "nplurals=2; plural=(n != 1);", "en")
    >>> entry.msgid_plural, entry.msgstr_plural
    ('FRAMES', ['', '{count} frames'])
    """
    texts = entry.texts if any(entry.texts) else []
    count = count_of(rule)
    if len(texts) != count:
        texts = _moved(texts, _former(len(texts), locale), rule, count)
    entry.msgid_plural, entry.msgstr, entry.msgstr_plural = plural, "", texts


def make_plain(entry: Entry) -> bool:
    """Make an entry without forms of a plural, if all its forms are one text; else return false."""
    texts = list(dict.fromkeys(filter(None, entry.texts)))
    if len(texts) > 1:
        return False
    entry.msgid_plural, entry.msgstr, entry.msgstr_plural = None, "".join(texts), []
    return True


def _former(count: int, locale: str) -> str:
    """Return the rule that some forms were probably written for, or "" if nothing is known."""
    own = rule_of(locale)
    known = (own, OTHERWISE, "nplurals=1; plural=0;")
    return next((rule for rule in known if rule and count_of(rule) == count), "")


def _moved(texts: list[str], former: str, rule: str, count: int) -> list[str]:
    """Return the texts in the places of another rule; what has no place of its own comes last."""
    places = [""] * count
    surplus: list[str] = []
    for form in _in_order(len(texts), former):
        text = texts[form]
        typical = _typical(form, former)
        place = form if typical is None else form_of(rule, typical)
        if place < count and not places[place]:
            places[place] = text
        elif text and text not in places:
            surplus.append(text)
    return places + surplus


def _in_order(count: int, former: str) -> list[int]:
    """Return the forms, the general one first: no other takes its place."""
    general = form_of(former, GENERAL) if former else 0
    return sorted(range(count), key=lambda form: form != general)


def _typical(form: int, rule: str) -> int | None:
    """Return the number that stands for a form, or ``None`` if there is none."""
    numbers = _TYPICAL if rule else ()
    return next((number for number in numbers if form_of(rule, number) == form), None)
