"""``lint`` in other people's CI: SARIF, a baseline, and a line for what a language lacks."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from trees import COMMENTS, ROOT, edit, set_text, write_project

from rv_i18n.cli import main
from rv_i18n.tools.lint.findings import Finding, as_github, as_json, as_text
from rv_i18n.tools.lint.rules import RULES
from rv_i18n.tools.lint.sarif import as_sarif

# OASIS's own, of the errata of 2023, with a line a definition.
SCHEMA = json.loads((ROOT / "tests/data/sarif-schema-2.1.0.json").read_text(encoding="utf-8"))
EN = "locales/en/LC_MESSAGES/my_studio.po"
JA = "locales/ja/LC_MESSAGES/my_studio.po"


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


def test_sarif_is_that_of_its_schema_with_each_rule_and_its_page(studio, capsys):
    set_text(studio.po("en"), "FAIL", "It  failed")
    set_text(studio.ja, "FAIL", "")
    assert main(["lint", "--format", "sarif"]) == 1
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, SCHEMA)
    [run] = log["runs"]
    assert [
        (
            result["ruleId"],
            result["level"],
            result["message"]["text"],
            result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            result["locations"][0]["physicalLocation"]["region"]["startLine"],
        )
        for result in run["results"]
    ] == [
        ("double-space", "error", "en: FAIL: has two spaces in a row", EN, 21),
        ("empty", "warning", "ja: FAIL: has no text", JA, 21),
    ]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    assert list(rules) == list(RULES)
    assert all(rules[name]["helpUri"] == RULES[name].url for name in rules)


def test_sarif_of_nothing_is_a_run_that_found_nothing(studio, capsys):
    assert main(["lint", "--format", "sarif"]) == 0
    log = json.loads(capsys.readouterr().out)
    jsonschema.validate(log, SCHEMA)
    assert log["runs"][0]["results"] == []


def test_sarif_names_a_file_by_a_uri(tmp_path):
    odd = Path("a b", "ä%.po")
    for path, uri in ((odd, "a%20b/%C3%A4%25.po"), (tmp_path / odd, (tmp_path / odd).as_uri())):
        log = json.loads(as_sarif([Finding(str(path), 9, "ja", "", "broken", "syntax")]))
        jsonschema.validate(log, SCHEMA)
        [result] = log["runs"][0]["results"]
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == uri
        assert result["message"]["text"] == "ja: (file): broken"


def test_only_what_is_new_since_the_baseline_fails(studio, capsys):
    set_text(studio.po("en"), "FAIL", "It  failed")
    assert main(["lint", "--format", "json"]) == 1
    Path("before.json").write_text(capsys.readouterr().out, encoding="utf-8")
    assert main(["lint", "--baseline", "before.json"]) == 0
    assert capsys.readouterr().out == ""
    # It moves, and gets other words with the same fault.
    edit(studio.po("en"), "#\nmsgid", "# A note\n#\nmsgid")
    set_text(studio.po("en"), "FAIL", "It failed  again")
    assert main(["lint", "--baseline", "before.json"]) == 0
    set_text(studio.po("en"), "SUCCESS", "All is  well")
    set_text(studio.ja, "FAIL", "失敗  した")
    assert main(["lint", "--baseline", "before.json"]) == 1
    assert capsys.readouterr().out == (
        f"{EN}:27: en: SUCCESS: has two spaces in a row [double-space]\n"
        f"{JA}:21: ja: FAIL: has two spaces in a row [double-space]\n"
    )


def test_a_warning_that_became_an_error_is_new_and_the_other_way_round_is_not(studio, capsys):
    set_text(studio.ja, "FAIL", "失敗  した")
    flag = '#, fuzzy\nmsgid "FAIL"'
    edit(studio.ja, 'msgid "FAIL"', flag)
    assert main(["lint", "--format", "json"]) == 0
    Path("fuzzy.json").write_text(capsys.readouterr().out, encoding="utf-8")
    edit(studio.ja, flag, 'msgid "FAIL"')
    assert main(["lint", "--format", "json", "--baseline", "fuzzy.json"]) == 1
    Path("shown.json").write_text(capsys.readouterr().out, encoding="utf-8")
    assert [each["rule"] for each in json.loads(Path("shown.json").read_bytes())] == [
        "double-space"
    ]
    edit(studio.ja, 'msgid "FAIL"', flag)
    assert main(["lint", "--baseline", "shown.json"]) == 0
    assert capsys.readouterr().out.count("\n") == 1  # that it is fuzzy


def test_one_more_of_a_kind_is_new(studio, capsys):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "GONE"\nmsgstr "なし"\n')
    assert main(["lint", "--format", "json"]) == 1
    Path("before.json").write_text(capsys.readouterr().out, encoding="utf-8")
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "GONE"\nmsgstr "もうなし"\n')
    assert main(["lint", "--baseline", "before.json"]) == 1
    assert "GONE: is not the symbolic name" in capsys.readouterr().out


@pytest.mark.parametrize("content", ["", "{}", "[1]", '[{"path": "x"}]', '"a"', "[[", b"\xff"])
def test_a_baseline_that_is_something_else_is_an_error(studio, capsys, content):
    path = Path("before.json")
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    assert main(["lint", "--baseline", "before.json"]) == 2
    assert capsys.readouterr().err == (
        "rv-i18n: before.json: it is not what rv-i18n lint --format json writes\n"
    )
    path.unlink()
    assert main(["lint", "--baseline", "before.json"]) == 2
    assert "before.json: No such file" in capsys.readouterr().err


def test_what_a_language_lacks_is_one_line_around_the_real_finding(studio, capsys):
    assert main(["sync", "--start", "fr"]) == 0
    set_text(studio.po("fr"), "FORBIDDEN", "Ce n’est  pas permis")
    capsys.readouterr()
    assert main(["lint", "-l", "fr"]) == 1
    assert [line.partition("fr: ")[2] for line in capsys.readouterr().out.splitlines()] == [
        "FAIL and 5 more: have no text [empty]",
        "FORBIDDEN: has two spaces in a row [double-space]",
    ]
    main(["lint", "-l", "fr", "--format", "json"])
    assert len(json.loads(capsys.readouterr().out)) == len(COMMENTS)


def test_only_what_is_of_one_file_and_kind_is_summed_up():
    def finding(path, symbol, rule, severity="warning"):
        return Finding(path, 9, "ja", symbol, f"is {rule}", rule, severity)

    findings = [
        finding("a.po", "A", "empty"), finding("a.po", "A", "missing"),
        finding("b.po", "A", "empty"), finding("a.po", "B", "empty"),
        finding("a.po", "B", "missing", "error"), finding("a.po", "", "missing"),
        finding("b.po", "B", "fuzzy"), finding("b.po", "C", "fuzzy"),
    ]  # fmt: skip
    assert [line.split(": ", 2)[2] for line in as_text(findings).splitlines()] == [
        "A and 1 more: have no text [empty]", "A: is missing [missing]", "A: is empty [empty]",
        "B: is missing [missing]", "(file): is missing [missing]", "B: is fuzzy [fuzzy]",
        "C: is fuzzy [fuzzy]",
    ]  # fmt: skip
    assert as_github(findings).count("\n") == len(findings) - 1
    assert len(json.loads(as_json(findings))) == len(findings)


def test_people_are_shown_few_findings_of_a_rule_and_programs_all(tmp_path, monkeypatch, capsys):
    codes = {f"CODE_{number}": number for number in range(100, 150)}
    texts = {"en": dict.fromkeys(codes, "Two  spaces"), "ja": dict.fromkeys(codes, "")}
    write_project(tmp_path, codes, texts)
    monkeypatch.chdir(tmp_path)
    main(["lint", "locales", "--format", "json"])
    before = capsys.readouterr().out
    every = [each for each in json.loads(before) if each["rule"] in ("double-space", "empty")]
    assert len(every) == 2 * len(codes)
    main(["lint"])
    lines = capsys.readouterr().out.splitlines()
    assert len([line for line in lines if line.endswith("[double-space]")]) == 21
    assert any(line.endswith(" en: (file): and 30 more [double-space]") for line in lines)
    assert [line.split(": ", 2)[2] for line in lines if "empty" in line] == [
        "CODE_100 and 49 more: have no text [empty]"
    ]
    Path("before.json").write_text(before, encoding="utf-8")
    set_text(tmp_path / "locales/en/LC_MESSAGES/studio.po", "CODE_100", "One space")
    assert main(["lint", "--baseline", "before.json", "--strict"]) == 0
