"""``sync --start`` begins a language: the one door for it."""

from __future__ import annotations

import polib
import pytest
from trees import COMMENTS, write

from rv_i18n.cli import main


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


def test_a_started_language_has_every_entry_and_all_of_the_header_that_is_known(studio, capsys):
    before = studio.files()
    assert main(["sync", "--start", "fr"]) == 0
    path = "locales/fr/LC_MESSAGES/my_studio.po"
    assert f"{path}: added {', '.join(COMMENTS)}\n" in capsys.readouterr().out
    assert (
        studio.po("fr")
        .read_text(encoding="utf-8")
        .startswith(
            "# French texts for the error codes of my-studio.\n"
            "# This file is distributed under the same license as my-studio.\n#\n"
            'msgid ""\nmsgstr ""\n'
            '"Project-Id-Version: my-studio 1\\n"\n'
            '"Report-Msgid-Bugs-To: https://studio.example/bugs\\n"\n'
            '"POT-Creation-Date: 2026-11-23 12:00+0000\\n"\n'
            '"PO-Revision-Date: YEAR-MO-DA HO:MI+ZONE\\n"\n'
            '"Last-Translator: FULL NAME <EMAIL@ADDRESS>\\n"\n'
            '"Language: fr\\n"\n'
            '"Language-Team: French <LL@li.org>\\n"\n'
            '"Plural-Forms: nplurals='
        )
    )
    entries = polib.pofile(str(studio.po("fr")))
    assert [(entry.msgid, entry.msgstr) for entry in entries] == [(name, "") for name in COMMENTS]
    assert studio.found() == {("fr", name, "empty") for name in COMMENTS}
    files = studio.files()
    del files[studio.po("fr")]
    assert files == before
    assert main(["sync"]) == 0


@pytest.mark.parametrize(
    ("asked", "name"),
    [("pt-br", "pt_BR"), ("sr_Latn", "sr_Latn"), ("zh-hant-hk", "zh_Hant_HK"), ("tlh", "tlh")],
)
def test_the_directory_has_the_name_that_gettext_looks_for(studio, asked, name):
    assert main(["sync", "--start", asked]) == 0
    assert studio.po(name).is_file()
    assert {rule for _, _, rule in studio.found()} == {"empty"}


def test_several_are_started_at_once(studio):
    assert main(["sync", "--start", "de", "--start", "fr"]) == 0
    assert studio.po("de").is_file()
    assert studio.po("fr").is_file()


@pytest.mark.parametrize(
    ("locale", "said"),
    [
        ("template", "--start 'template': this is not a language"),
        ("../fr", "--start '../fr': this is not a language"),
        ("", "--start '': this is not a language"),
        ("zh-CN", "--start zh_CN: there is a catalogue zh_CN"),
        ("JA", "--start ja: there is a catalogue ja"),
    ],
)
def test_what_cannot_be_started_is_said_and_nothing_changes(studio, capsys, locale, said):
    before = studio.files()
    assert main(["sync", "--start", "fr", "--start", locale]) == 2
    assert capsys.readouterr().err == f"rv-i18n: locales: {said}\n"
    assert studio.files() == before
    assert not studio.po("fr").parent.exists()


def test_a_new_project_starts_with_its_source_and_another_language(tmp_path, monkeypatch, capsys):
    (tmp_path / "errors.py").write_text("import enum\nclass E(enum.Enum):\n    FAILED = 5\n")
    (tmp_path / "pyproject.toml").write_text(
        '[tool.rv-i18n]\ncodes = ["errors.py"]\ndomain = "own"\n'
    )
    (tmp_path / "locales").mkdir()
    monkeypatch.chdir(tmp_path)
    assert main(["sync", "--start", "ja"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 3
    assert main(["stats"]) == 0


def test_a_language_of_another_domain_starts_from_its_template(studio, capsys):
    directory = studio.root / "other"
    write(directory, "ja", domain="words", Search="").rename(directory / "words.pot")
    assert main(["sync", "other", "--start", "eo"]) == 0
    assert "other/eo/LC_MESSAGES/words.po: added Search\n" in capsys.readouterr().out
    text = (directory / "eo/LC_MESSAGES/words.po").read_text(encoding="utf-8")
    assert text.startswith("# Esperanto texts for the domain words.\n")
    assert main(["lint", "other"]) == 0
