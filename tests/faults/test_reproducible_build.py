"""A release has the same bytes however it is built."""

from __future__ import annotations

import os
import subprocess
import sys

from trees import ROOT


def run(*command, **options):
    """Run a command, and show its output if it fails."""
    words = [str(word) for word in command]
    done = subprocess.run(words, capture_output=True, text=True, check=False, **options)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_two_builds_from_one_commit_are_the_same_bytes(tmp_path):
    built = []
    for name, umask, zone in (("first", 0o022, "UTC"), ("second", 0o077, "Asia/Tokyo")):
        tree = tmp_path / name / "tree"
        run("git", "clone", "--quiet", ROOT, tree)
        for path in tree.rglob("*.py"):
            os.utime(path, (len(built) * 1e9, len(built) * 1e9))
        script = f"import os, runpy, sys; os.umask({umask}); sys.argv[0] = 'build'\n"
        script += "runpy.run_module('build', run_name='__main__')"
        dist = tmp_path / name / "dist"
        run(
            *(sys.executable, "-c", script, "--no-isolation", "--outdir", dist, tree),
            env={**os.environ, "TZ": zone, "LC_ALL": "C"},
        )
        built.append({path.name: path.read_bytes() for path in dist.iterdir()})
    first, second = built
    assert len(first) == 2
    assert first == second
