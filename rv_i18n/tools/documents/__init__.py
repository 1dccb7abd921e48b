"""Puts codes into the documents of a Sphinx site, and links them."""
