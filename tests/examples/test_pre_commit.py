"""The pre-commit hooks in the repositories of other projects, run by the real pre-commit."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import venv

import pytest
from guide import blocks
from repository import git
from trees import ROOT, Studio, edit, set_text

CONFIGURATION = next(
    block.content for block in blocks("own-codes.md") if block.path == ".pre-commit-config.yaml"
)

WORKSPACE = """\
[project]
name = "workspace"
version = "1"

[tool.uv.workspace]
members = ["packages/*"]
"""


@pytest.fixture(scope="module")
def pre_commit(tmp_path_factory):
    """What pre-commit needs to find itself and its own environments."""
    directory = tmp_path_factory.mktemp("pre-commit")
    venv.create(directory, with_pip=True)
    pip = [directory / "bin/python", "-m", "pip", "install", "-q"]
    subprocess.run([*pip, "-r", ROOT / "requirements/examples.txt"], check=True)

    return {
        "PRE_COMMIT_HOME": str(directory / "home"),
        "PATH": f"{directory / 'bin'}{os.pathsep}{os.environ['PATH']}",
    }


@pytest.fixture(scope="module")
def configuration(tmp_path_factory):
    """A .pre-commit-config.yaml that takes the hooks of this tree."""
    # pre-commit tries what is committed, so commit a copy of this tree.
    source = tmp_path_factory.mktemp("source") / "rv-i18n"
    git(ROOT, "clone", "--quiet", ROOT, source)
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "rv_i18n", source / "rv_i18n", dirs_exist_ok=True)
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--allow-empty", "--message=as it is")
    revision = git(source, "rev-parse", "HEAD").strip()
    return re.sub(
        "rev: .*", f"rev: {revision}", re.sub("repo: .*", f"repo: {source}", CONFIGURATION)
    )


@pytest.fixture
def commit(tmp_path, pre_commit, configuration):
    """Commits all that is in a repository, by way of the hooks, and gives what was said."""

    def commit(**options):
        if not (tmp_path / ".git").exists():
            (tmp_path / ".pre-commit-config.yaml").write_text(configuration)
            git(tmp_path, "init", "--quiet")
            install = ["pre-commit", "install"]
            subprocess.run(install, cwd=tmp_path, env={**os.environ, **pre_commit}, check=True)
        git(tmp_path, "add", "--all")
        hooks = ("-c", "core.hooksPath=.git/hooks")
        return git(tmp_path, *hooks, "commit", "--message=change", **options, **pre_commit)

    return commit


def test_a_commit_is_stopped_by_what_lint_finds_and_helped_by_sync(studio, commit):
    studio.start("fr")  # an untranslated language must not stop a commit
    commit()

    set_text(studio.ja, "FAIL", "失敗  した")
    said = commit(fails=True)
    assert "ja/LC_MESSAGES/my_studio.po:22" not in said
    assert "my_studio.po:21: ja: FAIL: has two spaces in a row [double-space]" in said
    set_text(studio.ja, "FAIL", "失敗")

    edit(studio.codes, "SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    assert "files were modified by this hook" in commit(fails=True)
    assert b'msgid "NEW"' in studio.ja.read_bytes()
    commit()


class Member:
    """A package of a workspace, in the namespace ``studio``, with the code list in ``src``."""

    def __init__(self, workspace, name, source):
        root = workspace / "packages" / name
        root.mkdir(parents=True)
        made = Studio(root)
        self.package = root / "src/studio" / name
        self.package.parent.mkdir(parents=True)
        made.codes.parent.rename(self.package)
        made.locales.rename(self.package / "locales")
        edit(made.pyproject, "my_studio/errors.py", f"src/studio/{name}/errors.py")
        edit(made.pyproject, '"locales"', f'"src/studio/{name}/locales"')
        edit(made.pyproject, '"zh_CN"', f'"{source}"')
        self.codes = self.package / "errors.py"
        self.ja = self.package / "locales/ja/LC_MESSAGES/my_studio.po"


def test_in_a_monorepo_each_file_is_judged_by_its_own_project(tmp_path, commit):
    (tmp_path / "pyproject.toml").write_text(WORKSPACE)
    first, second = Member(tmp_path, "a", "zh_CN"), Member(tmp_path, "b", "en")
    django = tmp_path / "packages/web/locale/ja/LC_MESSAGES/django.po"
    django.parent.mkdir(parents=True)
    django.write_text('msgid "Not the hooks\' business."\nmsgstr "。"\n', encoding="utf-8")
    (django.parents[3] / "views.py").touch()
    commit()

    # Neither a root without a table nor a source that is in no list is an error.
    (tmp_path / "pyproject.toml").write_text(WORKSPACE + "\n[tool.ruff]\n")
    (first.package / "other.py").write_text("import this\n")
    commit()

    for member in (first, second):
        edit(member.codes, "SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    git(tmp_path, "stash", "--quiet", "--", second.codes)
    assert "files were modified by this hook" in commit(fails=True)
    assert b'msgid "NEW"' in first.ja.read_bytes()
    assert b'msgid "NEW"' not in second.ja.read_bytes()
    set_text(first.package / "locales/zh_CN/LC_MESSAGES/my_studio.po", "NEW", "新")
    commit()

    git(tmp_path, "stash", "pop", "--quiet")
    set_text(first.ja, "FAIL", "失敗  した")
    said = commit(fails=True)
    assert "packages/a/src/studio/a/locales/ja/LC_MESSAGES/my_studio.po:21: ja: FAIL: " in said
    assert b'msgid "NEW"' in second.ja.read_bytes()
    set_text(first.ja, "FAIL", "失敗")
    commit()
