"""What the headers of a response say: the languages that were sent, and what they depend on."""

from __future__ import annotations

import asyncio
import warnings
from http import HTTPStatus

import pytest
from trees import Colour, catalog_for, write

from rv_i18n import (
    ErrorCode,
    activate,
    describe,
    get_locale,
    lookup,
    message,
    negotiate,
    refresh,
    set_locale,
    use_locale,
)
from rv_i18n._engine.texts import Texts
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware


def ask_asgi(work, status=200, own=(), **options):
    """Do some work in an application, and return the headers of its response."""
    started = []

    async def app(scope, receive, send):
        work()
        headers = [(name.encode(), value.encode()) for name, value in own]
        await send({"type": "http.response.start", "status": status, "headers": headers})
        lookup(604)

    async def send(event):
        started.append(event)

    scope = {"type": "http", "headers": [(b"accept-language", b"ja")]}
    asyncio.run(ASGIMiddleware(app, **options)(scope, None, send))
    return {name.decode().title(): value.decode() for name, value in started[0]["headers"]}


def ask_wsgi(work, status=200, own=(), **options):
    """The same over WSGI."""
    started = []

    def app(environ, start_response):
        work()
        start_response(f"{status} Whatever", list(own))
        lookup(604)
        return []

    environ = {"HTTP_ACCEPT_LANGUAGE": "ja"}
    WSGIMiddleware(app, **options)(environ, lambda *start: started.append(start))
    return dict(started[0][1])


@pytest.fixture(params=[ask_asgi, ask_wsgi], ids=["asgi", "wsgi"])
def ask(request):
    return request.param


VARY = {"Vary": "Accept-Language"}


@pytest.mark.parametrize(
    ("work", "headers"),
    [
        (lambda: None, {}),
        (lambda: message(604, "ko"), {}),
        (lambda: lookup(604, "ko"), {}),
        (lambda: describe(ValueError("words")), {}),
        (lambda: negotiate("ko"), {}),
        (lambda: message(0, default="no such code"), VARY),
        (get_locale, VARY),
        (lambda: negotiate(None), VARY),
        (lambda: message(604), {"Content-Language": "ja", **VARY}),
        (lambda: lookup(604), {"Content-Language": "ja", **VARY}),
        (lambda: [message(code, None) for code in (604, 602, 604)],
         {"Content-Language": "ja", **VARY}),
    ],
)  # fmt: skip
def test_content_language_names_what_was_looked_up_before_the_response(ask, work, headers):
    assert ask(work) == headers


def test_content_language_names_a_text_of_another_current_locale_too(ask):
    def work():
        with use_locale("ko"):
            message(604)
        activate("zh-TW")
        message(604)
        activate(None)
        assert get_locale() == "ja"

    assert ask(work) == {"Content-Language": "ko, zh-TW", **VARY}


def test_a_block_for_the_default_of_the_process_is_left_again(ask):
    def work():
        with use_locale(None):
            message(604)

    set_locale("ko")
    try:
        assert ask(work)["Content-Language"] == "ko"
    finally:
        set_locale(None)


def test_content_language_is_that_of_the_catalogue_that_had_the_text(ask, tmp_path):
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en", RED="red", GREEN="green")
    catalog = catalog_for(tmp_path, Colour, default="en")
    assert ask(lambda: catalog.message("GREEN"))["Content-Language"] == "en"
    assert ask(lambda: catalog.message("RED"))["Content-Language"] == "ja"
    languages = ask(lambda: [catalog.message(name) for name in ("GREEN", "RED")])
    assert languages["Content-Language"] == "en, ja"
    assert ask(lambda: catalog.message("BLUE")) == VARY  # no catalogue has it


@pytest.mark.parametrize("code", [604, ErrorCode(604), "604", "VALIDATE_CODE_ERROR"])
def test_what_was_asked_in_a_request_is_found_without_a_search_in_the_next(ask, code, monkeypatch):
    refresh()
    first = ask(lambda: message(code))
    monkeypatch.delattr(Texts, "find")

    def work():
        message(code)
        monkeypatch.undo()

    assert ask(work) == first == {"Content-Language": "ja", **VARY}


@pytest.mark.parametrize("status", [204, 304, HTTPStatus.NO_CONTENT])
@pytest.mark.parametrize("own", [(), VARY.items()], ids=["no own", "own"])
def test_an_answer_without_content_has_no_language_but_depends_on_one(ask, status, own):
    assert ask(lambda: message(604), status, own) == VARY


def test_an_option_leaves_the_headers_alone(ask):
    assert ask(lambda: message(604), headers=False) == {}


def test_a_content_language_of_the_applications_own_stays(ask):
    own = [("Content-Language", "de")]
    assert ask(lambda: message(604), own=own) == {"Content-Language": "de", **VARY}


def test_a_refused_websocket_has_the_headers_too():
    sent = []

    async def app(scope, receive, send):
        message(604)
        await send({"type": "websocket.http.response.start", "status": 403, "headers": []})

    async def send(event):
        sent.append(event)

    scope = {"type": "websocket", "headers": [(b"accept-language", b"ja")]}
    asyncio.run(ASGIMiddleware(app)(scope, None, send))
    assert sent[0]["headers"] == [(b"content-language", b"ja"), (b"vary", b"Accept-Language")]


def test_the_services_own_function_is_asked_once_and_at_the_first_look_up(ask):
    asked = []

    def choose(source):
        asked.append(source)
        return "ko"

    def work():
        assert asked == []
        assert message(604) == message(604, "ko")
        lookup(602)
        assert get_locale() == "ko"

    assert ask(work, locale=choose)["Content-Language"] == "ko"
    assert len(asked) == 1
    assert "headers" in asked[0] or "HTTP_ACCEPT_LANGUAGE" in asked[0]
    assert ask(lambda: None, locale=choose) == {}


@pytest.mark.parametrize("nothing", [None, "", " ", (), [""]])
def test_where_the_services_own_function_gives_nothing_the_header_counts(ask, nothing):
    assert ask(lambda: message(604), locale=lambda _: nothing)["Content-Language"] == "ja"


def test_the_services_own_function_may_look_something_up_itself(ask):
    def choose(source):
        assert message(604) == message(604, "ja")
        return ["tlh", "ko"]

    assert ask(lambda: message(604), locale=choose)["Content-Language"] == "ja, ko"


@pytest.mark.parametrize("give", [lambda _: 1 / 0, lambda _: 604])
def test_where_the_services_own_function_fails_the_header_counts_with_a_warning(ask, give):
    with pytest.warns(UserWarning, match=r"the function of locale= failed: \w+Error: "):
        headers = ask(lambda: message(604), locale=give)
    assert headers["Content-Language"] == "ja"


def test_what_strangers_make_that_function_raise_is_kept_once_for_each_type():
    """Python keeps each warning that has other words, so one a request would fill the memory."""

    def choose(environ):
        raise (KeyError if len(environ["name"]) > 1 else ValueError)(environ["name"])

    def app(environ, start_response):
        return [message(604).encode()]

    service = WSGIMiddleware(app, locale=choose)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        for number in range(20):
            assert service({"name": str(number)}, None) == [message(604, "en").encode()]
    said = [str(each.message).partition("failed: ")[2] for each in caught]
    assert said == ["ValueError: 0", "KeyError: '10'"]


@pytest.mark.parametrize("middleware", [ASGIMiddleware, WSGIMiddleware])
def test_an_async_function_for_the_locale_is_refused_at_once(middleware):
    async def choose(source): ...

    for wrong in (choose, "ja"):
        with pytest.raises(TypeError, match="not an async one"):
            middleware(None, locale=wrong)
