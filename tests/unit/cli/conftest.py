"""Fixtures of the commands: the command in this process, on a terminal, and two projects."""

from __future__ import annotations

import io
import sys
from subprocess import CompletedProcess

import pytest
from records import project_of_many_languages, searched_project

from rv_i18n.cli import main


@pytest.fixture
def rv_i18n(capsys):
    """Runs the command, and gives its status and what it printed."""

    def run(*arguments):
        status = main([str(each) for each in arguments])
        return CompletedProcess(arguments, status, *capsys.readouterr())

    return run


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def on_terminal(monkeypatch):
    """Runs the command, and gives what it prints on a terminal of so many columns."""

    def run(*arguments, columns=80, status=0, **environment):
        unset = dict.fromkeys(("NO_COLOR", "FORCE_COLOR", "COLORTERM"))
        settings = {**unset, "TERM": "xterm-256color", "COLUMNS": str(columns), **environment}
        with monkeypatch.context() as patched:
            for name, value in settings.items():
                if value is None:
                    patched.delenv(name, raising=False)
                else:
                    patched.setenv(name, value)
            patched.setattr(sys, "stdout", Terminal())
            assert main(list(arguments)) == status
            return sys.stdout.getvalue()

    return run


@pytest.fixture(scope="session")
def searched(tmp_path_factory):
    """The directory of the codes in data/searched.json."""
    return searched_project(tmp_path_factory.mktemp("searched")).directory


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """The directory of a project in seventeen languages, hardly any of them complete."""
    return project_of_many_languages(tmp_path_factory.mktemp("many")).directory
