"""The reference table in its formats, read back by what reads such files."""

from __future__ import annotations

import csv
import io
import json
import random
import re
from enum import IntEnum
from html import escape
from html.parser import HTMLParser
from urllib.parse import unquote

import docutils.core
import docutils.nodes
import docutils.utils
import jsonschema
import pytest
from babel import Locale
from markdown_it import MarkdownIt
from records import MANY, SEARCHED, project_of_many_languages, searched_project, several_lists
from trees import ROOT, catalog_for, plurals, write, write_project

from rv_i18n import cli
from rv_i18n.cli import arguments
from rv_i18n.tools.languages import direction, display_name
from rv_i18n.tools.po.layout import expected_entries
from rv_i18n.tools.project import shipped_project
from rv_i18n.tools.reference.formats import FORMATS, render
from rv_i18n.tools.reference.rows import reference, rows

CELLS = [[str(row["code"]), row["symbol"]] for row in SEARCHED]
LOCALES = list(SEARCHED[0]["messages"])


@pytest.fixture(scope="module")
def searched(tmp_path_factory):
    """Renders the codes of data/searched.json."""
    project = searched_project(tmp_path_factory.mktemp("searched"))
    return lambda style, locales: render(style, reference(project, locales))


def texts(locale):
    return [row["messages"][locale] for row in SEARCHED]


def doctree(source):
    settings = {"halt_level": 2, "report_level": 2}  # a warning is an error
    return docutils.core.publish_doctree(source, settings_overrides=settings)


def read_rst(source):
    """The title, the heads and the rows of a document, as docutils has them."""
    document = doctree(source)
    rows = [
        [entry.astext() for entry in row.findall(docutils.nodes.entry)]
        for row in document.findall(docutils.nodes.row)
    ]
    title = document.next_node(docutils.nodes.title).astext()
    return title, rows[0], rows[1:]


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


WRITTEN = {
    "text": """\
Codes of a studio

コード  名称       日本語                  English
1       FAIL       It failed (en)          It failed
604     DISK_FULL  ディスクがいっぱいです  A *full* disk
""",
    "rst": r"""
Codes of a studio
=================

.. list-table::
   :header-rows: 1
   :widths: auto

   * - コード
     - 名称
     - 日本語
     - English
   * - .. container::
          :name: studio-1

          1

     - FAIL
     - It failed (en)
     - It failed
   * - .. container::
          :name: studio-604

          604

     - DISK_FULL
     - ディスクがいっぱいです
     - A \*full\* disk
"""[1:],
    "markdown": r"""
# Codes of a studio

| コード                          | 名称        | 日本語                 | English               |
| ------------------------------- | ----------- | ---------------------- | --------------------- |
| <a id="1" href="#1">1</a>       | `FAIL`      | It failed (en)         | It failed             |
| <a id="604" href="#604">604</a> | `DISK_FULL` | ディスクがいっぱいです | A &#42;full&#42; disk |
"""[1:],
    "csv": "code,symbol,ja,en\r\n1,FAIL,It failed,It failed\r\n"
    "604,DISK_FULL,ディスクがいっぱいです,A *full* disk\r\n",
    "json": """\
[
  {
    "code": 1,
    "symbol": "FAIL",
    "messages": {
      "ja": "It failed",
      "en": "It failed"
    },
    "borrowed": {
      "ja": "en"
    }
  },
  {
    "code": 604,
    "symbol": "DISK_FULL",
    "messages": {
      "ja": "ディスクがいっぱいです",
      "en": "A *full* disk"
    }
  }
]
""",
}


@pytest.mark.parametrize("style", WRITTEN)
def test_each_format_is_written_as_shown_here(tmp_path, style):
    texts = {
        "en": {"FAIL": "It failed", "DISK_FULL": "A *full* disk"},
        "ja": {"DISK_FULL": "ディスクがいっぱいです"},
    }
    codes = {"FAIL": 1, "DISK_FULL": 604}
    project = write_project(tmp_path, codes, texts, 'title = "Codes of a studio"')
    assert render(style, reference(project, ["ja", "en"])) == WRITTEN[style]


def test_rst_in_zh_cn_is_read_as_the_seed_file_is():
    seed = (ROOT / "tests/data/codes.rst").read_text(encoding="utf-8")
    *before, rows = read_rst(seed)
    *ours, shown = read_rst(render("rst", reference(shipped_project(), ["zh_CN"])))
    assert ours == before
    assert [row for row in shown if row[0] in {number for number, *_ in rows}] == rows


@pytest.mark.parametrize(
    ("locale", "expected"),
    [
        ("en", ("Error code reference", "Message")),
        ("ja", ("エラーコード一覧", "メッセージ")),
        ("ko", ("오류 코드 참조표", "메시지")),
        ("zh_CN", ("异常码参照", "说明")),
        ("zh_TW", ("錯誤碼對照表", "訊息")),
    ],
)
def test_rst_in_one_language_has_title_and_heads_in_it(searched, locale, expected):
    title, heads, rows = read_rst(searched("rst", [locale]))
    assert (title, heads[2]) == expected
    assert rows == [[*cells, text] for cells, text in zip(CELLS, texts(locale))]


def test_rst_in_all_languages_has_a_column_for_each(searched):
    _, heads, rows = read_rst(searched("rst", LOCALES))
    assert heads[:2] == ["Code", "Name"]
    shown = dict(zip(LOCALES, heads[2:]))
    assert (shown["en"], shown["ja"], shown["ko"]) == ("English", "日本語", "한국어")
    assert (shown["zh_CN"], shown["zh_TW"]) == ("简体中文", "繁體中文")
    assert [row[2:] for row in rows] == [list(each) for each in zip(*map(texts, LOCALES))]


@pytest.mark.parametrize("locale", LOCALES)
def test_markdown_renders_as_a_table(searched, locale):
    heads, *rows = read_markdown(searched("markdown", [locale]))
    assert len(heads) == 3
    assert rows == [[*cells, text] for cells, text in zip(CELLS, texts(locale))]


def test_markup_in_a_text_is_shown_and_not_obeyed(tmp_path):
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
    nasty = ["".join(chance.choices(pieces, k=chance.randint(1, 12))) for _ in range(58)]
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
        "javascript:alert(1)",
        "https://a.example/b",
        "mailto:a@b.example",
        "a@b.example",
        "{balance}",
        "$x$",
        "a :smile: :role:`x`",
        "++Ctrl++ ==a== ^b^",
    ]
    nasty[: len(first)] = first
    shown = reference(project_in_english(tmp_path, nasty), ["en"])
    expected = [" ".join(text.split()) for text in nasty]

    *_, rows = read_rst(render("rst", shown))
    assert [row[2] for row in rows] == expected
    _, *rows = read_markdown(render("markdown", shown))
    assert [row[2] for row in rows] == expected
    _, *rows = csv.reader(io.StringIO(render("csv", shown), newline=""))
    assert [row[2] for row in rows] == nasty


NASTY = [
    "a`b",
    "<script>",
    "{a}",
    "a|b",
    "a\\|b",
    "a\\",
    "`",
    "[x](javascript:y)",
    "*a*",
    "a: b",
    "é",
]


def test_markup_in_a_name_or_title_is_shown_and_not_obeyed(tmp_path):
    codes = {name: number for number, name in enumerate(NASTY, 1)}
    title = " ".join(NASTY) + " ##"
    project = write_project(tmp_path, codes, {"en": {}}, f"title = {json.dumps(title)}")
    shown = reference(project, ["en"])
    shown_title, _, rows = read_rst(render("rst", shown))
    assert (shown_title, [row[1] for row in rows]) == (title, NASTY)
    source = render("markdown", shown)
    assert [row[1] for row in read_markdown(source)[1:]] == NASTY
    html = MarkdownIt("commonmark").enable("table").render(source)
    assert f"<h1>{escape(title, quote=True)}</h1>" in html
    assert html.count("<code>") == len(NASTY)


def test_markdown_has_no_brace_and_only_tags_of_its_own(tmp_path):
    """MDX takes a brace, and a tag, for code."""
    project = project_in_english(tmp_path, ["{balance}", "<b>{x}</b>", "a`b` {c}", "<>"])
    source = render("markdown", reference(project, ["en"]))
    assert "{" not in source
    tags = {re.sub(" .*", "", tag) for tag in re.findall(r"<([^<>]*)>", source)}
    assert tags == {"a", "/a"}
    assert "<" not in re.sub(r"<[^<>]*>", "", source)


TARGETS = {
    "604": 604, "-5": -5, "Bil-1": "Bil-1", "bil-1-2": "bil-1", "BIL-1-2-2": "BIL-1-2",
    "a_b&|<x>": "a b&|<x>",
}  # fmt: skip


@pytest.fixture
def linked(tmp_path):
    """Codes of all kinds, with the targets that they should have."""
    names = {target: f"N{at}" for at, target in enumerate(TARGETS)}
    project = write_project(tmp_path, {}, {"en": {}}, 'title = "Codes"')
    lines = [f"    {names[target]} = {value!r}" for target, value in TARGETS.items()]
    (tmp_path / "errors.py").write_text("class E(enum.Enum):\n" + "\n".join(lines))
    return reference(project, ["en"]), names


def test_each_code_can_be_linked_in_rst_and_markdown(linked):
    shown, names = linked
    document = doctree(render("rst", shown))
    for target, name in names.items():
        labelled = document.ids[document.nameids[f"studio-{target.lower()}"]]
        row = labelled.parent.parent
        assert [row[0].astext(), row[1].astext()] == [str(TARGETS[target]), name]
    anchors = dict.fromkeys(TARGETS)
    for attributes in _Anchors(render("markdown", shown)).found:
        assert unquote(attributes["href"]) == f"#{attributes['id']}"
        del anchors[attributes["id"]]
    assert anchors == {}


class _Anchors(HTMLParser):
    def __init__(self, source):
        super().__init__()
        self.found = []
        self.feed(MarkdownIt("commonmark").enable("table").render(source))

    def handle_starttag(self, tag, attrs):
        if tag == "a":
            self.found.append(dict(attrs))


def test_lists_that_share_a_number_are_linked_by_name(tmp_path):
    document = doctree(render("rst", reference(several_lists(tmp_path), ["en"])))
    assert {name for name in document.nameids if name.startswith("studio-")} == {
        "studio-failed", "studio-queue.failed", "studio-7", "studio-bil-0001", "studio-bil-0002"
    }  # fmt: skip


def project_in_english(directory, texts):
    """A project of as many codes as there are texts, numbered from 1."""
    named = {f"N_{number}": text for number, text in enumerate(texts, start=1)}
    return write_project(directory, {name: int(name[2:]) for name in named}, {"en": named})


def test_a_line_break_in_a_text_breaks_no_row(tmp_path):
    shown = reference(project_in_english(tmp_path, ['The "request",\nfailed', "b"]), ["en"])
    for style, read in (("rst", lambda text: read_rst(text)[2]), ("markdown", read_markdown)):
        assert ["1", "N_1", 'The "request", failed'] in read(render(style, shown))
    assert len(render("text", shown).splitlines()) == 2 + 1 + 2


def test_csv_is_rfc_4180_in_utf_8_with_no_bom(tmp_path):
    project = project_in_english(tmp_path, ['The "request",\nfailed', "失败"])
    file = tmp_path / "table.csv"
    assert cli.main(["table", "--project", str(tmp_path), "-f", "csv", "-o", str(file)]) == 0
    expected = 'code,symbol,en\r\n1,N_1,"The ""request"",\nfailed"\r\n2,N_2,失败\r\n'
    assert file.read_bytes() == expected.encode()
    assert render("csv", reference(project, ["en"])) == expected


def validator():
    schema = json.loads((ROOT / "docs/table.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    return validator


def test_json_is_what_its_schema_says(searched):
    objects = json.loads(searched("json", LOCALES))
    assert objects == SEARCHED
    validator().validate(objects)
    validator().validate(json.loads(searched("json", ["ja"])))
    assert not validator().is_valid([{"code": 6.5, "symbol": "A", "messages": {"en": "a"}}])
    assert not validator().is_valid([{"code": 604, "symbol": "A", "messages": {}}])


def test_json_has_what_the_line_of_a_code_says(tmp_path):
    project = write_project(tmp_path, {"A": 1}, {"en": {"A": "a", "B": "b"}})
    (tmp_path / "errors.py").write_text(
        "class E(CodeEnum):\n    A = 1\n"
        "    B = code(2, 'When', status=404, retry=True, deprecated='use A')\n"
    )
    first, second = objects = json.loads(render("json", reference(project, ["en"])))
    validator().validate(objects)
    assert first.keys() == {"code", "symbol", "messages"}
    assert (second["description"], second["facts"]) == (
        "When",
        {"status": 404, "retry": True, "deprecated": "use A"},
    )


POLISH = "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;"
KLATKI = ["{count} klatka", "{count} klatki", "{count} klatek"]
FRAMES = ["{count} frame", "{count:number} frames"]


@pytest.fixture
def front_end(tmp_path):
    """A plural, fields of all kinds, and a text and an action that only English has."""
    project = write_project(tmp_path, {"FRAMES": 5, "LARGE": 6, "LOST": 7}, {})
    large = "{file} {a:number} {b:percent} {c:date} {d:time} {e:datetime} {{f}} {g!r}"
    entries = {"LARGE": large, "LOST": "Lost", "LOST.action": "Search"}
    english = plurals("nplurals=2; plural=(n != 1);", FRAMES=FRAMES)
    write(tmp_path / "locales", "en", english, domain="studio", **entries)
    write(tmp_path / "locales", "pl", plurals(POLISH, FRAMES=KLATKI), domain="studio")
    write(tmp_path / "locales", "ar", domain="studio", LARGE="{file} كبير")
    klingon = plurals("nplurals=2; plural=n>5;", FRAMES=["{count} wej", "{count} law'"])
    write(tmp_path / "locales", "tlh", klingon, domain="studio")
    return project


def test_i18next_has_the_texts_of_a_language_as_its_readers_see_them(front_end):
    large = (
        "{{file}} {{a, number}} {{b, number(style: percent)}} {{c, datetime(dateStyle: medium)}} "
        "{{d, datetime(timeStyle: medium)}} {{e, datetime(dateStyle: medium; timeStyle: medium)}} "
        "{f} {g!r}"
    )
    assert json.loads(render("i18next", reference(front_end, ["pl"]))) == {
        "5": {
            "symbol": "FRAMES",
            "text": "{{count}} klatek",
            "text_one": "{{count}} klatka",
            "text_few": "{{count}} klatki",
            "text_many": "{{count}} klatek",
        },
        "6": {"symbol": "LARGE", "text": large, "language": "en"},
        "7": {"symbol": "LOST", "text": "Lost", "language": "en", "action": "Search"},
    }


def test_i18next_isolates_values_from_right_to_left(front_end):
    texts = json.loads(render("i18next", reference(front_end, ["ar"])))
    assert texts["6"] == {"symbol": "LARGE", "text": "\u2068{{file}}\u2069 كبير"}
    assert texts["5"]["text_one"] == "{{count}} frame"


def test_several_languages_stand_by_their_tags_and_lists_that_share_a_number_by_name(tmp_path):
    project = several_lists(tmp_path)
    write(tmp_path / "locales", "zh_TW", domain="studio", NO_FUNDS="沒有餘額")
    texts = json.loads(render("i18next", reference(project, ["en", "zh_TW"])))
    assert [*texts] == ["en", "zh-TW"]
    assert [*texts["en"]] == ["FAILED", "queue.FAILED", "7", "BIL-0002", "BIL-0001"]
    assert texts["zh-TW"]["BIL-0002"] == {"symbol": "NO_FUNDS", "text": "沒有餘額"}


def test_i18next_has_each_code_as_it_is_sent(linked):
    shown, _ = linked
    codes = {str(code) for code in TARGETS.values()}
    assert json.loads(render("i18next", shown)).keys() == codes


def test_json_has_the_forms_of_a_plural_by_category(front_end):
    objects = json.loads(render("json", reference(front_end, ["en", "pl", "tlh"])))
    validator().validate(objects)
    assert objects[0]["plurals"] == {
        "en": dict(zip(("one", "other"), FRAMES)),
        "pl": dict(zip(("one", "few", "many"), KLATKI)),
        "tlh": {"other": "{count} law'"},
    }
    assert "plurals" not in objects[1]


@pytest.mark.parametrize("style", ["text", "html"])
def test_tables_and_the_page_show_all_forms(front_end, style):
    assert " / ".join(KLATKI) in render(style, reference(front_end, ["en", "pl"]))


def test_numbers_come_first_and_strings_in_the_order_of_their_list(tmp_path):
    mixed = several_lists(tmp_path)
    rows = [row.split(",") for row in render("csv", reference(mixed, ["en"])).splitlines()[1:]]
    assert rows == [
        ["5", "FAILED", "It failed"],
        ["5", "queue.FAILED", "Not queued"],
        ["7", "LATER", "LATER"],
        ["BIL-0002", "NO_FUNDS", "No credit is left"],
        ["BIL-0001", "EXPIRED", "EXPIRED"],
    ]
    assert list(expected_entries(mixed, mixed.domain)) == [row[1] for row in rows]


@pytest.mark.parametrize("style", FORMATS)
def test_every_format_shows_codes_that_are_strings(tmp_path, style):
    mixed = several_lists(tmp_path)
    shown = render(style, reference(mixed, ["en"]))
    assert shown.index("BIL-0002") < shown.index("BIL-0001")
    assert "Not queued" in shown


def test_a_text_that_a_catalogue_lacks_is_marked_with_the_language_it_is_in(tmp_path):
    shown = reference(project_of_many_languages(tmp_path), ["fr", "pt_BR", "zh_TW"])
    expected = [
        ["The request failed (en)"] * 3,
        [MANY[locale]["VALIDATE_CODE_ERROR"] for locale in ("fr", "pt_BR", "zh_TW")],
    ]
    _, *rows = read_markdown(render("markdown", shown))
    assert [row[2:] for row in rows[:2]] == expected
    assert [row[2:] for row in read_rst(render("rst", shown))[2][:2]] == expected
    assert "The request failed (en)" in render("text", shown)
    objects = json.loads(render("json", shown))
    validator().validate(objects)
    assert objects[0]["messages"]["fr"] == "The request failed"
    assert objects[0]["borrowed"] == {"fr": "en", "pt_BR": "en", "zh_TW": "en"}
    assert "borrowed" not in objects[1]


def test_a_text_that_a_directory_in_front_rewords_shows_here_too(tmp_path):
    project = project_in_english(tmp_path, ["The disk is full", "No licence"])
    write(tmp_path / "front", "en", domain="studio", N_1="Tell the wranglers")
    front = [tmp_path / "front", project.localedir]
    catalog = catalog_for(front, domain="studio", codes=IntEnum("Codes", {"N_1": 1, "N_2": 2}))
    read = rows(catalog, project.codes, ["en"])
    assert [str(row.messages["en"]) for row in read] == ["Tell the wranglers", "No licence"]
    assert [row.borrowed("en") for row in read] == ["", ""]


def test_a_code_without_a_text_shows_its_name_and_is_from_nowhere(tmp_path):
    project = write_project(tmp_path, {"DISK_FULL": 1, "OK": 2}, {"fr": {"OK": "Tout va bien"}})
    shown = reference(project, ["fr"])
    assert read_markdown(render("markdown", shown))[1] == ["1", "DISK_FULL", "DISK_FULL"]
    (first, _) = json.loads(render("json", shown))
    assert first == {"code": 1, "symbol": "DISK_FULL", "messages": {"fr": "DISK_FULL"}}


def test_the_text_format_aligns_columns_by_display_width(searched):
    _, _, *lines = searched("text", ["ja", "en"]).splitlines()
    wide = re.compile(
        "[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]"
    )
    doubled = [wide.sub("##", line) for line in lines]
    assert lines[0].split() == ["コード", "名称", "日本語", "English"]
    columns = {line.index(text) for text, line in zip(texts("en"), doubled[1:])}
    assert columns == {doubled[0].index("English")}
    assert lines == [line.rstrip() for line in lines]


THAI, BURMESE = "รหัสยืนยันไม่ถูกต้อง", "အတည်ပြုကုဒ် မှားယွင်းနေသည်"


@pytest.mark.parametrize(
    "text", ["异常码 QQ", "हस्ताक्षर", "e\u0301 \u00bd", "Ａｱ한ー", THAI, BURMESE]
)
def test_docutils_reads_a_table_with_any_script(tmp_path, text):
    texts = {"th": {"FAIL": text, "OK": "x"}, "en": {"FAIL": "It failed", "OK": "Good"}}
    shown = reference(write_project(tmp_path, {"FAIL": 1, "OK": 2}, texts), ["th", "en"])
    assert read_rst(render("rst", shown))[2][0] == ["1", "FAIL", text, "It failed"]


def test_the_command_knows_the_formats_that_there_are():
    assert {*arguments.FORMATS, "fragment"} == set(FORMATS)


@pytest.mark.parametrize(
    ("locale", "own", "cldrs"),
    [
        ("en", "en", "en"),
        ("zh_TW", "zh_Hant", "zh_Hant"),
        ("sr_Latn", "sr_Latn", "sr_Latn"),
        ("sr@latin", "sr_Latn", "sr_Latn"),
        ("ar", "ar", "ar"),
        ("pt_BR", "pt_BR", "pt_BR"),
    ],
)
def test_a_language_is_named_as_in_cldr(locale, own, cldrs):
    names = Locale.parse(own)
    assert display_name(locale) == names.languages.get(cldrs, names.get_display_name()) != locale


def test_a_name_that_cldr_lacks_is_put_together_or_left_as_it_is():
    assert display_name("zh_HK") == Locale.parse("zh_Hant_HK").get_display_name()
    assert [display_name(name) for name in ("tlh", "nonsense!")] == ["tlh", "nonsense!"]


@pytest.mark.parametrize(
    ("locale", "written"),
    [
        ("en", "ltr"), ("ar", "rtl"), ("he", "rtl"), ("ur", "rtl"), ("dv", "rtl"), ("ks", "rtl"),
        ("ks_Deva", "ltr"), ("pa_Arab", "rtl"), ("pa", "ltr"), ("ff_Adlm", "rtl"), ("tlh", "ltr"),
        ("sr@latin", "ltr"), ("nonsense!", "ltr"), ("zh_TW", "ltr"), ("nqo", "rtl"),
    ],
)  # fmt: skip
def test_a_language_is_written_in_the_direction_of_its_script(locale, written):
    assert direction(locale) == written
