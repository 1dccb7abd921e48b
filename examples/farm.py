"""What the three services share: errors of the farm, and the HTTP status that each of them gets."""

from __future__ import annotations

from rv_i18n import ErrorCode

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
                self.error = f"{number} {error}"

    @property
    def status(self) -> int:
        """The HTTP status to answer with."""
        return STATUS.get(self.error_code, 502)


ANSWERS = {
    1: (605, "vinsufficient_permissions"),
    2: (602, "need_user_login"),
    3: (1000000, "Failed to get user number!"),
    4: (4711, "quota_exceeded"),
    5: (None, "maintenance"),
}


def task_of_the_farm(task: int) -> dict[str, int]:
    """Return a task of the farm; for the first few the farm reports an error."""
    if task in ANSWERS:
        raise FarmError(*ANSWERS[task])
    return {"task": task}
