"""``lint``: a bad file for each rule, and no findings about good ones."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import polib
import pytest
from growing import GROWING, HEADERS, grown
from translate.storage.pypo import pofile
from trees import ROOT, Studio, edit, refusal, set_text, steps_of, without_a_table

from rv_i18n.cli import main
from rv_i18n.tools.lint import lint
from rv_i18n.tools.lint.findings import as_text
from rv_i18n.tools.lint.writing import writing_of
from rv_i18n.tools.po.sync import sync
from rv_i18n.tools.project import load_project, project_for


@pytest.fixture
def studio(studio):
    writing_of.cache_clear()  # what one test has seen of a language is no help to the next
    return studio


def test_the_shipped_catalogues_have_no_errors_though_a_language_may_be_incomplete():
    findings, unreadable = lint(load_project(str(ROOT)))
    assert [each for each in findings if each.severity == "error"] == unreadable == []


def test_a_project_without_its_template_or_source_catalogue_is_told(studio):
    studio.template.unlink()
    studio.po("zh_CN").unlink()
    missing = "(file): there is no such file; rv-i18n sync writes it [missing]"
    assert studio.said() == [f"1: template: {missing}", f"1: zh_CN: {missing}"]
    assert studio.lint(ignore=["missing"]) == studio.lint(locales=["ja"]) == ([], [])
    assert studio.run("sync").returncode == 0
    assert [each for each in studio.said() if "missing" in each] == []


def test_a_text_that_readers_see_does_not_repeat_one_that_is_kept_back(studio):
    first, second = polib.pofile(str(studio.ja))[:2]
    set_text(studio.ja, first.msgid, second.msgstr)
    edit(studio.ja, f'msgid "{first.msgid}"', f'#, fuzzy\nmsgid "{first.msgid}"')
    assert studio.found() == {("ja", first.msgid, "fuzzy")}
    edit(studio.ja, f'msgid "{second.msgid}"', f'#, fuzzy\nmsgid "{second.msgid}"')
    edit(studio.ja, f'#, fuzzy\nmsgid "{first.msgid}"', f'msgid "{first.msgid}"')
    assert studio.found() == {("ja", second.msgid, "fuzzy"), ("ja", second.msgid, "reused")}
    assert {each.severity for each in studio.lint()[0]} == {"warning"}


def test_a_missing_entry_is_found_where_it_should_be(studio):
    edit(studio.ja, studio.ja.read_text(encoding="utf-8").split("\n\n")[2] + "\n\n", "")
    assert studio.said() == ["21: ja: SUCCESS: there is no entry for it after this one [missing]"]


def test_of_entries_that_are_missing_in_a_row_each_is_found(studio):
    blocks = studio.ja.read_text(encoding="utf-8").split("\n\n")
    studio.ja.write_bytes("\n\n".join(blocks[:2] + blocks[4:]).encode())
    assert studio.said() == [
        f"21: ja: {symbol}: there is no entry for it after this one [missing]"
        for symbol in ("SUCCESS", "FORBIDDEN")
    ]


def test_an_unknown_entry_is_found(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "NO_SUCH_CODE"\nmsgstr "ない"\n')
    assert studio.said() == ["54: ja: NO_SUCH_CODE: is not the symbolic name of a code [unknown]"]


def test_a_duplicate_entry_is_found_and_the_first_is_named(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write("\n#. 100\n#. The request failed and nobody knows why\n")
        file.write('msgid "FAIL"\nmsgstr "別の失敗"\n')
        file.write("\n#. 100\n#. The request failed and nobody knows why\n")
        file.write('msgid "FAIL"\nmsgstr "また別の失敗"\n')
    assert studio.said() == [
        "56: ja: FAIL: repeats the entry on line 21 [duplicate]",
        "61: ja: FAIL: repeats the entry on line 21 [duplicate]",
    ]


def test_obsolete_entries_are_found(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\n# note\n#~ msgid "GONE"\n#~ msgstr "なし"\n\n#~ msgid "OLD"\n#~ msgstr ""\n')
    assert studio.said() == [
        "55: ja: GONE: is obsolete, so readers do not see it [obsolete]",
        "58: ja: OLD: is obsolete, so readers do not see it [obsolete]",
    ]


def test_fuzzy_and_empty_entries_are_warnings(studio, monkeypatch, capsys):
    edit(studio.ja, "#. 604\n", "#. 604\n#, fuzzy\n")
    edit(studio.ja, "#, fuzzy\n#. The", "#. The")
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    set_text(studio.ja, "FAIL", "")
    assert studio.said() == [
        "21: ja: FAIL: has no text [empty]",
        "37: ja: CODE_WRONG: is marked fuzzy, so readers do not see it [fuzzy]",
    ]
    monkeypatch.chdir(studio.root)
    assert main(["lint"]) == 0
    assert main(["lint", "--strict"]) == 1
    capsys.readouterr()
    assert main(["lint", "--format", "github"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [line.split(" ")[0] for line in lines] == ["::warning", "::warning"]


@pytest.mark.parametrize("text", ["コード  が違います", "CODE_WRONG", "失敗しました", "{code}"])
def test_the_text_of_a_fuzzy_entry_is_not_an_error(studio, text):
    set_text(studio.ja, "CODE_WRONG", text)
    (error,) = {finding.severity for finding in studio.lint()[0]}
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    findings, _ = studio.lint()
    assert (error, {finding.severity for finding in findings}) == ("error", {"warning"})
    assert len({finding.rule for finding in findings} - {"fuzzy"}) == 1


@pytest.mark.parametrize(
    ("place", "new_place", "said"), [(7, 1, "21: ja: APIError"), (2, 4, "36: ja: SUCCESS")]
)
def test_as_few_entries_as_explain_it_are_out_of_order(studio, place, new_place, said):
    blocks = studio.ja.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    blocks.insert(new_place, blocks.pop(place))
    studio.ja.write_bytes(("\n\n".join(blocks) + "\n").encode())
    assert studio.said() == [f"{said}: is out of order: entries follow the code numbers [order]"]


def test_stale_comments_are_found(studio):
    edit(studio.ja, "#. The artist may not", "#. The artist must not")
    edit(studio.ja, "#. 100\n", "")
    assert studio.said() == [
        "20: ja: FAIL: has comments that differ from the code list [comments]",
        "30: ja: FORBIDDEN: has comments that differ from the code list [comments]",
    ]


def test_a_context_and_a_plural_that_the_source_has_not_are_found(studio):
    edit(studio.ja, 'msgid "FAIL"', 'msgctxt "menu"\nmsgid "FAIL"')
    edit(studio.ja, 'SS"\nmsgstr ', 'SS"\nmsgid_plural "SUCCESSES"\nmsgstr[0] ')
    assert studio.said() == [
        "22: ja: FAIL: has a context [form]",
        "27: ja: SUCCESS: is a plural, and the source text is no plural [form]",
    ]


def test_a_folder_whose_name_is_not_a_language_is_found(studio):
    for name in ("no language", "template", "xyzzy"):
        shutil.copytree(studio.locales / "ja", studio.locales / name)
    assert studio.said() == [
        f"11: {name}: (header): the directory name {name} is not a language [language]"
        for name in ("no language", "template", "xyzzy")
    ]


def test_a_language_may_be_one_that_cldr_has_no_name_for(studio):
    shutil.copytree(studio.locales / "ja", studio.locales / "aae")
    assert [said for said in studio.said() if "is not a language" in said] == []


@pytest.mark.parametrize(
    ("one", "other", "duplicate"),
    [
        ("zh_CN", "zh_Hans", True), ("ja", "JA", True), ("ko", "ko_Kore", True),
        ("ja", "ja_JP", False), ("en", "en_GB", False), ("zh_TW", "zh_HK", False),
        ("en", "en@boldquot", False),
    ],
)  # fmt: skip
def test_two_catalogues_for_one_language_are_found(studio, one, other, duplicate):
    shutil.copytree(studio.locales / one, studio.locales / other)
    first, second = sorted((one, other))
    said = f"is for the same language as {first}; readers see only one [duplicate-language]"
    assert studio.said() == ([f"1: {second}: (file): {said}"] if duplicate else [])
    assert studio.lint(locales=["zh-TW" if one != "zh_TW" else "ko"]) == ([], [])


def test_each_second_catalogue_for_one_language_is_found(studio):
    for other in ("ja_JP", "ja_jp"):
        shutil.copytree(studio.locales / "ja", studio.locales / other)
    shutil.copytree(studio.locales / "ko", studio.locales / "ko_Kore")
    assert studio.found() == {(locale, "", "duplicate-language") for locale in ("ja_jp", "ko_Kore")}


def test_several_domains_of_one_language_are_not_duplicates(studio):
    shutil.copy(studio.ja, studio.ja.with_name("other.po"))
    assert studio.found() == set()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text.replace("\n", "\r\n"),
        lambda text: "\ufeff" + text,
        lambda text: text + "\n",
        lambda text: text[:-1],
        lambda text: text.replace("\n\n", "\n\n\n", 2),
        lambda text: text.replace("\n\n", "\n", 1),
        lambda text: text.replace("#. 100\n", "#.100\n"),
        lambda text: text.replace("#. 100\n", "#. 100 \n"),
        lambda text: text.replace('msgid "FAIL"', 'msgid  "FAIL"'),
        lambda text: text.replace('msgid "FAIL"', ' msgid "FAIL"'),
        lambda text: text.replace('msgstr "失敗しました"', 'msgstr ""\n"失敗しました"'),
        lambda text: text.replace('msgstr "失敗しました"', 'msgstr "失敗"\n"しました"'),
        lambda text: text.replace('msgstr "失敗しました"', 'msgstr "失\\x41敗"'),
        lambda text: text.replace('msgid "FAIL"', '#, fuzzy,x\nmsgid "FAIL"'),
        lambda text: text + "# stray\n",
    ],
)
def test_a_file_that_is_not_in_canonical_form_is_found_and_fixed(studio, spoil):
    studio.ja.write_bytes(spoil(studio.ja.read_bytes().decode()).encode())
    assert {rule for _, _, rule in studio.found()} - {"fuzzy"} == {"canonical"}
    [message] = {each.message for each in studio.lint()[0] if each.rule == "canonical"}
    assert message == "is not written as GNU msgcat and Weblate write it; rv-i18n sync fixes it"
    sync(load_project(str(studio.root)))
    assert {rule for _, _, rule in studio.found()} - {"fuzzy"} == set()


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('msgid "FAIL"', "<<<<<<< HEAD", 21),
        ('msgstr "失敗しました"', 'msgstr "失敗しました', 22),
        ('msgstr "失敗しました"', 'msgstr "失"敗"', 22),
        ('msgid "FAIL"', '#| nonsense\nmsgid "FAIL"', 21),
        ('msgid "FAIL"', 'msgid "FAIL"\nmsgid "FAILED"', 22),
        ("#. 200\n", '# note\n#~ msgstr "旧"\n\n#. 200\n', 25),
    ],
)
def test_a_syntax_error_is_found_and_the_rest_is_still_looked_at(studio, old, new, line):
    set_text(studio.ja, "APIError", "Python。")
    set_text(studio.po("ko"), "APIError", "Python.")
    edit(studio.ja, old, new)
    findings, _ = studio.lint()
    assert ("ja", line, "syntax") in {(each.locale, each.line, each.rule) for each in findings}
    assert ("ko", "APIError", "end-stop") in studio.found()
    if "<<<" not in new:
        assert ("ja", "APIError", "end-stop") in studio.found()


def test_every_syntax_error_is_found_and_no_entry_is_called_missing(studio):
    blocks = studio.ja.read_text(encoding="utf-8").split("\n\n")
    blocks[1] = blocks[1].replace("#. The", "The")
    blocks[3] = blocks[3].replace("msgstr", "mgstr")
    studio.ja.write_bytes(("\n\n".join(blocks) + '\n#~ msgid "OLD"\n').encode())
    set_text(studio.ja, "SUCCESS", "成功。")
    findings = [(each.line, each.symbol, each.rule) for each in studio.lint()[0]]
    assert findings == [
        (20, "", "syntax"), (26, "SUCCESS", "end-stop"), (32, "FORBIDDEN", "syntax"),
        (54, "OLD", "syntax"),
    ]  # fmt: skip


def test_a_syntax_error_is_never_silenced(studio):
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write("\nstray\n")
    findings, _ = studio.lint()
    assert [each.rule for each in findings] == ["syntax"]
    assert ": ja: (file): " in as_text(findings)


def test_a_file_in_another_charset_is_found(studio):
    studio.ja.write_bytes(studio.ja.read_text(encoding="utf-8").encode("cp932"))
    set_text(studio.po("ko"), "APIError", "Python.")
    assert studio.found() == {("ja", "", "charset"), ("ko", "APIError", "end-stop")}
    assert studio.lint()[0][0].line == 22


def test_the_template_is_looked_at_too(studio):
    edit(studio.template, "#. 100\n", "#. 101\n")
    edit(studio.template, 'msgid "SUCCESS"', 'msgid "SUCCES"')
    assert studio.found() == {
        ("template", "FAIL", "comments"), ("template", "SUCCES", "unknown"),
        ("template", "SUCCESS", "missing"),
    }  # fmt: skip
    entries = studio.template.read_bytes()
    studio.template.write_bytes(b"\xff")
    assert studio.found() == {("template", "", "charset")}
    studio.template.write_bytes(entries + b'\n#~ msgid "A"\n#~ msgstr ""\n')
    assert ("template", "A", "obsolete") in studio.found()


def test_a_template_has_no_findings_about_a_language(studio):
    template = studio.template.read_text(encoding="utf-8")
    header = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\n'
    studio.template.write_text(header + template.split("\n\n", 1)[1], encoding="utf-8")
    assert studio.found() == set()


def test_what_weblate_changes_in_a_file_is_not_a_fault(studio):
    for locale, language in (("zh_CN", "zh_Hans"), ("en", "en")):
        path = studio.po(locale)
        edit(path, '"Generated-By: Babel 2.18.0\\n"\n', "")
        store = pofile.parsefile(str(path))  # the library that Weblate writes with
        store.findid("FAIL").target = {"zh_CN": "操作失败", "en": "It did not succeed"}[locale]
        plurals = {"zh_CN": "nplurals=1; plural=0;", "en": "nplurals=2; plural=n != 1;"}[locale]
        store.updateheader(
            add=True,
            Language=language,
            Language_Team="A team with a long name that fills its line <https://example.com/team/>",
            Last_Translator="田中 <tanaka@example.com>",
            Plural_Forms=plurals,
            PO_Revision_Date="2027-02-03 04:05+0000",
            X_Generator="Weblate 2026.10",
        )
        store.save()
    assert studio.found() == set()


def silence(studio, **rules):
    lines = (f"{rule.replace('_', '-')} = {names}\n" for rule, names in rules.items())
    with studio.pyproject.open("a", encoding="utf-8") as file:
        file.write("\n[tool.rv-i18n.silenced]\n" + "".join(lines))


def test_a_rule_is_silenced_for_an_entry_in_one_language_or_in_all(studio):
    for locale in ("en", "ko"):
        set_text(studio.po(locale), "FAIL", "It  failed.")
        set_text(studio.po(locale), "SUCCESS", "All is well.")
    silence(studio, end_stop=["FAIL", "ko: SUCCESS"], double_space=["en: FAIL"])
    assert studio.found() == {("en", "SUCCESS", "end-stop"), ("ko", "FAIL", "double-space")}


@pytest.mark.parametrize("rule", ["language", "plural-forms", "header"])
def test_a_rule_about_the_header_is_silenced_alike(studio, rule):
    edit(studio.ja, "Language: ja", "Language: ko")
    edit(studio.ja, "plural=0", "plural=1")
    edit(studio.ja, "MIME-Version: 1.0", "MIME-Version: 1.1")
    silence(studio, **{rule: ["ja: (header)"]})
    assert {name for _, _, name in studio.found()} == {"language", "plural-forms", "header"} - {
        rule
    }


def test_what_is_silenced_must_be_a_rule_that_can_be(studio, capsys, monkeypatch):
    monkeypatch.chdir(studio.root)
    text = studio.pyproject.read_text(encoding="utf-8")
    for rule, said in (
        ("end_stops", "silenced: there is no rule 'end-stops'; did you mean end-stop?"),
        ("syntax", "silenced: syntax cannot be ignored"),
    ):
        silence(studio, **{rule: ["FAIL"]})
        assert main(["lint"]) == 2
        assert said in capsys.readouterr().err
        studio.pyproject.write_text(text, encoding="utf-8")


SPOILT = {  # by rule, the change to the entry FAIL that the rule finds
    "fuzzy": lambda block: block.replace("msgid", "#, fuzzy\nmsgid"),
    "empty": lambda block: block.replace("失敗しました", ""),
    "comments": lambda block: block.replace("#. 100", "#. 99"),
    "canonical": lambda block: block.replace('msgid "FAIL', 'msgid  "FAIL'),
    "unknown": lambda block: block.replace("FAIL", "FAILED"),
}


@pytest.mark.parametrize("rule", SPOILT)
def test_rules_about_the_entry_are_silenced_as_well(studio, rule):
    blocks = studio.ja.read_text(encoding="utf-8").split("\n\n")
    blocks[1] = SPOILT[rule](blocks[1])
    studio.ja.write_bytes("\n\n".join(blocks).encode())
    assert rule in {name for _, _, name in studio.found()}
    silence(studio, **{rule: ["FAIL", "FAILED"]})
    assert rule not in {name for _, _, name in studio.found()}


def test_a_rule_can_be_ignored_by_the_project_or_for_one_run(studio, monkeypatch, capsys):
    set_text(studio.po("en"), "FAIL", "It  failed.")
    monkeypatch.chdir(studio.root)
    assert main(["lint"]) == 1
    assert re.findall(r"\[(.*)\]", capsys.readouterr().out) == ["double-space", "end-stop"]
    assert main(["lint", "--ignore", "end-stop"]) == 1
    assert re.findall(r"\[(.*)\]", capsys.readouterr().out) == ["double-space"]
    assert main(["lint", "--ignore", "end-stop", "--ignore", "double-space"]) == 0
    edit(studio.pyproject, "bugs = ", 'ignore = ["double-space"]\nbugs = ')
    assert main(["lint"]) == 0  # house style is a matter of taste
    assert re.findall(r"\[(.*)\]", capsys.readouterr().out) == ["end-stop"]
    shutil.copytree(studio.locales / "ja", studio.locales / "JA")
    edit(studio.pyproject, '["double-space"]', '["double-space", "duplicate-language"]')
    assert studio.found() == {("en", "FAIL", "end-stop")}


def test_a_rule_that_there_is_not_cannot_be_ignored(studio, monkeypatch, capsys):
    monkeypatch.chdir(studio.root)
    for options, reason in (
        (["--ignore", "end-stops"], "there is no rule 'end-stops'; did you mean end-stop?"),
        (["--ignore", "x"], "--ignore: there is no rule 'x' (see"),
        (["--ignore", "syntax"], "--ignore: syntax cannot be ignored"),
        (["--explain", "end-stops"], "there is no rule 'end-stops'; did you mean end-stop?"),
    ):
        assert main(["lint", *options]) == 2
        assert reason in capsys.readouterr().err
    edit(studio.pyproject, "bugs = ", 'ignore = ["xyzzy"]\nbugs = ')
    assert main(["lint"]) == 2
    reason = "pyproject.toml: [tool.rv-i18n] ignore: there is no rule 'xyzzy'"
    assert reason in capsys.readouterr().err


def test_only_the_source_may_keep_characters_against_the_rules(studio):
    edit(studio.pyproject, "bugs = ", 'kept = {FAIL = "戶", SUCCESS = ",."}\nbugs = ')
    set_text(studio.po("zh_CN"), "FAIL", "用戶")
    set_text(studio.po("zh_CN"), "SUCCESS", "成功,请检查.")
    assert studio.found() == set()
    set_text(studio.ja, "SUCCESS", "成功,確認.")
    set_text(studio.po("zh_CN"), "FORBIDDEN", "非用戶")
    assert studio.found() == {
        ("ja", "SUCCESS", "punctuation"), ("ja", "SUCCESS", "end-stop"),
        ("zh_CN", "FORBIDDEN", "foreign-character"),
    }  # fmt: skip


def test_one_catalogue_or_one_file_can_be_looked_at(studio, monkeypatch, capsys):
    for locale in ("en", "ja", "zh_TW"):
        set_text(studio.po(locale), "FAIL", " ")
    edit(studio.template, "#. 100\n", "#. 101\n")
    monkeypatch.chdir(studio.root)

    def locales_of(*arguments):
        assert main(["lint", *arguments]) == 1
        return {line.split(": ")[1] for line in capsys.readouterr().out.splitlines()}

    assert locales_of() == {"template", "en", "ja", "zh_TW"}
    assert locales_of("-l", "ja") == {"ja"}
    assert locales_of("-l", "zh-TW", "-l", "en") == {"zh_TW", "en"}
    assert locales_of("locales/ja/LC_MESSAGES/my_studio.po") == {"ja"}
    assert locales_of("locales/my_studio.pot", str(studio.po("en"))) == {"template", "en"}
    assert main(["lint", "locales/ko/LC_MESSAGES/my_studio.po"]) == 0
    monkeypatch.chdir(studio.ja.parent)
    assert locales_of("my_studio.po") == {"ja"}


@pytest.mark.parametrize("at", [".", "..", "locales/en"])
def test_one_file_is_judged_by_the_project_that_it_is_in(studio, monkeypatch, capsys, at):
    edit(studio.ja, 'msgid "FAIL"', 'msgid "FAILED"')
    edit(studio.template, 'msgid "FAIL"', 'msgid "FAILED"')
    shutil.copy(studio.template, studio.root)
    edit(studio.pyproject, "bugs = ", 'ignore = ["missing"]\nbugs = ')
    monkeypatch.chdir(studio.root / at)
    for path in (studio.ja, studio.template, studio.root / "my_studio.pot"):
        for name in (str(path), os.path.relpath(path)):
            line, locale = (21, "ja") if path == studio.ja else (20, "template")
            assert main(["lint", name]) == 1
            assert capsys.readouterr().out == (
                f"{name}:{line}: {locale}: FAILED: is not the symbolic name of a code [unknown]\n"
            )


def test_one_file_of_another_domain_is_compared_with_its_template(studio, monkeypatch, capsys):
    monkeypatch.chdir(studio.root)
    name = "locales/ja/LC_MESSAGES/other.po"
    shutil.copy(studio.ja, name)
    shutil.copy(studio.template, "locales/other.pot")
    assert main(["lint", name, "locales/other.pot"]) == 0
    edit(Path("locales/other.pot"), 'msgid "FAIL"', 'msgid "FAILED"')
    assert main(["lint", name]) == 1
    assert capsys.readouterr().out == (
        f"{name}:4: ja: FAILED: there is no entry for it after this one [missing]\n"
        f"{name}:21: ja: FAIL: is not in the template [unknown]\n"
    )


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        (["-l", "tlh"], "locales: no catalogue for 'tlh'"),
        (["ja.po"], "ja.po: neither <locale>/LC_MESSAGES/<domain>.po nor <domain>.pot"),
        (["no.pot"], f"no.pot: {refusal(os.stat, 'not-there')}"),
        ([""], "LOCALEDIR: it is empty"),
        (["my_studio"], "my_studio: no catalogue <locale>/LC_MESSAGES/<domain>.po in it"),
        (["no/such"], f"no/such: {refusal(os.listdir, 'no/such')}"),
        (["pyproject.toml"], f"pyproject.toml: {refusal(os.listdir, __file__)}"),
    ],
)
def test_what_is_not_there_is_an_error(studio, monkeypatch, capsys, arguments, reason):
    monkeypatch.chdir(studio.root)
    assert main(["lint", *arguments]) == 2
    assert reason in capsys.readouterr().err


@pytest.fixture
def other(tmp_path):
    return without_a_table(tmp_path)


def findings_of(studio):
    return [(each.symbol, each.rule) for each in lint(project_for(str(studio.locales)))[0]]


def test_another_domain_is_compared_with_its_template(other):
    assert findings_of(other) == []
    edit(other.template, 'msgid "SUCCESS"', 'msgid "THREE"')
    assert set(findings_of(other)) == {("SUCCESS", "unknown"), ("THREE", "missing")}
    edit(other.template, 'msgid "FAIL"\n', "nonsense\n")
    assert findings_of(other) == [("", "syntax")]


def test_a_word_of_another_domain_may_be_the_same_in_two_languages(other):
    set_text(other.ja, "FAIL", "FAIL")
    assert findings_of(other) == []


def test_another_domain_without_a_template_misses_nothing(other):
    other.template.unlink()
    assert findings_of(other) == []
    set_text(other.ja, "FAIL", "失敗 ")
    assert findings_of(other) == [("FAIL", "end-space")]


@pytest.mark.parametrize("kind", [*GROWING, *HEADERS])
@pytest.mark.parametrize("tree", ["studio", "other"])
def test_the_steps_grow_only_in_proportion_to_the_file(tmp_path, tree, kind):
    files = {"studio": Studio, "other": without_a_table}[tree](tmp_path)
    steps = []
    for number in (300, 1200):
        project = grown(files, kind, number)
        lint(project)  # fills the cache about the language, so that neither count includes it
        steps.append(steps_of(lambda project=project: lint(project)))
    assert steps[1] <= 4.5 * steps[0] + 1000
