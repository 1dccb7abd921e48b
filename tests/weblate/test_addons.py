"""Add-ons of Weblate: none is on, and those that docs/weblate.md warns of do what it says."""

from __future__ import annotations

import json
from typing import Any

import polib
import pytest
from component import BRANCH, Api, Component
from repository import git
from situations import TEXTS, rename
from trees import Studio


def install(component: Component, name: str, who: Api, **configuration: Any) -> None:
    who.post(
        f"components/{component.path}/addons/",
        json={"name": name, **({"configuration": configuration} if configuration else {})},
    )


def test_no_add_on_is_on_and_a_translator_cannot_put_one_on(
    codes: Component, failures: Component, words: Component
) -> None:
    assert [one.answer["addons"] for one in (codes, failures, words)] == [[], [], []]
    with pytest.raises(OSError, match="permission_denied"):
        install(codes, "weblate.cleanup.blank", codes.weblate.translator)


def test_remove_blank_strings_takes_the_lines_of_a_new_language_and_lint_says_so(
    component: Component, studio: Studio
) -> None:
    install(component, "weblate.cleanup.blank", component.weblate.maintainer)
    component.add_language("fr")
    component.translate("fr", "FORBIDDEN", "Ce n’est pas permis")
    component.merge()
    symbols = {entry.msgid for entry in polib.pofile(str(studio.template))}
    assert component.findings() == set()
    found = json.loads(component.run("lint", "--format", "json").stdout)
    assert {(one["locale"], one["symbol"]) for one in found if one["rule"] == "missing"} == {
        ("fr", symbol) for symbol in symbols - {"FORBIDDEN"}
    }


def test_prefill_writes_chinese_into_a_new_language_and_lint_warns(
    component: Component, studio: Studio
) -> None:
    install(component, "weblate.generate.prefill", component.weblate.maintainer)
    component.add_language("fr")
    component.translate("fr", "FORBIDDEN", "Ce n’est pas permis")
    component.merge()
    entry = polib.pofile(str(studio.po("fr"))).find("SUCCESS")
    assert (entry.msgstr, entry.flags) == ("成功", ["fuzzy"])
    assert "a letter of another script [foreign-character]" in component.run("lint").stdout


def test_squash_cannot_be_pushed_to_a_branch_that_is_merged(component: Component) -> None:
    install(component, "weblate.git.squash", component.weblate.maintainer, squash="all")
    component.translate("ja", "FORBIDDEN", "許可されない操作です")
    component.fetch()
    component.translate("ja", "SUCCESS", "うまくいきました")
    component.operate("commit")
    answer = component.operate("push")
    assert not answer["result"]
    assert "non-fast-forward" in answer["detail"]


def test_cleanup_takes_away_a_text_whose_code_is_renamed_while_it_is_written(
    component: Component, studio: Studio
) -> None:
    install(component, "weblate.cleanup.generic", component.weblate.maintainer)
    component.translate("ja", "CODE_WRONG", TEXTS["ja"])
    rename(studio)
    component.push_main("Rename a code")
    component.merge()
    assert component.findings() == set()
    assert TEXTS["ja"] not in studio.ja.read_text(encoding="utf-8")
    assert TEXTS["ja"] in git(studio.root, "log", "-p", BRANCH, "--", str(studio.ja))
