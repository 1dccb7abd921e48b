"""Which catalogue answers a locale: by its name where that is enough, else by likely subtags.

The answer is that of ICU's LocaleMatcher. The common cases (a catalogue's own name, or a tag that
only adds a region to it) are settled here without loading Babel, which costs more than the look-up
of an error message may.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import islice

from ._errors import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable

    from ._likely import Matcher
    from ._tags import Tag

MOST_TAGS = 100
"""Entries of one sequence of tags that are looked at."""

_LONGEST_NAME = 255
"""Characters of a catalogue's name, which is the name of a directory."""

# fmt: off
SCRIPT_BY_REGION = frozenset({
    "az", "ha", "hak", "kk", "ku", "ky", "lzz", "mn", "ms", "nan",
    "pa", "pnt", "sd", "sr", "tg", "ug", "unr", "uz", "yue", "zh",
})
# fmt: on
"""The languages whose likely script depends on the region (CLDR): there, "-TW" says a script."""


def frozen(locale: str | Sequence[str]) -> str | tuple[str, ...]:
    """``locale`` as something that can be a key: a string, or a tuple of strings.

    Raises ``TypeError`` for anything but a string or a sequence of strings.

    >>> frozen(["fr", "ja"])
    ('fr', 'ja')
    """
    if isinstance(locale, str):
        return locale
    if isinstance(locale, Sequence) and not isinstance(locale, (bytes, bytearray, memoryview)):
        tags = tuple(islice(locale, MOST_TAGS))
        if all(isinstance(tag, str) for tag in tags):
            return tags
    raise TypeError(
        'a locale is a string such as "ja-JP", "zh_CN.UTF-8" or "ja, en;q=0.8", or a sequence '
        f"of language tags, not {type_name(locale)}"
    )


class Negotiator:
    """Finds the best of the catalogues ``names`` for what a reader asks for.

    >>> negotiator = Negotiator(["en", "ja", "zh_CN"])
    >>> negotiator.best("ja-JP"), negotiator.best(["fr", "zh-Hans-SG"]), negotiator.best("zh-HK")
    ('ja', 'zh_CN', None)
    >>> negotiator.best("fr;q=0.9, ja;q=0.5")
    'ja'
    """

    def __init__(self, names: Iterable[str]) -> None:
        self._names = {name.replace("-", "_"): name for name in names}
        languages = [name.partition("_")[0] for name in self._names]
        # The languages that a region added to them cannot lead to another catalogue.
        self._alone = frozenset(
            name
            for name in self._names
            if languages.count(name) == 1 and name not in SCRIPT_BY_REGION
        )
        self._matcher: Matcher | None = None

    def best(self, locale: str | tuple[str, ...]) -> str | None:
        """The name of the best catalogue; ``None`` where none fits, or where "*" comes first."""
        if isinstance(locale, str):
            if any(mark in locale for mark in ",;*"):
                return self._by_accept_language(locale)
            locale = (locale,)
        for tag in locale:
            if _is_any(tag):
                return None
            name = self._by_tag(tag)
            if name is not None:
                return name
        return None

    def _by_accept_language(self, value: str) -> str | None:
        """By RFC 9110 section 12.5.4: the first range that fits, by weight; weight 0 excludes.

        What it excludes is every catalogue that the range is about, unless a more specific range
        asks for it: "zh;q=0, zh-TW" accepts zh_TW, "zh, zh-TW;q=0" does not.
        """
        from ._tags import parse_accept_language, parse_tag

        ranges = parse_accept_language(value)
        refused: dict[str, int] = {}  # the catalogues, and how specific a range refuses each
        for name, weight in ranges:
            tag = None if weight else parse_tag(name)
            for catalogue in self._likely().covered(tag) if tag else ():
                refused[catalogue] = max(refused.get(catalogue, 0), _detail(tag))
        for name, weight in ranges:
            if not weight or _is_any(name):
                return None  # those of weight 0 come last
            best = self._by_tag(name)
            if best is not None and refused.get(best, -1) < _detail(parse_tag(name)):
                return best
        return None

    def _by_tag(self, tag: str) -> str | None:
        return self._by_name(tag) or self._by_likely_subtags(tag)

    def _by_name(self, tag: str) -> str | None:
        """The catalogue that ``tag`` names as it stands, but for case, "-" and an encoding."""
        if len(tag) > _LONGEST_NAME or not tag.isascii():  # "\u212ao", the Kelvin sign, is no "ko"
            return None
        language, _, region = tag.partition(".")[0].replace("-", "_").partition("_")
        language, region = language.lower(), region.upper()
        name = f"{language}_{region}" if region else language
        if name in self._names:
            return self._names[name]
        is_region = region.isalpha() if len(region) == 2 else len(region) == 3 and region.isdigit()
        return language if is_region and language in self._alone else None

    def _by_likely_subtags(self, tag: str) -> str | None:
        from ._tags import parse_tag

        parsed = parse_tag(tag)
        return parsed and self._likely().best(parsed)

    def _likely(self) -> Matcher:
        if self._matcher is None:
            from ._likely import Matcher

            self._matcher = Matcher(sorted(self._names.values()))
        return self._matcher


def _is_any(tag: str) -> bool:
    """Whether ``tag`` accepts any language: "*", or POSIX's names for no language at all."""
    return tag == "*" or tag.partition(".")[0] in ("C", "POSIX")


def _detail(tag: Tag | None) -> int:
    """How specific a tag is: how many of language, script and region it has."""
    return sum(map(bool, tag or ()))
