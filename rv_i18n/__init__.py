"""Error codes of the Renderbus (Rayvision) API as sentences in the reader's language.

>>> from rv_i18n import message
>>> message(604, "en")
'The phone verification code is incorrect'
"""

from __future__ import annotations

from .catalog import Catalog
from .codes import ErrorCode
from .current import set_locale, use_locale
from .errors import CatalogError, UnknownCodeError
from .files import shipped, shipped_directory

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .catalog import Locale

__all__ = [
    "LOCALE_DIR",
    "Catalog",
    "CatalogError",
    "ErrorCode",
    "UnknownCodeError",
    "__version__",
    "locales",
    "message",
    "negotiate",
    "set_locale",
    "use_locale",
]

__version__ = "0.1.0"

LOCALE_DIR = shipped_directory()
"""The directory of the shipped catalogues, as ``gettext.translation`` takes it."""

_catalog = Catalog(shipped())

message = _catalog.message
locales = _catalog.locales


def negotiate(locale: Locale, default: str = "en") -> str:
    """The name of the best catalogue for ``locale``, or ``default`` where none fits.

    The answer is that of ICU's LocaleMatcher: the likely script decides between catalogues of one
    language, and a reader of one Chinese script is never given the other. Raises ``TypeError`` for
    a locale that is neither a string, a sequence of strings, nor ``None`` (the current locale).

    >>> negotiate("zh-SG"), negotiate("ja;q=0.5, tlh"), negotiate("tlh", default="ja")
    ('zh_CN', 'ja', 'ja')
    """
    return _catalog.negotiate(locale, default)
