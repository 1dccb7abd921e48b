"""``stats``: the counts, as people and as programs read them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys

import pytest
from conftest import LOCALES, ROOT
from rich.cells import cell_len

from rv_i18n import locales
from rv_i18n.cli import main


@pytest.fixture
def spoilt(tmp_path):
    """A copy in which Japanese has one fuzzy, one empty, one absent and one unknown entry."""
    shutil.copytree(LOCALES, tmp_path / "locales")
    path = tmp_path / "locales/ja/LC_MESSAGES/rv_i18n.po"
    text = path.read_text(encoding="utf-8")
    text = text.replace("#. 604\n", "#. 604\n#, fuzzy\n").replace(
        '"リクエストに失敗しました"', '""'
    )
    text = text.replace('msgid "SUCCESS"', 'msgid "UNKNOWN"')
    path.write_text(text + '\n#~ msgid "OLD"\n#~ msgstr "旧"\n', encoding="utf-8")
    return tmp_path / "locales"


def test_json_counts_against_the_code_list(spoilt, capsys):
    assert main(["stats", str(spoilt), "--format", "json"]) == 0
    counts = {each.pop("locale"): each for each in json.loads(capsys.readouterr().out)}
    whole = {"domain": "rv_i18n", "translated": 58, "fuzzy": 0, "missing": 0, "percent": 100.0}
    spoilt_ja = {"domain": "rv_i18n", "translated": 55, "fuzzy": 1, "missing": 2, "percent": 94.8}
    assert counts == {**dict.fromkeys(locales(), whole), "ja": spoilt_ja}


def test_the_table_is_aligned_and_has_no_colour_when_it_is_piped(spoilt):
    command = [sys.executable, "-m", "rv_i18n", "stats", str(spoilt)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    lines = done.stdout.splitlines()
    heads, *counts = [line.split() for line in lines]
    assert heads == ["locale", "translated", "fuzzy", "missing", "done"]
    assert ["en", "58", "0", "0", "100", "%"] in counts
    assert ["ja", "55", "1", "2", "94.8", "%"] in counts
    assert {cell_len(line) for line in lines} == {len(lines[0])}
    assert "\x1b" not in done.stdout


def test_a_nearly_whole_catalogue_is_not_100_per_cent(tmp_path, capsys):
    path = tmp_path / "ja/LC_MESSAGES/big.po"
    path.parent.mkdir(parents=True)
    entries = "".join(f'\nmsgid "A{n}"\nmsgstr "{n or ""}"\n' for n in range(10_000))
    path.write_text('msgid ""\nmsgstr ""\n' + entries, encoding="utf-8")
    assert main(["stats", str(tmp_path), "-f", "json"]) == 0
    [count] = json.loads(capsys.readouterr().out)
    assert (count["translated"], count["missing"], count["percent"]) == (9999, 1, 99.9)


def test_several_domains_are_named_and_an_empty_catalogue_is_whole(tmp_path, capsys):
    for name in ("one", "two"):
        path = tmp_path / f"ja/LC_MESSAGES/{name}.po"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    (tmp_path / "two.pot").write_text('msgid ""\nmsgstr ""\n\nmsgid "A"\nmsgstr ""\n')
    assert main(["stats", str(tmp_path)]) == 0
    assert [line.split() for line in capsys.readouterr().out.splitlines()[1:]] == [
        ["ja", "one", "0", "0", "0", "100", "%"],
        ["ja", "two", "0", "0", "1", "0", "%"],
    ]


def test_without_a_localedir_it_is_the_packages_own(capsys):
    assert main(["stats", "--format", "json"]) == 0
    assert {"en", "ja"} <= {each["locale"] for each in json.loads(capsys.readouterr().out)}


@pytest.mark.parametrize(
    ("data", "reason"), [(b'msgid "A"\nmsgid "', "line 2: "), (b"\xff", "line 1: not UTF-8")]
)
def test_a_file_that_cannot_be_read_is_said_in_one_line(tmp_path, capsys, data, reason):
    path = tmp_path / "ja/LC_MESSAGES/rv_i18n.po"
    path.parent.mkdir(parents=True)
    path.write_bytes(data)
    assert main(["stats", str(tmp_path)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("rv-i18n: ")
    assert f"rv_i18n.po: {reason}" in error
    assert error.count("\n") == 1


def test_a_template_that_cannot_be_read_is_an_error_and_not_100_per_cent(tmp_path, capsys):
    path = tmp_path / "ja/LC_MESSAGES/app.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n', encoding="utf-8")
    (tmp_path / "app.pot").write_text('msgid "A"\nmsgstr\n')
    assert main(["stats", str(tmp_path)]) == 2
    assert "app.pot: line " in capsys.readouterr().err
