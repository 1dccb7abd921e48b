"""Measures how far a catalogue's language is from a reader's, by CLDR's language matching.

The rules are UTS 35's "Language Matching", and the numbers those of ICU's LocaleMatcher.
"""

from __future__ import annotations

from functools import cache

from .cldr import (
    CLUSTERS,
    LANGUAGE_DISTANCES,
    LIMIT,
    OTHER_CLUSTER,
    OTHER_REGION,
    PREFERRED_REGION,
    SCRIPT_DISTANCES,
)
from .likely import pairs
from .tags import Tag


def neighbours(language: str) -> list[str]:
    """Return the other languages that a reader of this one can be given, if the scripts fit too.

    >>> neighbours("nn"), neighbours("ja")
    (['nb', 'no'], [])
    """
    return list(_near(LANGUAGE_DISTANCES, language))


def distance(wanted: Tag, offered: Tag) -> int:
    """Return the distance between two maximized tags; from ``LIMIT`` on they do not match.

    A script that is not known is near to any.

    >>> from rv_i18n._engine.tags import Tag
    >>> australian, american = Tag("en", "Latn", "AU"), Tag("en", "Latn", "US")
    >>> distance(australian, Tag("en", "Latn", "GB")), distance(australian, american)
    (3, 5)
    """
    language, script, region, _ = wanted
    own_language, own_script, own_region, _ = offered
    found = 0
    if language != own_language:
        found = _near(LANGUAGE_DISTANCES, language).get(own_language, LIMIT)
    if script != own_script and script and own_script:
        near = _near(SCRIPT_DISTANCES, f"{language}_{script}")
        found += near.get(f"{own_language}_{own_script}", LIMIT)
    if region != own_region and found < LIMIT:
        writing = f"{language}_{script}"
        if writing in pairs(CLUSTERS) and found == 0:
            found = _between_regions(writing, region, own_region)
        else:
            found += OTHER_REGION
    return found


def _between_regions(writing: str, region: str, other: str) -> int:
    """Return the distance between two regions of a language that has clusters of regions."""
    inside, partly, preferred = _clusters(writing)
    if region in partly or other in partly or (region in inside) != (other in inside):
        return OTHER_CLUSTER
    return PREFERRED_REGION if other == preferred else OTHER_REGION


@cache
def _clusters(writing: str) -> tuple[frozenset[str], frozenset[str], str]:
    """Return the regions of a cluster, those that are partly in it, and the one to prefer.

    Called only for the few languages that have clusters, so the cache is small.
    """
    inside, partly, preferred = pairs(CLUSTERS)[writing].split("/")
    return frozenset(inside.split(",")), frozenset(partly.split(",")), preferred


def _near(text: str, key: str) -> dict[str, int]:
    """Return what a text of distances has for a language, or a language and script."""
    listed = pairs(text).get(key)
    if listed is None:
        return {}
    return {name: int(far) for name, _, far in (each.partition("=") for each in listed.split(","))}
