"""The argument types of the public functions, for type checkers and ``typing.get_type_hints``."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from enum import Enum

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
else:
    Traversable = object

if TYPE_CHECKING or sys.version_info >= (3, 10):
    Code = int | float | str | Enum
    """A number, the number as a string, a symbolic name, or a member of an enum of codes."""

    Locale = str | Sequence[str] | None
    """A language tag, a locale name, an Accept-Language value, a sequence of these, or ``None``."""

    Directory = str | os.PathLike[str] | Traversable
    """A directory of catalogues."""
else:  # pragma: no cover - Python 3.9 has no unions with "|", not even in annotations at run time
    Code = Locale = Directory = object
