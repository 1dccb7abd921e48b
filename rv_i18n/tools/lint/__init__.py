"""Checks the catalogues of a directory, for ``rv-i18n lint``."""

from __future__ import annotations

from .baseline import new_ones
from .findings import FORMATS, Finding
from .rule import Rule
from .rules import RULES, explained, not_a_rule, not_to_ignore
from .runner import checked, lint, localedir_of

__all__ = [
    "FORMATS",
    "RULES",
    "Finding",
    "Rule",
    "checked",
    "explained",
    "lint",
    "localedir_of",
    "new_ones",
    "not_a_rule",
    "not_to_ignore",
]
