"""A finding of a rule, and the output formats for findings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..._engine.quote import LONGEST
from ..jsonlines import json_lines
from .rule import DIRECTORY, HEADER
from .rules import RULES
from .sarif import as_sarif


class Finding(NamedTuple):
    """One fault.

    ``symbol`` is "" for the header and the file as a whole; ``severity`` is ``"error"`` or
    ``"warning"``.
    """

    path: str
    line: int
    locale: str
    symbol: str
    message: str
    rule: str
    severity: str = "error"

    @property
    def about(self) -> str:
        """The symbolic name, or ``"(header)"`` or ``"(file)"``."""
        return self.symbol or ("(header)" if RULES[self.rule].about == HEADER else "(file)")


_SUMMED = {"empty": "have no text", "missing": "have no entry"}
"""What is said of several entries at once: a language that was just begun lacks all of them."""


_MOST = 20
"""The most findings of one rule about one file that people are shown."""


def shown(findings: Iterable[Finding]) -> list[Finding]:
    """Return what people are shown: few findings of one rule about one file, the last with a count.

    All entries without a text, or that are missing, are one finding, and what is found in a
    directory counts as found in one file. No more than these are kept in memory.

    >>> empty = [Finding("ja.po", 9, "ja", each, "has no text", "empty") for each in "ABC"]
    >>> found = [Finding("ja.po", 9, "ja", each, "is fuzzy", "fuzzy") for each in "A" * 22]
    >>> [(each.about, each.message) for each in shown(empty + found)][::20]
    [('A and 2 more', 'have no text'), ('A', 'is fuzzy')]
    >>> shown(found)[-1].message
    'and 2 more'
    """
    kept: list[Finding] = []
    places: dict[tuple[str, str, str], int] = {}
    counts: Counter[tuple[str, str, str]] = Counter()
    for each in findings:
        lacks = each.symbol != "" and each.rule in _SUMMED
        path = "" if RULES[each.rule].about == DIRECTORY else each.path
        key = path, each.rule, each.severity * lacks
        counts[key] += 1
        if counts[key] <= (1 if lacks else _MOST + 1):
            places[key] = len(kept)
            kept.append(each)
        elif each.severity == "error":
            kept[places[key]] = kept[places[key]]._replace(severity="error")
    for key, at in places.items():
        symbol, more = kept[at].symbol, counts[key] - 1
        if key[2] and more:
            symbol = f"{symbol} and {more} more"
            kept[at] = kept[at]._replace(symbol=symbol, message=_SUMMED[key[1]])
        elif more >= _MOST:
            kept[at] = kept[at]._replace(symbol="", message=f"and {more + 1 - _MOST} more")
    return kept


def as_text(findings: Iterable[Finding]) -> str:
    """Return one line per finding: ``path:line: locale: SYMBOL: what is wrong [rule]``.

    What a language lacks is summed up in one line, and so is what is behind the first twenty of a
    rule about a file.

    >>> print(as_text([Finding("ja.po", 9, "ja", "FAIL", "no text", "empty")]), end="")
    ja.po:9: ja: FAIL: no text [empty]
    """
    return "".join(
        _one_line(
            f"{each.path}:{each.line}: {each.locale}: {_short(each.about)}: "
            f"{each.message} [{each.rule}]"
        )
        for each in shown(findings)
    )


def as_json(findings: Iterable[Finding]) -> str:
    """Return a JSON array of objects with the fields of ``Finding``.

    >>> print(as_json([Finding("ja.po", 9, "ja", "FAIL", "no text", "empty")]), end="")
    [
      {"path": "ja.po", "line": 9, "locale": "ja", "symbol": "FAIL", "message": "no text", \
"rule": "empty", "severity": "error"}
    ]
    """
    return json_lines(each._asdict() for each in findings)


def as_github(findings: Iterable[Finding]) -> str:
    """Return workflow commands for GitHub Actions, which shows each finding beside its line.

    They are summed up as in ``as_text``.

    The escapes are those of GitHub's own toolkit, ``packages/core/src/command.ts``.

    >>> print(as_github([Finding("ja.po", 9, "ja", "FAIL", "no text", "empty")]), end="")
    ::error file=ja.po,line=9,title=rv-i18n empty::ja: FAIL: no text
    """
    return "".join(
        _one_line(
            f"::{each.severity} file={_property(each.path)},line={each.line},"
            f"title=rv-i18n {each.rule}::"
            + _data(f"{each.locale}: {_short(each.about)}: {each.message}")
        )
        for each in shown(findings)
    )


FORMATS: dict[str, Callable[[Iterable[Finding]], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "sarif": as_sarif,
}
"""The formats, by their names on the command line."""


def _short(name: str) -> str:
    """Return a symbolic name, truncated: there may be a finding of each rule about it."""
    return name if len(name) <= 2 * LONGEST else f"{name[: 2 * LONGEST]}..."


def _one_line(text: str) -> str:
    """Return ``text`` as one line with its line feed, and other unprintable characters escaped."""
    return "".join(char if char.isprintable() else ascii(char)[1:-1] for char in text) + "\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
