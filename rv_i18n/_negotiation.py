"""Which catalogues answer a reader: the languages asked for, ranked among those that are there.

The best is that of ICU's LocaleMatcher, whose rules are UTS 35's "Language Matching".
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice
from operator import itemgetter

from ._likely import ancestors, is_known, maximize, neighbours
from ._quote import type_name
from ._tags import LONGEST_TAG, Tag, parse_tag, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Optional, TypeVar

    from ._types import Locale

    Value = TypeVar("Value")

    Range = tuple[float, Optional[Tag], Optional[tuple[str, ...]]]
    """A part of what is asked for: its weight, its subtags, and the catalogues that fit.

    The best is the first; where any language is accepted there is ``None`` in their place.
    """

_WEIGHT = itemgetter(0)

MOST_RANGES = 100
"""Ranges of one Accept-Language value, or entries of one sequence. Browsers send fewer than 20."""

MOST_KEPT = 1000
"""Strings of strangers that one cache remembers something about."""


def frozen(locale: Locale) -> str | tuple[str, ...]:
    """``locale`` as something that can be a key: a string, or a tuple of strings.

    The strings are plain ones, since a subclass may hold a whole document. Raises ``TypeError``
    for anything but a string or a sequence of strings.

    >>> frozen(["fr", "ja"])
    ('fr', 'ja')
    """
    if isinstance(locale, str):
        return str.__str__(locale)
    if not isinstance(locale, Sequence) or isinstance(locale, (bytes, bytearray, memoryview)):
        raise TypeError(
            'a locale is a string such as "ja-JP", "zh_CN.UTF-8" or "ja, en;q=0.8", or a sequence '
            f"of such strings, not {type_name(locale)}"
        )
    entries = tuple(islice(locale, MOST_RANGES))
    for entry in entries:
        if not isinstance(entry, str):
            raise TypeError(f"a sequence of locales holds strings, not {type_name(entry)}")
    return tuple(map(str.__str__, entries))


def keep(cache: dict[object, Value], key: str | tuple[str, ...], value: Value) -> Value:
    """Remember ``value`` within the bounds, since a stranger chooses the keys; and give it back.

    A full cache is emptied: what it holds costs some microseconds to find again.
    """
    length = len(key) if isinstance(key, str) else sum(map(len, key))
    if length <= LONGEST_TAG:
        if len(cache) >= MOST_KEPT:
            cache.clear()
        cache[key] = value
    return value


class Negotiator:
    """Ranks catalogues by how well they fit what a reader asks for.

    ``priorities`` maps the name of each catalogue to a number: of two that fit equally well, the
    one with the lower number is the better.

    >>> negotiator = Negotiator({"en": 0, "ja": 0, "zh_CN": 0, "zh_TW": 0})
    >>> negotiator.fitting("ja-JP"), negotiator.fitting(["fr", "zh-Hans-SG"])
    (('ja',), ('zh_CN',))
    >>> negotiator.fitting("fr;q=0.9, ko;q=0.5")
    ()
    """

    def __init__(self, priorities: Mapping[str, int]) -> None:
        self._priorities = priorities
        self._spelled = {plain(name): name for name in sorted(priorities, reverse=True)}
        self._tags: dict[str, Tag] = {}
        self._maximal: dict[str, Tag] = {}
        self._groups: dict[tuple[str, str], list[str]] = {}
        for name in priorities:
            tag = parse_tag(name)
            if tag is not None:
                self._tags[name] = tag
                self._maximal[name] = maximal = maximize(tag)
                self._groups.setdefault(maximal[:2], []).append(name)
        self._ranges: dict[object, Range] = {}

    def fitting(self, locale: str | Sequence[str]) -> tuple[str, ...]:
        """The catalogues that fit, in the order in which a reader wants them.

        A string is a language tag, a locale name or an Accept-Language value, and a sequence of
        these is read like one such value in several lines (RFC 9110 section 5.3). The first range
        that fits wins, by weight; what a weight of 0 excludes is left out, and the answer ends
        where any language is accepted ("*", or POSIX's "C").
        """
        if isinstance(locale, str):
            parts = self._parts(locale)
        else:
            parts = [part for value in locale for part in self._parts(value)]
        known = self._ranges
        ranges = [known.get(part) or self._range(part) for part in parts[:MOST_RANGES]]
        ranges.sort(key=_WEIGHT, reverse=True)  # equal weights keep their order
        if ranges and not ranges[-1][0]:
            ranges = self._without_excluded(ranges)
        names: list[str] = []
        for _, _, fitting in ranges:
            if fitting is None:
                break
            names += fitting
        return tuple(dict.fromkeys(names))

    def _parts(self, value: str) -> list[str]:
        """The parts of an Accept-Language value; a catalogue's name is one, whatever it holds."""
        return [value] if value in self._priorities else value.split(",", MOST_RANGES)

    def _range(self, part: str) -> Range:
        """One part of an Accept-Language value (RFC 9110 section 12.5.4); remembered."""
        text, _, parameter = part.partition(";")
        text = text.strip()
        weight = _weight(parameter) if text and len(part) <= LONGEST_TAG else None
        if part in self._priorities:
            tag = parse_tag(part)
            found: Range = (1.0, tag, self._ranked(part, tag))
        elif weight is None:  # what cannot be read says nothing
            found = (1.0, None, ())
        elif text == "*" or text.partition(".")[0] in ("C", "POSIX"):
            found = (weight, None, None)
        else:
            tag = parse_tag(text)
            found = (weight, tag, self._ranked(text, tag) if weight else ())
        return keep(self._ranges, part, found)

    def _ranked(self, text: str, tag: Tag | None) -> tuple[str, ...]:
        """The catalogues for one tag, the best first: all of its language and script."""
        own = text if text in self._priorities else self._spelled.get(plain(text), "")
        if tag is None:
            return (own,) if own else ()
        maximal = maximize(tag)
        key = self._nearest_group(maximal)
        if key is None:
            return ()
        group = self._groups[key]
        if len(group) > 1:
            nearness = self._nearness(tag, Tag(*key, maximal.region))
            group = sorted(group, key=lambda name: (*nearness(name), name != own))
        return tuple(group)

    def _nearest_group(self, maximal: Tag) -> tuple[str, str] | None:
        """The language and script of the catalogues for a maximal tag: its own, or a neighbour's.

        ``None`` where there are none.
        """
        language, script, region, _ = maximal
        groups = self._groups
        if (language, script) in groups:
            return language, script
        near = neighbours(language, script)
        if script == "Hani":  # which Han characters is not said, but the region says it
            near.insert(0, maximize(Tag(language, region=region))[:2])
        elif not is_known(language):  # nor is it known which scripts it is written in
            near = [(language, ""), *(key for key in groups if key[0] == language and not script)]
        return next((key for key in near if key in groups), None)

    def _nearness(self, tag: Tag, maximal: Tag) -> Callable[[str], tuple[object, ...]]:
        """What puts the catalogues of one language and script in order.

        First comes a near region: that of the closest ancestor in CLDR's tree of parent locales,
        in which zh_Hant_MO comes from zh_Hant_HK, and en_AU with en_GB from en_001. Where none is
        nearer it is the likely one: zh_TW, not zh_HK. Then the same variant, or none.
        """
        places = {ancestor: place for place, ancestor in enumerate(ancestors(maximal))}
        likely = maximize(Tag(*maximal[:2]))

        def nearness(name: str) -> tuple[object, ...]:
            own = self._maximal[name]
            variant = self._tags[name].variant
            return (
                min(places[each] for each in ancestors(own) if each in places),
                own != likely,
                variant != tag.variant,
                variant != "",
                self._priorities[name],
            )

        return nearness

    def _without_excluded(self, ranges: list[Range]) -> list[Range]:
        """The ranges with a weight, without the catalogues that those with none are about.

        A more specific range has its way: "zh;q=0, zh-TW" accepts zh_TW, "zh, zh-TW;q=0" does not.
        """
        refused: dict[str, int] = {}  # the catalogues, and how specific a range refuses each
        for weight, tag, _ in ranges:
            for name in self._covered(tag) if tag and not weight else ():
                refused[name] = max(refused.get(name, 0), _detail(tag))
        return [
            (weight, tag, names and tuple(n for n in names if refused.get(n, -1) < _detail(tag)))
            for weight, tag, names in ranges
            if weight
        ]

    def _covered(self, tag: Tag) -> Iterable[str]:
        """The catalogues that a language range of these subtags is about.

        A region counts only where the catalogue's own name has one: ``zh-Hant`` is about ``zh_TW``,
        ``en-US`` is not about ``en`` (RFC 4647 section 3.3.1, on tags that carry their script).
        """
        language = maximize(tag).language
        return (
            name
            for name, maximal in self._maximal.items()
            if language == maximal.language
            and tag.script in ("", maximal.script)
            and tag.region in ("", self._tags[name].region)
        )


def _weight(parameter: str) -> float | None:
    """The weight that a parameter such as ``q=0.8`` gives (RFC 9110 section 12.4.2), or ``None``.

    More than three decimals are read as they are meant, and a ";" with nothing behind it is not.
    """
    parameter = parameter.strip(" \t;")
    if not parameter:
        return 1.0
    if parameter[:2] not in ("q=", "Q="):
        return None
    whole, _, decimals = parameter[2:].partition(".")
    if whole not in ("0", "1") or not (decimals or "0").isdecimal() or not decimals.isascii():
        return None
    weight = float(f"{whole}.{decimals}")
    return weight if weight <= 1 else None


def _detail(tag: Tag | None) -> int:
    """How specific a tag is: how many of language, script and region it has."""
    return sum(map(bool, (tag or ())[:3]))
