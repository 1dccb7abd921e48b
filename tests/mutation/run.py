"""Mutates the package in small ways, and says which of the mutants the tests miss.

    python tests/mutation/run.py [PATTERN...]

A pattern such as "rv_i18n.web.*" stands for the mutants whose names it matches; without one all
are tried. Exit status: 0 where at least 90 % are killed; 1 where not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
LEAST_KILLED = 0.9


def main(*patterns: str) -> int:
    """Run mutmut anew, and print its survivors."""
    # Where it is given a pattern, mutmut makes sure that each test can be run by its own name. One
    # that cannot, since its name holds an address, would count as killing whatever it is run on.
    patterns = patterns or ("*",)
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    children = os.environ.get("MUTMUT_CHILDREN", "1")
    _mutmut("run", "--max-children", children, *patterns, output=None)
    results = re.findall(r"^ *(\S+): (.+)$", _mutmut("results", "--all", "True"), re.MULTILINE)
    tried = {
        name: verdict
        for name, verdict in results
        if any(fnmatchcase(name, pattern) for pattern in patterns)
    }
    # A mutant that never ends, or takes the interpreter down, is not one that passes.
    fallen = ("killed", "timeout", "segfault")
    survivors = [name for name in sorted(tried) if tried[name] not in fallen]
    for name in survivors:
        print(_mutmut("show", name))
    killed = 1 - len(survivors) / len(tried)
    print(f"{len(tried)} mutants, {len(tried) - len(survivors)} killed ({killed:.1%})")
    return int(killed < LEAST_KILLED)


def _mutmut(*arguments: str, output: int | None = subprocess.PIPE) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=output, encoding="utf-8", check=True)
    return done.stdout or ""


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
