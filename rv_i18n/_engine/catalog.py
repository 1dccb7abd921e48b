"""``Catalog`` finds the text for a code in the best catalogue or in those it falls back to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum

from . import PUBLIC
from .annotations import Code, Directory, Locale
from .arguments import checked_domain, directories_of, enums_of, frozen, keep, locales_of
from .current import current_locale, process, scoped_locale, tell
from .errors import CatalogError, UnknownCodeError
from .further import ACTION, SEARCH
from .members import members_of, symbol_of
from .message import Message
from .quote import bare_words, failure
from .request import InRequest
from .tags import language_tag, parse_tag
from .texts import ALL_FROM, Texts, warn_caller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Final, TypeVar, overload

    from .arguments import Key

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
    integers or strings, or a list of such enums; a member's symbolic name is its ``symbol`` if it
    has one, else its name. ``domain`` is the gettext domain. ``default`` is the locale, or the
    locales in order, that missing texts come from.

    ``on_missing``, if given, is called as ``on_missing(member, catalogue)`` when a reader whose
    best catalogue is ``catalogue`` gets the text of ``member`` in another language, or none: once
    for each of these pairs until ``refresh``. What it raises becomes a warning.

    Iterating gives the codes. Raises ``TypeError`` for an argument of another type. Raises
    ``ValueError`` for an empty directory name or list, for two codes with the same symbolic name,
    and for a default that is not a locale.

    The files are found at the first look-up, and each is read when one of its texts is first
    needed. One object serves any number of threads.

    >>> from rv_i18n import LOCALE_DIR, ErrorCode
    >>> catalog = Catalog(LOCALE_DIR, codes=ErrorCode, domain="rv_i18n", default="ja")
    >>> catalog.message("VALIDATE_CODE_ERROR", "zh-SG"), catalog.negotiate("tlh")
    ('手机验证码错误', 'ja')
    """

    __module__ = PUBLIC
    # Attributes are faster to reach if the instance has no __dict__.
    __slots__ = (
        "_answers", "_codes", "_default", "_directories", "_domain", "_members", "_missed",
        "_on_missing", "_texts",
    )  # fmt: skip

    def __init__(
        self,
        localedir: Directory | Sequence[Directory],
        *,
        codes: type[Enum] | Sequence[type[Enum]],
        domain: str,
        default: Locale,
        on_missing: Callable[..., object] | None = None,
    ) -> None:
        self._directories = directories_of(localedir)
        self._domain = checked_domain(domain)
        self._codes = enums_of(codes)
        self._default = locales_of(default)
        self._on_missing = on_missing
        self._members = members_of(*self._codes)
        self.refresh()

    def __iter__(self) -> Iterator[Any]:
        return iter(self._members)

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
        ``None`` means the current locale: that of ``use_locale``, of the request that is answered,
        of ``set_locale``, of the environment, or of the user's interface.

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

    if TYPE_CHECKING:

        @overload
        def lookup(self, code: Code, locale: Locale = None) -> Message: ...
        @overload
        def lookup(
            self, code: Code | None, locale: Locale = None, *, default: Default
        ) -> Message | Default: ...

    def lookup(
        self, code: Code | None, locale: Locale = None, *, default: object = UNSET
    ) -> Message | object:
        """Return the text for ``code`` as a ``Message``, which records its actual language.

        Takes the same arguments as ``message``, and raises the same errors. Its ``action`` comes
        from the best catalogue that has one.

        >>> from rv_i18n import lookup
        >>> lookup("604", "tlh, zh-Hant").language
        'zh-TW'
        """
        key = _key(locale)
        member = self._member(code, default)
        if member is None:
            return default
        symbol = symbol_of(member)
        text, name, _ = self._find(key, member, symbol)
        if locale is None:
            tell(name)
        message = self._made(key, member, symbol, text, name)
        text, name, _ = self._texts.find(key, symbol + ACTION)
        if name:  # that a catalogue has no action is not reported
            message.action = self._made(key, member, symbol + ACTION, text, name)
        return message

    def _made(self, key: Key, member: Enum, msgid: str, text: str, name: str) -> Message:
        """Return the message for what ``Texts.find`` has found."""
        message = Message(text, member, symbol_of(member), name, language_tag(name))
        if type(text) is not str or not name:  # a plural, which may have forms for other numbers
            message._plurals = self._texts.plurals(key, msgid)
        return message

    def _search_words(self, symbol: str, locale: str) -> str:
        """Return the words by which readers of a catalogue look for a code, or ""."""
        text, name, _ = self._texts.find(locale, symbol + SEARCH)
        return text if name == locale else ""

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
        """Read every catalogue and keep it, and return an error for each that cannot be read.

        Call it when a service starts, before it forks, or in tests: a look-up only skips a broken
        catalogue, with a ``CatalogWarning``.

        >>> from rv_i18n import check
        >>> check()
        []
        """
        self.refresh()
        return self._texts.check()

    def refresh(self) -> None:
        """Forget what was read, so that the next look-ups see what is then on disk.

        >>> from rv_i18n import refresh
        >>> refresh()
        """
        # The order matters: a look-up that finds old texts must store them in the old answers.
        self._texts = Texts(self._directories, self._domain, self._default)
        self._missed: set[tuple[str, str]] = set()
        self._answers: dict[object, dict[object, str]] = {}

    def describe(self, error: object, locale: Locale = None) -> str:
        """Return a sentence for an exception with an ``error_code``, its own words in brackets.

        The ``error_code`` is a member of the list, its number, digits or name. In brackets follow
        its value, and the exception's own words (its ``error``, else its ``str``) if they say more.
        It is also found in what wraps it, as in ``describe``. Any other exception gives its
        ``str``, or the name of its type. The answer is one line of bounded length. Nothing is
        raised, whatever ``error`` is.

        >>> from rv_i18n import LOCALE_DIR, ErrorCode
        >>> catalog = Catalog(LOCALE_DIR, codes=ErrorCode, domain="rv_i18n", default="zh_CN")
        >>> class StudioError(Exception):
        ...     error_code = 604
        >>> catalog.describe(StudioError("12345"), "zh"), catalog.describe(KeyError("x"))
        ('手机验证码错误（604: 12345）', "'x'")
        """
        try:
            from .describe import Describer  # a program in which nothing fails does not need it
        except Exception:  # noqa: BLE001 - no descriptor is left to load it with, or no stack
            return bare_words(error)
        return Describer(self.lookup).describe(error, locale)

    def _look_up(self, code: object, locale: Any, default: object) -> object:
        """Answer ``message`` if this exact code and locale were not asked before."""
        if type(locale) is InRequest:
            return self._look_up_in_request(locale, code, default)
        key = _key(locale)
        answers = self._answers_for(key)
        try:
            return answers[code]  # the locale was a list, or the environment's
        except Exception:  # noqa: BLE001, S110 - not asked before, or unhashable
            pass
        member = self._member(code, default)
        return default if member is None else self._find_and_keep(key, answers, code, member)[0]

    def _look_up_in_request(self, scoped: InRequest, code: object, default: object) -> object:
        """Answer ``message`` in a request, which is told the catalogue."""
        key = current_locale()
        answers = self._answers_for(key)
        try:
            text, name = answers[code], answers[ALL_FROM]
        except Exception:  # noqa: BLE001 - not asked before, unhashable, or from several catalogues
            member = self._member(code, default)
            if member is None:
                return default
            text, name = self._find_and_keep(key, answers, code, member)
        if name:
            scoped.request.languages[name] = None
        return text

    def _answers_for(self, key: Key) -> dict[object, str]:
        """Return the answers for a locale; at first it shares those of its best catalogue."""
        known, texts = self._answers, self._texts
        return known.get(key) or keep(known, key, texts.answers(texts.first(key)))

    def _find_and_keep(
        self, key: Key, answers: dict[object, str], code: object, member: Enum
    ) -> tuple[str, str]:
        """Return the text for a member and its catalogue, and keep it if it will last."""
        known, texts = self._answers, self._texts
        text, name, lasting = self._find(key, member, symbol_of(member))
        text = str.__str__(text)  # a plural knows its forms
        if lasting:
            if answers.get(ALL_FROM, name) != name:  # those that are kept are from another one
                answers = keep(known, key, texts.answers(texts.asked(key)))
            spelled = str.__str__(code) if isinstance(code, str) else None
            for asked in (member, member._value_, spelled):
                # True and False equal 1 and 0 but are not codes, and two enums may share a value.
                if asked not in (0, 1) and self._members.known.get(asked) is member:
                    answers[asked] = text
        return text, name

    def _member(self, code: object, default: object) -> Enum | None:
        """Return the member for a code; if there is none, ``None`` where there is a default."""
        try:
            member = self._members.find(code)
        except TypeError:
            if default is UNSET:
                raise
            return None
        if member is None and default is UNSET:
            raise UnknownCodeError(code, self._members.nearest(code))
        return member

    def _find(self, key: Key, member: Enum, msgid: str) -> tuple[str, str, bool]:
        """Return what ``Texts.find`` does, and report it if the best catalogue lacks the text."""
        found = self._texts.find(key, msgid)
        if self._on_missing is not None:
            best = self._texts.best(key)
            if best not in ("", found[1]) and _language(best) != _language(found[1]):
                self._report(member, msgid, best)
        return found

    def _report(self, member: Enum, msgid: str, catalogue: str) -> None:
        """Call ``on_missing``, unless it was called for this code and catalogue."""
        if (msgid, catalogue) in self._missed or self._on_missing is None:
            return
        self._missed.add((msgid, catalogue))
        try:
            self._on_missing(member, catalogue)
        except Exception as error:  # noqa: BLE001 - a look-up must not fail for it
            warn_caller(UserWarning(f"on_missing failed: {failure(error)}"))

    # A copy or pickle carries only the settings; it finds and reads the catalogues again.

    def __getstate__(self) -> tuple[object, ...]:
        settings = (
            self._directories, self._domain, self._codes, self._default, self._on_missing,
        )  # fmt: skip
        return (getattr(self, "__dict__", None), *settings)

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        own, self._directories, self._domain, self._codes, self._default, self._on_missing = state
        if own:  # attributes of a subclass
            self.__dict__.update(own)
        self._members = members_of(*self._codes)
        self.refresh()


def _language(catalogue: str) -> object:
    """Return the language and script of a catalogue, or ``None`` if that cannot be found out."""
    try:
        from .likely import maximize  # only ``on_missing`` needs it here
    except (ImportError, OSError):  # no descriptor is left to load it with
        return None
    tag = parse_tag(catalogue)
    return maximize(tag)[:2] if tag else catalogue


def _key(locale: Locale) -> Key:
    return current_locale() if locale is None else frozen(locale)
