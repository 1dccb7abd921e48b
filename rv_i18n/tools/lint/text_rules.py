"""Rules about a text by itself.

Each takes the text and how its language is written, and returns what is wrong, or "".
"""

from __future__ import annotations

import re
import unicodedata

from ..po.pofile import LONGEST
from ..width import columns, is_invisible
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

_QUOTES = "„“”«»"
_PAIRS = {
    "de": {"„": "“", "»": "«", "«": "»"},
    "es": {"«": "»", "“": "”", "¿": "?", "¡": "!"},
    "fr": {"«": "»", "“": "”"},
    "id": {"“": "”"},
    "pt": {"“": "”", "«": "»"},
    "ru": {"«": "»", "„": "“"},
    "vi": {"“": "”"},
}

# Not the colon of "https:" or "12:30", nor the second mark of "?!" or that of "(?)".
_UNSPACED_MARK = re.compile(
    "(?<![\u00a0\u202f?!(])[;:?!](?=[\\s?!)»”]|$)|(?<![\u00a0\u202f])»|«(?![\u00a0\u202f])"
)

_TWO_SCRIPTS = re.compile("[A-Za-z][\u0400-\u04ff]|[\u0400-\u04ff][A-Za-z]")

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


def _nfc(text: str, writing: Writing) -> str:
    # A text that is longer than the slice is too long anyway.
    if text.isascii() or unicodedata.is_normalized("NFC", text[:1000]):
        return ""
    return "is not in Unicode's composed form, NFC"


def _foreign_character(text: str, writing: Writing) -> str:
    char = writing.foreign(text)
    if not char:
        match = _TWO_SCRIPTS.search(text)
        return f"has Latin and Cyrillic letters in one word, {match[0]}" if match else ""
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


def _punctuation_spacing(text: str, writing: Writing) -> str:
    if not writing.tag or writing.tag.language != "fr" or writing.tag.region == "CA":
        return ""
    match = _UNSPACED_MARK.search(text)
    side = "after" if match and match[0] == "«" else "before"
    return f"has no no-break space {side} {match[0]}" if match else ""


def _unpaired(text: str, writing: Writing) -> str:
    pairs = _PAIRS.get(writing.tag.language) if writing.tag else None
    if not pairs:
        return ""
    still_open: list[str] = []
    for char in text:
        if still_open and char == still_open[-1]:
            still_open.pop()
        elif char in pairs:
            still_open.append(pairs[char])
        elif char in pairs.values():
            return f"has {char} without the mark that opens before it"
        elif char in _QUOTES:
            return f"has {char}, which the language does not use"
    return f"lacks {still_open[-1]}, which closes" if still_open else ""


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
        "script nor Latin, or a word of Latin and Cyrillic letters. In German, Spanish, French, "
        "Indonesian, Portuguese, Russian and Vietnamese it is also a letter that CLDR does not "
        "count among the language's own, such as ð, whose capital looks like that of đ.",
    ),
    Rule(
        "nfc",
        TEXT,
        _nfc,
        "Letters and marks that are not composed as in Unicode's form NFC. An é that is an e and a "
        "combining accent looks right, but no search for é finds it.",
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
        "punctuation-spacing",
        TEXT,
        _punctuation_spacing,
        "French punctuation without its no-break space, U+00A0 or U+202F, before ; : ? ! » or "
        "after «. Canadian French has fewer of these spaces, and is left alone.",
    ),
    Rule(
        "unpaired",
        TEXT,
        _unpaired,
        "A quotation mark that the language does not use, or one that is not closed; in Spanish, "
        "also a ? or ! without its ¿ or ¡. German has „…“, »…« and «…»; Spanish, French and "
        "Portuguese «…» and “…”; Russian «…» and „…“; Indonesian and Vietnamese “…”. Straight "
        "marks, and other languages, are left alone.",
    ),
    Rule(
        "max-length",
        TEXT,
        _max_length,
        f"A text of more than {LONGEST} columns, which may not fit in a dialog or a log line. An "
        "East Asian character takes two columns.",
    ),
)
