"""The code list: every number that the API answers with, its symbolic name, and when it is sent.

This is the one place where a code is written down. The line of English beside a code is for
translators; ``rv-i18n sync`` carries it from here into the template and every catalogue.
"""

from __future__ import annotations

from enum import IntEnum, unique

from ._errors import UnknownCodeError
from ._members import members_of

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ._types import Code


@unique
class ErrorCode(IntEnum):
    """A code of the Renderbus API: ``NAME = number, when the server sends it``.

    The number, its digits and the symbolic name in any spelling find their member:

    >>> ErrorCode(604) is ErrorCode("604") is ErrorCode("validate-code-error")
    True
    >>> ErrorCode.VALIDATE_CODE_ERROR.description
    'The code that was texted to a phone does not match'

    A third element is the symbolic name where it is no Python identifier:

    >>> ErrorCode.NON_UPLOADABLE_FILES.symbol
    'NON_UPLOADABLE FILES'
    """

    description: str
    """When the server sends the code: one line of English, for translators."""

    symbol: str
    """The symbolic name as the server's documentation has it: the msgid in every catalogue."""

    if TYPE_CHECKING:

        def __new__(cls, value: Code) -> ErrorCode:
            """The member for what ``rv_i18n.message`` takes as a code."""

    else:

        def __new__(cls, code, description, symbol=""):
            """A member from the elements of its line below."""
            member = int.__new__(cls, code)
            member._value_ = code
            member.description = description
            return member

        def __init__(self, code, description, symbol=""):
            self.symbol = symbol or self._name_

    # The number on every Python; before 3.11 and 3.12 it would be ErrorCode.FAIL.
    __str__ = int.__repr__
    __format__ = int.__format__  # type: ignore[assignment]  # it takes its argument by place alone

    @classmethod
    def _missing_(cls, value: object) -> ErrorCode:
        members = members_of(cls)
        member = members.find(value)
        if member is None:
            raise UnknownCodeError(value, members.nearest(value))
        return cls(member)

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
