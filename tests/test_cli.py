"""The command line as a shell sees it: output, errors and exit status of a real process."""

from __future__ import annotations

import contextlib
import io
import os
import shutil
import subprocess
import sys

import pytest
from conftest import ROOT

from rv_i18n import ErrorCode, __version__, message
from rv_i18n.cli import main


def rv_i18n(*arguments, env=(), **options):
    # PYTHONUNBUFFERED, say, would hide what happens when the output is flushed at exit.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    coverage = {key: value for key, value in os.environ.items() if key.startswith("COV")}
    options["env"] = {**inherited, **coverage, **dict(env)}
    options = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    command = [sys.executable, "-m", "rv_i18n", *arguments]
    return subprocess.run(command, encoding="utf-8", check=False, **options)


def test_message_prints_one_text_a_line_in_the_order_asked():
    done = rv_i18n("message", "606", "VALIDATE_CODE_ERROR", "606", "-l", "ja-JP")
    expected = [message(code, "ja") for code in (606, 604, 606)]
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, expected, "")


def test_the_locale_is_the_current_one_where_none_is_given():
    done = rv_i18n("message", "604", env={"LANG": "zh_CN.UTF-8"})
    assert done.stdout == message(604, "zh_CN") + "\n"


def test_output_is_utf_8_in_the_c_locale():
    done = rv_i18n("message", "604", "-l", "zh-Hans", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.stdout == message(604, "zh_CN") + "\n"


def test_an_unknown_code_is_said_and_the_others_are_still_answered():
    done = rv_i18n("message", "604", "609", "606", "-l", "en")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [message(604, "en"), message(606, "en")]
    assert done.stderr == (
        "rv-i18n: unknown code '609'; the nearest known are 608 USER_AREA_ERROR, "
        "610 SIGNATURE_EXPIRED\n"
    )


@pytest.mark.parametrize(
    "arguments", [[], ["message"], ["mesage", "604"], ["message", "-x", "604"]]
)
def test_wrong_usage_is_one_line_that_points_to_the_help(arguments):
    done = rv_i18n(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rv-i18n: ")
    assert done.stderr.endswith("--help)\n")
    assert done.stderr.count("\n") == 1


def test_version_and_help():
    assert rv_i18n("--version").stdout == f"rv-i18n {__version__}\n"
    for arguments in (["--help"], ["message", "--help"]):
        done = rv_i18n(*arguments)
        assert done.returncode == 0
        assert "example: rv-i18n message 604" in done.stdout


def test_a_reader_that_has_seen_enough_is_no_error():
    reader, writer = os.pipe()
    os.close(reader)
    done = rv_i18n("message", "604", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_that_cannot_be_written_is_said():
    with open("/dev/full", "w") as full:
        done = rv_i18n("message", *map(str, ErrorCode), stdout=full)
    assert done.returncode == 2
    assert done.stderr == "rv-i18n: standard output: No space left on device\n"


def test_a_catalogue_that_cannot_be_read_is_named(tmp_path):
    shutil.copytree(ROOT / "rv_i18n", tmp_path / "rv_i18n")
    broken = tmp_path / "rv_i18n/locales/en/LC_MESSAGES/rv_i18n.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"broken")
    done = rv_i18n("message", "604", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"rv-i18n: {broken}: ")
    assert done.stderr.count("\n") == 1


def test_the_command_can_be_called_from_python_with_its_output_caught():
    with contextlib.redirect_stdout(io.StringIO()) as output:
        assert main(["message", "604", "-l", "ja"]) == 0
    assert output.getvalue() == message(604, "ja") + "\n"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_that_cannot_be_written_is_said_too(option):
    with open("/dev/full", "w") as full:
        done = rv_i18n(option, stdout=full)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize(
    ("command", "status", "output", "errors"),
    [
        ("message 604 -l en >&-", 2, "", "rv-i18n: standard output is closed\n"),
        ("message 609 2>&-", 1, "", ""),
        ("message 609 2>/dev/full", 1, "", ""),
    ],
)
def test_a_closed_or_full_stream_is_no_traceback(command, status, output, errors):
    done = subprocess.run(
        f"{sys.executable} -m rv_i18n {command}",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, output, errors)
