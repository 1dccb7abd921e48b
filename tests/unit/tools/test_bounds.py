"""What a stranger's files cannot do: flood the output, take all memory, or lead elsewhere."""

from __future__ import annotations

import gc
import os
import shutil
import warnings

import pytest
from trees import ADDED, LAST, Studio, edit, write

from rv_i18n import Catalog, CatalogError
from rv_i18n._engine.code_enum import CodeEnum
from rv_i18n.cli import main
from rv_i18n.cli.output import safe
from rv_i18n.tools.codes import module
from rv_i18n.tools.codes.read import codes_in
from rv_i18n.tools.lint import lint
from rv_i18n.tools.lint.findings import as_github, as_text, shown
from rv_i18n.tools.po.stats import count
from rv_i18n.tools.po.synced import Change
from rv_i18n.tools.project import load_project


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


def append(path, body):
    """Add entries to a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(body)


def bounded(studio):
    """What ``rv-i18n lint`` shows: at most twenty findings of one rule about one file."""
    return shown(lint(load_project(str(studio.root)))[0])


@pytest.mark.parametrize(("number", "said"), [(20, []), (23, ["and 3 more"])])
def test_of_many_findings_of_one_rule_the_last_counts_the_others(studio, number, said):
    append(studio.ja, "".join(f'\nmsgid "X{at}"\nmsgstr ""\n' for at in range(number)))
    found = [each for each in bounded(studio) if each.rule == "unknown"]
    assert [each.symbol for each in found[:20]] == [f"X{at}" for at in range(20)]
    assert [each.message for each in found[20:]] == said
    assert {each.symbol for each in found[20:]} <= {""}
    assert {each.severity for each in found} == {"error"}


@pytest.mark.parametrize(("flag", "severity"), [("#, fuzzy\n", "warning"), ("", "error")])
def test_the_line_that_counts_the_others_is_as_severe_as_the_worst_of_them(studio, flag, severity):
    studio.ja.write_text("", encoding="utf-8")
    body = "".join(f'\n#, fuzzy\nmsgid "X{at}"\nmsgstr "X{at}"\n' for at in range(21))
    append(studio.ja, body + f'\n{flag}msgid "Y"\nmsgstr "Y"\n' + body.replace("X", "Z"))
    found = [each for each in bounded(studio) if each.rule == "symbol"]
    assert [each.severity for each in found] == ["warning"] * 20 + [severity]


def test_findings_about_many_directories_of_one_language_are_counted_too(studio):
    for number in range(25):
        write(studio.locales, f"ja.{number}", domain="my_studio")
    found = [each for each in bounded(studio) if each.rule == "duplicate-language"]
    assert (len(found), found[-1].message) == (21, "and 5 more")


def test_a_long_name_is_quoted_short(studio):
    append(studio.ja, f'\nmsgid "{"A" * 5000}"\nmsgstr ""\n')
    findings = [each for each in bounded(studio) if each.rule == "unknown"]
    for text in (as_text(findings), as_github(findings)):
        assert f": {'A' * 120}...: is not" in text
    assert findings[0].symbol == "A" * 5000


def test_what_sync_says_of_many_names_is_short():
    said = str(Change("ja.po", True, [f"N{at}" for at in range(500)], ["R" * 5000] * 20, []))
    assert said.startswith("ja.po: added N0, N1, ")
    assert " more; removed RRR" in said
    assert said.endswith("... and 8 more")
    assert len(said) < 2_000


def test_a_catalogue_that_is_too_large_is_named(studio, capsys):
    with studio.ja.open("ab") as stream:
        stream.truncate(32 * 2**20 + 1)
    assert main(["lint", "-l", "ja"]) == 2
    where = os.path.join("locales", "ja", "LC_MESSAGES", "my_studio.po")
    reason = "it has more than 33,554,432 bytes, which is not read: divide it"
    assert capsys.readouterr().err == f"rv-i18n: {where}: {reason}\n"
    assert [each.reason for each in studio.lint(locales=["ja"])[1]] == [reason]


@pytest.mark.parametrize(
    ("source", "most"),
    [
        (b"#" * (module.LARGEST + 1), "16,777,216 bytes"),
        (b"a=1;" * (module.MOST_SIGNS // 2) + b"\n", "2,097,152 signs and lines"),
    ],
    ids=["long", "dense"],
)
def test_a_source_that_is_too_large_is_named(studio, source, most):
    studio.codes.write_bytes(source)
    with pytest.raises(CatalogError, match=f"it has more than {most}, which is not read"):
        studio.lint()


@pytest.mark.parametrize("line", ["::set-output name=a::b", " ::error::b"])
def test_a_name_is_no_workflow_command(monkeypatch, line):
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    assert safe(line) == line
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert safe(line) == line.replace("::", "\\x3a:", 1)
    assert safe("ja: ##[add-mask]b") == "ja: #\\x23[add-mask]b"


def test_no_line_of_lint_or_table_is_a_workflow_command(studio, monkeypatch, capsys):
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    edit(studio.root / "pyproject.toml", "[tool.rv-i18n]", '[tool.rv-i18n]\ntitle = "::error::b"')
    append(studio.ja, '\nmsgid "##[add-mask]b"\nmsgstr ""\n')
    assert main(["table"]) == 0
    assert main(["lint"]) == 1
    said = capsys.readouterr().out
    assert said.startswith("\\x3a:error::b\n")
    assert ": #\\x23[add-mask]b: has no text" in said
    assert "##[" not in said


@pytest.mark.parametrize("enabled", [True, False])
def test_a_command_leaves_the_garbage_collector_as_it_found_it(enabled):
    assert gc.isenabled()
    try:
        if not enabled:
            gc.disable()
        assert main(["message", "604", "--shipped"]) == 0
        assert gc.isenabled() is enabled
    finally:
        gc.enable()


def test_what_python_warns_of_in_a_source_is_not_printed():
    source = b'from rv_i18n import CodeEnum\nclass E(CodeEnum):\n    """\\d"""\n    A = 1\n'
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert [code.symbol for code in codes_in(source, "errors.py")] == ["A"]


def test_the_folder_lost_and_found_is_no_catalogue(tmp_path):
    class Codes(CodeEnum):
        A = 1

    write(tmp_path, "lost+found", A="lost")
    write(tmp_path, "en", A="found")
    catalog = Catalog(tmp_path, codes=Codes, domain="rv_i18n", default="en")
    assert catalog.locales() == ["en"]
    (tmp_path / "pyproject.toml").write_text(
        '[tool.rv-i18n]\ncodes = ["errors.py"]\ndomain = "rv_i18n"\nlocaledir = "."\n'
    )
    (tmp_path / "errors.py").write_text(
        "from rv_i18n import CodeEnum\nclass E(CodeEnum):\n A = 1\n"
    )
    assert [each.locale for each in count(load_project(str(tmp_path)))[0]] == ["en"]


def test_sync_takes_away_any_number_of_carriage_returns_in_one_run(studio):
    before = studio.ja.read_bytes()
    studio.ja.write_bytes(before.replace(b"\n", b"\r\r\n"))
    assert [each.rule for each in bounded(studio)] == ["canonical"]
    assert main(["sync"]) == 0
    assert studio.ja.read_bytes() == before


OUT = "it leads out of the repository: name its directory to use it"


@pytest.fixture
def victim(studio, tmp_path_factory):
    """A directory of catalogues elsewhere, which the project's table names."""
    directory = tmp_path_factory.mktemp("victim")
    write(directory, "zh_CN", domain="my_studio", FAIL="x")
    edit(studio.pyproject, '"locales"', f'"{directory.as_posix()}"')
    studio.change_codes(LAST, LAST + ADDED)
    return directory


def test_a_table_cannot_name_catalogues_outside_its_repository(studio, victim, capsys):
    path = victim / "zh_CN/LC_MESSAGES/my_studio.po"
    before = path.read_bytes()
    for command in (["sync"], ["sync", "--changed", str(studio.pyproject)], ["lint"]):
        assert main(command) == 2
        said = capsys.readouterr()
        assert OUT in said.err
        assert not said.out
    assert path.read_bytes() == before
    assert main(["sync", str(victim)]) == 0
    assert path.read_bytes() != before


def test_a_repository_begins_where_its_git_is(tmp_path, monkeypatch, capsys):
    (tmp_path / "tools").mkdir()
    studio = Studio(tmp_path / "tools")
    monkeypatch.chdir(studio.root)
    shutil.move(studio.locales, tmp_path / "shared")
    edit(studio.pyproject, '"locales"', '"../shared"')
    assert main(["sync"]) == 2
    assert OUT in capsys.readouterr().err
    (tmp_path / ".git").mkdir()
    assert main(["sync"]) == 0


def test_a_source_outside_the_repository_is_not_read(studio, tmp_path_factory, capsys):
    elsewhere = tmp_path_factory.mktemp("elsewhere") / "errors.py"
    elsewhere.write_bytes(studio.codes.read_bytes())
    edit(studio.pyproject, '"my_studio/errors.py"', f'"{elsewhere.as_posix()}"')
    assert main(["lint"]) == 2
    assert OUT in capsys.readouterr().err


def test_the_copy_of_the_shipped_catalogues_may_be_anywhere(tmp_path):
    write(tmp_path, "en")
    from rv_i18n.tools.project import shipped_project

    findings, unreadable = lint(shipped_project().at(str(tmp_path)))
    assert findings
    assert not unreadable
