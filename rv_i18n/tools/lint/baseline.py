"""Compares findings with those of an earlier run, so that only what is new counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator

from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes
from .findings import Finding

_PLACE = ("path", "locale", "symbol", "rule")


def new_ones(findings: Iterable[Finding], path: str) -> Iterator[Finding]:
    """Yield the findings that an earlier run did not have.

    ``path`` is what ``rv-i18n lint --format json`` wrote then. Lines do not matter, for they move,
    nor do the words: a finding is the same if it has the same file, locale, entry and rule. One
    that was a warning and is an error now is new.

    Raises ``CatalogError`` for a file that cannot be read or holds something else.
    """
    known = Counter(_read(path))
    for finding in findings:
        place = tuple(getattr(finding, name) for name in _PLACE)
        severities = ("error",) if finding.severity == "error" else ("warning", "error")
        old = next((each for each in severities if known[(*place, each)]), None)
        if old:
            known[(*place, old)] -= 1
        else:
            yield finding


def _read(path: str) -> list[tuple[str, ...]]:
    try:
        rows = json.loads(read_bytes(path))
        if not isinstance(rows, list):
            raise TypeError  # noqa: TRY301 - told in one place
        return [tuple(str(row[name]) for name in (*_PLACE, "severity")) for row in rows]
    except (ValueError, LookupError, TypeError, RecursionError) as error:
        reason = "it is not what rv-i18n lint --format json writes"
        raise CatalogError(path, reason) from error
