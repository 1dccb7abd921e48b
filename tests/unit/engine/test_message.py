"""``message`` and ``lookup``: which locales they take, and what they return."""

from __future__ import annotations

import asyncio
import copy
import inspect
import json
import pickle
import sys
import threading
import typing
from array import array
from collections import UserList, deque

import pytest
from trees import LOCALES, Colour, Farm, case_name, catalog_for, shipped, write

import rv_i18n
from rv_i18n import Catalog, ErrorCode, Message, UnknownCodeError, lookup, message

NAMES = ["en", "ja", "ko", "zh_CN", "zh_TW"]


@pytest.fixture
def catalog(tmp_path):
    """Catalogues whose text for ``RED`` is their own name."""
    for name in NAMES:
        write(tmp_path, name, RED=name)
    return catalog_for(tmp_path, codes=Colour)


@pytest.mark.parametrize(
    ("locale", "name"),
    [
        ("ja-JP", "ja"),
        ("ja_JP.UTF-8", "ja"),
        (["tlh", "ja"], "ja"),
        (("tlh", "ja"), "ja"),
        (UserList(["tlh", "ja"]), "ja"),
        (deque(["tlh", "ja"]), "ja"),
        ("tlh;q=0.9, ja;q=0.5", "ja"),
        (["ja-JP,ja;q=0.9"], "ja"),  # what Flask's getlist and FastAPI's list[str] give
        (["fr;q=0.9", "ja;q=0.1, ko;q=0.5"], "ko"),
        (["ko;q=0.5", "ja"], "ja"),
        (["ja;q=0", "ja, ko"], "ko"),
        ("zh-Hans-SG", "zh_CN"),
        ("zh_CN", "zh_CN"),
        ("tlh", "en"),
        ("", "en"),
        ([], "en"),
        ((), "en"),
        ([""], "en"),
        ("*", "en"),
    ],
)
def test_a_locale_is_anything_that_names_languages(catalog, locale, name):
    for _ in range(2):
        assert catalog.message(1, locale) == name
        assert catalog.lookup(1, locale).locale == catalog.negotiate(locale) == name


def test_a_text_of_the_shipped_catalogues_is_the_one_in_its_file():
    for locale, name in (
        ("ja-JP", "ja"),
        ("zh-Hant-HK", "zh_TW"),
        ("zh-SG", "zh_CN"),
        ("tlh", "en"),
    ):
        assert message(604, locale) == shipped("VALIDATE_CODE_ERROR", name)
        assert message("NON_UPLOADABLE FILES", locale) == shipped("NON_UPLOADABLE FILES", name)


def test_an_unknown_code_gives_the_default_if_one_is_passed(catalog):
    for code in (4, "4", "NO_SUCH"):
        assert catalog.message(code, "ja", default="x") == "x"
        assert catalog.message(code, default=None) is None
    assert catalog.message(1, "ja", default="x") == "ja"
    with pytest.raises(TypeError):
        catalog.message(4, "en", "a default is passed by name")


NO_LOCALES = [
    *(5, 1.5, True, b"ja", b"", bytearray(b"ja"), memoryview(b"ja"), object(), {"ja": 1}, {"ja"}),
    *(["ja", 5], ["ja", None], [b"ja"], (None,), [["ja"]], range(3), array("i", [1]), iter(["ja"])),
]


@pytest.mark.parametrize("locale", NO_LOCALES, ids=lambda value: type(value).__name__)
def test_a_locale_of_another_type_is_a_type_error(catalog, locale):
    for call in (
        lambda: catalog.message(1, locale),
        lambda: catalog.message(1, locale, default="x"),
        lambda: catalog.lookup(1, locale),
        lambda: catalog.lookup(-1, locale),
        lambda: catalog.negotiate(locale),
        lambda: catalog.negotiate(locale, default=None),
        lambda: rv_i18n.set_locale(locale),
        lambda: rv_i18n.use_locale(locale),
    ):
        with pytest.raises(
            TypeError, match="a (locale is a string such as|sequence of locales ho)"
        ):
            call()


def test_the_error_about_a_list_says_which_type_is_wrong_in_it(catalog):
    with pytest.raises(TypeError, match="a sequence of locales holds strings, not int$"):
        catalog.message(1, ["ja", 5])


@pytest.mark.parametrize("locale", [5, b"ja", {"ja"}])
def test_the_error_about_a_locale_says_what_one_is(catalog, locale):
    with pytest.raises(TypeError) as error:
        catalog.message(1, locale)
    assert str(error.value) == (
        'a locale is a string such as "ja-JP", "zh_CN.UTF-8" or "ja, en;q=0.8", or a sequence of '
        f"such strings, not {type(locale).__name__}"
    )


class Unhashable(str):
    """A string that is no use as a key."""

    __slots__ = ()
    __hash__ = None


class Document(str):
    """A string that holds a document, as the results of some parsers do."""

    def __init__(self, *_):
        self.document = "x" * 200_000

    def __str__(self):
        return self.document


def test_a_string_of_any_subclass_is_read_as_the_string_it_is(catalog):
    for kind in (Unhashable, Document):
        for locale in (kind("ja"), [kind("ja")], (kind("tlh"), kind("ja;q=0.5"))):
            assert catalog.message(1, locale) == catalog.negotiate(locale) == "ja"
            assert (
                catalog.message(kind("RED"), locale) == catalog.message(kind("1"), locale) == "ja"
            )


HOSTILE = [
    *("9" * 5000, "٦٠٤", "x" * 2**20, "604\n[CRITICAL] forged", "\x1b[31m\u202egnp\u200b\u2028"),
    *("../../etc/passwd", "\udc80\ud800", "\U000e0001" * 60, "zh" * 5000, "en-" + "x" * 2**20),
    *("," * 2**20, "ja;q=0." + "1" * 2**20, "*" * 1000, "-", "_", "\0", "ja\0", "{0.__class__}"),
    *("#" * 100, "@" * 100, "." * 100, ";" * 100, "b+", "b+" * 100, "-rTW", "_#Hant", "__#"),
]


@pytest.mark.parametrize("locale", HOSTILE, ids=lambda text: case_name(text[:20]))
def test_whatever_a_locale_holds_the_answer_is_english(catalog, locale):
    assert catalog.message(1, locale) == catalog.negotiate(locale) == "en"
    assert catalog.message(1, [locale, "ja"]) in ("en", "ja")


def test_a_message_says_what_it_is_and_where_it_is_from(tmp_path):
    write(tmp_path, "en", **{"OK": "Fine", "NON_UPLOADABLE FILES": "A file is missing"})
    write(tmp_path, "zh_TW", OK="好")
    catalog = catalog_for(tmp_path, codes=Farm)
    own, other, none = (catalog.lookup(code, "zh-HK") for code in ("ok", 200025, 604.0))
    assert (own.text, own.code, own.symbol, own.locale, own.language) == (
        *("好", Farm.OK, "OK", "zh_TW", "zh-TW"),
    )
    assert (other.text, other.symbol) == ("A file is missing", "NON_UPLOADABLE FILES")
    assert (other.locale, other.language) == ("en", "en")
    assert (none.text, none.code) == ("VALIDATE_CODE_ERROR", Farm.VALIDATE_CODE_ERROR)
    assert (none.locale, none.language) == ("", "und")
    for each in (own, other, none):
        assert str(each) == each.text == f"{each}" == catalog.message(each.code, "zh-HK")
    assert type(own.code) is Farm
    assert repr(own) == "Message('好', code=0, symbol='OK', locale='zh_TW')"


def test_messages_that_say_the_same_are_equal_and_can_be_copied(catalog):
    one, same, other = (catalog.lookup(1, locale) for locale in ("ja", "ja-JP", "ko"))
    assert (one == same, one == other, one == "ja") == (True, False, True)
    assert {one, same, other} == {one, other}
    assert hash(one) != hash(other)
    for copied in (copy.copy(one), copy.deepcopy(one), pickle.loads(pickle.dumps(one))):
        assert copied == one


def test_lookup_raises_what_message_raises(catalog):
    for code in (4, "NO_SUCH"):
        with pytest.raises(UnknownCodeError) as e:
            catalog.lookup(code, "ja")
        assert e.value.code is code
    for code, nearest in ((4, "3 BLUE"), (0, "1 RED")):
        with pytest.raises(UnknownCodeError, match=f"the nearest known are {nearest}$"):
            catalog.lookup(code)


class Raises:
    """An object that cannot be shown, with an attribute that is nobody's business."""

    secret = "a secret"

    def __str__(self):
        raise ValueError

    def __getitem__(self, item):
        return self.secret


@pytest.mark.parametrize(
    ("text", "values", "filled"),
    [
        ("{file} is {size} GB", {"file": "a.ma", "size": 5}, "a.ma is 5 GB"),
        ("{file} is {size} GB", {"file": "a.ma"}, "a.ma is {size} GB"),
        ("{file} is {size} GB", {}, "{file} is {size} GB"),
        ("no field", {"file": "a.ma"}, "no field"),
        ("{file.secret} {file[0]} {file!r} {file:>9}", {"file": "a.ma"}, None),
        ("{0} {} {{x}} } { {-} { x } {x", {"x": 5}, "{0} {} {x} } { {-} { x } {x"),
        ("{x}{y}", {"x": "{y}", "y": "{x}"}, "{y}{x}"),
        ("{self} {text}", {"self": 1, "text": 2}, "1 2"),
        ("{x} {x.secret} {x[0]}", {"x": Raises()}, None),
        ("{Größe} {名}", {"Größe": 1, "名": 2}, "1 2"),
        ("{x}", {"x": None}, "None"),
    ],
)
def test_the_fields_of_a_text_are_filled_and_nothing_else_is_read(text, values, filled):
    made = Message(text, Colour.RED, "RED", "en", "en")
    assert made.format(**values) == (text if filled is None else filled)
    assert str(made) == text


def test_a_text_full_of_braces_is_read_once():
    text = "{" * 200_000 + "x" * 200_000 + "}" * 200_000
    said = "{" * 100_000 + "x" * 200_000 + "}" * 100_000
    assert Message(text, Colour.RED, "RED", "en", "en").format(x=1) == said
    text = "{ " * 200_000
    assert Message(text, Colour.RED, "RED", "en", "en").format(x=1) == text


def test_the_functions_and_a_catalog_can_be_sent_to_another_process(tmp_path):
    assert pickle.loads(pickle.dumps(message))(604, "ja") == message(604, "ja")
    assert pickle.loads(pickle.dumps(rv_i18n.locales))() == rv_i18n.locales()
    write(tmp_path, "en", RED="red")
    write(tmp_path, "ja", RED="赤")
    catalog = catalog_for([tmp_path], codes=[Colour], default="ja")
    catalog.message(1, "en")
    for copied in (pickle.loads(pickle.dumps(catalog)), copy.copy(catalog), copy.deepcopy(catalog)):
        assert copied.message(1, "tlh") == "赤"
        assert repr(copied) == repr(catalog)


class Own(Catalog):
    """A caller's subclass, with an attribute of its own."""

    def __init__(self, localedir, studio):
        super().__init__(localedir, codes=Colour, domain="rv_i18n", default="en")
        self.studio = studio

    def message(self, code, locale=None, **named):
        return f"{self.studio}: {super().message(code, locale, **named)}"


def test_a_subclass_copies_and_pickles_as_itself(tmp_path):
    write(tmp_path, "en", RED="red")
    own = Own(tmp_path, "Kim's")
    for each in (own, copy.copy(own), copy.deepcopy(own), pickle.loads(pickle.dumps(own))):
        assert type(each) is Own
        assert each.message(1) == "Kim's: red"
        assert repr(each).startswith(f"Own([{tmp_path}], ")


def test_help_explains_every_argument():
    assert str(inspect.signature(message).parameters["default"].default) == "<unset>"
    assert inspect.signature(message) == inspect.signature(catalog_for(LOCALES).message)
    for function in (message, lookup, rv_i18n.negotiate):
        for name in inspect.signature(function).parameters:
            assert f"``{name}``" in function.__doc__ or function is lookup
    for word in ("UnknownCodeError", "TypeError", "CatalogError"):
        assert word in message.__doc__


PUBLIC = [value for value in map(rv_i18n.__dict__.get, rv_i18n.__all__) if callable(value)]
METHODS = [
    method
    for kind in (Catalog, Message, UnknownCodeError, rv_i18n.CatalogError, rv_i18n.use_locale)
    for name, method in vars(kind).items()
    if inspect.isfunction(method) and (name == "__init__" or not name.startswith("_"))
]


@pytest.mark.skipif(sys.version_info < (3, 10), reason="a union of types is 3.10's")
@pytest.mark.parametrize("public", [*PUBLIC, *METHODS], ids=lambda value: value.__qualname__)
def test_the_annotations_of_what_is_public_evaluate(public):
    assert isinstance(typing.get_type_hints(public), dict)
    assert None not in typing.get_type_hints(public).values()


def test_dir_of_the_package_is_what_is_documented():
    assert dir(rv_i18n) == sorted(rv_i18n.__all__)
    assert set(dir(rv_i18n)) <= set(vars(rv_i18n))
    for name in dir(rv_i18n):
        if inspect.isclass(getattr(rv_i18n, name)) and name not in ("Code", "Locale"):
            assert getattr(rv_i18n, name).__module__ in ("rv_i18n", "rv_i18n.codes")


def test_many_threads_may_make_the_first_look_up_of_every_catalogue_at_once():
    catalog = catalog_for(LOCALES)
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


def test_use_locale_in_one_task_is_not_seen_in_another(catalog):
    async def ask(locale, entered):
        with rv_i18n.use_locale(locale):
            entered.set()
            await asyncio.sleep(0.01)
            return catalog.message(1)

    async def main():
        entered = asyncio.Event()
        japanese = asyncio.create_task(ask("ja", entered))
        await entered.wait()
        return catalog.message(1), await asyncio.gather(japanese, ask("zh_CN", entered))

    assert asyncio.run(main()) == ("en", ["ja", "zh_CN"])


def test_a_message_goes_wherever_a_string_goes(catalog):
    message = catalog.lookup(1, "ja")
    assert json.dumps({"error": message}) == json.dumps({"error": "ja"})
    assert ", ".join([message, message]) == "ja, ja"
    assert f"{message:>5}|{message!s}|{message}" == "   ja|ja|ja"
    assert message == "ja" == message.text
    assert {message: 1}["ja"] == 1
    assert type(message.text) is type(str(message)) is str


def test_a_pickle_of_a_public_function_or_a_message_holds_no_path():
    for public in (message, lookup, rv_i18n.describe, rv_i18n.check, lookup(604, "ja")):
        pickled = pickle.dumps(public)
        assert pickle.loads(pickled) == public
        assert str(LOCALES.parent).encode() not in pickled
    copied = pickle.loads(pickle.dumps(lookup(604, "ja")))
    assert (copied.code, copied.symbol, copied.locale, copied.language) == (
        *(604, "VALIDATE_CODE_ERROR", "ja", "ja"),
    )


def test_format_ignores_positional_values(catalog):
    assert catalog.lookup(1, "ja").format(1, "x", count=3) == "ja"


def test_lookup_gives_the_default_for_what_is_no_code(catalog):
    for code in (4, "NO_SUCH", None, True, b"1", [1]):
        assert catalog.lookup(code, default=None) is None
