"""The build: what goes into a wheel, and that it refuses what a look-up would refuse."""

from __future__ import annotations

import io
import shutil
from gettext import GNUTranslations

import pytest
from trees import edit, set_text

import hatch_build
from rv_i18n import CatalogError


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
