"""Rules about a text by itself.

Each takes the text and how its language is written, and returns what is wrong, or "".
"""

from __future__ import annotations

import re
import unicodedata

from ...width import columns, is_invisible
from ..pofile import LONGEST
from .rule import TEXT, Rule

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .writing import Writing

_STOPS = ".。．｡।۔։።။។᠃"
_CLOSING = "\"'”’»)]}）」』】》〉"
_CLOSING_OR_SPACE = _CLOSING + " \t\n\u00a0\u202f\u3000"
_SPACES = re.compile(r"\s\s")

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NARROW = re.compile(
    f"(?<=[{_CJK}])[,;:!?()]|[,;:!?()](?=[{_CJK}])|(?<=[{_CJK}])[./](?=[{_CJK}])"
    "|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]"
)
_WIDE = re.compile("[\u3000-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff65\uffe0-\uffe6]")
_COMMA = {"ja": "，"}

# Format characters that some scripts need: joiners, right-to-left marks and, in scripts without
# spaces between words, a zero-width space where a line may break.
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
_BREAK = "\u200b"
_WITHOUT = frozenset({"CYRILLIC", "GREEK", "CJK", "HANGUL"})
_RIGHT_TO_LEFT = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA"})
_UNSPACED = frozenset({"KHMER", "LAO", "MYANMAR", "THAI"})


def _begin_space(text: str, writing: Writing) -> str:
    return "begins with a space" if text[:1].isspace() else ""


def _end_space(text: str, writing: Writing) -> str:
    return "ends with a space" if text[-1:].isspace() else ""


def _double_space(text: str, writing: Writing) -> str:
    return "has two spaces in a row" if _SPACES.search(text.strip()) else ""


def _end_stop(text: str, writing: Writing) -> str:
    end = text.rstrip(_CLOSING_OR_SPACE)[-1:]
    return f"ends with a full stop, {end!r}" if end and end in _STOPS else ""


def _invisible(text: str, writing: Writing) -> str:
    if text.isascii() and text.isprintable():
        return ""
    for char in text:
        if is_invisible(char) and char not in _needed(writing):
            return f"has an invisible character, {_named(char)}"
    return ""


def _foreign_character(text: str, writing: Writing) -> str:
    char = writing.foreign(text)
    if not char:
        return ""
    charset = f" (not in {writing.charset})" if writing.charset else ""
    return f"has a character that the language does not write, {char} {_named(char)}{charset}"


def _punctuation(text: str, writing: Writing) -> str:
    if writing.wide:
        match = _NARROW.search(text)
        comma = _COMMA.get(writing.tag.language if writing.tag else "", "")
        found = match[0] if match else comma if comma in text else ""
        width = "half" if found in ",;:!?()./" or "\uff61" <= found <= "\uff9f" else "full"
        if comma and found == comma:
            return f"has the comma {found} of another language"
    else:
        match = _WIDE.search(text) if writing.tag else None  # an unknown language may use it
        found, width = match[0] if match else "", "full"
    return f"has {width}-width {found} in the wrong width for the language" if found else ""


def _max_length(text: str, writing: Writing) -> str:
    if 2 * len(text) <= LONGEST:
        return ""
    taken = columns(text)
    return f"takes {taken} columns; the limit is {LONGEST}" if taken > LONGEST else ""


def _needed(writing: Writing) -> str:
    """Return the format characters that the language needs."""
    others = writing.scripts - {"LATIN"}
    needed = _JOINERS if others and not others & _WITHOUT else ""
    needed += _MARKS if writing.scripts & _RIGHT_TO_LEFT else ""
    return needed + (_BREAK if writing.scripts & _UNSPACED else "")


def _named(char: str) -> str:
    name = unicodedata.name(char, "")
    return f"U+{ord(char):04X} {name}".rstrip()


TEXT_RULES = (
    Rule("begin-space", TEXT, _begin_space, "White space before the text."),
    Rule("end-space", TEXT, _end_space, "White space after the text."),
    Rule("double-space", TEXT, _double_space, "Two spaces in a row."),
    Rule(
        "end-stop",
        TEXT,
        _end_stop,
        "A full stop at the end, in any script, even inside a closing quote or bracket. A text may "
        "follow a prefix or precede a detail, and the source texts have no full stop.",
    ),
    Rule(
        "invisible",
        TEXT,
        _invisible,
        "An invisible character: control, zero-width, bidirectional, private-use, unassigned. "
        "Those that a script needs are allowed: the joiners of Persian and Hindi, the marks and "
        "isolates of Arabic and Hebrew, the zero-width space of Khmer, Lao, Burmese and Thai.",
    ),
    Rule(
        "foreign-character",
        TEXT,
        _foreign_character,
        "A character that the language does not use. It is one outside ASCII (English), cp932 "
        "(Japanese), cp949 (Korean), Big5 (Traditional Chinese), or GBK with the characters of GB "
        "2312 (Simplified Chinese); in any language, a letter that is neither of the language's "
        "script nor Latin.",
    ),
    Rule(
        "punctuation",
        TEXT,
        _punctuation,
        "Half-width punctuation beside Japanese or Chinese characters, or full-width in other "
        "languages. The comma `，` is wrong in Japanese, and full-width Latin letters and digits "
        "are wrong in every language.",
    ),
    Rule(
        "max-length",
        TEXT,
        _max_length,
        f"A text of more than {LONGEST} columns, which may not fit in a dialog or a log line. An "
        "East Asian character takes two columns.",
    ),
)
