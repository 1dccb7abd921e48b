"""Makes the README's pictures: the command line in use, and the page in Chromium.

Run it by hand when the output in them has changed. It needs the dependency group ``browser`` and
Debian's ``chromium`` and ``fonts-noto-cjk``::

    python scripts/make_pictures.py
"""

from __future__ import annotations

import html
import io
import os
import pty
import re
import shlex
import shutil
import sys
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright
from rich.cells import cell_len
from rich.console import Console
from rich.terminal_theme import MONOKAI
from rich.text import Text

from rv_i18n import locales
from rv_i18n.tools.project import shipped_project
from rv_i18n.tools.reference.page import page
from rv_i18n.tools.reference.rows import reference

HERE = Path(__file__).resolve().parent.parent / "docs"
COLUMNS = 100

COMMANDS = [
    "rv-i18n message 604 -l ja",
    "rv-i18n search '错误：手机验证码错误！' -l en",
    "rv-i18n search phone verfication -l ko",
    "rv-i18n search invoice -l zh-TW",
    "rv-i18n message 609",
]


def main() -> None:
    """Write every picture into docs/."""
    console = Console(record=True, width=COLUMNS, file=io.StringIO(), force_terminal=True)
    with TemporaryDirectory() as elsewhere:
        os.chdir(elsewhere)  # as most readers are in no project, and no path is in the picture
        for command in COMMANDS:
            console.print(Text.assemble(("$ ", "bold green"), command))
            console.print(Text.from_ansi(on_terminal(command)), end="\n\n")
        os.chdir(HERE)
    svg = console.export_svg(title="rv-i18n", theme=MONOKAI)
    svg = re.sub(r"\s*@font-face \{.*?\}", "", svg, flags=re.DOTALL)  # would load a remote font
    svg = re.sub(r"<text([^>]*clip-path[^>]*)>(.*?)</text>", by_width, svg)
    (HERE / "command-line.svg").write_text(svg, encoding="utf-8")
    file = HERE / "reference.html"
    file.write_text(page(reference(shipped_project(), locales())), encoding="utf-8")
    try:
        for scheme in ("light", "dark"):
            photograph(file, scheme)
        photograph(file, "light", phone=True)
    finally:
        file.unlink()


def on_terminal(command: str) -> str:
    """Return what the command prints on a terminal, with its colours."""
    output = b""

    def read(descriptor: int) -> bytes:
        nonlocal output
        piece = os.read(descriptor, 65536)
        output += piece
        return b""

    words = shlex.split(command)
    words[0] = str(Path(sys.executable).with_name(words[0]))
    os.environ.update(COLUMNS=str(COLUMNS), TERM="xterm-256color", LANG="en_US.UTF-8")
    os.environ.pop("NO_COLOR", None)
    pty.spawn(words, read)
    return output.decode("utf-8").replace("\r\n", "\n").rstrip("\n")


def by_width(match: re.Match[str]) -> str:
    """Split a run of text at wide characters, because rich's export treats them as narrow."""
    attributes, text = match[1], html.unescape(match[2])
    x, length = (
        float(re.search(rf'{name}="([0-9.]+)"', attributes)[1]) for name in ("x", "textLength")
    )
    column = length / len(text)
    runs = []
    for wide, group in groupby(text, lambda char: cell_len(char) == 2):
        run = "".join(group)
        width = column * len(run) * (1 + wide)
        placed = re.sub(' x="[^"]*"', f' x="{x:.1f}"', attributes)
        placed = re.sub('textLength="[^"]*"', f'textLength="{width:.1f}"', placed)
        runs.append(f"<text{placed}>{html.escape(run).replace(chr(160), '&#160;')}</text>")
        x += width
    return "".join(runs)


def photograph(file: Path, scheme: str, *, phone: bool = False) -> None:
    """Photograph the page as a Japanese reader sees it, after a search for a Chinese word."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        size = (375, 667) if phone else (1000, 650)
        view = browser.new_page(
            viewport=dict(zip(("width", "height"), size)), locale="ja-JP", color_scheme=scheme
        )
        view.goto(file.as_uri())
        view.get_by_role("searchbox").fill("账号")
        view.screenshot(path=HERE / f"page-{'phone' if phone else scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
