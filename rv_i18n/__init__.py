"""Error codes of the Renderbus (Rayvision) API as sentences in the reader's language.

>>> from rv_i18n import message
>>> message(604, "zh_CN")
'手机验证码错误'
"""

from __future__ import annotations

from ._engine.annotations import Code, Locale
from ._engine.catalog import Catalog
from ._engine.code_enum import CodeEnum, CodeStrEnum, code
from ._engine.current import activate, get_locale, set_locale, use_locale
from ._engine.errors import CatalogError, CatalogWarning, UnknownCodeError
from ._engine.message import Message
from ._engine.quote import bare_words
from ._farm import LOCALE_DIR, SHIPPED
from .codes import ErrorCode

__all__ = [
    "LOCALE_DIR",
    "Catalog",
    "CatalogError",
    "CatalogWarning",
    "Code",
    "CodeEnum",
    "CodeStrEnum",
    "ErrorCode",
    "Locale",
    "Message",
    "UnknownCodeError",
    "__version__",
    "activate",
    "check",
    "code",
    "describe",
    "get_locale",
    "locales",
    "lookup",
    "message",
    "negotiate",
    "refresh",
    "set_locale",
    "use_locale",
]

__version__ = "1.0.0rc1"

message = SHIPPED.message
lookup = SHIPPED.lookup
negotiate = SHIPPED.negotiate
locales = SHIPPED.locales
check = SHIPPED.check
refresh = SHIPPED.refresh


def describe(error: object, locale: Locale = None) -> str:
    """Return a sentence for an exception of the farm's SDKs, with its own words in brackets.

    ``error`` is any exception; ``locale`` is what ``message`` takes. The sentence is the text for
    the exception's ``error_code`` or, if it has none, for its first argument. That goes for classes
    of the ``rayvision_…`` packages and what derives from them, and for any exception whose
    ``error_code`` is an ``ErrorCode``; a number of your own is not taken for the farm's
    (``Catalog.describe`` is for those). In brackets follow the number, and the exception's own
    words if they say more. A code that is not in the list gives the text of ``FAIL``.

    The farm's error is also found in what wraps it: an exception group, a cause, a context that is
    not suppressed, a ``RetryError`` of tenacity. If there is none, and the exception came through
    the SDK, there is a sentence for a farm that cannot be reached, that did not answer in time, or
    whose answer cannot be read. Any other exception gives its ``str``, or the name of its type.

    The answer is one line of bounded length. Nothing is raised, whatever ``error`` is. The function
    can be assigned as the ``__str__`` of an exception class.

    >>> class FarmError(Exception):
    ...     error_code, error = ErrorCode.RayvisionError, "Maya 2099 is not support"
    >>> describe(FarmError(), "zh_CN")
    'python抛出异常（1000000: Maya 2099 is not support）'
    >>> describe(FileNotFoundError(404, "No such file", "scene.ma"))
    "[Errno 404] No such file: 'scene.ma'"
    """
    try:
        from ._sdk import DESCRIBER  # a program in which nothing fails does not need it
    except Exception:  # noqa: BLE001 - no descriptor is left to load it with, or no stack
        return bare_words(error)
    return DESCRIBER.describe(error, locale)


def __dir__() -> list[str]:
    return sorted(__all__)
