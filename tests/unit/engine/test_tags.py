"""Names of languages: tags, POSIX names, the forms of Java and Android, and folder names."""

from __future__ import annotations

import re
from locale import locale_alias

import pytest
from trees import Colour, case_name, catalog_for, write

from rv_i18n._engine.negotiation import Negotiator
from rv_i18n._engine.tags import parse_tag

CATALOGUES = [
    "bg",
    "de",
    "en",
    "es_419",
    "ja",
    "ko",
    "nb",
    "sr",
    "sr_Latn",
    "tlh",
    "vgt",
    "zh_CN",
    "zh_TW",
]


def best(locale):
    """The best of the catalogues, or ``None``."""
    return next(iter(Negotiator(dict.fromkeys(CATALOGUES, 0)).fitting(locale)), None)


# A name and its catalogue; "-" is none of them.
FORMS = {
    "BCP 47": """
        ja ja JA-jp ja zh-Hans-CN zh_CN zh-Hant-HK zh_TW zh-cmn-Hans-CN zh_CN zh-yue-HK zh_TW
        de-DE-u-co-phonebk de zh-Hans-u-co-pinyin zh_CN ja-x-private ja de-1996 de zh-158 zh_TW
        sr-Latn-RS sr_Latn es-MX es_419 zh-cmn-abc-abd-TW zh_TW zh-cmn-Hans-HK zh_CN
    """,
    "deprecated and long": """
        cmn-Hans zh_CN cmn-Hant zh_TW jpn ja deu de kor ko i-klingon tlh zh-guoyu zh_CN no-bok nb
        sgn-BE-NL vgt sh sr_Latn zh-min-nan zh_CN
    """,
    "Windows": "zh-CHS zh_CN zh-CHT zh_TW zh-cht zh_TW",
    "POSIX": """
        ja_JP ja ja_JP.eucJP ja zh_TW.Big5 zh_TW zh_HK.UTF-8@stroke zh_TW sr_RS@latin sr_Latn
        sr_RS.UTF-8@cyrillic sr sr_RS@euro sr de_DE@euro de sr@Latin sr_Latn uz@cyrillic -
    """,
    "Java": """
        zh_CN_#Hans zh_CN zh_TW_#Hant zh_TW zh__#Hant zh_TW zh_#Hant zh_TW zh_HK_#Hans zh_CN
        sr__#Latn sr_Latn sr_BA_#Latn sr_Latn sr_RS_#Latn-x-lvariant sr_Latn
        ja_JP_JP_#u-ca-japanese ja th_TH_TH_#u-nu-thai - de__POSIX -
    """,
    "Android": """
        b+zh+Hant+TW zh_TW b+sr+Latn sr_Latn b+es+419 es_419 b+ja ja b+zh+Hans+HK zh_CN
        zh-rTW zh_TW zh-rCN zh_CN ja-rJP ja yue-rHK zh_TW
    """,
    "gettext's old names": """
        japanese ja Japanese ja japanese.euc ja german de korean ko bokmal nb chinese-t zh_TW
        chinese-s zh_CN klingons - bulgarian bg
    """,
    "no language": """
        - - _ - jp - a - ja--JP - ja/JP - zz! - ja-abcdefghi - b+ - -rTW - #Hant - @latin - 12 -
        1a - x-ja - .UTF-8 - \u212ao - ja-u\u017f - ja-\ufb05 - ｊａ - jа -
    """,
}


def pairs(text):
    """Each second word of a text belongs to the one before it."""
    words = text.split()
    return list(zip(words[::2], words[1::2]))


CASES = [(kind, *pair) for kind, text in FORMS.items() for pair in pairs(text)]
CASES += [("spaces", *pair) for pair in (("", "-"), (" ", "-"), ("j a", "-"), (" ja\t", "ja"))]


@pytest.mark.parametrize(("kind", "tag", "name"), CASES, ids=case_name)
def test_a_name_of_a_language_in_any_form_finds_its_catalogue(kind, tag, name):
    expected = None if name == "-" else name
    assert best(tag) == best([tag]) == best(f"{tag};q=0.5, fr;q=0") == expected, kind


def test_every_old_name_that_gettext_knows_is_its_language():
    old = {
        name: alias
        for name, alias in locale_alias.items()
        if re.match("[a-z]{4}", name) and name.isascii() and "." not in name
    }
    assert {"german", "german_germany", "japanese", "japanese-euc"} <= set(old)
    for name, alias in old.items():
        tag = parse_tag(name)
        assert (tag.language if tag else "C") == re.match("[a-z]{2}|C", alias)[0], name


def test_a_tag_of_255_characters_is_read_and_a_longer_one_is_not():
    longest = "ja-x" + "-abcdefgh" * 27 + "-abcdefg"
    assert len(longest) == 255
    for locale in (longest, f"{longest},ko", (longest, "ko")):
        assert best(locale) == "ja"
    for locale in (f"{longest}h,ko", (f"{longest}h", "ko")):
        assert best(locale) == "ko"


FOLDERS = dict(
    pairs("""
    zh_TW zh-TW zh_Hans zh-Hans sr@latin sr-Latn pt_br pt-BR ca_ES_valencia ca-ES-valencia JA ja
    ca@valencia ca-valencia de_formal de-formal be_tarask be-tarask tlh_Latn tlh-Latn
    sl_rozaj_biske sl-rozaj-biske de_1abc de-1abc nso nso
    qps_ploc qps-Ploc sl_rozaj sl-rozaj de_1996 de-1996 de@euro de en@quot en
    en@boldquot en-boldquot en@muchtoolong en ja_JP.UTF-8 ja-JP zh_CN_#Hans zh-Hans-CN
    b+sr+Latn sr-Latn zh-rTW zh-TW i-klingon tlh japanese ja-JP de,formal;q=0 und ja;q=0 und * und
    C und POSIX und C.UTF-8 und templates und 日本語 und x-private und - und , und
    """)
)
FOLDERS.update({" ja ": "ja", "en@a b\r\nX: y": "en", "\udcff": "und", "a" * 200: "und"})


@pytest.fixture(scope="module")
def folders(tmp_path_factory):
    """Catalogues in folders of all these names."""
    directory = tmp_path_factory.mktemp("folders")
    for name in FOLDERS:
        write(directory, name, RED="red")
    return catalog_for(directory, codes=Colour)


@pytest.mark.parametrize("name", FOLDERS, ids=case_name)
def test_a_catalogue_is_reached_by_its_own_folders_name_whatever_that_is(folders, name):
    assert folders.locales() == sorted(FOLDERS)
    for locale in (name, [name], (name, "ja")):
        assert folders.negotiate(locale) == name
        assert folders.lookup(1, locale).locale == name


@pytest.mark.parametrize(("name", "tag"), FOLDERS.items(), ids=case_name)
def test_a_message_has_a_well_formed_tag_whatever_the_folder_is_called(folders, name, tag):
    language = folders.lookup(1, name).language
    assert language == tag
    # RFC 5646 section 2.1, without extensions and private use
    assert re.fullmatch(
        "[a-z]{2,3}(-[A-Z][a-z]{3})?(-[A-Z]{2}|-[0-9]{3})?(-([a-z0-9]{5,8}|[0-9][a-z0-9]{3}))*", tag
    )


def test_a_folders_name_is_found_in_any_case_and_with_either_hyphen():
    negotiator = Negotiator(dict.fromkeys(["de_formal", "pt-br", "qps_ploc", "Templates"], 0))
    for asked, name in (
        *(("DE-Formal", "de_formal"), ("pt_BR", "pt-br"), ("QPS-PLOC", "qps_ploc")),
        *(("templates", "Templates"), ("qps", "qps_ploc")),
    ):
        assert negotiator.fitting(asked)[0] == name


def test_if_two_folders_differ_only_by_case_the_exact_one_wins():
    negotiator = Negotiator(dict.fromkeys(["JA", "ja", "zh_CN", "zh_Hans"], 0))
    for name in ("JA", "ja", "zh_CN", "zh_Hans"):
        assert negotiator.fitting(name)[0] == name
    assert set(negotiator.fitting("ja-JP")) == {"JA", "ja"}
