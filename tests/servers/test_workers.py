"""The recipes of docs/workers.md, run: what carries a locale to where it would not go by itself."""

from __future__ import annotations

import asyncio
import contextvars
import multiprocessing
import os
import subprocess
import sys
import threading
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from contextlib import suppress

import pytest
import worker_jobs

from rv_i18n import activate, describe, get_locale, lookup, message, use_locale
from rv_i18n.web import ASGIMiddleware

JA, KO, EN = message(604, "ja"), message(604, "ko"), message(604, "en")


@pytest.mark.parametrize("method", ["spawn", "forkserver"])
def test_a_process_pool_is_sent_the_locale_with_the_job(method):
    if method not in multiprocessing.get_all_start_methods():
        pytest.skip("this system has no such processes")
    context = multiprocessing.get_context(method)
    with ProcessPoolExecutor(1, mp_context=context) as pool, use_locale("ja, en;q=0.5"):
        assert pool.submit(worker_jobs.job, get_locale(), 604).result(60) == JA


def test_a_process_pool_may_have_one_locale_for_all_jobs():
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(
        1, mp_context=context, initializer=worker_jobs.initialize, initargs=("ko",)
    )
    with pool:
        assert pool.submit(message, 604).result(60) == KO
        assert pool.submit(lookup, 604).result(60).locale == "ko"


def test_a_thread_pool_runs_a_job_in_a_copy_of_the_context():
    with ThreadPoolExecutor(1) as pool:
        for locale, text in (("ja", JA), ("ko", KO)):
            with use_locale(locale):
                context = contextvars.copy_context()
                assert pool.submit(context.run, message, 604).result() == text
                assert asyncio.run(asyncio.to_thread(message, 604)) == text


def test_a_thread_may_activate_a_locale_for_good():
    told = []

    def work():
        activate("ja")
        told.append(message(604))

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert told == [JA]


class FarmError(Exception):
    __module__ = "rayvision_api.exception"
    error_code, error = 602, "need_user_login"


def grpc_parts(asynchronous):
    """The interceptor and the service of docs/workers.md."""
    import grpc
    from google.rpc import code_pb2, error_details_pb2, status_pb2
    from grpc_status import rpc_status

    def locale_of(metadata):
        return [value for name, value in metadata or () if name == "accept-language"]

    def status_of(error):
        text = lookup(error.error_code)
        status = status_pb2.Status(code=code_pb2.UNAUTHENTICATED, message=describe(error))
        status.details.add().Pack(
            error_details_pb2.LocalizedMessage(locale=text.language, message=text)
        )
        status.details.add().Pack(
            error_details_pb2.ErrorInfo(reason=text.symbol, domain="farm", metadata={"code": "602"})
        )
        return rpc_status.to_status(status)

    if asynchronous:

        async def answer(request, context):
            await asyncio.sleep(0)
            if request == b"fail":
                await context.abort_with_status(status_of(FarmError()))
            return message(604).encode()

        class Interceptor(grpc.aio.ServerInterceptor):
            async def intercept_service(self, continuation, details):
                activate(locale_of(details.invocation_metadata) or "*")
                return await continuation(details)
    else:

        def answer(request, context):
            if request == b"fail":
                context.abort_with_status(status_of(FarmError()))
            return message(604).encode()

        class Interceptor(grpc.ServerInterceptor):
            def intercept_service(self, continuation, details):
                handler = continuation(details)
                locale = locale_of(details.invocation_metadata) or "*"
                if handler is None or handler.unary_unary is None:
                    return handler
                # The handler runs in another thread than the interceptor.
                return grpc.unary_unary_rpc_method_handler(
                    use_locale(locale)(handler.unary_unary),
                    handler.request_deserializer,
                    handler.response_serializer,
                )

    handlers = {"Answer": grpc.unary_unary_rpc_method_handler(answer)}
    return Interceptor(), grpc.method_handlers_generic_handler("Farm", handlers)


def ask_grpc(port):
    import grpc
    from google.rpc import error_details_pb2
    from grpc_status import rpc_status

    with grpc.insecure_channel(f"127.0.0.1:{port}") as channel:
        call = channel.unary_unary("/Farm/Answer")
        for accepted, text in (("ja", JA), ("ko, en;q=0.5", KO), (None, EN), ("ja", JA)):
            metadata = [("accept-language", accepted)] if accepted else []
            assert call(b"", metadata=metadata, timeout=30).decode() == text
        with pytest.raises(grpc.RpcError) as caught:
            call(b"fail", metadata=[("accept-language", "ja")], timeout=30)
    status = rpc_status.from_call(caught.value)
    assert status.message == message(602, "ja") + "（602）"
    localized, info = error_details_pb2.LocalizedMessage(), error_details_pb2.ErrorInfo()
    assert status.details[0].Unpack(localized)
    assert status.details[1].Unpack(info)
    assert (localized.locale, localized.message) == ("ja", message(602, "ja"))
    assert (info.reason, info.metadata["code"]) == ("NEED_USER_LOGIN", "602")


def test_grpc_answers_and_fails_in_the_callers_language():
    import grpc

    interceptor, handlers = grpc_parts(asynchronous=False)
    server = grpc.server(ThreadPoolExecutor(2), interceptors=[interceptor])
    server.add_generic_rpc_handlers((handlers,))
    port = server.add_insecure_port("127.0.0.1:0")
    server.start()
    try:
        ask_grpc(port)
    finally:
        server.stop(None).wait()


def test_grpc_aio_answers_and_fails_in_the_callers_language():
    import grpc

    async def serve():
        interceptor, handlers = grpc_parts(asynchronous=True)
        server = grpc.aio.server(interceptors=[interceptor])
        server.add_generic_rpc_handlers((handlers,))
        port = server.add_insecure_port("127.0.0.1:0")
        await server.start()
        try:
            await asyncio.to_thread(ask_grpc, port)
        finally:
            await server.stop(None)

    asyncio.run(serve())


def test_a_celery_task_has_the_locale_of_who_sent_it():
    from celery import Celery
    from celery.signals import before_task_publish, task_prerun

    app = Celery("farm", broker="memory://", backend="cache+memory://")

    @before_task_publish.connect(weak=False)
    def send_locale(headers=None, **_):
        headers["locale"] = get_locale()

    @task_prerun.connect(weak=False)
    def take_locale(task=None, **_):
        activate(getattr(task.request, "locale", None))

    @app.task
    def render():
        return message(604)

    from celery.contrib.testing.worker import start_worker

    with start_worker(app, pool="solo", perform_ping_check=False, shutdown_timeout=30):
        for locale, text in (("ja", JA), (("ko", "en"), KO), ("ja", JA)):
            with use_locale(locale):
                assert render.delay().get(timeout=30) == text


def test_aiohttp_answers_in_the_readers_language():
    from aiohttp import ClientSession, web

    @web.middleware
    async def language(request, handler):
        with use_locale(request.headers.get("Accept-Language") or "*"):
            return await handler(request)

    async def answer(request):
        await asyncio.sleep(0)
        return web.Response(text=message(604))

    async def serve():
        app = web.Application(middlewares=[language])
        app.router.add_get("/", answer)
        runner = web.AppRunner(app)
        await runner.setup()
        site = web.TCPSite(runner, "127.0.0.1", 0)
        await site.start()
        address = f"http://127.0.0.1:{runner.addresses[0][1]}/"
        try:
            async with ClientSession() as session:
                for accepted, text in (("ja", JA), ("ko", KO), ("", EN)):
                    headers = {"Accept-Language": accepted} if accepted else {}
                    async with session.get(address, headers=headers) as response:
                        assert await response.text() == text
        finally:
            await runner.cleanup()

    asyncio.run(serve())


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_aws_lambda_answers_in_the_readers_language_through_mangum():
    from mangum import Mangum
    from starlette.applications import Starlette
    from starlette.responses import PlainTextResponse
    from starlette.routing import Route

    app = Starlette(routes=[Route("/", lambda request: PlainTextResponse(message(604)))])
    handler = Mangum(ASGIMiddleware(app), lifespan="off")
    for accepted, text in (("ja", JA), ("ko", KO), ("", EN)):
        event = {
            "version": "2.0",
            "rawPath": "/",
            "rawQueryString": "",
            "headers": {"accept-language": accepted, "host": "service"},
            "requestContext": {
                "http": {"method": "GET", "path": "/", "sourceIp": "127.0.0.1"},
                "domainName": "service",
            },
            "isBase64Encoded": False,
        }
        answer = handler(event, None)
        assert (answer["statusCode"], answer["body"]) == (200, text)
    with suppress(RuntimeError):  # Mangum leaves an event loop open
        asyncio.get_event_loop().close()
    asyncio.set_event_loop(None)


PYSIDE = """
import sys
from PySide6.QtCore import QCoreApplication, QLocale, QObject, QThread, Signal, Slot
from rv_i18n import get_locale, message, set_locale, use_locale

app = QCoreApplication(sys.argv)
QLocale.setDefault(QLocale("ja_JP"))
set_locale(QLocale().uiLanguages())
assert message(604) == message(604, "ja"), get_locale()

class Worker(QThread):
    done = Signal(str)

    def run(self):
        self.done.emit(message(604))  # set_locale is for all threads

told = []

class Window(QObject):
    @Slot(str)
    def show(self, text):
        told.append((text, message(604)))
        app.quit()

window, worker = Window(), Worker()
worker.done.connect(window.show)
with use_locale("ko"):  # of this thread alone
    worker.start()
app.exec()
worker.wait()
assert told == [(message(604, "ja"),) * 2], told
"""


def test_pyside_threads_and_signals_have_the_locale():
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-c", PYSIDE], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def test_socket_io_answers_in_the_clients_language_by_both_transports():
    import socketio
    import uvicorn

    server = socketio.AsyncServer(async_mode="asgi", ping_interval=0.5, ping_timeout=5)

    @server.event
    async def connect(sid, environ):
        await server.save_session(sid, {"locale": environ.get("HTTP_ACCEPT_LANGUAGE") or "*"})

    @server.event
    async def ask(sid, data):
        session = await server.get_session(sid)
        with use_locale(session["locale"]):
            return message(604)

    app = socketio.ASGIApp(server)
    service = uvicorn.Server(uvicorn.Config(app, port=0, log_level="critical"))

    async def run():
        serving = asyncio.create_task(service.serve())
        while not service.started:
            await asyncio.sleep(0.01)
        port = service.servers[0].sockets[0].getsockname()[1]
        for transports in (["polling"], ["websocket"], ["polling", "websocket"]):
            for accepted, text in (("ja", JA), ("ko", KO)):
                client = socketio.AsyncClient()
                headers = {"Accept-Language": accepted}
                await client.connect(
                    f"http://127.0.0.1:{port}", headers=headers, transports=transports
                )
                assert await client.call("ask", "?", timeout=30) == text
                await client.disconnect()
        service.should_exit = True
        await serving

    asyncio.run(run())
