"""Which list of codes a command works on: its options, its paths and where it runs decide."""

from __future__ import annotations

import re
import sys
from subprocess import CompletedProcess

import pytest
from trees import LOCALES, ROOT, Studio, edit, set_text, shipped, write, write_project

from rv_i18n.cli import main

SHIPPED = "rv-i18n: unknown code '3'; the nearest known are 100 FAIL"
BROKEN = [
    b"[tool.rv-i18n",
    b'[tool.rv-i18n]\ndomain = "\xff"',
    b'[tool.rv-i18n]\ndomain = "d"',
    b'[tool.rv-i18n]\ncodes = ["a.py"]\ndomain = "d"\nfuture = 1',
]
FOREIGN = [
    b"[tool",
    b"\xff",
    b'[project]\ndependencies = ["rv-i18n"',
    b'[project]\ndependencies = [\n    "rv-i18n==1.0",\n',
    b"[tool]\nrv-i18n-lint = 3",
    b'[tool.uv.sources]\nrv-i18n = {path = "."}',
]


@pytest.fixture
def rv_i18n(capsys, monkeypatch, tmp_path):
    """Runs the command in a directory, and gives its status and what it printed."""

    def run(*arguments, cwd=tmp_path):
        with monkeypatch.context() as patched:
            patched.chdir(cwd)
            status = main([str(each) for each in arguments])
        return CompletedProcess(arguments, status, *capsys.readouterr())

    return run


@pytest.fixture
def disk(tmp_path):
    """A project of the code 7 in English, in a directory inside which there are others."""
    write_project(tmp_path, {"DISK_FULL": 7}, {"en": {"DISK_FULL": "The disk is full"}})
    (tmp_path / "inside/it").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def monorepo(tmp_path):
    """Two packages with a project each, below a directory with a table for neither."""
    (tmp_path / "pyproject.toml").write_text('[tool.uv.workspace]\nmembers = ["packages/*"]\n')
    studios = []
    for name in "ab":
        (tmp_path / "packages" / name).mkdir(parents=True)
        studios.append(Studio(tmp_path / "packages" / name))
    edit(studios[1].pyproject, 'source = "zh_CN"', 'source = "en"')
    return studios


READING = [["message", "7"], ["search", "disk"], ["table", "-f", "csv"]]


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_the_project_of_the_working_directory_is_asked(rv_i18n, disk, arguments):
    done = rv_i18n(*arguments, cwd=disk / "inside/it")
    assert (done.returncode, done.stderr) == (0, "")
    assert "The disk is full" in done.stdout
    for place in (disk, disk / "inside", disk / "pyproject.toml"):
        assert rv_i18n(*arguments, "--project", place, cwd="/").stdout == done.stdout


@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_shipped_asks_for_the_shipped_codes_wherever_it_is(rv_i18n, disk, tmp_path, arguments):
    (disk / "pyproject.toml").write_bytes(BROKEN[0])
    arguments = [word.replace("7", "604").replace("disk", "604") for word in arguments]
    done = rv_i18n(*arguments, "--shipped", cwd=disk)
    assert (done.returncode, done.stderr) == (0, "")
    assert shipped("VALIDATE_CODE_ERROR") in done.stdout


def test_the_tools_work_on_the_shipped_codes_too(rv_i18n, disk):
    done = rv_i18n("stats", "--shipped", cwd=disk)
    assert done.returncode == 0
    assert "zh_CN " in done.stdout
    assert rv_i18n("lint", "--shipped", "-l", "ja", cwd=disk).returncode == 0
    done = rv_i18n("sync", "--shipped", cwd=disk)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith(
        ": these are the installed catalogues; give the directory of a copy of them\n"
    )


def test_a_copy_of_the_shipped_catalogues_is_brought_in_line(rv_i18n, tmp_path):
    copy = write(tmp_path, "th", FAIL="ล้มเหลว")
    template = (LOCALES / "rv_i18n.pot").read_bytes()
    (tmp_path / "rv_i18n.pot").write_bytes(template)
    done = rv_i18n("sync", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no pyproject.toml with a table [tool.rv-i18n] covers these catalogues" in done.stderr
    done = rv_i18n("sync", "--shipped", tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert template.count(b'msgid "') == copy.read_bytes().count(b'msgid "')


def test_outside_a_project_an_unknown_code_is_said_to_be_unknown_to_the_farm(rv_i18n):
    said = " (of the codes of the Renderbus API; --project DIR chooses another list)\n"
    done = rv_i18n("message", "3")
    assert (done.returncode, done.stderr) == (1, SHIPPED + said)
    assert rv_i18n("message", "3", "--shipped").stderr == SHIPPED + "\n"
    done = rv_i18n("search", "qwertz")
    assert done.stderr == f"rv-i18n: nothing found for 'qwertz'{said}"


def test_inside_a_project_it_is_said_whose_codes_were_asked(rv_i18n, disk):
    done = rv_i18n("message", "604", cwd=disk / "inside")
    assert done.returncode == 1
    assert done.stderr == (
        "rv-i18n: unknown code '604'; the nearest known are 7 DISK_FULL (of the codes of "
        f"{disk / 'pyproject.toml'}; --shipped chooses the codes of the Renderbus API)\n"
    )
    done = rv_i18n("message", "604", "--project", disk)
    assert done.stderr.endswith("the nearest known are 7 DISK_FULL\n")


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize("arguments", [["message", "604"], ["search", "604"], ["table"]])
def test_a_broken_table_further_up_stops_nobody(rv_i18n, tmp_path, content, arguments):
    (tmp_path / "inside").mkdir()
    (tmp_path / "pyproject.toml").write_bytes(content)
    done = rv_i18n(*arguments, "-l", "ja", cwd=tmp_path / "inside")
    assert done.returncode == 0
    assert shipped("VALIDATE_CODE_ERROR", "ja") in done.stdout
    assert done.stderr.startswith(f"rv-i18n: {tmp_path / 'pyproject.toml'}: ")
    assert done.stderr.endswith("; using the codes of the Renderbus API\n")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("content", BROKEN)
def test_a_broken_table_lets_no_other_page_be_written(rv_i18n, tmp_path, content):
    (tmp_path / "pyproject.toml").write_bytes(content)
    (tmp_path / "codes.md").write_text("ours")
    done = rv_i18n("table", "-f", "markdown", "-o", "codes.md", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"rv-i18n: {tmp_path / 'pyproject.toml'}: ")
    assert (tmp_path / "codes.md").read_text() == "ours"


@pytest.mark.parametrize("content", BROKEN)
@pytest.mark.parametrize("command", ["lint", "stats", "sync"])
def test_a_broken_table_is_an_error_of_what_works_on_its_catalogues(
    rv_i18n, tmp_path, content, command
):
    (tmp_path / "pyproject.toml").write_bytes(content)
    for arguments in ([], ["--project", tmp_path], [tmp_path / "locales"]):
        done = rv_i18n(command, *arguments)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr.startswith(f"rv-i18n: {tmp_path / 'pyproject.toml'}: ")
        assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("content", FOREIGN)
def test_somebody_elses_pyproject_is_passed_over(rv_i18n, disk, content):
    (disk / "inside/pyproject.toml").write_bytes(content)
    for command in (["message", "7"], ["stats"], ["sync"]):
        done = rv_i18n(*command, cwd=disk / "inside")
        assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (".", "no pyproject.toml with a table [tool.rv-i18n], here or further up"),
        ("other/pyproject.toml", "no table [tool.rv-i18n] in it"),
        ("nowhere", "there is no directory and no pyproject.toml of that name"),
        ("pyproject.toml", "there is no directory and no pyproject.toml of that name"),
        ("errors.py", "there is no directory and no pyproject.toml of that name"),
    ],
)
@pytest.mark.parametrize("command", ["message 1", "search 1", "table", "lint", "stats", "sync"])
def test_a_directory_without_a_project_is_reported(rv_i18n, tmp_path, place, said, command):
    (tmp_path / "errors.py").touch()
    (tmp_path / "other").mkdir()
    (tmp_path / "other/pyproject.toml").write_text("[project]\n")
    done = rv_i18n(*command.split(), "--project", place)
    assert (done.returncode, done.stdout, done.stderr) == (2, "", f"rv-i18n: {place}: {said}\n")


@pytest.mark.parametrize("command", ["lint", "stats", "sync"])
def test_a_command_for_a_project_reports_that_there_is_none(rv_i18n, command):
    done = rv_i18n(command)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        "rv-i18n: .: no pyproject.toml with a table [tool.rv-i18n], here or further up\n"
    )


@pytest.mark.parametrize("command", ["message 1", "table", "lint", "sync"])
def test_the_options_that_choose_a_project_exclude_each_other(rv_i18n, command):
    done = rv_i18n(*command.split(), "--shipped", "--project", ".")
    assert done.returncode == 2
    assert "--project: not allowed with argument --shipped" in done.stderr


def test_without_a_library_for_toml_only_a_table_needs_one(rv_i18n, disk, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 10))
    monkeypatch.setitem(sys.modules, "tomli", None)
    done = rv_i18n("message", "7", cwd=disk)
    note = (
        "rv-i18n: pyproject.toml needs tomli: pip install 'rv-i18n[tools]'; "
        "using the codes of the Renderbus API\n"
    )
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith(f"{note}rv-i18n: unknown code '7'")
    done = rv_i18n("message", "604", "-l", "en", cwd=disk)
    assert (done.returncode, done.stderr) == (0, note)
    assert done.stdout == "The phone verification code is incorrect\n"
    done = rv_i18n("table", "-o", "codes.txt", cwd=disk)
    assert done.stderr == "rv-i18n: this command needs tomli: pip install 'rv-i18n[tools]'\n"
    done = rv_i18n("lint", cwd=disk)
    assert done.stderr == "rv-i18n: this command needs tomli: pip install 'rv-i18n[tools]'\n"
    for content in FOREIGN[:-1]:
        (disk / "pyproject.toml").write_bytes(content)
        assert rv_i18n("message", "604", cwd=disk).returncode == 0


def test_lint_judges_each_path_by_the_project_around_it(rv_i18n, monorepo, tmp_path):
    for studio in monorepo:
        set_text(studio.ja, "FAIL", "失敗  した")
    paths = [studio.locales.relative_to(tmp_path) for studio in monorepo]
    done = rv_i18n("lint", *paths)
    assert done.returncode == 1
    found = [
        line.partition(":")[0] for line in done.stdout.splitlines() if "[double-space]" in line
    ]
    assert found == [str(path / "ja/LC_MESSAGES/my_studio.po") for path in paths]
    # The source language is the table's: one project wants its template and zh_CN, the other en.
    for studio in monorepo:
        studio.po("en").unlink()
    missing = [
        line for line in rv_i18n("lint", *paths).stdout.splitlines() if "no such file" in line
    ]
    assert [line.partition(":")[0] for line in missing] == [
        str(paths[1] / "en/LC_MESSAGES/my_studio.po")
    ]


def test_a_project_that_is_named_is_linted_and_synced_from_elsewhere(rv_i18n, monorepo, tmp_path):
    set_text(monorepo[0].ja, "FAIL", "失敗  した")
    done = rv_i18n("lint", "--project", "packages/a")
    assert done.returncode == 1
    assert done.stdout.startswith("packages/a/locales/ja/LC_MESSAGES/my_studio.po:")
    monorepo[1].change_codes("SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    done = rv_i18n("sync", "--project", "packages/b")
    assert (done.returncode, done.stderr) == (0, "")
    assert "packages/b/locales/my_studio.pot: added NEW\n" in done.stdout
    assert b"NEW" not in monorepo[0].template.read_bytes()


def test_several_directories_are_synced_each_by_its_own_project(rv_i18n, monorepo):
    for studio in monorepo:
        studio.change_codes("SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    paths = [studio.locales for studio in monorepo]
    done = rv_i18n("sync", *paths, "--text", "NEW=new")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "rv-i18n: --text and --rename are for one project at a time\n"
    assert rv_i18n("sync", *paths).returncode == 0
    assert all(b'msgid "NEW"' in studio.ja.read_bytes() for studio in monorepo)


def test_what_one_project_lacks_stops_no_other(rv_i18n, monorepo):
    first, second = monorepo
    first.change_codes('    BAD_FILES = 800, "A file is missing or damaged", "BAD FILES"\n', "")
    second.change_codes("SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    done = rv_i18n("sync", first.locales, second.locales)
    assert done.returncode == 2
    assert "their texts would be lost: BAD FILES" in done.stderr
    assert b'msgid "NEW"' in second.ja.read_bytes()


def test_changed_files_lead_to_their_projects(rv_i18n, monorepo, tmp_path):
    first, second = monorepo
    for studio in monorepo:
        studio.change_codes("SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    (first.root / "my_studio/other.py").touch()
    django = tmp_path / "packages/c/locale/ja/LC_MESSAGES/django.po"
    django.parent.mkdir(parents=True)
    django.write_bytes(b"broken")
    (first.root / "django.po").write_bytes(b"broken")
    others = ["pyproject.toml", "packages/a/my_studio/other.py", django, first.root / "django.po"]
    for command in ("sync", "lint"):
        done = rv_i18n(command, "--changed", *others)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    done = rv_i18n("lint", "--changed", *others, "packages/b/locales/ja/LC_MESSAGES/my_studio.po")
    assert done.returncode == 1
    assert {line.partition("/locales/")[0] for line in done.stdout.splitlines()} == {"packages/b"}
    done = rv_i18n(
        "sync", "--changed", *others, "packages/b/my_studio/errors.py", second.ja, second.ja
    )
    assert done.returncode == 0
    assert done.stdout.count("packages/b/locales/my_studio.pot: added NEW\n") == 1
    assert b"NEW" not in first.ja.read_bytes()
    assert rv_i18n("sync", "--changed", "packages/a/pyproject.toml").returncode == 0
    assert b"NEW" in first.ja.read_bytes()


@pytest.mark.parametrize("command", ["lint", "sync"])
def test_no_changed_file_is_nothing_to_do(rv_i18n, studio, command):
    studio.change_codes("SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    done = rv_i18n(command, "--changed")
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")


def test_the_pre_commit_hooks_are_commands_that_work(rv_i18n, studio):
    hooks = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    entries = re.findall(r"^  entry: rv-i18n (.+)$", hooks, re.MULTILINE)
    lint, sync = map(str.split, entries)
    assert rv_i18n(*lint, studio.ja).returncode == 0
    set_text(studio.ja, "FAIL", "失敗  した")
    assert rv_i18n(*lint, studio.ja).returncode == 1
    studio.change_codes("SUCCESS = 200", "NEW = 150\n    SUCCESS = 200")
    assert rv_i18n(*sync, studio.codes).returncode == 0
    assert b'msgid "NEW"' in studio.ja.read_bytes()
