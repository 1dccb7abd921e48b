"""``stats``: how much of each catalogue is translated."""

from __future__ import annotations

import json
from typing import NamedTuple

from ..console import print_table
from .extract import expected_comments
from .pofile import read_whole
from .tree import find_catalogues, find_templates


class Count(NamedTuple):
    """How many of a catalogue's entries readers are shown, and how many they are not."""

    locale: str
    domain: str
    translated: int
    fuzzy: int
    missing: int

    @property
    def percent(self) -> float:
        """The share that is translated, rounded down: 100 is a whole catalogue and no less."""
        total = self.translated + self.fuzzy + self.missing
        return self.translated * 1000 // total / 10 if total else 100.0


def count(localedir: str) -> list[Count]:
    """The counts for each catalogue of a directory, by locale.

    What should be there is the code list for the package's own domain, the template for another,
    and what the catalogue itself has where there is no template. An entry is missing where it is
    empty or not there.

    Raises ``CatalogError`` for a directory or file that cannot be read.

    >>> from rv_i18n.tools.po.tree import default_localedir
    >>> count(default_localedir())[0]
    Count(locale='en', domain='rv_i18n', translated=58, fuzzy=0, missing=0)
    """
    expected = expected_comments(localedir, find_templates(localedir))
    counts = []
    for path, locale, domain in find_catalogues(localedir):
        entries = {entry.msgid: entry for entry in read_whole(path).entries}
        symbols = expected.get(domain, entries)
        found = [entries[symbol] for symbol in symbols if symbol in entries]
        fuzzy = sum(entry.fuzzy for entry in found)
        translated = sum(entry.translated() for entry in found)
        counts.append(Count(locale, domain, translated, fuzzy, len(symbols) - fuzzy - translated))
    return counts


def as_json(counts: list[Count]) -> str:
    """A JSON array of objects with the fields of ``Count`` and the percentage.

    >>> print(as_json([Count("ja", "rv_i18n", 57, 1, 0)]))
    [
      {"locale": "ja", "domain": "rv_i18n", "translated": 57, "fuzzy": 1, "missing": 0, \
"percent": 98.2}
    ]
    """
    rows = (json.dumps({**each._asdict(), "percent": each.percent}) for each in counts)
    return "[\n" + ",\n".join(f"  {row}" for row in rows) + "\n]"


def print_stats(localedir: str, form: str) -> None:
    """Print the counts of a directory as a table for people (``text``) or as ``json``."""
    counts = count(localedir)
    if form == "json":
        print(as_json(counts))
        return
    several = len({each.domain for each in counts}) > 1
    rows = [
        [
            f"{each.locale} {each.domain}" if several else each.locale,
            *map(str, each[2:]),
            f"{each.percent:g} %",
        ]
        for each in counts
    ]
    heads = ["locale", "translated", "fuzzy", "missing", "done"]
    print_table(heads, rows, numbers=heads[1:])
