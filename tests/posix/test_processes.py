"""The command in a real process, with pipes, terminals, devices, limits and signals."""

from __future__ import annotations

import contextlib
import fcntl
import os
import signal
import stat
import struct
import subprocess
import sys
import termios
import time

import pytest
from processes import rv_i18n
from trees import ROOT, plain
from wcwidth import wcswidth

from rv_i18n import ErrorCode, message


@pytest.fixture
def closed_pipe():
    """The end that is written to of a pipe that nobody reads."""
    reader, writer = os.pipe()
    os.close(reader)
    yield writer
    os.close(writer)


def test_a_reader_that_stops_early_is_not_an_error(closed_pipe):
    done = rv_i18n("message", "604", stdout=closed_pipe)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_reader_of_errors_that_is_gone_changes_no_status(closed_pipe):
    done = rv_i18n("message", "609", "604", "-l", "en", stderr=closed_pipe)
    assert (done.returncode, done.stdout) == (1, message(604, "en") + "\n")


def test_output_that_cannot_be_written_is_reported():
    with open("/dev/full", "w") as full:
        done = rv_i18n("message", *map(str, ErrorCode), stdout=full)
    assert done.returncode == 2
    assert done.stderr == "rv-i18n: standard output: No space left on device\n"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_that_cannot_be_written_is_reported_too(option):
    with open("/dev/full", "w") as full:
        done = rv_i18n(option, stdout=full)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize(
    ("command", "status", "output", "errors"),
    [
        ("message 604 -l en >&-", 2, "", "rv-i18n: standard output: Bad file descriptor\n"),
        ("message 609 604 -l en 2>&-", 1, message(604, "en") + "\n", ""),
        ("message 609 604 -l en 2>/dev/full", 1, message(604, "en") + "\n", ""),
    ],
)
def test_a_closed_or_full_stream_gives_no_traceback(command, status, output, errors):
    done = subprocess.run(
        f"{sys.executable} -m rv_i18n {command}",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, output, errors)


def on_terminal(*arguments, columns=80, **environment):
    """The output of the command on a terminal with this many columns."""
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("4H", 40, columns, 0, 0))
    unset = {"NO_COLOR", "COLUMNS", "TERM", "FORCE_COLOR", "COLORTERM"}
    inherited = {key: value for key, value in os.environ.items() if key not in unset}
    process = subprocess.Popen(
        [sys.executable, "-m", "rv_i18n", *arguments],
        cwd=ROOT,
        stdin=its,
        stdout=its,
        stderr=its,
        env={**inherited, "TERM": "xterm-256color", **environment},
    )
    os.close(its)
    output = b""
    with contextlib.suppress(OSError):  # Linux reports a closed other end in this way
        while piece := os.read(ours, 65536):
            output += piece
    os.close(ours)
    assert process.wait() == 0
    return output.decode("utf-8").replace("\r\n", "\n")


SLOW = """
import sys, threading
from rv_i18n import cli

def slow(options):  # until there is a line on standard input
    sys.stdin.readline()
    print(threading.active_count(), "thread")
    return quick(options)

cli.progress.AFTER = 0.01
quick, cli.commands.stats = cli.commands.stats, slow
"""


def test_long_work_is_shown_on_a_terminal_and_wiped_away(studio):
    ours, its = os.openpty()
    process = subprocess.Popen(
        [sys.executable, "-c", SLOW + "sys.exit(cli.main())", "stats"],
        cwd=studio.root,
        env={**os.environ, "TERM": "xterm", "PYTHONPATH": str(ROOT)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=its,
        encoding="utf-8",
    )
    os.close(its)
    shown = b""
    while b"rv-i18n stats 0:00:0" not in plain(shown.decode()).encode():
        shown += os.read(ours, 65536)
    output, _ = process.communicate("\n")
    with contextlib.suppress(OSError):
        while piece := os.read(ours, 65536):
            shown += piece
    os.close(ours)
    assert (process.returncode, output.split("\n", 1)[1]) == (0, studio.run("stats").stdout)
    shows_cursor, wipes_line = b"\x1b[?25h", b"\r\x1b[1A\x1b[2K"
    assert shown.startswith(b"\x1b[?25l")  # hides the cursor
    assert shown.endswith(shows_cursor + wipes_line)


def test_long_work_is_not_shown_in_a_pipe(studio):
    done = studio.run("stats", prelude=SLOW, input="\n")
    assert (done.returncode, done.stderr, done.stdout.split("\n")[0]) == (0, "", "1 thread")


def test_a_device_is_written_to_rather_than_replaced():
    done = rv_i18n("table", "-f", "csv", "-o", "/dev/stdout")
    assert done.stdout == rv_i18n("table", "-f", "csv").stdout
    assert rv_i18n("table", "-o", "/dev/null").returncode == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)
    full = rv_i18n("table", "-o", "/dev/full")
    assert (full.returncode, full.stderr) == (2, "rv-i18n: /dev/full: No space left on device\n")


def test_a_file_is_never_left_half_written(tmp_path):
    file = tmp_path / "table"
    file.write_text("old")
    uncovered = {key: value for key, value in os.environ.items() if "COVERAGE" not in key}
    limited = f"ulimit -f 8; trap '' XFSZ; exec {sys.executable} -m rv_i18n table -f html -o {file}"
    done = subprocess.run(
        ["bash", "-c", limited],
        cwd=ROOT,
        env=uncovered,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == f"rv-i18n: {file}: File too large\n"
    assert file.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["table"]


def test_a_closed_output_does_not_stop_writing_to_a_file(tmp_path):
    command = f"{sys.executable} -m rv_i18n table -l en -f csv -o {tmp_path}/table.csv >&-"
    done = subprocess.run(
        command, shell=True, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "table.csv").read_bytes().startswith(b"code,symbol,en\r\n100,FAIL,")


def test_a_closed_pipe_ends_a_long_output_quietly():
    for arguments in ("table -f json", "table -f html", "search e", "--help", "table --help"):
        pipeline = f"set -o pipefail; {sys.executable} -m rv_i18n {arguments} | head -c 1 | wc -c"
        done = subprocess.run(
            ["bash", "-c", pipeline], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1", "")


def test_an_interrupt_ends_the_command_quietly(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "rv_i18n", "table", "-o", str(fifo)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell that starts the tests in the background has them ignore interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    time.sleep(1.5)  # by now it waits for a reader
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, "")


@pytest.mark.parametrize("columns", [20, 120])
def test_on_a_real_terminal_there_is_colour_and_every_line_fits(columns):
    assert "\x1b" not in rv_i18n("table").stdout
    shown = on_terminal("table", columns=columns)
    assert "\x1b[" in shown
    output = plain(shown)
    longest = max(len(code.symbol) for code in ErrorCode)
    width = max(wcswidth(line) for line in output.splitlines())
    assert columns / 2 < width <= max(columns, 7 + 2 + longest)


def test_output_is_utf_8_in_the_c_locale_on_a_terminal_too():
    output = on_terminal("table", "-l", "ja", "-f", "text", LC_ALL="C", PYTHONUTF8="0")
    assert message(604, "ja") in output


def test_standard_output_given_as_a_file_is_written_to_rather_than_replaced(tmp_path):
    pipeline = f"(echo before; {sys.executable} -m rv_i18n table -f csv -l en -o /dev/stdout) > out"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(["bash", "-c", pipeline], cwd=tmp_path, env=env, check=True)
    lines = (tmp_path / "out").read_bytes().decode().split("\r\n")
    assert lines[0] == "before\ncode,symbol,en"
    assert len(lines[1:-1]) == len(ErrorCode)


def test_message_answers_in_a_directory_that_was_removed(tmp_path):
    script = (
        "import os, sys; from rv_i18n.cli import main\n"
        "os.chdir(sys.argv[1]); os.rmdir(sys.argv[1])\n"
        "sys.exit(main(['message', '604', '-l', 'en']) or main(['stats']))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, tmp_path],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stdout) == (2, message(604, "en") + "\n")
    assert done.stderr == (
        "rv-i18n: .: no pyproject.toml with a table [tool.rv-i18n], here or further up\n"
    )
