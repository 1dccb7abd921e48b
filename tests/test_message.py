"""``message``: what it takes, what it gives, and what it raises for the rest."""

from __future__ import annotations

import asyncio
import enum
import inspect
import pickle
import sys
import threading
import timeit
from collections import UserList, deque
from http import HTTPStatus

import pytest

import rv_i18n
from rv_i18n import Catalog, ErrorCode, UnknownCodeError, message

EN, JA, ZH_CN = (
    "The phone verification code is incorrect",
    "SMS認証コードが正しくありません",
    "手机验证码错误",
)


@pytest.mark.parametrize("code", [604, "604", "VALIDATE_CODE_ERROR", ErrorCode(604)])
def test_a_code_is_a_number_a_string_a_name_or_a_member(code):
    assert message(code, "en") == message(code, "en") == EN


def test_a_code_of_another_enum_counts_as_its_number():
    assert message(HTTPStatus.NOT_FOUND, "en") == "The resource does not exist"


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        ("ja-JP", JA),
        ("ja_JP.UTF-8", JA),
        (["tlh", "ja"], JA),
        (("tlh", "ja"), JA),
        (UserList(["tlh", "ja"]), JA),
        (deque(["tlh", "ja"]), JA),
        ("tlh;q=0.9, ja;q=0.5", JA),
        ("zh-Hans-SG", ZH_CN),
        ("zh_CN", ZH_CN),
        ("tlh", EN),
        ("", EN),
        ([], EN),
        ("*", EN),
    ],
)
def test_a_locale_is_whatever_names_languages(locale, text):
    assert message(604, locale) == message(604, locale) == text


def test_the_examples_that_users_rely_on(seed):
    zh_cn = {row.symbol: row.text for row in seed}
    assert message("NON_UPLOADABLE FILES", "zh-Hans-SG") == zh_cn["NON_UPLOADABLE FILES"]
    assert message(ErrorCode.APIError, "tlh;q=0.9, ja;q=0.5") == message(400, "ja")


def test_an_unknown_number_names_its_neighbours():
    with pytest.raises(UnknownCodeError, match=r"609.*608 USER_AREA_ERROR.*610 SIGNATURE_EXP") as e:
        message(609, "en")
    assert e.value.code == 609


@pytest.mark.parametrize(
    ("code", "nearest"),
    [(0, "100 FAIL"), (10**9, "1000000 RayvisionError"), ("-604", "100 FAIL")],
)
def test_a_number_beyond_the_ends_names_the_end(code, nearest):
    with pytest.raises(UnknownCodeError) as e:
        message(code)
    assert e.value.nearest == (nearest,)


def test_a_misspelt_name_names_the_one_that_was_meant():
    with pytest.raises(UnknownCodeError, match="604 VALIDATE_CODE_ERROR"):
        message("VALIDATE_CODE_EROR", "en")
    with pytest.raises(UnknownCodeError, match="513 USER_CACHE_NOTFOUNT"):
        message("user_cache_notfound", "en")


def test_a_sign_is_passed_over_when_the_neighbours_are_named():
    with pytest.raises(UnknownCodeError, match="603 ILLEGAL_PROTOCOL, 605 VINSUFFICIENT"):
        message("+604")


def test_at_most_three_names_are_suggested_and_only_those_that_are_alike():
    with pytest.raises(UnknownCodeError) as e:
        message("ACCOUNT_X_FAIL")
    assert len(e.value.nearest) == 3
    assert e.value.nearest[0] == "813 ACCOUNT_QQ_FAIL"
    assert e.value.args == ("ACCOUNT_X_FAIL", e.value.nearest)
    with pytest.raises(UnknownCodeError) as e:
        message("PHONE_FAIL")  # there are two, which it is not much like
    assert e.value.nearest == ()


@pytest.mark.parametrize(("length", "nearest"), [(40, 1), (41, 0)])
def test_a_name_a_third_longer_than_the_longest_is_still_looked_for(length, nearest):
    with pytest.raises(UnknownCodeError) as e:
        message("ACCOUNT_USERNAME_PASSWORD_FAIL".ljust(length, "X"))
    assert len(e.value.nearest) == nearest


@pytest.mark.parametrize(
    ("code", "text"),
    [
        (2**128 - 1, str(2**128 - 1)),
        (-(2**128), "an integer of 129 bits"),
        ("9" * 57, "'" + "9" * 57 + "'"),
        ("9" * 58, "'" + "9" * 58 + "'"),
        ("9" * 59, "'" + "9" * 57 + "..."),
    ],
)
def test_a_quoted_code_is_whole_up_to_sixty_characters(code, text):
    assert str(UnknownCodeError(code)) == f"unknown code {text}"
    assert repr(UnknownCodeError(code)) == f"UnknownCodeError({f'unknown code {text}'!r})"


def test_an_unknown_code_gives_the_default_where_one_was_passed():
    assert message(609, "en", default="x") == "x"
    assert message(609, "en", default=None) is None
    assert message("NO_SUCH", default="x") == "x"
    assert message(604, "en", default="x") == EN


def test_an_unknown_code_can_be_caught_as_a_lookup_or_value_error():
    for kind in (LookupError, ValueError):
        with pytest.raises(kind):
            message(609)


def test_no_other_error_stands_behind_an_unknown_code():
    with pytest.raises(UnknownCodeError) as e:
        message(609, "en")
    assert e.value.__context__ is None


@pytest.mark.parametrize("code", [True, False, None, b"604", [604], {}, object(), 604.5, ()])
def test_a_code_of_another_type_is_a_type_error(code):
    for passed in ({}, {"default": "x"}):
        with pytest.raises(TypeError, match="a code is an int such as 604"):
            message(code, "en", **passed)


@pytest.mark.parametrize(
    "locale", [5, b"ja", b"", ["ja", 5], {"ja": 1}, {"ja"}, object(), 1.5, True]
)
def test_a_locale_of_another_type_is_a_type_error(locale):
    for call in (
        lambda: message(604, locale),
        lambda: rv_i18n.negotiate(locale),
        lambda: rv_i18n.set_locale(locale),
        lambda: rv_i18n.use_locale(locale),
    ):
        with pytest.raises(TypeError, match="a locale is a string such as"):
            call()


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
    " 604",
    "6_0_4",
    "+604",
    "--604",
    "+-" * 30 + "604",
    "X604",
    "-",
    10**5000,
    -604,
]


@pytest.mark.parametrize("code", HOSTILE, ids=range(len(HOSTILE)))
def test_whatever_a_code_holds_the_error_is_short_and_printable(code):
    with pytest.raises(UnknownCodeError) as e:
        message(code, "en")
    for text in (str(e.value), repr(e.value)):
        assert len(text) <= 300
        assert text.isprintable()
    assert e.value.code is code


@pytest.mark.parametrize("code", ["٦٠٤", "9" * 5000])
def test_a_hostile_code_costs_less_than_a_millisecond(code):
    def ask():
        with pytest.raises(UnknownCodeError):
            message(code, "en")

    assert min(timeit.repeat(ask, number=1, repeat=20)) < 0.001


@pytest.mark.parametrize(
    "locale",
    [text for text in HOSTILE if isinstance(text, str)]
    + [
        "zh" * 5000,
        "en-" + "x" * 2**20,
        "," * 2**20,
        "ja;q=0." + "1" * 2**20,
        "*" * 1000,
        "-",
        "_",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_whatever_a_locale_holds_the_answer_is_english(locale):
    assert message(604, locale) == EN
    assert message(604, [locale, "ja"]) in (EN, JA)


SLOWEST = {
    "a long tag": "\u03a3" * 2**19,
    "long tags": ["\u0130" * 2**12] * 100,
    "long ranges": ",".join(["zz-yue-Abcd-CN" + "-a" * 119] * 100),
    "long ranges that are no tags": ",".join(["zz" + "-abc" * 60 + "!"] * 100),
    "unknown ranges": ",".join(f"q{chr(97 + n % 26)}-{n:03}" for n in range(100)),
    "half of the ranges refused": "fr-Latn-FR;q=0," * 49 + "ja-Jpan;q=0," + "ja-Jpan," * 50,
}


@pytest.mark.parametrize("locale", SLOWEST.values(), ids=SLOWEST)
def test_a_hostile_locale_costs_less_than_five_milliseconds(locale):
    ask = Catalog(rv_i18n.LOCALE_DIR).negotiate
    assert ask(locale) == ask("zz, *") == "en"  # which loads what all locales need

    def ask_anew():
        ask([*locale, "x" * 256] if isinstance(locale, list) else locale + "x" * 256)

    assert min(timeit.repeat(ask_anew, number=1, repeat=20)) < 0.005


def test_the_error_quotes_no_object_that_it_does_not_know():
    assert str(UnknownCodeError(object())) == "unknown code of type object"


def test_a_type_name_cannot_flood_an_error():
    odd = type("\U000e0001\n" * 500, (), {})()
    for call in (lambda: message(odd), lambda: message(604, odd), lambda: Catalog(odd)):
        with pytest.raises(TypeError) as e:
            call()
        assert len(str(e.value)) <= 300
        assert str(e.value).isprintable()


def test_a_code_and_an_error_survive_pickling():
    with pytest.raises(UnknownCodeError) as e:
        message(609, "en")
    copied = pickle.loads(pickle.dumps(e.value))
    assert (type(copied), copied.code, str(copied)) == (UnknownCodeError, 609, str(e.value))


def test_a_huge_number_is_refused_before_its_digits_are_written_out(monkeypatch):
    if hasattr(sys, "set_int_max_str_digits"):
        limit = sys.get_int_max_str_digits()
        sys.set_int_max_str_digits(0)  # as some programs do, and as Python before 3.9.14 was
        try:
            assert message(10**1_000_000, default="x") == "x"  # hours, if it were written out
        finally:
            sys.set_int_max_str_digits(limit)


def test_the_functions_and_a_catalog_can_be_sent_to_another_process():
    assert pickle.loads(pickle.dumps(message))(604, "ja") == JA
    assert pickle.loads(pickle.dumps(rv_i18n.locales))() == rv_i18n.locales()
    catalog = Catalog([rv_i18n.LOCALE_DIR], default="ja")
    catalog.message(604, "en")
    assert pickle.loads(pickle.dumps(catalog)).message(604, "tlh") == JA
    other = Catalog(rv_i18n.LOCALE_DIR, domain="other", codes=HTTPStatus)
    assert pickle.loads(pickle.dumps(other)).message(404, "en") == "NOT_FOUND"
    assert pickle.loads(pickle.dumps(other)).locales() == other.locales() == []
    same = Catalog(rv_i18n.LOCALE_DIR, domain="rv_i18n", codes=HTTPStatus)
    assert pickle.loads(pickle.dumps(same)).message(418, "en") == "IM_A_TEAPOT"


def test_help_says_that_the_default_is_unset():
    assert str(inspect.signature(message).parameters["default"].default) == "<unset>"


def test_a_bool_is_no_code_even_where_one_equals_it():
    class Codes(enum.IntEnum):
        NONE = 0
        ONE = 1

    catalog = Catalog(rv_i18n.LOCALE_DIR, codes=Codes)
    assert [catalog.message(code, "en") for code in (0, 1)] == ["NONE", "ONE"]
    for code in (True, False):
        with pytest.raises(TypeError):
            catalog.message(code, "en")


def test_many_threads_may_make_the_first_look_up_of_every_catalogue_at_once():
    catalog = Catalog(rv_i18n.LOCALE_DIR)
    expected = [message(code, locale) for locale in rv_i18n.locales() for code in ErrorCode]
    start, answers = threading.Barrier(32), []
    interval = sys.getswitchinterval()

    def ask():
        start.wait()
        answers.append([catalog.message(c, name) for name in rv_i18n.locales() for c in ErrorCode])

    threads = [threading.Thread(target=ask) for _ in range(32)]
    sys.setswitchinterval(1e-6)
    try:
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    finally:
        sys.setswitchinterval(interval)
    assert answers == [expected] * 32


def test_the_function_and_the_method_take_the_same():
    method = inspect.signature(Catalog(rv_i18n.LOCALE_DIR).message)
    assert inspect.signature(message) == method
    with pytest.raises(TypeError):
        message(609, "en", "a default is passed by name")


def test_what_strangers_ask_for_is_not_remembered_for_ever():
    catalog = Catalog(rv_i18n.LOCALE_DIR)
    for number in range(3000):
        catalog.message(604, f"x-{number}")
        catalog.message(604, ["tlh", f"x-{number}"])
        catalog.message(604, "tlh," + "x" * 300 + str(number))
    assert len(catalog._texts_by_locale) <= 1000
    assert len(catalog._best_by_locale) <= 1000
    assert max(map(len, filter(lambda key: isinstance(key, str), catalog._best_by_locale))) <= 255
    assert catalog.message(604, "ja-JP") == JA


def test_use_locale_in_one_task_is_not_seen_in_another():
    async def ask(locale, entered):
        with rv_i18n.use_locale(locale):
            entered.set()
            await asyncio.sleep(0.01)
            return message(604)

    async def main():
        entered = asyncio.Event()
        japanese = asyncio.create_task(ask("ja", entered))
        await entered.wait()
        return message(604), await asyncio.gather(japanese, ask("zh_CN", entered))

    assert asyncio.run(main()) == (EN, [JA, ZH_CN])
