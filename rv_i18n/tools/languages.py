"""What a catalogue's language is called, tagged and written like; all of it is CLDR's, by Babel."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from ..likely import maximize
from ..negotiation import SCRIPT_BY_REGION
from ..tags import Tag, parse_tag


def display_name(catalogue: str) -> str:
    """The language of a catalogue, in that language, with its script where regions differ in it.

    A name that means nothing to CLDR stands for itself.

    >>> display_name("ja"), display_name("zh_CN"), display_name("pt_BR")
    ('日本語', '简体中文', 'português (Brasil)')
    """
    tag = _tag(catalogue)
    try:
        locale = Locale.parse("_".join(filter(None, tag)))
    except (ValueError, UnknownLocaleError):
        return catalogue
    if tag.language in SCRIPT_BY_REGION and tag.script:
        name = locale.languages.get(f"{tag.language}_{tag.script}")
        return name or locale.get_display_name() or catalogue
    return Locale.parse(language_tag(catalogue), sep="-").get_display_name() or catalogue


def language_tag(catalogue: str) -> str:
    """The BCP 47 tag of a catalogue's language.

    >>> language_tag("zh_TW"), language_tag("sr_RS@latin")
    ('zh-TW', 'sr-Latn-RS')
    """
    return "-".join(filter(None, parse_tag(catalogue) or (catalogue,)))


def direction(catalogue: str) -> str:
    """``"ltr"`` or ``"rtl"``: which way the language is written.

    >>> direction("ja"), direction("ar")
    ('ltr', 'rtl')
    """
    try:
        return Locale.parse("_".join(filter(None, _tag(catalogue)))).text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"


def _tag(catalogue: str) -> Tag:
    tag = parse_tag(catalogue) or Tag(catalogue)
    return maximize(tag) or tag
