"""Strings of the kinds that break parsers: locales, and plural rules."""

from __future__ import annotations

from babel.localedata import locale_identifiers

ALPHABET = (
    "aeihnszjkortwuxEHNJPTWCZ0123456789" + "-_.@,;=*/\\%:+ \t\r\n\0'\"(){}[]<>"
    "éßŉİıſΣ٣๓〇中戶漢あ가\u200b\u202e\u2028\ufeff\ufffd\ud800\udcff\U000e0001\U0001f600\U00010400"
)
PIECES = [
    *locale_identifiers(),
    *("zh-cmn-Hans-CN", "i-klingon", "art-lojban", "x-private", "de-DE-u-co-phonebk", "C", "POSIX"),
    *("ja_JP.UTF-8", "sr_RS@latin", "*", ";q=0", ";q=0.5", ";q=1.0000", ", ", ",", "-", "_"),
    *("../../etc/passwd", "/etc/passwd", "C:\\", "%2e%2e/", "${jndi:ldap://x}", "{0.__class__}"),
]
PLURALS = [
    *("1/0", "n%0", "1/(n-1)", "n" * 999, "(" * 999, "n?" * 300, "9" * 999, "9*" * 499 + "9"),
    *(
        "__import__('os').abort()",
        "n if n else n",
        "lambda: n",
        "n\n;",
        "!" * 999 + "n",
        "n||" * 333,
    ),
    *("n?1:" * 200 + "0", "(n?" * 19 + "1" + ":0)" * 19, "\0", "n@n", "n**n**n", "0x7", "-n", ""),
]


def mutated(random, text):
    """The text with a few changes of the kinds that break parsers."""
    for _ in range(random.randint(1, 4)):
        at = random.randint(0, len(text))
        to = min(len(text), at + random.randint(0, 5))
        kind = random.randrange(7)
        if kind == 0:
            text = text[:at] + random.choice(ALPHABET) + text[at:]
        elif kind == 1:
            text = text[:at] + text[to:]
        elif kind == 2:
            text = text[:at] + random.choice(PIECES) + text[to:]
        elif kind == 3:
            text = text[:at] + text[at:to] * random.randint(2, 9) + text[to:]
        elif kind == 4:
            text = text[:at] + text[at:to].swapcase() + text[to:]
        elif kind == 5:
            text += random.choice([",", ";q=0.", "-", "_", "."]) + random.choice(PIECES)
        else:
            text = "".join(random.choices(ALPHABET, k=random.randint(0, 12)))
    return text
