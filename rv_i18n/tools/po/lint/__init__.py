"""``lint``: what is wrong with the catalogues of a directory."""

from __future__ import annotations

from .findings import FORMATS, Finding
from .runner import RULES, lint

__all__ = ["FORMATS", "RULES", "Finding", "lint"]
