"""Each command on projects that grow, by the clock, by its memory and by what it prints."""

from __future__ import annotations

import time
import tracemalloc
from itertools import product
from string import ascii_lowercase

import pytest
from trees import write_project

from rv_i18n.cli import main
from rv_i18n.cli.arguments import FORMATS

COMMANDS = ["lint", "lint -f json", "lint -f sarif", "sync", "stats", "message 5", "search text"]
COMMANDS += [f"table -f {name}" for name in FORMATS]
LANGUAGES = [f"q{a}{b}" for a, b in product("abcdefghijklmnopqrst", ascii_lowercase)]
"""ISO 639-2 leaves qaa to qtz to everyone's own use."""


def codes(number):
    return {f"CODE_{at}": at for at in range(number)}


def texts(number, text=""):
    return {name: f"text of {at}{text}" for name, at in codes(number).items()}


PROJECTS = {
    "many codes": lambda n: (codes(n), texts(n)),
    "codes of one text": lambda n: (codes(n), dict.fromkeys(codes(n), "text")),
    "further texts": lambda n: (
        codes(n),
        {**texts(n), **{f"{each}.action": "text" for each in codes(n)}},
    ),
    "many files": lambda n: (codes(1), texts(1)),
    "long names": lambda n: ({"N" * n + str(at): at for at in range(20)}, texts(20)),
    "long texts": lambda n: (codes(20), texts(20, " and more" * n)),
    "many fields": lambda n: (codes(20), texts(20, "".join(f" {{a{at}}}" for at in range(n)))),
    "words to search for": lambda n: (
        codes(20),
        {**texts(20), "CODE_5.search": ", ".join(f"text{at}" for at in range(n))},
    ),
    "unknown entries": lambda n: (codes(20), texts(n)),
}


@pytest.mark.parametrize("kind", PROJECTS)
@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_takes_and_says_in_proportion_to_its_input(
    tmp_path, monkeypatch, capsys, command, kind
):
    seconds, memory, printed = [], [], []
    for number in (100, 800) if kind != "many files" else (20, 160):
        directory = tmp_path / str(number)
        directory.mkdir()
        by_name, text_by_name = PROJECTS[kind](number)
        more = LANGUAGES[:number] if kind == "many files" else []
        write_project(directory, by_name, dict.fromkeys(["en", "ja", *more], text_by_name))
        monkeypatch.chdir(directory)
        before = time.process_time()
        tracemalloc.start()
        main(command.split())
        memory.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
        seconds.append(time.process_time() - before)
        said = capsys.readouterr()
        printed.append(len(said.out) + len(said.err))
    assert seconds[1] <= 16 * seconds[0] + 0.3
    assert memory[1] <= 16 * memory[0]
    assert printed[1] <= 16 * printed[0] + 1_000
