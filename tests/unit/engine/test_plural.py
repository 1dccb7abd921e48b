"""Plural forms: the rules are read as GNU gettext reads them, and ``count`` chooses by them.

scripts/ngettext_answers.py has recorded what GNU ngettext gives for every language of CLDR, and
scripts/fluent_answers.py what fluent.runtime says.
"""

from __future__ import annotations

import copy
import json
import pickle
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction

import pytest
from trees import ROOT, Colour, catalog_for, compiled, plurals, steps_of, write

from rv_i18n import CatalogError
from rv_i18n._engine.plural import Plural, choose, forms_of, read_rule
from rv_i18n.tools.po.plurals import rule_of
from rv_i18n.tools.standards import PLURALS

GNU = json.loads((ROOT / "tests/data/ngettext.json").read_text(encoding="utf-8"))["forms"]
FLUENT = json.loads((ROOT / "tests/data/fluent.json").read_text(encoding="utf-8"))["languages"]

ISOLATES = dict.fromkeys([0x2068, 0x2069])
"""What Fluent was told to leave out."""

ENGLISH = "nplurals=2; plural=(n != 1);"
POLISH = "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;"
FRAMES = ["{count} frame failed", "{count} frames failed"]
KLATKI = ["Błąd {count} klatki", "Błędy {count} klatek", "Błędów: {count}"]


@pytest.fixture
def polish(tmp_path):
    """Polish and English catalogues with a plural, and a look-up of it in Polish."""
    write(tmp_path, "en", plurals(ENGLISH, RED=FRAMES))
    write(tmp_path, "pl", plurals(POLISH, RED=KLATKI))
    return catalog_for(tmp_path, codes=Colour).lookup(1, "pl")


def test_every_rule_of_cldr_is_recorded():
    assert set(PLURALS) <= set(GNU)


@pytest.mark.parametrize("rule", GNU)
def test_a_rule_gives_each_number_the_form_that_gnu_ngettext_gives_it(rule):
    assert "".join(map(str, forms_of(rule, range(1001)))) == GNU[rule]


@pytest.mark.parametrize("suffix", [".po", ".mo"])
@pytest.mark.parametrize("language", FLUENT)
def test_a_message_says_what_fluent_says(language, suffix, tmp_path):
    recorded = FLUENT[language]
    write(tmp_path, language, plurals(rule_of(language), RED=recorded["forms"]), suffix=suffix)
    message = catalog_for(tmp_path, codes=Colour, default=language).lookup(1, language)
    said = {
        number: message.format(count=int(number)).translate(ISOLATES)
        for number in recorded["texts"]
    }
    assert said == recorded["texts"]


def test_the_text_is_the_form_for_a_hundred(polish, tmp_path):
    assert polish == polish.text == str(polish) == "Błędów: {count}"
    assert (polish.locale, polish.language, polish.forms) == ("pl", "pl", tuple(KLATKI))
    catalog = catalog_for(tmp_path, codes=Colour)
    assert [type(catalog.message(code, "pl")) for code in ("RED", "RED")] == [str, str]
    assert catalog.message(1, "pl") == "Błędów: {count}"
    assert catalog.message(1, "en") == "{count} frames failed"


@pytest.mark.parametrize(
    ("count", "form"),
    [
        *((0, 2), (1, 0), (2, 1), (5, 2), (22, 1), (112, 2), (-1, 0), (-22, 1)),
        *((True, 0), (1.0, 0), (2.0, 1), (Decimal(22), 1), (Fraction(4, 2), 1)),
        *((10**30 + 22, 1), (10**30 + 12, 2)),
        *((1.5, 2), (0.5, 2), (Decimal("2.5"), 2), (Fraction(1, 2), 2), (1e300, 2)),
        *((float("nan"), 2), (float("inf"), 2), (Decimal("NaN"), 2), (Decimal("1E+999999999"), 2)),
        *((None, 2), ("1", 2), (b"1", 2), ([1], 2), (1j, 2)),
    ],
)  # fmt: skip
def test_count_chooses_the_form(count, form, polish):
    assert choose(polish._plurals, count) == (KLATKI[form], "pl")


def test_a_number_of_another_library_is_a_number(polish):
    class Int64:
        """As numpy has it."""

        def __index__(self):
            return 22

    class Float32(float):
        """As numpy has it."""

    class Hostile(int):
        def __index__(self):
            raise OSError

        __abs__ = __index__

    assert choose(polish._plurals, 10**5000 + 3) == (KLATKI[1], "pl")
    assert polish.format(count=Int64()).startswith("Błędy <")
    assert polish.format(count=Float32(1.0)) == "Błąd 1.0 klatki"
    assert choose(polish._plurals, Hostile(1)) == (KLATKI[0], "pl")  # an int is one


def test_without_count_the_form_is_the_general_one(polish):
    assert polish.format() == polish.format(number=1) == "Błędów: {count}"
    assert polish.format(count=1) == "Błąd 1 klatki"


def test_a_pickle_and_a_copy_have_the_forms(polish):
    for again in (pickle.loads(pickle.dumps(polish)), copy.copy(polish), copy.deepcopy(polish)):
        assert (again, again.forms) == (polish, polish.forms)
        assert [again.format(count=count) for count in (1, 3)] == [
            *("Błąd 1 klatki", "Błędy 3 klatek")
        ]


@pytest.mark.parametrize("suffix", [".po", ".mo"])
@pytest.mark.parametrize(
    "forms",
    [[*KLATKI[:2], ""], KLATKI[:2], [*KLATKI[:2], "RED"]],
    ids=["empty", "missing", "the msgid, as Babel compiles an empty one"],
)
def test_a_missing_form_comes_from_the_next_catalogue(forms, suffix, tmp_path):
    write(tmp_path, "en", plurals(ENGLISH, RED=FRAMES))
    if suffix == ".po":
        forms = [form.replace("RED", "") for form in forms]
    write(tmp_path, "pl", plurals(POLISH, RED=forms), suffix=suffix)
    catalog = catalog_for(tmp_path, codes=Colour)
    message = catalog.lookup(1, "pl")
    assert (message, message.locale, message.forms) == (FRAMES[1], "en", tuple(FRAMES))
    assert catalog.message(1, "pl") == FRAMES[1]
    assert [message.format(count=count) for count in (1, 2, 5)] == [
        *("Błąd 1 klatki", "Błędy 2 klatek", "5 frames failed")
    ]


def test_a_missing_form_may_come_from_a_text_that_is_no_plural(tmp_path):
    write(tmp_path, "en", RED="Some frames failed")
    write(tmp_path, "pl", plurals(POLISH, RED=["", *KLATKI[1:]]))
    message = catalog_for(tmp_path, codes=Colour).lookup(1, "pl")
    assert (message, message.forms) == (KLATKI[2], ("", *KLATKI[1:]))
    assert message.format(count=1) == "Some frames failed"
    assert message.format(count=3) == "Błędy 3 klatek"


def test_a_form_that_no_catalogue_has_is_the_symbolic_name(tmp_path):
    write(tmp_path, "en", plurals(ENGLISH, RED=[FRAMES[0], ""]))
    message = catalog_for(tmp_path, codes=Colour).lookup(1, "en")
    assert (message, message.locale, message.forms) == ("RED", "", ())
    assert [message.format(count=count) for count in (1, 2)] == ["1 frame failed", "RED"]


def test_only_catalogues_that_a_number_needs_are_read(tmp_path):
    write(tmp_path, "pl", plurals(POLISH, RED=KLATKI), **{"RED.action": "Spróbuj ponownie"})
    write(tmp_path, "en").write_text("broken", encoding="utf-8")
    catalog = catalog_for(tmp_path, codes=Colour)
    assert catalog.lookup(1, "pl").format(count=1) == "Błąd 1 klatki"
    assert [type(error) for error in catalog.check()] == [CatalogError]


def test_fuzzy_and_empty_plurals_count_as_missing(tmp_path):
    write(tmp_path, "en", plurals(ENGLISH, RED=FRAMES, GREEN=FRAMES))
    body = plurals(POLISH, RED=KLATKI, GREEN=["", "", ""]).replace(
        "\nmsgid", "\n#, fuzzy\nmsgid", 1
    )
    for suffix in (".po", ".mo"):
        path = write(tmp_path, "pl", body, suffix=suffix)
        catalog = catalog_for(tmp_path, codes=Colour)
        assert [catalog.lookup(code, "pl").format(count=1) for code in (1, 2)] == [
            *("1 frame failed", "1 frame failed")
        ]
        path.unlink()


def test_the_first_entry_of_a_name_counts(tmp_path):
    body = plurals(ENGLISH, RED=FRAMES) + '\nmsgid "RED"\nmsgstr "It failed"\n'
    write(tmp_path, "en", body)
    assert catalog_for(tmp_path, codes=Colour).lookup(1).forms == tuple(FRAMES)


def test_msgid_plural_may_be_anything(tmp_path):
    body = plurals(ENGLISH, RED=FRAMES).replace('msgid_plural "RED"', 'msgid_plural "Frames"')
    for suffix in (".po", ".mo"):
        path = write(tmp_path, "en", body, suffix=suffix)
        assert catalog_for(tmp_path, codes=Colour).lookup(1).format(count=1) == "1 frame failed"
        path.unlink()


UNUSABLE = {
    "": "it is not nplurals=INTEGER; plural=EXPRESSION;",
    "nplurals=2": "it is not nplurals=INTEGER; plural=EXPRESSION;",
    "plural=0; nplurals=1;": "it is not nplurals=INTEGER; plural=EXPRESSION;",
    "nplurals=INTEGER; plural=EXPRESSION;": "nplurals is not a number from 1 to 99",
    "nplurals=0; plural=0;": "nplurals is not a number from 1 to 99",
    "nplurals=٢; plural=0;": "nplurals is not a number from 1 to 99",
    "nplurals=100; plural=0;": "nplurals is not a number from 1 to 99",
    "nplurals=2; plural=__import__('os')": "'_' is not of a rule",
    "nplurals=2; plural=n = 1;": "'=' is not of a rule",
    "nplurals=2; plural=n & 1;": "'&' is not of a rule",
    "nplurals=2; plural=-n;": "- where a value has to be",
    "nplurals=2; plural=;": "the end where a value has to be",
    "nplurals=2; plural=(n;": "the end where ) has to be",
    "nplurals=2; plural=n n;": "n where the end has to be",
    "nplurals=2; plural=n ? 1;": "the end where : has to be",
    "nplurals=2; plural=n > 12345678901;": "it is too long",
    f"nplurals=2; plural=n{'+n' * 150};": "it is too long",
    f"nplurals=2; plural={'(' * 51}n{')' * 51};": "it is nested too deeply",
    f"nplurals=2; plural={'n?1:' * 60}0;": "it is nested too deeply",
}


@pytest.mark.parametrize(("rule", "reason"), UNUSABLE.items())
def test_what_is_no_rule_is_refused_with_the_reason(rule, reason):
    with pytest.raises(ValueError, match=".") as caught:
        read_rule(rule)
    assert str(caught.value) == reason


@pytest.mark.parametrize("rule", UNUSABLE)
def test_without_a_rule_that_can_be_used_one_is_told_from_the_others(rule):
    """As GNU gettext does it."""
    forms = Plural(rule, ["one", "more"])
    assert (forms, forms.is_whole) == ("more", True)
    assert [choose([("en", forms.rule, forms.forms)], number)[0] for number in (0, 1, 2)] == [
        *("more", "one", "more")
    ]


@pytest.mark.parametrize(
    ("rule", "reason"),
    [
        ("nplurals=2; plural=n / (n - 5);", "it divides by zero"),
        ("nplurals=2; plural=n % (n - 5);", "it divides by zero"),
        ("nplurals=2; plural=n;", "it gives a number a form that there is not"),
        ("nplurals=2; plural=n - 6;", "it gives a number a form that there is not"),
    ],
)
def test_where_a_rule_fails_the_form_is_missing(rule, reason):
    with pytest.raises(ValueError, match=reason):
        forms_of(rule, range(6))
    assert choose([("xx", rule, ["a", "b"]), ("en", ENGLISH, ["one", "more"])], 5)[1] == "en"


def test_the_numbers_of_a_rule_have_64_bits():
    assert forms_of("nplurals=2; plural=n - 1 > 5;", [0, 1]) == [1, 0]
    power = "*".join(["n"] * 100)
    assert forms_of(f"nplurals=2; plural={power} == 0;", [2, 3]) == [1, 0]


def test_a_rule_takes_no_more_steps_than_it_may_have_tokens():
    rules = [f"nplurals=2; plural={'n + ' * count}n;" for count in (100, 1000, 100_000)]
    steps = [steps_of(lambda rule=rule: Plural(rule, ["a", "b"])) for rule in rules]
    assert steps[1] < 6 * steps[0]
    assert steps[2] < steps[1] + 100


def test_a_plural_that_nobody_asks_for_costs_no_look_up_anything(tmp_path):
    write(tmp_path, "en", RED="red")
    code = (
        "import sys\nfrom rv_i18n import Catalog, CodeEnum\n"
        "class Colour(CodeEnum):\n    RED = 1\n"
        f"catalog = Catalog({str(tmp_path)!r}, codes=Colour, domain='rv_i18n', default='en')\n"
        "assert catalog.lookup(1) == 'red'\n"
        "print([name for name in sys.modules if 'plural' in name])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", check=True, cwd=ROOT
    )
    assert done.stdout == "[]\n"


def test_babel_writes_the_same_forms_into_a_mo(tmp_path):
    path = write(tmp_path, "pl", '"Language: pl\\n"\n' + plurals(POLISH, RED=KLATKI))
    path.with_suffix(".mo").write_bytes(compiled(path.read_bytes()))
    texts = [catalog_for(tmp_path, codes=Colour, default="pl").lookup(1)]
    path.with_suffix(".mo").unlink()
    texts.append(catalog_for(tmp_path, codes=Colour, default="pl").lookup(1))
    assert [text.forms for text in texts] == [tuple(KLATKI), tuple(KLATKI)]
