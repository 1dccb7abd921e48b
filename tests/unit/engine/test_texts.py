"""The fallback chain for a missing text, broken catalogues, and what is cached."""

from __future__ import annotations

import errno
import gc
import gettext
import os
import subprocess
import sys
import threading
import time
import warnings
import weakref

import pytest
from trees import HEADER, Colour, catalog_for, compiled, plurals, write

from rv_i18n import CatalogError, CatalogWarning
from rv_i18n._engine import texts as _texts


def warned(function):
    """What a function warns of."""
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        function()
    return [warning.message for warning in caught]


def catalog_of(directory, **settings):
    """A catalog for the colours."""
    return catalog_for(directory, codes=Colour, **settings)


def test_a_missing_text_falls_through_english_then_the_source_then_the_symbol(tmp_path):
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en", RED="red", GREEN="green")
    write(tmp_path, "zh_CN", RED="红", GREEN="绿", BLUE="蓝")
    catalog = catalog_of(tmp_path)
    assert [catalog.message(code, "ja") for code in (1, 2, 3)] == ["赤", "green", "蓝"]
    assert [catalog.lookup(code, "ja").locale for code in (1, 2, 3)] == ["ja", "en", "zh_CN"]
    (tmp_path / "zh_CN/LC_MESSAGES/rv_i18n.po").unlink()
    assert catalog_of(tmp_path).message(3, "ja") == "BLUE"
    assert catalog_of(tmp_path).lookup(3, "ja").locale == ""


def test_fuzzy_obsolete_and_empty_entries_count_as_missing(tmp_path):
    write(tmp_path, "en", RED="red", GREEN="green", BLUE="blue")
    body = (
        '\n#, fuzzy\nmsgid "RED"\nmsgstr "rouge"\n'
        '\nmsgid "GREEN"\nmsgstr ""\n'
        '\n#~ msgid "BLUE"\n#~ msgstr "bleu"\n'
    )
    for suffix in (".po", ".mo"):
        write(tmp_path, "fr", body, suffix=suffix)
        assert [catalog_of(tmp_path).message(code, "fr") for code in (1, 2, 3)] == [
            *("red", "green", "blue")
        ]
        (tmp_path / f"fr/LC_MESSAGES/rv_i18n{suffix}").unlink()


@pytest.mark.parametrize("asked", ["fr:ja", "fr;q=0.9, ja;q=0.5", ["fr", "ja"], ["fr,ja"]])
def test_a_text_comes_from_the_next_language_that_was_asked_for(tmp_path, monkeypatch, asked):
    write(tmp_path, "fr", suffix=".mo", RED="rouge")
    write(tmp_path, "ja", suffix=".mo", RED="赤", GREEN="緑")
    write(tmp_path, "en", suffix=".mo", RED="red", GREEN="green", BLUE="blue")
    locale = asked
    if asked == "fr:ja":
        monkeypatch.setenv("LANGUAGE", asked)
        locale = None
        gnu = gettext.translation("rv_i18n", tmp_path, fallback=True)
        assert [gnu.gettext(symbol) for symbol in ("RED", "GREEN")] == ["rouge", "緑"]
    catalog = catalog_of(tmp_path)
    assert [catalog.message(code, locale) for code in (1, 2, 3)] == ["rouge", "緑", "blue"]
    assert catalog.negotiate(locale) == "fr"


@pytest.mark.parametrize(
    ("asked", "regional", "own", "other"),
    [
        ("ja-JP", "ja_JP", "ja", "en"),
        ("ko-KR", "ko_KR", "ko", "en"),
        ("zh-HK", "zh_HK", "zh_TW", "zh_CN"),
        ("zh-Hant", "zh_Hant", "zh_TW", "zh_CN"),
        ("zh-CN", "zh_Hans", "zh_CN", "zh_TW"),
        ("sr-Latn-ME", "sr_Latn_ME", "sr@latin", "sr"),
        ("de", "de_formal", "de", "en"),
        ("pt-BR", "pt-br", "pt", "en"),
    ],
)
def test_a_studios_catalogue_of_one_text_overrides_only_it(tmp_path, asked, regional, own, other):
    write(tmp_path / "studio", regional, RED="the studio's")
    for name in {own, other, "en"}:
        write(tmp_path / "shipped", name, RED=name, GREEN=name, BLUE=name)
    catalog = catalog_of([tmp_path / "studio", tmp_path / "shipped"])
    locale = regional if asked == "de" else asked
    assert [catalog.message(code, locale) for code in (1, 2, 3)] == ["the studio's", own, own]
    assert catalog.lookup(2, locale).locale == own


def test_an_entry_of_an_earlier_directory_hides_that_of_a_later_one(tmp_path):
    write(tmp_path / "studio", "en", RED="Ask Kim for the code")
    write(tmp_path / "studio", "nb", RED="Spør Kim om koden")
    write(tmp_path / "shipped", "en", RED="red", GREEN="green")
    catalog = catalog_of([tmp_path / "studio", tmp_path / "shipped"])
    assert catalog.message(1, "en-GB") == "Ask Kim for the code"
    assert catalog.message(2, "en") == "green"
    assert catalog.message(1, "no") == "Spør Kim om koden"
    assert catalog.message(2, "no") == "green"
    assert catalog.locales() == ["en", "nb"]


def test_the_default_is_negotiated_like_any_locale(tmp_path):
    for name in ("en_US", "ja_JP", "zh_CN", "zh_TW"):
        write(tmp_path, name, RED=name)
    assert catalog_of(tmp_path).message(1, "fr") == "en_US"
    assert catalog_of(tmp_path).negotiate("fr") == catalog_of(tmp_path).lookup(1, "fr").locale
    for default, name in (("zh-HK", "zh_TW"), ("ja", "ja_JP"), (["tlh", "zh-SG"], "zh_CN")):
        catalog = catalog_of(tmp_path, default=default)
        assert catalog.message(1, "tlh") == catalog.negotiate("tlh") == name
        assert catalog.negotiate("tlh", "nds") == "nds"
        assert catalog.negotiate("*", default="nds") == name
        assert catalog.negotiate("tlh", default=None) is None
        assert catalog.negotiate("zh-Hans-SG", default=None) == "zh_CN"


def test_a_default_without_a_catalogue_leaves_the_symbolic_name(tmp_path):
    write(tmp_path, "ja", RED="赤")
    catalog = catalog_of(tmp_path, default="de")
    assert (catalog.message(1, "fr"), catalog.negotiate("fr")) == ("RED", "de")


def test_only_the_catalogues_on_the_readers_own_chain_are_read(tmp_path):
    for locale in ("en", "zh_CN", "ko"):
        write(tmp_path, locale).write_bytes(b"broken")
    write(tmp_path, "ja", RED="赤")
    catalog = catalog_of(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert catalog.message(1, "ja") == "赤"
    with pytest.warns(CatalogWarning) as caught:
        assert catalog.message(2, "ja") == "GREEN"
    assert [warning.message.path.split("/")[-3] for warning in caught] == ["en", "zh_CN"]


BROKEN = b'msgid ""\nmsgstr ""\n\nmsgid "RED"\nmsgstr "r\xc3\xb6d\n'


def test_a_broken_catalogue_is_a_missing_one_and_one_warning_names_it(tmp_path):
    write(tmp_path / "studio", "ja", suffix=".po").write_bytes(BROKEN)
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en", RED="red", GREEN="green")
    catalog = catalog_of([tmp_path / "studio", tmp_path])
    path = str(tmp_path / "studio/ja/LC_MESSAGES/rv_i18n.po")

    def ask():
        for _ in range(3):
            assert catalog.message(1, "ja") == catalog.lookup("RED", "ja-JP").text == "赤"
            assert catalog.message(2, "ja", default="x") == "green"
            assert catalog.message(4, "ja", default="x") == "x"

    (warning,) = warned(ask)
    assert type(warning) is CatalogWarning
    (error,) = catalog.check()
    assert type(error) is CatalogError
    assert (error.path, error.line) == (warning.path, warning.line) == (path, 5)
    assert (str(error), error.reason) == (str(warning), warning.reason)


def test_the_warning_names_the_line_of_the_caller(tmp_path):
    write(tmp_path, "en").write_bytes(BROKEN)
    for locale in ("en", ["ja", "en"]):
        one, other = catalog_of(tmp_path), catalog_of(tmp_path)
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("always")
            line = sys._getframe().f_lineno
            one.message(1, locale)
            other.lookup(1, locale)
        found = [(each.category, each.filename, each.lineno) for each in caught]
        assert found == [(CatalogWarning, __file__, line + 1), (CatalogWarning, __file__, line + 2)]


def test_where_warnings_are_errors_the_first_look_up_raises_and_the_next_answers(tmp_path):
    write(tmp_path, "ja").write_bytes(BROKEN)
    write(tmp_path, "en", RED="red")
    catalog = catalog_of(tmp_path)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        with pytest.raises(CatalogWarning):
            catalog.message(1, "ja")
        assert catalog.message(1, "ja") == "red"


def test_a_broken_file_is_read_once_until_it_changes(tmp_path, monkeypatch):
    path = write(tmp_path, "ja")
    path.write_bytes(BROKEN)
    write(tmp_path, "en", RED="red")
    catalog = catalog_of(tmp_path)
    with pytest.warns(CatalogWarning):
        assert catalog.message(1, "ja") == "red"
    with monkeypatch.context() as patch:
        patch.setattr(_texts, "texts_of", None)
        assert catalog.message(1, "ja") == "red"
    write(tmp_path, "ja", RED="赤")
    assert catalog.message(1, "ja") == "赤"


def test_a_broken_file_keeps_nothing_of_its_callers_alive(tmp_path):
    class Request:
        """What a caller has in a variable."""

    def handle():
        request = Request()
        with pytest.warns(CatalogWarning):
            catalog.message(1, "ja")
        return weakref.ref(request)

    write(tmp_path, "ja").write_bytes(BROKEN)
    catalog = catalog_of(tmp_path)
    request = handle()
    gc.collect()
    assert request() is None


def test_many_threads_that_meet_a_broken_file_are_warned_once(tmp_path):
    write(tmp_path, "en").write_bytes(BROKEN)
    catalog, start, texts = catalog_of(tmp_path), threading.Barrier(8), []

    def ask():
        start.wait()
        texts.append(catalog.message(1))

    threads = [threading.Thread(target=ask) for _ in range(8)]
    [warning] = warned(
        lambda: [*(each.start() for each in threads), *(each.join() for each in threads)]
    )
    assert type(warning) is CatalogWarning
    assert texts == ["RED"] * 8


def test_check_reads_every_catalogue_and_names_all_that_are_broken(tmp_path):
    for place in ("one", "two"):
        write(tmp_path / place, "en", RED="red")
    for place, locale in (("one", "de"), ("two", "de"), ("two", "ja")):
        write(tmp_path / place, locale).write_bytes(BROKEN)
    write(tmp_path / "two", "ko", suffix=".mo").write_bytes(b"no .mo")
    catalog = catalog_of([tmp_path / "one", tmp_path / "two"])
    found = [str(error.path) for error in catalog.check()]
    assert found == [
        str(tmp_path / place / f"{locale}/LC_MESSAGES/rv_i18n.{suffix}")
        for place, locale, suffix in (
            *(("one", "de", "po"), ("two", "de", "po")),
            *(("two", "ja", "po"), ("two", "ko", "mo")),
        )
    ]
    for locale in ("de", "ja", "ko"):
        for path in tmp_path.glob(f"*/{locale}/*/*"):
            path.unlink()
    assert catalog.check() == []


def test_a_catalogue_replaced_added_or_removed_is_seen_after_a_refresh(tmp_path):
    write(tmp_path, "en", suffix=".mo", RED="red")
    write(tmp_path, "ja", suffix=".mo", RED="赤")
    catalog = catalog_of(tmp_path)
    seen = lambda: [catalog.message(1, name) for name in ("en", "ja", "ko")]  # noqa: E731
    assert seen() == ["red", "赤", "red"]
    write(tmp_path, "en", suffix=".mo", RED="crimson")
    write(tmp_path, "ko", suffix=".mo", RED="빨강")
    (tmp_path / "ja/LC_MESSAGES/rv_i18n.mo").unlink()
    assert seen() == ["red", "赤", "red"]
    catalog.refresh()
    assert seen() == ["crimson", "crimson", "빨강"]
    assert catalog.locales() == ["en", "ko"]
    assert (catalog.negotiate("ja"), catalog.negotiate("ko")) == ("en", "ko")


def test_a_directory_that_was_empty_is_looked_into_again(tmp_path):
    catalog = catalog_of(tmp_path)
    with pytest.raises(CatalogError, match="no catalogue"):
        catalog.message(1)
    write(tmp_path, "en", RED="red")
    assert catalog.message(1) == "red"


class Unreadable:
    """A Traversable of one file that fails with whatever it is given."""

    name = "rv_i18n.mo"

    def __init__(self, error):
        self.error = error

    def iterdir(self):
        return [type("Folder", (), {"name": "en"})]

    def __truediv__(self, name):
        return self if name in ("en", "LC_MESSAGES", "rv_i18n.mo") else None

    def open(self, mode):
        return open(os.devnull, mode)

    def read_bytes(self):
        raise self.error

    def __str__(self):
        return "app.zip/rv_i18n.mo"


@pytest.mark.parametrize("error", [KeyError("x"), EOFError(), UnicodeError("no"), SystemError()])
def test_whatever_is_wrong_with_a_file_is_a_warning(error):
    with pytest.warns(CatalogWarning, match="^app.zip/rv_i18n.mo: ."):
        assert catalog_of(Unreadable(error)).message(1) == "RED"


@pytest.mark.parametrize("error", [RecursionError(), MemoryError()])
def test_an_error_of_the_caller_is_not_a_fault_of_the_file(error):
    with pytest.raises(type(error)):
        catalog_of(Unreadable(error)).message(1)


def test_a_caller_who_is_out_of_stack_does_not_lose_a_catalogue(tmp_path):
    write(tmp_path, "en", RED="red")
    catalog, answers = catalog_of(tmp_path), set()

    def deeper():
        try:
            answers.add(catalog.message(1))
        except RecursionError:
            answers.add("out of stack")
            raise
        deeper()

    for _ in range(3):
        catalog.refresh()
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            with pytest.raises(RecursionError):
                deeper()
    assert answers <= {"red", "out of stack"}
    assert catalog.message(1) == "red"
    # A lock that was closed when the stack ended would be open for this thread alone.
    others = []
    thread = threading.Thread(target=lambda: others.append(catalog.message(1)), daemon=True)
    thread.start()
    thread.join(20)
    assert others == ["red"]


def peak_after(function):
    """The memory that is still held after a function, in bytes."""
    tracemalloc = pytest.importorskip("tracemalloc")  # PyPy has none
    gc.collect()
    tracemalloc.start()
    function()
    gc.collect()
    held, _ = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return held


class Document(str):
    """A string that holds a whole document, as an XML parser's results do."""

    def __init__(self, *_):
        self.document = "x" * 200_000


def test_the_memory_of_what_strangers_ask_for_is_bounded(tmp_path):
    write(tmp_path, "en", RED="red", GREEN="green")
    write(tmp_path, "ja", RED="赤")
    catalog = catalog_of(tmp_path)

    def ask(count):
        for number in range(count):
            for locale in (
                f"x{number}",
                f"fr-{number:04}-ja;q=0.{number}, ja",
                ["tlh", f"x{number}"],
                Document(f"d{number}"),
                (Document(f"d{number}"),),
                "tlh," + "x" * 300 + str(number),
                "y" * 2**14 + str(number),
                ",".join(f"z{number}-{each}" for each in range(9)),
            ):
                catalog.message(1, locale)
                catalog.message(Document("RED"), locale)
                catalog.lookup(1, locale)
                catalog.message(str(number), locale, default="")
                catalog.message(f"0{number}", locale, default="")

    ask(1200)  # which fills what is remembered
    assert peak_after(lambda: ask(1200)) < 3 * 2**20
    assert catalog.message(1, "ja-JP") == "赤"


def test_a_thousand_and_one_headers_in_turn_all_get_their_answer(tmp_path):
    for name in ("en", "ja", "ko"):
        write(tmp_path, name, RED=name)
    catalog = catalog_of(tmp_path)
    for _ in range(3):
        for number in range(1001):
            name = ("en", "ja", "ko")[number % 3]
            assert catalog.message(1, f"{name};q=0.9, tlh;q=0.{number:04}") == name


WRITTEN = HEADER + "".join(
    f'\nmsgid "{name}"\nmsgstr "{name} in ja"\n' for name in ("RED", "GREEN")
)


@pytest.mark.parametrize("suffix", [".po", ".mo"])
def test_a_file_that_is_being_written_counts_once_it_is_whole(tmp_path, suffix):
    """As pybabel, msgfmt, git and editors write: in place, from the first byte on."""
    write(tmp_path, "en", RED="red", GREEN="green")
    path = write(tmp_path, "ja", suffix=suffix)
    whole = compiled(WRITTEN.encode()) if suffix == ".mo" else WRITTEN.encode()
    for cut in range(len(whole)):
        path.write_bytes(whole[:cut])
        catalog = catalog_of(tmp_path)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", CatalogWarning)
            for code, own in ((1, "RED in ja"), (2, "GREEN in ja")):
                assert catalog.message(code, "ja") in (own, Colour(code).name.lower()), cut
        path.write_bytes(whole)
        assert [catalog.message(code, "ja") for code in (1, 2)] == ["RED in ja", "GREEN in ja"], cut


def test_a_file_that_changed_a_moment_ago_is_read_once_more_and_then_kept(tmp_path, monkeypatch):
    path = write(tmp_path, "en", RED="red")
    path.touch()
    catalog = catalog_of(tmp_path)
    assert catalog.message(1) == "red"
    later = time.time_ns() + 3_000_000_000
    monkeypatch.setattr(_texts, "time_ns", lambda: later)
    assert catalog.message(1) == "red"
    monkeypatch.setattr(_texts, "stamp_of", None)
    monkeypatch.setattr(_texts, "read_data", None)
    assert [catalog.message(1), catalog.message(2)] == ["red", "GREEN"]


def test_a_file_that_is_mended_within_a_tick_of_the_clock_is_read_once_more(tmp_path, monkeypatch):
    """Some file systems count whole seconds, and the damage may leave the size as it was."""
    write(tmp_path, "en", RED="red")
    path = write(tmp_path, "ja", RED="赤")
    whole, now = path.read_bytes(), time.time_ns()
    catalog = catalog_of(tmp_path)

    def said(data):
        path.write_bytes(data)
        os.utime(path, ns=(now, now))
        return catalog.message(1, "ja")

    with pytest.warns(CatalogWarning, match="a string is not closed"):
        assert said(whole.replace(b'"\n', b"\n\n")) == "red"
    assert said(whole) == "red"
    monkeypatch.setattr(_texts, "time_ns", lambda: now + 3_000_000_000)
    assert catalog.message(1, "ja") == "赤"


def test_a_catalogue_whose_reader_could_not_be_loaded_is_read_again(tmp_path, monkeypatch):
    write(tmp_path, "en", RED="red")
    path = write(tmp_path, "ja", plurals("nplurals=1; plural=0;", RED=["赤"]))
    os.utime(path, (1, 1))
    catalog = catalog_of(tmp_path)
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "rv_i18n._engine.plural", None)
        with pytest.warns(CatalogWarning, match="ja"):
            assert catalog.message(1, "ja") == "red"
    now = time.monotonic()
    monkeypatch.setattr(_texts, "monotonic", lambda: now + 1)
    assert catalog.message(1, "ja") == "赤"


@pytest.mark.parametrize(
    "module", ["_engine.plural", "_engine.fields", "_engine.likely", "locale", "warnings"]
)
def test_what_cannot_be_loaded_costs_no_text(tmp_path, monkeypatch, module):
    """As where no descriptor is left to load it with."""
    write(tmp_path, "en", RED="{x} red")
    write(tmp_path, "ja", GREEN="緑").write_bytes(b"msgid")
    missing = []
    catalog = catalog_of(tmp_path, on_missing=lambda *told: missing.append(told))
    assert catalog.lookup(1, "tlh").format(x=5) == "5 red"
    name = f"rv_i18n.{module}" if module.startswith("_") else module
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", CatalogWarning)
        monkeypatch.setitem(sys.modules, name, None)
        assert catalog.message(1, "japanese") == catalog.lookup(1, "ja") == "{x} red"
        assert catalog.lookup(1, "en").format(x=5) == ("{x} red" if "fields" in name else "5 red")
        assert catalog.lookup(2, "en").format(x=5) == "GREEN"
    assert bool(missing) == ("likely" not in name)


def test_a_failure_that_is_not_the_files_is_tried_again_within_a_second(tmp_path, monkeypatch):
    write(tmp_path, "en", RED="red")
    write(tmp_path, "ja", RED="赤")
    catalog = catalog_of(tmp_path)
    assert catalog.message(1, "en") == "red"
    with monkeypatch.context() as patch:
        patch.setattr("builtins.open", raising(OSError(errno.EMFILE, "Too many open files")))
        with pytest.warns(CatalogWarning, match="Too many open files"):
            assert catalog.message(1, "ja") == "red"
        assert catalog.message(1, "ja") == "red"  # without another warning
    now = time.monotonic()
    monkeypatch.setattr(_texts, "monotonic", lambda: now + 1)
    assert catalog.message(1, "ja") == "赤"


def test_a_broken_catalogue_that_is_taken_away_is_not_kept(tmp_path, monkeypatch):
    write(tmp_path, "en", RED="red")
    file = write(tmp_path, "ja", RED="赤")
    file.write_text("msgid", encoding="utf-8")
    catalog = catalog_of(tmp_path)
    with pytest.warns(CatalogWarning, match="ja"):
        assert catalog.message(1, "ja") == "red"
    file.unlink()
    with pytest.warns(CatalogWarning, match="No such file"):
        assert catalog.message(1, "ja") == "red"
    write(tmp_path, "ja", RED="赤")
    now = time.monotonic()
    monkeypatch.setattr(_texts, "monotonic", lambda: now + 1)
    assert catalog.message(1, "ja") == "赤"


def raising(error):
    """A function that raises ``error``, whatever it is given."""

    def fail(*arguments, **named):
        raise error

    return fail


def test_check_keeps_what_it_reads(tmp_path, monkeypatch):
    write(tmp_path, "en", RED="red")
    write(tmp_path, "ja", RED="赤")
    catalog = catalog_of(tmp_path)
    assert catalog.check() == []
    monkeypatch.setattr(_texts, "read_data", None)
    assert [catalog.message(1, locale) for locale in ("en", "ja")] == ["red", "赤"]


def test_a_missing_text_is_reported_once_for_each_code_and_best_catalogue(tmp_path):
    write(tmp_path, "en", RED="red")
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "ja_JP", GREEN="緑")
    missing = []
    catalog = catalog_of(tmp_path, on_missing=lambda *told: missing.append(told))
    for _ in range(2):
        for code in Colour:
            for locale in ("ja-JP", "ja", "en", "tlh"):
                catalog.message(code, locale)
                catalog.lookup(code, locale)
    in_order = [(Colour.BLUE, locale) for locale in ("ja_JP", "ja", "en")]
    assert missing == [(Colour.GREEN, "en"), *in_order]
    catalog.refresh()
    catalog.message(3, "en")
    assert missing[4:] == [(Colour.BLUE, "en")]


class Silent(Exception):
    """An exception whose words cannot be had."""

    def __str__(self):
        raise KeyError


def test_what_on_missing_raises_becomes_a_warning_even_without_words(tmp_path):
    write(tmp_path, "en", RED="red")
    catalog = catalog_of(tmp_path, on_missing=raising(Silent))
    with pytest.warns(UserWarning, match=r"^on_missing failed: Silent: $"):
        assert catalog.message(2, "en") == "GREEN"


def test_what_on_missing_raises_becomes_a_warning(tmp_path):
    write(tmp_path, "en", RED="red")
    catalog = catalog_of(tmp_path, on_missing=raising(ValueError("no log\n[CRITICAL] forged")))
    with pytest.warns(UserWarning, match=r"^on_missing failed: ValueError: 'no log\\n") as caught:
        assert catalog.message(2, "en") == "GREEN"
    assert caught[0].filename == __file__


@pytest.mark.parametrize("name", ["en", "en_XA", "pt_BR", "sr@latin", "zh_Hant_TW", "C", "x,y"])
def test_a_catalogue_s_own_name_gets_it_and_a_list_of_that_name_the_same(tmp_path, name):
    for each in (name, "en_GB", "pt", "sr_Latn", "sr", "zh_TW", "zh-TW"):
        write(tmp_path, each, RED=each)
    assert catalog_of(tmp_path).message(1, name) == catalog_of(tmp_path).message(1, [name]) == name


def test_of_several_directories_the_earlier_decides_for_a_catalogue_s_own_name_too(tmp_path):
    write(tmp_path / "own", "pt", RED="own")
    write(tmp_path / "base", "pt_BR", RED="base")
    catalog = catalog_of([tmp_path / "own", tmp_path / "base"])
    assert catalog.message(1, "pt_BR") == catalog.message(1, ["pt_BR"]) == "own"


def test_a_catalogue_s_own_name_needs_nothing_of_the_negotiation(tmp_path):
    write(tmp_path, "ja", RED="赤")
    code = (
        "import sys\nfrom rv_i18n import Catalog, CodeEnum\n"
        "class Colour(CodeEnum):\n    RED = 1\n"
        f"catalog = Catalog({str(tmp_path)!r}, codes=Colour, domain='rv_i18n', default='en')\n"
        "def loaded(): return 'rv_i18n._engine.cldr' in sys.modules\n"
        "print(ascii(catalog.message(1, 'ja')), loaded(), catalog.check(), loaded())"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout == r"'\u8d64' False [] True" + "\n"


def test_where_the_negotiation_cannot_be_loaded_a_name_is_found_all_the_same(tmp_path, monkeypatch):
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en", RED="red", GREEN="green")
    write(tmp_path, "zh_TW", GREEN="綠")
    write(tmp_path, "zh_HK", RED="紅")
    catalog = catalog_of(tmp_path)
    monkeypatch.setitem(sys.modules, "rv_i18n._engine.negotiation", None)  # as with no descriptor
    assert catalog.message(1, "ja") == "赤"
    assert [catalog.message(2, name) for name in ("ja", "zh_HK")] == ["green", "green"]
    with pytest.raises(CatalogError, match="the negotiation cannot be loaded"):
        catalog.message(1, "ja-JP")
    assert [error.line for error in catalog.check()] == [None]
    monkeypatch.undo()
    assert [catalog.message(1, "ja-JP"), catalog.message(2, "zh_HK")] == ["赤", "綠"]
