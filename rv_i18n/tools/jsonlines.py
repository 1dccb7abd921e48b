"""Writes JSON with one object per line, which people can read and ``diff`` can compare."""

from __future__ import annotations

import json
from collections.abc import Iterable


def json_lines(objects: Iterable[dict[str, object]]) -> str:
    """Return a JSON array with one object per line, or ``[]``, and a line feed.

    >>> print(json_lines([{"locale": "ja"}, {"locale": "ko"}]), end="")
    [
      {"locale": "ja"},
      {"locale": "ko"}
    ]
    """
    rows = ",\n".join(f"  {json.dumps(each, ensure_ascii=False)}" for each in objects)
    return f"[\n{rows}\n]\n" if rows else "[]\n"
