"""Tables that somebody already has: read, made a code list, and compared with one."""

from __future__ import annotations

import json
import keyword
import sys

import polib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from records import SEARCHED, searched_project, several_lists
from trees import ROOT, steps_of, write

from rv_i18n import CatalogError
from rv_i18n.cli import main
from rv_i18n.tools.codes.read import codes_in
from rv_i18n.tools.importing.enum_source import enum_source
from rv_i18n.tools.importing.rows import TableRow, read_rows
from rv_i18n.tools.reference.formats import render
from rv_i18n.tools.reference.rows import reference

PAGE = ROOT / "tests/data/codes.rst"


@pytest.fixture
def read(tmp_path):
    """Reads a table from a file: value, name, description, texts."""

    def read(content, name="table.csv", source="en", locales=()):
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        rows = read_rows(str(path), source, locales)
        return [(row.value, row.symbol, row.description, row.texts) for row in rows]

    return read


@pytest.fixture
def project(tmp_path, monkeypatch):
    """A project without codes or catalogues, which is the working directory."""
    (tmp_path / "pyproject.toml").write_text(
        '[tool.rv-i18n]\ncodes = ["errors.py:Errors"]\ndomain = "studio"\nsource = "zh_CN"\n'
    )
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_farms_page_is_read_cell_for_cell(seed):
    rows = read_rows(str(PAGE), "zh_CN", [])
    assert [(row.value, row.symbol, row.texts) for row in rows] == [
        (row.number, row.symbol, {"zh_CN": row.text}) for row in seed
    ]


@pytest.mark.parametrize("style", ["csv", "json"])
def test_what_table_writes_for_programs_is_read_back(tmp_path, style):
    shown = reference(searched_project(tmp_path), list(SEARCHED[0]["messages"]))
    (tmp_path / f"t.{style}").write_bytes(render(style, shown).encode())
    rows = read_rows(str(tmp_path / f"t.{style}"), "en", [])
    assert [(row.value, row.symbol, row.texts) for row in rows] == [
        (row["code"], row["symbol"], row["messages"]) for row in SEARCHED
    ]


@pytest.mark.parametrize("locale", ["en", "zh_CN", "zh_TW", "ja", "ko"])
def test_an_rst_table_in_one_language_is_read_back_by_the_heads_of_that_language(tmp_path, locale):
    shown = reference(searched_project(tmp_path), [locale])
    (tmp_path / "t.rst").write_text(render("rst", shown), encoding="utf-8")
    rows = read_rows(str(tmp_path / "t.rst"), locale, [])
    assert [(row.value, row.symbol, row.texts) for row in rows] == [
        (row["code"], row["symbol"], {locale: row["messages"][locale]}) for row in SEARCHED
    ]


def test_an_rst_table_in_several_languages_is_read_back_by_their_names(tmp_path):
    shown = reference(searched_project(tmp_path), ["zh_CN", "en", "ja"])
    (tmp_path / "t.rst").write_text(render("rst", shown), encoding="utf-8")
    rows = read_rows(str(tmp_path / "t.rst"), "en", [])
    assert [row.texts["ja"] for row in rows] == [row["messages"]["ja"] for row in SEARCHED]
    assert {*rows[0].texts} == {"zh_CN", "en", "ja"}


def test_facts_and_descriptions_of_json_are_read(tmp_path, read):
    row = {"code": 5, "symbol": "A", "messages": {"en": "a", "ja": "b"}, "borrowed": {"ja": "en"},
           "description": "When", "facts": {"status": 404}}  # fmt: skip
    assert read(json.dumps([row]), "t.json") == [(5, "A", "When", {"en": "a"})]
    assert read_rows(str(tmp_path / "t.json"), "en", [])[0].facts == {"status": 404}


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("code,symbol,en\n5,A,a\n", [(5, "A", "", {"en": "a"})]),
        ("\ufeffNumber;Name;Text\r\n5;A;a, b\r\n", [(5, "A", "", {"en": "a, b"})]),
        ("Code\tMessage\tkey\n-5\ta\tA B\n", [(-5, "A B", "", {"en": "a"})]),
        ("code,name,description\n5,A,When it is\n", [(5, "A", "When it is", {})]),
        ("5,A_B,It failed\n6,C,And so on\n", [(5, "A_B", "", {"en": "It failed"}),
                                               (6, "C", "", {"en": "And so on"})]),
        ("Nr,What,Why\n5,FAILED,It failed\n", [(5, "FAILED", "", {"en": "It failed"})]),
        ("code,en\n5,It failed\n", [(5, "CODE_5", "", {"en": "It failed"})]),
        ("id,name,id\n5,A,a\n", [(5, "A", "", {"id": "a"})]),
        ("code,name\nBIL-1,A\n2,B\n", [("BIL-1", "A", "", {}), ("2", "B", "", {})]),
        ("code,name\n001,A\n002,B\n", [("001", "A", "", {}), ("002", "B", "", {})]),
        ("code,name,en\n5,A\n,,\n\n6,B,b\n", [(5, "A", "", {}), (6, "B", "", {"en": "b"})]),
        ('code,name,en\n5,A,"two\nlines"\n', [(5, "A", "", {"en": "two lines"})]),
        ("code,symbol,zh-CN,xx\n5,A,a,b\n", [(5, "A", "", {"zh_CN": "a"})]),
        ('code,message\n5,It failed (fr)\n', [(5, "CODE_5", "", {})]),
    ],
)  # fmt: skip
def test_columns_are_recognised_by_their_heads_or_by_what_is_in_them(read, content, rows):
    assert read(content) == rows


def test_a_table_of_a_spreadsheet_in_unicode_is_read(read):
    assert read("code\tname\ten\n5\tA\tä\n".encode("utf-16")) == [(5, "A", "", {"en": "ä"})]


def test_all_tables_of_a_document_that_have_codes_are_read(read):
    table = "==== ==== =====\nCode Name {}\n==== ==== =====\n{}    {}    x\n==== ==== =====\n\n"
    other = "==== ====\nWho  When\n==== ====\nme   now\n==== ====\n\n"
    document = "T\n=\n\n" + table.format("Text", 1, "A") + other + table.format("Text", 2, "B")
    assert [row[:2] for row in read(document, "t.txt")] == [(1, "A"), (2, "B")]


def test_a_document_can_include_no_other_file(tmp_path, read):
    (tmp_path / "secret.csv").write_text("code,name\n1,SECRET\n")
    document = f".. csv-table::\n   :file: {tmp_path / 'secret.csv'}\n   :header-rows: 1\n"
    with pytest.raises(CatalogError, match="t.rst:1: File and URL access deactivated"):
        read(document, "t.rst")


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("t.csv", "only one column\n", "a table of at least two columns is expected"),
        ("t.json", "[]", "no table of codes in it: a column of"),
        ("t.csv", 'a,"b\n', "unexpected end of data"),
        ("t.csv", "who,when\nme,now\n", "no table of codes in it: a column of"),
        ("t.csv", b"code,name\n5,\xff\n", "t.csv:2: not UTF-8: save it as UTF-8"),
        ("t.csv", b"PK\0\0", "a CSV, JSON or rst file is expected, not a binary one"),
        ("t.csv", "code,name\n5,A\n6,A\n", "A is in it twice"),
        ("t.csv", "code,name\n5,A\n,B\n", "row 2: the value of a code cannot be ''"),
        ("t.csv", "code,name\n5,A.action\n", "row 1: a symbolic name cannot be 'A.action'"),
        ("t.csv", f"code,name\n{2**63},A\n", "row 1: the number of a code has at most 63 bits"),
        ("t.json", "{", "t.json:1: Expecting property name|t.json:1: Expecting"),
        ("t.json", "{}", "a list of objects is expected, as table -f json writes it"),
        ("t.json", "[" * 100_000, "nested too deeply|Expecting value"),
        ("t.json", '[{"code": true, "name": "A"}]', "row 1: the value of a code must be"),
        ("t.rst", "No table\n", "there is no table in it"),
        ("t.rst", "== ==\na  b\n== =\n", r"t.rst:\d: Malformed table"),
        ("t.py", "class E(IntEnum): pass\n", "a table is expected, not Python"),
    ],
)  # fmt: skip
def test_what_is_no_table_of_codes_is_an_error(read, name, content, reason):
    with pytest.raises(CatalogError, match=reason):
        read(content, name)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("t.csv", f"code,name\n{'9' * 999},A\n", "row 1: the number of a code has at most 63 bits"),
        ("t.rst", "".join(f"{'  ' * at}- x\n\n" for at in range(500)), "nested too deeply"),
        ("t.csv", f"code{',x' * 1000}\n1{',y' * 1000}\n", "no table of codes in it"),
        ("t.json", json.dumps([{"id": at, f"x{at}": 1} for at in range(3200)]), "10,000,000 cells"),
    ],
    ids=["number", "list", "columns", "keys"],
)  # fmt: skip
def test_a_table_of_which_reading_would_take_too_much_is_an_error(read, name, content, reason):
    with pytest.raises(CatalogError, match=reason):
        read(content, name)


def test_a_number_that_python_does_not_read_is_a_string(read):
    assert read(f"code,name\n{'9' * 5000},A\n") == [("9" * 5000, "A", "", {})]


@pytest.mark.parametrize("fact", ['"x": NaN', '"x": Infinity', '"\ufb01x": 1'])
def test_a_fact_that_python_would_read_otherwise_is_an_error(tmp_path, fact):
    table = tmp_path / "t.json"
    table.write_text(f'[{{"code": 1, "symbol": "A", "facts": {{{fact}}}}}]', "utf-8")
    with pytest.raises(CatalogError, match="A: '.+' cannot be a fact of a code"):
        enum_source(read_rows(str(table), "en", []), "E", "t.json")


def test_the_steps_to_name_many_codes_grow_only_in_proportion():
    def steps(number):
        rows = [TableRow(at, f"N{' ' * (at % 9)}X{at // 9}", "", {}, {}) for at in range(number)]
        return steps_of(lambda: enum_source(rows, "Errors", "t.csv"))

    assert steps(1200) <= 4.5 * steps(300) + 1000


NAMES = st.one_of(
    st.from_regex(r"[A-Za-z_][A-Za-z0-9_. -]{0,8}[A-Za-z0-9]", fullmatch=True),
    st.sampled_from(["mro", "name", "value", "symbol", "title", "count", "real", "class", "None",
                     "_a_", "__a", "ﬁ", "größe", "1st", "NO-GPU", "NO GPU", "NO_GPU", "p.A",
                     "p.B.C", "it's", 'say "no"', "!", "a\\n", "CODE", "code", "CodeEnum"]),
)  # fmt: skip
FACTS = st.dictionaries(
    st.sampled_from(["status", "retry", "deprecated"]),
    st.one_of(st.integers(-9, 999), st.booleans(), st.text(max_size=3), st.just(0.5)),
)
ROWS = st.lists(
    st.builds(
        TableRow,
        st.one_of(st.integers(-(2**40), 2**40), st.from_regex(r"[!-~]{1,8}", fullmatch=True)),
        NAMES,
        st.sampled_from(["", "When it is raised", "it's", 'a "b" \\ c', "größer"]),
        FACTS,
        st.just({}),
    ),
    min_size=1,
    unique_by=lambda row: row.symbol,
)


def is_fit(row):
    return row.symbol == row.symbol.strip() and not row.symbol.endswith((".action", ".search"))


@settings(deadline=None, derandomize=True, max_examples=300)
@given(ROWS)
def test_the_source_of_any_list_is_read_back_as_that_list(rows):
    rows = list({row.value: row for row in rows if is_fit(row)}.values())
    if not rows:
        return
    source = enum_source(rows, "Errors", "t.csv")
    exec(source, {"__name__": "errors"})
    codes = codes_in(source.encode(), "errors.py")
    assert {code.symbol: (code.value, code.description, code.facts) for code in codes} == {
        row.symbol: (row.value, row.description, row.facts) for row in rows
    }


def test_a_list_of_each_prefix_and_kind_is_an_enum_of_its_own(tmp_path):
    project = several_lists(tmp_path)
    (tmp_path / "t.json").write_text(render("json", reference(project, ["en"])))
    source = enum_source(read_rows(str(tmp_path / "t.json"), "en", []), "Errors", "t.json")
    assert source == (
        '"""Lists the error codes."""\n\nfrom rv_i18n import CodeEnum, CodeStrEnum\n\n\n'
        "class Errors(CodeEnum):\n    FAILED = 5\n    LATER = 7\n\n\n"
        'class Queue(CodeEnum, prefix="queue."):\n    FAILED = 5\n\n\n'
        'class Errors_2(CodeStrEnum):\n    NO_FUNDS = "BIL-0002"\n    EXPIRED = "BIL-0001"\n'
    )


@pytest.mark.parametrize(
    ("rows", "reason"),
    [
        ([(5, "A", "", {}, {}), (5, "B", "", {}, {})], "t.csv: 5 is the code of both A and B"),
        ([(5, "A", "", {"a b": 1}, {})], "A: 'a b' cannot be a fact of a code"),
        ([(5, "A", "", {"symbol": "B"}, {})], "A: 'symbol' cannot be a fact of a code"),
        ([(5, "A", "", {"status": [1]}, {})], "A: 'status' cannot be a fact of a code"),
    ],
)
def test_what_no_enum_can_have_is_an_error(rows, reason):
    with pytest.raises(CatalogError, match=reason):
        enum_source([TableRow(*row) for row in rows], "Errors", "t.csv")


def texts(project):
    file = polib.pofile(str(project / "locales/zh_CN/LC_MESSAGES/studio.po"))
    return {entry.msgid: entry.msgstr for entry in file}


def test_the_farms_page_becomes_a_list_with_its_texts(project, capsys, seed):
    assert main(["import", str(PAGE)]) == 0
    source, said = capsys.readouterr()
    assert "class Errors(CodeEnum):\n    FAIL = 100\n" in source
    assert '    NON_UPLOADABLE_FILES = code(200025, symbol="NON_UPLOADABLE FILES")\n' in source
    assert said.replace("\\", "/") == (
        "rv-i18n: texts written to locales/zh_CN/LC_MESSAGES/studio.po: 58\n"
    )
    assert texts(project) == {row.symbol: row.text for row in seed}
    (project / "errors.py").write_text(source, encoding="utf-8")
    assert main(["sync"]) == 0
    assert texts(project) == {row.symbol: row.text for row in seed}
    assert "zh_CN/LC_MESSAGES/studio.po: unchanged" in capsys.readouterr().out.replace("\\", "/")
    assert main(["import", "--check", str(PAGE)]) == 0
    assert capsys.readouterr() == ("", "")


def test_no_text_is_overwritten_and_none_removed(project, capsys):
    (project / "a.csv").write_text("code,symbol,zh_CN\n5,A,a\n6,B,b\n")
    (project / "b.csv").write_text("code,symbol,zh_CN,en\n5,A,x,y\n7,C,c,d\n8,D,,\n")
    assert main(["import", "a.csv"]) == main(["import", "b.csv"]) == 0
    assert texts(project) == {"A": "a", "B": "b", "C": "c"}
    assert capsys.readouterr().err.endswith("studio.po: 1\n")
    before = (project / "locales/zh_CN/LC_MESSAGES/studio.po").stat()
    assert main(["import", "b.csv"]) == 0
    assert capsys.readouterr().err.endswith("studio.po: 0\n")
    after = (project / "locales/zh_CN/LC_MESSAGES/studio.po").stat()
    assert (before.st_ino, before.st_mtime_ns) == (after.st_ino, after.st_mtime_ns)


def test_texts_of_another_language_than_the_source_are_not_written(project, capsys):
    (project / "a.csv").write_text("code,symbol,en\n5,A,a\n")
    assert main(["import", "a.csv"]) == 0
    assert capsys.readouterr().err.endswith("studio.po: 0\n")
    assert not (project / "locales").exists()


def test_without_a_project_the_list_is_printed_and_that_is_said(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["import", str(PAGE)]) == 0
    source, said = capsys.readouterr()
    assert source.count(" = ") == 58
    assert "class ErrorCode(CodeEnum):" in source
    assert said == (
        "rv-i18n: no texts written: there is no project here, a pyproject.toml with "
        "[tool.rv-i18n]\n"
    )
    (tmp_path / "a.csv").write_text("code,symbol\n5,A\n")
    assert main(["import", "a.csv"]) == 0
    assert capsys.readouterr().err == ""  # it has no texts
    assert main(["import", "--check", str(PAGE)]) == 2
    assert "no pyproject.toml with a table" in capsys.readouterr().err


def test_a_check_says_what_is_new_gone_and_said_otherwise(project, capsys):
    main(["import", str(PAGE)])
    (project / "errors.py").write_text(capsys.readouterr().out, encoding="utf-8")
    main(["sync"])
    capsys.readouterr()
    page = PAGE.read_text(encoding="utf-8")
    for old, new in [
        ("100     FAIL     ", "101     FAIL     "),
        ("200     SUCCESS  ", "200     SUCCEEDED"),
        ("301     NEED_REDIRECT", "302     NEED_REDIREKT"),
        ("403     FORBIDDEN  ", "\\       xxxxxxxxxxx"),
        ("需要用户登录", "用户需要登录"),
    ]:
        assert page.count(old) == 1
        page = page.replace(old, new)
    page = "\n".join(line for line in page.splitlines() if "xxxx" not in line)
    (project / "new.rst").write_text(page, encoding="utf-8")
    before = {path: path.read_bytes() for path in project.rglob("*.*") if path.is_file()}
    assert main(["import", "--check", "new.rst"]) == 1
    assert capsys.readouterr().out == (
        "changed: FAIL 100 -> 101\n"
        "renamed: 200 SUCCESS -> SUCCEEDED\n"
        "new: 302 NEED_REDIREKT\n"
        "reworded: 602 NEED_USER_LOGIN (zh_CN): '需要用户登录' -> '用户需要登录'\n"
        "gone: 301 NEED_REDIRECT\n"
        "gone: 403 FORBIDDEN\n"
    )
    assert before == {path: path.read_bytes() for path in project.rglob("*.*") if path.is_file()}


def test_a_check_says_nothing_of_a_language_that_the_project_has_not(project, capsys):
    (project / "errors.py").write_text("class Errors(CodeEnum):\n    A = 5\n")
    write(project / "locales", "zh_CN", domain="studio", A="a")
    (project / "a.csv").write_text("code,symbol,zh_CN,fr\n5,A,a,b\n")
    assert main(["import", "--check", "a.csv"]) == 0
    assert capsys.readouterr() == ("", "")


def test_what_a_table_holds_reaches_no_terminal_raw(project, capsys):
    (project / "errors.py").write_text("class Errors(CodeEnum):\n    A = 5\n")
    write(project / "locales", "zh_CN", domain="studio", A="a")
    (project / "a.csv").write_text("code,symbol,zh_CN\n5,A,a\x1b[2J\n")
    assert main(["import", "--check", "a.csv"]) == 1
    assert capsys.readouterr().out.endswith("'a' -> 'a\\x1b[2J'\n")


def test_without_docutils_one_line_says_what_to_install(project, monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "docutils.core", None)
    assert main(["import", str(PAGE)]) == 2
    output, said = capsys.readouterr()
    assert (output, said.count("\n")) == ("", 1)
    assert "docutils" in said
    assert "pip install 'rv-i18n[tools]'" in said


def test_a_name_of_the_language_stays_what_it_is():
    for word in keyword.kwlist:
        source = enum_source([TableRow(5, word, "", {}, {})], "Errors", "t.csv")
        assert [code.symbol for code in codes_in(source.encode(), "errors.py")] == [word]


def test_the_repositorys_own_list_has_all_of_the_farms_page(monkeypatch, capsys):
    monkeypatch.chdir(ROOT)
    assert main(["import", "--check", str(PAGE)]) in (0, 1)
    differences = capsys.readouterr().out.splitlines()
    assert [line for line in differences if not line.startswith("gone: ")] == []
