"""``describe`` where the farm cannot be reached, does not answer, or answers what nobody can read.

The functions here are compiled as if they were modules of the SDK; all else is real: requests, and
a server that listens on this machine.
"""

from __future__ import annotations

import json
import socket
import subprocess
import sys
import threading
from contextlib import contextmanager

import pytest
import requests

from rv_i18n import describe
from rv_i18n._sdk import SENTENCES, Failure

POST = """
import json, subprocess

def post(session, url, timeout):
    response = session.post(url, "{}", timeout=timeout)
    answer = response.json()
    code = answer["code"]
    if code != 200:
        raise RuntimeError(code, answer["message"])
    return answer["data"]

def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)

def call(function, *arguments):
    return function(*arguments)
"""


def module(name):
    """A module of this name with the functions above."""
    namespace = {"__name__": name}
    exec(compile(POST, f"{name}.py", "exec"), namespace)
    return namespace


CONNECT = module("rayvision_api.connect")


def raised(function, *arguments):
    """The exception that a call raises."""
    try:
        function(*arguments)
    except Exception as error:  # noqa: BLE001 - any
        return error
    raise AssertionError("it raised nothing")


@contextmanager
def farm(answer):
    """A server that answers every request with these bytes, or never; gives its address."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        closing = threading.Event()

        def serve():
            connection, _ = server.accept()
            with connection:
                connection.recv(65536)
                if answer is None:
                    closing.wait(10)
                else:
                    connection.sendall(answer)

        thread = threading.Thread(target=serve)
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.getsockname()[1]}/api"
        finally:
            closing.set()
            thread.join()


def http(body, length=None, status="200 OK"):
    length = len(body) if length is None else length
    head = f"HTTP/1.1 {status}\r\nContent-Length: {length}\r\nConnection: close\r\n\r\n"
    return head.encode() + body


def ask(answer, post=CONNECT["post"], timeout=5):
    with farm(answer) as url, requests.Session() as session:
        session.trust_env = False
        return raised(post, session, url, timeout)


def told(error, kind, words):
    assert describe(error, "en").startswith(f"{SENTENCES.message(kind, 'en')} (")
    assert words in describe(error, "en")
    assert describe(error, "zh-TW").startswith(SENTENCES.message(kind, "zh_TW") + "（")
    wrapped = RuntimeError("submit failed")
    wrapped.__cause__ = error
    assert describe(wrapped, "de").startswith(SENTENCES.message(kind, "de") + " (")


def test_a_farm_that_refuses_the_connection_is_unreachable():
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with requests.Session() as session:
        session.trust_env = False
        error = raised(CONNECT["post"], session, f"http://127.0.0.1:{port}/", 5)
    told(error, Failure.UNREACHABLE, "HTTPConnectionPool")
    assert len(describe(error, "en")) < 400


def test_a_farm_that_hangs_up_is_unreachable():
    told(ask(b""), Failure.UNREACHABLE, "Connection aborted")


def test_a_host_that_has_no_address_is_unreachable():
    with requests.Session() as session:
        session.trust_env = False
        error = raised(CONNECT["post"], session, "http://farm.invalid/", 5)
    told(error, Failure.UNREACHABLE, "farm.invalid")


def test_a_farm_that_does_not_answer_in_time_has_not_answered():
    told(ask(None, timeout=0.1), Failure.NO_ANSWER, "timed out")


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (http(b"<html>502 Bad Gateway</html>", status="502 Bad Gateway"), "Expecting value"),
        (http(b""), "Expecting value"),
        (http(b'{"message": "no code"}'), "'code'"),
        (http(b'{"code": 200}'), "'data'"),
        (http(b'{"code": 602}'), "'message'"),
        (http(b"[]"), "list indices"),
        (http(b"null"), "NoneType"),
        (http(b"{", length=50), "50 bytes"),
    ],
)
def test_an_answer_that_cannot_be_read_is_called_unreadable(answer, words):
    error = ask(answer)
    if words == "50 bytes":
        assert describe(error, "en").startswith(SENTENCES.message(Failure.UNREADABLE, "en"))
    else:
        told(error, Failure.UNREADABLE, words)


def test_a_failed_connection_without_the_sdk_says_its_own_words():
    other = module("studio.connect")
    assert describe(ask(http(b"<html>"), other["post"]), "ja").startswith("Expecting value")
    assert describe(ask(http(b"{}"), other["post"]), "ja") == "'code'"
    assert describe(ConnectionRefusedError(111, "refused"), "ja") == "[Errno 111] refused"


def test_a_file_that_the_sdk_cannot_read_is_no_answer(tmp_path):
    broken = tmp_path / "task.json"
    broken.write_text("<html>")
    error = raised(module("rayvision_api.utils")["load"], broken)
    assert isinstance(error, json.JSONDecodeError)
    assert describe(error, "ja").startswith("Expecting value")


@pytest.mark.parametrize(
    ("error", "kind"),
    [
        (BrokenPipeError(32, "a program has ended"), None),
        (KeyError("scene"), None),
        (FileNotFoundError(2, "no file"), None),
        (ValueError("x"), None),
        (ConnectionResetError(104, "reset"), Failure.UNREACHABLE),
        (socket.gaierror(-2, "Name or service not known"), Failure.UNREACHABLE),
        (socket.timeout("timed out"), Failure.NO_ANSWER),
        (TimeoutError("timed out"), Failure.NO_ANSWER),
        (requests.exceptions.SSLError("certificate"), Failure.UNREACHABLE),
        (requests.exceptions.ProxyError("proxy"), Failure.UNREACHABLE),
        (requests.exceptions.ConnectTimeout("x"), Failure.NO_ANSWER),
        (requests.exceptions.ReadTimeout("x"), Failure.NO_ANSWER),
    ],
)
def test_what_the_sdk_lets_through_is_known_by_its_class(error, kind):
    def fail():
        raise error

    caught = raised(module("rayvision_api.operators.task")["call"], fail)
    if kind is None:
        assert describe(caught, "en") == str(error)
    else:
        told(caught, kind, str(error))


def test_the_words_of_an_error_with_a_code_come_first():
    class FarmError(Exception):
        __module__ = "rayvision_api.exception"
        error_code, error = 611, "signature_invalid"

    def fail():
        error = FarmError()
        error.__context__ = ConnectionError("first try")
        raise error

    assert describe(raised(CONNECT["call"], fail), "en").endswith("(611)")


def test_describing_a_failed_connection_imports_no_library():
    program = """
import sys
before = set(sys.modules)
from rv_i18n import describe
describe(ConnectionError("x"))
describe(TimeoutError("x"))
print({"requests", "urllib3", "socket", "ssl", "json", "http"} & (set(sys.modules) - before))
"""
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout == "set()\n"
