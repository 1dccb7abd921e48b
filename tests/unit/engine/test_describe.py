"""``describe``: the sentence for any exception whatsoever."""

from __future__ import annotations

import errno
import itertools
import logging
import sys
import traceback
import tracemalloc
from io import BytesIO
from urllib.error import HTTPError

import pytest
from trees import catalog_for

from rv_i18n import CatalogError, ErrorCode, describe, message, set_locale, use_locale
from rv_i18n._engine.describe import Describer
from rv_i18n._engine.message import Message
from rv_i18n._sdk import DESCRIBER, farms_code


class SDKError(Exception):
    """Like the classes of rayvision_api: the first argument is the exception itself."""

    __module__ = "rayvision_api.exception"

    def __init__(self, error_code, error):
        super().__init__(self, error)
        self.error_code = error_code
        self.error = error

    def __str__(self):
        return f"Error code: {self.error_code}, Error message: {self.error}, URL: https://farm"


class PlainSDKError(Exception):
    """Like HardwareConfigIdError: the number is an argument."""

    __module__ = "rayvision_api.exception"


class StudioError(SDKError):
    __module__ = "studio.errors"


class ServiceError(Exception):
    """Somebody else's exception, with an ``error_code``."""

    def __init__(self, error_code, *arguments):
        super().__init__(*arguments)
        self.error_code = error_code


FAIL = message(ErrorCode.FAIL, "en")
NEW = max(ErrorCode) + 1  # the farm has added it, but our list has not
PYTHON = message(ErrorCode.RayvisionError, "en")
LOGIN = message(ErrorCode.NEED_USER_LOGIN, "en") + " (602)"


@pytest.mark.parametrize(
    ("locale", "pattern"),
    [
        ("en", "{} ({})"),
        ("ko", "{}({})"),
        ("ja", "{}（{}）"),
        ("zh-CN", "{}（{}）"),
        ("zh-TW", "{}（{}）"),
    ],
)
def test_the_words_follow_the_sentence_in_the_brackets_of_its_language(locale, pattern):
    words = "Maya 2099 is not support, supported versions:2022,2024"
    told = describe(SDKError(1000000, words), locale)
    assert told == pattern.format(message(1000000, locale), f"1000000: {words}")


def answering(text, language):
    """What describes the farm's exceptions by one text."""

    def lookup(code, locale, default=None):
        return Message(text, ErrorCode.FAIL, "FAIL", language, language)

    return Describer(lookup, farms_code, ErrorCode.FAIL)


@pytest.mark.parametrize("language", ["ar", "he-IL", "fa_AF", "ur", "az-Arab", "ku-IQ"])
def test_in_a_right_to_left_language_the_brackets_hold_an_isolate(language):
    told = answering("فشل", language).describe(SDKError(100, "C:/scene.ma"), None)
    assert told == "فشل (\u2068100: C:/scene.ma\u2069)"


@pytest.mark.parametrize("language", ["en", "az", "ku", "und", ""])
def test_in_another_language_the_brackets_hold_no_isolate(language):
    assert answering("X", language).describe(SDKError(100, "why"), None) == "X (100: why)"


def test_the_brackets_are_those_of_the_language_that_the_text_is_really_in():
    told = answering("失敗", "yue-Hant-HK").describe(SDKError(100, "why"), "fr")
    assert told == "失敗（100: why）"


@pytest.mark.parametrize(
    "words",
    [
        "need_user_login",
        "NEED-USER-LOGIN",
        "Need user login.",
        message(602, "zh_CN"),
        message(602, "en") + "!",
        message(602, "ja") + "。",
        "602",
        "",
        " \n",
        None,
    ],
)
def test_words_that_only_repeat_the_sentence_are_left_out(words):
    assert describe(SDKError(602, words), "ja") == message(602, "ja") + "（602）"


def test_the_name_of_another_code_says_more():
    assert describe(SDKError(602, "forbidden"), "en") == f"{LOGIN[:-1]}: forbidden)"


@pytest.mark.parametrize(
    ("number", "words", "told"),
    [
        (NEW, "balance_not_enough", f"{FAIL} ({NEW}: balance_not_enough)"),
        (str(NEW), "task_status_error", f"{FAIL} ({NEW}: task_status_error)"),
        (-32700, "", f"{FAIL} (-32700)"),
        (NEW, str(NEW), f"{FAIL} ({NEW})"),
        (NEW, "fail", f"{FAIL} ({NEW})"),
        (None, "maintenance", f"{FAIL} (maintenance)"),
        (None, None, FAIL),
        (True, "words", f"{FAIL} (words)"),
        (float("nan"), "words", f"{FAIL} (words)"),
        (602.5, "words", f"{FAIL} (words)"),
        ("0" * 18 + "602", "words", f"{FAIL} (words)"),
        ("٦٠٢", "words", f"{FAIL} (words)"),
        ("6" * 5000, "words", f"{FAIL} (words)"),
    ],
)
def test_a_code_that_is_not_in_the_list_is_a_failure_with_number_and_words(number, words, told):
    assert describe(SDKError(number, words), "en") == told


def test_an_endless_number_is_not_written_out():
    told = f"{FAIL} (an integer of 16610 bits: words)"
    assert describe(SDKError(10**5000, "words"), "en") == told


@pytest.mark.parametrize(
    "number", ["602", "0602", "0" * 17 + "602", 602.0, ErrorCode.NEED_USER_LOGIN]
)
def test_a_known_number_may_be_spelled_in_any_way(number):
    assert describe(SDKError(number, "need_user_login"), "en") == LOGIN


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (PlainSDKError(1000000, "3080 is not support"), f"{PYTHON} (1000000: 3080 is not support)"),
        (PlainSDKError("602"), LOGIN),
        (PlainSDKError("602 and more"), "602 and more"),
        (PlainSDKError("Boot failed"), "Boot failed"),
        (PlainSDKError(), "PlainSDKError"),
        (StudioError(602, "need_user_login"), LOGIN),
        (ServiceError(ErrorCode(602), "try", 5), f"{LOGIN[:-1]}: ('try', 5))"),
        (ServiceError(ErrorCode(602)), LOGIN),
    ],
)
def test_the_number_is_read_where_the_sdks_and_code_built_on_them_put_it(error, told):
    assert describe(error, "en") == told


@pytest.mark.parametrize("number", [602, "602", 602.0, "need_user_login", None])
def test_a_number_of_another_list_is_not_taken_for_the_farms(number):
    assert describe(ServiceError(number, "the own words"), "en") == "the own words"


def test_an_error_of_the_sdk_may_lack_the_number():
    assert describe(SDKError(None, "maintenance"), "en") == f"{FAIL} (maintenance)"


def test_an_error_of_the_sdk_without_a_code_says_its_own_words():
    class DownloadFailed(Exception):
        __module__ = "rayvision_sync.exception"

        def __init__(self, error):
            super().__init__(self, error)
            self.error = error

    assert describe(DownloadFailed("0001.exr Download failed")) == "0001.exr Download failed"


def test_what_has_the_words_of_the_sdk_and_is_no_exception_will_do():
    class Report:
        __module__ = "rayvision_sync.report"
        error = "0001.exr Download failed"

    assert describe(Report()) == "0001.exr Download failed"


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (OSError(404, "gone"), "[Errno 404] gone"),
        (FileNotFoundError(errno.ENOENT, "No such file", "a.ma"), "[Errno 2] No such file: 'a.ma'"),
        (SystemExit(404), "404"),
        (HTTPError("https://farm", 404, "Not Found", None, BytesIO()), "HTTP Error 404: Not Found"),
        (KeyError("604"), "'604'"),
        (ValueError(604), "604"),
        (ServiceError("FORBIDDEN", "denied"), "denied"),
        (ServiceError(None, "denied"), "denied"),
        (KeyboardInterrupt(), "KeyboardInterrupt"),
        (TimeoutError(), "TimeoutError"),
        (None, "None"),
        (604, "604"),
        ("words", "words"),
        (ValueError, "<class 'ValueError'>"),
    ],
)
def test_an_exception_that_is_not_the_farms_says_its_own_words(error, told):
    assert describe(error, "ja") == told


def test_without_a_locale_the_current_one_counts():
    error = SDKError(602, "need_user_login")
    set_locale("ko")
    try:
        with use_locale("ja"):
            assert describe(error) == message(602, "ja") + "（602）"
        assert describe(error) == message(602, "ko") + "(602)"
    finally:
        set_locale(None)


def test_describe_as_the_str_of_a_class_reaches_logs_and_tracebacks(caplog):
    class FarmError(SDKError):
        __str__ = describe

    class FarmErrorWithoutWords(ServiceError):
        __str__ = describe

    error = FarmError(1000000, "Failed to get user number!")
    told = f"{PYTHON} (1000000: Failed to get user number!)"
    assert str(error) == f"{error}" == told
    logging.getLogger("farm").error("%s", error)
    assert caplog.messages == [told]
    assert traceback.format_exception_only(type(error), error)[0].endswith(f": {told}\n")
    assert str(FarmErrorWithoutWords(ErrorCode(602), "own words")) == f"{LOGIN[:-1]}: own words)"
    assert str(FarmErrorWithoutWords(ErrorCode(602))) == LOGIN


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("a\nb\r\n\tc", "a b c"),
        ("a\x1b[31mb\x00", r"a\x1b[31mb\x00"),
        ("a\u2028b\u2029c\x85d", "a b c d"),
        ("a\u202eb\u2066c\u200fd", r"a\u202eb\u2066c\u200fd"),
        ("scene_\udcd6.ma", r"scene_\udcd6.ma"),
        ("場面\u3000一", "場面 一"),
        ("C:\\a\x00", r"C:\a\x00"),
        ("x" * 300, "x" * 300),
        ("x" * 301, "x" * 297 + "..."),
        ({"field": ["taskId"]}, "{'field': ['taskId']}"),
    ],
)
def test_words_stay_on_one_line_and_cannot_turn_it_round(words, shown):
    assert describe(SDKError(1000000, words), "en") == f"{PYTHON} (1000000: {shown})"
    assert describe(ValueError(words)) == shown


def test_a_text_of_several_lines_is_put_on_one():
    assert answering("It\nfailed", "en").describe(SDKError(100, ""), None) == "It failed (100)"


class Counted:
    """Counts how often it was shown."""

    shown = 0

    def __repr__(self):
        self.shown += 1
        return "counted"


def test_what_is_large_is_never_converted_as_a_whole():
    counted = Counted()
    many = [counted] * 10**6
    loop = []
    loop.append(loop)
    assert describe(ValueError("first", many)) == "first"
    assert describe(ValueError(*[many] * 8, "ninth")) == "ninth"
    assert describe(ValueError(*[many] * 9, "tenth")) == "ValueError"
    assert describe(ValueError(many)) == "ValueError"
    assert describe(ValueError({"a": {1: many}})) == "ValueError"
    assert describe(ValueError(10**10**6)) == "ValueError"
    assert describe(ValueError([[b"x"] * 10**6])) == "ValueError"
    assert describe(KeyError("x" * 10**6)) == "x" * 297 + "..."
    assert describe(SDKError(1000000, many), "en") == f"{PYTHON} (1000000)"
    assert describe(ValueError("x" * 10**7)) == "x" * 297 + "..."
    assert len(describe(ValueError(loop))) < 20
    assert describe(SDKError("6" * 10**7, "words"), "en") == f"{FAIL} (words)"
    assert counted.shown == 0
    assert describe(ValueError(1, Counted())) == "(1, counted)"


@pytest.mark.parametrize(
    ("value", "longer"),
    [
        (["x" * 1194], ["x" * 1195]),
        (["", "x" * 1192], ["", "x" * 1193]),
        ([[0], "x" * 1190], [[0], "x" * 1191]),
        ([0.5] * 598, [0.5] * 599),
        ([2**3583], [2**3584]),
        ([[1], 2], [[1], 2**9999]),
        ({"x" * 1190: None}, {"x" * 1191: None}),
    ],
    ids=lambda value: repr(value)[:20],
)
def test_what_is_just_short_enough_is_shown_and_what_is_longer_is_not(value, longer):
    whole = repr(value)
    assert describe(ValueError(value)) == (whole if len(whole) <= 300 else whole[:297] + "...")
    assert describe(ValueError(longer)) == "ValueError"


@pytest.mark.parametrize("kind", ["word " * 10**6, "Error"], ids=["its name", "its words"])
def test_of_a_long_name_or_of_long_words_the_beginning_is_read(kind):
    error = type(kind, (Exception,), {})(*["word " * 10**6] * (kind == "Error"))
    tracemalloc.start()
    try:
        assert describe(error) == ("word " * 60)[:297] + "..."
        assert tracemalloc.get_traced_memory()[1] < 10**5
    finally:
        tracemalloc.stop()


def hostile():
    """Exceptions whose every part lies or raises; inside a function, so that none is collected."""

    def leave(*arguments):
        raise SystemExit

    class Meta(type):
        __mro__ = __name__ = __module__ = property(leave)

    class Hostile(Exception, metaclass=Meta):
        __str__ = __repr__ = __getattribute__ = leave

    class Bottomless(Exception):
        def __getattr__(self, name):
            return getattr(self, name)

        def __str__(self):
            return str(self)

    class NoString(Exception):
        def __str__(self):
            return 5  # noqa: PLE0307

    class NoClass(Exception):
        __class__ = property(leave)

    class String(str):
        __str__ = __repr__ = __len__ = __getitem__ = __hash__ = split = isprintable = leave
        isascii = isdigit = startswith = leave

    class NoModule(Exception):
        __module__ = Hostile()

    class NoArguments(Exception):
        __module__ = "rayvision_sync"
        args = property(leave)

    class Endless(list):
        __len__ = int

        def __iter__(self):
            return itertools.repeat("word")

    return {
        "Hostile": Hostile(),
        "Bottomless": Bottomless(),
        "NoString": NoString(),
        "words": NoClass("words"),
        "two lines": type("two\nlines", (Exception,), {})(),
        "ValueError": ValueError(Hostile()),
        "ValueError ": ValueError(String("words")),
        f"{LOGIN}": SDKError(602, Hostile()),
        f"{LOGIN[:-1]}: words)": SDKError(602, String("words")),
        f"{FAIL} (words)": SDKError(Hostile(), "words"),
        f"{FAIL} (many words)": SDKError(Hostile, "many words"),
        f"{FAIL} (some words)": SDKError(float("inf"), "some words"),
        f"{LOGIN[:-1]}: or other words)": SDKError(String("602"), "or other words"),
        "no module": NoModule("no module"),
        f"{LOGIN[:-1]}: real words)": NoArguments(602, "real words"),
        "Endless": type("Endless", (Exception,), {})(Endless()),
    }


@pytest.mark.parametrize("told", hostile())
def test_nothing_that_an_exception_does_makes_describe_raise(told):
    assert describe(hostile()[told], "en") == told.rstrip()


@pytest.mark.parametrize("locale", [604, object(), ["ja", None], b"ja"])
def test_a_locale_of_the_wrong_type_costs_only_the_sentence(locale):
    assert describe(SDKError(604, "m"), locale).startswith("Error code: 604, Error message: m")


def test_without_catalogues_describe_says_the_exceptions_own_words(tmp_path):
    nowhere = catalog_for(tmp_path / "nowhere")
    with pytest.raises(CatalogError):
        nowhere.lookup(604)
    assert (
        Describer(nowhere.lookup, farms_code).describe(PlainSDKError(604, "words"), "en")
        == "(604, 'words')"
    )
    assert nowhere.describe(ServiceError(604), "en") == "ServiceError"


def test_where_the_stack_ends_describe_gives_up_and_does_not_raise():
    error = SDKError(604, "m")

    def dive(depth):
        """Describe it with more and more room left on the stack."""
        try:
            return dive(depth + 1)
        except RecursionError:
            told.append(DESCRIBER.describe(error, "en"))  # raises where its own call does not fit
            raise

    told = []
    with pytest.raises(RecursionError):
        dive(0)
    assert {"RecursionError", message(604, "en") + " (604: m)"} <= set(told)


def test_where_nothing_can_be_loaded_describe_says_the_bare_words(monkeypatch):
    """As in a process that has no file descriptor left, and has described nothing yet."""
    catalog = catalog_for("locales")
    for module in ("rv_i18n._sdk", "rv_i18n._engine.describe"):
        monkeypatch.setitem(sys.modules, module, None)
    for function in (describe, catalog.describe):
        assert function(SDKError(604, "m")).startswith("(SDKError(")
        assert function(ValueError("no\nframes")) == r"'no\nframes'"
        assert function(604) == "int"
