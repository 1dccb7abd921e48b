"""Each command on projects that grow, by the clock and by what it prints."""

from __future__ import annotations

import time

import pytest
from trees import write_project

from rv_i18n.cli import main

COMMANDS = {
    "lint": ["lint"],
    "sync": ["sync"],
    "stats": ["stats"],
    "search": ["search", "text"],
    "table": ["table", "-o", "table.txt"],
    "html": ["table", "-f", "html", "-o", "table.html"],
    "message": ["message", "5"],
}
PROJECTS = {
    "many codes": (lambda n: {f"CODE_{at}": at for at in range(n)}, ("en", "ja")),
    "many files": (lambda n: {"FAIL": 5}, "n"),
    "long names": (lambda n: {"N" * n + str(at): at for at in range(20)}, ("en", "ja")),
}


@pytest.mark.parametrize("kind", PROJECTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_time_and_says_in_proportion_to_its_input(
    tmp_path, monkeypatch, capsys, command, kind
):
    codes_of, locales = PROJECTS[kind]
    seconds, printed = [], []
    for number in (200, 1_600) if kind != "many files" else (20, 160):
        directory = tmp_path / str(number)
        directory.mkdir()
        codes = codes_of(number)
        names = [f"en_{at:03}" for at in range(number)] if locales == "n" else locales
        texts = {locale: {name: f"text of {at}" for name, at in codes.items()} for locale in names}
        write_project(directory, codes, {"en": texts.popitem()[1], **texts})
        monkeypatch.chdir(directory)
        before = time.process_time()
        main(COMMANDS[command])
        seconds.append(time.process_time() - before)
        said = capsys.readouterr()
        printed.append(len(said.out) + len(said.err))
    assert seconds[1] <= 16 * seconds[0] + 0.3
    assert printed[1] <= 16 * printed[0] + 1_000
