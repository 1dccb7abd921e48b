"""The guide docs/own-codes.md, followed word for word from an empty directory to a wheel."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import tarfile
import zipfile

import pytest
import repository
from guide import Follower, blocks
from trees import ROOT

from rv_i18n import __version__

GUIDE = list(blocks("own-codes.md"))
OTHERS = {
    name: next(block.content for block in GUIDE if block.heading == name)
    for name in ("setuptools", "flit", "poetry-core", "uv_build", "pdm-backend")
}
"""What the guide says of each other build backend."""


@pytest.fixture(scope="module")
def environment(distributions, tmp_path_factory):
    """Lets pip find the wheel of this tree, as if it had been released."""
    constraints = tmp_path_factory.mktemp("pip") / "constraints.txt"
    constraints.write_text(f"rv-i18n=={__version__}\n")
    return {
        "PIP_FIND_LINKS": str(distributions["wheel"].parent),
        "PIP_CONSTRAINT": str(constraints),
        "PIP_QUIET": "1",  # and so no warnings about what this machine has
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "LC_ALL": "C.UTF-8",
    }


@pytest.fixture(scope="module")
def followed(environment, tmp_path_factory):
    """The directory of somebody who has followed the whole guide."""
    reader = Follower(tmp_path_factory.mktemp("guide"), environment)
    for block in GUIDE:
        reader.follow(block)
    return reader.directory


def test_every_command_says_what_the_guide_says(followed):
    page = (followed / "errors.html").read_text(encoding="utf-8")
    assert "<h1>Error codes of My Studio</h1>" in re.sub("<h1[^>]*>", "<h1>", page)
    assert "シーンを保存してから送信してください" in page
    assert "All licences are in use; try again later" in page


def test_the_settings_for_weblate_name_the_files_of_the_guide(followed):
    settings = json.loads((ROOT / "examples/weblate.json").read_text(encoding="utf-8"))
    package = followed / "src/my_studio"
    assert (package / settings["template"]).is_file()
    assert (package / settings["new_base"]).is_file()
    languages = {path.parts[-3] for path in package.glob(settings["filemask"])}
    assert languages == {"en", "ja"}


@pytest.fixture(params=["hatchling", *OTHERS])
def package(request, followed, tmp_path):
    """The package of the guide under git, with a build backend."""
    tree = tmp_path / "tree"
    shutil.copytree(followed / "src", tree / "src", ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(followed / ".gitignore", tree)
    settings = (followed / "pyproject.toml").read_text(encoding="utf-8")
    if request.param in OTHERS:
        tables = r"^\[(build-system|tool\.hatch\.build)\]\n.*?(?=^\[|\Z)"
        settings = re.sub(tables, "", settings, flags=re.MULTILINE | re.DOTALL)
        settings += OTHERS[request.param]
    (tree / "pyproject.toml").write_text(settings, encoding="utf-8")
    repository.begin(tree)
    return tree


ASK = "from my_studio.texts import catalog; print(catalog.message(3, 'ja-JP'))"


def test_with_each_build_backend_the_catalogues_are_in_what_is_built(package, installed, tmp_path):
    build = [sys.executable, "-m", "build", "--outdir", tmp_path / "dist", package]
    done = subprocess.run(build, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    catalogues = {
        f"my_studio/locales/{locale}/LC_MESSAGES/my_studio.{suffix}"
        for locale in ("en", "ja")
        for suffix in ("mo", "po")
    }
    (sdist,) = (tmp_path / "dist").glob("*.tar.gz")
    with tarfile.open(sdist) as archive:
        packed = {name.partition("/src/")[2] for name in archive.getnames()}
    assert catalogues <= packed
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        archive.extractall(tmp_path / "site")
    assert {name for name in names if "/my_studio." in name} == catalogues
    for po in (tmp_path / "site").rglob("*.po"):
        po.unlink()  # what is read is the compiled catalogue
    done = installed.run("-X", "utf8", "-c", ASK, PYTHONPATH=str(tmp_path / "site"))
    assert done.stdout == "ディスクの空き容量がありません\n"
