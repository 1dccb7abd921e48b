"""Measures how often search finds the right code first, compared with rapidfuzz' scorers.

Run it with rapidfuzz installed::

    python benchmarks/search.py

A query is a text with two typing mistakes, a text with one mistake inside a log line, or a misspelt
word. Every run has the same queries.
"""

from __future__ import annotations

import random
from collections.abc import Callable

from rapidfuzz import fuzz, process

from rv_i18n import locales
from rv_i18n.tools.project import shipped_project
from rv_i18n.tools.reference.rows import rows
from rv_i18n.tools.reference.search import Index, fold

PROJECT = shipped_project()
ROWS = rows(PROJECT.catalog(), PROJECT.codes, locales())
CHANCE = random.Random(604)


def slip(text: str) -> str:
    """Return ``text`` with two characters swapped, or one of them missing, doubled or wrong."""
    at = CHANCE.randrange(len(text))
    other = CHANCE.choice(
        [char for char in CHANCE.choice(ROWS).messages["ja"].text if char.isalpha()]
    )
    if text.isascii():
        other = CHANCE.choice("abcdefghijklmnopqrstuvwxyz")
    return CHANCE.choice(
        [
            text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            text[:at] + text[at + 1 :],
            text[: at + 1] + text[at:],
            text[:at] + other + text[at + 1 :],
        ]
    )


def cases() -> dict[str, list[tuple[str, set[int]]]]:
    """Return the queries by kind, each with its right codes."""
    found = {}
    for locale in locales():
        texts = [(row.messages[locale].text, {row.code}) for row in ROWS]
        found[f"{locale}: two slips"] = [(slip(slip(text)), code) for text, code in texts]
        found[f"{locale}: in a log line"] = [
            (f"2024-11-23 render_submit ERROR [main]: {slip(text)} [retry]", code)
            for text, code in texts
        ]
    folded = {row.code: fold(f"{row.symbol} {row.messages['en']}") for row in ROWS}
    words = sorted({word for text in folded.values() for word in text.split() if len(word) > 5})
    found["en: one word"] = [
        (slip(word), {code for code, text in folded.items() if word in text}) for word in words
    ]
    return found


def scorer(score: Callable[..., float]) -> Callable[[str], list[int]]:
    """Return a search with one of rapidfuzz' scorers, over the same texts, folded the same way."""
    texts = [
        (row.code, fold(str(text))) for row in ROWS for text in (row.symbol, *row.messages.values())
    ]

    def search(query: str) -> list[int]:
        best = process.extract(fold(query), [text for _, text in texts], scorer=score, limit=1)
        return [texts[position][0] for _, _, position in best]

    return search


def main() -> None:
    """Print, for each kind of query, the share of right answers of each way to search."""
    index = Index(ROWS)
    ways = {"ours": lambda query: [hit.row.code for hit in index.search(query)]}
    for name in ("WRatio", "partial_ratio", "token_set_ratio", "ratio"):
        ways[name] = scorer(getattr(fuzz, name))
    print(f"{'':20}" + "".join(f"{name:>17}" for name in ways))
    for kind, queries in cases().items():
        right = [
            sum(not codes.isdisjoint(way(query)[:1]) for query, codes in queries)
            for way in ways.values()
        ]
        print(f"{kind:20}" + "".join(f"{count / len(queries):17.0%}" for count in right))


if __name__ == "__main__":
    main()
