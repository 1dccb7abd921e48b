"""What users write, for mypy --strict to read: the package is typed, so each line here has to be.

Nothing runs this file.
"""

from __future__ import annotations

import enum
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rv_i18n
from rv_i18n import Catalog, ErrorCode, describe, message
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication


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
described: str = describe(ValueError("x")) + describe(None, ["ja"])


class FarmError(Exception):
    """A class of exceptions that are described wherever they are shown."""

    __str__ = describe


def wsgi(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
    """An application as PEP 3333 has it."""
    start_response("200 OK", [])
    return [message(604).encode()]


async def asgi(scope: Any, receive: Any, send: Any) -> None:
    """An application as ASGI has it."""


application: WSGIApplication = WSGIMiddleware(wsgi, cookie="lang", catalog=catalogs[0])
service: ASGIMiddleware = ASGIMiddleware(ASGIMiddleware(asgi), query="lang")
with rv_i18n.use_locale(("ja", "en")):
    rv_i18n.set_locale(None)
