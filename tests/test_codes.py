"""The code list is the seed file's, and a code is found by number, name or string."""

from __future__ import annotations

import copy
import pickle

import pytest

from rv_i18n import ErrorCode


def test_the_list_has_every_number_and_name_of_the_seed_in_order(seed):
    assert len(seed) == 58
    assert [(code.value, code.symbol) for code in ErrorCode] == [row[:2] for row in seed]


def test_a_number_its_digits_and_its_name_find_the_same_member(seed):
    for number, symbol, _ in seed:
        assert ErrorCode(number) is ErrorCode(str(number)) is ErrorCode(symbol)
        assert ErrorCode(number) == number
        assert str(ErrorCode(number)) == f"{ErrorCode(number)}" == str(number)


def test_the_space_in_a_symbolic_name_is_kept():
    assert ErrorCode.NON_UPLOADABLE_FILES.symbol == "NON_UPLOADABLE FILES"
    assert ErrorCode("NON_UPLOADABLE FILES") is ErrorCode.NON_UPLOADABLE_FILES
    assert ErrorCode("NON_UPLOADABLE_FILES") is ErrorCode.NON_UPLOADABLE_FILES


@pytest.mark.parametrize("wrong", [609, "609", "validate_code_error", "", "٦٠٤", None, "9" * 5000])
def test_what_is_not_in_the_list_is_no_member(wrong):
    with pytest.raises(ValueError, match="is not a valid ErrorCode"):
        ErrorCode(wrong)


def test_every_code_says_in_one_line_of_english_when_it_is_sent():
    descriptions = [code.description for code in ErrorCode]
    assert len(set(descriptions)) == 58
    for description in descriptions:
        assert description.isascii()
        assert description.isprintable()
        assert 10 < len(description) <= 70
        assert not description.endswith(".")


def test_a_member_survives_copying_and_pickling():
    code = ErrorCode.NON_UPLOADABLE_FILES
    assert pickle.loads(pickle.dumps(code)) is code
    assert copy.deepcopy(code) is code
