"""Further texts of a code, ``NAME.action`` and ``NAME.search``: the source catalogue decides."""

from __future__ import annotations

import json
import subprocess
import sys

import jsonschema
import polib
import pytest
from trees import LOCALES, ROOT, edit, set_text, write_project

from rv_i18n._engine.further import FURTHER
from rv_i18n.cli import main
from rv_i18n.tools.lint.subject import LONGEST_ACTION
from rv_i18n.tools.reference.rows import rows

LOCALES_OF_STUDIO = ["en", "ja", "ko", "zh_CN", "zh_TW"]
ACTION = "CODE_WRONG.action"
ABOUT = "What the reader can do now, as advice; it may stay empty"


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


@pytest.fixture
def advised(studio, capsys):
    """The project with an action and words to search for, in Chinese alone."""
    assert main(["sync", "--text", f"{ACTION}=请获取新的验证码", "--text", "FAIL.search=坏了"]) == 0
    capsys.readouterr()
    return studio


def keys(path):
    return [entry.msgid for entry in polib.pofile(str(path))]


def append(path, key, text):
    with path.open("a", encoding="utf-8") as file:
        file.write(f'\nmsgid "{key}"\nmsgstr "{text}"\n')


def test_sync_writes_a_further_text_behind_its_code_in_every_file(advised):
    expected = [
        *("FAIL", "FAIL.search", "SUCCESS", "FORBIDDEN", "CODE_WRONG", ACTION),
        *("NO_LICENSE", "BAD FILES", "APIError"),
    ]
    for path in (advised.template, *map(advised.po, LOCALES_OF_STUDIO)):
        assert keys(path) == expected
    assert polib.pofile(str(advised.po("ja"))).find(ACTION).comment == f"604\n{ABOUT}"
    assert advised.text("zh_CN", ACTION) == "请获取新的验证码"
    assert advised.text("ja", ACTION) == ""


def test_a_second_run_changes_nothing(advised):
    before = advised.files()
    assert main(["sync"]) == 0
    assert advised.files() == before


def test_the_source_catalogue_can_be_edited_instead(studio):
    append(studio.po("zh_CN"), ACTION, "请重试")
    append(studio.po("zh_CN"), "SUCCESS.action", "")
    assert main(["sync"]) == 0
    assert keys(studio.template)[1:3] == ["SUCCESS", "SUCCESS.action"]
    assert keys(studio.template) == keys(studio.po("ko"))


def test_pybabel_extract_writes_the_template_of_sync(advised, tmp_path):
    (advised.root / "babel.cfg").write_text(
        "[extractors]\ncodes = rv_i18n.tools.po.extract:extract_codes\n"
        "[codes: my_studio/errors.py]\n"
    )
    command = [sys.executable, "-m", "babel.messages.frontend", "-q", "extract", "-F", "babel.cfg"]
    other = tmp_path / "other.pot"
    subprocess.run([*command, "--no-location", "-o", other, "."], cwd=advised.root, check=True)
    found = [
        [(e.msgid, e.comment) for e in polib.pofile(str(p))] for p in (other, advised.template)
    ]
    assert found[0] == found[1]


def test_extraction_refuses_a_source_catalogue_with_a_fault(advised, tmp_path):
    from rv_i18n import CatalogError
    from rv_i18n.tools.po.extract import extract_codes

    append(advised.po("zh_CN"), "FAIL", '"')
    with advised.codes.open("rb") as source, pytest.raises(CatalogError, match="zh_CN"):
        list(extract_codes(source, {}, (), {}))


@pytest.mark.parametrize("kind", ["action", "search"])
def test_an_empty_further_text_is_no_finding_and_is_not_counted(studio, capsys, kind):
    main(["stats", "-f", "json"])
    before = capsys.readouterr().out
    append(studio.po("zh_CN"), f"FAIL.{kind}", "")
    main(["sync"])
    assert studio.said() == []
    set_text(studio.ja, f"FAIL.{kind}", "もう一度試してください")
    assert studio.said() == []
    capsys.readouterr()
    main(["stats", "-f", "json"])
    assert capsys.readouterr().out == before


def test_a_further_text_that_a_file_lacks_is_missing(advised):
    path = advised.ja
    entry = f'#. 604\n#. {ABOUT}\nmsgid "{ACTION}"\nmsgstr ""\n\n'
    edit(path, entry, "")
    assert advised.found() == {("ja", ACTION, "missing")}


@pytest.mark.parametrize(
    ("key", "reason"),
    [
        ("FAIL.acton", "is no further text of a code: these end in .action or .search"),
        ("FAIL.action.search", "is a further text of FAIL.action, which is not a code"),
        ("NOBODY.action", "is a further text of NOBODY, which is not a code"),
        ("NOBODY", "is not the symbolic name of a code"),
    ],
)
def test_a_further_text_of_nothing_or_of_another_kind_is_a_finding(studio, key, reason):
    append(studio.po("zh_CN"), key, "请重试")
    (said,) = studio.said()
    assert said.partition(": zh_CN: ")[2] == f"{key}: {reason} [unknown]"


def test_a_further_text_that_the_source_lacks_is_a_finding(studio, capsys):
    append(studio.ja, ACTION, "新しいコードを取得してください")
    (said,) = studio.said()
    assert said.endswith(
        f"ja: {ACTION}: is a further text that the source catalogue lacks: "
        "rv-i18n sync --text writes it there [unknown]"
    )
    assert main(["sync"]) == 2
    assert capsys.readouterr().err == (
        "rv-i18n: no code has these names, and their texts would be lost: CODE_WRONG.action (ja); "
        "give --rename OLD=NEW for a renamed code, --text NAME=TEXT for a further text that the "
        "source catalogue lacks, or --remove to remove the texts\n"
    )
    assert main(["sync", "--text", f"{ACTION}=请获取新的验证码"]) == 0
    assert advised_text(studio) == ("请获取新的验证码", "新しいコードを取得してください")


def advised_text(studio):
    return studio.text("zh_CN", ACTION), studio.text("ja", ACTION)


def test_where_the_source_has_a_fault_no_further_text_is_called_unknown(advised):
    set_text(advised.ja, ACTION, "もう一度試してください")
    edit(advised.po("zh_CN"), f'msgid "{ACTION}"', f'msgid "{ACTION}')
    assert {rule for _, _, rule in advised.found()} == {"syntax"}


def test_without_the_source_catalogue_the_template_says_which_there_are(advised):
    set_text(advised.ja, ACTION, "もう一度試してください")
    advised.po("zh_CN").unlink()
    assert main(["sync"]) == 0
    assert keys(advised.po("zh_CN")) == keys(advised.template) == keys(advised.ja)
    assert advised_text(advised) == ("", "もう一度試してください")


def test_a_text_can_only_be_given_to_a_further_text_of_a_code(studio, capsys):
    assert main(["sync", "--text", "NOBODY.action=请重试"]) == 2
    assert capsys.readouterr().err.endswith("--text NOBODY.action: NOBODY.action is not a code\n")


def test_a_renamed_code_takes_its_further_texts_along(advised):
    set_text(advised.ja, ACTION, "もう一度試してください")
    advised.change_codes("CODE_WRONG =", "WRONG_CODE =")
    assert main(["sync", "--rename", "CODE_WRONG=WRONG_CODE"]) == 0
    assert advised.text("zh_CN", "WRONG_CODE.action") == "请获取新的验证码"
    assert advised.text("ja", "WRONG_CODE.action") == "もう一度試してください"
    assert advised.said() == []


def test_a_removed_code_takes_its_further_texts_along(advised, capsys):
    advised.change_codes('    FAIL = 100, "The request failed and nobody knows why"\n', "")
    assert main(["sync"]) == 2
    assert "FAIL.search (zh_CN)" in capsys.readouterr().err
    assert main(["sync", "--remove"]) == 0
    assert "FAIL.search" not in keys(advised.po("zh_CN"))


def test_an_action_is_removed_from_all_with_the_source(advised, capsys):
    set_text(advised.ja, ACTION, "もう一度試してください")
    comments = f'#. 604\n#. {ABOUT}\nmsgid "{ACTION}"\nmsgstr "请获取新的验证码"\n\n'
    edit(advised.po("zh_CN"), comments, "")
    assert main(["sync"]) == 2
    assert main(["sync", "--remove"]) == 0
    assert ACTION not in keys(advised.ja) + keys(advised.template)


@pytest.mark.parametrize(
    ("key", "text", "found"),
    [
        (ACTION, "x" * 120, ""),
        (ACTION, "請" * 60, ""),
        (ACTION, "x" * 121, "max-length"),
        (ACTION, "請" * 60 + "x", "max-length"),
        (ACTION, "請取得新的驗證碼。", "end-stop"),
        (ACTION, "請,重試", "punctuation"),
        (ACTION, "请重试", "foreign-character"),
        (ACTION, " 請重試", "begin-space"),
        ("FAIL.search", "x" * 300, ""),
        ("FAIL.search", "壞了, failed, 登不上.", ""),
        ("FAIL.search", "壞了  失敗", "double-space"),
        ("FAIL.search", "壞\u200b了", "invisible"),
    ],
)
def test_an_action_has_the_style_of_a_sentence_and_a_length_of_its_own(advised, key, text, found):
    set_text(advised.po("zh_TW"), key, text)
    assert advised.found() == ({("zh_TW", key, found)} if found else set())


def test_an_action_has_its_length_in_a_project_without_a_style_too(tmp_path):
    texts = {"A": "x" * 200, "A.action": "x" * (LONGEST_ACTION + 1), "A.search": "x" * 200}
    write_project(tmp_path, {"A": 1}, {"en": texts})
    assert main(["sync", "--project", str(tmp_path)]) == 0
    from rv_i18n.tools.lint import lint
    from rv_i18n.tools.project import load_project

    findings, _ = lint(load_project(str(tmp_path)))
    said = [(each.symbol, each.message) for each in findings if each.rule == "max-length"]
    assert said == [("A.action", "takes 121 columns; the limit is 120")]


def test_two_codes_may_have_one_action_but_not_one_text(advised):
    main(["sync", "--text", "FAIL.action=请重试", "--text", "APIError.action=请重试"])
    assert advised.found() == set()
    set_text(advised.po("zh_CN"), "FAIL.action", "失败")  # a text that another entry has
    assert advised.found() == set()


def test_a_field_of_an_action_is_that_of_the_source(advised):
    set_text(advised.po("zh_CN"), ACTION, "请在 {seconds} 秒后重试")
    set_text(advised.po("en"), ACTION, "Try again later")
    assert ("en", ACTION, "placeholders") in advised.found()


def test_another_domain_knows_no_further_texts(advised):
    """Its msgids are messages, which may end in anything."""
    (advised.locales / "other.pot").write_bytes(advised.template.read_bytes())
    path = advised.ja.with_name("other.po")
    path.write_bytes(advised.ja.read_bytes())
    set_text(path, ACTION, "x" * 121)
    edit(advised.locales / "other.pot", f'msgid "{ACTION}"', 'msgid "OTHER.action"')
    found = advised.found("other.po")
    assert {("ja", ACTION, "unknown"), ("ja", "OTHER.action", "missing")} <= found


def studio_json(capsys, *arguments):
    assert main(["table", "-f", "json", *arguments]) == 0
    found = json.loads(capsys.readouterr().out)
    jsonschema.validate(found, json.loads((ROOT / "docs/table.schema.json").read_text()))
    return {row["symbol"]: row for row in found}


def test_the_table_as_json_has_the_actions_as_readers_see_them(advised, capsys):
    set_text(advised.ja, ACTION, "もう一度試してください")
    found = studio_json(capsys, "-l", "ja", "-l", "ko")
    assert found["CODE_WRONG"]["actions"] == {
        "ja": "もう一度試してください",
        "ko": "请获取新的验证码",
    }
    assert found["CODE_WRONG"]["borrowed_actions"] == {"ko": "zh_CN"}
    assert not {"actions", "borrowed_actions"} & found["FAIL"].keys()


def test_a_row_has_the_words_to_search_for_in_each_language_that_has_them(advised, monkeypatch):
    from rv_i18n.tools.project import load_project

    set_text(advised.po("en"), "FAIL.search", "broken, does not work")
    project = load_project(".")
    first, *others = rows(project.catalog(), project.codes, ["en", "ja", "zh_CN"])
    assert first.search == {"en": "broken, does not work", "zh_CN": "坏了"}
    assert not any(row.search for row in others)
    assert [row.symbol for row in (first, *others) if row.actions] == ["CODE_WRONG"]


def test_a_table_of_json_is_imported_without_its_actions(advised, capsys, tmp_path):
    main(["table", "-f", "json", "-l", "zh_CN", "-o", str(tmp_path / "t.json")])
    assert main(["import", "--check", str(tmp_path / "t.json")]) == 0
    assert capsys.readouterr().out == ""


def test_the_shipped_further_texts_are_of_codes():
    """The files are in line: ``test_the_packages_own_catalogues_are_in_line`` asks for the rest."""
    for path in LOCALES.glob("*/LC_MESSAGES/rv_i18n.po"):
        entries = polib.pofile(str(path))
        assert not [e.msgid for e in entries if "." in e.msgid and not e.msgid.endswith(FURTHER)]
