"""Threads, tasks and forks, at first use and while shared state changes."""

from __future__ import annotations

import asyncio
import os
import random
import sys
import threading
from time import monotonic

import pytest
from size import FRACTION, SEED, sized
from trees import Colour, catalog_for, write

from rv_i18n import message, set_locale, use_locale

NAMES = ["en", "ja", "ko", "zh_CN", "zh_TW"]
TAGS = {
    "en-GB": "en",
    "en": "en",
    "ja-JP": "ja",
    "ja": "ja",
    "ko-KR": "ko",
    "zh-HK": "zh_TW",
    "zh-Hant": "zh_TW",
    "zh-SG": "zh_CN",
    "zh-Hans-CN": "zh_CN",
    "zh_CN_#Hans": "zh_CN",
}
STRANGERS = ["fr", "de-AT", "tlh", "sv", "x-y", "", "q;q=2", "pt-BR", "fi-FI", "el", "!"]


@pytest.fixture(autouse=True)
def _restless():
    """Switch threads as often as possible."""
    interval = sys.getswitchinterval()
    sys.setswitchinterval(1e-6)
    yield
    sys.setswitchinterval(interval)
    set_locale(None)


@pytest.fixture(scope="module")
def directory(tmp_path_factory):
    """Catalogues whose text for ``RED`` is their own name, and no other text but in ``en``."""
    directory = tmp_path_factory.mktemp("locales")
    for name in NAMES:
        write(directory, name, suffix=".mo", RED=name)
    write(directory, "en", suffix=".mo", RED="en", GREEN="green")
    return directory


def at_once(number, function):
    """Run the function in this many threads, and raise what any of them raised."""
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


def headers(seed, number):
    """Accept-Language values of 1 to 6 languages, and the catalogue that each asks for."""
    chance = random.Random(seed)
    made = {}
    while len(made) < number:
        known, wanted = chance.choice(list(TAGS.items()))
        parts = chance.sample(STRANGERS, chance.randint(0, 5))
        parts.insert(chance.randint(0, len(parts)), known)
        weighted = (f"{part};q=0.{9 - at}{len(made):04}" for at, part in enumerate(parts))
        made[", ".join(weighted)] = wanted
    return list(made.items())


def test_sixteen_threads_with_thousands_of_headers_get_no_wrong_text(directory):
    catalog = catalog_for(directory, codes=Colour)
    asked = headers(SEED, 3000)
    end = monotonic() + 60 * FRACTION
    counts = [0] * 16

    def ask(index):
        chance = random.Random(SEED + index)
        while monotonic() < end:
            header, name = chance.choice(asked)
            kind = chance.randrange(12)
            counts[index] += 1
            if kind == 0 and index < 4:
                catalog.refresh()
            elif kind == 1 and index % 2:
                set_locale(chance.choice(NAMES))
            elif kind == 2:
                with use_locale(header):
                    assert catalog.message(1) == name, header
            elif kind == 3:
                assert catalog.lookup("red", [header, "de"]).locale == name, header
            elif kind == 4:
                assert catalog.negotiate(header, default=None) == name, header
            elif kind == 5:
                assert catalog.message(2, header) == "green"
            elif kind == 6:
                assert catalog.message(1) in NAMES
            elif kind == 7:
                assert catalog.message(9, header, default=name) == name
            elif kind == 8:
                assert catalog.locales() == NAMES
            else:
                assert catalog.message(1, header) == name, header

    at_once(16, ask)
    print(f"{sum(counts)} calls with {len(asked)} headers")
    assert min(counts) > 0


def test_first_look_ups_in_many_threads_get_the_right_texts(directory):
    for _ in range(sized(500)):
        catalog = catalog_for(directory, codes=Colour)

        def ask(index, catalog=catalog):
            name = NAMES[index % len(NAMES)]
            assert catalog.message(1, name) == name
            assert catalog.message("red", f"{name}, *") == name
            assert catalog.message(2, name) == "green"

        at_once(16, ask)


def test_catalogues_that_are_replaced_during_refreshes_give_the_old_or_the_new_text(tmp_path):
    versions = []
    for text in ("old", "new"):
        versions.append(write(tmp_path / text, "ja", suffix=".mo", RED=text).read_bytes())
    path = write(tmp_path / "l", "ja", suffix=".mo", RED="old")
    catalog, stop = catalog_for(tmp_path / "l", codes=Colour), threading.Event()

    def replace():
        count = 0
        while not stop.is_set():
            count += 1
            path.with_suffix(".next").write_bytes(versions[count % 2])
            os.replace(path.with_suffix(".next"), path)
            catalog.refresh()

    def ask(index):
        for _ in range(sized(20_000)):
            assert catalog.message(1, ["ja", "ja-JP", "fr, ja"][index % 3]) in ("old", "new")

    writer = threading.Thread(target=replace)
    writer.start()
    try:
        at_once(4, ask)
    finally:
        stop.set()
        writer.join()
    path.write_bytes(versions[1])
    catalog.refresh()
    assert catalog.message(1, "ja") == "new"


def test_a_block_of_a_thread_holds_while_the_locale_of_the_process_changes(directory):
    catalog = catalog_for(directory, codes=Colour)

    def ask(index):
        for count in range(sized(20_000)):
            name = NAMES[(index + count) % len(NAMES)]
            if index % 2:
                set_locale(name)
                assert catalog.message(1) in NAMES
            else:
                with use_locale(name):
                    assert catalog.message(1) == name

    at_once(8, ask)


def test_a_task_keeps_its_own_locale(directory):
    catalog = catalog_for(directory, codes=Colour)

    async def ask(name):
        with use_locale(name):
            await asyncio.sleep(0)
            other = NAMES[(NAMES.index(name) + 1) % len(NAMES)]
            with use_locale(other):
                await asyncio.sleep(0)
                assert catalog.message(1) == other
            assert await asyncio.to_thread(catalog.message, 1) == name
            assert catalog.message(1) == name

    async def main():
        await asyncio.gather(*map(ask, NAMES * sized(1000)))
        assert catalog.message(1) == "en"

    asyncio.run(main())


def subinterpreters():
    """The module of this Python that makes interpreters in its process, or a skip."""
    try:
        import _interpreters
    except ImportError:
        return pytest.importorskip("_xxsubinterpreters")
    return _interpreters


def test_interpreters_within_one_process_answer_at_once():
    interpreters = subinterpreters()
    script = (
        f"import sys; sys.path = {sys.path!r}\n"
        "from rv_i18n import message, use_locale\n"
        "with use_locale('zh-HK'):\n"
        f"    assert message(604) == {message(604, 'zh-HK')!r}\n"
        f"assert message(604, 'tlh, ko') == {message(604, 'ko')!r}\n"
    )

    def ask(_):
        for _ in range(sized(20)):
            interpreter = interpreters.create()
            assert interpreters.run_string(interpreter, script) is None
            interpreters.destroy(interpreter)

    at_once(4, ask)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork")
@pytest.mark.skipif(
    not getattr(sys, "_is_gil_enabled", lambda: True)(),
    reason="without a GIL, a child finds the dictionaries locked that other threads were reading",
)
@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")  # that is the point
def test_a_child_that_forks_at_any_moment_can_look_up(directory):
    stop = threading.Event()

    def change():
        count = 0
        while not stop.is_set():
            count += 1
            name = NAMES[count % len(NAMES)]
            set_locale(name)
            assert catalog_for(directory, codes=Colour).message(1, name) == name

    threads = [threading.Thread(target=change) for _ in range(2)]
    for thread in threads:
        thread.start()
    catalog = catalog_for(directory, codes=Colour)
    try:
        for _ in range(sized(500)):
            child = os.fork()
            if child == 0:
                right = catalog.message(1, "ja") == "ja"
                set_locale("ko")
                os._exit(not (right and catalog.message(1) == "ko"))
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        for thread in threads:
            thread.join()
