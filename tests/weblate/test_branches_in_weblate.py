"""What a maintainer changes while translators write: Weblate pulls, merges and pushes."""

from __future__ import annotations

import polib
import pytest
from situations import (
    LAST, RENAMED, SITUATIONS, STARTED, TEXTS, commit, git, remove, rename, renumber, sync,
)  # fmt: skip
from studio import Studio

from .component import BRANCH, Component

pytestmark = pytest.mark.weblate

IN_LINE = {
    "locked": False,
    "needs_commit": False,
    "needs_merge": False,
    "needs_push": False,
    "merge_failure": None,
}


def text(studio: Studio, locale: str, symbol: str) -> str:
    return polib.pofile(str(studio.po(locale))).find(symbol).msgstr


def commit_but_do_not_push(component: Component) -> None:
    """Let Weblate commit what is pending, at a moment when the remote does not answer."""
    component.change_settings(push_on_commit=False)
    component.operate("commit")
    component.change_settings(push_on_commit=True)


@pytest.mark.parametrize("situation", SITUATIONS)
def test_what_a_maintainer_and_translators_do_at_once_comes_together(
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
    print(git(studio.root,"log","--graph","--stat"))
    together = studio.files()
    sync(studio)
    assert {path for path in together if path.read_bytes() != together[path]} == (
        {studio.po("fr")} if situation == STARTED else set()
    )
    assert component.findings() == set()
    assert {locale: text(studio, locale, edited[locale]) for locale in edited} == TEXTS
    assert text(studio, "zh_TW", "SUCCESS") == "一切順利"
    if situation == STARTED:
        assert text(studio, "fr", "FORBIDDEN") == "Ce n’est pas permis"
        commit(studio.root, "Bring French in line")
    component.push()
    assert component.state() == IN_LINE
