"""Describes how a language is written: its scripts, characters and punctuation width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..._engine.likely import maximize, pairs
from ..._engine.tags import Tag, parse_tag
from .. import standards
from ..width import is_invisible
from .style import Style

_SIGNS = "Ωμ"
"""Letters that any language has as signs: NFC takes the sign of ohm for the first."""

_HAN, _KANA = ("CJK", "IDEOGRAPHIC"), ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")


class Writing:
    """How one language is written, and the house style that its texts have to keep to.

    ``tag`` is its maximized tag, or ``None`` for an unknown language, which may use anything.
    ``scripts`` are the first words of the Unicode names of its letters, and ``wide`` means that
    punctuation is full-width.
    """

    __slots__ = (
        "_charsets", "_han_charsets", "_letters", "_letters_of", "_written", "scripts", "style",
        "tag", "wide",
    )  # fmt: skip

    def __init__(self, tag: Tag | None, style: Style) -> None:
        self.tag = tag
        self.style = style
        script = tag.script if tag else ""
        words, han, charsets = _EAST_ASIAN.get(script) or ((), (), ())
        if tag and not words:
            words = ("LATIN", _words_of_scripts().get(script, ""))
        if tag and script == "Hant" and tag.region in ("HK", "MO"):
            han = charsets = ("big5hkscs", "cp950")
        self.scripts = frozenset(words)
        self.wide = script in ("Jpan", "Hans", "Hant")
        self._letters_of = self.scripts
        self._letters: str | None = None
        self._charsets: tuple[str, ...] = ()
        self._han_charsets = han
        if style.characters == "language":
            self._letters = _LETTERS.get(tag[:2]) if tag else None
            self._charsets = charsets
            self._han_charsets = han if script == "Hans" else charsets
            if script == "Kore":
                self._letters_of -= set(_HAN)
        elif style.characters != "script":
            self._letters_of = frozenset()
            self._charsets = self._han_charsets = (style.characters,)
        self._written: set[str] = set()

    def fault(self, text: str) -> str:
        """Return the first character of ``text`` that the language does not use, and why, or "".

        >>> from rv_i18n.tools.lint.style import Style
        >>> writing_of("ja", Style()).fault("帐号")
        '帐 U+5E10 CJK UNIFIED IDEOGRAPH-5E10, which is not in cp932 or euc_jis_2004'
        >>> writing_of("fr", Style(characters="language")).fault("numéro, größer")
        "ö U+00F6 LATIN SMALL LETTER O WITH DIAERESIS, not one of the language's letters in CLDR"
        """
        if text.isascii() or self._written.issuperset(text):
            return ""
        for char in text:
            if char not in self._written:
                reason = self._reason(char)
                if reason:
                    return f"{char} {named(char)}, {reason}"
                self._written.add(char)
        return ""

    def _reason(self, char: str) -> str:
        if is_invisible(char):
            return ""  # the rule "invisible" handles it
        script = "" if char in _SIGNS else script_word(char)
        if self._letters_of and script in _script_words() and script not in self._letters_of:
            return "a letter of another script"
        if self._letters is not None and script in self.scripts and not char.isascii():
            known = char.lower() in self._letters
            return "" if known else "not one of the language's letters in CLDR"
        charsets = self._han_charsets if script in _HAN else self._charsets
        if charsets and not any(_encodes(charset, char) for charset in charsets):
            return f"which is not in {' or '.join(charsets)}"
        return ""


_LETTERS = {
    ("de", "Latn"): "äöüß",
    ("en", "Latn"): "",
    ("es", "Latn"): "áéíñóúü",
    ("fr", "Latn"): "àâæçèéêëîïôœùûüÿ",
    ("id", "Latn"): "",
    ("pt", "Latn"): "àáâãçéêíòóôõú",
    ("ru", "Cyrl"): "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    ("vi", "Latn"): "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
}
"""The letters besides a to z, by language and script: CLDR 48's main exemplar characters."""

_EAST_ASIAN: dict[str, tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]] = {
    "Jpan": (("LATIN", *_HAN, *_KANA), ("cp932", "euc_jis_2004"), ("cp932",)),
    "Kore": (("LATIN", "HANGUL", *_HAN), ("cp949",), ("cp949",)),
    "Hans": (("LATIN", *_HAN), ("gb2312",), ("gbk",)),
    "Hant": (("LATIN", *_HAN, "BOPOMOFO"), ("cp950",), ("cp950",)),
}
"""By script code: scripts, charsets of Han characters, and charsets of all characters.

A Han character is in one of the former, and any character, in the style of the language, in one of
the latter. JIS X 0213 (euc_jis_2004) has the jōyō kanji that cp932 lacks. GBK also contains the
Traditional characters, so Simplified Chinese takes its Han from GB 2312."""


@lru_cache(maxsize=256)
def writing_of(locale: str, style: Style) -> Writing:
    """Return how the language of a locale name is written; an unknown one may use anything.

    >>> from rv_i18n.tools.lint.style import Style
    >>> writing_of("zh_TW", Style()).wide, writing_of("el", Style()).scripts == {"GREEK", "LATIN"}
    (True, True)
    """
    parsed = parse_tag(locale)
    tag = maximize(parsed) if parsed else Tag("")
    return Writing(tag if tag.script else None, style)


def named(char: str) -> str:
    r"""Return the number of a character, and its name if it has one.

    >>> named("é"), named("\x7f")
    ('U+00E9 LATIN SMALL LETTER E WITH ACUTE', 'U+007F')
    """
    return f"U+{ord(char):04X} {unicodedata.name(char, '')}".rstrip()


def _encodes(charset: str, char: str) -> bool:
    try:
        char.encode(charset)
    except UnicodeError:
        return False
    return True


def script_word(char: str) -> str:
    """Return the word for the script in a letter's Unicode name, or "" for other characters.

    >>> script_word("é"), script_word("ｱ"), script_word("1")
    ('LATIN', 'KATAKANA', '')
    """
    if unicodedata.category(char)[0] not in "LM":
        return ""
    words = unicodedata.name(char, "").split()
    return next((word for word in words if word not in ("FULLWIDTH", "HALFWIDTH")), "")


@lru_cache(maxsize=1)
def _script_words() -> frozenset[str]:
    """Return the words in the names of letters that identify their script."""
    return frozenset({*_HAN, *_KANA, *_words_of_scripts().values()})


def _words_of_scripts() -> dict[str, str]:
    return pairs(standards.SCRIPTS)
