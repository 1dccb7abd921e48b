"""The words around the texts, in every language that there is a catalogue for."""

from __future__ import annotations

import polib
import pytest
from babel.messages.extract import extract_from_file
from conftest import ROOT

from rv_i18n.tools.reference.labels import ABOUT, DOMAIN, FAMILIES, LABELS, TITLE, translated

LOCALES = ROOT / "rv_i18n/tools/reference/locales"
TEMPLATE = polib.pofile(str(LOCALES / f"{DOMAIN}.pot"))


def test_the_template_has_the_labels_of_the_source():
    source = str(ROOT / "rv_i18n/tools/reference/labels.py")
    extracted = [message for _, message, *_ in extract_from_file("python", source)]
    assert extracted == [entry.msgid for entry in TEMPLATE]
    assert extracted == [TITLE, ABOUT, *LABELS.values(), *FAMILIES.values()]


@pytest.mark.parametrize("locale", sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))
def test_what_is_translated_is_shown_and_the_rest_is_english(locale):
    po = polib.pofile(str(LOCALES / locale / "LC_MESSAGES" / f"{DOMAIN}.po"))
    assert [entry.msgid for entry in po] == [entry.msgid for entry in TEMPLATE]
    for entry in po:
        expected = entry.msgstr if entry.translated() else entry.msgid
        assert translated(entry.msgid, locale) == expected
        assert ("{count}" in entry.msgid) == ("{count}" in expected)


def test_the_words_are_those_that_a_reader_of_the_language_understands():
    assert translated(TITLE, "zh_HK") == translated(TITLE, "zh_TW") == "錯誤碼對照表"
    assert translated(TITLE, "tlh") == translated(TITLE, "en_GB") == "Error code reference"
    assert translated("The codes of a studio", "ja") == "The codes of a studio"
