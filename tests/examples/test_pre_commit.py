"""The pre-commit hooks in the repository of another project, run by the real pre-commit."""

from __future__ import annotations

import os
import shutil
import subprocess
import venv

import pytest
from repository import git
from trees import ROOT, Studio, edit, set_text

CONFIGURATION = """\
repos:
  - repo: {source}
    rev: {revision}
    hooks:
      - id: rv-i18n-sync
      - id: rv-i18n-lint
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


def test_a_commit_is_stopped_by_what_lint_finds_and_helped_by_sync(tmp_path, pre_commit):
    # pre-commit tries what is committed, so commit a copy of this tree.
    source = tmp_path / "rv-i18n"
    git(tmp_path, "clone", "--quiet", ROOT, source)
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py"):
        shutil.copy(ROOT / name, source)
    shutil.copytree(ROOT / "rv_i18n", source / "rv_i18n", dirs_exist_ok=True)
    git(source, "add", "--all")
    git(source, "commit", "--quiet", "--allow-empty", "--message=as it is")
    revision = git(source, "rev-parse", "HEAD").strip()

    (tmp_path / "project").mkdir()
    studio = Studio(tmp_path / "project")
    text = CONFIGURATION.format(source=source, revision=revision)
    (studio.root / ".pre-commit-config.yaml").write_text(text)

    def commit(**options):
        git(studio.root, "add", "--all")
        hooks = ("-c", "core.hooksPath=.git/hooks")
        return git(studio.root, *hooks, "commit", "--message=change", **options, **pre_commit)

    git(studio.root, "init", "--quiet")
    install = ["pre-commit", "install"]
    subprocess.run(install, cwd=studio.root, env={**os.environ, **pre_commit}, check=True)
    studio.start("fr")  # an untranslated language must not stop a commit
    commit()

    set_text(studio.ja, "FAIL", "失敗。")
    said = commit(fails=True)
    assert "ja/LC_MESSAGES/my_studio.po:22" not in said
    assert "my_studio.po:21: ja: FAIL: ends with a full stop, '。' [end-stop]" in said
    set_text(studio.ja, "FAIL", "失敗")

    edit(studio.codes, "SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    assert "files were modified by this hook" in commit(fails=True)
    assert b'msgid "NEW"' in studio.ja.read_bytes()
    commit()
