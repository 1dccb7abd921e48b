"""The texts of all catalogues, and the chain of catalogues that a missing text falls through.

Everything here is found and read when it is first asked for, and remembered. To find a thing twice,
in two threads at once, does no harm, so there is no lock: one that is held while a process forks
would never be freed.
"""

from __future__ import annotations

from ._errors import CatalogError, CatalogWarning
from ._files import find_catalogues, read_catalogue
from ._negotiation import Negotiator, keep

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence

    from ._files import File

    Key = str | tuple[str, ...]
    Chain = tuple[str, ...]
    Files = dict[str, list[tuple[int, File]]]
    """The files of each catalogue, with the places of their directories in the list."""


class Texts:
    """What is read from ``directories``, from the moment of the first look-up on.

    ``default`` are the locales whose catalogues a missing text comes from in the end. What finds
    the catalogues raises ``CatalogError`` for a directory that is not there or has none.
    """

    def __init__(self, directories: Sequence[File], domain: str, default: Sequence[str]) -> None:
        self._directories = directories
        self._domain = domain
        self._default = default
        self._found: tuple[Files, Negotiator, Chain] | None = None
        self._read: dict[tuple[str, int], dict[str, str]] = {}
        self._asked: dict[object, Chain] = {}
        self._answers: dict[object, dict[object, str]] = {}

    def names(self) -> list[str]:
        """The names of the catalogues there are, sorted."""
        return sorted(self._catalogues()[0])

    def asked(self, key: Key) -> Chain:
        """The catalogues that fit what a reader asks for, the best first."""
        known = self._asked.get(key)
        if known is None:
            known = keep(self._asked, key, self._catalogues()[1].fitting(key))
        return known

    def default(self) -> Chain:
        """The catalogues that a reader is given where no other has a text."""
        return self._catalogues()[2]

    def answers(self, key: Key) -> dict[object, str]:
        """The texts that were asked for in a locale, by code: to look in, and to add to."""
        asked = self.asked(key)
        answers = self._answers.get(asked)
        return keep(self._answers, asked, {}) if answers is None else answers

    def find(self, key: Key, symbol: str) -> tuple[str, str]:
        """The text for a msgid and the catalogue it is from; the msgid and "" where none has it."""
        files = self._catalogues()[0]
        for name in dict.fromkeys(self.asked(key) + self.default()):
            for place, file in files[name]:
                text = self._read_once(name, place, file).get(symbol)
                if text:
                    return text, name
        return symbol, ""

    def check(self) -> list[CatalogError]:
        """Every catalogue read anew: what is wrong with those that cannot be."""
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
        """The texts of one file; none where it cannot be read, which is warned of once."""
        known = self._read.get((name, place))
        if known is not None:
            return known
        warning = None
        try:
            read = read_catalogue(file)
        except CatalogError as error:  # not kept: its traceback would keep the callers' variables
            read, warning = {}, CatalogWarning(error.path, error.reason, error.line)
        known = self._read.setdefault((name, place), read)
        if warning and known is read:
            from warnings import warn

            warn(warning, stacklevel=5)
        return known

    def _catalogues(self) -> tuple[Files, Negotiator, Chain]:
        if self._found is None:
            self._found = self._find()
        return self._found

    def _find(self) -> tuple[Files, Negotiator, Chain]:
        """The files of each catalogue, what chooses among them, and the default's chain."""
        files: Files = {}
        priorities: dict[str, int] = {}
        for place, directory in enumerate(self._directories):
            for name, file in find_catalogues(directory, self._domain).items():
                files.setdefault(name, []).append((place, file))
                priorities.setdefault(name, place)
        negotiator = Negotiator(priorities)
        return files, negotiator, negotiator.fitting(self._default)
