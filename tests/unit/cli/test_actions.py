"""``message --action``: what the reader can do, below the text."""

from __future__ import annotations

import json

import jsonschema
import pytest
from trees import ROOT, write_project

from rv_i18n.cli import main


@pytest.fixture(autouse=True)
def _project(tmp_path, monkeypatch):
    """Two codes, of which one says what to do, in English alone."""
    en = {"WRONG": "The code is wrong", "FAILED": "It failed", "WRONG.action": "Request a new code"}
    write_project(tmp_path, {"WRONG": 1, "FAILED": 2}, {"en": en, "ja": {"WRONG": "違います"}})
    monkeypatch.chdir(tmp_path)


def test_an_action_is_indented_below_its_text(capsys):
    assert main(["message", "1", "2", "-l", "ja", "--action"]) == 0
    assert capsys.readouterr().out == "違います\n    Request a new code\nIt failed\n"


def test_without_the_option_there_is_one_line_a_code(capsys):
    assert main(["message", "1", "2", "-l", "en"]) == 0
    assert capsys.readouterr().out == "The code is wrong\nIt failed\n"


def test_json_has_the_action_and_its_language_where_it_is_asked_for(capsys):
    assert main(["message", "1", "2", "-l", "ja", "--action", "-f", "json"]) == 0
    answers = json.loads(capsys.readouterr().out)
    jsonschema.validate(answers, json.loads((ROOT / "docs/message.schema.json").read_text()))
    assert [each.get("action") for each in answers] == [
        {"text": "Request a new code", "language": "en"},
        None,
    ]
    assert main(["message", "1", "-f", "json"]) == 0
    assert "action" not in capsys.readouterr().out
