"""A web service that reports errors of the render farm in the caller's language.

The response is a problem detail (RFC 9457), with a link to the code's row in the reference page.
The language comes from ``?lang=``, or else from the caller's Accept-Language header. Try it::

    pip install rv-i18n fastapi uvicorn
    uvicorn --app-dir examples fastapi_service:app
    curl -i -H 'Accept-Language: ja' http://127.0.0.1:8000/tasks/1
"""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from rv_i18n import ErrorCode, describe, message
from rv_i18n.web import ASGIMiddleware

REFERENCE = "https://studio.example/reference.html"
"""The address of the page that ``rv-i18n table -f html`` wrote."""

# The codes that callers of a service for render tasks can act on. Accounts and invoices are not its
# business, so any other code, including one that the farm adds later, is a failure of the farm or
# of this service: a 502.
STATUS = {
    ErrorCode.APIError: 400,
    ErrorCode.PARAMETER_INVALID: 400,
    ErrorCode.PARAMETER_CANT_BE_EMPTY: 400,
    ErrorCode.NEED_USER_LOGIN: 401,
    ErrorCode.SUBUSER_ARREARAGE: 402,
    ErrorCode.FORBIDDEN: 403,
    ErrorCode.VINSUFFICIENT_PERMISSIONS: 403,
    ErrorCode.RESOURCE_NOT_FOUND: 404,
    ErrorCode.DO_NOT_HAVE_ANY_MORE_RECORD: 404,
    ErrorCode.LABEL_ALREADY_EXISTS: 409,
    ErrorCode.REDIS_CACHE_FAIL: 503,
}


class FarmError(Exception):
    """The farm answered with an error: a code, and a text of its own."""

    def __init__(self, number: int | None, error: str) -> None:
        super().__init__(number, error)
        self.number = number
        self.error = error
        try:
            self.error_code = ErrorCode(number)
        except (TypeError, ValueError):  # null, or not in the list
            self.error_code = ErrorCode.FAIL
            if number is not None:
                self.error = f"{number}: {error}"


app = FastAPI()
app.add_middleware(ASGIMiddleware, query="lang")


@app.exception_handler(FarmError)
def problem(request: Request, error: FarmError) -> JSONResponse:
    """Return the error as a problem detail."""
    kind = error.error_code
    status = STATUS.get(kind, 502)
    content = {
        "type": f"{REFERENCE}#{kind}",
        "title": message(kind),
        "status": status,
        "detail": describe(error),
        "code": error.number,
    }
    return JSONResponse(content, status, media_type="application/problem+json")


ANSWERS = {
    1: (605, "vinsufficient_permissions"),
    2: (602, "need_user_login"),
    3: (1000000, "Failed to get user number!"),
    4: (4711, "quota_exceeded"),
    5: (None, "maintenance"),
}


@app.get("/tasks/{task}")
def task(task: int) -> dict[str, int]:
    """Return a task of the farm; for the first few the farm reports an error."""
    if task in ANSWERS:
        raise FarmError(*ANSWERS[task])
    return {"task": task}
