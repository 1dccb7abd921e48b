"""Asks Windows or macOS which languages the user chose for the interface.

Programs that are started from a desktop there have none of the variables that gettext reads. The
system's own libraries are called in this process.
"""

from __future__ import annotations

import sys

CORE_FOUNDATION = "/System/Library/Frameworks/CoreFoundation.framework/CoreFoundation"

_UTF_8 = 0x08000100
"""``kCFStringEncodingUTF8``"""

_LANGUAGE_NAMES = 0x8
"""``MUI_LANGUAGE_NAME``: tags such as ``ja-JP``, not numbers."""


def languages() -> tuple[str, ...]:
    """Return language tags by preference; none if the system does not say."""
    try:
        return _windows() if sys.platform == "win32" else _macos()
    except (ImportError, OSError, AttributeError):  # no ctypes, no such library, or no function
        return ()


def _windows() -> tuple[str, ...]:
    """Call ``GetUserPreferredUILanguages``, which gives names that each end with a NUL."""
    import ctypes  # not every embedded Python has it

    ask = ctypes.windll.kernel32.GetUserPreferredUILanguages  # type: ignore[attr-defined]
    count, length = ctypes.c_ulong(), ctypes.c_ulong()
    if not ask(_LANGUAGE_NAMES, ctypes.byref(count), None, ctypes.byref(length)):
        return ()  # the length is then meaningless
    names = ctypes.create_unicode_buffer(length.value)
    if not ask(_LANGUAGE_NAMES, ctypes.byref(count), names, ctypes.byref(length)):
        return ()
    return tuple(filter(None, "".join(names).split("\0")))


def _macos() -> tuple[str, ...]:
    """Call ``CFLocaleCopyPreferredLanguages``, which gives an array of strings; we must free it."""
    import ctypes

    library = ctypes.CDLL(CORE_FOUNDATION)
    pointer, index = ctypes.c_void_p, ctypes.c_long
    library.CFLocaleCopyPreferredLanguages.restype = pointer
    library.CFArrayGetCount.argtypes, library.CFArrayGetCount.restype = [pointer], index
    library.CFArrayGetValueAtIndex.argtypes = [pointer, index]
    library.CFArrayGetValueAtIndex.restype = pointer
    library.CFStringGetCString.argtypes = [pointer, ctypes.c_char_p, index, ctypes.c_uint32]
    library.CFStringGetCString.restype = ctypes.c_ubyte
    library.CFRelease.argtypes, library.CFRelease.restype = [pointer], None
    array = library.CFLocaleCopyPreferredLanguages()
    if not array:
        return ()
    found = []
    for place in range(library.CFArrayGetCount(array)):
        tag = ctypes.create_string_buffer(64)
        string = library.CFArrayGetValueAtIndex(array, place)
        if library.CFStringGetCString(string, tag, len(tag), _UTF_8):
            found.append(tag.value.decode())
    library.CFRelease(array)
    return tuple(found)
