"""Look-ups in PyInstaller's bundles, on read-only disks, without an environment, within limits."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import venv
from contextlib import contextmanager
from pathlib import Path

import pytest
from trees import ROOT, shipped

ASK = """
import sys
sys.stdout.reconfigure(encoding="utf-8")
from rv_i18n import message
print(message(604, "ja"), message(604, "zh-HK"), message(604, "tlh, ko;q=0.5"), sep="|")
"""
ANSWER = "|".join(shipped("VALIDATE_CODE_ERROR", name) for name in ("ja", "zh_TW", "ko"))


def test_pyinstaller_finds_the_catalogues_without_options(distributions, tmp_path):
    pyinstaller = pytest.importorskip("PyInstaller")
    # An environment with the wheel installed, and this one's PyInstaller after it.
    venv.create(tmp_path / "venv", with_pip=True)
    python = tmp_path / "venv/bin/python"
    subprocess.run([python, "-m", "pip", "install", "-q", distributions["wheel"]], check=True)
    packages = Path(pyinstaller.__file__).parent.parent
    (next(tmp_path.glob("venv/lib/*/site-packages")) / "more.pth").write_text(str(packages))
    (tmp_path / "app.py").write_text(ASK)
    subprocess.run(
        [python, "-m", "PyInstaller", "--onefile", "--log-level", "ERROR", "app.py"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONNOUSERSITE": "1"},
        check=True,
    )
    alone = tmp_path / "elsewhere/app"
    alone.parent.mkdir()
    shutil.move(tmp_path / "dist/app", alone)
    shutil.rmtree(tmp_path / "venv")
    done = subprocess.run([alone], env={}, cwd="/", capture_output=True, check=True)
    assert done.stdout.decode().strip() == ANSWER


def test_a_wheel_that_is_installed_without_compiling_answers(distributions, tmp_path):
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-compile", "--no-deps"]
    subprocess.run([*command, "--target", tmp_path, distributions["wheel"]], check=True)
    assert not list(tmp_path.rglob("*.pyc"))
    script = f"import sys; sys.path.insert(0, {str(tmp_path)!r}); {ASK}"
    done = subprocess.run(
        [sys.executable, "-B", "-c", script], capture_output=True, check=True, cwd="/"
    )
    assert done.stdout.decode().strip() == ANSWER
    assert not list(tmp_path.rglob("*.pyc"))


def test_a_look_up_needs_no_home_and_no_environment(alone):
    for environment in ({}, {"HOME": ""}, {"HOME": "/nonexistent", "TMPDIR": "/nonexistent"}):
        done = subprocess.run(
            [alone.python, "-c", ASK], env=environment, capture_output=True, check=True
        )
        assert done.stdout.decode().strip() == ANSWER


@contextmanager
def read_only(directory):
    """A file system that cannot be written to: a real one for root, else a bare directory."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=64m", "none", str(directory)]
    mounted = os.getuid() == 0 and subprocess.run(mount, check=False).returncode == 0

    def protect():
        if mounted:
            subprocess.run(["mount", "-o", "remount,ro", str(directory)], check=True)
        elif os.getuid() == 0:
            pytest.skip("root may write anywhere, and may not mount here")
        else:
            for path in [directory, *directory.rglob("*")]:
                path.chmod(path.stat().st_mode & ~0o222)

    try:
        yield protect
    finally:
        if mounted:
            subprocess.run(["umount", str(directory)], check=True)
        else:
            for path in [directory, *directory.rglob("*")]:
                path.chmod(path.stat().st_mode | 0o200)


def test_a_package_on_a_read_only_file_system_answers(alone, tmp_path):
    directory = tmp_path / "read-only"
    directory.mkdir()
    with read_only(directory) as protect:
        shutil.copytree(
            alone.package,
            directory / "rv_i18n",
            ignore=shutil.ignore_patterns("__pycache__"),
        )
        protect()
        with pytest.raises(OSError, match="(Read-only|Permission)"):
            (directory / "new").touch()
        script = f"import sys; sys.path.insert(0, {str(directory)!r}); {ASK}"
        done = alone.run("-c", script, HOME=str(directory), TMPDIR=str(directory))
        assert done.stdout.strip() == ANSWER


def test_a_read_only_checkout_answers(alone, tmp_path):
    directory = tmp_path / "checkout"
    directory.mkdir()
    with read_only(directory) as protect:
        for name in ("rv_i18n", "locales"):
            shutil.copytree(
                ROOT / name, directory / name, ignore=shutil.ignore_patterns("__pycache__")
            )
        protect()
        script = f"import sys; sys.path.insert(0, {str(directory)!r}); {ASK}"
        assert alone.run("-c", script).stdout.strip() == ANSWER


@pytest.mark.parametrize("limit", ["RLIMIT_NOFILE", "RLIMIT_FSIZE"])
def test_a_look_up_needs_few_open_files_and_writes_none(alone, limit):
    number = {"RLIMIT_NOFILE": 8, "RLIMIT_FSIZE": 0}[limit]
    script = f"import resource as r; r.setrlimit(r.{limit}, ({number}, {number}))\n{ASK}"
    done = subprocess.run([alone.python, "-B", "-c", script], stdout=subprocess.PIPE, check=True)
    assert done.stdout.decode().strip() == ANSWER
