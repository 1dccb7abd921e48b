"""Extraction: ``pybabel`` with ``babel.cfg``, as Babel's users run it."""

from __future__ import annotations

import re
import subprocess
import sys
from io import BytesIO

import polib
import pytest
from trees import COMMENTS, LOCALES, ROOT, Studio, edit, write_project

from rv_i18n import CatalogError, ErrorCode
from rv_i18n.tools.po.extract import extract_codes

CONFIGURATION = """
[extractors]
error_codes = rv_i18n.tools.po.extract:extract_codes

[error_codes: my_studio/errors.py]
"""


def extract(directory, template):
    command = [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", "babel.cfg"]
    done = subprocess.run(
        [*command, "-o", template, "."], cwd=directory, capture_output=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return [(each.msgid, each.comment, each.msgstr) for each in polib.pofile(str(template))]


def test_pybabel_extract_works_unchanged(tmp_path):
    found = extract(ROOT, tmp_path / "rv_i18n.pot")
    codes = [(code.symbol, f"{int(code)}\n{code.description}", "") for code in sorted(ErrorCode)]
    assert [each for each in found if not each[0].endswith((".action", ".search"))] == codes
    template = polib.pofile(str(LOCALES / "rv_i18n.pot"))
    assert found == [(each.msgid, each.comment, "") for each in template]


def test_pybabel_extract_works_for_any_project(tmp_path):
    studio = Studio(tmp_path)
    (tmp_path / "babel.cfg").write_text(CONFIGURATION)
    expected = [(symbol, f"{number}\n{line}", "") for symbol, (number, line) in COMMENTS.items()]
    assert extract(tmp_path, studio.template) == expected


def test_pybabel_extract_writes_a_plural_as_sync_does(tmp_path):
    studio = Studio(tmp_path)
    (tmp_path / "babel.cfg").write_text(CONFIGURATION)
    for old, new in (
        ('msgid "FAIL"\nmsgstr ', 'msgid "FAIL"\nmsgid_plural "FAIL"\nmsgstr[0] '),
        (
            'msgid "SUCCESS"',
            'msgid "FAIL.action"\nmsgid_plural "x"\nmsgstr[0] ""\n\nmsgid "SUCCESS"',
        ),
    ):
        edit(studio.po("zh_CN"), old, new)
    assert studio.run("sync").returncode == 0
    by_sync = studio.template.read_text(encoding="utf-8").partition("\n\n")[2]
    assert by_sync.count('msgid_plural "FAIL') == 2
    extract(tmp_path, studio.template)
    lines = studio.template.read_text(encoding="utf-8").rstrip("\n").split("\n")
    body = "\n".join(line for line in lines if not line.startswith("#:")) + "\n"
    assert body.partition("\n\n")[2] == by_sync


def test_the_classes_are_those_that_the_table_names(tmp_path):
    studio = Studio(tmp_path)
    edit(studio.pyproject, "errors.py", "errors.py:StudioError")
    with studio.codes.open("a") as source:
        source.write("\n\nclass OtherError(IntEnum):\n    OTHER = 1\n")
    with studio.codes.open("rb") as source:
        symbols = [symbol for _, _, symbol, _ in extract_codes(source, {}, (), {})]
    assert symbols == list(COMMENTS)


def test_a_source_that_the_table_does_not_name_gives_all_its_enums(tmp_path):
    studio = Studio(tmp_path)
    (tmp_path / "base.py").write_text("class Base(IntEnum):\n    pass\n")
    other = tmp_path / "my_studio/other.py"
    other.write_text(
        "from base import Base\nclass A(Base):\n    X = 1\nclass B(Base):\n    Y = 2\n"
    )
    with other.open("rb") as source:
        assert [row[2] for row in extract_codes(source, {}, (), {})] == ["X", "Y"]
    edit(studio.codes, "FAIL = 100,", "FAIL = f(),")
    reason = re.escape(f"{studio.codes}:7: FAIL: f() has to run to be known")
    with studio.codes.open("rb") as source, pytest.raises(CatalogError, match=reason):
        list(extract_codes(source, {}, (), {}))


def test_a_source_in_the_working_directory_is_of_the_project_there(tmp_path, monkeypatch):
    write_project(tmp_path, {"A": 1}, {})
    edit(tmp_path / "pyproject.toml", "errors.py", "errors.py:Errors")
    with (tmp_path / "errors.py").open("a") as source:
        source.write("\nclass OtherErrors(IntEnum):\n    OTHER = 2\n")
    monkeypatch.chdir(tmp_path)
    with open("errors.py", "rb") as source:
        assert [row[2] for row in extract_codes(source, {}, (), {})] == ["A"]


def test_a_source_without_a_table_is_read_as_well(tmp_path):
    source = tmp_path / "errors.py"
    source.write_text("class A(CodeEnum):\n    LATE = 2, 'Too late'\n    EARLY = 1, 'Too early'\n")
    with source.open("rb") as file:
        assert list(extract_codes(file, {}, (), {})) == [
            (3, None, "EARLY", ["1", "Too early"]),
            (2, None, "LATE", ["2", "Too late"]),
        ]


def test_a_source_in_another_encoding_is_read_by_its_cookie():
    source = '# coding: cp932\nclass Code(CodeEnum):\n    A = 1, "認証"\n'.encode("cp932")
    assert list(extract_codes(BytesIO(source), {}, (), {})) == [(3, None, "A", ["1", "認証"])]


def test_a_source_that_is_not_understood_is_an_error():
    with pytest.raises(CatalogError, match="the source:2: A: f[(][)] has to run to be known"):
        list(extract_codes(BytesIO(b"class Code(IntEnum):\n    A = f()\n"), {}, (), {}))


def test_without_a_path_no_other_source_is_read():
    source = b"from base import Base\nclass Code(Base):\n    A = 1\n"
    with pytest.raises(
        CatalogError, match="the source:2: Code has codes, but nothing shows what Base"
    ):
        list(extract_codes(BytesIO(source), {}, (), {}))


def test_extraction_needs_no_library_except_babel():
    script = (
        "import sys, io\nfrom rv_i18n.tools.po.extract import extract_codes\n"
        "list(extract_codes(io.BytesIO(b'class A(IntEnum):\\n    B = 1\\n'), {}, (), {}))\n"
        "print(*sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert not {"polib", "rich", "jinja2"} & set(done.stdout.split())
