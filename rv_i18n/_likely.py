"""What a language tag implies by CLDR: its likely script, and the languages close enough to it.

The likely subtags (UTS 35, "Likely Subtags"), aliases and parent locales are Babel's copy of the
CLDR data; the neighbours, which Babel does not carry, are in ``neighbours``.
"""

from __future__ import annotations

from babel.core import get_global

from ._neighbours import NEIGHBOURS
from ._tags import Tag, parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


def maximize(tag: Tag) -> Tag | None:
    """``tag`` with its likely script and region, or ``None`` for a language that CLDR knows not.

    >>> maximize(Tag("zh", region="HK"))
    Tag(language='zh', script='Hant', region='HK')
    >>> maximize(Tag("cmn", "Hans"))
    Tag(language='zh', script='Hans', region='CN')
    """
    alias = parse_tag(get_global("language_aliases").get(tag.language, tag.language)) or tag
    language, script, region = (
        alias.language,
        tag.script or alias.script,
        tag.region or alias.region,
    )
    script = "" if script == "Zzzz" else script  # the codes for "unknown" say nothing
    region = "" if region == "ZZ" else get_global("territory_aliases").get(region, [region])[0]
    likely_subtags = get_global("likely_subtags")
    for key in _keys(language, script, region):
        likely = likely_subtags.get(key)
        if likely is not None:
            likely_language, likely_script, likely_region = likely.split("_")[:3]
            if language == "und":
                language = likely_language
            return Tag(language, script or likely_script, region or likely_region)
    return None


def _keys(language: str, script: str, region: str) -> Iterator[str]:
    """The keys to try in the likely-subtags data: as ICU does, a script counts before a region."""
    if script and region:
        yield f"{language}_{script}_{region}"
    if script:
        yield f"{language}_{script}"
    if region:
        yield f"{language}_{region}"
    yield language


class Matcher:
    """Finds, among the catalogues ``names``, the one that a reader of a language tag is given.

    >>> matcher = Matcher(["en", "ja", "zh_CN", "zh_TW"])
    >>> matcher.best(Tag("zh", region="HK")), matcher.best(Tag("bo")), matcher.best(Tag("fr"))
    ('zh_TW', 'zh_CN', None)
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._maximal: dict[str, Tag] = {}
        self._written: dict[str, Tag] = {}
        self._names: dict[tuple[str, str], list[str]] = {}
        for name in names:
            tag = parse_tag(name)
            maximal = tag and maximize(tag)
            if tag and maximal:
                self._written[name] = tag
                self._maximal[name] = maximal
                self._names.setdefault(maximal[:2], []).append(name)
        for (language, script), alike in self._names.items():
            # Where no region decides, the catalogue for the likely one does: zh_TW, not zh_HK.
            likely = maximize(Tag(language, script))
            alike.sort(key=lambda name: self._maximal[name] != likely)

    def best(self, tag: Tag) -> str | None:
        """The catalogue of the same language and script, or of the nearest neighbour, if any."""
        maximal = maximize(tag)
        if maximal is None:
            return None
        language, script, region = maximal
        neighbours = NEIGHBOURS.get((language, script), ())
        if script == "Hani":  # which Han characters is not said, but the region says it
            likely = maximize(Tag(language, region=region)) or maximal
            neighbours = (likely[:2], *neighbours)
        for key in ((language, script), *neighbours):
            if key in self._names:
                return self._nearest(Tag(*key, region), self._names[key])
        return None

    def _nearest(self, tag: Tag, names: list[str]) -> str:
        """Of several catalogues in one language and script, the one for the nearest region.

        That is the one that shares the closest ancestor in CLDR's tree of parent locales, in which
        ``zh_Hant_MO`` comes from ``zh_Hant_HK``, and ``en_AU`` with ``en_GB`` from ``en_001``.
        """
        return next(
            name
            for ancestor in _ancestors(tag)  # the last of them is an ancestor of all these
            for name in names
            if ancestor in _ancestors(self._maximal[name])
        )

    def covered(self, tag: Tag) -> list[str]:
        """The catalogues that a language range of these subtags is about.

        A region counts only where the catalogue's own name has one: ``zh-Hant`` is about ``zh_TW``,
        ``en-US`` is not about ``en`` (RFC 4647 section 3.3.1, on tags that carry their script).

        >>> Matcher(["en", "zh_CN", "zh_TW"]).covered(Tag("cmn", region="TW"))
        ['zh_TW']
        """
        language = (maximize(tag) or tag).language
        return [
            name
            for name, maximal in self._maximal.items()
            if language == maximal.language
            and tag.script in ("", maximal.script)
            and tag.region in ("", self._written[name].region)
        ]


def _ancestors(tag: Tag) -> list[str]:
    """The locale of a maximal tag and its parents in CLDR, as ``language_Script[_REGION]``."""
    language, script, region = tag
    locale = f"{language}_{region}"
    ancestors = [f"{language}_{script}_{region}"]
    parents = get_global("parent_exceptions")
    while True:
        # The data omits the script where it is the likely one.
        parent = parents.get(ancestors[-1]) or parents.get(locale)
        if parent is None or parent == "root":
            return [*ancestors, f"{language}_{script}"]
        locale = parent
        ancestors.append(
            parent if parent.count("_") == 2 else parent.replace("_", f"_{script}_", 1)
        )
