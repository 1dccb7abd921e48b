"""What is wrong with a request, in the caller's language: pydantic's errors, by a list of strings.

The codes are the types of pydantic's errors, so that a look-up needs no table between the two. The
texts are in ``locales`` beside this file. A type that is not in the list has the text of INVALID.
"""

from __future__ import annotations

from pathlib import Path

from rv_i18n import Catalog, CodeStrEnum


class Invalid(CodeStrEnum, prefix="validation."):
    """A type of pydantic's errors."""

    INVALID = "invalid", "Any other type: the value is not accepted"
    MISSING = "missing", "A required field is missing"
    INT_PARSING = "int_parsing", "The value is not a whole number"
    STRING_TYPE = "string_type", "The value is not text"
    TOO_SMALL = "greater_than_equal", "The number is too small; {ge} is the least"
    TOO_LARGE = "less_than_equal", "The number is too large; {le} is the most"
    JSON_INVALID = "json_invalid", "The body of the request is not JSON"


CATALOG = Catalog(
    Path(__file__).parent / "locales", codes=Invalid, domain="validation", default="en"
)


def invalid(error: dict) -> dict[str, str]:
    """Return one of pydantic's errors as RFC 9457 shows it: where, and what is wrong.

    The value that was sent is left out: it may be a password.
    """
    text = CATALOG.lookup(error["type"], default=None) or CATALOG.lookup(Invalid.INVALID)
    pointer = "#/" + "/".join(str(part) for part in error["loc"])
    return {
        "code": text.code.value,
        "detail": text.format(**error.get("ctx", {})),
        "pointer": pointer,
    }
