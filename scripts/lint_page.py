"""Writes the rules of ``lint`` into docs/lint.md and docs/lint.schema.json, from their code.

Run it after a change to a rule::

    python scripts/lint_page.py
"""

from __future__ import annotations

import json
from pathlib import Path
from textwrap import fill

from rv_i18n.tools.lint import RULES, Rule
from rv_i18n.tools.lint.rule import BOTH, DIRECTORY
from rv_i18n.tools.lint.rules import kind_of, shown

DOCS = Path(__file__).resolve().parents[1] / "docs"

HEADING = "## The rules\n"

GOOD = """\
The examples are of a project with two codes, FAIL (100) and SUCCESS (200). Where an example says
nothing else, this is right:
"""


def page(text: str) -> str:
    """Return the text of docs/lint.md with the rules from its heading on."""
    rows = "".join(
        f"| [`{rule.name}`](#{rule.name}) | {rule.severity} | {_setting(rule)} "
        f"| {rule.words[0].rstrip('.')} |\n"
        for rule in RULES.values()
    )
    table = f"| rule | severity | setting | what it finds |\n|---|---|---|---|\n{rows}"
    parts = [HEADING, table, f"{GOOD}\n```po\n{BOTH}```\n", *map(_section, RULES.values())]
    return text.partition(HEADING)[0] + "\n".join(parts)


def schema(text: str) -> str:
    """Return the schema of ``--format json`` with the names of the rules."""
    document = json.loads(text)
    document["items"]["properties"]["rule"]["enum"] = list(RULES)
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def _section(rule: Rule) -> str:
    example = f"# found, in {rule.locale}\n{shown(rule, rule.bad)}"
    if rule.good != BOTH:
        example += f"\n# right\n{shown(rule, rule.good)}"
    language = "text" if rule.about == DIRECTORY else "po"
    kind = kind_of(rule) + (f"; with {_setting(rule)}" if rule.setting else "")
    paragraphs = "\n\n".join(fill(words, 120, break_on_hyphens=False) for words in rule.words)
    return f"### `{rule.name}`\n\n*{kind}*\n\n{paragraphs}\n\n```{language}\n{example}```\n"


def _setting(rule: Rule) -> str:
    return f"`{rule.setting}`" if rule.setting else ""


def main() -> None:
    """Write both files."""
    for name, written in (("lint.md", page), ("lint.schema.json", schema)):
        path = DOCS / name
        path.write_text(written(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
