"""Middleware that makes the language of a request the current locale, for ASGI and WSGI.

With one of these lines, everything that answers a request finds texts in the reader's language::

    app = ASGIMiddleware(app)                     # FastAPI, Starlette, Litestar, after their set-up
    application = ASGIMiddleware(application)     # Django's asgi.py, and any other
    app.wsgi_app = WSGIMiddleware(app.wsgi_app)   # Flask
    application = WSGIMiddleware(application)     # Django's wsgi.py, and any other

``problem`` gives an error as the members of a problem detail (RFC 9457).
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from ._engine.request import Request
from ._web.asked import Chosen, cookie_value, query_value, sent_locale
from ._web.blocks import RequestBlock
from ._web.headers import about, languages
from ._web.problem import problem

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, MutableMapping
    from typing import Any

    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment

    from ._engine.arguments import Key

    Event = MutableMapping[str, Any]
    Headers = list[tuple[bytes, bytes]]
    Receive = Callable[[], Awaitable[Event]]
    Send = Callable[[Event], Awaitable[None]]
    ASGIApplication = Callable[[Event, Receive, Send], Awaitable[None]]
else:  # for typing.get_type_hints
    Event = Receive = Send = ASGIApplication = Callable = Any = object
    WSGIApplication = WSGIEnvironment = StartResponse = object

__all__ = ["ASGIMiddleware", "WSGIMiddleware", "problem"]

_CHARSET = "latin-1"
"""How the bytes of a request are read: in this charset each of them is a character."""

_ABOUT = b"content-language", b"vary"
"""The headers that a response gets."""

_STARTS = "http.response.start", "websocket.http.response.start"
"""The events that hold the headers of a response; the second refuses a websocket."""


class _Middleware:
    """What both share: they find the locale of a request, and the response headers about it."""

    def __init__(
        self,
        query: str | None,
        cookie: str | None,
        locale: Callable[[Any], Any] | None,
        headers: bool,
    ) -> None:
        if locale is not None:
            from inspect import iscoroutinefunction

            if not callable(locale) or iscoroutinefunction(locale):
                raise TypeError("locale= is a function of the request, and not an async one")
        self._query = query
        self._cookie = cookie
        self._choose = locale
        self._warned: set[str] = set()
        self._headers = headers
        self._varies = ["Accept-Language", "Cookie"] if cookie else ["Accept-Language"]

    def _request(self, source: Any) -> Request:
        """Return what stands for the request with this scope or environ."""
        sent = partial(self._sent, source)
        if self._choose is None:
            return Request(sent)
        return Request(Chosen(self._choose, source, sent, self._warned))

    def _sent(self, source: Any) -> Key:
        """Return the locale that the request sent."""
        accepted = self._accepted(source)
        if not self._query and not self._cookie:
            return sent_locale(accepted)
        return sent_locale(
            query_value(self._query_string(source), self._query) if self._query else "",
            cookie_value(self._cookies(source), self._cookie) if self._cookie else "",
            accepted,
        )

    if TYPE_CHECKING:

        def _accepted(self, source: Any) -> str:
            """Return the Accept-Language header of a request."""

        def _cookies(self, source: Any) -> str:
            """Return the Cookie header of a request."""

        def _query_string(self, source: Any) -> str:
            """Return the query string of a request."""


class ASGIMiddleware(_Middleware):
    """Makes the language of each request the current locale for all code that answers it.

    ``app`` is an ASGI application. The language is that of the Accept-Language header. If ``query``
    or ``cookie`` is given, a query parameter of that name, or else a cookie of that name, takes
    precedence. ``locale`` is a function, not an async one, that is called with the scope at the
    first look-up of a request; if it gives a locale, that is the only one. What it raises becomes a
    warning, once for each type.

    The locale applies in async and sync routes, streams, background tasks, error handlers and
    websockets. While the server's own ``receive`` and ``send`` run, what held outside is back. The
    lifespan passes through unchanged.

    Unless ``headers`` is false, the response gets a ``Content-Language`` header with the languages
    of the look-ups that named no locale and took place before it started; but not if the
    application sets one, nor if it has no content. ``Vary`` names the request headers that the
    locale depends on, if anything asked for it.
    """

    def __init__(
        self,
        app: ASGIApplication,
        *,
        query: str | None = None,
        cookie: str | None = None,
        locale: Callable[[Any], Any] | None = None,
        headers: bool = True,
    ) -> None:
        super().__init__(query, cookie, locale, headers)
        self._app = app
        self._vary = b"vary", ", ".join(self._varies).encode(_CHARSET)

    async def __call__(self, scope: Event, receive: Receive, send: Send) -> None:
        """Answer a request, as the server asks."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        request = self._request(scope)
        block = RequestBlock(request)

        def take() -> Awaitable[Event]:
            return block.outside(receive)

        def give(event: Event) -> Awaitable[None]:
            if request.was_read and self._headers and event["type"] in _STARTS:
                event = self._told(event, request)
            return block.outside(send, event)

        with block:
            await self._app(scope, take, give)

    def _told(self, event: Event, request: Request) -> Event:
        """Return the start of a response with the headers about its languages."""
        headers = list(event.get("headers", ()))
        status = str(int(event["status"]))  # before Python 3.11 an HTTPStatus's str is its name
        for name, _ in headers:
            if name.lower() in _ABOUT:
                return {**event, "headers": self._merged(headers, status, request)}
        tags = languages(request, status)  # as in most responses
        if tags:
            headers.append((b"content-language", tags.encode(_CHARSET)))
        headers.append(self._vary)
        return {**event, "headers": headers}

    def _merged(self, headers: Headers, status: str, request: Request) -> Headers:
        """Return the headers of a response that has some of ours already."""
        texts = ((name.decode(_CHARSET), text.decode(_CHARSET)) for name, text in headers)
        added = {
            name.lower().encode(_CHARSET): value.encode(_CHARSET)
            for name, value in about(texts, status, request, self._varies).items()
        }
        kept = [(name, text) for name, text in headers if name.lower() not in added]
        return [*kept, *added.items()]

    def _accepted(self, source: Any) -> str:
        return _joined(source, b"accept-language", b",")

    def _cookies(self, source: Any) -> str:
        return _joined(source, b"cookie", b";")

    def _query_string(self, source: Any) -> str:
        query: bytes = source.get("query_string", b"")
        return query.decode(_CHARSET)


def _joined(scope: Event, name: bytes, joint: bytes) -> str:
    """Return a header of a request; if it has several lines, they are joined."""
    length = len(name)
    values = [
        value for each, value in scope["headers"] if len(each) == length and each.lower() == name
    ]
    return joint.join(values).decode(_CHARSET)


class WSGIMiddleware(_Middleware):
    """Makes the language of each request the current locale for all code that answers it.

    It takes the same arguments as ``ASGIMiddleware`` and does the same, for a WSGI application;
    ``locale`` is called with the environ. The locale also applies in each step of the iterable that
    the application returns, and in its ``close``. A list, and a file that the server has a fast
    path for, go to the server as they are.
    """

    def __init__(
        self,
        app: WSGIApplication,
        *,
        query: str | None = None,
        cookie: str | None = None,
        locale: Callable[[Any], Any] | None = None,
        headers: bool = True,
    ) -> None:
        super().__init__(query, cookie, locale, headers)
        self._app = app

    def __call__(self, environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
        """Answer a request, as the server asks."""
        request = self._request(environ)

        def start(status: str, headers: list[tuple[str, str]], *error: Any) -> Any:
            if request.was_read and self._headers:
                added = about(headers, status[:3], request, self._varies)
                kept = [header for header in headers if header[0].title() not in added]
                headers = [*kept, *added.items()]
            return start_response(status, headers, *error)

        block = RequestBlock(request)
        with block:
            body = self._app(environ, start)
        return body if _is_the_servers(body, environ) else _Body(body, block)

    def _accepted(self, source: Any) -> str:
        value: str = source.get("HTTP_ACCEPT_LANGUAGE", "")  # the server has joined its lines
        return value

    def _cookies(self, source: Any) -> str:
        value: str = source.get("HTTP_COOKIE", "")
        return value

    def _query_string(self, source: Any) -> str:
        query: str = source.get("QUERY_STRING", "")
        return query


def _is_the_servers(body: object, environ: WSGIEnvironment) -> bool:
    """Whether no code is left to run in the body, or the server knows a faster way to send it.

    The server's wrapper for files may be a class or a function; uWSGI's gives back the file.
    """
    wrapper = environ.get("wsgi.file_wrapper")
    return (
        isinstance(body, (list, tuple))
        or hasattr(body, "fileno")
        or not hasattr(body, "__iter__")
        or (isinstance(wrapper, type) and isinstance(body, wrapper))
    )


class _Body:
    """Runs each step of the iterable that an application returned in the block of its request."""

    def __init__(self, body: Iterable[bytes], block: RequestBlock) -> None:
        self._body = body
        self._block = block
        with block:
            self._iterator = iter(body)

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        with self._block:
            return next(self._iterator)

    def close(self) -> None:
        """Close the iterable; the server always calls this, even after an error (PEP 3333)."""
        close = getattr(self._body, "close", None)
        if close is not None:
            with self._block:
                close()
