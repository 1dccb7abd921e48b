"""The sentences for failures without a code are a project that the tools find nothing wrong in."""

from __future__ import annotations

import shutil

from processes import rv_i18n
from trees import LOCALES, ROOT

PROJECT = """
[tool.rv-i18n]
codes = ["_sdk.py"]
localedir = "locales"
domain = "rv_i18n_sdk"
source = "zh_CN"
bugs = "https://github.com/renderbus/rv-i18n/issues"
"""


def test_lint_finds_nothing_and_sync_changes_nothing(tmp_path):
    (tmp_path / "pyproject.toml").write_text(PROJECT)
    shutil.copy(ROOT / "rv_i18n/_sdk.py", tmp_path)
    files = sorted(LOCALES.glob("**/rv_i18n_sdk.po*"))
    assert files
    copies = []
    for file in files:
        copies.append(tmp_path / "locales" / file.relative_to(LOCALES))
        copies[-1].parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(file, copies[-1])
    done = rv_i18n("lint", "--strict", cwd=tmp_path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert rv_i18n("sync", cwd=tmp_path).returncode == 0
    assert [copy.read_bytes() for copy in copies] == [file.read_bytes() for file in files]
