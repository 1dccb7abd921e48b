"""Gives the name and the writing direction of a catalogue's language, from CLDR through Babel."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from ... import _cldr
from ..._likely import maximize, pairs
from ..._tags import Tag, parse_tag


def display_name(locale: str) -> str:
    """Return the name of a catalogue's language in that language.

    The name includes the script if the language's regions use different ones. A locale that CLDR
    does not know is returned as it is.

    >>> display_name("ja"), display_name("zh_CN"), display_name("pt_BR")
    ('日本語', '简体中文', 'português (Brasil)')
    """
    written = parse_tag(locale) or Tag(locale)
    if _script_depends_on_region(written.language):
        language, script, region, _ = maximize(written)
        likely = maximize(Tag(language, script))
        written = Tag(language, script, "" if region == likely.region else region)
    identifier = "_".join(filter(None, written[:3]))
    try:
        found = Locale.parse(identifier)
    except (ValueError, UnknownLocaleError):
        return locale
    return found.languages.get(identifier) or found.get_display_name() or locale


def _script_depends_on_region(language: str) -> bool:
    keys = (key.split("_") for key in pairs(_cldr.LIKELY))
    return any(key[0] == language and len(key) == 2 and len(key[1]) < 4 for key in keys)


def direction(locale: str) -> str:
    """Return the writing direction of the language: ``"ltr"`` or ``"rtl"``.

    >>> direction("ja"), direction("ar")
    ('ltr', 'rtl')
    """
    tag = maximize(parse_tag(locale) or Tag(locale))
    try:
        return Locale.parse("_".join(filter(None, tag[:3]))).text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"
