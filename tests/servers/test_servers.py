"""The middleware in real servers, under four frameworks, over real sockets."""

from __future__ import annotations

import asyncio
import http.client
import socket
import time
from io import BytesIO

import pytest
import services

from rv_i18n import describe, message

pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume synchronous")

LANGUAGES = {
    "en-GB": "en",
    "ja, en;q=0.5": "ja",
    "ko-KR": "ko",
    "zh-Hans": "zh_CN",
    "tlh, zh-HK;q=0.1": "zh_TW",
}

ASYNC = ["/async", "/async-stream"]
SYNC = ["/sync", "/stream", "/later", "/refused", "/crash"]
STREAMS = ["/stream", "/async-stream"]

SERVICES = {
    "FastAPI in uvicorn": (services.fastapi, services.uvicorn, SYNC + ASYNC),
    # Starlette calls the handler of a 500 outside all added middleware, so "/crash" is left out.
    "Starlette in uvicorn": (services.starlette, services.uvicorn, SYNC[:-1] + ASYNC),
    "Django in uvicorn": (services.django_asgi, services.uvicorn, SYNC + ASYNC),
    "Django in waitress": (services.django_wsgi, services.waitress, SYNC),
    "Flask in waitress": (services.flask, services.waitress, SYNC),
    "Flask in Werkzeug": (services.flask, services.werkzeug, SYNC),
}


def expected(path, locale):
    """What a route answers: the text for 604, or what ``describe`` says of it."""
    return describe(services.FarmError(), locale) if path == "/refused" else message(604, locale)


class Service:
    """A running service, and how to ask it."""

    def __init__(self, name, port, paths):
        self.name = name
        self.port = port
        self.paths = paths

    def get(self, path, *accepted, cookie=None):
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=20)
        connection.putrequest("GET", path)
        for value in accepted:
            connection.putheader("Accept-Language", value)
        if cookie:
            connection.putheader("Cookie", cookie)
        connection.endheaders()
        response = connection.getresponse()
        response.text = response.read().decode()
        connection.close()
        return response


@pytest.fixture(scope="module", params=SERVICES)
def service(request):
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("LANGUAGE", "zh_CN")  # the server's own environment, which no caller may see
        make, serve, paths = SERVICES[request.param]
        with serve(make()) as port:
            yield Service(request.param, port, paths)


@pytest.fixture(autouse=True)
def _the_server_is_chinese(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")  # conftest.py takes it away for each test


def wait_for(name):
    """The locale in which something ran after the answer was given."""
    deadline = time.monotonic() + 20
    while not services.noted:
        assert time.monotonic() < deadline
        time.sleep(0.01)
    noted = services.noted.pop()
    assert noted[0] == name
    return noted[1]


@pytest.fixture(autouse=True)
def _nothing_noted():
    services.noted.clear()


def test_every_kind_of_handler_answers_in_the_language_of_its_request(service):
    for path in service.paths:
        for accepted, locale in LANGUAGES.items():
            response = service.get(path, accepted)
            assert set(response.text.splitlines()) == {expected(path, locale)}, (path, accepted)
            if path == "/later":
                assert wait_for("later") == locale
            tag = locale.replace("_", "-")
            if path in STREAMS:  # which look something up before they start, or not
                assert response.headers["Content-Language"] in (None, tag)
            else:
                assert response.headers["Content-Language"] == tag
                assert response.headers.get_all("Vary") == ["Accept-Language, Cookie"]


def test_a_request_without_the_header_gets_the_default_and_not_the_servers_language(service):
    for path in service.paths:
        response = service.get(path)
        assert set(response.text.splitlines()) == {expected(path, "en")}, path


def test_several_lines_of_the_header_are_one_list(service):
    assert service.get("/sync", "ko;q=0.1", "tlh, ja;q=0.2").text == message(604, "ja")


def test_a_query_parameter_wins_over_a_cookie_and_that_over_the_header(service):
    assert service.get("/sync", "ja", cookie="a=b; lang=ko").text == message(604, "ko")
    response = service.get("/sync?lang=zh-TW", "ja", cookie="a=b; lang=ko")
    assert response.text == message(604, "zh_TW")
    assert response.headers["Content-Language"] == "zh-TW"


def test_headers_of_the_application_stay(service):
    response = service.get("/own", "ja")
    assert response.text == message(604, "ja")
    assert response.headers.get_all("Content-Language") == ["de"]
    assert response.headers.get_all("Vary") == ["Origin, Accept-Language, Cookie"]


def test_hundreds_of_concurrent_requests_keep_their_languages_apart(service):
    accepted = list(LANGUAGES)
    paths = [path for path in service.paths if path != "/crash"]  # servers log these at length
    requests = [
        (paths[number % len(paths)], accepted[number % len(accepted)]) for number in range(300)
    ]

    async def ask(path, language, ready):
        reader, writer = await asyncio.open_connection("127.0.0.1", service.port)
        await ready.wait()  # until all are connected
        writer.write(
            f"GET {path} HTTP/1.1\r\nHost: farm\r\nConnection: close\r\n"
            f"Accept-Language: {language}\r\n\r\n".encode()
        )
        raw = await reader.read()
        writer.close()
        return text_of(raw)

    async def ask_all():
        ready = asyncio.Event()
        asking = [asyncio.create_task(ask(*request, ready)) for request in requests]
        await asyncio.sleep(0.1)
        ready.set()
        return await asyncio.gather(*asking)

    for (path, language), text in zip(requests, asyncio.run(ask_all())):
        right = expected(path, LANGUAGES[language])
        assert set(text.splitlines()) == {right}, (path, language)


def text_of(raw):
    """The body of a response."""

    class Socket:
        def makefile(self, mode):
            return BytesIO(raw)

    response = http.client.HTTPResponse(Socket())
    response.begin()
    return response.read().decode()


def test_requests_on_one_connection_do_not_inherit_a_language(service):
    connection = http.client.HTTPConnection("127.0.0.1", service.port, timeout=20)
    for path in ("/sync", "/stream", "/refused"):
        for headers, locale in [({"Accept-Language": "ja"}, "ja"), ({}, "en")]:
            connection.request("GET", path, headers=headers)
            text = connection.getresponse().read().decode()
            assert set(text.splitlines()) == {expected(path, locale)}
    connection.close()


def test_a_client_that_disconnects_in_mid_stream_leaves_no_language_behind(service):
    path = "/async-endless" if service.name == "Django in uvicorn" else "/endless"
    with socket.create_connection(("127.0.0.1", service.port), timeout=20) as connection:
        connection.sendall(
            f"GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Language: ja\r\n\r\n".encode()
        )
        received = b""
        while received.count(message(604, "ja").encode()) < 3:
            received += connection.recv(4096)
    assert wait_for("end") == "ja"
    for accepted, locale in [((), "en"), (("ko",), "ko")]:
        assert service.get("/sync", *accepted).text == message(604, locale)


def test_a_websocket_has_the_language_of_its_upgrade_request_and_the_lifespan_none():
    from websockets.sync.client import connect

    with services.uvicorn(services.fastapi()) as port:
        assert wait_for("start") == "zh_CN"
        url = f"ws://127.0.0.1:{port}/socket"
        with connect(url, additional_headers={"Accept-Language": "ja"}) as websocket:
            websocket.send("sent")
            assert websocket.recv() == "sent" + message(604, "ja")
        with connect(url + "?lang=ko", additional_headers={"Accept-Language": "ja"}) as websocket:
            websocket.send("sent")
            assert websocket.recv() == "sent" + message(604, "ko")
