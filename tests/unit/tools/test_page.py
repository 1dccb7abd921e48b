"""The page as a file: whole, self-contained, escaped. What a browser does is in tests/browser."""

from __future__ import annotations

import json
import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest
from records import MANY, SEARCHED, project_of_many_languages, searched_project, several_lists
from trees import ROOT, write, write_project

from rv_i18n import __version__, use_locale
from rv_i18n._engine.tags import language_tag
from rv_i18n.tools.project import load_project, shipped_project
from rv_i18n.tools.reference.page import page
from rv_i18n.tools.reference.rows import reference
from rv_i18n.tools.reference.table import as_table


class Page(HTMLParser):
    """The elements of a page: tag, attributes, and the text directly inside."""

    VOID = frozenset({"meta", "link", "input", "path"})

    def __init__(self, html):
        super().__init__()
        self.elements = []
        self._open = []
        self.feed(html)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])
        if tag not in self.VOID:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag, attrs):
        self.elements.append([tag, dict(attrs), ""])

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        if self._open:
            self._open[-1][2] += data

    def all(self, tag):
        return [(attributes, text) for name, attributes, text in self.elements if name == tag]


def page_of(project, locales=None):
    return page(reference(project, locales or project.catalog().locales()))


def shown(html):
    """The texts of a page, each with its language."""
    paragraphs = Page(html).all("p")
    return [(attributes["lang"], text) for attributes, text in paragraphs if "lang" in attributes]


def given(html):
    """What the page's script is given."""
    (text,) = [text for attributes, text in Page(html).all("script") if "type" in attributes]
    return json.loads(text)


@pytest.fixture
def whole(tmp_path):
    return page_of(searched_project(tmp_path))


def test_the_page_has_every_text_in_its_language_without_javascript(whole):
    assert shown(whole) == [
        (language_tag(locale), text) for row in SEARCHED for locale, text in row["messages"].items()
    ]


def test_every_code_can_be_linked_to(whole):
    rows = [attributes["id"] for attributes, _ in Page(whole).all("tr") if "id" in attributes]
    assert rows == [str(row["code"]) for row in SEARCHED]


def headings(html):
    """Those of the tables that a reader sees first."""
    found = ("Results", "Further away", "The closest")
    return [text for _, text in Page(html).all("h2") if text not in found]


def test_the_shipped_codes_stand_in_families_under_a_line_about_them():
    html = page_of(shipped_project(), ["en"])
    assert headings(html)[:2] == ["General", "Requests, permissions and verification codes"]
    about = [text for attributes, text in Page(html).all("p") if "data-label" in attributes]
    assert about == [
        "The codes that the Renderbus API returns, and what they mean",
        "What to do is advice of this project, not of Renderbus",
    ]


def test_the_codes_of_another_project_stand_under_its_own_title_and_families(tmp_path):
    codes = {"LOST": -1, "DISK_FULL": 10, "NO_SEAT": 20}
    table = 'title = "Codes of a studio"\n'
    html = page_of(write_project(tmp_path, codes, {"en": {"LOST": "Lost"}}, table))
    assert [text for _, text in Page(html).all("h1")] == ["Codes of a studio"]
    assert (headings(html), html.count("<tbody")) == ([], 4)
    assert not [1 for attributes, _ in Page(html).all("p") if "data-label" in attributes]
    table += 'families = {10 = "Disks", 20 = "Licences"}'
    html = page_of(write_project(tmp_path, codes, {}, table))
    assert (headings(html), html.count("<tbody")) == (["Disks", "Licences"], 6)


def test_the_page_is_small_and_asks_for_nothing(whole):
    assert len(whole.encode()) < 90_000
    addresses = [
        value
        for _, attributes, _ in Page(whole).elements
        for name, value in attributes.items()
        if name in ("src", "href", "action", "srcset", "data", "poster")
    ]
    assert {address[:1] for address in addresses if address != "data:,"} == {"#"}
    assert not re.search(r"url\(|@import|https?:", whole)


def test_the_policy_allows_its_own_style_and_script_alone(whole):
    read = Page(whole)
    ((meta, _),) = [each for each in read.all("meta") if "http-equiv" in each[0]]
    (style,), (script,) = (
        [text for attributes, text in read.all(tag) if not attributes]
        for tag in ("style", "script")
    )
    for kind, content, file in (("style", style, "page.css"), ("script", script, "page.js")):
        source = ROOT / "rv_i18n/tools/reference" / file
        assert content == source.read_text(encoding="utf-8")
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in meta["content"]
    assert meta["content"].startswith("default-src 'none';")
    assert not [
        name for _, attributes, _ in read.elements for name in attributes if name.startswith("on")
    ]


def test_the_page_says_which_version_made_it(whole):
    names = [attributes for attributes, _ in Page(whole).all("meta") if "name" in attributes]
    assert {"name": "generator", "content": f"rv-i18n {__version__}"} in names


def test_in_the_source_of_the_page_each_code_is_a_line(whole):
    tables = re.findall(r"<tbody[^>]*>\n(.+?)</tbody>", whole, re.DOTALL)
    lines = [line for table in tables for line in table.splitlines()]
    assert [line[: line.find("><")] for line in lines] == [
        f'<tr role="row" id="{row["code"]}"' for row in SEARCHED
    ]


def test_the_script_is_given_what_it_reads_and_no_more(tmp_path):
    html = page_of(project_of_many_languages(tmp_path), ["ar", "en", "fr"])
    data = given(html)
    read = re.search(r"const \{ (.+) \} = JSON\.parse\(", html)[1]
    assert sorted(read.split(", ")) == sorted(data)
    assert [language["locale"] for language in data["languages"]] == ["ar", "en", "fr"]
    assert data["first"] == 1


def test_the_script_knows_which_language_a_reader_of_another_is_shown(tmp_path):
    shown = {
        "nn-Latn": "nb", "tlh": "tlh", "en-Latn": "en", "az-Cyrl": "az_Cyrl", "az-Latn": None,
        "pt-Latn": "pt_PT", "pt-Latn-BR": "pt_BR", "pt-Latn-MX": "pt_BR",
        "zh-Hans": None, "zh-Hant": "zh_TW", "zh-Hant-MO": "zh_HK",
        # A region that makes no difference is left out.
        "nn-Latn-SE": None, "pt-Latn-AO": None, "pt-Latn-DE": None, "zh-Hant-US": None,
    }  # fmt: skip
    locales = ["az_Cyrl", "en", "nb", "pt_BR", "pt_PT", "tlh", "zh_HK", "zh_TW"]
    project = write_project(tmp_path, {"A": 1}, {locale: {"A": locale} for locale in locales})
    fitting = given(page_of(project))["fitting"]
    assert {key: fitting.get(key, [None])[0] for key in shown} == shown
    assert fitting["nn-Latn"][1] > fitting["pt-Latn"][1] > fitting["pt-Latn-BR"][1] == 0


def test_a_page_in_one_language_is_in_that_language(tmp_path):
    read = Page(page_of(searched_project(tmp_path), ["zh_CN"]))
    assert read.all("html")[0][0]["lang"] == "zh-CN"
    assert read.all("title")[0][1] == "异常码参照"
    assert [text for _, text in read.all("th")][:3] == ["异常码", "异常码描述", "说明"]
    assert read.all("select") == []


def test_without_javascript_the_page_is_in_the_default_language_that_it_shows(tmp_path):
    project = project_of_many_languages(tmp_path)
    languages = {
        locales: Page(page_of(project, locales.split())).all("html")[0][0]["lang"]
        for locales in ("", "ar fr en", "zh_TW fr")
    }
    assert languages == {"": "en", "ar fr en": "en", "zh_TW fr": "zh-TW"}


def test_the_default_language_is_not_that_of_whoever_makes_the_page(tmp_path):
    with use_locale("fr"):
        read = Page(page_of(project_of_many_languages(tmp_path), ["ar", "en", "fr"]))
    assert read.all("html")[0][0]["lang"] == "en"


def test_words_that_are_not_translated_are_marked_as_english_without_javascript(tmp_path):
    texts = {"ar": {"A": "فشل"}, "ja": {"A": "失敗"}, "en_GB": {"A": "Failed"}}
    project = write_project(tmp_path, {"A": 1}, texts)
    for locale, marked in [("ar", "en"), ("ja", None), ("en_GB", None)]:
        heads = Page(page_of(project, [locale])).all("th")
        assert [head.get("lang") for head, _ in heads if "data-label" in head] == [marked] * 12


def test_markup_in_a_catalogue_is_shown_and_not_obeyed(tmp_path):
    nasty = """<script>alert("1")</script>&amp;'</p></script><!--"""
    title = f"title = {json.dumps(nasty)}"
    html = page_of(write_project(tmp_path, {"FAIL": 1}, {"en": {"FAIL": nasty}}, title))
    assert shown(html) == [("en", nasty)]
    assert [text for _, text in Page(html).all("h1")] == [nasty]
    assert len(Page(html).all("script")) == 2


def test_a_text_from_another_language_says_so(tmp_path):
    html = page_of(project_of_many_languages(tmp_path), ["fr"])
    assert shown(html)[:2] == [
        ("en", MANY["en"]["FAIL"]),
        ("fr", MANY["fr"]["VALIDATE_CODE_ERROR"]),
    ]
    read = Page(html)
    assert [text for _, text in read.all("small")] == ["English"] * 4
    texts = [attributes for attributes, _ in read.all("p") if "lang" in attributes]
    assert [(each["lang"], each.get("class")) for each in texts][:2] == [
        ("en", "borrowed"),
        ("fr", None),
    ]


def test_a_code_without_a_text_shows_its_name_in_no_language(tmp_path):
    html = page_of(write_project(tmp_path, {"A": 1, "B": 2}, {"fr": {"A": "Tout va bien"}}))
    assert shown(html) == [("fr", "Tout va bien"), ("und", "B")]
    assert Page(html).all("small") == []


def test_a_catalogue_whose_name_is_no_language_is_shown_in_none(tmp_path):
    texts = {"en": {"A": "All is well"}, "simplified_chinese": {"A": "一切正常"}}
    html = page_of(write_project(tmp_path, {"A": 1}, texts))
    assert shown(html) == [("en", "All is well"), ("und", "一切正常")]


def test_a_language_written_from_the_right_says_so(tmp_path):
    project_of_many_languages(tmp_path)
    write(tmp_path / "locales", "dv", domain="studio", FAIL="ފެއިލް")
    read = Page(page_of(load_project(str(tmp_path)), ["dv"]))
    assert read.all("html")[0][0] == {"lang": "dv", "dir": "rtl"}
    directions = [attributes["dir"] for attributes, _ in read.all("p") if "lang" in attributes]
    assert directions[:2] == ["rtl", "ltr"]


def test_a_row_is_linked_by_its_code_or_by_its_name_if_others_have_that(tmp_path):
    project = several_lists(tmp_path)
    found = Page(page(reference(project, ["en"]))).elements
    ids = [attributes["id"] for tag, attributes, _ in found if tag == "tr" and "id" in attributes]
    assert ids == ["FAILED", "queue.FAILED", "7", "BIL-0002", "BIL-0001"]
    links = [attributes["href"] for tag, attributes, _ in found if tag == "a"]
    assert links == [f"#{each}" for each in ids]


def test_what_the_script_reads_is_not_taken_for_a_code_that_is_called_so(tmp_path):
    project = write_project(tmp_path, {}, {"en": {}})
    source = "class E(CodeStrEnum):\n    A = 'data'\n    B = 'copy'\n    C = 'not found'\n"
    (tmp_path / "errors.py").write_text(source, encoding="utf-8")
    elements = Page(page_of(project)).elements
    ids = [attributes["id"] for _, attributes, _ in elements if "id" in attributes]
    assert ids[-3:] == ["data", "copy", "not_found"]  # HTML allows no space
    assert len(ids) == len({*ids})


def test_codes_that_are_strings_are_of_no_family(tmp_path):
    project = several_lists(tmp_path)
    families = {0: "Few", 6: "Many"}
    html = page(reference(project, ["en"])._replace(families=families))
    found = Page(html).elements
    assert [text for tag, _, text in found if tag == "h2"][-2:] == ["Few", "Many"]
    assert sum(tag == "table" for tag, _, _ in found) == 6  # with those of what is found


def facts_and_actions(directory):
    texts = {
        "en": {"A": "It failed", "A.action": "Try again", "A.search": "broken"},
        "ja": {"A": "失敗しました"},
    }
    write_project(directory, {"A": 1}, texts)
    source = """
from rv_i18n import CodeEnum, code


class Errors(CodeEnum):
    A = code(1, "A <node> died", status=507, deprecated="use B")
    B = code(2, deprecated=True)
    C = 3
"""
    (directory / "errors.py").write_text(source, encoding="utf-8")
    return load_project(str(directory))


def test_a_code_has_what_to_do_when_it_is_sent_and_its_facts(tmp_path):
    read = Page(page_of(facts_and_actions(tmp_path), ["ja"]))
    labels = [text for attributes, text in read.all("b")]
    assert labels == ["対処方法", "非推奨", "返される場合", "非推奨"]
    assert [(each.get("lang"), text) for each, text in read.all("span") if "lang" in each] == [
        ("en", "Try again"),
        ("en", "use B"),
        ("en", "A <node> died"),
    ]
    assert [text for each, text in read.all("code")] == ["A", "status: 507", "B", "C"]


def test_the_script_is_given_the_words_that_people_use_and_no_reader_is_shown_them(tmp_path):
    html = page_of(facts_and_actions(tmp_path), ["en", "ja"])
    assert given(html)["words"] == [["broken"], [], []]
    assert html.count("broken") == 1


def test_a_project_translates_title_sections_and_labels_itself(tmp_path):
    table = 'title = "Codes of a studio"\nfamilies = {1 = "Disks", 2 = "Licences"}'
    texts = {"ja": {"A": "失敗"}, "tlh": {"A": "luj"}}
    project = write_project(tmp_path, {"A": 1, "B": 2}, texts, table)
    words = {"Codes of a studio": "スタジオのコード", "Disks": "ディスク", "Message": "文"}
    write(tmp_path / "locales", "ja", domain="studio_page", **words)
    write(tmp_path / "locales", "tlh", domain="studio_page", Search="nej")
    read = Page(page_of(project, ["ja"]))
    assert [text for _, text in read.all("title")] == ["スタジオのコード"]
    assert [text for _, text in read.all("h2")][-2:] == ["ディスク", "Licences"]
    assert [text for _, text in read.all("th")][:3] == ["コード", "名称", "文"]
    assert as_table(reference(project, ["ja"])).title == "スタジオのコード"
    languages = given(page_of(project, ["ja", "tlh"]))["languages"]
    assert languages[1]["labels"]["search"] == "nej"
    assert "search" not in languages[1]["english"]
    assert "language" in languages[1]["english"]
