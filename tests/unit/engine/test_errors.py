"""The errors: what they hold, and that their texts are short and safe to log."""

from __future__ import annotations

import copy
import pickle

import pytest
from trees import Colour, Farm, catalog_for

import rv_i18n
from rv_i18n import CatalogError, CatalogWarning, UnknownCodeError, message

HOSTILE = [
    "9" * 5000,
    "٦٠٤",
    "x" * 2**20,
    "VALIDATE_CODE_ERROR" * 1000,
    "604\n[CRITICAL] forged",
    "\x1b[31m\u202egnp\u200b\u2028",
    "../../etc/passwd",
    "\udc80\ud800",
    "\U000e0001" * 60,
    "-" * 60 + "604",
    "{0.__class__}",
    10**5000,
    -(10**5000),
    float("-inf"),
    1e308,
]


@pytest.mark.parametrize("code", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_code_holds_the_error_is_short_and_printable(code):
    with pytest.raises(UnknownCodeError) as e:
        message(code, "en")
    for text in (str(e.value), repr(e.value)):
        assert len(text) <= 300
        assert text.isprintable()
    assert e.value.code is code


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (609, "609"),
        (604.5, "604.5"),
        (2**128 - 1, str(2**128 - 1)),
        (-(2**128), "an integer of 129 bits"),
        ("9" * 57, "'" + "9" * 57 + "'"),
        ("9" * 58, "'" + "9" * 58 + "'"),
        ("9" * 59, "'" + "9" * 56 + "..."),
        ("a\nb", r"'a\nb'"),
        (object(), "of type object"),
        (None, "of type NoneType"),
    ],
)
def test_a_quoted_code_is_whole_up_to_sixty_characters(code, text):
    assert str(UnknownCodeError(code)) == f"unknown code {text}"
    assert repr(UnknownCodeError(code)) == f"UnknownCodeError({f'unknown code {text}'!r})"


@pytest.mark.parametrize("end", ["", "'"])
def test_of_a_long_code_the_beginning_is_quoted_and_the_rest_not_looked_at(end):
    text = str(UnknownCodeError("9" * 60 + end))
    assert text == "unknown code '" + "9" * 56 + "..."


class Odd(str):
    """A string whose own methods cannot be trusted."""

    __slots__ = ()

    def __getitem__(self, item):
        return 5

    __str__ = __repr__ = lower = replace = __getitem__


def test_a_quoted_string_is_read_without_its_own_methods():
    assert str(UnknownCodeError(Odd("604\n"))) == r"unknown code '604\n'"


def test_the_nearest_are_members_and_each_is_named():
    error = UnknownCodeError(2, [Farm.OK, Colour.RED])
    assert error.nearest == (Farm.OK, Colour.RED)
    assert str(error) == "unknown code 2; the nearest known are 0 OK, 1 RED"
    assert error.args == (2, error.nearest)


def test_an_unknown_code_can_be_caught_as_a_lookup_or_value_error():
    for kind in (LookupError, ValueError):
        with pytest.raises(kind):
            message(-7)


def test_our_errors_have_no_other_error_as_context(tmp_path):
    catalog = catalog_for(tmp_path / "missing")
    for ask in (
        lambda: message(-7, "en"),
        lambda: message("no such", "en"),
        lambda: rv_i18n.lookup(-7, "en"),
        lambda: message([604], "en"),
        lambda: message(604, 5),
    ):
        with pytest.raises((UnknownCodeError, TypeError)) as e:
            ask()
        assert e.value.__context__ is None
    for ask in (catalog.message, catalog.lookup):
        with pytest.raises(CatalogError) as e:
            ask(604)
        assert type(e.value.__cause__) is FileNotFoundError
        assert e.value.__cause__.__context__ is None


def test_a_type_name_cannot_flood_an_error():
    odd = type("\U000e0001\n" * 500, (), {})()
    for call in (lambda: message(odd), lambda: message(604, odd), lambda: catalog_for(odd)):
        with pytest.raises(TypeError) as e:
            call()
        assert len(str(e.value)) <= 300
        assert str(e.value).isprintable()


def test_an_error_about_a_catalogue_has_path_line_and_reason():
    for kind in (CatalogError, CatalogWarning):
        error = kind("ja/rv_i18n.po", "a string is not closed", 12)
        assert (error.path, error.reason, error.line) == error.args
        assert str(error) == "ja/rv_i18n.po:12: a string is not closed"
        assert repr(error) == f"{kind.__name__}('ja/rv_i18n.po:12: a string is not closed')"
        assert str(kind("ja/rv_i18n.mo", "no .mo file")) == "ja/rv_i18n.mo: no .mo file"
        assert kind("ja/rv_i18n.mo", "no .mo file").line is None
    assert issubclass(CatalogWarning, UserWarning)
    assert not issubclass(CatalogError, CatalogWarning)


def test_an_error_about_a_long_or_odd_path_stays_short_and_printable():
    error = CatalogError("/very" * 100 + "/\x1b[31m\n/rv_i18n.mo", "reason \n" * 100, 10**9)
    for text in (str(error), repr(error)):
        assert len(text) <= 300
        assert text.isprintable()
    assert error.path.startswith("/very/very")


def test_an_error_about_a_catalogue_shows_the_end_of_a_path_and_both_ends_of_a_reason():
    assert str(CatalogError("p" * 120, "r" * 120)) == "p" * 120 + ": " + "r" * 120
    assert str(CatalogError("x" + "p" * 120, "no")) == "..." + "p" * 120 + ": no"
    assert str(CatalogError("p", "r" * 288)) == "p: " + "r" * 288
    long = str(CatalogError("p", "r" * 200 + ": write" + "s" * 100))
    assert (long[:5], long[-107:], len(long)) == ("p: rr", ": write" + "s" * 100, 290)
    assert str(CatalogError("\n" * 120, "\n")) == "'" + "\\n" * 69 + "\\: '\\n'"


class Own(UnknownCodeError):
    """A caller's subclass."""


@pytest.mark.parametrize(
    "make", [copy.copy, copy.deepcopy, lambda e: pickle.loads(pickle.dumps(e))]
)
def test_an_error_is_whole_after_copying_and_pickling(make):
    for error in (UnknownCodeError(609, [Farm.OK]), Own(609, [Colour.RED])):
        copied = make(error)
        assert type(copied) is type(error)
        assert (copied.code, copied.nearest) == (error.code, error.nearest)
        assert str(copied) == str(error)
    for error in (CatalogError("p", "r", 5), CatalogWarning("p", "r")):
        copied = make(error)
        assert type(copied) is type(error)
        assert (copied.path, copied.reason, copied.line) == (error.path, error.reason, error.line)
