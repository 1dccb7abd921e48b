"""The same small service in each web framework, behind the middleware, in a real server.

Every route answers with the text for 604 in the current locale. The frameworks are imported where
they are used, since they are installed for these tests alone.
"""

from __future__ import annotations

import asyncio
import threading
import time
from contextlib import asynccontextmanager, contextmanager, suppress
from functools import lru_cache

from rv_i18n import ErrorCode, describe, message, negotiate
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

OPTIONS = {"query": "lang", "cookie": "lang"}

OWN_HEADERS = {"Content-Language": "de", "Vary": "Origin"}

noted: list[tuple[str, str]] = []
"""What ran when the answer was given already: its name, and the locale that it ran in."""


class FarmError(Exception):
    """As the farm's SDK raises it."""

    error_code = ErrorCode.VALIDATE_CODE_ERROR


def note(name):
    noted.append((name, negotiate(None)))


def chunks():
    """Three times the text, with time between for other requests."""
    for _ in range(3):
        yield message(604) + "\n"
        time.sleep(0.001)


async def async_chunks():
    for _ in range(3):
        yield message(604) + "\n"
        await asyncio.sleep(0.001)


def endless():
    try:
        while True:
            yield message(604) + "\n"
            time.sleep(0.01)
    finally:
        note("end")


async def async_endless():
    try:
        while True:
            yield message(604) + "\n"
            await asyncio.sleep(0.01)
    finally:
        note("end")


def fastapi():
    """FastAPI, wrapped as a whole, with a middleware of Starlette's inside."""
    from fastapi import Depends, FastAPI
    from fastapi.responses import PlainTextResponse, StreamingResponse
    from starlette.background import BackgroundTask
    from starlette.routing import WebSocketRoute

    @asynccontextmanager
    async def lifespan(app):
        note("start")
        yield

    app = FastAPI(lifespan=lifespan)

    @app.middleware("http")
    async def inside(request, call_next):
        return await call_next(request)

    def dependency():
        yield message(604)

    @app.get("/sync")
    def sync(text: str = Depends(dependency)):
        time.sleep(0.005)
        assert text == message(604)
        return PlainTextResponse(text)

    @app.get("/async")
    async def asynchronous():
        await asyncio.sleep(0.005)
        return PlainTextResponse(message(604))

    @app.get("/stream")
    def stream():
        return StreamingResponse(chunks(), media_type="text/plain")

    @app.get("/async-stream")
    async def async_stream():
        return StreamingResponse(async_chunks(), media_type="text/plain")

    @app.get("/endless")
    async def never_ends():
        return StreamingResponse(async_endless(), media_type="text/plain")

    @app.get("/later")
    def later():
        return PlainTextResponse(message(604), background=BackgroundTask(note, "later"))

    @app.get("/own")
    def own():
        return PlainTextResponse(message(604), headers=OWN_HEADERS)

    @app.get("/refused")
    def refused():
        raise FarmError

    @app.get("/crash")
    async def crash():
        raise ZeroDivisionError

    @app.exception_handler(FarmError)
    def explain(request, error):
        return PlainTextResponse(describe(error), 502)

    @app.exception_handler(Exception)
    def explain_all(request, error):
        return PlainTextResponse(message(604), 500)

    async def socket(websocket):
        await websocket.accept()
        await websocket.send_text(await websocket.receive_text() + message(604))
        await websocket.close()

    app.router.routes.append(WebSocketRoute("/socket", socket))
    return ASGIMiddleware(app, **OPTIONS)


def starlette():
    """Starlette, with the middleware added."""
    from starlette.applications import Starlette
    from starlette.background import BackgroundTask
    from starlette.responses import PlainTextResponse, StreamingResponse
    from starlette.routing import Route

    def sync(request):
        time.sleep(0.005)
        return PlainTextResponse(message(604))

    async def asynchronous(request):
        await asyncio.sleep(0.005)
        return PlainTextResponse(message(604))

    async def stream(request):
        return StreamingResponse(chunks(), media_type="text/plain")

    async def async_stream(request):
        return StreamingResponse(async_chunks(), media_type="text/plain")

    async def never_ends(request):
        return StreamingResponse(async_endless(), media_type="text/plain")

    async def later(request):
        return PlainTextResponse(message(604), background=BackgroundTask(note, "later"))

    async def own(request):
        return PlainTextResponse(message(604), headers=OWN_HEADERS)

    def refused(request):
        raise FarmError

    async def crash(request):
        raise ZeroDivisionError

    async def explain(request, error):
        return PlainTextResponse(describe(error), 502)

    def explain_all(request, error):
        return PlainTextResponse(message(604), 500)

    routes = {
        "/sync": sync,
        "/async": asynchronous,
        "/stream": stream,
        "/async-stream": async_stream,
        "/endless": never_ends,
        "/later": later,
        "/own": own,
        "/refused": refused,
        "/crash": crash,
    }
    app = Starlette(
        routes=[Route(path, endpoint) for path, endpoint in routes.items()],
        exception_handlers={FarmError: explain, Exception: explain_all},
    )
    app.add_middleware(ASGIMiddleware, **OPTIONS)
    return app


def flask():
    """Flask."""
    from flask import Flask, Response, stream_with_context

    app = Flask("service")
    app.wsgi_app = WSGIMiddleware(app.wsgi_app, **OPTIONS)

    @app.get("/sync")
    def sync():
        time.sleep(0.005)
        return message(604)

    @app.get("/stream")
    def stream():
        return Response(stream_with_context(chunks()), mimetype="text/plain")

    @app.get("/endless")
    def never_ends():
        return Response(endless(), mimetype="text/plain")

    @app.get("/later")
    def later():
        response = Response(message(604))
        response.call_on_close(lambda: note("later"))
        return response

    @app.get("/own")
    def own():
        return message(604), OWN_HEADERS

    @app.get("/refused")
    def refused():
        raise FarmError

    @app.get("/crash")
    def crash():
        raise ZeroDivisionError

    @app.errorhandler(FarmError)
    def explain(error):
        return describe(error), 502

    @app.errorhandler(500)
    def explain_all(error):
        return message(604), 500

    return app


@lru_cache(maxsize=1)
def django_urls():
    """Django's views: there is one set of settings, and so of views, in a process."""
    import django
    from django.conf import settings
    from django.http import HttpResponse, StreamingHttpResponse
    from django.urls import path

    class Urls:
        urlpatterns = ()
        handler500 = staticmethod(lambda request: HttpResponse(message(604), status=500))

    settings.configure(
        ALLOWED_HOSTS=["*"],
        ROOT_URLCONF=Urls,
        MIDDLEWARE=["services.DjangoErrors"],
        LOGGING_CONFIG=None,
    )
    django.setup()

    class Later(HttpResponse):
        def close(self):
            note("later")
            super().close()

    def sync(request):
        time.sleep(0.005)
        return HttpResponse(message(604))

    async def asynchronous(request):
        await asyncio.sleep(0.005)
        return HttpResponse(message(604))

    def stream(request):
        return StreamingHttpResponse(chunks())

    async def async_stream(request):
        return StreamingHttpResponse(async_chunks())

    def never_ends(request):
        return StreamingHttpResponse(endless())

    async def async_never_ends(request):
        return StreamingHttpResponse(async_endless())

    def later(request):
        return Later(message(604))

    def own(request):
        return HttpResponse(message(604), headers=OWN_HEADERS)

    def refused(request):
        raise FarmError

    def crash(request):
        raise ZeroDivisionError

    views = {
        "sync": sync,
        "async": asynchronous,
        "stream": stream,
        "async-stream": async_stream,
        "endless": never_ends,
        "async-endless": async_never_ends,
        "later": later,
        "own": own,
        "refused": refused,
        "crash": crash,
    }
    Urls.urlpatterns = [path(name, view) for name, view in views.items()]


class DjangoErrors:
    """Django's way to answer exceptions."""

    sync_capable = async_capable = True

    def __new__(cls, get_response):
        from asgiref.sync import iscoroutinefunction, markcoroutinefunction

        self = super().__new__(cls)
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)
        return self

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, error):
        from django.http import HttpResponse

        return HttpResponse(describe(error), status=502) if isinstance(error, FarmError) else None


def django_asgi():
    """Django under ASGI."""
    from django.core.asgi import get_asgi_application

    django_urls()
    return ASGIMiddleware(get_asgi_application(), **OPTIONS)


def django_wsgi():
    """Django under WSGI."""
    from django.core.wsgi import get_wsgi_application

    django_urls()
    return WSGIMiddleware(get_wsgi_application(), **OPTIONS)


@contextmanager
def uvicorn(app):
    """Runs an ASGI application in a thread, and gives its port."""
    import uvicorn

    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical", lifespan="auto"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        assert thread.is_alive()
        time.sleep(0.01)
    yield server.servers[0].sockets[0].getsockname()[1]
    server.should_exit = True
    thread.join()


@contextmanager
def waitress(app):
    """Runs a WSGI application in a few threads."""
    from waitress import create_server

    server = create_server(app, host="127.0.0.1", port=0, threads=8, channel_timeout=5)
    thread = threading.Thread(target=server.run)
    thread.start()
    yield server.effective_port
    with suppress(OSError):  # its thread may be awake, and have closed, before it is woken
        server.trigger.pull_trigger(server.close)
    thread.join()


@contextmanager
def werkzeug(app):
    """Runs a WSGI application in a thread for each request."""
    from werkzeug.serving import make_server

    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield server.server_port
    server.shutdown()
    thread.join()
