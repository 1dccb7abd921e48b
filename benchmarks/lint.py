"""How long ``lint`` takes for a large catalogue, measured against polib's reading of it alone.

python benchmarks/lint.py [ENTRIES [ROUNDS]]
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from pathlib import Path

import polib

from rv_i18n.tools.lint import lint
from rv_i18n.tools.project import project_for

HEADER = r"""msgid ""
msgstr ""
"Project-Id-Version: large 1\n"
"Report-Msgid-Bugs-To: nobody@example.com\n"
"Language-Team: nobody\n"
"Language: ja\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"
"""


def write_catalogue(localedir: Path, entries: int) -> Path:
    """Write a Japanese catalogue in which ``lint`` finds nothing; return its path."""
    path = localedir / "ja/LC_MESSAGES/large.po"
    path.parent.mkdir(parents=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write(HEADER)
        for number in range(entries):
            file.write(f"\n#. {number}\n#. When the server sends the code {number}\n")
            file.write(f'msgid "CODE_{number}"\nmsgstr "認証コード{number}が正しくありません"\n')
    return path


def measure(entries: int = 100_000, rounds: int = 5) -> tuple[float, float]:
    """Return the processor seconds of polib and ``lint``: medians of interleaved rounds."""
    times: tuple[list[float], list[float]] = ([], [])
    with tempfile.TemporaryDirectory() as directory:
        path = write_catalogue(Path(directory), entries)
        for _ in range(rounds):
            start = time.process_time()
            read = polib.pofile(str(path), encoding="utf-8")
            times[0].append(time.process_time() - start)
            assert len(read) == entries
            del read
            start = time.process_time()
            found = lint(project_for(directory))
            times[1].append(time.process_time() - start)
            assert found == ([], []), found[0][:3]
    return statistics.median(times[0]), statistics.median(times[1])


if __name__ == "__main__":
    polib_seconds, lint_seconds = measure(*map(int, sys.argv[1:]))
    print(f"polib.pofile {polib_seconds:.2f} s, lint {lint_seconds:.2f} s", end=", ")
    print(f"ratio {lint_seconds / polib_seconds:.2f}")
