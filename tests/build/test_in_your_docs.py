"""The guide docs/in-your-docs.md, followed word for word: sites of Sphinx and of MkDocs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from guide import Follower, blocks

from rv_i18n import message

TOOLS = str(Path(sys.executable).parent)
PATH = {"PATH": f"{TOOLS}{os.pathsep}{os.environ['PATH']}"}


@pytest.fixture(scope="module")
def followed(tmp_path_factory):
    """The directory of somebody who has followed the whole guide."""
    reader = Follower(tmp_path_factory.mktemp("guide"), PATH)
    for block in blocks("in-your-docs.md"):
        reader.follow(block)
    return reader.directory


@pytest.mark.parametrize("language", ["en", "ja"])
def test_sphinx_shows_codes_and_links_them(followed, language):
    page = (followed / "build" / language / "index.html").read_text(encoding="utf-8")
    hint = f"ACCOUNT_USERNAME_PASSWORD_FAIL: {message(805, language)}"
    assert f'<a class="reference internal" href="#805" title="{hint}"' in page
    assert 'href="#602"' in page
    assert re.search(rf'id="602">.*?<dd><p>{message(602, language)}</p>', page, re.DOTALL)


def test_mkdocs_has_a_page_of_codes_and_a_link_to_one(followed):
    assert 'href="codes/#805"' in (followed / "site/index.html").read_text(encoding="utf-8")
    codes = (followed / "site/codes/index.html").read_text(encoding="utf-8")
    assert '<td><a id="805" href="#805">805</a></td>' in codes
    assert f"<td>{message(805, 'ja')}</td>" in codes


def test_mkdocs_fails_where_a_link_leads_to_a_code_that_is_gone(followed):
    page = followed / "pages/index.md"
    before = page.read_text(encoding="utf-8")
    page.write_text(before.replace("#805", "#999"), encoding="utf-8")
    done = subprocess.run(
        [f"{TOOLS}/mkdocs", "build", "--strict"],
        cwd=followed, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    page.write_text(before, encoding="utf-8")
    assert done.returncode == 1
    assert "contains a link 'codes.md#999', but the doc 'codes.md' does not contain" in done.stderr


def test_the_fragment_has_every_text(followed):
    fragment = (followed / "codes.html").read_text(encoding="utf-8")
    assert re.search(rf'lang="ja" dir="ltr"[^>]*>(<[^>]*>)*{message(805, "ja")}<', fragment)
