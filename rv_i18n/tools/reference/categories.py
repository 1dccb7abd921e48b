"""Gives the plural forms of a text by CLDR's categories, which other programs know them by."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError

from ... import Message
from ..._engine.plural import choose

_NUMBERS = (*range(201), 1_000_000)
"""Among these are numbers of every category of every language that CLDR has rules for."""


def by_category(message: Message) -> dict[str, str]:
    """Return the plural forms of a text by category: zero, one, two, few, many, other.

    A catalogue has its forms in the order of its own Plural-Forms. Which is of which category, a
    number tells that is in both. It is {} for a text that is no plural.

    >>> from rv_i18n import lookup
    >>> by_category(lookup(604, "en"))
    {}
    """
    if not message._plurals:
        return {}
    try:
        category = Locale.parse(message.language, sep="-").plural_form
    except (UnknownLocaleError, ValueError):  # a language of which CLDR knows nothing
        return {"other": message.text}
    found: dict[str, str] = {}
    for number in _NUMBERS:
        name = category(number)
        if name not in found:
            found[name] = choose(message._plurals, number)[0]
    return {name: found[name] for name in _ORDER if found.get(name)}


_ORDER = ("zero", "one", "two", "few", "many", "other")
