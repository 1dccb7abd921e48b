"""Changes that people make at the same time, merged and rebased by git itself."""

from __future__ import annotations

import os
import subprocess

import pytest
from translate.storage.pypo import pofile
from trees import LAST, ROOT, TEXTS, Studio, set_text

FIRST = '    SUCCESS = 200, "The request was answered"\n'


class Repository:
    """The project under git, with a branch for each person who works on it."""

    def __init__(self, studio: Studio) -> None:
        self.studio = studio
        self.git("init", "-q", "-b", "main")
        self.commit("start")

    def git(self, *words: str, check: bool = True) -> subprocess.CompletedProcess[str]:
        identity = {
            f"GIT_{who}_{what}": value
            for who in ("AUTHOR", "COMMITTER")
            for what, value in (("NAME", "Someone"), ("EMAIL", "someone@studio.example"))
        }
        return subprocess.run(
            ["git", "-c", "core.hooksPath=/dev/null", *words],
            cwd=self.studio.root,
            env={**os.environ, **identity, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_EDITOR": "true"},
            capture_output=True,
            encoding="utf-8",
            check=check,
        )

    def commit(self, what: str) -> None:
        self.git("add", "-A")
        self.git("commit", "-q", "-m", what)

    def branch(self, name: str, work) -> None:
        """Do some work on a branch of main."""
        self.git("checkout", "-q", "-b", name, "main")
        work()
        self.commit(name)

    def join(self, how: str, one: str, other: str) -> None:
        """Combine the branches, by merge or rebase."""
        self.git("checkout", "-q", one)
        done = self.git(how, other, check=False)
        assert done.returncode == 0, done.stdout + done.stderr

    def sync(self, *options: str) -> None:
        done = self.studio.run("sync", *options)
        assert done.returncode == 0, done.stderr

    def translate(self, locale: str, symbol: str, text: str) -> None:
        """Edit a file as Weblate does, with Weblate's own library."""
        path = self.studio.po(locale)
        store = pofile.parsefile(str(path))
        store.findid(symbol).target = text
        store.updateheader(
            PO_Revision_Date="2027-02-03 04:05+0000",
            Last_Translator="田中 <tanaka@studio.example>",
            Language_Team="Japanese <https://weblate.studio.example/>",
        )
        store.save()

    def text(self, locale: str, symbol: str) -> str:
        return pofile.parsefile(str(self.studio.po(locale))).findid(symbol).target


@pytest.fixture
def repository(tmp_path):
    return Repository(Studio(tmp_path))


def add(repository, after, line):
    repository.studio.change_codes(after, after + line)
    repository.sync()


each_way = pytest.mark.parametrize("how", ["merge", "rebase"])


@each_way
def test_two_branches_that_each_add_a_code_join_without_a_conflict(repository, how):
    repository.branch("one", lambda: add(repository, FIRST, '    EARLY = 300, "One"\n'))
    repository.branch("other", lambda: add(repository, LAST, '    LATE = 1000, "Other"\n'))
    repository.join(how, "one", "other")
    before = repository.studio.files()
    repository.sync()
    assert repository.studio.files() == before
    for locale in TEXTS:
        assert repository.text(locale, "EARLY") == repository.text(locale, "LATE") == ""
    assert {rule for _, _, rule in repository.studio.found()} == {"empty"}


@each_way
@pytest.mark.parametrize("first", ["weblate", "developer"])
def test_a_commit_of_weblates_joins_one_of_sync(repository, how, first):
    def work():
        repository.studio.change_codes("APIError = 900", "APIError = 901")
        add(repository, FIRST, '    EARLY = 300, "New"\n')
        repository.sync("--text", "EARLY=新的异常")

    repository.branch("weblate", lambda: repository.translate("ja", "CODE_WRONG", "番号が違います"))
    repository.branch("developer", work)
    other = {"weblate": "developer", "developer": "weblate"}[first]
    repository.join(how, first, other)
    assert repository.text("ja", "CODE_WRONG") == "番号が違います"
    assert repository.text("zh_CN", "EARLY") == "新的异常"
    assert {rule for _, _, rule in repository.studio.found()} == {"empty"}
    before = repository.studio.files()
    repository.sync()
    assert repository.studio.files() == before


@each_way
def test_a_rename_joins_what_a_translator_does_to_another_text(repository, how):
    def work():
        repository.studio.change_codes("APIError = 900", "SDKError = 900")
        repository.sync("--rename", "APIError=SDKError")

    repository.branch("weblate", lambda: repository.translate("ja", "FAIL", "できませんでした"))
    repository.branch("developer", work)
    repository.join(how, "weblate", "developer")
    assert repository.text("ja", "SDKError") == "例外が発生しました"
    assert repository.text("ja", "FAIL") == "できませんでした"
    assert repository.studio.found() == set()


@each_way
def test_a_removal_joins_what_a_translator_does_to_another_text(repository, how):
    def work():
        repository.studio.change_codes(LAST, "")
        repository.sync("--remove")

    repository.branch("weblate", lambda: repository.translate("ja", "FAIL", "できませんでした"))
    repository.branch("developer", work)
    repository.join(how, "weblate", "developer")
    assert repository.text("ja", "FAIL") == "できませんでした"
    assert repository.studio.found() == set()


def test_a_conflict_is_named_with_the_way_out_and_the_way_leads_out(repository):
    path = "locales/ja/LC_MESSAGES/my_studio.po"
    for name in ("one", "other"):
        repository.branch(name, lambda name=name: set_text(repository.studio.ja, "FAIL", name))
    assert repository.git("merge", "one", check=False).returncode == 1
    for command in (["sync"], ["stats"], ["lint"]):
        done = repository.studio.run(*command)
        assert done.returncode == (1 if command == ["lint"] else 2)
        said = done.stdout if command == ["lint"] else done.stderr
        assert f"{path}:22: " in said
        assert "a merge conflict, up to line 26: keep one side or both, delete" in said
    assert done.stdout.count("[") == 1
    text = repository.studio.ja.read_text(encoding="utf-8")
    before, rest = text.split("<<<<<<< HEAD\n")
    kept, rest = rest.split("=======\n")
    repository.studio.ja.write_text(before + kept + rest.split("one\n", 1)[1].split("\n", 1)[1],
                                    encoding="utf-8")  # fmt: skip
    repository.sync()
    assert repository.text("ja", "FAIL") == "other"
    repository.commit("solved")


def test_a_clone_with_line_ends_of_windows_keeps_line_feeds(repository, tmp_path_factory):
    studio = repository.studio
    attributes = studio.root / ".gitattributes"
    attributes.write_text("* text=auto eol=lf\n")
    repository.commit("attributes")
    clone = tmp_path_factory.mktemp("clone") / "studio"
    repository.git("clone", "-q", "-c", "core.autocrlf=true", str(studio.root), str(clone))
    copy = clone / studio.ja.relative_to(studio.root)
    assert copy.read_bytes() == studio.ja.read_bytes()


def test_this_repository_says_so():
    attributes = (ROOT / ".gitattributes").read_text(encoding="utf-8")
    assert "* text=auto eol=lf" in attributes.splitlines()
