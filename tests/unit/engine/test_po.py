"""The reader of ``.po`` files.

tests/data/po has files that are valid, each beside the texts that readers see, and files that are
not, each beside the line and the reason. tests/system shows them to GNU msgfmt.
"""

from __future__ import annotations

import json
import os
import tracemalloc
from pathlib import Path

import polib
import pytest
from trees import TEXTS, po_files, refusal, steps_of

from rv_i18n import CatalogError
from rv_i18n._engine.entry import header_fields
from rv_i18n._engine.files import read_bytes
from rv_i18n._engine.plural import Plural
from rv_i18n._engine.po import read_entries, read_texts
from rv_i18n._engine.scanner import scan
from rv_i18n.tools.po.pofile import read_sound

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

FORMS = {
    "as it is": lambda data: data,
    "with the line ends of Windows": lambda data: data.replace(b"\n", b"\r\n"),
    "without its last line end": lambda data: data.removesuffix(b"\n"),
    "with a byte order mark": lambda data: b"\xef\xbb\xbf" + data,
}


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("path", po_files("valid"), ids=lambda path: path.stem)
def test_a_valid_file_shows_its_texts(path, form):
    expected = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    texts = read_texts("a.po", FORMS[form](path.read_bytes()))
    assert {key: forms_of(text) for key, text in texts.items()} == expected


def forms_of(text):
    """A text, or the list of a plural's."""
    return list(text.forms) if isinstance(text, Plural) else text


@pytest.mark.parametrize("path", po_files("invalid"), ids=lambda path: path.stem)
def test_an_invalid_file_is_refused_with_its_line(path):
    line, reason = path.with_suffix(".txt").read_text(encoding="utf-8").rstrip().split(": ", 1)
    for form in ("as it is", "without its last line end"):
        with pytest.raises(CatalogError) as caught:
            read_texts("a.po", FORMS[form](path.read_bytes()))
        assert caught.value.args == ("a.po", reason, int(line))


def reading(text):
    entries, faults = scan(HEADER + text)
    return entries, [(fault.line, fault.reason) for fault in faults]


def test_after_a_fault_the_next_paragraph_is_read():
    text = 'msgid "A\nmsgid "B"\nmsgstr "b"\n\nmsgid "C"\nmsgstr "c"\n\nmsgid "D"\n"E\n'
    entries, faults = reading(text)
    assert [entry.msgid for entry in entries] == ["", "C"]
    assert [line for line, _ in faults] == [4, 12]
    assert [fault.symbol for fault in scan(text)[1]] == ["", "D"]


def test_an_entry_is_whole_where_the_fault_is_in_the_next_paragraph():
    plural = 'msgid "A"\nmsgid_plural "B"\nmsgstr[0] "a"\n'
    for whole in ('msgid "A"\nmsgstr "a"\n', plural):
        [_, entry], [(line, _)] = reading(f"{whole}\nnonsense\n")
        assert (entry.msgid, line) == ("A", 4 + whole.count("\n") + 1)
        assert len(reading(f"{whole}nonsense\n")[0]) == 1
    [_], [fault] = scan(HEADER + 'msgid "A"\n\nmsgstr "b"c"\n')
    assert (fault.line, fault.symbol) == (6, "A")


def test_a_conflict_is_one_fault_whatever_is_in_it():
    side = 'msgid "A"\nmsgstr "b\n\nnonsense\n'
    text = f'<<<<<<< HEAD\n{side}=======\n{side}>>>>>>> theirs\n\nmsgid "C"\nmsgstr "c"\n'
    entries, faults = reading(text)
    assert [entry.msgid for entry in entries] == ["", "C"]
    [(line, reason)] = faults
    assert line == 4
    assert reason == "a merge conflict, up to line 14: rv-i18n sync puts its two sides together"


@pytest.mark.parametrize(
    ("text", "symbol"),
    [
        ("nonsense", ""),
        ('msgctxt "c"\nnonsense', ""),
        ('msgid ""\n"A"\n"B"\nnonsense', "AB"),
        ('msgid "A"\nmsgstr "b"\nnonsense', "A"),
    ],
    ids=["no entry", "no msgid", "a msgid in two lines", "a text"],
)
def test_a_fault_names_the_symbol_of_its_entry(text, symbol):
    [fault] = scan(text)[1]
    assert fault.symbol == symbol


def test_an_entry_knows_its_lines():
    text = '# a\n\n#. b\n#: c:1\n#, fuzzy\n#| msgid "O"\nmsgctxt "x"\nmsgid "A"\nmsgstr ""\n"d"\n'
    [header, entry] = scan(HEADER + text)[0]
    assert (header.start, header.line, header.end) == (1, 1, 2)
    assert (entry.start, entry.line, entry.end) == (4, 11, 13)
    assert (entry.notes, entry.comments, entry.references) == (["a"], ["b"], ["c:1"])
    assert (entry.flags, entry.previous, entry.msgctxt) == (["fuzzy"], {"msgid": "O"}, "x")


def test_a_comment_needs_no_space_behind_its_mark():
    [entry] = scan('#.b\n#:c:1\n#,fuzzy,d\n#!e\n#a\n#\n#  two\nmsgid "A"\nmsgstr "b"\n')[0]
    assert (entry.comments, entry.references, entry.flags) == (["b"], ["c:1"], ["fuzzy", "d", "e"])
    assert entry.notes == ["a", "", " two"]


def test_a_second_header_is_a_fault_without_a_symbolic_name():
    header = 'msgid ""\nmsgstr ""\n"Language: ja\\n"\n'
    [fault] = scan(f"{header}\n{header}")[1]
    assert (fault.line, fault.symbol) == (5, "")


def test_the_end_of_a_line_is_no_part_of_a_comment():
    [entry] = scan('# plan X\r\n#. Y\r\nmsgid "A"\r\nmsgstr "b"\r\n')[0]
    assert (entry.notes, entry.comments) == (["plan X"], ["Y"])


def test_polib_reads_the_same_of_what_polib_can_read(studio):
    for locale in TEXTS:
        expected = [
            (each.msgid, each.msgstr, each.comment, each.linenum)
            for each in polib.pofile(str(studio.po(locale)))
        ]
        entries = read_entries("a.po", studio.po(locale).read_bytes())[1:]
        assert [
            (each.msgid, each.msgstr, "\n".join(each.comments), each.start) for each in entries
        ] == expected


@pytest.mark.parametrize(
    ("make", "reason"),
    [(Path.mkdir, "not a regular file"), (lambda path: None, refusal(os.stat, "not-there"))],
)
def test_a_path_that_is_not_a_file_is_an_error(tmp_path, make, reason):
    make(tmp_path / "a.po")
    with pytest.raises(CatalogError) as caught:
        read_bytes(str(tmp_path / "a.po"))
    assert caught.value.args == (str(tmp_path / "a.po"), reason, None)


def test_the_fields_of_a_header_are_its_lines_with_a_colon():
    body = 'msgid ""\nmsgstr "Project: a: b\\n"\n"no field\\n"\n" Language : \\n"\n'
    [header], _ = scan(body)
    assert list(header_fields(header.msgstr).items()) == [("Project", "a: b"), ("Language", "")]


GROWING = {
    "entries": lambda n: "".join(f'#. {k}\nmsgid "K{k}"\nmsgstr "text"\n\n' for k in range(n)),
    "msgids without a text": lambda n: 'msgid "A"\nmsgid "B"\nmsgstr "t"\n' * n,
    "paragraphs of them": lambda n: 'msgid "A"\nmsgid "B"\nmsgstr "t"\n\n' * n,
    "open strings": lambda n: 'msgid "A\n\n' * n,
    "spaces": lambda n: "msgid " + " " * 10 * n + "x",
    "strings in a line": lambda n: 'msgid "A"\nmsgstr ' + '"a" ' * n + '"',
    "lines of a text": lambda n: 'msgid "A"\nmsgstr ""\n' + '"l"\n' * n,
    "backslashes": lambda n: 'msgid "A"\nmsgstr "' + "\\\\" * 5 * n,
    "numbers": lambda n: 'msgid "A"\nmsgstr "' + "\\x41\\101" * n + '"\n',
    "comments inside": lambda n: 'msgid "A"\n' + "#~ " * n + "\n" + "#\n" * n,
    "conflicts": lambda n: "<<<<<<< a\n=======\n>>>>>>> b\n\n" * n,
    "conflicts without an end": lambda n: "<<<<<<< a\nx\n\n" * n,
    "flags": lambda n: "#, " + "fuzzy, " * n + '\nmsgid "A"\nmsgstr ""\n',
    "plural forms": lambda n: (
        'msgid "A"\nmsgid_plural "B"\n' + "".join(f'msgstr[{k}] "x"\n' for k in range(n))
    ),
    "headers": lambda n: 'msgid ""\nmsgstr ""\n\n' * n,
    "blank lines": lambda n: "\n" * 5 * n,
}


@pytest.mark.parametrize("kind", GROWING)
def test_the_steps_and_the_memory_grow_only_in_proportion_to_the_file(kind):
    steps, memory = [], []
    for number in (500, 2000):
        text = GROWING[kind](number)
        steps.append(steps_of(lambda text=text: scan(text)))
        tracemalloc.start()
        scan(text)
        memory.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert steps[1] <= 4.5 * steps[0] + 100
    assert memory[1] <= 8 * memory[0]  # lists grow in leaps, of other widths in each Python


def test_the_canonical_form_of_a_file_is_that_file(studio):
    for path in studio.files():
        file = read_sound(str(path))
        assert file.canonical(file.entries) == path.read_text(encoding="utf-8")
        assert list(file.deviations()) == []
