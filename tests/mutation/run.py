"""Mutates the half of the package that answers look-ups, and says which mutants the tests miss.

    python tests/mutation/run.py

Exit status: 0 where at least 95 % are killed and every survivor is argued in survivors.md beside
this file; 1 where not.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parent.parent
LEAST_KILLED = 0.95


def main() -> int:
    """Run mutmut anew, and compare its survivors with those that are argued."""
    shutil.rmtree(ROOT / "mutants", ignore_errors=True)
    _mutmut("run", "--max-children", os.environ.get("MUTMUT_CHILDREN", "1"), output=None)
    status = re.findall(r"^ *(\S+): (.+)$", _mutmut("results", "--all", "True"), re.MULTILINE)
    # A mutant that never ends is not one that passes.
    survivors = {name for name, verdict in status if verdict not in ("killed", "timeout")}
    argued = (HERE / "survivors.md").read_text(encoding="utf-8")
    missing = [change for change in map(_change, sorted(survivors)) if change not in argued]
    for change in missing:
        print(f"not argued:\n{change}\n")
    killed = 1 - len(survivors) / len(status)
    print(f"{len(status)} mutants, {len(status) - len(survivors)} killed ({killed:.1%})")
    return int(bool(missing) or killed < LEAST_KILLED)


def _change(mutant: str) -> str:
    """The lines that a mutant takes out and puts in, as survivors.md shows them."""
    lines = _mutmut("show", mutant).splitlines()
    return "\n".join(line for line in lines if re.match(r"[-+] ", line))


def _mutmut(*arguments: str, output: int | None = subprocess.PIPE) -> str:
    command = [sys.executable, "-m", "mutmut", *arguments]
    done = subprocess.run(command, cwd=ROOT, stdout=output, encoding="utf-8", check=False)
    return done.stdout or ""


if __name__ == "__main__":
    sys.exit(main())
