"""``describe`` finds the farm's error in what wraps it."""

from __future__ import annotations

import sys
from concurrent.futures import Future

import pytest
from trees import catalog_for

from rv_i18n import LOCALE_DIR, ErrorCode, describe, message
from rv_i18n._engine.wrapped import with_wrapped

SIGN_IN = message(602, "en") + " (602)"


class FarmError(Exception):
    error_code = ErrorCode.NEED_USER_LOGIN
    error = "need_user_login"


class BaseExceptionGroup(Exception):
    """What Python before 3.11 has of exception groups."""

    def __init__(self, message, exceptions):
        super().__init__(message)
        self.exceptions = exceptions


GROUP = ExceptionGroup if sys.version_info >= (3, 11) else BaseExceptionGroup  # noqa: F821


class RetryError(Exception):
    """Like tenacity's, which holds the last attempt as a future."""

    def __init__(self, last_attempt):
        super().__init__(last_attempt)
        self.last_attempt = last_attempt


def retried(error):
    attempt = Future()
    attempt.set_exception(error)
    return RetryError(attempt)


def raised(error, cause=None, **attributes):
    """The error with a cause, which is set as ``raise … from`` does."""
    error.__cause__ = cause
    for name, value in attributes.items():
        setattr(error, name, value)
    return error


@pytest.mark.parametrize(
    "error",
    [
        GROUP("unhandled errors in a TaskGroup", [FarmError()]),
        GROUP("uploads", [ValueError("x"), GROUP("inner", [KeyError("y"), FarmError()])]),
        raised(RuntimeError("submit failed"), FarmError()),
        raised(RuntimeError("submit failed"), raised(OSError(5), FarmError())),
        raised(RuntimeError("submit failed"), __context__=FarmError()),
        retried(FarmError()),
        raised(RuntimeError("gave up"), retried(FarmError())),
        raised(GROUP("tasks", [ValueError("x")]), FarmError()),
    ],
)
def test_an_error_of_the_farms_is_found_in_what_wraps_it(error):
    if not error.__cause__ and error.__context__:
        error.__suppress_context__ = False
    assert describe(error, "en") == SIGN_IN


def test_a_context_that_was_suppressed_is_not_looked_into():
    error = RuntimeError("submit failed")
    error.__context__ = FarmError()
    error.__suppress_context__ = True  # raise … from None
    assert describe(error, "en") == "submit failed"


def test_of_several_errors_in_a_chain_the_nearest_is_described():
    class Other(FarmError):
        error_code, error = ErrorCode.FORBIDDEN, "forbidden"

    assert describe(raised(FarmError(), Other()), "en") == SIGN_IN
    assert describe(GROUP("x", [FarmError(), Other()]), "en") == SIGN_IN


def test_a_group_without_an_error_of_the_farms_says_its_own_words():
    told = describe(GROUP("uploads failed", [OSError(602), ValueError()]))
    assert told.startswith("uploads failed")


def test_an_error_whose_str_is_describe_is_described_once():
    class Described(Exception):
        error_code = ErrorCode.NEED_USER_LOGIN
        __str__ = describe

    wrapped = raised(RuntimeError("submit failed"), Described("own words"))
    assert describe(wrapped, "en") == f"{SIGN_IN[:-1]}: own words)"


def test_a_catalog_of_ones_own_finds_its_errors_in_a_chain_too():
    class Own(Exception):
        error_code = "need-user-login"

    catalog = catalog_for(LOCALE_DIR)
    for error in (Own(), raised(RuntimeError("x"), Own()), GROUP("x", [Own()]), retried(Own())):
        assert catalog.describe(error, "en") == SIGN_IN


def test_a_circle_of_causes_and_a_thousand_of_them_end():
    circle = ValueError("first")
    circle.__cause__ = KeyError("second")
    circle.__cause__.__cause__ = circle
    assert describe(circle) == "first"
    many = GROUP("many", [ValueError(number) for number in range(10_000)])
    assert len(with_wrapped(many)) == 100
    chain = None
    for number in range(10_000):
        chain = raised(ValueError(number), chain)
    assert len(with_wrapped(chain)) == 100
    assert describe(chain) == "9999"
    while chain is not None:  # or Python would take them apart by recursion
        chain = chain.__cause__


@pytest.mark.parametrize("last_attempt", [None, Future(), "words", 5])
def test_a_retry_that_has_no_last_error_says_its_own_words(last_attempt):
    error = RetryError(last_attempt)
    assert describe(error, "en") == str(error)


def test_hostile_parts_of_a_chain_do_not_hide_the_error():
    class Hostile(Exception):
        @property
        def last_attempt(self):
            raise SystemExit

        exceptions = property(last_attempt.fget)

    Hostile.__name__ = "RetryError"
    assert describe(raised(Hostile("words"), FarmError()), "en") == SIGN_IN
    Hostile.__name__ = "BaseExceptionGroup"
    assert describe(raised(Hostile("words"), FarmError()), "en") == SIGN_IN


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (
            UnicodeDecodeError("utf-8", b"x" * 5000 + b"\xff", 5000, 5001, "invalid start byte"),
            "'utf-8' codec can't decode byte 0xff in position 5000: invalid start byte",
        ),
        (
            UnicodeEncodeError("ascii", "x" * 5000 + "é", 5000, 5001, "ordinal not in range(128)"),
            r"'ascii' codec can't encode character '\xe9' in position 5000: ordinal not in range(128)",  # noqa: E501
        ),
        (
            UnicodeTranslateError("x" * 5000, 1, 2, "why"),
            r"can't translate character '\x78' in position 1: why",
        ),
        (UnicodeDecodeError("utf-8", b"x", 0, 1, "y" * 10**6), "utf-8"),
    ],
)
def test_an_error_over_a_long_buffer_says_what_is_wrong_with_it(error, told):
    assert describe(error) == told


def test_a_class_that_only_looks_like_a_group_may_hold_anything():
    group = BaseExceptionGroup("x", 5)
    assert with_wrapped(group) == [group]


def test_a_code_that_a_catalog_of_ones_own_does_not_have_is_none_of_its_errors():
    class Own(Exception):
        error_code = 4711

    assert catalog_for(LOCALE_DIR).describe(Own("own words"), "en") == "own words"
