"""The command line as a shell sees it: output, errors and exit status of a real process."""

from __future__ import annotations

import contextlib
import fcntl
import io
import json
import os
import re
import signal
import stat
import struct
import subprocess
import sys
import termios
import time

import jsonschema
import pytest
from trees import MANY, ROOT, SEARCHED, project_of_many_languages, searched_project, write_project
from wcwidth import wcswidth

from rv_i18n import ErrorCode, __version__, locales, message
from rv_i18n.cli import main
from rv_i18n.cli.arguments import FORMATS


def rv_i18n(*arguments, env=(), **options):
    # PYTHONUNBUFFERED, say, would hide what happens when the output is flushed at exit.
    inherited = {key: value for key, value in os.environ.items() if not key.startswith("PYTHON")}
    coverage = {key: value for key, value in os.environ.items() if key.startswith("COV")}
    options["env"] = {**inherited, **coverage, **dict(env)}
    options = {"cwd": ROOT, "stdout": subprocess.PIPE, "stderr": subprocess.PIPE, **options}
    command = [sys.executable, "-m", "rv_i18n", *arguments]
    return subprocess.run(command, check=False, **{"encoding": "utf-8", **options})


@pytest.fixture(scope="session")
def searched(tmp_path_factory):
    """The directory of the codes in data/searched.json."""
    return searched_project(tmp_path_factory.mktemp("searched")).directory


@pytest.fixture(scope="session")
def many(tmp_path_factory):
    """The directory of a project in seventeen languages, hardly any of them complete."""
    return project_of_many_languages(tmp_path_factory.mktemp("many")).directory


def read_json(done, schema):
    """What a command printed as JSON, checked against the schema."""
    schema = json.loads((ROOT / f"docs/{schema}.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    answers = json.loads(done.stdout)
    jsonschema.Draft202012Validator(schema).validate(answers)
    return answers


def test_message_prints_one_text_a_line_in_the_order_asked():
    done = rv_i18n("message", "606", "VALIDATE_CODE_ERROR", "606", "-l", "ja-JP")
    expected = [message(code, "ja") for code in (606, 604, 606)]
    assert (done.returncode, done.stdout.splitlines(), done.stderr) == (0, expected, "")


def test_without_a_locale_the_current_one_is_used():
    done = rv_i18n("message", "604", env={"LANG": "zh_CN.UTF-8"})
    assert done.stdout == message(604, "zh_CN") + "\n"


def test_output_is_utf_8_in_the_c_locale():
    done = rv_i18n("message", "604", "-l", "zh-Hans", env={"LC_ALL": "C", "PYTHONUTF8": "0"})
    assert done.stdout == message(604, "zh_CN") + "\n"


def test_an_unknown_code_is_reported_and_the_others_are_still_answered():
    done = rv_i18n("message", "604", "609", "606", "-l", "en")
    assert done.returncode == 1
    assert done.stdout.splitlines() == [message(604, "en"), message(606, "en")]
    assert done.stderr == (
        "rv-i18n: unknown code '609'; the nearest known are 608 USER_AREA_ERROR, "
        "610 SIGNATURE_EXPIRED\n"
    )


def test_message_answers_as_json_with_the_language_of_each_text(many):
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


def test_search_answers_as_json_too(many):
    done = rv_i18n("search", "passwrod", "-f", "json", "-l", "ja", "--project", many)
    assert (done.returncode, done.stderr) == (0, "")
    text = MANY["ja"]["ACCOUNT_PASSWORD_FAIL"]
    assert read_json(done, "search") == [
        {"code": 805, "symbol": "ACCOUNT_PASSWORD_FAIL", "text": text, "language": "ja"}
    ]
    done = rv_i18n("search", "qwertz", "-f", "json", "--project", many)
    assert (done.returncode, done.stdout) == (1, "[]\n")
    assert done.stderr == "rv-i18n: nothing found for 'qwertz'\n"


def test_a_code_without_a_text_gives_its_name_in_an_undetermined_language(tmp_path):
    write_project(tmp_path, {"A": 1, "B": -2}, {"fr": {"A": "Tout va bien"}})
    done = rv_i18n("message", "B", "-f", "json", "--project", tmp_path)
    assert read_json(done, "message") == [
        {"code": -2, "symbol": "B", "text": "B", "language": "und"}
    ]


def test_a_project_is_found_from_a_directory_inside_it(tmp_path):
    write_project(tmp_path, {"DISK_FULL": 7}, {"en": {"DISK_FULL": "The disk is full"}})
    (tmp_path / "inside").mkdir()
    done = rv_i18n("message", "disk-full", "--project", tmp_path / "inside")
    assert (done.returncode, done.stdout, done.stderr) == (0, "The disk is full\n", "")


@pytest.mark.parametrize("arguments", [["message", "1"], ["search", "1"], ["table"]])
def test_a_directory_without_a_project_is_reported(tmp_path, arguments):
    done = rv_i18n(*arguments, "--project", tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"rv-i18n: {tmp_path}: no pyproject.toml")
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", ["lint", "stats", "sync"])
def test_a_command_for_a_project_reports_that_there_is_none(tmp_path, monkeypatch, capsys, command):
    monkeypatch.chdir(tmp_path)
    assert main([command]) == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err == (
        "rv-i18n: .: no pyproject.toml with a table [tool.rv-i18n], here or further up\n"
    )


def test_message_loads_nothing_that_it_does_not_need():
    script = "import sys, rv_i18n.cli as c; c.main(['message', '604']); print(*sys.modules)"
    uncovered = {key: value for key, value in os.environ.items() if "COV" not in key}
    done = subprocess.run(
        [sys.executable, "-c", script],
        cwd=ROOT,
        env=uncovered,
        capture_output=True,
        text=True,
        check=True,
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    slow = {"babel", "jinja2", "json", "polib", "rich", "tomllib", "typing", "unicodedata"}
    assert not loaded & slow
    assert "rv_i18n.tools" not in done.stdout.split()


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
def test_wrong_usage_is_one_line_that_points_to_the_help(arguments):
    done = rv_i18n(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("rv-i18n: ")
    assert done.stderr.endswith("--help)\n")
    assert done.stderr.count("\n") == 1


def test_version_and_help():
    assert rv_i18n("--version").stdout == f"rv-i18n {__version__}\n"
    for arguments in ([], ["message"], ["search"], ["table"]):
        done = rv_i18n(*arguments, "--help")
        assert (done.returncode, done.stderr) == (0, "")
        assert "example: rv-i18n " + " ".join(arguments) in done.stdout


def test_a_reader_that_stops_early_is_not_an_error():
    reader, writer = os.pipe()
    os.close(reader)
    done = rv_i18n("message", "604", stdout=writer)
    os.close(writer)
    assert (done.returncode, done.stderr) == (0, "")


def test_output_that_cannot_be_written_is_reported():
    with open("/dev/full", "w") as full:
        done = rv_i18n("message", *map(str, ErrorCode), stdout=full)
    assert done.returncode == 2
    assert done.stderr == "rv-i18n: standard output: No space left on device\n"


COMMANDS = [["message", "604"], ["search", "604"], *(["table", "-f", each] for each in FORMATS)]


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_catalogue_that_cannot_be_read_is_named(checkout, arguments):
    broken = checkout.directory / "rv_i18n/locales/en/LC_MESSAGES/rv_i18n.mo"
    broken.parent.mkdir(parents=True)
    broken.write_bytes(b"broken")
    done = checkout.run(*arguments)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith(f"rv-i18n: {broken}: ")
    assert done.stderr.count("\n") == 1


def test_the_command_can_be_called_from_python_with_its_output_caught():
    with contextlib.redirect_stdout(io.StringIO()) as output:
        assert main(["message", "604", "-l", "ja"]) == 0
    assert output.getvalue() == message(604, "ja") + "\n"


@pytest.mark.parametrize("option", ["--help", "--version"])
def test_help_that_cannot_be_written_is_reported_too(option):
    with open("/dev/full", "w") as full:
        done = rv_i18n(option, stdout=full)
    assert (done.returncode, done.stderr.count("\n")) == (2, 1)
    assert "No space left on device" in done.stderr


@pytest.mark.parametrize(
    ("command", "status", "output", "errors"),
    [
        ("message 604 -l en >&-", 2, "", "rv-i18n: standard output: Bad file descriptor\n"),
        ("message 609 2>&-", 1, "", ""),
        ("message 609 2>/dev/full", 1, "", ""),
    ],
)
def test_a_closed_or_full_stream_gives_no_traceback(command, status, output, errors):
    done = subprocess.run(
        f"{sys.executable} -m rv_i18n {command}",
        shell=True,
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stdout, done.stderr) == (status, output, errors)


def on_terminal(*arguments, columns=80, **environment):
    """The output of the command on a terminal with this many columns."""
    ours, its = os.openpty()
    fcntl.ioctl(its, termios.TIOCSWINSZ, struct.pack("4H", 40, columns, 0, 0))
    unset = {"NO_COLOR", "COLUMNS", "TERM", "FORCE_COLOR", "COLORTERM"}
    inherited = {key: value for key, value in os.environ.items() if key not in unset}
    process = subprocess.Popen(
        [sys.executable, "-m", "rv_i18n", *arguments],
        cwd=ROOT,
        stdin=its,
        stdout=its,
        stderr=its,
        env={**inherited, "TERM": "xterm-256color", **environment},
    )
    os.close(its)
    output = b""
    with contextlib.suppress(OSError):  # Linux reports a closed other end in this way
        while piece := os.read(ours, 65536):
            output += piece
    os.close(ours)
    assert process.wait() == 0
    return output.decode("utf-8").replace("\r\n", "\n")


def plain(text):
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def test_search_prints_number_name_and_text_best_first(searched):
    done = rv_i18n("search", "验证码", "-l", "ja", "--project", searched)
    assert (done.returncode, done.stderr) == (0, "")
    texts = {row["code"]: row for row in SEARCHED}
    assert [line.split(maxsplit=2) for line in done.stdout.splitlines()] == [
        [str(code), texts[code]["symbol"], texts[code]["messages"]["ja"]]
        for code in (606, 604, 607)
    ]


def test_the_words_of_a_search_need_no_quotes():
    assert rv_i18n("search", "phone", "verfication", "-l", "en").stdout.startswith("604 ")


def test_a_search_that_finds_nothing_says_so():
    done = rv_i18n("search", "qwertz\n\x1b[31m")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "rv-i18n: nothing found for 'qwertz\\n\\x1b[31m'\n"


@pytest.mark.parametrize("arguments", COMMANDS, ids=" ".join)
def test_a_language_without_a_catalogue_is_reported_and_english_is_shown(arguments):
    done = rv_i18n(*arguments, "-l", "tlh")
    assert done.returncode == 0
    assert done.stderr == "rv-i18n: no catalogue for 'tlh', using en\n"
    assert done.stdout == rv_i18n(*arguments, "-l", "en").stdout


def test_table_shows_each_language_once_in_the_order_asked():
    done = rv_i18n("table", "-f", "csv", "-l", "zh-HK", "-l", "ja", "-l", "zh_TW")
    assert done.stdout.splitlines()[0] == "code,symbol,zh_TW,ja"
    everything = rv_i18n("table", "-f", "csv").stdout.splitlines()[0]
    assert everything == "code,symbol," + ",".join(locales())


def test_a_table_is_the_same_in_a_file_and_in_a_pipe(tmp_path):
    file = tmp_path / "table"
    for style in FORMATS:
        done = rv_i18n("table", "-f", style, "-o", str(file), encoding=None)
        assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")
        assert file.read_bytes() == rv_i18n("table", "-f", style, encoding=None).stdout
    assert rv_i18n("table", "-o", "-").stdout == rv_i18n("table").stdout
    assert [each.name for each in tmp_path.iterdir()] == ["table"]


def test_a_replaced_file_changes_only_its_content(tmp_path):
    (tmp_path / "real").write_text("old")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    assert rv_i18n("table", "-o", str(tmp_path / "link")).returncode == 0
    assert (tmp_path / "link").is_symlink()
    assert stat.S_IMODE((tmp_path / "real").stat().st_mode) == 0o640
    assert "604" in (tmp_path / "real").read_text(encoding="utf-8")
    assert rv_i18n("table", "-o", str(tmp_path / "new"), umask=0o027).returncode == 0
    assert stat.S_IMODE((tmp_path / "new").stat().st_mode) == 0o640


def test_a_device_is_written_to_rather_than_replaced():
    done = rv_i18n("table", "-f", "csv", "-o", "/dev/stdout")
    assert done.stdout == rv_i18n("table", "-f", "csv").stdout
    assert rv_i18n("table", "-o", "/dev/null").returncode == 0
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@pytest.mark.parametrize(
    ("output", "reason"),
    [
        ("nowhere/table", "No such file or directory"),
        (".", "Is a directory"),
        ("file/table", "Not a directory"),
        ("x" * 300, "File name too long"),
        ("/dev/full", "No space left on device"),
        ("/proc/table", "No such file or directory"),
    ],
)
def test_a_file_that_cannot_be_written_is_reported_in_one_line(tmp_path, output, reason):
    (tmp_path / "file").touch()
    for style in ("text", "html"):
        path = {**os.environ, "PYTHONPATH": str(ROOT)}
        done = rv_i18n("table", "-f", style, "-o", output, cwd=tmp_path, env=path)
        assert (done.returncode, done.stdout) == (2, "")
        assert done.stderr == f"rv-i18n: {output}: {reason}\n"
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_file_is_never_left_half_written(tmp_path):
    file = tmp_path / "table"
    file.write_text("old")
    uncovered = {key: value for key, value in os.environ.items() if "COVERAGE" not in key}
    limited = f"ulimit -f 8; trap '' XFSZ; exec {sys.executable} -m rv_i18n table -f html -o {file}"
    done = subprocess.run(
        ["bash", "-c", limited],
        cwd=ROOT,
        env=uncovered,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 2
    assert done.stderr == f"rv-i18n: {file}: File too large\n"
    assert file.read_text() == "old"
    assert [each.name for each in tmp_path.iterdir()] == ["table"]


def test_a_closed_output_does_not_stop_writing_to_a_file(tmp_path):
    command = f"{sys.executable} -m rv_i18n table -l en -f csv -o {tmp_path}/table.csv >&-"
    done = subprocess.run(
        command, shell=True, cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert (tmp_path / "table.csv").read_bytes().startswith(b"code,symbol,en\r\n100,FAIL,")


def test_a_closed_pipe_ends_a_long_output_quietly():
    for arguments in ("table -f json", "table -f html", "search e", "--help", "table --help"):
        pipeline = f"set -o pipefail; {sys.executable} -m rv_i18n {arguments} | head -c 1 | wc -c"
        done = subprocess.run(
            ["bash", "-c", pipeline], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
        )
        assert (done.returncode, done.stdout.strip(), done.stderr) == (0, "1", "")


def test_an_interrupt_ends_it_quietly(tmp_path):
    fifo = tmp_path / "fifo"
    os.mkfifo(fifo)
    command = [sys.executable, "-m", "rv_i18n", "table", "-o", str(fifo)]
    process = subprocess.Popen(
        command,
        cwd=ROOT,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        # A shell that starts the tests in the background has them ignore interrupts.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    )
    time.sleep(1.5)  # by now it waits for a reader
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert (process.returncode, errors) == (130, "")


def test_output_is_plain_in_a_pipe_and_coloured_on_a_terminal():
    for arguments in (["table", "-l", "ja"], ["search", "認証コード", "-l", "ja"]):
        assert "\x1b" not in rv_i18n(*arguments).stdout
        assert "\x1b[" in on_terminal(*arguments)
        assert "\x1b" not in on_terminal(*arguments, NO_COLOR="1")
        assert "\x1b" not in on_terminal(*arguments, TERM="dumb")


@pytest.mark.parametrize("columns", [20, 40, 80, 120, 300])
@pytest.mark.parametrize("arguments", [["table"], ["table", "-l", "zh_TW"], ["search", "e"]])
def test_every_line_fits_the_terminal(columns, arguments):
    output = plain(on_terminal(*arguments, columns=columns))
    longest = max(len(code.symbol) for code in ErrorCode)
    assert max(wcswidth(line) for line in output.splitlines()) <= max(columns, 7 + 2 + longest)


def test_columns_line_up_on_a_terminal(searched):
    shown = on_terminal("table", "-l", "ja", "--project", searched, columns=120)
    output = plain(shown).splitlines()
    assert output[0] == "エラーコード一覧"
    starts = {
        wcswidth(line.partition(row["messages"]["ja"])[0])
        for row, line in zip(SEARCHED, output[3:])
    }
    assert starts == {wcswidth(output[2].partition("メッセージ")[0])}


def test_on_a_narrow_terminal_each_code_has_a_line_for_each_language():
    output = plain(on_terminal("table", "-l", "ja", "-l", "zh_CN")).splitlines()
    at = output.index("604  VALIDATE_CODE_ERROR")
    assert [line.split() for line in output[at + 1 : at + 3]] == [
        ["日本語", message(604, "ja")],
        ["简体中文", message(604, "zh_CN")],
    ]


def test_a_terminal_shows_the_current_language_beside_the_source(many):
    def heads(*arguments, **environment):
        command = ["table", "--project", many, *arguments]
        return plain(on_terminal(*command, columns=200, **environment)).splitlines()[2].split()[2:]

    assert heads(LANG="ko_KR.UTF-8") == ["한국어", "简体中文"]
    assert heads(LANG="tlh") == ["English", "简体中文"]
    assert heads(LANG="zh_CN.UTF-8") == ["说明"]
    assert heads("-l", "ja", "-l", "fi", LANG="ko_KR.UTF-8") == ["日本語", "suomi"]


def test_texts_stand_side_by_side_where_each_has_thirty_columns(many):
    def lines(columns):
        arguments = ["table", "--project", many, "-l", "ja", "-l", "fr"]
        return plain(on_terminal(*arguments, columns=columns)).splitlines()

    before = len("1000000  JSON_FILE_UPLOAD_FAILED  ")
    assert "604  VALIDATE_CODE_ERROR" in lines(before + 63)
    assert lines(before + 64)[2].split() == ["コード", "名称", "日本語", "français"]


@pytest.mark.parametrize("columns", [30, 60, 100, 200])
def test_nothing_of_a_text_is_cut_off_on_a_terminal(many, columns):
    locales = ["ja", "th", "de", "ar", "fi"]
    arguments = [word for locale in locales for word in ("-l", locale)]
    output = plain(on_terminal("table", "--project", many, *arguments, columns=columns))
    assert "…" not in output
    if columns < 200:  # without room for columns, the texts are in blocks of lines
        shown = "".join(output.split())
        for locale in locales:
            assert "".join(MANY[locale]["VALIDATE_CODE_ERROR"].split()) in shown


def test_output_is_utf_8_in_the_c_locale_on_a_terminal_too():
    output = on_terminal("table", "-l", "ja", "-f", "text", LC_ALL="C", PYTHONUTF8="0")
    assert message(604, "ja") in output


def test_completion_needs_shtab_and_says_so(monkeypatch, capsys):
    monkeypatch.setitem(sys.modules, "shtab", None)  # as where it is not installed
    monkeypatch.delitem(sys.modules, "rv_i18n.tools.completion", raising=False)
    assert main(["--completion", "bash"]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert "pip install 'rv-i18n[completion]'" in printed.err
    assert printed.err.count("\n") == 1


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_knows_commands_names_and_languages(shell):
    done = rv_i18n("--completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    for word in ("message", "search", "table", "VALIDATE_CODE_ERROR", "zh_TW", "markdown"):
        assert word in done.stdout


def test_a_file_name_cannot_forge_a_line(tmp_path):
    done = rv_i18n("table", "-f", "csv", "-o", "a\nb/c", cwd=tmp_path, env={"PYTHONPATH": ROOT})
    assert (done.returncode, done.stderr) == (2, "rv-i18n: 'a\\nb/c': No such file or directory\n")


def test_standard_output_given_as_a_file_is_written_to_rather_than_replaced(tmp_path):
    pipeline = f"(echo before; {sys.executable} -m rv_i18n table -f csv -l en -o /dev/stdout) > out"
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    subprocess.run(["bash", "-c", pipeline], cwd=tmp_path, env=env, check=True)
    lines = (tmp_path / "out").read_bytes().decode().split("\r\n")
    assert lines[0] == "before\ncode,symbol,en"
    assert len(lines[1:-1]) == len(ErrorCode)


def test_a_file_of_the_users_with_a_likely_name_is_kept(tmp_path):
    (tmp_path / ".mine.csv.new").write_text("keep")
    done = rv_i18n("table", "-f", "csv", "-o", tmp_path / "mine.csv")
    assert done.returncode == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == [".mine.csv.new", "mine.csv"]
