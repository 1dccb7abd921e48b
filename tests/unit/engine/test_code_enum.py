"""``CodeEnum``, ``CodeStrEnum`` and ``code``: lists of codes of one's own."""

from __future__ import annotations

import copy
import enum
import json
import pickle
from http import HTTPStatus

import pytest
from trees import catalog_for, write

from rv_i18n import CodeEnum, CodeStrEnum, ErrorCode, UnknownCodeError, code


class Render(CodeEnum):
    """Every form of a line."""

    FAILED = 5
    NO_GPU = 6, "The node has no GPU"
    BAD_FILES = code(7, "A file is damaged", symbol="BAD-FILES", status=409, retry=False)
    BROKEN = 5


class Billing(CodeStrEnum, prefix="billing."):
    """Codes that are strings."""

    NO_FUNDS = "BIL-0001", "There is too little credit"
    EXPIRED = code("BIL-0002", deprecated="use NO_FUNDS")


class Queue(CodeEnum, prefix="queue."):
    """Names and numbers that ``Render`` has too."""

    FAILED = 5
    FULL = 8


def test_a_member_knows_its_line():
    assert [each.symbol for each in Render] == ["FAILED", "NO_GPU", "BAD-FILES"]
    assert [each.description for each in Render] == ["", "The node has no GPU", "A file is damaged"]
    assert [dict(each.facts) for each in Render] == [{}, {}, {"status": 409, "retry": False}]
    assert Render.BROKEN is Render.FAILED
    assert Billing.EXPIRED.facts == {"deprecated": "use NO_FUNDS"}


def test_facts_cannot_be_changed():
    with pytest.raises(TypeError):
        Render.BAD_FILES.facts["status"] = 200


def test_a_prefix_comes_before_each_symbolic_name():
    assert [each.symbol for each in Billing] == ["billing.NO_FUNDS", "billing.EXPIRED"]
    assert [each.name for each in Billing] == ["NO_FUNDS", "EXPIRED"]


def test_a_symbolic_name_of_its_own_is_found_without_the_prefix_too():
    class Shop(CodeEnum, prefix="shop."):
        GONE = code(1, symbol="SOLD-OUT")

    assert Shop("shop.SOLD-OUT") is Shop("SOLD-OUT") is Shop("GONE") is Shop.GONE


@pytest.mark.parametrize("asked", [6, 6.0, "6", "06", "NO_GPU", "no-gpu", "No Gpu", Render.NO_GPU])
def test_calling_a_list_finds_what_a_look_up_finds(asked):
    assert Render(asked) is Render.NO_GPU


@pytest.mark.parametrize(
    "asked", ["BIL-0001", "bil-0001", "bil_0001", "NO_FUNDS", "no funds", "billing.no_funds"]
)
def test_a_string_is_found_by_its_value_and_by_its_name(asked):
    assert Billing(asked) is Billing.NO_FUNDS


@pytest.mark.parametrize(
    ("codes", "asked"), [(Render, 9), (Render, "NO_CPU"), (Billing, "BIL-0003")]
)
def test_a_value_that_is_no_code_of_the_list_names_the_nearest(codes, asked):
    with pytest.raises(UnknownCodeError) as raised:
        codes(asked)
    assert raised.value.code == asked
    assert raised.value.nearest


def test_a_member_is_written_as_its_value_on_every_python():
    assert (str(Render.NO_GPU), f"{Render.NO_GPU:>3}", json.dumps(Render.NO_GPU)) == (
        *("6", "  6", "6"),
    )
    assert (str(Billing.EXPIRED), f"{Billing.EXPIRED}") == ("BIL-0002", "BIL-0002")
    assert json.dumps(Billing.EXPIRED) == '"BIL-0002"'


@pytest.mark.parametrize("member", [Render.BAD_FILES, Billing.EXPIRED, ErrorCode(604)])
def test_a_member_is_copied_and_pickled_as_itself(member):
    for copied in (copy.copy(member), copy.deepcopy(member), pickle.loads(pickle.dumps(member))):
        assert copied is member


def test_the_farms_list_is_such_an_enum():
    assert issubclass(ErrorCode, CodeEnum)
    assert issubclass(ErrorCode, enum.IntEnum)
    assert ErrorCode.NON_UPLOADABLE_FILES.symbol == "NON_UPLOADABLE FILES"


@pytest.fixture
def catalog(tmp_path):
    """Texts for three lists, two of which share a name and a number."""
    texts = {"FAILED": "Failed", "billing.NO_FUNDS": "No funds", "queue.FAILED": "Not queued"}
    write(tmp_path, "en", **texts)
    return catalog_for(tmp_path, codes=[Render, Billing, Queue], default="en")


def test_a_catalog_of_several_lists_yields_their_codes_in_order(catalog):
    assert list(catalog) == [*Render, *Billing, *Queue]


@pytest.mark.parametrize("asked", [5, "5", "FAILED", "failed"])
def test_what_two_lists_have_finds_neither_and_names_both(catalog, asked):
    for _ in range(2):
        with pytest.raises(UnknownCodeError) as raised:
            catalog.message(asked)
        assert raised.value.nearest == (Render.FAILED, Queue.FAILED)
        assert [each.symbol for each in raised.value.nearest] == ["FAILED", "queue.FAILED"]
        assert catalog.message(asked, default="x") == "x"


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Render.FAILED, "Failed"),
        (Queue.FAILED, "Not queued"),
        ("queue.failed", "Not queued"),
        (Billing.NO_FUNDS, "No funds"),
        ("bil-0001", "No funds"),
    ],
)
def test_a_member_and_a_full_name_are_always_found(catalog, asked, text):
    for _ in range(2):
        assert catalog.message(asked) == text
        assert catalog.lookup(asked).text == text


class Words(str, enum.Enum):
    """Codes that are strings, as everybody writes them."""

    NOT_FOUND = "not-found"
    GONE = "gone"


class Phrases(enum.IntEnum):
    """The form of ``http.HTTPStatus``."""

    def __new__(cls, value, phrase, description=""):
        """Make a member of a line of three."""
        member = int.__new__(cls, value)
        member._value_ = value
        member.phrase = phrase
        member.description = description
        return member

    NOT_FOUND = 404, "Not Found", "Nothing matches the given URI"


@pytest.mark.parametrize("codes", [Words, Phrases, HTTPStatus])
def test_ordinary_lists_are_taken_as_they_are(tmp_path, codes):
    write(tmp_path, "en", NOT_FOUND="Nothing is there")
    catalog = catalog_for(tmp_path, codes=codes)
    for asked in (codes.NOT_FOUND, codes.NOT_FOUND.value, "not_found", "NOT-FOUND"):
        for _ in range(2):
            assert catalog.message(asked) == "Nothing is there"


@pytest.mark.parametrize(
    ("base", "value", "symbol"),
    [
        (CodeEnum, 1, "LATER.action"),
        (CodeStrEnum, "BIL-1", "LATER.search"),
        (CodeEnum, 1, "LATER "),
        (CodeStrEnum, " BIL-1", "LATER"),
        (CodeEnum, 1 << 64, "LATER"),
    ],
)
def test_a_line_that_no_catalog_would_take_is_refused_where_it_stands(base, value, symbol):
    with pytest.raises(ValueError, match="^LATER: "):

        class Errors(base):
            LATER = value, "", symbol
