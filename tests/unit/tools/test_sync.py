"""``sync``: how it applies a change to the codes, and what it never does to a file."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from translate.storage.pypo import pofile
from trees import ADDED, LAST, ROOT, TEXTS, edit, refusal, set_text, write

from rv_i18n.cli import main
from rv_i18n.tools import atomic
from rv_i18n.tools.po.sync import RemovalError, sync
from rv_i18n.tools.project import load_project


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


def texts(path):
    return {entry.msgid: entry.msgstr for entry in polib.pofile(str(path))}


def test_a_run_with_nothing_to_do_writes_no_file(studio, capsys):
    before = studio.files()
    times = {path: path.stat().st_mtime_ns for path in before}
    assert main(["sync"]) == 0
    assert studio.files() == before
    assert {path: path.stat().st_mtime_ns for path in before} == times
    assert set(re.findall(r": (\w+)$", capsys.readouterr().out, re.MULTILINE)) == {"unchanged"}


def test_a_new_code_is_placed_by_its_number_and_has_no_text(studio, capsys):
    before = texts(studio.ja)
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    after = polib.pofile(str(studio.ja))
    symbols = [entry.msgid for entry in after]
    assert symbols[symbols.index("BRAND_NEW") - 1 :][:3] == [
        "CODE_WRONG",
        "BRAND_NEW",
        "NO_LICENSE",
    ]
    new = after.find("BRAND_NEW")
    assert (new.msgstr, new.comment, new.flags) == ("", "609\nNobody has seen it yet", [])
    assert texts(studio.ja) == {**before, "BRAND_NEW": ""}
    assert "ja/LC_MESSAGES/my_studio.po: added BRAND_NEW\n" in capsys.readouterr().out


def test_an_added_code_changes_only_its_own_lines_and_no_date(studio):
    before = {path: content.decode().splitlines() for path, content in studio.files().items()}
    studio.change_codes(LAST, LAST + ADDED)
    main(["sync"])
    for path, content in studio.files().items():
        lines = content.decode().splitlines()
        added = [line for line in lines if line not in before[path]]
        assert added == ["#. 609", "#. Nobody has seen it yet", 'msgid "BRAND_NEW"']
        assert [line for line in before[path] if line not in lines] == []


def test_a_second_run_changes_nothing(studio):
    studio.change_codes(LAST, ADDED)
    assert main(["sync", "--remove"]) == 0
    before = studio.files()
    assert main(["sync"]) == 0
    assert studio.files() == before


def test_the_texts_of_a_removed_code_are_kept_unless_told_otherwise(studio, capsys):
    studio.change_codes(LAST, "")
    before = studio.files()
    assert main(["sync"]) == 2
    assert studio.files() == before
    assert capsys.readouterr().err == (
        "rv-i18n: no code has these names, and their texts would be lost: "
        "APIError (en, ja, ko, zh_CN and 1 more); give --rename OLD=NEW for a renamed "
        "code, or --remove to remove the texts\n"
    )
    with pytest.raises(RemovalError):
        sync(load_project(str(studio.root)))
    assert main(["sync", "--remove"]) == 0
    assert "ja/LC_MESSAGES/my_studio.po: removed APIError\n" in capsys.readouterr().out
    for path in studio.files():
        assert b"APIError" not in path.read_bytes()


def test_all_that_became_of_a_file_is_said_in_its_line(studio, capsys):
    studio.change_codes(LAST, ADDED + '    NEWER = 610, "Newer still"\n')
    studio.change_codes("CODE_WRONG = 604", "PHONE_CODE_WRONG = 604")
    studio.change_codes("FORBIDDEN = 403", "NOT_ALLOWED = 403")
    studio.change_codes('    NO_LICENSE = 700, "No license for the renderer is free"\n', "")
    pairs = ["CODE_WRONG=PHONE_CODE_WRONG", "FORBIDDEN=NOT_ALLOWED"]
    options = [word for pair in pairs for word in ("--rename", pair)]
    assert main(["sync", "--remove", *options]) == 0
    what = (
        "added BRAND_NEW, NEWER; removed NO_LICENSE, APIError; "
        "renamed FORBIDDEN to NOT_ALLOWED, CODE_WRONG to PHONE_CODE_WRONG"
    )
    files = ["my_studio.pot", *(f"{locale}/LC_MESSAGES/my_studio.po" for locale in TEXTS)]
    assert capsys.readouterr().out == "".join(f"locales/{file}: {what}\n" for file in files)
    edit(studio.ja, "#. 100\n", "#. 1000\n")
    assert main(["sync"]) == 0
    assert "locales/ja/LC_MESSAGES/my_studio.po: updated\n" in capsys.readouterr().out


def test_an_entry_without_a_text_goes_without_being_asked_for(studio):
    for locale in TEXTS:
        set_text(studio.po(locale), "APIError", "")
    studio.change_codes(LAST, "")
    assert main(["sync"]) == 0
    assert "APIError" not in texts(studio.ja)


@pytest.mark.parametrize(
    ("count", "end"), [(2, "OLD_01 (ja)"), (8, "OLD_07 (ja)"), (30, "OLD_10 (ja) and 19 more")]
)
def test_only_the_first_of_many_texts_that_would_be_lost_are_named(studio, capsys, count, end):
    for number in range(count):
        with studio.ja.open("a", encoding="utf-8") as file:
            file.write(f'\nmsgid "OLD_{number:02}"\nmsgstr "{number}"\n')
    assert main(["sync"]) == 2
    said = capsys.readouterr().err
    assert "lost: OLD_00 (ja), OLD_01 (ja)" in said
    assert f"{end}; give" in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        (
            "(CodeEnum)",
            "(Codes)",
            "errors.py:6: StudioError has codes, but nothing shows what Codes makes of them",
        ),
        ("(CodeEnum)", "", "errors.py: no code in it: no class in it is an enum that has a line"),
        ("FAIL = 100,", "FAIL = max(1, 2),", "errors.py:7: FAIL: max(1, 2) has to run to be known"),
        ("FAIL = 100,", "SUCCESS = 100,", "errors.py:8: SUCCESS: the name is already used"),
        ("FAIL = 100,", "FAIL = 100 +,", "errors.py:7: invalid syntax"),
    ],
)
def test_an_unreadable_source_is_an_error_and_no_text_is_lost(studio, capsys, old, new, reason):
    before = studio.files()
    studio.change_codes(old, new)
    for command in (["sync", "--remove"], ["lint"], ["stats"]):
        assert main(command) == 2
        output, error = capsys.readouterr()
        assert output == ""
        assert error.startswith("rv-i18n: ")
        assert reason in error
    assert studio.files() == before


def test_an_empty_source_is_an_error(studio, capsys):
    studio.codes.write_text("")
    assert main(["sync", "--remove"]) == 2
    assert "errors.py: no code in it" in capsys.readouterr().err


def test_a_source_that_cannot_be_opened_is_named(studio, capsys):
    studio.codes.unlink()
    assert main(["sync"]) == 2
    assert capsys.readouterr().err.endswith(f"errors.py: {refusal(os.stat, studio.codes)}\n")


def test_a_code_that_is_declared_renamed_keeps_its_text(studio, capsys):
    edit(studio.ja, "#. 604\n", "# 電話のSMSで届く番号\n#. 604\n#, ignore-end-stop\n")
    before = texts(studio.ja)
    studio.change_codes("CODE_WRONG = 604", "PHONE_CODE_WRONG = 604")
    assert main(["sync", "--rename", "CODE_WRONG=PHONE_CODE_WRONG"]) == 0
    out = capsys.readouterr().out
    assert "ja/LC_MESSAGES/my_studio.po: renamed CODE_WRONG to PHONE_CODE_WRONG\n" in out
    entry = polib.pofile(str(studio.ja)).find("PHONE_CODE_WRONG")
    assert entry.msgstr == before["CODE_WRONG"]
    assert entry.tcomment == "電話のSMSで届く番号"
    assert not entry.fuzzy
    assert b'"CODE_WRONG"' not in studio.ja.read_bytes()
    assert studio.lint() == ([], [])


@pytest.mark.parametrize(
    ("rename", "reason"),
    [
        ("CODE_WRONG=NEW_NAME", "CODE_WRONG is still a code"),
        ("OLD_NAME=NO_CODE", "NO_CODE is not a code"),
        ("OLD_NAME=CODE_WRONG", "no catalogue has an entry OLD_NAME"),
    ],
)
def test_a_rename_that_can_be_none_is_refused(studio, capsys, rename, reason):
    before = studio.files()
    assert main(["sync", "--rename", rename]) == 2
    assert capsys.readouterr().err == f"rv-i18n: locales: --rename {rename}: {reason}\n"
    assert studio.files() == before


@pytest.mark.parametrize("option", ["--rename", "--text"])
def test_a_name_that_is_given_two_values_is_refused(studio, capsys, option):
    before = studio.files()
    assert main(["sync", option, "A=B", option, "A=C"]) == 2
    error = f"rv-i18n: argument {option}: 'A' is given twice, with different values"
    assert capsys.readouterr().err == f"{error} (see rv-i18n sync --help)\n"
    assert studio.files() == before


def test_a_text_that_is_not_utf_8_is_refused(studio, capsys):
    assert main(["sync", "--text", "FAIL=caf\udce9"]) == 2
    assert "'FAIL=caf\\udce9' is not UTF-8" in capsys.readouterr().err


def test_a_rename_to_a_code_that_has_another_text_is_refused(studio, capsys):
    studio.change_codes('    FAIL = 100, "The request failed and nobody knows why"\n', "")
    before = studio.files()
    assert main(["sync", "--rename", "FAIL=SUCCESS"]) == 2
    assert "SUCCESS has a different text from FAIL, line 21" in capsys.readouterr().err
    assert studio.files() == before


def test_a_rename_fills_a_new_code_that_sync_has_added_meanwhile(studio):
    before = texts(studio.ja)
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "OLD_NAME"\nmsgstr "古い"\n')
    set_text(studio.ja, "FAIL", "")
    assert main(["sync", "--rename", "OLD_NAME=FAIL"]) == 0
    assert texts(studio.ja) == {**before, "FAIL": "古い"}


@pytest.mark.parametrize("pair", ["OLD", "=NEW", "OLD=", "="])
def test_an_argument_that_is_not_a_pair_is_wrong_usage(studio, capsys, pair):
    assert main(["sync", "--rename", pair]) == 2
    assert capsys.readouterr().err == (
        f"rv-i18n: argument --rename: {pair!r} is not NAME=VALUE (see rv-i18n sync --help)\n"
    )


def test_the_source_text_can_be_given_with_the_code(studio):
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync", "--text", "BRAND_NEW=新的 = 异常"]) == 0
    assert texts(studio.po("zh_CN"))["BRAND_NEW"] == "新的 = 异常"
    assert texts(studio.ja)["BRAND_NEW"] == ""
    assert main(["sync", "--text", "BRAND_NEW=新的 = 异常"]) == 0  # it is there already


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("FAIL=别的", "zh_CN/LC_MESSAGES/my_studio.po:21: FAIL already has a text: change it"),
        ("NO_CODE=别的", "rv-i18n: locales: --text NO_CODE: NO_CODE is not a code"),
    ],
)
def test_a_source_text_is_never_replaced(studio, capsys, text, reason):
    before = studio.files()
    assert main(["sync", "--text", text]) == 2
    assert reason in capsys.readouterr().err
    assert studio.files() == before


def test_a_source_text_needs_its_catalogue(studio, capsys, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    shutil.copytree(studio.locales, elsewhere)
    shutil.rmtree(elsewhere / "zh_CN")
    assert main(["sync", "elsewhere", "--text", "FAIL=x"]) == 2
    assert capsys.readouterr().err == (
        "rv-i18n: elsewhere: --text FAIL: there is no catalogue zh_CN\n"
    )
    assert not (elsewhere / "zh_CN").exists()


def test_a_number_or_description_that_changes_takes_the_text_along(studio):
    before = texts(studio.ja)
    studio.change_codes('403, "The artist may not see this"', '604000, "Gone"')
    assert main(["sync"]) == 0
    last = polib.pofile(str(studio.ja))[-1]
    assert (last.msgid, last.comment) == ("FORBIDDEN", "604000\nGone")
    assert texts(studio.ja) == before


def test_translators_comments_and_flags_are_kept(studio):
    edit(studio.ja, "#. 604\n", "# 電話のSMSで届く番号\n#  second line\n#\n#. 604\n")
    edit(
        studio.ja,
        'match\nmsgid "CODE_WRONG"',
        'match\n#: a.py:1 b.py:2\n#: c.py:3\n#, fuzzy, ignore-end-stop\n#| msgid "OLD"\n'
        'msgid "CODE_WRONG"',
    )
    before = studio.ja.read_bytes()
    assert main(["sync"]) == 0
    assert studio.ja.read_bytes() == before
    studio.change_codes(LAST, "")
    assert main(["sync", "--remove"]) == 0
    entry = polib.pofile(str(studio.ja)).find("CODE_WRONG")
    assert entry.tcomment == "電話のSMSで届く番号\n second line\n"
    assert (entry.flags, entry.previous_msgid) == (["fuzzy", "ignore-end-stop"], "OLD")
    assert [path for path, _ in entry.occurrences] == ["a.py", "b.py", "c.py"]


def test_header_fields_stay_as_weblate_wrote_them(studio):
    path = studio.po("zh_CN")
    edit(path, "Language: zh_CN", "Language: zh_Hans")
    edit(path, '"Generated-By: Babel 2.18.0\\n"', '"X-Generator: Weblate 2026.10\\n"')
    edit(path, "PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: 2027-01-02 03:04+0000")
    before = path.read_bytes()
    assert main(["sync"]) == 0
    assert path.read_bytes() == before


def test_a_file_that_another_tool_wrote_is_put_into_canonical_form(studio):
    canonical = studio.files()
    po = polib.pofile(str(studio.ja), wrapwidth=20)  # breaks lines early, and orders the header
    po.save(newline="\r\n")
    with studio.po("en").open("rb") as source:
        catalogue = read_po(source)
    with studio.po("en").open("wb") as target:
        write_po(target, catalogue, width=40)
    ko = studio.po("ko")
    ko.write_bytes(b"\xef\xbb\xbf" + canonical[ko] + b"\n\n# stray\n")
    assert main(["sync"]) == 0
    for path, content in studio.files().items():
        header, entries = content.split(b"\n\n", 1)
        assert entries == canonical[path].split(b"\n\n", 1)[1]
        assert header == canonical[path].split(b"\n\n")[0] or path in (studio.ja, studio.po("en"))
    assert ko.read_bytes() == canonical[ko]


def test_files_with_the_line_ends_of_windows_are_read_alike(studio, capsys):
    def printed(*arguments):
        assert main(list(arguments)) == 0
        return capsys.readouterr().out

    asked = (["table", "-f", "json", "--project", "."], ["stats", "-f", "json"])
    expected = [printed(*arguments) for arguments in asked]
    before = studio.files()
    for path in (studio.codes, studio.pyproject, *before):
        path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    source = studio.codes.read_bytes()
    assert b"\r\n" in source
    assert [printed(*arguments) for arguments in asked] == expected
    assert main(["sync"]) == 0
    assert studio.files() == before
    assert studio.codes.read_bytes() == source


def test_an_obsolete_entry_is_kept_until_its_removal_is_asked_for(studio, capsys):
    gone = '\n#~ msgid "GONE"\n#~ msgstr "なし"\n'
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write(gone)
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    assert studio.ja.read_text(encoding="utf-8").endswith(gone)
    assert main(["sync", "--remove"]) == 0
    assert "my_studio.po: removed GONE\n" in capsys.readouterr().out
    assert "GONE" not in studio.ja.read_text(encoding="utf-8")


LONG = {
    "en": "The phone verification code is incorrect, so please look at C:\\\\\\\\ and the message "
    'that was sent, and "type" the code once more, or ask for another one\tin a minute',
    "ko": "휴대전화 인증번호가 올바르지 않습니다 " * 4 + "계정",
    "ja": "携帯電話の認証コードが正しくありません、" * 5,
    "zh_CN": "手机验证码错误，请检查网络环境" * 6 + "json",
}


@pytest.mark.parametrize("locale", LONG)
@pytest.mark.parametrize("width", [40, 78, 1000])
def test_a_long_text_keeps_the_lines_that_it_was_found_in(studio, locale, width):
    path = studio.po(locale)
    po = polib.pofile(str(path))
    po.find("CODE_WRONG").msgstr = LONG[locale]
    po.wrapwidth = width
    po.save()
    before = path.read_text(encoding="utf-8").split('msgid "CODE_WRONG"\n')[1]
    assert main(["sync"]) == 0
    after = path.read_text(encoding="utf-8").split('msgid "CODE_WRONG"\n')[1]
    assert after.split("\n\n")[0] == before.split("\n\n")[0]
    assert texts(path)["CODE_WRONG"] == LONG[locale]


def test_a_long_text_in_an_unusual_form_is_put_on_one_line(studio):
    start = 'msgid "FAIL"\nmsgstr '
    edit(studio.ja, f'{start}"', f'{start} ""\n"{LONG["ja"]}"\n"')
    for _ in "twice":
        assert main(["sync"]) == 0
        text = studio.ja.read_text(encoding="utf-8")
        assert f'msgid "FAIL"\nmsgstr "{LONG["ja"]}失敗しました"\n' in text


def test_a_comment_that_is_written_without_a_space_is_given_one(studio):
    canonical = studio.ja.read_bytes()
    edit(studio.ja, "#. 100\n", "#.100\n")
    assert main(["sync"]) == 0
    assert studio.ja.read_bytes() == canonical
    edit(studio.ja, "#. 100\n", "#ノート\n#. 100\n#,fuzzy\n")
    assert main(["sync"]) == 0
    entry = polib.pofile(str(studio.ja)).find("FAIL")
    assert (entry.tcomment, entry.flags) == ("ノート", ["fuzzy"])


def test_the_line_breaks_of_weblate_in_a_long_text_are_kept(studio):
    for locale, text in LONG.items():
        store = pofile.parsefile(str(studio.po(locale)))
        store.findid("CODE_WRONG").target = text
        store.save()
    before = studio.files()
    assert main(["sync"]) == 0
    assert studio.files() == before


def test_a_missing_template_is_written_without_a_date(studio):
    before = studio.template.read_bytes()
    studio.template.unlink()
    assert main(["sync"]) == 0
    after = studio.template.read_bytes()
    assert after.split(b"\n\n", 1)[1] == before.split(b"\n\n", 1)[1]
    assert b"POT-Creation-Date" not in after
    assert b"Report-Msgid-Bugs-To: https://studio.example/bugs" in after


@pytest.mark.parametrize(
    ("source", "team", "plurals"),
    [
        ("ja", "Japanese", "nplurals=1; plural=0;"),
        ("is", "Icelandic", "nplurals=2; plural=(n % 10 != 1 || n % 100 == 11);"),
        ("en-GB", "English (United Kingdom)", "nplurals=2; plural=(n != 1);"),
        ("zh_Hant", "Chinese (Traditional)", "nplurals=1; plural=0;"),
        ("tlh", "tlh", "nplurals=1; plural=0;"),
    ],
)
def test_a_missing_source_catalogue_is_begun(studio, source, team, plurals):
    shutil.rmtree(studio.locales)
    studio.locales.mkdir()
    edit(studio.pyproject, '"zh_CN"', f'"{source}"')
    assert main(["sync"]) == 0
    assert {path.name for path in studio.locales.iterdir()} == {source, "my_studio.pot"}
    po = polib.pofile(str(studio.po(source)))
    assert (po.metadata["Language"], po.metadata["Plural-Forms"]) == (source, plurals)
    assert po.metadata["Language-Team"] == f"{team} <LL@li.org>"
    assert po.header == (
        f"{team} texts for the error codes of my-studio.\n"
        "This file is distributed under the same license as my-studio.\n"
    )
    assert len(po) == 7


def test_what_pybabel_extract_writes_is_brought_back_to_the_projects_own_header(studio):
    (studio.root / "babel.cfg").write_text(
        "[extractors]\nerror_codes = rv_i18n.tools.po.extract:extract_codes\n"
        "[error_codes: my_studio/errors.py]\n"
    )
    studio.template.unlink()
    assert main(["sync"]) == 0
    before = studio.template.read_bytes()
    command = [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", "babel.cfg"]
    subprocess.run([*command, "--no-location", "-o", studio.template, "."], check=True)
    assert b"PROJECT VERSION" in studio.template.read_bytes()
    assert main(["sync"]) == 0
    assert studio.template.read_bytes() == before


def test_catalogues_of_another_domain_are_left_alone(studio):
    other = studio.ja.with_name("other.po")
    other.write_bytes(b"anything")
    assert main(["sync"]) == 0
    assert other.read_bytes() == b"anything"


@pytest.fixture
def other(studio):
    """A directory with a template and a catalogue of another domain."""
    directory = studio.root / "other"
    shutil.copy(write(directory, "ja", domain="words"), directory / "words.pot")
    return directory


def test_a_directory_of_another_domain_is_brought_in_line_with_its_template(other, capsys):
    with (other / "words.pot").open("a") as template:
        template.write('\n#. A heading\n#. of the page\nmsgid "Search"\nmsgstr ""\n')
    assert main(["sync", "other"]) == 0
    assert capsys.readouterr().out == (
        "other/words.pot: unchanged\nother/ja/LC_MESSAGES/words.po: added Search\n"
    )
    written = (other / "ja/LC_MESSAGES/words.po").read_bytes()
    template = (other / "words.pot").read_bytes()
    assert written.split(b"\n\n")[1:] == template.split(b"\n\n")[1:]
    assert b'"Language: ja\\n"\n' in written
    assert main(["sync", "other", "--rename", "Search=Find"]) == 2
    assert capsys.readouterr().err == (
        "rv-i18n: other: --rename Search=Find: Search is still a code\n"
    )


@pytest.mark.parametrize(
    ("option", "pair", "reason"),
    [
        ("--rename", "A=B", "--rename A=B: B is not a code"),
        ("--text", "A=b", "--text A: A is not a code"),
    ],
)
def test_a_template_without_an_entry_has_no_code(other, capsys, option, pair, reason):
    assert main(["sync", "other", option, pair]) == 2
    assert capsys.readouterr().err == f"rv-i18n: other: {reason}\n"


def test_catalogues_in_another_place_need_the_template_beside_them(studio, capsys):
    shutil.copytree(studio.locales, studio.root / "copy")
    (studio.root / "copy/my_studio.pot").unlink()
    assert main(["sync", "copy"]) == 2
    reason = "there is no such template; copy the project's to here"
    assert capsys.readouterr().err == f"rv-i18n: copy/my_studio.pot: {reason}\n"


def test_the_own_catalogues_are_of_the_own_domain_whatever_else_lies_there(studio, other):
    before = studio.files()
    studio.template.unlink()
    shutil.copy(other / "words.pot", studio.locales)
    assert main(["sync"]) == 0
    assert {path: studio.files()[path] for path in before if path != studio.template} == {
        path: content for path, content in before.items() if path != studio.template
    }
    assert len(polib.pofile(str(studio.template))) == len(polib.pofile(str(studio.ja)))


TEXT = 'msgstr "失敗しました"'
CONFLICT = "#. 100\n", "<<<<<<< HEAD\n#. 100\n=======\n#. 101\n"
NO_PLACE = "FAIL has a context, which is not allowed here"
FORMS = "FAIL has forms that differ, and the source text has none: keep one of them"
BROKEN = {
    "an open string": (TEXT, 'msgstr "失', ":22: a string is not closed"),
    "a stray quote": (TEXT, 'msgstr "失"敗"', ':22: \'msgstr "失"敗"\' is neither a comment'),
    "a wrong keyword": ('msgid "FAIL"', 'msgix "FAIL"', ":21: 'msgix' is neither a comment"),
    "a conflict": (*CONFLICT, ":56: a merge conflict that does not end"),
    "no text": (f"{TEXT}\n", "", ":23: a comment where msgstr has to follow"),
    "no msgid": ('msgid "FAIL"\n', "", ":21: msgstr where there is no msgid before"),
    "two texts": (TEXT, f"{TEXT}\n{TEXT}", ":23: msgstr where there is no msgid before"),
    "a string alone": ('msgid "F', '"F"\nmsgid "F', ":21: a string without a keyword before"),
    "no header": ('msgid ""\n', 'msgid "H"\n', ": it has no header, the entry with an empty msgid"),
    "two headers": ("#. 200\n", 'msgid ""\nmsgstr "x"\n\n#. 200\n', ":24: an empty msgid, which"),
    "an escape that is none": (TEXT, 'msgstr "失\\敗"', ":22: \\敗 is not an escape"),
    "a context": ('msgid "FAIL"', 'msgctxt "x"\nmsgid "FAIL"', f":22: {NO_PLACE}"),
    "forms": ('L"\nmsgstr ', 'L"\nmsgid_plural "L"\nmsgstr[0] "x"\nmsgstr[1] ', f":21: {FORMS}"),
    "two entries": ("#. 200\n", 'msgid "FAIL"\nmsgstr "別"\n\n#. 200\n', ":24: FAIL has a"),
    "another charset": ("失敗しました", "\udce5", ":22: not UTF-8"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_an_unreadable_file_is_refused_in_one_line_and_nothing_changes(studio, capsys, name):
    old, new, reason = BROKEN[name]
    text = studio.ja.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    studio.ja.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogateescape"))
    studio.change_codes(LAST, "")
    before = studio.files()
    assert main(["sync", "--remove"]) == 2
    error = capsys.readouterr().err
    assert error.startswith(f"rv-i18n: locales/ja/LC_MESSAGES/my_studio.po{reason}")
    assert error.count("\n") == 1
    assert studio.files() == before


def test_a_duplicate_entry_with_the_same_text_is_written_once_as_it_is_first(studio):
    before = studio.ja.read_bytes()
    edit(studio.ja, "#. 200\n", '# 別\nmsgid "FAIL"\nmsgstr "失敗しました"\n\n#. 200\n')
    assert main(["sync"]) == 0
    assert studio.ja.read_bytes() == before


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "there is no such directory; create it, or correct the path"),
        (Path.touch, "there is no such directory; create it, or correct the path"),
        (Path.mkdir, "no catalogue <locale>/LC_MESSAGES/<domain>.po in it"),
    ],
)
def test_a_localedir_that_is_not_a_directory_is_an_error(studio, capsys, make, reason):
    make(studio.root / "none")
    assert main(["sync", "none"]) == 2
    assert capsys.readouterr().err == f"rv-i18n: none: {reason}\n"
    assert not (studio.root / "none/my_studio.pot").exists()


def test_without_a_table_nothing_says_whose_catalogues_they_are(tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    assert main(["sync", "locales"]) == 2
    assert capsys.readouterr().err == (
        "rv-i18n: locales: no pyproject.toml with a table [tool.rv-i18n] covers these catalogues\n"
    )


def test_the_packages_own_catalogues_are_in_line(tmp_path, monkeypatch, capsys):
    for name in ("pyproject.toml", "rv_i18n/codes.py"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        shutil.copy(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    monkeypatch.chdir(tmp_path / "rv_i18n")
    assert main(["sync"]) == 0
    first, *others = capsys.readouterr().out.splitlines()
    assert first == f"{tmp_path}/locales/rv_i18n.pot: unchanged"
    assert {line.rpartition(": ")[2] for line in others} == {"unchanged"}


def test_what_cannot_be_written_is_an_error_of_its_kind(tmp_path):
    with pytest.raises(FileNotFoundError) as caught:
        atomic.write_files({str(tmp_path / "file"): b"x", str(tmp_path / "none/file"): b"x"})
    assert caught.value.filename == str(tmp_path / "none/file")
    assert list(tmp_path.iterdir()) == []


def test_a_change_that_fails_half_way_is_reported_and_cleaned_up(studio, monkeypatch, capsys):
    replace, left = os.replace, [3]

    def failing(source, target):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(5, "Input/output error", source, None, target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    studio.change_codes(LAST, LAST + ADDED)
    before = studio.files()
    assert main(["sync"]) == 2
    path = "locales/ko/LC_MESSAGES/my_studio.po"
    assert capsys.readouterr().err == f"rv-i18n: {path}: Input/output error\n"
    assert set(studio.files()) == set(before)
    assert sum(studio.files()[path] != before[path] for path in before) == 3
