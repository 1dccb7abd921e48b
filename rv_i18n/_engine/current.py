"""Finds the current locale, which a look-up uses if the caller names none.

It is the first of these that is set: ``use_locale`` or ``activate`` of the thread or task, the
request that it answers, ``set_locale`` of the process, the environment as gettext reads it, and on
Windows and macOS the languages of the user's interface.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from contextvars import ContextVar
from functools import cache
from types import TracebackType

from . import PUBLIC
from .annotations import Locale
from .arguments import MOST_RANGES, frozen
from .request import InRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, Optional, TypeVar

    from .arguments import Key

    Function = TypeVar("Function", bound=Callable[..., object])
    _Place = tuple[Optional["use_locale"], Optional[Key]]
    """A block, or ``None`` for what was activated, and the locale that it makes current."""
    Places = tuple[_Place, ...]

_scoped: ContextVar[Any] = ContextVar("rv_i18n locale", default=None)

# The open blocks of this context and what was activated in each. They are stored here rather than
# in the use_locale objects, so that one object can serve several threads. Those that are open in a
# request are in its place in the other variable.
_open: ContextVar[Places] = ContextVar("rv_i18n blocks", default=())

scoped_locale = _scoped.get
"""Returns what holds in this thread or task; bound once, because look-ups call it. In a request it
is an ``InRequest``, so that the request can be told of each look-up."""


class _Process:
    """Holds what ``set_locale`` set, so that a look-up can read it without a function call."""

    __slots__ = ("locale",)

    def __init__(self) -> None:
        self.locale: Key | None = None


process = _Process()


def set_locale(locale: Locale) -> None:
    """Make ``locale`` the default of the whole process; ``None`` restores the environment's.

    Raises ``TypeError`` for anything but a string or a sequence of strings.

    >>> from rv_i18n import message
    >>> set_locale("zh_CN")
    >>> message(805)
    '用户名或密码错误'
    >>> set_locale(None)
    """
    process.locale = None if locale is None else frozen(locale)


class use_locale:  # noqa: N801 - a context manager that reads as a verb, as in contextlib
    """Make ``locale`` the default in a ``with`` block or a function, for this thread or task only.

    ``None`` means the default of the process. Blocks can be nested, and one object can be used
    for any number of them.

    As a decorator it takes any callable. A coroutine function, generator function or asynchronous
    generator function stays one. Whatever a call returns that runs later (an awaitable, a
    generator) has the locale at each of its steps, and its caller between them has not.

    Raises ``TypeError`` for anything but a string or a sequence of strings. The body of a generator
    runs in the context of the code that asks for its next item (PEP 567). So if a generator yields
    inside a ``with`` block, the block applies to its caller too, until the generator is resumed or
    closed; a decorated generator has no such effect.

    >>> from rv_i18n import message
    >>> with use_locale("zh_CN"):
    ...     message(604)
    '手机验证码错误'
    >>> @use_locale("zh_CN")
    ... def report():
    ...     return message(602)
    >>> report()
    '需要用户登录'
    """

    __module__ = PUBLIC

    def __init__(self, locale: Locale) -> None:
        self._locale = None if locale is None else frozen(locale)

    def __repr__(self) -> str:
        return f"use_locale({self._locale!r})"

    def __enter__(self) -> None:
        hold((*places(), (self, self._locale)))

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # This block is not always the innermost. Closing a generator ends its block among those of
        # its caller, and a framework may exit a block in another context than it entered it in.
        held = list(places())
        for start in reversed(range(len(held))):
            if held[start][0] is self:
                end = start + 1
                if end < len(held) and held[end][0] is None:  # what was activated in it
                    end += 1
                del held[start:end]
                break
        hold(tuple(held))

    def __call__(self, function: Function) -> Function:
        """Wrap ``function`` so that every call, and what it returns, runs inside this block."""
        from .steps import decorated  # slow to load, and only a decorator needs it

        return decorated(self, function)


def activate(locale: Locale) -> None:
    """Make ``locale`` the current one for the rest of this thread or task, with no block to close.

    It is for hooks, interceptors and dependencies that end before the work that they are for does.
    Inside a ``use_locale`` block it holds until the block ends, and behind a middleware until the
    request ends. ``None`` gives back what held before: the locale of the block or the request, or
    the default of the process.

    Raises ``TypeError`` for anything but a string or a sequence of strings.

    >>> from rv_i18n import get_locale
    >>> with use_locale("ko"):
    ...     activate("ja")
    ...     get_locale()
    ...     activate(None)
    ...     get_locale()
    'ja'
    'ko'
    """
    held = places()
    if held and held[-1][0] is None:
        held = held[:-1]
    hold(held if locale is None else (*held, (None, frozen(locale))))


def get_locale() -> Locale:
    """Return the current locale as it was given, to be sent along to a job or another process.

    It is the locale of ``activate`` or ``use_locale``, else the request's, else that of
    ``set_locale``, else the environment's: a string or a tuple of strings. An empty tuple means
    that nothing names one, so that look-ups use the default.

    >>> with use_locale("ja, en;q=0.8"):
    ...     get_locale()
    'ja, en;q=0.8'
    """
    return current_locale()


def places() -> Places:
    """Return the open blocks of this thread or task, and what was activated in each."""
    scoped = scoped_locale()
    return scoped.places if type(scoped) is InRequest else _open.get()


def hold(held: Places) -> None:
    """Make the last of these places hold in this thread or task."""
    scoped = scoped_locale()
    if type(scoped) is InRequest:
        _scoped.set(InRequest(scoped.request, held))
    else:
        _open.set(held)
        _scoped.set(held[-1][1] if held else None)


def enter(scoped: Any, opened: Places | None = None) -> tuple[Any, Places]:
    """Make what held elsewhere hold here, and return what did, for the way back.

    ``opened`` are the blocks outside requests; without it they stay.
    """
    before = scoped_locale(), _open.get()
    _scoped.set(scoped)
    if opened is not None and opened is not before[1]:
        _open.set(opened)
    return before


def current_locale() -> Key:
    """Return the locale for a caller that names none, in the order given at the top."""
    locale = scoped_locale()
    if type(locale) is InRequest:
        locale.request.was_read = True
        locale = locale.places[-1][1] if locale.places else locale.request.locale
    for each in (locale, process.locale):
        if each is not None:
            return each
    return environment_locale()


def tell(catalogue: str) -> None:
    """Tell the request that is answered, if any, from which catalogue a text for it is."""
    scoped = scoped_locale()
    if type(scoped) is InRequest and catalogue:
        scoped.request.languages[catalogue] = None


def environment_locale() -> Key:
    """Return the languages of the environment, else those of the interface, by preference.

    As in ``gettext.find``, only the first non-empty variable counts, and it may list several
    languages. The result is empty if neither names any.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return tuple(value.split(":", MOST_RANGES)[:MOST_RANGES])
    try:
        return _interface_languages()
    except (ImportError, OSError):  # no descriptor is left to load what asks for them
        return ()


@cache
def _interface_languages() -> tuple[str, ...]:
    """Return the languages that the user chose for Windows or macOS, by preference."""
    if sys.platform not in ("win32", "darwin"):
        return ()
    from . import desktop

    return desktop.languages()
