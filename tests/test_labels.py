"""The words around the texts, in every language that there is a catalogue for."""

from __future__ import annotations

import polib
import pytest
from babel.messages.extract import extract_from_file
from conftest import ROOT

from rv_i18n.tools.reference.labels import DOMAIN, FAMILIES, LABELS, families, labels

LOCALES = ROOT / "rv_i18n/tools/reference/locales"
TEMPLATE = polib.pofile(str(LOCALES / f"{DOMAIN}.pot"))


def test_the_template_has_the_labels_of_the_source():
    source = str(ROOT / "rv_i18n/tools/reference/labels.py")
    extracted = [message for _, message, *_ in extract_from_file("python", source)]
    assert extracted == [entry.msgid for entry in TEMPLATE]
    assert extracted == [*LABELS.values(), *FAMILIES.values()]


@pytest.mark.parametrize("locale", sorted(path.name for path in LOCALES.iterdir() if path.is_dir()))
def test_every_label_is_translated(locale):
    po = polib.pofile(str(LOCALES / locale / "LC_MESSAGES" / f"{DOMAIN}.po"))
    assert [entry.msgid for entry in po] == [entry.msgid for entry in TEMPLATE]
    assert all(entry.translated() for entry in po)
    assert all(("{count}" in entry.msgid) == ("{count}" in entry.msgstr) for entry in po)
    shown = [*labels(locale).values(), *families(locale).values()]
    assert shown == [entry.msgstr for entry in po]


def test_a_language_whose_labels_are_not_translated_shows_english_ones(checkout):
    checkout.write("vo", {"FAIL": "La requête a échoué"})
    lines = checkout.run("table", "-l", "vo").stdout.splitlines()
    assert (lines[0], lines[2].split()) == ("Error code reference", ["Code", "Name", "Message"])
    assert lines[3].split(maxsplit=2) == ["100", "FAIL", "La requête a échoué"]
