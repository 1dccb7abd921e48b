"""Describes how a language is written: its scripts, characters and punctuation width."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from ..._engine.likely import is_known, maximize, pairs
from ..._engine.tags import Tag, parse_tag
from .. import standards
from ..width import is_invisible

_HAN, _KANA = ("CJK", "IDEOGRAPHIC"), ("HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA")


class Writing:
    """How one language is written.

    ``scripts`` are the first words of the Unicode names of its letters; a text has no letters of
    other scripts. ``letters``, if known, are those that it has besides a to z. ``charset``, if not
    "", is an encoding made for the language; it contains every character of a text. ``han``, if not
    "", is a narrower encoding for Han characters. ``wide`` means that punctuation is full-width.
    """

    __slots__ = ("_written", "charset", "han", "letters", "scripts", "tag", "wide")

    def __init__(
        self, tag: Tag | None, scripts: tuple[str, ...], charset: str = "", *, han: str = "",
        wide: bool = False,
    ) -> None:  # fmt: skip
        self.tag = tag
        self.scripts = frozenset(scripts)
        self.letters = _LETTERS.get(tag[:2]) if tag else None
        self.charset = charset
        self.han = han
        self.wide = wide
        self._written: set[str] = set()

    def foreign(self, text: str) -> str:
        """Return the first character of ``text`` that the language does not use, or "".

        >>> writing_of("ja").foreign("帐号"), writing_of("fr").foreign("numéro, größer")
        ('帐', 'ö')
        """
        if text.isascii() or self._written.issuperset(text):
            return ""
        for char in text:
            if char not in self._written:
                if not self._writes(char):
                    return char
                self._written.add(char)
        return ""

    def _writes(self, char: str) -> bool:
        script = script_word(char)
        if is_invisible(char):
            return True  # the rule "invisible" handles it
        if self.scripts and script in _script_words() and script not in self.scripts:
            return False
        if self.letters is not None and script in self.scripts and not char.isascii():
            return char.lower() in self.letters
        charset = self.han if script in _HAN and self.han else self.charset
        if charset:
            try:
                char.encode(charset)
            except UnicodeEncodeError:
                return False
        return True


_LETTERS = {
    ("de", "Latn"): "äöüß",
    ("es", "Latn"): "áéíñóúü",
    ("fr", "Latn"): "àâæçèéêëîïôœùûüÿ",
    ("id", "Latn"): "",
    ("pt", "Latn"): "àáâãçéêíòóôõú",
    ("ru", "Cyrl"): "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    ("vi", "Latn"): "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵ",
}
"""The letters besides a to z, by language and script: CLDR 48's main exemplar characters."""

_ENGLISH = ("LATIN",), "ascii"
_EAST_ASIAN = {
    "Jpan": (("LATIN", *_HAN, *_KANA), "cp932"),
    "Kore": (("LATIN", "HANGUL"), "cp949"),
    "Hans": (("LATIN", *_HAN), "gbk"),
    "Hant": (("LATIN", *_HAN, "BOPOMOFO"), "big5"),
}
"""Scripts and charset by script code, where we know more than CLDR says.

GBK also contains the Traditional characters, so Simplified Chinese takes its Han from GB 2312."""


@lru_cache(maxsize=256)
def writing_of(locale: str) -> Writing:
    """Return how the language of a locale name is written; an unknown one may use anything.

    >>> writing_of("zh_TW").charset, writing_of("el").scripts == {"GREEK", "LATIN"}
    ('big5', True)
    """
    named = parse_tag(locale)
    tag = maximize(named) if named else Tag("")
    if not tag.script:
        return Writing(None, ())
    if tag[:2] == ("en", "Latn"):
        return Writing(tag, *_ENGLISH)
    if tag.script in _EAST_ASIAN:
        scripts, charset = _EAST_ASIAN[tag.script]
        if tag.region in ("HK", "MO") and charset == "big5":
            charset = "big5hkscs"
        han = "gb2312" if tag.script == "Hans" else ""
        return Writing(tag, scripts, charset, han=han, wide="CJK" in scripts)
    return Writing(tag, ("LATIN", _words_of_scripts().get(tag.script, "")))


def script_word(char: str) -> str:
    """Return the word for the script in a letter's Unicode name, or "" for other characters.

    >>> script_word("é"), script_word("ｱ"), script_word("1")
    ('LATIN', 'KATAKANA', '')
    """
    if unicodedata.category(char)[0] not in "LM":
        return ""
    words = unicodedata.name(char, "").split()
    return next((word for word in words if word not in ("FULLWIDTH", "HALFWIDTH")), "")


def is_language(tag: Tag) -> bool:
    """Whether the IANA Language Subtag Registry or CLDR has the language of a tag.

    >>> is_language(Tag("tlh")), is_language(Tag("template"))
    (True, False)
    """
    return tag.language in _languages() or is_known(maximize(tag).language)


@lru_cache(maxsize=1)
def _languages() -> frozenset[str]:
    words = (word.split("-") for word in standards.LANGUAGES.split())
    return frozenset(start + end for start, ends in words for end in ends)


@lru_cache(maxsize=1)
def _script_words() -> frozenset[str]:
    """Return the words in the names of letters that identify their script."""
    return frozenset({*_HAN, *_KANA, *_words_of_scripts().values()})


def _words_of_scripts() -> dict[str, str]:
    return pairs(standards.SCRIPTS)
