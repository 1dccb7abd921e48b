"""Fixtures of several test files: the seed file as docutils reads it, and an installed wheel."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import NamedTuple, NoReturn

import docutils.core
import docutils.nodes
import pytest
from trees import ROOT, Studio

import rv_i18n
from rv_i18n._engine import likely as _likely
from rv_i18n._engine import members as _members

TESTS = Path(__file__).parent

collect_ignore = ["typing"]  # mypy reads it, and nothing runs it


def pytest_configure(config: pytest.Config) -> None:
    """Make a mark of each kind: README.md beside this file says what they are."""
    for folder in TESTS.iterdir():
        config.addinivalue_line("markers", f"{folder.name}: a test in tests/{folder.name}")


class WithoutPosix(pytest.Dir):
    """The folder tests/posix where there is no POSIX."""

    def collect(self) -> NoReturn:
        """Skip all that is in it, without a look at what it imports."""
        pytest.skip("this needs fifos, forks, signals, terminals and limits, as POSIX has them")


def pytest_collect_directory(path: Path, parent: pytest.Collector) -> pytest.Dir | None:
    """Skip tests/posix as one where the system has none of it."""
    if path == TESTS / "posix" and not hasattr(os, "fork"):
        return WithoutPosix.from_parent(parent, path=path)
    return None


@pytest.hookimpl(tryfirst=True)  # before pytest looks which marks are asked for
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark each test by the folder that it is in."""
    for item in items:
        if TESTS in item.path.parents:
            item.add_marker(item.path.relative_to(TESTS).parts[0])


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


@pytest.fixture
def studio(tmp_path: Path) -> Studio:
    """A small project of the test's own."""
    return Studio(tmp_path)


FROM_OUTSIDE = [
    *("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"),
    *("PYTHONIOENCODING", "NO_COLOR", "FORCE_COLOR"),
    "MUTANT_UNDER_TEST",  # a process that a test starts would look for mutmut's settings
]


@pytest.fixture(autouse=True)
def _nothing_from_outside(monkeypatch: pytest.MonkeyPatch) -> None:
    for variable in FROM_OUTSIDE:
        monkeypatch.delenv(variable, raising=False)


@pytest.fixture(autouse=True)
def _nothing_remembered() -> None:
    """Answer no test with what an earlier one found."""
    rv_i18n.refresh()
    _members._gathered.clear()
    _likely.pairs.cache_clear()


@pytest.fixture(scope="session")
def distributions(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """An sdist of the tree, and a wheel that was built from that sdist."""
    target = tmp_path_factory.mktemp("dist")
    _run(sys.executable, "-m", "build", "--no-isolation", "--outdir", target, ROOT)
    return {"sdist": next(target.glob("*.tar.gz")), "wheel": next(target.glob("*.whl"))}


class Installed(NamedTuple):
    """An environment that has the wheel and what it depends on, and nothing else."""

    python: Path

    @property
    def package(self) -> Path:
        """The directory of the installed package."""
        done = self.run("-c", "import rv_i18n; print(rv_i18n.__path__[0])")
        return Path(done.stdout.strip())

    def run(self, *arguments: str | Path, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run that Python, far away from the checkout."""
        return _run(self.python, *arguments, cwd=self.python.parent, **environment)


@pytest.fixture(scope="session")
def installed(
    distributions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    """A fresh environment with the wheel and its tools installed by pip."""
    python = _environment(tmp_path_factory)
    _run(python, "-m", "pip", "install", "--quiet", f"{distributions['wheel']}[tools]")
    return Installed(python)


@pytest.fixture(scope="session")
def alone(distributions: dict[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Installed:
    """A fresh environment with the wheel and nothing that it depends on."""
    python = _environment(tmp_path_factory)
    _run(python, "-m", "pip", "install", "--quiet", "--no-deps", distributions["wheel"])
    _run(python, "-m", "pip", "uninstall", "--quiet", "--yes", "pip", "setuptools")
    return Installed(python)


def _environment(tmp_path_factory: pytest.TempPathFactory) -> Path:
    directory = tmp_path_factory.mktemp("environment")
    venv.create(directory, with_pip=True)
    return directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


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


class Checkout(NamedTuple):
    """A copy of the package and its catalogues, whose texts a test can change."""

    directory: Path

    def po(self, locale: str) -> Path:
        """The catalogue of a locale."""
        return self.directory / f"locales/{locale}/LC_MESSAGES/rv_i18n.po"

    def run(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Run the command of that copy."""
        return self.python("-m", "rv_i18n", *arguments, **options)

    def python(self, *arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        """Run Python where it imports that copy."""
        return subprocess.run(
            [sys.executable, *arguments],
            **{"cwd": self.directory, "capture_output": True, "encoding": "utf-8", **options},
            check=False,
        )


@pytest.fixture
def checkout(tmp_path: Path) -> Checkout:
    """A checkout of one's own."""
    for name in ("rv_i18n", "locales"):
        shutil.copytree(ROOT / name, tmp_path / name, ignore=shutil.ignore_patterns("*.pyc"))
    return Checkout(tmp_path)
