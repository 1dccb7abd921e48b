"""``stats``: the counts, for people and for programs."""

from __future__ import annotations

import json
import os
import shutil

import jsonschema
import pytest
from trees import HEADER, ROOT, TEXTS, edit, plain, refusal, set_text, write

from rv_i18n.cli import main


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


@pytest.fixture
def spoilt(studio):
    """A project in which Japanese has one fuzzy, one empty, one absent and one unknown entry."""
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    edit(studio.ja, '"失敗しました"', '""')
    edit(studio.ja, 'msgid "SUCCESS"', 'msgid "UNKNOWN"')
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\n#~ msgid "OLD"\n#~ msgstr "旧"\n')
    return studio


def test_json_counts_against_the_code_list(spoilt, capsys):
    assert main(["stats", "--format", "json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    jsonschema.validate(rows, json.loads((ROOT / "docs/stats.schema.json").read_text()))
    counts = {each.pop("locale"): each for each in rows}
    whole = {"domain": "my_studio", "translated": 7, "fuzzy": 0, "missing": 0, "percent": 100.0}
    spoilt_ja = {"domain": "my_studio", "translated": 4, "fuzzy": 1, "missing": 2, "percent": 57.1}
    assert counts == {**dict.fromkeys(TEXTS, whole), "ja": spoilt_ja}


def test_the_table_is_aligned_and_has_no_colour_when_it_is_piped(spoilt, capsys):
    assert main(["stats"]) == 0
    assert (
        capsys.readouterr().out
        == """\
locale  translated  fuzzy  missing    done
en               7      0        0   100 %
ja               4      1        2  57.1 %
ko               7      0        0   100 %
zh_CN            7      0        0   100 %
zh_TW            7      0        0   100 %
"""
    )


def test_a_fuzzy_text_that_is_empty_counts_once(studio, capsys):
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    set_text(studio.ja, "CODE_WRONG", "")
    assert main(["stats", "-f", "json"]) == 0
    [ja] = [each for each in json.loads(capsys.readouterr().out) if each["locale"] == "ja"]
    assert (ja["translated"], ja["fuzzy"], ja["missing"]) == (6, 1, 0)


def test_a_nearly_whole_catalogue_is_not_100_per_cent(tmp_path, capsys):
    write(tmp_path, "ja", domain="big", **{f"A{n}": str(n or "") for n in range(10_000)})
    assert main(["stats", str(tmp_path), "-f", "json"]) == 0
    [count] = json.loads(capsys.readouterr().out)
    assert (count["translated"], count["missing"], count["percent"]) == (9999, 1, 99.9)


def test_several_domains_are_named_and_an_empty_catalogue_is_whole(tmp_path, capsys):
    for name in ("one", "two"):
        write(tmp_path, "ja", domain=name)
    (tmp_path / "two.pot").write_text(HEADER + '\nmsgid "A"\nmsgstr ""\n')
    assert main(["stats", str(tmp_path)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["ja", "one", "0", "0", "0", "100", "%"],
        ["ja", "two", "0", "0", "1", "0", "%"],
    ]


@pytest.mark.parametrize("has_template", [True, False])
def test_other_messages_are_told_apart_by_their_context(tmp_path, capsys, has_template):
    entry = 'msgctxt "{}"\nmsgid "Open"\nmsgstr "{}"\n'
    if has_template:
        template = [HEADER, *(entry.format(each, "") for each in ("menu", "door", "shop"))]
        (tmp_path / "app.pot").write_text("\n".join(template))
    write(tmp_path, "ja", domain="app")
    (tmp_path / "ja/LC_MESSAGES/app.po").write_text(
        "\n".join([HEADER, entry.format("menu", "開く"), entry.format("door", "")]), "utf-8"
    )
    assert main(["stats", str(tmp_path), "-f", "json"]) == 0
    [count] = json.loads(capsys.readouterr().out)
    assert (count["translated"], count["missing"]) == (1, 1 + has_template)


def test_a_line_is_as_long_as_it_has_to_be_in_a_pipe(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("COLUMNS", "20")
    for domain in ("x" * 150, "y"):
        write(tmp_path, "ja", domain=domain)
    expected = (
        f"locale{' ' * 149}translated  fuzzy  missing   done\n"
        f"ja {'x' * 150}           0      0        0  100 %\n"
        f"ja y{' ' * 149}           0      0        0  100 %\n"
    )
    assert main(["stats", str(tmp_path)]) == 0
    assert capsys.readouterr().out == expected
    monkeypatch.setenv("FORCE_COLOR", "1")
    for terminal in ("dumb", "xterm"):
        monkeypatch.setenv("TERM", terminal)
        assert main(["stats", str(tmp_path)]) == 0
        coloured = capsys.readouterr().out
        assert coloured.startswith("\x1b[")
        assert plain(coloured) == expected


@pytest.mark.parametrize(
    ("data", "reason"), [(b'msgid "A"\nmsgid "', "2: "), (b"\xff", "1: not UTF-8")]
)
def test_an_unreadable_file_is_reported_and_the_others_are_counted(studio, capsys, data, reason):
    studio.ja.write_bytes(data)
    assert main(["stats"]) == 2
    output, error = capsys.readouterr()
    assert error.startswith(f"rv-i18n: locales/ja/LC_MESSAGES/my_studio.po:{reason}")
    assert error.count("\n") == 1
    assert [line.split()[0] for line in output.splitlines()] == [
        "locale", "en", "ko", "zh_CN", "zh_TW",
    ]  # fmt: skip


def test_an_unreadable_template_is_an_error_rather_than_100_per_cent(tmp_path, capsys):
    write(tmp_path, "ja", domain="app")
    (tmp_path / "app.pot").write_text('msgid "A"\nmsgstr\n')
    assert main(["stats", str(tmp_path), "-f", "json"]) == 2
    output, error = capsys.readouterr()
    assert output == "[]\n"
    assert "app.pot:2: " in error


def test_a_path_that_is_not_a_directory_is_an_error(studio, capsys):
    shutil.rmtree(studio.locales)
    assert main(["stats"]) == 2
    assert capsys.readouterr().err == f"rv-i18n: locales: {refusal(os.listdir, 'locales')}\n"
    studio.locales.mkdir()
    assert main(["stats"]) == 2
    assert "no catalogue <locale>/LC_MESSAGES/<domain>.po in it" in capsys.readouterr().err
    assert main(["stats", ""]) == 2
    assert "LOCALEDIR: it is empty" in capsys.readouterr().err
