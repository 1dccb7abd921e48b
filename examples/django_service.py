"""The same service with Django, in one file.

Try it::

    pip install rv-i18n django
    python examples/django_service.py runserver
    curl -i -H 'Accept-Language: ja' http://127.0.0.1:8000/tasks/1
"""

from __future__ import annotations

import sys

import django
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.wsgi import get_wsgi_application
from django.http import Http404, HttpRequest, JsonResponse
from django.urls import path
from farm import REFERENCE, FarmError, task_of_the_farm

from rv_i18n import ErrorCode
from rv_i18n.web import problem

settings.configure(
    DEBUG=False,
    ALLOWED_HOSTS=["127.0.0.1", "localhost", "testserver"],
    SECRET_KEY="an example",
    ROOT_URLCONF=__name__,
    WSGI_APPLICATION=f"{__name__}.application",
    LANGUAGE_CODE="en",
    MIDDLEWARE=[
        "rv_i18n.django.LocaleMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        f"{__name__}.problems",
    ],
)
django.setup()


def answer(members: dict) -> JsonResponse:
    """Return the problem as a response."""
    response = JsonResponse(members, status=members["status"])
    response.headers["Content-Type"] = "application/problem+json"
    return response


def problems(get_response):
    """Answer the exceptions of views, as a middleware of Django's."""

    def middleware(request: HttpRequest):
        return get_response(request)

    def process_exception(request: HttpRequest, error: Exception) -> JsonResponse | None:
        if isinstance(error, FarmError):
            members = {"status": error.status, "code": error.number}
            return answer(problem(error, reference=REFERENCE, **members))
        if isinstance(error, ValidationError):
            return answer(problem(ErrorCode.PARAMETER_INVALID, reference=REFERENCE, status=422))
        return None

    middleware.process_exception = process_exception
    return middleware


def handler404(request: HttpRequest, exception: Http404) -> JsonResponse:
    """Answer an address that is not there."""
    return answer(problem(ErrorCode.RESOURCE_NOT_FOUND, reference=REFERENCE, status=404))


def handler500(request: HttpRequest) -> JsonResponse:
    """Answer what nobody expected, and tell nothing of it."""
    return answer(problem(sys.exc_info()[1]))


def task(request: HttpRequest, task: int) -> JsonResponse:
    """Return a task of the farm."""
    return JsonResponse(task_of_the_farm(task))


urlpatterns = [path("tasks/<int:task>", task)]

application = get_wsgi_application()

if __name__ == "__main__":
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)
