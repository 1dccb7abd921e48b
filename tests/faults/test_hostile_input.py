"""Whatever the locale or code, the answer is quick: a text or a documented error."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from hostile import ALPHABET, PIECES, mutated
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from size import FRACTION, Clock, randomness, sized
from trees import ROOT

import rv_i18n
from rv_i18n import ErrorCode, UnknownCodeError, locales, message, negotiate

MEBIBYTE = 2**20
TEXTS = {message(604, locale) for locale in locales()}


def hostile_locales(random, number):
    """Strings and sequences of strings; one in two thousand is one mebibyte long."""
    for count in range(number):
        text = mutated(random, random.choice(PIECES))
        if count % 2000 == 0:
            unit = (text or "x").encode("utf-8", "surrogatepass")
            text = (text or "x") * (MEBIBYTE // len(unit))
        if count % 10 == 0:
            parts = [mutated(random, text[:5000]) for _ in range(random.randint(0, 5))]
            yield random.choice([list, tuple])([text, *parts])
        else:
            yield text


def test_each_of_a_million_hostile_locales_gets_a_text():
    clock, negotiation = Clock(0.005), Clock(0.005)
    names = set(locales())
    for locale in hostile_locales(randomness(), sized(1_000_000)):
        assert clock.ask(message, 604, locale) in TEXTS, repr(locale)[:300]
        assert negotiation.ask(negotiate, locale) in names, repr(locale)[:300]
    print(f"slowest answer: {clock.worst * 1000:.2f} ms")


NAMES = {name for code in ErrorCode for name in (code.name, code.symbol)}
NUMBERS = {code.value for code in ErrorCode}


SPELLINGS = {name.lower().replace(" ", "_") for name in NAMES}


def is_known(code):
    """Whether the documentation counts it as a code, decided independently of the package."""
    if isinstance(code, str):
        number = re.fullmatch("-?[0-9]{1,40}", code)
        words = re.sub("[- ]", "_", code.lower())
        return int(code) in NUMBERS if number else words in SPELLINGS
    return code in NUMBERS


def hostile_codes(random, number):
    """Numbers, strings of digits and names, and what looks like them."""
    names = sorted(NAMES)
    kinds = [
        lambda: random.randint(-2000, 2_000_000),
        lambda: random.choice(sorted(NUMBERS)) + random.choice([-1, 0, 0, 1]),
        lambda: random.getrandbits(random.choice([64, 1000, 100_000])) * random.choice([-1, 1]),
        lambda: str(random.randint(-1000, 1_000_000)),
        lambda: "0" * random.randint(0, 30) + str(random.choice(sorted(NUMBERS))),
        lambda: mutated(random, str(random.choice(sorted(NUMBERS)))),
        lambda: "".join(random.choices("+-_. 0604xeEbj", k=random.randint(1, 9))),
        lambda: mutated(random, random.choice(names)),
        lambda: "".join(
            random.choices(random.choice(names), k=random.randint(1, 40))
        ),  # spelt like many of them
        lambda: random.choice(names),
        lambda: random.choice([str.lower, str.title, str.strip])(random.choice(names)),
    ]
    for count in range(number):
        code = random.choice(kinds)()
        if count % 2000 == 0:
            code = (random.choice(names) + random.choice(ALPHABET)) * (MEBIBYTE // 120)
        yield code


def test_each_of_a_hundred_thousand_hostile_codes_is_known_or_an_error():
    clock = Clock(0.005)
    for code in hostile_codes(randomness(), sized(100_000)):
        answer = clock.ask(message, code, "en")
        if is_known(code):
            assert isinstance(answer, str), repr(code)[:300]
            assert answer
        else:
            assert type(answer) is UnknownCodeError, repr(code)[:300]
            assert answer.code is code
            assert len(str(answer)) <= 300
            assert str(answer).isprintable()
    print(f"slowest answer: {clock.worst * 1000:.2f} ms")


profile = settings(
    max_examples=sized(5_000),
    deadline=None,
    suppress_health_check=list(HealthCheck),
    database=None,
    derandomize=True,
)
tag = st.from_regex(r"\A[a-zA-Z]{1,9}([-_][a-zA-Z0-9]{1,9}){0,5}(\.[A-Z0-9-]*)?(@[a-z]*)?\Z")
weighted = st.tuples(tag, st.sampled_from(["", ";q=0", ";q=0.3", " ; Q=1.0", ";q=2", ";x"]))
accept = st.lists(weighted.map("".join), max_size=8).map(",".join)
locale_strings = st.one_of(st.text(max_size=300), tag, accept)


@profile
@given(st.one_of(locale_strings, st.lists(locale_strings, max_size=5)))
def test_any_locale_is_one_of_the_catalogues_and_the_same_each_time(locale):
    name = negotiate(locale)
    assert name in locales()
    assert message(604, locale) == message(604, name)
    assert negotiate(locale) == negotiate(name) == name


@profile
@given(accept, st.sampled_from(["ja", "ko"]))
def test_a_range_that_comes_first_with_the_highest_weight_wins(value, name):
    allowed = re.sub(r";\s*[qQ]=0(?![.])", ";q=0.1", value)  # nothing is excluded
    assert negotiate(f"{name},{allowed}") == negotiate([name, allowed]) == name
    assert negotiate(f"{name};q=1,{value}") in {name, "en", *map(negotiate, value.split(","))}


@profile
@given(st.one_of(st.integers(), st.text(max_size=60), st.sampled_from(sorted(NAMES))))
def test_any_code_is_known_or_gives_the_default(code):
    answer = message(code, "ja", default=None)
    assert (answer is not None) == is_known(code)


anything = st.one_of(
    *(st.none(), st.booleans(), st.floats(), st.binary(), st.complex_numbers()),
    *(st.dictionaries(st.text(), st.text()), st.sets(st.text()), st.lists(st.integers())),
)


@profile
@given(anything)
def test_a_value_that_is_not_a_code_or_locale_is_a_type_error(value):
    if not (isinstance(value, (float, complex)) and value in NUMBERS):
        kind = (UnknownCodeError, TypeError) if isinstance(value, (float, complex)) else TypeError
        with pytest.raises(kind):
            message(value, "en")
    if value is not None and value != []:  # an empty list is one of strings
        with pytest.raises(TypeError, match="a (locale is a string|sequence of locales holds s)"):
            message(604, value)


def test_nothing_outside_the_directory_is_opened_whatever_the_locale(tmp_path):
    outside = tmp_path / "outside/LC_MESSAGES"
    outside.mkdir(parents=True)
    (outside / "rv_i18n.mo").write_bytes(b"a trap")
    script = """
import json, os, sys
from rv_i18n import Catalog, ErrorCode, LOCALE_DIR, message
message(604, "an old name"), message(604, "japanese")  # loads what any locale needs
catalog, opened = Catalog(LOCALE_DIR, codes=ErrorCode, domain="rv_i18n", default="en"), []
sys.addaudithook(lambda event, found: event in ("open", "os.listdir", "import") and
                 opened.append(str(found[0])))
for locale in json.load(sys.stdin):
    catalog.message(604, locale)
strays = [path for path in opened if not path.startswith(LOCALE_DIR)]
print(len(opened), strays)
"""
    random, trap = randomness(), str(tmp_path / "outside")
    names = [trap, os.path.relpath(trap, rv_i18n.LOCALE_DIR), "../" * 9 + trap, trap + "\0.mo"]
    asked = [*names, *(mutated(random, random.choice(names)) for _ in range(sized(100_000)))]
    done = subprocess.run(
        [sys.executable, "-c", script],
        input=json.dumps(asked),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    opened, strays = done.stdout.split(" ", 1)
    assert 1 <= int(opened) <= 20
    assert strays.strip() == "[]"


def test_nonsense_in_the_environment_gets_a_text(monkeypatch):
    random, clock = randomness(), Clock(0.005)
    variables = ["LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"]
    for _ in range(sized(50_000)):
        name = random.choice(variables)
        value = mutated(random, random.choice(PIECES)).replace("\0", "")
        raw = value.encode("utf-8", "surrogatepass") + bytes(random.choices(range(1, 256), k=3))
        monkeypatch.setenv(name, os.fsdecode(raw))
        assert clock.ask(message, 604) in TEXTS
        if random.random() < 0.3:
            monkeypatch.delenv(name)


@pytest.mark.parametrize("target", ["locale", "code", "catalogue"])
def test_a_coverage_guided_fuzzer_finds_nothing(target, tmp_path):
    pytest.importorskip("atheris")
    runs = {"locale": 200_000, "code": 200_000, "catalogue": 100_000}[target]
    fuzzer = str(ROOT / f"tests/faults/fuzz/fuzz_{target}.py")
    command = [sys.executable, fuzzer, f"-runs={sized(runs)}"]
    done = subprocess.run(
        [*command, "-max_len=400", "-timeout=5", "-rss_limit_mb=1024", "-seed=604"],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stderr[-3000:]
    assert f"Done {sized(runs)} runs" in done.stderr
    assert FRACTION > 0
    assert not list(Path(tmp_path).glob("crash-*"))
