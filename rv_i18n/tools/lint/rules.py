"""All rules of ``lint``, by name, and what is said about one."""

from __future__ import annotations

import unicodedata
from difflib import get_close_matches
from textwrap import fill, indent

from ..._engine.entry import Entry
from ..._engine.quote import excerpt
from ..po.pofile import written

# Each module adds its rules when it is imported.
from . import entry_rules, field_rules, file_rules, header_rules, language_rules, text_rules  # noqa: F401
from .rule import ENTRY, TEXT, Rule, catalogue_rule, directory_rule, entry_rule, text_rule

_KINDS = (catalogue_rule, directory_rule, entry_rule, text_rule)

RULES: dict[str, Rule] = {rule.name: rule for kind in _KINDS for rule in kind.all}


def explained(rule: Rule) -> str:
    """Return what ``--explain`` prints about a rule.

    >>> print(explained(RULES["end-stop"]))
    end-stop: warning, about a text, with end-stop = false in [tool.rv-i18n.style]
    <BLANKLINE>
    A full stop at the end, in any script, even inside a closing quote or bracket.
    <BLANKLINE>
    A text without one may follow a prefix or precede a detail.
    <BLANKLINE>
    Found in en:
        msgid "FAIL"
        msgstr "It failed."
    Right:
        msgid "FAIL"
        msgstr "It failed"
    <BLANKLINE>
    To silence it for one entry, write end-stop = ["SYMBOL"] or ["LOCALE: SYMBOL"] into the table
    [tool.rv-i18n.silenced] of the project's pyproject.toml; for a project, put ignore =
    ["end-stop"] into [tool.rv-i18n]; for one run, pass --ignore end-stop.
    <BLANKLINE>
    https://github.com/renderbus/rv-i18n/blob/main/docs/lint.md#end-stop
    """
    silence = (
        f'To silence it for one entry, write {rule.name} = ["SYMBOL"] or ["LOCALE: SYMBOL"] into '
        f"the table [tool.rv-i18n.silenced] of the project's pyproject.toml; for a project, put "
        f'ignore = ["{rule.name}"] into [tool.rv-i18n]; for one run, pass --ignore {rule.name}.'
    )
    if not rule.can_be_silenced:
        silence = "It cannot be silenced."
    bad, good = (indent(shown(rule, example), "    ") for example in (rule.bad, rule.good))
    setting = f", with {rule.setting} in [tool.rv-i18n.style]" if rule.setting else ""
    return "\n\n".join(
        [
            fill(f"{rule.name}: {kind_of(rule)}{setting}", 95, break_on_hyphens=False),
            *(fill(paragraph, 95, break_on_hyphens=False) for paragraph in rule.words),
            f"Found in {rule.locale}:\n{bad}Right:\n{good}".rstrip("\n"),
            fill(silence, 95, break_on_hyphens=False),
            rule.url,
        ]
    )


def kind_of(rule: Rule) -> str:
    """Return the severity of a rule, and what it is about.

    >>> kind_of(RULES["empty"])
    'warning, about an entry'
    """
    article = "an" if rule.about == ENTRY else "a"
    scope = "; only in a project's catalogues of codes" if rule.of_codes else ""
    return f"{rule.severity}, about {article} {rule.about}{scope}"


def shown(rule: Rule, example: str) -> str:
    """Return the lines of an example; invisible characters are given by number.

    >>> print(shown(RULES["nfc"], RULES["nfc"].bad), end="")
    msgid "FAIL"
    msgstr "Tout a e{U+0301}choué"
    """
    if rule.about == TEXT and rule in text_rule.all:
        entry = Entry("FAIL")
        entry.msgstr = example
        example = "".join(written(entry))
    return "".join(map(_visible, example)).rstrip("\n") + "\n"


def not_a_rule(name: str) -> str:
    """Return what is wrong with the name of a rule that a user wrote, or "".

    >>> not_a_rule("end-spaces")
    "there is no rule 'end-spaces'; did you mean end-space?"
    """
    if name in RULES:
        return ""
    nearest = get_close_matches(name, RULES)
    return f"there is no rule {excerpt(name)}" + (
        f"; did you mean {nearest[0]}?" if nearest else ""
    )


def not_to_ignore(name: str) -> str:
    """Return what is wrong with the name of a rule to ignore, or ""."""
    fixed = name in RULES and not RULES[name].can_be_silenced
    return f"{name} cannot be ignored" if fixed else not_a_rule(name)


def _visible(char: str) -> str:
    shows = char == "\n" or (char.isprintable() and not unicodedata.combining(char))
    return char if shows else f"{{U+{ord(char):04X}}}"
