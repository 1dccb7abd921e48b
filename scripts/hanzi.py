"""Makes the simplified forms of Chinese characters, for scripts/cldr.py; they come from ICU."""

from __future__ import annotations

from textwrap import wrap

import icu

HEAD = '''\
"""Traditional Chinese characters with their simplified forms, which search takes for the same.

Written by scripts/cldr.py from ICU {version}; not edited by hand. They are the characters of Big5
whose simplified form is another one, and is in GB 2312.
"""

'''


def hanzi() -> str:
    """Return the content of rv_i18n/tools/reference/hanzi.py."""
    simplify = icu.Transliterator.createInstance("Hant-Hans").transliterate
    pairs = [(char, simplify(char)) for char in map(chr, range(0x4E00, 0xA000))]
    pairs = [
        (char, simple)
        for char, simple in pairs
        if char != simple and has(char, "big5") and has(simple, "gb2312")
    ]
    text = HEAD.format(version=icu.ICU_VERSION)
    for name, chars in zip(("TRADITIONAL", "SIMPLIFIED"), map("".join, zip(*pairs))):
        lines = "".join(f'    "{line}"\n' for line in wrap(chars, 46))
        text += f"{name} = (\n{lines})\n\n"
    return text.rstrip() + "\n"


def has(char: str, encoding: str) -> bool:
    """Whether an encoding has a character."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True
