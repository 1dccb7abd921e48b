"""Writes findings in SARIF 2.1.0 (OASIS), which code scanning services read."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from ... import __version__
from .rule import Rule
from .rules import RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .findings import Finding

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_HOME = "https://github.com/renderbus/rv-i18n"


def as_sarif(findings: Iterable[Finding]) -> str:
    """Return a log of one run, with every rule and its page.

    >>> log = json.loads(as_sarif([]))
    >>> log["version"], log["runs"][0]["results"]
    ('2.1.0', [])
    """
    driver = {
        "name": "rv-i18n",
        "version": __version__,
        "informationUri": _HOME,
        "rules": list(map(_rule, RULES.values())),
    }
    run = {"tool": {"driver": driver}, "results": list(map(_result, findings))}
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _rule(rule: Rule) -> dict[str, Any]:
    words = rule.words or [rule.name]
    return {
        "id": rule.name,
        "shortDescription": {"text": words[0]},
        "fullDescription": {"text": "\n\n".join(words)},
        "helpUri": rule.url,
        "defaultConfiguration": {"level": rule.severity},
    }


def _result(finding: Finding) -> dict[str, Any]:
    place = {
        "artifactLocation": {"uri": _uri(finding.path)},
        "region": {"startLine": finding.line},
    }
    return {
        "ruleId": finding.rule,
        "level": finding.severity,
        "message": {"text": f"{finding.locale}: {finding.about}: {finding.message}"},
        "locations": [{"physicalLocation": place}],
    }


def _uri(path: str) -> str:
    """Return a path as a URI; a relative one stays relative, to the root of the repository."""
    if os.path.isabs(path):
        return Path(path).as_uri()
    return quote(path.replace(os.sep, "/"))
