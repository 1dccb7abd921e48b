"""What users write, for mypy --strict to read: the package is typed, so each line here has to be.

Nothing runs this file.
"""

from __future__ import annotations

import enum
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import rv_i18n
from rv_i18n import (
    Catalog,
    CatalogError,
    CodeEnum,
    CodeStrEnum,
    ErrorCode,
    Message,
    UnknownCodeError,
    code,
    describe,
    message,
)
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication


class Colour(enum.Enum):
    """A caller's own codes."""

    RED = 1


class Render(CodeEnum, prefix="render."):
    """A list of codes, as the package has a base for it."""

    FAILED = 1, "A frame could not be rendered"
    NO_GPU = code(2, "The node has no GPU", status=409, retry=True)


class Billing(CodeStrEnum):
    """Codes that are strings."""

    NO_FUNDS = code("BIL-1", "There is too little credit", deprecated="use EXPIRED")


code([5])  # type: ignore[type-var]
code(5, status=[404])  # type: ignore[arg-type]
facts: list[object] = [Render.NO_GPU.facts["status"], Billing.NO_FUNDS.facts.get("retry")]
codes: list[ErrorCode] = [ErrorCode(604), ErrorCode("604"), ErrorCode.FAIL]
text: str = message(604, "en") + message("604", ["fr", "ja"]) + message(ErrorCode.FAIL)
maybe: str | None = message(609, default=None)
symbol: str = ErrorCode.NON_UPLOADABLE_FILES.symbol + Render.NO_GPU.symbol + Billing.NO_FUNDS.value
number: int = ErrorCode.FAIL
directories: list[Path] = [Path("locales")]
catalogs: list[Catalog] = [
    Catalog("locales", codes=Colour, domain="studio", default="en"),
    Catalog(directories, codes=[Colour, ErrorCode], domain="studio", default=("de", "en")),
    Catalog(["l", rv_i18n.LOCALE_DIR], codes=ErrorCode, domain="rv_i18n", default="ja"),
]
Catalog("locales", codes=Colour)  # type: ignore[call-arg]
red: str = catalogs[0].message(Colour.RED, "ja")
name: str = rv_i18n.negotiate("ja", default="en")
names: list[str] = rv_i18n.locales()

# What comes back where a default is passed is a text or the default, and nothing else.
number_or_text: str | int = message(609, default=5)
wrong: str = message(609, default=5)  # type: ignore[arg-type]
nothing: str | None = message(None, default=None)
message(None)  # type: ignore[call-overload]
message([604])  # type: ignore[call-overload]
message(604, 5)  # type: ignore[call-overload]
floats: str = message(604.0, deque(["ja"])) + message(Colour.RED)
best: str = rv_i18n.negotiate(["ja-JP,ja;q=0.9"])
fitting: str | None = rv_i18n.negotiate(None, default=None)
certain: str = rv_i18n.negotiate("ja", None)  # type: ignore[arg-type]

locale: rv_i18n.Locale = rv_i18n.get_locale()
rv_i18n.activate(locale)
maybe_found: Message | None = rv_i18n.lookup(609, default=None)
members: list[object] = list(catalogs[0])
plain: str = rv_i18n.lookup(604)
found: Message = rv_i18n.lookup("need_user_login", "zh-HK")
parts: list[str] = [found.text, found.symbol, found.locale, found.language, str(found)]
advice: Message | None = found.action
member: Colour = catalogs[0].lookup(1).code
filled: str = found.format(file="a.ma", size=5)
broken: list[CatalogError] = rv_i18n.check() + catalogs[0].check()
lines: list[int | None] = [error.line for error in broken]
rv_i18n.refresh()
nearest: tuple[enum.Enum, ...] = UnknownCodeError(609, [Colour.RED]).nearest


@rv_i18n.use_locale("ja")
def report(code: int) -> str:
    """A function that is decorated is typed as it was."""
    return message(code)


@rv_i18n.use_locale(["ja", "ko"])
async def wait(code: int) -> str:
    """So is a coroutine function."""
    return report(code)


async def both() -> str:
    """What they give."""
    return report(604) + await wait(604)


report("604")  # type: ignore[arg-type]
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


application: WSGIApplication = WSGIMiddleware(wsgi, cookie="lang", locale=lambda environ: "ja")
service: ASGIMiddleware = ASGIMiddleware(ASGIMiddleware(asgi), query="lang", headers=False)
with rv_i18n.use_locale(("ja", "en")):
    rv_i18n.set_locale(None)
