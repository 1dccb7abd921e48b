"""The services in examples/: errors of all kinds as problem details."""

from __future__ import annotations

import asyncio
import json
import subprocess
import sys

import pytest
from trees import ROOT

from rv_i18n import message

EXAMPLES = ROOT / "examples"
PAGE = "https://studio.example/reference.html"


@pytest.fixture
def _examples(monkeypatch):
    monkeypatch.syspath_prepend(str(EXAMPLES))


def ask_fastapi(*paths):
    import httpx
    from fastapi_service import app, service

    if not any(getattr(route, "path", "") == "/crash" for route in service.routes):
        service.add_api_route("/crash", lambda: 1 / 0, include_in_schema=False)

    async def ask_all():
        transport = httpx.ASGITransport(app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            return [await client.get(path, headers={"Accept-Language": "ja"}) for path in paths]

    return [
        (response.status_code, response.headers, response.json())
        for response in asyncio.run(ask_all())
    ]


def ask_flask(*paths):
    from flask_service import app

    app.view_functions.setdefault("crash", lambda: 1 / 0)
    if not any(rule.rule == "/crash" for rule in app.url_map.iter_rules()):
        app.url_map.add(app.url_rule_class("/crash", endpoint="crash"))
    client = app.test_client()
    responses = [client.get(path, headers={"Accept-Language": "ja"}) for path in paths]
    return [(response.status_code, response.headers, response.json) for response in responses]


DJANGO = """
import json, sys
sys.path.insert(0, sys.argv[1])
import django_service
from django.core.exceptions import ValidationError
from django.test import Client
from django.urls import path

def crash(request):
    raise ZeroDivisionError("secret")

def invalid(request):
    raise ValidationError("no")

django_service.urlpatterns += [path("crash", crash), path("invalid", invalid)]
client = Client(raise_request_exception=False)
told = []
for address in sys.argv[2:]:
    response = client.get(address, headers={"accept-language": "ja"})
    told.append((response.status_code, dict(response.headers), response.json()))
print(json.dumps(told))
"""


def ask_django(*paths):
    done = subprocess.run(
        [sys.executable, "-c", DJANGO, EXAMPLES, *paths],
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


@pytest.mark.parametrize("ask", [ask_fastapi, ask_flask, ask_django])
@pytest.mark.usefixtures("_examples")
def test_each_error_is_a_problem_in_the_callers_language(ask):
    answers = ask("/tasks/2", "/nowhere", "/crash", "/tasks/6")
    *problems, (status, headers, content) = answers
    assert (status, content) == (200, {"task": 6})
    statuses = zip(problems, (602, 404, 100), (401, 404, 500))
    for (status, headers, content), code, expected in statuses:
        assert (status, content["status"]) == (expected, expected)
        assert headers["Content-Type"].partition(";")[0] == "application/problem+json"
        assert headers["Content-Language"] == content["language"] == "ja"
        assert headers["Vary"] == "Accept-Language"
        assert content["title"] == message(code, "ja")
        if code == 100:  # nobody expected it
            assert (content["type"], content["code"]) == ("about:blank", None)
            assert content["detail"] == content["title"]
        else:
            assert (content["type"], content["code"]) == (f"{PAGE}#{code}", code)
    assert problems[0][2]["detail"] == f"{message(602, 'ja')}（602）"


@pytest.mark.usefixtures("_examples")
def test_what_is_wrong_with_a_request_is_told_in_the_callers_language():
    ((status, _, content),) = ask_fastapi("/tasks/x")
    assert (status, content["title"]) == (422, message(600, "ja"))
    assert content["errors"] == [
        {"code": "int_parsing", "detail": "整数を入力してください", "pointer": "#/path/task"}
    ]
    ((status, _, content),) = ask_django("/invalid")
    assert (status, content["title"]) == (422, message(600, "ja"))


@pytest.mark.usefixtures("_examples")
@pytest.mark.parametrize("locale", ["en", "ja", "zh_CN"])
def test_each_type_of_error_in_the_list_is_one_of_pydantics(locale):
    from pydantic import BaseModel, Field, TypeAdapter, ValidationError
    from validation import CATALOG, Invalid, invalid

    from rv_i18n import use_locale

    class Job(BaseModel):
        frames: int = Field(ge=1, le=10)
        name: str
        ratio: float = 1.0

    told = {}
    for data in (
        {"frames": 0, "name": 5},
        {"frames": 99},
        {"frames": "x", "name": "", "ratio": "y"},
    ):
        with pytest.raises(ValidationError) as caught, use_locale(locale):
            Job.model_validate(data)
        with use_locale(locale):
            told.update((each["code"], each) for each in map(invalid, caught.value.errors()))
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(Job).validate_json("{")
    with use_locale(locale):
        told.update((each["code"], each) for each in map(invalid, caught.value.errors()))
    assert set(told) == {code.value for code in Invalid}
    assert told["greater_than_equal"]["detail"] == CATALOG.message(
        Invalid.TOO_SMALL, locale
    ).format(ge=1)
    assert told["missing"]["pointer"] == "#/name"
    assert all(CATALOG.lookup(code, locale).locale == locale for code in Invalid)


@pytest.mark.usefixtures("_examples")
def test_the_openapi_document_lists_the_codes_of_an_operation():
    from fastapi_service import service

    responses = service.openapi()["paths"]["/tasks/{task}"]["get"]["responses"]
    assert responses["401"]["description"] == "NEED_USER_LOGIN"
    examples = responses["403"]["content"]["application/problem+json"]["examples"]
    assert examples["VINSUFFICIENT_PERMISSIONS"]["value"]["code"] == 605
