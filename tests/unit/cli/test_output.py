"""Nothing of a stranger's commands a terminal or forges a line, in whatever it is printed."""

from __future__ import annotations

import io
import sys

import pytest
from trees import write

from rv_i18n.cli import main
from rv_i18n.cli.output import safe

ESCAPE, OVERRIDE = "\x1b[2J\x1b]0;title\x07\x9b31m", "\u202eevil\u202c"
TEXT = f"Bad{ESCAPE} {OVERRIDE}"
NAME = r"X\033[2J\n::set-output name=a::b"
"""As a catalogue writes a msgid with an escape and a line feed."""


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project whose catalogue has a hostile text, and an entry with a hostile name."""
    (tmp_path / "errors.py").write_text(
        "from enum import IntEnum\nclass E(IntEnum):\n    BAD = 1\n"
    )
    (tmp_path / "pyproject.toml").write_text(
        '[tool.rv-i18n]\ncodes = ["errors.py"]\ndomain = "d"\n'
    )
    body = f'\nmsgid "{NAME}"\nmsgstr "x"\n'
    write(tmp_path / "locales", "en", body, domain="d", BAD=TEXT)
    monkeypatch.chdir(tmp_path)
    return tmp_path


class Terminal(io.StringIO):
    """A standard output that is a terminal."""

    encoding = "utf-8"

    def isatty(self):
        return True


def harmless(printed):
    """Whether nothing that was printed commands a terminal, reorders text or forges a line."""
    assert printed
    bad = [char for char in printed if not char.isprintable() and char != "\n"]
    return not bad and not any(line.startswith("::set") for line in printed.splitlines())


COMMANDS = [
    "message 1", "message X\x1b[2J", "search Bad", "search \u202exyzzy", "lint", "lint -f github",
    "lint -f json", "sync", "sync --remove", "stats", "message 1 -l \x1b[2J",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_in_a_pipe_every_line_is_harmless(project, capsys, command):
    main(command.split())
    printed = capsys.readouterr()
    assert harmless(printed.out + printed.err)


@pytest.mark.parametrize(
    "command",
    [
        *COMMANDS, "message 1 -f json", "search Bad -f json", "table", "table -f csv",
        "table -f markdown", "table -f json", "table -f html",
    ],
)  # fmt: skip
def test_on_a_terminal_every_line_is_harmless(project, capsys, monkeypatch, command):
    terminal = Terminal()
    monkeypatch.setattr(sys, "stdout", terminal)
    monkeypatch.setenv("NO_COLOR", "1")
    main(command.split())
    assert harmless(terminal.getvalue() + capsys.readouterr().err)


def test_in_a_pipe_a_table_is_data(project, capsys):
    assert main(["table", "-f", "csv"]) == 0
    assert TEXT in capsys.readouterr().out


@pytest.mark.parametrize("text", ["رمز\u200cها", "कोड\u200d", "\u2068scene.ma\u2069", "認証", ""])
def test_what_scripts_need_is_left(text):
    assert safe(text) == text


def test_a_sign_that_an_older_python_does_not_know_is_left():
    assert safe("\U0003fffd") == "\U0003fffd"  # of a plane in which nothing is assigned
