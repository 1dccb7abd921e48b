"""``Message.format``: fields, the values that Babel writes, braces, and text from right to left.

What Babel writes was recorded with 2.19.0, and is the same in 2.14. Where no Babel is, values are
written as Python writes them.
"""

from __future__ import annotations

import subprocess
import sys
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal
from fractions import Fraction

import pytest
from trees import ROOT, Colour, catalog_for, plurals, write

from rv_i18n import Message
from rv_i18n._engine.fields import field_of, fill

DAY = datetime(2026, 11, 24, 15, 30, 5)
FSI, PDI = "\u2068", "\u2069"


def message(text, language="en"):
    return Message(text, Colour.RED, "RED", language.replace("-", "_"), language)


WRITTEN = [
    ("en", "number", 1234567.891, "1,234,567.891"),
    ("de", "number", 1234567.891, "1.234.567,891"),
    ("en-IN", "number", 1234567, "12,34,567"),
    ("pl", "number", 1234567, "1\u00a0234\u00a0567"),
    ("ru", "number", 1234.5, "1\u00a0234,5"),
    ("ja", "number", 1234567, "1,234,567"),
    ("hi", "number", 1234567, "12,34,567"),
    ("fr", "number", Decimal("0.5"), "0,5"),
    ("zh-CN", "number", 10**23, "100,000,000,000,000,000,000,000"),
    ("en", "percent", 0.256, "26%"),
    ("de", "percent", 0.256, "26\u00a0%"),
    ("de", "date", DAY, "24.11.2026"),
    ("de", "date", DAY.date(), "24.11.2026"),
    ("ja", "date", DAY, "2026/11/24"),
    ("pl", "date", DAY, "24 lis 2026"),
    ("ja", "time", DAY, "15:30:05"),
    ("de", "time", DAY.time(), "15:30:05"),
    ("ja", "datetime", DAY, "2026/11/24 15:30:05"),
    ("ru", "datetime", DAY, "24 нояб. 2026\u202fг., 15:30:05"),
    # A part of the tag that Babel does not know is left out.
    ("de-XK", "date", DAY, "24.11.2026"),
    ("ca-valencia", "number", 1234567, "1.234.567"),
    # The script is not, though Babel by itself falls back to the language's usual one.
    ("pa-Arab-IN", "date", DAY, "\u206824 نومبر 2026\u2069"),
    ("uz-Cyrl-KZ", "date", DAY, "24 ноя, 2026"),
    ("zh-Hant-SG", "time", DAY, "下午3:30:05"),
    ("zh-US", "time", DAY, "下午3:30:05"),
]


@pytest.mark.parametrize(("language", "kind", "value", "text"), WRITTEN)
def test_babel_writes_a_value_in_the_language_of_the_text(language, kind, value, text):
    assert message(f"<{{x:{kind}}}>", language).format(x=value) == f"<{text}>"


ZONE = timezone(timedelta(hours=8))

PLAIN = [
    ("number", "1,234", "1,234"),
    ("number", "12", "12"),
    ("number", None, "None"),
    ("number", float("nan"), "nan"),
    ("number", float("inf"), "inf"),
    ("number", 10**24, "1" + "0" * 24),
    ("percent", Fraction(1, 3), "33%"),
    ("number", Decimal("1E+999999999"), "1E+999999999"),
    ("number", Decimal("1E-999999999"), "1E-999999999"),
    ("number", 1j, "1j"),
    ("number", [1], "[1]"),
    ("percent", "half", "half"),
    ("percent", None, "None"),
    ("date", None, "None"),
    ("date", 0, "0"),
    ("date", "tomorrow", "tomorrow"),
    ("date", time(1, 2), "01:02:00"),
    ("time", date(2026, 1, 2), "2026-01-02"),
    ("datetime", date(2026, 1, 2), "2026-01-02"),
]


@pytest.mark.parametrize(("kind", "value", "text"), PLAIN)
def test_a_value_of_another_type_is_its_str(kind, value, text):
    assert message(f"<{{x:{kind}}}>", "de").format(x=value) == f"<{text}>"


@pytest.mark.parametrize("language", ["tlh", "xx-Latn"])
def test_in_a_language_that_babel_does_not_know_a_value_is_its_str(language):
    made = message("{x:number} {y:percent} {z:date}", language)
    assert made.format(x=12345.5, y=0.256, z=DAY) == "12345.5 26% 2026-11-24 15:30:05"


def test_without_babel_values_are_as_python_writes_them(monkeypatch):
    monkeypatch.setitem(sys.modules, "babel", None)
    made = message("{n} {x:number} {y:percent} {z:percent} {d:date} {d:time} {d:datetime}", "de")
    assert made.format(n=1234, x=1234.5, y=0.256, z=Decimal("0.5"), d=DAY.date()) == (
        "1234 1234.5 26% 50% 2026-11-24 2026-11-24 2026-11-24"
    )


def test_a_time_is_shown_in_its_own_zone():
    for value in (DAY, DAY.replace(tzinfo=ZONE)):
        assert message("{x:time}", "de").format(x=value) == "15:30:05"


@pytest.mark.parametrize("language", ["en", "de", "hi", "ar"])
def test_a_plain_field_is_never_grouped(language):
    text = message("{port}", language).format(port=12345678)
    assert text.strip(FSI + PDI) == "12345678"


@pytest.mark.parametrize("language", ["ar", "fa", "he", "ur", "ks", "ku-Arab", "az-Arab"])
def test_values_are_isolated_in_a_text_from_right_to_left(language):
    made = message("{{{file}}} {count:number} {gone}", language)
    text = made.format(file="scene.ma", count=5)
    assert text.startswith(f"{{{FSI}scene.ma{PDI}}} {FSI}")
    assert text.endswith(f"{PDI} {{gone}}")


@pytest.mark.parametrize("language", ["en", "ku", "ks-Deva", "zh-TW", "und"])
def test_values_are_not_isolated_in_other_texts(language):
    assert message("{file}", language).format(file="scene.ma") == "scene.ma"


def test_a_form_of_another_language_has_values_of_that_language(tmp_path):
    rule = "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : 5;"
    write(tmp_path, "ar", plurals(rule, RED=["", "{count}!", "", "", "", "{count}"]))
    write(tmp_path, "de", plurals("nplurals=2; plural=n != 1;", RED=["1", "{count:number} Bilder"]))
    found = catalog_for(tmp_path, codes=Colour, default="de").lookup(1, "ar")
    assert found.format(count=1) == f"{FSI}1{PDI}!"
    assert found.format(count=2003) == "2.003 Bilder"


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("{{x}}", "{x}"),
        ("{{{x}}}", "{5}"),
        ("{{}} }} {{", "{} } {"),
        ("{x}}", "5}"),
        ("{ {x} }", "{ 5 }"),
        ("no field }", "no field }"),
    ],
)
def test_doubled_braces_are_braces(text, filled):
    assert message(text).format(x=5) == filled


UNFILLED = [
    "{0}", "{}", "{limit:,}", "{ time }", "{x!r}", "{a.b}", "{a[0]}", "{x:}", "{x:Number}",
    "{strict}", "{x:number:date}", "{count, plural, other {x}}", "{-}",
]  # fmt: skip


@pytest.mark.parametrize("text", UNFILLED)
def test_what_is_no_field_stands_as_it_is(text):
    values = {"limit": 1, "time": 2, "a": 3, "strict": False}
    assert message(text).format(4, **values) == text
    assert field_of(text[1:-1]) is None
    with pytest.raises(ValueError, match="^RED: no value for ") as caught:
        message(text).format(4, **{**values, "strict": True})
    assert "secret" not in str(caught.value)


def test_strict_names_each_missing_value_once():
    made = message("{file} {size:number} {size} {limit:percent}")
    with pytest.raises(ValueError, match="^RED: no value for size, limit$"):
        made.format(file="a.ma", strict=True)
    assert made.format(file=1, size=2, limit=3, strict=True) == "1 2 2 300%"
    assert message("no field").format(strict=True) == "no field"
    with pytest.raises(ValueError, match=r"^RED: no value for x{197}\.\.\.$"):
        message("{" + "x" * 1000 + "}").format(strict=True)


def test_strict_names_count_where_a_form_does_without_it(tmp_path):
    body = plurals("nplurals=2; plural=n != 1;", RED=["One {thing}", "Some {thing}"])
    write(tmp_path, "en", body)
    found = catalog_for(tmp_path, codes=Colour).lookup(1)
    with pytest.raises(ValueError, match="^RED: no value for count, thing$"):
        found.format(strict=True)
    assert found.format(thing="x", count=1, strict=True) == "One x"


def test_a_value_that_cannot_be_shown_counts_as_missing():
    class Hostile:
        def __str__(self):
            raise OSError

        def __eq__(self, other):
            raise OSError

        __hash__ = None

    assert message("{x} {x:number} {x:percent}").format(x=Hostile()) == (
        "{x} {x:number} {x:percent}"
    )
    assert fill("{x}", "en", {"x": Hostile()}) == ("{x}", ["x"])


def test_babel_is_loaded_by_the_first_number_and_by_nothing_else():
    code = (
        "import sys\nfrom rv_i18n import Message\n"
        "def loaded(): return 'babel' in sys.modules\n"
        "made = Message('{n} {x:number}', 1, 'RED', 'de', 'de')\n"
        "print(loaded(), made.format(n=1), loaded(), made.format(n=1, x=1234), loaded())"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    assert done.stdout == "False 1 {x:number} False 1 1.234 True\n"
