"""Reads resources of the ICU that PyICU is built on, which PyICU itself does not reach.

The functions of ICU's C library carry its major version in their names. They are found through
PyICU's own extension module, so that this is the same ICU whose LocaleMatcher answers.
"""

from __future__ import annotations

import ctypes
from functools import cache
from typing import Any

import icu

_STRING, _BINARY, _TABLE, _ARRAY, _INTEGERS = 0, 1, 2, 8, 14
"""Values of ICU's enum UResType."""

_MAJOR = icu.ICU_VERSION.partition(".")[0]
_LIBRARY = ctypes.CDLL(icu._icu_.__file__)


@cache
def read(bundle: str, *keys: str) -> Any:
    """Return a resource as strings, bytes, lists and dictionaries.

    Raises ``LookupError`` where there is none.
    """
    found = _call("ures_openDirect", None, bundle.encode())
    for key in keys:
        found = _call("ures_getByKey", found, key.encode(), None)
    return _value(found)


def _value(resource: ctypes.c_void_p) -> Any:
    kind = _plain("ures_getType", ctypes.c_int, resource)
    if kind in (_STRING, _BINARY, _INTEGERS):
        length = ctypes.c_int32()
        function, width = {
            _STRING: ("ures_getString", 2),
            _BINARY: ("ures_getBinary", 1),
            _INTEGERS: ("ures_getIntVector", 4),
        }[kind]
        start = _call(function, resource, ctypes.byref(length))
        data = ctypes.string_at(start, length.value * width)
        if kind == _STRING:
            return data.decode("utf-16")
        return data if kind == _BINARY else list(memoryview(data).cast("i"))
    if kind not in (_TABLE, _ARRAY):
        raise LookupError(f"a resource of ICU has the type {kind}, which is not read here")
    size = _plain("ures_getSize", ctypes.c_int32, resource)
    children = [
        _call("ures_getByIndex", resource, ctypes.c_int32(index), None) for index in range(size)
    ]
    if kind == _ARRAY:
        return [_value(child) for child in children]
    return {
        _plain("ures_getKey", ctypes.c_char_p, child).decode(): _value(child) for child in children
    }


def _call(name: str, *arguments: Any) -> ctypes.c_void_p:
    """Call a function of ICU's that returns a pointer and reports errors in its last argument."""
    error = ctypes.c_int(0)
    result = _plain(name, ctypes.c_void_p, *arguments, ctypes.byref(error))
    if error.value > 0 or result is None:
        raise LookupError(f"ICU has no such resource: {name}{arguments}, error {error.value}")
    return ctypes.c_void_p(result)


def _plain(name: str, result: Any, *arguments: Any) -> Any:
    function = getattr(_LIBRARY, f"{name}_{_MAJOR}")
    function.restype = result
    return function(*arguments)
