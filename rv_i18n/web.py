"""Middleware that makes the language of a request the current locale, for ASGI and WSGI.

With one of these lines, everything that answers a request finds texts in the reader's language::

    app.add_middleware(ASGIMiddleware)            # FastAPI, Starlette: the last one added
    application = ASGIMiddleware(application)     # Django's asgi.py, and any other
    app.wsgi_app = WSGIMiddleware(app.wsgi_app)   # Flask
    application = WSGIMiddleware(application)     # Django's wsgi.py, and any other
"""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from contextvars import copy_context
from urllib.parse import unquote_plus

from . import Catalog, negotiate
from ._engine.current import process, use_locale
from ._engine.errors import CatalogError
from ._engine.tags import language_tag

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, MutableMapping
    from contextvars import Context
    from typing import Any

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    Event = MutableMapping[str, Any]
    Receive = Callable[[], Awaitable[Event]]
    Send = Callable[[Event], Awaitable[None]]
    ASGIApplication = Callable[[Event, Receive, Send], Awaitable[None]]
else:  # for typing.get_type_hints
    Event = Receive = Send = ASGIApplication = object
    WSGIApplication = WSGIEnvironment = StartResponse = object

__all__ = ["ASGIMiddleware", "WSGIMiddleware"]

_CHARSET = "latin-1"
"""How the bytes of a request are read: in this charset each of them is a character."""


class _Middleware:
    """What both share: they find the locale of a request, and the response headers about it."""

    def __init__(self, query: str | None, cookie: str | None, catalog: Catalog | None) -> None:
        self._query = query
        self._cookie = cookie
        self._negotiate = negotiate if catalog is None else catalog.negotiate
        self._varies = ["Accept-Language", "Cookie"] if cookie else ["Accept-Language"]

    def _asked(self, query: str, cookies: str, accepted: str) -> Any:
        """Return the locales that a request asks for, by preference.

        If it names none, any language is acceptable (RFC 9110, section 12.5.4). Then the answer is
        the service's choice with ``set_locale``, else the default, but never the environment's.
        """
        named = _value(query, "&", self._query), _value(cookies, ";", self._cookie), accepted
        return [locale for locale in named if locale.strip()] or process.locale or "*"

    def _about(self, headers: Iterable[tuple[str, str]], asked: Any) -> dict[str, str]:
        """Return what to add to a response's ``headers``; each replaces one of the same name."""
        present: dict[str, list[str]] = {}
        for name, value in headers:
            present.setdefault(name.title(), []).append(value)
        needed = {}
        if "Content-Language" not in present:
            with suppress(CatalogError):  # there are no catalogues, but the response must go out
                needed["Content-Language"] = language_tag(self._negotiate(asked))
        vary = [name.strip() for value in present.get("Vary", ()) for name in value.split(",")]
        known = {name.lower() for name in vary}
        missing = [name for name in self._varies if name.lower() not in known]
        if missing and "*" not in known:
            needed["Vary"] = ", ".join([*filter(None, vary), *missing])
        return needed


class ASGIMiddleware(_Middleware):
    """Makes the language of each HTTP request the current locale for all code that answers it.

    ``app`` is an ASGI application. The language is that of the Accept-Language header. If ``query``
    or ``cookie`` is given, a query parameter of that name, or else a cookie of that name, takes
    precedence. The locale applies in async and sync routes, streams, background tasks and error
    handlers. Websockets and the lifespan pass through unchanged.

    The response gets a ``Content-Language`` header, unless the application sets one: the best
    catalogue of ``catalog``, by default of the shipped ones. ``Vary`` names the request headers
    that the choice depends on.
    """

    def __init__(
        self,
        app: ASGIApplication,
        *,
        query: str | None = None,
        cookie: str | None = None,
        catalog: Catalog | None = None,
    ) -> None:
        super().__init__(query, cookie, catalog)
        self._app = app

    async def __call__(self, scope: Event, receive: Receive, send: Send) -> None:
        """Answer a request, as the server asks."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        def header(name: bytes, joint: bytes) -> str:
            values = [value for each, value in scope["headers"] if each.lower() == name]
            return joint.join(values).decode(_CHARSET)

        query = scope.get("query_string", b"").decode(_CHARSET)
        asked = self._asked(query, header(b"cookie", b";"), header(b"accept-language", b","))

        async def answer(event: Event) -> None:
            if event["type"] == "http.response.start":
                headers = [(name, value) for name, value in event.get("headers", ())]
                texts = ((name.decode(_CHARSET), text.decode(_CHARSET)) for name, text in headers)
                about = {
                    name.lower().encode(_CHARSET): value.encode(_CHARSET)
                    for name, value in self._about(texts, asked).items()
                }
                kept = [header for header in headers if header[0].lower() not in about]
                event = {**event, "headers": [*kept, *about.items()]}
            await send(event)

        # No "with": if the application raises, the locale stays for the rest of this task, because
        # Starlette calls the handler of last resort, for a 500, outside all added middleware.
        block = use_locale(asked)
        block.__enter__()
        await self._app(scope, receive, answer)
        block.__exit__(None, None, None)


class WSGIMiddleware(_Middleware):
    """Makes the language of each request the current locale for all code that answers it.

    It takes the same arguments as ``ASGIMiddleware`` and does the same, for a WSGI application. The
    locale also applies in the iterable that the application returns: each step, and its ``close``,
    run in the context in which the application was called.
    """

    def __init__(
        self,
        app: WSGIApplication,
        *,
        query: str | None = None,
        cookie: str | None = None,
        catalog: Catalog | None = None,
    ) -> None:
        super().__init__(query, cookie, catalog)
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, as the server asks."""
        names = "QUERY_STRING", "HTTP_COOKIE", "HTTP_ACCEPT_LANGUAGE"
        asked = self._asked(*(environ.get(name, "") for name in names))

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            about = self._about(headers, asked)
            kept = [header for header in headers if header[0].title() not in about]
            return start_response(status, [*kept, *about.items()], *error)

        context = copy_context()
        context.run(use_locale(asked).__enter__)
        body = context.run(self._app, environ, start)
        file_wrapper = environ.get("wsgi.file_wrapper")
        if isinstance(body, (list, tuple)) or (
            isinstance(file_wrapper, type) and isinstance(body, file_wrapper)
        ):
            return body  # no code is left to run, and servers have fast paths for these types
        return _Body(body, context)


class _Body:
    """Runs the iterable that an application returned in the context of its request."""

    def __init__(self, body: Iterable[bytes], context: Context) -> None:
        self._body = body
        self._context = context
        self._iterator = context.run(iter, body)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        return self._context.run(next, self._iterator)

    def close(self) -> None:
        """Close the iterable; the server always calls this, even after an error (PEP 3333)."""
        close = getattr(self._body, "close", None)
        if close is not None:
            self._context.run(close)


def _value(pairs: str, separator: str, name: str | None) -> str:
    """Return the first value of ``name`` in a query string or a Cookie header, or ""."""
    for pair in pairs.split(separator) if name else ():
        key, _, value = pair.partition("=")
        if unquote_plus(key.strip()) == name:
            return unquote_plus(value.strip().strip('"'))
    return ""
