"""Reads what names languages: BCP 47 tags, POSIX locale names, Accept-Language values.

Syntax alone: which subtags were written, not what they imply. Nothing here raises for a string,
since the strings come from strangers: what cannot be read is ``None``, or is left out of a list.
"""

from __future__ import annotations

import re

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple

    class Tag(NamedTuple):
        """The subtags of a language tag that choose a text, in canonical case; "" where absent."""

        language: str
        script: str = ""
        region: str = ""
else:
    from collections import namedtuple

    Tag = namedtuple("Tag", "language script region", defaults=("", ""))

LONGEST_TAG = 255
"""Characters; RFC 5646 section 4.4.1 asks for room for 35, and real tags stay below that."""

MOST_RANGES = 100
"""Ranges of one Accept-Language value that are read. Browsers send fewer than twenty."""

# RFC 5646 section 2.1: language, extended language, script, region; then variants, extensions
# and private use, which no catalogue is chosen by. POSIX names have "_" in place of "-".
_TAG = re.compile(
    r"(?=[a-z0-9]+(?:-[a-z0-9]{1,8})*\Z)"  # looked at once, not again for each choice below
    r"(?P<language>[a-z]{2,8})"
    r"(?:-(?P<extlang>[a-z]{3})(?:-[a-z]{3}){0,2})?"
    r"(?:-(?P<script>[a-z]{4}))?"
    r"(?:-(?P<region>[a-z]{2}|[0-9]{3}))?"
    r"(?:-|\Z)",
    re.IGNORECASE | re.ASCII,
)

# RFC 9110 section 12.4.2: a weight is 0 to 1 with at most three decimals.
_WEIGHT = re.compile(r"[ \t]*[qQ]=(0(?:\.[0-9]{0,3})?|1(?:\.0{0,3})?)[ \t]*", re.ASCII)

# The registered tags of RFC 5646 section 2.2.8 that do not read by that pattern as they are meant.
_GRANDFATHERED = {
    "art-lojban": "jbo",
    "i-ami": "ami",
    "i-bnn": "bnn",
    "i-hak": "hak",
    "i-klingon": "tlh",
    "i-lux": "lb",
    "i-navajo": "nv",
    "i-pwn": "pwn",
    "i-tao": "tao",
    "i-tay": "tay",
    "i-tsu": "tsu",
    "no-bok": "nb",
    "no-nyn": "nn",
    "sgn-be-fr": "sfb",
    "sgn-be-nl": "vgt",
    "sgn-ch-de": "sgg",
    "zh-guoyu": "cmn",
    "zh-hakka": "hak",
    "zh-min": "nan",
    "zh-min-nan": "nan",
    "zh-xiang": "hsn",
}

# The modifiers of POSIX locale names that name a script.
_MODIFIERS = {"arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "latin": "Latn"}


def parse_tag(text: str) -> Tag | None:
    """The subtags of a language tag (RFC 5646) or POSIX locale name, or ``None`` if it is neither.

    >>> parse_tag("zh-cmn-Hans-CN")
    Tag(language='cmn', script='Hans', region='CN')
    >>> parse_tag("sr_RS.UTF-8@latin")
    Tag(language='sr', script='Latn', region='RS')
    >>> parse_tag("../../etc/passwd") is None
    True
    """
    if len(text) > LONGEST_TAG:
        return None
    name, _, modifier = text.strip().partition("@")
    name = name.partition(".")[0].replace("_", "-")
    name = _GRANDFATHERED.get(name.lower(), name)
    match = _TAG.match(name)
    if match is None:
        return None
    language = match["extlang"] or match["language"]  # RFC 5646 section 4.5: the latter goes
    script = match["script"] or _MODIFIERS.get(modifier.lower(), "")
    return Tag(language.lower(), script.title(), (match["region"] or "").upper())


def parse_accept_language(value: str) -> list[tuple[str, float]]:
    """The language ranges of an Accept-Language value with their weights, best first.

    By RFC 9110 section 12.5.4: equal weights keep their order, and a weight of 0 says "not this".
    A part that cannot be read is left out and the rest still counts; ranges after the first
    hundred are not looked at.

    >>> parse_accept_language("fr;q=0.3, ja, en;q=much, zh-TW;q=0")
    [('ja', 1.0), ('fr', 0.3), ('zh-TW', 0.0)]
    """
    ranges = []
    for part in value.split(",", MOST_RANGES)[:MOST_RANGES]:
        if len(part) > LONGEST_TAG:
            continue
        name, semicolon, parameter = part.partition(";")
        weight = _WEIGHT.fullmatch(parameter)
        if name.strip() and (weight or not semicolon):
            ranges.append((name.strip(), float(weight[1]) if weight else 1.0))
    ranges.sort(key=lambda pair: -pair[1])
    return ranges
