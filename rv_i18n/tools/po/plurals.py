"""Judges a Plural-Forms header by CLDR's rules: which numbers share a plural form in a language."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ..._engine.likely import maximize
from ..._engine.plural import OTHERWISE, forms_of, read_rule
from ..._engine.tags import parse_tag
from ..standards import PLURALS

UNSET = "nplurals=INTEGER; plural=EXPRESSION;"
"""What ``xgettext`` writes into a template, and ``msginit`` for a language it does not know."""

_NUMBERS = (*range(1001), 1_000_000, 1_000_001, 2_000_000)
"""The numbers on which rules are compared; some languages have a form for millions."""


def rule_of(locale: str) -> str:
    """Return the Plural-Forms of a locale's language by CLDR, or "" if CLDR has none.

    >>> rule_of("en_GB"), rule_of("zh-Hant"), rule_of("tlh")
    ('nplurals=2; plural=(n != 1);', 'nplurals=1; plural=0;', '')
    """
    tag = parse_tag(locale)
    if tag is None:
        return ""
    rules = _rules()
    names = (f"{tag.language}_{tag.region}", tag.language, maximize(tag).language)
    return next((rules[name] for name in names if name in rules), "")


@lru_cache(maxsize=64)
def forms(value: str) -> list[int]:
    """Return the plural form that a Plural-Forms gives each number; [] if gettext cannot read it.

    The numbers are 0 to 1000, and some above a million.

    >>> forms("nplurals=2; plural=(n != 1);")[:3], forms("nplurals=2; plural=n+1;")
    ([1, 0, 1], [])
    """
    try:
        return forms_of(value, _NUMBERS)
    except ValueError:
        return []


def count_of(value: str) -> int:
    """Return the number of forms of a Plural-Forms; 2 if gettext cannot read it.

    >>> count_of("nplurals=1; plural=0;"), count_of(UNSET)
    (1, 2)
    """
    return _readable(value)[0]


def form_of(value: str, number: int) -> int:
    """Return the form that a Plural-Forms gives a number.

    >>> form_of("nplurals=2; plural=n != 1;", 1), form_of("", 5)
    (0, 1)
    """
    return forms_of(_readable(value)[1], [number])[0]


def numbers_of(value: str, form: int) -> list[int]:
    """Return the numbers that a Plural-Forms gives a form.

    >>> numbers_of("nplurals=2; plural=n != 1;", 0), numbers_of("nplurals=2; plural=n < 2;", 1)
    ([1], [0, 1])
    """
    found = forms(value) or forms(OTHERWISE)
    return [number for number, each in zip(_NUMBERS, found) if each == form]


@lru_cache(maxsize=64)
def _readable(value: str) -> tuple[int, str]:
    """Return the number of forms of a rule, and the rule, or that which takes its place."""
    rule = value if forms(value) else OTHERWISE
    return read_rule(rule)[0], rule


def is_right(value: str, locale: str) -> bool:
    """Whether a value groups the numbers from 0 to 1000 as CLDR does, in whatever notation.

    Whether millions have a form of their own is left to the file: CLDR's rules of French and
    Spanish have one, and those that most tools write do not. A readable value for a language of
    which CLDR has no rule is right.

    >>> is_right("nplurals=2; plural=n!=1", "tr"), is_right("nplurals=2; plural=n>1;", "fr")
    (True, True)
    >>> is_right("nplurals=1; plural=0;", "tr"), is_right("anything", "tlh")
    (False, False)
    """
    found, rule = forms(value), rule_of(locale)
    return bool(found) and (not rule or _groups(found[:1001]) == _groups(forms(rule)[:1001]))


@lru_cache(maxsize=1)
def _rules() -> dict[str, str]:
    """Return the rules by language, or language and region."""
    return {name: rule for rule, names in PLURALS.items() for name in names.split()}


def _groups(numbers: Iterable[int]) -> list[int]:
    """Number the forms in order of appearance, so that equal groupings compare equal."""
    names: dict[int, int] = {}
    return [names.setdefault(form, len(names)) for form in numbers]
