"""Maintains catalogues: extracts a code list, brings ``.po`` files in line, checks and counts."""
