"""The error inside this package for a line that is no code."""

from __future__ import annotations


class UnreadableError(Exception):
    """A line is no code, or its code is not known until the source runs.

    ``line`` is its number, or 0 for that of the member.
    """

    def __init__(self, reason: str, line: int = 0) -> None:
        super().__init__(reason)
        self.line = line
