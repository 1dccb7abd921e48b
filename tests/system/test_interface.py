"""The language of the user's interface, asked of a library in C with its real arguments."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from types import SimpleNamespace

from rv_i18n._engine import desktop as _interface

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


def test_a_real_library_is_called_as_its_header_declares_it(tmp_path, monkeypatch):
    (tmp_path / "library.c").write_text(SOURCE)
    library = tmp_path / "library.so"
    subprocess.run(
        ["gcc", "-shared", "-fPIC", "-Wall", "-o", library, tmp_path / "library.c"], check=True
    )
    windll = SimpleNamespace(kernel32=ctypes.CDLL(str(library)))
    monkeypatch.setattr(ctypes, "windll", windll, raising=False)
    monkeypatch.setattr(sys, "platform", "win32")
    assert _interface.languages() == ("ja-JP", "en-US")
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr(_interface, "CORE_FOUNDATION", str(library))
    for times in (1, 2):
        assert _interface.languages() == ("zh-Hant-TW", "ja-JP")
        assert ctypes.c_int.in_dll(ctypes.CDLL(str(library)), "released").value == times
