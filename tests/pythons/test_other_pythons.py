"""PyPy, Pyodide and a free-threaded CPython look up a message with only the wheel installed."""

from __future__ import annotations

import subprocess
from pathlib import Path

import polib
import pytest
from trees import LOCALES, ROOT

ASK = "from rv_i18n import message; print(message(604, 'ja'))"

ASK_PYODIDE = """
import { readFileSync } from "node:fs";
const { loadPyodide } = await import(`${process.argv[1]}/pyodide.mjs`);
const python = await loadPyodide();
python.unpackArchive(new Uint8Array(readFileSync(process.argv[2])), "wheel");
python.runPython(process.argv[3]);
"""

ASK_IN_THREADS = """
import sys, threading
from rv_i18n import LOCALE_DIR, Catalog, ErrorCode

answers, start = [], threading.Barrier(8)

def ask(catalog):
    start.wait()
    answers.append(catalog.message(604, "ja"))

for _ in range(50):
    catalog = Catalog(LOCALE_DIR, codes=ErrorCode, domain="rv_i18n", default="en")
    threads = [threading.Thread(target=ask, args=(catalog,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
print(len(answers), *set(answers), sys._is_gil_enabled())
"""

ASK_IN_A_POOL = """
import contextvars
from concurrent.futures import ThreadPoolExecutor
from rv_i18n import message, use_locale

with ThreadPoolExecutor(1) as pool:
    for locale in ("ja", "ko"):
        with use_locale(locale):
            context = contextvars.copy_context()
            own, copied = pool.submit(message, 604), pool.submit(context.run, message, 604)
        print(own.result() == message(604, "ja"), copied.result() == message(604, locale))
"""


@pytest.fixture(scope="module")
def pythons() -> dict[str, str]:
    """Where each Python is, by its name."""
    lines = subprocess.check_output([ROOT / ".ci/pythons"], encoding="utf-8").splitlines()
    return dict(line.split(" ", 1) for line in lines)


@pytest.fixture(scope="module")
def text() -> str:
    """The Japanese text for code 604."""
    return polib.pofile(LOCALES / "ja/LC_MESSAGES/rv_i18n.po").find("VALIDATE_CODE_ERROR").msgstr


def one_of(pythons: dict[str, str], start: str, end: str = "") -> str:
    for name, path in pythons.items():
        if name.startswith(start) and name.endswith(end):
            return path
    return pytest.skip(f"untried: no Python named {start}…{end} could be had")


def environment(python: str, directory: Path, wheel: Path) -> Path:
    """The Python of a new environment that has the wheel without its dependencies."""
    subprocess.check_call([python, "-m", "venv", directory])
    own = directory / "bin/python"
    subprocess.check_call([own, "-m", "pip", "install", "-q", "--no-index", "--no-deps", wheel])
    return own


def answer(*command: str | Path) -> str:
    return subprocess.check_output(command, stderr=subprocess.STDOUT, encoding="utf-8").strip()


def test_pypy_answers(pythons, distributions, text, tmp_path):
    python = environment(one_of(pythons, "pypy"), tmp_path, distributions["wheel"])
    assert answer(python, "-X", "dev", "-W", "error", "-c", ASK) == text


def test_pyodide_answers(pythons, distributions, text):
    package = one_of(pythons, "pyodide")
    command = ("node", "--input-type=module", "--eval", ASK_PYODIDE)
    assert answer(*command, package, distributions["wheel"], ASK) == text


def test_a_free_threaded_python_keeps_its_threads_free(pythons, distributions, text, tmp_path):
    python = environment(one_of(pythons, "3.", "t"), tmp_path, distributions["wheel"])
    assert answer(python, "-W", "error", "-c", ASK_IN_THREADS) == f"400 {text} False"


def test_where_threads_inherit_the_context_a_copy_is_still_each_jobs_own(
    pythons, distributions, tmp_path
):
    """The option came with 3.14; without a copy, a pool keeps the context of its first job."""
    python = environment(one_of(pythons, "3.14"), tmp_path, distributions["wheel"])
    option = ("-X", "thread_inherit_context=1", "-W", "error")
    assert answer(python, *option, "-c", ASK_IN_A_POOL).split("\n") == ["True True"] * 2
