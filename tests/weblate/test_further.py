"""Further texts of a code in Weblate: what stands beside them, and what a save changes."""

from __future__ import annotations

import html

import polib
import pytest
from component import Component
from repository import git
from trees import Studio

ACTION = "CODE_WRONG.action"
TRANSLATED = 20


@pytest.fixture
def advised(component: Component, studio: Studio) -> Component:
    """The project, to which the maintainer has added an action."""
    done = component.run("sync", "--text", f"{ACTION}=请获取新的验证码")
    assert done.returncode == 0, done.stderr
    component.push_main("Say what to do about a wrong code")
    return component


def test_a_translator_sees_the_sentence_beside_the_action(codes: Component) -> None:
    unit = codes.unit("ja", "VALIDATE_CODE_ERROR.action")
    catalogue = polib.pofile(str(codes.clone / "locales/ja/LC_MESSAGES/rv_i18n.po"))
    page = codes.weblate.browser.get(unit["web_url"]).text
    _, found, variants = page.partition('id="variants"')
    assert found
    for key in ("VALIDATE_CODE_ERROR", "VALIDATE_CODE_ERROR.action"):
        entry = catalogue.find(key)
        assert entry is not None
        assert entry.msgstr in html.unescape(variants)


def test_the_actions_are_found_by_their_key(codes: Component) -> None:
    template = polib.pofile(str(codes.clone / "locales/rv_i18n.pot"))
    keys = [entry.msgid for entry in template]
    further = [key for key in keys if key.endswith((".action", ".search"))]
    actions = [key for key in keys if key.endswith(".action")]
    for query, expected in (
        (r'key:r"\.action$"', actions),
        (r'NOT key:r"\.(action|search)$"', [key for key in keys if key not in further]),
    ):
        assert sorted(unit["context"] for unit in codes.units("ja", query)) == sorted(expected)


def test_an_action_may_be_longer_than_a_sentence(advised: Component) -> None:
    for locale, text in (("en", "x" * 120), ("ja", "新" * 60)):
        advised.translate(locale, ACTION, text)
        unit = advised.unit(locale, ACTION)
        assert (unit["state"], unit["has_failing_check"]) == (TRANSLATED, False)


def test_a_translated_action_changes_its_own_lines(advised: Component, studio: Studio) -> None:
    advised.translate("ja", ACTION, "新しいコードを取得してください")
    advised.merge()
    assert studio.text("ja", ACTION) == "新しいコードを取得してください"
    assert studio.text("ko", ACTION) == ""
    changed = git(studio.root, "diff", "-U0", "HEAD~1", "--", str(studio.ja))
    added = [line for line in changed.splitlines() if line.startswith("+msg")]
    assert added == ['+msgstr "新しいコードを取得してください"']
    assert advised.findings() == set()
