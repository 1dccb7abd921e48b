"""What a catalogue's language is called, tagged and written like; all of it is CLDR's, by Babel."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from ..._likely import maximize
from ..._tags import Tag, parse_tag


def display_name(catalogue: str) -> str:
    """The language of a catalogue, in that language; with its script where regions differ in it.

    A name that means nothing to CLDR stands for itself.

    >>> display_name("ja"), display_name("zh_CN"), display_name("pt_BR")
    ('日本語', '简体中文', 'português (Brasil)')
    """
    written = parse_tag(catalogue) or Tag(catalogue)
    if written.language in ("sr", "zh"):
        language, script, region, _ = _maximal(catalogue)
        likely = maximize(Tag(language, script))
        written = Tag(language, script, "" if likely and region == likely.region else region)
    identifier = "_".join(filter(None, written[:3]))
    try:
        locale = Locale.parse(identifier)
    except (ValueError, UnknownLocaleError):
        return catalogue
    return locale.languages.get(identifier) or locale.get_display_name() or catalogue


def language_tag(catalogue: str) -> str:
    """The BCP 47 tag of a catalogue's language.

    >>> language_tag("zh_TW"), language_tag("sr_RS@latin")
    ('zh-TW', 'sr-Latn-RS')
    """
    return "-".join(filter(None, (parse_tag(catalogue) or (catalogue,))[:3]))


def direction(catalogue: str) -> str:
    """``"ltr"`` or ``"rtl"``: which way the language is written.

    >>> direction("ja"), direction("ar")
    ('ltr', 'rtl')
    """
    try:
        return Locale.parse("_".join(filter(None, _maximal(catalogue)[:3]))).text_direction
    except (ValueError, UnknownLocaleError):
        return "ltr"


def _maximal(catalogue: str) -> Tag:
    tag = parse_tag(catalogue) or Tag(catalogue)
    return maximize(tag) or tag
