"""A release has the same bytes however it is built, and no known vulnerabilities."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from importlib.metadata import requires

import pytest
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
        run(
            *(sys.executable, "-c", script, "--outdir", tmp_path / name / "dist", tree),
            env={**os.environ, "TZ": zone, "LC_ALL": "C"},
        )
        dist = tmp_path / name / "dist"
        built.append({path.name: path.read_bytes() for path in dist.iterdir()})
    first, second = built
    assert len(first) == 2
    assert first == second


def test_pip_audit_finds_nothing(tmp_path):
    pytest.importorskip("pip_audit")
    needed = [each for each in requires("rv-i18n") if "extra ==" not in each]
    (tmp_path / "requirements.txt").write_text("\n".join(needed))
    command = [sys.executable, "-m", "pip_audit", "--strict", "-f", "json", "-r"]
    done = subprocess.run(
        [*command, str(tmp_path / "requirements.txt")], capture_output=True, text=True, check=False
    )
    if "not found on PyPI" in done.stderr or "ConnectionError" in done.stderr:
        pytest.skip("the service that knows the vulnerabilities cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)["dependencies"]
    assert {each["name"] for each in found} >= {"babel", "polib"}
    assert not any(each["vulns"] for each in found)
