"""A web service that reports errors of the render farm in the caller's language, with FastAPI.

Each error is a problem detail (RFC 9457), with a link to the code's row in the reference page, and
so is what FastAPI itself refuses. The language comes from ``?lang=``, or else from the caller's
Accept-Language header. Try it::

    pip install rv-i18n fastapi uvicorn
    uvicorn --app-dir examples fastapi_service:app
    curl -i -H 'Accept-Language: ja' http://127.0.0.1:8000/tasks/1
"""

from __future__ import annotations

from typing import Optional

from farm import REFERENCE, STATUS, FarmError, task_of_the_farm
from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import BaseModel
from starlette.exceptions import HTTPException
from validation import invalid

from rv_i18n import ErrorCode, message
from rv_i18n.web import ASGIMiddleware, problem

TYPE = "application/problem+json"


class Problem(BaseModel):
    """A problem detail, for the OpenAPI document."""

    type: str
    title: str
    status: int
    detail: str
    code: Optional[int]  # noqa: UP045 - pydantic reads it, on Python 3.9 too
    language: str


def answer(members: dict) -> JSONResponse:
    """Return the problem as a response."""
    return JSONResponse(members, members["status"], media_type=TYPE)


def responses(*codes: ErrorCode) -> dict[int | str, dict]:
    """List the codes that an operation answers with, by status, for its OpenAPI document."""
    listed: dict[int | str, dict] = {}
    for code in codes:
        members = problem(code, "en", reference=REFERENCE, status=STATUS.get(code, 502))
        response = listed.setdefault(
            members["status"], {"model": Problem, "content": {TYPE: {"examples": {}}}}
        )
        response["content"][TYPE]["examples"][code.symbol] = {
            "summary": f"{code}: {message(code, 'en')}",
            "value": members,
        }
        names = response["content"][TYPE]["examples"]
        response["description"] = ", ".join(names)
    return listed


service = FastAPI()


@service.exception_handler(FarmError)
def farm_error(request: Request, error: FarmError) -> JSONResponse:
    """Answer an error of the farm."""
    members = {"status": error.status, "code": error.number}
    return answer(problem(error, reference=REFERENCE, **members))


@service.exception_handler(HTTPException)
def http_error(request: Request, error: HTTPException) -> JSONResponse:
    """Answer what FastAPI itself refuses: an address that is not there, a method not allowed."""
    code = ErrorCode.RESOURCE_NOT_FOUND if error.status_code == 404 else ErrorCode.APIError
    response = answer(problem(code, reference=REFERENCE, status=error.status_code))
    response.headers.update(error.headers or {})
    return response


@service.exception_handler(RequestValidationError)
def validation_error(request: Request, error: RequestValidationError) -> JSONResponse:
    """Answer a request that does not fit the operation, with all that is wrong."""
    errors = [invalid(each) for each in error.errors()]
    code = ErrorCode.PARAMETER_INVALID
    return answer(problem(code, reference=REFERENCE, status=422, errors=errors))


@service.exception_handler(Exception)
def any_error(request: Request, error: Exception) -> JSONResponse:
    """Answer what nobody expected, and tell nothing of it."""
    return answer(problem(error))


@service.get(
    "/tasks/{task}",
    responses=responses(ErrorCode.NEED_USER_LOGIN, ErrorCode.VINSUFFICIENT_PERMISSIONS),
)
def task(task: int) -> dict[str, int]:
    """Return a task of the farm."""
    return task_of_the_farm(task)


app = ASGIMiddleware(service, query="lang")
