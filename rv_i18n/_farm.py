"""The farm's own: the shipped ``Catalog``, and what is known of the exceptions of its SDK."""

from __future__ import annotations

import os

from ._engine.catalog import Catalog
from ._engine.describe import ABSENT, Describer, arguments, attribute, number_of, own_code, said
from .codes import ErrorCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_mro = vars(type)["__mro__"].__get__  # no class or metaclass can override it


def shipped_directory(package: str) -> str:
    """Return the directory of the shipped catalogues; in a checkout it is beside the package."""
    inside = os.path.join(package, "locales")
    beside = os.path.join(os.path.dirname(package), "locales")
    if not os.path.isdir(inside) and os.path.isfile(os.path.join(beside, "rv_i18n.pot")):
        return beside
    return inside


LOCALE_DIR = shipped_directory(os.path.dirname(os.path.abspath(__file__)))
"""The directory of the shipped catalogues, as ``gettext.translation`` takes it."""


class _Shipped(Catalog):
    """The shipped ``Catalog``; a pickle holds its name, and so no path of this machine."""

    __module__ = __name__
    __slots__ = ()

    def __reduce__(self) -> str:
        return "SHIPPED"


SHIPPED = _Shipped(LOCALE_DIR, codes=ErrorCode, domain="rv_i18n", default=("en", "zh_CN"))


def farms_code(error: object) -> tuple[Any, str]:
    """Return the number of an exception of the farm's, and its own words.

    Classes of the SDK's packages have it in ``error_code`` or, such as ``HardwareConfigIdError``,
    as their first argument. Any other exception is the farm's if its ``error_code`` is an
    ``ErrorCode``: its number may be one of another list.
    """
    code, words = own_code(error)
    if type(code) is ErrorCode:
        return code, words
    modules = [attribute(kind, "__module__") for kind in _mro(type(error))]
    if not any(
        issubclass(type(module), str) and str.startswith(module, "rayvision_") for module in modules
    ):
        return ABSENT, said(error)
    if code is ABSENT:
        given = arguments(error) if issubclass(type(error), BaseException) else ()
        first, second = (*given[:2], "", "")[:2]
        number = number_of(first)
        return (ABSENT, words) if number is None else (number, said(second))
    return number_of(code), words


DESCRIBER = Describer(SHIPPED.lookup, farms_code, otherwise=ErrorCode.FAIL)
"""Describes the exceptions of the farm's SDK."""
