"""``PoFile``: which form of a file is canonical, and where another one departs from it."""

from __future__ import annotations

import pytest
from trees import ROOT

from rv_i18n.tools.po.pofile import PoFile

HEADER = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n'
ENTRY = '\n#. 604\nmsgid "A"\nmsgstr "a"\n'


def deviations(text):
    return list(PoFile(text).deviations())


def test_what_msgcat_writes_is_canonical():
    path = ROOT / "tests/data/po/valid/everything-as-msgcat-writes-it.po"
    text = path.read_text(encoding="utf-8")
    assert deviations(text) == []
    assert PoFile(text).canonical(PoFile(text).entries) == text


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("\ufeff" + HEADER + ENTRY, [(1, "")]),
        ((HEADER + ENTRY).replace("\n", "\r\n"), [(1, "")]),
        (HEADER + "\n" + ENTRY, [(6, "")]),
        (HEADER + ENTRY + "\n# stray\n", [(10, "")]),
        (HEADER + ENTRY.replace('"A"', ' "A"'), [(7, "A")]),
    ],
)
def test_the_line_that_is_not_canonical_is_named_with_its_entry_if_it_has_one(text, found):
    assert deviations(text) == found


@pytest.mark.parametrize(("length", "found"), [(40, True), (70, True), (71, False)])
def test_only_a_text_of_more_than_seventy_columns_may_be_broken_where_it_has_no_line_feed(
    length, found
):
    broken = f'msgstr ""\n"{"x" * 30}"\n"{"x" * (length - 30)}"'
    text = HEADER + ENTRY.replace('msgstr "a"', broken)
    assert deviations(text) == ([(7, "A")] if found else [])


def test_the_lines_of_the_header_are_those_of_the_file():
    indented = "\n\n" + HEADER.replace('"Language', ' "Language')
    header = PoFile(indented + ENTRY).header
    assert (header.line(), header.line("Language"), header.line("Plural-Forms")) == (3, 5, 3)
    assert PoFile(ENTRY).header.line("Language") == PoFile(ENTRY).header.line() == 1


def test_flags_are_written_as_msgcat_and_weblate_write_them_and_none_is_lost():
    """GNU msgcat 1.0 and translate-toolkit 3.20 write ``#,`` for ``#=``; msgcat drops strangers."""
    flags = '#= fuzzy, max-length:70\n#, c-format ignore-x, placeholders:"a b, c"\n'
    file = PoFile(f'{HEADER}\n{flags}msgid "A"\nmsgstr ""\n')
    assert file.entries[0].is_fuzzy
    assert [symbol for _, symbol in file.deviations()] == ["A"]
    flags = '#, fuzzy, max-length:70, c-format, ignore-x, placeholders:"a b, c"\n'
    assert file.canonical(file.entries) == f'{HEADER}\n{flags}msgid "A"\nmsgstr ""\n'
