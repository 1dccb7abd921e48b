"""What a frozen program needs besides the modules: the catalogues, where the package looks."""

from __future__ import annotations

from rv_i18n import LOCALE_DIR

datas = [(LOCALE_DIR, "rv_i18n/locales")]
