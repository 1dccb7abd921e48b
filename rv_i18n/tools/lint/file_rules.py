"""Rules about a file and its list of entries, and about a directory of files."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator

from ..._engine.likely import maximize
from ..._engine.tags import Tag, parse_tag
from ..po.layout import CatalogueFile
from .rule import BOTH, FAIL, SUCCESS, Found, catalogue_rule, directory_rule
from .subject import Subject


@catalogue_rule(
    bad=f'{BOTH}\nmsgid "LATER"\n',
    of_templates=True,
    can_be_silenced=False,
)
def syntax(catalogue: Subject) -> Found:
    """A line that is not valid in a `.po` file.

    The entry around it is skipped, and the rest is checked. No look-up reads such a file, and no
    wheel is built from it.
    """
    for fault in catalogue.faults:
        yield fault.line, fault.symbol, fault.reason


@catalogue_rule(
    bad=f'{BOTH}\n#~ msgid "OLD"\n#~ msgstr "It was so"\n',
    of_codes=True,
    of_templates=True,
)
def obsolete(catalogue: Subject) -> Found:
    """An obsolete entry (`#~`).

    `rv-i18n sync --remove` removes it.
    """
    for entry in catalogue.obsolete:
        yield entry.line, entry.msgid, "is obsolete, so readers do not see it"


@catalogue_rule(bad=FAIL, warns_of_translations=True, of_templates=True)
def missing(catalogue: Subject) -> Found:
    """A code without an entry, or a project without its template or source catalogue.

    `rv-i18n sync` adds it. In a translation it is only a warning: what a platform exports may lack
    what is not translated. In a catalogue of other messages it is an entry of the template that the
    catalogue lacks.
    """
    if catalogue.expected is None or catalogue.faults:
        return
    lines = {catalogue.key(entry): entry.line for entry in catalogue.entries}
    line = catalogue.header.line()
    for key in catalogue.expected:
        if key in lines:
            line = lines[key]
        else:
            yield line, key.rpartition("\x04")[2], "there is no entry for it after this one"


@catalogue_rule(bad=f"{SUCCESS}\n{FAIL}", of_codes=True, of_templates=True)
def order(catalogue: Subject) -> Found:
    """An entry that is out of the order of the code numbers.

    `rv-i18n sync` fixes it.
    """
    places = {symbol: place for place, symbol in enumerate(catalogue.expected or ())}
    entries = {entry.msgid: entry for entry in reversed(catalogue.entries)}.values()
    entries_in_file = sorted(
        (entry for entry in entries if entry.msgid in places), key=lambda entry: entry.line
    )
    in_order = _longest_rising([places[entry.msgid] for entry in entries_in_file])
    for number, entry in enumerate(entries_in_file):
        if number not in in_order:
            yield entry.line, entry.msgid, "is out of order: entries follow the code numbers"


@catalogue_rule(bad=BOTH.replace('msgid "FAIL', 'msgid   "FAIL'), of_codes=True, of_templates=True)
def canonical(catalogue: Subject) -> Found:
    """An entry that is not written as GNU `msgcat` and Weblate write it.

    `rv-i18n sync` fixes it; then no tool changes a line that nobody has edited.
    """
    for line, symbol in catalogue.deviations():
        yield (
            line,
            symbol,
            "is not written as GNU msgcat and Weblate write it; rv-i18n sync fixes it",
        )


@directory_rule(bad="en en_Latn", good="en en_GB", of_codes=True)
def duplicate_language(files: list[CatalogueFile]) -> Iterator[tuple[CatalogueFile, str]]:
    """A second directory for one language: `zh_Hans` beside `zh_CN`, `JA` beside `ja`.

    Readers see only one of them. A region may stand beside its language, for its readers fall back
    to that.
    """
    seen: dict[Tag, list[tuple[Tag, str]]] = {}
    for file in files:
        tag = parse_tag(file.locale)
        if tag is not None:
            others = seen.setdefault(maximize(tag)._replace(variant=tag.variant), [])
            for other, locale in others:
                if not _is_regional(tag, other):
                    yield file, f"is for the same language as {locale}; readers see only one"
                    break
            else:
                others.append((tag, file.locale))


def _is_regional(tag: Tag, other: Tag) -> bool:
    """Whether one tag is the other plus a region; ja_JP falls back to ja, so both are used."""
    same = tag._replace(region="") == other._replace(region="")
    return same and bool(tag.region) != bool(other.region)


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
