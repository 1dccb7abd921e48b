"""Finds the current locale, which a look-up uses if the caller names none.

It is the first of these that is set: ``use_locale`` of the thread or task, ``set_locale`` of the
process, the environment as gettext reads it, and on Windows and macOS the languages of the user's
interface.
"""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar
from functools import cache, wraps

from .negotiation import MOST_RANGES, frozen
from .types import Locale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import TypeVar

    Function = TypeVar("Function", bound=Callable[..., object])

_scoped: ContextVar[str | tuple[str, ...] | None] = ContextVar("rv_i18n locale", default=None)

# The open blocks of this context. They are stored here rather than in the use_locale objects, so
# that one object can serve several threads.
_open: ContextVar[tuple[use_locale, ...]] = ContextVar("rv_i18n blocks", default=())

scoped_locale = _scoped.get
"""Returns what ``use_locale`` set in this thread or task; bound once, because look-ups call it."""


class _Process:
    """Holds what ``set_locale`` set, so that a look-up can read it without a function call."""

    __slots__ = ("locale",)
    locale: str | tuple[str, ...] | None


process = _Process()
process.locale = None


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
    for any number of them. As a decorator it accepts functions and coroutine functions.

    Raises ``TypeError`` for anything but a string or a sequence of strings, and when it decorates a
    generator function. The body of a generator runs in the context of the code that asks for its
    next item (PEP 567). So if a generator yields inside a block, the block applies to its caller
    too, until the generator is resumed or closed.

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

    __module__ = __name__.rpartition("._engine")[0]

    def __init__(self, locale: Locale) -> None:
        self._locale = None if locale is None else frozen(locale)

    def __repr__(self) -> str:
        return f"use_locale({self._locale!r})"

    def __enter__(self) -> None:
        _open.set((*_open.get(), self))
        _scoped.set(self._locale)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # This block is not always the innermost. Closing a generator ends its block among those of
        # its caller, and a framework may exit a block in another context than it entered it in.
        blocks = list(_open.get())
        for index in reversed(range(len(blocks))):
            if blocks[index] is self:
                del blocks[index]
                break
        _open.set(tuple(blocks))
        _scoped.set(blocks[-1]._locale if blocks else None)

    def __call__(self, function: Function) -> Function:
        """Wrap ``function`` so that every call runs inside this block."""
        import inspect  # slow to load, and only a decorator needs it

        if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
            raise TypeError("use_locale cannot decorate a generator: use a with block inside it")

        def call(*arguments: object, **named: object) -> object:
            with self:
                return function(*arguments, **named)

        async def wait(*arguments: object, **named: object) -> object:
            with self:
                return await function(*arguments, **named)  # type: ignore[misc]  # checked below

        wrapper = wait if inspect.iscoroutinefunction(function) else call
        return wraps(function)(wrapper)  # type: ignore[return-value]  # same signature


def current_locale() -> str | tuple[str, ...]:
    """Return the locale for a caller that names none, in the order given at the top."""
    for locale in (scoped_locale(), process.locale):
        if locale is not None:
            return locale
    return environment_locale()


def environment_locale() -> str | tuple[str, ...]:
    """Return the languages of the environment, else those of the interface, by preference.

    As in ``gettext.find``, only the first non-empty variable counts, and it may list several
    languages. The result is empty if neither names any.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return tuple(value.split(":", MOST_RANGES)[:MOST_RANGES])
    return _interface_languages()


@cache
def _interface_languages() -> tuple[str, ...]:
    """Return the languages that the user chose for Windows or macOS, by preference."""
    if sys.platform not in ("win32", "darwin"):
        return ()
    from . import desktop as _interface

    return _interface.languages()
