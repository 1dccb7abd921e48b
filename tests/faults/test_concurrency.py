"""Threads, tasks and forks, at first use and while the locale of the process changes."""

from __future__ import annotations

import asyncio
import os
import sys
import threading

import pytest
from size import sized

import rv_i18n
from rv_i18n import Catalog, ErrorCode, message, set_locale, use_locale

EXPECTED = {name: {code: message(code, name) for code in ErrorCode} for name in rv_i18n.locales()}
NAMES = sorted(EXPECTED)


@pytest.fixture(autouse=True)
def _restless():
    """Threads change places as often as they can."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)
    set_locale(None)


def at_once(number, function):
    """Run the function in so many threads, and raise what one of them raised."""
    start, errors = threading.Barrier(number), []

    def run(index):
        start.wait()
        try:
            function(index)
        except BaseException as error:  # noqa: BLE001 - it is raised again below
            errors.append(error)

    threads = [threading.Thread(target=run, args=(index,)) for index in range(number)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    if errors:
        raise errors[0]


def test_first_look_ups_in_many_threads():
    for _ in range(sized(500)):
        catalog = Catalog(rv_i18n.LOCALE_DIR)

        def ask(index, catalog=catalog):
            name = NAMES[index % len(NAMES)]
            for code in (ErrorCode(604), ErrorCode(100)):
                assert catalog.message(code, name) == EXPECTED[name][code]
                assert catalog.message(code.symbol, f"{name}, *") == EXPECTED[name][code]

        at_once(16, ask)


def test_a_block_of_a_thread_holds_while_the_locale_of_the_process_changes():
    def ask(index):
        for count in range(sized(20_000)):
            name = NAMES[(index + count) % len(NAMES)]
            if index % 2:
                set_locale(name)
                assert message(604) in {texts[604] for texts in EXPECTED.values()}
            else:
                with use_locale(name):
                    assert message(604) == EXPECTED[name][604]

    at_once(8, ask)


def test_strangers_who_fill_what_is_remembered_disturb_no_one():
    def ask(index):
        for count in range(sized(20_000)):
            if index % 2:
                message(604, f"x{index}-{count}")
            else:
                name = NAMES[count % len(NAMES)]
                assert message(604, [name]) == EXPECTED[name][604]

    at_once(8, ask)
    assert len(rv_i18n._texts_by_locale) <= 1000 + 8


def test_a_task_keeps_its_own_locale():
    async def ask(name):
        with use_locale(name):
            await asyncio.sleep(0)
            other = NAMES[(NAMES.index(name) + 1) % len(NAMES)]
            with use_locale(other):
                await asyncio.sleep(0)
                assert message(604) == EXPECTED[other][604]
            assert await asyncio.to_thread(message, 604) == EXPECTED[name][604]
            assert message(604) == EXPECTED[name][604]

    async def main():
        names = NAMES * sized(1000)
        await asyncio.gather(*map(ask, names))
        assert message(604) == EXPECTED["en"][604]

    asyncio.run(main())


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.skipif(
    not getattr(sys, "_is_gil_enabled", lambda: True)(),
    reason="without a GIL, a child finds the dictionaries locked that other threads were reading",
)
def test_a_child_that_forks_at_any_moment_can_look_up():
    stop = threading.Event()

    def change():
        count = 0
        while not stop.is_set():
            count += 1
            name = NAMES[count % len(NAMES)]
            set_locale(name)
            assert Catalog(rv_i18n.LOCALE_DIR).message(604, name) == EXPECTED[name][604]

    threads = [threading.Thread(target=change) for _ in range(2)]
    for thread in threads:
        thread.start()
    catalog = Catalog(rv_i18n.LOCALE_DIR)
    try:
        for _ in range(sized(500)):
            child = os.fork()
            if child == 0:
                right = catalog.message(604, "ja") == EXPECTED["ja"][604]
                set_locale("ko")
                os._exit(not (right and message(604) == EXPECTED["ko"][604]))
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join()
