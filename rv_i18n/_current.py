"""The current locale: what is asked for where a caller names none.

In this order: ``use_locale`` of the thread or task, ``set_locale`` of the process, the environment
as gettext reads it, and on Windows the language of the user's interface.
"""

from __future__ import annotations

import os
import sys
from contextvars import ContextVar

from ._negotiation import MOST_TAGS, frozen

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

_scoped: ContextVar[str | tuple[str, ...] | None] = ContextVar("rv_i18n locale", default=None)

# What the blocks around had set. It is kept per context, not in the block's own object, so that
# one object can serve several threads.
_outer: ContextVar[tuple[str | tuple[str, ...] | None, ...]] = ContextVar("outer", default=())

scoped_locale = _scoped.get
"""What ``use_locale`` set, in this thread or task; bound once, since look-ups call it."""


class _Process:
    """Holds what ``set_locale`` set, where a look-up reads it without calling a function."""

    __slots__ = ("locale",)
    locale: str | tuple[str, ...] | None


process = _Process()
process.locale = None


def set_locale(locale: str | Sequence[str] | None) -> None:
    """Make ``locale`` the default of the whole process; ``None`` goes back to the environment.

    Raises ``TypeError`` for what is neither a string nor a sequence of strings.

    >>> from rv_i18n import message
    >>> set_locale("ja")
    >>> message(604)
    '携帯電話の認証コードが正しくありません'
    >>> set_locale(None)
    """
    process.locale = None if locale is None else frozen(locale)


class use_locale:  # noqa: N801 - a context manager that reads as a verb, as in contextlib
    """Make ``locale`` the default inside a ``with`` block, for this thread or asyncio task alone.

    ``None`` is no choice: the default of the process holds. Blocks can be nested. Raises
    ``TypeError`` for what is neither a string nor a sequence of strings.

    >>> from rv_i18n import message
    >>> with use_locale("zh_CN"):
    ...     message(604)
    '手机验证码错误'
    """

    def __init__(self, locale: str | Sequence[str] | None) -> None:
        self._locale = None if locale is None else frozen(locale)

    def __enter__(self) -> None:
        _outer.set((*_outer.get(), scoped_locale()))
        _scoped.set(self._locale)

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        # A framework may leave a block in another context than the one it was entered in.
        *outer, locale = _outer.get() or (None,)
        _outer.set(tuple(outer))
        _scoped.set(locale)


def current_locale() -> str | tuple[str, ...]:
    """The locale for a caller that names none, in the order that this module begins with."""
    for locale in (scoped_locale(), process.locale):
        if locale is not None:
            return locale
    return environment_locale()


def environment_locale() -> str | tuple[str, ...]:
    """The languages of the environment by preference, or of Windows' interface, or none at all.

    The first of the variables that is not empty counts, and it may list several languages; so
    says ``gettext.find`` of the standard library.
    """
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(variable)
        if value:
            return frozen(value.split(":", MOST_TAGS))
    return _interface_locale()


if sys.platform == "win32":  # pragma: no cover - the system call exists on Windows alone

    def _interface_locale() -> tuple[str, ...]:
        """The language that the user chose for Windows' interface."""
        import ctypes
        from locale import windows_locale

        language = windows_locale.get(ctypes.windll.kernel32.GetUserDefaultUILanguage())
        return (language,) if language else ()

else:

    def _interface_locale() -> tuple[str, ...]:
        """None: where it is not Windows, the environment has said all."""
        return ()
