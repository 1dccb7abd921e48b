"""What a file that a command writes was before, a link, one with a mode, a pipe; it stays whole."""

from __future__ import annotations

import os
import signal
import stat

import pytest

from rv_i18n.cli import main


def test_a_replaced_file_changes_only_its_content(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    assert main(["table", "-o", str(tmp_path / "link")]) == 0
    assert (tmp_path / "link").is_symlink()
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
    assert "604" in (tmp_path / "real").read_text(encoding="utf-8")
    mask = os.umask(0o027)
    try:
        assert main(["table", "-o", str(tmp_path / "new")]) == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_pipe_is_written_to_and_not_replaced(tmp_path, capsys):
    os.mkfifo(tmp_path / "pipe")
    reader = os.open(tmp_path / "pipe", os.O_RDONLY | os.O_NONBLOCK)
    try:
        assert main(["table", "-f", "csv", "-l", "en", "-o", str(tmp_path / "pipe")]) == 0
        assert capsys.readouterr() == ("", "")
        assert os.read(reader, 1_000_000).startswith(b"code,symbol,en\r\n")
    finally:
        os.close(reader)
    assert stat.S_ISFIFO((tmp_path / "pipe").stat().st_mode)


KILL = """
import os, sys
def watch(event, arguments, left=[{moment}]):
    if event in ("os.chmod", "os.chown", "os.rename", "os.remove") or (
        event == "open" and ".rv-i18n." in str(arguments[0])
    ):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), {signal})
sys.addaudithook(watch)
"""
MOMENTS = [signal.SIGTERM, signal.SIGKILL, signal.SIGTERM, signal.SIGKILL, signal.SIGTERM]
"""When it is opened, gets its mode, its owner, its name, and before the name that is gone."""


def private(studio):
    """A file of one reader, which ``table`` is to replace."""
    path = studio.root / "codes.txt"
    path.write_text("old")
    path.chmod(0o600)
    return path


@pytest.mark.parametrize(("moment", "killed"), [*enumerate(MOMENTS)])
def test_a_kill_at_any_moment_leaves_the_old_or_the_new_table_and_its_mode(studio, moment, killed):
    path = private(studio)
    command = ["table", "-l", "en", "-o", "codes.txt"]
    done = studio.run(*command, prelude=KILL.format(moment=moment, signal=int(killed)))
    assert done.returncode == -killed
    is_new = "CODE_WRONG" in path.read_text(encoding="utf-8")
    assert is_new is (moment == 4)
    assert is_new or path.read_text() == "old"
    left = list(studio.root.glob(".rv-i18n.*"))
    assert len(left) == (moment in (1, 2, 3))
    for each in left:
        assert moment == 1 or stat.S_IMODE(each.stat().st_mode) == 0o600
        assert each.stat().st_size == 0 or moment == 3
        os.utime(each, (0, 0))
    assert studio.run(*command).returncode == 0
    assert "CODE_WRONG" in path.read_text(encoding="utf-8")
    assert not list(studio.root.glob(".rv-i18n.*"))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_full_disk_leaves_the_old_table(studio):
    path = private(studio)
    prelude = """
import atexit, resource
def room_for(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
room_for(100)
atexit.register(room_for, resource.RLIM_INFINITY)  # the coverage measurement writes at exit
"""
    done = studio.run("table", "-l", "en", "-o", "codes.txt", prelude=prelude)
    assert (done.returncode, done.stderr) == (2, "rv-i18n: codes.txt: File too large\n")
    assert path.read_text() == "old"
    assert not list(studio.root.glob(".rv-i18n.*"))
