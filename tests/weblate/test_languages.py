"""New languages, from the first click to the reader's page."""

from __future__ import annotations

import json
from pathlib import Path
from typing import NamedTuple

import polib
import pytest
from component import BRANCH, Component, Weblate, make_beside, make_codes
from repository import git


class Language(NamedTuple):
    """A language as its translator knows it."""

    tag: str
    direction: str
    reader: str
    text: str
    title: str


LANGUAGES = {
    "et": Language("et", "ltr", "et-FI", "Koodi {} tekst", "Veakoodide loend"),
    "ar": Language("ar", "rtl", "ar-EG", "نص الرمز {}", "مرجع رموز الأخطاء"),
    "nl_BE": Language("nl-BE", "ltr", "nl-BE", "Tekst van code {}", "Foutcodes"),
    "sr_Latn": Language("sr-Latn", "ltr", "sr-Latn-RS", "Tekst koda {}", "Pregled kodova grešaka"),
}


class Started(NamedTuple):
    """Both components, with new languages that are half translated."""

    codes: Component
    words: Component
    commits: list[str]


@pytest.fixture(scope="module")
def started(weblate: Weblate, tmp_path_factory: pytest.TempPathFactory) -> Started:
    """Four languages are started, each has a first text, then half of them and one on the page."""
    codes = make_codes(weblate, tmp_path_factory.mktemp("languages"))
    words = make_beside(codes, "The words of the page")
    # Weblate lets a translator start the languages that it counts among the usual ones.
    who = dict.fromkeys(LANGUAGES, weblate.translator)
    who |= dict.fromkeys(["nl_BE", "sr_Latn"], weblate.maintainer)
    for locale in LANGUAGES:
        codes.add_language(locale, who[locale])
    for locale, language in LANGUAGES.items():
        codes.translate(locale, "FORBIDDEN", language.text.format(403))
    codes.operate("commit")
    for locale, language in LANGUAGES.items():
        translate_half(codes, locale, language.text)
        words.add_language(locale, who[locale])
        words.translate(locale, "Error code reference", language.title)
    codes.fetch()
    commits = git(codes.clone, "rev-list", "--reverse", f"main..{BRANCH}").split()
    git(codes.clone, "merge", "--quiet", "--no-edit", BRANCH)
    return Started(codes, words, commits)


def translate_half(codes: Component, locale: str, text: str) -> None:
    """Download a catalogue, translate every second text in it, and upload it, as Weblate offers."""
    url = codes.translations()[locale]["file_url"]
    path = codes.clone.parent / f"{locale}.po"
    path.write_bytes(codes.weblate.translator.get(url).content)
    file = polib.pofile(str(path))
    for entry in file[::2]:
        entry.msgstr = text.format(entry.comment.split("\n")[0])
    file.save()
    with path.open("rb") as upload:
        answer = codes.weblate.translator.post(
            url, data={"method": "translate"}, files={"file": upload}
        )
    assert answer.json()["accepted"] >= len(file) // 2 - 1


def catalogue(clone: Path, locale: str) -> polib.POFile:
    return polib.pofile(str(clone / "locales" / locale / "LC_MESSAGES" / "rv_i18n.po"))


def sentences(clone: Path, locale: str) -> dict[str, str]:
    """The text of each code, without what the reader can do and the words for search."""
    return {
        entry.msgid: entry.msgstr
        for entry in catalogue(clone, locale)
        if not entry.msgid.endswith((".action", ".search"))
    }


def test_each_commit_that_starts_or_translates_a_language_passes_the_checks(
    started: Started,
) -> None:
    codes = started.codes
    subjects = {}
    for revision in started.commits:
        git(codes.clone, "checkout", "--quiet", revision)
        subjects[git(codes.clone, "log", "-1", "--format=%s").strip()] = codes.findings()
    git(codes.clone, "checkout", "--quiet", "main")
    assert len(started.commits) >= 4 * len(LANGUAGES)
    assert {subject: found for subject, found in subjects.items() if found} == {}


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_started_language_has_every_code_as_the_template_describes_it(
    started: Started, locale: str
) -> None:
    template = polib.pofile(str(started.codes.clone / "locales" / "rv_i18n.pot"))
    assert [(entry.msgid, entry.comment) for entry in catalogue(started.codes.clone, locale)] == [
        (entry.msgid, entry.comment) for entry in template
    ]


@pytest.mark.parametrize("locale", LANGUAGES)
def test_sync_has_nothing_to_do_for_a_started_language(started: Started, locale: str) -> None:
    done = started.codes.run("sync")
    assert done.returncode == 0, done.stderr
    assert git(started.codes.clone, "status", "--porcelain", "--", f"locales/{locale}") == ""


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_reader_is_shown_the_new_texts_and_english_for_the_others(
    started: Started, locale: str
) -> None:
    language = LANGUAGES[locale]
    english = sentences(started.codes.clone, "en")
    expected = {
        symbol: text or english[symbol]
        for symbol, text in sentences(started.codes.clone, locale).items()
    }
    assert set(expected.values()) & set(english.values())
    assert expected["FORBIDDEN"] == language.text.format(403)

    done = started.codes.run("message", *expected, "--locale", language.reader)
    assert done.stdout.splitlines() == list(expected.values()), done.stderr


@pytest.mark.parametrize("locale", LANGUAGES)
def test_a_new_language_is_a_column_of_the_table(started: Started, locale: str) -> None:
    rows = json.loads(started.codes.run("table", "--format", "json").stdout)
    texts = {row["symbol"]: row["messages"].get(locale) for row in rows}
    translated = {
        symbol: text for symbol, text in sentences(started.codes.clone, locale).items() if text
    }
    assert {symbol: texts[symbol] for symbol in translated} == translated


@pytest.mark.parametrize("locale", LANGUAGES)
def test_the_page_uses_the_new_language_where_its_words_are_translated(
    started: Started, locale: str
) -> None:
    language = LANGUAGES[locale]
    page = started.codes.run("table", "--format", "html", "--locale", locale).stdout
    assert f'<html lang="{language.tag}" dir="{language.direction}">' in page
    assert f"<title>{language.title}</title>" in page
    assert language.text.format(403) in page
    assert "Search" in page  # of the page's words, one that nobody has translated
