"""Measures a repeated look-up, here, in other packages, and in the fastest possible function.

The place of a string in a dictionary varies from process to process, and so does the time. So
several processes measure, and their median counts.
"""

from __future__ import annotations

import gettext
import http
import json
import shutil
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from babel.support import Translations

import rv_i18n
from rv_i18n import ErrorCode, message, use_locale

from . import site, timing

SYMBOL = "VALIDATE_CODE_ERROR"
ACCEPT = "fr;q=0.9, ja;q=0.5"

OURS = {
    "message(604, 'en')": "message(604, 'en')",
    "message('VALIDATE_CODE_ERROR', 'en')": f"message({SYMBOL!r}, 'en')",
    "message(ErrorCode(604), 'en')": "message(member, 'en')",
    "message(604, 'ja-JP')": "message(604, 'ja-JP')",
    f"message(604, {ACCEPT!r})": f"message(604, {ACCEPT!r})",
    "message(604) in use_locale": "message(604)",
}
HELD = "gettext, held"
LIMIT = "table[locale][code]"


def measure(where: Path, *, short: bool) -> dict[str, float]:
    """Return the seconds per look-up for each package."""
    processes, rounds = (3, 100) if short else (15, 400)
    return timing.median([site.run(where, "lookup", rounds) for _ in range(processes)])


def main(rounds: int) -> dict[str, float]:
    """Measure in this process."""
    statements = {**OURS, HELD: f"held({SYMBOL!r})", LIMIT: "limit(604, 'en')"}
    names: dict[str, Any] = {
        "message": message,
        "member": ErrorCode(604),
        "held": held(),
        "limit": limit,
        "SYMBOL": SYMBOL,
    }
    with use_locale("ja"):
        best = timing.interleaved(statements, names, rounds)
    statements.clear()  # the others come last, so that what they import cannot affect ours
    with TemporaryDirectory() as directory:
        for name, other in OTHERS.items():
            with suppress(ImportError):  # not installed, so left out
                statements[name], more = other(Path(directory))
                names.update(more)
        return {**best, **timing.interleaved(statements, names, rounds // 4)}


TABLE = {
    locale: {code.value: message(code, locale) for code in ErrorCode}
    for locale in rv_i18n.locales()
}


def held() -> Callable[[str], str]:
    """Return the standard library's look-up, on the same file."""
    with Path(rv_i18n.LOCALE_DIR, "en/LC_MESSAGES/rv_i18n.mo").open("rb") as mo:
        return gettext.GNUTranslations(mo).gettext


def limit(code: int, locale: str) -> str:
    """The least work with which a Python function can find a text by locale and code."""
    return TABLE[locale][code]


Other = tuple[str, dict[str, Any]]


def translation(directory: Path) -> Other:
    """gettext.translation, which searches the disk at each call."""
    names = {"translation": gettext.translation, "LOCALE_DIR": rv_i18n.LOCALE_DIR}
    return "translation('rv_i18n', LOCALE_DIR, ['en']).gettext(SYMBOL)", names


def babel(directory: Path) -> Other:
    """Babel's Translations."""
    translations = Translations.load(rv_i18n.LOCALE_DIR, ["en"], "rv_i18n")
    return "translations.gettext(SYMBOL)", {"translations": translations}


def fluent(directory: Path) -> Other:
    """fluent.runtime's FluentLocalization."""
    from fluent.runtime import FluentLocalization, FluentResourceLoader

    lines = [f"code-{code.value} = {message(code, 'en')}\n" for code in ErrorCode]
    (directory / "en.ftl").write_text("".join(lines), encoding="utf-8")
    loader = FluentResourceLoader(str(directory))
    localization = FluentLocalization(["en"], ["en.ftl"], loader)
    return "localization.format_value('code-604')", {"localization": localization}


def i18nice(directory: Path) -> Other:
    """The i18n.t of i18nice."""
    import i18n

    texts = {code.symbol: message(code, "en") for code in ErrorCode}
    (directory / "rv.en.json").write_text(json.dumps({"en": texts}), encoding="utf-8")
    i18n.set("file_format", "json")
    i18n.load_path.append(str(directory))
    return "t('rv.' + SYMBOL, locale='en')", {"t": i18n.t}


def django(directory: Path) -> Other:
    """Django's gettext, in a block that sets the language."""
    from django import setup
    from django.conf import settings
    from django.utils import translation as translations

    target = directory / "django/en/LC_MESSAGES/django.mo"
    target.parent.mkdir(parents=True)
    shutil.copy(Path(rv_i18n.LOCALE_DIR, "en/LC_MESSAGES/rv_i18n.mo"), target)
    settings.configure(USE_I18N=True, LOCALE_PATHS=[str(directory / "django")])
    setup()
    names = {"override": translations.override, "dj_gettext": translations.gettext}
    return "with override('en'): dj_gettext(SYMBOL)", names


def pycountry(directory: Path) -> Other:
    """The names of pycountry with their catalogues."""
    import pycountry as countries

    german = gettext.translation("iso3166-1", countries.LOCALES_DIR, ["de"]).gettext
    return "german(get(alpha_2='JP').name)", {"german": german, "get": countries.countries.get}


def http_status(directory: Path) -> Other:
    """The standard library's own list of codes with texts, only in English."""
    return "HTTPStatus(404).phrase", {"HTTPStatus": http.HTTPStatus}


OTHERS = {
    "gettext.translation(…).gettext, each time": translation,
    "Babel, Translations held": babel,
    "fluent.runtime, held": fluent,
    "i18nice, i18n.t": i18nice,
    "Django, gettext in override": django,
    "pycountry with gettext, held": pycountry,
    "http.HTTPStatus(404).phrase": http_status,
}

if __name__ == "__main__":
    json.dump(main(int(sys.argv[1])), sys.stdout)
