"""Installs a copy of the package as a wheel would, so that we measure what users have."""

from __future__ import annotations

import compileall
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent


def install(directory: Path) -> Path:
    """Copy the package into ``directory`` with its catalogues and everything compiled."""
    package = directory / "rv_i18n"
    shutil.copytree(ROOT / "rv_i18n", package, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ROOT / "locales", package / "locales")
    for po in package.glob("locales/*/LC_MESSAGES/*.po"):
        with po.open("rb") as source, po.with_suffix(".mo").open("wb") as target:
            write_mo(target, read_po(source))
    (package / "locales/rv_i18n.pot").unlink()  # with a template it would be a source tree
    compileall.compile_dir(package, quiet=1)
    age(directory)
    return directory


def age(directory: Path) -> None:
    """Date the catalogues back, since those that have just changed are looked at again."""
    for path in directory.rglob("*.[mp]o"):
        os.utime(path, (0, 0))


def run(site: Path, module: str, *arguments: object) -> Any:
    """Run a module of the benchmarks with ``site`` first on its path; return its JSON output."""
    path = os.pathsep.join([str(site), str(ROOT)])
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{module}", *map(str, arguments)],
        cwd=site,
        env={**os.environ, "PYTHONPATH": path},
        stdout=subprocess.PIPE,
        check=True,
    )
    return json.loads(done.stdout)
