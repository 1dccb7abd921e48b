"""Code lists from nothing to a page and a look-up, with what is installed from the wheel."""

from __future__ import annotations

import csv
import io

import pytest
from trees import ROOT

TABLE = '[tool.rv-i18n]\ncodes = ["errors.py"]\ndomain = "studio"\nsource = "{}"\n'

PROGRAM = """
import errors, sys
from rv_i18n import Catalog
sys.stdout.reconfigure(encoding="utf-8")
[codes] = [each for each in vars(errors).values() if isinstance(each, type) and list(each)]
catalog = Catalog("locales", codes=codes, domain="studio", default="{0}")
print(*(catalog.message(each) for each in {1}), sep="|")
"""

STRINGS = """
import enum
class Billing(str, enum.Enum):
    NO_FUNDS = "BIL-0001"  #: The account is empty
    EXPIRED = "BIL-0002"
"""

STATUS = """
from enum import IntEnum
class Status(IntEnum):
    def __new__(cls, value, phrase, description=""):
        obj = int.__new__(cls, value)
        obj._value_ = value
        obj.phrase = phrase
        obj.description = description
        return obj
    NOT_FOUND = 404, "Not Found", "Nothing matches the given URI"
    GONE = 410, "Gone"
"""


@pytest.fixture
def run(installed, tmp_path, monkeypatch):
    """Runs Python, or the command, of the environment in the directory of a project."""

    def run(*arguments):
        script = (
            f"import os, sys; os.chdir({str(tmp_path)!r}); sys.path.insert(0, '.')\n"
            "from rv_i18n.cli import main; sys.exit(main(sys.argv[1:]))"
        )
        return installed.run("-I", "-c", script, *arguments).stdout

    def python(program):
        place = f"import os, sys; os.chdir({str(tmp_path)!r}); sys.path.insert(0, '.')\n"
        return installed.run("-I", "-c", place + program).stdout.strip()

    run.python = python
    return run


def test_the_farms_page_becomes_a_list_a_page_and_a_look_up(run, tmp_path, seed):
    (tmp_path / "pyproject.toml").write_text(TABLE.format("zh_CN"))
    source = run("import", ROOT / "tests/data/codes.rst")
    (tmp_path / "errors.py").write_text(source, encoding="utf-8")
    run("sync")
    assert run("import", "--check", ROOT / "tests/data/codes.rst") == ""
    found = run("table", "--project", ".", "-f", "csv", "-l", "zh_CN")
    rows = list(csv.reader(io.StringIO(found)))[1:]
    assert rows == [[str(row.number), row.symbol, row.text] for row in seed]
    page = run("table", "--project", ".", "-f", "html")
    assert all(f'id="{row.number}"' in page and row.text in page for row in seed)
    texts = {row.number: row.text for row in seed}
    assert run.python(PROGRAM.format("zh_CN", [604, "need-user-login"])) == (
        f"{texts[604]}|{texts[602]}"
    )


@pytest.mark.parametrize(
    ("source", "first", "asked"),
    [(STRINGS, ("NO_FUNDS", "BIL-0001"), "bil-0001"), (STATUS, ("NOT_FOUND", "404"), 404)],
    ids=["strings", "as http.HTTPStatus"],
)
def test_an_ordinary_list_gets_from_nothing_to_a_page_and_a_look_up(
    run, tmp_path, source, first, asked
):
    name, value = first
    (tmp_path / "pyproject.toml").write_text(TABLE.format("en"))
    (tmp_path / "errors.py").write_text(source)
    (tmp_path / "locales").mkdir()
    run("sync", "--text", f"{name}=Nothing is there")
    page = run("table", "--project", ".", "-f", "html")
    assert f'id="{value}"' in page
    assert "Nothing is there" in page
    found = run("search", "nothing is", "--project", ".")
    assert found.split(maxsplit=2) == [value, name, "Nothing is there\n"]
    assert run.python(PROGRAM.format("en", [asked, name])) == "Nothing is there|Nothing is there"
