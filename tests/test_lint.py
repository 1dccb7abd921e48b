"""``lint``: a bad file for each rule, and silence for what is right."""

from __future__ import annotations

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import LOCALES, ROOT
from translate.storage.pypo import pofile

from rv_i18n.cli import main
from rv_i18n.tools.po.lint import RULES, lint
from rv_i18n.tools.po.lint.findings import as_text


class Tree:
    """A copy of the catalogues that a test may spoil."""

    def __init__(self, root: Path) -> None:
        self.locales = root / "locales"
        shutil.copytree(LOCALES, self.locales)

    def po(self, locale: str) -> Path:
        return self.locales / locale / "LC_MESSAGES/rv_i18n.po"

    def found(self, *, about: str = "") -> set[tuple[str, str, str]]:
        """Locale, symbol and rule of what is found."""
        findings, unreadable = lint(str(self.locales))
        assert unreadable == []
        return {each[2:4] + each[5:] for each in findings if about in each.path}


@pytest.fixture
def tree(tmp_path):
    return Tree(tmp_path)


def edit(path, old, new, count=1):
    text = path.read_bytes().decode()
    assert old in text
    path.write_bytes(text.replace(old, new, count).encode("utf-8", "surrogateescape"))


def text_of(path, symbol, text):
    """Give an entry another text, as an editor of text files would."""
    pattern = re.compile(rf'(msgid "{symbol}"\n)msgstr ".*"')
    before = path.read_text(encoding="utf-8")
    after = pattern.sub(lambda match: f'{match[1]}msgstr "{text}"', before)
    assert after != before
    path.write_bytes(after.encode())


def test_nothing_is_found_in_what_is_shipped():
    assert lint(str(LOCALES)) == ([], [])


# A text for 604, which is "VALIDATE_CODE_ERROR", the language, and the rule that finds it.
BAD_TEXTS = [
    ("en", "VALIDATE_CODE_ERROR", "symbol"),
    ("en", "The request failed", "reused"),
    ("en", "the REQUEST failed", "reused"),
    ("ja", "リクエストに失敗しました", "reused"),
    ("en", " The code is wrong", "begin-space"),
    ("ja", "　コードが正しくありません", "begin-space"),
    ("en", "The code is wrong ", "end-space"),
    ("en", "The code is wrong\u00a0", "end-space"),
    ("en", "The code  is wrong", "double-space"),
    ("ko", "코드가 \u00a0잘못되었습니다", "double-space"),
    ("en", "The code is wrong.", "end-stop"),
    ("en", "The code is (wrong.)", "end-stop"),
    ("en", "The code is wrong. ", "end-stop"),
    ("ja", "コードが正しくありません。", "end-stop"),
    ("zh_TW", "驗證碼不正確。」", "end-stop"),
    ("zh_CN", "验证码不正确．", "end-stop"),
    ("ko", "코드가 잘못되었습니다.", "end-stop"),
    ("en", "The code\\tis wrong", "invisible"),
    ("en", "The code\\nis wrong", "invisible"),
    ("en", "The code\u0085is wrong", "invisible"),
    ("en", "The co\u200bde is wrong", "invisible"),
    ("en", "The code\u202eis wrong", "invisible"),
    ("en", "The code\u2066 is wrong", "invisible"),
    ("en", "The co\u00adde is wrong", "invisible"),
    ("ja", "コード\ue000が正しくありません", "invisible"),
    ("ja", "コード\ufeffが正しくありません", "invisible"),
    ("ja", "コード\u2028が正しくありません", "invisible"),
    ("ja", "か\u200dコードが正しくありません", "invisible"),
    ("ko", "코드가\u3164잘못되었습니다", "invisible"),
    ("ja", "辻\U000e0100さんのコードが正しくありません", "invisible"),
    ("en", "The co\ufffdde is wrong", "invisible"),
    ("en", "The code\U000e0fff is wrong", "invisible"),
    ("en", "The côde is wrong", "foreign-character"),
    ("en", "The code is “wrong”", "foreign-character"),
    ("ja", "验证码が正しくありません", "foreign-character"),
    ("ja", "コードが正しくありません😀", "foreign-character"),
    ("ja", "코드が正しくありません", "foreign-character"),
    ("zh_CN", "驗證碼錯誤了", "foreign-character"),
    ("zh_CN", "用戶验证码错误", "foreign-character"),
    ("zh_CN", "コード错误", "foreign-character"),
    ("zh_TW", "验证码不正确", "foreign-character"),
    ("zh_TW", "コード錯誤", "foreign-character"),
    ("ko", "認證번호가 잘못되었습니다", "foreign-character"),
    ("ko", "コード가 잘못되었습니다", "foreign-character"),
    ("ko", "код가 잘못되었습니다", "foreign-character"),
    ("ja", "コードが正しくありません,確認してください", "punctuation"),
    ("ja", "コードが正しくありません，確認してください", "punctuation"),
    ("ja", "コード(認証)が正しくありません", "punctuation"),
    ("ja", "コードが正しくありません!", "punctuation"),
    ("ja", "ｺｰﾄﾞ､正しくありません", "punctuation"),
    ("ja", "６０４のコードが正しくありません", "punctuation"),
    ("zh_TW", "驗證碼不正確,請檢查", "punctuation"),
    ("zh_TW", "驗證碼不正確.請檢查", "punctuation"),
    ("zh_CN", "验证码不正确,请检查", "punctuation"),
    ("zh_CN", "请检查json?验证码", "punctuation"),
    ("ko", "코드가 잘못되었으니，확인하십시오", "punctuation"),
    ("ko", "코드（인증）가 잘못되었습니다", "punctuation"),
    ("ko", "코드가　잘못되었습니다", "punctuation"),
    ("en", "The code " + "is not right " * 5 + "at all", "max-length"),
    ("ja", "SMS認証コードが正しくありません" * 3, "max-length"),
]


@pytest.mark.parametrize(("locale", "text", "rule"), BAD_TEXTS)
def test_a_bad_text_is_found(tree, locale, text, rule):
    text_of(tree.po(locale), "VALIDATE_CODE_ERROR", text)
    assert (locale, "VALIDATE_CODE_ERROR", rule) in tree.found()


GOOD_TEXTS = [
    ("en", "Version 1.5 of C++ (64-bit), i.e. the newest: OK?"),
    ("ja", "IPアドレス（IPv4／IPv6）の1,000件、TCP/IP「〜」々"),
    ("ja", "髙橋さん、﨑さん"),
    ("zh_CN", "请检查“网络”（TCP/IP），1,000个…—·"),
    ("zh_TW", "請檢查「網路」（TCP/IP），1,000個…"),
    ("ko", "네트워크(TCP/IP)를 확인하십시오, 1,000개"),
    ("ko", "똠방각하 펲시콜라"),  # syllables that cp949 adds to KS X 1001
    ("en", "x" * 70),
    ("ja", "あ" * 35),
]


@pytest.mark.parametrize(("locale", "text"), GOOD_TEXTS)
def test_a_good_text_is_left_in_peace(tree, locale, text):
    text_of(tree.po(locale), "VALIDATE_CODE_ERROR", text)
    assert tree.found() == set()


OTHER_LANGUAGES = [
    ("fr", "Le numéro d’été de l’œuvre est « ici »\u00a0: ça", ""),
    ("fr", "Le номер est faux", "foreign-character"),
    ("fr", "Le numéro，est faux", "punctuation"),
    ("de", "Straße, größer – „ja“ №", ""),
    ("vi", "Số điện thoại đã được đăng ký", ""),
    ("ru", "Неверный номер телефона IP", ""),
    ("ru", "Неверный αριθμός", "foreign-character"),
    ("el", "Ο αριθμός τηλεφώνου", ""),
    ("fa", "نمی\u200cتوان به API پیوست", ""),
    ("fa", "نمی\u202eتوان", "invisible"),
    ("he", "קוד שגוי (API\u200f)", ""),
    ("hi", "क्\u200dष कोड गलत है", ""),
    ("ru", "Неверный\u200dномер", "invisible"),
    ("th", "หมายเลขไม่ถูกต้อง", ""),
    ("or", "କୋଡ୍ ଭୁଲ", ""),
    ("zh_HK", "喺度嘅檔案唔啱", ""),
    ("zh_HK", "文件错误", "foreign-character"),
    ("yue", "喺度嘅檔案唔啱", ""),
    ("yue", "檔案,請檢查", "punctuation"),
    ("sr_Latn", "Broj je pogrešan", ""),
    ("sr_Latn", "Број је погрешан", "foreign-character"),
]


@pytest.mark.parametrize(("locale", "text", "rule"), OTHER_LANGUAGES)
def test_a_language_that_was_never_heard_of_here_is_judged_by_its_script(tree, locale, text, rule):
    shutil.copytree(tree.po("en").parent, tree.po(locale).parent, dirs_exist_ok=True)
    path = tree.po(locale)
    edit(path, "Language: en", f"Language: {locale}")
    path.write_bytes(re.sub(rb'msgstr ".+"', b'msgstr ""', path.read_bytes()))
    text_of(path, "VALIDATE_CODE_ERROR", text)
    found = {(symbol, name) for _, symbol, name in tree.found(about=locale)}
    texts = {name for symbol, name in found if symbol == "VALIDATE_CODE_ERROR"}
    assert texts - {"empty"} == ({rule} if rule else set())


def test_a_missing_entry_is_found_where_it_should_stand(tree):
    edit(tree.po("ja"), tree.po("ja").read_text(encoding="utf-8").split("\n\n")[2] + "\n\n", "")
    [finding], _ = lint(str(tree.locales))
    assert finding[1:4] + finding[5:] == (21, "ja", "SUCCESS", "missing")


def test_an_unknown_entry_is_found(tree):
    with tree.po("ja").open("a", encoding="utf-8") as file:
        file.write('\nmsgid "NO_SUCH_CODE"\nmsgstr "ない"\n')
    assert tree.found() == {("ja", "NO_SUCH_CODE", "unknown")}


def test_a_duplicate_entry_is_found_and_the_first_is_named(tree):
    with tree.po("ja").open("a", encoding="utf-8") as file:
        file.write(
            "\n#. 100\n#. The request failed, and the server gives no more specific reason\n"
        )
        file.write('msgid "FAIL"\nmsgstr "別の失敗"\n')
    findings, _ = lint(str(tree.locales))
    assert [(each.line, each.symbol, each.rule) for each in findings] == [
        (311, "FAIL", "duplicate")
    ]
    assert findings[0].message.endswith("on line 21")


def test_obsolete_entries_are_found(tree):
    with tree.po("ja").open("a", encoding="utf-8") as file:
        file.write('\n# note\n#~ msgid "GONE"\n#~ msgstr "なし"\n\n#~ msgid "OLD"\n#~ msgstr ""\n')
    findings, _ = lint(str(tree.locales))
    assert {(each.line, each.rule) for each in findings} >= {(309, "obsolete")}
    assert {each.rule for each in findings} == {"obsolete"}


def test_fuzzy_and_empty_entries_are_found(tree):
    edit(tree.po("ja"), "#. 604\n", "#, fuzzy\n#. 604\n")
    text_of(tree.po("ja"), "FAIL", "")
    assert tree.found() >= {("ja", "VALIDATE_CODE_ERROR", "fuzzy"), ("ja", "FAIL", "empty")}


def test_as_few_entries_as_explain_it_are_out_of_order(tree):
    blocks = tree.po("ja").read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    blocks.insert(1, blocks.pop())
    tree.po("ja").write_bytes(("\n\n".join(blocks) + "\n").encode())
    assert tree.found() == {("ja", "RayvisionError", "order")}


def test_stale_comments_are_found(tree):
    edit(tree.po("ja"), "#. The server could not send", "#. The server would not send")
    edit(tree.po("ja"), "#. 100\n", "")
    assert tree.found() == {
        ("ja", "VALIDATE_SEND_CODE_ERROR", "comments"), ("ja", "FAIL", "comments"),
    }  # fmt: skip


def test_a_context_or_a_plural_is_found(tree):
    edit(tree.po("ja"), 'msgid "FAIL"', 'msgctxt "menu"\nmsgid "FAIL"')
    edit(tree.po("ja"), 'SS"\nmsgstr ', 'SS"\nmsgid_plural "SUCCESSES"\nmsgstr[0] ')
    assert tree.found() >= {("ja", "FAIL", "form"), ("ja", "SUCCESS", "form")}


@pytest.mark.parametrize(
    ("old", "new", "line", "rule"),
    [
        ("Language: ja", "Language: ko", 11, "language"),
        ("Language: ja", "Language: ja_Latn", 11, "language"),
        ("Language: ja", "Language: !", 11, "language"),
        ('"Language: ja\\n"\n', "", 4, "language"),
        ("nplurals=1; plural=0;", "nplurals=2; plural=(n != 1);", 13, "plural-forms"),
        ("nplurals=1; plural=0;", "nplurals=1; plural=1;", 13, "plural-forms"),
        ("nplurals=1; plural=0;", "nplurals=1; plural=n/0;", 13, "plural-forms"),
        ("nplurals=1; plural=0;", "nplurals=1; plural=os.system;", 13, "plural-forms"),
        ("nplurals=1; plural=0;", "one", 13, "plural-forms"),
        ('"Plural-Forms: nplurals=1; plural=0;\\n"\n', "", 4, "plural-forms"),
        ("charset=utf-8", "charset=shift_jis", 15, "charset"),
        ("text/plain; charset=utf-8", "text/html", 15, "charset"),
        ('"Content-Type: text/plain; charset=utf-8\\n"\n', "", 4, "charset"),
        ("PO-Revision-Date: 2026-11-23", "PO-Revision-Date: 23.11.2026", 9, "header"),
        ("POT-Creation-Date: 2026-11-23 12:00", "POT-Creation-Date: 2026-11-23 12", 8, "header"),
        ("Encoding: 8bit", "Encoding: 7bit", 16, "header"),
        ("Project-Id-Version: rv-i18n 1", "Project-Id-Version:", 6, "header"),
        ('"MIME-Version: 1.0\\n"\n', "", 4, "header"),
        ("#\nmsgid", "#\n#, fuzzy\nmsgid", 5, "header"),
    ],
)
def test_a_wrong_header_field_is_found_on_its_line(tree, old, new, line, rule):
    edit(tree.po("ja"), old, new)
    [finding], _ = lint(str(tree.locales))
    assert (finding.line, finding.symbol, finding.rule) == (line, "", rule)


def test_a_missing_header_is_found(tree):
    text = tree.po("ja").read_text(encoding="utf-8")
    tree.po("ja").write_bytes(text[text.index("#. 100") :].encode())
    assert {rule for _, _, rule in tree.found()} == {
        "header",
        "charset",
        "language",
        "plural-forms",
    }
    assert {finding.line for finding in lint(str(tree.locales))[0]} == {1}


RUSSIAN = (
    "nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : "
    "n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2);"
)


@pytest.mark.parametrize(
    ("locale", "forms"),
    [
        ("en", "nplurals=2; plural=n != 1;"),  # as Weblate writes it
        ("fr", "nplurals=2; plural=(n > 1);"),  # CLDR's third form is for millions
        ("ru", RUSSIAN),
        ("pt_BR", "nplurals=2; plural=n > 1;"),
        ("zh_Hans", "nplurals=1; plural=0;"),
    ],
)  # fmt: skip
def test_plural_forms_may_be_written_in_any_way_that_means_cldrs(tree, locale, forms):
    if locale != "en":
        shutil.copytree(tree.po("en").parent, tree.po(locale).parent, dirs_exist_ok=True)
    edit(tree.po(locale), "nplurals=2; plural=(n != 1);", forms)
    assert "plural-forms" not in {rule for _, _, rule in tree.found(about=f"/{locale}/")}
    edit(tree.po(locale), forms, "nplurals=2; plural=(n > 7);")
    assert "plural-forms" in {rule for _, _, rule in tree.found(about=f"/{locale}/")}


def test_a_folder_that_is_named_after_no_language_is_found(tree):
    shutil.copytree(tree.locales / "ja", tree.locales / "no language")
    shutil.copytree(tree.locales / "ja", tree.locales / "qqq")
    assert tree.found() == {("no language", "", "language"), ("qqq", "", "language")}


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
        lambda text: text.replace("#. 100", "#: codes.py:57\n#. 100"),
        lambda text: text.replace('msgid "FAIL"', 'msgid  "FAIL"'),
        lambda text: text.replace('msgid "FAIL"', ' msgid "FAIL"'),
        lambda text: text.replace(
            'msgstr "リクエストに失敗しました"', 'msgstr ""\n"リクエストに失敗しました"'
        ),
        lambda text: text.replace('msgstr "リクエストに失敗しました"', 'msgstr "失敗"\n"しました"'),
        lambda text: text.replace('msgid "FAIL"', '#, fuzzy,x\nmsgid "FAIL"'),
        lambda text: text.replace(
            '"リクエストに失敗しました"', '""\n"失敗\\n\\t。\\nし"\n"ました"'
        ),
    ],
)
def test_a_file_that_is_not_in_canonical_form_is_found(tree, spoil):
    path = tree.po("ja")
    path.write_bytes(spoil(path.read_bytes().decode()).encode())
    findings, _ = lint(str(tree.locales))
    assert "canonical" in {finding.rule for finding in findings}
    assert {finding.rule for finding in findings} <= {
        "canonical", "fuzzy", "invisible", "double-space",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ('msgid "FAIL"', "<<<<<<< HEAD", 21),
        ('msgstr "リクエストに失敗しました"', 'msgstr "リクエストに失敗しました', 22),
        ('msgstr "リクエストに失敗しました"', 'msgstr "失"敗"', 22),
        ('msgid "FAIL"', '#| nonsense\nmsgid "FAIL"', 21),
        ('msgid "FAIL"', 'msgid "FA\rIL"', 21),
        ('msgstr "リクエストに失敗しました"', 'msgstr "失\\x41敗"', 22),
        ('msgid "FAIL"', 'msgid ""', 21),
        ('msgid "FAIL"', 'msgid "FAIL"\nmsgid "FAILED"', 22),
        (
            'msgstr "リクエストに失敗しました"',
            'msgstr[0] "失敗"\nmsgstr "リクエストに失敗しました"',
            23,
        ),
        ("#. 200\n", "#.. 200\n", 24),
        ("#. 200\n", '# note\n#~ msgstr "旧"\n\n#. 200\n', 25),
        ("#. 200\n", '#~ msgid "OLD"\nmsgstr "旧"\n\n#. 200\n', 25),
    ],
)
def test_a_syntax_error_is_found_and_the_rest_is_still_looked_at(tree, old, new, line):
    text_of(tree.po("ja"), "RayvisionError", "Python。")
    text_of(tree.po("ko"), "RayvisionError", "Python.")
    edit(tree.po("ja"), old, new)
    findings, _ = lint(str(tree.locales))
    assert ("ja", line, "syntax") in {(each.locale, each.line, each.rule) for each in findings}
    assert ("ko", "RayvisionError", "end-stop") in tree.found()
    if "|" not in new:
        assert ("ja", "RayvisionError", "end-stop") in tree.found()


def test_every_syntax_error_is_found_whatever_finds_it(tree):
    blocks = tree.po("ja").read_text(encoding="utf-8").split("\n\n")
    blocks[1] = blocks[1].replace("#. 100", "#.. 100")  # what polib stops at
    blocks[3] = blocks[3].replace("msgstr", "mgstr")  # what it would pass over
    blocks[5] = blocks[5].replace("#. 403", "#| 403")
    tree.po("ja").write_bytes(("\n\n".join(blocks) + '\n#~ msgid "OLD"\n').encode())
    text_of(tree.po("ja"), "SUCCESS", "成功。")
    findings = [(each.line, each.symbol, each.rule) for each in lint(str(tree.locales))[0]]
    assert findings == [
        (19, "FAIL", "syntax"), (26, "SUCCESS", "end-stop"), (32, "NEED_REDIRECT", "syntax"),
        (39, "FORBIDDEN", "syntax"), (309, "", "syntax"),
    ]  # fmt: skip


def test_comments_after_the_last_entry_do_not_hide_it(tree):
    text_of(tree.po("ja"), "RayvisionError", "Python。")
    for comments in ("#.\n", "#,\n", "# stray\n", "\n#: codes.py:1\n"):
        spoilt = tree.po("ja").read_bytes()
        tree.po("ja").write_bytes(spoilt + comments.encode())
        assert ("ja", "RayvisionError", "end-stop") in tree.found()
        assert "canonical" in {rule for _, _, rule in tree.found()}
        tree.po("ja").write_bytes(spoilt)


def test_a_file_in_another_charset_is_found(tree):
    text = tree.po("ja").read_text(encoding="utf-8")
    tree.po("ja").write_bytes(text.encode("cp932"))
    text_of(tree.po("ko"), "RayvisionError", "Python.")
    assert tree.found() == {("ja", "", "charset"), ("ko", "RayvisionError", "end-stop")}
    assert lint(str(tree.locales))[0][0].line == 22


def test_the_template_is_looked_at_too(tree):
    template = tree.locales / "rv_i18n.pot"
    edit(template, "#. 100\n", "#. 101\n")
    edit(template, 'msgid "SUCCESS"', 'msgid "SUCCES"')
    assert tree.found() == {
        ("template", "FAIL", "comments"), ("template", "SUCCES", "unknown"),
        ("template", "SUCCESS", "missing"),
    }  # fmt: skip


def test_what_weblate_changes_in_a_file_is_no_fault(tree):
    for locale, language in (("zh_CN", "zh_Hans"), ("en", "en")):
        path = tree.po(locale)
        edit(path, '"Generated-By: Babel 2.18.0\\n"\n', "")
        store = pofile.parsefile(str(path))  # the library that Weblate writes with
        store.findid("FAIL").target = {"zh_CN": "操作失败", "en": "The request did not succeed"}[
            locale
        ]
        store.updateheader(
            add=True,
            Language=language,
            Language_Team="A team with a long name that fills its line <https://example.com/team/>",
            Last_Translator="田中 <tanaka@example.com>",
            Plural_Forms={"zh_CN": "nplurals=1; plural=0;", "en": "nplurals=2; plural=n != 1;"}[
                locale
            ],
            PO_Revision_Date="2027-02-03 04:05+0000",
            X_Generator="Weblate 2026.10",
        )
        store.save()
    assert tree.found() == set()


def test_a_flag_silences_one_rule_for_one_entry(tree):
    path = tree.po("en")
    text_of(path, "FAIL", "The request  failed.")
    text_of(path, "SUCCESS", "All is well.")
    edit(path, 'msgid "FAIL"', '#, ignore-end-stop\nmsgid "FAIL"')
    assert tree.found() == {("en", "FAIL", "double-space"), ("en", "SUCCESS", "end-stop")}
    edit(path, "#, ignore-end-stop\n", "#, ignore-end-stop, ignore-double-space\n")
    assert tree.found() == {("en", "SUCCESS", "end-stop")}
    assert bytes(pofile.parsefile(str(path))) == path.read_bytes()


@pytest.mark.parametrize("rule", ["language", "plural-forms", "header"])
def test_a_flag_of_the_header_silences_a_rule_about_it(tree, rule):
    path = tree.po("ja")
    edit(path, "Language: ja", "Language: ko")
    edit(path, "plural=0", "plural=1")
    edit(path, '"MIME-Version: 1.0\\n"\n', "")
    edit(path, "#\nmsgid", f"#\n#, ignore-{rule}\nmsgid")
    assert {name for _, _, name in tree.found()} == {"language", "plural-forms", "header"} - {rule}


@pytest.mark.parametrize("rule", ["fuzzy", "empty", "comments", "order", "canonical", "unknown"])
def test_a_flag_silences_rules_about_the_entry_as_well(tree, rule):
    path = tree.po("ja")
    block = '#. 1\nmsgid "FAIL"\nmsgstr ""\n' if rule == "canonical" else ""
    text = path.read_text(encoding="utf-8").rstrip("\n").split("\n\n")
    spoilt = {
        "fuzzy": "#, fuzzy\nmsgid", "empty": "msgid", "comments": "msgid", "order": "msgid",
        "canonical": "msgid ", "unknown": "msgid",
    }[rule]  # fmt: skip
    assert block is not None
    text[1] = text[1].replace("msgid", spoilt)
    if rule == "empty":
        text[1] = text[1].replace("リクエストに失敗しました", "")
    elif rule == "comments":
        text[1] = text[1].replace("#. 100", "#. 99")
    elif rule == "order":
        text.append(text.pop(1))
    elif rule == "unknown":
        text[1] = text[1].replace("FAIL", "FAILED")
    path.write_bytes(("\n\n".join(text) + "\n").encode())
    assert rule in {name for _, _, name in tree.found()}
    where = -1 if rule == "order" else 1
    text[where] = text[where].replace("#, fuzzy\n", "").replace("msgid", "#, ignore-RULE\nmsgid")
    flags = f"fuzzy, ignore-{rule}" if rule == "fuzzy" else f"ignore-{rule}"
    text[where] = text[where].replace("ignore-RULE", flags)
    path.write_bytes(("\n\n".join(text) + "\n").encode())
    assert rule not in {name for _, _, name in tree.found()}


def test_every_rule_is_explained_to_translators():
    guide = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `([a-z-]+)` \| \S", guide, re.MULTILINE)
    assert sorted(rows) == sorted(RULES)


def test_every_rule_has_a_bad_file_in_these_tests():
    tests = Path(__file__).read_text(encoding="utf-8")
    assert [rule for rule in RULES if f'"{rule}"' not in tests] == []


def test_the_formats_tell_the_same(tree, capsys, monkeypatch):
    text_of(tree.po("en"), "FAIL", "The request failed.")
    monkeypatch.chdir(tree.locales.parent)
    path = "locales/en/LC_MESSAGES/rv_i18n.po"
    assert main(["lint", "locales"]) == 1
    assert capsys.readouterr().out == (
        f"{path}:21: en: FAIL: ends with a full stop, '.' [end-stop]\n"
    )
    assert main(["lint", "locales", "--format", "json"]) == 1
    assert json.loads(capsys.readouterr().out) == [
        {"path": path, "line": 21, "locale": "en", "symbol": "FAIL",
         "message": "ends with a full stop, '.'", "rule": "end-stop"}
    ]  # fmt: skip
    assert main(["lint", "locales", "--format", "github"]) == 1
    assert capsys.readouterr().out == (
        f"::error file={path},line=21,title=rv-i18n end-stop::"
        "en: FAIL: ends with a full stop, '.'\n"
    )


def test_nothing_found_is_nothing_to_read(capsys):
    assert main(["lint", str(LOCALES)]) == 0
    assert main(["lint", str(LOCALES), "--format", "github"]) == 0
    assert capsys.readouterr() == ("", "")
    assert main(["lint", str(LOCALES), "--format", "json"]) == 0
    assert json.loads(capsys.readouterr().out) == []


def test_a_catalogue_can_forge_no_line_of_the_output(tree, capsys):
    with tree.po("ja").open("a", encoding="utf-8") as file:
        file.write('\nmsgid "A\\n::error::forged\x9b2J%0A"\nmsgstr "ない"\n')
    for form in ("text", "json", "github"):
        main(["lint", str(tree.locales), "--format", form])
        output = capsys.readouterr().out
        assert "\x9b" not in output or form == "json"
        assert "\n::error::forged" not in output
    assert "%250A" in output


def test_the_garbage_collector_is_left_as_it_was():
    for switch in (gc.disable, gc.enable):
        switch()
        lint(str(LOCALES))
        assert gc.isenabled() == (switch is gc.enable)


def test_what_cannot_be_read_is_said_and_the_rest_is_looked_at(tree, capsys):
    tree.po("en").unlink()
    os.mkfifo(tree.po("en"))
    tree.po("ja").unlink()
    tree.po("ja").symlink_to("nowhere")
    text_of(tree.po("ko"), "RayvisionError", "Python.")
    assert main(["lint", str(tree.locales)]) == 2
    output, error = capsys.readouterr()
    assert [line.split(": ")[1:3] for line in output.splitlines()] == [["ko", "RayvisionError"]]
    assert [line.split("/LC_MESSAGES/rv_i18n.po: ")[1] for line in error.splitlines()] == [
        "not a regular file", "No such file or directory",
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["none", "empty", "file"])
def test_a_directory_without_catalogues_is_an_error(tmp_path, capsys, name):
    (tmp_path / "empty").mkdir()
    (tmp_path / "file").touch()
    assert main(["lint", str(tmp_path / name)]) == 2
    assert re.fullmatch(r"rv-i18n: \S+: [^\n]+\n", capsys.readouterr().err)


OTHER = r"""msgid ""
msgstr ""
"Project-Id-Version: other 1\n"
"Report-Msgid-Bugs-To: other@example.com\n"
"Language-Team: none\n"
"Language: {language}\n"
"Plural-Forms: nplurals=1; plural=0;\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=UTF-8\n"
"Content-Transfer-Encoding: 8bit\n"

#. 1
msgid "ONE"
msgstr "{one}"

#. 2
msgid "TWO"
msgstr "{two}"
"""


@pytest.fixture
def other(tmp_path):
    """Catalogues of another domain, of a project that uses the pre-commit hook."""
    po = tmp_path / "ja/LC_MESSAGES/other.po"
    po.parent.mkdir(parents=True)
    po.write_text(OTHER.format(language="ja", one="一", two="二"), encoding="utf-8")
    return tmp_path


def test_another_domain_is_compared_with_its_template(other):
    template = other / "other.pot"
    template.write_text(OTHER.format(language="", one="", two=""), encoding="utf-8")
    assert lint(str(other)) == ([], [])
    edit(template, 'msgid "TWO"', 'msgid "THREE"')
    assert {(each.symbol, each.rule) for each in lint(str(other))[0]} == {
        ("TWO", "unknown"), ("THREE", "missing"),
    }  # fmt: skip


def test_another_domain_without_a_template_misses_nothing(other):
    assert lint(str(other)) == ([], [])
    po = other / "ja/LC_MESSAGES/other.po"
    edit(po, "二", "二。")
    assert [(each.symbol, each.rule) for each in lint(str(other))[0]] == [("TWO", "end-stop")]


def test_the_exceptions_of_the_source_are_the_sources_alone(other):
    symbols = {"ONE": "ACCOUNT_UNIONID_PHONE", "TWO": "JSON_FILE_UPLOAD_FAILED"}
    (other / "ja").rename(other / "zh_CN")
    po = other / "zh_CN/LC_MESSAGES/other.po"
    text = OTHER.format(language="zh_CN", one="用戶", two="失败,请检查")
    for old, new in symbols.items():
        text = text.replace(f'"{old}"', f'"{new}"')
    po.write_text(text, encoding="utf-8")
    assert {each.rule for each in lint(str(other))[0]} == {"foreign-character", "punctuation"}


def test_100_000_entries_take_at_most_three_times_what_polib_takes():
    command = [sys.executable, "benchmarks/lint.py", "100000", "3"]
    # What measures coverage would slow down one of the two alone.
    environment = {name: os.environ[name] for name in os.environ if "COVERAGE" not in name}
    done = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stderr
    assert float(re.search(r"ratio ([0-9.]+)", done.stdout)[1]) <= 3


def test_the_pre_commit_hook_is_a_command_that_works(other):
    hook = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    program, *arguments = re.search(r"^  entry: (.+)$", hook, re.MULTILINE)[1].split()
    assert program == "rv-i18n"
    assert "  pass_filenames: false\n" in hook
    assert main([*arguments, str(other)]) == 0
    edit(other / "ja/LC_MESSAGES/other.po", "二", "二。")
    assert main([*arguments, str(other)]) == 1


def test_a_syntax_error_is_never_silenced_and_is_not_said_to_be_in_the_header(tree):
    edit(tree.po("ja"), 'msgid ""\nmsgstr ""\n', '#, ignore-syntax\nmsgid ""\nmsgstr ""\n')
    with tree.po("ja").open("a", encoding="utf-8") as file:
        file.write("\nstray\n")
    findings, _ = lint(str(tree.locales))
    assert [each.rule for each in findings if each.rule == "syntax"] == ["syntax"]
    assert ": ja: (file): " in as_text(findings)


def test_a_template_of_another_domain_that_cannot_be_read_does_not_end_the_run(tree):
    (tree.locales / "app.pot").write_bytes(b"\xff\xfe")
    text_of(tree.po("ja"), "FAIL", "失敗。")
    assert tree.found() == {("template", "", "charset"), ("ja", "FAIL", "end-stop")}


def test_half_width_katakana_are_against_the_habit(tree):
    text_of(tree.po("ja"), "FAIL", "ﾆﾝｼｮｳ")
    assert tree.found() == {("ja", "FAIL", "punctuation")}
