"""Derives from CLDR what a language tag implies: likely subtags, parents, and near languages."""

from __future__ import annotations

from functools import cache

from . import _cldr
from ._tags import Tag, parse_tag


def maximize(tag: Tag) -> Tag:
    """Return ``tag`` with its likely script and region, and without its variant.

    The rules are UTS 35's "Likely Subtags". A language that CLDR does not know is left as it is.

    >>> maximize(Tag("zh", region="HK"))
    Tag(language='zh', script='Hant', region='HK', variant='')
    >>> maximize(Tag("cmn", "Hans"))
    Tag(language='zh', script='Hans', region='CN', variant='')
    """
    language, script, region, _ = tag
    alias = pairs(_cldr.LANGUAGES).get(language)
    if alias is not None:
        language, likely_script, likely_region, _ = parse_tag(alias) or tag
        script, region = script or likely_script, region or likely_region
    if script == "Zzzz":  # means "unknown", as "ZZ" does for a region
        script = ""
    if region:
        region = "" if region == "ZZ" else pairs(_cldr.REGIONS).get(region, region)
    if script and region and language != "und":
        return Tag(language, script, region)
    data = pairs(_cldr.LIKELY)
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

    >>> is_known("zh"), is_known("tlh")
    (True, False)
    """
    return language in pairs(_cldr.LIKELY)


def neighbours(language: str, script: str) -> list[tuple[str, str]]:
    """Return the languages and scripts close enough to replace the given one, nearest first.

    They are those of ICU's LocaleMatcher (UTS 35, "Language Matching"), except English. Many
    languages fall back to English, and it is the default anyway.

    >>> neighbours("nn", "Latn")
    [('nb', 'Latn'), ('no', 'Latn')]
    """
    near = pairs(_cldr.NEIGHBOURS).get(f"{language}_{script}", "")
    keys = [key.partition("_") for key in near.split(",") if key]
    return [(near_language, near_script) for near_language, _, near_script in keys]


def ancestors(tag: Tag) -> list[str]:
    """Return the locale of a maximized tag and its CLDR parents, as ``language_Script[_REGION]``.

    >>> ancestors(Tag("en", "Latn", "AU"))
    ['en_Latn_AU', 'en_Latn_001', 'en_Latn']
    """
    language, script, region, _ = tag
    parents = pairs(_cldr.PARENTS)
    locale = f"{language}_{region}"
    found = [f"{language}_{script}_{region}"]
    while True:
        # The data omits the likely script.
        locale = parents.get(found[-1]) or parents.get(locale) or ""
        if not locale:
            return [*found, f"{language}_{script}"]
        with_script = locale if locale.count("_") == 2 else locale.replace("_", f"_{script}_", 1)
        found.append(with_script)


@cache  # on PyPy a bounded cache has a lock, which a RecursionError or a fork can leave locked
def pairs(text: str) -> dict[str, str]:
    """Return a text of ``_cldr`` as a dictionary; it is split on first use.

    >>> pairs("iw he in id")
    {'iw': 'he', 'in': 'id'}
    """
    words = text.split()
    return dict(zip(words[::2], words[1::2]))
