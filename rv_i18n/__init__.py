"""Error codes of the Renderbus (Rayvision) API as sentences in the reader's language.

>>> from rv_i18n import message
>>> message(604, "en")
'The phone verification code is incorrect'
"""

from __future__ import annotations

from ._catalog import UNSET, Catalog
from ._current import process, scoped_locale, set_locale, use_locale
from ._errors import CatalogError, UnknownCodeError
from ._files import shipped_directory
from .codes import ErrorCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._catalog import Code, Locale

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

_catalog = Catalog(LOCALE_DIR)

locales = _catalog.locales

if TYPE_CHECKING:
    message = _catalog.message
else:
    _texts_by_locale = _catalog._texts_by_locale

    def message(code: Code, locale: Locale = None, *, default: Any = UNSET) -> Any:
        """The text for ``code`` in the best catalogue for ``locale``, as ``Catalog.message``.

        It is that method written out as a function, since Python calls a function sooner than a
        method, and reaches a variable of a module sooner than an attribute.

        >>> message(604, "ja-JP")
        '携帯電話の認証コードが正しくありません'
        """
        if locale is None:
            locale = scoped_locale()
            if locale is None:
                locale = process.locale
        try:
            return _texts_by_locale[locale][code]
        except (KeyError, TypeError):
            pass
        return _catalog._look_up(code, locale, default)


def negotiate(locale: Locale, default: str = "en") -> str:
    """The name of the best catalogue for ``locale``, or ``default`` where none fits.

    The answer is that of ICU's LocaleMatcher: the likely script decides between catalogues of one
    language, and a reader of one Chinese script is never given the other. Raises ``TypeError`` for
    a locale that is neither a string, a sequence of strings, nor ``None`` (the current locale).

    >>> negotiate("zh-SG"), negotiate("ja;q=0.5, tlh"), negotiate("tlh", default="ja")
    ('zh_CN', 'ja', 'ja')
    """
    return _catalog.negotiate(locale, default)
