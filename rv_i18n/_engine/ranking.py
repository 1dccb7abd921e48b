"""Ranks the available catalogues for one language, by CLDR's distance."""

from __future__ import annotations

from operator import itemgetter

from .cldr import LIMIT, PARADIGMS
from .distance import distance, neighbours
from .likely import maximize
from .tags import Tag, parse_tag, plain

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import NamedTuple, Optional

    Match = tuple[Optional[Tag], str, tuple[tuple[int, str], ...]]
    """The subtags of a language, CLDR's code for it, and what matches: distances and names."""

    class Offer(NamedTuple):
        """A catalogue, with the subtags of its name, and the same maximized.

        ``standing`` decides between two that are equally near: the smaller is the better.
        """

        name: str
        tag: Tag
        maximal: Tag
        directory: int
        standing: tuple[bool, bool, bool]
else:
    from collections import namedtuple

    Offer = namedtuple("Offer", "name tag maximal directory standing")

DEFAULT = ""
"""Stands for a catalogue of English, where CLDR calls English near to the language asked for.

CLDR does so for seventy languages. Their readers get the default, as if nothing matched; but of
several Englishes, the one that is nearest.
"""

_PSEUDO = {"XA": "XA", "XB": "XB", "XC": "XC", "psaccent": "XA", "psbidi": "XB", "pscrack": "XC"}
"""The regions and variants of pseudo-locales, with which programs are tested."""


class Ranking:
    """The catalogues, which it ranks for a language.

    ``priorities`` maps the name of each to the place of its directory.

    >>> tag, language, ranked = Ranking({"en": 0, "zh_CN": 0, "zh_TW": 0}).match("zh-Hani-TW")
    >>> language, ranked
    ('zh', ((20, 'zh_TW'), (24, 'zh_CN')))
    """

    def __init__(self, priorities: Mapping[str, int]) -> None:
        self._priorities = priorities
        self._spelled = {plain(name): name for name in sorted(priorities, reverse=True)}
        self._offers: dict[str, list[Offer]] = {}
        for name, directory in priorities.items():
            tag = parse_tag(name)
            if tag is not None:
                offer = _offer(name, tag, directory)
                self._offers.setdefault(offer.maximal.language, []).append(offer)
        self._left_to_default = {offer.name for offer in self._offers.get("en", ())}

    def prefer(self, default: str) -> None:
        """Leave to the default only its own first catalogue, if that is in English."""
        if default in self._left_to_default:
            self._left_to_default = {default}

    def match(self, text: str) -> Match:
        """Read one name of a language: parse it, maximize it, and rank the catalogues for it."""
        tag = parse_tag(text)
        if tag is None or tag[:3] == ("und", "", ""):
            own = self._own(text)
            return tag, "", ((0, own),) if own else ()
        maximal = maximize(tag)
        wanted = _pseudo(tag) or maximal
        offers = self._offers.get(wanted.language, [])
        for language in neighbours(wanted.language):
            offers = [*offers, *self._offers.get(language, ())]
        ranked = []
        own = self._own(text) if offers else None
        for offer in offers:
            far = distance(wanted, offer.maximal)
            if far < LIMIT:
                foreign = offer.maximal.language != wanted.language
                left = foreign and offer.name in self._left_to_default
                key = (far, foreign, *_preference(tag, offer, own, exact=far == 0))
                ranked.append((key, far, DEFAULT if left else offer.name))
        ranked.sort(key=itemgetter(0))
        return tag, maximal.language, tuple([(far, name) for _, far, name in ranked])

    def _own(self, text: str) -> str | None:
        """Return the catalogue that has this very name, or the same in another notation."""
        return text if text in self._priorities else self._spelled.get(plain(text))

    def covered(self, tag: Tag, language: str) -> list[str]:
        """Return the catalogues that a language range covers.

        A range with a region covers only catalogues whose own name has that region: ``zh-Hant``
        covers ``zh_TW``, but ``en-US`` does not cover ``en``. This is RFC 4647 section 3.3.1,
        applied to tags with their likely script.
        """
        names = [
            offer.name
            for offer in self._offers.get(language, ())
            if tag.script in ("", offer.maximal.script) and tag.region in ("", offer.tag.region)
        ]
        return [*names, DEFAULT] if language == "en" else names


def _offer(name: str, tag: Tag, directory: int) -> Offer:
    maximal = _pseudo(tag) or maximize(tag)
    likely = maximize(Tag(maximal.language))
    standing = (
        maximal.script != likely.script,
        maximal.region != likely.region,
        "_".join(maximal[:3]) not in PARADIGMS.split(),
    )
    return Offer(name, tag, maximal, directory, standing)


def _pseudo(tag: Tag) -> Tag | None:
    """Return the tag of a pseudo-locale as a language of its own, or ``None`` for any other."""
    kind = _PSEUDO.get(tag.region) or _PSEUDO.get(tag.variant)
    return Tag(f"{tag.language}-{kind}", tag.script) if kind else None


def _preference(tag: Tag, offer: Offer, own: str | None, *, exact: bool) -> tuple[object, ...]:
    """Return the sort key for catalogues of one language that are equally far from a tag.

    Of those that fit exactly, that with the same subtags written is the first, as in ICU, which
    knows no directories and no variants.
    """
    _, script, region, variant = offer.tag
    return (
        offer.directory,
        exact and bool(script) != bool(tag.script),
        exact and bool(region) != bool(tag.region),
        variant != tag.variant,
        variant != "",
        offer.name != own,
        offer.standing,
    )
