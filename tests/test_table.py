"""The reference table in its formats, read back by what reads such files."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from html.parser import HTMLParser

import docutils.core
import docutils.nodes
import jsonschema
import pytest
from conftest import ROOT
from markdown_it import MarkdownIt

from rv_i18n import ErrorCode, cli, locales, message
from rv_i18n.tools.reference.languages import direction, display_name, language_tag
from rv_i18n.tools.reference.rows import written_in
from rv_i18n.tools.reference.table import FORMATS, render

CELLS = [[str(int(code)), code.symbol] for code in ErrorCode]


def texts(locale):
    return [message(code, locale) for code in ErrorCode]


def read_rst(source):
    """The title, the label's names, the heads and the rows of a document, as docutils has them."""
    settings = {"halt_level": 2, "report_level": 2}  # a warning is an error
    document = docutils.core.publish_doctree(source, settings_overrides=settings)
    rows = [
        [entry.astext() for entry in row.findall(docutils.nodes.entry)]
        for row in document.findall(docutils.nodes.row)
    ]
    title = document.next_node(docutils.nodes.title).astext()
    return title, document["names"], rows[0], rows[1:]


class _Cells(HTMLParser):
    """The rows of an HTML table, as a browser would show them."""

    def __init__(self, html):
        super().__init__()
        self.rows = []
        self._inside = False
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        if tag == "tr":
            self.rows.append([])
        elif tag in ("td", "th"):
            self.rows[-1].append("")
            self._inside = True

    def handle_endtag(self, tag):
        if tag in ("td", "th"):
            self._inside = False

    def handle_data(self, data):
        if self._inside:
            self.rows[-1][-1] += data


def read_markdown(source):
    """The cells of a table as CommonMark with GitHub's tables reads them."""
    return _Cells(MarkdownIt("commonmark").enable("table").render(source)).rows


def test_rst_in_zh_cn_is_read_as_the_seed_file_is():
    seed = (ROOT / "tests/data/codes.rst").read_text(encoding="utf-8")
    assert read_rst(render("rst", ["zh_CN"])) == read_rst(seed)


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", ("Error code reference", "Message")),
        ("ja", ("エラーコード一覧", "メッセージ")),
        ("ko", ("오류 코드 참조표", "메시지")),
        ("zh_CN", ("异常码参照", "说明")),
        ("zh_TW", ("錯誤碼對照表", "說明")),
    ],
)
def test_rst_in_one_language_has_title_and_heads_in_it(locale, expected):
    title, names, heads, rows = read_rst(render("rst", [locale]))
    assert (title, heads[2]) == expected
    assert "header-n0" in names
    assert rows == [[*cells, text] for cells, text in zip(CELLS, texts(locale))]


def test_rst_in_all_languages_has_a_column_for_each():
    _, _, heads, rows = read_rst(render("rst", locales()))
    assert heads[:2] == ["Code", "Name"]
    shown = dict(zip(locales(), heads[2:]))
    assert (shown["en"], shown["ja"], shown["ko"]) == ("English", "日本語", "한국어")
    assert (shown["zh_CN"], shown["zh_TW"]) == ("简体中文", "繁體中文")
    assert [row[2:] for row in rows] == [list(each) for each in zip(*map(texts, locales()))]


@pytest.mark.parametrize("locale", locales())
def test_markdown_renders_as_a_table(locale):
    heads, *rows = read_markdown(render("markdown", [locale]))
    assert len(heads) == 3
    assert rows == [[*cells, text] for cells, text in zip(CELLS, texts(locale))]


def test_markup_in_a_text_is_shown_and_not_obeyed(checkout):
    chance = random.Random(604)
    pieces = [
        *r"""|*_`\<>[]()#-+.:!&~"'=^/{}$%@;,?""",
        "a",
        "1",
        "验",
        " ",
        "__",
        "::",
        "..",
        "&lt;",
        "](x)",
    ]
    nasty = ["".join(chance.choices(pieces, k=chance.randint(1, 12))) for _ in ErrorCode]
    nasty = [text if text.strip() else "x" for text in nasty]
    first = [
        "- a",
        "* a",
        "1. a",
        "(a) a",
        "#. a",
        ".. a",
        ":a: b",
        ">>> a",
        "a::",
        "| a",
        "----",
        "`a`_",
        "a_",
        "_a",
        "__a__",
        "**a**",
        "[1]_",
        "|a|",
        "<script>alert(1)</script>",
        "a|b",
        "\\|",
        "\\",
        "`|`",
        "-a",
        "--all",
        "/V",
        "A. a",
        "iv) a",
        "+",
        "a\\",
        "::",
        "=====",
        "!",
    ]
    nasty[: len(first)] = first
    checkout.write("en", {code.symbol: text for code, text in zip(ErrorCode, nasty)})
    expected = [" ".join(text.split()) for text in nasty]

    *_, rows = read_rst(checkout.run("table", "-l", "en", "-f", "rst").stdout)
    assert [row[2] for row in rows] == expected
    _, *rows = read_markdown(checkout.run("table", "-l", "en", "-f", "markdown").stdout)
    assert [row[2] for row in rows] == expected
    _, *rows = csv.reader(io.StringIO(checkout.run("table", "-l", "en", "-f", "csv").stdout))
    assert [row[2] for row in rows] == nasty


def test_a_line_break_in_a_text_breaks_no_row(checkout):
    checkout.write("en", {"FAIL": 'The "request",\nfailed'})
    for style, read in (("rst", lambda text: read_rst(text)[3]), ("markdown", read_markdown)):
        rows = read(checkout.run("table", "-l", "en", "-f", style).stdout)
        assert ["100", "FAIL", 'The "request", failed'] in rows
    lines = checkout.run("table", "-l", "en").stdout.splitlines()
    assert len(lines) == 2 + 1 + len(ErrorCode)


def test_csv_is_rfc_4180_in_utf_8_with_no_bom(checkout):
    checkout.write("en", {"FAIL": 'The "request",\nfailed'})
    done = checkout.run("table", "-l", "en", "-l", "zh_CN", "-f", "csv", encoding=None)
    assert done.stdout.startswith(b"code,symbol,en,zh_CN\r\n")
    assert b'100,FAIL,"The ""request"",\nfailed",' + "失败\r\n".encode() in done.stdout
    assert done.stdout.count(b"\r\n") == 1 + len(ErrorCode)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8"), newline="")))
    assert [row["zh_CN"] for row in rows] == texts("zh_CN")


def test_json_is_what_its_schema_says():
    schema = json.loads((ROOT / "docs/table.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    for chosen in (locales(), ["ja"]):
        objects = json.loads(render("json", chosen))
        validator.validate(objects)
        assert objects == [
            {
                "code": int(code),
                "symbol": code.symbol,
                "messages": {locale: message(code, locale) for locale in chosen},
            }
            for code in ErrorCode
        ]
    assert not validator.is_valid([{"code": "604", "symbol": "A", "messages": {"en": "a"}}])
    assert not validator.is_valid([{"code": 604, "symbol": "A", "messages": {}}])


def test_text_lines_its_columns_up_by_display_width():
    _, _, *lines = render("text", ["ja", "en"]).splitlines()
    wide = re.compile(
        "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]"
    )
    doubled = [wide.sub("##", line) for line in lines]
    assert lines[0].split() == ["コード", "名称", "日本語", "English"]
    columns = {line.index(message(code, "en")) for code, line in zip(ErrorCode, doubled[1:])}
    assert columns == {doubled[0].index("English")}
    assert lines == [line.rstrip() for line in lines]


def test_the_command_knows_the_formats_that_there_are():
    assert set(cli.FORMATS) == set(FORMATS)


def test_languages_are_named_tagged_and_directed_by_cldr():
    known = {
        "en": ("en", "ltr", "English"),
        "zh_TW": ("zh-TW", "ltr", "繁體中文"),
        "zh_HK": ("zh-HK", "ltr", "中文 (繁體字, 中國香港特別行政區)"),
        "sr_Latn": ("sr-Latn", "ltr", "srpski (latinica)"),
        "ar": ("ar", "rtl", "العربية"),
        "pt_BR": ("pt-BR", "ltr", "português (Brasil)"),
        "tlh": ("tlh", "ltr", "tlh"),
        "nonsense!": ("nonsense!", "ltr", "nonsense!"),
    }
    found = {name: (language_tag(name), direction(name), display_name(name)) for name in known}
    assert found == known


def test_a_text_that_a_catalogue_lacks_is_known_to_be_in_another_language(checkout):
    checkout.write("vo", {"FAIL": "La requête a échoué"})
    checkout.write("en", {"SUCCESS": ""})
    ask = (
        "from rv_i18n.tools.reference.rows import written_in as w; print(*map(w('vo').get, {0!r}))"
    )
    symbols = ["FAIL", "SUCCESS", "APIError"]
    done = checkout.python("-c", ask.format(symbols))
    assert done.stdout.split() == ["vo", "zh_CN", "en"]
    assert set(written_in("ja").values()) == {"ja"}
