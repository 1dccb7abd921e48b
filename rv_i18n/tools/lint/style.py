"""The house style that a project chooses in its table, for all languages and for single ones."""

from __future__ import annotations

import codecs
from typing import Any, NamedTuple

from ..._engine.errors import CatalogError
from ..._engine.likely import maximize
from ..._engine.quote import cut, excerpt
from ..._engine.tags import Tag, parse_tag
from ..languages import is_language
from ..project import Project
from ..settings import TABLE, check

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..settings import Keys

TABLE_OF_STYLE = f"{TABLE}.style"


class Style(NamedTuple):
    """What a language's texts have to keep to, beyond what is true of any catalogue.

    ``max_length`` is the most columns of a text, or 0. ``end_stop`` says whether a text may end
    with a full stop. ``characters`` is ``"script"``, ``"language"`` or the name of a charset, and
    ``punctuation`` is ``"any"`` or ``"language"``; docs/lint.md says what they mean.
    """

    max_length: int = 0
    end_stop: bool = True
    characters: str = "script"
    punctuation: str = "any"

    @property
    def own_punctuation(self) -> bool:
        """Whether only the punctuation marks of the language are allowed."""
        return self.punctuation == "language"


class Styles:
    """The styles of a project, by locale.

    Raises ``CatalogError`` for a fault in the table.
    """

    def __init__(self, project: Project) -> None:
        tables = _tables(project.style, project.file)
        # What a table for fewer subtags says, one for more of them may say otherwise.
        self._tables = sorted(tables, key=lambda each: sum(map(bool, each[0])))

    def of(self, locale: str) -> Style:
        """Return the style of a catalogue, from all tables that name its language.

        >>> from rv_i18n.tools.project import load_project
        >>> styles = Styles(load_project("."))
        >>> styles.of("en_GB").characters, styles.of("ja").characters
        ('ascii', 'language')
        """
        named = parse_tag(locale)
        tag = maximize(named) if named else Tag("")
        style = Style()
        for subtags, settings in self._tables:
            if all(one in ("", other) for one, other in zip(subtags, tag)):
                style = style._replace(**settings)
        return style


def _tables(table: dict[str, Any], path: str) -> list[tuple[Tag, dict[str, Any]]]:
    """Return the settings by language; those for all languages have an empty tag."""
    general = {key: value for key, value in table.items() if not isinstance(value, dict)}
    tables = [(Tag(""), _settings(general, path, TABLE_OF_STYLE))]
    for name, settings in table.items():
        if isinstance(settings, dict):
            tag = parse_tag(name)
            if tag is None or not is_language(tag):
                reason = f"[{TABLE_OF_STYLE}.{cut(name)}]: {excerpt(name)} is not a language"
                raise CatalogError(path, reason)
            tables.append((tag, _settings(settings, path, f"{TABLE_OF_STYLE}.{name}")))
    return tables


def _settings(table: dict[str, Any], path: str, name: str) -> dict[str, Any]:
    """Return the fields of ``Style`` that a table sets."""
    check(table, _SETTINGS, path, name)
    return {key.replace("-", "_"): value for key, value in table.items()}


def _is_characters(value: object) -> bool:
    if value in ("script", "language"):
        return True
    try:
        # The codecs that are none of text, such as base64, fail on a text.
        return isinstance(value, str) and bool(codecs.lookup(value)) and "a".encode(value) != b""
    except (LookupError, ValueError):  # ValueError: a NUL in the name
        return False


_SETTINGS: Keys = {
    "max-length": (
        lambda value: type(value) is int and value >= 0,
        "a number of columns such as 70, or 0 for no limit,",
    ),
    "end-stop": (
        lambda value: isinstance(value, bool),
        "false for no full stop at the end of a text, or true",
    ),
    "characters": (_is_characters, '"script", "language" or a charset such as "ascii"'),
    "punctuation": (lambda value: value in ("any", "language"), '"any" or "language"'),
}
