"""Recognises the columns of a table: by their heads, in any language, or by what is in them."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from ..._engine.tags import parse_tag
from ..languages import display_name
from ..reference.labels import LABELS, page_locales, translated
from .cells import Cells

NUMBER = re.compile(r"-?(?:0|[1-9][0-9]{0,999})")
"""A number without leading zeros: with them, it is a string that has to stay as it is.

Python reads no number of many thousand digits."""

_MOST_COLUMNS = 1_000
"""The most columns of a table of codes: each head is compared with every language."""

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_.-]*(?: [A-Za-z0-9_.-]+)*")

_CODE = ("code", "number", "value", "error code", "id", "no", "no.")
_SYMBOL = ("symbol", "name", "symbolic name", "key", "constant")
_DESCRIPTION = ("description", "when", "comment")
_TEXT = ("message", "text")
"""Heads in English, beside those that ``table`` writes."""


class Columns(NamedTuple):
    """Where a table has what: the number of each column, or ``None``.

    ``texts`` has the columns of texts by the locales that each may be in, "" for an unknown one.
    ``headed`` is whether the first row is one of heads.
    """

    code: int
    symbol: int | None
    description: int | None
    facts: int | None
    texts: dict[int, set[str]]
    headed: bool


def recognise(cells: Cells, locales: Collection[str]) -> Columns | None:
    """Return the columns of a table of codes, or ``None`` if it is none.

    ``locales`` are the project's; the heads of texts may name them, or the page's own.
    """
    if not cells.rows or not 0 < len(cells.rows[0]) <= _MOST_COLUMNS:
        return None
    heads = [_folded(cell) for cell in cells.rows[0]]
    headed = not NUMBER.fullmatch(heads[0])
    rows = [row for row in cells.rows[headed:] if len(row) == len(heads)]
    columns = list(zip(*rows))
    if not headed:
        heads = [""] * len(heads)
    code = _first(heads, [*_CODE, *_labels("code")])
    if code is None and columns and all(map(_is_number, columns[0])):
        code = 0
    if code is None:
        return None
    taken = {code}
    symbol = _taken(heads, [*_SYMBOL, *_labels("name")], taken)
    description = _taken(heads, _DESCRIPTION, taken)
    facts = _taken(heads, ("facts",), taken)
    texts = {}
    for at, head in enumerate(heads):
        languages = _languages(head, locales)
        if at not in taken and languages is not None:
            texts[at] = languages
            taken.add(at)
    rest = [at for at in range(len(heads)) if at not in taken and at < len(columns)]
    if symbol is None:
        symbol = next((at for at in rest if _are_names(columns[at])), None)
    rest = [at for at in rest if at != symbol]
    if not texts and description is None and rest:
        texts[rest[0]] = set()
    return Columns(code, symbol, description, facts, texts, headed)


def _folded(cell: object) -> str:
    return " ".join(str(cell).split()).casefold()


def _first(heads: Sequence[str], known: Iterable[str]) -> int | None:
    """Return the first head that is known, the best known first."""
    return next((heads.index(each) for each in known if each in heads), None)


def _taken(heads: Sequence[str], known: Iterable[str], taken: set[int]) -> int | None:
    """Return as ``_first`` does, of the heads that nothing else has, and take it."""
    at = _first([("" if at in taken else head) for at, head in enumerate(heads)], known)
    if at is not None:
        taken.add(at)
    return at


def _labels(key: str) -> list[str]:
    """Return what ``table`` calls a column, in each language."""
    return [_folded(translated(LABELS[key], locale)) for locale in page_locales()]


def _languages(head: str, locales: Collection[str]) -> set[str] | None:
    """Return the locales that a column of texts may be in, or ``None`` if it has no texts.

    The head is a locale, a language's name in itself, or the word for a text in a language.
    """
    known = {*locales, *page_locales()}
    tag = parse_tag(head) if re.match(r"[a-z]{2,3}\b|[a-z]{2,3}_", head) else None
    if tag:
        found = {locale for locale in known if parse_tag(locale) == tag}
    else:
        found = {locale for locale in known if _folded(display_name(locale)) == head}
    if found:
        return found
    if head in _TEXT:
        return set()
    said = {each for each in page_locales() if _folded(translated(LABELS["message"], each)) == head}
    return said or None


def _is_number(cell: object) -> bool:
    return NUMBER.fullmatch(str(cell)) is not None


def _are_names(column: Sequence[object]) -> bool:
    """Whether a column looks like one of symbolic names: all of that form, most without a space."""
    texts = [str(cell) for cell in column if cell != ""]
    plain = [text for text in texts if " " not in text]
    return bool(texts) and all(map(_NAME.fullmatch, texts)) and 2 * len(plain) > len(texts)
