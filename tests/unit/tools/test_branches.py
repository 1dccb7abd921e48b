"""Branches of translators and maintainers, merged and rebased by plain git."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from repository import begin, commit, git
from situations import (
    FRENCH,
    LAST,
    RENAMED,
    SITUATIONS,
    STARTED,
    TEXTS,
    remove,
    rename,
    renumber,
    start_a_language,
    sync,
)  # fmt: skip
from translate.storage.pypo import pofile
from trees import LAST as LAST_CODE
from trees import ROOT, Studio, set_text

from rv_i18n import CatalogError


@pytest.fixture
def studio(studio: Studio) -> Studio:
    """A project under git, on its branch main."""
    begin(studio.root)
    return studio


def write_as_weblate(studio: Studio, locale: str, symbol: str, text: str, date: str) -> None:
    """Change a text with Weblate's own library, and the header as Weblate does."""
    store = pofile.parsefile(str(studio.po(locale)))
    store.findid(symbol).target = text
    translator = "Tomoko Tanaka <translator@example.org>"
    store.updateheader(PO_Revision_Date=date, Last_Translator=translator)
    store.save()


def translate(studio: Studio, edited: dict[str, str]) -> None:
    """Write texts on a branch ``weblate``, one commit per language."""
    git(studio.root, "checkout", "--quiet", "-b", "weblate")
    for locale, symbol in edited.items():
        write_as_weblate(studio, locale, symbol, TEXTS[locale], "2026-11-25 08:15+0000")
        commit(studio.root, f"Translate {locale}")


def errors(studio: Studio) -> list[tuple[str, str]]:
    """What ``lint`` finds, except warnings."""
    findings, unreadable = studio.lint()
    assert unreadable == []
    return [(each.symbol, each.rule) for each in findings if each.severity == "error"]


@pytest.mark.parametrize(
    ("branch", "how", "other"),
    [("weblate", "merge", "main"), ("weblate", "rebase", "main"), ("main", "rebase", "weblate")],
)
@pytest.mark.parametrize("situation", [one for one in SITUATIONS if one != LAST])
def test_changes_of_a_maintainer_and_of_translators_merge(
    studio: Studio, situation: str, branch: str, how: str, other: str
) -> None:
    change, edited = SITUATIONS[situation]
    translate(studio, edited)
    if situation == STARTED:
        start_a_language(studio)
        commit(studio.root, "Start French")
    git(studio.root, "checkout", "--quiet", "main")
    change(studio)
    commit(studio.root, situation)

    git(studio.root, "checkout", "--quiet", branch)
    git(studio.root, how, other)

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
    write_as_weblate(studio, "ja", "SUCCESS", "うまくいきました", "2026-11-26 08:15+0000")
    commit(studio.root, "Translate ja")

    git(studio.root, "merge", "main", fails=True)


@pytest.mark.parametrize("how", ["merge", "rebase"])
def test_two_branches_that_each_add_a_code_join_without_a_conflict(
    studio: Studio, how: str
) -> None:
    first = '    SUCCESS = 200, "The request was answered"\n'
    for name, after, line in (
        ("one", first, '    EARLY = 300, "One"\n'),
        ("other", LAST_CODE, '    LATE = 1000, "Other"\n'),
    ):
        git(studio.root, "checkout", "--quiet", "-b", name, "main")
        studio.change_codes(after, after + line)
        sync(studio)
        commit(studio.root, name)

    git(studio.root, how, "one")

    together = studio.files()
    sync(studio)
    assert studio.files() == together
    for locale in ("en", "ja", "ko", "zh_CN", "zh_TW"):
        assert studio.text(locale, "EARLY") == studio.text(locale, "LATE") == ""
    assert {rule for _, _, rule in studio.found()} == {"empty"}


def test_a_conflict_is_named_with_the_way_out_and_the_way_leads_out(studio: Studio) -> None:
    for name in ("one", "other"):
        git(studio.root, "checkout", "--quiet", "-b", name, "main")
        set_text(studio.ja, "FAIL", name)
        commit(studio.root, name)
    git(studio.root, "merge", "one", fails=True)
    for command in (["sync"], ["stats"], ["lint"]):
        done = studio.run(*command)
        assert done.returncode == (1 if command == ["lint"] else 2)
        said = done.stdout if command == ["lint"] else done.stderr
        assert "locales/ja/LC_MESSAGES/my_studio.po:22: " in said
        assert "a merge conflict, up to line 26: keep one side or both, delete" in said
    assert done.stdout.count("[") == 1
    text = studio.ja.read_text(encoding="utf-8")
    before, rest = text.split("<<<<<<< HEAD\n")
    kept, rest = rest.split("=======\n")
    after = rest.split("one\n", 1)[1].split("\n", 1)[1]
    studio.ja.write_text(before + kept + after, encoding="utf-8")
    assert studio.run("sync").returncode == 0
    assert studio.text("ja", "FAIL") == "other"


def test_a_clone_with_line_ends_of_windows_keeps_line_feeds(
    studio: Studio, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (studio.root / ".gitattributes").write_text("* text=auto eol=lf\n")
    commit(studio.root, "Say how lines end")
    clone = tmp_path_factory.mktemp("clone") / "studio"
    git(studio.root, "-c", "core.autocrlf=true", "clone", "--quiet", studio.root, clone)
    assert (clone / studio.ja.relative_to(studio.root)).read_bytes() == studio.ja.read_bytes()


def test_this_repository_keeps_line_feeds_too() -> None:
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
    assert "* text=auto eol=lf" in attributes.splitlines()
