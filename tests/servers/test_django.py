"""``rv_i18n.django.LocaleMiddleware``: our texts are in the language of Django's own."""

from __future__ import annotations

import asyncio
from io import BytesIO

import pytest
import services
from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.conf.urls.i18n import i18n_patterns
from django.core.cache import cache
from django.http import FileResponse, HttpResponse, StreamingHttpResponse
from django.test import AsyncClient, Client
from django.test.utils import override_settings
from django.urls import path
from django.utils import translation
from django.utils.translation import gettext
from django.views.decorators.cache import cache_page

from rv_i18n import get_locale, message, set_locale

services.django_urls()  # which sets Django up

pytestmark = pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume")


def text(request):
    return HttpResponse(message(604))


async def asynchronous(request):
    await asyncio.sleep(0.001)
    return HttpResponse(message(604))


def overridden(request):
    with translation.override("ko"):
        korean = message(604)
    return HttpResponse(f"{korean} {message(604)}")


def stream(request):
    return StreamingHttpResponse(message(604) for _ in range(2))


async def async_stream(request):
    async def parts():
        for _ in range(2):
            yield message(604)
            await asyncio.sleep(0)

    return StreamingHttpResponse(parts())


def both(request):
    return HttpResponse(f"{gettext('Yes')} {message(604)}")


def file(request):
    return FileResponse(BytesIO(b"file"))


def crash(request):
    raise ZeroDivisionError


class Urls:
    handler500 = staticmethod(lambda request: HttpResponse(message(604), status=500))
    urlpatterns = (
        path("text", text),
        path("async", asynchronous),
        path("overridden", overridden),
        path("stream", stream),
        path("async-stream", async_stream),
        path("cached", cache_page(60)(both)),
        path("file", file),
        path("crash", crash),
        *i18n_patterns(path("page", text)),
    )


class UserLanguage:
    """Activates the language that the user has chosen, as a service of one's own would."""

    sync_capable = async_capable = True

    def __init__(self, get_response):
        self.get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request):
        if "X-User" in request.headers:
            translation.activate(request.headers["X-User"])
        return self.get_response(request)


@pytest.fixture(autouse=True)
def _settings():
    settings = override_settings(
        ROOT_URLCONF=Urls,
        USE_I18N=True,
        LANGUAGE_CODE="en",
        MIDDLEWARE=[
            "rv_i18n.django.LocaleMiddleware",
            "django.middleware.locale.LocaleMiddleware",
            f"{__name__}.UserLanguage",
        ],
    )
    with settings:
        cache.clear()
        yield
    translation.deactivate()
    set_locale(None)


@pytest.fixture
def client():
    return Client(raise_request_exception=False)


def get(client, path, language="ja", **headers):
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    return client.get(path, headers={"accept-language": language, **named})


def body(response):
    return response.getvalue().decode()


@pytest.mark.parametrize(
    ("language", "locale"),
    [("ja", "ja"), ("ko-KR", "ko"), ("zh-hans", "zh_CN"), ("zh-hant", "zh_TW"), ("tlh", "en")],
)
def test_a_look_up_has_the_language_that_django_found(client, language, locale):
    response = get(client, "/text", language)
    assert body(response) == message(604, locale)
    assert body(get(client, "/stream", language)) == message(604, locale) * 2


def test_the_headers_are_djangos(client):
    response = get(client, "/text", "ja")
    assert response.headers["Content-Language"] == "ja"
    assert response.headers["Vary"] == "Accept-Language"


def test_a_prefix_of_the_path_a_user_and_an_override_decide_as_in_django(client):
    assert body(get(client, "/ko/page", "ja")) == message(604, "ko")
    assert body(get(client, "/text", "ja", X_User="ko")) == message(604, "ko")
    assert body(get(client, "/overridden", "ja")) == f"{message(604, 'ko')} {message(604, 'ja')}"


def test_what_django_caches_is_in_the_language_of_its_reader(client):
    for _ in range(2):
        for language, yes in (("ja", "はい"), ("ko", "예"), ("en", "Yes")):
            response = get(client, "/cached", language)
            assert body(response) == f"{yes} {message(604, language)}"
            assert response.headers["Content-Language"] == language


def test_the_handler_of_an_error_and_files_work_as_before(client):
    response = get(client, "/crash")
    assert (response.status_code, body(response)) == (500, message(604, "ja"))
    assert b"".join(get(client, "/file").streaming_content) == b"file"


def test_without_a_language_of_djangos_it_is_the_services_choice(client):
    with override_settings(MIDDLEWARE=["rv_i18n.django.LocaleMiddleware"]):
        translation.deactivate_all()
        assert body(get(client, "/text")) == message(604, "en")
        set_locale("ko")
        assert body(get(client, "/text")) == message(604, "ko")


def test_after_a_request_the_callers_locale_is_back(client):
    set_locale("zh-TW")
    get(client, "/text")
    assert get_locale() == "zh-TW"


def test_async_views_and_streams_keep_their_languages_apart():
    client = AsyncClient()
    languages = ["ja", "ko", "en", "zh-hans"] * 5

    async def ask(path, language):
        response = await client.get(path, headers={"accept-language": language})
        if response.streaming:
            return b"".join([part async for part in response.streaming_content]).decode()
        return body(response)

    async def ask_all(path):
        return await asyncio.gather(*(ask(path, language) for language in languages))

    once = [message(604, language) for language in languages]
    assert asyncio.run(ask_all("/async")) == once
    assert asyncio.run(ask_all("/text")) == once
    twice = [2 * text for text in once[:4]]
    assert [asyncio.run(ask("/async-stream", language)) for language in languages[:4]] == twice
