"""The current locale: ``use_locale``, then ``set_locale``, then the environment."""

from __future__ import annotations

import gettext
import sys
import threading
import timeit
from contextvars import copy_context

import pytest

from rv_i18n import message, negotiate, set_locale, use_locale


@pytest.fixture(autouse=True)
def _reset():
    yield
    set_locale(None)


def test_nothing_chosen_is_english():
    assert negotiate(None) == "en"
    assert message(604) == message(604, "en")


def test_the_innermost_choice_wins(monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert negotiate(None) == "zh_CN"
    set_locale("ja-JP")
    assert negotiate(None) == "ja"
    with use_locale("en"):
        assert message(604) == message(604, "en")
        with use_locale(["tlh", "zh-Hans"]):
            assert message(604) == message(604, "zh_CN")
        with use_locale(None):
            assert message(604) == message(604, "ja")
        assert negotiate(None) == "en"
    assert message(604) == message(604, "ja")
    set_locale(None)
    assert message(604) == message(604, "zh_CN")


@pytest.mark.parametrize("nothing", ["", [], "tlh"])
def test_a_choice_that_means_nothing_is_english_and_not_the_servers_own_language(nothing):
    set_locale("ja")
    with use_locale(nothing):
        assert message(604) == message(604, nothing) == message(604, "en")
    set_locale(nothing)
    assert message(604) == message(604, "en")


def test_a_block_that_fails_gives_the_locale_back():
    with pytest.raises(KeyError), use_locale("ja"):
        raise KeyError
    assert negotiate(None) == "en"


def test_one_object_serves_nested_blocks_and_other_threads():
    japanese, seen = use_locale("ja"), []

    def ask():
        seen.append(negotiate(None))
        with japanese:
            seen.append(negotiate(None))
        seen.append(negotiate(None))

    with japanese, use_locale("zh_CN"), japanese:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert negotiate(None) == "ja"
    assert seen == ["en", "ja", "en"]
    assert negotiate(None) == "en"


def test_a_block_may_be_left_in_another_context_than_it_was_entered_in():
    japanese = use_locale("ja")
    copy_context().run(japanese.__enter__)
    japanese.__exit__(None, None, None)
    assert negotiate(None) == "en"


def test_set_locale_holds_in_every_thread():
    seen = []
    set_locale("ja")
    thread = threading.Thread(target=lambda: seen.append(negotiate(None)))
    thread.start()
    thread.join()
    assert seen == ["ja"]


@pytest.mark.skipif(
    sys.implementation.name == "pypy", reason="PyPy does not start in a locale the system lacks"
)
@pytest.mark.parametrize(
    "environment",
    [
        {"LANGUAGE": "zh_CN", "LC_ALL": "ja_JP", "LC_MESSAGES": "ja", "LANG": "ja"},
        {"LC_ALL": "zh_CN.GB18030", "LC_MESSAGES": "ja_JP", "LANG": "ja"},
        {"LC_MESSAGES": "zh_CN", "LANG": "ja"},
        {"LANG": "ja_JP.UTF-8"},
        {"LANGUAGE": "", "LANG": "zh_CN"},
        {"LANGUAGE": "ja:zh_CN"},
    ],
)
def test_the_environment_is_read_as_gettext_reads_it(environment, monkeypatch, installed):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    where = installed.run("-c", "import rv_i18n; print(rv_i18n.LOCALE_DIR)").stdout.strip()
    symbol = "VALIDATE_CODE_ERROR"
    assert message(604) == gettext.translation("rv_i18n", where).gettext(symbol)


@pytest.mark.parametrize(
    "value", ["C", "C:ja", "POSIX", "tlh", ":::", "../../etc", "\udcff", "x" * 100_000, "a:" * 9999]
)
def test_nonsense_in_the_environment_is_english(value, monkeypatch):
    monkeypatch.setenv("LANGUAGE", value)
    assert message(604) == message(604, "en")


def test_a_long_list_of_languages_costs_less_than_five_milliseconds(monkeypatch):
    monkeypatch.setenv("LANGUAGE", "zz-YY:" * 20_000)
    assert message(604) == message(604, "en")
    assert min(timeit.repeat(lambda: message(604), number=1, repeat=20)) < 0.005


@pytest.mark.parametrize(
    ("value", "locale"),
    [("zz:" * 99 + "ja", "ja"), ("zz:" * 100 + "ja", "en"), ("ja:" + "zz:" * 200, "ja")],
    ids=["the hundredth", "the next", "the first of many"],
)
def test_a_hundred_languages_of_the_environment_count(value, locale, monkeypatch):
    monkeypatch.setenv("LANGUAGE", value)
    assert message(604) == message(604, locale)


def test_the_variables_of_the_environment_count_in_the_order_of_gettext(monkeypatch):
    names = {"LANGUAGE": "ja", "LC_ALL": "ko", "LC_MESSAGES": "zh_CN", "LANG": "zh_TW"}
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    for name, locale in names.items():
        assert negotiate(None) == locale
        monkeypatch.delenv(name)
