"""Parses language tags (BCP 47) and the locale names of POSIX, Java and Android.

It reads only the syntax: which subtags are written, not what they imply. The strings are untrusted,
so no function raises for one: a string that names no language gives ``None``.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import takewhile

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import NamedTuple

    class Tag(NamedTuple):
        """The subtags of a language tag, in canonical case; "" if absent.

        ``variant`` is everything after the region, in lower case and unparsed.
        """

        language: str
        script: str = ""
        region: str = ""
        variant: str = ""
else:
    from collections import namedtuple

    Tag = namedtuple("Tag", "language script region variant", defaults=("", "", ""))

LONGEST_TAG = 255
"""In characters. RFC 5646 section 4.4.1 recommends room for 35; real tags are shorter."""

_LONGEST_SUBTAG = 8
"""In characters (RFC 5646 section 2.1)."""

# Tags that do not mean what their subtags say: the grandfathered tags of RFC 5646 section 2.2.8,
# and two Windows names for the Chinese scripts.
_IRREGULAR = {
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
    "zh-chs": "zh-hans",
    "zh-cht": "zh-hant",
    "zh-guoyu": "cmn",
    "zh-hakka": "hak",
    "zh-min": "nan",
    "zh-min-nan": "nan",
    "zh-xiang": "hsn",
}

# Modifiers of POSIX locale names that stand for a script.
_MODIFIERS = {"arabic": "Arab", "cyrillic": "Cyrl", "devanagari": "Deva", "latin": "Latn"}


def parse_tag(text: str) -> Tag | None:
    """Return the subtags of a language tag (RFC 5646) or locale name, or ``None`` for other text.

    Locale names are those of POSIX (``sr_RS.UTF-8@latin``), of Java (``zh_TW_#Hant``), of Android
    (``b+zh+Hant+TW``, ``zh-rTW``), and the old ones that gettext still knows (``japanese``).

    >>> parse_tag("zh-cmn-Hans-CN")
    Tag(language='cmn', script='Hans', region='CN', variant='')
    >>> parse_tag("sr_RS.UTF-8@latin")
    Tag(language='sr', script='Latn', region='RS', variant='')
    >>> parse_tag("../../etc/passwd") is None
    True
    """
    if len(text) > LONGEST_TAG or not text.isascii():
        return None
    name, _, modifier = text.strip().partition("@")
    modifier = modifier.lower()
    name, _, java = plain(name).partition("#")
    java = java.partition("-")[0]
    name = name.rstrip("-")
    if len(name.partition("-")[0]) > 3:  # no registered language has such a long code
        alias = _gettext_alias(name)
        if alias:
            return parse_tag(alias)
    subtags = _IRREGULAR.get(name, name).split("-")
    longest = len(max(subtags, key=len))
    if longest > _LONGEST_SUBTAG or "" in subtags or not "".join(subtags).isalnum():
        return None
    language = subtags.pop(0)
    if len(language) == 1 or not language.isalpha():
        return None
    script = region = ""
    if _is_letters(subtags, 3):  # RFC 5646 section 4.5: an extended language replaces its prefix
        language = subtags.pop(0)
        while _is_letters(subtags, 3):
            subtags.pop(0)
    if _is_letters(subtags, 4):
        script = subtags.pop(0)
    if _is_letters(subtags, 2) or (subtags and len(subtags[0]) == 3 and subtags[0].isdigit()):
        region = subtags.pop(0)
    if not script:
        script = java if _is_letters([java], 4) else _MODIFIERS.get(modifier, "")
    variant = "-".join(subtags) or ("" if modifier in _MODIFIERS else modifier)
    if script == "zzzz":  # says that it is unknown, as "zz" does of a region
        script = ""
    return Tag(language, script.title(), "" if region == "zz" else region.upper(), variant)


def plain(name: str) -> str:
    """Return a locale name in a form to compare: lower case, hyphens, no encoding.

    >>> plain("zh_TW.Big5"), plain("b+zh+Hant+TW"), plain("zh-rTW")
    ('zh-tw', 'zh-hant-tw', 'zh-tw')
    """
    name = name.partition(".")[0]
    if name.startswith("b+"):
        name = name[2:].replace("+", "-")
    elif name[-4:-2] == "-r" and name[-2:].isupper():  # or "rTW" would be an extended language
        name = f"{name[:-3]}{name[-2:]}"
    # Lowering can turn other characters into ASCII letters: the Kelvin sign becomes "k".
    return name.replace("_", "-").lower() if name.isascii() else name


@lru_cache(maxsize=1000)  # each look-up of a ``Message`` needs one
def language_tag(name: str) -> str:
    """Return the BCP 47 tag for a catalogue's name, for ``Content-Language`` and ``lang=``.

    A name that is not a language tag gives ``"und"``, the tag for an undetermined language.

    >>> language_tag("zh_TW"), language_tag("sr@latin"), language_tag("ca@valencia")
    ('zh-TW', 'sr-Latn', 'ca-valencia')
    """
    language, script, region, variant = parse_tag(name) or Tag("und")
    variants = takewhile(_is_variant, variant.split("-"))
    return "-".join(filter(None, [language, script, region, *variants]))


def _gettext_alias(name: str) -> str | None:
    """Return what the standard library's alias table has for an old name such as ``german``."""
    try:
        from locale import locale_alias  # slow to import, and rarely needed
    except (ImportError, OSError):  # no descriptor is left to load it with
        return None
    # ``plain`` has made "english-uk" of "english_uk"; what is found has two letters, or is "C".
    return locale_alias.get(name) or locale_alias.get(name.replace("-", "_", 1))


def _is_letters(subtags: list[str], length: int) -> bool:
    """Whether the first subtag has exactly ``length`` letters."""
    return bool(subtags) and len(subtags[0]) == length and subtags[0].isalpha()


def _is_variant(subtag: str) -> bool:
    """Whether ``subtag`` has the form of a registered variant (RFC 5646 section 2.2.5)."""
    shortest = 4 if subtag[:1].isdigit() else 5
    return shortest <= len(subtag) <= _LONGEST_SUBTAG and subtag.isalnum()
