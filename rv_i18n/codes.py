"""The code list: every number that the API can answer with, its symbolic name, and when it is sent.

This is the only place that defines the codes. The line of English beside a code is for translators;
``rv-i18n sync`` copies it into the template and every catalogue.
"""

from __future__ import annotations

from ._engine.code_enum import CodeEnum, code


class ErrorCode(CodeEnum):
    """A code of the Renderbus API."""

    FAIL = 100, "The request failed, and the server gives no more specific reason"
    SUCCESS = 200, "The API answered the request normally: nothing went wrong"
    NEED_REDIRECT = 301, "The caller, a browser or a program, has to go on to another URL"
    APIError = 400, "Something in the request is wrong, as in HTTP 400 Bad Request"
    FORBIDDEN = 403, "The user has no permission to see or do this (605: not enough)"
    RESOURCE_NOT_FOUND = 404, "The thing that the request asks for does not exist"
    INTERNAL_ERROR = 500, "The server failed to process the request; the request is not at fault"
    LABEL_ALREADY_EXISTS = 503, "A label (tag) for render tasks cannot be added: its name is taken"
    USER_CACHE_NOTFOUNT = 513, "The server could not look up the user's information"
    PARAMETER_INVALID = 600, "A parameter of the request has a value that is not accepted"
    PARAMETER_CANT_BE_EMPTY = 601, "A required parameter of the request is missing or empty"
    NEED_USER_LOGIN = 602, "Nobody is signed in; the user has to sign in first"
    ILLEGAL_PROTOCOL = 603, "The request does not follow the rules of the API; no law is broken"
    VALIDATE_CODE_ERROR = 604, "The verification code does not match the one texted to the phone"
    VINSUFFICIENT_PERMISSIONS = 605, "The user has permission, but not enough for this (403: none)"
    VALIDATE_COMMOM_CODE_ERROR = 606, "A verification code is wrong (604: the one sent by SMS)"
    VALIDATE_SEND_CODE_ERROR = 607, "The server could not send the verification code to the user"
    USER_AREA_ERROR = 608, "The account is for mainland China and the site is not, or vice versa"
    SIGNATURE_EXPIRED = 610, "The digital signature of the API request has expired"
    SIGNATURE_INVALID = 611, "The digital signature of the API request is not valid"
    DO_NOT_HAVE_ANY_MORE_RECORD = 700, "A list was read to its end; it has no more entries"
    ACCOUNT_BINDING_USER_NULL = 800, "The Renderbus account does not exist"
    ACCOUNT_NOT_BINDING = 801, "No device has been linked to the Renderbus account yet"
    ACCOUNT_BINDING_FAIL = 802, "A device could not be linked to the Renderbus account"
    ACCOUNT_LOCKED = 804, "The Renderbus account has been disabled"
    ACCOUNT_USERNAME_PASSWORD_FAIL = 805, "At sign-in, the username or the password is wrong"
    ACCOUNT_UNIONID_FAIL = 806, "No WeChat, Weibo or QQ account is linked to the Renderbus account"
    ACCOUNT_PHONE_FAIL = 807, "The phone number is not linked to a WeChat, Weibo or QQ account"
    ACCOUNT_UNIONID_PHONE = 808, "The phone number is linked to another WeChat, Weibo or QQ account"
    ACCOUNT_WEIXIN_FAIL = 809, "Signing in with a WeChat (Weixin) account failed"
    ACCOUNT_WEIBO_FAIL = 810, "Signing in with a Weibo account failed"
    ACCOUNT_LOGOUT_FAIL = 811, "Signing out of the Renderbus account failed"
    ACCOUNT_LOGIN_IPLIMITFAIL = 812, "Signing in from the user's IP address is restricted"
    ACCOUNT_QQ_FAIL = 813, "Signing in with a QQ account failed"
    NOREPEAT_SELECT_SOFTWARE = 814, "Software once chosen as frequently used cannot be chosen again"
    ACCOUNT_UNIONID_EXISTS = 815, "The UNIONID, a user's ID at a sign-in service, already exists"
    VALIDATE_PHONE_FAIL = 900, "A Renderbus account already has this phone number"
    VALIDATE_EMAIL_FAIL = 901, "A Renderbus account already has this email address"
    VALIDATE_USERNAME_FAIL = 902, "A Renderbus account already has this username"
    ACCOUNT_EMAIL_FAIL = 903, "No Renderbus account is linked to the email address"
    CURRENCY_NOT_SUPPORT = 904, "Payment in this currency is not supported"
    AGENT_NOT_SUPPORT = 905, "The agent, a reseller of Renderbus, is not supported"
    AMOUNT_NOT_SUPPORT = 906, "The amount to add to the balance is outside the allowed range"
    COUPONNO_NOT_SUPPORT = 908, "The coupon code, typed in for a discount, cannot be used here"
    PAYMETHOD_NOT_SUPPORT = 909, "The method of payment is not supported"
    NO_INVOICE_ORDER = 910, "The user has no paid order that an invoice can still be issued for"
    NO_INVOICE_ADDRESS = 911, "The user has no postal address on file to send an invoice to"
    SUBUSER_EXISTS_TASKS = 912, "A sub-account cannot be deleted while it has render tasks running"
    SUBUSER_ARREARAGE = 913, "The sub-account in use owes money (has an overdue balance)"
    DELSUBUSER_EXISTS_BALANCE = 914, "A sub-account cannot be deleted while money is left in it"
    NO_INVOICE_TEMPLATE = 915, "The user has no details on file to issue an invoice with"
    RECEIPT_TYPE_ERROR = 916, "The type of the invoice, a receipt, is not the one expected"
    NO_LATEST_VERSION = 920, "There is no newer version of the Renderbus desktop client for now"
    REDIS_CACHE_FAIL = 1000, "Redis, the cache that the server uses, failed"
    JSON_FILE_UPLOAD_FAILED = 20004, "All attempts to upload a JSON file failed; check the network"
    ARGUMENT_FORMAT_INVALID = 200024, "A parameter name is wrong; check the transfer command"
    NON_UPLOADABLE_FILES = code(
        200025,
        "A file cannot be uploaded; check that it exists and is not damaged",
        symbol="NON_UPLOADABLE FILES",
    )
    RayvisionError = 1000000, "Python code in the Renderbus SDK raised an exception"
