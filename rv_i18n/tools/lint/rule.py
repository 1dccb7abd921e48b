"""Defines a rule: one block that has its name, words, check and examples, and all else reads it.

The block is a function with a decorator: ``catalogue_rule``, ``directory_rule``, ``entry_rule`` or
``text_rule``, by what its check takes. The function's name is that of the rule, with hyphens. Its
docstring is what ``--explain`` and docs/lint.md say: the first line is what the rule finds.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any, Callable, Generic, NamedTuple, TypeVar

from ..._engine.entry import Entry
from ..po.layout import CatalogueFile
from .subject import Subject
from .writing import Writing

Found = Iterator[tuple[int, str, str]]

FILE, HEADER, DIRECTORY, ENTRY, TEXT = "file", "header", "directory", "entry", "text"
"""The things that a rule can be about."""

FAIL = '#. 100\nmsgid "FAIL"\nmsgstr "It failed"\n'
SUCCESS = '#. 200\nmsgid "SUCCESS"\nmsgstr "All is well"\n'
BOTH = f"{FAIL}\n{SUCCESS}"
"""The entries of a good file for the two codes of the examples."""

_PAGE = "https://github.com/renderbus/rv-i18n/blob/main/docs/lint.md"

Check = TypeVar("Check", bound="Callable[..., Any]")


class Rule(NamedTuple):
    """One rule.

    ``bad`` is an example in which it finds one thing and no other rule finds anything, and ``good``
    one in which nothing is found; both are of the catalogue ``locale``. An example about a text is
    that text, one about a header its lines, one about a directory the names in it, and any other
    the entries of a file for the codes FAIL, 100, and SUCCESS, 200.

    ``severity`` is ``"error"`` or ``"warning"``. ``setting`` is the line of the table
    ``[tool.rv-i18n.style]`` that chooses a rule of house style, or makes a rule stricter so that
    the example is bad, or "". What a rule ``warns_of_translations`` finds in a catalogue that is
    not the project's source is a warning. A rule ``of_codes`` applies only to the catalogues of a
    project's code list, and one ``of_templates`` to templates too. What makes a file unreadable
    cannot be silenced. If Weblate has the same check, the rule has the name of Weblate's.
    """

    check: Callable[..., Any]
    about: str
    bad: str
    good: str = BOTH
    locale: str = "en"
    severity: str = "error"
    setting: str = ""
    warns_of_translations: bool = False
    of_codes: bool = False
    of_templates: bool = False
    can_be_silenced: bool = True

    @property
    def name(self) -> str:
        """The name, such as ``end-stop``."""
        return self.check.__name__.replace("_", "-")

    @property
    def words(self) -> list[str]:
        """The paragraphs of the explanation; none where Python was told to drop docstrings."""
        text = inspect.getdoc(self.check) or ""
        return [" ".join(paragraph.split()) for paragraph in text.split("\n\n") if paragraph]

    @property
    def url(self) -> str:
        """The address of its explanation."""
        return f"{_PAGE}#{self.name}"


class Rules(Generic[Check]):
    """The rules whose checks take the same; a call makes a decorator for one more."""

    def __init__(self, about: str) -> None:
        self._about = about
        self.all: list[Rule] = []

    def __call__(self, *, about: str = "", **fields: Any) -> Callable[[Check], Check]:
        """Return a decorator; it takes the fields of ``Rule`` and leaves the check as it is."""

        def add(check: Check) -> Check:
            self.all.append(Rule(check, about or self._about, **fields))
            return check

        return add


catalogue_rule: Rules[Callable[[Subject], Found]] = Rules(FILE)
"""About a file or its header: yields the line, the symbolic name or "", and what is wrong."""

directory_rule: Rules[Callable[[list[CatalogueFile]], Iterator[tuple[CatalogueFile, str]]]] = Rules(
    DIRECTORY
)
"""About the catalogues of one domain: yields a file, and what is wrong with it."""

entry_rule: Rules[Callable[[Entry, Subject], str]] = Rules(ENTRY)
"""About an entry among the others, or its text: returns what is wrong, or ""."""

text_rule: Rules[Callable[[str, Writing], str]] = Rules(TEXT)
"""About a text by itself, as its language is written: returns what is wrong, or ""."""
