"""Fills the ``{name}`` fields of a text with values, as the text's language writes them.

A field is a plain name, and may say what its value is: ``{size:number}``. Numbers and dates are
written by Babel where it is installed, and as Python writes them where it is not. Nothing else of
``str.format`` is there: no attribute or index of a value is ever read.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import lru_cache

from .direction import isolated
from .likely import maximize
from .quote import cut
from .tags import Tag, parse_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

KINDS = ("", "number", "percent", "date", "time", "datetime")
"""What a field can say of its value."""

BRACED = re.compile(r"\{\{|\}\}|\{([^{}]*)\}")
"""A doubled brace, or what is in braces."""

_LARGEST = 10**24
"""The numbers that are written in digits are below; a ``Decimal`` may be far longer."""


def field_of(braced: str) -> tuple[str, str] | None:
    """Return the name and the kind of the field that stands in braces, or ``None``.

    >>> field_of("size:number"), field_of("file"), field_of("0"), field_of("size:,")
    (('size', 'number'), ('file', ''), None, None)
    """
    name, colon, kind = braced.partition(":")
    known = name.isidentifier() and name != "strict" and kind in KINDS and bool(kind) == bool(colon)
    return (name, kind) if known else None


def fill(text: str, language: str, values: Mapping[str, object]) -> tuple[str, list[str]]:
    """Return a text with its fields filled, and what could not be.

    >>> fill("{{{file}}} is over {limit:percent}, {x!r}", "en", {"file": "a.ma", "limit": 0.5})
    ('{a.ma} is over 50%, {x!r}', ['x!r'])
    """
    open_fields: dict[str, None] = {}

    def filled(match: re.Match[str]) -> str:
        braced = match[1]
        if braced is None:
            return match[0][0]
        field = field_of(braced)
        try:
            if field is not None:
                return isolated(_written(values[field[0]], field[1], language), language)
        except Exception:  # noqa: BLE001, S110 - no value, or one whose __str__ raises
            pass
        open_fields[braced if field is None else field[0]] = None
        return match[0]

    return BRACED.sub(filled, text), list(open_fields)


def missing(symbol: str, names: Collection[str]) -> ValueError:
    """Return the error for fields that were not filled."""
    return ValueError(f"{cut(symbol)}: no value for {cut(', '.join(names), 200)}")


def _written(value: object, kind: str, language: str) -> str:
    for write in (_by_babel, _by_python) if kind else ():
        try:
            return write(value, kind, language)
        except Exception:  # noqa: BLE001, S112 - no Babel, or none of its values or languages
            continue
    return str(value)


def _by_python(value: Any, kind: str, language: str) -> str:
    # Fractions have had a format since Python 3.12, and as floats in every version.
    return f"{float(value):.0%}" if kind == "percent" and _is_moderate(value) else str(value)


def _by_babel(value: Any, kind: str, language: str) -> str:
    """Return what Babel writes; whatever it raises says that it cannot."""
    if kind in ("number", "percent"):
        from babel import numbers

        if not _is_moderate(value):
            raise ValueError
        write = numbers.format_decimal if kind == "number" else numbers.format_percent
        return write(value, locale=_locale(language))
    from datetime import date, datetime, time

    from babel import dates

    if kind == "date" and isinstance(value, date):
        return dates.format_date(value, locale=_locale(language))
    if kind == "time" and isinstance(value, (time, datetime)):
        return dates.format_time(value, locale=_locale(language))
    if kind == "datetime" and isinstance(value, datetime):
        return dates.format_datetime(value, locale=_locale(language))
    raise TypeError


def _is_moderate(value: Any) -> bool:
    """Whether a value is a number, of a size that is written in digits."""
    try:
        return bool(value == 0 or 1 / _LARGEST < abs(value) < _LARGEST)
    except Exception:  # noqa: BLE001 - no number, or one that is not compared
        return False


@lru_cache(maxsize=256)
def _locale(language: str) -> Any:
    """Return Babel's locale for a language tag; raise an error of Babel's if it has none."""
    from babel import Locale, UnknownLocaleError

    wanted = maximize(parse_tag(language) or Tag(""))
    for name in (language, f"{wanted.language}-{wanted.script}"):
        try:
            found = Locale.parse(name, sep="-")
        except (UnknownLocaleError, ValueError):  # a variant, or a region, that it does not know
            continue
        if found.script in (None, wanted.script):  # or it dropped the script with the region
            return found
    return Locale.parse(wanted.language)
