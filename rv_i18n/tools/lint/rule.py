"""Defines a rule: one record, which its documentation and the tests also use."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FILE, HEADER, ENTRY, TEXT, DIRECTORY = "file", "header", "entry", "text", "directory"
"""The things that a rule can be about."""


class Rule(NamedTuple):
    """One rule.

    The first sentence of ``explanation`` says what the rule finds. ``severity`` is ``"error"`` or
    ``"warning"``. ``of_templates`` means that the rule applies to templates too. A rule
    ``about_the_text`` of an entry only warns if the entry is fuzzy, because readers do not see it.
    A rule that cannot be ignored finds what makes a file unreadable. What ``check`` takes and
    returns depends on what the rule is ``about``; the modules of the rules document it.
    If Weblate has the same check, the rule has the name of Weblate's.
    """

    name: str
    about: str
    check: Callable[..., Any]
    explanation: str
    severity: str = "error"
    of_templates: bool = False
    about_the_text: bool = False
    can_be_ignored: bool = True

    @property
    def summary(self) -> str:
        """The first sentence of the explanation, without its full stop."""
        return self.explanation.partition(". ")[0].rstrip(".")
