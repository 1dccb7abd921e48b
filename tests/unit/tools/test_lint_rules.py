"""Each rule of ``lint``: it finds its bad example, leaves its good one, and explains itself."""

from __future__ import annotations

import re
import shutil

import lint_page
import pytest
from babel.messages.plurals import get_plural
from trees import ROOT, STUDIO_HEADER, template, write_project

from rv_i18n.cli import main
from rv_i18n.tools.lint import RULES, lint
from rv_i18n.tools.lint.rule import BOTH, DIRECTORY, HEADER, text_rule


@pytest.mark.parametrize("name", ["lint.md", "lint.schema.json"])
def test_the_pages_about_the_rules_are_what_their_script_writes(name):
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert {"lint.md": lint_page.page, "lint.schema.json": lint_page.schema}[name](text) == text


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_each_rule_finds_its_bad_example_and_leaves_the_good_one(tmp_path, rule):
    findings, unreadable = lint(example(tmp_path, rule, rule.bad))
    assert [(each.locale, each.rule) for each in findings] == [(bad_locale(rule), rule.name)]
    assert findings[0].severity == rule.severity
    assert unreadable == []
    assert lint(example(tmp_path, rule, rule.good)) == ([], [])


@pytest.mark.parametrize("rule", [rule for rule in RULES.values() if rule.setting])
def test_a_rule_of_house_style_finds_nothing_until_a_project_chooses_it(tmp_path, rule):
    assert lint(example(tmp_path, rule, rule.bad, setting="")) == ([], [])


def example(directory, rule, content, setting=None):
    """A project of FAIL and SUCCESS with an example as the catalogue of the rule's locale."""
    entries, header = BOTH, STUDIO_HEADER
    if rule.about == HEADER:
        field = content.partition(":")[0]
        header = re.sub(f"^{field}:.*\n", lambda _: content, header, flags=re.MULTILINE)
    elif rule in text_rule.all:
        entries = BOTH.replace("It failed", content)
    elif rule.about != DIRECTORY:
        entries = content
    texts = {rule.locale: f"{header}\n{entries}"}
    if rule.about == DIRECTORY:
        texts = dict.fromkeys(content.split(), f"{header}\n{entries}")
    texts.setdefault("en", f"{STUDIO_HEADER}\n{BOTH}")
    shutil.rmtree(directory / "locales", ignore_errors=True)
    project = write_project(
        directory,
        {"FAIL": 100, "SUCCESS": 200},
        {},
        f"[tool.rv-i18n.style]\n{rule.setting if setting is None else setting}\n",
    )
    for locale, text in texts.items():
        path = directory / "locales" / locale / "LC_MESSAGES/studio.po"
        path.parent.mkdir(parents=True)
        plurals = get_plural(locale).plural_forms
        filled = text.replace("{locale}", locale).replace("{plurals}", plurals)
        path.write_bytes(filled.encode())
    (directory / "locales/studio.pot").write_text(
        re.sub('msgstr "[^"]+"', 'msgstr ""', f"{template().partition('#. 100')[0]}{BOTH}"),
        encoding="utf-8",
    )
    return project


def bad_locale(rule):
    """The catalogue in which the bad example of a rule is found."""
    return rule.bad.split()[1] if rule.about == DIRECTORY else rule.locale


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_every_rule_explains_itself(rule, capsys):
    assert main(["lint", "--explain", rule.name]) == 0
    output = capsys.readouterr().out
    head, *parts, silence, url = output.split("\n\n")
    words = parts[: len(rule.words)]
    assert parts[len(words)].startswith(f"Found in {rule.locale}:\n    ")
    assert re.match(rf"{rule.name}: (error|warning), about (a [^e]\w+|an e\w+)", head)
    assert rule.setting in head
    assert ("only" in head) == rule.of_codes
    assert [" ".join(each.split()) for each in words] == rule.words
    assert " ".join(silence.split()) == (
        "It cannot be silenced."
        if rule.name in ("syntax", "charset")
        else f'To silence it for one entry, write {rule.name} = ["SYMBOL"] or ["LOCALE: SYMBOL"] '
        "into the table [tool.rv-i18n.silenced] of the project's pyproject.toml; for a project, "
        f'put ignore = ["{rule.name}"] into [tool.rv-i18n]; for one run, pass --ignore {rule.name}.'
    )
    assert url == f"https://github.com/renderbus/rv-i18n/blob/main/docs/lint.md#{rule.name}\n"
    assert max(map(len, output.splitlines())) <= 95
