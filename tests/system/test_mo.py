"""``msgunfmt`` on damaged ``.mo`` files: what it refuses is refused; what is read is its text."""

from __future__ import annotations

import random
import struct
import subprocess

import polib
from trees import compiled_plurals

from rv_i18n import CatalogError
from rv_i18n._engine.files import texts_of

GOOD = compiled_plurals(
    b"""msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"
"Plural-Forms: nplurals=2; plural=n != 1;\\n"

msgid "FRAMES_FAILED"
msgid_plural "FRAMES_FAILED"
msgstr[0] "{count} frame failed"
msgstr[1] "{count} frames failed"

msgid "LOGIN_ERROR"
msgstr "Could not sign in"

msgid "SUCCESS"
msgstr "Done"
"""
)


def damaged():
    """The file cut, with a tail of zeros, and with each number of its index changed."""
    for size in range(len(GOOD)):
        yield GOOD[:size]
        yield GOOD[:size] + b"\0" * (len(GOOD) - size)
    choice = random.Random(0)
    for place in (8, 12, 16, *range(28, 28 + 16 * 4, 4)):  # not the hash table: it is not read
        for _ in range(8):
            number = struct.pack("<I", choice.choice([0, choice.randrange(len(GOOD)), 2**32 - 1]))
            yield GOOD[:place] + number + GOOD[place + 4 :]


def forms(text):
    """The forms of a plural, or the text."""
    return list(getattr(text, "forms", [str(text)]))


def test_what_msgunfmt_refuses_is_refused_and_what_is_read_is_its_text(tmp_path):
    path, refused, read = tmp_path / "x.mo", 0, 0
    for data in damaged():
        path.write_bytes(data)
        done = subprocess.run(["msgunfmt", path], capture_output=True, check=False)
        try:
            texts = texts_of(str(path), data)
        except CatalogError:
            refused += 1
            continue
        assert done.returncode == 0, (data, done.stderr)
        read += 1
        said = {
            entry.msgid: list(entry.msgstr_plural.values()) or [entry.msgstr]
            for entry in polib.pofile(done.stdout.decode(), encoding="utf-8")
        }
        assert {key: forms(text) for key, text in texts.items() if key} == said
    assert refused > 500
    assert read  # with fewer entries
