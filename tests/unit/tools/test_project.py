"""A project's table and its code list: what is read, and what the errors say."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest
from trees import COMMENTS, LOCALES, ROOT, edit, steps_of

from rv_i18n import CatalogError, ErrorCode
from rv_i18n.tools.codes.read import codes_in, read_codes, split_spec
from rv_i18n.tools.project import find_project, load_project, project_for, shipped_project, short


def read(source, **options):
    """Symbol, number and description of the codes in a source."""
    data = source if isinstance(source, bytes) else textwrap.dedent(source).encode()
    return [code[:3] for code in codes_in(data, "errors.py", **options)]


def test_the_table_says_what_the_tools_need(studio):
    project = load_project(str(studio.root))
    assert project.localedir == str(studio.locales)
    assert (project.domain, project.source, project.name) == ("my_studio", "zh_CN", "my-studio")
    assert (project.title, project.ignore, project.kept, project.families) == ("", [], {}, {})
    assert project.bugs == "https://studio.example/bugs"
    codes = [(code.symbol, code.number, code.description) for code in project.codes]
    assert codes == [(symbol, number, line) for symbol, (number, line) in COMMENTS.items()]
    assert {code.path for code in project.codes} == {str(studio.codes)}


def test_the_directory_of_the_catalogues_may_have_any_name(studio):
    edit(studio.pyproject, '"locales"', '"texts/all"')
    assert load_project(str(studio.root)).localedir == str(studio.root / "texts/all")


@pytest.mark.parametrize("name", ["604", '["my-studio"]'])
def test_a_name_of_the_project_that_is_no_text_is_passed_over(studio, name):
    edit(studio.pyproject, 'name = "my-studio"', f"name = {name}")
    assert load_project(str(studio.root)).name == "my_studio"


def test_what_the_table_leaves_out_has_a_default(tmp_path):
    (tmp_path / "pyproject.toml").write_text('[tool.rv-i18n]\ncodes = ["a.py"]\ndomain = "d"\n')
    project = load_project(str(tmp_path))
    assert project.localedir == str(tmp_path / "locales")
    assert (project.source, project.name, project.bugs) == ("en", "d", "")


def test_every_key_of_the_table_is_read(studio):
    with studio.pyproject.open("a", encoding="utf-8") as file:
        file.write('title = "错误"\nignore = ["max-length"]\n')
        file.write('families = {900 = "B", -5 = "A"}\nkept = {"BAD FILES" = ",戶"}\n')
    project = load_project(str(studio.root))
    assert (project.title, project.ignore) == ("错误", ["max-length"])
    assert list(project.families.items()) == [(-5, "A"), (900, "B")]
    assert project.kept == {"BAD FILES": ",戶"}


def test_the_nearest_table_upwards_is_found(studio, tmp_path):
    inner = studio.root / "my_studio/deep/down"
    inner.mkdir(parents=True)
    (inner.parent / "pyproject.toml").write_text("[tool.other]\n")
    found = find_project(str(inner))
    assert found is not None
    assert found.directory == str(studio.root)
    assert found.file == str(studio.pyproject)


def test_without_a_table_there_is_no_project(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert find_project(".") is None
    with pytest.raises(CatalogError, match=r"no pyproject.toml with a table \[tool.rv-i18n\]"):
        load_project(".")
    with pytest.raises(CatalogError, match=r"no pyproject.toml with a table \[tool.rv-i18n\]"):
        project_for(None)
    assert project_for("locales").domain == "rv_i18n"
    assert not project_for("locales").directory


def test_the_directory_that_a_command_is_given_decides(studio, tmp_path, monkeypatch):
    monkeypatch.chdir(ROOT)
    assert project_for(None).localedir == "locales"
    assert project_for(str(studio.locales)).domain == "my_studio"
    assert project_for(str(studio.locales)).is_at_home
    monkeypatch.chdir(studio.root)
    elsewhere = project_for(os.path.join(os.sep, "no", "such", "directory"))
    assert (elsewhere.domain, elsewhere.is_at_home) == ("my_studio", False)


def test_a_path_is_shortened_only_below_the_working_directory(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    assert short(str(tmp_path / "a/b")) == os.path.join("a", "b")
    assert short(os.sep) == os.sep


def test_the_catalog_of_a_project_answers_for_its_codes(studio):
    catalog = load_project(str(studio.root)).catalog()
    assert catalog.message(604, "ja-JP") == "認証コードが正しくありません"
    assert catalog.lookup(604).code.name == catalog.lookup(604).symbol
    assert catalog.message("BAD FILES", "zh-HK") == "檔案損毀"
    assert catalog.message(800, "fr") == "A file is damaged"  # English, then the source
    studio.po("en").unlink()
    assert load_project(str(studio.root)).catalog().message(800, "fr") == "文件损坏"
    edit(studio.pyproject, 'source = "zh_CN"', 'source = "ja"')
    assert load_project(str(studio.root)).catalog().message(800, "fr") == "ファイルが壊れています"


def test_symbolic_names_that_an_enum_cannot_have_work_too(studio):
    edit(studio.codes, '"BAD FILES"', '"_private_"')
    edit(studio.codes, "SUCCESS = 200", "mro = 200")
    edit(studio.ja, '"BAD FILES"', '"_private_"')
    catalog = load_project(str(studio.root)).catalog()
    assert catalog.message(800, "ja") == "ファイルが壊れています"
    assert catalog.message(200, "ja") == "mro"


def test_the_shipped_codes_are_a_project_too():
    project = shipped_project()
    assert [code.symbol for code in project.codes] == [code.symbol for code in sorted(ErrorCode)]
    assert {"en", "zh_CN"} <= set(project.catalog().locales())
    own = load_project(str(ROOT))
    assert (own.domain, own.source, own.bugs) == (project.domain, project.source, project.bugs)
    assert [code[:3] for code in own.codes] == [code[:3] for code in project.codes]
    assert own.localedir == str(LOCALES)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("domain = ", "domian = ", "has an unknown key 'domian'; did you mean domain?"),
        ("domain = ", "xyz = 1\ndomain = ", "an unknown key 'xyz': the keys are codes, localedir"),
        ('domain = "my_studio"', "", "lacks domain: the gettext domain, such as"),
        ('codes = ["my_studio/errors.py"]', "", "lacks codes: a list of sources"),
        ('["my_studio/errors.py"]', "[]", "codes: a list of sources"),
        ('["my_studio/errors.py"]', '"my_studio/errors.py"', "codes: a list of sources"),
        ('["my_studio/errors.py"]', "[1]", "codes: a list of sources"),
        ('"my_studio"', '"../my_studio"', "domain: the gettext domain"),
        ('"my_studio"', '""', "domain: the gettext domain"),
        ('"my_studio"', "3", "domain: the gettext domain"),
        ('"zh_CN"', '"no language"', "source: the catalogue that is written first"),
        ('"locales"', "true", "localedir: the directory of the catalogues"),
        ('"https://studio.example/bugs"', '"a\\nb"', "bugs: the address"),
        ("bugs = ", 'title = " x"\nbugs = ', "title: the heading"),
        ("bugs = ", 'families = {a = "b"}\nbugs = ', "families: a table such as"),
        ("bugs = ", "families = {5 = 6}\nbugs = ", "families: a table such as"),
        ("bugs = ", 'families = ["a"]\nbugs = ', "families: a table such as"),
        ("bugs = ", 'ignore = "a"\nbugs = ', "ignore: a list of rules"),
        ("bugs = ", "kept = {FAIL = 1}\nbugs = ", "kept: a table of symbolic names"),
        ("bugs = ", "kept = []\nbugs = ", "kept: a table of symbolic names"),
    ],
)
def test_a_fault_of_the_table_names_file_key_and_what_is_expected(studio, old, new, reason):
    edit(studio.pyproject, old, new)
    with pytest.raises(CatalogError) as caught:
        load_project(str(studio.root))
    assert caught.value.path == str(studio.pyproject)
    assert caught.value.reason.startswith("[tool.rv-i18n] ")
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"[tool.rv-i18n", "at end of document|at line 1"),
        (b"[tool.rv-i18n]\n\xff", "utf-8"),
        (b"[tool.rv-i18n]\nx = " + b"[" * 100_000, "recursion|TOML"),
        (b"[tool]\nrv-i18n = 3", r"\[tool.rv-i18n\] must be a table$"),
    ],
)
def test_a_file_that_is_not_toml_is_named(tmp_path, content, reason):
    (tmp_path / "pyproject.toml").write_bytes(content)
    with pytest.raises(CatalogError, match=rf"pyproject.toml: .*({reason})"):
        find_project(str(tmp_path))


TABLES = [
    '[tool.rv-i18n]\ncodes = ["a.py"]\ndomain = "d"',
    '[ tool . "rv-i18n" ]\ncodes = ["a.py"]\ndomain = "d"',
    "[tool.'rv-i18n']\ncodes = ['a.py']\ndomain = 'd'",
    '["tool"]\n[tool.black]\n["tool"."rv-i18n"]\ncodes = ["a.py"]\ndomain = "d"',
    'tool.rv-i18n.codes = ["a.py"]\ntool.rv-i18n.domain = "d"',
    'tool = {rv-i18n = {codes = ["a.py"], domain = "d"}}',
    'tool = {"rv-i18n" = {codes = ["a.py"], domain = "d"}}',
    '[tool]\nblack = {}\nrv-i18n.codes = ["a.py"]\nrv-i18n.domain = "d"',
    '[tool] # all\r\nx = 1\r\n  "rv-i18n" = {codes = ["a.py"], domain = "d"}',
]


@pytest.mark.parametrize("table", TABLES)
def test_the_table_is_found_however_toml_lets_it_be_written(tmp_path, table):
    (tmp_path / "pyproject.toml").write_bytes(table.encode())
    assert load_project(str(tmp_path)).domain == "d"


@pytest.mark.parametrize("content", ["tool = 3\n", "[tool]\n", "[project]\nname = 3\n"])
def test_a_file_without_the_table_is_passed_over(tmp_path, content):
    (tmp_path / "pyproject.toml").write_text(content)
    assert find_project(str(tmp_path)) is None


SEVERAL = """
    import enum
    from django.db import models

    class Colour(enum.Enum):
        RED = "red"

    class Base(IntEnum):
        def text(self):
            return 4, "Inside a method"

    class Late(Base):
        "A docstring."
        description: str
        _hidden_ = 7
        __private = 8
        LATE_ONE = 30, "In two" " pieces"
        BLUE: int = -2
        MOST = 0x7FFFFFFFFFFFFFFF
        SPACED = 5, "Has a name of its own", "SPA CED"
        ALIAS = BLUE
        label = property(lambda self: 1)
        label._of = {}
        kind = classmethod
        show = lambda self: 2
        first = second = 9, "Two names at once", "only one"

    class Choice(models.IntegerChoices):
        HEX = 0x10, _("To be translated")

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
    ]


@pytest.mark.parametrize("base", ["IntEnum", "enum.IntEnum", "models.IntegerChoices", "Enum"])
def test_auto_counts_as_python_does(base):
    source = f"class E({base}):\n    A = auto()\n    B = enum.auto()\n    C = 7\n    D = auto()\n"
    assert read(source) == [("A", 1, ""), ("B", 2, ""), ("C", 7, ""), ("D", 8, "")]


@pytest.mark.parametrize(
    "source",
    [
        "class E(IntEnum):\n    A = 9\n    B = 2\n    C = auto()\n",  # 3.13 gives 10, older ones 3
        'class E(IntEnum):\n    A = 9, "nine"\n    B = auto()\n',
        "class E(IntFlag):\n    A = auto()\n",
        "class E(HouseEnum):\n    A = auto()\n",
        "class E(IntEnum):\n    def _generate_next_value_(*a): return 7\n    A = auto()\n",
    ],
)
def test_auto_is_an_error_if_its_value_is_not_known(source):
    with pytest.raises(CatalogError, match=r"errors.py:\d: \w: the value of auto\(\) is not known"):
        read(source)


@pytest.mark.parametrize(
    ("body", "line", "reason"),
    [
        ("A = max(1, 2)", 2, "A: its number is not known"),
        ("A = 1 + 1", 2, "A: its number is not known"),
        ("A = +1", 2, "A: its number is not known"),
        ("A = B", 2, "A: its number is not known"),
        ("A = True\n    B = 1", 2, "A: its number is not known"),
        ("A = 1\n    B = 'x'", 3, "B: its number is not known"),
        ("A = {}", 2, "A: its number is not known"),
        ("A = ()", 2, "A: not of the form NAME = number"),
        ("A = 1, 'a', 'b', 2", 2, "A: not of the form NAME = number"),
        ("A = 1, 2", 2, "A: its description is not a string"),
        ("A = 1, f'{x}'", 2, "A: its description is not a string"),
        ("A = 1, 'a', ['b']", 2, "A: its symbolic name is not a string"),
        ("A = 1, 'a', ''", 2, "A: its symbolic name is empty"),
        ("A = 1, 'a', ' b'", 2, "A: its symbolic name has white space at its start or end"),
        ("A = 1, 'a\\n'", 2, "A: its description has a line feed"),
        ("A = 1, '\\ud800'", 2, "A: its description has a line feed or another"),
        ("A = 1, '\\x1b[2J'", 2, "A: its description has a line feed or another"),
        ("A = 0x" + "f" * 5000, 2, "A: its number has more than 63 bits"),
        ("A = " + "9" * 5000, None, "Exceeds the limit|its number has more than 63 bits"),
        ("A, B = 1, 2", 2, r"\(A, B\): its description is not a string"),
        ("if x:\n        A = 1", 3, "A: a code that is made when the source runs"),
        ("A = 1\n    if x:\n        B = A\n        C = 2", 5, "C: a code that is made when"),
        ("A = auto", 2, "A: its number is not known"),
        ("A = 0x8000000000000000", 2, "A: its number has more than 63 bits"),
        ("locals().update(a)\n    A = 1", 2, r"locals\(\)\.update\(a\): a code that is made"),
        ("A = " + "1+" * 3000 + "1", None, "nested too deep|is not known"),
        ("A = " + "-" * 90_000 + "1", None, "nested too deep"),
        ("A = (", None, "was never closed|EOF"),
        ("A = 1 2", 2, "invalid syntax[^(]*$"),
        ("A = 1\0", None, "null byte"),
        ("pass", None, "no code in it: no class in it is an enum that has a line NAME = number"),
    ],
)
def test_what_cannot_be_read_is_an_error_with_its_line(body, line, reason):
    with pytest.raises(CatalogError, match=rf"^errors.py(:\d+)?: .*({reason})") as caught:
        read(f"class E(IntEnum):\n    {body}\n")
    assert line in (None, caught.value.line)


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


def test_an_enum_that_is_made_by_a_call_is_an_error():
    with pytest.raises(CatalogError, match="errors.py:3: an enum that is made by a call"):
        read("class E(IntEnum):\n    A = 1\nF = IntEnum('F', {'B': 2})\n")


def test_a_member_that_is_found_by_its_number_is_no_enum_that_is_made():
    source = "class ErrorEnum(IntEnum):\n    A = 1\nDEFAULT = ErrorEnum(1)\n"
    assert read(source) == [("A", 1, "")]


def test_a_class_whose_base_is_unknown_is_an_error_or_named():
    source = "class Model(BaseModel):\n    size: int = 3\n\nclass E(IntEnum):\n    A = 1\n"
    with pytest.raises(CatalogError, match="errors.py:1: Model has codes, but nothing shows that"):
        read(source)
    assert read(source, class_name="E") == [("A", 1, "")]
    assert read(source, class_name="Model") == [("size", 3, "")]
    with pytest.raises(CatalogError, match="there is no class F in it"):
        read(source, class_name="F")
    with pytest.raises(CatalogError, match="no code in it: F has a line|no code in it: F has"):
        read(source + "class F: pass\n", class_name="F")


@pytest.mark.parametrize(
    "line",
    ["A = 1", "A = auto()", "A = 1, _('Told to a user')", "if x:\n        A = 's'\n        B = 1"],
)
def test_a_class_that_might_be_a_code_list_has_to_be_told(line):
    with pytest.raises(CatalogError) as caught:
        read(f"class Model(Base, x.Other):\n    {line}\nclass E(IntEnum):\n    B = 1\n")
    assert str(caught.value) == (
        "errors.py:1: Model has codes, but nothing shows that Base, x.Other is an enum: fix that, "
        "or write path:Class in codes"
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
    [code] = read_codes(["studio/errors.py"], str(tmp_path))
    assert code.symbol == "A"


def test_a_relative_import_is_looked_for_only_where_python_looks(tmp_path):
    package = tmp_path / "studio"
    package.mkdir()
    for directory, bases in ((tmp_path, "(IntEnum)"), (package, "")):
        (directory / "base.py").write_text(f"class Base{bases}: pass\n")
    (package / "errors.py").write_text("from ..base import Base\nclass Errors(Base):\n    A = 1\n")
    assert [code.symbol for code in read_codes(["studio/errors.py"], str(tmp_path))] == ["A"]


def test_a_base_of_a_base_is_found_in_a_third_source(tmp_path):
    (tmp_path / "house.py").write_text("class House(IntEnum): pass\n")
    (tmp_path / "base.py").write_text("from house import House\nclass Base(House): pass\n")
    (tmp_path / "errors.py").write_text("from base import Base\nclass Errors(Base):\n    A = 1\n")
    assert [code.symbol for code in read_codes(["errors.py"], str(tmp_path))] == ["A"]


def test_sources_that_import_each_other_end_in_an_error(tmp_path):
    (tmp_path / "a.py").write_text("from b import B\nclass A(B):\n    X = 1\n")
    (tmp_path / "b.py").write_text("from a import A\nclass B(A):\n    Y = 2\n")
    with pytest.raises(CatalogError, match=r"a\.py:2: A has codes, but nothing shows that B"):
        read_codes(["a.py"], str(tmp_path))


def test_a_base_outside_the_project_is_not_looked_for(tmp_path):
    (tmp_path / "base.py").write_text("class Base(IntEnum): pass\n")
    project = tmp_path / "project"
    project.mkdir()
    source = "from base import Base\nfrom nowhere import *\nclass A(Base):\n    X = 1\n"
    (project / "a.py").write_text(source)
    with pytest.raises(CatalogError, match="nothing shows that Base is an enum"):
        read_codes(["a.py"], str(project))


def test_codes_of_several_sources_are_one_list(tmp_path):
    (tmp_path / "a.py").write_text("class A(IntEnum):\n    X = 3\n")
    (tmp_path / "b.py").write_text("class B(IntEnum):\n    Y = 1\nclass C(IntEnum):\n    X = 9\n")
    codes = read_codes(["a.py", "b.py:B"], str(tmp_path))
    assert [(code.symbol, code.number) for code in codes] == [("Y", 1), ("X", 3)]
    with pytest.raises(CatalogError, match=r"b\.py:4: X is already used in a\.py:2"):
        read_codes(["a.py", "b.py"], str(tmp_path))


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
        f"class E{k + 1}(E{k}):\n    A{k} = {k}\n" for k in range(n)),
    "bases": lambda n: "class E(" + "".join(f"B{k}, " for k in range(n)) + "IntEnum):\n    A = 1\n",
    "imports": lambda n: "".join(f"from a{k} import B{k}\n" for k in range(n))
    + "class E(IntEnum):\n    A = 1\n",
    "aliases": lambda n: "class E(IntEnum):\n    A = 1\n" + "    B = A\n" * n,
}  # fmt: skip


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
        "from rv_i18n.tools.codes.read import read_codes; print(read_codes(['errors.py'], '.'))"
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
