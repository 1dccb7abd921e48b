"""Derives from CLDR what a language tag leaves out: its likely script and region."""

from __future__ import annotations

from functools import cache

from . import cldr
from .tags import Tag


def maximize(tag: Tag) -> Tag:
    """Return ``tag`` with its likely script and region, and without its variant.

    The rules are UTS 35's "Likely Subtags", and deprecated codes are replaced first. A language
    that CLDR does not know is left as it is.

    >>> maximize(Tag("zh", region="HK"))
    Tag(language='zh', script='Hant', region='HK', variant='')
    >>> maximize(Tag("cmn", "Hans"))
    Tag(language='zh', script='Hans', region='CN', variant='')
    """
    language, script, region, _ = tag
    language, _, implied = pairs(cldr.LANGUAGES).get(language, language).partition("_")
    region = region or implied
    if region:
        region = pairs(cldr.REGIONS).get(region, region)
    if script and region and language != "und":
        return Tag(language, script, region)
    data = pairs(cldr.LIKELY)
    likely = (  # as in ICU, a script takes precedence over a region
        (script and region and data.get(f"{language}_{script}_{region}"))
        or (script and data.get(f"{language}_{script}"))
        or (region and data.get(f"{language}_{region}"))
        or data.get(language)
    )
    if not likely:
        return Tag(language, script, region)
    *likely_language, likely_script, likely_region = likely.split("_")
    return Tag(
        likely_language[0] if likely_language else language,
        script or likely_script,
        region or likely_region,
    )


def is_known(language: str) -> bool:
    """Whether CLDR says which script a language is written in.

    >>> is_known("zh"), is_known("qaa")
    (True, False)
    """
    return language in pairs(cldr.LIKELY)


@cache  # on PyPy a bounded cache has a lock, which a RecursionError or a fork can leave locked
def pairs(text: str) -> dict[str, str]:
    """Return a text of ``cldr`` as a dictionary; it is split on first use.

    >>> pairs("iw he in id")
    {'iw': 'he', 'in': 'id'}
    """
    words = text.split()
    return dict(zip(words[::2], words[1::2]))
