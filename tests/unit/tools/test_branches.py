"""Branches of translators and maintainers, merged and rebased by plain git."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from situations import (
    FRENCH,
    LAST,
    RENAMED,
    SITUATIONS,
    STARTED,
    TEXTS,
    commit,
    git,
    remove,
    rename,
    renumber,
    start_a_language,
    sync,
)  # fmt: skip
from trees import Studio, edit, set_text

from rv_i18n import CatalogError


@pytest.fixture
def studio(studio: Studio) -> Studio:
    """A project under git, on its branch main."""
    git(studio.root, "init", "--quiet", "--initial-branch=main")
    commit(studio.root, "Begin")
    return studio


def translate(studio: Studio, edited: dict[str, str]) -> None:
    """Write texts on a branch ``weblate``, one commit per language, with Weblate's header."""
    git(studio.root, "checkout", "--quiet", "-b", "weblate")
    for locale, symbol in edited.items():
        path = studio.po(locale)
        set_text(path, symbol, TEXTS[locale])
        edit(path, "Revision-Date: 2026-11-23 12:00", "Revision-Date: 2026-11-25 08:15")
        edit(path, "FULL NAME <EMAIL@ADDRESS>", "Tomoko Tanaka <translator@example.org>")
        commit(studio.root, f"Translate {locale}")


def errors(studio: Studio) -> list[tuple[str, str]]:
    """What ``lint`` finds, except warnings."""
    findings, unreadable = studio.lint()
    assert unreadable == []
    return [(each.symbol, each.rule) for each in findings if each.severity == "error"]


@pytest.mark.parametrize("how", ["merge", "rebase"])
@pytest.mark.parametrize("situation", [one for one in SITUATIONS if one != LAST])
def test_changes_of_a_maintainer_and_of_translators_merge(
    studio: Studio, situation: str, how: str
) -> None:
    change, edited = SITUATIONS[situation]
    translate(studio, edited)
    if situation == STARTED:
        start_a_language(studio)
        commit(studio.root, "Start French")
    git(studio.root, "checkout", "--quiet", "main")
    change(studio)
    commit(studio.root, situation)

    git(studio.root, "checkout", "--quiet", "weblate")
    git(studio.root, how, "main")

    assert {locale: studio.text(locale, edited[locale]) for locale in edited} == TEXTS
    together = studio.files()
    sync(studio)
    # Only a file that main did not have lacks the code that main has added.
    assert {path for path in together if path.read_bytes() != together[path]} == (
        {studio.po("fr")} if situation == STARTED else set()
    )
    if situation == STARTED:
        assert studio.text("fr", "FORBIDDEN") == FRENCH
    assert errors(studio) == []


@pytest.mark.parametrize(
    ("change", "edited", "again", "symbol"),
    [
        pytest.param(SITUATIONS[LAST].change, "APIError", {}, "APIError", id=LAST),
        pytest.param(remove, "CODE_WRONG", {"remove": True}, "", id="it is removed"),
        pytest.param(
            rename, "CODE_WRONG", {"renames": RENAMED}, "SMS_CODE_WRONG", id="it is renamed"
        ),
        pytest.param(renumber, "CODE_WRONG", {}, "CODE_WRONG", id="it has another number"),
    ],
)
def test_if_git_finds_a_conflict_the_translators_file_and_sync_resolve_it(
    studio: Studio,
    change: Callable[[Studio], None],
    edited: str,
    again: dict[str, Any],
    symbol: str,
) -> None:
    translate(studio, {"ja": edited})
    git(studio.root, "checkout", "--quiet", "main")
    change(studio)
    commit(studio.root, "Change a code")
    expected = studio.files()

    git(studio.root, "merge", "weblate", fails=True)

    with pytest.raises(CatalogError, match="merge conflict") as caught:
        sync(studio)
    assert Path(caught.value.path) == studio.ja
    assert [rule for _, rule in errors(studio)] == ["syntax"]

    git(studio.root, "checkout", "--theirs", "--", studio.ja)
    sync(studio, **again)
    commit(studio.root, "Merge what the translators wrote")

    assert errors(studio) == []
    if symbol:
        assert studio.text("ja", symbol) == TEXTS["ja"]
    # The changes on main are kept.
    files = studio.files()
    del files[studio.ja], expected[studio.ja]
    assert files == expected


def test_a_squashed_merge_makes_the_next_text_of_the_language_a_conflict(studio: Studio) -> None:
    translate(studio, {"ja": "FORBIDDEN"})
    git(studio.root, "checkout", "--quiet", "main")
    git(studio.root, "merge", "--quiet", "--squash", "weblate")
    commit(studio.root, "Everything that Weblate has, in one commit")
    git(studio.root, "checkout", "--quiet", "weblate")
    set_text(studio.ja, "SUCCESS", "うまくいきました")
    edit(studio.ja, "Revision-Date: 2026-11-25 08:15", "Revision-Date: 2026-11-26 08:15")
    commit(studio.root, "Translate ja")

    git(studio.root, "merge", "main", fails=True)
