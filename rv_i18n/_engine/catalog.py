"""``Catalog`` finds the text for a code in the best catalogue or in those it falls back to."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import Enum

from ..codes import ErrorCode
from .current import current_locale, process, scoped_locale
from .errors import CatalogError, UnknownCodeError
from .members import members_of
from .message import Message
from .negotiation import frozen, keep
from .quote import excerpt, type_name
from .tags import language_tag, parse_tag
from .texts import Texts
from .types import Code, Directory, Locale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final, TypeVar, overload

    from .files import File

    Default = TypeVar("Default")


class _Unset:
    def __repr__(self) -> str:
        return "<unset>"


UNSET: Final[Any] = _Unset()
"""Means that no ``default`` was passed."""


class Catalog:
    """The texts for the codes of an enum, from the gettext catalogues of a directory.

    ``localedir`` is a directory in gettext's layout (``<locale>/LC_MESSAGES/<domain>.mo``), which
    may be inside a zip file; or a ``Traversable`` of ``importlib.resources``; or a list of these,
    in which entries of earlier directories override those of later ones. ``codes`` is an enum of
    integers, or a list of such enums; a member's symbolic name is its ``symbol`` if it has one,
    else its name. ``default`` is the locale, or the locales in order, that missing texts come from.

    Raises ``TypeError`` for an argument of another type. Raises ``ValueError`` for an empty
    directory name or list, for two codes with the same number or name, and for a default that is
    not a locale.

    The files are found at the first look-up, and each is read when one of its texts is first
    needed. One object serves any number of threads.

    >>> from rv_i18n import LOCALE_DIR
    >>> catalog = Catalog(LOCALE_DIR, default="ja")
    >>> catalog.message("VALIDATE_CODE_ERROR", "zh-SG"), catalog.negotiate("tlh")
    ('手机验证码错误', 'ja')
    """

    __module__ = __name__.rpartition("._engine")[0]
    # Attributes are faster to reach if the instance has no __dict__.
    __slots__ = (
        "_answers", "_codes", "_default", "_directories", "_domain", "_members", "_texts",
    )  # fmt: skip

    def __init__(
        self,
        localedir: Directory | Sequence[Directory],
        *,
        domain: str = "rv_i18n",
        codes: type[Enum] | Sequence[type[Enum]] = ErrorCode,
        default: Locale = ("en", "zh_CN"),
    ) -> None:
        if not isinstance(domain, str):
            raise TypeError(f"domain is a string such as 'rv_i18n', not {type_name(domain)}")
        self._directories = _directories(localedir)
        self._domain = domain
        self._codes = _enums(codes)
        self._default = _default(default)
        self._members = members_of(*self._codes)
        self.refresh()

    def __repr__(self) -> str:
        directories = ", ".join(map(str, self._directories))
        codes = ", ".join(enum.__name__ for enum in self._codes)
        default = ", ".join(self._default)
        about = f"domain={self._domain!r}, codes=[{codes}], default=[{default}]"
        return f"{type(self).__name__}([{directories}], {about})"

    if TYPE_CHECKING:

        @overload
        def message(self, code: Code, locale: Locale = None) -> str: ...
        @overload
        def message(
            self, code: Code | None, locale: Locale = None, *, default: Default
        ) -> str | Default: ...

    def message(
        self, code: Code | None, locale: Locale = None, *, default: object = UNSET
    ) -> str | object:
        """Return the text for ``code`` from the best catalogue for ``locale``.

        ``code`` is a number that equals a member's (``604``, ``604.0``, ``numpy.int64(604)``), the
        number as a string of ASCII digits, or a symbolic name in any letter case, with "-", "_" or
        a space between its words. ``locale`` is a language tag (BCP 47), a locale name of POSIX,
        Java or Android, an Accept-Language value, or a sequence of these in order of preference.
        ``None`` means the current locale: that of ``use_locale``, of ``set_locale``, of the
        environment, or of the user's interface.

        No string is an invalid locale: one that matches nothing gives the default catalogue. If the
        best catalogue lacks the text, it comes from the next one that matches, then from the
        default's. If none has it, the symbolic name is returned.

        ``default``, if passed, is returned for a code that is not in the list and for a value that
        is not a code at all. Otherwise the first raises ``UnknownCodeError``, the second
        ``TypeError``. Also raises ``TypeError`` for a locale that is neither a string nor a
        sequence of strings, and ``CatalogError`` for a directory that is missing or has no
        catalogues.

        >>> from rv_i18n import message
        >>> message(805, "zh_CN")
        '用户名或密码错误'
        >>> message("need_user_login", "tlh;q=0.9, zh-SG;q=0.5")
        '需要用户登录'
        >>> message(609, "en", default="Something went wrong")
        'Something went wrong'
        """
        if locale is None:
            locale = scoped_locale()
            if locale is None:
                locale = process.locale
        try:
            return self._answers[locale][code]
        except Exception:  # noqa: BLE001, S110 - not asked before, or unhashable
            pass
        return self._look_up(code, locale, default)

    def lookup(self, code: Code, locale: Locale = None) -> Message:
        """Return the text for ``code`` as a ``Message``, which records its actual language.

        Takes the same ``code`` and ``locale`` as ``message``, and raises the same errors.

        >>> from rv_i18n import lookup
        >>> lookup("604", "tlh, zh-Hant").language
        'zh-TW'
        """
        key = _key(locale)
        member = self._members.find(code)
        if member is None:
            raise UnknownCodeError(code, self._members.nearest(code))
        symbol = self._members.symbols[member]
        text, name = self._texts.find(key, symbol)
        return Message(text, member, symbol, name, language_tag(name))

    if TYPE_CHECKING:

        @overload
        def negotiate(self, locale: Locale) -> str: ...
        @overload
        def negotiate(self, locale: Locale, default: Default) -> str | Default: ...

    def negotiate(self, locale: Locale, default: object = UNSET) -> str | object:
        """Return the name of the best catalogue for ``locale``, or ``default`` if none matches.

        Without ``default``, that is the default of this ``Catalog``, which is ``"en"`` for the
        shipped catalogues. Raises ``TypeError`` for a locale that is neither a string nor a
        sequence of strings.

        The answer is that of ICU's LocaleMatcher: the likely script decides between catalogues of
        one language, so a reader of one Chinese script never gets the other.

        >>> from rv_i18n import negotiate
        >>> negotiate("zh-SG"), negotiate("ja;q=0.5, tlh"), negotiate("tlh")
        ('zh_CN', 'ja', 'en')
        >>> negotiate("tlh", default=None) is None
        True
        """
        texts = self._texts
        best = texts.best(_key(locale))
        if not best and default is not UNSET:
            return default
        return best or (texts.default() or self._default)[0]

    def locales(self) -> list[str]:
        """Return the names of the available catalogues, sorted.

        >>> from rv_i18n import locales
        >>> {"en", "ja", "zh_CN"} <= set(locales())
        True
        """
        return self._texts.names()

    def check(self) -> list[CatalogError]:
        """Read every catalogue, and return an error for each that cannot be read.

        Call it when a service starts, or in tests: a look-up only skips a broken catalogue, with a
        ``CatalogWarning``.

        >>> from rv_i18n import check
        >>> check()
        []
        """
        return self._texts.check()

    def refresh(self) -> None:
        """Forget what was read, so that the next look-ups see what is then on disk.

        >>> from rv_i18n import refresh
        >>> refresh()
        """
        # The order matters: a look-up that finds old texts must store them in the old answers.
        self._texts = Texts(self._directories, self._domain, self._default)
        self._answers: dict[object, dict[object, str]] = {}

    def _look_up(self, code: object, locale: Locale, default: object) -> object:
        """Answer ``message`` if this exact code and locale were not asked before."""
        known = self._answers
        texts = self._texts
        key = _key(locale)
        first = texts.first(key)
        answers = known.get(key) or keep(known, key, texts.answers(first))
        try:
            return answers[code]  # the locale was a list, or the environment's
        except Exception:  # noqa: BLE001, S110 - not asked before, or unhashable
            pass
        try:
            member = self._members.find(code)
        except TypeError:
            if default is UNSET:
                raise
            return default
        if member is None:
            if default is UNSET:
                raise UnknownCodeError(code, self._members.nearest(code))
            return default
        symbol = self._members.symbols[member]
        text, name = texts.find(key, symbol)
        if name != first:  # what this locale gets depends on the rest of its chain
            answers = keep(known, key, texts.answers(texts.asked(key)))
        # True and False equal 1 and 0 but are not codes, so these two numbers are never stored.
        if member.value not in (0, 1):
            answers[member] = answers[member.value] = text  # two keys only for a plain Enum
        if isinstance(code, str):
            code = str.__str__(code)
            if code in self._members.known:
                answers[code] = text
        return text

    # A copy or pickle carries only the settings; it finds and reads the catalogues again.

    def __getstate__(self) -> tuple[object, ...]:
        settings = (self._directories, self._domain, self._codes, self._default)
        return (getattr(self, "__dict__", None), *settings)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        own, self._directories, self._domain, self._codes, self._default = state
        if own:  # attributes of a subclass
            self.__dict__.update(own)
        self._members = members_of(*self._codes)
        self.refresh()


def _key(locale: Locale) -> str | tuple[str, ...]:
    return current_locale() if locale is None else frozen(locale)


def _directories(localedir: Directory | Sequence[Directory]) -> list[File]:
    listed: Sequence[Any] = localedir if isinstance(localedir, (list, tuple)) else [localedir]
    if not listed:
        raise ValueError("localedir is an empty list: name a directory of catalogues")
    return [_directory(each) for each in listed]


def _directory(localedir: Any) -> File:
    if isinstance(localedir, (str, os.PathLike)):
        path = os.fsdecode(localedir)
        if not path:
            raise ValueError("localedir is empty: name a directory of catalogues")
        return os.path.abspath(path)
    if hasattr(localedir, "iterdir"):
        traversable: File = localedir
        return traversable
    raise TypeError(
        "localedir is a directory, a Traversable of importlib.resources, or a list of these, "
        f"not {type_name(localedir)}"
    )


def _enums(codes: type[Enum] | Sequence[type[Enum]]) -> tuple[type[Enum], ...]:
    enums = tuple(codes) if isinstance(codes, (list, tuple)) else (codes,)
    if enums and all(isinstance(enum, type) and issubclass(enum, Enum) for enum in enums):
        return enums
    raise TypeError("codes is an enum whose values are integers, or a list of such enums")


def _default(default: Locale) -> tuple[str, ...]:
    locales = frozen(default if default is not None else ())
    locales = (locales,) if isinstance(locales, str) else locales
    unknown = [locale for locale in locales if parse_tag(locale) is None]
    if unknown or not locales:
        found = f"{excerpt(unknown[0])} is not a locale" if unknown else "there is none"
        raise ValueError(f"default must name the locale that missing texts come from, but {found}")
    return locales
