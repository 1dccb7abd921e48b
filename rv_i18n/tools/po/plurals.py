"""Compares a Plural-Forms header with CLDR: which numbers share a plural form in a language."""

from __future__ import annotations

import gettext
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural
from babel.plural import to_gettext

from ..._tags import parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable


def cldr_locale(locale: str) -> Locale | None:
    """Return CLDR's data for the language of a locale name, or ``None`` if it has none.

    >>> cldr_locale("pt-BR"), cldr_locale("zh_Hant"), cldr_locale("tlh")
    (Locale('pt', territory='BR'), Locale('zh', script='Hant'), None)
    """
    tag = parse_tag(locale)
    for parts in (tag[:3], (tag.language, tag.region), tag[:1]) if tag else ():
        try:
            return Locale.parse("_".join(filter(None, parts)))
        except (UnknownLocaleError, ValueError):
            continue
    return None


def right_value(locale: Locale) -> str:
    """Return a value that groups numbers as CLDR does: Babel's, if that is right, as it usually is.

    >>> right_value(Locale("fr")), right_value(Locale("tr"))
    ('nplurals=2; plural=(n > 1);', 'nplurals=2; plural=(((n == 1)) ? 0 : 1);')
    """
    babels = get_plural(locale).plural_forms
    if is_right(babels, locale):
        return babels
    # CLDR's rules have an operand e for the exponent in "1e6"; gettext has no such operand.
    return str(to_gettext(locale.plural_form)).replace("e", "0")


def is_right(value: str, locale: Locale) -> bool:
    """Whether a value groups the numbers from 0 to 1000 as CLDR does, in whatever notation.

    >>> is_right("nplurals=2; plural=n!=1", Locale("tr")), is_right("anything", Locale("tr"))
    (True, False)
    """
    return _groups(_forms(value)) == _cldrs_groups(locale)


def is_babels(value: str, locale: Locale) -> bool:
    """Whether a value is the one that Babel writes for a language, apart from spaces and brackets.

    >>> is_babels("nplurals=1; plural=0;", Locale("tr"))
    True
    """
    return _bare(value) == _bare(get_plural(locale).plural_forms)


def _forms(value: str) -> list[int]:
    """Return the plural form of each number from 0 to 1000; [] if the rule cannot be read."""
    count, _, rule = value.rstrip("; ").partition(";")
    count_name, _, number = count.partition("=")
    rule_name, _, expression = rule.partition("=")
    names = [name.strip() for name in (count_name, rule_name)]
    number = number.strip()
    if names != ["nplurals", "plural"] or not number.isdecimal() or len(number) > 2:
        return []
    try:
        form = gettext.c2py(expression)
        forms = [form(each) for each in range(1001)]
    except (ValueError, ArithmeticError, RecursionError):
        return []
    return forms if max(forms) < int(number) else []


@lru_cache(maxsize=256)
def _cldrs_groups(locale: Locale) -> list[int]:
    return _groups(map(locale.plural_form, range(1001)))


def _groups(forms: Iterable[object]) -> list[int]:
    """Number the forms in order of appearance, so that equal groupings compare equal."""
    names: dict[object, int] = {}
    return [names.setdefault(form, len(names)) for form in forms]


def _bare(value: str) -> list[str]:
    return [char for char in value if char not in " ();"]
