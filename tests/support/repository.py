"""git, as a test runs it: whatever the settings of whoever runs the tests."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

SETTINGS = {
    "user.name": "Max",
    "user.email": "max@example.org",
    "commit.gpgSign": "false",
    "core.autocrlf": "false",
    "core.editor": "true",
    "core.hooksPath": os.devnull,
}


def git(directory: Path, *arguments: str | Path, fails: bool = False, **environment: str) -> str:
    """Run git in ``directory`` and return its output; ``fails`` says whether it should fail."""
    settings = [word for name in SETTINGS for word in ("-c", f"{name}={SETTINGS[name]}")]
    done = subprocess.run(
        ["git", "-C", directory, *settings, *arguments],
        env={**os.environ, **environment},
        check=False,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        errors="replace",
    )
    assert bool(done.returncode) == fails, done.stdout
    return done.stdout


def begin(directory: Path) -> None:
    """Put all that is in ``directory`` under git, on a branch main."""
    git(directory, "init", "--quiet", "--initial-branch=main")
    commit(directory, "Begin")


def commit(directory: Path, message: str) -> None:
    """Commit everything in ``directory``."""
    git(directory, "add", "--all")
    git(directory, "commit", "--quiet", f"--message={message}")
