"""Maintains catalogues: extracts a code list, and updates, checks and counts ``.po`` files."""
