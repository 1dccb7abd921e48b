"""Rules about a catalogue as a whole: its syntax, its header, and which entries it has.

Each gives, for what is wrong, the line, the symbolic name ("" for the header) and a sentence.
"""

from __future__ import annotations

import gettext
import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from ...._likely import maximize
from ...._tags import parse_tag
from .writing import plural_rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from .catalogue import Catalogue

    Found = Iterator[tuple[int, str, str]]

_CONTENT_TYPE = re.compile(r"text/plain;\s*charset=(\S+)", re.IGNORECASE)
_PLURAL_FORMS = re.compile(r"\s*nplurals\s*=\s*([0-9]+)\s*;\s*plural\s*=\s*([^;]+);?\s*")
_DATE = re.compile(r"\d{4}-(0\d|1[0-2])-[0-3]\d ([01]\d|2[0-3]):[0-5]\d[+-]\d{4}", re.ASCII)
_NO_DATE = "YEAR-MO-DA HO:MI+ZONE"  # what stands there before the first translation
_FIELDS = {
    "Project-Id-Version": "",
    "Report-Msgid-Bugs-To": "",
    "Language-Team": "",
    "MIME-Version": "1.0",
    "Content-Transfer-Encoding": "8bit",
}
"""The header fields that every catalogue has, and the value where there is but one."""


def syntax(catalogue: Catalogue) -> Found:
    """A line that is no part of a ``.po`` file; the entry that it stands in is passed over."""
    for line, reason, symbol in catalogue.bad_lines:
        yield line, symbol, reason


def header(catalogue: Catalogue) -> Found:
    """A header field that is missing or empty, or whose value nothing can read."""
    if not catalogue.header:
        yield 1, "", "there is no header, the entry with an empty msgid"
        return
    if "fuzzy" in catalogue.flags:
        yield catalogue.field_line(""), "", "the header is marked fuzzy"
    for field, only in _FIELDS.items():
        value = catalogue.fields.get(field, "")
        if not value:
            yield catalogue.field_line(field), "", f"{field} is missing"
        elif only and value.lower() != only.lower():
            yield catalogue.field_line(field), "", f"{field} is {value}, not {only}"
    for field in ("POT-Creation-Date", "PO-Revision-Date"):
        value = catalogue.fields.get(field, _NO_DATE)
        if value != _NO_DATE and not _DATE.fullmatch(value):
            reason = f"{field} is {value}, not a date such as 2027-01-31 23:59+0000"
            yield catalogue.field_line(field), "", reason


def charset(catalogue: Catalogue) -> Found:
    """A Content-Type that is not plain text in UTF-8."""
    value = catalogue.fields.get("Content-Type", "")
    match = _CONTENT_TYPE.fullmatch(value)
    if match is None or match[1].lower().replace("-", "") != "utf8":
        reason = f"Content-Type is {value}" if value else "Content-Type is missing"
        yield catalogue.field_line("Content-Type"), "", f"{reason}, not text/plain; charset=UTF-8"


def language(catalogue: Catalogue) -> Found:
    """A Language that is not the language and script of the directory's name.

    ``zh_Hans`` and ``zh_CN`` are the same, which CLDR's likely subtags say.
    """
    value = catalogue.fields.get("Language", "")
    folder, field = (
        maximize(tag) if tag else None for tag in map(parse_tag, (catalogue.locale, value))
    )
    line = catalogue.field_line("Language")
    if folder is None:
        yield line, "", f"the directory {catalogue.locale} is named after no language"
    elif not value:
        yield line, "", "Language is missing"
    elif field is None or field[:2] != folder[:2]:
        yield line, "", f"Language is {value}, not that of the directory {catalogue.locale}"


def plural_forms(catalogue: Catalogue) -> Found:
    """A Plural-Forms that groups the numbers from 0 to 1000 otherwise than CLDR does.

    How it is written does not matter, nor do forms that only millions or fractions take.
    """
    value = catalogue.fields.get("Plural-Forms", "")
    line = catalogue.field_line("Plural-Forms")
    expected = plural_rule(catalogue.locale)
    match = _PLURAL_FORMS.fullmatch(value)
    if not value:
        yield line, "", "Plural-Forms is missing"
    elif match is None:
        yield line, "", f"Plural-Forms is {value}, which cannot be read"
    elif expected is not None:
        try:
            form = gettext.c2py(match[2])
            forms = [form(number) for number in range(len(expected))]
        except (ValueError, ArithmeticError, RecursionError):
            forms = []
        if max(forms, default=-1) >= int(match[1]) or _groups(forms) != _groups(expected):
            yield line, "", f"Plural-Forms is {value}, which is not CLDR's for {catalogue.locale}"


def obsolete(catalogue: Catalogue) -> Found:
    """An obsolete entry, which no code has."""
    for entry in catalogue.obsolete:
        yield entry.linenum, entry.msgid, "is obsolete, and no text for readers"


def missing(catalogue: Catalogue) -> Found:
    """A code that has no entry."""
    if catalogue.expected is None or catalogue.bad_lines:
        return
    lines = {entry.msgid: entry.linenum for entry in catalogue.entries}
    line = catalogue.field_line("")
    for symbol in catalogue.expected:
        if symbol not in lines:
            yield line, symbol, "there is no entry for it after this one"
        line = lines.get(symbol, line)


def order(catalogue: Catalogue) -> Found:
    """An entry that does not stand where the template has it; as few as explain the rest."""
    places = {symbol: place for place, symbol in enumerate(catalogue.expected or ())}
    first = {entry.msgid: entry for entry in reversed(catalogue.entries)}  # of duplicates, too
    entries = [entry for entry in catalogue.entries if entry.msgid in places]
    entries = [entry for entry in entries if entry is first[entry.msgid]]
    in_order = _longest_rising([places[entry.msgid] for entry in entries])
    for number, entry in enumerate(entries):
        if number not in in_order:
            yield entry.linenum, entry.msgid, "stands out of the order of the code numbers"


def canonical(catalogue: Catalogue) -> Found:
    """An entry that is not written as GNU msgcat and Weblate write it."""
    if catalogue.text != catalogue.clean:
        yield 1, "", "has a byte-order mark or carriage returns; rv-i18n sync mends it"
    for line, symbol in catalogue.deviations():
        reason = "is not written as GNU msgcat and Weblate write it; rv-i18n sync mends it"
        yield line, symbol, reason


CATALOGUE_RULES: dict[str, Callable[[Catalogue], Found]] = {
    "syntax": syntax,
    "header": header,
    "charset": charset,
    "language": language,
    "plural-forms": plural_forms,
    "obsolete": obsolete,
    "missing": missing,
    "order": order,
    "canonical": canonical,
}
"""The rules by their names."""


def _groups(forms: Sequence[object]) -> list[int]:
    """Which numbers go together, whatever their form is called."""
    names: dict[object, int] = {}
    return [names.setdefault(form, len(names)) for form in forms]


def _longest_rising(numbers: list[int]) -> set[int]:
    """The indices of the longest rising subsequence (patience sorting)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, number in enumerate(numbers):
        pile = bisect_left(tails, number)
        before.append(ends[pile - 1] if pile else -1)
        tails[pile : pile + 1] = [number]
        ends[pile : pile + 1] = [index]
    rising: set[int] = set()
    index = ends[-1] if ends else -1
    while index >= 0:
        rising.add(index)
        index = before[index]
    return rising
