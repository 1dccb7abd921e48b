"""Finds codes by number, name or text, in any language, from what someone types or pastes.

The command and the page find the same codes: ``page.js`` follows this file step by step, with the
rules that ``shared_rules`` puts into the page. ``fold`` and ``_terms`` split a text into words, and
into pairs of characters where a language is written without spaces. The index maps each word to the
texts that contain it. A rare word counts for more than a common one.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from collections import Counter, defaultdict
from enum import IntEnum
from functools import partial
from itertools import chain
from math import log
from typing import NamedTuple

from .hanzi import SIMPLIFIED, TRADITIONAL

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from .rows import Row

LONGEST_QUERY = 2000
"""How many characters of a query are read: more than any sentence and its context need."""

_ENOUGH = 0.5
"""The share of the query found in a text, or of the text found in the query, that is a match."""

_NEAR_THE_BEST = 0.6
"""A match is listed if its score is at least this share of the best score."""

_SHORTEST_SLIP = 4
"""The length from which a word may contain a slip: shorter words resemble too many others."""

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

_MISTAKEN = {"帐": "账", "陆": "录"}
"""Characters often written for those of 账号 and 登录, because they sound the same."""


class Kind(IntEnum):
    """Why a code was found, the best reason first."""

    CODE = 0
    NUMBER = 1
    NUMBER_START = 2
    WORDS = 3


class Hit(NamedTuple):
    """A code that was found: why, and how well among those found for the same reason."""

    row: Row
    kind: Kind
    score: float


class Index:
    """An index of ``rows``, built once and searched any number of times."""

    def __init__(self, rows: Sequence[Row]) -> None:
        self._rows = rows
        self._places: defaultdict[str, list[int]] = defaultdict(list)  # by number
        for place, row in enumerate(rows):
            if _is_number(row):
                self._places[str(row.code)].append(place)
        self._row_of = array("I")  # text number -> place of its row
        self._texts: defaultdict[str, array[int]] = defaultdict(partial(array, "I"))
        for place, row in enumerate(rows):
            for text in _searched(row):
                for term in _terms(text):
                    self._texts[term].append(len(self._row_of))
                self._row_of.append(place)
        self._vocabulary = "\n".join(self._texts)
        self._words: defaultdict[int, list[str]] = defaultdict(list)  # by length
        for word in self._texts:
            self._words[len(word)].append(word)
        self._weights = array("d", bytes(8 * len(self._row_of)))  # sum over a text's words
        for numbers in self._texts.values():
            weight = self._weight(len(numbers))
            for number in numbers:
                self._weights[number] += weight

    def search(self, query: str) -> list[Hit]:
        """The codes that ``query`` finds, best first: by number, then by name and text.

        A number that the query calls a code comes before other numbers. Width, case, accents,
        punctuation and the Chinese script make no difference. A word matches by its beginning; if
        none does, by any part; if none does, with one slip. If no text contains the whole query,
        the texts that share most with it are listed.

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
            for number, places in self._places.items():
                if number.startswith(start):
                    why = (Kind.NUMBER_START, len(start) / len(number))
                    found.update(dict.fromkeys(places, why))
        found.update(self._numbers(query))
        # What is found for one reason and equally well stays in the order of the rows.
        ranked = sorted(
            found.items(), key=lambda item: (item[1][0], -round(item[1][1], 9), item[0])
        )
        return [Hit(self._rows[place], *why) for place, why in ranked]

    def _numbers(self, query: str) -> dict[int, tuple[Kind, float]]:
        """The rows whose code the query contains, and whether it calls that number a code."""
        rows: dict[int, tuple[Kind, float]] = {}
        for called, written in re.findall(_NUMBER, re.sub(_NO_CODES, " ", query), re.IGNORECASE):
            digits = written.lstrip("-").lstrip("0") or "0"
            number = f"-{digits}" if written.startswith("-") else digits
            kind = Kind.CODE if called else Kind.NUMBER
            for place in self._places.get(number, self._places.get(digits, [])):
                rows[place] = min(rows.get(place, (kind, 1)), (kind, 1))
        return rows

    def _by_words(self, query: str) -> dict[int, tuple[Kind, float]]:
        """The score of each matching row: that of its best text."""
        rows: dict[int, tuple[Kind, float]] = {}
        for text, score in self._scores(self._asked(query)).items():
            place = self._row_of[text]
            rows[place] = max(rows.get(place, (Kind.WORDS, 0.0)), (Kind.WORDS, score))
        return rows

    def _scores(self, asked: list[str]) -> dict[int, float]:
        """The score of each text that contains every word asked for; if none does, of the best."""
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
        """The words of a query. A pair that no text contains becomes its two characters.

        A query of just two characters stays one word: texts with both elsewhere are off topic.
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
        """The texts that match a word of a query, with the share of its letters that agree."""
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
        """The indexed words that a word of a query matches."""
        if term.isdecimal() or (_is_wide(term) and len(term) > 1):
            return [term] if term in self._texts else []
        if term in self._vocabulary:
            words = [word for word in self._texts if term in word]
            return [word for word in words if word.startswith(term) and not _is_wide(term)] or words
        if len(term) < _SHORTEST_SLIP:
            return []
        lengths = range(len(term) - 1, len(term) + 2)
        near = chain.from_iterable(self._words.get(length, ()) for length in lengths)
        return [
            word
            for word in near
            if (word[0] == term[0] or word[-1] == term[-1])  # one slip changes one end at most
            and is_slip(term, word)
        ]

    def _weight(self, texts: int) -> float:
        """The weight of a word that this many texts contain."""
        return log(1 + len(self._row_of) / texts)


def fold(text: str) -> str:
    """``text`` as search compares it: words joined by spaces; width, case and accents folded.

    >>> fold("Ｅrror（604）：VALIDATE_CODE_ERROR! 登錄")
    'error 604 validate code error 登录'
    """
    text = _LATIN_ACCENTS.sub("", unicodedata.normalize("NFKD", text).lower())
    text = unicodedata.normalize("NFC", text).translate(_FOLDED)
    return " ".join(text.split())


def is_slip(one: str, other: str) -> bool:
    """Whether two words differ by one letter, missing or replaced, or by two swapped letters.

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
    """The rules that the page needs to find in ``texts`` what ``Index`` finds, as JSON values."""
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


def _is_number(row: Row) -> bool:
    """Whether a code is a number, or a string of digits that could be one."""
    return re.fullmatch(r"-?(?:0|[1-9][0-9]*)", str(row.code)) is not None


def _searched(row: Row) -> list[str]:
    """The folded texts that a row is found by: its name, a code that is a string, its texts.

    Name and code count with and without spaces.
    """
    names = [fold(row.symbol), *([] if _is_number(row) else [fold(str(row.code))])]
    spelled = (each for name in names for each in (name, name.replace(" ", "")))
    texts = (fold(message.text) for message in row.messages.values())
    return list(dict.fromkeys([*spelled, *texts]))


def _terms(folded: str) -> list[str]:
    """The distinct words of a folded text; pairs of characters for scripts without spaces."""
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
    """Maps each character to what search compares: itself, its equivalent, or a space."""

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
