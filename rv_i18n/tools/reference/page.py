"""The reference table as one HTML page, which needs nothing but itself."""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect
from hashlib import sha256
from itertools import groupby

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ... import __version__, _cldr
from ..._likely import maximize, pairs
from ..._negotiation import Negotiator
from ..._tags import Tag, language_tag, parse_tag
from .labels import LABELS, is_english, translated
from .languages import direction, display_name
from .search import shared_rules

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from .rows import Reference, Row


def page(reference: Reference) -> str:
    """The page of a reference; without JavaScript, in the words of its default locale.

    Every text is escaped by the template engine. The page asks nothing of any server and runs no
    script but its own: a policy in its head has the browser refuse both.

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
        lstrip_blocks=True,
    )
    rows = reference.rows()
    languages = [_language(locale, reference) for locale in reference.locales]
    default = reference.catalog.negotiate("*")
    first = next((each for each in languages if each["locale"] == default), languages[0])
    texts = (text for row in rows for text in (row.symbol, *map(str, row.messages.values())))
    style, script = (_content(environment, name) for name in ("page.css", "page.js"))
    return environment.get_template("page.html.jinja").render(
        version=__version__,
        languages=languages,
        first=first,
        families=_families(reference, rows),
        data={
            "languages": languages,
            "first": languages.index(first),
            "fitting": fitting(reference.locales),
            "rules": shared_rules(texts),
        },
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def fitting(locales: Sequence[str]) -> dict[str, str]:
    """Which of ``locales`` a reader is given, by likely language, script and, where needed, region.

    A browser knows the likely subtags of a language tag; this is the rest of what look-ups know.

    >>> known = fitting(["en", "nb", "pt_BR", "pt_PT", "zh_TW"])
    >>> [known.get(key) for key in ("nn-Latn", "pt-Latn", "pt-Latn-AO", "zh-Hant", "zh-Hans")]
    ['nb', 'pt_BR', 'pt_PT', 'zh_TW', None]
    """
    negotiator = Negotiator(dict.fromkeys(locales, 0))
    found: dict[str, str] = {}
    for key in sorted(_languages(locales)):
        likely = negotiator.fitting(key)[:1]
        found.update((key, name) for name in likely)
        for region in sorted(_regions(locales)) if likely else ():
            name = negotiator.fitting(f"{key}-{region}")[:1]
            found.update((f"{key}-{region}", each) for each in name if name != likely)
    return found


def _languages(locales: Iterable[str]) -> set[str]:
    """The languages that CLDR knows, in each of their scripts, and those of ``locales``."""
    tags = [
        key.replace("_", "-") for text in (_cldr.LIKELY, _cldr.NEIGHBOURS) for key in pairs(text)
    ]
    maximal = (maximize(parse_tag(tag) or Tag("und")) for tag in (*tags, *locales))
    return {"-".join(filter(None, tag[:2])) for tag in maximal}


def _regions(locales: Iterable[str]) -> set[str]:
    """The regions that may lead to another catalogue of the same language and script."""
    names = (*pairs(_cldr.PARENTS), *locales)
    return {tag.region for tag in map(parse_tag, names) if tag and tag.region}


def _language(locale: str, reference: Reference) -> dict[str, Any]:
    """What the page knows of a language, in the template and, as JSON, in its script."""
    words = {**LABELS, "title": reference.title}
    if reference.about:
        words["about"] = reference.about
    words.update((f"family-{start}", name) for start, name in reference.families.items())
    return {
        "locale": locale,
        "tag": language_tag(locale),
        "dir": direction(locale),
        "name": display_name(locale),
        "labels": {key: translated(word, locale) for key, word in words.items()},
        "english": [key for key, word in words.items() if is_english(word, locale)],
    }


def _families(reference: Reference, rows: list[Row]) -> list[dict[str, Any]]:
    """The codes by family, each text with the language that it is really in."""
    starts = sorted(reference.families)
    described: list[dict[str, Any]] = [
        {
            "code": row.code,
            "symbol": row.symbol,
            "texts": [
                {
                    "tag": message.language,
                    "dir": direction(message.locale),
                    "text": message.text,
                    "borrowed": message.locale != locale,
                    "name": display_name(message.locale) if row.borrowed(locale) else "",
                }
                for locale, message in row.messages.items()
            ],
        }
        for row in rows
    ]
    grouped = groupby(described, lambda row: bisect(starts, row["code"]))
    return [
        {"label": f"family-{starts[number - 1]}" if number else "", "rows": list(members)}
        for number, members in grouped
    ]


def _content(environment: Environment, name: str) -> Markup:
    """A file of ours that goes into the page as it stands."""
    source, *_ = PackageLoader(__package__, ".").get_source(environment, name)
    return Markup(source)  # noqa: S704 - no text is in it


def _hash(content: str) -> str:
    """The hash by which a Content-Security-Policy allows an inline style or script."""
    return "sha256-" + b64encode(sha256(content.encode()).digest()).decode()
