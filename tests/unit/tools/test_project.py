"""A project's table and its code list: what is read, and what the errors say."""

from __future__ import annotations

import ntpath
import os
import re

import pytest
from records import several_lists
from trees import COMMENTS, LOCALES, ROOT, edit

from rv_i18n import CatalogError, ErrorCode, UnknownCodeError
from rv_i18n.tools.project import find_project, load_project, project_for, shipped_project, short
from rv_i18n.tools.settings import KEYS


def test_the_table_says_what_the_tools_need(studio):
    project = load_project(str(studio.root))
    assert project.localedir == str(studio.locales)
    assert (project.domain, project.source, project.name) == ("my_studio", "zh_CN", "my-studio")
    assert (project.title, project.ignore, project.kept, project.families) == ("", [], {}, {})
    assert project.bugs == "https://studio.example/bugs"
    codes = [(code.symbol, code.value, code.description) for code in project.codes]
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


def test_a_path_on_another_drive_is_shown_whole(monkeypatch):
    monkeypatch.setattr(os.path, "relpath", lambda path: ntpath.relpath(path, r"C:\studio"))
    assert short(r"C:\studio\locales") == "locales"
    assert short(r"D:\studio\locales") == r"D:\studio\locales"


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


def test_a_project_finds_in_several_lists_what_a_catalog_of_them_finds(tmp_path):
    catalog = several_lists(tmp_path).catalog()
    asked = {"BROKEN": "It failed", "queue.failed": "Not queued", "bil-0002": "No credit is left"}
    assert {each: catalog.message(each) for each in asked} == asked
    for code in (5, "FAILED"):
        with pytest.raises(UnknownCodeError) as caught:
            catalog.message(code)
        assert [each.symbol for each in caught.value.nearest] == ["FAILED", "queue.FAILED"]


@pytest.mark.parametrize("name", ["codes.csv", "codes.rst", "codes.json", "codes.xlsx"])
def test_a_file_that_is_not_python_is_no_code_list(studio, name):
    edit(studio.pyproject, "my_studio/errors.py", name)
    with pytest.raises(CatalogError) as caught:
        _ = load_project(str(studio.root)).codes
    assert caught.value.path == str(studio.root / name)
    assert caught.value.reason == "a Python file is expected; see rv-i18n import"


def test_symbolic_names_that_an_attribute_cannot_have_work_too(studio):
    edit(studio.codes, '"BAD FILES"', '"_private_"')
    edit(studio.codes, '"The request was answered"', '"The request was answered", "mro"')
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
        (b"[tool.rv-i18n]\n" + b"a." * 1001 + b"a = 1", "more than 1,000 dots, which is not read"),
        (b"[tool]\nrv-i18n = 3", r"\[tool.rv-i18n\] must be a table$"),
    ],
)
def test_a_file_that_is_not_toml_is_named(tmp_path, content, reason):
    (tmp_path / "pyproject.toml").write_bytes(content)
    with pytest.raises(CatalogError, match=rf"pyproject.toml: .*({reason})"):
        find_project(str(tmp_path))


def test_the_guide_lists_every_key_of_the_table():
    guide = (ROOT / "docs/own-codes.md").read_text(encoding="utf-8")
    keys = re.findall(
        r"^\| `(\w+)` \|", guide.partition("## All keys of the table")[2], re.MULTILINE
    )
    assert sorted(keys) == sorted(KEYS)


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
