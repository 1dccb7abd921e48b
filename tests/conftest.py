"""What several test files share: the seed file as docutils reads it, and an installed wheel."""

from __future__ import annotations

import os
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple

import docutils.core
import docutils.nodes
import pytest

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"

collect_ignore = ["icu_oracle.py"]  # run by hand; it needs PyICU


class Row(NamedTuple):
    """A row of the seed file."""

    number: int
    symbol: str
    text: str


@pytest.fixture(scope="session")
def seed() -> list[Row]:
    """The 58 rows of the seed file, read by docutils."""
    source = (ROOT / "tests/data/codes.rst").read_text(encoding="utf-8")
    table = docutils.core.publish_doctree(source).next_node(docutils.nodes.table)
    rows = [
        [entry.astext() for entry in row.findall(docutils.nodes.entry)]
        for row in table.next_node(docutils.nodes.tbody).findall(docutils.nodes.row)
    ]
    return [Row(int(number), symbol, text) for number, symbol, text in rows]


@pytest.fixture(autouse=True)
def _no_locale_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An sdist of the tree, and a wheel that was built from that sdist."""
    target = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--outdir", target, ROOT)
    return {"sdist": next(target.glob("*.tar.gz")), "wheel": next(target.glob("*.whl"))}


class Installed(NamedTuple):
    """An environment that has the wheel and what it depends on, and nothing else."""

    python: Path

    def run(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run that Python, far away from the checkout."""
        return _run(self.python, *arguments, cwd=self.python.parent, **environment)


@pytest.fixture(scope="session")
def installed(
    distributions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    """A fresh environment with the wheel installed by pip."""
    directory = tmp_path_factory.mktemp("environment")
    venv.create(directory, with_pip=True)
    python = directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    _run(python, "-m", "pip", "install", "--quiet", distributions["wheel"])
    return Installed(python)


def _run(
    *command: str | Path, cwd: Path | None = None, **environment: str
) -> subprocess.CompletedProcess[str]:
    inherited = {key: value for key, value in os.environ.items() if key != "PYTHONPATH"}
    done = subprocess.run(
        [str(word) for word in command],
        cwd=cwd,
        env={**inherited, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done
