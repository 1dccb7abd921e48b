"""Measures what the tools take for large projects: processor seconds, and memory at its most.

    python -m benchmarks.lint [CODES]

The project has that many codes, by default 100,000, in three languages. The page is one of a few
codes in 320 languages, all of them Englishes. SECURITY.md promises that all of it is linear.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

PROJECT = '[tool.rv-i18n]\ncodes = ["codes.py"]\ndomain = "large"\n'
TEXTS = {
    "en": "What was asked for could not be done for the reason {}",
    "ja": "認証コード{}が正しくありません",
    "zh_CN": "由于第{}号原因，请求无法完成",
}


def write(tree: Path, codes: int, locales: Iterable[str]) -> Path:
    """Write a project that ``sync`` has yet to bring in line; return its directory."""
    numbers = range(100, 100 + codes)
    source = ["from rv_i18n import CodeEnum\n\n\nclass Code(CodeEnum):\n"]
    source += (f'    ERROR_NUMBER_{each} = {each}, "When {each} happens"\n' for each in numbers)
    tree.mkdir()
    (tree / "codes.py").write_text("".join(source), encoding="utf-8")
    (tree / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
    for locale in locales:
        text = TEXTS.get(locale, TEXTS["en"])
        entries = [f'msgid ""\nmsgstr ""\n"Language: {locale}\\n"\n']
        entries += (
            f'\nmsgid "ERROR_NUMBER_{each}"\nmsgstr "{text.format(each)}"\n' for each in numbers
        )
        path = tree / f"locales/{locale}/LC_MESSAGES/large.po"
        path.parent.mkdir(parents=True)
        path.write_text("".join(entries), encoding="utf-8")
    return tree


def run(tree: Path, *words: str) -> str:
    """Run a command on a project; return its processor seconds and its memory at its most."""
    os.chdir(tree)
    process = os.spawnv(os.P_NOWAIT, sys.executable, [sys.executable, "-m", "rv_i18n", *words])
    _, status, used = os.wait4(process, 0)
    assert not status, words
    return f"{used.ru_utime + used.ru_stime:6.2f} s {used.ru_maxrss / 1024:6.0f} MB"


def main(codes: int = 100_000) -> None:
    """Print a line for each command."""
    with TemporaryDirectory() as directory:
        large = write(Path(directory, "large"), codes, TEXTS)
        for words in ("sync", "sync", "lint", "search reason 500", "table -f csv -o table.csv"):
            print(f"{run(large, *words.split())}  {words}", flush=True)
        wide = write(Path(directory, "wide"), 20, ["en", *(f"en_{at:03}" for at in range(319))])
        print(f"{run(wide, *['table', '-f', 'html', '-o', 'page.html'])}  table -f html")
        os.chdir(directory)


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
