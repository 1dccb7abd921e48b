"""On every server, nothing of one request is in the next, however long the connection."""

from __future__ import annotations

import http.client
import json
import socket

import pytest
import real_servers

from rv_i18n import message

ASGI = [
    "uvicorn",
    "uvicorn (uvloop, httptools)",
    "hypercorn",
    "daphne",
    "granian",
    "gunicorn (asgi)",
]
WSGI = [
    "waitress",
    "gunicorn (sync)",
    "gunicorn (gthread)",
    "gunicorn (gevent)",
    "uWSGI",
    "granian (WSGI)",
]

KO = message(604, "ko")


@pytest.fixture(scope="module", params=ASGI + WSGI)
def server(request):
    kind = "asgi" if request.param in ASGI else "wsgi"
    with real_servers.serving(request.param, f"bounds_app:{kind}") as port:
        yield request.param, port


@pytest.fixture
def ask(server):
    connection = http.client.HTTPConnection("127.0.0.1", server[1], timeout=30)

    def ask(path, body=None, language="ko"):
        headers = {"Accept-Language": language} if language else {}
        if server[0] == "uWSGI":  # it closes the connection without saying so
            connection.close()
        connection.request("POST" if body else "GET", path, body, headers)
        response = connection.getresponse()
        return response.status, response.read().decode()

    yield ask
    connection.close()


def test_a_plain_route_sees_nothing_of_the_requests_before_it_on_the_connection(ask):
    for body in (None, b"x" * 300_000, None, b"x"):
        for _ in range(5):
            assert ask("/", body) == (200, KO)
            status, text = ask("/plain", language="")
            assert (status, json.loads(text)) == (200, [["zh_CN"], 0])


def test_a_plain_route_sees_nothing_of_a_request_that_failed(server):
    for path in ("/crash", "/"):
        connection = http.client.HTTPConnection("127.0.0.1", server[1], timeout=30)
        for _ in range(3):
            try:
                connection.request("GET", path, headers={"Accept-Language": "ko"})
                connection.getresponse().read()
            except (http.client.HTTPException, OSError):  # some close the connection
                connection.close()
            connection.request("GET", "/plain")
            assert json.loads(connection.getresponse().read()) == [["zh_CN"], 0]
        connection.close()


def test_a_plain_route_sees_nothing_of_a_request_whose_client_has_gone(server, ask):
    for _ in range(3):
        with socket.create_connection(("127.0.0.1", server[1]), timeout=30) as connection:
            connection.sendall(b"GET /endless HTTP/1.1\r\nHost: x\r\nAccept-Language: ko\r\n\r\n")
            received = b""
            while received.count(KO.encode()) < 2:
                received += connection.recv(4096)
    assert json.loads(ask("/plain", language="")[1]) == [["zh_CN"], 0]
    assert ask("/", language="ja") == (200, message(604, "ja"))


def test_a_plain_route_sees_nothing_of_requests_that_are_pipelined(server):
    if server[0] not in ASGI:
        pytest.skip("its requests do not share a context")
    requests = b""
    for number in range(20):
        path = "/plain" if number % 2 else "/"
        requests += f"GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Language: ko\r\n\r\n".encode()
    with socket.create_connection(("127.0.0.1", server[1]), timeout=30) as connection:
        connection.sendall(requests)
        stream = connection.makefile("rb")
        for number in range(20):
            lines = iter(stream.readline, b"\r\n")
            headers = dict(line.lower().split(b":", 1) for line in list(lines)[1:])
            text = stream.read(int(headers[b"content-length"])).decode()
            if number % 2:
                assert json.loads(text) == [["zh_CN"], 0]
            else:
                assert text == KO
