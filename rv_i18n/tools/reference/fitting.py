"""Tells the page which catalogue a reader gets: what look-ups know and a browser does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..._engine import cldr
from ..._engine.distance import neighbours
from ..._engine.likely import maximize, pairs
from ..._engine.ranking import Ranking
from ..._engine.tags import Tag, parse_tag

_ANYWHERE = "AQ"
"""Antarctica: no catalogue is made for it, and no rule of CLDR's names it."""


def fitting(locales: Sequence[str], default: str) -> dict[str, tuple[str, int]]:
    """Which of ``locales`` a reader gets, and at which distance, where that is not the default.

    A browser knows the likely subtags of a language tag. This is what else look-ups know: by
    language and script what a reader anywhere gets, and by region what differs there.

    >>> known = fitting(["en", "nb", "pt_BR", "pt_PT", "zh_TW"], "en")
    >>> [known.get(key) for key in ("nn-Latn", "pt-Latn", "pt-Latn-BR", "zh-Hant", "zh-Hans")]
    [('nb', 24), ('pt_PT', 4), ('pt_BR', 0), ('zh_TW', 4), None]
    """
    ranking = Ranking(dict.fromkeys(locales, 0))
    ranking.prefer(default)
    anyones = {name for _, name in ranking.match(f"en-{_ANYWHERE}")[-1][:1]}
    there = _by_region(locales)
    named = {tag.region for tag in map(parse_tag, locales) if tag and tag.region}
    regions = named | _clustered(pairs(cldr.CLUSTERS))
    order = {name: place for place, name in enumerate(locales)}
    small: dict[tuple[str, ...], Ranking] = {}  # of the few catalogues that can be the nearest
    found: dict[str, tuple[str, int]] = {}
    for tag in sorted(_languages(locales)):
        key = "-".join(filter(None, tag[:2]))
        anywhere = ranking.match(f"{key}-{_ANYWHERE}")[-1][:1]
        if not anywhere:
            continue
        [(far, name)] = anywhere
        found[key] = name, far
        clustered = _clustered(["_".join(tag[:2])])
        near = {tag.language, *neighbours(tag.language)}
        rest = {default, *anyones, name} & order.keys()
        for region in sorted({*clustered, *regions, maximize(tag).region}):
            own = there.get(maximize(tag._replace(region=region)).region, {})
            nearest = ranking
            if region not in clustered:
                if near.isdisjoint(own.values()):
                    continue  # nothing is nearer there
                names = tuple(sorted({*own, *rest}, key=order.__getitem__))
                nearest = small.get(names) or small.setdefault(
                    names, Ranking(dict.fromkeys(names, 0))
                )
                nearest.prefer(default)
            best = nearest.match(f"{key}-{region}")[-1][:1]
            if best != anywhere:
                found.update((f"{key}-{region}", (name, far)) for far, name in best)
    return {key: nearest for key, nearest in found.items() if nearest[0]}


def _languages(locales: Iterable[str]) -> set[Tag]:
    """Every language and script that CLDR lists, or that a rule of CLDR's brings to ``locales``."""
    own = {maximize(tag) for tag in map(parse_tag, locales) if tag}
    names = (*pairs(cldr.LIKELY), *pairs(cldr.SCRIPT_DISTANCES), *locales)
    found = {maximize(tag) for tag in map(parse_tag, names) if tag} | own
    near = pairs(cldr.LANGUAGE_DISTANCES)
    found |= {Tag(language, tag.script) for language in near for tag in own}
    return {Tag(tag.language, tag.script) for tag in found}


def _clustered(writings: Iterable[str]) -> set[str]:
    """The regions of which CLDR has a rule for one of these languages and scripts."""
    rules = pairs(cldr.CLUSTERS)
    listed = (rules.get(each, "").replace("/", ",").split(",") for each in writings)
    return {region for regions in listed for region in regions if region}


def _by_region(locales: Iterable[str]) -> dict[str, dict[str, str]]:
    """The catalogues for each region, written or likely, and their languages."""
    found: dict[str, dict[str, str]] = {}
    tags = ((name, tag) for name in locales for tag in [parse_tag(name)] if tag)
    for name, tag in tags:
        likely = maximize(tag)
        for region in {tag.region, likely.region}:
            found.setdefault(region, {})[name] = likely.language
    return found
