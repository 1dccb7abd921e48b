"""The shipped catalogues are complete and say what the rules for their language ask."""

from __future__ import annotations

import unicodedata

import polib
import pytest
from conftest import LOCALES

from rv_i18n import ErrorCode, locales, message

CHARSETS = {"en": "ascii", "ja": "cp932", "ko": "cp949", "zh_CN": "gbk", "zh_TW": "big5"}


def texts(locale):
    return {code.value: message(code, locale) for code in ErrorCode}


def test_the_catalogues_are_the_folders_of_the_tree():
    assert locales() == sorted(path.parent.parent.name for path in LOCALES.glob("*/*/*.po"))
    assert {"en", "ja", "zh_CN"} <= set(locales())


def test_zh_cn_is_the_seed_character_for_character(seed):
    assert texts("zh_CN") == {row.number: row.text for row in seed}


@pytest.mark.parametrize("locale", locales())
def test_every_code_has_a_text_of_its_own(locale, seed):
    own = texts(locale)
    assert list(own) == [row.number for row in seed]
    assert len(set(own.values())) == 58
    assert not {row.symbol for row in seed} & set(own.values())


@pytest.mark.parametrize("locale", locales())
def test_polib_reads_the_texts_that_message_gives(locale):
    po = polib.pofile(str(LOCALES / locale / "LC_MESSAGES/rv_i18n.po"))
    assert [(entry.msgid, entry.msgstr) for entry in po] == [
        (code.symbol, message(code, locale)) for code in ErrorCode
    ]


@pytest.mark.parametrize("locale", locales())
def test_a_text_is_short_and_ends_without_a_stop(locale):
    for text in texts(locale).values():
        columns = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
        assert columns <= 70
        assert text == text.strip()
        assert text[-1] not in ".。．｡!！"


@pytest.mark.parametrize("locale", locales())
def test_a_text_is_written_in_the_characters_of_its_language(locale):
    for code, text in texts(locale).items():
        expected = text.replace("戶", "户") if (locale, code) == ("zh_CN", 808) else text
        expected.encode(CHARSETS.get(locale, "utf-8"))
