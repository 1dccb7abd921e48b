"""Extraction: ``pybabel`` with ``babel.cfg``, as anyone who knows Babel would run it."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO

import polib
import pytest
from conftest import ROOT

from rv_i18n import CatalogError, ErrorCode
from rv_i18n.tools.po.extract import code_list, extract_codes

COLOURS = '''
import enum

class Colour(enum.IntEnum):
    """Not a code."""

    _hidden_ = 7
    LATE_ONE = 30, "In two" " pieces"
    BLUE = 2
    SPACED = 5, "Has a name of its own", "SPA CED"
    alias = also = 9, "Two names at once"
    COMPUTED = max(1, 2)
    NAMED = "a string"
    ON: bool = True
    TRUE = True

    def __new__(cls, value, description="", symbol=""):
        local = 4, "Inside a function"

class Plain:
    NOT_A_CODE = 1, "The class is no enum"
'''


def extracted(source):
    found = extract_codes(BytesIO(source.encode()), {}, (), {})
    return [(symbol, comments) for _, _, symbol, comments in found]


def test_pybabel_extract_works_as_it_is(tmp_path):
    template = tmp_path / "rv_i18n.pot"
    command = [sys.executable, "-m", "babel.messages.frontend"]
    command += ["extract", "-F", "babel.cfg", "-o", str(template), "."]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    assert [
        (entry.msgid, entry.comment, entry.msgstr) for entry in polib.pofile(str(template))
    ] == [(code.symbol, f"{int(code)}\n{code.description}", "") for code in sorted(ErrorCode)]


def test_any_enum_of_that_shape_is_read_without_running_it():
    assert extracted("import no_such_module\n" + COLOURS) == [
        ("BLUE", ["2"]),
        ("SPA CED", ["5", "Has a name of its own"]),
        ("alias", ["9", "Two names at once"]),
        ("also", ["9", "Two names at once"]),
        ("LATE_ONE", ["30", "In two pieces"]),
    ]


def test_the_line_is_that_of_the_member():
    lines = {
        symbol: line for line, _, symbol, _ in extract_codes(BytesIO(COLOURS.encode()), {}, (), {})
    }
    assert COLOURS.split("\n")[lines["SPA CED"] - 1].strip().startswith("SPACED")


def test_a_source_in_another_encoding_is_read_by_its_cookie():
    source = '# coding: cp932\nclass Code(IntEnum):\n    A = 1, "認証"\n'.encode("cp932")
    assert [row[3] for row in extract_codes(BytesIO(source), {}, (), {})] == [["1", "認証"]]


def test_the_code_list_is_that_of_the_source_tree_around_the_catalogues(tmp_path):
    package = tmp_path / "rv_i18n"
    package.mkdir()
    (package / "codes.py").write_text('class Code(Enum):\n    NEW = 1, "Sent first"\n')
    assert [code.symbol for code in code_list(str(tmp_path / "locales"))] == ["NEW"]
    assert len(code_list(str(tmp_path / "elsewhere" / "locales"))) == len(ErrorCode)


@pytest.mark.parametrize("source", [b"class Code(Enum:\n", b"A = 1\0"])
def test_a_code_list_that_is_no_python_is_named(tmp_path, source):
    package = tmp_path / "rv_i18n"
    package.mkdir()
    (package / "codes.py").write_bytes(source)
    with pytest.raises(CatalogError, match=r"codes\.py: "):
        code_list(str(tmp_path / "locales"))
