"""What is known of the exceptions of the farm's SDK: where their code is, and those without one.

Those without one are what the SDK lets through of the libraries below it: no connection, no answer
in time, an answer that cannot be read. They have sentences in a domain of their own. Classes are
recognised by their module and name, so that none of these libraries is imported.
"""

from __future__ import annotations

from collections.abc import Iterator

from ._engine.annotations import Locale
from ._engine.catalog import Catalog
from ._engine.code_enum import CodeEnum
from ._engine.describe import Describer, number_of, own_code
from ._engine.message import Message
from ._engine.words import ABSENT, arguments, attribute, said
from ._engine.wrapped import mro
from ._farm import LOCALE_DIR, SHIPPED
from .codes import ErrorCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

PACKAGES = "rayvision_"
"""What the names of the SDK's packages begin with."""

_MOST_FRAMES = 2000
"""The most frames of a traceback that are looked at; Python stops at a thousand by itself."""


class Failure(CodeEnum):
    """What can fail between the SDK and the farm; the numbers are shown to nobody."""

    UNREACHABLE = 1, "The SDK cannot connect: no network, no such host, refused, TLS"
    NO_ANSWER = 2, "The SDK has sent a request, and no answer came in time"
    UNREADABLE = 3, "The answer is not one of the API's: a proxy's page, cut off, empty"


SENTENCES = Catalog(LOCALE_DIR, codes=Failure, domain="rv_i18n_sdk", default=("en", "zh_CN"))
"""The texts of these failures, beside those of the codes."""


_KINDS = {
    ("builtins", "BrokenPipeError"): None,  # of a program that the SDK runs
    ("builtins", "ConnectionError"): Failure.UNREACHABLE,
    ("builtins", "TimeoutError"): Failure.NO_ANSWER,
    ("http.client", "BadStatusLine"): Failure.UNREADABLE,
    ("http.client", "IncompleteRead"): Failure.UNREADABLE,
    ("http.client", "RemoteDisconnected"): Failure.UNREACHABLE,
    ("json.decoder", "JSONDecodeError"): Failure.UNREADABLE,
    ("requests.exceptions", "ChunkedEncodingError"): Failure.UNREADABLE,
    ("requests.exceptions", "ConnectTimeout"): Failure.NO_ANSWER,
    ("requests.exceptions", "ConnectionError"): Failure.UNREACHABLE,
    ("requests.exceptions", "ContentDecodingError"): Failure.UNREADABLE,
    ("requests.exceptions", "JSONDecodeError"): Failure.UNREADABLE,
    ("requests.exceptions", "Timeout"): Failure.NO_ANSWER,
    ("simplejson.errors", "JSONDecodeError"): Failure.UNREADABLE,
    ("simplejson.scanner", "JSONDecodeError"): Failure.UNREADABLE,
    ("socket", "gaierror"): Failure.UNREACHABLE,
    ("socket", "herror"): Failure.UNREACHABLE,
    ("socket", "timeout"): Failure.NO_ANSWER,
    ("ssl", "SSLError"): Failure.UNREACHABLE,
    ("urllib.error", "HTTPError"): Failure.UNREADABLE,
    ("urllib.error", "URLError"): Failure.UNREACHABLE,
    ("urllib3.exceptions", "DecodeError"): Failure.UNREADABLE,
    ("urllib3.exceptions", "IncompleteRead"): Failure.UNREADABLE,
    ("urllib3.exceptions", "InvalidChunkLength"): Failure.UNREADABLE,
    ("urllib3.exceptions", "MaxRetryError"): Failure.UNREACHABLE,
    ("urllib3.exceptions", "NewConnectionError"): Failure.UNREACHABLE,
    ("urllib3.exceptions", "ProtocolError"): Failure.UNREACHABLE,
    ("urllib3.exceptions", "ProxyError"): Failure.UNREACHABLE,
    ("urllib3.exceptions", "SSLError"): Failure.UNREACHABLE,
    ("urllib3.exceptions", "TimeoutError"): Failure.NO_ANSWER,
}
"""The classes by module and name. Of an exception's classes the first that is here counts."""

_MEMBERS = ("code",), ("data",), ("message",)
"""What each answer of the API has; without it the SDK raises a ``KeyError`` with its name."""


def farms_code(error: object) -> tuple[Any, str]:
    """Return the number of an exception of the farm's, and its own words.

    Classes of the SDK's packages have it in ``error_code`` or, such as ``HardwareConfigIdError``,
    as their first argument. Any other exception is the farm's if its ``error_code`` is an
    ``ErrorCode``: its number may be one of another list.
    """
    code, words = own_code(error)
    if type(code) is ErrorCode:
        return code, words
    modules = [attribute(kind, "__module__") for kind in mro(type(error))]
    if not any(
        issubclass(type(module), str) and str.startswith(module, PACKAGES) for module in modules
    ):
        return ABSENT, said(error)
    if code is ABSENT:
        given = arguments(error) if issubclass(type(error), BaseException) else ()
        first, second = (*given[:2], "", "")[:2]
        number = number_of(first)
        return (ABSENT, words) if number is None else (number, said(second))
    return number_of(code), words


def failure(errors: list[object], locale: Locale) -> tuple[Message, str] | None:
    """Return the sentence for an exception and what it wraps, and the words of one of them.

    That is ``None`` where no failure is known, or where none of them came through the SDK.
    """
    kinds = [(kind, error) for error in errors for kind in _kinds(error)]
    if not kinds or not any(map(_came_through, errors)):
        return None
    # A time-out is often the reason inside an error that says that there is no connection.
    kind, error = next((each for each in kinds if each[0] is Failure.NO_ANSWER), kinds[0])
    return SENTENCES.lookup(kind, locale), said(error)


def _kinds(error: object) -> Iterator[Failure]:
    """Yield the kind of failure that this exception is by itself, if it is one."""
    if not issubclass(type(error), BaseException):
        return
    for kind in mro(type(error)):
        name = attribute(kind, "__module__", ""), attribute(kind, "__name__", "")
        if all(type(part) is str for part in name) and name in _KINDS:
            found = _KINDS[name]
            if found and not (found is Failure.UNREADABLE and _is_of_a_file(error)):
                yield found
            return
    if type(error) in (KeyError, TypeError, AttributeError) and _is_of_an_answer(error):
        yield Failure.UNREADABLE


def _frames(error: object) -> list[tuple[str, str]]:
    """Return the modules and functions that an exception came through, the innermost last."""
    step = _traceback(error) if issubclass(type(error), BaseException) else None
    found: list[tuple[str, str]] = []
    while step is not None and len(found) < _MOST_FRAMES:
        module = step.tb_frame.f_globals.get("__name__", "")
        found.append((module if type(module) is str else "", step.tb_frame.f_code.co_name))
        step = step.tb_next
    return found


_traceback = vars(BaseException)["__traceback__"].__get__


def _came_through(error: object) -> bool:
    """Whether an exception came through a module of the SDK."""
    return any(module.startswith(PACKAGES) for module, _ in _frames(error))


def _is_of_a_file(error: object) -> bool:
    """Whether it was a file that could not be read: one of the SDK's own, and no answer."""
    return ("json", "load") in _frames(error)


def _is_of_an_answer(error: object) -> bool:
    """Whether the SDK looked into an answer, and did not find what each answer has."""
    innermost = _frames(error)[-1:]
    if not innermost or not innermost[0][0].startswith(PACKAGES):
        return False
    return innermost[0][0].endswith(".connect") or (
        type(error) is KeyError and arguments(error) in _MEMBERS
    )


DESCRIBER = Describer(SHIPPED.lookup, farms_code, ErrorCode.FAIL, failure)
"""Describes the exceptions of the farm's SDK."""
