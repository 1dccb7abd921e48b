"""What ``lint`` finds wrong with the header of a catalogue."""

from __future__ import annotations

import pytest
from trees import edit

NO_PLURAL_FORMS = [
    "nplurals=1; plural=1;",
    "nplurals=1; plural=0X;",
    "nplurals=1; plural=n/0;",
    "nplurals=1; plural=os.system;",
    "nplurals=100; plural=0;",
    "nforms=1; plural=0;",
    "nplurals=one; plural=0;",
    "one",
]
NO_DATES = [
    "2026-11-23 12", "2026-00-23 12:00+0000", "2026-13-23 12:00+0000", "2026-11-00 12:00+0000",
    "2026-11-32 12:00+0000", "2026-11-23 24:00+0000", "2026-11-23 12:60+0000", "23.11.2026 12:00",
    "20XX-11-23 12:00+0000",
]  # fmt: skip
KIND = "text/plain; charset=utf-8"
FORMS = "nplurals=1; plural=0;"
UNREADABLE = f"which gettext cannot use; CLDR has {FORMS}"
# A text of a header, its replacement, and what lint says about that.
BAD_HEADERS = [
    *(
        ("ge: ja", f"ge: {tag}", f"11: Language is {tag}, not that of the directory ja [language]")
        for tag in ("ko", "ja_Latn", "!")
    ),
    *(
        (FORMS, forms, f"13: Plural-Forms is {forms}, {UNREADABLE} [plural-forms]")
        for forms in NO_PLURAL_FORMS
    ),
    *(
        (KIND, kind, f"15: Content-Type is {kind}, not text/plain; charset=UTF-8 [charset]")
        for kind in ("text/html", "text/html; charset=utf-8", "text/plain", f"{KIND}; {KIND}")
    ),
    (
        f'"Content-Type: {KIND}\\n"\n',
        "",
        "4: Content-Type is missing, not text/plain; charset=UTF-8 [charset]",
    ),
    ("=utf-8", "=GBK", "15: its charset is GBK, but only UTF-8 is read [charset]"),
    *(
        (
            f"{field}: 2026-11-23 12:00+0000",
            f"{field}: {date}",
            f"{line}: {field} is {date}, not a date such as 2027-01-31 23:59+0000 [header]",
        )
        for date in NO_DATES
        for field, line in (("POT-Creation-Date", 8), ("PO-Revision-Date", 9))
    ),
    ("g: 8bit", "g: 7bit", "16: Content-Transfer-Encoding is 7bit, not 8bit [header]"),
    ("Version: 1.0", "Version: 1.1", "14: MIME-Version is 1.1, not 1.0 [header]"),
    ("#\nmsgid", "#\n#, fuzzy\nmsgid", "5: the header is marked fuzzy [header]"),
]


@pytest.mark.parametrize(("old", "new", "said"), BAD_HEADERS)
def test_a_wrong_header_field_is_found_on_its_line(studio, old, new, said):
    edit(studio.ja, old, new)
    assert studio.said() == [said.replace(": ", ": ja: (header): ", 1)]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: 2026-01-01 00:00-1200"),
        ("PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: 2026-12-31 23:59+0000"),
        ("charset=utf-8", "charset=UTF-8"),
        ("charset=utf-8", "charset=utf8"),
        ("Encoding: 8bit", "Encoding: 8BIT"),
        ("nplurals=1; plural=0;", "nplurals = 1 ;plural = 0 ; "),
        ("nplurals=1; plural=0;", "nplurals=10; plural=0;"),
    ],
)
def test_a_header_field_may_be_written_in_any_way_that_means_the_right_one(studio, old, new):
    edit(studio.ja, old, new)
    assert studio.found() == set()


def test_a_date_may_be_absent_or_still_to_come(studio):
    edit(studio.ja, '"POT-Creation-Date: 2026-11-23 12:00+0000\\n"\n', "")
    edit(studio.ja, "PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: "
         "YEAR-MO-DA HO:MI+ZONE")  # fmt: skip
    assert studio.found() == set()


def test_gettext_needs_no_field_but_the_charset(studio):
    text = studio.ja.read_text(encoding="utf-8")
    start, end = text.index('"Project-Id-Version'), text.index("#. 100")
    field = '"Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    studio.ja.write_text(text[:start] + field + text[end:], encoding="utf-8")
    assert studio.found() == set()


def test_a_missing_header_is_one_finding_and_the_rest_is_still_looked_at(studio):
    text = studio.ja.read_text(encoding="utf-8")
    studio.ja.write_bytes(text[text.index("#. 100") :].encode())
    said = ["1: ja: (header): there is no header, the entry with an empty msgid [header]"]
    assert studio.said() == said
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\n#~ msgid "OLD"\n#~ msgstr ""\n')
    said.append("36: ja: OLD: is obsolete, so readers do not see it [obsolete]")
    assert studio.said() == said


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('"Language: ja\\n"', '"Language: ja\\n', 11),
        ('"Language: ja\\n"', "<<<<<<< HEAD\n=======\n>>>>>>> theirs", 11),
    ],
)
def test_a_header_with_a_bad_line_is_not_called_incomplete(studio, old, new, line):
    edit(studio.ja, old, new)
    [finding] = studio.lint()[0]
    assert (finding.line, finding.rule) == (line, "syntax")


@pytest.mark.parametrize("forms", ["(" * 90_000, "1" * 5000])
def test_a_long_field_is_quoted_in_part(studio, forms):
    edit(studio.ja, FORMS, f"nplurals={forms}; plural=0;")
    [line] = studio.said()
    assert line.startswith(f"13: ja: (header): Plural-Forms is nplurals={forms[:90]}")
    assert line.endswith(f"{UNREADABLE} [plural-forms]")
    assert len(line) < 350
