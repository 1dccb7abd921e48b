"""``problem``: an error as the members of a problem detail."""

from __future__ import annotations

import json

import pytest
from trees import catalog_for, write

from rv_i18n import CodeEnum, CodeStrEnum, ErrorCode, UnknownCodeError, code, message, use_locale
from rv_i18n._sdk import SENTENCES, Failure
from rv_i18n.web import problem

REFERENCE = "https://studio.example/errors.html"


class FarmError(Exception):
    __module__ = "rayvision_api.exception"

    def __init__(self, error_code, error):
        super().__init__(self, error)
        self.error_code = error_code
        self.error = error


class Errors(CodeEnum):
    TOO_LARGE = code(1, "A file is too large", status=413)
    BUSY = 2, "The service is busy"


class Odd(CodeEnum):
    ODD = code(3, "A fact that is not HTTP's", status=True)


class Words(CodeStrEnum):
    NO_FUNDS = "BIL 1", "Too little credit"


class StudioError(Exception):
    error_code = Errors.TOO_LARGE


@pytest.fixture
def catalog(tmp_path):
    write(tmp_path, "en", TOO_LARGE="{file} is too large", BUSY="Busy", NO_FUNDS="No funds")
    write(tmp_path, "ja", TOO_LARGE="{file}が大きすぎます")
    return catalog_for(tmp_path, [Errors, Words], default="en")


def test_a_code_of_the_farms_becomes_a_problem_with_its_page():
    assert problem(602, "ja", reference=REFERENCE) == {
        "type": f"{REFERENCE}#602",
        "title": message(602, "ja"),
        "status": 502,
        "detail": message(602, "ja"),
        "code": 602,
        "language": "ja",
    }


def test_the_words_of_an_exception_of_the_farms_are_the_detail():
    error = FarmError(1000000, "Maya 2099 is not support")
    told = problem(error, "en", instance="/tasks/1", status=422)
    assert told == {
        "type": "about:blank",
        "title": message(1000000, "en"),
        "status": 422,
        "detail": message(1000000, "en") + " (1000000: Maya 2099 is not support)",
        "code": 1000000,
        "language": "en",
        "instance": "/tasks/1",
    }
    assert json.loads(json.dumps(told)) == told


def test_a_number_that_is_in_no_list_is_a_failure_with_number_and_words():
    told = problem(FarmError(4711, "quota_exceeded"), "en", reference=REFERENCE)
    assert told["type"] == f"{REFERENCE}#100"
    assert told["code"] == 4711
    assert told["title"] == message(ErrorCode.FAIL, "en")
    assert told["detail"] == f"{told['title']} (4711: quota_exceeded)"


def test_the_values_for_a_code_of_ones_own_fill_the_detail(catalog):
    told = problem("too-large", "ja", catalog=catalog, reference=REFERENCE, file="a.ma")
    assert told == {
        "type": f"{REFERENCE}#1",
        "title": "{file}が大きすぎます",
        "status": 413,
        "detail": "a.maが大きすぎます",
        "code": 1,
        "language": "ja",
        "file": "a.ma",
    }
    assert problem(Errors.BUSY, "ja", catalog=catalog)["status"] == 500
    assert problem(Errors.BUSY, "ja", catalog=catalog)["language"] == "en"


def test_a_fact_that_is_true_is_not_the_status_1(tmp_path):
    write(tmp_path, "en", ODD="Odd")
    catalog = catalog_for(tmp_path, [Odd], default="en")
    assert problem(Odd.ODD, "en", catalog=catalog)["status"] == 500


def test_the_values_for_a_wrapped_exception_of_ones_own_fill_the_detail(catalog):
    error = RuntimeError("wrapped")
    error.__cause__ = StudioError("on node 5")
    told = problem(error, "en", catalog=catalog, file="a.ma")
    assert told["title"] == "{file} is too large"
    assert told["detail"] == "a.ma is too large (1: on node 5)"


def test_a_code_that_is_a_string_is_quoted_in_the_address(catalog):
    told = problem("BIL 1", "en", catalog=catalog, reference=REFERENCE)
    assert (told["code"], told["type"]) == ("BIL 1", f"{REFERENCE}#BIL%201")


def test_a_number_of_two_lists_has_the_row_of_its_name_as_in_the_page(tmp_path):
    class Others(CodeEnum, prefix="other "):
        DOWN = 1

    write(tmp_path, "en", TOO_LARGE="Too large")
    shared = catalog_for(tmp_path, [Errors, Others], default="en")
    told = [problem(member, "en", catalog=shared, reference=REFERENCE) for member in shared]
    rows = [each["type"].removeprefix(REFERENCE) for each in told]
    assert rows == ["#TOO_LARGE", "#2", "#other%20DOWN"]


def test_of_any_other_exception_nothing_is_told(catalog):
    error = OSError(2, "No such file", "/srv/secret")
    assert problem(error, "ja", reference=REFERENCE) == {
        "type": "about:blank",
        "title": message(ErrorCode.FAIL, "ja"),
        "status": 500,
        "detail": message(ErrorCode.FAIL, "ja"),
        "code": None,
        "language": "ja",
    }
    told = problem(error, "ja", catalog=catalog, status=503)
    assert told["title"] == told["detail"] == "Internal Server Error"
    assert (told["status"], told["code"], told["language"]) == (503, None, "en")


@pytest.mark.parametrize(
    ("error", "kind", "status"),
    [
        (ConnectionRefusedError("http://joe:secret@proxy"), Failure.UNREACHABLE, 502),
        (TimeoutError("timed out"), Failure.NO_ANSWER, 504),
    ],
)
def test_a_failure_between_the_sdk_and_the_farm_has_its_sentence_and_status(error, kind, status):
    namespace = {"__name__": "rayvision_api.connect", "error": error}
    try:
        exec("raise error", namespace)
    except OSError as caught:
        told = problem(caught, "ko", reference=REFERENCE)
    assert told["title"] == told["detail"] == SENTENCES.message(kind, "ko")
    assert (told["type"], told["status"], told["code"]) == ("about:blank", status, None)


def test_the_current_locale_counts_where_none_is_named():
    with use_locale("ko"):
        assert problem(602)["title"] == message(602, "ko")


@pytest.mark.parametrize(
    ("wrong", "error"), [(5, UnknownCodeError), (None, TypeError), ([], TypeError)]
)
def test_what_is_no_code_is_refused_as_by_a_look_up(wrong, error):
    with pytest.raises(error):
        problem(wrong)
