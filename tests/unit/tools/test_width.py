"""The columns of a text: as many as for GNU msgcat 1.0, recorded in tests/data/widths.json."""

from __future__ import annotations

import json
import unicodedata

import pytest
from trees import ROOT

from rv_i18n.tools.width import columns

RECORDED = json.loads((ROOT / "tests/data/widths.json").read_text(encoding="utf-8"))


@pytest.mark.parametrize(("text", "width"), RECORDED["columns"].items())
def test_a_text_takes_the_columns_that_msgcat_gives_it(text, width):
    assert columns(text) == width


@pytest.mark.parametrize(
    ("text", "width"),
    [("", 0), ("abc", 3), ("异常码 QQ", 9), ("ｱ", 1), ("Ａ", 2), ("é", 1), ("e\u0301", 1)],
)
def test_an_east_asian_character_takes_two_columns_and_a_mark_none(text, width):
    assert columns(text) == width


def test_hangul_in_parts_takes_no_more_columns_than_in_whole_syllables():
    text = "인증번호가 올바르지 않습니다"
    assert columns(unicodedata.normalize("NFD", text)) == columns(text)
