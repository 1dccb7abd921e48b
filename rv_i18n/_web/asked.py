"""Finds the locale that a request asks for, in what it sent or by a function of the service's."""

from __future__ import annotations

import re
from collections.abc import Callable
from threading import RLock
from urllib.parse import unquote, unquote_plus

from .._engine.arguments import THEN, frozen
from .._engine.current import process
from .._engine.quote import failure, type_name
from .._engine.texts import warn_caller

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .._engine.arguments import Key


def sent_locale(*named: str) -> Key:
    """Return the locales that a request sent, by preference.

    If it names none, any language is acceptable (RFC 9110, section 12.5.4). Then the answer is the
    service's choice with ``set_locale``, else the default, but never the environment's.

    What is named first and fits a catalogue wins, however near the others are.

    >>> sent_locale("", " ", "ja, en;q=0.5"), sent_locale("ko", "ja"), sent_locale("", "")
    ('ja, en;q=0.5', ('ko', 'x-then', 'ja'), '*')
    """
    locales = [locale for locale in named if locale and not locale.isspace()]
    if len(locales) == 1:
        return locales[0]
    found: list[str] = []
    for locale in locales:
        found += [THEN, locale] if found else [locale]
    return tuple(found) or process.locale or "*"


class Chosen:
    """The locale that a service's own function gives for a request, asked for once.

    ``choose`` is called with ``source``, the scope or environ. If it gives nothing, the locale is
    that of ``sent``, which also holds while it runs. What it raises becomes a warning, for look-ups
    take place where something else has gone wrong already. ``warned`` has the types of which there
    was one: Python keeps each warning with other words, and a stranger's may be in them.
    """

    __slots__ = ("_choose", "_found", "_lock", "_sent", "_source", "_warned")

    def __init__(
        self,
        choose: Callable[[Any], Any],
        source: object,
        sent: Callable[[], Key],
        warned: set[str],
    ) -> None:
        self._choose = choose
        self._warned = warned
        self._source = source
        self._sent = sent
        self._found: Key | None = None
        self._lock = RLock()  # the request's other threads wait, and the function's look-ups do not

    def __call__(self) -> Key:
        """Return the locale."""
        with self._lock:
            if self._found is None:
                self._found = self._sent()
                self._found = self._chosen() or self._found
            return self._found

    def _chosen(self) -> Key:
        try:
            chosen = self._choose(self._source)
            locale = () if chosen is None else frozen(chosen)
        except Exception as error:  # noqa: BLE001 - whatever the service's function raises
            if type_name(error) not in self._warned:
                self._warned.add(type_name(error))
                warn_caller(UserWarning(f"the function of locale= failed: {failure(error)}"))
            return ()
        return locale if "".join(locale).strip() else ()


def query_value(query: str, name: str) -> str:
    """Return the first value of a parameter of a query string, decoded, or "".

    >>> query_value("a=b&l%61ng=tlh%2C+ko", "lang")
    'tlh, ko'
    """
    longest = 3 * len(name.encode())
    for pair in query.split("&"):
        key, _, value = pair.partition("=")
        if key == name or ("%" in key and len(key) <= longest and unquote_plus(key) == name):
            return unquote_plus(value)
    return ""


def cookie_value(cookies: str, name: str) -> str:
    r"""Return the first value of a cookie in a Cookie header, or "".

    It is read as browsers write it, which encode nothing, as scripts do with
    ``encodeURIComponent``, and as ``http.cookies`` does, in quotes. The name is never decoded, for
    else another one could pass for ``__Host-lang``.

    >>> cookie_value(r'a=b; lang="ja\054 en"', "lang"), cookie_value("lang=ja%2C%20en", "lang")
    ('ja, en', 'ja, en')
    """
    found = re.search(rf"(?:^|;)[ \t]*{re.escape(name)}[ \t]*=([^;]*)", cookies)
    return unquote(_unquoted(found[1].strip())) if found else ""


def _unquoted(value: str) -> str:
    """Return what is in the quotes that ``http.cookies`` writes around some values."""
    if len(value) < 2 or value[0] != '"' or value[-1] != '"':
        return value
    if "\\" not in value:
        return value[1:-1]

    def character(found: re.Match[str]) -> str:
        return chr(int(found[1], 8)) if found[1] else found[2]

    return re.sub(r"\\(?:([0-3][0-7][0-7])|(.))", character, value[1:-1], flags=re.DOTALL)
