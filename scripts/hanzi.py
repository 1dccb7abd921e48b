"""Generates rv_i18n/tools/reference/hanzi.py: the simplified forms of Chinese characters.

They come from ICU. Run it by hand; this is rarely needed. PyICU needs Debian's libicu-dev to
build::

    pip install PyICU && python scripts/hanzi.py
"""

from __future__ import annotations

from pathlib import Path
from textwrap import wrap

import icu

HEAD = '''\
"""Traditional Chinese characters with their simplified forms, which search takes for the same.

Written by scripts/hanzi.py from ICU {version}; not edited by hand. They are the characters of Big5
whose simplified form is another one, and is in GB 2312.
"""

'''


def main() -> None:
    """Write the module."""
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
    path = Path(__file__).resolve().parent.parent / "rv_i18n/tools/reference/hanzi.py"
    path.write_text(text.rstrip() + "\n", encoding="utf-8")


def has(char: str, encoding: str) -> bool:
    """Whether an encoding has a character."""
    try:
        char.encode(encoding)
    except UnicodeEncodeError:
        return False
    return True


if __name__ == "__main__":
    main()
