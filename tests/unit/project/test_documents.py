"""The documents can be read where their links lead: on GitHub, and from PyPI."""

from __future__ import annotations

import re
import urllib.parse

import pytest
from markdown_it import MarkdownIt
from trees import ROOT

import rv_i18n

PAGES = [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"), *ROOT.glob("benchmarks/*.md")]
PAGES += ROOT.glob("tests/**/*.md")
PAGES = sorted(path for path in PAGES if "_build" not in path.parts)


def name(path):
    return path.relative_to(ROOT).as_posix()


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_a_page_has_nothing_that_github_shows_raw(path):
    """What only Sphinx understands is added in docs/conf.py."""
    tokens = MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8"))
    assert not [token.info for token in tokens if token.type == "fence" and "{" in token.info]
    inline = [child for token in tokens for child in token.children or ()]
    words = [each.content for each in inline if each.type == "text"]
    assert not [text for text in words if re.search(r"\{[a-z:-]+\}$|^\(\S+\)=$|^\{[.#%]", text)]


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_link_leads_to_a_file_and_a_heading(path):
    for target in targets(path):
        file, _, anchor = urllib.parse.unquote(target).partition("#")
        found = path.parent / file if file else path
        assert found.exists(), target
        if anchor and found.suffix == ".md":
            assert anchor in anchors(found), target


@pytest.mark.parametrize("path", PAGES, ids=name)
def test_every_file_of_the_project_that_is_named_exists(path):
    folders = r"(?:tests|scripts|rv_i18n|examples|requirements|benchmarks|\.ci|\.github)"
    for named in re.findall(rf"`({folders}/[\w./*-]+)`", path.read_text(encoding="utf-8")):
        assert [*ROOT.glob(named)], named


def targets(path):
    """The relative links and pictures of a page."""
    tokens = MarkdownIt("commonmark").enable("table").parse(path.read_text(encoding="utf-8"))
    inline = [child for token in tokens for child in token.children or ()]
    links = [str(each.attrs.get("href") or each.attrs.get("src") or "") for each in inline]
    html = "".join(each.content for each in inline if each.type == "html_inline")
    links += re.findall(r'src(?:set)?="(.*?)"', html)
    return [link for link in links if link and not re.match(r"[a-z]+:", link)]


def anchors(path):
    """The anchors of a page's headings, as GitHub makes them."""
    tokens = MarkdownIt("commonmark").parse(path.read_text(encoding="utf-8"))
    titles = [
        "".join(child.content for child in tokens[at + 1].children)
        for at, token in enumerate(tokens)
        if token.type == "heading_open"
    ]
    return {re.sub(r"[^\w\- ]", "", title.lower()).replace(" ", "-") for title in titles}


def test_the_badges_say_what_the_project_says():
    readme, project = ((ROOT / name).read_text("utf-8") for name in ("README.md", "pyproject.toml"))
    minors = [*map(int, re.findall(r"Python :: 3\.(\d+)\"", project))]
    assert f"/badge/Python-3.{min(minors)}_to_3.{max(minors)}-" in readme
    licence = re.search(r'(?m)^license = "(\S+)', project)[1]
    assert f"/badge/licence-{licence.replace('-', '--')}-" in readme
    for workflow in re.findall(r"/actions/(workflows/\w+\.yml)", readme):
        assert (ROOT / ".github" / workflow).is_file()


def test_the_reference_has_every_public_name():
    page = (ROOT / "docs/reference.rst").read_text(encoding="utf-8")
    named = re.findall(r"(?m)^\.\. (?:auto\w+|py:data):: (\w+)$", page)
    assert sorted(named) == sorted({*dir(rv_i18n)} - {"__version__"})
