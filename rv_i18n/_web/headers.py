"""Says in the headers of a response which languages it is in, and what they depend on."""

from __future__ import annotations

from collections.abc import Iterable

from .._engine.arguments import keep
from .._engine.request import Request
from .._engine.tags import language_tag

_WITHOUT_CONTENT = "204", "304"
"""The statuses of answers that have no content, and so no language."""


def about(
    headers: Iterable[tuple[str, str]], status: str, request: Request, varies: Iterable[str]
) -> dict[str, str]:
    """Return what to add to a response's ``headers``; each replaces those of the same name.

    ``request`` knows what was looked up in it so far; ``varies`` are the request's headers that
    this depends on.
    """
    present: dict[str, list[str]] = {}
    for name, value in headers:
        present.setdefault(name.title(), []).append(value)
    needed = {}
    tags = languages(request, status)
    if tags and "Content-Language" not in present:
        needed["Content-Language"] = tags
    vary = [name.strip() for value in present.get("Vary", ()) for name in value.split(",")]
    known = {name.lower() for name in vary}
    missing = [name for name in varies if name.lower() not in known]
    if missing and "*" not in known:
        needed["Vary"] = ", ".join([*filter(None, vary), *missing])
    return needed


def languages(request: Request, status: str) -> str:
    """Return the language tags of what was looked up in a request, for ``Content-Language``."""
    told = () if status in _WITHOUT_CONTENT else tuple(request.languages)
    tags = _tags.get(told)
    if tags is None:
        named = dict.fromkeys(map(language_tag, told))
        named.pop("und", None)
        tags = keep(_tags, told, ", ".join(named))
    return tags


_tags: dict[object, str] = {}
