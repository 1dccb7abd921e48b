"""Branches of translators and maintainers, merged and rebased by plain git."""

from __future__ import annotations

import pytest
from repository import begin, commit, git
from situations import (
    FRENCH,
    LAST,
    SITUATIONS,
    STARTED,
    TEXTS,
    start_a_language,
    sync,
)  # fmt: skip
from translate.storage.pypo import pofile
from trees import LAST as LAST_CODE
from trees import ROOT, Studio


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
