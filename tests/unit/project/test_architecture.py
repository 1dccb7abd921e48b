"""What docs/architecture.md shows is what the source has."""

from __future__ import annotations

import ast
import re

import rooms
from trees import ROOT

PAGE = ROOT / "docs/architecture.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_the_picture_shows_the_imports_that_there_are():
    """`python scripts/rooms.py` draws it anew, if the change of the rooms is meant."""
    assert (ROOT / "docs/rooms.svg").read_text(encoding="utf-8") == rooms.picture()


def of_programs():
    """The rooms that a program imports."""
    found = rooms.arrows()
    return {"rv_i18n", "web, _web, django"}.union(
        *(rooms.reached(name, found) for name in ("rv_i18n", "web, _web, django"))
    )


def test_what_a_program_imports_knows_no_tools():
    assert of_programs() == {"_engine", "codes, _farm, _sdk", "rv_i18n", "web, _web, django"}


def test_the_tools_know_neither_the_command_nor_the_middleware():
    found = rooms.arrows()
    for name in filter(re.compile("tools|sphinx").match, rooms.ROOMS):
        assert not {"cli", "web, _web, django"} & rooms.reached(name, found)


def test_a_look_up_imports_no_library_of_the_tools():
    libraries = {"babel", "docutils", "jinja2", "markupsafe", "polib", "rich", "shtab", "tomli"}
    found = set()
    for file in rooms.PACKAGE.rglob("*.py"):
        module = file.relative_to(rooms.PACKAGE).with_suffix("").as_posix()
        if rooms.room_of(module) in of_programs():
            found |= {(module, name) for name in libraries & set(absolute(file))}
    assert found == {("_engine/fields", "babel")}  # where it is installed, for numbers and dates


def absolute(file):
    """The libraries that a file imports from."""
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name.partition(".")[0] for each in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            yield node.module.partition(".")[0]


def test_every_name_in_a_step_is_defined_where_it_leads():
    steps = re.findall(r"\[`([\w.]+)`\]\(\.\./([\w./]+\.py)\)", TEXT)
    assert len(steps) > 40
    for name, path in steps:
        if not path.endswith(f"/{name}"):
            assert name in set(defined((ROOT / path).read_text(encoding="utf-8"))), (name, path)


def defined(source):
    """The functions and classes of a source, and the methods of each class."""
    for node in ast.parse(source).body:
        if isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            yield node.name
        if isinstance(node, ast.ClassDef):
            methods = (each for each in node.body if isinstance(each, ast.FunctionDef))
            yield from (f"{node.name}.{each.name}" for each in methods)


def test_every_path_in_the_table_exists():
    (table,) = re.findall(r"\| where \| what \|\n\|---\|---\|\n((?:\|.*\n)+)", TEXT)
    for line in table.splitlines():
        for path in re.findall(r"`([\w./*]+)`", line.split("|")[1]):
            assert any([*ROOT.glob(path), *rooms.PACKAGE.glob(path)]), path
