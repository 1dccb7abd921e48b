"""Writes docs/commands.md from what the command says itself.

python scripts/help_page.py
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PAGE = ROOT / "docs/commands.md"

HEAD = """\
# All commands

What each command says with `--help`.

Output is UTF-8 whatever the locale of the terminal, unless
[PYTHONIOENCODING](https://docs.python.org/3/using/cmdline.html#envvar-PYTHONIOENCODING) names
another encoding; what that encoding lacks is escaped. [NO_COLOR](https://no-color.org) turns
colours off, and [FORCE_COLOR](https://force-color.org) turns them on in a pipe.

What takes over a second shows on a terminal that it is at work, on standard error, and wipes that
away when it is done.
"""


def main() -> None:
    """Write the page."""
    overview = help_of()
    listed = overview.partition("COMMAND\n")[2].partition("\n\n")[0]
    commands = re.findall(r"^    (\S+)", listed, re.MULTILINE)
    parts = [section("rv-i18n", overview)]
    parts += [section(f"rv-i18n {name}", help_of(name)) for name in commands]
    PAGE.write_bytes("\n".join([HEAD, *parts]).encode())


def section(title: str, text: str) -> str:
    """One command, as a section of the page."""
    return f"## {title}\n\n```text\n{text}```\n"


def help_of(*command: str) -> str:
    """What a command says of itself."""
    done = subprocess.run(
        [sys.executable, "-m", "rv_i18n", *command, "--help"],
        cwd=ROOT,
        env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    return done.stdout


if __name__ == "__main__":
    main()
