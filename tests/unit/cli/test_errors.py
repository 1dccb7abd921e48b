"""An error is a line of at most 300 characters, whatever a file or an argument holds."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

import pytest
from trees import LAST, edit

from rv_i18n.cli import main

if TYPE_CHECKING:
    from collections.abc import Callable

    from trees import Studio

LONG = "L" * 3_000
RAW = LONG + "\x1b[2J\x07\u202e\u2028\n::error::"
KEY = '"LLL' + r"\u001b[2J\u202e" * 500 + '"'
HELP = "(see rv-i18n {} --help)"


class Case(NamedTuple):
    """A command, what its first error ends with, and what a stranger did to the project before."""

    command: list[str]
    end: str = ""
    before: Callable[[Studio], object] = lambda studio: None


def table(text: str, name: str = "c.csv") -> Callable[[Studio], object]:
    """Writes a table to import."""
    return lambda studio: (studio.root / name).write_bytes(text.encode())


def settings(line: str) -> Callable[[Studio], object]:
    """Adds a line to the table of the project."""
    return lambda studio: edit(studio.pyproject, 'domain = "', f'{line}\ndomain = "')


def codes(line: str) -> Callable[[Studio], object]:
    """Adds a line to the code list."""
    return lambda studio: edit(studio.codes, LAST, LAST + line)


def texts(*names: str, text: str = "x") -> Callable[[Studio], object]:
    """Adds entries to a catalogue."""
    body = "".join(f'\nmsgid "{name}"\nmsgstr "{text}"\n' for name in names)
    return lambda studio: studio.ja.write_bytes(studio.ja.read_bytes() + body.encode())


def conflict(studio: Studio) -> None:
    """Leaves conflicts of long texts on branches with long names."""
    sides = ["".join(entry(at, side) for at in range(25)) for side in "ab"]
    marked = f"<<<<<<< {LONG}\n{sides[0]}=======\n{sides[1]}>>>>>>> {LONG}\n"
    studio.ja.write_bytes(studio.ja.read_bytes() + f"\n{marked}".encode())


def charset(studio: Studio) -> None:
    """Gives a catalogue a charset with a long name."""
    edit(studio.ja, "utf-8", LONG)


def entry(number: int, text: str) -> str:
    """An entry of a long name and a long text."""
    return f'msgid "{LONG}{number}"\nmsgstr "{text * 3_000}"\n\n'


SHIPPED = "; --shipped chooses the codes of the Renderbus API)"
REMOVE = "; give --rename OLD=NEW for a renamed code, or --remove to remove the texts"
CASES = {
    "unknown command": Case([RAW], HELP.format("").replace("  ", " ")),
    "unknown option": Case(["stats", f"--{RAW}"], HELP.format("").replace("  ", " ")),
    "unknown format": Case(["table", "-f", RAW], HELP.format("table")),
    "unknown rule": Case(["lint", "--explain", RAW], HELP.format("lint")),
    "rule to ignore": Case(["lint", "--ignore", RAW], HELP.format("lint")),
    "no pair": Case(["sync", "--text", RAW], f"... is not NAME=VALUE {HELP.format('sync')}"),
    "two values": Case(
        ["sync", "--text", f"{RAW}=a", "--text", f"{RAW}=b"],
        f"... is given twice, with different values {HELP.format('sync')}",
    ),
    "unknown code": Case(["message", RAW], SHIPPED),
    "locale": Case(["message", "604", "-l", RAW], "..., using en"),
    "found nothing": Case(["search", "\U0001f600" * 5000], SHIPPED),
    "project": Case(["stats", "--project", RAW], "no pyproject.toml of that name"),
    "directory": Case(["stats", LONG]),
    "baseline": Case(["lint", "--baseline", RAW]),
    "output": Case(["table", "-o", RAW]),
    "output to check": Case(["table", "--check", "-o", RAW]),
    "file to import": Case(["import", RAW]),
    "no such catalogue": Case(["lint", "-l", RAW], "..."),
    "language to start": Case(["sync", "--start", RAW], "...: this is not a language"),
    "text of no code": Case(["sync", "--text", f"{RAW}=x"], "... is not a code"),
    "old name": Case(["sync", "--rename", f"{RAW}=FAIL"], "..."),
    "new name": Case(["sync", "--rename", f"OLD={RAW}"], "... is not a code"),
    "unknown key": Case(["lint"], "kept, silenced, style", settings(f"{KEY} = 1")),
    "unknown style": Case(["lint"], "characters, punctuation", settings(f"style.{KEY} = 1")),
    "unknown language": Case(["lint"], "... is not a language", settings(f"style.{KEY}.x = 1")),
    "unknown rule in the table": Case(["lint"], "...", settings(f"ignore = ['{LONG}']")),
    "not TOML": Case(["lint"], ")", settings(f"{KEY} = {LONG}")),
    "table of no use": Case(
        ["message", "604"],
        "kept, silenced, style; using the codes of the Renderbus API",
        settings(f"{KEY} = 1"),
    ),
    "code that has to run": Case(
        ["sync"], "has to run to be known: write it out", codes(f"    {LONG} = {LONG}()\n")
    ),
    "two codes of a name": Case(
        ["sync"], ": the name is already used", codes(f"    {LONG} = 1\n    {LONG} = 2\n")
    ),
    "source that is no Python": Case(["sync"], "", codes(f"    {LONG} = = {LONG}\n")),
    "names with texts": Case(
        ["sync"], f"(ja) and 27 more{REMOVE}", texts(*(f"{LONG}{at}" for at in range(30)))
    ),
    "a further text": Case(
        ["sync"],
        "; give --rename OLD=NEW for a renamed code, --text NAME=TEXT for a further text that the "
        "source catalogue lacks, or --remove to remove the texts",
        texts("FAIL.action"),
    ),
    "a raw name": Case(
        ["sync"], rf"'X\x1b[2J\n::error::' (ja){REMOVE}", texts(r"X\033[2J\n::error::")
    ),
    "two texts": Case(["sync"], "FAIL has a different text from FAIL, line 21", texts("FAIL")),
    "conflict": Case(["sync"], "...)", conflict),
    "charset": Case(["sync"], ", but only UTF-8 is read", charset),
    "row": Case(
        ["import", "c.csv"], "in neither .action nor .search", table(f"code,name\n1,{LONG}\x07y\n")
    ),
    "row twice": Case(
        ["import", "c.csv"], "... is in it twice", table(f"code,name\n1,{LONG}\n2,{LONG}\n")
    ),
    "value twice": Case(["import", "c.csv"], "... and x", table(f"code,name\n1,{LONG}\n1,x\n")),
    "fact": Case(
        ["import", "c.json"],
        "... cannot be a fact of a code",
        table(f'[{{"code": 1, "symbol": "{LONG}", "facts": {{"{LONG}": []}}}}]', "c.json"),
    ),
    "no JSON": Case(["import", "c.json"], "", table(f'[{{"{LONG}": {LONG}', "c.json")),
}


@pytest.mark.parametrize("case", CASES.values(), ids=CASES)
def test_an_error_is_short_and_printable_and_ends_in_what_to_do(studio, monkeypatch, capsys, case):
    monkeypatch.chdir(studio.root)
    case.before(studio)
    main(case.command)
    lines = capsys.readouterr().err.splitlines()
    assert 1 <= len(lines) <= 22
    for line in lines:
        assert len(line) <= 300
        assert line.isprintable()
        assert line.startswith("rv-i18n: ")
    assert lines[0].endswith(case.end)


def test_of_many_conflicts_the_first_are_named_and_the_others_counted(studio, monkeypatch, capsys):
    monkeypatch.chdir(studio.root)
    conflict(studio)
    assert main(["sync"]) == 2
    lines = capsys.readouterr().err.splitlines()
    assert lines[20:] == [
        "rv-i18n: and 5 more conflicts",
        "rv-i18n: write the right text on both sides of each conflict, then run rv-i18n sync again",
    ]
