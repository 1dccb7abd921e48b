"""Knows which further texts the codes of a project have: the source catalogue decides."""

from __future__ import annotations

from collections.abc import Container, Mapping

from ..._engine.further import ACTION, FURTHER, SEARCH

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .layout import Expected

_COMMENTS = {
    ACTION: "What the reader can do now, as advice; it may stay empty",
    SEARCH: "Words by which people look for this code, never shown; it may stay empty",
}
"""What translators are told of each further text; the line above it is that of the code."""


def with_further(codes: Expected, keys: Container[str]) -> Expected:
    """Return the comments of codes and, behind each, of those of its further texts in ``keys``.

    >>> with_further({"FAIL": ["100", "It failed"], "OK": ["200"]}, ["FAIL.action", "NO.action"])
    ... # doctest: +NORMALIZE_WHITESPACE
    {'FAIL': ['100', 'It failed'],
     'FAIL.action': ['100', 'What the reader can do now, as advice; it may stay empty'],
     'OK': ['200']}
    """
    expected: Expected = {}
    for symbol, comments in codes.items():
        expected[symbol] = comments
        for end in FURTHER:
            if symbol + end in keys:
                expected[symbol + end] = [comments[0], _COMMENTS[end]]
    return expected


def is_further(key: str) -> bool:
    """Whether a key is that of a further text, if what is before its end is a code.

    >>> is_further("FAIL.action"), is_further("FAIL"), is_further("FAIL.hint")
    (True, False, False)
    """
    return key.endswith(FURTHER)


def renamed(renames: Mapping[str, str]) -> dict[str, str]:
    """Return renames of codes together with those of their further texts.

    >>> renamed({"OLD": "NEW"})
    {'OLD': 'NEW', 'OLD.action': 'NEW.action', 'OLD.search': 'NEW.search'}
    """
    return {old + end: new + end for old, new in renames.items() for end in ("", *FURTHER)}


def why_unknown(key: str, expected: Container[str]) -> str:
    """Return why a key is neither a code nor a further text; ``expected`` has what is.

    >>> why_unknown("FAIL.acton", {"FAIL": []}), why_unknown("FAIL.action", {"FAIL": []})
    ('is no further text of a code: these end in .action or .search', \
'is a further text that the source catalogue lacks: rv-i18n sync --text writes it there')
    >>> why_unknown("NO.action", {"FAIL": []}), why_unknown("NO", {"FAIL": []})
    ('is a further text of NO, which is not a code', 'is not the symbolic name of a code')
    """
    symbol, dot, end = key.rpartition(".")
    if symbol in expected and not is_further(symbol):
        if dot + end in FURTHER:
            reason = "is a further text that the source catalogue lacks"
            return f"{reason}: rv-i18n sync --text writes it there"
        return f"is no further text of a code: these end in {' or '.join(FURTHER)}"
    if is_further(key):
        return f"is a further text of {symbol}, which is not a code"
    return "is not the symbolic name of a code"
