"""GNU gettext on the catalogues that are shipped, built, synced and linted."""

from __future__ import annotations

import gettext
import io
import os
import re
import shutil
import subprocess
import sys
import zipfile
from gettext import GNUTranslations

import polib
import pytest
from translate.storage.pypo import pofile
from trees import COMMENTS, LOCALES, Colour, catalog_for, plurals, set_text, write

from rv_i18n.tools.po.plurals import rule_of
from rv_i18n.tools.project import load_project

CATALOGUES = sorted(LOCALES.glob("*/LC_MESSAGES/rv_i18n.po"))
FILES = [*CATALOGUES, LOCALES / "rv_i18n.pot"]

each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.parts[-3])
each_catalogue = pytest.mark.parametrize("path", CATALOGUES, ids=lambda path: path.parts[-3])


def run(*command, **options):
    done = subprocess.run(
        [str(word) for word in command], capture_output=True, check=False, **options
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout


def pairs_of(po):
    """Symbolic name and text of a file as GNU gettext lists them, read by no parser of ours."""
    lines = run("msgcat", "--no-wrap", "--force-po", po).decode().splitlines()
    strings = [line.split(" ", 1)[1][1:-1] for line in lines if line.startswith("msg")]
    return list(zip(strings[2::2], strings[3::2]))


@each_catalogue
def test_msgcat_and_polib_read_the_same_names_and_texts(path):
    assert pairs_of(path) == [(each.msgid, each.msgstr) for each in polib.pofile(str(path))]


@each_file
def test_msgcat_writes_back_the_same_bytes(path):
    assert run("msgcat", path) == path.read_bytes()


@each_catalogue
def test_msgfmt_and_i18nspector_find_nothing(path, tmp_path):
    command = ["msgfmt", "--check", "--check-header", "-v", "-o", tmp_path / "out.mo", path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert re.fullmatch(r"\d+ translated messages?[^:]*\.\n", done.stderr)  # and no warning
    assert run("i18nspector", path) == b""


@each_catalogue
def test_the_mo_of_msgfmt_and_of_the_wheel_give_the_same_texts(path, tmp_path, distributions):
    locale = path.parts[-3]
    run("msgfmt", "-o", tmp_path / "out.mo", path)
    ours = io.BytesIO((tmp_path / "out.mo").read_bytes())
    with zipfile.ZipFile(distributions["wheel"]) as wheel:
        theirs = io.BytesIO(wheel.read(f"rv_i18n/locales/{locale}/LC_MESSAGES/rv_i18n.mo"))
    by_msgfmt, in_wheel = GNUTranslations(ours), GNUTranslations(theirs)
    entries = polib.pofile(str(path)).translated_entries()
    assert entries
    for entry in entries:
        assert by_msgfmt.gettext(entry.msgid) == in_wheel.gettext(entry.msgid) == entry.msgstr


def test_gettext_the_command_reads_the_wheels_catalogues(tmp_path, distributions):
    with zipfile.ZipFile(distributions["wheel"]) as wheel:
        wheel.extractall(tmp_path)
    environment = {**os.environ, "LANGUAGE": "ja", **locale_other_than_c(tmp_path / "locales")}
    environment["TEXTDOMAINDIR"] = str(tmp_path / "rv_i18n/locales")
    for entry in polib.pofile(str(LOCALES / "ja/LC_MESSAGES/rv_i18n.po")):
        said = run("gettext", "-d", "rv_i18n", entry.msgid, env=environment)
        assert said.decode() == entry.msgstr


@pytest.mark.parametrize("language", ["ar", "fr", "ja", "lv", "pl", "ru", "sl"])
def test_ngettext_the_command_chooses_the_same_form(language, tmp_path):
    rule = rule_of(language)
    forms = [f"form {at}" for at in range(int(rule.partition(";")[0].partition("=")[2]))]
    path = write(tmp_path, language, plurals(rule, RED=forms))
    run("msgfmt", "-o", path.with_suffix(".mo"), path)
    path.unlink()
    message = catalog_for(tmp_path, codes=Colour, default=language).lookup(1, language)
    environment = {**os.environ, "LANGUAGE": language, **locale_other_than_c(tmp_path / "locales")}
    environment["TEXTDOMAINDIR"] = str(tmp_path)
    for count in (0, 1, 2, 3, 5, 11, 12, 21, 22, 100, 101, 103, 111, 1000):
        said = run("ngettext", "-d", "rv_i18n", "RED", "RED", count, env=environment)
        assert said.decode() == message.format(count=count)


def locale_other_than_c(directory):
    """Settings for a locale that every machine has: C.UTF-8 by another name.

    Under its own name glibc 2.41 translates nothing, and a small machine has no other.
    """
    shutil.copytree("/usr/lib/locale/C.utf8", directory / "en_US.UTF-8")
    return {"LOCPATH": str(directory), "LC_ALL": "en_US.UTF-8"}


def test_sync_keeps_the_line_breaks_that_msgcat_puts_into_a_long_text(studio):
    texts = {
        "en": "The phone verification code is incorrect, so please look at the message again, "
        'and \\"type\\" the code once more, or ask for another\\tone (in well-known ways): a/b',
        "ja": "携帯電話の認証コードが正しくありません、「コード」を（もう一度）確認してください"
        * 3,
        "ko": "휴대전화 인증번호가 올바르지 않습니다, 인증번호를 다시 확인하십시오 " * 4 + "끝",
        "zh_CN": "手机验证码错误，请检查网络环境" * 6 + "json文件",
        "zh_TW": "多次上傳JSON檔案皆失敗，請檢查網路環境" * 5,
    }
    for locale, text in texts.items():
        path = studio.po(locale)
        set_text(path, "CODE_WRONG", text)
        path.write_bytes(run("msgcat", path))
    before = studio.files()
    assert studio.run("sync").returncode == 0
    assert studio.files() == before


def test_references_are_canonical_as_gnu_and_babel_write_them(studio):
    babel_cfg = studio.root / "babel.cfg"
    babel_cfg.write_text(
        "[extractors]\nerror_codes = rv_i18n.tools.po.extract:extract_codes\n"
        "[error_codes: my_studio/errors.py]\n"
    )
    command = [sys.executable, "-m", "babel.messages.frontend"]
    template = studio.root / "extracted.pot"
    for words in (
        ["extract", "-F", "babel.cfg", "--project", "my-studio", "--version", "1",
         "--msgid-bugs-address", "a@studio.example", "-o", template, "."],
        ["init", "-D", "my_studio", "-i", template, "-d", "locales", "-l", "fr"],
    ):  # fmt: skip
        subprocess.run([*command, *words], cwd=studio.root, check=True, capture_output=True)
    path = studio.po("fr")
    subprocess.run(["msgcat", "-o", path, path], check=True)
    assert "#: my_studio/errors.py:" in path.read_text(encoding="utf-8")
    assert {rule for _, _, rule in studio.found()} == {"empty"}
    store = pofile.parsefile(str(path))
    store.findid("FAIL").target = "Échec"
    store.save()
    assert "#: my_studio/errors.py:" in path.read_text(encoding="utf-8")
    assert {rule for _, _, rule in studio.found()} == {"empty"}


def test_characters_that_end_a_line_in_unicode_are_written_as_msgcat_writes_them(studio):
    set_text(studio.ja, "FAIL", "一\\n二")
    set_text(studio.ja, "SUCCESS", "一\u2028二\u0085三\\r四\\v五\\f六")
    assert studio.run("sync").returncode == 0
    done = subprocess.run(["msgcat", studio.ja], capture_output=True, check=True)
    assert done.stdout == studio.ja.read_bytes()


def test_standard_gettext_agrees_with_the_projects_catalog(studio):
    subprocess.run(["msgfmt", "-o", studio.ja.with_suffix(".mo"), studio.ja], check=True)
    texts = gettext.translation("my_studio", studio.locales, ["ja"])
    catalog = load_project(str(studio.root)).catalog()
    for symbol in COMMENTS:
        assert catalog.message(symbol, "ja") == texts.gettext(symbol)
