"""Rules about a text alone. Each gives what is wrong with a text of a language, or ""."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from rich.cells import cell_len

from ..pofile import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    from .writing import Writing

_STOPS = ".。．｡।۔։።။។᠃"
_CLOSING = "\"'”’»)]}）」』】》〉"
_SPACES = re.compile(r"\s\s")

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NARROW = re.compile(
    f"(?<=[{_CJK}])[,;:!?()]|[,;:!?()](?=[{_CJK}])|(?<=[{_CJK}])[./](?=[{_CJK}])"
    "|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]"
)
_WIDE = re.compile("[\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff65\uffe0-\uffe6]")
_COMMA = {"ja": "，"}

# Format characters that some scripts need: joiners, and the marks of writing from right to left.
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c"
_WITHOUT = frozenset({"CYRILLIC", "GREEK", "CJK", "HANGUL"})
_RIGHT_TO_LEFT = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA"})

# Letters and marks that show nothing, though Unicode does not class them as format characters.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd"
    "\U000e0100-\U000e01ef]"
)


def begin_space(text: str, writing: Writing) -> str:
    """White space before the text."""
    return "begins with a space" if text[:1].isspace() else ""


def end_space(text: str, writing: Writing) -> str:
    """White space after the text."""
    return "ends with a space" if text[-1:].isspace() else ""


def double_space(text: str, writing: Writing) -> str:
    """Two spaces in a row inside the text."""
    return "has two spaces in a row" if _SPACES.search(text.strip()) else ""


def end_stop(text: str, writing: Writing) -> str:
    """A full stop at the end, inside a closing quote or bracket too."""
    end = text.rstrip()[-2:]
    if end[-1:] in _CLOSING:
        end = end[:-1]
    return f"ends with a full stop, {end[-1]!r}" if end and end[-1] in _STOPS else ""


def invisible(text: str, writing: Writing) -> str:
    """A control, format, private-use or unassigned character, or one that shows nothing."""
    if text.isprintable() and (text.isascii() or not _BLANK.search(text)):
        return ""
    for char in text:
        if char.isprintable() and not _BLANK.match(char):
            continue
        if unicodedata.category(char) == "Zs" or char in _needed(writing):
            continue
        return f"has an invisible character, {_named(char)}"
    return ""


def foreign_character(text: str, writing: Writing) -> str:
    """A character that the language does not write."""
    char = writing.foreign(text)
    if not char:
        return ""
    charset = f" (not in {writing.charset})" if writing.charset else ""
    return f"has a character that the language does not write, {char} {_named(char)}{charset}"


def punctuation(text: str, writing: Writing) -> str:
    """Half-width punctuation beside the letters of a language that writes it full-width, or back.

    Full-width Latin letters and digits are against every language's habit.
    """
    if writing.wide:
        match = _NARROW.search(text)
        comma = _COMMA.get(writing.tag.language if writing.tag else "", "")
        found = match[0] if match else comma if comma in text else ""
        width = "half" if found in ",;:!?()./" or "\uff61" <= found <= "\uff9f" else "full"
        if comma and found == comma:
            return f"has the comma {found} of another language"
    else:
        match = _WIDE.search(text) if writing.tag else None  # nobody knows the habit otherwise
        found, width = match[0] if match else "", "full"
    return f"has {width}-width {found} against the habit of the language" if found else ""


def max_length(text: str, writing: Writing) -> str:
    """More columns than a dialog or a log line has room for."""
    if 2 * len(text) <= LONGEST:
        return ""
    columns = cell_len(text)
    return f"takes {columns} columns; {LONGEST} is the most" if columns > LONGEST else ""


TEXT_RULES: dict[str, Callable[[str, Writing], str]] = {
    "begin-space": begin_space,
    "end-space": end_space,
    "double-space": double_space,
    "end-stop": end_stop,
    "invisible": invisible,
    "foreign-character": foreign_character,
    "punctuation": punctuation,
    "max-length": max_length,
}
"""The rules by their names. Where Weblate has the same check, the name is Weblate's."""


def _needed(writing: Writing) -> str:
    """The format characters that a language cannot be written without."""
    others = writing.scripts - {"LATIN"}
    needed = _JOINERS if others and not others & _WITHOUT else ""
    return needed + (_MARKS if writing.scripts & _RIGHT_TO_LEFT else "")


def _named(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".rstrip()
