"""Catalogues with the mistakes that hands, merges and disks make."""

from __future__ import annotations

import random

from trees import TEXTS, catalogue

MEANING = [
    b"\\", b'"', b"\n", b'"\n"', b'\n\nmsgid ""\nmsgstr ""\n', b'msgstr "x"\n',
    b'msgid "A"\nmsgid_plural "B"\n', b'msgstr[99999] "x"\n', b'msgctxt "c"\n', b"#~ ",
    b"#, fuzzy\n",
    b"\xff", b"#", b"#| ", b"[0]", b"msgid", b" ", b"\t", b"\r", b"<<<<<<< HEAD\n", b"=======\n",
    b">>>>>>> x\n", b"\\x41", b'domain "x"\n', b"\0",
]  # fmt: skip


RICH = b"""
#: a.py:1 b.py:2
#, fuzzy, c-format
#| msgctxt "o"
#| msgid "OLD"
msgctxt "c"
msgid "PL"
msgid_plural "PLS"
msgstr[0] "a\\n"
"b\\t\\"q\\""
msgstr[1] ""

#~| msgid "z"
#~ msgid "GONE"
#~ msgstr "x"
"""


def mutated(chance, data):
    """A file with one or two of the mistakes that hands, merges and disks make."""
    for _ in range(chance.choice([1, 1, 2])):
        at = chance.randrange(len(data))
        lines = data.split(b"\n")
        line = chance.randrange(len(lines))
        kind = chance.randrange(5)
        if kind == 0:
            data = data[:at] + data[at + chance.randint(1, 30) :]
        elif kind == 1:
            data = data[:at] + chance.choice(MEANING) + data[at:]
        elif kind == 2:
            data = data[: at + 1]
        else:
            lines[line : line + (kind == 3)] = [] if kind == 3 else [chance.choice(lines)]
            data = b"\n".join(lines)
    return data


def mutations(number):
    chance = random.Random(604)
    whole = catalogue("ja", TEXTS["ja"]).encode() + RICH
    return [mutated(chance, whole) for _ in range(number)]
