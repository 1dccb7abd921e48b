"""Reads lists of codes from their sources, without running them."""
