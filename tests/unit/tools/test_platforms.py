"""The files of translators' platforms: what ``lint`` says of each, and ``sync`` makes of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from trees import ROOT, edit

from rv_i18n.cli import main
from rv_i18n.tools.po.pofile import PoFile

PLATFORMS = sorted((ROOT / "tests/data/platforms").glob("*.po"), key=lambda path: path.stem)

# What lint says of an export before the first sync; the header is right as it is.
FOUND = {
    "crowdin": {"canonical"},
    "launchpad": {"canonical"},
    "poeditor": {"canonical", "comments"},
    "pybabel": {"canonical"},
    "transifex": {"canonical", "header"},
}


@pytest.fixture(params=PLATFORMS, ids=lambda path: path.stem)
def export(request, studio, monkeypatch) -> Path:
    """A project into which an export of a platform was put."""
    monkeypatch.chdir(studio.root)
    studio.po("de").parent.mkdir(parents=True)
    studio.po("de").write_bytes(request.param.read_bytes())
    return request.param


def test_an_export_that_gettext_can_use_has_no_error_that_sync_does_not_mend(export, studio):
    findings, unreadable = studio.lint()
    assert unreadable == []
    assert {each.rule for each in findings if each.severity == "error"} == FOUND.get(
        export.stem, set()
    )
    warnings = {(each.symbol, each.rule) for each in findings if each.severity == "warning"}
    left_out = export.stem in ("lokalise", "poeditor")
    assert warnings == {("APIError", "missing" if left_out else "empty")}


def test_after_one_run_of_sync_nothing_and_nobody_changes_it(export, studio):
    assert main(["sync"]) == 0
    assert studio.found() == {("de", "APIError", "empty")}
    once = studio.po("de").read_bytes()
    # What the hooks of pre-commit call trailing whitespace, and the end of a file.
    assert re.search(rb"[ \t\r]$", once, re.MULTILINE) is None
    assert once.endswith(b'msgstr ""\n')
    assert main(["sync"]) == 0
    assert studio.po("de").read_bytes() == once
    before = PoFile(export.read_text(encoding="utf-8"))
    after = PoFile(once.decode())
    assert [entry.msgstr for entry in after.entries if entry.msgstr] == [
        entry.msgstr for entry in before.entries if entry.msgstr
    ]


def test_sync_writes_what_it_knows_where_it_is_missing_and_leaves_the_rest(export, studio):
    before = PoFile(export.read_text(encoding="utf-8")).header
    assert main(["sync"]) == 0
    after = PoFile(studio.po("de").read_text(encoding="utf-8")).header
    known = {
        "Report-Msgid-Bugs-To": "https://studio.example/bugs",
        "Language-Team": "German <LL@li.org>",
        "Language": "de",
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
        "Plural-Forms": "nplurals=2; plural=(n != 1);",
    }
    for name, value in known.items():
        assert after.fields[name] == (before.fields.get(name) or value)
    assert {**known, **after.fields} == after.fields
    assert {name: after.fields[name] for name in before.fields if before.fields[name]} == {
        name: value for name, value in before.fields.items() if value
    }
    assert after.flags == []
    if before.fields.keys() >= known.keys() and all(before.fields[name] for name in known):
        lines = [line.rstrip() for line in before.text.split("\n") if line != "#, fuzzy"]
        assert after.text == "\n".join(lines)


def test_a_field_stands_where_gettext_writes_it(studio, monkeypatch):
    monkeypatch.chdir(studio.root)
    edit(studio.ja, '"Language-Team: ja <LL@li.org>\\n"\n', "")
    edit(studio.ja, "nplurals=1; plural=0;", "nplurals=INTEGER; plural=EXPRESSION;")
    edit(studio.ja, '"Content-Transfer-Encoding: 8bit\\n"\n"Generated-By: Babel 2.18.0\\n"\n', "")
    assert main(["sync"]) == 0
    names = list(PoFile(studio.ja.read_text(encoding="utf-8")).header.fields)
    assert names == [
        "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
        "Last-Translator", "Language-Team", "Language", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding", "Plural-Forms",
    ]  # fmt: skip
    assert studio.found() == set()


def test_an_address_that_a_project_has_not_is_not_written(studio, monkeypatch):
    monkeypatch.chdir(studio.root)
    edit(studio.pyproject, 'bugs = "https://studio.example/bugs"\n', "")
    edit(studio.ja, "Report-Msgid-Bugs-To: https://studio.example/bugs", "Report-Msgid-Bugs-To: ")
    before = studio.ja.read_bytes()
    assert main(["sync"]) == 0
    assert studio.ja.read_bytes() == before
