"""Rules about a whole catalogue: its syntax, its header, and its list of entries.

Each takes the catalogue and yields, for each fault, the line, the symbolic name ("" for the header
and the file) and a message.
"""

from __future__ import annotations

from bisect import bisect_left

from ..._engine.likely import maximize
from ..._engine.tags import parse_tag
from ..po.headers import NO_DATE
from ..po.plurals import UNSET, forms, is_right, rule_of
from .rule import FILE, HEADER, Rule
from .writing import is_language

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject

    Found = Iterator[tuple[int, str, str]]

_FIELDS = {
    "Project-Id-Version": "",
    "Language-Team": "",
    "MIME-Version": "1.0",
    "Content-Transfer-Encoding": "8bit",
}
"""The header fields that every catalogue must have, and the value if only one is allowed."""

_CONTENT_TYPES = ("text/plain;charset=utf-8", "text/plain;charset=utf8")
"""The values of Content-Type that are right, in lower case and without spaces."""

_DATES = ("POT-Creation-Date", "PO-Revision-Date")


def _syntax(catalogue: Subject) -> Found:
    for fault in catalogue.faults:
        yield fault.line, fault.symbol, fault.reason


def _header(catalogue: Subject) -> Found:
    header = catalogue.header
    if not header.text:
        yield 1, "", "there is no header, the entry with an empty msgid"
        return
    if "fuzzy" in header.flags:
        yield header.line(), "", "the header is marked fuzzy"
    wanted = {**_FIELDS, **({"Report-Msgid-Bugs-To": ""} if catalogue.project.bugs else {})}
    for field, only in wanted.items():
        value = header.fields.get(field)
        if not value:
            yield header.line(field), "", f"{field} is missing"
        elif only and value.lower() != only.lower():
            yield header.line(field), "", f"{field} is {value}, not {only}"
    for field in _DATES:
        value = header.fields.get(field, NO_DATE)
        if value != NO_DATE and not _is_date(value):
            reason = f"{field} is {value}, not a date such as 2027-01-31 23:59+0000"
            yield header.line(field), "", reason


def _charset(catalogue: Subject) -> Found:
    value = catalogue.header.fields.get("Content-Type", "")
    if value.replace(" ", "").lower() not in _CONTENT_TYPES:
        reason = f"Content-Type is {value}" if value else "Content-Type is missing"
        line = catalogue.header.line("Content-Type")
        yield line, "", f"{reason}, not text/plain; charset=UTF-8"


def _language(catalogue: Subject) -> Found:
    value = catalogue.header.fields.get("Language", "")
    line = catalogue.header.line("Language")
    folder, field = parse_tag(catalogue.locale), parse_tag(value)
    if folder is None or not is_language(folder):
        yield line, "", f"the directory name {catalogue.locale} is not a language"
    elif not value:
        yield line, "", "Language is missing"
    elif field is None or maximize(field)[:2] != maximize(folder)[:2]:
        yield line, "", f"Language is {value}, not that of the directory {catalogue.locale}"


def _plural_forms(catalogue: Subject) -> Found:
    value = catalogue.header.fields.get("Plural-Forms")
    line = catalogue.header.line("Plural-Forms")
    cldrs = rule_of(catalogue.locale) or "none"
    if not any(entry.msgid_plural is not None for entry in catalogue.entries):
        if value not in (None, "", UNSET) and not forms(value):
            yield line, "", f"Plural-Forms is {value}, which gettext cannot read; CLDR has {cldrs}"
    elif not value:
        yield line, "", f"Plural-Forms is missing; CLDR has {cldrs}"
    elif not is_right(value, catalogue.locale):
        yield line, "", f"Plural-Forms is {value}; CLDR has {cldrs}"


def _obsolete(catalogue: Subject) -> Found:
    for entry in catalogue.obsolete:
        yield entry.line, entry.msgid, "is obsolete, so readers do not see it"


def _missing(catalogue: Subject) -> Found:
    if catalogue.expected is None or catalogue.faults:
        return
    lines = {entry.msgid: entry.line for entry in catalogue.entries}
    line = catalogue.header.line()
    for symbol in catalogue.expected:
        if symbol in lines:
            line = lines[symbol]
        else:
            yield line, symbol, "there is no entry for it after this one"


def _order(catalogue: Subject) -> Found:
    places = {symbol: place for place, symbol in enumerate(catalogue.expected or ())}
    entries = {entry.msgid: entry for entry in reversed(catalogue.entries)}.values()
    entries_in_file = sorted(
        (entry for entry in entries if entry.msgid in places), key=lambda entry: entry.line
    )
    in_order = _longest_rising([places[entry.msgid] for entry in entries_in_file])
    for number, entry in enumerate(entries_in_file):
        if number not in in_order:
            yield entry.line, entry.msgid, "is out of order: entries follow the code numbers"


def _canonical(catalogue: Subject) -> Found:
    tool = "rv-i18n sync" if catalogue.is_the_projects else "msgcat"
    reason = f"is not written as GNU msgcat and Weblate write it; {tool} fixes it"
    for line, symbol in catalogue.deviations():
        yield line, symbol, reason


def _is_date(value: str) -> bool:
    """Whether a value is a date in gettext's format: ``2027-01-31 23:59+0000``."""
    shape = "".join("0" if char in "0123456789" else char for char in value.replace("+", "-"))
    if shape != "0000-00-00 00:00-0000":
        return False
    month, day, hour, minute = value[5:7], value[8:10], value[11:13], value[14:16]
    return "01" <= month <= "12" and "01" <= day <= "31" and hour < "24" and minute < "60"


def _longest_rising(numbers: list[int]) -> set[int]:
    """Return the indices of the longest increasing subsequence (patience sorting)."""
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


CATALOGUE_RULES = (
    Rule(
        "syntax",
        FILE,
        _syntax,
        "A line that is not valid in a `.po` file. The entry around it is skipped, and the rest is "
        "checked. No look-up reads such a file, and no wheel is built from it.",
        of_templates=True,
        can_be_ignored=False,
    ),
    Rule(
        "header",
        HEADER,
        _header,
        "A header that is missing or marked fuzzy, or lacks a field. The fields are "
        "Project-Id-Version, Language-Team, MIME-Version (1.0), Content-Transfer-Encoding (8bit) "
        "and, if the project has an address for bugs, Report-Msgid-Bugs-To. POT-Creation-Date and "
        "PO-Revision-Date may be absent, but must be dates if present.",
    ),
    Rule(
        "charset",
        HEADER,
        _charset,
        "A file that is not UTF-8, or does not say that it is.",
        of_templates=True,
        can_be_ignored=False,
    ),
    Rule(
        "language",
        HEADER,
        _language,
        "A Language that differs from the language and script of the directory's name. CLDR's "
        "likely subtags decide: `zh_Hans` for `zh_CN` is right.",
    ),
    Rule(
        "plural-forms",
        HEADER,
        _plural_forms,
        "A Plural-Forms that gettext cannot read or, where an entry has a plural, one that is "
        "missing or groups the numbers from 0 to 1000 differently from CLDR 49. The notation does "
        "not matter.",
    ),
    Rule(
        "obsolete",
        FILE,
        _obsolete,
        "An obsolete entry (`#~`). `rv-i18n sync --remove` removes it.",
        of_templates=True,
    ),
    Rule(
        "missing",
        FILE,
        _missing,
        "A code without an entry, or a project without its template or its source language's "
        "catalogue. `rv-i18n sync` adds it.",
        of_templates=True,
    ),
    Rule(
        "order",
        FILE,
        _order,
        "An entry that is out of the order of the code numbers. `rv-i18n sync` fixes it.",
        of_templates=True,
    ),
    Rule(
        "canonical",
        FILE,
        _canonical,
        "An entry that is not written as GNU `msgcat` and Weblate write it. `rv-i18n sync` fixes "
        "it; then no tool changes a line that nobody has edited.",
        of_templates=True,
    ),
)
