"""Follows a guide in docs/ word for word: writes the files that it shows, and runs its commands.

A block of ``console`` has commands after ``$``, which ``>`` continues, and the output that they
should have, in which "…" stands for anything. Any other block whose paragraph begins with a path is
that file; more blocks of TOML for one file are added to it, and entries of a catalogue without a
header are translated in it.
"""

from __future__ import annotations

import os
import re
import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from trees import ROOT, set_text

_BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_ENTRY = re.compile(r'^msgid "(.+)"\nmsgstr "(.+)"$', re.MULTILINE)
_COMMAND = re.compile(r"^\$ (.*\n(?:> .*\n)*)((?:(?!\$ ).*\n)*)", re.MULTILINE)


class Block(NamedTuple):
    """A code block: what is above it, the file that it is, its language and its content."""

    heading: str
    path: str
    language: str
    content: str


def blocks(name: str) -> Iterator[Block]:
    """Yield the code blocks of a page in docs/."""
    page = (ROOT / "docs" / name).read_text(encoding="utf-8")
    for block in _BLOCK.finditer(page):
        above = page[: block.start()]
        heading = re.findall(r"^#+ (.+)$", above, re.MULTILINE)[-1]
        paragraph = above.rstrip("\n").rpartition("\n\n")[2]
        path = re.match(r"`([\w./-]+)`", paragraph)
        yield Block(heading, path[1] if path else "", *block.groups())


class Follower:
    """Somebody who follows a guide in an empty directory, in one shell.

    ``leave_out`` is a pattern of commands that are not needed, since all is installed.
    """

    def __init__(
        self, directory: Path, environment: Mapping[str, str], leave_out: str = r"(?!)"
    ) -> None:
        self.directory = directory
        self._leave_out = re.compile(leave_out)
        self._state = directory.parent / f"{directory.name}.state"
        exports = "".join(f"export {key}='{value}'\n" for key, value in environment.items())
        self._state.write_text(f"{exports}cd '{directory}'\n")

    def follow(self, block: Block) -> None:
        """Do what a block says."""
        if block.language == "console":
            for command, expected in _COMMAND.findall(block.content):
                if not self._leave_out.match(command):
                    self._run(command.replace("\n> ", "\n"), expected)
        elif block.path:
            self._write(self.directory / block.path, block)

    def _run(self, command: str, expected: str) -> None:
        state = f"'{self._state}'"
        keep = f"{{ export -p; printf 'cd %q\\n' \"$PWD\"; echo \"OLDPWD='$OLDPWD'\"; }} >{state}"
        done = subprocess.run(
            ["bash", "-c", f". {state}\nset -e\n{command}\n{keep}"],
            env={"PATH": os.environ["PATH"], "HOME": os.environ["HOME"]},
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, f"{command}{done.stdout}"
        pattern = re.escape(expected).replace("…", ".*")
        assert re.fullmatch(pattern, done.stdout, re.DOTALL), (
            f"{command}{done.stdout}instead of\n{expected}"
        )

    def _write(self, path: Path, block: Block) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        if block.language == "po" and 'msgid ""' not in block.content:
            entries = _ENTRY.findall(block.content)
            assert entries
            for symbol, text in entries:
                set_text(path, symbol, text)
        else:
            more = path.read_text(encoding="utf-8") + "\n" if self._is_more(path, block) else ""
            path.write_text(more + block.content, encoding="utf-8")

    @staticmethod
    def _is_more(path: Path, block: Block) -> bool:
        return block.language == "toml" and path.exists()
