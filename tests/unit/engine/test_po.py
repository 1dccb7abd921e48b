"""The reader of ``.po`` files, compared with GNU ``msgfmt``: it reads what msgfmt accepts."""

from __future__ import annotations

import io
import random
import re
import subprocess
import tracemalloc
from gettext import GNUTranslations
from pathlib import Path

import polib
import pytest
from trees import ROOT, Studio, catalogue, steps_of
from trees import TEXTS as STUDIO_TEXTS

from rv_i18n import Catalog, CatalogError, ErrorCode
from rv_i18n._files import read_bytes
from rv_i18n._po import decode, header_fields, read_entries, read_texts, scan
from rv_i18n.tools.po.pofile import PoFile, read_sound

HEADER = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'

# What msgfmt accepts, and the texts for readers in it.
ACCEPTED = {
    "one entry": ('msgid "A"\nmsgstr "b"', {"A": "b"}),
    "nothing": ("", {}),
    "one line": ('msgid "A" msgstr "b"', {"A": "b"}),
    "no spaces": ('msgid"A"msgstr"b""c"', {"A": "bc"}),
    "a line a token": ('msgid\n"A"\nmsgstr\n"b"\n"c"', {"A": "bc"}),
    "blank lines": ('msgid "A"\n\n\nmsgstr "b"', {"A": "b"}),
    "indented": ('\t# c\n  msgid "A"\n \f\v msgstr "b" ', {"A": "b"}),
    "a comment behind": ('msgid "A"\nmsgstr "b" # c\n#, fuzzy', {"A": "b"}),
    "a fuzzy entry": ('#, c-format,fuzzy\nmsgid "A"\nmsgstr "b"', {}),
    "an old flag": ('#! fuzzy\nmsgid "A"\nmsgstr "b"', {}),
    "no text": ('msgid "A"\nmsgstr ""\n""', {}),
    "a context": ('msgctxt "c"\nmsgid "A"\nmsgstr "b"', {}),
    "an empty context": ('msgctxt ""\nmsgid ""\nmsgstr "b"', {}),
    "a plural": ('msgid "A"\nmsgid_plural "B"\nmsgstr[0] "b"\nmsgstr [ 01 ] "c"', {}),
    "no line between a plural and the next": (
        'msgid "A"\nmsgid_plural "B"\nmsgstr[0] "b"\nmsgid "C"\nmsgstr "c"', {"C": "c"},
    ),
    "an obsolete entry": ('#~ msgid "A"\n#~ "B"\n#~ msgstr "b"', {}),
    "one that is written close": ('#~msgid "A"\n\n#~msgstr "b"\n#~', {}),
    "one that is indented": ('#~ msgid "A"\n\t#~ msgstr "b"', {}),
    "a comment inside it": ('#~ # c\n#~ msgid "A"\n#~ msgstr "b"', {}),
    "an old msgid": ('#| msgctxt "c"\n#| msgid "O"\n#| "LD"\nmsgid "A"\nmsgstr "b"', {"A": "b"}),
    "an old plural": (
        '#|msgid "O"\n#| msgid_plural "P"\nmsgid "A"\nmsgid_plural "B"\nmsgstr[0] "b"', {},
    ),
    "an old msgid of an obsolete entry": ('#~| msgid "O"\n#~ msgid "A"\n#~ msgstr "b"', {}),
    "comments of all kinds": (
        '#..200\n#.\n#\n#: a.py:1 b.py\n#=x\n#-\n#"\nmsgid "A"\nmsgstr "b"', {"A": "b"},
    ),
    "escapes": (r'msgid "A"' + "\n" + r'msgstr "\a\b\f\n\r\t\v\\\""', {"A": '\a\b\f\n\r\t\v\\"'}),
    "bytes": (r'msgid "A"' + "\n" + r'msgstr "\x41\101\345\244\261\x3042"', {"A": "AA失B"}),
    "line ends of Unicode": ('msgid "A"\nmsgstr "a\u2028b\u2029c\u0085d\x1ce"',
                             {"A": "a\u2028b\u2029c\u0085d\x1ce"}),
    "control characters": ('msgid "A"\nmsgstr "a\rb\x01\x7f\tc"', {"A": "a\rb\x01\x7f\tc"}),
}  # fmt: skip

# What msgfmt refuses: the line, and the start of the reason.
REFUSED = {
    "an open string": ('msgid "A"\nmsgstr "b', 5, "a string is not closed"),
    "an open msgid": ('msgid "A\nmsgstr "b"', 4, "a string is not closed"),
    "a stray quote": ('msgid "A"\nmsgstr "b"c"', 5, "'c' is neither a comment nor a keyword"),
    "no quotes": ("msgid A\nmsgstr B", 4, "'A' is neither"),
    "other quotes": ("msgid 'A'\nmsgstr 'B'", 4, '"msgid \'A\'" is neither'),
    "a semicolon": ('msgid "A"\nmsgstr "b";', 5, "'msgstr \"b\";' is neither"),
    "a long word": ("x" * 50, 4, "'" + "x" * 40 + "' is neither"),
    "a letter before": ('Xmsgid "A"\nmsgstr "b"', 4, "'Xmsgid' is neither"),
    "a no-break space before": ('\u00a0msgid "A"\nmsgstr "b"', 4, "'\\xa0msgid \"A\"' is neither"),
    "a no-break space behind": ('msgid "A"\nmsgstr "b"\u00a0', 5, "'msgstr \"b\"\\xa0' is neither"),
    "capitals": ('MSGID "A"\nmsgstr "b"', 4, "'MSGID' is neither"),
    "an escape that is none": ('msgid "A"\nmsgstr "\\q"', 5, "\\q is not an escape"),
    "no msgstr": ('msgid "A"\n\nmsgid "B"\nmsgstr "b"', 6, "msgid where msgstr has to follow"),
    "no msgstr at the end": ('msgid "A"', 4, "the file ends where msgstr has to follow"),
    "no string": ('msgid "A"\nmsgstr\n', 5, "the file ends where a string has to follow msgstr"),
    "no string before": ('msgid\nmsgstr "b"', 5, "msgstr where a string has to follow msgid"),
    "no msgid": ('msgstr "b"', 4, "msgstr where there is no msgid before"),
    "a string alone": ('# c\n"b"', 5, "a string without a keyword before it"),
    "two texts": ('msgid "A"\nmsgstr "b"\nmsgstr "c"', 6, "msgstr where there is no msgid before"),
    "two contexts": ('msgctxt "a"\nmsgctxt "b"', 5, "msgctxt where msgid has to follow"),
    "a context alone": ('msgctxt "a"\nmsgstr "b"', 5, "msgstr where msgid has to follow"),
    "a comment inside": ('msgid "A"\n# c\nmsgstr "b"', 5, "a comment where msgstr has to follow"),
    "a comment behind msgid": ('msgid "A" # c\nmsgstr "b"', 4, "a comment where msgstr"),
    "no plural": ('msgid "A"\nmsgstr[0] "b"', 5, "[ ] where a string has to follow"),
    "no plural form": ('msgid "A"\nmsgid_plural "B"\n', 5, "the file ends where msgstr[0]"),
    "no number": ('msgid "A"\nmsgid_plural "B"\nmsgstr "b"', 6, "msgstr without the number"),
    "a form left out": ('msgid "A"\nmsgid_plural "B"\nmsgstr[1] "b"', 6, "msgstr[1] where msgstr"),
    "a form twice": (
        'msgid "A"\nmsgid_plural "B"\nmsgstr[0] "b"\nmsgstr[0] "b"', 7, "msgstr[0] where msgstr[1]",
    ),
    "a number twice": ('msgid "A"\nmsgid_plural "B"\nmsgstr[0][0] "b"', 6, "[ ] where a string"),
    "a number of many digits": (
        'msgid "A"\nmsgid_plural "B"\nmsgstr[' + "9" * 5000 + '] "b"', 6, "'msgstr[999",
    ),
    "half obsolete": ('#~ msgid "A"\nmsgstr "b"', 5, "#~ before some lines of an entry"),
    "half obsolete strings": ('msgid "A"\nmsgstr "b"\n#~ "c"', 6, "#~ before some lines"),
    "no old msgid": ("#| nonsense\n", 4, "'nonsense' is neither"),
    "an old msgid alone": ('#| msgid "O"\n', 4, "the file ends where msgid has to follow"),
    "a comment behind it": ('#| msgid "O"\n# c\nmsgid "A"\nmsgstr ""', 5, "a comment where msgid"),
    "an old string in a new one": ('msgid "A"\n#| "O"\nmsgstr "b"', 5, "a string without"),
    "two headers": ('msgid ""\nmsgstr "x"', 4, "an empty msgid, which only the header can have"),
    "half of a conflict": ("=======", 4, "'=======' is neither"),
    "a conflict": ('<<<<<<< a\nmsgid "A"\n=======\n>>>>>>> b\n', 4, "a merge conflict, up to line"),
}  # fmt: skip


def reading(text):
    entries, faults = scan(HEADER + text)
    return entries, [(fault.line, fault.reason) for fault in faults]


@pytest.mark.parametrize("end", ["\n", "\r\n", ""])
@pytest.mark.parametrize("name", ACCEPTED)
def test_what_msgfmt_accepts_is_read(name, end):
    text, texts = ACCEPTED[name]
    data = (HEADER + text + end).replace("\n", end or "\n").encode()
    assert read_texts("a.po", data) == texts
    assert read_texts("a.po", b"\xef\xbb\xbf" + data) == texts


@pytest.mark.parametrize("name", REFUSED)
def test_what_it_refuses_is_a_fault_with_its_line(name):
    text, line, reason = REFUSED[name]
    with pytest.raises(CatalogError) as caught:
        read_texts("a.po", (HEADER + text).encode())
    assert (caught.value.path, caught.value.line) == ("a.po", line)
    assert caught.value.reason.startswith(reason)


def msgfmt(path):
    return subprocess.run(
        ["msgfmt", "-o", path.with_suffix(".mo"), path],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.mark.system
@pytest.mark.parametrize("name", [*ACCEPTED, *REFUSED])
def test_msgfmt_says_the_same(name, tmp_path):
    text = ACCEPTED[name][0] if name in ACCEPTED else REFUSED[name][0]
    path = tmp_path / "a.po"
    path.write_bytes((HEADER + text + "\n").encode())
    done = msgfmt(path)
    assert (done.returncode == 0) == (name in ACCEPTED), done.stderr
    if name in ACCEPTED:
        texts = GNUTranslations(io.BytesIO((tmp_path / "a.mo").read_bytes()))
        for symbol, expected in ACCEPTED[name][1].items():
            assert texts.gettext(symbol) == expected


@pytest.mark.parametrize(
    ("data", "line", "reason"),
    [
        (b'\nmsgid "A"\nmsgstr "\xff"\n', 3, "not UTF-8"),
        (
            '"Content-Type: text/plain; charset=GBK\\n"\nmsgid "失"'.encode(),
            1,
            "its charset is GBK",
        ),
        (
            '\n\n"Content-Type: text/plain; charset=GBK\\n"\nmsgid "失"'.encode(),
            3,
            "its charset is GBK",
        ),
        (b'msgid "A"\nmsgstr "\0"\n', 2, "a NUL character"),
        (b'msgid "A"\nmsgstr "\\0"\n', 2, "\\0 is not a character in UTF-8"),
        (b'msgid "A"\nmsgstr "\\345"\n', 2, "\\345 is not a character in UTF-8"),
        (
            b'msgid "A"\nmsgstr "' + b"\\345" * 11 + b'"\n',
            2,
            "\\345" * 10 + " is not a character in UTF-8",
        ),
        (b'domain "x"\nmsgid "A"\nmsgstr "b"\n', 1, "a line with domain"),
    ],
)
def test_a_file_that_is_not_utf_8_or_has_several_domains_is_also_refused(data, line, reason):
    with pytest.raises(CatalogError) as caught:
        read_texts("a.po", data)
    assert (caught.value.path, caught.value.line) == ("a.po", line)
    assert caught.value.reason.startswith(reason)


def test_another_charset_does_not_matter_to_ascii():
    header = HEADER.replace("UTF-8", "ISO-8859-1")
    assert read_texts("a.po", f'{header}msgid "A"\nmsgstr "b"\n'.encode()) == {"A": "b"}


def test_of_two_entries_the_first_is_shown():
    assert read_texts("a.po", b'msgid "A"\nmsgstr "1"\n\nmsgid "A"\nmsgstr "2"\n') == {"A": "1"}


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


def test_of_two_faults_the_first_is_raised():
    with pytest.raises(CatalogError) as caught:
        read_texts("a.po", b'msgid "A\n\nnonsense\n')
    assert (caught.value.line, caught.value.reason) == (1, "a string is not closed")


def test_a_conflict_is_one_fault_whatever_is_in_it():
    side = 'msgid "A"\nmsgstr "b\n\nnonsense\n'
    text = f'<<<<<<< HEAD\n{side}=======\n{side}>>>>>>> theirs\n\nmsgid "C"\nmsgstr "c"\n'
    entries, faults = reading(text)
    assert [entry.msgid for entry in entries] == ["", "C"]
    [(line, reason)] = faults
    assert line == 4
    assert reason == (
        "a merge conflict, up to line 14: keep one side or both, delete the marks, then run "
        "rv-i18n sync"
    )


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


def test_polib_reads_the_same_of_what_polib_can_read(tmp_path):
    studio = Studio(tmp_path)
    for locale in STUDIO_TEXTS:
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
    [(Path.mkdir, "not a regular file"), (lambda path: None, "No such file or directory")],
)
def test_a_path_that_is_not_a_file_is_an_error(tmp_path, make, reason):
    make(tmp_path / "a.po")
    with pytest.raises(CatalogError) as caught:
        read_bytes(str(tmp_path / "a.po"))
    assert caught.value.args == (str(tmp_path / "a.po"), reason, None)


def test_the_fields_of_a_header_are_its_lines_with_a_colon():
    body = 'msgid ""\nmsgstr "Project: a: b\\n"\n"no field\\n"\n" Language : \\n"\n'
    [header], _ = scan(body)
    assert list(header_fields(header).items()) == [("Project", "a: b"), ("Language", "")]


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
    whole = catalogue("ja", STUDIO_TEXTS["ja"]).encode() + RICH
    return [mutated(chance, whole) for _ in range(number)]


@pytest.mark.thorough
def test_look_ups_build_and_lint_agree_on_3_000_mutated_files(tmp_path, monkeypatch):
    monkeypatch.syspath_prepend(str(ROOT))
    import hatch_build

    studio = Studio(tmp_path)
    refused = 0
    for data in mutations(3000):
        studio.ja.write_bytes(data)
        # The texts that each way shows to readers, or None for a file that is refused.
        catalog = Catalog(studio.locales, domain="my_studio", codes=ErrorCode)
        by_look_ups = None if catalog.check() else read_texts("ja.po", studio.ja.read_bytes())
        try:
            mo = hatch_build.compiled(data, Path("locales/ja/LC_MESSAGES/my_studio.po"))
        except CatalogError:
            by_build = None
        else:
            texts = GNUTranslations(io.BytesIO(mo))
            by_build = {key: text for key, text in texts._catalog.items() if key}
        findings, unreadable = studio.lint(file=str(studio.ja))
        by_lint = any(
            finding.rule == "syntax" or "not UTF-8" in finding.message or "its charset"
            in finding.message for finding in findings
        )  # fmt: skip
        assert unreadable == []
        assert by_look_ups == by_build, data
        assert by_lint == (by_build is None), data
        refused += by_lint
    assert 1000 < refused < 2500


@pytest.mark.system
def test_msgfmt_agrees_on_mutated_files(tmp_path):
    path = tmp_path / "a.po"
    for data in mutations(300):
        path.write_bytes(data)
        done = msgfmt(path)
        try:
            read_texts("a.po", data)
        except CatalogError as error:
            reason = error.reason
        else:
            reason = ""
        if reason and not done.returncode:  # what only the reader refuses
            assert reason.startswith(("a NUL", "not UTF-8", "a line with domain", "its charset"))
        if done.returncode and not reason:  # what msgfmt checks besides the grammar
            assert re.search("duplicate message|do not both|format specifications", done.stderr)


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
    assert memory[1] <= 4.5 * memory[0] + 10_000


def test_the_canonical_form_of_a_file_is_that_file(tmp_path):
    studio = Studio(tmp_path)
    for path in studio.files():
        file = read_sound(str(path))
        assert file.canonical(file.entries) == path.read_text(encoding="utf-8")
        assert list(file.deviations()) == []


@pytest.mark.system
def test_msgcat_writes_the_same_canonical_form(tmp_path):
    path = tmp_path / "a.po"
    for text, _ in ACCEPTED.values():
        path.write_bytes((HEADER + text + "\n").encode())
        done = subprocess.run(["msgcat", "--force-po", path], capture_output=True, check=True)
        written = done.stdout.decode()
        file = PoFile(written)
        assert file.canonical(file.entries) == written
    assert decode("a.po", written.encode()) == written
