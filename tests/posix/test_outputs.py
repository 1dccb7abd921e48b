"""What a file that a command writes was before: a link, one with a mode, a pipe."""

from __future__ import annotations

import os
import stat

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
