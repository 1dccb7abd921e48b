"""Three libraries on one set of files: translate-toolkit, Babel and polib."""

from __future__ import annotations

import io
import re

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from translate.storage.pypo import pofile
from trees import LOCALES

CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/rv_i18n.po"))
FILES = [*CATALOGUES, LOCALES / "rv_i18n.pot"]

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


@each_file
def test_translate_toolkit_writes_back_the_same_bytes(path):
    """Of a text that is set again, only where it breaks a long one is its own affair."""
    store = pofile.parsefile(str(path))
    assert bytes(store) == path.read_bytes()
    store.header().target = store.header().target  # so that it formats the units again
    for unit in store.units[1:]:
        text, unit.target = unit.target, ""
        unit.target = text
    assert unbroken(bytes(store)) == unbroken(path.read_bytes())


def unbroken(po):
    """Each string on one line."""
    return re.sub(rb'(?<!\\n)"\n"', b"", po)


@each_catalogue
def test_babel_writes_back_the_same_bytes_but_a_blank_line_at_the_end(path):
    written = io.BytesIO()
    with path.open("rb") as file:
        write_po(written, read_po(file), width=0)  # where it breaks a line is the other difference
    mark = re.compile(rb'"Generated-By: Babel [^"]*"\n')  # Babel's own, of the day
    found, ours = (mark.sub(b"", data) for data in (written.getvalue(), path.read_bytes()))
    assert unbroken(found) == unbroken(ours + b"\n")


@each_catalogue
def test_all_three_read_the_same_names_and_texts(path):
    with path.open("rb") as file:
        babel = [(each.id, each.string) for each in read_po(file) if each.id]
    toolkit = [(unit.source, unit.target) for unit in pofile.parsefile(str(path)).units[1:]]
    assert babel
    assert babel == toolkit == [(each.msgid, each.msgstr) for each in polib.pofile(str(path))]
