"""Four toolchains on one set of files: translate-toolkit, Babel, polib and GNU gettext."""

from __future__ import annotations

import io
import os
import re
import subprocess
import zipfile
from gettext import GNUTranslations

import babel
import polib
import pytest
from babel.messages.pofile import read_po, write_po
from translate.storage.pypo import pofile
from trees import LOCALES, Studio, set_text

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


@each_file
def test_translate_toolkit_writes_back_the_same_bytes(path):
    store = pofile.parsefile(str(path))
    assert bytes(store) == path.read_bytes()
    store.header().target = store.header().target  # so that it formats the units again
    for unit in store.units[1:]:
        text, unit.target = unit.target, ""
        unit.target = text
    assert bytes(store) == path.read_bytes()


@each_catalogue
def test_babel_writes_back_the_same_bytes_but_a_blank_line_at_the_end(path):
    written = io.BytesIO()
    with path.open("rb") as file:
        write_po(written, read_po(file), width=0)  # where it breaks a line is the other difference
    mark = f"Generated-By: Babel {babel.__version__}".encode()
    ours = re.sub(rb"Generated-By: Babel [\d.]+", mark, path.read_bytes())
    assert written.getvalue() == ours + b"\n"


@each_catalogue
def test_three_of_them_read_the_same_pairs(path):
    with path.open("rb") as file:
        babel = [(each.id, each.string) for each in read_po(file) if each.id]
    toolkit = [(unit.source, unit.target) for unit in pofile.parsefile(str(path)).units[1:]]
    assert babel
    assert babel == toolkit == [(each.msgid, each.msgstr) for each in polib.pofile(str(path))]


@pytest.mark.system
@each_catalogue
def test_msgcat_reads_the_same_pairs(path):
    assert pairs_of(path) == [(each.msgid, each.msgstr) for each in polib.pofile(str(path))]


@pytest.mark.system
@each_file
def test_msgcat_writes_back_the_same_bytes(path):
    assert run("msgcat", path) == path.read_bytes()


@pytest.mark.system
@each_catalogue
def test_msgfmt_and_i18nspector_find_nothing(path, tmp_path):
    command = ["msgfmt", "--check", "--check-header", "-v", "-o", tmp_path / "out.mo", path]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0
    assert re.fullmatch(r"\d+ translated messages?[^:]*\.\n", done.stderr)  # and no warning
    assert run("i18nspector", path) == b""


@pytest.mark.system
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


@pytest.mark.system
def test_gettext_the_command_reads_the_wheels_catalogues(tmp_path, distributions):
    with zipfile.ZipFile(distributions["wheel"]) as wheel:
        wheel.extractall(tmp_path)
    environment = {**os.environ, "LANGUAGE": "ja", "LC_ALL": utf8_locale()}
    environment["TEXTDOMAINDIR"] = str(tmp_path / "rv_i18n/locales")
    for entry in polib.pofile(str(LOCALES / "ja/LC_MESSAGES/rv_i18n.po")):
        said = run("gettext", "-d", "rv_i18n", entry.msgid, env=environment)
        assert said.decode() == entry.msgstr


def utf8_locale():
    """A locale other than C, in which GNU gettext translates nothing."""
    names = run("locale", "-a").decode().split()
    found = [name for name in names if re.search(r"utf-?8$", name, re.IGNORECASE)]
    assert found, "no UTF-8 locale on this machine"
    return found[0]


@pytest.mark.system
def test_sync_keeps_the_line_breaks_that_msgcat_puts_into_a_long_text(tmp_path):
    studio = Studio(tmp_path)
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
