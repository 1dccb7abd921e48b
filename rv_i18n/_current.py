"""The current locale: what is asked for where a caller names none.

In this order: ``use_locale`` of the thread or task, ``set_locale`` of the process, the environment
as gettext reads it, and on Windows and macOS the languages of the user's interface.
"""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar
from functools import cache, wraps

from ._negotiation import MOST_RANGES, frozen
from ._types import Locale

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType
    from typing import TypeVar

    Function = TypeVar("Function", bound=Callable[..., object])

_scoped: ContextVar[str | tuple[str, ...] | None] = ContextVar("rv_i18n locale", default=None)

# The blocks that are open in this context. They are kept here, not in the blocks' own objects, so
# that one object can serve several threads.
_open: ContextVar[tuple[use_locale, ...]] = ContextVar("rv_i18n blocks", default=())

scoped_locale = _scoped.get
"""What ``use_locale`` set, in this thread or task; bound once, since look-ups call it."""


class _Process:
    """Holds what ``set_locale`` set, where a look-up reads it without calling a function."""

    __slots__ = ("locale",)
    locale: str | tuple[str, ...] | None


process = _Process()
process.locale = None


def set_locale(locale: Locale) -> None:
    """Make ``locale`` the default of the whole process; ``None`` goes back to the environment.

    Raises ``TypeError`` for what is neither a string nor a sequence of strings.

    >>> from rv_i18n import message
    >>> set_locale("ja")
    >>> message(805)
    'ユーザー名またはパスワードが正しくありません'
    >>> set_locale(None)
    """
    process.locale = None if locale is None else frozen(locale)


class use_locale:  # noqa: N801 - a context manager that reads as a verb, as in contextlib
    """Make ``locale`` the default in a ``with`` block or a function, for this thread or task alone.

    ``None`` is no choice: the default of the process holds. Blocks can be nested, and one object
    can serve any number of them. As a decorator it serves functions and coroutine functions.
    Raises ``TypeError`` for what is neither a string nor a sequence of strings, and for a generator
    function: its body runs in the context of whoever asks for its next item (PEP 567), so a block
    that a generator yields in holds for its caller too, until the generator is resumed or closed.

    >>> from rv_i18n import message
    >>> with use_locale("zh_CN"):
    ...     message(604)
    '手机验证码错误'
    >>> @use_locale("zh_TW")
    ... def report():
    ...     return message(604)
    >>> report()
    '手機驗證碼錯誤'
    """

    __module__ = __name__.rpartition(".")[0]

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
        # This block is not always the innermost: a generator that is closed leaves its own in the
        # midst of its caller's, and a framework may leave one in another context than it entered.
        blocks = list(_open.get())
        for index in reversed(range(len(blocks))):
            if blocks[index] is self:
                del blocks[index]
                break
        _open.set(tuple(blocks))
        _scoped.set(blocks[-1]._locale if blocks else None)

    def __call__(self, function: Function) -> Function:
        """``function``, which runs inside this block whenever it is called."""
        import inspect  # slow to load, and needed by decorators alone

        if inspect.isgeneratorfunction(function) or inspect.isasyncgenfunction(function):
            raise TypeError("use_locale decorates no generator function: use a with block in it")

        def call(*arguments: object, **named: object) -> object:
            with self:
                return function(*arguments, **named)

        async def wait(*arguments: object, **named: object) -> object:
            with self:
                return await function(*arguments, **named)  # type: ignore[misc]

        wrapper = wait if inspect.iscoroutinefunction(function) else call
        return wraps(function)(wrapper)  # type: ignore[return-value]


def current_locale() -> str | tuple[str, ...]:
    """The locale for a caller that names none, in the order that this module begins with."""
    for locale in (scoped_locale(), process.locale):
        if locale is not None:
            return locale
    return environment_locale()


def environment_locale() -> str | tuple[str, ...]:
    """The languages of the environment by preference, or those of the interface, or none at all.

    The first of the variables that is not empty counts, and it may list several languages; so
    says ``gettext.find`` of the standard library.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return tuple(value.split(":", MOST_RANGES)[:MOST_RANGES])
    return _interface_languages()


@cache
def _interface_languages() -> tuple[str, ...]:
    """The languages that the user chose for the interface of Windows or macOS, by preference."""
    if sys.platform not in ("win32", "darwin"):
        return ()
    from . import _interface

    return _interface.languages()
