"""What a release checks of its wheel and sdist, and what PyPI shows of them."""

from __future__ import annotations

import datetime as dt
import re
import shutil
import tarfile
import zipfile
from email import message_from_bytes
from importlib.metadata import version

import pytest
import release
from markdown_it import MarkdownIt
from repository import git
from trees import ROOT

GITHUB = "https://github.com/renderbus/rv-i18n"


def test_the_wheel_that_is_built_has_every_catalogue(distributions):
    release.check_catalogues(distributions["wheel"], ROOT)


def test_a_wheel_without_a_compiled_catalogue_is_refused(distributions, tmp_path):
    lost = "rv_i18n/locales/ja/LC_MESSAGES/rv_i18n.mo"
    wheel = tmp_path / "lacking.whl"
    with zipfile.ZipFile(distributions["wheel"]) as whole, zipfile.ZipFile(wheel, "w") as lacking:
        for name in set(whole.namelist()) - {lost}:
            lacking.writestr(name, whole.read(name))
    with pytest.raises(release.NotReadyError, match=f"the wheel lacks {lost}$"):
        release.check_catalogues(wheel, ROOT)


def test_a_wheel_with_a_catalogue_that_is_not_in_the_tree_is_refused(distributions, tmp_path):
    wheel = shutil.copy(distributions["wheel"], tmp_path)
    with zipfile.ZipFile(wheel, "a") as archive:
        archive.writestr("rv_i18n/locales/tlh/LC_MESSAGES/rv_i18n.po", b"")
    with pytest.raises(
        release.NotReadyError, match=r"should not have .*/tlh/LC_MESSAGES/rv_i18n\.po"
    ):
        release.check_catalogues(wheel, ROOT)


def test_an_sdist_has_exactly_the_files_that_git_tracks(distributions):
    with tarfile.open(distributions["sdist"]) as tar:
        names = {name.partition("/")[2] for name in tar.getnames()} - {"PKG-INFO"}
    release.check_sdist(distributions["sdist"], names)
    with pytest.raises(release.NotReadyError, match=r"the sdist lacks docs/forgotten\.md$"):
        release.check_sdist(distributions["sdist"], names | {"docs/forgotten.md"})
    with pytest.raises(release.NotReadyError, match=r"the sdist should not have LICENSE$"):
        release.check_sdist(distributions["sdist"], names - {"LICENSE"})


def test_a_second_build_has_the_same_bytes(distributions, tmp_path):
    tracked = git(ROOT, "ls-files").splitlines()
    release.check_second_build(distributions["sdist"], distributions["wheel"], tracked)
    other = tmp_path / distributions["wheel"].name
    other.write_bytes(distributions["wheel"].read_bytes() + b" ")
    with pytest.raises(release.NotReadyError, match=f"second build of {other.name} has other"):
        release.check_second_build(distributions["sdist"], other, tracked)


def test_the_next_release_can_be_prepared_and_built(tmp_path):
    tree = tmp_path / "tree"
    for name in git(ROOT, "ls-files").splitlines():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / name, tree / name)
    release.prepare("99.0rc2", dt.date(2026, 12, 1), tree)
    _, wheel = release.build(tmp_path / "dist", tree)
    assert wheel.name == "rv_i18n-99.0rc2-py3-none-any.whl"
    notes = release.check_version("99.0rc2", "v99.0rc2", tree)
    unreleased = (ROOT / "CHANGELOG.md").read_text("utf-8").split("\n## ")[1]
    assert notes.strip() == unreleased.partition("\n")[2].strip()


def test_the_notes_name_what_builds():
    line = release.built_with(ROOT)
    assert re.search(r"CPython 3\.\d+\.\d+\S*, ", line)
    for tool in ("build", "hatchling", "hatch-fancy-pypi-readme", "polib"):
        assert f"{tool} {version(tool)}" in line


@pytest.fixture(scope="module")
def metadata(distributions):
    """What PyPI reads in the wheel."""
    with zipfile.ZipFile(distributions["wheel"]) as wheel:
        (name,) = [name for name in wheel.namelist() if name.endswith(".dist-info/METADATA")]
        return message_from_bytes(wheel.read(name))


def test_every_link_and_picture_of_the_readme_leads_from_pypi_to_the_tag(metadata):
    kinds = {"src": "raw", "href": "blob"}
    expected = []
    for attribute, target in _targets((ROOT / "README.md").read_text("utf-8")):
        base = ""
        if not target.startswith("https:"):
            assert (ROOT / target.partition("#")[0]).is_file(), target
            base = f"{GITHUB}/{kinds[attribute]}/v{metadata['Version']}/"
        expected.append((attribute, base + target))
    assert [*_targets(metadata.get_payload(decode=True).decode())] == expected
    assert {attribute for attribute, _ in expected} == {"src", "href"}


def _targets(markdown):
    """The pictures and links of a page; in a block of HTML they would not be looked for."""
    tokens = MarkdownIt("commonmark").enable("table").parse(markdown)
    assert not [token for token in tokens if token.type == "html_block"]
    for each in walk(tokens):
        yield from ((name, each.attrs[name]) for name in ("src", "href") if name in each.attrs)
        if each.type == "html_inline":
            yield from (
                ("src", found) for found in re.findall(r'src(?:set)?="(.*?)"', each.content)
            )


def walk(tokens):
    """The tokens of the text, those in a link or a picture included."""
    for token in tokens or ():
        yield token
        yield from walk(token.children)


def test_the_licence_is_an_expression_and_its_texts_are_in_the_wheel(metadata, distributions):
    assert metadata["License-Expression"] == "Apache-2.0 AND Unicode-3.0"
    assert not [each for each in metadata.get_all("Classifier") if each.startswith("License")]
    with zipfile.ZipFile(distributions["wheel"]) as wheel:
        info = f"rv_i18n-{metadata['Version']}.dist-info/licenses"
        texts = {name: wheel.read(f"{info}/{name}") for name in metadata.get_all("License-File")}
    assert texts == {name: (ROOT / name).read_bytes() for name in ("LICENSE", "LICENSE-UNICODE")}


def test_the_extras_are_those_that_a_user_wants(metadata):
    assert metadata.get_all("Provides-Extra") == ["completion", "tools"]
