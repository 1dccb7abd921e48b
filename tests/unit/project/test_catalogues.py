"""The shipped catalogues follow the rules of their languages, even if they are incomplete."""

from __future__ import annotations

import unicodedata

import polib
import pytest
from trees import LOCALES

from rv_i18n import ErrorCode, locales, lookup, message

CHARSETS = {"en": "ascii", "ja": "cp932", "ko": "cp949", "zh_CN": "gbk", "zh_TW": "big5"}


def entries(locale):
    """All that readers are shown, by msgid."""
    po = polib.pofile(str(LOCALES / locale / "LC_MESSAGES/rv_i18n.po"))
    shown = {entry.msgid: entry.msgstr for entry in po if entry.translated()}
    return {key: text for key, text in shown.items() if not key.endswith(".search")}


def texts(locale):
    """The sentences, by symbolic name."""
    return {key: text for key, text in entries(locale).items() if not key.endswith(".action")}


def actions(locale):
    """What the reader can do, by symbolic name."""
    shown = entries(locale).items()
    return {key.removesuffix(".action"): text for key, text in shown if key.endswith(".action")}


def test_zh_cn_is_the_seed_character_for_character(seed):
    assert {row.symbol: row.text for row in seed}.items() <= texts("zh_CN").items()


@pytest.mark.parametrize("locale", locales())
def test_every_code_has_its_own_text(locale):
    own = texts(locale)
    assert own
    assert len(set(own.values())) == len(own)
    assert not {code.symbol for code in ErrorCode} & set(own.values())


@pytest.mark.parametrize("locale", locales())
def test_message_gives_the_texts_that_polib_reads(locale):
    own = texts(locale)
    assert {symbol: message(symbol, locale) for symbol in own} == own


@pytest.mark.parametrize("locale", locales())
@pytest.mark.parametrize(("kind", "longest"), [(texts, 70), (actions, 120)])
def test_a_text_is_short_and_ends_without_a_stop(locale, kind, longest):
    for text in kind(locale).values():
        columns = sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
        assert columns <= longest
        assert text == text.strip()
        assert text[-1] not in ".。．｡!！"


@pytest.mark.parametrize("locale", locales())
def test_an_action_is_of_a_code_and_lookup_gives_it(locale):
    own = actions(locale)
    assert (
        own.items() <= {code.symbol: str(lookup(code, locale).action) for code in ErrorCode}.items()
    )


def test_an_action_is_no_sentence_of_the_farms():
    for locale in locales():
        assert not {*actions(locale).values()} & {*texts(locale).values()}


@pytest.mark.parametrize("locale", locales())
def test_a_text_is_written_in_the_characters_of_its_language(locale):
    for symbol, text in entries(locale).items():
        own = text.replace("戶", "户") if symbol == "ACCOUNT_UNIONID_PHONE" else text
        own.encode(CHARSETS.get(locale, "utf-8"))
