"""Error codes of the Renderbus (Rayvision) API as sentences in the reader's language.

>>> from rv_i18n import message
>>> message(604, "zh_TW")
'手機驗證碼錯誤'
"""

from __future__ import annotations

from ._catalog import Catalog
from ._current import set_locale, use_locale
from ._errors import CatalogError, CatalogWarning, UnknownCodeError
from ._files import shipped_directory
from ._message import Message
from ._types import Code, Locale
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
    "locales",
    "lookup",
    "message",
    "negotiate",
    "refresh",
    "set_locale",
    "use_locale",
]

__version__ = "0.1.0"

LOCALE_DIR = shipped_directory()
"""The directory of the shipped catalogues, as ``gettext.translation`` takes it."""

_catalog = Catalog(LOCALE_DIR)

message = _catalog.message
lookup = _catalog.lookup
negotiate = _catalog.negotiate
locales = _catalog.locales
check = _catalog.check
refresh = _catalog.refresh


def __dir__() -> list[str]:
    return sorted(__all__)
