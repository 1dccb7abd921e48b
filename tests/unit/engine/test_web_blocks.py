"""Nothing of a request is left in the next, whatever a server and an application do."""

from __future__ import annotations

import asyncio
import contextvars
import gc
import threading
import time

import pytest

from rv_i18n import activate, get_locale, message, set_locale, use_locale
from rv_i18n._engine.current import places
from rv_i18n._engine.request import Request
from rv_i18n._web.asked import cookie_value
from rv_i18n._web.blocks import RequestBlock
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

JA, KO = message(604, "ja"), message(604, "ko")


@pytest.fixture(autouse=True)
def _the_process_is_korean():
    set_locale("ko")
    yield
    set_locale(None)


def http(kind="http"):
    return {"type": kind, "headers": [(b"accept-language", b"ja")]}


@pytest.mark.parametrize("kind", ["http", "websocket"])
def test_while_the_server_receives_and_sends_its_own_locale_is_back(kind):
    seen = []

    async def app(scope, receive, send):
        activate("zh-TW")
        await receive()
        await send({"type": "any"})
        seen.append(get_locale())

    async def server(*event):
        seen.append(get_locale())
        await asyncio.sleep(0)
        activate("fr")  # what a server does is its own
        return event

    async def serve():
        await ASGIMiddleware(app)(http(kind), server, server)
        seen.append(get_locale())

    asyncio.run(serve())
    assert seen == ["ko", "ko", "zh-TW", "ko"]


def test_a_task_that_the_server_starts_does_not_inherit_the_request():
    """As uvicorn starts the next of several pipelined requests while the last one sends."""
    seen = []

    async def app(scope, receive, send):
        assert message(604) == JA
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def plain():
        seen.append((get_locale(), places()))

    async def send(event):
        tasks.append(asyncio.create_task(plain()))

    async def serve():
        await ASGIMiddleware(app)(http(), None, send)
        await tasks[0]

    tasks = []
    asyncio.run(serve())
    assert seen == [("ko", ())]


@pytest.mark.parametrize("error", [ZeroDivisionError, asyncio.CancelledError, KeyboardInterrupt])
def test_after_an_exception_the_callers_locale_is_back(error):
    async def app(scope, receive, send):
        with pytest.raises(ConnectionError):
            await receive()
        assert message(604) == JA
        use_locale("fr").__enter__()  # and never left
        raise error

    async def gone():
        raise ConnectionError

    async def serve():
        for _ in range(3):
            with pytest.raises(error):
                await ASGIMiddleware(app)(http(), gone, None)
            assert (get_locale(), places()) == ("ko", ())

    asyncio.run(serve())

    def application(environ, start_response):
        assert message(604) == JA
        use_locale("fr").__enter__()
        raise error

    with pytest.raises(error):
        WSGIMiddleware(application)({"HTTP_ACCEPT_LANGUAGE": "ja"}, None)
    assert (get_locale(), places()) == ("ko", ())


def test_a_request_that_was_cancelled_in_the_server_leaves_nothing():
    async def app(scope, receive, send):
        try:
            await receive()
        finally:
            assert message(604) == JA

    async def never():
        await asyncio.Event().wait()

    async def serve():
        request = asyncio.create_task(ASGIMiddleware(app)(http(), never, None))
        await asyncio.sleep(0)
        request.cancel()
        with pytest.raises(asyncio.CancelledError):
            await request
        assert places() == ()

    asyncio.run(serve())


@pytest.mark.parametrize("where", ["app", "server"])
def test_a_request_that_was_dropped_is_closed_without_a_trace_in_another_context(where):
    class Forever:
        def __await__(self):
            yield

    async def app(scope, receive, send):
        await (receive() if where == "server" else Forever())

    async def receive():
        await Forever()

    request = ASGIMiddleware(app)(http(), receive, None)
    contextvars.copy_context().run(request.send, None)
    with use_locale("fr"):
        held = places()
        del request
        gc.collect()
        assert places() == held
    assert get_locale() == "ko"


def test_what_a_wsgi_application_activates_holds_until_its_stream_ends_and_no_longer():
    def app(environ, start_response):
        activate("zh-TW")
        yield get_locale()
        activate("fr")
        yield get_locale()

    for _ in range(2):
        stream = WSGIMiddleware(app)({"HTTP_ACCEPT_LANGUAGE": "ja"}, None)
        seen = []
        for locale in stream:
            seen += [locale, get_locale()]
        assert seen == ["zh-TW", "ko", "fr", "ko"]


def test_variables_of_a_wsgi_application_are_those_of_its_caller():
    """Django keeps a connection to Redis in one; Flask's test client opens contexts in one."""
    variable = contextvars.ContextVar("variable")

    def app(environ, start_response):
        variable.set("set in the application")
        return iter([b""])

    def serve():
        body = WSGIMiddleware(app)({}, None)
        assert variable.get() == "set in the application"
        token = variable.set("set by the caller")
        list(body)
        variable.reset(token)

    contextvars.copy_context().run(serve)


def test_a_middleware_in_another_one_decides_for_its_part():
    async def inner(scope, receive, send):
        assert get_locale() == "fr"
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def outer(scope, receive, send):
        assert get_locale() == "ja"
        await ASGIMiddleware(inner, locale=lambda scope: "fr")(scope, receive, send)
        assert get_locale() == "ja"

    async def send(event):
        assert get_locale() == "ko"

    asyncio.run(ASGIMiddleware(outer)(http(), None, send))


def test_the_threads_of_a_request_ask_the_services_function_once_between_them():
    asked = []

    def choose(scope):
        time.sleep(0.01)
        asked.append(scope)
        return "fr"

    async def app(scope, receive, send):
        context = contextvars.copy_context
        threads = [
            threading.Thread(target=context().run, args=(lambda: told.append(get_locale()),))
            for _ in range(8)
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    told = []
    asyncio.run(ASGIMiddleware(app, locale=choose)(http(), None, None))
    assert told == ["fr"] * 8
    assert len(asked) == 1


@pytest.mark.parametrize("unit", ["%;", "a=b;", "lang;", "lang%=;", '"\\;', " ", ";lang ", "lang "])
def test_reading_a_cookie_takes_a_millisecond_at_most_per_8_kilobytes(unit):
    header = unit * (8192 // len(unit)) + ";lang=ko"
    best = min(timed(cookie_value, header, "lang") for _ in range(20))
    assert best < 0.001


def timed(function, *arguments):
    start = time.perf_counter()
    assert function(*arguments) == "ko"
    return time.perf_counter() - start


def test_a_request_may_follow_something_else_at_each_look_up():
    """As ``rv_i18n.django.LocaleMiddleware`` follows Django."""
    languages = iter(["ja", "fr"])
    with RequestBlock(Request(lambda: next(languages), follows=True)):
        assert [get_locale(), get_locale()] == ["ja", "fr"]
    assert get_locale() == "ko"
