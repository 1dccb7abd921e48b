"""The two sides of a conflict put together, without git: what becomes of each part of an entry."""

from __future__ import annotations

import pytest

from rv_i18n import CatalogError
from rv_i18n.tools.po.conflicts import ConflictError, read_merged
from rv_i18n.tools.po.dates import date_of
from rv_i18n.tools.po.pofile import PoFile
from rv_i18n.tools.po.sides import merged_header

HEADER = 'msgid ""\nmsgstr "Language: ja\\n"\n\n'
START = "<<<<<<< HEAD\n"


def read(tmp_path, ours, theirs, base=None, behind=""):
    """What is read of a file with one conflict behind its header."""
    ancestor = "" if base is None else f"||||||| parent\n{base}"
    path = tmp_path / "ja.po"
    text = f"{HEADER}{START}{ours}{ancestor}=======\n{theirs}>>>>>>> weblate\n{behind}"
    path.write_text(text, "utf-8")
    file = read_merged(str(path))
    assert (file.text, file.faults) == (text, [])
    return file


def texts(file):
    return {entry.msgid: entry.msgstr for entry in file.entries}


def entry(name, text, before=""):
    return f'{before}msgid "{name}"\nmsgstr "{text}"\n'


A, B = entry("A", "a"), entry("B", "b")


def test_what_only_one_side_has_is_kept_with_its_text(tmp_path):
    assert texts(read(tmp_path, A, B)) == {"A": "a", "B": "b"}
    assert texts(read(tmp_path, A, B, base="")) == {"A": "a", "B": "b"}
    assert texts(read(tmp_path, "", f"{A}\n{B}")) == {"A": "a", "B": "b"}
    assert texts(read(tmp_path, entry("A", "") + A, B)) == {"A": "a", "B": "b"}


def test_what_one_side_left_as_it_was_the_other_has_removed(tmp_path):
    assert texts(read(tmp_path, "", A, base=A)) == {}
    assert texts(read(tmp_path, "", A, base=entry("A", "old"))) == {"A": "a"}


def test_a_text_is_that_of_the_side_that_changed_it(tmp_path):
    old = entry("A", "old")
    assert texts(read(tmp_path, old, A, base=old)) == {"A": "a"}
    assert texts(read(tmp_path, A, old, base=old)) == {"A": "a"}
    assert texts(read(tmp_path, entry("A", ""), A)) == {"A": "a"}
    assert texts(read(tmp_path, A, entry("A", ""))) == {"A": "a"}
    assert texts(read(tmp_path, entry("A", ""), A, base=old)) == {"A": "a"}
    assert texts(read(tmp_path, entry("A", ""), old, base=old)) == {"A": ""}  # emptied on purpose


@pytest.mark.parametrize("base", [None, entry("A", "old"), ""])
def test_two_texts_stop_it_and_both_are_shown(tmp_path, base):
    with pytest.raises(ConflictError) as caught:
        read(tmp_path, A, entry("A", "other"), base)
    [place] = caught.value.places
    assert (
        str(caught.value) == place == f'{tmp_path}/ja.po:5: A is "a" (HEAD) and "other" (weblate)'
    )


def test_an_entry_that_one_side_renamed_is_the_same_one(tmp_path):
    path = tmp_path / "ja.po"
    for edited in ("OLD", "NEW"):
        new, old = (entry(name, "b" if name == edited else "a") for name in ("NEW", "OLD"))
        marks = (START, "||||||| parent\n", "=======\n", ">>>>>>> x\n")
        lines = zip(marks, (new, entry("OLD", "a"), old, ""))
        path.write_text(HEADER + "".join(map("".join, lines)), "utf-8")
        assert texts(read_merged(str(path), {"OLD": "NEW"})) == {"OLD": "b"}


def test_the_forms_of_a_plural_are_one_text(tmp_path):
    forms = 'msgid "A"\nmsgid_plural "A"\nmsgstr[0] "{}"\nmsgstr[1] "{}"\n'
    one, other, empty = forms.format("a", "b"), forms.format("a", "c"), forms.format("", "")
    with pytest.raises(ConflictError, match='A is "a", "b" .HEAD. and "a", "c" .weblate.'):
        read(tmp_path, one, other, empty)
    assert read(tmp_path, one, other, other).entries[0].msgstr_plural == ["a", "b"]
    assert read(tmp_path, empty, other).entries[0].msgstr_plural == ["a", "c"]


FUZZY = "#, fuzzy\n"


@pytest.mark.parametrize(
    ("ours", "base", "theirs", "flags"),
    [
        # Main changed the source text while somebody wrote: what was written has to be reviewed.
        (entry("A", "old", FUZZY), entry("A", "old"), A, ["fuzzy"]),
        # Somebody reviewed the text, and meanwhile nothing else happened to it.
        (entry("A", "old", FUZZY), entry("A", "old", FUZZY), A, []),
        (entry("A", "old"), entry("A", "old", FUZZY), entry("A", "a", FUZZY), ["fuzzy"]),
        (A, entry("A", "a", FUZZY), entry("A", "a", FUZZY), []),
        (A, None, entry("A", "a", FUZZY), ["fuzzy"]),
        (entry("A", "a", "#, x\n"), entry("A", "old"), entry("A", "old", "#, y\n"), ["x", "y"]),
    ],
)
def test_a_text_that_is_to_be_reviewed_stays_so(tmp_path, ours, base, theirs, flags):
    file = read(tmp_path, ours, theirs, base)
    assert [(each.msgstr, each.flags) for each in file.entries] == [("a", flags)]


def test_the_notes_of_both_are_kept(tmp_path):
    file = read(tmp_path, entry("A", "a", "# one\n"), entry("A", "a", "# two\n#: x.py:1\n"))
    assert file.entries[0].notes == ["one", "two"]
    assert file.entries[0].references == ["x.py:1"]
    file = read(tmp_path, entry("A", "a", "# one\n"), A, entry("A", "a", "# one\n"))
    assert file.entries[0].notes == []


def test_an_entry_that_was_moved_and_edited_is_one(tmp_path):
    """git puts the moved entry among the lines that both sides share."""
    edited = entry("A", "edited")
    assert texts(read(tmp_path, "", edited, A, behind=f"\n{A}")) == {"A": "edited"}
    with pytest.raises(CatalogError, match=r"ja.po:8: A has a different text from A, line 5"):
        read(tmp_path, f"{A}\n{edited}", B)


def test_an_obsolete_entry_is_none_that_is_there(tmp_path):
    old = '#~ msgid "A"\n#~ msgstr "a"\n'
    file = read(tmp_path, old, entry("A", "b"), A)
    assert texts(file) == {"A": "b"}
    assert [each.msgstr for each in file.obsolete] == ["a"]


def test_a_long_text_keeps_its_lines(tmp_path):
    long = 'msgid "A"\nmsgstr ""\n"' + "x" * 60 + ' "\n"' + "y" * 60 + '"\n'
    file = read(tmp_path, long, B)
    assert long in file.canonical(file.entries)


def test_a_file_with_the_line_ends_of_windows_is_read_alike(tmp_path):
    path = tmp_path / "ja.po"
    text = f"{HEADER}{START}{A}=======\n{B}>>>>>>> x\n".replace("\n", "\r\n")
    path.write_bytes(text.encode())
    assert texts(read_merged(str(path))) == {"A": "a", "B": "b"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (f"{START}{A}", r"ja.po:7: a merge conflict that does not end"),
        (f"{START}{A}>>>>>>> x\n", r"ja.po:7: >>>>>>> x where no such mark of a conflict can be"),
        (f"{START}{A}{START}", r"ja.po:7: <<<<<<< HEAD where no such mark"),
        (f'{START}{A}=======\nmsgid "B\n>>>>>>> x\n', r"ja.po:8: a string is not closed, in x of"),
    ],
)
def test_marks_and_sides_that_are_not_complete_are_named(tmp_path, text, reason):
    path = tmp_path / "ja.po"
    path.write_text(HEADER + text, "utf-8")
    with pytest.raises(CatalogError, match=reason):
        read_merged(str(path))


def test_an_ancestor_with_a_fault_says_nothing(tmp_path):
    """Where both sides added the same line, zdiff3 moves it out of the ancestor's part."""
    with pytest.raises(ConflictError):
        read(tmp_path, A, entry("A", "b"), base='msgid "A"\n')


def header(**fields):
    notes = "".join(f"# {note}\n" for note in fields.pop("notes", ()))
    lines = "".join(f'"{name.replace("_", "-")}: {value}\\n"\n' for name, value in fields.items())
    return PoFile(f'{notes}msgid ""\nmsgstr ""\n{lines}').header


def test_the_later_side_of_a_header_has_the_last_word():
    old = header(PO_Revision_Date="2026-01-01 10:00+0000", Last_Translator="A", Language="ja")
    ours = header(PO_Revision_Date="2026-01-02 09:00+0900", Last_Translator="B", Language="ja")
    theirs = header(PO_Revision_Date="2026-01-02 01:00+0000", Last_Translator="C", Language="jp")
    assert merged_header(ours, old, theirs) == theirs.text
    assert merged_header(theirs, old, ours) == theirs.text
    more = header(PO_Revision_Date="2026-01-01 10:00+0000", Language="ja_JP", X_More="x")
    merged = PoFile(merged_header(theirs, old, more)).header
    assert merged.fields == {**theirs.fields, "X-More": "x"}


def test_what_only_one_header_has_is_kept_and_what_one_removed_is_gone():
    old, without = header(Language="ja", X_Generator="Poedit 3"), header(Language="ja")
    nothing = PoFile("").header
    assert merged_header(old, old, without) == merged_header(without, old, old) == without.text
    assert merged_header(old, nothing, nothing) == merged_header(nothing, nothing, old) == old.text
    assert merged_header(nothing, nothing, nothing) == ""
    one, other = header(Language="ja", notes=["one"]), header(Language="ja", notes=["other"])
    assert merged_header(one, without, other).startswith("# other\n# one\nmsgid")


@pytest.mark.parametrize(
    "value", ["2027-01-31T23:59:00Z", "2027-01-31 23:59:00.123+0000", "2027-02-01 00:59 +01:00"]
)
def test_dates_are_read_in_the_forms_that_platforms_write(value):
    assert date_of(value) == date_of("2027-01-31 23:59+0000")


@pytest.mark.parametrize("value", ["", "YEAR-MO-DA HO:MI+ZONE", "2027-13-01 00:00", "today"])
def test_what_is_no_date_is_none(value):
    assert date_of(value) is None
