"""What each command prints and returns, called in this process; tests/posix runs real ones."""

from __future__ import annotations

import contextlib
import io
import json
import re
import sys
import warnings

import jsonschema
import processes
import pytest
from records import MANY, SEARCHED
from trees import ROOT, write, write_project

from rv_i18n import ErrorCode, __version__, locales, message
from rv_i18n._farm import UNLISTED
from rv_i18n.cli import commands, main
from rv_i18n.cli.arguments import FORMATS


def read_json(done, schema):
    """What a command printed as JSON, checked against the schema."""
    schema = json.loads((ROOT / f"docs/{schema}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    answers = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema).validate(answers)
    return answers


def test_message_prints_one_text_a_line_in_the_order_asked(rv_i18n):
    done = rv_i18n("message", "606", "VALIDATE_CODE_ERROR", "606", "-l", "ja-JP")
    expected = [message(code, "ja") for code in (606, 604, 606)]
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, expected, "")


def test_without_a_locale_the_current_one_is_used(rv_i18n, monkeypatch):
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    assert rv_i18n("message", "604").stdout == message(604, "zh_CN") + "\n"


def test_an_unknown_code_is_reported_and_the_others_are_still_answered(rv_i18n):
    done = rv_i18n("message", "604", "609", "606", "-l", "en", "--shipped")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [message(604, "en"), message(606, "en")]
    assert done.stderr == (
        "rv-i18n: unknown code '609'; the nearest known are 608 USER_AREA_ERROR, "
        "610 SIGNATURE_EXPIRED\n"
    )


def test_message_answers_as_json_with_the_language_of_each_text(rv_i18n, many):
    codes = ("604", "account_password_fail", "999", "100")
    done = rv_i18n("message", *codes, "-f", "json", "-l", "fr, zh-HK", "--project", many)
    assert done.returncode == 1
    assert done.stderr.startswith("rv-i18n: unknown code '999'; the nearest known are ")
    *known, unknown, last = read_json(done, "message")
    assert known == [
        {
            "code": code,
            "symbol": symbol,
            "text": MANY[locale][symbol],
            "language": locale.replace("_", "-"),
        }
        for code, symbol, locale in [
            (604, "VALIDATE_CODE_ERROR", "fr"),
            (805, "ACCOUNT_PASSWORD_FAIL", "zh_TW"),
        ]
    ]
    assert unknown["unknown"] == "999"
    assert {"code": 805, "symbol": "ACCOUNT_PASSWORD_FAIL"} in unknown["nearest"]
    assert (last["text"], last["language"]) == (MANY["en"]["FAIL"], "en")


def test_json_is_written_for_people_too(rv_i18n, tmp_path):
    write_project(tmp_path, {"DISK FULL": 7}, {"ja": {"DISK FULL": "空きがありません"}})
    done = rv_i18n("message", "7", "-f", "json", "-l", "ja", "--project", tmp_path)
    assert (
        done.stdout
        == """\
[
  {
    "code": 7,
    "symbol": "DISK FULL",
    "text": "空きがありません",
    "language": "ja"
  }
]
"""
    )


def test_search_answers_as_json_too(rv_i18n, many):
    done = rv_i18n("search", "passwrod", "-f", "json", "-l", "ja", "--project", many)
    assert (done.returncode, done.stderr) == (0, "")
    text = MANY["ja"]["ACCOUNT_PASSWORD_FAIL"]
    assert read_json(done, "search") == [
        {"code": 805, "symbol": "ACCOUNT_PASSWORD_FAIL", "text": text, "language": "ja"}
    ]
    done = rv_i18n("search", "qwertz", "-f", "json", "--project", many)
    assert (done.returncode, done.stderr) == (1, "rv-i18n: nothing found for 'qwertz'\n")
    assert read_json(done, "search") == [{"unknown": "qwertz", "nearest": []}]


def test_as_json_the_closest_stand_apart_from_what_is_found(rv_i18n, searched):
    done = rv_i18n("search", "手机验证码", "error 609", "-f", "json", "--project", searched)
    assert done.returncode == 0
    found = read_json(done, "search")
    assert [each.get("code") for each in found][:2] == [604, 606]
    assert all(each["further"] for each in found[1:-1])
    assert found[-1]["unknown"] == "609"
    assert [each["code"] for each in found[-1]["nearest"]] == [608, 610]
    done = rv_i18n("search", "磁盘空间不足", "-f", "json", "--project", searched)
    (found,) = read_json(done, "search")
    assert (done.returncode, found["unknown"], found["nearest"][0]["code"]) == (
        1,
        "磁盘空间不足",
        605,
    )


def test_what_is_further_away_and_what_is_only_closest_stands_under_a_head(rv_i18n, searched):
    done = rv_i18n("search", "手机验证码", "-l", "en", "--project", searched)
    lines = [line.split()[0] for line in done.stdout.splitlines()]
    assert (done.returncode, lines) == (0, ["604", "Further", "606", "607"])
    done = rv_i18n("search", "磁盘空间不足", "-l", "en", "--project", searched)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "Only the closest:")
    assert done.stderr == "rv-i18n: nothing found for '磁盘空间不足'\n"


def test_a_number_that_the_list_lacks_is_said_with_its_neighbours(rv_i18n, searched):
    done = rv_i18n("search", "609", "-l", "en", "--project", searched)
    assert (done.returncode, done.stdout.splitlines()[0]) == (1, "Only the closest:")
    near = "608 USER_AREA_ERROR, 610 SIGNATURE_EXPIRED"
    assert done.stderr == f"rv-i18n: 609 is not in the list; the nearest are {near}\n"
    number, words = next(each for each in UNLISTED.items() if int(each[0]) not in set(ErrorCode))
    done = rv_i18n("search", f"{number} {words}", "-l", "en", "--shipped")
    assert done.stderr.startswith(
        f"rv-i18n: {number} is not in the list, though the server sends it with {words!r}; "
    )


def test_a_code_without_a_text_gives_its_name_in_an_undetermined_language(rv_i18n, tmp_path):
    write_project(tmp_path, {"A": 1, "B": -2}, {"fr": {"A": "Tout va bien"}})
    done = rv_i18n("message", "B", "-f", "json", "--project", tmp_path)
    assert read_json(done, "message") == [
        {"code": -2, "symbol": "B", "text": "B", "language": "und"}
    ]


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["message"],
        ["mesage", "604"],
        ["message", "-x", "604"],
        ["search"],
        ["table", "-f", "x"],
        # An unset variable in a script leaves an empty argument, which does not mean a directory.
        ["lint", ""],
        ["stats", ""],
        ["sync", ""],
        ["message", "604", "--project", ""],
        ["search", "604", "--project", ""],
        ["table", "--project", ""],
        ["table", "-o", ""],
    ],
)
def test_wrong_usage_is_one_line_that_points_to_the_help(rv_i18n, arguments):
    done = rv_i18n(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rv-i18n: ")
    assert done.stderr.endswith("--help)\n")
    assert done.stderr.count("\n") == 1


def test_the_version_is_that_of_the_package(rv_i18n):
    done = rv_i18n("--version")
    assert (done.returncode, done.stdout, done.stderr) == (0, f"rv-i18n {__version__}\n", "")


def words(help_text):
    """What a help says, whatever the Python: they differ in a heading and in how options stand."""
    help_text = help_text.replace("optional arguments:", "options:")
    return re.sub(r"(-\w) (\S+), (--\w+) \2", r"\1, \3 \2", help_text).split()


HELP = dict(
    re.findall(
        r"^## rv-i18n ?([a-z]*)\n\n```text\n(.*?)^```",
        (ROOT / "docs/commands.md").read_text(encoding="utf-8"),
        re.MULTILINE | re.DOTALL,
    )
)


@pytest.mark.parametrize("command", HELP)
def test_the_page_of_commands_has_the_help_of_each(rv_i18n, command):
    """If it has not, run ``python scripts/help_page.py``."""
    done = rv_i18n(*command.split(), "--help")
    assert (done.returncode, done.stderr) == (0, "")
    assert words(done.stdout) == words(HELP[command])


def test_every_command_is_on_the_page_of_commands(rv_i18n):
    listed = rv_i18n("--help").stdout.partition("COMMAND\n")[2].partition("\n\n")[0]
    commands = re.findall(r"^    (\S+)", listed, re.MULTILINE)
    assert "message" in commands
    assert list(HELP) == ["", *commands]


def test_search_prints_number_name_and_text_best_first(rv_i18n, searched):
    done = rv_i18n("search", "验证码", "-l", "ja", "--project", searched)
    assert (done.returncode, done.stderr) == (0, "")
    texts = {row["code"]: row for row in SEARCHED}
    assert [line.split(maxsplit=2) for line in done.stdout.splitlines()] == [
        [str(code), texts[code]["symbol"], texts[code]["messages"]["ja"]]
        for code in (606, 604, 607)
    ]


def test_the_words_of_a_search_need_no_quotes(rv_i18n):
    assert rv_i18n("search", "phone", "verfication", "-l", "en").stdout.startswith("604 ")


def test_a_search_that_finds_nothing_says_so(rv_i18n, on_terminal):
    done = rv_i18n("search", "qwertz\n\x1b[31m", "--shipped")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "rv-i18n: nothing found for 'qwertz\\n\\x1b[31m'\n"
    assert on_terminal("search", "qwertz", status=1) == ""


COMMANDS = [["message", "604"], ["search", "604"], *(["table", "-f", each] for each in FORMATS)]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_language_without_a_catalogue_is_reported_and_english_is_shown(
    rv_i18n, arguments, monkeypatch
):
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    done = rv_i18n(*arguments, "-l", "tlh")
    assert done.returncode == 0
    assert done.stderr == "rv-i18n: no catalogue for 'tlh', using en\n"
    assert done.stdout == rv_i18n(*arguments, "-l", "en").stdout


def test_table_shows_each_language_once_in_the_order_asked(rv_i18n):
    done = rv_i18n("table", "-f", "csv", "-l", "zh-HK", "-l", "ja", "-l", "zh_TW")
    assert done.stdout.splitlines()[0] == "code,symbol,zh_TW,ja"
    everything = rv_i18n("table", "-f", "csv").stdout.splitlines()[0]
    assert everything == "code,symbol," + ",".join(locales())


def test_a_table_is_the_same_in_a_file_and_in_a_pipe(rv_i18n, tmp_path):
    file = tmp_path / "table"
    for style in FORMATS:
        done = rv_i18n("table", "-f", style, "-o", file)
        assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
        assert file.read_bytes().decode() == rv_i18n("table", "-f", style).stdout
    assert rv_i18n("table", "-o", "-").stdout == rv_i18n("table").stdout
    assert [each.name for each in tmp_path.iterdir()] == ["table"]


def test_csv_can_start_with_the_mark_by_which_excel_knows_utf_8(rv_i18n, tmp_path):
    arguments = ["table", "-f", "csv", "-l", "ja"]
    without = rv_i18n(*arguments).stdout
    assert rv_i18n(*arguments, "--bom").stdout == "\ufeff" + without
    assert rv_i18n(*arguments, "--bom", "-o", tmp_path / "codes.csv").returncode == 0
    written = (tmp_path / "codes.csv").read_bytes()
    assert written == b"\xef\xbb\xbf" + without.encode()
    done = rv_i18n("table", "-f", "json", "--bom")
    said = "rv-i18n: --bom is for -f csv alone\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_check_says_whether_a_file_would_change_and_writes_nothing(rv_i18n, tmp_path):
    file = tmp_path / "codes.md"
    arguments = ["table", "-f", "markdown", "-l", "ja", "-o", file]
    changed = (1, "", f"rv-i18n: {file} would change\n")

    def checked(*more):
        done = rv_i18n(*arguments, "--check", *more)
        return done.returncode, done.stdout, done.stderr

    assert checked() == changed
    assert list(tmp_path.iterdir()) == []
    rv_i18n(*arguments)
    assert checked() == (0, "", "")
    assert checked("-l", "ko") == changed
    file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    before = file.read_bytes()
    assert checked() == changed
    assert file.read_bytes() == before
    assert rv_i18n("table", "--check", "-o", tmp_path).returncode == 2


@pytest.mark.parametrize("output", [[], ["-o", "-"]])
def test_check_needs_a_file(rv_i18n, output):
    done = rv_i18n("table", "--check", *output)
    said = "rv-i18n: --check needs a file to compare with: -o FILE\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_a_fragment_is_the_part_of_the_page_that_has_the_codes(rv_i18n):
    arguments = ["table", "-f", "html", "-l", "ja", "-l", "en"]
    page, fragment = rv_i18n(*arguments).stdout, rv_i18n(*arguments, "--fragment").stdout
    for each in ErrorCode:
        assert f'id="{each}"' in fragment
    rows = re.findall(r'<tr role="row" id=.*?</tr>', page, re.DOTALL)
    assert re.findall(r'<tr role="row" id=.*?</tr>', fragment, re.DOTALL) == rows
    assert not re.search("<(html|head|body|main|h1|style|script|title|meta|link)", fragment)
    assert re.fullmatch(r'<section lang="\w+" dir="ltr">.*</section>\n', fragment, re.DOTALL)
    done = rv_i18n("table", "-f", "rst", "--fragment")
    said = "rv-i18n: --fragment is for -f html alone\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_the_command_can_be_called_from_python_with_its_output_caught():
    with contextlib.redirect_stdout(io.StringIO()) as output:
        assert main(["message", "604", "-l", "ja"]) == 0
    assert output.getvalue() == message(604, "ja") + "\n"


def test_completion_needs_shtab_and_says_so(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "shtab", None)  # as where it is not installed
    monkeypatch.delitem(sys.modules, "rv_i18n.cli.completion", raising=False)
    assert main(["--completion", "bash"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "pip install 'rv-i18n[completion]'" in printed.err
    assert printed.err.count("\n") == 1


def test_completion_completes_the_names_of_files_and_of_directories(rv_i18n):
    script = rv_i18n("--completion", "zsh").stdout
    assert script.startswith("#compdef rv-i18n\n")
    assert re.search(r'--output\}"[^"]*:_files"$', script, re.MULTILINE)
    assert re.search(r'"--project\[[^"]*:_files -/"$', script, re.MULTILINE)
    files = re.findall(r':_files"$', script, re.MULTILINE)
    assert len(files) == 6  # two options, the table to import, and LOCALEDIR of three commands


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_names_and_languages(rv_i18n, shell):
    done = rv_i18n("--completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    for word in ("message", "search", "table", "VALIDATE_CODE_ERROR", "zh_TW", "markdown"):
        assert word in done.stdout


def test_a_file_name_cannot_forge_a_line(rv_i18n, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    done = rv_i18n("table", "-f", "csv", "-o", "a\nb/c")
    assert done.returncode == 2
    assert done.stderr.startswith("rv-i18n: 'a\\nb/c': ")
    assert done.stderr.count("\n") == 1


def test_a_file_of_the_users_with_a_likely_name_is_kept(rv_i18n, tmp_path):
    (tmp_path / ".mine.csv.new").write_text("keep")
    done = rv_i18n("table", "-f", "csv", "-o", tmp_path / "mine.csv")
    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mine.csv.new", "mine.csv"]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_catalogue_of_a_project_that_cannot_be_read_is_named(rv_i18n, tmp_path, arguments):
    write_project(tmp_path, {"A": 604}, {"en": {"A": "It failed"}, "ja": {"A": "失敗しました"}})
    broken = tmp_path / "locales/ja/LC_MESSAGES/studio.po"
    broken.write_text('msgid "A"\nmsgstr "b\n', encoding="utf-8")
    done = rv_i18n(*arguments, "-l", "ja", "--project", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"rv-i18n: {broken}:2: a string is not closed\n"


def test_an_interrupt_is_no_traceback(rv_i18n, monkeypatch):
    def interrupted(options):
        raise KeyboardInterrupt

    monkeypatch.setattr(commands, "message", interrupted)
    done = rv_i18n("message", "604")
    assert (done.returncode, done.stdout, done.stderr) == (130, "", "")


def test_output_is_utf_8_with_its_own_line_ends_whatever_the_stream_was(monkeypatch, tmp_path):
    write_project(tmp_path, {"A": 1}, {"ja": {"A": "失敗しました"}})
    for arguments, written in (
        (["table", "-f", "csv", "-l", "ja"], "code,symbol,ja\r\n1,A,失敗しました\r\n"),
        (["message", "A", "-l", "ja"], "失敗しました\n"),
        (["message", "\udcff", "-f", "json"], '"unknown": "\\udcff",\n'),
    ):
        data = io.BytesIO()
        stream = io.TextIOWrapper(data, encoding="ascii", newline="\r\n")  # as on Windows
        with monkeypatch.context() as patched:
            patched.setattr(sys, "stdout", stream)
            main([*arguments, "--project", str(tmp_path)])
        assert written in data.getvalue().decode()
        assert data.getvalue().count(b"\r") == written.count("\r")


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("", "日本 ü\n".encode()),
        (":replace", "日本 ü\n".encode()),
        ("cp932", b"\x93\xfa\x96{ \\xfc\n"),
        ("cp932:replace", b"\x93\xfa\x96{ ?\n"),
        ("cp932:strict", b""),
    ],
)
def test_pythonioencoding_says_how_the_output_is_written(monkeypatch, tmp_path, asked, written):
    write_project(tmp_path, {"A": 1}, {"ja": {"A": "日本 ü"}})
    data = io.BytesIO()
    stream = io.TextIOWrapper(data, encoding=asked.partition(":")[0] or "ascii")  # as Python does
    monkeypatch.setenv("PYTHONIOENCODING", asked)
    with monkeypatch.context() as patched:
        patched.setattr(sys, "stdout", stream)
        status = main(["message", "A", "-l", "ja", "--project", str(tmp_path)])
        assert status == (0 if written else 2)
    assert data.getvalue() == written


def test_what_a_strict_encoding_lacks_is_an_error_of_one_line(tmp_path):
    write_project(tmp_path, {"A": 1}, {"ja": {"A": "日本 ü"}})
    arguments = ["message", "A", "-l", "ja", "--project", str(tmp_path)]
    done = processes.rv_i18n(*arguments, env={"PYTHONIOENCODING": "cp932:strict"})
    said = "rv-i18n: standard output: cp932 cannot write '\\xfc'\n"
    assert (done.returncode, done.stdout, done.stderr) == (2, "", said)


def test_the_warnings_of_others_are_no_errors(monkeypatch):
    def warned(options):
        warnings.warn("it will change", DeprecationWarning, stacklevel=1)
        return 0

    monkeypatch.setattr(commands, "message", warned)
    with pytest.warns(DeprecationWarning, match="it will change"):
        assert main(["message", "604"]) == 0


@pytest.mark.parametrize("command", ["table", "search text"])
def test_more_locales_than_anyone_has_are_refused(rv_i18n, tmp_path, monkeypatch, command):
    write_project(tmp_path, {"FAIL": 5}, {"en": {"FAIL": "It failed"}})
    for number in range(1000):
        write(tmp_path / "locales", f"en.{number}", domain="studio")
    monkeypatch.chdir(tmp_path)
    done = rv_i18n(*command.split())
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == (
        f"rv-i18n: {tmp_path / 'locales'}: 1,001 locales are too many to show: 1,000 are the most\n"
    )
