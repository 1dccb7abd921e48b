"""The command in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys

from trees import ROOT


def rv_i18n(*arguments, env=(), **options):
    """Run the command of this tree in a process of its own."""
    # PYTHONUNBUFFERED, say, would hide what happens when the output is flushed at exit.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    coverage = {key: value for key, value in os.environ.items() if key.startswith("COV")}
    options["env"] = {**inherited, **coverage, **dict(env)}
    options = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    command = [sys.executable, "-m", "rv_i18n", *arguments]
    return subprocess.run(command, check=False, **{"encoding": "utf-8", **options})
