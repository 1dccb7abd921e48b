"""The language of the user's interface, as Windows or macOS reports it.

Neither is available here. The ordinary tests replace the system's library with Python; those with
the mark ``system`` replace it with C, called through ctypes with the real layout of arguments.
"""

from __future__ import annotations

import ctypes
import subprocess
import sys
from types import SimpleNamespace

import pytest
from trees import Colour, write

from rv_i18n import Catalog, _current, _interface, set_locale


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


@pytest.mark.parametrize("names", [["ja-JP", "en-US"], ["zh-Hans-CN"], []])
def test_windows_and_macos_say_languages_by_preference(names, on_windows, on_macos):
    on_windows(Windows(names))
    assert _interface.languages() == tuple(names)
    library = MacOS([*names, "x" * 64])  # too long for a tag
    on_macos(library)
    assert _interface.languages() == tuple(names)
    assert library.freed == [77]


def test_a_system_that_does_not_say_gives_none(on_windows, on_macos, monkeypatch):
    for fails_at in (1, 2):
        on_windows(Windows(["ja"], fails_at))
        assert _interface.languages() == ()
    on_windows(SimpleNamespace())
    assert _interface.languages() == ()
    on_macos(MacOS(None))
    assert _interface.languages() == ()
    monkeypatch.undo()
    monkeypatch.setattr(sys, "platform", "darwin")
    assert _interface.languages() == ()  # here there is no such library
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
    catalog = Catalog(tmp_path, codes=Colour)
    assert (catalog.message(1), catalog.negotiate(None)) == ("ja", "ja")
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert catalog.message(1) == "zh_CN"
    set_locale("ko")
    assert catalog.message(1) == "ko"
    set_locale(None)


def test_on_other_systems_nothing_is_asked(tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(_interface, "languages", lambda: ("ja",))
    write(tmp_path, "en", RED="en")
    write(tmp_path, "ja", RED="ja")
    assert Catalog(tmp_path, codes=Colour).message(1) == "en"


SOURCE = r"""
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* Windows: the languages with a NUL behind each, and one more. */
static const wchar_t names[] = L"ja-JP\0en-US\0";

int GetUserPreferredUILanguages(unsigned int flags, unsigned int *count, wchar_t *buffer,
                                unsigned int *length)
{
    unsigned int needed = sizeof names / sizeof *names;
    if (flags != 8 || (buffer && *length < needed))
        return 0;
    if (buffer)
        memcpy(buffer, names, sizeof names);
    *length = needed;
    *count = 2;
    return 1;
}

/* macOS: an array of strings at addresses that need all of 64 bits, of which one is no UTF-8. */
static const char *const strings[] = {"zh-Hant-TW", "", "ja-JP"};
static char *copied;
int released;

void *CFLocaleCopyPreferredLanguages(void) { return copied = malloc(1 << 24); }
long CFArrayGetCount(void *array) { return array == copied ? 3 : 0; }
const void *CFArrayGetValueAtIndex(void *array, long place)
{
    return array == copied ? strings[place] : 0;
}
unsigned char CFStringGetCString(const void *string, char *buffer, long size, unsigned int encoding)
{
    if (encoding != 0x08000100 || (long)strlen(string) >= size || !*(const char *)string)
        return 0;
    strcpy(buffer, string);
    return 1;
}
void CFRelease(void *array) { released += array == copied; free(array); }
"""


@pytest.mark.system
def test_a_real_library_is_called_as_its_header_declares_it(tmp_path, on_windows, monkeypatch):
    (tmp_path / "library.c").write_text(SOURCE)
    library = tmp_path / "library.so"
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-Wall", "-o", library, tmp_path / "library.c"], check=True
    )
    on_windows(ctypes.CDLL(str(library)))
    assert _interface.languages() == ("ja-JP", "en-US")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(_interface, "CORE_FOUNDATION", str(library))
    for times in (1, 2):
        assert _interface.languages() == ("zh-Hant-TW", "ja-JP")
        assert ctypes.c_int.in_dll(ctypes.CDLL(str(library)), "released").value == times
