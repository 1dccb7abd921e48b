"""The middleware against the specifications of ASGI and WSGI; tests/servers has real servers."""

from __future__ import annotations

import asyncio
import json
import threading
from contextvars import Context
from io import BytesIO
from wsgiref.util import FileWrapper, setup_testing_defaults
from wsgiref.validate import validator

import pytest
from trees import Colour, catalog_for, write

from rv_i18n import get_locale, message, negotiate, set_locale, use_locale
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

EN, JA, KO = message(604, "en"), message(604, "ja"), message(604, "ko")


@pytest.fixture(autouse=True)
def _the_server_is_chinese(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zh_CN")
    yield
    set_locale(None)


def ask_asgi(request, own=(), **options):
    """Ask an application behind the middleware; return its text and headers."""
    query, sent = request
    start = {}

    async def app(scope, receive, send):
        headers = [(name.encode(), value.encode()) for name, value in own]
        text = message(604).encode()
        await send({"type": "http.response.start", "status": 200, "headers": iter(headers)})
        await send({"type": "http.response.body", "body": text})

    async def send(event):
        start.setdefault(event["type"], event)

    scope = {
        "type": "http",
        "query_string": query.encode("latin-1"),
        "headers": [(name.encode("latin-1"), value.encode("latin-1")) for name, value in sent],
    }
    asyncio.run(ASGIMiddleware(app, **options)(scope, None, send))
    headers = [(n.decode(), v.decode()) for n, v in start["http.response.start"]["headers"]]
    assert all(name == name.lower() for name, _ in headers if (name, _) not in own)
    return start["http.response.body"]["body"].decode(), headers


def ask_wsgi(request, own=(), **options):
    """The same over WSGI, with the standard library's validator on both sides."""
    query, sent = request
    environ = {"QUERY_STRING": query}
    for name, value in sent:  # as every server joins the lines of one header
        key, joint = "HTTP_" + name.upper().replace("-", "_"), ";" if name == "cookie" else ","
        environ[key] = environ[key] + joint + value if key in environ else value
    setup_testing_defaults(environ)
    started = []

    def app(environ, start_response):
        text = message(604).encode()
        start_response("200 OK", [("Content-Type", "text/plain"), *own])
        yield text

    def start_response(status, headers, exc_info=None):
        started.append(headers)

    body = validator(WSGIMiddleware(validator(app), **options))(environ, start_response)
    text = b"".join(body).decode()
    body.close()
    return text, [header for header in started[0] if header[0] != "Content-Type"]


@pytest.fixture(params=[ask_asgi, ask_wsgi], ids=["asgi", "wsgi"])
def ask(request):
    return request.param


def accepting(*values, query="", cookie=""):
    headers = [("accept-language", value) for value in values]
    return query, [*headers, *([("cookie", cookie)] if cookie else [])]


def values(headers, name):
    return [value for each, value in headers if each.lower() == name]


@pytest.mark.parametrize(
    ("accepted", "locale"),
    [
        (["ja-JP, en;q=0.5"], "ja"),
        (["zh-HK"], "zh_TW"),
        (["zh-Hans-SG"], "zh_CN"),
        (["tlh, ko;q=0.3"], "ko"),
        (["tlh"], "en"),
        (["*"], "en"),
        ([""], "en"),
        ([" "], "en"),
        ([], "en"),
        (["fr;q=0.1", "ja;q=0.2", "en;q=0.1"], "ja"),
        (["en;q=0.1", "ja;q=0.2"], "ja"),
    ],
)
def test_a_request_is_answered_in_the_language_that_it_accepts(ask, accepted, locale):
    text, headers = ask(accepting(*accepted))
    assert text == message(604, locale)
    assert values(headers, "content-language") == [locale.replace("_", "-")]
    assert values(headers, "vary") == ["Accept-Language"]


def test_a_request_that_names_no_language_gets_the_services_choice(ask):
    set_locale("ko")
    assert ask(accepting())[0] == KO
    assert values(ask(accepting())[1], "content-language") == ["ko"]
    assert ask(accepting("ja"))[0] == JA


@pytest.mark.parametrize(
    "value",
    [
        "../../etc/passwd",
        "ja\xff\x00, \u00e9",
        ",;,;q=,",
        "x" * 100_000,
        "en;q=0," * 10_000,
        "\xa0",
        "zh_CN\r\nSet-Cookie: a=b",
    ],
)
def test_no_value_of_a_header_does_any_harm(ask, value):
    query = value.encode("latin-1", "replace").decode("latin-1")
    options = {"query": "lang", "cookie": "lang"}
    text, headers = ask(accepting(value, query=f"lang={query}", cookie=f"lang={value}"), **options)
    assert text == message(604, [value, value, value])
    tag = negotiate([value, value, value]).replace("_", "-")
    assert values(headers, "content-language") == [tag]


@pytest.mark.parametrize(
    ("query", "cookie", "text"),
    [
        ("lang=ko", "", KO),
        ("a=b&lang=ko&lang=ja", "", KO),
        ("lang=ko%2Cja;q=0.5", "", KO),
        ("l%61ng=tlh%2C+ko", "", KO),
        ("lang=tlh", "", JA),
        ("lang=", "", JA),
        ("lang", "", JA),
        ("slang=ko", "", JA),
        ("lang=%ff%zz", "", JA),
        ("", "lang=ko", KO),
        ("", 'a="b;c"; lang="ko"', KO),
        ("", r'lang="tlh\054 ko"', KO),
        ("", r'lang="k\o"', KO),
        ("", "lang=tlh, ko", KO),
        ("", "lang=tlh%2C%20ko", KO),
        ("", "lang=b+ko+Kore+KR", KO),
        ("", "a=lang; lang; lang=ko; lang=en", KO),
        ("", "l%61ng=ko", JA),
        ("", "LANG=ko", JA),
        ("", '"lang"=ko', JA),
        ("", 'lang="', JA),
        ("", "lang=koX", JA),
        ("", "lang=tlh", JA),
        ("lang=ko", "lang=en", KO),
        ("lang=tlh", "lang=ko", KO),
    ],
)
def test_a_parameter_of_the_query_wins_over_a_cookie_and_that_over_the_header(
    ask, query, cookie, text
):
    request = accepting("ja", query=query, cookie=cookie)
    told, headers = ask(request, query="lang", cookie="lang")
    assert told == text
    assert values(headers, "vary") == ["Accept-Language, Cookie"]
    assert ask(request)[0] == JA


@pytest.mark.parametrize(
    ("query", "cookie", "accepted", "text"),
    [
        ("lang=yue", "", "en", message(604, "zh_TW")),  # though English is nearer to the header
        ("", "lang=yue", "en", message(604, "zh_TW")),
        ("lang=yue", "lang=ko", "en", message(604, "zh_TW")),
        ("lang=en", "", "en;q=0, ja", message(604, "en")),
        ("lang=tlh", "lang=yue", "en", message(604, "zh_TW")),
        ("lang=tlh", "", "yue, en", message(604, "en")),  # a header alone is judged as ever
    ],
)
def test_what_was_chosen_and_fits_wins_however_near_the_header_is(
    ask, query, cookie, accepted, text
):
    request = accepting(accepted, query=query, cookie=cookie)
    assert ask(request, query="lang", cookie="lang")[0] == text


def test_what_the_chosen_catalogue_lacks_comes_from_the_header_and_a_job_answers_alike(tmp_path):
    for locale, texts in (("en", {"GREEN": "green"}), ("ja", {"GREEN": "緑"}), ("zh_TW", {})):
        write(tmp_path, locale, RED=locale, **texts)
    catalog = catalog_for(tmp_path, codes=Colour)
    asked = []

    async def app(scope, receive, send):
        asked.append([catalog.message(1), catalog.message(2), get_locale()])

    scope = {"type": "http", "headers": [(b"accept-language", b"ja")], "query_string": b"lang=yue"}
    asyncio.run(ASGIMiddleware(app, query="lang")(scope, None, None))
    [[red, green, locale]] = asked
    assert (red, green) == ("zh_TW", "緑")
    assert catalog.message(1, json.loads(json.dumps(locale))) == "zh_TW"


def test_a_cookie_may_stand_in_any_line_of_its_header(ask):
    sent = [("cookie", "a=b"), ("cookie", "lang=ko"), ("accept-language", "ja")]
    assert ask(("", sent), cookie="lang")[0] == KO


@pytest.mark.parametrize(
    ("own", "vary"),
    [
        ([], ["Accept-Language, Cookie"]),
        ([("x-own", "a"), ("vary", "Origin")], ["Origin, Accept-Language, Cookie"]),
        ([("Vary", "Origin"), ("VARY", "Accept")], ["Origin, Accept, Accept-Language, Cookie"]),
        ([("vary", "COOKIE,accept-language")], ["COOKIE,accept-language"]),
        ([("vary", "cookie")], ["cookie, Accept-Language"]),
        ([("vary", "*")], ["*"]),
        ([("vary", "Origin"), ("vary", "*")], ["Origin", "*"]),
        ([("vary", "")], ["Accept-Language, Cookie"]),
    ],
)
def test_vary_is_added_to_what_is_there(ask, own, vary):
    _, headers = ask(accepting("ja"), own, cookie="lang")
    assert values(headers, "vary") == vary


def test_the_applications_own_headers_stay(ask):
    own = [("content-language", "de"), ("x-one", "1"), ("x-one", "2")]
    _, headers = ask(accepting("ja"), own)
    assert [header for header in headers if header[0].lower() != "vary"] == own


@pytest.mark.parametrize("kind", ["lifespan", "of the future"])
def test_anything_but_requests_passes_through_unchanged(kind):
    passed = []

    async def app(*arguments):
        passed.append((*arguments, negotiate(None)))

    async def receive(): ...
    async def send(event): ...

    scope = {"type": kind, "headers": [(b"accept-language", b"ja")]}
    asyncio.run(ASGIMiddleware(app)(scope, receive, send))
    assert passed == [(scope, receive, send, "zh_CN")]


def http(*accepted):
    return {"type": "http", "headers": [(b"Accept-Language", value) for value in accepted]}


def test_an_asgi_scope_without_a_query_and_a_start_without_headers_will_do():
    sent = []

    async def app(scope, receive, send):
        message(604)
        await send({"type": "http.response.start", "status": 200})

    async def send(event):
        sent.append(event)

    asyncio.run(ASGIMiddleware(app, query="lang")(http(b"ja"), None, send))
    about = [(b"content-language", b"ja"), (b"vary", b"Accept-Language")]
    assert sent == [{"type": "http.response.start", "status": 200, "headers": about}]


def test_an_asgi_application_receives_what_the_server_sends():
    received = []

    async def app(scope, receive, send):
        received.append(await receive())

    async def receive():
        return {"type": "http.request", "body": b"x"}

    asyncio.run(ASGIMiddleware(app)(http(b"ja"), receive, None))
    assert received == [{"type": "http.request", "body": b"x"}]


def test_an_answer_that_is_started_in_another_context_has_the_language_of_its_request():
    sent = []

    async def app(scope, receive, send):
        message(604)
        start = {"type": "http.response.start", "status": 200, "headers": []}
        await Context().run(asyncio.ensure_future, send(start))

    async def send(event):
        sent.append(event)

    asyncio.run(ASGIMiddleware(app)(http(b"ja"), None, send))
    assert (b"content-language", b"ja") in sent[0]["headers"]

    def application(environ, start_response):
        message(604)
        Context().run(start_response, "200 OK", [])
        return []

    _, [(_, headers)] = call_wsgi(application)
    assert ("Content-Language", "ja") in headers


def test_after_an_asgi_request_the_caller_has_its_own_locale_back():
    async def app(scope, receive, send):
        assert message(604) == JA

    async def serve():
        with use_locale("ko"):
            await ASGIMiddleware(app)(http(b"ja"), None, None)
            return message(604)

    assert asyncio.run(serve()) == KO


def test_concurrent_asgi_requests_keep_their_languages_apart():
    languages = ["en", "ja", "ko", "zh-CN", "zh-TW"] * 50

    async def app(scope, receive, send):
        for _ in range(5):
            await asyncio.sleep(0)
            assert message(604) == message(604, scope["headers"][0][1].decode())
        scope["done"] = True

    async def serve():
        scopes = [http(language.encode()) for language in languages]
        await asyncio.gather(*(ASGIMiddleware(app)(scope, None, None) for scope in scopes))
        return [scope["done"] for scope in scopes]

    assert asyncio.run(serve()) == [True] * len(languages)


def call_wsgi(app, accepted="ja", **environ):
    started = []
    environ = {"HTTP_ACCEPT_LANGUAGE": accepted, **environ}
    return WSGIMiddleware(app)(environ, lambda *start: started.append(start)), started


class Body:
    """An iterable that notes which locale each of its steps runs in."""

    def __init__(self, steps=3):
        self.steps = steps
        self.closed_in = None

    def __iter__(self):
        yield message(604)
        for _ in range(self.steps - 1):
            yield message(604)

    def close(self):
        self.closed_in = negotiate(None)


def test_every_step_of_a_wsgi_stream_and_its_close_run_in_the_language_of_the_request():
    body = Body()
    japanese, _ = call_wsgi(lambda *_: body)
    korean, _ = call_wsgi(lambda *_: Body(), "ko")
    assert list(zip(japanese, korean)) == [(JA, KO)] * 3
    assert negotiate(None) == "zh_CN"
    japanese.close()
    korean.close()
    assert body.closed_in == "ja"


def test_a_wsgi_stream_that_nobody_read_is_closed():
    body = Body()
    stream, _ = call_wsgi(lambda *_: body)
    stream.close()
    assert body.closed_in == "ja"


def test_a_block_that_a_wsgi_stream_yields_in_holds_until_it_ends():
    def app(environ, start_response):
        yield message(604)
        with use_locale("ko"):
            yield message(604)
            yield message(604)
        yield message(604)

    stream, _ = call_wsgi(app)
    steps = []
    for text in stream:
        assert negotiate(None) == "zh_CN"
        steps.append(text)
    assert steps == [JA, KO, KO, JA]


def test_a_wsgi_stream_may_be_continued_in_another_thread():
    stream, _ = call_wsgi(lambda *_: Body(2))
    steps = [next(stream)]
    thread = threading.Thread(target=lambda: steps.extend(stream))
    thread.start()
    thread.join()
    assert steps == [JA, JA]


def test_a_wsgi_stream_that_cannot_be_closed_will_do():
    stream, _ = call_wsgi(lambda *_: iter([JA]))
    assert list(stream) == [JA]
    stream.close()


def test_a_wsgi_application_that_fails_leaves_no_locale_to_the_next_request():
    def app(environ, start_response):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        call_wsgi(app)
    assert negotiate(None) == "zh_CN"


def test_a_wsgi_error_response_has_the_headers_too_and_its_exception():
    error = (ValueError, ValueError(), None)

    def app(environ, start_response):
        message(604)
        start_response("200 OK", [])
        start_response("500 Error", [("Vary", "Origin")], error)
        return []

    _, started = call_wsgi(app)
    assert started == [
        ("200 OK", [("Content-Language", "ja"), ("Vary", "Accept-Language")]),
        ("500 Error", [("Content-Language", "ja"), ("Vary", "Origin, Accept-Language")], error),
    ]


def test_a_wsgi_application_may_use_the_old_write():
    written = []

    def app(environ, start_response):
        write = start_response("200 OK", [])
        write(message(604))
        return ()

    environ = {"HTTP_ACCEPT_LANGUAGE": "ja"}
    assert WSGIMiddleware(app)(environ, lambda *start: written.append) == ()
    assert written == [JA]


def test_a_server_is_given_the_lists_and_files_that_it_knows_how_to_send():
    class OnlyRead:  # what uWSGI sends if its wrapper, a function, has seen it
        def read(self, size): ...

    for wrapper, bodies in {
        FileWrapper: ([b"one"], (b"one",), FileWrapper(BytesIO()), BytesIO()),
        open: (OnlyRead(), BytesIO()),
    }.items():
        for body in bodies:
            environ = {"wsgi.file_wrapper": wrapper}
            assert call_wsgi(lambda *_, body=body: body, **environ)[0] is body
    body = Body()
    assert call_wsgi(lambda *_: body, **{"wsgi.file_wrapper": open})[0] is not body
