"""The current locale: ``use_locale``, ``set_locale``, the environment, and the interface."""

from __future__ import annotations

import asyncio
import functools
import gettext
import inspect
import threading
from concurrent.futures import ThreadPoolExecutor
from contextvars import copy_context

import pytest
from trees import Colour, case_name, catalog_for, write

from rv_i18n import activate, get_locale, set_locale, use_locale


@pytest.fixture(autouse=True)
def _reset():
    yield
    set_locale(None)


@pytest.fixture(scope="module")
def catalog(tmp_path_factory):
    """Catalogues whose text for ``RED`` is their own name."""
    directory = tmp_path_factory.mktemp("locales")
    for name in ("en", "ja", "ko", "zh_CN", "zh_TW"):
        write(directory, name, suffix=".mo", RED=name)
    return catalog_for(directory, codes=Colour)


@pytest.fixture(scope="module")
def current(catalog):
    """Asks for the current locale in every way; all must give the same answer."""

    def ask():
        answers = {catalog.message(1), catalog.negotiate(None), catalog.lookup(1).locale}
        (answer,) = answers
        return answer

    return ask


def test_nothing_chosen_is_english(current):
    assert current() == "en"


def test_the_innermost_choice_wins(current, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert current() == "zh_CN"
    set_locale("ja-JP")
    assert current() == "ja"
    with use_locale("en"):
        assert current() == "en"
        with use_locale(["tlh", "zh-Hans"]):
            assert current() == "zh_CN"
        with use_locale(None):
            assert current() == "ja"
        assert current() == "en"
    assert current() == "ja"
    set_locale(None)
    assert current() == "zh_CN"


@pytest.mark.parametrize("nothing", ["", [], "tlh", "*"])
def test_a_meaningless_choice_is_english_and_not_the_servers_own_language(current, nothing):
    set_locale("ja")
    with use_locale(nothing):
        assert current() == "en"
    set_locale(nothing)
    assert current() == "en"


def test_a_block_that_fails_gives_the_locale_back(current):
    with pytest.raises(KeyError), use_locale("ja"):
        raise KeyError
    assert current() == "en"


def test_one_object_serves_nested_blocks_and_other_threads(current):
    japanese, seen = use_locale("ja"), []

    def ask():
        seen.append(current())
        with japanese:
            seen.append(current())
        seen.append(current())

    with japanese, use_locale("zh_CN"), japanese:
        thread = threading.Thread(target=ask)
        thread.start()
        thread.join()
        assert current() == "ja"
    assert seen == ["en", "ja", "en"]
    assert current() == "en"


def test_a_block_may_be_left_in_another_context_than_it_was_entered_in(current):
    japanese = use_locale("ja")
    copy_context().run(japanese.__enter__)
    japanese.__exit__(None, None, None)
    assert current() == "en"


def test_closing_a_generator_ends_its_own_block_and_no_other(current):
    def suspended():
        with use_locale("ja"):
            yield

    generator = suspended()
    next(generator)
    assert current() == "ja"  # its caller runs in the same context
    with use_locale("ko"):
        generator.close()
        assert current() == "ko"
        with use_locale("zh_CN"):
            assert current() == "zh_CN"
        assert current() == "ko"
    assert current() == "en"


def test_blocks_may_end_in_any_order(current):
    blocks = [use_locale(name) for name in ("ja", "ko", "zh_CN")]
    for block in blocks:
        block.__enter__()
    for ended, left in ((1, "zh_CN"), (2, "ja"), (0, "en")):
        blocks[ended].__exit__(None, None, None)
        assert current() == left


def test_set_locale_holds_in_every_thread(current):
    seen = []
    set_locale("ja")
    thread = threading.Thread(target=lambda: seen.append(current()))
    thread.start()
    thread.join()
    assert seen == ["ja"]


def test_a_decorated_function_runs_inside_the_block(current):
    @use_locale("ja")
    def ask(first, *, second):
        """What it says."""
        return current(), first, second

    with use_locale("ko"):
        assert ask(1, second=2) == ("ja", 1, 2)
        assert current() == "ko"
    assert (ask.__name__, ask.__doc__) == ("ask", "What it says.")
    assert list(inspect.signature(ask).parameters) == ["first", "second"]


def test_a_decorated_function_may_call_itself_and_may_fail(current):
    @use_locale("ja")
    def count(number):
        assert current() == "ja"
        return count(number - 1) if number else 1 / number

    with pytest.raises(ZeroDivisionError):
        count(3)
    assert current() == "en"


def test_a_decorated_coroutine_function_keeps_its_locale_while_it_waits(current):
    seen = []

    @use_locale("ja")
    async def ask(first, *, second):
        seen.append(current())
        await asyncio.sleep(0)
        seen.append(current())
        return first, second

    async def other():
        seen.append(current())
        await asyncio.sleep(0)
        seen.append(current())

    async def main():
        return await asyncio.gather(
            ask(1, second=2), other(), functools.partial(ask, 3, second=4)()
        )

    assert asyncio.run(main()) == [(1, 2), None, (3, 4)]
    assert sorted(seen) == ["en"] * 2 + ["ja"] * 4
    assert inspect.iscoroutinefunction(ask)


def test_what_a_decorated_callable_returns_keeps_its_attributes(current):
    class Later:
        name = "a request"

        def __await__(self):
            seen.append(current())
            yield from asyncio.sleep(0).__await__()
            seen.append(current())

    async def main():
        later = use_locale("ja")(Later)()
        assert later.name == "a request"
        await later

    seen = []
    asyncio.run(main())
    assert seen == ["ja", "ja"]


def test_a_method_can_be_decorated(current):
    class Handler:
        @use_locale("ko")
        def ask(self):
            return self, current()

    handler = Handler()
    assert handler.ask() == (handler, "ko")


def test_each_step_of_a_decorated_generator_has_the_locale_and_its_caller_has_not():
    @use_locale("ja")
    def generator():
        try:
            yield get_locale(), (yield get_locale())
        except KeyError:
            yield get_locale()
        finally:
            closed.append(get_locale())

    closed = []
    with use_locale("ko"):
        steps = generator()
        assert (next(steps), get_locale()) == ("ja", "ko")
        assert (steps.send("sent"), get_locale()) == (("ja", "sent"), "ko")
        assert (steps.throw(KeyError()), get_locale()) == ("ja", "ko")
        steps.close()
        assert (closed, get_locale()) == (["ja"], "ko")
    assert inspect.isgeneratorfunction(generator)


def test_each_step_of_a_decorated_asynchronous_generator_has_the_locale():
    @use_locale("ja")
    async def generator():
        try:
            await asyncio.sleep(0)
            yield get_locale(), (yield get_locale())
        except KeyError:
            yield get_locale()
        finally:
            closed.append(get_locale())

    async def main():
        steps = generator()
        assert (await steps.asend(None), get_locale()) == ("ja", "ko")
        assert (await steps.asend("sent"), get_locale()) == (("ja", "sent"), "ko")
        assert (await steps.athrow(KeyError()), get_locale()) == ("ja", "ko")
        await steps.aclose()
        [first, _] = [each async for each in generator()]
        assert first == "ja"

    closed = []
    with use_locale("ko"):
        asyncio.run(main())
    assert closed == ["ja", "ja"]
    assert inspect.isasyncgenfunction(generator)


class Later:
    """What a call may return that is awaited and is no coroutine."""

    def __await__(self):
        return (yield from asyncio.sleep(0, get_locale()).__await__()), get_locale()


async def later():
    await asyncio.sleep(0)
    return get_locale()


class Callable:
    """An asynchronous callable object, as frameworks take for a view."""

    async def __call__(self):
        return await later()


@pytest.mark.parametrize(
    ("function", "returned"),
    [
        (lambda: later(), "ja"),  # noqa: PLW0108 - it is no coroutine function
        (later, "ja"),
        (Callable(), "ja"),
        (Later, ("ja", "ja")),
    ],
)
def test_what_a_decorated_call_returns_has_the_locale_when_it_is_awaited(function, returned):
    async def main():
        waiting = use_locale("ja")(function)()
        assert get_locale() == "ko"
        assert await waiting == returned

    with use_locale("ko"):
        asyncio.run(main())


def test_what_waits_without_a_generator_can_be_cancelled_and_closed():
    class Plain:
        def __await__(self):
            return iter([None])  # as an extension module's, which has neither throw nor close

    async def wait():
        await use_locale("ja")(Plain)()

    async def main():
        task = asyncio.ensure_future(wait())
        await asyncio.sleep(0)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(main())
    waiting = wait()
    waiting.send(None)
    waiting.close()


def test_a_coroutine_that_a_decorated_call_returns_can_become_a_task():
    async def main():
        return await asyncio.create_task(use_locale("ja")(Callable())())

    assert asyncio.run(main()) == "ja"


def test_a_task_that_a_decorated_call_starts_is_that_task():
    async def main():
        task = use_locale("ja")(lambda: asyncio.ensure_future(later()))()
        assert isinstance(task, asyncio.Task)
        return await task

    assert asyncio.run(main()) == "ja"


def test_activate_holds_until_the_end_of_the_block_and_none_gives_back_what_held_before():
    with use_locale("ko"):
        activate("ja")
        activate("fr")
        assert get_locale() == "fr"
        with use_locale("zh"):
            activate("de")
            assert get_locale() == "de"
        assert get_locale() == "fr"
        activate(None)
        assert get_locale() == "ko"
        activate(None)
        assert get_locale() == "ko"
        activate("it")
    set_locale("xx")
    try:
        assert get_locale() == "xx"
    finally:
        set_locale(None)


def test_activate_without_a_block_holds_for_the_rest_of_the_thread_or_task():
    def thread():
        activate(["ja", "ko"])
        return get_locale()

    async def main():
        activate("ja")
        await asyncio.create_task(other())
        return get_locale()

    async def other():
        activate("ko")

    with ThreadPoolExecutor(1) as threads:
        assert threads.submit(thread).result() == ("ja", "ko")
    assert asyncio.run(main()) == "ja"
    assert get_locale() == ()


@pytest.mark.parametrize("locale", [5, b"ja", ["ja", None]])
def test_activate_takes_what_names_locales(locale):
    with pytest.raises(TypeError):
        activate(locale)


def test_the_repr_of_a_block_is_how_it_was_made():
    for locale in ("ja", ("ja", "ko"), None):
        assert repr(use_locale(locale)) == f"use_locale({locale!r})"


ENVIRONMENTS = [
    {"LANGUAGE": "zh_CN", "LC_ALL": "ja_JP", "LC_MESSAGES": "ja", "LANG": "ja"},
    {"LC_ALL": "zh_CN.GB18030", "LC_MESSAGES": "ja_JP", "LANG": "ja"},
    {"LC_MESSAGES": "zh_CN", "LANG": "ja"},
    {"LANG": "ja_JP.UTF-8"},
    {"LANGUAGE": "", "LANG": "zh_CN"},
    {"LANGUAGE": "ja:zh_CN"},
    {"LANGUAGE": "tlh:ko:ja"},
    {"LANGUAGE": "japanese"},
    {"LANG": "korean"},
]


@pytest.mark.parametrize("environment", ENVIRONMENTS, ids=str)
def test_the_environment_is_read_as_gettext_reads_it(environment, monkeypatch, catalog, current):
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    (directory,) = catalog._directories
    assert current() == gettext.translation("rv_i18n", directory).gettext("RED")


def test_the_variables_of_the_environment_count_in_the_order_of_gettext(monkeypatch, current):
    names = {"LANGUAGE": "ja", "LC_ALL": "ko", "LC_MESSAGES": "zh_CN", "LANG": "zh_TW"}
    for name, value in names.items():
        monkeypatch.setenv(name, value)
    for name, locale in names.items():
        assert current() == locale
        monkeypatch.delenv(name)


NONSENSE = ["C", "C:ja", "POSIX", "tlh", ":::", "../../etc", "\udcff", "x" * 100_000, "a:" * 9999]


@pytest.mark.parametrize("value", NONSENSE, ids=lambda value: case_name(value[:9]))
def test_nonsense_in_the_environment_is_english(value, monkeypatch, current):
    monkeypatch.setenv("LANGUAGE", value)
    assert current() == "en"


@pytest.mark.parametrize(
    ("value", "locale"),
    [("zz:" * 63 + "ja", "ja"), ("zz:" * 64 + "ja", "en"), ("ja:" + "zz:" * 200, "ja")],
    ids=["the last", "the next", "the first of many"],
)
def test_64_languages_of_the_environment_count(value, locale, monkeypatch, current):
    monkeypatch.setenv("LANGUAGE", value)
    assert current() == locale
