"""The farm's own ``Catalog``: the shipped one."""

from __future__ import annotations

import os

from ._engine.catalog import Catalog
from .codes import ErrorCode


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

UNLISTED = {
    "921": "balance_not_enough",
    "2000": "task information",
    "5020": "task_status_error",
    "20020": "login failed",
}
"""Numbers that the farm and its SDK are known to send, though no list has them; and their words."""
