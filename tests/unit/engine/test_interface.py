"""The language of the user's interface, as Windows or macOS reports it.

On each of them one test asks the real system. The others replace its library with Python, so that
they run anywhere; those in tests/system replace it with C, called through ctypes with the real
layout of arguments.
"""

from __future__ import annotations

import ctypes
import sys
from types import SimpleNamespace

import pytest
from trees import Colour, catalog_for, write

from rv_i18n import set_locale
from rv_i18n._engine import current as _current
from rv_i18n._engine import desktop as _interface
from rv_i18n._engine.tags import parse_tag


@pytest.fixture(autouse=True)
def _asked_anew():
    _current._interface_languages.cache_clear()
    yield
    _current._interface_languages.cache_clear()


@pytest.fixture
def on_windows(monkeypatch):
    """This system is Windows, with a library."""

    def use(library):
        monkeypatch.setattr(sys, "platform", "win32")
        monkeypatch.setattr(ctypes, "windll", SimpleNamespace(kernel32=library), raising=False)

    return use


@pytest.fixture
def on_macos(monkeypatch):
    """This system is macOS, with a library."""

    def use(library):
        monkeypatch.setattr(sys, "platform", "darwin")
        monkeypatch.setattr(ctypes, "CDLL", library)

    return use


class Function:
    """A function of a library, written in Python, whose types can be declared."""

    def __init__(self, function):
        self.function = function

    def __call__(self, *arguments):
        return self.function(*arguments)


class Windows:
    """Returns the languages that it was made with, as the function's documentation says."""

    def __init__(self, names, fails_at=0):
        self.names, self.fails_at, self.calls = names, fails_at, 0

    def GetUserPreferredUILanguages(self, flags, count, buffer, length):
        self.calls += 1
        assert flags == 8
        text = "".join(name + "\0" for name in self.names) + "\0"
        if self.calls == self.fails_at:
            length._obj.value = 2**31
            return 0
        if buffer is None:
            assert length._obj.value == 0
            length._obj.value = len(text)
        else:
            assert length._obj.value == len(buffer) == len(text)
            buffer[:] = text
        count._obj.value = len(self.names)
        return 1


class MacOS:
    """Returns the languages that it was made with, and counts what it was told to free."""

    def __init__(self, names):
        self.freed = []
        functions = {
            "CFLocaleCopyPreferredLanguages": lambda: 77 if names is not None else None,
            "CFArrayGetCount": lambda array: {77: len(names)}[array],
            "CFArrayGetValueAtIndex": lambda array, place: {77: place}[array],
            "CFStringGetCString": self.copied,
            "CFRelease": self.freed.append,
        }
        for name, function in functions.items():
            setattr(self, name, Function(function))
        self.names = names

    def __call__(self, path):
        """Stand for ``ctypes.CDLL``, which is given the path of the library."""
        assert path.endswith("/CoreFoundation.framework/CoreFoundation")
        return self

    def copied(self, place, buffer, size, encoding):
        assert encoding == 0x08000100
        data = self.names[place].encode() + b"\0"
        if len(data) > size:
            return 0
        ctypes.memmove(buffer, data, len(data))
        return 1


def test_windows_and_macos_really_name_a_language_and_linux_names_none():
    """Windows and macOS always have a language of the interface, and Linux has no such function."""
    names = _interface.languages()
    assert bool(names) == (sys.platform in {"win32", "darwin"})
    assert None not in [parse_tag(name) for name in names]


@pytest.mark.parametrize("names", [["ja-JP", "en-US"], ["zh-Hans-CN"], []])
def test_windows_and_macos_say_languages_by_preference(names, on_windows, on_macos):
    on_windows(Windows(names))
    assert _interface.languages() == tuple(names)
    library = MacOS([*names, "x" * 64])  # too long for a tag
    on_macos(library)
    assert _interface.languages() == tuple(names)
    assert library.freed == [77]


def test_where_the_system_does_not_say_there_is_no_language(on_windows, on_macos, monkeypatch):
    for fails_at in (1, 2):
        on_windows(Windows(["ja"], fails_at))
        assert _interface.languages() == ()
    on_windows(SimpleNamespace())
    assert _interface.languages() == ()
    on_macos(MacOS(None))
    assert _interface.languages() == ()
    monkeypatch.undo()
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(_interface, "CORE_FOUNDATION", "no/such/library")
    assert _interface.languages() == ()
    monkeypatch.setitem(sys.modules, "ctypes", None)
    assert _interface.languages() == ()


@pytest.mark.parametrize("system", ["win32", "darwin"])
def test_the_interface_is_asked_if_nothing_else_names_a_language(
    system, tmp_path, on_windows, on_macos, monkeypatch
):
    for name in ("en", "ja", "ko", "zh_CN"):
        write(tmp_path, name, RED=name)
    names = ["tlh-US", "ja-JP", "ko-KR"]
    if system == "win32":
        on_windows(Windows(names))
    else:
        on_macos(MacOS(names))
    catalog = catalog_for(tmp_path, codes=Colour)
    assert (catalog.message(1), catalog.negotiate(None)) == ("ja", "ja")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert catalog.message(1) == "zh_CN"
    set_locale("ko")
    assert catalog.message(1) == "ko"
    set_locale(None)


def test_on_linux_no_interface_is_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(_interface, "languages", lambda: ("ja",))
    write(tmp_path, "en", RED="en")
    write(tmp_path, "ja", RED="ja")
    assert catalog_for(tmp_path, codes=Colour).message(1) == "en"


def test_a_system_that_cannot_be_asked_now_is_asked_later(tmp_path, monkeypatch):
    """As where no descriptor is left to load the module that asks it."""
    write(tmp_path, "en", RED="en")
    write(tmp_path, "ja", RED="ja")
    monkeypatch.setattr(sys, "platform", "darwin")
    catalog = catalog_for(tmp_path, codes=Colour)

    def ask():
        raise OSError(24, "Too many open files")

    with monkeypatch.context() as patch:
        patch.setattr(_current, "_interface_languages", ask)
        assert catalog.message(1) == "en"
    monkeypatch.setattr(_interface, "languages", lambda: ("ja",))
    assert catalog.message(1) == "ja"
