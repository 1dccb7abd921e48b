"""What a terminal shows of a command that is at work; tests/posix has a real one."""

from __future__ import annotations

import io
import sys

import pytest

from rv_i18n.cli import progress


class Terminal(io.StringIO):
    """Standard error that is a terminal."""

    def isatty(self):
        return True


@pytest.fixture
def begin(monkeypatch):
    """Begins a command whose second passes when a test says so."""

    def begin():  # not before the test: until then pytest has a standard error of its own
        monkeypatch.setattr(sys, "stderr", Terminal())
        monkeypatch.setenv("TERM", "xterm")
        return progress._Work("rv-i18n lint")

    return begin


def test_work_is_shown_until_it_ends(begin):
    work = begin()
    work._show()
    assert "rv-i18n lint" in sys.stderr.getvalue()
    work.end()
    assert sys.stderr.getvalue().endswith("\x1b[1A\x1b[2K")  # up, and wipe the line


def test_work_that_has_ended_when_its_second_has_passed_is_not_shown(begin):
    work = begin()
    work.end()
    work._show()
    assert sys.stderr.getvalue() == ""


def test_without_rich_nothing_is_shown(begin, monkeypatch):
    work = begin()
    monkeypatch.setitem(sys.modules, "rich.console", None)
    work._show()
    work.end()
    assert sys.stderr.getvalue() == ""
