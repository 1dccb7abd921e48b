"""``problem`` gives an error as the members of a problem detail (RFC 9457)."""

from __future__ import annotations

from http import HTTPStatus
from urllib.parse import quote

from .._engine.catalog import Catalog
from .._engine.describe import Described, Describer
from .._engine.members import symbol_of
from .._engine.message import Message
from .._farm import SHIPPED
from .._sdk import DESCRIBER, Failure
from ..codes import ErrorCode

TYPE_CHECKING = False
if TYPE_CHECKING:
    from enum import Enum
    from typing import Any, Union

    from .._engine.annotations import Code, Locale

    ErrorOrCode = Union[BaseException, Code]
else:  # for typing.get_type_hints
    Any = Locale = ErrorOrCode = object


def problem(
    error_or_code: ErrorOrCode,
    locale: Locale = None,
    *,
    catalog: Catalog | None = None,
    reference: str | None = None,
    **members: Any,
) -> dict[str, Any]:
    """Return the members of a problem detail (RFC 9457) for an exception or a code.

    ``locale`` is what ``message`` takes, and ``catalog`` the texts, by default the shipped ones.
    ``reference`` is the address of the page that ``rv-i18n table -f html`` wrote. The members are

    - ``type``: the code's row in the reference, or ``about:blank``;
    - ``title``: the text for the code, with no values filled in;
    - ``status``: the code's fact ``status``, else 502 for the farm's codes and 500 for others;
    - ``detail``: what ``describe`` says of the exception, or the text with its fields filled from
      ``members``;
    - ``code``: the number, or the string, of the code;
    - ``language``: the tag of the language that the text is in;

    and ``members``, which replace those of the same name.

    An exception without a code, in itself or in what it wraps, gives a status of 500 and nothing of
    its own words, which may be meant for nobody outside. A failure between the farm's SDK and the
    farm has no code either, but its sentence, and the status 502 or 504; its words, which may name
    a proxy with its password, are not told either.

    Raises what ``lookup`` does for a code.

    >>> problem(604, "zh-CN", status=400)["title"]
    '手机验证码错误'
    """
    describer = DESCRIBER if catalog is None else Describer(catalog.lookup)
    texts = SHIPPED if catalog is None else catalog
    if isinstance(error_or_code, BaseException):
        found, detail = describer.explain(error_or_code, locale)
        if found is None:
            return {**_unknown(locale, catalog), **members}
        filled = _filled(found.message, members)
        if type(filled.code) is Failure:
            detail = filled.text
        elif filled != found.message:
            detail = describer.sentence(error_or_code, found._replace(message=filled))
    else:
        message = texts.lookup(error_or_code, locale)
        found = Described(message, message.code.value, "")
        detail = message.format(**members)
    message, code = found.message, found.code
    return {
        "type": _type(reference, texts, message.code),
        "title": message.text,
        "status": _status(message.code),
        "detail": detail,
        "code": code,
        "language": message.language,
        **members,
    }


def _filled(message: Message, values: dict[str, Any]) -> Message:
    text = message.format(**values)
    return Message(text, message.code, message.symbol, message.locale, message.language)


def _unknown(locale: Locale, catalog: Catalog | None) -> dict[str, Any]:
    """Return the members for an exception of which nothing is known, or may be told."""
    title, language = HTTPStatus.INTERNAL_SERVER_ERROR.phrase, "en"
    if catalog is None:
        message = SHIPPED.lookup(ErrorCode.FAIL, locale)
        title, language = message.text, message.language
    return {
        "type": "about:blank",
        "title": title,
        "status": 500,
        "detail": title,
        "code": None,
        "language": language,
    }


def _type(reference: str | None, catalog: Catalog, member: Enum) -> str:
    """Return the address of a code's row: its value or, where several lists have that, its name."""
    if reference is None or type(member) is Failure:
        return "about:blank"
    value = str(member.value)
    row = value if catalog._members.find(value) is member else symbol_of(member)
    return f"{reference}#{quote(row)}"


def _status(member: Enum) -> int:
    status = getattr(member, "facts", {}).get("status")
    if isinstance(status, int) and not isinstance(status, bool):
        return int(status)
    if isinstance(member, Failure):
        return 504 if member is Failure.NO_ANSWER else 502
    return 502 if type(member) is ErrorCode else 500
