"""Code lists read from their sources: every form of a line, and what the errors say."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest
from trees import ROOT, steps_of

from rv_i18n import CatalogError
from rv_i18n.tools.codes.read import codes_in, read_lists, split_spec


def read(source, **options):
    """Symbol, value and description of the codes in a source."""
    data = source if isinstance(source, bytes) else textwrap.dedent(source).encode()
    return [code[:3] for code in codes_in(data, "errors.py", **options)]


def symbols(specs, root):
    """The symbolic names of the codes of a project."""
    return [code.symbol for each in read_lists(specs, str(root)) for code in each.codes]


SEVERAL = """
    import enum
    from django.db import models

    class Base(IntEnum):
        def text(self):
            return 4, "Inside a method"

    class Late(CodeEnum):
        "A docstring."
        description: str
        __private = 8
        LATE_ONE = 30, "In two" " pieces"
        BLUE: int = -2
        MOST = 0x7FFFFFFFFFFFFFFF
        SPACED = 5, "Has a name of its own", "SPA CED"
        ALIAS = BLUE
        label = property(lambda self: 1)
        kind = classmethod(print)
        show = lambda self: 2
        first = second = 9, "Two names at once", "only one"

    class Choice(models.IntegerChoices):
        HEX = 0x10, _("To be translated")

    class Colour(str, enum.Enum):
        RED = "red"

    class MyError(Exception):
        code = 5

    class Plain:
        NOT_A_CODE = 1, "The class is no enum"
"""


def test_the_enums_of_a_source_are_read_without_running_it():
    source = textwrap.dedent(SEVERAL).replace("first = second", "first")
    assert [code[:3] for code in codes_in(source.encode(), "errors.py")] == [
        ("LATE_ONE", 30, "In two pieces"),
        ("BLUE", -2, ""),
        ("MOST", 2**63 - 1, ""),
        ("SPA CED", 5, "Has a name of its own"),
        ("only one", 9, "Two names at once"),
        ("HEX", 16, "To be translated"),
        ("RED", "red", ""),
    ]


@pytest.mark.parametrize("base", ["IntEnum", "enum.IntEnum", "models.IntegerChoices", "Enum"])
def test_auto_counts_as_python_does(base):
    source = f"class E({base}):\n    A = auto()\n    B = enum.auto()\n    C = 7\n    D = auto()\n"
    assert read(source) == [("A", 1, ""), ("B", 2, ""), ("C", 7, ""), ("D", 8, "")]


@pytest.mark.parametrize(
    ("source", "codes"),
    [
        ("class E(StrEnum):\n    NOT_FOUND = auto()\n", [("NOT_FOUND", "not_found", "")]),
        ("class E(TextChoices):\n    GONE = auto()\n", [("GONE", "GONE", "")]),
        ("class E(IntFlag):\n    A = 4\n    B = auto()\n", [("A", 4, ""), ("B", 8, "")]),
    ],
)
def test_auto_of_other_enums_is_what_they_make_of_it(source, codes):
    assert read(source) == codes


@pytest.mark.parametrize(
    "source",
    [
        "class E(IntEnum):\n    A = 9\n    B = 2\n    C = auto()\n",  # 3.13 gives 10, older ones 3
        'class E(CodeEnum):\n    A = 9, "nine"\n    B = auto()\n',
        'class E(CodeEnum):\n    A = auto(), "nine"\n',
        "class E(str, Enum):\n    A = auto()\n",
        "class E(IntEnum):\n    def _generate_next_value_(*a): return 7\n    A = auto()\n",
    ],
)
def test_auto_is_an_error_if_its_value_is_not_known(source):
    with pytest.raises(CatalogError, match=r"errors.py:\d: \w: the value of auto\(\) is not known"):
        read(source)


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("A = max(1, 2)", 2, r"A: max\(1, 2\) has to run to be known: write it out"),
        ("A = B", 2, "A: B has to run to be known"),
        ("A = (\n        1 + f(),\n        'a',\n    )", 3, r"A: 1 \+ f\(\) has to run"),
        ("A = 1\n    B = 'x'", 3, "B: its value must be an integer"),
        ("A = True", 2, "A: its value must be an integer"),
        ("A = 1.5", 2, "A: its value must be an integer"),
        ("A = {}", 2, "A: its value must be an integer"),
        ("A = ()", 2, "A: not of the form NAME = value"),
        ("A = 1, 'a', 'b', {}, 2", 2, "A: not of the form NAME = value"),
        ("A = 1, 2", 2, "A: its description is not a string"),
        ("A = 1, f'{x}'", 2, "A: its description is not a string"),
        ("A = 1, 'a', ['b']", 2, "A: its symbolic name is not a string"),
        ("A = 1, 'a', g('b')", 2, "A: what a call returns has to run to be known"),
        ("A = 1, 'a', ' b'", 2, "A: a symbolic name cannot be ' b'"),
        ("A = 1, 'a', 'b.action'", 2, "A: a symbolic name cannot be 'b.action'"),
        ("A = 1, '\\ud800'", 2, "A: its description has an unprintable character"),
        ("A = 1, '\\x1b[2J'", 2, "A: its description has an unprintable character"),
        ("A = code(1, 'a', 'b')", 2, r"A: code\(1, 'a', 'b'\) has to run"),
        ("A = code(1, **facts)", 2, r"A: code\(1, \*\*facts\) has to run"),
        ("A = code(1, status=[4])", 2, "A: status must be a string, a number, True or False"),
        ("A = code(1, status=f())", 2, r"A: f\(\) has to run to be known"),
        ("A = 0x" + "f" * 5000, 2, "A: the number of a code has at most 63 bits, not 20000"),
        ("A = 0x8000000000000000", 2, "A: the number of a code has at most 63 bits, not 64"),
        ("A = " + "9" * 5000, None, "Exceeds the limit|has at most 63 bits"),
        ("A = 1 << 10 ** 10", 2, r"A: 1 << 10 \*\* 10 has to run to be known"),
        ("A = 1 // 0", 2, "A: 1 // 0 has to run to be known"),
        ("A, B = f()", 2, r"\(A, B\): a code that is made when the source runs"),
        ("if x:\n        A = 1", 3, "A: a code that is made when the source runs"),
        ("for A in 1, 2: pass", 2, "A: a code that is made when the source runs"),
        ("A = 1\n    del A", 3, "A: a code that is made when the source runs"),
        ("A = 1\n    A += 1", 3, "A: a code that is made when the source runs"),
        ("A = 1\n    A.b = 1", 3, r"A\.b: a code that is made when the source runs"),
        ("import re", 2, "import: a code that is made when the source runs"),
        ("@member\n    def f(self): pass", 3, "f: a code that is made when the source runs"),
        ("locals().update(a)\n    A = 1", 2, r"locals\(\)\.update\(a\): a code that is made"),
        ("A = 1\n    A = 2", 3, "A: the name is already used"),
        ("A = 1\n    def A(self): pass", 3, "A: the name is already used"),
        ("mro = 1", 2, "mro: an enum allows no such name"),
        ("_a_ = 1", 2, "_a_: an enum reserves names of this form"),
        ("_order_ = 'B A'\n    A = 1\n    B = 2", 1, "_order_ has not the names of the members"),
        ("_ignore_ = f()\n    A = 1", 2, "a list of names has to run to be known"),
        ("__prefix__ = 'x'\n    A = 1", 2, "write prefix= in the line of the class"),
        ("__new__ = f\n    A = 1", 1, "E: what makes its members has to run to be known"),
        (
            "@property\n    def symbol(self): return 'x'\n    A = 1",
            3,
            "symbol has to run to be known",
        ),
        ("symbol = property(f)\n    A = 1", 2, "symbol has to run to be known"),
        ("A = " + "1+" * 3000 + "1", None, "nested too deep|has at most 63 bits"),
        ("A = " + "-" * 90_000 + "1", None, "nested too deep"),
        ("A = (", None, "was never closed|EOF"),
        ("A = 1 2", 2, "invalid syntax[^(]*$"),
        ("A = 1\0", None, "null byte"),
        ("pass", None, "no code in it: no class in it is an enum that has a line NAME = value"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(body, line, reason):
    with pytest.raises(CatalogError, match=rf"^errors.py(:\d+)?: .*({reason})") as caught:
        read(f"class E(CodeEnum):\n    {body}\n")
    assert line in (None, caught.value.line)


@pytest.mark.parametrize(
    ("head", "body", "reason"),
    [
        ("class E(IntEnum):", "A = 1, 'a'", "A: 2 elements are no int: derive from CodeEnum, or"),
        ("class E(Enum):", "OK = (0, 'ok')", "OK: a tuple is no value of a code: derive from"),
        ("class E(Enum):", "A = True", "A: the value of a code must be an integer or a string"),
        ("class E(IntEnum):", "A = 'x'", "A: invalid literal for int"),
        ("class E(StrEnum):", "A = 5", "A: its value must be a string"),
        ("class E(CodeStrEnum):", "A = 5", "A: its value must be a string"),
        ("class E(CodeStrEnum):", "A = ''", "A: the value of a code cannot be ''"),
        ("class E(IntFlag):", "A = 3", "A: not every Python counts it as a member"),
        (
            "class E(float, Enum):",
            "A = 3",
            "A: the value of a code must be an integer or a string, not float",
        ),
        ("class E(str, IntEnum):", "A = 3", "E: its members cannot be both str and int"),
        ("class E(IntEnum, prefix='x'):", "A = 3", "what prefix='x' does to E has to run"),
        ("class E(CodeEnum, prefix=f()):", "A = 3", "the prefix has to run to be known"),
        ("@unique\nclass E(IntEnum):", "A = 3\n    B = 3", "B: another code has its value"),
        (
            "@dataclass\nclass D:\n    a: int\nclass E(D, Enum):",
            "A = 3",
            r"E: the members are of a dataclass: write NAME = code\(5, …\) in a CodeEnum instead",
        ),
        (
            "class D(int):\n    def __new__(cls, a): ...\nclass E(D, Enum):",
            "A = 3",
            "E: a mix-in makes the members: move its __new__ into the enum",
        ),
        (
            "class D(IntEnum):\n    A = 1\nclass E(D):",
            "B = 3",
            "E: an enum that has members cannot be a base",
        ),
        (
            "def f():\n  class E(IntEnum):",
            "A = 3",
            "E is made when a function runs: move it to the top",
        ),
    ],
)
def test_what_python_or_a_catalog_refuses_is_refused(head, body, reason):
    with pytest.raises(CatalogError, match=rf"^errors.py:\d+: {reason}"):
        read(f"{head}\n    {body}\n")


@pytest.mark.parametrize(
    ("call", "shown"),
    [
        (f"f({'a' * 37})", f"f({'a' * 37})"),
        (f"f({'a' * 38})", f"f({'a' * 38}…"),
        (f"f({'a' * 99})", f"f({'a' * 38}…"),
    ],
)
def test_of_a_long_expression_forty_characters_are_shown(call, shown):
    with pytest.raises(CatalogError) as caught:
        read(f"class E(IntEnum):\n    {call}\n    A = 1\n")
    assert caught.value.reason == (
        f"{shown}: a code that is made when the source runs cannot be read"
    )


@pytest.mark.parametrize(
    "line",
    [
        "F = IntEnum('F', {'B': 2})",
        "F: type = enum.IntEnum('F', 'B C')",
        "F = StrEnum('F', names='B C')",
        "F = Base('F', {'B': 2})",
    ],
)
def test_an_enum_that_is_made_by_a_call_is_an_error(line):
    source = f"class Base(IntEnum): pass\nclass E(IntEnum):\n    A = 1\n{line}\n"
    with pytest.raises(CatalogError, match="errors.py:4: an enum that is made by a call"):
        read(source)
    assert read(source, class_name="E") == [("A", 1, "")]


def test_a_description_may_stand_below_a_line_or_in_a_comment():
    source = """
        class E(IntEnum):
            #: Above it,
            #: on two lines
            A = 1
            B = 2  #: At its end
            C = 3
            '''Below it,
            on two lines.

            And more that is not for a table.
            '''
            D = 4  # of no kind

        class F(CodeEnum):
            #: Not this
            G = 5, "What the line says"
            H = code(
                6,
            )  #: After the last line
    """
    assert read(source) == [
        ("A", 1, "Above it, on two lines"),
        ("B", 2, "At its end"),
        ("C", 3, "Below it, on two lines."),
        ("D", 4, ""),
        ("G", 5, "What the line says"),
        ("H", 6, "After the last line"),
    ]


def test_the_facts_of_a_line_are_read():
    source = b"""
from rv_i18n import code as line, CodeEnum as Base
class E(Base):
    A = line(5, "when", symbol="N-A", status=HTTPStatus.GONE, retry=True, deprecated="use B")
"""
    [code] = codes_in(source, "errors.py")
    assert (code.symbol, code.comment, code.line) == ("N-A", "5\nwhen", 4)
    assert code.facts == {"status": 410, "retry": True, "deprecated": "use B"}


def test_another_function_that_is_called_code_makes_no_line(tmp_path):
    for source in (
        "from elsewhere import code\n",
        "def code(value): return value\n",
        "from rv_i18n import code\nclass Other:\n    code = 1\ncode = print\n",
    ):
        with pytest.raises(CatalogError, match=r"A: code\(5\) has to run to be known"):
            read(f"{source}class E(CodeEnum):\n    A = code(5)\n")
    with pytest.raises(CatalogError, match="nothing shows what CodeEnum makes of them"):
        read("from elsewhere import CodeEnum\nclass E(CodeEnum):\n    A = 5\n")


def test_constants_and_methods_of_another_source_of_the_project_are_read(tmp_path):
    (tmp_path / "base.py").write_text(
        "from enum import IntEnum\nFIRST = 1000\nLIMIT = 5\n"
        "class Base(IntEnum):\n    def __new__(cls, value, text, symbol=''):\n"
        "        self = int.__new__(cls, value)\n        self._value_ = value + LIMIT\n"
        "        self.symbol = symbol\n        return self\n"
    )
    (tmp_path / "errors.py").write_text(
        "from base import Base, FIRST as START\nLIMIT = 0\n"
        "class Errors(Base):\n    A = START + 1, 'a'\n    B = START, 'b', 'B-B'\n"
    )
    [found] = read_lists(["errors.py"], str(tmp_path))
    assert [(code.symbol, code.value) for code in found.codes] == [("A", 1006), ("B-B", 1005)]


def test_a_name_that_is_bound_twice_or_too_late_is_no_constant():
    for before, after in (
        ("BASE = 1\nBASE = 2\n", ""),
        ("", "BASE = 1\n"),
        ("BASE = 1\ndef f():\n    global BASE\n    BASE = 2\n", ""),
        ("BASE = 1\nfor BASE in range(3): pass\n", ""),
        ("BASE = 1\nfrom x import BASE\n", ""),
    ):
        with pytest.raises(CatalogError, match="A: BASE has to run to be known"):
            read(f"{before}class E(IntEnum):\n    A = BASE\n{after}")


def test_other_names_of_a_code_are_kept_with_it(tmp_path):
    (tmp_path / "errors.py").write_text(
        "class E(IntEnum):\n    LOCKED = 1001\n    BLOCKED = 1001\n    SHUT = LOCKED\n"
    )
    [found] = read_lists(["errors.py"], str(tmp_path))
    assert list(found.names) == ["LOCKED", "BLOCKED", "SHUT"]
    assert [code.symbol for code in found.codes] == ["LOCKED"]


def test_what_is_ignored_or_no_member_is_no_code():
    source = """
        class E(IntEnum):
            _ignore_ = ["x"]
            x = 3
            A = member(x + 1)
            y = nonmember(5)
            B = y
    """
    assert read(source) == [("A", 4, ""), ("B", 5, "")]


def test_two_enums_may_have_the_same_names_with_a_prefix():
    source = "class E(CodeEnum):\n    A = 1\nclass F(CodeEnum, prefix='f.'):\n    A = 1\n"
    assert read(source) == [("A", 1, ""), ("f.A", 1, "")]


def test_a_member_that_is_found_by_its_number_is_no_enum_that_is_made():
    source = "class ErrorEnum(IntEnum):\n    A = 1\nDEFAULT = ErrorEnum(1)\n"
    assert read(source) == [("A", 1, "")]


def test_a_class_whose_base_is_unknown_is_an_error_or_named():
    source = "class Model(BaseModel):\n    size: int = 3\n\nclass E(IntEnum):\n    A = 1\n"
    with pytest.raises(
        CatalogError,
        match="errors.py:1: Model has codes, but nothing shows what BaseModel makes of them",
    ):
        read(source)
    assert read(source, class_name="E") == [("A", 1, "")]
    assert read(source, class_name="Model") == [("size", 3, "")]
    with pytest.raises(CatalogError, match="there is no class F in it"):
        read(source, class_name="F")
    with pytest.raises(CatalogError, match="F is no enum"):
        read(source + "class F: pass\n", class_name="F")


@pytest.mark.parametrize(
    "line",
    ["A = 1", "A = auto()", "A = 1, _('Told to a user')", "A: int = 5"],
)
def test_a_class_that_might_be_a_code_list_has_to_be_told(line):
    with pytest.raises(CatalogError) as caught:
        read(f"class Model(Base, x.Other):\n    {line}\nclass E(IntEnum):\n    B = 1\n")
    assert str(caught.value) == (
        "errors.py:1: Model has codes, but nothing shows what Base makes of them: fix that, or "
        "write path:Class in codes"
    )


def test_a_class_without_codes_may_have_any_base():
    source = "class Model(BaseModel):\n    name = 'x'\n    size = f()\n"
    assert read(source + "class E(IntEnum):\n    A = 1\n") == [("A", 1, "")]


def test_classes_that_derive_from_each_other_end_in_an_error():
    with pytest.raises(CatalogError):
        read("class A(B):\n    X = 1\nclass B(A):\n    Y = 2\n")
    chain = "".join(f"class C{n}(C{n + 1}):\n    A{n} = 1\n" for n in range(3000))
    with pytest.raises(CatalogError, match="^errors.py: something in it is nested too deeply$"):
        read(chain)


@pytest.mark.parametrize(
    "line",
    [
        "from studio.base import Base", "from .base import Base as Base", "from . import Base",
        "from studio.package import Base", "from ..outer import Base",
    ],
)  # fmt: skip
def test_a_base_that_another_source_of_the_project_has_is_found(tmp_path, line):
    package = tmp_path / "studio"
    (package / "package").mkdir(parents=True)
    base = "from enum import IntEnum\nclass Base(IntEnum):\n    pass\n"
    for name in ("base.py", "__init__.py", "package/__init__.py", "../outer.py"):
        (package / name).write_text(base)
    (package / "errors.py").write_text(f"{line}\nclass Errors(Base):\n    A = 1\n")
    assert symbols(["studio/errors.py"], tmp_path) == ["A"]


def test_a_relative_import_is_looked_for_only_where_python_looks(tmp_path):
    package = tmp_path / "studio"
    package.mkdir()
    for directory, bases in ((tmp_path, "(IntEnum)"), (package, "")):
        (directory / "base.py").write_text(f"class Base{bases}: pass\n")
    (package / "errors.py").write_text("from ..base import Base\nclass Errors(Base):\n    A = 1\n")
    assert symbols(["studio/errors.py"], tmp_path) == ["A"]


def test_a_base_of_a_base_is_found_in_a_third_source(tmp_path):
    (tmp_path / "house.py").write_text("class House(IntEnum): pass\n")
    (tmp_path / "base.py").write_text("from house import House\nclass Base(House): pass\n")
    (tmp_path / "errors.py").write_text("from base import Base\nclass Errors(Base):\n    A = 1\n")
    assert symbols(["errors.py"], tmp_path) == ["A"]


def test_sources_that_import_each_other_end_in_an_error(tmp_path):
    (tmp_path / "a.py").write_text("from b import B\nclass A(B):\n    X = 1\n")
    (tmp_path / "b.py").write_text("from a import A\nclass B(A):\n    Y = 2\n")
    with pytest.raises(CatalogError, match=r"a\.py:2: A has codes, but nothing shows what B"):
        read_lists(["a.py"], str(tmp_path))


def test_a_base_outside_the_project_is_not_looked_for(tmp_path):
    (tmp_path / "base.py").write_text("class Base(IntEnum): pass\n")
    project = tmp_path / "project"
    project.mkdir()
    source = "from base import Base\nfrom nowhere import *\nclass A(Base):\n    X = 1\n"
    (project / "a.py").write_text(source)
    with pytest.raises(CatalogError, match="nothing shows what Base makes of them"):
        read_lists(["a.py"], str(project))


def test_codes_of_several_sources_are_one_list(tmp_path):
    (tmp_path / "a.py").write_text("class A(IntEnum):\n    X = 3\n")
    (tmp_path / "b.py").write_text("class B(IntEnum):\n    Y = 1\nclass C(IntEnum):\n    X = 9\n")
    assert symbols(["a.py", "b.py:B"], tmp_path) == ["X", "Y"]
    with pytest.raises(CatalogError, match=r"b\.py:4: X is already used in a\.py:2"):
        read_lists(["a.py", "b.py"], str(tmp_path))


@pytest.mark.parametrize(
    ("spec", "path", "name"),
    [
        ("errors", "errors", ""),
        ("studio/errors.py:Errors", "studio/errors.py", "Errors"),
        (r"C:\errors.py", r"C:\errors.py", ""),
        (r"C:\errors.py:Errors", r"C:\errors.py", "Errors"),
    ],
)
def test_a_class_is_named_after_the_last_colon(spec, path, name):
    assert split_spec(spec) == (path, name)


GROWING = {
    "codes": lambda n: "class E(IntEnum):\n" + "".join(f"    A{k} = {k}\n" for k in range(n)),
    "codes by auto": lambda n: "class E(IntEnum):\n" + "".join(
        f"    A{k} = auto()\n" for k in range(n)),
    "classes": lambda n: "".join(f"class E{k}(IntEnum):\n    A{k} = {k}\n" for k in range(n)),
    "a line of classes": lambda n: "class E0(IntEnum):\n    pass\n" + "".join(
        f"class E{k + 1}(E{k}):\n    pass\n" for k in range(n)) + f"class E(E{n}):\n    A = 1\n",
    "bases": lambda n: "".join(f"class B{k}: pass\n" for k in range(n))
    + "class E(" + "".join(f"B{k}, " for k in range(n)) + "IntEnum):\n    A = 1\n",
    "constants": lambda n: "A0 = 1\n" + "".join(f"A{k + 1} = A{k} + 1\n" for k in range(n))
    + f"class E(IntEnum):\n    A = A{n}\n",
    "imports": lambda n: "".join(f"from a{k} import B{k}\n" for k in range(n))
    + "class E(IntEnum):\n    A = 1\n",
    "aliases": lambda n: "class E(IntEnum):\n    A = 1\n" + "".join(
        f"    B{k} = A\n" for k in range(n)),
    "decorators": lambda n: "@a\n" * n + "class E(IntEnum):\n    A = 1\n" + "".join(
        f"    B{k} = A\n" for k in range(n)),
}  # fmt: skip


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (f"class E(CodeEnum, prefix='{'p' * 2000}'):\n    A = 1", "p... has more than 2,000 char"),
        (f"D = '{'d' * 2001}'\nclass E(CodeEnum):\n    A = 1, D", "its description has more than"),
        (f"D = '{'d' * 2001}'\nclass E(CodeEnum):\n    A = code(1, x=D)", "d... has more than 2,0"),
        (f"class E(CodeEnum):\n    A = code(1, x=0x{'f' * 9000})", "an integer of 36000 bits has"),
        ("class E(CodeEnum):\n    A = code(1, x=-1e999)", "A: -inf is a number that JSON has not"),
        (
            "class E(int, Enum):\n    def __new__(cls, v):\n"
            + "        x = 1\n" * 200
            + "        return int.__new__(cls, v)\n    A = 1",
            "what makes its members is too long to be followed for each",
        ),
    ],
    ids=["prefix", "description", "fact", "number", "infinity", "method"],
)
def test_what_many_lines_may_share_is_short_and_can_be_written(source, reason):
    with pytest.raises(CatalogError, match=reason):
        read("from rv_i18n import CodeEnum, code\nfrom enum import Enum\n" + source)


@pytest.mark.parametrize("kind", GROWING)
def test_the_steps_grow_only_in_proportion_to_a_source(kind):
    few, many = (
        steps_of(lambda number=number: read(GROWING[kind](number))) for number in (200, 800)
    )
    assert many <= 4.5 * few + 100


def test_a_source_that_is_reached_in_many_ways_is_read_once(tmp_path):
    # A class of two bases in each of thirty sources: 2 to the 30th ways from the first to the last.
    for number in range(30):
        names = f"from m{number + 1} import A as X, A as Y\nclass A(X, Y):\n    pass\n"
        (tmp_path / f"m{number}.py").write_text(names)
    (tmp_path / "m30.py").write_text("class A(IntEnum):\n    pass\n")
    (tmp_path / "errors.py").write_text("from m0 import A\nclass E(A):\n    X = 1\n")
    script = (
        "from rv_i18n.tools.codes.read import read_lists; print(read_lists(['errors.py'], '.'))"
    )
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=tmp_path,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert "symbol='X'" in done.stdout, done.stderr
