"""The pre-commit hooks in the repository of another project, run by the real pre-commit."""

from __future__ import annotations

import os
import subprocess
import venv

import pytest
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
    """Runs pre-commit with its own environments."""
    directory = tmp_path_factory.mktemp("pre-commit")
    venv.create(directory, with_pip=True)
    program = directory / "bin/pre-commit"
    pip = [directory / "bin/python", "-m", "pip", "install", "-q", "pre-commit"]
    subprocess.run(pip, check=True)

    def run(root, *words):
        identity = {f"GIT_{who}_NAME": "Someone" for who in ("AUTHOR", "COMMITTER")}
        identity |= {f"GIT_{who}_EMAIL": "a@studio.example" for who in ("AUTHOR", "COMMITTER")}
        return subprocess.run(
            [str(word) for word in words],
            cwd=root,
            env={
                **os.environ, **identity, "PRE_COMMIT_HOME": str(directory / "home"),
                "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}",
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )  # fmt: skip

    return run


def test_a_commit_is_stopped_by_what_lint_finds_and_helped_by_sync(tmp_path, pre_commit):
    # pre-commit tries what is committed, so commit a copy of this tree.
    source = tmp_path / "rv-i18n"
    pre_commit(tmp_path, "git", "clone", "-q", ROOT, source)
    for name in (".pre-commit-hooks.yaml", "pyproject.toml", "hatch_build.py", "rv_i18n"):
        pre_commit(tmp_path, "cp", "-r", ROOT / name, source)
    pre_commit(source, "git", "add", "-A")
    pre_commit(source, "git", "commit", "-q", "--allow-empty", "-m", "as it is")
    revision = pre_commit(source, "git", "rev-parse", "HEAD").stdout.strip()

    (tmp_path / "project").mkdir()
    studio = Studio(tmp_path / "project")
    text = CONFIGURATION.format(source=source, revision=revision)
    (studio.root / ".pre-commit-config.yaml").write_text(text)

    def commit():
        pre_commit(studio.root, "git", "add", "-A")
        done = pre_commit(studio.root, "git", "commit", "-m", "change")
        return done.returncode, done.stdout + done.stderr

    pre_commit(studio.root, "git", "init", "-q")
    assert pre_commit(studio.root, "pre-commit", "install").returncode == 0
    studio.start("fr")  # an untranslated language must not stop a commit
    status, said = commit()
    assert status == 0, said

    set_text(studio.ja, "FAIL", "失敗。")
    status, said = commit()
    assert status == 1
    assert "ja/LC_MESSAGES/my_studio.po:22" not in said
    assert "my_studio.po:21: ja: FAIL: ends with a full stop, '。' [end-stop]" in said
    set_text(studio.ja, "FAIL", "失敗")

    edit(studio.codes, "SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    status, said = commit()
    assert status == 1
    assert "files were modified by this hook" in said
    assert b'msgid "NEW"' in studio.ja.read_bytes()
    status, said = commit()
    assert status == 0, said
