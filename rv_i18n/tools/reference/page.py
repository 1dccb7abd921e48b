"""The reference table as one self-contained HTML page."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ... import Message, __version__
from ..._engine import cldr
from ..._engine.tags import language_tag
from ..languages import direction, display_name
from .fitting import fitting
from .labels import ADVICE, LABELS, is_english, translated
from .rows import Reference, Row, with_forms
from .search import searched, shared_rules
from .table import targets


def page(reference: Reference, *, fragment: bool = False) -> str:
    """The HTML of a reference. Without JavaScript, its words are those of the default locale.

    ``fragment`` leaves out the title, the style and the script, for a page that has its own.

    The template engine escapes every text. The page loads nothing and runs only its own script; a
    Content-Security-Policy in its head makes the browser enforce both.

    Raises ``CatalogError`` for a directory that cannot be read.

    >>> from rv_i18n.tools.project import shipped_project
    >>> from rv_i18n.tools.reference.rows import reference
    >>> page(reference(shipped_project(), ["ja"])).splitlines()[1]
    '<html lang="ja" dir="ltr">'
    """
    environment = Environment(
        loader=PackageLoader(__package__, "."),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    rows = reference.rows()
    languages = [_language(locale, reference) for locale in reference.locales]
    default = reference.catalog.negotiate("*")
    first = next((each for each in languages if each["locale"] == default), languages[0])
    texts = (text for row in rows for text in searched(row))
    style, script = (_content(name) for name in ("page.css", "page.js"))
    return environment.get_template("page.html.jinja").render(
        fragment=fragment,
        version=__version__,
        languages=languages,
        first=first,
        families=_families(reference, rows),
        data={
            "languages": languages,
            "first": languages.index(first),
            "fitting": fitting(reference.locales, default),
            "limit": cldr.LIMIT,
            "demotion": cldr.DEMOTION,
            "rules": shared_rules(texts),
            "unlisted": reference.unlisted,
            "words": [[*row.search.values()] for row in rows],
        },
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def _language(locale: str, reference: Reference) -> dict[str, Any]:
    """What the template and, as JSON, the script know about a language."""
    words = {**LABELS, "title": reference.title}
    if reference.about:
        words.update(about=reference.about, advice=ADVICE)
    words.update((f"family-{start}", name) for start, name in reference.families.items())
    return {
        "locale": locale,
        "tag": language_tag(locale),
        "dir": direction(locale),
        "name": display_name(locale),
        "labels": {key: translated(word, locale, reference.words) for key, word in words.items()},
        "english": [
            key for key, word in words.items() if is_english(word, locale, reference.words)
        ],
    }


def _families(reference: Reference, rows: Sequence[Row]) -> list[dict[str, Any]]:
    """What the template knows about each family: its label and its rows."""
    ids = dict(zip((row.symbol for row in rows), targets(rows)))
    return [
        {
            "label": "" if start is None else f"family-{start}",
            "rows": [_row(row, ids[row.symbol]) for row in members],
        }
        for start, members in reference.by_family(rows)
    ]


def _row(row: Row, target: str) -> dict[str, Any]:
    """What the template knows about a row, each text with the language it is actually in."""
    return {
        "code": row.code,
        "id": target,
        "symbol": row.symbol,
        "texts": list(_shown(row.messages)),
        "actions": list(_shown(row.actions)),
        "description": row.description,
        "deprecated": row.facts.get("deprecated"),
        "facts": [f"{name}: {value}" for name, value in row.facts.items() if name != "deprecated"],
    }


def _shown(texts: Mapping[str, Message]) -> Iterator[dict[str, Any]]:
    """What the template knows about the texts of a row, by the locale whose readers see them."""
    for locale, message in texts.items():
        borrowed = message.locale != locale
        yield {
            "locale": locale,
            "tag": message.language,
            "dir": direction(message.locale),
            "text": with_forms(message),
            "borrowed": borrowed,
            "name": display_name(message.locale) if borrowed and message.locale else "",
        }


def _content(name: str) -> Markup:
    """A file of this package that the page includes unescaped."""
    source = (files(__package__) / name).read_bytes()
    return Markup(source.decode())  # noqa: S704 - no text is in it


def _hash(content: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline style or script."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
