"""Finds codes by number, by name, or by a text in any language, as someone types or pastes it.

The command and the page find the same: ``page.js`` follows the steps of this file one by one, with
the rules that ``shared_rules`` puts into the page. Both begin with ``fold`` and ``_terms``, which
make words of a text; of Chinese, Japanese, Korean and what else is written without spaces, pairs of
characters. A word is indexed once, with the texts that have it; a rare one counts for more than a
common one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from enum import IntEnum
from functools import partial
from math import log
from typing import NamedTuple

from .hanzi import SIMPLIFIED, TRADITIONAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from .rows import Row

LONGEST_QUERY = 2000
"""Characters of a query that are looked at: more than any sentence with what stands around it."""

_ENOUGH = 0.5
"""The share of the query that is in a text, or of the text in the query, that makes it a match."""

_NEAR_THE_BEST = 0.6
"""Of such matches, those are listed whose score is this near to the best."""

_SHORTEST_SLIP = 4
"""Letters of a word in which a slip is forgiven; a shorter one is near to too many others."""

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
"""What a log has numbers in that are no codes: dates, times, offsets (+0800), lines of Python."""

_NUMBER = r"(?<![A-Za-z0-9_.])-?[0-9]+(?![A-Za-z0-9_%]|\.[0-9])"
"""A number that stands by itself: not in a word, and no part of "604.5" or "100%"."""

_MISTAKEN = {"帐": "账", "陆": "录"}
"""Characters of 账号 and 登录 that are often written wrong, since they sound the same."""


class Kind(IntEnum):
    """Why a code was found, the best reason first."""

    NUMBER = 0
    NUMBER_START = 1
    WORDS = 2


class Hit(NamedTuple):
    """A code that was found: why, and how well among those found for the same reason."""

    row: Row
    kind: Kind
    score: float


class Index:
    """What is searched: ``rows``, read once for any number of queries."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._places = {str(row.code): place for place, row in enumerate(rows)}
        self._row_of = array("I")  # by the number of a text: the place of its row
        self._texts: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))  # by word
        for place, row in enumerate(rows):
            for text in _searched(row):
                for term in _terms(text):
                    self._texts[term].append(len(self._row_of))
                self._row_of.append(place)
        self._vocabulary = "\n".join(self._texts)
        self._weights = array("d", bytes(8 * len(self._row_of)))  # of all the words of a text
        for numbers in self._texts.values():
            weight = self._weight(len(numbers))
            for number in numbers:
                self._weights[number] += weight

    def search(self, query: str) -> list[Hit]:
        """The codes that ``query`` finds, best first: by number, then by name and text.

        Width, case, accents, punctuation, and which Chinese script is used, make no difference. A
        word is found by its beginning; else by a part of it; else with one slip in it. Where no
        text has the whole query, those are listed that have most of it, or that stand in it.

        >>> from rv_i18n.tools.project import shipped_project
        >>> from rv_i18n.tools.reference.rows import rows
        >>> project = shipped_project()
        >>> catalog = project.catalog()
        >>> index = Index(rows(catalog, project.codes, catalog.locales()))
        >>> [hit.row.code for hit in index.search("手机验证码")]
        [604]
        >>> index.search("phone verfication")[0].row.symbol
        'VALIDATE_CODE_ERROR'
        >>> index.search("qwertz")
        []
        """
        query = unicodedata.normalize("NFKC", query[:LONGEST_QUERY])
        found = self._by_words(query)
        start = query.strip()
        if start.isdigit() and start.isascii():
            for number, place in self._places.items():
                if number.startswith(start):
                    found[place] = (Kind.NUMBER_START, len(start) / len(number))
        for place in self._numbers(query):
            found[place] = (Kind.NUMBER, 1)
        hits = [Hit(self._rows[place], *why) for place, why in found.items()]
        return sorted(hits, key=lambda hit: (hit.kind, -round(hit.score, 9), hit.row.code))

    def _numbers(self, query: str) -> Iterable[int]:
        """The places of the codes whose numbers stand in the query."""
        for written in re.findall(_NUMBER, re.sub(_NO_CODES, " ", query)):
            digits = written.lstrip("-").lstrip("0") or "0"
            number = f"-{digits}" if written.startswith("-") else digits
            place = self._places.get(number, self._places.get(digits))
            if place is not None:
                yield place

    def _by_words(self, query: str) -> dict[int, tuple[Kind, float]]:
        """What the best of its texts scores for each row that has enough of the query."""
        rows: dict[int, tuple[Kind, float]] = {}
        for text, score in self._scores(self._asked(query)).items():
            place = self._row_of[text]
            rows[place] = max(rows.get(place, (Kind.WORDS, 0.0)), (Kind.WORDS, score))
        return rows

    def _scores(self, asked: list[str]) -> dict[int, float]:
        """How well the texts match that have all of the words asked for; else, enough of them."""
        shared: defaultdict[int, float] = defaultdict(float)
        counts: Counter[int] = Counter()
        total = heaviest = 0.0
        nowhere = 0
        for term in asked:
            found = self._having(term)
            if not found:
                nowhere += 1
                continue
            weight = self._weight(len(found))
            heaviest = max(heaviest, weight)
            total += weight
            counts.update(found.keys())
            for text, quality in found.items():
                shared[text] += weight * quality
        total += nowhere * heaviest  # so that one word of two is half of the query
        scores = {
            text: part / (total + self._weights[text])  # half of Sørensen and Dice's coefficient
            for text, part in shared.items()
            if part >= _ENOUGH * min(total, self._weights[text]) or counts[text] == len(asked)
        }
        whole = {text: score for text, score in scores.items() if counts[text] == len(asked)}
        enough = _NEAR_THE_BEST * max(scores.values(), default=0)
        return whole or {text: score for text, score in scores.items() if score >= enough}

    def _asked(self, query: str) -> list[str]:
        """The words of a query; where no text has a pair of characters, each of the two.

        A query of two characters is a word, and what has both in other words is another matter.
        """
        terms: list[str] = []
        folded = fold(query)
        for term in _terms(folded):
            if term not in self._texts and _is_wide(term) and term != folded:
                terms += term
            elif term in self._texts or not term.isdecimal():  # most numbers are no error's words
                terms.append(term)
        return list(dict.fromkeys(terms))

    def _having(self, term: str) -> dict[int, float]:
        """The texts that have a word of a query, and how well: the share of letters that agree."""
        found: dict[int, float] = {}
        for word in self._known(term):
            if _is_wide(term):
                quality = 1.0
            else:
                quality = len(term) / len(word) if term in word else 1 - 1 / len(word)
            for text in self._texts[word]:
                found[text] = max(found.get(text, 0), quality)
        return found

    def _known(self, term: str) -> list[str]:
        """The words of the texts that a word of a query stands for."""
        if term.isdecimal() or (_is_wide(term) and len(term) > 1):
            return [term] if term in self._texts else []
        if term in self._vocabulary:
            words = [word for word in self._texts if term in word]
            return [word for word in words if word.startswith(term) and not _is_wide(term)] or words
        return [
            word
            for word in self._texts
            if len(term) >= _SHORTEST_SLIP
            and abs(len(term) - len(word)) < 2
            and is_slip(term, word)
        ]

    def _weight(self, texts: int) -> float:
        """What a word weighs that so many of the texts have."""
        return log(1 + len(self._row_of) / texts)


def fold(text: str) -> str:
    """``text`` as it is compared: words with a space between, width, case and accents folded.

    >>> fold("Ｅrror（604）：VALIDATE_CODE_ERROR! 登錄")
    'error 604 validate code error 登录'
    """
    text = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    text = unicodedata.normalize("NFC", text).translate(_FOLDED)
    return " ".join(text.split())


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ in one letter, left out or replaced, or in two that are swapped.

    >>> is_slip("phnoe", "phone"), is_slip("verfication", "verification"), is_slip("node", "code")
    (True, True, True)
    >>> is_slip("phone", "photo")
    False
    """
    while one and other and one[0] == other[0]:
        one, other = one[1:], other[1:]
    while one and other and one[-1] == other[-1]:
        one, other = one[:-1], other[:-1]
    return len(one) <= 1 >= len(other) or (len(one) == 2 and one == other[::-1])


def shared_rules(texts: Iterable[str]) -> dict[str, Any]:
    """What the page needs to find the same in ``texts`` as ``Index`` does."""
    held = {*"".join(map(fold, texts))}
    return {
        "longest": LONGEST_QUERY,
        "enough": _ENOUGH,
        "near": _NEAR_THE_BEST,
        "shortest": _SHORTEST_SLIP,
        "wide": _WIDE,
        "no_codes": _NO_CODES,
        "number": _NUMBER,
        "same": {char: same for char, same in _SAME.items() if same in held},
    }


def _searched(row: Row) -> list[str]:
    """What a row is found by, folded: its name, also in one word, and its texts."""
    name = fold(row.symbol)
    texts = (fold(message.text) for message in row.messages.values())
    return list(dict.fromkeys([name, name.replace(" ", ""), *texts]))


def _terms(folded: str) -> list[str]:
    """The words of a folded text, each once; of characters that need no spaces, their pairs."""
    terms: list[str] = []
    for run in _RUNS.findall(folded):
        if _is_wide(run) and len(run) > 1:
            terms += (run[at : at + 2] for at in range(len(run) - 1))
        else:
            terms.append(run)
    return list(dict.fromkeys(terms))


def _is_wide(term: str) -> bool:
    return _FIRST_WIDE.match(term) is not None


class _Folding(dict[int, str]):
    """What each character is compared as: itself, the one it is the same as, or a space."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        kept = unicodedata.category(char)[0] in "LMN"  # letters, marks and numbers
        self[code] = _SAME.get(char, char) if kept else " "
        return self[code]


_RUNS = re.compile(f"[{_WIDE}]+|[^\\s{_WIDE}]+")
_FIRST_WIDE = re.compile(f"[{_WIDE}]")
_LATIN_ACCENTS = re.compile("[\u0300-\u036f]+")

_SAME = {**dict(zip(TRADITIONAL, SIMPLIFIED)), **_MISTAKEN}
_SAME.update({char: _MISTAKEN[same] for char, same in _SAME.items() if same in _MISTAKEN})
_FOLDED = _Folding()
