"""A Sphinx extension: the reference of codes in a document, and links to codes.

It stands in Sphinx's ``conf.py``::

    extensions = ["rv_i18n.sphinx"]

A document shows the codes by the directive ``rv-i18n``, and links one by the role ``rv-i18n:code``.
docs/in-your-docs.md describes both.
"""

from __future__ import annotations

try:
    from .tools.documents.extension import setup
except ModuleNotFoundError as error:
    _needed = str(error.name).partition(".")[0]
    _reason = f"rv_i18n.sphinx needs {_needed}: pip install 'rv-i18n[tools]' sphinx"
    raise ModuleNotFoundError(_reason, name=error.name) from error

__all__ = ["setup"]
