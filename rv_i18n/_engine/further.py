"""The further texts of a code: entries of their own behind the code's, named after it."""

from __future__ import annotations

ACTION = ".action"
"""Ends the msgid of what the reader can do now."""

SEARCH = ".search"
"""Ends the msgid of words by which people look for the code; no reader is shown them."""

FURTHER = (ACTION, SEARCH)
"""How the msgids of further texts end, in order; no symbolic name ends so."""
