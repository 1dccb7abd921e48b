"""Two small applications, each with a route inside the middleware and a plain one beside it.

The plain route answers what it sees of the requests before it, which is to be nothing.
"""

from __future__ import annotations

import asyncio
import json
import time

from rv_i18n import get_locale, message, use_locale
from rv_i18n._engine.current import places
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware


def seen():
    """What holds outside: the current locale, and how many blocks are open."""
    return json.dumps([get_locale(), len(places())]).encode()


def work(path):
    """What a route inside does: it looks something up, and may leave a block open or fail."""
    text = message(604)
    use_locale("zh-TW").__enter__()  # and never left
    if path == "/crash":
        raise ZeroDivisionError
    return text.encode()


def start(text=None):
    headers = [(b"content-type", b"text/plain; charset=utf-8")]
    if text is not None:
        headers.append((b"content-length", str(len(text)).encode()))
    return {"type": "http.response.start", "status": 200, "headers": headers}


async def inside(scope, receive, send):
    while (await receive()).get("more_body"):
        pass
    text = work(scope["path"])
    if scope["path"] != "/endless":
        await send(start(text))
    else:
        await send(start())
        for _ in range(100):  # some servers do not say that the client has gone
            await send({"type": "http.response.body", "body": text + b"\n", "more_body": True})
            await asyncio.sleep(0.01)
    await send({"type": "http.response.body", "body": text})


mounted = ASGIMiddleware(inside)


async def asgi(scope, receive, send):
    """The application under ASGI."""
    if scope["type"] == "lifespan":
        while True:
            event = (await receive())["type"]
            await send({"type": f"{event}.complete"})
            if event == "lifespan.shutdown":
                return
    if scope["path"] == "/plain":
        text = seen()
        await send(start(text))
        await send({"type": "http.response.body", "body": text})
    else:
        await mounted(scope, receive, send)


def wsgi_inside(environ, start_response):
    stream = environ["wsgi.input"]
    left = int(environ.get("CONTENT_LENGTH") or 0)
    while left > 0:
        left -= len(stream.read(min(left, 65536))) or left
    text = work(environ["PATH_INFO"])
    start_response("200 OK", [("Content-Type", "text/plain; charset=utf-8")])
    for _ in range(100 * (environ["PATH_INFO"] == "/endless")):
        yield text + b"\n"
        time.sleep(0.01)
    yield text


wsgi_mounted = WSGIMiddleware(wsgi_inside)


def wsgi(environ, start_response):
    """The application under WSGI."""
    if environ["PATH_INFO"] != "/plain":
        return wsgi_mounted(environ, start_response)
    text = seen()
    start_response("200 OK", [("Content-Type", "text/plain"), ("Content-Length", str(len(text)))])
    return [text]
