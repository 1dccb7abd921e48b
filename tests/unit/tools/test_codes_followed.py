"""Expressions and methods of a code list that are followed, with the answers of Python itself."""

from __future__ import annotations

import textwrap

import pytest

from rv_i18n import CatalogError
from rv_i18n.tools.codes.read import codes_in, read_lists

EXPRESSIONS = [
    "5 or 6",
    "0 or 6",
    "0 or None or 6",
    "1 and 6",
    "3 if 1 else 4",
    "3 if None else 4",
    "(None is None) + 3",
    "(None is not None) + 3",
    "len('abc') if 0 else 7",
]


@pytest.mark.parametrize("expression", EXPRESSIONS)
def test_an_expression_is_what_python_makes_of_it(expression):
    assert values(f"class E(Enum):\n    A = {expression}\n") == {"A": eval(expression)}


@pytest.mark.parametrize(
    "expression",
    [
        "-'x'",
        "(1 << 256) * (1 << 256) + 1",
        "1 << -1",
        "4 / 2",
        "f() or 6",
        "0 or f()",
        "3 if f() else 4",
        "3 if 1 < 2 < 3 else 4",
        "3 if 1 is 1 else 4",
        "3 if None < None else 4",
        "f'{5:>9}'",
        "f'{5!r}'",
        "f'{None}'",
        "f'{\"a\":d}'",
        "1 @ 2",
        "code(1, value=2)",
        "code(1, 'a', description='b')",
        "code(description='b')",
    ],
)
def test_an_expression_that_would_have_to_run_is_an_error(expression):
    with pytest.raises(CatalogError, match="^errors.py:2: A: .* has to run to be known"):
        read(f"class E(CodeEnum):\n    A = {expression}\n")


METHODS = {
    "a return before the end": """
        def __new__(cls, value, text):
            member = int.__new__(cls, value)
            member._value_ = value
            if text:
                return member
            member._value_ = 99
            return member
        A = 5, "a"
        B = 6, ""
    """,
    "annotations, pass and a docstring": """
        def __new__(cls, value, *rest):
            '''Makes it.'''
            kept: int
            kept: int = value + 1
            pass
            member = super().__new__(cls, kept)
            member._value_ = kept
            return member
        A = 5, "a", "b"
    """,
    "keywords with defaults": """
        def __new__(cls, value, *, more=10, **options):
            member = int.__new__(cls, value + more)
            member._value_ = value + more
            return member
        A = 5
    """,
    "an __init__ that returns": """
        def __init__(self, value):
            self.kept = value
            return
            self.kept = 0
        A = 5
    """,
}


@pytest.mark.parametrize("body", METHODS.values(), ids=METHODS)
def test_a_method_does_what_it_does_in_python(body):
    source = f"class E(int, Enum):\n{textwrap.indent(textwrap.dedent(body), '    ')}"
    namespace: dict = {}
    exec(f"from enum import Enum\n{source}", namespace)
    assert values(source) == {each.name: each.value for each in namespace["E"]}


NEW = "def __new__(cls, value, more=''):\n    "
MADE = "m = int.__new__(cls, value)\n    m._value_ = value\n    "


@pytest.mark.parametrize(
    ("base", "method", "line", "reason"),
    [
        ("int, Enum", f"{NEW}{MADE}", 2, "__new__ returns no member"),
        ("int, Enum", f"{NEW}{MADE}return 5", 5, "what __new__ or __init__ does here"),
        ("int, Enum", f"{NEW}{MADE}if f(): pass\n    return m", 5, "what __new__ or __init__"),
        ("int, Enum", f"{NEW}{MADE}for m in []: pass\n    return m", 5, "what __new__ or"),
        ("int, Enum", f"{NEW}{MADE}m[0] = 1\n    return m", 5, "what __new__ or __init__"),
        ("int, Enum", f"{NEW}{MADE}m._name_ = 'X'\n    return m", 5, "what __new__ or __init__"),
        ("int, Enum", f"{NEW}{MADE}print(m)\n    return m", 5, "what __new__ or __init__"),
        ("int, Enum", f"{NEW}m = int.__new__(cls, value=1)\n    return m", None, "."),
        ("Enum", f"{NEW}m = object.__new__(cls, value)\n    return m", 3, "not every Python lets"),
        (
            "int, Enum",
            "def __new__(cls, value, *, more):\n    return int.__new__(cls, value)",
            None,
            "__new__ wants more by name",
        ),
        ("bytes, Enum", "def f(self): pass", None, "bytes makes of it has to run"),
        ("IntEnum", "symbol = property(lambda self: 'x')", None, "symbol has to run to be known"),
        (
            "IntEnum",
            "def __init__(self, value):\n    super().__init__(value)",
            None,
            r"not every Python takes super\(\).__init__ with elements here",
        ),
    ],
)
def test_a_method_that_would_have_to_run_is_an_error(base, method, line, reason):
    body = textwrap.indent(method, "    ")
    with pytest.raises(CatalogError, match=f"^errors.py(:[0-9]+)?: .*{reason}") as caught:
        read(f"class E({base}):\n{body}\n    A = 5\n")
    assert line in (None, caught.value.line)


def test_an_init_may_call_that_of_an_enum_without_elements():
    source = "class E(IntEnum):\n    def __init__(self, value):\n        super().__init__()\n"
    assert values(f"{source}    A = 5\n") == {"A": 5}


@pytest.mark.parametrize(
    ("call", "reason"),
    [
        ("()", "CodeEnum.__init__ takes no 0 elements"),
        ("(value, 'a', 'b', {}, 5)", "CodeEnum.__init__ takes no 5 elements"),
        ("(value, 'a', 'b', 5)", r"its facts have to run to be known: write code\(…\)"),
    ],
)
def test_elements_that_the_base_does_not_take_are_an_error(call, reason):
    source = "class E(CodeEnum):\n    def __init__(self, value):\n        super().__init__"
    with pytest.raises(CatalogError, match=f"A: {reason}"):
        read(f"{source}{call}\n    A = 5\n")


def test_ignored_names_cannot_be_members_already():
    with pytest.raises(CatalogError, match="errors.py:3: _ignore_ has names that are members"):
        read("class E(IntEnum):\n    A = 5\n    _ignore_ = ['A']\n")


def test_a_choice_whose_last_element_is_no_label_is_an_error():
    with pytest.raises(CatalogError, match="errors.py:2: A: "):
        read("class E(IntegerChoices):\n    A = 5, 6\n")


def test_a_generic_base_is_the_base():
    source = "class Base(Generic[T]): pass\nclass E(Base[int], IntEnum):\n    A = 5\n"
    assert values(source) == {"A": 5}


def test_lines_for_type_checkers_alone_are_no_codes():
    source = """
        class E(IntEnum):
            if TYPE_CHECKING:
                B: int
            else:
                A = 5
            if not TYPE_CHECKING:
                C = 6
    """
    assert values(source) == {"A": 5, "C": 6}


def test_a_class_of_annotations_is_no_list():
    source = "class Model(Base):\n    size: int\n    print()\nclass E(IntEnum):\n    A = 5\n"
    assert values(source) == {"A": 5}


def test_a_name_that_two_sources_share_is_an_error_with_both(tmp_path):
    for name in ("a.py", "b.py"):
        (tmp_path / name).write_text("from enum import IntEnum\nclass E(IntEnum):\n    A = 5\n")
    with pytest.raises(CatalogError, match=r"b.py:3: A is already used in a.py:3: give one"):
        read_lists(["a.py", "b.py"], str(tmp_path))
    both = "from enum import IntEnum\nclass E(IntEnum):\n    A = 5\nclass F(IntEnum):\n    A = 6\n"
    (tmp_path / "a.py").write_text(both)
    with pytest.raises(CatalogError, match=r"a.py:5: A is already used in line 3: give one"):
        read_lists(["a.py"], str(tmp_path))


def test_a_symbol_that_a_base_computes_is_an_error():
    source = "class Named:\n    @property\n    def symbol(self): return 'x'\n"
    with pytest.raises(CatalogError, match="A: its symbol has to run to be known"):
        read(f"{source}class E(Named, IntEnum):\n    A = 5\n")


def read(source):
    """The codes in a source."""
    return codes_in(textwrap.dedent(source).encode(), "errors.py")


def values(source):
    """The value of each code in a source."""
    return {code.symbol: code.value for code in read(source)}
