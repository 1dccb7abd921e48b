"""Finds codes by number, name or text, in any language, from what someone types or pastes.

A word of a query weighs more, the fewer codes have it and the longer it is, and is found where a
word begins with it, or begins and ends as it does. A code's score is the share of the query's
weight that it has, and how like the query one of its texts is. The index says which codes share
most with a query; the texts of those are compared one by one.

The page finds the same: ``page.js`` follows this file step by step, with the rules that
``shared_rules`` puts into the page.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from enum import IntEnum
from functools import lru_cache
from math import log
from typing import Any, NamedTuple

from .folding import SAME, fold
from .rows import Row, with_forms

RULES: dict[str, Any] = {
    "longest": 2000,  # characters of a query that are read
    "letters": 6,  # from which a word has its full weight; one of a wide script counts as two
    "unknown": 0.65,  # the weight of a word that no code has, to that of one that a single code has
    "slip": 4,  # letters that both words must have to be alike but for a beginning
    "alike": 0.5,  # how like a word of a query a word must be
    "words": 0.85,  # what one counts for among the words that people use
    "text": 0.4,  # what the likeness of query and text counts for, beside the share of the query
    "near": 0.85,  # the score from which a code may be what was meant
    "half": 0.38,  # the share of the query from which it is listed as further away
    "whole": 0.8,  # the share of one of its texts from which it is listed as well
    "compared": 200,  # codes whose texts are compared with the query one by one
    "most": 6,  # codes that are listed as further away
    "closest": 5,  # codes that are named if none is listed
}
"""The numbers that decide what is found: they are measured with the queries in tests/data."""

# The patterns mean the same in JavaScript.

_WIDE = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\ua4cf\uac00-\ud7ff\uf900-\ufaff"
    "\U00020000-\U0003ffff"
)
"""Characters of Chinese, Japanese, Korean, Thai, Lao, Burmese and Khmer."""

_NO_CODES = (
    r"(?<![0-9])(?:[0-9]{4}[-/][0-9]{2}[-/][0-9]{2}"
    r"|[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:[.,][0-9]+)?)"
    r"|(?<![A-Za-z0-9])[-+]0[0-9]{3}(?![0-9])"
    r"|\", line [0-9]+"
)
"""Numbers in a log that are not codes: dates, times, UTC offsets (+0800), line numbers."""

_NUMBER = (
    r"(?:(code|err|error|码|错误|碼|錯誤|コード|エラー|코드|오류)[^a-z0-9.-]{0,4}|(?<![a-z0-9_.]))"
    r"(-?[0-9]+)(?![a-z0-9_%]|\.[0-9])"
)
"""A number on its own, not inside a word, "604.5" or "100%"; or right after a word for "code".

The first group is that word. It tells the code in a line from an HTTP status or a count.
"""

_SPACED = r"(?<!\S)\S(?: \S){3,}(?!\S)"
"""Four characters or more, each on its own, as in S P A C E D print that was scanned."""

_BETWEEN = "[,;\u060c\u3001\uff0c\uff1b]"
"""What stands between the words by which people look for a code."""


class Kind(IntEnum):
    """Why a code was found, the best reason first."""

    CODE = 0
    NUMBER = 1
    NUMBER_START = 2
    WORDS = 3
    HALF = 4
    CLOSEST = 5


class Hit(NamedTuple):
    """A code that was found: why, and how well among those found for the same reason."""

    row: Row
    kind: Kind
    score: float


class Missing(NamedTuple):
    """A number of a query that no code has: what the server says with it, and its neighbours."""

    number: str
    words: str
    nearest: list[Row]


class Found(NamedTuple):
    """What a query finds, best first: ``hits``, or if there are none, the ``closest`` codes."""

    hits: list[Hit]
    closest: list[Row]
    missing: list[Missing]


class Index:
    """An index of ``rows``, built once and searched any number of times.

    ``unlisted`` has numbers that the server is known to send and no list has, with its words.
    """

    def __init__(self, rows: Sequence[Row], unlisted: Mapping[str, str] | None = None) -> None:
        self._rows = rows
        self._unlisted = unlisted or {}
        self._places: defaultdict[str, list[int]] = defaultdict(list)  # by number
        self._having: defaultdict[str, list[int]] = defaultdict(list)  # the rows with each word
        for place, row in enumerate(rows):
            if _is_number(row):
                self._places[str(row.code)].append(place)
            for term in _terms(fold(" ".join(searched(row)))):
                self._having[term].append(place)
        self._by_end: defaultdict[str, list[str]] = defaultdict(list)
        for term in self._having:
            for end in _ends(term):
                self._by_end[end].append(term)
        self._known: dict[int, list[_Text]] = {}

    def search(self, query: str) -> Found:
        """The codes that ``query`` finds: by number, then by name and text.

        A number that the query calls a code comes before other numbers. Width, case, accents,
        punctuation and the Chinese script make no difference. A word also matches those that begin
        with it, and those that begin and end as it does.

        >>> from rv_i18n.tools.project import shipped_project
        >>> from rv_i18n.tools.reference.rows import reference
        >>> project = shipped_project()
        >>> index = Index(reference(project, project.catalog().locales()).rows())
        >>> index.search("手机验证码").hits[0].row.code
        604
        >>> index.search("phone verfication").hits[0].row.symbol
        'VALIDATE_CODE_ERROR'
        >>> index.search("qwertz")
        Found(hits=[], closest=[], missing=[])
        """
        query = unicodedata.normalize("NFKC", query[: RULES["longest"]])
        found = self._by_words(query)
        start = query.strip()
        digits = start.isdigit() and start.isascii()
        starting = [each for each in self._places if digits and each.startswith(start)]
        for number in starting:
            why = (Kind.NUMBER_START, len(start) / len(number))
            found.update(dict.fromkeys(self._places[number], why))
        numbers, missing = self._numbers(query, "" if starting else start)
        for place, kind in numbers.items():
            found[place] = kind, float(place in found and found[place][0] < Kind.CLOSEST)
        # What is found for one reason and equally well stays in the order of the rows.
        ranked = sorted(found.items(), key=lambda item: (item[1][0], -item[1][1], item[0]))
        hits = [Hit(self._rows[place], *why) for place, why in ranked]
        sure = [hit for hit in hits if hit.kind < Kind.HALF]
        half = [hit for hit in hits if hit.kind == Kind.HALF]
        closest = [hit.row for hit in hits] or [row for each in missing for row in each.nearest]
        listed = [*sure, *half[: RULES["most"]]]
        return Found(listed, [] if listed else closest[: RULES["closest"]], missing)

    def _numbers(self, query: str, alone: str) -> tuple[dict[int, Kind], list[Missing]]:
        """The rows whose code the query contains, and the numbers that no row has.

        These count if the query calls them codes, if one is ``alone`` in it, or if the server is
        known to send them.
        """
        rows: dict[int, Kind] = {}
        missing: dict[str, Missing] = {}
        for called, written in re.findall(_NUMBER, re.sub(_NO_CODES, " ", query), re.IGNORECASE):
            digits = written.lstrip("-").lstrip("0") or "0"
            number = f"-{digits}" if written.startswith("-") else digits
            kind = Kind.CODE if called else Kind.NUMBER
            places = self._places.get(number) or self._places.get(digits) or []
            for place in places:
                rows[place] = min(rows.get(place, kind), kind)
            words = self._unlisted.get(number, "")
            if not places and (called or words or written == alone):
                missing[number] = Missing(number, words, self._neighbours(int(number)))
        return rows, [*missing.values()]

    def _neighbours(self, number: int) -> list[Row]:
        """The codes before and after a number."""
        places = sorted((int(each), places[0]) for each, places in self._places.items())
        at = bisect(places, (number, -1))
        return [self._rows[place] for _, place in places[max(0, at - 1) : at + 1]]

    def _by_words(self, query: str) -> dict[int, tuple[Kind, float]]:
        """Why each row is found that has words of a query.

        Those that share most with it are compared text by text.
        """
        total = 0.0
        shares: defaultdict[int, float] = defaultdict(float)
        asked: defaultdict[str, list[tuple[str, float]]] = defaultdict(list)
        for term in _terms(fold(re.sub(_SPACED, _together, query))):
            weight, like = self._like(term)
            total += weight
            best: dict[int, float] = {}
            for word, part in like.items():
                asked[word].append((term, part))
                for place in self._having[word]:
                    if part > best.get(place, 0):
                        best[place] = part
            for place, part in best.items():
                shares[place] += part
        most = sorted(shares, key=lambda place: (-round(shares[place], 9), place))
        return {place: self._compared(place, asked, total) for place in most[: RULES["compared"]]}

    def _compared(
        self, place: int, asked: Mapping[str, list[tuple[str, float]]], total: float
    ) -> tuple[Kind, float]:
        """Why a row is found for the words ``asked``, of the weight ``total``, and its score."""
        best: dict[str, float] = {}  # by word of the query: what the row has of it
        both = whole = 0.0
        for text in self._texts(place):
            parts: dict[str, float] = {}
            for word in text.terms:
                for term, part in asked.get(word, ()):
                    parts[term] = max(parts.get(term, 0), part * text.counts)
            for term, part in parts.items():
                best[term] = max(best.get(term, 0), part)
            shared = sum(parts.values())
            both = max(both, 2 * shared / (total + text.weight))  # Sørensen and Dice's coefficient
            whole = max(whole, shared / text.weight)
        share = sum(best.values()) / total
        score = round(share + RULES["text"] * both, 9)
        if score >= RULES["near"]:
            return Kind.WORDS, score
        listed = share >= RULES["half"] or whole >= RULES["whole"]
        return Kind.HALF if listed else Kind.CLOSEST, score

    def _texts(self, place: int) -> list[_Text]:
        """The texts of a row, as they are compared."""
        if place not in self._known:
            self._known[place] = [
                _Text(terms, sum(map(self._weight, terms)), counts)
                for text, counts in searched(self._rows[place]).items()
                for terms in [_terms(fold(text))]
                if terms
            ]
        return self._known[place]

    def _like(self, term: str) -> tuple[float, dict[str, float]]:
        """The weight of a word of a query, and what each word that matches it has of that."""
        if term in self._having and (term.isdecimal() or _is_wide(term)):
            like = {term: 1.0}
        else:
            near = {word for end in _ends(term) for word in self._by_end.get(end, ())}
            alike = {word: likeness(term, word) for word in near}
            like = {word: share for word, share in alike.items() if share >= RULES["alike"]}
        if not like:  # most numbers are no error's words
            return (0 if term.isdecimal() else RULES["unknown"] * self._weight(term)), {}
        best = max(like.values())
        rows = {place for word in like if like[word] == best for place in self._having[word]}
        weight = self._weight(term, len(rows))
        return weight, {word: weight * share * share for word, share in like.items()}

    def _weight(self, term: str, rows: int = 0) -> float:
        """The weight of a word that so many rows have; by default those that have it."""
        letters = 2 * len(term) if _is_wide(term) else len(term) - 0.5
        share: float = min(letters / RULES["letters"], 1)
        rows = rows or len(self._having.get(term, " "))
        return share * log(1 + len(self._rows) / rows)


class _Text(NamedTuple):
    """One text that a row is found by: its words, their weight, and what one counts for."""

    terms: list[str]
    weight: float
    counts: float


def _together(spaced: re.Match[str]) -> str:
    return spaced[0].replace(" ", "")


def likeness(term: str, word: str) -> float:
    """How like a word of a query another is: the share of letters that they begin and end with.

    A word that begins or ends with all of the query's is more like it. In one as long, two letters
    may be swapped.

    >>> [likeness("verif", word) for word in ("verif", "verified", "clarify")]
    [1.0, 0.8125, 0.0]
    >>> [round(likeness("phnoe", word), 2) for word in ("phone", "phones", "photo")]
    [0.8, 0.36, 0.4]
    """
    most = min(len(term), len(word))
    start = next((at for at in range(most) if term[at] != word[at]), most)
    long = most >= RULES["slip"] or _is_wide(term)
    if start == len(term) or (long and word.endswith(term)):
        return (1 + len(term) / len(word)) / 2
    if not long:
        return 0.0
    most -= start
    end = next((at for at in range(most) if term[-1 - at] != word[-1 - at]), most)
    same = start + end
    if (
        len(term) == len(word) == same + 2
        and term[start] + term[start + 1] == word[start + 1] + word[start]
    ):
        same += 1
    return 2 * same / (len(term) + len(word))


def shared_rules(texts: Iterable[str]) -> dict[str, Any]:
    """The rules that the page needs to find in ``texts`` what ``Index`` finds, as JSON values."""
    held = {*"".join(map(fold, texts))}
    return {
        **RULES,
        "wide": _WIDE,
        "no_codes": _NO_CODES,
        "number": _NUMBER,
        "spaced": _SPACED,
        "between": _BETWEEN,
        "same": {char: same for char, same in SAME.items() if same in held},
    }


def _is_number(row: Row) -> bool:
    """Whether a code is a number, or a string of digits that Python would read as one."""
    return re.fullmatch(r"-?(?:0|[1-9][0-9]{0,999})", str(row.code)) is not None


def searched(row: Row) -> dict[str, float]:
    """The texts that a row is found by, and what a word in each counts for.

    Name and code count with and without what stands between their words.
    """
    names = [row.symbol, *([] if _is_number(row) else [str(row.code)])]
    texts = [*names, *(fold(name).replace(" ", "") for name in names)]
    texts += map(with_forms, (*row.messages.values(), *row.actions.values()))
    texts.append(re.sub("[0-9]+", " ", row.description))  # they are of other codes
    words = (word for words in row.search.values() for word in re.split(_BETWEEN, words))
    return {**dict.fromkeys(words, RULES["words"]), **dict.fromkeys(texts, 1.0)}


def _terms(folded: str) -> list[str]:
    """The distinct words of a folded text; pairs of characters for scripts without spaces."""
    terms: list[str] = []
    for word in folded.split():
        for run in [word] if word.isascii() else _RUNS.findall(word):
            terms += _terms_of(run)
    return list(dict.fromkeys(terms))


@lru_cache(maxsize=10_000)  # most sentences share them
def _terms_of(run: str) -> tuple[str, ...]:
    """The terms of what no space and no change of script divides."""
    wide = len(run) > 1 and _is_wide(run)
    return tuple(map("".join, zip(run, run[1:]))) if wide else (run,)


def _ends(term: str) -> set[str]:
    """The beginning and the end of a word: one of them is the same in words that are alike."""
    size = 1 if _is_wide(term) else 2
    return {f"{term[:size]}-", f"-{term[-size:]}"}


def _is_wide(term: str) -> bool:
    return term > _NARROW and _FIRST_WIDE.match(term) is not None


_RUNS = re.compile(f"[{_WIDE}]+|[^\\s{_WIDE}]+")
_NARROW = "\u0e00"
_FIRST_WIDE = re.compile(f"[{_WIDE}]")
