"""The command as a real process; what it prints is in test_commands.py."""

from __future__ import annotations

import os
import subprocess
import sys

from processes import rv_i18n
from trees import ROOT

from rv_i18n import message


def test_output_is_utf_8_in_the_c_locale():
    done = rv_i18n("message", "604", "-l", "zh-Hans", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.stdout == message(604, "zh_CN") + "\n"


def test_message_loads_nothing_that_it_does_not_need(tmp_path):
    # Somebody else's project, which names the package and has no table for it.
    (tmp_path / "pyproject.toml").write_text('[project]\ndependencies = ["rv-i18n"]\n')
    script = "import sys, rv_i18n.cli as c; c.main(['message', '604']); print(*sys.modules)"
    uncovered = {key: value for key, value in os.environ.items() if "COV" not in key}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**uncovered, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    slow = {"babel", "jinja2", "json", "polib", "rich", "tomllib", "typing", "unicodedata"}
    assert not loaded & slow
    tools = {name for name in done.stdout.split() if name.startswith("rv_i18n.tools.")}
    assert tools == {"rv_i18n.tools.settings"}  # which looks for a table


def test_a_shipped_catalogue_that_cannot_be_read_is_named(checkout):
    broken = checkout.directory / "rv_i18n/locales/en/LC_MESSAGES/rv_i18n.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"broken")
    done = checkout.run("message", "604")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"rv-i18n: {broken}: ")
    assert done.stderr.count("\n") == 1
