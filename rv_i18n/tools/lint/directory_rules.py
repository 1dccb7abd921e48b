"""Rules about a directory of catalogues.

Each takes the files of one domain and yields, for each fault, the file and a message.
"""

from __future__ import annotations

from ..._engine.likely import maximize
from ..._engine.tags import parse_tag
from .rule import DIRECTORY, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..._engine.tags import Tag
    from ..po.layout import CatalogueFile


def _duplicate_language(files: list[CatalogueFile]) -> Iterator[tuple[CatalogueFile, str]]:
    seen: dict[Tag, list[tuple[Tag, str]]] = {}
    for file in files:
        tag = parse_tag(file.locale)
        if tag is not None:
            others = seen.setdefault(maximize(tag)._replace(variant=tag.variant), [])
            for other, locale in others:
                if not _is_regional(tag, other):
                    yield file, f"is for the same language as {locale}; readers see only one"
                    break
            others.append((tag, file.locale))


def _is_regional(tag: Tag, other: Tag) -> bool:
    """Whether one tag is the other plus a region; ja_JP falls back to ja, so both are used."""
    same = tag._replace(region="") == other._replace(region="")
    return same and bool(tag.region) != bool(other.region)


DIRECTORY_RULES = (
    Rule(
        "duplicate-language",
        DIRECTORY,
        _duplicate_language,
        "A second directory for the same language: `zh_Hans` beside `zh_CN`, `JA` beside `ja`. "
        "Readers see only one of them.",
    ),
)
