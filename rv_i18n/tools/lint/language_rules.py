"""Rules about the characters and punctuation marks of a text's language."""

from __future__ import annotations

import re

from .rule import text_rule
from .writing import Writing

_MARKS = 'punctuation = "language"'

_CJK = "\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_NARROW = re.compile(
    f"(?<=[{_CJK}])[,;:!?()]|[,;:!?()](?=[{_CJK}])|(?<=[{_CJK}])[.](?=[{_CJK}])"
    "|[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\uff61-\uff9f]"
)
_WIDE = re.compile("[\u3000-\u3003\u3014-\u301f\uff01-\uff65\uffe0-\uffe6]")
_BRACKETS = re.compile("[\u3008-\u3011]")
_WITH_BRACKETS = frozenset({"HANGUL", "MONGOLIAN", "YI"})
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

# Latin letters that look like Cyrillic ones. A longer run of them is an abbreviation with an
# ending, such as НТТР's Latin namesake, and the letter behind a per cent sign is a field.
_ALIKE = "[aceopxyABCEHKMOPTX]{1,3}"
_TWO_SCRIPTS = re.compile(
    f"(?<![A-Za-z%]){_ALIKE}[\u0400-\u04ff]|[\u0400-\u04ff]{_ALIKE}(?![A-Za-z])"
)


@text_rule(bad="Неверный код, wrong κωδικός", good="Неверный код, wrong code", locale="ru")
def foreign_character(text: str, writing: Writing) -> str:
    """A character that the language does not use.

    In any catalogue it is a letter that is neither of the language's script nor Latin, a Latin
    letter that looks like a Cyrillic one inside a Cyrillic word, or a Chinese character of another
    writing: in Japanese one that is neither in cp932 nor in JIS X 0213 (euc_jis_2004), in Korean
    one outside cp949, in Traditional Chinese outside cp950 (in Hong Kong and Macao, outside
    big5hkscs too), in Simplified Chinese outside GB 2312.

    With `characters = "language"` it is also any character outside cp932 in Japanese, outside cp949
    and any Chinese one in Korean, outside these in Traditional Chinese, and outside GBK in
    Simplified. In English, German, Spanish, French, Indonesian, Portuguese, Russian and Vietnamese
    it is also a letter that CLDR does not count among the language's own, such as ð, whose capital
    looks like that of đ. With the name of a charset, such as `characters = "ascii"`, it is what
    that charset lacks, and nothing else.
    """
    fault = writing.fault(text)
    if not fault:
        match = _TWO_SCRIPTS.search(text)
        return f"has Latin and Cyrillic letters in one word, {match[0]}" if match else ""
    return f"has {fault}"


@text_rule(
    bad="L’opération a échoué！",
    good="L’opération a échoué\u202f!",
    locale="fr",
    severity="warning",
)
def punctuation(text: str, writing: Writing) -> str:
    """Full-width punctuation, letters or digits where the language has half-width ones.

    With `punctuation = "language"` it is also half-width punctuation beside Japanese or Chinese
    characters, half-width katakana and full-width Latin letters and digits, and in Japanese the
    comma `，`. A half-width slash is right in both.
    """
    if not writing.wide:
        match = _WIDE.search(text) if writing.tag else None  # an unknown language may use it
        if not match and writing.tag and not writing.scripts & _WITH_BRACKETS:
            match = _BRACKETS.search(text)
        return f"has full-width {match[0]} in the wrong width for the language" if match else ""
    if not writing.style.own_punctuation:
        return ""
    match = _NARROW.search(text)
    comma = _COMMA.get(writing.tag.language if writing.tag else "", "")
    if not match:
        return f"has the comma {comma} of another language" if comma and comma in text else ""
    width = "half" if match[0] in ",;:!?()." or "\uff61" <= match[0] <= "\uff9f" else "full"
    return f"has {width}-width {match[0]} in the wrong width for the language"


@text_rule(
    bad="Le code est faux; réessayez",
    good="Le code est faux\u202f; réessayez",
    locale="fr",
    severity="warning",
    setting=_MARKS,
)
def punctuation_spacing(text: str, writing: Writing) -> str:
    """French punctuation without its no-break space, U+00A0 or U+202F.

    It stands before ; : ? ! » and after «. Canadian French has fewer of these spaces, and is left
    alone.
    """
    own = writing.style.own_punctuation and writing.tag and writing.tag.language == "fr"
    if not own or (writing.tag and writing.tag.region == "CA"):
        return ""
    match = _UNSPACED_MARK.search(text)
    side = "after" if match and match[0] == "«" else "before"
    return f"has no no-break space {side} {match[0]}" if match else ""


@text_rule(
    bad="Der Code „604” ist falsch",
    good="Der Code „604“ ist falsch",
    locale="de",
    severity="warning",
    setting=_MARKS,
)
def unpaired(text: str, writing: Writing) -> str:
    """A quotation mark that the language does not use, or one that is not closed.

    In Spanish it is also a ? or ! without its ¿ or ¡. German has „…“, »…« and «…»; Spanish, French
    and Portuguese «…» and “…”; Russian «…» and „…“; Indonesian and Vietnamese “…”. Straight marks,
    and other languages, are left alone.
    """
    pairs = _PAIRS.get(writing.tag.language) if writing.tag else None
    if not (pairs and writing.style.own_punctuation):
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
