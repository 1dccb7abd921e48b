"""The same service with Flask.

Try it::

    pip install rv-i18n flask
    cd examples && flask --app flask_service run
    curl -i -H 'Accept-Language: ja' http://127.0.0.1:5000/tasks/1
"""

from __future__ import annotations

from farm import REFERENCE, FarmError, task_of_the_farm
from flask import Flask, Response, json
from werkzeug.exceptions import HTTPException

from rv_i18n import ErrorCode
from rv_i18n.web import WSGIMiddleware, problem

app = Flask(__name__)
app.wsgi_app = WSGIMiddleware(app.wsgi_app, query="lang")


def answer(members: dict) -> Response:
    """Return the problem as a response."""
    text = json.dumps(members, ensure_ascii=False)
    return Response(text, members["status"], mimetype="application/problem+json")


@app.errorhandler(FarmError)
def farm_error(error: FarmError) -> Response:
    """Answer an error of the farm."""
    members = {"status": error.status, "code": error.number}
    return answer(problem(error, reference=REFERENCE, **members))


CODES = {404: ErrorCode.RESOURCE_NOT_FOUND, 422: ErrorCode.PARAMETER_INVALID}


@app.errorhandler(HTTPException)
def http_error(error: HTTPException) -> Response:
    """Answer what Flask itself refuses, and ``abort``."""
    code = CODES.get(error.code, ErrorCode.APIError)
    response = answer(problem(code, reference=REFERENCE, status=error.code))
    response.headers.extend(
        (name, value) for name, value in error.get_headers() if name != "Content-Type"
    )
    return response


@app.errorhandler(Exception)
def any_error(error: Exception) -> Response:
    """Answer what nobody expected, and tell nothing of it."""
    app.logger.exception("an error that nobody expected")
    return answer(problem(error))


@app.get("/tasks/<int:task>")
def task(task: int) -> dict[str, int]:
    """Return a task of the farm."""
    return task_of_the_farm(task)
