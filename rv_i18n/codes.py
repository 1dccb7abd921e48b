"""The code list: every number that the API answers with, its symbolic name, and when it is sent.

This is the one place where a code is written down. The line of English beside a code is for
translators; ``rv-i18n sync`` carries it from here into the template and every catalogue.
"""

from __future__ import annotations

from enum import Enum, IntEnum, unique
from functools import lru_cache

from ._errors import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Code = TypeVar("Code", bound=Enum)


@unique
class ErrorCode(IntEnum):
    """A code of the Renderbus API: ``NAME = number, when the server sends it``.

    The number, the number as a string and the symbolic name all find their member:

    >>> ErrorCode(604) is ErrorCode("604") is ErrorCode("VALIDATE_CODE_ERROR")
    True
    >>> ErrorCode.VALIDATE_CODE_ERROR.description
    'The code that was texted to a phone does not match'

    A third element is the symbolic name where it is no Python identifier:

    >>> ErrorCode.NON_UPLOADABLE_FILES.symbol
    'NON_UPLOADABLE FILES'
    >>> ErrorCode.NON_UPLOADABLE_FILES is ErrorCode("NON_UPLOADABLE FILES")
    True
    """

    description: str
    """When the server sends the code: one line of English, for translators."""

    symbol: str
    """The symbolic name as the server sends it, which is the msgid in every catalogue."""

    if TYPE_CHECKING:

        def __new__(cls, value: int | str) -> ErrorCode:
            """The member for a number, its digits or a symbolic name."""

    else:

        def __new__(cls, code, description, symbol=""):
            """A member from the elements of its line below."""
            member = int.__new__(cls, code)
            member._value_ = code
            member.description = description
            return member

        def __init__(self, code, description, symbol=""):
            self.symbol = symbol or self._name_

    __str__ = int.__repr__  # the number on every Python; before 3.11 it would be ErrorCode.FAIL

    @classmethod
    def _missing_(cls, value: object) -> ErrorCode | None:
        return find_code(cls, value) if isinstance(value, str) else None

    FAIL = 100, "The request failed and the server gives no closer reason"
    SUCCESS = 200, "The request was answered as asked"
    NEED_REDIRECT = 301, "The caller has to go on to another address"
    APIError = 400, "The request as a whole is wrong"
    FORBIDDEN = 403, "The caller may not see or do this at all"
    RESOURCE_NOT_FOUND = 404, "What the request names is not there"
    INTERNAL_ERROR = 500, "The server could not process the request, through its own fault"
    LABEL_ALREADY_EXISTS = 503, "A new label of a render task has a name that is taken"
    USER_CACHE_NOTFOUNT = 513, "The server could not look up the details of the user"
    PARAMETER_INVALID = 600, "A parameter has a value that is not accepted"
    PARAMETER_CANT_BE_EMPTY = 601, "A parameter that is needed is missing or empty"
    NEED_USER_LOGIN = 602, "The request needs a user who is signed in"
    ILLEGAL_PROTOCOL = 603, "The request does not follow the protocol of the API"
    VALIDATE_CODE_ERROR = 604, "The code that was texted to a phone does not match"
    VINSUFFICIENT_PERMISSIONS = 605, "The account lacks a permission that the operation needs"
    VALIDATE_COMMOM_CODE_ERROR = 606, "A verification code other than a texted one does not match"
    VALIDATE_SEND_CODE_ERROR = 607, "The server could not send a verification code"
    USER_AREA_ERROR = 608, "Account and site differ: one is mainland China, one overseas"
    SIGNATURE_EXPIRED = 610, "The signature of the API request is too old"
    SIGNATURE_INVALID = 611, "The signature of the API request does not match it"
    DO_NOT_HAVE_ANY_MORE_RECORD = 700, "A list has been read to its end"
    ACCOUNT_BINDING_USER_NULL = 800, "There is no such account"
    ACCOUNT_NOT_BINDING = 801, "No device is bound to the account yet"
    ACCOUNT_BINDING_FAIL = 802, "The device could not be bound to the account"
    ACCOUNT_LOCKED = 804, "The account was disabled"
    ACCOUNT_USERNAME_PASSWORD_FAIL = 805, "Signing in with this username and password failed"
    ACCOUNT_UNIONID_FAIL = 806, "The account is linked to no WeChat, Weibo or QQ account"
    ACCOUNT_PHONE_FAIL = 807, "The phone number is linked to no WeChat, Weibo or QQ account"
    ACCOUNT_UNIONID_PHONE = 808, "The phone number is linked to another third-party account"
    ACCOUNT_WEIXIN_FAIL = 809, "Signing in through WeChat failed"
    ACCOUNT_WEIBO_FAIL = 810, "Signing in through Weibo failed"
    ACCOUNT_LOGOUT_FAIL = 811, "Signing out failed"
    ACCOUNT_LOGIN_IPLIMITFAIL = 812, "Signing in from this IP address is restricted"
    ACCOUNT_QQ_FAIL = 813, "Signing in through QQ failed"
    NOREPEAT_SELECT_SOFTWARE = 814, "The frequently used software was chosen already"
    ACCOUNT_UNIONID_EXISTS = 815, "The UNIONID, a WeChat user identifier, is already registered"
    VALIDATE_PHONE_FAIL = 900, "The phone number is already registered"
    VALIDATE_EMAIL_FAIL = 901, "The email address is already registered"
    VALIDATE_USERNAME_FAIL = 902, "The username is already registered"
    ACCOUNT_EMAIL_FAIL = 903, "The email address is linked to no account"
    CURRENCY_NOT_SUPPORT = 904, "The currency cannot be used here"
    AGENT_NOT_SUPPORT = 905, "The agent, a reseller of the farm, cannot be used here"
    AMOUNT_NOT_SUPPORT = 906, "The top-up amount is outside the range allowed"
    COUPONNO_NOT_SUPPORT = 908, "The coupon code cannot be used here"
    PAYMETHOD_NOT_SUPPORT = 909, "The payment method cannot be used here"
    NO_INVOICE_ORDER = 910, "No order is left that an invoice can be issued for"
    NO_INVOICE_ADDRESS = 911, "No postal address is on file to send an invoice to"
    SUBUSER_EXISTS_TASKS = 912, "A sub-account with running tasks was to be deleted"
    SUBUSER_ARREARAGE = 913, "The sub-account in use has an overdue balance"
    DELSUBUSER_EXISTS_BALANCE = 914, "A sub-account to be deleted still holds a balance"
    NO_INVOICE_TEMPLATE = 915, "No invoice details are on file"
    RECEIPT_TYPE_ERROR = 916, "The type of the invoice is not the one expected"
    NO_LATEST_VERSION = 920, "There is no newer version of the desktop client"
    REDIS_CACHE_FAIL = 1000, "The Redis cache of the server failed"
    JSON_FILE_UPLOAD_FAILED = 20004, "Uploading a JSON file failed several times in a row"
    ARGUMENT_FORMAT_INVALID = 200024, "The transfer command was given a wrong parameter name"
    NON_UPLOADABLE_FILES = 200025, "A file is missing or damaged", "NON_UPLOADABLE FILES"
    RayvisionError = 1000000, "The Python SDK raised an exception"


_LONGEST_NUMBER = 20
"""Digits: any code fits, and reading a longer string of digits takes quadratic time."""

_MOST_BITS = 128
"""Bits: a code of an enum fits, and an enum takes quadratic time to refuse a larger number."""

_LONGEST_NAME = 40
"""Characters: a third more than the longest symbolic name, so that a misspelt one still fits."""


def symbol_of(member: Enum) -> str:
    """The symbolic name of a member of any enum: its ``symbol`` where it has one, or its name."""
    return getattr(member, "symbol", member.name)


def find_code(codes: type[Code], code: object) -> Code | None:
    """The member of ``codes`` for a number, a string of digits or a symbolic name, or ``None``.

    Raises ``TypeError`` for what is neither a number nor a string. ``True`` is not the number 1.

    >>> find_code(ErrorCode, "604"), find_code(ErrorCode, 609)
    (<ErrorCode.VALIDATE_CODE_ERROR: 604>, None)
    """
    if isinstance(code, codes):
        return code
    if isinstance(code, bool) or not isinstance(code, (int, str)):
        raise TypeError(
            'a code is an int such as 604, or a string such as "604" or "VALIDATE_CODE_ERROR", '
            f"not {type_name(code)}"
        )
    if isinstance(code, str):
        if not (code.isascii() and code.isdigit()):
            return _by_name(codes).get(code)
        if len(code) > _LONGEST_NUMBER:
            return None
    number = int(code)
    if number.bit_length() > _MOST_BITS:
        return None
    try:
        return codes(number)
    except ValueError:
        return None


def nearest_codes(codes: type[Enum], code: Any) -> list[str]:
    """The codes that someone who wrote ``code`` may have meant, best first, at most three.

    For a number these are its neighbours in the list, for a name those that are spelt like it.

    >>> nearest_codes(ErrorCode, 609)
    ['608 USER_AREA_ERROR', '610 SIGNATURE_EXPIRED']
    >>> nearest_codes(ErrorCode, "validate_code_eror")[0]
    '604 VALIDATE_CODE_ERROR'
    """
    signed = isinstance(code, str) and code.startswith(("+", "-"))
    if isinstance(code, str) and not (code.isascii() and code[signed:].isdigit()):
        if len(code) > _LONGEST_NAME:
            return []
        from difflib import get_close_matches  # needed for a misspelt name alone

        names = {name.upper(): member for name, member in _by_name(codes).items()}
        members = [names[name] for name in get_close_matches(code.upper(), names, 3, 0.75)]
    else:
        number = int(code[:_LONGEST_NUMBER]) if isinstance(code, str) else int(code)
        below = [member for member in codes if member.value < number]
        above = [member for member in codes if member.value > number]
        members = sorted(below, key=_value)[-1:] + sorted(above, key=_value)[:1]
    return [f"{member.value} {symbol_of(member)}" for member in dict.fromkeys(members)]


@lru_cache(maxsize=16)
def _by_name(codes: type[Code]) -> dict[str, Code]:
    """The members by the names that find them: symbolic, and of the Python attribute."""
    return {**codes.__members__, **{symbol_of(member): member for member in codes}}


def _value(member: Enum) -> int:
    return int(member.value)
