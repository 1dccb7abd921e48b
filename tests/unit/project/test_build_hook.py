"""The build: what goes into a wheel, and that it refuses what a look-up would refuse."""

from __future__ import annotations

import io
import re
import shutil
from gettext import GNUTranslations

import pytest
from trees import edit, set_text

import hatch_build
from rv_i18n import CatalogError
from rv_i18n._engine.mo import read_mo
from rv_i18n._engine.po import read_texts


def built(studio, version="standard"):
    """The names in the wheel, and what they hold."""
    hook = hatch_build.CatalogueHook(str(studio.root), {}, None, None, "", "wheel")
    build_data = {"force_include": {}}
    hook.initialize(version, build_data)
    files = {}
    for source, name in build_data["force_include"].items():
        with open(source, "rb") as file:
            files[name] = file.read()
    hook.finalize(version, build_data, "")
    return files


def texts_of(mo):
    return {key: text for key, text in GNUTranslations(io.BytesIO(mo))._catalog.items() if key}


def test_every_catalogue_goes_in_with_its_texts(studio):
    files = built(studio)
    assert len(files) == 10
    assert files["rv_i18n/locales/ja/LC_MESSAGES/my_studio.po"] == studio.ja.read_bytes()
    texts = texts_of(files["rv_i18n/locales/ja/LC_MESSAGES/my_studio.mo"])
    assert texts["BAD FILES"] == "ファイルが壊れています"
    assert len(texts) == 7


def test_what_readers_are_not_shown_stays_out(studio):
    set_text(studio.ja, "FAIL", "")
    edit(studio.ja, 'match\nmsgid "CODE', 'match\n#, fuzzy\nmsgid "CODE')
    edit(studio.ja, 'msgid "SUCCESS"', 'msgctxt "x"\nmsgid "SUCCESS"')
    with studio.ja.open("a", encoding="utf-8") as file:
        file.write('\nmsgid "APIError"\nmsgstr "二番"\n\n#~ msgid "OLD"\n#~ msgstr "旧"\n')
    texts = texts_of(built(studio)["rv_i18n/locales/ja/LC_MESSAGES/my_studio.mo"])
    assert set(texts) == {"FORBIDDEN", "NO_LICENSE", "BAD FILES", "APIError"}
    assert texts["APIError"] == "例外が発生しました"  # of two, the first


@pytest.mark.parametrize(
    "field", ["Plural-Forms: nplurals=x; plural=(", "Content-Type: text/plain; charset=idna"]
)
def test_no_header_keeps_a_reader_of_the_mo_from_its_texts(studio, field):
    path = studio.po("en")  # in ASCII
    name = field.partition(":")[0]
    lines = path.read_text(encoding="utf-8").split("\n")
    lines = [f'"{field}\\n"' if line.startswith(f'"{name}') else line for line in lines]
    path.write_text("\n".join(lines), encoding="utf-8")
    texts = texts_of(built(studio)["rv_i18n/locales/en/LC_MESSAGES/my_studio.mo"])
    assert texts["FAIL"] == "It failed"


def test_plurals_go_in_with_their_rule_and_the_forms_that_there_are(studio):
    path = studio.po("en")
    text = path.read_text(encoding="utf-8")
    for symbol, form in (("FAIL", "They failed"), ("SUCCESS", "")):
        text = re.sub(
            rf'(msgid "{symbol}"\n)msgstr (.*)\n',
            rf'\1msgid_plural "{symbol}"\nmsgstr[0] \2\nmsgstr[1] "{form}"\n',
            text,
        )
    path.write_text(text, encoding="utf-8")
    mo = built(studio)["rv_i18n/locales/en/LC_MESSAGES/my_studio.mo"]
    for catalogue in (read_mo(mo), read_texts("en.po", path.read_bytes())):
        assert (catalogue["FAIL"].forms, catalogue["SUCCESS"].forms) == (
            *(("It failed", "They failed"), ("All is well", "")),
        )
        assert catalogue["FAIL"].rule == "nplurals=2; plural=(n != 1);"
    gnu = GNUTranslations(io.BytesIO(mo))
    assert [gnu.ngettext("FAIL", "FAIL", n) for n in (1, 2)] == ["It failed", "They failed"]


def test_two_domains_of_a_language_go_in_side_by_side(studio):
    shutil.copy(studio.ja, studio.ja.with_name("other.po"))
    files = built(studio)
    assert "rv_i18n/locales/ja/LC_MESSAGES/other.mo" in files
    assert len(files) == 12


def test_an_editable_install_gets_nothing(studio):
    assert built(studio, "editable") == {}


def test_a_tree_without_catalogues_is_an_error(studio):
    shutil.rmtree(studio.locales)
    with pytest.raises(CatalogError, match="locales: no catalogue to compile"):
        built(studio)


def test_a_faulty_catalogue_is_named_with_its_line(studio):
    edit(studio.ja, 'msgstr "失敗しました"', 'msgstr "失敗しました')
    with pytest.raises(CatalogError, match=r"locales/ja/LC_MESSAGES/my_studio.po:22: a string is"):
        built(studio)
