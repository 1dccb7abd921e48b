"""The labels around the texts, in every language that has a catalogue."""

from __future__ import annotations

import contextlib
import io
import shutil
import subprocess
import sys

import polib
import pytest
from babel.messages.extract import extract_from_file
from trees import ROOT

from rv_i18n._engine.texts import Texts
from rv_i18n.cli import main
from rv_i18n.tools.reference import labels
from rv_i18n.tools.reference.labels import (
    ABOUT,
    ADVICE,
    DOMAIN,
    FAMILIES,
    LABELS,
    TITLE,
    translated,
)

LOCALES = ROOT / "rv_i18n/tools/reference/locales"
TEMPLATE = polib.pofile(str(LOCALES / f"{DOMAIN}.pot"))


def test_the_template_has_the_labels_of_the_source():
    source = str(ROOT / "rv_i18n/tools/reference/labels.py")
    extracted = [message for _, message, *_ in extract_from_file("python", source)]
    assert extracted == [entry.msgid for entry in TEMPLATE]
    assert extracted == [TITLE, ABOUT, ADVICE, *LABELS.values(), *FAMILIES.values()]


@pytest.mark.parametrize("locale", sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))
def test_labels_that_are_translated_are_shown_and_the_rest_is_english(locale):
    po = polib.pofile(str(LOCALES / locale / "LC_MESSAGES" / f"{DOMAIN}.po"))
    assert [entry.msgid for entry in po] == [entry.msgid for entry in TEMPLATE]
    for entry in po:
        expected = entry.msgstr if entry.translated() else entry.msgid
        assert translated(entry.msgid, locale) == expected
        for field in ("{count}", "{code}"):
            assert (field in entry.msgid) == (field in expected)


def test_the_words_are_those_that_a_reader_of_the_language_understands():
    assert translated(TITLE, "zh_HK") == translated(TITLE, "zh_TW") == "錯誤碼對照表"
    assert translated(TITLE, "tlh") == translated(TITLE, "en_GB") == "Error code reference"
    assert translated("The codes of a studio", "ja") == "The codes of a studio"


@pytest.fixture
def words(tmp_path, monkeypatch):
    """A copy of the catalogues of the page's words."""
    monkeypatch.chdir(ROOT)
    shutil.copytree(LOCALES, tmp_path / "locales")
    return tmp_path / "locales"


def run(*arguments):
    with contextlib.redirect_stdout(io.StringIO()) as output:
        status = main([*map(str, arguments)])
    return status, output.getvalue()


def test_lint_and_sync_find_nothing_to_fix_in_the_labels(words):
    assert run("lint", "--strict", words) == (0, "")
    status, changes = run("sync", words)
    assert status == 0
    assert {line.rpartition(": ")[2] for line in changes.splitlines()} == {"unchanged"}


def extract(source, template):
    """Write the template as CONTRIBUTING.md says."""
    pybabel = [sys.executable, "-m", "babel.messages.frontend"]
    command = [*pybabel, "extract", "--no-location", "-o", template, source]
    subprocess.run(command, check=True, capture_output=True)


def test_the_template_of_the_labels_is_what_extraction_and_sync_make_of_the_source(words):
    template = words / f"{DOMAIN}.pot"
    before = template.read_bytes()
    extract(ROOT / "rv_i18n/tools/reference/labels.py", template)
    assert run("sync", words)[0] == 0
    flag = b"#, python-brace-format\n"  # not written by every Babel
    assert template.read_bytes().replace(flag, b"") == before.replace(flag, b"")


def test_sync_brings_the_labels_in_line_with_their_template(words):
    source = (ROOT / "rv_i18n/tools/reference/labels.py").read_text(encoding="utf-8")
    changed = source.replace('_("Language")', '_("Shown in")').replace('_("Results")', '_("Found")')
    (words.parent / "labels.py").write_text(changed, encoding="utf-8")
    template = words / f"{DOMAIN}.pot"
    extract(words.parent / "labels.py", template)
    before = translated("Language", "ja")
    assert run("sync", words)[0] == 2  # texts would be lost
    assert run("sync", words, "--remove", "--rename", "Language=Shown in")[0] == 0
    po = polib.pofile(str(words / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"))
    assert [entry.msgid for entry in po] == [entry.msgid for entry in polib.pofile(str(template))]
    assert po.find("Shown in").msgstr == before
    assert po.find("Found").msgstr == ""
    assert run("lint", words, "--ignore", "empty") == (0, "")


def test_a_page_is_in_a_language_as_soon_as_its_words_are_translated(words, monkeypatch):
    assert main(["sync", str(words), "--start", "eo"]) == 0
    file = words / "eo" / "LC_MESSAGES" / f"{DOMAIN}.po"
    po = polib.pofile(str(file))
    po.find("Search").msgstr = "Serĉo"
    po.save()
    monkeypatch.setattr(labels, "_WORDS", Texts([str(words)], DOMAIN, default=()))
    assert (labels.translated("Search", "eo"), labels.translated("Results", "eo")) == (
        "Serĉo",
        "Results",
    )
