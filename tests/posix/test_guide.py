"""The guide docs/own-codes.md, up to where it needs the network; tests/build has all of it."""

from __future__ import annotations

import os
import sys
from itertools import takewhile

from guide import Follower, blocks
from trees import ROOT

INSTALL = r"python3 -m venv |\. \.venv/|pip install "


def test_three_files_get_from_nothing_to_a_japanese_page(tmp_path):
    directory = tmp_path / "guide"
    directory.mkdir()
    programs = os.path.dirname(sys.executable)
    environment = {
        "PATH": f"{programs}{os.pathsep}{os.environ['PATH']}",
        "PYTHONPATH": f"{directory / 'src'}{os.pathsep}{ROOT}",
        "LC_ALL": "C.UTF-8",
    }
    reader = Follower(directory, environment, leave_out=INSTALL)
    for block in takewhile(lambda block: block.heading != "Ship it", blocks("own-codes.md")):
        reader.follow(block)
    page = (directory / "errors.html").read_text(encoding="utf-8")
    assert "シーンを保存してから送信してください" in page
