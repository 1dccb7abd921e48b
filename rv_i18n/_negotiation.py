"""Ranks the available catalogues by the languages that a reader asks for.

The best one is that of ICU's LocaleMatcher, which follows UTS 35's "Language Matching".
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
    """A part of the request: its weight, its subtags, and the catalogues that match, best first.

    ``None`` instead of the catalogues means that any language is accepted.
    """

_WEIGHT = itemgetter(0)

MOST_RANGES = 100
"""The most ranges read from an Accept-Language value or a sequence; browsers send under 20."""

MOST_KEPT = 1000
"""The most untrusted strings that one cache holds as keys."""


def frozen(locale: Locale) -> str | tuple[str, ...]:
    """Return ``locale`` as a string or a tuple of strings, so that it can be a dictionary key.

    Subclasses of ``str`` become plain strings, because an instance can carry a lot of other data.
    Raises ``TypeError`` for anything but a string or a sequence of strings.

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
    """Store ``value`` in ``cache``, within bounds, and return it.

    The keys are untrusted, so long keys are not stored, and a full cache is emptied. To compute a
    value again takes a few microseconds.
    """
    length = len(key) if isinstance(key, str) else sum(map(len, key))
    if length <= LONGEST_TAG:
        if len(cache) >= MOST_KEPT:
            cache.clear()
        cache[key] = value
    return value


class Negotiator:
    """Ranks catalogues by how well they match the locales that a reader asks for.

    ``priorities`` maps the name of each catalogue to a number. If two match equally well, the one
    with the lower number wins.

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
        """Return the names of the catalogues that match, best first.

        A string is a language tag, a locale name or an Accept-Language value. A sequence is read
        like an Accept-Language value split over several lines (RFC 9110 section 5.3). Ranges count
        in the order of their weights. Catalogues excluded by a weight of 0 are left out. The
        answer ends at a range that accepts any language ("*", or POSIX's "C").
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
        """Split an Accept-Language value at commas, unless all of it is a catalogue's name."""
        return [value] if value in self._priorities else value.split(",", MOST_RANGES)

    def _range(self, part: str) -> Range:
        """Read one part of an Accept-Language value (RFC 9110 section 12.5.4); cached."""
        text, _, parameter = part.partition(";")
        text = text.strip()
        weight = _weight(parameter) if text and len(part) <= LONGEST_TAG else None
        if part in self._priorities:
            tag = parse_tag(part)
            found: Range = (1.0, tag, self._ranked(part, tag))
        elif weight is None:  # unreadable, so it matches nothing
            found = (1.0, None, ())
        elif text == "*" or text.partition(".")[0] in ("C", "POSIX"):
            found = (weight, None, None)
        else:
            tag = parse_tag(text)
            found = (weight, tag, self._ranked(text, tag))
        return keep(self._ranges, part, found)

    def _ranked(self, text: str, tag: Tag | None) -> tuple[str, ...]:
        """Return the catalogues for one tag, best first: all of one language and script."""
        own = text if text in self._priorities else self._spelled.get(plain(text))
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
        """Return the language and script of the best group for a maximized tag.

        They are the tag's own, or those of a near language, or ``None`` if there is no group.
        """
        language, script, region, _ = maximal
        groups = self._groups
        if (language, script) in groups:
            return language, script
        near = neighbours(language, script)
        if script == "Hani":  # Simplified or Traditional? The region decides.
            near.insert(0, maximize(Tag(language, region=region))[:2])
        elif not is_known(language):  # its script is unknown, so any will do
            near = [(language, ""), *(key for key in groups if key[0] == language and not script)]
        return next((key for key in near if key in groups), None)

    def _nearness(self, tag: Tag, maximal: Tag) -> Callable[[str], tuple[object, ...]]:
        """Return the sort key for the catalogues of one language and script.

        The nearest region comes first: that of the closest ancestor in CLDR's tree of parent
        locales, where zh_Hant_MO inherits from zh_Hant_HK, and en_AU and en_GB from en_001. Among
        equally near regions the likely one comes first: zh_TW, not zh_HK. Then comes the same
        variant, then none.
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
        """Return the ranges with a weight, without the catalogues that a weight of 0 excludes.

        The more specific range wins: "zh;q=0, zh-TW" accepts zh_TW, "zh, zh-TW;q=0" does not.
        """
        refused: dict[str, int] = {}  # by catalogue: how specific the range is that refuses it
        for weight, tag, _ in ranges:
            for name in self._covered(tag) if tag and not weight else ():
                refused[name] = max(refused.get(name, 0), _detail(tag))
        return [
            (weight, tag, names and tuple(n for n in names if refused.get(n, -1) < _detail(tag)))
            for weight, tag, names in ranges
            if weight
        ]

    def _covered(self, tag: Tag) -> Iterable[str]:
        """Return the catalogues that a language range with these subtags covers.

        A range with a region covers only catalogues whose own name has that region: ``zh-Hant``
        covers ``zh_TW``, but ``en-US`` does not cover ``en``. This is RFC 4647 section 3.3.1,
        applied to tags with their likely script.
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
    """Return the weight in a parameter such as ``q=0.8`` (RFC 9110 section 12.4.2), or ``None``.

    Unlike the RFC, it accepts more than three decimals, and ignores an empty parameter.
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
    """Return how specific a tag is: how many of language, script and region it has."""
    return sum(map(bool, (tag or ())[:3]))
