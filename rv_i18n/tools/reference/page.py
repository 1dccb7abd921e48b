"""The reference table as one self-contained HTML page."""

from __future__ import annotations

from base64 import b64encode
from bisect import bisect
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from importlib.resources import files
from itertools import groupby
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from ... import Message, __version__
from ..._engine import cldr
from ..._engine.distance import neighbours
from ..._engine.likely import maximize, pairs
from ..._engine.ranking import Ranking
from ..._engine.tags import Tag, language_tag, parse_tag
from ..languages import direction, display_name
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
            "rules": shared_rules(texts),
            "unlisted": reference.unlisted,
            "words": [[*row.search.values()] for row in rows],
        },
        style=style,
        style_hash=_hash(style),
        script=script,
        script_hash=_hash(script),
    )


def fitting(locales: Sequence[str], default: str) -> dict[str, tuple[str, int]]:
    """Which of ``locales`` a reader gets, and at which distance, where that is not the default.

    A browser knows the likely subtags of a language tag. This is what else look-ups know: by
    language and script what a reader anywhere gets, and by region what differs there.

    >>> known = fitting(["en", "nb", "pt_BR", "pt_PT", "zh_TW"], "en")
    >>> [known.get(key) for key in ("nn-Latn", "pt-Latn", "pt-Latn-BR", "zh-Hant", "zh-Hans")]
    [('nb', 24), ('pt_PT', 4), ('pt_BR', 0), ('zh_TW', 4), None]
    """
    ranking = Ranking(dict.fromkeys(locales, 0))
    ranking.prefer(default)
    anyones = {name for _, name in ranking.match(f"en-{_ANYWHERE}")[-1][:1]}
    there = _by_region(locales)
    named = {tag.region for tag in map(parse_tag, locales) if tag and tag.region}
    regions = named | _clustered(pairs(cldr.CLUSTERS))
    order = {name: place for place, name in enumerate(locales)}
    small: dict[tuple[str, ...], Ranking] = {}  # of the few catalogues that can be the nearest
    found: dict[str, tuple[str, int]] = {}
    for tag in sorted(_languages(locales)):
        key = "-".join(filter(None, tag[:2]))
        anywhere = ranking.match(f"{key}-{_ANYWHERE}")[-1][:1]
        found.update((key, (name, far)) for far, name in anywhere)
        clustered = _clustered(["_".join(tag[:2])]) if anywhere else set()
        near = {tag.language, *neighbours(tag.language)} if anywhere else set()
        rest = {default, *anyones, *(name for _, name in anywhere)} & order.keys()
        for region in sorted({*clustered, *regions, maximize(tag).region} if anywhere else ()):
            own = there.get(maximize(tag._replace(region=region)).region, {})
            nearest = ranking
            if region not in clustered:
                if near.isdisjoint(own.values()):
                    continue  # nothing is nearer there
                names = tuple(sorted({*own, *rest}, key=order.__getitem__))
                nearest = small.get(names) or small.setdefault(
                    names, Ranking(dict.fromkeys(names, 0))
                )
                nearest.prefer(default)
            best = nearest.match(f"{key}-{region}")[-1][:1]
            if best != anywhere:
                found.update((f"{key}-{region}", (name, far)) for far, name in best)
    return {key: nearest for key, nearest in found.items() if nearest[0]}


_ANYWHERE = "AQ"
"""Antarctica: no catalogue is made for it, and no rule of CLDR's names it."""


def _languages(locales: Iterable[str]) -> set[Tag]:
    """Every language and script that CLDR lists, or that a rule of CLDR's brings to ``locales``."""
    own = {maximize(tag) for tag in map(parse_tag, locales) if tag}
    names = (*pairs(cldr.LIKELY), *pairs(cldr.SCRIPT_DISTANCES), *locales)
    found = {maximize(tag) for tag in map(parse_tag, names) if tag} | own
    near = pairs(cldr.LANGUAGE_DISTANCES)
    found |= {Tag(language, tag.script) for language in near for tag in own}
    return {Tag(tag.language, tag.script) for tag in found}


def _clustered(writings: Iterable[str]) -> set[str]:
    """The regions of which CLDR has a rule for one of these languages and scripts."""
    rules = pairs(cldr.CLUSTERS)
    listed = (rules.get(each, "").replace("/", ",").split(",") for each in writings)
    return {region for regions in listed for region in regions if region}


def _by_region(locales: Iterable[str]) -> dict[str, dict[str, str]]:
    """The catalogues for each region, written or likely, and their languages."""
    found: dict[str, dict[str, str]] = {}
    tags = ((name, tag) for name in locales for tag in [parse_tag(name)] if tag)
    for name, tag in tags:
        likely = maximize(tag)
        for region in {tag.region, likely.region}:
            found.setdefault(region, {})[name] = likely.language
    return found


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


def _families(reference: Reference, rows: list[Row]) -> list[dict[str, Any]]:
    """The codes grouped by family, each text with the language it is actually in.

    Codes that are strings come last, and are of no family.
    """
    starts = sorted(reference.families)
    described = [
        {
            "code": row.code,
            "id": target,
            "symbol": row.symbol,
            "texts": list(_shown(row.messages)),
            "actions": list(_shown(row.actions)),
            "description": row.description,
            "deprecated": row.facts.get("deprecated"),
            "facts": [
                f"{name}: {value}" for name, value in row.facts.items() if name != "deprecated"
            ],
        }
        for row, target in zip(rows, targets(rows))
    ]
    grouped = groupby(
        described, lambda row: bisect(starts, row["code"]) if isinstance(row["code"], int) else 0
    )
    return [
        {"label": f"family-{starts[number - 1]}" if number else "", "rows": list(members)}
        for number, members in grouped
    ]


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
