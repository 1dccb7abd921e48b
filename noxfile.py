"""The steps that check a change, each with a name of its own.

    nox --list            # what there is
    nox -s style docs     # runs two of them
    bash .ci/run          # runs all, on a new machine

What they install is locked in requirements/, a file for each dependency group of pyproject.toml.
Where pip has an index of its own and uv has not, ``nox -db virtualenv`` uses pip alone.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory

import nox

nox.needs_version = ">=2025.2.9"
nox.options.default_venv_backend = "uv|virtualenv"
os.environ["UV_VENV_SEED"] = "1"  # an environment has pip, which some tests run
for versions in sorted(Path.home().glob(".pyenv/versions/*/bin")):  # its shims know one at a time
    os.environ["PATH"] += f"{os.pathsep}{versions}"


def oldest() -> str:
    """The oldest Python that is installed, from 3.9 on; a shim of pyenv may run nothing."""
    for minor in range(9, sys.version_info.minor):
        for directory in os.get_exec_path():
            command = [os.path.join(directory, f"python3.{minor}"), "-c", ""]
            with suppress(OSError, subprocess.CalledProcessError):
                subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - names of ours
                return f"3.{minor}"
    return "{}.{}".format(*sys.version_info)


OLDEST = oldest()
ROOT = Path(__file__).parent
PROJECT = nox.project.load_toml(ROOT / "pyproject.toml")
APART = {"sdk": "3.9", "weblate": "3.12"}
"""Groups with an environment of their own, whose versions need not agree with the others', and the
oldest Python of each."""

UNLOCKED = ("-e", ".[tools,completion]", "--group", "test")


def install(session: nox.Session, *groups: str) -> None:
    """Install the project, what is locked for its tests, and what is locked for these groups."""
    session.install(*(f"-rrequirements/{group}.txt" for group in ("test", *groups)))
    session.install("--no-deps", "--no-build-isolation", "-e", ".")


def pytest(session: nox.Session, *arguments: str, env: dict[str, str] | None = None) -> None:
    """Run the tests that need nothing but Python, or those that the arguments name."""
    session.run("python", "-m", "pytest", "-q", *arguments, *session.posargs, env=env)


def run_all(session: nox.Session, *commands: str) -> None:
    """Run the commands, go on after one that fails, and fail at the end."""
    failed = []
    for command in commands:
        try:
            session.run(*command.split(), external=command.startswith("/"))
        except nox.command.CommandFailed:
            failed.append(command)
    if failed:
        session.error(f"Failed: {'; '.join(failed)}")


def covered(session: nox.Session) -> dict[str, str]:
    """The environment in which pytest measures the coverage, for the session of that name."""
    data = Path(session.cache_dir, f"coverage.{session.name}").resolve()
    return {"COVERAGE_FILE": str(data), "PYTEST_ADDOPTS": "--cov --cov-report="}


@nox.session(venv_backend="none")
def tests(session: nox.Session) -> None:
    """The README's command, which installs from the lock and runs the tests."""
    (command,) = re.findall(r"(?m)^    (.*-m pytest.*)$", (ROOT / "README.md").read_text("utf-8"))
    if os.name == "nt":
        command = command.replace(".venv/bin", ".venv/Scripts")
    session.run("bash", "-ec", command, env=covered(session), external=True)


@nox.session
def build(session: nox.Session) -> None:
    """Builds and installs the package, sites with its codes, and tries thousands of inputs."""
    install(session, "docs")
    pytest(session, "tests/build", "tests/thorough", env=covered(session))


@nox.session(requires=["tests", "build"])
def coverage(session: nox.Session) -> None:
    """Whether `tests` and `build` together ran every branch."""
    install(session)
    files = sorted(map(str, Path(session.cache_dir).resolve().glob("coverage.*")))
    session.run("coverage", "combine", "-q", "--keep", *files)
    session.run("coverage", "report", "--fail-under=100")


@nox.session
def style(session: nox.Session) -> None:
    """Style, types, and the workflows."""
    install(session, "style", "ci", "docs")
    run_all(
        session,
        "ruff check .",
        "ruff format --check .",
        "mypy",
        "zizmor --offline --quiet .github",
    )


@nox.session
def docs(session: nox.Session) -> None:
    """The documents, with warnings as errors."""
    install(session, "docs")
    session.run("python", "-m", "sphinx", "-W", "-q", "-b", "html", "docs", "docs/_build")


@nox.session(reuse_venv=False)
@nox.parametrize(
    "babel",
    ["babel==2.14.*", "babel==2.18.*", "babel"],
    ids=["babel-2.14", "babel-2.18", "newest"],
)
def unlocked(session: nox.Session, babel: str) -> None:
    """The tests without the lock: two older Babels, and the newest of everything."""
    session.install(*UNLOCKED, babel)
    pytest(session)


@nox.session(python=OLDEST, reuse_venv=False)
def lowest(session: nox.Session) -> None:
    """The tests on the oldest Python here, with the oldest versions that pyproject.toml allows."""
    session.log(f"The oldest Python here is {OLDEST}; the package supports 3.9 and newer.")
    session.install("-rrequirements/ci.txt")
    bounds, builders = (f"{session.virtualenv.location}/{name}.txt" for name in ("bounds", "build"))
    Path(builders).write_text("\n".join(PROJECT["build-system"]["requires"]), "utf-8")
    oldest = ("--resolution", "lowest-direct", "--all-extras", "--no-annotate", "--no-header")
    session.run("uv", "pip", "compile", *oldest, "pyproject.toml", builders, "-o", bounds)
    for tool in ("PIP", "UV"):  # for the builds in the tests too
        session.env.update({f"{tool}_CONSTRAINT": bounds, f"{tool}_BUILD_CONSTRAINT": bounds})
    session.install(*UNLOCKED)
    built = "tests/build/test_packaging.py tests/build/test_release.py"
    run_all(session, "python -m pytest -q", f"python -m pytest -q {built}")


@nox.session
def no_posix(session: nox.Session) -> None:
    """The tests where fcntl, termios, resource, fifos and forks are missing, as on Windows."""
    install(session)
    pytest(session, "-p", "no_posix", env={"PYTHONPATH": "tests/support"})


@nox.session(reuse_venv=False)
def open_list(session: nox.Session) -> None:
    """The tests after codes are added, a language is started and a text is marked fuzzy."""
    with TemporaryDirectory() as tree:
        session.run("git", "clone", "-q", str(ROOT), tree, external=True)
        with session.chdir(tree):
            install(session)
            session.run("python", ".ci/open_list.py", ".")
            pytest(session)


KINDS = {
    "system": ("With GNU gettext, i18nspector and real shells.", ()),
    "browser": ("The page in Chromium.", ("browser",)),
    "servers": ("The middleware in real servers, each framework and workers.", ("servers",)),
    "examples": ("The examples, with the real rayvision-api, FastAPI and pre-commit.", ()),
    "weblate": ("A translator's work, in a real Weblate.", ()),
    "faults": ("Faults and attacks: a tenth of the set, or all with FAULTS=1.", ("faults",)),
}
"""The folders of tests that need more than Python: what they do, and what they install."""


def kind(session: nox.Session) -> None:
    """Run the tests of the folder that is named like the session."""
    if session.name == "weblate":
        session.run("tests/weblate/install.sh", external=True)
    install(session, *KINDS[session.name][1])
    pytest(session, f"tests/{session.name}")


for name, (line, _) in KINDS.items():
    kind.__doc__ = line
    nox.session(name=name)(kind)


@nox.session
def benchmarks(session: nox.Session) -> None:
    """The benchmarks, short: no ratio is worse than twice its target."""
    install(session)
    session.run("python", "-m", "benchmarks", "--short", "--check", *session.posargs)


@nox.session
def release(session: nox.Session) -> None:
    """A release, up to the upload: `nox -s release -- --tag v1.0.0`."""
    session.install("-rrequirements/release.txt")
    session.run("python", "scripts/release.py", *session.posargs)


@nox.session
def pythons(session: nox.Session) -> None:
    """The tests on the newest Python, and look-ups on every other, installed or fetched."""
    install(session, "ci")
    commands = ["python -m pytest -q -rs tests/pythons"]
    lines = subprocess.check_output([".ci/pythons"], encoding="utf-8").splitlines()
    found = dict(line.split(" ", 1) for line in lines)
    released = [name for name in found if re.match(r"3\.\d+$", name)]
    newest = max(released, key=lambda name: int(name[2:]))
    for name, path in found.items():
        if name in (OLDEST, "{}.{}".format(*sys.version_info)) or name.startswith("pyodide"):
            continue  # sessions of their own, and a look-up in tests/pythons
        needs, tests, warnings = "engine", "tests/unit/engine", "default"
        if name == newest:  # the oldest has the session lowest, and CI's workflow has them all
            needs, tests, warnings = "test", "", "error"
        if name.endswith("t"):
            tests += " tests/faults/test_concurrency.py"
        if name.startswith("pypy"):  # it has no tracemalloc, and other threads
            parts = ("codes", "message", "catalog", "negotiation", "current")
            tests = " ".join(f"tests/unit/engine/test_{part}.py" for part in parts)
        own = f"{session.virtualenv.location}/{name}"
        session.run("uv", "venv", "-q", "--clear", "--python", path, own)
        to = ("uv", "pip", "install", "-q", "--python", own)
        session.run(*to, f"-rrequirements/{needs}.txt")
        session.run(*to, "--no-deps", "--no-build-isolation", "-e", ".")
        commands.append(f"{own}/bin/python -W {warnings} -m pytest -q -W {warnings} {tests}")
    run_all(session, *commands)


@nox.session(default=False)
def figures(session: nox.Session) -> None:
    """The benchmarks in full, into their README.md; needs a compiler and ICU's headers."""
    install(session, "figures")
    session.run("python", "-m", "benchmarks", *(session.posargs or ["--write"]))


@nox.session(default=False)
def mutation(session: nox.Session) -> None:
    """Changes the package in many small ways, and asks whether the tests notice each."""
    install(session, "mutation")
    session.run("python", "tests/mutation/run.py", *session.posargs)


@nox.session(default=False, reuse_venv=False)
def upstream(session: nox.Session) -> None:
    """Weekly: all tests on the newest of everything, and whether the data are the newest."""
    session.install(*UNLOCKED, "--group", "docs", "pip-audit")
    run_all(
        session,
        "python -m pytest -q",
        "python -m pytest -q tests/build tests/thorough tests/system tests/upstream",
    )


@nox.session(default=False, venv_backend="none")
def data(session: nox.Session) -> None:
    """Renews the data of CLDR, ICU and IANA; needs Debian's apt-get, and npm."""
    session.run(".ci/icu", "scripts/cldr.py", external=True)


@nox.session(default=False, reuse_venv=False)
def lock(session: nox.Session) -> None:
    """Renews requirements/: the newest versions, the same in each file, for every Python."""
    session.install("uv")
    to_compile = (
        *("uv", "pip", "compile", "-q", "--universal", "--upgrade", "--generate-hashes"),
        *("--no-annotate", "--custom-compile-command", "nox -s lock", "pyproject.toml"),
    )
    tools = ("--extra", "tools", "--extra", "completion")
    together = f"{session.virtualenv.location}/together.txt"
    groups = [f"--group={name}" for name in PROJECT["dependency-groups"] if name not in APART]
    session.run(*to_compile, "--python-version", "3.9", *tools, *groups, "-o", together)
    for group in PROJECT["dependency-groups"]:
        options = ["--python-version", APART.get(group, "3.9"), f"--group={group}"]
        if group not in APART:
            options.append(f"--constraints={together}")
        if group in ("engine", "test"):
            options += tools
        session.run(*to_compile, *options, "-o", f"requirements/{group}.txt")
