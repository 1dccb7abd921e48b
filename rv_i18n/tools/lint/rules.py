"""All rules of ``lint``, by name."""

from __future__ import annotations

from difflib import get_close_matches
from textwrap import fill

from .catalogue_rules import CATALOGUE_RULES
from .directory_rules import DIRECTORY_RULES
from .entry_rules import ENTRY_RULES
from .rule import ENTRY
from .text_rules import TEXT_RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .rule import Rule

_ALL: tuple[Rule, ...] = (*CATALOGUE_RULES, *DIRECTORY_RULES, *ENTRY_RULES, *TEXT_RULES)

RULES = {rule.name: rule for rule in _ALL}


def explained(rule: Rule) -> str:
    """Return what ``--explain`` prints about a rule.

    >>> print(explained(RULES["end-space"]))
    end-space: error, about a text
    <BLANKLINE>
    White space after the text.
    <BLANKLINE>
    To silence it for one entry, give the entry the flag "#, ignore-end-space"; for a project, put
    ignore = ["end-space"] into the table [tool.rv-i18n] of its pyproject.toml; for one run, pass
    --ignore end-space.
    """
    article = "an" if rule.about == ENTRY else "a"
    head = f"{rule.name}: {rule.severity}, about {article} {rule.about}"
    silence = (
        f'To silence it for one entry, give the entry the flag "#, ignore-{rule.name}"; for a '
        f'project, put ignore = ["{rule.name}"] into the table [tool.rv-i18n] of its '
        f"pyproject.toml; for one run, pass --ignore {rule.name}."
    )
    if not rule.can_be_ignored:
        silence = "It cannot be silenced."
    return "\n\n".join([head, fill(rule.explanation, 95), fill(silence, 95)])


def table() -> str:
    """Return the table of the rules for docs/lint.md."""
    rows = [f"| `{rule.name}` | {rule.severity} | {rule.summary} |\n" for rule in RULES.values()]
    return "".join(["| rule | severity | what it finds |\n", "|---|---|---|\n", *rows])


def not_a_rule(name: str) -> str:
    """Return what is wrong with the name of a rule that a user wrote, or "".

    >>> not_a_rule("end-spaces")
    "there is no rule 'end-spaces'; did you mean end-space?"
    """
    if name in RULES:
        return ""
    nearest = get_close_matches(name, RULES)
    return f"there is no rule {name!r}" + (f"; did you mean {nearest[0]}?" if nearest else "")


def not_to_ignore(name: str) -> str:
    """Return what is wrong with the name of a rule to ignore, or ""."""
    fixed = name in RULES and not RULES[name].can_be_ignored
    return f"{name} cannot be ignored" if fixed else not_a_rule(name)
