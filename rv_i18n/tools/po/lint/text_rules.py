"""Rules about a text alone.

Each takes the text and how its language is written, and gives what is wrong, or "".
"""

from __future__ import annotations

import re
import unicodedata

from rich.cells import cell_len

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

# Format characters that some scripts need: joiners, and the marks of writing from right to left.
# Where words are written without a space, one of no width says where a line can be broken.
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
_BREAK = "\u200b"
_WITHOUT = frozenset({"CYRILLIC", "GREEK", "CJK", "HANGUL"})
_RIGHT_TO_LEFT = frozenset({"ARABIC", "HEBREW", "SYRIAC", "THAANA"})
_UNSPACED = frozenset({"KHMER", "LAO", "MYANMAR", "THAI"})

# Letters and marks that show nothing, though Unicode does not class them as format characters.
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0\ufffc\ufffd"
    "\U000e0100-\U000e01ef]"
)


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
    if text.isprintable() and (text.isascii() or not _BLANK.search(text)):
        return ""
    for char in text:
        if char.isprintable() and not _BLANK.match(char):
            continue
        if unicodedata.category(char) == "Zs" or char in _needed(writing):
            continue
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
        match = _WIDE.search(text) if writing.tag else None  # nobody knows the habit otherwise
        found, width = match[0] if match else "", "full"
    return f"has {width}-width {found} against the habit of the language" if found else ""


def _max_length(text: str, writing: Writing) -> str:
    if 2 * len(text) <= LONGEST:
        return ""
    columns = cell_len(text)
    return f"takes {columns} columns; {LONGEST} is the most" if columns > LONGEST else ""


def _needed(writing: Writing) -> str:
    """The format characters that a language cannot be written without."""
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
        "A full stop at the end, in whatever script, inside a closing quote or bracket too. A text "
        "stands behind a prefix or in front of a detail, and the source texts have none.",
    ),
    Rule(
        "invisible",
        TEXT,
        _invisible,
        "A character that shows nothing: control, zero-width, bidirectional, private-use, "
        "unassigned. Those that a script needs are none of these: the joiners of Persian and "
        "Hindi, the marks and isolates of Arabic and Hebrew, the zero-width space of Khmer, Lao, "
        "Burmese and Thai.",
    ),
    Rule(
        "foreign-character",
        TEXT,
        _foreign_character,
        "A character that the language does not write. That is one that is not in ASCII (English), "
        "cp932 (Japanese), cp949 (Korean), Big5 (Traditional Chinese), GBK with the characters of "
        "GB 2312 (Simplified); for every language, a letter of another script than its own and "
        "Latin.",
    ),
    Rule(
        "punctuation",
        TEXT,
        _punctuation,
        "Half-width punctuation beside Japanese or Chinese characters, or full-width in other "
        "languages. The comma `，` in Japanese is another's, and full-width Latin letters and "
        "digits are nobody's.",
    ),
    Rule(
        "max-length",
        TEXT,
        _max_length,
        f"A text of more than {LONGEST} columns. An East Asian character takes two; a dialog and a "
        "log line have room for no more.",
    ),
)
