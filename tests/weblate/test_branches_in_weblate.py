"""What a maintainer changes while translators write: Weblate pulls, merges and pushes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import polib
import pytest
from component import BRANCH, Component, submit
from repository import commit, git
from situations import (
    LAST,
    RENAMED,
    SITUATIONS,
    STARTED,
    TEXTS,
    remove,
    rename,
    renumber,
    sync,
)  # fmt: skip
from trees import Studio, edit, set_text

IN_LINE = {
    "locked": False,
    "needs_commit": False,
    "needs_merge": False,
    "needs_push": False,
    "merge_failure": None,
}


def commit_but_do_not_push(component: Component) -> None:
    """Let Weblate commit what is pending, at a moment when the remote does not answer."""
    component.change_settings(push_on_commit=False)
    component.operate("commit")
    component.change_settings(push_on_commit=True)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_changes_of_a_maintainer_and_of_translators_merge(
    component: Component, studio: Studio, situation: str
) -> None:
    change, edited = SITUATIONS[situation]
    if situation == STARTED:
        component.add_language("fr")
        component.translate("fr", "FORBIDDEN", "Ce n’est pas permis")
    component.translate("en", edited["en"], TEXTS["en"])
    commit_but_do_not_push(component)
    for locale in ("ja", "ko"):
        component.translate(locale, edited[locale], TEXTS[locale])
    before = component.state()
    assert (before["needs_commit"], before["needs_push"]) == (True, True)

    change(studio)
    component.push_main(situation)

    assert not component.state()["needs_merge"]
    assert not component.state()["locked"]
    component.translate("zh_TW", "SUCCESS", "一切順利")
    component.merge()
    together = studio.files()
    sync(studio)
    assert {path for path in together if path.read_bytes() != together[path]} == (
        {studio.po("fr")} if situation == STARTED else set()
    )
    assert component.findings() == set()
    assert {locale: studio.text(locale, edited[locale]) for locale in edited} == TEXTS
    assert studio.text("zh_TW", "SUCCESS") == "一切順利"
    if situation == STARTED:
        assert studio.text("fr", "FORBIDDEN") == "Ce n’est pas permis"
        commit(studio.root, "Bring French in line")
    component.push()
    assert component.state() == IN_LINE


@pytest.mark.parametrize(
    ("change", "again", "symbol"),
    [
        pytest.param(remove, {"remove": True}, "", id="it is removed"),
        pytest.param(rename, {"renames": RENAMED}, "SMS_CODE_WRONG", id="it is renamed"),
    ],
)
def test_the_text_of_a_removed_code_waits_for_the_maintainer(
    component: Component,
    studio: Studio,
    change: Callable[[Studio], None],
    again: dict[str, Any],
    symbol: str,
) -> None:
    component.translate("ja", "CODE_WRONG", TEXTS["ja"])
    change(studio)
    component.push_main("Take the code away")
    assert not component.state()["needs_merge"]
    component.merge()

    # Both entries are there, lint reports it, and sync removes neither text.
    assert component.findings() >= {("ja", "CODE_WRONG", "unknown")}
    assert component.run("sync").returncode != 0
    if symbol:
        set_text(studio.ja, symbol, "")
    sync(studio, **again)

    assert component.findings() == set()
    if symbol:
        assert studio.text("ja", symbol) == TEXTS["ja"]
    component.push_main("Bring Japanese in line")
    component.translate("ja", "SUCCESS", "うまくいきました")
    component.merge()
    assert studio.text("ja", "SUCCESS") == "うまくいきました"


def write_the_same_text(studio: Studio) -> None:
    set_text(studio.ja, "CODE_WRONG", "コードが違います")


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(renumber, id="its code has another number"),
        pytest.param(write_the_same_text, id="it is written in git too"),
    ],
)
def test_a_conflict_locks_nobody_out_and_the_maintainer_gets_out_of_it(
    component: Component, studio: Studio, change: Callable[[Studio], None]
) -> None:
    component.translate("ja", "CODE_WRONG", TEXTS["ja"])
    change(studio)
    component.push_main("Change the same entry")

    state = component.state()
    assert (state["needs_merge"], state["locked"]) == (True, False)
    component.translate("ko", "FORBIDDEN", TEXTS["ko"])
    component.fetch()
    git(studio.root, "merge", BRANCH, fails=True)
    done = component.run("sync")
    if change is write_the_same_text:
        assert f'CODE_WRONG is "コードが違います" (HEAD) and "{TEXTS["ja"]}"' in done.stderr
        edit(studio.ja, '"コードが違います"', f'"{TEXTS["ja"]}"')
        done = component.run("sync")
    assert done.returncode == 0, done.stderr
    assert component.findings() == set()
    component.push_main("Merge what the translators wrote")

    assert studio.text("ja", "CODE_WRONG") == TEXTS["ja"]
    assert studio.text("ko", "FORBIDDEN") == TEXTS["ko"]
    assert component.state() == IN_LINE


def test_a_rename_behind_a_lock_meets_no_unsaved_text(component: Component, studio: Studio) -> None:
    component.translate("ja", "CODE_WRONG", TEXTS["ja"])
    lock = f"components/{component.path}/lock/"
    component.weblate.maintainer.post(lock, json={"lock": True})
    with pytest.raises(OSError, match="403|permission_denied"):
        component.translate("ko", "FORBIDDEN", TEXTS["ko"])
    component.merge()
    rename(studio)
    component.push_main("Rename a code")
    component.weblate.maintainer.post(lock, json={"lock": False})

    assert studio.text("ja", "SMS_CODE_WRONG") == TEXTS["ja"]
    component.translate("ko", "FORBIDDEN", TEXTS["ko"])
    assert component.unit("ja", "SMS_CODE_WRONG")["target"] == [TEXTS["ja"]]
    component.merge()
    assert component.findings() == set()


def test_a_source_text_given_with_its_code_turns_no_translation_fuzzy(
    component: Component, studio: Studio
) -> None:
    SITUATIONS[LAST].change(studio)
    component.push_main("Add a code")
    component.translate("ja", "SERVER_DOWN", "サーバーが停止しています")
    component.merge()
    assert component.run("lint", "--strict", "-l", "ja").stdout == ""


def test_a_zh_cn_text_changed_in_git_has_the_others_looked_at_again(
    component: Component, studio: Studio
) -> None:
    set_text(studio.po("zh_CN"), "CODE_WRONG", "手机验证码错误")
    component.push_main("Mend a text")
    component.merge()
    others = {path.parts[-3] for path in studio.files() if path.suffix == ".po"} - {"zh_CN"}
    assert fuzzy(studio) == {(locale, "CODE_WRONG") for locale in others}
    assert component.findings() == set()

    for locale in sorted(others):
        old = studio.text(locale, "CODE_WRONG")
        component.translate(locale, "CODE_WRONG", old)
    component.merge()
    assert fuzzy(studio) == set()


def test_a_typing_mistake_in_a_zh_cn_text_costs_the_maintainer_one_bulk_edit(
    component: Component, studio: Studio
) -> None:
    component.translate("zh_CN", "CODE_WRONG", "手机验证码错误")
    submit(
        component.weblate.browser,
        component.weblate.url(f"projects/{component.path}/"),
        {"q": 'is:needs-editing AND key:="CODE_WRONG"', "state": "20"},
        action=f"/bulk-edit/{component.path}/",
    )
    component.merge()
    assert studio.text("zh_CN", "CODE_WRONG") == "手机验证码错误"
    assert fuzzy(studio) == set()


def fuzzy(studio: Studio) -> set[tuple[str, str]]:
    """Locale and symbolic name of the entries that are marked as needing review."""
    return {
        (path.parts[-3], entry.msgid)
        for path in studio.files()
        for entry in polib.pofile(str(path))
        if "fuzzy" in entry.flags
    }
