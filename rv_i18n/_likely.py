"""What a language tag implies by CLDR: its likely subtags, its parents, and its neighbours."""

from __future__ import annotations

from functools import cache

from . import _cldr
from ._tags import Tag, parse_tag


def maximize(tag: Tag) -> Tag:
    """``tag`` with its likely script and region (UTS 35, "Likely Subtags"), without a variant.

    A language that CLDR does not know stays as it is.

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
    if script == "Zzzz":  # the codes for "unknown" say nothing
        script = ""
    if region:
        region = "" if region == "ZZ" else pairs(_cldr.REGIONS).get(region, region)
    if script and region and language != "und":
        return Tag(language, script, region)
    data = pairs(_cldr.LIKELY)
    likely = (  # as ICU does, a script counts before a region
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
    """The languages and scripts close enough to serve in the place of one, nearest first.

    They are those of ICU's LocaleMatcher (UTS 35, "Language Matching"), but for English, which
    many languages fall back to and which is the default in any case.

    >>> neighbours("nn", "Latn")
    [('nb', 'Latn'), ('no', 'Latn')]
    """
    near = pairs(_cldr.NEIGHBOURS).get(f"{language}_{script}", "")
    keys = [key.partition("_") for key in near.split(",") if key]
    return [(near_language, near_script) for near_language, _, near_script in keys]


def ancestors(tag: Tag) -> list[str]:
    """The locale of a maximal tag and its parents in CLDR, as ``language_Script[_REGION]``.

    >>> ancestors(Tag("en", "Latn", "AU"))
    ['en_Latn_AU', 'en_Latn_001', 'en_Latn']
    """
    language, script, region, _ = tag
    parents = pairs(_cldr.PARENTS)
    locale = f"{language}_{region}"
    found = [f"{language}_{script}_{region}"]
    while True:
        # The data omits the script where it is the likely one.
        locale = parents.get(found[-1]) or parents.get(locale) or ""
        if not locale:
            return [*found, f"{language}_{script}"]
        with_script = locale if locale.count("_") == 2 else locale.replace("_", f"_{script}_", 1)
        found.append(with_script)


@cache  # one with a bound has a lock on PyPy, which a RecursionError or a fork leaves closed
def pairs(text: str) -> dict[str, str]:
    """A text of ``_cldr`` as a dictionary, split when it is first needed.

    >>> pairs("iw he in id")
    {'iw': 'he', 'in': 'id'}
    """
    words = text.split()
    return dict(zip(words[::2], words[1::2]))
