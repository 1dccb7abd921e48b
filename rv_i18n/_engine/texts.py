"""Holds the texts of all catalogues, and the fallback chain for missing texts.

Everything is found and read on first use, and kept. A file that cannot be read, or that may still
be changing, is looked at again (docs/lookup.md). It does no harm if two threads do the same work at
once, so there is no lock. A lock that is held while the process forks would never be released in
the child.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from time import monotonic, time_ns

from . import PUBLIC
from .arguments import keep
from .errors import CatalogError, CatalogWarning
from .files import find_catalogues, read_data, stamp_of, texts_of
from .tags import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .arguments import Key
    from .files import File, Stamp
    from .negotiation import Negotiator
    from .plural import Forms

    Chain = tuple[str, ...]
    Files = dict[str, list[tuple[int, File]]]
    """The files of each catalogue, each with the index of its directory in the list."""

_SETTLED = 2_000_000_000
"""Nanoseconds after its last change from which a file counts as written."""

_EVERY = "nplurals=1; plural=0;"
"""The Plural-Forms by which one text is for every number."""

ALL_FROM = object()
"""The key of a cache of answers under which the catalogue is that all of them are from."""

_AGAIN = 1.0
"""Seconds after which a failure that may not be the file's own is tried again."""


class _NotLoadedError(CatalogError):
    """No descriptor is left to load the negotiation with, which may pass."""


class Texts:
    """The texts of the catalogues in ``directories``, read from the first look-up on.

    ``default`` lists the locales whose catalogues are tried last. The first look-up raises
    ``CatalogError`` if a directory is missing or has no catalogues.
    """

    def __init__(self, directories: Sequence[File], domain: str, default: Sequence[str]) -> None:
        self._directories = directories
        self._domain = domain
        self._default = default
        self._found: Files | None = None
        self._negotiates: Negotiator | None = None
        self._read: dict[tuple[str, int], _Reading] = {}
        self._best: dict[object, str] = {}
        self._asked: dict[object, Chain] = {}
        self._others: dict[object, Chain] = {}
        self._answers: dict[object, dict[object, str]] = {}

    def names(self) -> list[str]:
        """Return the names of the available catalogues, sorted."""
        return sorted(self._catalogues())

    def best(self, key: Key) -> str:
        """Return the catalogue that matches the locale best, or "" if none does."""
        known = self._best.get(key)
        if known is None:
            exact = self._named(key) or self._negotiator().exact(key)
            known = keep(self._best, key, exact or next(iter(self.asked(key)), ""))
        return known

    def first(self, key: Key) -> str:
        """Return the catalogue in which a text for the locale is looked for first."""
        return self.best(key) or next(iter(self.default()), "")

    def asked(self, key: Key) -> Chain:
        """Return the catalogues that match the locale, best first."""
        known = self._asked.get(key)
        if known is None:
            try:
                known = keep(self._asked, key, self._negotiator().fitting(key))
            except _NotLoadedError:  # only the own name of a catalogue gets as far as this
                return (key,) if isinstance(key, str) else key
        return known

    def default(self) -> Chain:
        """Return the catalogues that a text comes from if no other has it."""
        try:
            return self._negotiator().default
        except _NotLoadedError:
            # There is a text all the same, if the default is a catalogue's name.
            return tuple(name for name in self._default if name in self._catalogues())

    def answers(self, first: str | Chain) -> dict[object, str]:
        """Return a cache of answers by code, which the caller also fills.

        ``first`` is a catalogue that has the texts itself, or a chain in which some are missing.
        The catalogue is in its cache, under ``ALL_FROM``.
        """
        answers = self._answers.get(first)
        if answers is None:
            own: dict[object, str] = {ALL_FROM: first} if isinstance(first, str) else {}
            answers = keep(self._answers, first, own)
        return answers

    def find(self, key: Key, msgid: str) -> tuple[str, str, bool]:
        """Return the text for a msgid, its catalogue, and whether that will be the answer again.

        If no catalogue has a text they are the msgid and "". The answer may be another next time if
        a file on the way to it could not be read, or may still be changing.
        """
        files = self._catalogues()
        lasting = True
        for name in self._chain(key):
            for place, file in files[name]:
                reading = self._reading(name, place, file)
                lasting = lasting and reading.lasting
                text = reading.texts.get(msgid)
                if text:
                    return text, name, lasting and (name == key or self._negotiates is not None)
        return msgid, "", lasting and self._negotiates is not None

    def plurals(self, key: Key, msgid: str) -> list[Forms]:
        """Return the forms of a msgid, and where one is missing, those that it comes from instead.

        They are what ``choose`` takes. A text that is no plural is the form for every number.
        """
        try:
            from .plural import Plural
        except (ImportError, OSError):  # no descriptor is left, and no text that was read needed it
            return []
        files = self._catalogues()
        found: list[Forms] = []
        for name in self._chain(key):
            for place, file in files[name]:
                text = self._reading(name, place, file).texts.get(msgid, "")
                plural = text if isinstance(text, Plural) else Plural(_EVERY, [text])
                found.append((language_tag(name), plural.rule, plural.forms))
                if plural.is_whole:
                    return found
        return found

    def _chain(self, key: Key) -> Iterator[str]:
        """Yield the catalogues for a locale, best first; the others are found when asked for."""
        first = self.first(key)
        if first:
            yield first
        others = self._others.get(key)
        if others is None:
            every = dict.fromkeys(self.asked(key) + self.default())
            others = tuple(name for name in every if name != first)
            if self._negotiates is not None:  # else it could not be loaded this time
                keep(self._others, key, others)
        yield from others

    def check(self) -> list[CatalogError]:
        """Read every catalogue and keep it; return an error for each that cannot be read."""
        try:
            files = self._catalogues()
            self._negotiator()  # so that a service has it before it forks
        except CatalogError as error:
            return [error]
        found: list[CatalogError] = []
        for locale in sorted(files):
            for place, file in files[locale]:
                reading = self._read[locale, place] = _Reading(file)
                found += [] if reading.fault is None else [CatalogError(*reading.fault)]
        return found

    def _reading(self, name: str, place: int, file: File) -> _Reading:
        """Return what was read of a file, or read it; warn if that is a new failure."""
        known = self._read.get((name, place))
        if known is not None and (known.lasting or known.is_current(file)):
            return known
        reading = _Reading(file)
        if known is not None:
            self._read[name, place] = reading
        elif self._read.setdefault((name, place), reading) is not reading:
            return self._read[name, place]  # another thread was first, and has warned
        if reading.fault is not None and (known is None or known.fault != reading.fault):
            warn_caller(CatalogWarning(*reading.fault))
        return reading

    def _named(self, key: Key) -> str | None:
        """Return the catalogue whose very name the locale is, where that alone decides.

        Among several directories, one that fits as well comes first if its directory does.
        """
        if isinstance(key, str) and key in self._catalogues() and len(self._directories) == 1:
            return key
        return None

    def _catalogues(self) -> Files:
        """Return the files of each catalogue."""
        if self._found is None:
            files: Files = {}
            for place, directory in enumerate(self._directories):
                for name, file in find_catalogues(directory, self._domain).items():
                    files.setdefault(name, []).append((place, file))
            self._found = files
        return self._found

    def _negotiator(self) -> Negotiator:
        """Return what finds the catalogues for other locales than their own names.

        Raises ``CatalogError`` if it cannot be loaded, as when no descriptor is left.
        """
        if self._negotiates is None:
            priorities = {name: files[0][0] for name, files in self._catalogues().items()}
            try:
                from .negotiation import Negotiator  # slow to load, with CLDR's data
            except (ImportError, OSError) as error:
                reason = f"the negotiation cannot be loaded: {error}"
                raise _NotLoadedError(__file__, reason) from None
            self._negotiates = Negotiator(priorities, self._default)
        return self._negotiates


class _Reading:
    """What one file held when it was read.

    ``texts`` maps msgids to texts; it is empty if there is a ``fault``, the path, reason and line
    of a ``CatalogError``. ``lasting`` says whether the file need not be looked at again: it was
    read, and had been left alone for two seconds.
    """

    __slots__ = ("_again", "_settled", "_stamp", "fault", "lasting", "texts")

    def __init__(self, file: File) -> None:
        self.texts: dict[str, str] = {}
        self.fault: tuple[str, str, int | None] | None = None
        self._stamp: Stamp | None = None
        try:
            data, self._stamp = read_data(file)
            self.texts = texts_of(file, data)
        except CatalogError as error:  # not kept: its traceback refers to the callers' variables
            self.fault = error.path, error.reason, error.line
            if isinstance(error.__cause__, (ImportError, OSError)):
                self._stamp = None  # it is not the file's: what reads it could not be loaded
        self._again = monotonic() + _AGAIN
        self._settled = self._stamp is None or _is_settled(self._stamp)
        self.lasting = self.fault is None and self._settled

    def is_current(self, file: File) -> bool:
        """Whether reading the file again would give nothing else, as far as it can be seen."""
        if self._stamp is None:  # it could not be opened, or is in an archive
            return monotonic() < self._again
        if stamp_of(file) != self._stamp:
            return False
        return self._settled or not _is_settled(self._stamp)


def _is_settled(stamp: Stamp) -> bool:
    """Whether a file was last changed two seconds ago, or in the future by some other clock."""
    return abs(time_ns() - stamp[1]) >= _SETTLED


def warn_caller(warning: Warning) -> None:
    """Warn at the nearest line outside this package, the caller's."""
    import sys

    try:
        from warnings import warn
    except (ImportError, OSError):  # no descriptor is left to load it with
        return
    level, frame = 1, sys._getframe()
    while frame.f_back and _is_ours(frame.f_globals.get("__package__")):
        level, frame = level + 1, frame.f_back
    warn(warning, stacklevel=level)


def _is_ours(package: object) -> bool:
    return isinstance(package, str) and f"{package}.".startswith(f"{PUBLIC}.")
