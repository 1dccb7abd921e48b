"""The guide docs/own-codes.md, followed word for word."""

from __future__ import annotations

import os
import re
import subprocess
import sys

import pytest
from trees import ROOT, set_text

GUIDE = (ROOT / "docs/own-codes.md").read_text(encoding="utf-8")


def first(language, after=""):
    """The first code block in a language after a heading."""
    return re.search(rf"```{language}\n(.*?)```", GUIDE.partition(after)[2], re.DOTALL)[1]


@pytest.fixture
def run(tmp_path):
    def run(*command):
        programs = os.path.dirname(sys.executable)
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}"},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout

    return run


def test_three_files_get_from_nothing_to_a_japanese_page(tmp_path, run):
    (tmp_path / "errors.py").write_text(first("python", "## From nothing"), encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(first("toml", "## From nothing"), encoding="utf-8")
    commands = re.sub("```.*?```", "", GUIDE, flags=re.DOTALL)
    begin, look = re.findall(r"(?:^    .+\n)+", commands, re.MULTILINE)
    run("sh", "-ec", begin)
    ja = tmp_path / "locales/ja/LC_MESSAGES/my_studio.po"
    set_text(ja, "SCENE_NOT_SAVED", "シーンを保存してから送信してください")
    set_text(ja, "DISK_FULL", "ディスクの空き容量がありません")
    said = run("sh", "-ec", look)
    assert "ja.po:" not in said
    assert re.search(r"^ja +2 +0 +1 ", said, re.MULTILINE)
    assert "\nディスクの空き容量がありません\n" in said
    page = (tmp_path / "errors.html").read_text(encoding="utf-8")
    assert "<h1>Error codes of My Studio</h1>" in re.sub("<h1[^>]*>", "<h1>", page)
    assert "シーンを保存してから送信してください" in page
    assert "All licences are in use; try again later" in page
    program = first("python", "## In the program")
    answer = run(sys.executable, "-c", f'{program}\nprint(catalog.lookup(3, "ja").language)')
    assert answer == "ja\n"


def test_what_the_tools_read_of_its_second_enum_is_what_python_makes_of_it(tmp_path, run):
    source = "from enum import IntEnum\n" + first("python", "## What translators are told")
    (tmp_path / "errors.py").write_text(source, encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text(first("toml", "## From nothing"), encoding="utf-8")
    run("mkdir", "locales")
    run("rv-i18n", "sync", "--text", "NO-GPU=The node has no GPU")
    program = first("python", "## In the program")
    said = run(sys.executable, "-c", f"{program}\nprint(catalog.message(4), catalog.message(1))")
    assert said == "The node has no GPU SCENE_NOT_SAVED\n"
