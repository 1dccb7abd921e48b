"""Rules about a text by itself, whatever its language."""

from __future__ import annotations

import re
import unicodedata

from ..languages import is_right_to_left
from ..width import columns, is_invisible
from .rule import text_rule
from .writing import Writing, named

_STOPS = ".。．｡।۔։።។᠃"
_CLOSING_OR_SPACE = "\"'”’»)]}）」』】》〉 \t\n\u00a0\u202f\u3000"
_SPACES = re.compile(r"\s\s")

# Format characters that some scripts need: joiners, right-to-left marks and, in scripts without
# spaces between words, a zero-width space where a line may break.
_JOINERS = "\u200c\u200d"
_MARKS = "\u200e\u200f\u061c\u2066\u2067\u2068\u2069"
_BREAK = "\u200b"
_WITHOUT = frozenset({"CYRILLIC", "GREEK", "CJK", "HANGUL"})
_UNSPACED = frozenset({"KHMER", "LAO", "MYANMAR", "THAI"})


@text_rule(bad=" It failed", good="It failed")
def begin_space(text: str, writing: Writing) -> str:
    """White space before the text."""
    return "begins with a space" if text[:1].isspace() else ""


@text_rule(bad="It failed ", good="It failed")
def end_space(text: str, writing: Writing) -> str:
    """White space after the text."""
    return "ends with a space" if text[-1:].isspace() else ""


@text_rule(bad="It  failed", good="It failed")
def double_space(text: str, writing: Writing) -> str:
    """Two spaces in a row."""
    return "has two spaces in a row" if _SPACES.search(text.strip()) else ""


@text_rule(bad="It fai\u200bled", good="It failed")
def invisible(text: str, writing: Writing) -> str:
    """An invisible character: control, zero-width, bidirectional, private-use, unassigned.

    Those that a script needs are allowed: the joiners of Persian and Hindi, the marks and isolates
    of Arabic, Hebrew and all others from the right, the zero-width space of Khmer, Lao, Burmese and
    Thai. The older embeddings and overrides are not, because one that is left open changes what
    follows the text.
    """
    if text.isascii() and text.isprintable():
        return ""
    for char in text:
        if is_invisible(char) and char not in _needed(writing):
            return f"has an invisible character, {named(char)}"
    return ""


@text_rule(bad="Tout a e\u0301choué", good="Tout a échoué", locale="fr")
def nfc(text: str, writing: Writing) -> str:
    """Letters and marks that are not composed as in Unicode's form NFC.

    An é that is an e and a combining accent looks right, but no search for é finds it. Letters that
    NFC takes apart, such as the Bengali য়, may stand.
    """
    # A longer text is judged by its beginning: to normalize many marks in a row takes long.
    if text.isascii() or unicodedata.is_normalized("NFC", text[:1000]):
        return ""
    each = ((char, unicodedata.normalize("NFC", char)) for char in text[:1000])
    apart = "".join(form if len(form) > 1 else char for char, form in each)
    normal = unicodedata.is_normalized("NFC", apart)
    return "" if normal else "is not in Unicode's composed form, NFC"


@text_rule(bad="It failed.", good="It failed", severity="warning", setting="end-stop = false")
def end_stop(text: str, writing: Writing) -> str:
    """A full stop at the end, in any script, even inside a closing quote or bracket.

    A text without one may follow a prefix or precede a detail.
    """
    if writing.style.end_stop:
        return ""
    end = text.rstrip(_CLOSING_OR_SPACE)[-1:]
    return f"ends with a full stop, {end!r}" if end and end in _STOPS else ""


@text_rule(
    bad="It failed because of a thing that a longer text would explain much better",
    good="It failed",
    severity="warning",
    setting="max-length = 70",
)
def max_length(text: str, writing: Writing) -> str:
    """A text of more columns than the project allows.

    It may not fit in a dialog or a log line. An East Asian character takes two columns. What a
    reader can do (`.action`) has at most 120 in any project.
    """
    longest = writing.style.max_length
    if not longest or 2 * len(text) <= longest:
        return ""
    taken = columns(text)
    return f"takes {taken} columns; the limit is {longest}" if taken > longest else ""


def _needed(writing: Writing) -> str:
    """Return the format characters that the language needs."""
    others = writing.scripts - {"LATIN"}
    needed = _JOINERS if others and not others & _WITHOUT else ""
    needed += _MARKS if writing.tag and is_right_to_left(writing.tag.script) else ""
    return needed + (_BREAK if writing.scripts & _UNSPACED else "")
