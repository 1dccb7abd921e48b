"""Builds and checks the files that a release uploads.

Run it with the dependency group ``release`` installed; see docs/releasing.md::

    python scripts/release.py                  # at any time: is the package complete?
    python scripts/release.py --tag v1.0.0     # before the tag is pushed, and after
    python scripts/release.py --prepare 1.0.0  # writes the version where it has to stand

The first builds the sdist, and the wheel from it, builds both again elsewhere and compares them,
checks them, installs the wheel, and lists what was installed. The second also checks that it is
time to release: that the version matches, the changelog is written, and the catalogues are
complete. All results are in ``release/``: ``dist/`` for PyPI, an SBOM and, with a tag, the notes
for the release page. Standard output has their hashes, as ``sha256sum --check`` reads them.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tarfile
import tempfile
import zipfile
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
OUTPUT = ROOT / "release"


class NotReadyError(Exception):
    """Something is not ready for a release; the text says what."""


def main(arguments: list[str] | None = None) -> None:
    """Build a release in ``release/``, or raise ``NotReadyError``."""
    parser = argparse.ArgumentParser(description="Builds what a release uploads, and checks it.")
    parser.add_argument("--tag", help="the tag of the release, such as v1.0.0")
    parser.add_argument("--prepare", metavar="VERSION", help="write this version, and do no more")
    options = parser.parse_args(arguments)
    if options.prepare:
        prepare(options.prepare, dt.datetime.now(dt.timezone.utc).date(), ROOT)
        return
    tag = options.tag
    shutil.rmtree(OUTPUT, ignore_errors=True)
    sdist, wheel = build(OUTPUT / "dist")
    version = wheel.name.split("-")[1]
    if tag:
        notes = check_version(version, tag, ROOT) + built_with(ROOT)
        (OUTPUT / "notes.md").write_text(notes, encoding="utf-8")
        if run("git", "status", "--porcelain"):
            raise NotReadyError("the tree has changes that are not committed")
    run(sys.executable, "-m", "twine", "check", "--strict", sdist, wheel)
    run(sys.executable, "-m", "check_wheel_contents", wheel)
    tracked = run("git", "ls-files").splitlines()
    check_sdist(sdist, tracked)
    check_second_build(sdist, wheel, tracked)
    check_catalogues(wheel, ROOT)
    with tempfile.TemporaryDirectory() as directory:
        python = environment(Path(directory))
        install(python, wheel)
        run(python, "-m", "rv_i18n", "message", "604", "-l", "en", cwd=directory)
        install(python, f"{wheel}[tools]")
        if tag:
            run(python, "-I", "-m", "rv_i18n", "lint", "--strict")
        write_sbom(python, version, OUTPUT / f"rv_i18n-{version}.cdx.json")
    for path in sorted(path for path in OUTPUT.rglob("*") if path.is_file()):
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        print(f"{digest}  {path.relative_to(ROOT).as_posix()}")


def build(directory: Path, root: Path = ROOT, **environment: str) -> tuple[Path, Path]:
    """Build the sdist of a tree, and the wheel from that sdist."""
    command = (sys.executable, "-m", "build", "--no-isolation", "--outdir", directory, root)
    run(*command, **environment)
    (sdist,), (wheel,) = directory.glob("*.tar.gz"), directory.glob("*.whl")
    return sdist, wheel


def check_second_build(sdist: Path, wheel: Path, tracked: Iterable[str]) -> None:
    """Check that a copy of the tracked files gives the same bytes.

    It is in another directory, and newer, for somebody else with another umask and time zone.
    """
    with tempfile.TemporaryDirectory() as directory:
        tree = Path(directory, "tree")
        old = os.umask(0o077)
        try:
            for name in tracked:
                (tree / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy(ROOT / name, tree / name)
                (tree / name).chmod((ROOT / name).stat().st_mode & 0o700)
            again = build(Path(directory, "dist"), tree, TZ="Asia/Tokyo", LC_ALL="C")
        finally:
            os.umask(old)
        for first, second in zip((sdist, wheel), again):
            if first.read_bytes() != second.read_bytes():
                raise NotReadyError(f"a second build of {first.name} has other bytes")


def prepare(version: str, day: dt.date, root: Path) -> None:
    """Write the version of a release into the package and the documents that name it.

    What CHANGELOG.md has under [Unreleased] comes under a heading of its own.
    """
    rev = (r"(?m)^( *rev: *)\S+$", rf"\g<1>v{version}")
    module = (r'(?m)^__version__ = ".*"$', f'__version__ = "{version}"')
    heading = (r"(?m)^## \[Unreleased\]$", f"## [Unreleased]\n\n## [{version}] - {day}")
    changes = {root / "rv_i18n/__init__.py": module, root / "CHANGELOG.md": heading}
    for path, (pattern, text) in {**dict.fromkeys(pages(root), rev), **changes}.items():
        before = path.read_text(encoding="utf-8")
        after = re.sub(pattern, text, before)
        if after != before:
            path.write_text(after, encoding="utf-8")
        elif path in changes:
            raise NotReadyError(f"{path.name} has no line for the version, or names {version}")


def pages(root: Path) -> list[Path]:
    """The documents that may tell users of pre-commit what to take."""
    return [root / "README.md", root / "CONTRIBUTING.md", *root.glob("docs/*.md")]


def built_with(root: Path) -> str:
    """Return the line of the notes with the versions of Python and of requirements/build.txt."""
    lock = (root / "requirements/build.txt").read_text(encoding="utf-8")
    tools = dict.fromkeys(re.findall(r"(?m)^([\w.-]+)==", lock))
    installed = [f"{name} {metadata.version(name)}" for name in tools if has_version(name)]
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"\nBuilt twice, to the same bytes, with {', '.join([python, *installed])}.\n"


def has_version(name: str) -> bool:
    """Whether a tool is installed: some are for older Pythons alone."""
    try:
        return bool(metadata.version(name))
    except metadata.PackageNotFoundError:
        return False


def check_version(version: str, tag: str, root: Path) -> str:
    """Check that the tag and all documents name this version; return its part of CHANGELOG.md."""
    if tag != f"v{version}":
        raise NotReadyError(f"the tag is {tag}, and the package says that it is {version}")
    for page in pages(root):
        for other in re.findall(r"(?m)^ *rev: *(\S+)$", page.read_text(encoding="utf-8")):
            if other != tag:
                raise NotReadyError(f"{page.name} tells users of pre-commit to take {other}")
    changelog = (root / "CHANGELOG.md").read_text(encoding="utf-8")
    unreleased, found, rest = changelog.partition(f"\n## [{version}] - ")
    if not found or not re.match(r"\d{4}-\d{2}-\d{2}\n", rest):
        raise NotReadyError(f"CHANGELOG.md has no heading `## [{version}] - YYYY-MM-DD`")
    if unreleased.partition("\n## ")[2].strip() not in ("", "[Unreleased]"):
        raise NotReadyError(f"CHANGELOG.md has something above {version}, which would be left out")
    return rest.partition("\n")[2].partition("\n## ")[0].strip() + "\n"


def check_sdist(sdist: Path, tracked: Iterable[str]) -> None:
    """Check that the sdist contains exactly the files that git tracks."""
    with tarfile.open(sdist) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()}
    differ("the sdist", names - {"PKG-INFO"}, set(tracked))


def check_catalogues(wheel: Path, root: Path) -> None:
    """Check that the wheel has every catalogue twice: as ``.po`` and as ``.mo``."""
    with zipfile.ZipFile(wheel) as archive:
        names = {name for name in archive.namelist() if name.startswith("rv_i18n/locales/")}
    catalogues = [po.relative_to(root) for po in root.glob("locales/*/LC_MESSAGES/*.po")]
    twice = [po.with_suffix(suffix) for po in catalogues for suffix in (".po", ".mo")]
    differ("the wheel", names, {f"rv_i18n/{path.as_posix()}" for path in twice})


def differ(what: str, names: set[str], expected: set[str]) -> None:
    """Raise ``NotReadyError`` if the names are not the expected ones."""
    if missing := sorted(expected - names):
        raise NotReadyError(f"{what} lacks {', '.join(missing)}")
    if added := sorted(names - expected):
        raise NotReadyError(f"{what} should not have {', '.join(added)}")


def environment(directory: Path) -> str:
    """Make an empty environment, and return its Python."""
    run(sys.executable, "-m", "venv", "--without-pip", directory)
    return str(directory / ("Scripts/python.exe" if os.name == "nt" else "bin/python"))


def install(python: str, what: Path | str) -> None:
    """Install a wheel, or a wheel with an extra, into the environment of a Python."""
    run(sys.executable, "-m", "pip", "--python", python, "install", "--quiet", what)


def write_sbom(python: str, version: str, path: Path) -> None:
    """Write a list of what was installed with the package and its tools, as CycloneDX JSON.

    cyclonedx-py reads the package itself from pyproject.toml, which does not have its version.
    """
    command = (sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible")
    project = ("--pyproject", ROOT / "pyproject.toml", "--mc-type", "library")
    bom = json.loads(run(*command, *project, python))
    package = bom["metadata"]["component"]
    package.update(version=version, purl=f"pkg:pypi/{package['name']}@{version}")
    path.write_text(json.dumps(bom, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def run(*command: str | Path, cwd: Path | str = ROOT, **environment: str) -> str:
    """Run a command and return its output, or raise ``NotReadyError`` with that output."""
    words = [str(word) for word in command]
    print("$", *(Path(words[0]).name, *words[1:]), file=sys.stderr, flush=True)
    done = subprocess.run(
        words,
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise NotReadyError(f"{' '.join(words)}\n{done.stdout}{done.stderr}")
    return done.stdout


if __name__ == "__main__":
    try:
        main()
    except NotReadyError as error:
        sys.exit(f"Not ready: {error}")
