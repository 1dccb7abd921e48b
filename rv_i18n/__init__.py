"""Error codes of the Renderbus (Rayvision) API as sentences in the reader's language.

>>> from rv_i18n import message
>>> message(604, "zh_CN")
'手机验证码错误'
"""

from __future__ import annotations

from ._engine.catalog import Catalog
from ._engine.current import set_locale, use_locale
from ._engine.describe import description
from ._engine.errors import CatalogError, CatalogWarning, UnknownCodeError
from ._engine.files import shipped_directory
from ._engine.message import Message
from ._engine.types import Code, Locale
from .codes import ErrorCode

__all__ = [
    "LOCALE_DIR",
    "Catalog",
    "CatalogError",
    "CatalogWarning",
    "Code",
    "ErrorCode",
    "Locale",
    "Message",
    "UnknownCodeError",
    "__version__",
    "check",
    "describe",
    "locales",
    "lookup",
    "message",
    "negotiate",
    "refresh",
    "set_locale",
    "use_locale",
]

__version__ = "1.0.0rc1"

LOCALE_DIR = shipped_directory()
"""The directory of the shipped catalogues, as ``gettext.translation`` takes it."""

_shipped = Catalog(LOCALE_DIR)

message = _shipped.message
lookup = _shipped.lookup
negotiate = _shipped.negotiate
locales = _shipped.locales
check = _shipped.check
refresh = _shipped.refresh


def describe(error: object, locale: Locale = None) -> str:
    """Return a sentence for an exception of the farm's SDKs, with its own words in brackets.

    ``error`` is any exception; ``locale`` is what ``message`` takes. The sentence is the text for
    the exception's ``error_code`` or, if its class is from a ``rayvision_…`` package, for its first
    argument. The exception's own words follow in brackets if they say more. A code that is not in
    the list gives the text of ``FAIL``, followed by the number and the words. Any other exception
    gives its ``str``, or the name of its type.

    The answer is one line of bounded length. Nothing is raised, whatever ``error`` is. The function
    can be assigned as the ``__str__`` of an exception class.

    >>> class FarmError(Exception):
    ...     error_code, error = 1000000, "Maya 2099 is not support"
    >>> describe(FarmError(), "zh_CN")
    'python抛出异常（Maya 2099 is not support）'
    >>> describe(FileNotFoundError(404, "No such file", "scene.ma"))
    "[Errno 404] No such file: 'scene.ma'"
    """
    return description(error, locale, lookup)


def __dir__() -> list[str]:
    return sorted(__all__)
