"""Knows the languages that are written from right to left, and isolates other text in them."""

from __future__ import annotations

from .likely import maximize
from .tags import parse_tag

_RIGHT_TO_LEFT = frozenset(
    ["Adlm", "Arab", "Gara", "Hebr", "Mand", "Mend", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi"]
)
"""The scripts of living languages that Unicode writes from right to left."""

_FSI, _PDI = "\u2068", "\u2069"  # first strong isolate, pop directional isolate


def isolated(text: str, language: str) -> str:
    r"""Return ``text`` so that it keeps its order inside a text of a right-to-left ``language``.

    >>> isolated("scene.ma", "en"), ascii(isolated("scene.ma", "ar"))
    ('scene.ma', "'\\u2068scene.ma\\u2069'")
    """
    tag = parse_tag(language)
    if tag is not None and maximize(tag).script in _RIGHT_TO_LEFT:
        return f"{_FSI}{text}{_PDI}"
    return text
