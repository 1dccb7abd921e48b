"""Sphinx configuration: ``python -m sphinx -W -b html docs docs/_build`` builds the pages."""

from __future__ import annotations

import rv_i18n

project = "rv-i18n"
author = "The rv-i18n developers"
copyright = author  # noqa: A001 - Sphinx's own name for it
release = rv_i18n.__version__

extensions = ["myst_parser", "sphinx.ext.autodoc"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["attrs_inline"]
myst_heading_anchors = 3
nitpicky = False

autodoc_member_order = "bysource"
autodoc_typehints = "signature"

html_theme = "furo"
html_title = f"rv-i18n {release}"
