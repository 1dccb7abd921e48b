"""Adds the catalogues to a frozen program, where the package looks for them."""

from __future__ import annotations

from rv_i18n import LOCALE_DIR

datas = [(LOCALE_DIR, "rv_i18n/locales")]
