"""Knows the languages: which there are, their names, and their writing direction."""

from __future__ import annotations

from functools import lru_cache

from babel import Locale, UnknownLocaleError

from .._engine import cldr
from .._engine.likely import is_known, maximize, pairs
from .._engine.tags import Tag, parse_tag
from .standards import LANGUAGES, RIGHT_TO_LEFT


def display_name(locale: str) -> str:
    """Return the name of a catalogue's language in that language.

    The name includes the script if the language's regions use different ones. A locale that CLDR
    does not know is returned as it is.

    >>> display_name("ja"), display_name("zh_CN"), display_name("pt_BR")
    ('日本語', '简体中文', 'português (Brasil)')
    """
    written = parse_tag(locale) or Tag(locale)
    if written.language in _written_by_region():
        language, script, region, _ = maximize(written)
        likely = maximize(Tag(language, script))
        written = Tag(language, script, "" if region == likely.region else region)
    identifier = "_".join(filter(None, written[:3]))
    found = _babels(identifier)
    name = found and (found.languages.get(identifier) or found.get_display_name())
    return name or locale


def english_name(locale: str) -> str:
    """Return the English name of a catalogue's language; an unknown locale is returned as it is.

    >>> english_name("ja"), english_name("zh_Hant"), english_name("tlh")
    ('Japanese', 'Chinese (Traditional)', 'tlh')
    """
    tag = parse_tag(locale) or Tag(locale)
    for parts in (tag[:3], (tag.language, tag.region), tag[:1]):
        found = _babels("_".join(filter(None, parts)))
        if found:
            return found.english_name or locale
    return locale


def _babels(identifier: str) -> Locale | None:
    try:
        return Locale.parse(identifier)
    except (ValueError, UnknownLocaleError):
        return None


@lru_cache(maxsize=1)
def _written_by_region() -> frozenset[str]:
    """Return the languages whose script depends on the region."""
    keys = (key.split("_") for key in pairs(cldr.LIKELY))
    return frozenset(key[0] for key in keys if len(key) == 2 and len(key[1]) < 4)


def direction(locale: str) -> str:
    """Return the writing direction of the language's script: ``"ltr"`` or ``"rtl"``.

    >>> direction("ja"), direction("ar"), direction("ks_Deva")
    ('ltr', 'rtl', 'ltr')
    """
    return "rtl" if is_right_to_left(maximize(parse_tag(locale) or Tag(locale)).script) else "ltr"


def is_right_to_left(script: str) -> bool:
    """Whether a script is written from right to left.

    >>> is_right_to_left("Nkoo"), is_right_to_left("Latn")
    (True, False)
    """
    return script in RIGHT_TO_LEFT.split()


def is_language(tag: Tag) -> bool:
    """Whether the IANA Language Subtag Registry or CLDR has the language of a tag.

    The registry leaves qaa to qtz to private use.

    >>> is_language(Tag("tlh")), is_language(Tag("qpv")), is_language(Tag("template"))
    (True, True, False)
    """
    private = len(tag.language) == 3 and "qaa" <= tag.language <= "qtz"
    return private or tag.language in _languages() or is_known(maximize(tag).language)


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    words = (word.split("-") for word in LANGUAGES.split())
    return frozenset(start + end for start, ends in words for end in ends)
