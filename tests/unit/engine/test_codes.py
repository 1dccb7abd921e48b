"""What counts as a code, and which member it finds, in the shipped list and in a caller's enums."""

from __future__ import annotations

import copy
import enum
import gc
import os
import pickle
import weakref
from collections import UserString
from decimal import Decimal
from fractions import Fraction
from http import HTTPStatus

import pytest
from trees import LOCALES, Colour, Farm, catalog_for, write

from rv_i18n import ErrorCode, UnknownCodeError
from rv_i18n._engine.members import Members, symbol_of


def test_the_list_has_every_number_and_name_of_the_seed_in_order(seed):
    listed = [(code.value, code.symbol) for code in ErrorCode]
    assert [row[:2] for row in seed if row[:2] not in listed] == []
    assert listed == sorted(listed)


def test_the_space_in_a_symbolic_name_is_kept():
    assert ErrorCode.NON_UPLOADABLE_FILES.symbol == "NON_UPLOADABLE FILES"
    assert ErrorCode("NON_UPLOADABLE FILES") is ErrorCode.NON_UPLOADABLE_FILES
    assert ErrorCode("NON_UPLOADABLE_FILES") is ErrorCode.NON_UPLOADABLE_FILES


def test_the_enum_finds_a_member_for_all_that_message_accepts(seed):
    for number, symbol, _ in seed:
        member = ErrorCode(number)
        assert member is ErrorCode(str(number)) is ErrorCode(symbol) is ErrorCode(symbol.lower())
        assert member is ErrorCode(float(number)) is ErrorCode(Decimal(number))


def test_the_enum_raises_what_message_raises():
    for code in (-7, "no such code", "٦٠٤", "", "9" * 5000, "x" * 2**20):
        with pytest.raises(UnknownCodeError) as e:
            ErrorCode(code)
        assert e.value.code is code
    for code in (None, True, b"604", [604]):
        with pytest.raises(TypeError, match="a code is a number"):
            ErrorCode(code)
    for code in (ErrorCode.VALIDATE_CODE_ERROR - 0.5, "validate_code_eror"):
        with pytest.raises(UnknownCodeError) as e:
            ErrorCode(code)
        assert ErrorCode.VALIDATE_CODE_ERROR in e.value.nearest


@pytest.mark.parametrize("spec", ["", "d", "05", "x", ",", "6", ">+8_d"])
def test_a_code_formats_as_its_number_on_every_python(spec):
    for code in ErrorCode:
        assert format(code, spec) == format(int(code), spec)
        assert str(code) == "%d" % code == str(int(code))  # noqa: UP031 - it is what is tested


def test_every_code_says_in_one_line_of_english_when_it_is_sent():
    descriptions = [code.description for code in ErrorCode]
    assert len(set(descriptions)) == len(ErrorCode)
    for description in descriptions:
        assert description.isascii()
        assert description.isprintable()
        assert 10 < len(description) <= 70
        assert not description.endswith(".")


def test_a_member_survives_copying_and_pickling():
    code = ErrorCode.NON_UPLOADABLE_FILES
    assert pickle.loads(pickle.dumps(code)) is code
    assert copy.deepcopy(code) is code


class Word(str, enum.Enum):
    """Strings of another program, whose hash is that of their names."""

    LOGIN = "VALIDATE_CODE_ERROR"
    NUMBER = "604"


class Anything(str):
    """A string that cannot be a key, and that claims to equal everything."""

    __slots__ = ()

    def __hash__(self):
        raise ValueError

    def __eq__(self, other):
        return True


SPELLINGS = {
    604: [
        *(604, 604.0, Decimal(604), Fraction(604), 604 + 0j, "604", "0" * 37 + "604", Farm(604)),
        *("VALIDATE_CODE_ERROR", "validate_code_error", "Validate-Code Error", Word.LOGIN),
        *(UserString("604"), UserString("validate_code_error"), Word.NUMBER, Anything("604")),
    ],
    200025: [
        *("NON_UPLOADABLE FILES", "NON_UPLOADABLE_FILES", "NON-UPLOADABLE FILES"),
        *("non_uploadable files", "non-uploadable-files"),
    ],
    0: [0, 0.0, -0.0, "0", "-0", "00", "OK", "ok", Farm.OK],
}


@pytest.fixture
def farm(tmp_path):
    """A catalogue of texts that are the numbers of their codes."""
    write(tmp_path, "en", **{code.symbol: str(code.value) for code in Farm})
    return lambda: catalog_for(tmp_path, codes=Farm)


@pytest.mark.parametrize(
    ("number", "code"),
    [(number, code) for number, codes in SPELLINGS.items() for code in codes],
    ids=repr,
)
def test_a_code_in_any_spelling_is_found_cold_and_warm(farm, number, code):
    catalog = farm()
    for _ in range(2):
        assert catalog.message(code) == str(number)
    assert catalog.lookup(code).code is Farm(number)
    for warm in (number, str(number), Farm(number).symbol, Farm(number).symbol.lower()):
        assert catalog.message(warm) == str(number)
    assert catalog.message(code) == str(number)


def test_a_value_that_equals_no_code_is_unknown_cold_and_warm(farm):
    catalog = farm()
    unknown = [
        "OKAY",
        "6_04",
        "+604",
        " 604",
        "604 ",
        "604.0",
        "٦٠٤",
        "",
        "-604",
        "--604",
        "-",
        "0" * 38 + "604",
    ]
    numbers = [604.5, -604, 10**5000, float("nan"), float("inf"), Decimal("NaN"), Decimal("sNaN")]
    for _ in range(2):
        for code in [*unknown, *numbers]:
            with pytest.raises(UnknownCodeError):
                catalog.message(code)
            assert catalog.message(code, default="x") == "x"
            catalog.message(604), catalog.message("604"), catalog.message(0)


class Hostile:
    """An object whose attributes must not be read."""

    def __hash__(self):
        raise ZeroDivisionError

    __eq__ = __bool__ = __str__ = __repr__ = __hash__


NO_CODES = [True, False, None, b"604", b"0", [604], {}, object(), (), {604}, Hostile()]


@pytest.mark.parametrize("code", NO_CODES, ids=lambda code: type(code).__name__)
def test_a_value_that_is_not_a_code_at_all_is_a_type_error_or_the_default(farm, code):
    catalog = farm()
    for _ in range(2):
        for ask in (catalog.message, catalog.lookup):
            with pytest.raises(TypeError) as error:
                ask(code)
            assert str(error.value) == (
                'a code is a number such as 604, or a string such as "604" or '
                f'"VALIDATE_CODE_ERROR", not {type(code).__name__}'
            )
        assert catalog.message(code, default="x") == "x"
        assert catalog.message(code, default=None) is None
        catalog.message("604"), catalog.message(0)


def test_a_bool_is_not_a_code_even_if_it_equals_one(tmp_path):
    write(tmp_path, "en", RED="red")
    catalog = catalog_for(tmp_path, codes=[Colour, enum.IntEnum("More", {"NOTHING": 0})])
    for _ in range(2):
        assert [catalog.message(code) for code in (1, 0, "1", "0")] == ["red", "NOTHING"] * 2
        for code in (True, False):
            with pytest.raises(TypeError):
                catalog.message(code)
            assert catalog.message(code, default="x") == "x"


def test_a_code_of_another_enum_counts_as_its_number(tmp_path):
    write(tmp_path, "en", NOT_THERE="It is not there")
    catalog = catalog_for(tmp_path, codes=enum.Enum("Codes", {"NOT_THERE": 404}))
    assert catalog.message(HTTPStatus.NOT_FOUND) == "It is not there"
    with pytest.raises(TypeError):
        catalog.message(Colour.RED)


@pytest.mark.parametrize(
    "code",
    [604, "604", "VALIDATE_CODE_ERROR", "validate_code_error", Farm(604), Colour.GREEN],
)
def test_what_was_asked_for_before_is_answered_at_once(tmp_path, monkeypatch, code):
    write(tmp_path, "en", VALIDATE_CODE_ERROR="a text", GREEN="a text")
    catalog = catalog_for(tmp_path, codes=[Farm, Colour])
    assert catalog.message(code, "en") == "a text"
    monkeypatch.delattr(Members, "find")
    assert catalog.message(code, "en") == "a text"


def found(codes, code):
    """The name of the member that a code finds, or ``None``."""
    try:
        return catalog_for(LOCALES, codes=codes).lookup(code, "en").code.name
    except UnknownCodeError:
        return None


def test_if_two_names_differ_only_by_case_the_exact_one_wins():
    codes = enum.Enum(
        "Codes", {"APIError": 400, "APIERROR": 401, "api_error": 402, "apiError": 403}
    )
    for name in codes.__members__:
        assert found(codes, name) == name
    assert found(codes, "Apierror") is None
    assert found(codes, "API-ERROR") == "api_error"
    codes = enum.Enum("Codes", {"FAILED": 1, "ERROR": 2, "Failed": 2})
    assert [found(codes, name) for name in ("FAILED", "Failed", "failed")] == [
        *("FAILED", "ERROR", None)
    ]


def test_a_negative_number_is_a_code_like_any():
    codes = enum.Enum("Rpc", {"PARSE": -32700, "OTHER": 32700})
    assert found(codes, "-32700") == found(codes, -32700) == found(codes, "-032700") == "PARSE"
    assert found(codes, "32700") == "OTHER"


def test_an_enum_may_have_no_code_yet():
    assert found(enum.Enum("Codes", {}), 604) is found(enum.Enum("Codes", {}), "FAIL") is None


def test_an_alias_is_another_name_of_its_member():
    codes = enum.Enum("Codes", {"FAILED": 1, "FAILURE": 1})
    assert found(codes, "failure") == found(codes, 1) == "FAILED"


def test_an_odd_symbol_does_not_matter(tmp_path):
    class Odd(enum.IntEnum):
        METHOD = 1
        RAISES = 2
        NUMBER = 3
        EMPTY = 4

        @property
        def symbol(self):
            if self.value == 2:
                raise LookupError
            return {1: lambda: "a method", 3: 5, 4: ""}[self.value]

        @classmethod
        def _missing_(cls, value):
            raise KeyError(value)

    write(tmp_path, "en", **{member.name: member.name.title() for member in Odd})
    catalog = catalog_for(tmp_path, codes=Odd)
    for member in Odd:
        assert catalog.message(member) == catalog.message(member.value) == member.name.title()
    for unknown in (5, "5", "UNKNOWN", 1.5):
        with pytest.raises(UnknownCodeError):
            catalog.message(unknown)


def test_a_method_called_symbol_is_not_a_symbolic_name(tmp_path):
    class Codes(enum.Enum):
        FAIL = 1

        def symbol(self):
            return "X"

    write(tmp_path, "en", FAIL="It failed")
    assert catalog_for(tmp_path, codes=Codes).message(1) == "It failed"


def test_codes_may_be_a_list_of_enums(tmp_path):
    write(tmp_path, "en", RED="red", OK="fine")
    for codes in ([Colour, Farm], (Farm, Colour)):
        catalog = catalog_for(tmp_path, codes=codes)
        assert catalog.message(1) == catalog.message("red") == catalog.message(Colour.RED) == "red"
        assert catalog.message(0) == catalog.message(Farm.OK) == "fine"
        assert catalog.lookup("604").code is Farm.VALIDATE_CODE_ERROR


def test_enums_that_are_no_longer_used_are_not_kept_for_ever():
    def used():
        codes = enum.Enum("Codes", {"RED": 1})
        assert found(codes, 1) == "RED"
        return weakref.ref(codes)

    enums = [used() for _ in range(100)]
    gc.collect()
    assert sum(each() is not None for each in enums) <= 16


def test_two_codes_with_one_symbolic_name_are_an_error():
    with pytest.raises(ValueError, match="<More.RED: 7> has the symbolic name of <Colour.RED: 1>"):
        catalog_for(".", codes=[Colour, enum.Enum("More", {"RED": 7})])


@pytest.mark.parametrize("codes", [Colour.RED, dict, None, [], [Colour, 5], "codes"])
def test_codes_that_are_not_an_enum_are_a_type_error(codes):
    with pytest.raises(TypeError, match="^codes is an enum of integers or strings, or a list"):
        catalog_for(".", codes=codes)


@pytest.mark.parametrize("value", [b"1", 1.5, True, None, (1, 2)])
def test_a_code_that_is_neither_an_integer_nor_a_string_is_a_type_error(value):
    with pytest.raises(
        TypeError, match="FAIL.*: the value of a code must be an integer or a string, not "
    ):
        catalog_for(".", codes=enum.Enum("Words", {"FAIL": value}))


@pytest.mark.parametrize(
    ("value", "symbol", "reason"),
    [
        (2**63, "A", "the number of a code has at most 63 bits, not 64"),
        ("", "A", "the value of a code cannot be ''"),
        ("a\x1b", "A", r"the value of a code cannot be 'a\\x1b'"),
        (1, " A", "a symbolic name cannot be ' A'"),
        (1, "A\n", r"a symbolic name cannot be 'A\\n'"),
        (1, "A.action", "a symbolic name cannot be 'A.action'"),
        (1, "A.search", "a symbolic name cannot be 'A.search'"),
    ],
)
def test_a_value_or_name_that_no_code_can_have_is_an_error(value, symbol, reason):
    codes = enum.Enum("Words", {"FAIL": value})
    codes.FAIL.symbol = symbol
    with pytest.raises(ValueError, match=f"FAIL.*: {reason}"):
        catalog_for(".", codes=codes)


def test_names_of_members_that_an_enum_uses_itself_do_no_harm():
    codes = enum.Enum("Words", {"value": "a", "name": "b", "symbol": "c"}, type=str)
    assert [symbol_of(each) for each in catalog_for(".", codes=codes)] == [
        "value",
        "name",
        "symbol",
    ]


def test_an_unknown_number_names_its_neighbours_as_members(farm):
    for code in (609, "609", 608.5):
        with pytest.raises(UnknownCodeError) as e:
            farm().message(code)
        assert e.value.nearest == (Farm.USER_AREA_ERROR, Farm.SIGNATURE_EXPIRED)
        assert str(e.value).endswith("the nearest known are 608 USER_AREA_ERROR, 610 SIGNATURE_EX"
                                     "PIRED")  # fmt: skip


@pytest.mark.parametrize(
    ("code", "nearest"), [(-5, Farm.OK), ("-604", Farm.OK), (10**9, Farm(200025))]
)
def test_a_number_beyond_the_ends_names_the_end(farm, code, nearest):
    with pytest.raises(UnknownCodeError) as e:
        farm().message(code)
    assert e.value.nearest == (nearest,)


def test_a_misspelt_name_names_the_one_that_was_meant(farm):
    for name in ("VALIDATE_CODE_EROR", "validate code eror", Word("VALIDATE_CODE_ERROR") + "S"):
        with pytest.raises(UnknownCodeError, match="604 VALIDATE_CODE_ERROR$"):
            farm().message(name)
    with pytest.raises(UnknownCodeError) as e:
        farm().message("SOMETHING_ELSE")
    assert e.value.nearest == ()
    assert "nearest" not in str(e.value)


def test_at_most_three_names_are_suggested_best_first():
    codes = enum.Enum("Codes", {f"ACCOUNT_{each}_FAIL": n for n, each in enumerate("ABCDE")})
    with pytest.raises(UnknownCodeError) as e:
        catalog_for(os.devnull, codes=codes).lookup("ACCOUNT_EE_FAIL")
    assert len(e.value.nearest) == 3
    assert e.value.nearest[0] is codes.ACCOUNT_E_FAIL
    assert e.value.args == ("ACCOUNT_EE_FAIL", e.value.nearest)


@pytest.mark.parametrize(("name", "suggested"), [("ABCX", 1), ("ABX", 0)])
def test_a_name_that_has_three_quarters_in_common_is_suggested(name, suggested):
    codes = enum.Enum("Codes", {name[:-1] + "D": 1})
    with pytest.raises(UnknownCodeError) as e:
        catalog_for(os.devnull, codes=codes).lookup(name)
    assert len(e.value.nearest) == suggested


@pytest.mark.parametrize(("length", "suggested"), [(100, 1), (101, 0)])
def test_a_name_of_a_hundred_characters_is_still_looked_for(length, suggested):
    codes = enum.Enum("Codes", {"N" * 99: 1})
    with pytest.raises(UnknownCodeError) as e:
        catalog_for(os.devnull, codes=codes).lookup("N" * length)
    assert len(e.value.nearest) == suggested


@pytest.mark.parametrize(("count", "suggested"), [(10_000, True), (10_001, False)])
def test_of_more_than_ten_thousand_names_none_is_suggested(count, suggested):
    codes = enum.Enum("Codes", {f"C{number}": number for number in range(count)})
    with pytest.raises(UnknownCodeError) as e:
        catalog_for(os.devnull, codes=codes).lookup("C9999X")
    assert bool(e.value.nearest) == suggested
