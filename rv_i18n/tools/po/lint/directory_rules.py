"""Rules about a directory of catalogues.

Each takes the files of one domain and gives, for what is wrong, the file and a sentence.
"""

from __future__ import annotations

from ...._likely import maximize
from ...._tags import parse_tag
from .rule import DIRECTORY, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...._tags import Tag
    from ..tree import CatalogueFile


def _duplicate_language(files: list[CatalogueFile]) -> Iterator[tuple[CatalogueFile, str]]:
    seen: dict[Tag, list[tuple[Tag, str]]] = {}
    for file in files:
        tag = parse_tag(file.locale)
        if tag is not None:
            others = seen.setdefault(maximize(tag)._replace(variant=tag.variant), [])
            for other, locale in others:
                if not _is_regional(tag, other):
                    yield file, f"is for the language of {locale}, and one of the two is not shown"
                    break
            others.append((tag, file.locale))


def _is_regional(tag: Tag, other: Tag) -> bool:
    """Whether one of two is the other with a region: ja_JP falls back to ja, and both are shown."""
    same = tag._replace(region="") == other._replace(region="")
    return same and bool(tag.region) != bool(other.region)


DIRECTORY_RULES = (
    Rule(
        "duplicate-language",
        DIRECTORY,
        _duplicate_language,
        "A directory for a language that another is for: `zh_Hans` beside `zh_CN`, `JA` beside "
        "`ja`. Readers are only shown one of them.",
    ),
)
