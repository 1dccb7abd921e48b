"""What the commands show on a terminal, as wide as it is, in colour; tests/posix has a real one."""

from __future__ import annotations

import re
import sys

import pytest
from records import MANY, SEARCHED
from trees import plain, write_project
from wcwidth import wcswidth

from rv_i18n import ErrorCode, message
from rv_i18n.cli import main


@pytest.mark.parametrize("columns", [20, 40, 80, 120, 300])
@pytest.mark.parametrize("arguments", [["table"], ["table", "-l", "zh_TW"], ["search", "e"]])
def test_every_line_fits_the_terminal(on_terminal, columns, arguments):
    output = plain(on_terminal(*arguments, columns=columns))
    longest = max(len(code.symbol) for code in ErrorCode)
    assert max(wcswidth(line) for line in output.splitlines()) <= max(columns, 7 + 2 + longest)


STYLES = {"\x1b[1;36m": "<key>", "\x1b[1m": "<b>", "\x1b[2m": "<dim>", "\x1b[0m": "</>"}
SHOWN = {
    ("table -l en -l ja", 90): """\
<b>Error code reference</>

<b>Code</><b>  </><b>Name     </><b>  </><b>English                           </><b>  </>\
<b>日本語                               </>
<key>1   </><key>  </>FAIL       It failed                           失敗しました
<key>604 </><key>  </>DISK FULL  The disk is full:                   ディスクがいっぱいです:
<key>      </>           /mnt/farm/projects/2027/sq010/sh01  /mnt/farm/projects/2027/sq010/sh0100
<key>      </>           00/render/v001
""",
    ("table -l en -l ja", 40): """\
<b>Error code reference</>

<key>1</>  FAIL
  <dim>English</><dim>  </>It failed
  <dim>日本語 </><dim>  </>失敗しました
<key>604</>  DISK FULL
  <dim>English</><dim>  </>The disk is full:
  <dim>         </>/mnt/farm/projects/2027/sq010
  <dim>         </>/sh0100/render/v001
  <dim>日本語 </><dim>  </>ディスクがいっぱいです:
  <dim>         </>/mnt/farm/projects/2027/sq010
  <dim>         </>/sh0100
""",
    ("table -l en", 30): """\
<b>Error code reference</>

<key>1</>  FAIL
<dim>  </>It failed
<key>604</>  DISK FULL
<dim>  </>The disk is full:
<dim>  </>/mnt/farm/projects/2027/sq01
<dim>  </>0/sh0100/render/v001
""",
    ("search disk -l en", 48): """\
<key>604</><key>  </>DISK FULL  The disk is full:
<key>     </>           /mnt/farm/projects/2027/sq010/sh
<key>     </>           0100/render/v001
""",
    ("search disk -l en", 82): """\
<key>604</><key>  </>DISK FULL  The disk is full: /mnt/farm/projects/2027/sq010/sh0100/render/v001
""",
}


@pytest.mark.parametrize(("command", "columns"), SHOWN)
def test_a_terminal_shows_what_fits_it_and_colour_says_what_is_what(
    on_terminal, tmp_path, command, columns
):
    path = "/mnt/farm/projects/2027/sq010/sh0100"
    texts = {
        "en": {"FAIL": "It failed", "DISK FULL": f"The disk is full: {path}/render/v001"},
        "ja": {"FAIL": "失敗しました", "DISK FULL": f"ディスクがいっぱいです: {path}"},
    }
    project = write_project(tmp_path, {"FAIL": 1, "DISK FULL": 604}, texts)
    arguments = [*command.split(), "--project", project.directory]
    expected = SHOWN[command, columns]
    shown = on_terminal(*arguments, columns=columns)
    for code, style in STYLES.items():
        shown = shown.replace(code, style)
    assert [line.rstrip() for line in shown.splitlines()] == expected.splitlines()
    plainly = on_terminal(*arguments, columns=columns, NO_COLOR="1")
    assert [line.rstrip() for line in plainly.splitlines()] == [
        re.sub(r"<[^>]*>", "", line).rstrip() for line in expected.splitlines()
    ]
    assert "\x1b" not in on_terminal(*arguments, TERM="dumb")


def test_force_color_gives_a_pipe_what_a_wide_terminal_shows(
    rv_i18n, on_terminal, monkeypatch, searched
):
    for command in ("table -l ja -l en", "search password -l en"):
        arguments = [*command.split(), "--project", searched]
        in_a_pipe = rv_i18n(*arguments).stdout
        expected = on_terminal(*arguments, columns=1000)
        assert "\x1b" not in in_a_pipe
        assert "\x1b[" in expected
        monkeypatch.setenv("FORCE_COLOR", "1")
        assert rv_i18n(*arguments).stdout == expected
        monkeypatch.setenv("FORCE_COLOR", "")
        assert rv_i18n(*arguments).stdout == in_a_pipe
        monkeypatch.setenv("FORCE_COLOR", "1")
        monkeypatch.setenv("NO_COLOR", "1")
        assert rv_i18n(*arguments).stdout == in_a_pipe
        assert "\x1b" not in on_terminal(*arguments, NO_COLOR="1", FORCE_COLOR="1")
        assert "\x1b[" in on_terminal(*arguments, NO_COLOR="", FORCE_COLOR="1", TERM="dumb")
        monkeypatch.delenv("NO_COLOR")
        monkeypatch.delenv("FORCE_COLOR")


def test_colours_without_rich_are_plain_rows(rv_i18n, monkeypatch, searched):
    arguments = ["search", "password", "-l", "en", "--project", searched]
    plainly = rv_i18n(*arguments).stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    monkeypatch.setitem(sys.modules, "rv_i18n.cli.console", None)
    assert rv_i18n(*arguments).stdout == plainly != ""


def test_a_missing_module_that_pip_does_not_bring_is_not_explained_away(monkeypatch):
    monkeypatch.setitem(sys.modules, "rv_i18n.tools.reference.search", None)
    with pytest.raises(ModuleNotFoundError, match="rv_i18n.tools.reference.search"):
        main(["search", "604"])


def test_a_file_has_no_colours(rv_i18n, monkeypatch, tmp_path):
    plainly = rv_i18n("table").stdout
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert rv_i18n("table", "-o", tmp_path / "table").returncode == 0
    assert (tmp_path / "table").read_bytes().decode() == plainly


def test_on_a_terminal_a_symbolic_name_is_wrapped_last(on_terminal, tmp_path):
    name, text = "A_" * 25, "word " * 20
    project = write_project(tmp_path, {name: 1}, {"en": {name: text.strip()}})
    lines = on_terminal("table", "--project", project.directory, columns=96, NO_COLOR="1")
    assert f"1     {name}  word word" in lines


def test_columns_line_up_on_a_terminal(on_terminal, searched):
    shown = on_terminal("table", "-l", "ja", "--project", searched, columns=120)
    output = plain(shown).splitlines()
    assert output[0] == "エラーコード一覧"
    starts = {
        wcswidth(line.partition(row["messages"]["ja"])[0])
        for row, line in zip(SEARCHED, output[3:])
    }
    assert starts == {wcswidth(output[2].partition("メッセージ")[0])}


def test_on_a_narrow_terminal_each_code_has_a_line_for_each_language(on_terminal):
    output = plain(on_terminal("table", "-l", "ja", "-l", "zh_CN")).splitlines()
    at = output.index("604  VALIDATE_CODE_ERROR")
    assert [line.split() for line in output[at + 1 : at + 3]] == [
        ["日本語", message(604, "ja")],
        ["简体中文", message(604, "zh_CN")],
    ]


def test_a_terminal_shows_the_current_language_beside_the_source(on_terminal, many):
    def heads(*arguments, **environment):
        command = ["table", "--project", many, *arguments]
        return plain(on_terminal(*command, columns=200, **environment)).splitlines()[2].split()[2:]

    assert heads(LANG="ko_KR.UTF-8") == ["한국어", "简体中文"]
    assert heads(LANG="tlh") == ["English", "简体中文"]
    assert heads(LANG="zh_CN.UTF-8") == ["说明"]
    assert heads("-l", "ja", "-l", "fi", LANG="ko_KR.UTF-8") == ["日本語", "suomi"]


def test_texts_stand_side_by_side_where_each_has_thirty_columns(on_terminal, many):
    def lines(columns):
        arguments = ["table", "--project", many, "-l", "ja", "-l", "fr"]
        return plain(on_terminal(*arguments, columns=columns)).splitlines()

    before = len("1000000  JSON_FILE_UPLOAD_FAILED  ")
    assert "604  VALIDATE_CODE_ERROR" in lines(before + 63)
    assert lines(before + 64)[2].split() == ["コード", "名称", "日本語", "français"]


@pytest.mark.parametrize("columns", [30, 60, 100, 200])
def test_nothing_of_a_text_is_cut_off_on_a_terminal(on_terminal, many, columns):
    locales = ["ja", "th", "de", "ar", "fi"]
    arguments = [word for locale in locales for word in ("-l", locale)]
    output = plain(on_terminal("table", "--project", many, *arguments, columns=columns))
    assert "…" not in output
    if columns < 200:  # without room for columns, the texts are in blocks of lines
        shown = "".join(output.split())
        for locale in locales:
            assert "".join(MANY[locale]["VALIDATE_CODE_ERROR"].split()) in shown
