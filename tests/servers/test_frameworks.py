"""The middleware around each framework that docs/web.md names, called in this process."""

from __future__ import annotations

import asyncio
import io
from wsgiref.util import setup_testing_defaults

import pytest

from rv_i18n import get_locale, message
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

READERS = {"ja": "ja", "ko-KR": "ko", "tlh": "en", "zh-HK, en;q=0.5": "zh_TW"}


def litestar():
    from litestar import Litestar, get
    from litestar.exceptions import HTTPException
    from litestar.response import Response

    @get("/", sync_to_thread=True)
    def answer() -> str:
        return message(604)

    def explain(request, error: HTTPException) -> Response:
        return Response(message(604), status_code=error.status_code, media_type="text/plain")

    return Litestar([answer], exception_handlers={HTTPException: explain}, logging_config=None)


def quart():
    from quart import Quart

    app = Quart(__name__)

    @app.get("/")
    async def answer():
        return message(604)

    @app.errorhandler(404)
    async def explain(error):
        return message(604), 404

    return app


def starlette():
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    def answer(request):
        return PlainTextResponse(message(604))

    async def explain(request, error):
        return PlainTextResponse(message(604), 404)

    return Starlette(routes=[Route("/", answer)], exception_handlers={404: explain})


def falcon_asgi():
    import falcon
    import falcon.asgi

    class Answer:
        async def on_get(self, request, response):
            response.text = message(604)

    async def explain(request, response, error, parameters):
        response.text, response.status = message(604), 404

    app = falcon.asgi.App()
    app.add_route("/", Answer())
    app.add_error_handler(falcon.HTTPNotFound, explain)
    return app


def falcon_wsgi():
    import falcon

    class Answer:
        def on_get(self, request, response):
            response.text = message(604)

    def explain(request, response, error, parameters):
        response.text, response.status = message(604), falcon.HTTP_404

    app = falcon.App()
    app.add_route("/", Answer())
    app.add_error_handler(falcon.HTTPNotFound, explain)
    return app


def bottle():
    import bottle

    app = bottle.Bottle()
    app.route("/", callback=lambda: message(604))
    app.error(404)(lambda error: message(604))
    return app


def flask():
    from flask import Flask

    app = Flask(__name__)
    app.add_url_rule("/", view_func=lambda: message(604))
    app.register_error_handler(404, lambda error: (message(604), 404))
    return app


ASGI = {"Litestar": litestar, "Quart": quart, "Starlette": starlette, "Falcon (ASGI)": falcon_asgi}
WSGI = {"Falcon (WSGI)": falcon_wsgi, "Bottle": bottle, "Flask": flask}


def ask_asgi(app, path, reader):
    """Return the status, the text and the headers of an answer."""
    import httpx

    async def ask():
        transport = httpx.ASGITransport(app)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return await client.get(path, headers={"Accept-Language": reader})

    response = asyncio.run(ask())
    return response.status_code, response.text, response.headers


def ask_wsgi(app, path, reader):
    started = []
    environ = {"PATH_INFO": path, "HTTP_ACCEPT_LANGUAGE": reader, "wsgi.input": io.BytesIO()}
    setup_testing_defaults(environ)
    body = app(environ, lambda status, headers, error=None: started.append((status, headers)))
    text = b"".join(body).decode()
    if hasattr(body, "close"):
        body.close()
    status, headers = started[0]
    return int(status[:3]), text, {name.lower(): value for name, value in headers}


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("name", [*ASGI, *WSGI])
def test_a_route_and_a_404_are_in_the_language_of_each_reader(name):
    outside = get_locale()
    if name in ASGI:
        app, ask = ASGIMiddleware(ASGI[name]()), ask_asgi
    else:
        app, ask = WSGIMiddleware(WSGI[name]()), ask_wsgi
    for path, expected in (("/", 200), ("/nowhere", 404)):
        for reader, locale in READERS.items():
            status, text, headers = ask(app, path, reader)
            assert (status, text) == (expected, message(604, locale))
            assert headers["content-language"] == locale.replace("_", "-")
            assert headers["vary"] == "Accept-Language"
    assert get_locale() == outside


async def talk(app, scope, *received):
    """Run an application on a websocket, and return what it sends."""
    sent = []
    events = [{"type": "websocket.connect"}, *received]

    async def receive():
        if events:
            return events.pop(0)
        return {"type": "websocket.disconnect", "code": 1000}

    async def send(event):
        sent.append(event)

    await app(scope, receive, send)
    return [event["text"] for event in sent if event["type"] == "websocket.send"]


def websocket(query=b"", language=b"ja"):
    return {
        "type": "websocket",
        "path": "/",
        "raw_path": b"/",
        "root_path": "",
        "query_string": query,
        "headers": [(b"accept-language", language)],
        "subprotocols": [],
    }


def starlette_websocket():
    from starlette.applications import Starlette
    from starlette.routing import WebSocketRoute

    async def answer(socket):
        await socket.accept()
        await socket.receive_text()
        await socket.send_text(message(604))
        await socket.close()

    return Starlette(routes=[WebSocketRoute("/", answer)])


def channels_websocket():
    import services

    services.django_urls()
    from channels.generic.websocket import AsyncWebsocketConsumer

    class Consumer(AsyncWebsocketConsumer):
        async def receive(self, text_data=None, bytes_data=None):
            await self.send(message(604))

    return Consumer.as_asgi()


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("make", [starlette_websocket, channels_websocket])
def test_a_websocket_has_the_language_of_its_upgrade_request(make):
    app = ASGIMiddleware(make(), query="lang")
    asked = {"type": "websocket.receive", "text": "?"}
    for query, language, locale in [
        (b"", b"ja", "ja"),
        (b"lang=ko", b"ja", "ko"),
        (b"", b"", "en"),
    ]:
        told = asyncio.run(talk(app, websocket(query, language), asked))
        assert told == [message(604, locale)]
