"""What the commands write to a file, and what is said where they cannot."""

from __future__ import annotations

import errno
import os
import sys

import pytest

from rv_i18n.cli import main
from rv_i18n.cli.output import write


def test_a_path_that_cannot_be_written_is_an_error_of_its_kind(tmp_path):
    kind = IsADirectoryError if os.name == "posix" else PermissionError
    with pytest.raises(kind) as caught:
        write("text", str(tmp_path))
    assert caught.value.filename == str(tmp_path)


IN_USE = "it cannot be replaced: close the program that has it open, and try again"


def test_who_reads_a_file_that_is_replaced_has_the_old_one_whole(rv_i18n, tmp_path):
    file = tmp_path / "table"
    file.write_text("old")
    with file.open() as reader:
        done = rv_i18n("table", "-o", file)
        assert reader.read() == "old"
    if os.name == "nt":
        assert (done.returncode, done.stderr) == (2, f"rv-i18n: {file}: {IN_USE}\n")
        assert file.read_text() == "old"
    else:
        assert (done.returncode, done.stderr) == (0, "")
        assert "604" in file.read_text(encoding="utf-8")
    assert [each.name for each in tmp_path.iterdir()] == ["table"]


@pytest.mark.parametrize(("winerror", "text"), [(5, "Access is denied"), (32, "It is being used")])
def test_windows_replaces_no_file_that_is_open(rv_i18n, tmp_path, monkeypatch, winerror, text):
    def refused(source, target):
        error = PermissionError(errno.EACCES, text, source, winerror, target)
        error.winerror = winerror  # which it takes from its arguments on Windows alone
        raise error

    monkeypatch.setattr(os, "replace", refused)
    (tmp_path / "table").write_text("old")
    done = rv_i18n("table", "-o", tmp_path / "table")
    assert (done.returncode, done.stderr) == (2, f"rv-i18n: {tmp_path / 'table'}: {IN_USE}\n")
    assert [each.read_text() for each in tmp_path.iterdir()] == ["old"]


def test_a_file_that_standard_output_goes_to_already_is_written_on(tmp_path, monkeypatch):
    with (tmp_path / "out").open("w", newline="") as output:
        output.write("before\n")
        monkeypatch.setattr(sys, "stdout", output)
        assert main(["table", "-f", "csv", "-l", "en", "-o", str(tmp_path / "out")]) == 0
    assert (tmp_path / "out").read_bytes().startswith(b"before\ncode,symbol,en\r\n")


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("nowhere/table", errno.ENOENT),
        (".", errno.EISDIR),
        ("file/table", errno.ENOTDIR),
        ("x" * 260, errno.ENAMETOOLONG),
        ("/proc/table", errno.ENOENT),
    ],
)
def test_a_file_that_cannot_be_written_is_reported_in_one_line(
    rv_i18n, tmp_path, monkeypatch, output, reason
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "file").touch()
    for style in ("text", "html"):
        done = rv_i18n("table", "-f", style, "-o", output)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"rv-i18n: {output}: ")
        assert done.stderr.count("\n") == 1
        if os.name == "posix":  # Windows has other reasons
            assert done.stderr == f"rv-i18n: {output}: {os.strerror(reason)}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]
