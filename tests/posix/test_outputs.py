"""Where the commands write to: links, modes, pipes, devices, and streams that take nothing."""

from __future__ import annotations

import os
import stat
import sys

import pytest

from rv_i18n import message
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


def closed_pipe():
    reader, writer = os.pipe()
    os.close(reader)
    return open(writer, "w")


def full_disk():
    return open("/dev/full", "w")


@pytest.mark.parametrize(
    ("output", "status", "said"),
    [
        (closed_pipe, 0, ""),  # the reader has all it needs
        (full_disk, 2, "rv-i18n: standard output: No space left on device\n"),
        (lambda: None, 2, "rv-i18n: standard output: Bad file descriptor\n"),
    ],
)
def test_an_output_that_takes_nothing_ends_in_a_line_at_most(
    monkeypatch, capsys, output, status, said
):
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", output())
        assert main(["message", "604", "-l", "en"]) == status
        sys.stdout.close()  # as Python does at exit, with what is left to write
    assert capsys.readouterr() == ("", said)


@pytest.mark.parametrize("errors", [closed_pipe, full_disk, lambda: None])
def test_an_error_that_nobody_can_be_told_changes_no_status(monkeypatch, capsys, errors):
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stderr", errors())
        assert main(["message", "609", "604", "-l", "en"]) == 1
        if sys.stderr is not None:
            sys.stderr.close()
    assert capsys.readouterr() == (message(604, "en") + "\n", "")
