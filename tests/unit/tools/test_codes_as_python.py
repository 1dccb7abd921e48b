"""Code lists of every form, read from the source and run: tools and ``Catalog`` agree about them.

Both accept a source with the same codes, or both refuse it, or the tools name a line that has to
run to be known.
"""

from __future__ import annotations

import re
import sys
import textwrap
import warnings

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from rv_i18n import Catalog, CatalogError
from rv_i18n._engine.members import symbol_of
from rv_i18n.tools.codes.read import lists_in_source

RUNS = re.compile(
    "has to run|is not known here|when the source runs|made by a call|nothing shows what"
    "|not every Python|when a function runs"
)

PRELUDE = """
import enum
import http
from dataclasses import dataclass
from enum import *
from enum import auto as automatic
from http import HTTPStatus
from rv_i18n import CodeEnum, CodeStrEnum, code
import rv_i18n

def f(value="x"):
    return value

_ = f
BASE = 1000
STEP: int = 10
NEXT = BASE + STEP
SHIFTED = 1 << 4
PREFIX = "BIL-"
TWICE = 1
TWICE = 2

class Helpful:
    "A mix-in that makes no members."
    limit = 5
    def help(self):
        return "me"

class Spoken(Helpful, Enum):
    def __init__(self, *_):
        self.spoken = True

class Symbolic:
    @property
    def symbol(self):
        return "x"
"""

HEADS = [
    "IntEnum", "enum.IntEnum", "int, Enum", "Enum", "str, Enum", "CodeEnum", "rv_i18n.CodeEnum",
    "CodeStrEnum", "Helpful, IntEnum", "Helpful, CodeEnum", "Spoken", "int, Spoken", "IntFlag",
    "Flag", "float, Enum", "CodeEnum, prefix='p.'", "CodeStrEnum, prefix=PREFIX",
    "IntEnum, prefix='p.'", "Symbolic, IntEnum",
]  # fmt: skip
try:
    import django  # noqa: F401
except ModuleNotFoundError:
    pass
else:
    PRELUDE += "\nfrom django.db.models import IntegerChoices, TextChoices\n"
    HEADS += ["IntegerChoices"]
if sys.version_info >= (3, 11):
    HEADS += ["TextChoices"] if "IntegerChoices" in HEADS else []
    HEADS += ["StrEnum", "str, ReprEnum", "int, enum.ReprEnum"]

NUMBERS = [
    "0", "1", "2", "-5", "+3", "~4", "0x10", "1 << 0", "1 << 3", "BASE", "BASE + 1", "NEXT - STEP",
    "SHIFTED | 1", "2 ** 5", "True", "not 1", "7 // 2", "7 % 4", "2 ** 70", "1.5", "1_000",
    "HTTPStatus.NOT_FOUND", "http.HTTPStatus.GONE", "5 if BASE else 6", "0 or 7", "1 // 0", "9 ^ 3",
]  # fmt: skip
STRINGS = [
    "'x'", "'BIL-0001'", "'BIL-' '0002'", "PREFIX + '3'", "f'BIL-{4:04}'", "f'{PREFIX}{BASE}'",
    "''", "' x'", "'5'", "'a\\nb'", "'x' + 5", "'A'", "'größe'",
]  # fmt: skip
TEXTS = ["'when'", "'When it is ' 'raised'", "_('told')", "''", "5", "None", "PREFIX + 'y'"]
SYMBOLS = ["'A'", "'NO-GPU'", "'S Y'", "''", "'x.action'", "' '", "7", "_('X')", "PREFIX"]
FACTS = ["status=404", "retry=True", "deprecated='use A'", "share=.5", "status=HTTPStatus.OK",
         "more=None", "more=f()", "symbol='NO-CPU'", "description='said'"]  # fmt: skip
OTHERS = ["None", "b'x'", "[1]", "(1,)", "()", "{}", "..."]
RUNNING = ["f(5)", "f('x')", "TWICE", "len('ab')", "[1, 2][0]", "'a'.upper()",
           "enum.IntEnum", "BASE.real", "str.__name__",
           "'%s' % 5", "int('5')", "object()"]  # fmt: skip
METHODS = {
    "": "",
    "as HTTPStatus": """
        def __new__(cls, value, phrase='', description=''):
            obj = int.__new__(cls, value)
            obj._value_ = value
            obj.phrase = phrase
            obj.description = description
            return obj
        """,
    "of strings": """
        def __new__(cls, value, description="", symbol=None):
            'Make it.'
            member: object = str.__new__(cls, value)
            member._value_ = value
            if symbol is not None:
                member.symbol = symbol
            return member
        """,
    "of objects": """
        def __new__(cls, value, *rest, status=5):
            self = object.__new__(cls)
            self._value_ = value + BASE
            self.rest, = [rest]
            return self
        """,
    "of plain objects": """
        def __new__(cls, value, text='none'):
            self = object.__new__(cls)
            self._value_, self.text = value, text
            return self
        """,
    "with a value of objects": """
        def __new__(cls, value, text='none'):
            self = object.__new__(cls)
            self.text = text
            self._value_ = value
            return self
        """,
    "by super": """
        def __new__(cls, value, symbol=""):
            made = super().__new__(cls, value)
            made.symbol = symbol or "none"
            made._value_ = value
            return made
        """,
    "no value": """
        def __new__(cls, value, text=''):
            return int.__new__(cls, value)
        """,
    "init": """
        def __init__(self, value, text='', *rest):
            self.text = text
            self.symbol = text
        """,
    "init by name": """
        def __init__(self, value):
            self.symbol = 'init.' + self._name_
        """,
    "init of a code": """
        def __init__(self, value, text='', extra=5):
            super().__init__(value, text)
            self.extra = extra
        """,
    "computed": """
        def __new__(cls, value, text=''):
            obj = int.__new__(cls, value)
            obj._value_ = f(value)
            return obj
        """,
    "symbol": """
        @property
        def symbol(self):
            return self.name.lower()
        """,
    "others": """
        def text(self):
            return 4, "no line"
        @classmethod
        def make(cls): return cls(1)
        label = property(lambda self: 1)
        __private = 7
        kind: str
        """,
}

names = st.sampled_from(["A", "B", "C", "D", "_E", "lower", "NO_GPU", "value", "symbol", "mro"])
plain = st.sampled_from(NUMBERS + STRINGS + OTHERS)
numbers = st.sampled_from(NUMBERS[:9])
strings = st.sampled_from(STRINGS[:6])
values = st.one_of(numbers, numbers, strings, strings, plain)


@st.composite
def lines(draw, values):
    """A line of an enum: most are codes, of every form."""
    name, value = draw(names), draw(values)
    text, symbol = draw(st.sampled_from(TEXTS)), draw(st.sampled_from(SYMBOLS))
    facts = draw(st.lists(st.sampled_from(FACTS), max_size=2, unique_by=lambda fact: fact[:5]))
    forms = [
        f"{name} = {value}",
        f"{name} = {value}",
        f"{name} = {value}, {text}",
        f"{name} = {value}, {text}, {symbol}",
        f"{name}: int = {value}",
        f"{name} = code({', '.join([value, text, *facts])})",
        f"{name} = code({', '.join([value, *facts])})",
        f"{name} = rv_i18n.code(value={value}, {', '.join(facts)})",
        f"{name} = {draw(names)}",
        f"{name} = {draw(names)} + 1",
        f"{name} = OTHER = {value}",
        f"{name}, OTHER = {value}, {draw(values)}",
        f"{name} = auto()",
        f"{name} = automatic()",
        f"{name} = auto(), {text}",
        f"_ignore_ = ['{name}', 'OTHER']",
        f"_ignore_ = '{name} OTHER'",
        f"{name} = lambda self: 5",
        f"{name} = property(lambda self: 5)",
        f"_{name}_ = f",
        "_order_ = 'A B'",
        f"def {name}(self): pass",
        "'It is raised when it is.'",
        "pass",
    ]  # fmt: skip
    if sys.version_info >= (3, 11):
        forms += [f"__{name} = 7"]
        forms += [f"{name} = member({value})", f"{name} = nonmember(f)"]
    return draw(st.sampled_from(forms))


@st.composite
def classes(draw, name, values):
    """An enum."""
    head = draw(st.sampled_from(HEADS))
    kind = draw(st.sampled_from(["", "", "", *METHODS]))
    unique = draw(st.sampled_from(["", "", "", "@unique\n"]))
    body = draw(st.lists(lines(values), min_size=1, max_size=5))
    methods = textwrap.indent(textwrap.dedent(METHODS[kind]), "    ")
    return f"{unique}class {name}({head}):\n{methods}\n" + "".join(f"    {each}\n" for each in body)


def sources(values):
    """A source of one or two enums."""
    one = classes("First", values)
    return st.one_of(one, st.tuples(one, classes("Second", values)).map("\n".join))


def run(source):
    """Run a source: each code by its msgid, and the names that find it."""
    namespace = {"__name__": "errors"}
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        exec(PRELUDE + source, namespace)
        enums = [namespace[name] for name in ("First", "Second") if name in namespace]
        catalog = Catalog("locales", codes=enums, domain="studio", default="en")
        codes = {symbol_of(each): (type(each._value_) is str, each._value_) for each in catalog}
        names = {(e.__name__, n): symbol_of(m) for e in enums for n, m in e.__members__.items()}
        told = {
            symbol_of(each): (" ".join(each.description.split()), dict(each.facts))
            for each in catalog
            if hasattr(each, "facts")
        }
    return codes, names, told


def read(source):
    """Read a source without running it: the same."""
    lists = lists_in_source((PRELUDE + source).encode(), "errors.py")
    codes, names, told = {}, {}, {}
    for number, each in enumerate(lists):
        for name, code in each.names.items():
            if codes.setdefault(code.symbol, code) is not code:
                raise CatalogError("errors.py", "is already used", code.line)
            names[number, name] = code.symbol
            told[code.symbol] = (code.description, dict(code.facts))
    return {symbol: (type(c.value) is str, c.value) for symbol, c in codes.items()}, names, told


def attempt(function, source):
    """What a function gives for a source, or the error that it raises."""
    try:
        return function(source)
    except Exception as error:  # noqa: BLE001 - a source may raise anything
        return error


NEEDED_TO_RUN = re.compile(r"(?s)auto|\bf\(|_\(|symbol|__new__|Symbolic|Flag|str.*(\[1|{}|[.]{3})")
"""What a source of constants alone may have of what has to run."""


def check(source, *, may_run):
    """The rule, for a source; ``may_run`` is whether any line in it may have to run to be known."""
    if sys.version_info < (3, 11):
        assume(not re.search(r"(?m)^ +__\w+[^_]_? ", source))  # a private name is a member there
    ran, was_read = attempt(run, source), attempt(read, source)
    if isinstance(ran, NameError):
        return  # it may be about a name that is no code
    if isinstance(ran, Exception):
        assert isinstance(was_read, CatalogError), ran
    elif isinstance(was_read, Exception):
        assert isinstance(was_read, CatalogError)
        nothing = not ran[0] and "no code in it" in was_read.reason
        assert nothing or (RUNS.search(was_read.reason) and was_read.line), was_read
        assert nothing or may_run or NEEDED_TO_RUN.search(source), was_read
    else:
        (codes, names, told), (found, found_names, found_told) = ran, was_read
        assert list(found.items()) == list(codes.items())
        assert [*found_names.values()] == [*names.values()]
        for symbol, (description, facts) in told.items():
            below = found_told[symbol][0]
            assert found_told[symbol] == (description or below, facts)


checked = settings(
    max_examples=250, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)


@checked
@given(sources(values))
def test_lists_of_constants_are_read_as_they_run(source):
    check(source, may_run=False)


@checked
@given(sources(st.one_of(values, st.sampled_from(RUNNING))))
def test_what_has_to_run_is_read_right_or_refused_with_its_line(source):
    check(source, may_run=True)


@pytest.mark.parametrize(
    "value",
    [
        "HTTPStatus.NOT_FOUND", "http.HTTPStatus.CONFLICT", "BASE + STEP", "-BASE", "~BASE",
        "+BASE", "BASE - 1", "BASE * 2", "BASE // 7", "BASE % 7", "BASE ** 2", "BASE << 2",
        "BASE >> 2", "BASE | 1", "BASE & 24", "BASE ^ 1", "BASE or 5", "BASE and 5", "0 or BASE",
        "0 and 5 or 6", "5 if BASE else 6", "5 if 0 else 6", "5 if None is None else 6",
        "5 if not BASE else 6", "5 if BASE is not None else 6", "0x1F", "1_000",
    ],
)  # fmt: skip
def test_a_number_that_needs_no_run_is_read_as_python_has_it(value):
    source = f"class First(CodeEnum):\n    A = {value}\n"
    assert read(source)[::2] == run(source)[::2]


@pytest.mark.parametrize(
    "text",
    [
        'f"over {BASE} jobs"', 'f"{BASE:06d}, {BASE:x}, {BASE:X}, {PREFIX:8s}|"',
        'f"{PREFIX}{STEP}"', 'f"{BASE:{STEP}}"', "PREFIX + 'ABC'", "'a' 'b'",
        "PREFIX or 'other'", "PREFIX and 'other'",
        "'one' if PREFIX else 'other'", "'one' if PREFIX is None else 'other'",
    ],
)  # fmt: skip
def test_a_text_that_needs_no_run_is_read_as_python_has_it(text):
    source = f"class First(CodeEnum):\n    A = 1, {text}\n"
    assert read(source)[::2] == run(source)[::2]
