"""The reference table as one HTML page, which needs nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect
from hashlib import sha256
from itertools import groupby
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ... import __version__
from .labels import FAMILIES, families, labels
from .languages import direction, display_name, language_tag
from .rows import rows, written_in

if TYPE_CHECKING:
    from collections.abc import Sequence


def page(catalogues: Sequence[str]) -> str:
    """The page with the texts in ``catalogues``; without JavaScript, in the first one's words.

    Every text is escaped by the template engine. The page asks nothing of any server and runs no
    script but its own: a policy in its head has the browser refuse both.

    Raises ``CatalogError`` for a catalogue that cannot be read.

    >>> page(["ja"]).splitlines()[1]
    '<html lang="ja" dir="ltr">'
    """
    environment = Environment(
        loader=PackageLoader("rv_i18n", "tools/reference"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    languages = [_language(catalogue) for catalogue in catalogues]
    style, script = (_content(environment, name) for name in ("page.css", "page.js"))
    return environment.get_template("page.html.jinja").render(
        version=__version__,
        languages=languages,
        first=languages[0],
        families=_families(catalogues),
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def _language(catalogue: str) -> dict[str, Any]:
    """What the page knows of a language, in the template and, as JSON, in its script."""
    named = {f"family-{start}": name for start, name in families(catalogue).items()}
    return {
        "catalogue": catalogue,
        "tag": language_tag(catalogue),
        "dir": direction(catalogue),
        "name": display_name(catalogue),
        "labels": {**labels(catalogue), **named},
    }


def _families(catalogues: Sequence[str]) -> list[dict[str, Any]]:
    """The codes by family, each text with the language that it is really in."""
    sources = {catalogue: written_in(catalogue) for catalogue in catalogues}
    starts = sorted(FAMILIES)
    described: list[dict[str, Any]] = [
        {
            "code": row.code,
            "symbol": row.symbol,
            "texts": [
                {
                    "tag": language_tag(sources[catalogue].get(row.symbol, catalogue)),
                    "dir": direction(sources[catalogue].get(row.symbol, catalogue)),
                    "text": text,
                }
                for catalogue, text in row.messages.items()
            ],
        }
        for row in rows(catalogues)
    ]
    grouped = groupby(described, lambda row: starts[bisect(starts, row["code"]) - 1])
    return [{"label": f"family-{start}", "rows": list(members)} for start, members in grouped]


def _content(environment: Environment, name: str) -> Markup:
    """A file of ours that goes into the page as it stands."""
    source, *_ = PackageLoader("rv_i18n", "tools/reference").get_source(environment, name)
    return Markup(source)  # noqa: S704 - no text is in it


def _hash(content: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline style or script."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
