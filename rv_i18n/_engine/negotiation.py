"""Reads what a reader asks for, a list of languages, and gives the catalogues that match.

The best one is that of ICU's LocaleMatcher, which follows UTS 35's "Language Matching".
"""

from __future__ import annotations

from math import nextafter
from operator import itemgetter

from .arguments import MOST_RANGES, THEN, keep
from .cldr import DEMOTION, LIMIT
from .ranking import DEFAULT, Ranking
from .tags import LONGEST_TAG, Tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from typing import NamedTuple

    class Range(NamedTuple):
        """A part of a request, such as ``ja;q=0.8``, and what ``Ranking.match`` says of it.

        ``tag`` is ``ANY`` for "*", ``NONE`` for POSIX's "C", and ``None`` for what is no language.
        """

        weight: float
        tag: Tag | None
        language: str
        ranked: tuple[tuple[int, str], ...]
else:
    from collections import namedtuple

    Range = namedtuple("Range", "weight tag language ranked")

ANY, NONE = Tag("*"), Tag("C")

_LAST_PLACE = LIMIT // DEMOTION - 1
"""Later places are demoted like this one, so that a language that fits exactly is always found."""

_WEIGHTS = {"": 1.0, **{f"q=0.{digit}": digit / 10 for digit in range(10)}}
"""The weights that browsers send."""

_ABOVE_ZERO = frozenset(f".{digit}" for digit in "123456789")


class Negotiator:
    """Gives the catalogues that match what a reader asks for, best first.

    ``priorities`` maps the name of each catalogue to the place of its directory. Of two that match
    equally well, that of the earlier directory wins. ``default`` names the locales that a reader
    gets whom nothing matches.

    >>> negotiator = Negotiator({"en": 0, "ja": 0, "zh_CN": 0, "zh_TW": 0})
    >>> negotiator.fitting("ja-JP"), negotiator.fitting(["fr", "zh-Hans-SG"])
    (('ja',), ('zh_CN',))
    >>> negotiator.fitting("fr;q=0.9, ko;q=0.5")
    ()
    """

    def __init__(self, priorities: Mapping[str, int], default: Sequence[str] = ("en",)) -> None:
        self._priorities = priorities
        self._ranking = Ranking(priorities)
        self._ranges: dict[object, Range] = {}
        self.default = self.fitting(default)
        """The catalogues of the default, best first."""
        if self.default:
            self._ranking.prefer(self.default[0])
            self._ranges.clear()

    def exact(self, locale: str | Sequence[str]) -> str | None:
        """Return the first of ``fitting`` if the first language of a string decides, or ``None``.

        It does if it fits exactly and has the weight 1. The others are not read.

        >>> negotiator = Negotiator({"en": 0, "ja": 0})
        >>> negotiator.exact("ja-JP, en;q=0.9, xx;q=0.8"), negotiator.exact("fr, ja;q=0.5")
        ('ja', None)
        """
        if not isinstance(locale, str) or locale in self._priorities:
            return None
        part = locale.partition(",")[0]
        weight, _, _, ranked = self._ranges.get(part) or self._range(part)
        fits = weight == 1 and ranked and ranked[0][0] == 0
        return ranked[0][1] if fits and not _may_refuse(locale) else None

    def fitting(self, locale: str | Sequence[str]) -> tuple[str, ...]:
        """Return the names of the catalogues that match, best first.

        A string is a language tag, a locale name or an Accept-Language value. A sequence is read
        like an Accept-Language value split over several lines (RFC 9110 section 5.3). Ranges are
        sorted by weight. A catalogue's distance counts for more the later its range comes, and
        those that a weight of 0 refuses are left out. "*" stands for the catalogues that are not
        named, and POSIX's "C" ends the list. What stands before "x-then" in a sequence is judged by
        itself, and what stands behind it comes after.

        >>> negotiator = Negotiator({"en": 0, "ja": 0, "zh_TW": 0})
        >>> negotiator.fitting("yue, en"), negotiator.fitting("yue, fr, de, en")
        (('en', 'zh_TW'), ('zh_TW', 'en'))
        >>> negotiator.fitting("*, zh-TW"), negotiator.fitting("*, en;q=0")
        (('zh_TW', 'en', 'ja'), ('ja', 'zh_TW'))
        >>> negotiator.fitting(["yue", "x-then", "en"])
        ('zh_TW', 'en')
        """
        if not isinstance(locale, str) and THEN in locale:
            at = locale.index(THEN)
            chosen, others = self.fitting(locale[:at]), self.fitting(locale[at + 1 :])
            return tuple(dict.fromkeys(chosen + others))
        ranges = self._read(locale)
        refused = self._refused(ranges) if ranges and not ranges[-1].weight else {}
        before: list[str] | None = None
        sums: dict[str, int] = {}
        for place, each in enumerate(ranges):
            weight, tag, _, ranked = each
            if not weight or tag is NONE:
                break
            if ranked:
                demotion = DEMOTION * min(place, _LAST_PLACE)
                for far, name in _accepted(each, refused) if refused else ranked:
                    total = far + demotion
                    if total < sums.get(name, LIMIT):
                        sums.pop(name, None)  # of two equal sums the earlier counts
                        sums[name] = total
            elif tag is ANY and before is None:
                before, sums = _nearest_first(sums), {}
        after = _nearest_first(sums)
        return tuple(after if before is None else self._any(ranges, refused, before, after))

    def _any(
        self, ranges: list[Range], refused: Iterable[str], before: list[str], after: list[str]
    ) -> Iterable[str]:
        """Return the catalogues before "*", those that it stands for, and those behind it."""
        named = {*refused}.union(*map(self._covered, ranges))
        others = [name for name in (*self.default, *sorted(self._priorities)) if name not in named]
        return dict.fromkeys((*before, *others, *after))

    def _read(self, locale: str | Sequence[str]) -> list[Range]:
        """Return the ranges of a request, those with the greatest weight first.

        A string that is a catalogue's name is not split.
        """
        parts: list[str] = []
        for value in (locale,) if isinstance(locale, str) else locale:
            parts += [value] if value in self._priorities else value.split(",", MOST_RANGES)
        known = self._ranges
        ranges = [known.get(part) or self._range(part) for part in parts[:MOST_RANGES]]
        ranges.sort(key=itemgetter(0), reverse=True)  # equal weights keep their order
        return ranges

    def _range(self, part: str) -> Range:
        """Read one part of an Accept-Language value (RFC 9110 section 12.5.4); cached."""
        text, _, parameter = part.partition(";")
        text = text.strip()
        weight = _weight(parameter) if text and len(part) <= LONGEST_TAG else None
        if part in self._priorities:
            found = Range(1.0, *self._ranking.match(part))
        elif weight is None:  # unreadable, so it matches nothing
            found = Range(1.0, None, "", ())
        elif text == "*":  # behind those of the same weight
            found = Range(weight and nextafter(weight, 0), ANY, "", ())
        elif text.partition(".")[0] in ("C", "POSIX"):
            found = Range(weight, NONE, "", ())
        else:
            found = Range(weight, *self._ranking.match(text))
        return keep(self._ranges, part, found)

    def _refused(self, ranges: Iterable[Range]) -> dict[str, int]:
        """Return the catalogues that a weight of 0 refuses, and how specific the range is.

        The more specific range wins: "zh;q=0, zh-TW" accepts zh_TW, "zh, zh-TW;q=0" does not.
        """
        refused: dict[str, int] = {}
        for each in ranges:
            for name in () if each.weight else self._covered(each):
                refused[name] = max(refused.get(name, 0), _detail(each.tag))
        return refused

    def _covered(self, each: Range) -> list[str]:
        return self._ranking.covered(each.tag, each.language) if each.tag else []


def _accepted(each: Range, refused: Mapping[str, int]) -> list[tuple[int, str]]:
    """Return the catalogues of a range that no range as specific refuses."""
    detail = _detail(each.tag)
    return [(far, name) for far, name in each.ranked if refused.get(name, -1) < detail]


def _nearest_first(sums: Mapping[str, int]) -> list[str]:
    """Return the names by rising sum, up to where the default's turn is."""
    names = sorted(sums, key=sums.__getitem__)
    return names[: names.index(DEFAULT)] if DEFAULT in sums else names


def _weight(parameter: str) -> float | None:
    """Return the weight in a parameter such as ``q=0.8`` (RFC 9110 section 12.4.2), or ``None``.

    Unlike the RFC, it accepts more than three decimals, and ignores an empty parameter.
    """
    known = _WEIGHTS.get(parameter)
    if known is not None:
        return known
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


def _may_refuse(value: str) -> bool:
    """Whether a weight in an Accept-Language value may be 0; only a ``False`` is certain."""
    _, *weights = value.replace("Q", "q").split("q=0", MOST_RANGES)
    return len(weights) == MOST_RANGES or any(
        each[:2] not in _ABOVE_ZERO and not each.partition(",")[0].strip("0. \t;")
        for each in weights
    )


def _detail(tag: Tag | None) -> int:
    """Return how specific a tag is: how many of language, script and region it has."""
    return sum(map(bool, (tag or ())[:3]))
