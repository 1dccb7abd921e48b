"""The formats of what ``lint`` finds; SARIF is in test_lint_in_ci.py."""

from __future__ import annotations

import json

import jsonschema
from trees import ROOT, edit, set_text

from rv_i18n.cli import main
from rv_i18n.tools.lint import RULES
from rv_i18n.tools.lint.findings import Finding, as_github, as_json, as_text


def test_the_formats_tell_the_same(studio, capsys, monkeypatch):
    set_text(studio.po("en"), "FAIL", "It  failed")
    set_text(studio.ja, "FAIL", "")
    monkeypatch.chdir(studio.root)
    path = "locales/en/LC_MESSAGES/my_studio.po"
    assert main(["lint", "locales"]) == 1
    ja = "locales/ja/LC_MESSAGES/my_studio.po"
    assert capsys.readouterr().out == (
        f"{path}:21: en: FAIL: has two spaces in a row [double-space]\n"
        f"{ja}:21: ja: FAIL: has no text [empty]\n"
    )
    assert main(["lint", "locales", "--format", "json"]) == 1
    output = capsys.readouterr().out
    assert output.count("\n") == 4  # a line a finding, and one for each bracket
    assert json.loads(output) == [
        {"path": path, "line": 21, "locale": "en", "symbol": "FAIL",
         "message": "has two spaces in a row", "rule": "double-space", "severity": "error"},
        {"path": ja, "line": 21, "locale": "ja", "symbol": "FAIL",
         "message": "has no text", "rule": "empty", "severity": "warning"},
    ]  # fmt: skip
    assert main(["lint", "locales", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        f"::error file={path},line=21,title=rv-i18n double-space::"
        "en: FAIL: has two spaces in a row\n"
        f"::warning file={ja},line=21,title=rv-i18n empty::ja: FAIL: has no text\n"
    )


def test_a_finding_is_escaped_as_github_wants_it():
    finding = Finding("a:b,c%.po", 9, "ja", "A\rB\nC", "100 %: no, text", "empty", "warning")
    assert as_github([finding]) == (
        "::warning file=a%3Ab%2Cc%25.po,line=9,title=rv-i18n empty::"
        "ja: A%0DB%0AC: 100 %25: no, text\n"
    )
    about_a_file = Finding("a.po", 1, "ja", "", "is not closed", "syntax")
    assert as_github([about_a_file]) == (
        "::error file=a.po,line=1,title=rv-i18n syntax::ja: (file): is not closed\n"
    )


def test_the_json_is_that_of_its_schema(studio, capsys, monkeypatch):
    schema = json.loads((ROOT / "docs/lint.schema.json").read_text(encoding="utf-8"))
    set_text(studio.ja, "FAIL", "")
    edit(studio.ja, "Language: ja", "Language: ko")
    monkeypatch.chdir(studio.root)
    main(["lint", "--format", "json"])
    findings = json.loads(capsys.readouterr().out)
    assert len(findings) == 2
    jsonschema.validate(findings, schema)
    assert set(schema["items"]["properties"]["rule"]["enum"]) == set(RULES)


def test_nothing_found_is_nothing_to_read(studio, capsys, monkeypatch):
    monkeypatch.chdir(studio.root)
    assert main(["lint"]) == 0
    assert main(["lint", "--format", "github"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["lint", "--format", "json"]) == 0
    assert capsys.readouterr().out == "[]\n"


def test_what_no_terminal_should_be_sent_is_made_visible():
    finding = Finding("a\n.po", 9, "ja", "É\x9b2J", "失\u202e", "empty")
    assert as_text([finding]) == "a\\n.po:9: ja: É\\x9b2J: 失\\u202e [empty]\n"
    assert '"symbol": "É' in as_json([finding])


def test_a_catalogue_cannot_forge_a_line_of_the_output(studio, capsys):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "A\\n::error::forged\x9b2J%0A"\nmsgstr "ない"\n')
    for form in ("text", "json", "github"):
        main(["lint", str(studio.locales), "--format", form])
        output = capsys.readouterr().out
        assert "\x9b" not in output or form == "json"
        assert "\n::error::forged" not in output
    assert "%250A" in output
