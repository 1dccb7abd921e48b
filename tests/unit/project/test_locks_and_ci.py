"""What developers install is locked in one way, and the workflow runs every step."""

from __future__ import annotations

import ast
import re
import sys
from collections import defaultdict

import pytest
from trees import ROOT

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
GROUPS = PROJECT["dependency-groups"]
APART = {"sdk", "weblate"}  # each is installed alone

LOCKED = re.compile(r"(?m)^([a-z\d.-]+)==([^ ;]+)(?: ; (.*\S))? \\$")


def lock(group):
    return (ROOT / f"requirements/{group}.txt").read_text(encoding="utf-8")


def test_every_group_is_locked_and_nothing_else():
    assert {path.stem for path in (ROOT / "requirements").iterdir()} == set(GROUPS)


@pytest.mark.parametrize("group", GROUPS)
def test_a_lock_names_packages_and_hashes_alone(group):
    """No index, and no path of the machine that it was made on."""
    lines = [line for line in lock(group).splitlines() if not line.startswith("#")]
    assert lines
    for line in lines:
        assert re.fullmatch(r"    --hash=sha256:[\da-f]{64}( \\)?", line) or LOCKED.match(line)


def test_a_package_has_the_same_versions_in_every_lock():
    versions = defaultdict(set)
    for group in set(GROUPS) - APART:
        found = defaultdict(set)
        for package, version, _ in LOCKED.findall(lock(group)):
            found[package].add(version)
        for package, some in found.items():
            versions[package].add(frozenset(some))
    for package, each in versions.items():
        most = max(each, key=len)  # a group may need it on some Pythons alone
        assert all(some <= most for some in each), package


def test_what_builds_the_package_is_in_the_group_of_that_name():
    assert set(PROJECT["build-system"]["requires"]) <= set(GROUPS["build"])


def sessions():
    """The names of those that nox runs unless it is told otherwise."""
    for node in ast.parse((ROOT / "noxfile.py").read_text(encoding="utf-8")).body:
        if isinstance(node, ast.FunctionDef):
            decorators = [ast.unparse(each) for each in node.decorator_list]
            if any(re.match(r"nox\.session(?!.*default=False)", each) for each in decorators):
                yield node.name
        elif isinstance(node, ast.Assign) and ast.unparse(node.targets[0]) == "KINDS":
            yield from ast.literal_eval(node.value)


def test_the_workflow_runs_the_sessions_that_ci_runs():
    workflow = (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")
    jobs = re.search(r"sessions:\n((?: +- .+\n)+)", workflow)[1]
    assert sorted(re.findall(r"\w+", jobs)) == sorted(sessions())


def test_what_is_published_is_compared_with_what_was_built():
    """Another job of the run could replace the artifact, but not the outputs of the job."""
    workflow = (ROOT / ".github/workflows/release.yml").read_text(encoding="utf-8")
    jobs = dict(re.findall(r"(?m)^  (\w+):.*\n((?: {4}.*\n)+)", workflow.partition("\njobs:\n")[2]))
    needs = {job: set(re.findall(r"\w+", found[1])) for job, found in needed(jobs)}
    assert needs == {"build": {"ci"}, "publish": {"build"}, "page": {"build", "publish"}}
    compared = r"- uses: actions/download-artifact@.*\n(?: {8,}.*\n)+      - run: \|\n +sha256sum "
    for job in ("publish", "page"):
        assert re.search(rf"    steps:\n      {compared}", jobs[job])
        assert "HASHES: ${{ needs.build.outputs.hashes }}" in jobs[job]


def needed(jobs):
    """The line of each job that says which others it waits for."""
    for job, body in jobs.items():
        if found := re.search(r"(?m)^    needs: \[(.*)\]", body):
            yield job, found


def test_npm_runs_no_scripts_of_packages():
    for path in (ROOT / ".ci/pythons", *ROOT.glob("scripts/*.py"), *ROOT.glob(".github/**/*.yml")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if re.search(r'npm"?,? "?install', line):
                assert "--ignore-scripts" in line, path
