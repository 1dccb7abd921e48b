"""Finds codes by number, by name, or by a text in any language, as someone types or pastes it.

What a query and a text have in common is counted in n-grams: pairs of the wide characters that
Chinese, Japanese and Korean are written with, threes of the letters of a word. So a word is found
though it is misspelt, and a sentence though a log line stands around it, with no list of words and
no rule for any one language. A rare n-gram counts for more than a common one.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from enum import IntEnum
from itertools import groupby
from math import log
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from .rows import Row

LONGEST_QUERY = 2000
"""Characters of a query that are looked at: more than any sentence with what stands around it."""

_SHARED = 0.45
"""The share of the query that is in a text, or of the text in the query, that makes them alike."""

_ALIKE = 0.8
"""What closeness counts for where neither has the other in it."""

_FAINT = 0.1
"""The closeness below which nothing is alike: a long paste shares something with everything."""

_NEAR_THE_BEST = 0.6
"""Of the texts that are like the query, those are listed whose score is this near to the best."""

# A number by itself: not the milliseconds of "10:00:00,604", nor a part of "604.5" or "v604".
_NUMBER = re.compile(r"(?<![\w.])(?<![0-9][,:])[0-9]{1,9}(?![\w]|\.[0-9])", re.ASCII)

_SEPARATORS = re.compile(r"[\W_]+")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]+")


class Kind(IntEnum):
    """Why a code was found, the best reason first."""

    NUMBER = 0
    NUMBER_START = 1
    NAME = 2
    TEXT = 3
    LIKENESS = 4


class Hit(NamedTuple):
    """A code that was found: why, and how well, up to 1."""

    row: Row
    kind: Kind
    score: float


class Index:
    """What is searched: ``rows``, read once for any number of queries."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._entries = [
            (row, _Text(row.symbol), [_Text(text) for text in row.messages.values()])
            for row in rows
        ]
        self._rarity = _Rarity(text for _, name, texts in self._entries for text in (name, *texts))

    def search(self, query: str) -> list[Hit]:
        """The codes that ``query`` finds, best first: by number, by name, by text.

        Width, case, accents and punctuation make no difference. A name or a text is found by any
        part of it, and by words of it in any order. Where nothing accounts for the whole query,
        those follow that are like it, or that stand in it.

        >>> from rv_i18n import locales
        >>> from rv_i18n.tools.reference.rows import rows
        >>> index = Index(rows(locales()))
        >>> [hit.row.code for hit in index.search("手机验证码")]
        [604]
        >>> index.search("phone verfication")[0].row.symbol
        'VALIDATE_CODE_ERROR'
        >>> index.search("qwertz")
        []
        """
        query = unicodedata.normalize("NFKC", query[:LONGEST_QUERY])
        asked = _Text(query)
        if not asked.words:
            return []
        hits, alike = [], []
        explained = asked.squeezed.isdigit()
        for row, name, texts in self._entries:
            by_words = _by_name(row, name, query, asked) or self._by_text(row, texts, asked)
            hit = _by_number(row, query) or by_words
            if hit:
                hits.append(hit)
                inside = any(text.squeezed in asked.squeezed for text in texts)
                explained = explained or inside or by_words is not None
            else:
                score = max(self._rarity.likeness(asked, text) for text in (name, *texts))
                alike.append(Hit(row, Kind.LIKENESS, score))
        if not explained:
            enough = _NEAR_THE_BEST * max((hit.score for hit in alike), default=0)
            hits += [hit for hit in alike if hit.score and hit.score >= enough]
        return sorted(hits, key=lambda hit: (hit.kind, -hit.score, hit.row.code))

    def _by_text(self, row: Row, texts: Iterable[_Text], asked: _Text) -> Hit | None:
        """A text that the query is part of, or that has all its words."""
        scores = [
            self._rarity.closeness(asked, text)
            for text in texts
            if asked.squeezed in text.squeezed or all(word in text.phrase for word in asked.words)
        ]
        return Hit(row, Kind.TEXT, max(scores)) if scores else None


def fold(text: str) -> str:
    """``text`` as it is compared: words with a space between, width, case and accents folded.

    >>> fold("Ｅrror（604）：VALIDATE_CODE_ERROR!")
    'error 604 validate code error'
    """
    text = unicodedata.normalize("NFKC", text).casefold()
    text = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", text))
    return _SEPARATORS.sub(" ", unicodedata.normalize("NFKC", text)).strip()


class _Text:
    """A text as it is compared: its words, the same with no space between, and its n-grams."""

    def __init__(self, text: str) -> None:
        self.phrase = fold(text)
        self.words = self.phrase.split()
        self.squeezed = "".join(self.words)
        self.grams = frozenset(gram for word in self.words for gram in _grams(word))


def _grams(word: str) -> Iterator[str]:
    for is_wide, characters in groupby(
        word, lambda char: unicodedata.east_asian_width(char) == "W"
    ):
        run = "".join(characters)
        sizes, run = ((1, 2), run) if is_wide else ((2, 3), f" {run} ")
        for size in sizes:
            for start in range(len(run) - size + 1):
                yield run[start : start + size]


class _Rarity:
    """What each n-gram weighs by the number of texts that it is in, and so what two texts share."""

    def __init__(self, texts: Iterable[_Text]) -> None:
        texts = list(texts)
        counts = Counter(gram for text in texts for gram in text.grams)
        self._unknown = log(1 + len(texts))
        self._weights = {gram: log(1 + len(texts) / count) for gram, count in counts.items()}

    def _weight(self, grams: Iterable[str]) -> float:
        return sum(self._weights.get(gram, self._unknown) for gram in grams)

    def closeness(self, asked: _Text, text: _Text) -> float:
        """Sørensen and Dice's coefficient: what the two share, of what they hold together."""
        together = self._weight(asked.grams) + self._weight(text.grams)
        return 2 * self._weight(asked.grams & text.grams) / together if together else 0

    def likeness(self, asked: _Text, text: _Text) -> float:
        """How closely they are alike, where at all; more where the one has the other in it."""
        closeness = self.closeness(asked, text)
        if text.squeezed in asked.squeezed:
            return closeness
        shared = self._weight(asked.grams & text.grams)
        smaller = min(self._weight(asked.grams), self._weight(text.grams))
        return closeness * _ALIKE if shared > _SHARED * smaller and closeness > _FAINT else 0


def _by_number(row: Row, query: str) -> Hit | None:
    """The number itself, in the query or alone; or its first digits."""
    if str(row.code) in [number.lstrip("0") for number in _NUMBER.findall(query)]:
        return Hit(row, Kind.NUMBER, 1)
    start = query.strip()
    if start.isdigit() and str(row.code).startswith(start):
        return Hit(row, Kind.NUMBER_START, len(start) / len(str(row.code)))
    return None


def _by_name(row: Row, name: _Text, query: str, asked: _Text) -> Hit | None:
    """The whole name, then the start of one of its words, then any part, then its words mixed."""
    part = len(asked.squeezed) / len(name.squeezed)
    # A name of one word, "FAIL", in a longer text may well be just that word.
    if asked.squeezed == name.squeezed or (len(name.words) > 1 and row.symbol in query):
        score = 1.0
    elif f" {asked.phrase}" in f" {name.phrase}":
        score = (2 + part) / 3
    elif asked.squeezed in name.squeezed:
        score = (1 + part) / 3
    elif asked.words and all(word in name.words for word in asked.words):
        score = part / 3
    else:
        return None
    return Hit(row, Kind.NAME, score)
