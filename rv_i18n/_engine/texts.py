"""Holds the texts of all catalogues, and the fallback chain for missing texts.

Everything is found and read on first use, and cached. It does no harm if two threads do the same
work at once, so there is no lock. A lock that is held while the process forks would never be
released in the child.
"""

from __future__ import annotations

from .errors import CatalogError, CatalogWarning
from .files import find_catalogues, read_catalogue
from .negotiation import Negotiator, keep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from .files import File

    Key = str | tuple[str, ...]
    Chain = tuple[str, ...]
    Files = dict[str, list[tuple[int, File]]]
    """The files of each catalogue, each with the index of its directory in the list."""


class Texts:
    """The texts of the catalogues in ``directories``, read from the first look-up on.

    ``default`` lists the locales whose catalogues are tried last. The first look-up raises
    ``CatalogError`` if a directory is missing or has no catalogues.
    """

    def __init__(self, directories: Sequence[File], domain: str, default: Sequence[str]) -> None:
        self._directories = directories
        self._domain = domain
        self._default = default
        self._found: tuple[Files, Negotiator, Chain] | None = None
        self._read: dict[tuple[str, int], dict[str, str]] = {}
        self._best: dict[object, str] = {}
        self._asked: dict[object, Chain] = {}
        self._answers: dict[object, dict[object, str]] = {}

    def names(self) -> list[str]:
        """Return the names of the available catalogues, sorted."""
        return sorted(self._catalogues()[0])

    def best(self, key: Key) -> str:
        """Return the catalogue that matches the locale best, or "" if none does."""
        known = self._best.get(key)
        if known is None:
            exact = self._catalogues()[1].exact(key)
            known = keep(self._best, key, exact or next(iter(self.asked(key)), ""))
        return known

    def first(self, key: Key) -> str:
        """Return the catalogue in which a text for the locale is looked for first."""
        return self.best(key) or next(iter(self.default()), "")

    def asked(self, key: Key) -> Chain:
        """Return the catalogues that match the locale, best first."""
        known = self._asked.get(key)
        if known is None:
            known = keep(self._asked, key, self._catalogues()[1].fitting(key))
        return known

    def default(self) -> Chain:
        """Return the catalogues that a text comes from if no other has it."""
        return self._catalogues()[2]

    def answers(self, first: str | Chain) -> dict[object, str]:
        """Return a cache of answers by code, which the caller also fills.

        ``first`` is a catalogue that has the texts itself, or a chain in which some are missing.
        """
        answers = self._answers.get(first)
        return keep(self._answers, first, {}) if answers is None else answers

    def find(self, key: Key, symbol: str) -> tuple[str, str]:
        """Return the text for a msgid and its catalogue, or the msgid and "" if none has it."""
        files = self._catalogues()[0]
        for name in self._chain(key):
            for place, file in files[name]:
                text = self._read_once(name, place, file).get(symbol)
                if text:
                    return text, name
        return symbol, ""

    def _chain(self, key: Key) -> Iterator[str]:
        """Yield the catalogues for a locale, best first; the others are found when asked for."""
        first = self.first(key)
        if first:
            yield first
        others = dict.fromkeys(self.asked(key) + self.default())
        yield from (name for name in others if name != first)

    def check(self) -> list[CatalogError]:
        """Read every catalogue again, and return an error for each that cannot be read."""
        try:
            files = self._find()[0]
        except CatalogError as error:
            return [error]
        errors = []
        for _, file in (placed for name in sorted(files) for placed in files[name]):
            try:
                read_catalogue(file)
            except CatalogError as error:
                errors.append(error)
        return errors

    def _read_once(self, name: str, place: int, file: File) -> dict[str, str]:
        """Return the texts of one file; if it cannot be read, warn once and return none."""
        known = self._read.get((name, place))
        if known is not None:
            return known
        warning = None
        try:
            read = read_catalogue(file)
        except CatalogError as error:  # not kept: its traceback refers to the callers' variables
            read, warning = {}, CatalogWarning(error.path, error.reason, error.line)
        known = self._read.setdefault((name, place), read)
        if warning and known is read:
            _warn(warning)
        return known

    def _catalogues(self) -> tuple[Files, Negotiator, Chain]:
        if self._found is None:
            self._found = self._find()
        return self._found

    def _find(self) -> tuple[Files, Negotiator, Chain]:
        """Return the files of each catalogue, their negotiator, and the default's chain."""
        files: Files = {}
        priorities: dict[str, int] = {}
        for place, directory in enumerate(self._directories):
            for name, file in find_catalogues(directory, self._domain).items():
                files.setdefault(name, []).append((place, file))
                priorities.setdefault(name, place)
        negotiator = Negotiator(priorities, self._default)
        return files, negotiator, negotiator.default


def _warn(warning: CatalogWarning) -> None:
    """Warn at the nearest line outside this package, the caller's."""
    import sys
    from warnings import warn

    level, frame = 1, sys._getframe()
    while frame.f_back and frame.f_globals.get("__package__", "").startswith(
        __package__.rpartition(".")[0]
    ):
        level, frame = level + 1, frame.f_back
    warn(warning, stacklevel=level)
