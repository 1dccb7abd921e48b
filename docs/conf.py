"""Sphinx configuration: ``python -m sphinx -W -b html docs docs/_build`` builds the pages."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import rv_i18n

project = "rv-i18n"
author = "The rv-i18n developers"
copyright = author  # noqa: A001 - Sphinx's own name for it
release = rv_i18n.__version__

extensions = ["myst_parser", "rv_i18n.sphinx", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["attrs_inline"]
myst_heading_anchors = 3
nitpicky = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"

html_theme = "furo"
html_title = f"rv-i18n {release}"


DOCS = Path(__file__).parent
GITHUB = "https://github.com/renderbus/rv-i18n/blob/main"


def adapt(app: object, page: str, content: list[str]) -> None:
    """Make of a page that GitHub shows as it stands what Sphinx needs.

    A link to a file outside docs/ leads to GitHub; the lists of an index are tables of contents.
    """
    here = (DOCS / page).parent

    def outside(link: re.Match[str]) -> str:
        path = (here / link[1]).resolve()
        if DOCS in path.parents:
            return link[0]
        return f"]({GITHUB}/{path.relative_to(DOCS.parent).as_posix()}"

    text = re.sub(r"\]\((\.\./[^)#]*)", outside, content[0])
    text = re.sub(r"\[([^]]+)\]\(codes\.rst#(\w+)\)", r"{rv-i18n:code}`\1 <\2>`", text)
    if page.endswith("index"):
        for heading, links in re.findall(r"(?m)^## (.+)\n\n((?:- \[.*\]\(.*\)\n)+)", text):
            pages = re.findall(r"\]\(([\w/-]+)\.md\)", links)
            if page == "index" and heading == "Reference":
                pages += ["reference", "codes"]  # GitHub cannot show what Sphinx makes
            content_of = "\n".join(pages)
            text += f"\n```{{toctree}}\n:hidden:\n:caption: {heading}\n\n{content_of}\n```\n"
    content[0] = text


def setup(app: Any) -> None:
    """Have each source adapted as it is read."""
    app.connect("source-read", adapt)
