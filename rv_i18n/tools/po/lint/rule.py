"""What a rule is: one record, from which its documentation and the tests are made too."""

from __future__ import annotations

from typing import NamedTuple

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any

FILE, HEADER, ENTRY, TEXT, DIRECTORY = "file", "header", "entry", "text", "directory"
"""What a rule can be about."""


class Rule(NamedTuple):
    """One rule.

    ``explanation`` begins with a sentence that says what the rule finds. ``severity`` is
    ``"error"`` or ``"warning"``. ``of_templates`` says that the rule holds for a template too. What
    ``check`` takes and gives depends on what the rule is ``about``; the modules of the rules say
    it. Where Weblate has the same check, the name is Weblate's.
    """

    name: str
    about: str
    check: Callable[..., Any]
    explanation: str
    severity: str = "error"
    of_templates: bool = False

    @property
    def summary(self) -> str:
        """The first sentence of the explanation, without its full stop."""
        return self.explanation.partition(". ")[0].rstrip(".")

    @property
    def can_be_ignored(self) -> bool:
        """Whether it can: what cannot be read has no flags, and serves no reader."""
        return self.name not in ("syntax", "charset")
