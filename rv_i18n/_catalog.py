"""``Catalog``: the text for a code, from the best catalogue and those that it falls back to."""

from __future__ import annotations

import os
from enum import Enum, Flag

from ._current import current_locale, process, scoped_locale
from ._errors import UnknownCodeError, type_name
from ._files import find_catalogues, read_catalogue, shipped, shipped_directory
from ._negotiation import Negotiator, frozen
from .codes import ErrorCode, find_code, nearest_codes, symbol_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from gettext import GNUTranslations
    from typing import Any, Final, TypeVar, Union, overload

    from ._files import File

    Directory = Union[str, os.PathLike[str], File]
    Code = Union[int, str, Enum]
    Locale = Union[str, Sequence[str], None]
    Default = TypeVar("Default")

SOURCE_LOCALE: Final = "zh_CN"
"""The language that the texts are written in first, and the last catalogue to fall back to."""


class _Unset:
    def __repr__(self) -> str:
        return "<unset>"


UNSET: Final[Any] = _Unset()
"""No ``default`` was passed."""

_MOST_KEPT = 1000
"""Locale strings whose catalogue is remembered. They come from strangers, so there is a bound."""

_LONGEST_KEPT = 255
"""Characters of a locale string that is remembered."""


class Catalog:
    """The texts for the codes of an enum, from the gettext catalogues of a directory.

    ``localedir`` is a directory in gettext's layout (``<locale>/LC_MESSAGES/<domain>.mo``), a
    ``Traversable`` of ``importlib.resources`` that stands for one, or a list of these: an entry of
    an earlier one hides that of a later one. ``codes`` is an enum of integers; a member's symbolic
    name is its ``symbol`` where it has one, else its name. ``default`` is the catalogue for a
    reader whom no other fits.

    The files are found at the first look-up and each is read when a text of it is first needed.
    One object serves any number of threads.

    >>> from rv_i18n import LOCALE_DIR
    >>> catalog = Catalog(LOCALE_DIR)
    >>> catalog.message("VALIDATE_CODE_ERROR", "en-GB")
    'The phone verification code is incorrect'
    """

    __slots__ = (  # an attribute of an instance without a dictionary is the quicker to reach
        "_best_by_locale",
        "_codes",
        "_default",
        "_directories",
        "_domain",
        "_found",
        "_read",
        "_texts",
        "_texts_by_locale",
    )

    def __init__(
        self,
        localedir: Directory | Sequence[Directory],
        *,
        domain: str = "rv_i18n",
        codes: type[Enum] = ErrorCode,
        default: str = "en",
    ) -> None:
        directories: Sequence[Any] = (
            localedir if isinstance(localedir, (list, tuple)) else [localedir]
        )
        self._directories = [_directory(each) for each in directories]
        self._domain = domain
        self._codes = _checked(codes)
        self._default = default
        # All of these are filled as they are asked for. To fill one twice, in two threads at once,
        # does no harm, so there is no lock: one held while a process forks would never be freed.
        self._found: tuple[Negotiator, dict[str, list[File]]] | None = None
        self._read: dict[tuple[str, int], GNUTranslations] = {}
        self._texts: dict[str, dict[object, str]] = {}
        self._texts_by_locale: dict[object, dict[object, str]] = {}
        self._best_by_locale: dict[object, str | None] = {}

    if TYPE_CHECKING:

        @overload
        def message(self, code: Code, locale: Locale = None) -> str: ...
        @overload
        def message(
            self, code: Code, locale: Locale = None, *, default: Default
        ) -> str | Default: ...

    def message(self, code: Code, locale: Locale = None, *, default: Any = UNSET) -> Any:
        """The text for ``code`` in the best catalogue for ``locale``.

        ``code`` is an ``int``, a member of the enum, a symbolic name, or the number as a string of
        ASCII digits. ``locale`` is a BCP 47 tag, a POSIX locale name, an Accept-Language value, or
        a sequence of tags by preference; ``None`` is the current locale (``use_locale``,
        ``set_locale``, the environment).

        A code that is not in the list gives ``default``, or raises ``UnknownCodeError`` where none
        was passed. No string is wrong as a locale: one that fits nothing gives the default
        catalogue. A text that a catalogue lacks comes from the default catalogue, then from zh_CN;
        where these lack it too, it is the symbolic name.

        Raises ``TypeError`` for a code or locale of another type, ``CatalogError`` for a catalogue
        that cannot be read.

        >>> from rv_i18n import message
        >>> message(604, "en")
        'The phone verification code is incorrect'
        >>> message("VALIDATE_CODE_ERROR", "tlh;q=0.9, ja;q=0.5")
        '携帯電話の認証コードが正しくありません'
        >>> message(609, "en", default="Something went wrong")
        'Something went wrong'
        """
        if locale is None:
            locale = scoped_locale()
            if locale is None:
                locale = process.locale
        try:
            return self._texts_by_locale[locale][code]
        except (KeyError, TypeError):
            pass  # asked for the first time, or of a type that is no key
        return self._look_up(code, locale, default)

    def negotiate(self, locale: Locale, default: str | None = None) -> str:
        """The name of the best catalogue for ``locale``, or ``default`` where none fits.

        ``default`` is that of the ``Catalog`` where none is passed. Raises ``TypeError`` for a
        locale that is neither a string nor a sequence of strings.

        >>> from rv_i18n import negotiate
        >>> negotiate("zh-Hans-SG"), negotiate("ja_JP.eucJP"), negotiate("tlh", default="ja")
        ('zh_CN', 'ja', 'ja')
        """
        best = self._best(current_locale() if locale is None else frozen(locale))
        return best or default or self._default

    def locales(self) -> list[str]:
        """The names of the catalogues there are, sorted.

        >>> from rv_i18n import locales
        >>> {"en", "ja", "zh_CN"} <= set(locales())
        True
        """
        return sorted(self._find()[1])

    def _look_up(self, code: Code, locale: Locale, default: Any) -> Any:
        """``message``, when the answer is not at hand under that very code and locale."""
        key = current_locale() if locale is None else frozen(locale)
        try:
            return self._texts_by_locale[key][code]  # a list's tuple, or the environment's locale
        except (KeyError, TypeError):
            pass
        member = find_code(self._codes, code)
        if member is None:
            if default is UNSET:
                raise UnknownCodeError(code, nearest_codes(self._codes, code))
            return default
        name = self._best(key) or self._default
        texts = self._texts.setdefault(name, {})
        self._keep(self._texts_by_locale, key, texts)
        text = texts.get(member.value) or self._text(name, symbol_of(member))
        # True and False equal 1 and 0, but are no codes: these two are looked at every time.
        if member.value not in (0, 1):
            texts[member.value] = text
        if code in (symbol_of(member), member.name, str(member.value)):
            texts[code] = text
        return text

    def _text(self, name: str, symbol: str) -> str:
        files = self._find()[1]
        for locale in dict.fromkeys((name, self._default, SOURCE_LOCALE)):
            for number, file in enumerate(files.get(locale, ())):
                if (locale, number) not in self._read:
                    self._read[locale, number] = read_catalogue(file)
                text = self._read[locale, number].gettext(symbol)
                if text:
                    return text
        return symbol

    def _best(self, key: str | tuple[str, ...]) -> str | None:
        try:
            return self._best_by_locale[key]
        except KeyError:
            best = self._find()[0].best(key)
            self._keep(self._best_by_locale, key, best)
            return best

    def _find(self) -> tuple[Negotiator, dict[str, list[File]]]:
        """What chooses among the catalogues, and the files of each by the directories' order."""
        if self._found is None:
            files: dict[str, list[File]] = {}
            for directory in self._directories:
                for name, file in find_catalogues(directory, self._domain).items():
                    files.setdefault(name, []).append(file)
            self._found = Negotiator(files), files
        return self._found

    def __reduce__(self) -> tuple[Any, ...]:
        # What was found and read stays behind: it is found and read again where it is needed.
        return _catalog, (self._directories, self._domain, self._codes, self._default)

    @staticmethod
    def _keep(cache: dict[object, Any], key: str | tuple[str, ...], value: object) -> None:
        """Remember ``value``, within the bounds: a stranger chooses the keys."""
        length = len(key) if isinstance(key, str) else sum(map(len, key))
        if length <= _LONGEST_KEPT:
            if len(cache) >= _MOST_KEPT:
                cache.clear()
            cache[key] = value


def _catalog(directories: list[File], domain: str, codes: type[Enum], default: str) -> Catalog:
    return Catalog(directories, domain=domain, codes=codes, default=default)


def _directory(localedir: Directory) -> File:
    if isinstance(localedir, (str, os.PathLike)):
        path = os.path.abspath(os.fspath(localedir))
        # Inside a zip file LOCALE_DIR is no directory, yet it stands for the catalogues there.
        return shipped() if path == shipped_directory() else path
    if hasattr(localedir, "iterdir"):
        return localedir
    raise TypeError(
        "localedir is a directory, a Traversable of importlib.resources, or a list of these, "
        f"not {type_name(localedir)}"
    )


def _checked(codes: type[Enum]) -> type[Enum]:
    whole = isinstance(codes, type) and issubclass(codes, Enum) and not issubclass(codes, Flag)
    # Of an IntEnum the members are integers themselves; to ask each of many takes its time.
    if whole and (issubclass(codes, int) or all(isinstance(each.value, int) for each in codes)):
        return codes
    raise TypeError("codes is an enum whose values are integers, and no flags")
