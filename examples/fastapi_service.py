"""A web service that answers errors of the render farm in the caller's language.

An error is a problem detail (RFC 9457): its ``title`` is the text in the language that the caller's
Accept-Language asks for. Try it::

    pip install rv-i18n fastapi uvicorn
    uvicorn --app-dir examples fastapi_service:app
    curl -i -H 'Accept-Language: ja' http://127.0.0.1:8000/tasks/1
"""

from __future__ import annotations

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse

from rv_i18n import ErrorCode, message, negotiate

REFERENCE = "https://studio.example/reference.html"
"""Where the studio keeps the page that ``rv-i18n table -f html`` wrote."""

HTTP_STATUS = {
    ErrorCode.NEED_USER_LOGIN: 401,
    ErrorCode.FORBIDDEN: 403,
    ErrorCode.VINSUFFICIENT_PERMISSIONS: 403,
    ErrorCode.RESOURCE_NOT_FOUND: 404,
}
"""What the codes are to the service's own callers; any other is a failure of the farm's, a 502."""


class FarmError(Exception):
    """The farm answered with a code other than 200, and with words of its own."""

    def __init__(self, code: int, words: str) -> None:
        super().__init__(code, words)
        self.code = code
        self.words = words


app = FastAPI()


@app.exception_handler(FarmError)
def problem(request: Request, error: FarmError) -> JSONResponse:
    """The error as a problem detail in the caller's language."""
    # A caller without the header gets English. None would mean the locale of this server instead.
    asked = ", ".join(request.headers.getlist("accept-language"))
    headers = {"Vary": "Accept-Language"}
    title = message(error.code, asked, default=None)
    if title is None:
        title = error.words  # a code newer than this list: better the farm's words than none
    else:
        headers["Content-Language"] = negotiate(asked).replace("_", "-")
    status = HTTP_STATUS.get(error.code, 502)
    return JSONResponse(
        {
            "type": f"{REFERENCE}#{error.code}",
            "title": title,
            "status": status,
            "code": error.code,
        },
        status,
        headers,
        media_type="application/problem+json",
    )


TASKS = {
    1: (605, "权限不足"),
    2: (404, "资源不存在"),
    3: (602, "需要用户登录"),
    4: (4711, "维护中"),
}


@app.get("/tasks/{task}")
def task(task: int) -> dict[str, int]:
    """A task of the farm; the first few are ones that the farm refuses to show."""
    if task in TASKS:
        raise FarmError(*TASKS[task])
    return {"task": task}
