"""The page as a file: whole, self-contained, escaped. What a browser does is in tests/browser."""

from __future__ import annotations

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from rv_i18n import ErrorCode, locales, message
from rv_i18n.tools.reference.languages import language_tag
from rv_i18n.tools.reference.page import page


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


@pytest.fixture(scope="module")
def whole():
    return page(locales())


def test_the_page_has_every_text_in_its_language_without_javascript(whole):
    expected = [
        (language_tag(locale), message(code, locale)) for code in ErrorCode for locale in locales()
    ]
    shown = [
        (attributes["lang"], text)
        for attributes, text in Page(whole).all("p")
        if "lang" in attributes
    ]
    assert shown == expected


def test_every_code_can_be_linked_to(whole):
    rows = [attributes["id"] for attributes, _ in Page(whole).all("tr") if "id" in attributes]
    assert rows == [str(int(code)) for code in ErrorCode]


def test_the_codes_stand_in_families_under_headings(whole):
    assert [text for _, text in Page(whole).all("h2")] == [
        "General",
        "Requests, permissions and verification codes",
        "Accounts and signing in",
        "Registration, payment and invoices",
        "Server cache, file transfer and SDK",
    ]


def test_the_page_is_small_and_asks_for_nothing(whole):
    assert len(whole.encode()) < 12_000 * len(locales())
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
    for kind, content in (("style", style), ("script", script)):
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert f"{kind}-src 'sha256-{digest}'" in meta["content"]
    assert meta["content"].startswith("default-src 'none';")
    assert not [
        name for _, attributes, _ in read.elements for name in attributes if name.startswith("on")
    ]


def test_a_page_in_one_language_is_in_that_language():
    read = Page(page(["zh_CN"]))
    assert read.all("html")[0][0]["lang"] == "zh-CN"
    assert read.all("title")[0][1] == "异常码参照"
    assert [text for _, text in read.all("th")][:3] == ["异常码", "异常码描述", "说明"]
    assert read.all("select") == []


def test_markup_in_a_catalogue_is_shown_and_not_obeyed(checkout):
    nasty = """<script>alert("1")</script>&amp;'</p></script><!--"""
    checkout.write("en", {"FAIL": nasty})
    html = checkout.run("table", "-f", "html").stdout
    read = Page(html)
    in_english = [text for attributes, text in read.all("p") if attributes.get("lang") == "en"]
    assert in_english[:1] == [nasty]
    assert len(read.all("script")) == 2


def test_a_text_from_another_language_says_so(checkout):
    checkout.write("vo", {"SUCCESS": "Réponse normale"})
    read = Page(checkout.run("table", "-l", "vo", "-f", "html").stdout)
    shown = [
        (attributes["lang"], text) for attributes, text in read.all("p") if "lang" in attributes
    ]
    assert shown[:2] == [("en", message(100, "en")), ("vo", "Réponse normale")]


def test_a_language_written_from_the_right_says_so(checkout):
    checkout.write("ckb", {"FAIL": "فشل"})
    read = Page(checkout.run("table", "-l", "ckb", "-f", "html").stdout)
    assert read.all("html")[0][0] == {"lang": "ckb", "dir": "rtl"}
    directions = [attributes["dir"] for attributes, _ in read.all("p") if "lang" in attributes]
    assert directions[:2] == ["rtl", "ltr"]
