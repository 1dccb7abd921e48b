"""The completion scripts in their real shells, with keys typed as a person types them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time

import pytest
from trees import ROOT

TYPED = [
    ("rv-i18n mess", "message"),
    ("rv-i18n message VALIDATE_COD", "VALIDATE_CODE_ERROR"),
    ("rv-i18n message 604 -l zh_T", "zh_TW"),
    ("rv-i18n table -f mark", "markdown"),
    ("rv-i18n table --outp", "--output"),
]

START = {
    "bash": (["bash", "--norc", "-i"], "source {0}"),
    "zsh": (["zsh", "-f", "-i"], 'autoload -Uz compinit; compinit -D -u; eval "$(<{0})"'),
}


@pytest.fixture
def script(tmp_path):
    """Writes the script for a shell, and returns its path."""

    def write(shell):
        assert shutil.which(shell), f"{shell} is not installed"
        file = tmp_path / f"completion.{shell}"
        command = [sys.executable, "-m", "rv_i18n", "--completion", shell]
        with file.open("wb") as output:
            subprocess.run(command, cwd=ROOT, stdout=output, check=True)
        return file

    return write


@pytest.mark.parametrize(("typed", "completed"), TYPED)
@pytest.mark.parametrize("shell", START)
def test_a_tab_completes_the_word(script, shell, typed, completed):
    command, source = START[shell]
    ours, its = os.openpty()
    environment = {**os.environ, "TERM": "dumb", "PS1": "> ", "HISTFILE": ""}
    process = subprocess.Popen(
        command, stdin=its, stdout=its, stderr=its, env=environment, start_new_session=True
    )
    os.close(its)
    shown = b""
    try:
        os.write(ours, source.format(script(shell)).encode() + b"; echo re''ady\n")
        shown = _until(ours, b"ready")
        os.write(ours, typed.encode() + b"\t")
        shown = _until(ours, completed.encode())
    finally:
        process.kill()
        process.wait()
        os.close(ours)
    assert completed in shown.decode(errors="replace").replace("\r", "")


def _until(terminal, wanted):
    """The terminal's output until it contains what is wanted, for at most ten seconds."""
    os.set_blocking(terminal, False)
    shown, end = b"", time.monotonic() + 10
    while wanted not in shown and time.monotonic() < end:
        try:
            shown += os.read(terminal, 65536)
        except BlockingIOError:
            time.sleep(0.02)
    return shown


@pytest.mark.parametrize(("typed", "completed"), TYPED)
def test_fish_completes_the_word(script, typed, completed):
    ask = f"source {script('fish')}; complete -C '{typed}'"
    done = subprocess.run(["fish", "-c", ask], capture_output=True, encoding="utf-8", check=True)
    assert completed in [line.split("\t")[0] for line in done.stdout.splitlines()]
