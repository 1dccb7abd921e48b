"""What ``sync`` makes of a conflict of git's: a test for each row of maintaining.md's table."""

from __future__ import annotations

import shutil

import pytest
from repository import begin, commit, git
from situations import (
    RENAMED,
    TEXTS,
    add_behind_the_last,
    remove,
    rename,
    renumber,
    sync,
)
from translate.storage.pypo import pofile
from trees import COMMENTS, LAST, Studio, edit, set_text

from rv_i18n import CatalogError
from rv_i18n.cli import main

JA = TEXTS["ja"]


@pytest.fixture
def studio(studio: Studio, monkeypatch: pytest.MonkeyPatch) -> Studio:
    """A project under git, in which the commands run."""
    monkeypatch.chdir(studio.root)
    begin(studio.root)
    return studio


def translate(studio: Studio, symbol: str, text: str = JA, date: str = "2026-11-25 08:15") -> None:
    """Write a Japanese text with Weblate's own library, and the header as Weblate does."""
    store = pofile.parsefile(str(studio.ja))
    store.findid(symbol).target = text
    store.updateheader(PO_Revision_Date=f"{date}+0000", Last_Translator="Tomoko <t@example.org>")
    store.save()


def collide(studio: Studio, one, other) -> None:
    """Make two changes on two branches, and merge the second, ``weblate``, into ``main``."""
    git(studio.root, "checkout", "--quiet", "-b", "weblate")
    other()
    commit(studio.root, "Theirs")
    git(studio.root, "checkout", "--quiet", "main")
    one()
    commit(studio.root, "Ours")
    git(studio.root, "merge", "weblate", fails=True)


def is_settled(studio: Studio) -> None:
    """Whether the merge can be committed, and ``sync`` has nothing left to do."""
    assert [each for each in studio.found() if each[2] not in ("empty", "fuzzy")] == []
    commit(studio.root, "Merge")
    sync(studio)
    assert git(studio.root, "status", "--porcelain") == ""


def test_a_code_added_behind_the_last_and_its_edited_text_are_both_kept(studio):
    collide(studio, lambda: add_behind_the_last(studio), lambda: translate(studio, "APIError"))
    assert main(["sync"]) == 0
    assert studio.text("ja", "APIError") == JA
    assert studio.text("zh_CN", "SERVER_DOWN") == "服务器故障"
    is_settled(studio)


def add(studio: Studio, name: str, number: int, text: str) -> None:
    """Add a code behind the last, with texts in two languages."""
    studio.change_codes(LAST, f'{LAST}    {name} = {number}, "It is number {number}"\n')
    sync(studio, texts={name: f"{name} 坏了"})
    set_text(studio.po("en"), name, text)


@pytest.mark.parametrize("style", ["merge", "diff3", "zdiff3"])
def test_two_codes_that_are_added_behind_the_last_are_both_kept(studio, capsys, style):
    """Case 1 of those that maintainers met: every catalogue and the list itself conflict."""
    git(studio.root, "config", "merge.conflictStyle", style)
    collide(
        studio,
        lambda: add(studio, "OURS", 901, "It is ours"),
        lambda: add(studio, "THEIRS", 902, "It is theirs"),
    )
    assert main(["sync"]) == 2
    said = capsys.readouterr().err
    assert "my_studio/errors.py:14: a merge conflict: keep the lines of both sides, and " in said

    lines = studio.codes.read_text("utf-8").split("\n")
    kept, ancestors = [], False
    for line in lines:
        ancestors = (ancestors and line != "=======") or line.startswith("|||||||")
        if not (ancestors or line.startswith(("<<<<<<<", "=======", ">>>>>>>"))):
            kept.append(line)
    studio.codes.write_text("\n".join(kept), "utf-8")
    assert main(["sync"]) == 0
    for name, text in (("OURS", "It is ours"), ("THEIRS", "It is theirs")):
        assert studio.text("en", name) == text
        assert studio.text("zh_CN", name) == f"{name} 坏了"
        assert studio.text("ja", name) == studio.text("ko", name) == ""
    is_settled(studio)
    assert studio.template.read_text("utf-8").count("#. It is number") == 2


def test_a_renamed_code_gets_the_text_that_was_edited_once_the_rename_is_given(studio, capsys):
    collide(studio, lambda: rename(studio), lambda: translate(studio, "CODE_WRONG"))
    before = studio.files()
    assert main(["sync"]) == 2
    assert "would be lost: CODE_WRONG (ja); give --rename OLD=NEW" in capsys.readouterr().err
    assert studio.files() == before
    assert main(["sync", "--rename", "CODE_WRONG=SMS_CODE_WRONG"]) == 0
    assert RENAMED == {"CODE_WRONG": "SMS_CODE_WRONG"}
    assert "renamed CODE_WRONG to SMS_CODE_WRONG" in capsys.readouterr().out
    assert studio.text("ja", "SMS_CODE_WRONG") == JA
    is_settled(studio)


def test_a_removed_code_keeps_the_text_that_was_edited_until_its_removal_is_given(studio, capsys):
    collide(studio, lambda: remove(studio), lambda: translate(studio, "CODE_WRONG"))
    assert main(["sync"]) == 2
    assert "CODE_WRONG (ja)" in capsys.readouterr().err
    assert main(["sync", "--remove"]) == 0
    assert "CODE_WRONG" not in studio.ja.read_text("utf-8")
    is_settled(studio)


def test_a_code_with_another_number_has_the_text_that_was_edited(studio):
    collide(studio, lambda: renumber(studio), lambda: translate(studio, "CODE_WRONG"))
    assert main(["sync"]) == 0
    assert studio.text("ja", "CODE_WRONG") == JA
    text = studio.ja.read_text("utf-8")
    assert text.index('"BAD FILES"') < text.index('"CODE_WRONG"') < text.index('"APIError"')
    is_settled(studio)


def test_a_text_that_both_change_is_shown_and_nothing_is_written(studio, capsys):
    collide(
        studio,
        lambda: set_text(studio.ja, "FORBIDDEN", "禁止です"),
        lambda: translate(studio, "FORBIDDEN"),
    )
    before = studio.files()
    for command in ("lint", "stats"):
        assert main([command]) == (1 if command == "lint" else 2)
        said = capsys.readouterr()
        assert "a merge conflict, up to line" in said.out + said.err
        assert "rv-i18n sync puts its two sides together" in said.out + said.err
    assert main(["sync"]) == 2
    assert capsys.readouterr().err == (
        "rv-i18n: locales/ja/LC_MESSAGES/my_studio.po:31: FORBIDDEN is "
        f'"禁止です" (HEAD) and "{JA}" (weblate)\n'
        "rv-i18n: write the right text on both sides of each conflict, then run rv-i18n sync "
        "again\n"
    )
    assert studio.files() == before
    edit(studio.ja, '"禁止です"', f'"{JA}"')
    assert main(["sync"]) == 0
    assert studio.text("ja", "FORBIDDEN") == JA
    is_settled(studio)


@pytest.mark.parametrize("later", ["ours", "theirs"])
def test_of_two_dates_in_a_header_the_later_stays(studio, later):
    collide(
        studio,
        lambda: translate(studio, "FAIL", "だめでした", f"2026-11-{25 + (later == 'ours')} 23:00"),
        lambda: translate(studio, "APIError", JA, "2026-11-26 01:00"),
    )
    assert main(["sync"]) == 0
    text = studio.ja.read_text("utf-8")
    when = "2026-11-26 23:00" if later == "ours" else "2026-11-26 01:00"
    assert f'"PO-Revision-Date: {when}+0000\\n"' in text
    assert text.count("PO-Revision-Date") == text.count("Last-Translator") == 1
    assert (studio.text("ja", "FAIL"), studio.text("ja", "APIError")) == ("だめでした", JA)
    is_settled(studio)


def test_without_the_index_what_only_one_side_has_is_kept_and_nothing_is_guessed(studio, capsys):
    """``git add`` before ``sync`` takes the common ancestor away."""
    collide(
        studio,
        lambda: [add_behind_the_last(studio), set_text(studio.ja, "SERVER_DOWN", "サーバー")],
        lambda: translate(studio, "APIError"),
    )
    git(studio.root, "add", "--all")
    assert main(["sync"]) == 2
    assert (
        f'APIError is "例外が発生しました" (HEAD) and "{JA}" (weblate)' in capsys.readouterr().err
    )
    edit(studio.ja, 'msgstr "例外が発生しました"', f'msgstr "{JA}"')
    assert main(["sync"]) == 0
    assert (studio.text("ja", "APIError"), studio.text("ja", "SERVER_DOWN")) == (JA, "サーバー")


def test_the_marks_of_a_rebase_and_of_a_stash_are_put_together_too(studio):
    git(studio.root, "checkout", "--quiet", "-b", "weblate")
    translate(studio, "APIError")
    commit(studio.root, "Theirs")
    git(studio.root, "checkout", "--quiet", "main")
    add_behind_the_last(studio)
    commit(studio.root, "Ours")
    git(studio.root, "checkout", "--quiet", "weblate")
    git(studio.root, "rebase", "main", fails=True)
    assert main(["sync"]) == 0
    git(studio.root, "add", "--all")
    git(studio.root, "rebase", "--continue")
    assert studio.text("ja", "APIError") == JA

    set_text(studio.ja, "FAIL", "だめでした")
    git(studio.root, "stash")
    edit(studio.ja, f"#. {COMMENTS['FAIL'][0]}\n", "# ノート\n#. 100\n")
    commit(studio.root, "A note")
    git(studio.root, "stash", "pop", fails=False)
    assert main(["sync"]) == 0
    assert studio.text("ja", "FAIL") == "だめでした"


def test_without_git_the_marks_are_enough(studio, monkeypatch):
    git(studio.root, "config", "merge.conflictStyle", "diff3")
    collide(studio, lambda: add_behind_the_last(studio), lambda: translate(studio, "APIError"))
    monkeypatch.setenv("PATH", "")
    sync(studio)
    assert studio.text("ja", "APIError") == JA


def test_an_error_in_one_side_names_the_line_in_the_file(studio):
    collide(
        studio,
        lambda: set_text(studio.ja, "FORBIDDEN", "禁止です"),
        lambda: translate(studio, "FORBIDDEN"),
    )
    edit(studio.ja, f'msgstr "{JA}"', f'msgstr "{JA}')
    with pytest.raises(CatalogError, match="a string is not closed, in weblate of a merge") as it:
        sync(studio)
    assert studio.ja.read_text("utf-8").split("\n")[it.value.line - 1] == f'msgstr "{JA}'


@pytest.mark.parametrize("is_bare", [True, False])
def test_git_runs_no_command_from_the_settings_of_a_repository(studio, tmp_path, is_bare):
    """A commit can hold a bare repository beside a catalogue, and an archive any repository.

    Where the ancestor is missing, git fetches it, by a command that these settings name.
    """
    collide(studio, lambda: translate(studio, "FAIL"), lambda: translate(studio, "FAIL", "不可"))
    ran, repository = tmp_path / "ran", studio.root / ".git"
    for name, value in {
        "core.repositoryFormatVersion": "1",
        "core.worktree": str(studio.root),
        "extensions.partialClone": "origin",
        "remote.origin.url": ".",
        "remote.origin.uploadpack": f"touch '{ran}'; false",
    }.items():
        git(studio.root, "config", name, value)
    shutil.rmtree(repository / "objects")
    (repository / "objects").mkdir()
    if is_bare:
        shutil.copytree(repository, studio.ja.parent, dirs_exist_ok=True)
        shutil.rmtree(repository)
    assert main(["sync"]) == 2
    assert not ran.exists()
