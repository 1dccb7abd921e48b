"""What users write, for mypy --strict to read: the package is typed, so each line here has to be.

Nothing runs this file.
"""

from __future__ import annotations

import enum
from pathlib import Path

import rv_i18n
from rv_i18n import Catalog, ErrorCode, message


class Colour(enum.Enum):
    """A caller's own codes."""

    RED = 1


codes: list[ErrorCode] = [ErrorCode(604), ErrorCode("604"), ErrorCode.FAIL]
text: str = message(604, "en") + message("604", ["fr", "ja"]) + message(ErrorCode.FAIL)
maybe: str | None = message(609, default=None)
symbol: str = ErrorCode.NON_UPLOADABLE_FILES.symbol
number: int = ErrorCode.FAIL
directories: list[Path] = [Path("locales")]
catalogs: list[Catalog] = [
    Catalog("locales", codes=Colour),
    Catalog(directories),
    Catalog(["locales", rv_i18n.LOCALE_DIR], default="ja"),
]
red: str = catalogs[0].message(Colour.RED, "ja")
name: str = rv_i18n.negotiate("ja", default="en")
names: list[str] = rv_i18n.locales()
with rv_i18n.use_locale(("ja", "en")):
    rv_i18n.set_locale(None)
