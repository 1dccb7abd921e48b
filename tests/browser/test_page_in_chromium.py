"""The page as a reader has it in Chromium: found, read, linked to, copied from, by anyone."""

from __future__ import annotations

import itertools
import random
import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from records import (
    ASKED,
    MANY,
    QUERIES,
    SEARCHED,
    project_of_many_languages,
    searched_project,
    several_lists,
)
from trees import set_text, write_project

from rv_i18n.tools.project import shipped_project
from rv_i18n.tools.reference.page import page as render
from rv_i18n.tools.reference.rows import reference, rows
from rv_i18n.tools.reference.search import Index

LOCALES = list(SEARCHED[0]["messages"])
CODES = [row["code"] for row in SEARCHED]

PHONE = {"width": 375, "height": 667}

SWITCHES = [
    "--no-sandbox",  # Chromium refuses to run as root with one
    "--disable-gpu",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright  # of the extra "browser"

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=SWITCHES
        )
        yield browser
        browser.close()


def message(code, locale):
    """The text of a code on the page."""
    return next(row["messages"][locale] for row in SEARCHED if row["code"] == code)


def write_page(project, file):
    """The page of a project, in all its languages."""
    file.write_text(render(reference(project, project.catalog().locales())), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def searched(tmp_path_factory):
    """The project that most of these tests show."""
    return searched_project(tmp_path_factory.mktemp("searched"))


@pytest.fixture(scope="session")
def page_file(searched, tmp_path_factory):
    return write_page(searched, tmp_path_factory.mktemp("page") / "reference.html")


@pytest.fixture(scope="session")
def many_file(tmp_path_factory):
    """A page in seventeen languages."""
    project = project_of_many_languages(tmp_path_factory.mktemp("many"))
    return write_page(project, tmp_path_factory.mktemp("many") / "reference.html")


@pytest.fixture(scope="session")
def address(page_file):
    """The address of the page on a web server of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    handler = partial(Quiet, directory=str(page_file.parent))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/reference.html"
        server.shutdown()


@pytest.fixture
def visit(chromium, address):
    """Opens the page as a reader with these settings; what it complains of fails the test."""
    contexts, complaints, requests = [], [], []

    def visit(after="", start=None, script=None, permissions=(), **settings):
        start = start or address
        context = chromium.new_context(**{"locale": "en-US", **settings})
        contexts.append(context)
        context.grant_permissions(list(permissions))
        if script:
            context.add_init_script(script)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("dialog", lambda dialog: complaints.append(dialog.message))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(start + after)
        return page

    yield visit
    for context in contexts:
        context.close()
    assert complaints == []
    assert [url for url in requests if "/reference.html" not in url] == []


def codes(page):
    """The codes whose rows can be seen."""
    rows = page.locator("tr[id]:visible")
    return rows.evaluate_all("rows => rows.map(row => Number(row.id))")


def texts(page, code=604):
    """The texts of a code that can be seen."""
    return page.locator(f"[id='{code}'] p:visible").all_inner_texts()


@pytest.mark.parametrize(
    ("language", "catalogue"),
    [
        ("en-GB", "en"),
        ("ja-JP", "ja"),
        ("ko", "ko"),
        ("zh-CN", "zh_CN"),
        ("zh-SG", "zh_CN"),
        ("zh-TW", "zh_TW"),
        ("zh-HK", "zh_TW"),
        ("zh-Hant-MY", "zh_TW"),
        ("cy-GB", "en"),
    ],
)
def test_the_language_is_that_of_the_browser(visit, language, catalogue):
    page = visit(locale=language)
    assert texts(page) == [message(604, catalogue)]
    assert page.locator("html").get_attribute("lang") == catalogue.replace("_", "-")
    assert page.locator("#language").input_value() == catalogue
    assert page.url.endswith("/reference.html")


# fmt: off
BROWSERS = [
    "en", "en-GB", "en-AU", "de", "de-AT", "fr", "fr-CA", "es", "es-MX", "es-419", "es-ES", "pt",
    "pt-BR", "pt-PT", "pt-AO", "it", "nl", "sv", "nb", "nn", "da", "fi", "pl", "cs",
    "ru", "uk", "be", "hu", "ro", "tr", "el", "he", "iw", "ar", "ar-EG", "fa",
    "ur", "hi", "th", "vi", "id", "ms", "ja", "ja-JP", "ko", "zh", "zh-CN", "zh-SG",
    "zh-Hans-HK", "zh-TW", "zh-HK", "zh-MO", "zh-Hant", "yue", "sr", "sr-Latn", "sr-ME", "bs",
    "hr", "cy", "eu", "sw", "tlh", "yue,en", "yue,tlh,qaa,en", "nb,ja", "fr-CA,en-US", "sw,xx,ko",
    "ie,io,jbo,nv,tok,vo,avk,lfn,qaa,qab,ja",
]
# fmt: on


@pytest.mark.parametrize(
    "catalogues",
    [
        "ar en ja ko zh_CN zh_TW",
        " ".join(MANY),
        "ar es es_419 en en_GB nb pt_BR pt_PT sr zh_HK zh_TW",
    ],
)
def test_a_browser_is_given_the_language_that_look_ups_give(chromium, tmp_path, catalogues):
    texts = {locale: {"FAIL": locale} for locale in catalogues.split()}
    project = write_project(tmp_path, {"FAIL": 1}, texts)
    address = write_page(project, tmp_path / "reference.html").as_uri()
    page = chromium.new_page()
    asked = "new URLSearchParams(location.search).get('browser').split(',')"
    page.add_init_script(f"Object.defineProperty(navigator, 'languages', {{get: () => {asked}}})")
    shown = {}
    for tag in BROWSERS:
        page.goto(f"{address}?browser={tag}")
        shown[tag] = page.locator("#language").input_value()
        assert page.locator("main p:visible").all_inner_texts() == [shown[tag]]
    page.close()
    assert shown == {tag: project.catalog().negotiate(tag) for tag in BROWSERS}


def test_without_javascript_the_page_is_in_the_default_language(visit, many_file):
    page = visit(start=many_file.as_uri(), locale="fr-FR", java_script_enabled=False)
    assert page.locator("html").get_attribute("lang") == "en"
    shown = page.locator("[id='805'] p:visible")
    assert shown.evaluate_all("all => all.map(p => [p.lang, p.innerText])") == [
        [locale.replace("_", "-"), texts["ACCOUNT_PASSWORD_FAIL"]]
        for locale, texts in sorted(MANY.items())
        if "ACCOUNT_PASSWORD_FAIL" in texts
    ]


def test_a_text_from_another_language_is_marked_where_that_one_is_shown(visit, many_file):
    page = visit("?lang=fr", start=many_file.as_uri(), permissions=["clipboard-read"])
    own, borrowed = (page.locator(f"[id='{code}'] p:visible") for code in (604, 805))
    assert own.inner_text() == MANY["fr"]["VALIDATE_CODE_ERROR"]
    assert own.locator("small").count() == 0
    assert borrowed.get_attribute("lang") == "en"
    assert borrowed.locator("small").inner_text() == "English"
    page.get_by_role("combobox").select_option("all")
    assert page.locator("[id='604'] p:visible").count() == len(MANY)
    shown = page.locator("[id='1000000'] p:visible")
    assert shown.evaluate_all("all => all.map(p => p.lang)") == ["en", "zh-CN"]


def test_the_readers_second_language_counts_where_there_is_no_first(visit):
    languages = "Object.defineProperty(navigator, 'languages', {get: () => ['fr', 'zh-MO', 'ja']})"
    assert texts(visit(script=languages)) == [message(604, "zh_TW")]


def test_the_chosen_language_is_kept_in_the_address(visit):
    page = visit("#604", locale="ja-JP")
    assert page.title() == "エラーコード一覧"
    page.get_by_label("言語").select_option("한국어")
    assert texts(page) == [message(604, "ko")]
    assert page.title() == page.locator("h1").inner_text() == "오류 코드 참조표"
    assert page.url.endswith("/reference.html?lang=ko#604")
    page.reload()
    assert texts(page) == [message(604, "ko")]
    page.get_by_label("언어").select_option("모든 언어")
    page.reload()
    assert texts(page) == [message(604, locale) for locale in LOCALES]


@pytest.mark.parametrize(
    ("asked", "catalogue"),
    [
        ("zh_TW", "zh_TW"),
        ("zh-TW", "zh_TW"),
        ("zh-HK", "zh_TW"),
        ("ja-JP", "ja"),
        ("x", "ko"),
        ("", "ko"),
    ],
)
def test_a_language_in_the_address_is_read_as_a_tag(visit, asked, catalogue):
    assert texts(visit(f"?lang={asked}", locale="ko-KR")) == [message(604, catalogue)]


@pytest.fixture(scope="module")
def find(searched):
    """What the command finds."""
    catalog = searched.catalog()
    return finder(Index(rows(catalog, searched.codes, catalog.locales())))


def finder(index):
    """All that a query finds with an index; the closest, if it finds none."""

    def find(query):
        found = index.search(query)
        return [row.code for row in [*(hit.row for hit in found.hits), *found.closest]]

    return find


def hits(page):
    """The codes that are found, be it further away."""
    return [*codes(page.locator("#sure")), *codes(page.locator("#half"))]


def test_the_page_finds_what_the_command_finds_in_the_same_order(visit, find):
    page = visit()
    box = page.get_by_role("searchbox")
    for query, best in QUERIES:
        box.fill(query)
        assert (query, codes(page)) == (query, find(query))
        assert hits(page)[: len(best) or None] == best
        said = f"Codes shown: {len(hits(page))}" if hits(page) else "No code matches"
        status = page.get_by_role("status").inner_text()
        assert said in status or (status.startswith("Not in this list: ") and not hits(page))


@pytest.fixture(scope="session")
def shipped_file(tmp_path_factory):
    return write_page(shipped_project(), tmp_path_factory.mktemp("shipped") / "reference.html")


def test_page_and_command_find_the_same_first_five_of_the_shipped_codes(visit, shipped_file):
    shipped = shipped_project()
    shown = reference(shipped, shipped.catalog().locales())
    find = finder(Index(shown.rows(), shown.unlisted))
    page = visit(start=shipped_file.as_uri())
    box = page.get_by_role("searchbox")
    for each in itertools.chain(*ASKED.values()):
        box.fill(each["query"])
        assert (each["query"], codes(page)) == (each["query"], find(each["query"]))


def test_the_page_finds_what_the_command_finds_for_texts_with_slips(visit, find):
    chance = random.Random(604)
    page = visit()
    box = page.get_by_role("searchbox")
    for row in SEARCHED[::3]:
        for text in (row["symbol"], *row["messages"].values()):
            at = chance.randrange(len(text))
            kept = text[: at + chance.randrange(2)], text[at + chance.randrange(3) :]
            box.fill(" ".join(kept) if chance.randrange(2) else "".join(kept))
            assert (box.input_value(), codes(page)) == (box.input_value(), find(box.input_value()))


def test_what_is_found_stands_under_a_heading_of_its_own(visit):
    page = visit("?lang=ja")
    assert page.locator("h2:visible").all_inner_texts() == ["全般", "アカウントとログイン"]
    page.get_by_role("searchbox").press_sequentially("weibo 登录")
    assert codes(page.locator("#sure")) == [810]
    assert codes(page.locator("#half")) == [809]
    headings = page.get_by_role("table").get_by_role("heading")
    assert headings.all_inner_texts() == ["検索結果", "関連性が低いもの"]
    page.get_by_role("searchbox").fill("磁盘空间不足")
    assert headings.all_inner_texts() == ["最も近いもの"]
    assert page.get_by_role("status").inner_text() == "該当するコードがありません"


def test_escape_shows_everything_again(visit):
    page = visit()
    page.get_by_role("searchbox").fill("604")
    page.keyboard.press("Escape")
    assert codes(page) == CODES


def test_a_link_to_a_code_opens_at_its_row_and_marks_it(visit):
    page = visit("?lang=ja#1000000", viewport=PHONE)
    row = page.locator("[aria-current=true]")
    assert row.get_attribute("id") == "1000000"
    marked = "row => getComputedStyle(row).backgroundColor"
    assert row.evaluate(marked) != page.locator("[id='100']").evaluate(marked)
    box = row.bounding_box()
    below = page.locator(".controls").bounding_box()
    assert below["y"] + below["height"] <= box["y"] <= PHONE["height"] - box["height"]


def test_a_link_is_followed_to_a_row_that_a_search_had_hidden(visit):
    page = visit()
    page.get_by_role("searchbox").fill("weibo")
    page.evaluate("location.hash = '#604'")
    page.wait_for_selector("[aria-current=true]")
    assert page.locator("[aria-current=true]").get_attribute("id") == "604"
    assert codes(page) == CODES
    page.evaluate("location.hash = '#nothing'")
    page.wait_for_selector("[aria-current=true]", state="detached")


@pytest.mark.parametrize(
    "spelled", ["604", "0604", "VALIDATE_CODE_ERROR", "validate-code-error", "Validate_Code_Error"]
)
def test_a_code_is_reached_by_number_and_by_name_in_any_spelling(visit, spelled):
    page = visit(f"#{spelled}")
    assert page.locator("[aria-current=true]").get_attribute("id") == "604"
    page.keyboard.press("Tab")  # the keyboard goes on from the row
    assert page.evaluate("document.activeElement.closest('tr').id") == "604"


def test_a_code_that_the_list_lacks_gets_a_word_and_its_neighbours(visit, shipped_file):
    page = visit("#609")
    assert codes(page) == [608, 610]
    assert page.get_by_role("status").inner_text() == "Not in this list: 609"
    page = visit("#921", start=shipped_file.as_uri())
    said = page.get_by_role("status").inner_text()
    assert said == "Sent, but in no list: 921 balance_not_enough"
    assert codes(page) == [920, 1000]
    page = visit("#%E0%A4%A")  # no sound address
    assert page.get_by_role("searchbox").input_value() == "%E0%A4%A"


def test_a_number_that_lists_share_is_one_neighbour(visit, tmp_path):
    project = several_lists(tmp_path)
    page = visit("?q=err+6", start=write_page(project, tmp_path / "reference.html").as_uri())
    assert page.locator("tr[id]:visible code").all_inner_texts() == ["FAILED", "LATER"]


def test_a_code_may_have_any_signs_and_be_called_as_a_part_of_the_page(visit, tmp_path):
    project = write_project(tmp_path, {}, {"en": {}})
    source = "class Codes(CodeStrEnum):\n    A = 'data'\n    B = 'copy'\n    C = 'US$$1'\n"
    (tmp_path / "errors.py").write_text(source, encoding="utf-8")
    page = visit(start=write_page(project, tmp_path / "reference.html").as_uri())
    names = [f"Copy {code}" for code in ("data", "copy", "US$$1")]
    assert [page.get_by_role("button", name=name, exact=True).count() for name in names] == [1] * 3


def test_a_search_stays_in_the_address_on_reload_and_on_the_way_back(visit):
    page = visit("?lang=en")
    page.get_by_role("searchbox").fill("weib")
    page.wait_for_url("**/reference.html?lang=en&q=weib")
    page.get_by_role("searchbox").fill("weibo")
    page.wait_for_url("**/reference.html?lang=en&q=weibo")
    page.reload()
    assert (page.get_by_role("searchbox").input_value(), codes(page)) == ("weibo", [810])
    page.get_by_role("link", name="810").click()
    assert page.url.endswith("?lang=en&q=weibo#810")
    page.go_back()
    assert (page.url.endswith("?lang=en&q=weibo"), codes(page)) == (True, [810])
    page.go_back()
    assert (page.url.endswith("?lang=en"), codes(page)) == (True, CODES)
    page.go_forward()
    assert codes(page) == [810]
    page.get_by_role("searchbox").press("Escape")
    page.wait_for_url("**/reference.html?lang=en")


def test_a_search_that_a_link_leads_out_of_leaves_the_address(visit):
    page = visit("?q=weibo#604")
    assert codes(page) == CODES
    assert page.url.endswith("/reference.html#604")


def test_a_click_keeps_what_was_typed_just_now(visit):
    page = visit()
    page.get_by_role("searchbox").fill("weibo")
    page.get_by_role("link", name="810").click()
    page.go_back()
    assert (page.url.endswith("?q=weibo"), codes(page)) == (True, [810])


def test_a_slash_leads_to_the_search_and_enter_to_what_it_found_first(visit):
    page = visit()
    page.keyboard.press("Control+/")
    assert not page.get_by_role("searchbox").evaluate("box => box === document.activeElement")
    page.keyboard.press("/")
    page.keyboard.type("a/weibo")
    assert page.get_by_role("searchbox").input_value() == "a/weibo"
    page.keyboard.press("Enter")
    assert page.url.endswith("?q=a%2Fweibo#810")
    assert page.locator("[id='810'] a").evaluate("link => link === document.activeElement")
    page.keyboard.press("/")
    page.keyboard.type("qwertz")
    page.keyboard.press("Enter")
    assert page.url.endswith("?q=qwertz")


def test_the_words_that_were_found_are_marked(visit):
    page = visit("?lang=zh_CN&q=手机 phone verification")
    marked = "[...CSS.highlights.get('asked')].map((range) => range.toString())"
    assert {"手机", "PHONE"} <= {*page.evaluate(marked)}
    page.get_by_role("searchbox").press("Escape")
    assert page.evaluate(marked) == []
    old = visit("?q=weibo", script="delete CSS.highlights")
    assert codes(old) == [810]


@pytest.mark.parametrize("size", [(320, 256), (1280, 800), (1280, 320)])
def test_nothing_that_has_the_focus_is_under_the_bar(visit, size):
    page = visit("#804", viewport=dict(zip(("width", "height"), size)))
    seen = """() => {
        const { x, y, width, height } = document.activeElement.getBoundingClientRect();
        const inside = document.elementFromPoint(x + width / 2, y + height / 2);
        return y >= 0 && y + height <= innerHeight && document.activeElement.contains(inside);
    }"""
    for key in ("Shift+Tab", "Tab"):
        for _ in range(20):
            page.keyboard.press(key)
            assert page.evaluate(seen)


def test_a_linked_row_shows_in_forced_colours(visit):
    page = visit("#604", forced_colors="active")
    outline = "row => getComputedStyle(row).outlineStyle"
    assert page.locator("[id='604']").evaluate(outline) == "solid"
    assert page.locator("[id='606']").evaluate(outline) == "none"


def test_the_number_of_a_row_is_a_link_to_it(visit):
    page = visit("?lang=zh_CN")
    page.get_by_role("link", name="805").click()
    assert page.url.endswith("?lang=zh_CN#805")
    assert page.locator("[aria-current=true]").get_attribute("id") == "805"


@pytest.mark.parametrize("way", ["server", "disk", "of old"])
def test_a_row_is_copied(visit, page_file, way):
    page = visit(
        "?lang=ja",
        start=page_file.as_uri() if way == "disk" else None,
        script="delete Navigator.prototype.clipboard" if way == "of old" else None,
        permissions=["clipboard-read", "clipboard-write"] if way == "server" else (),
        locale="ja-JP",
    )
    button = page.get_by_role("button", name="604をコピー")
    button.click()
    page.wait_for_selector(".copied")
    assert page.get_by_role("status").inner_text() == "コピーしました：604"
    assert button.evaluate("button => button === document.activeElement")
    search = page.get_by_role("searchbox")
    search.focus()
    page.keyboard.press("Control+v")
    assert search.input_value() == f"604 VALIDATE_CODE_ERROR {message(604, 'ja')}"
    page.wait_for_selector(".copied", state="detached")


def test_a_copy_that_fails_is_said(visit):
    page = visit(script="delete Navigator.prototype.clipboard; document.execCommand = () => false")
    page.get_by_role("button", name="Copy 604").click()
    page.get_by_text("Copying failed").wait_for()


def test_the_page_works_from_disk(visit, page_file):
    page = visit("#604", start=page_file.as_uri())
    page.get_by_label("Language").select_option("日本語")
    assert page.url == page_file.as_uri() + "?lang=ja#604"
    page.reload()
    assert texts(page) == [message(604, "ja")]


@pytest.mark.parametrize("language", ["ar", "de", "fi", "fr", "th", "all"])
@pytest.mark.parametrize("width", [320, 375, 1280])
def test_nothing_is_wider_than_the_screen(visit, many_file, language, width):
    viewport = {"width": width, "height": 667}
    page = visit(f"?lang={language}", start=many_file.as_uri(), viewport=viewport)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    outside = (
        "all => all.filter(e => { const box = e.getBoundingClientRect();"
        " return box.right > innerWidth || box.left < 0; }).length"
    )
    assert page.locator("main *:visible").evaluate_all(outside) == 0


@pytest.mark.parametrize("width", [320, 375])
def test_on_a_phone_the_controls_take_two_lines_whatever_a_language_is_called(
    visit, many_file, width
):
    page = visit("?lang=pt-BR", start=many_file.as_uri(), viewport={"width": width, "height": 667})
    query, language = (page.locator(f"#{each}").bounding_box() for each in ("query", "language"))
    assert query["y"] == language["y"]
    assert query["width"] > width / 3


def test_a_language_from_the_right_turns_the_page_and_leaves_names_as_they_are(visit, many_file):
    page = visit("?lang=he", start=many_file.as_uri(), viewport={"width": 1280, "height": 800})
    assert page.locator("html").get_attribute("dir") == "rtl"
    code, name, text = (
        page.locator(f"[id='604'] {each}").bounding_box()["x"]
        for each in ("a", "code", "p:visible")
    )
    assert code > name > text
    assert page.locator("[id='604'] code").evaluate("e => getComputedStyle(e).direction") == "ltr"
    page.goto(page.url + "#604")
    mark = page.locator("[id='604']").evaluate("row => getComputedStyle(row).boxShadow")
    assert "-3px 0px" in mark  # where reading begins


def test_words_of_the_page_that_are_not_translated_are_marked_as_english(visit, many_file):
    page = visit("?lang=ar", start=many_file.as_uri())
    words = page.locator("h2:visible, th[data-label]:visible, #query, #status, button:visible")
    languages = "all => [...new Set(all.map(element => element.lang))]"
    assert page.locator("html").get_attribute("lang") == "ar"
    assert words.evaluate_all(languages) == ["en"]
    assert page.locator("#query").get_attribute("dir") == "ltr"  # else a phone cuts its beginning
    page.locator("#language").select_option("ja")
    assert words.evaluate_all(languages) == ["ja"]


@pytest.mark.parametrize("language", sorted(MANY))
def test_axe_finds_nothing_wrong_in_any_language(visit, many_file, language):
    check(visit(f"?lang={language}", start=many_file.as_uri()))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
@pytest.mark.parametrize("state", ["?lang=ja#604", "?lang=all", "search", "nothing"])
def test_axe_finds_nothing_wrong(visit, scheme, viewport, state):
    page = visit(state if "?" in state else "", color_scheme=scheme, viewport=viewport)
    if "?" not in state:
        page.get_by_role("searchbox").fill("验证码" if state == "search" else "qwertz")
    check(page)


def check(page):
    """Let axe look at the page."""
    from axe_playwright_python.sync_playwright import Axe

    report = Axe().run(page)
    assert report.response["violations"] == [], report.generate_report()
    rules = {rule["id"] for rule in report.response["passes"]}
    assert {"color-contrast", "label", "html-has-lang", "landmark-one-main"} <= rules


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
def test_a_screen_reader_is_told_of_a_table_with_heads(visit, viewport):
    page = visit("?lang=zh_CN", viewport=viewport)
    tables = page.get_by_role("table")
    assert tables.count() == page.get_by_role("heading", level=2).count() == 2
    assert page.get_by_role("table", name="账号与登录").count() == 1
    heads = tables.first.get_by_role("columnheader").all_inner_texts()
    assert heads == ["异常码", "异常码描述", "说明"]
    assert page.get_by_role("rowheader").count() == len(CODES)
    row = page.get_by_role("row").filter(has=page.get_by_role("rowheader", name="604"))
    assert row.get_by_role("cell").count() == 2
    assert row.locator("p:visible").get_attribute("lang") == "zh-CN"


def test_everything_can_be_reached_with_the_keyboard(visit):
    page = visit()
    reached = []
    for _ in range(4):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        reached.append(focused.evaluate("e => e.id || e.ariaLabel || e.textContent"))
        assert focused.evaluate("e => getComputedStyle(e).outlineStyle") == "solid"
    assert reached == ["query", "language", "100", "Copy 100"]


def test_without_javascript_every_text_is_there_and_no_dead_control(visit):
    page = visit("#604", java_script_enabled=False)
    assert texts(page) == [message(604, locale) for locale in LOCALES]
    assert page.locator("tbody tr:visible").count() == len(CODES)
    for control in ("input", "select", "button"):
        assert page.locator(f"{control}:visible").count() == 0


def test_print_shows_the_texts_and_no_controls(visit):
    page = visit("?lang=ja", color_scheme="dark")
    page.emulate_media(media="print")
    assert texts(page) == [message(604, "ja")]
    for control in ("input", "select", "button"):
        assert page.locator(f"{control}:visible").count() == 0
    assert page.locator("body").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    page.set_viewport_size({"width": 700, "height": 1000})  # A4 between its margins
    row = page.locator("[id='604']")
    assert len({row.locator(each).bounding_box()["y"] for each in ("th", "td:last-child")}) == 1
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_script_in_a_catalogue_is_shown_and_does_not_run(visit, checkout):
    nasty = """<script>alert(1)</script><img src=x onerror=alert(2)>"'</script>&lt;"""
    set_text(checkout.po("en"), "VALIDATE_CODE_ERROR", nasty.replace('"', r"\""))
    file = checkout.directory / "reference.html"
    assert checkout.run("table", "-f", "html", "-o", str(file)).returncode == 0
    page = visit(start=file.as_uri())
    assert texts(page) == [nasty]
    assert page.locator("main script, main img").count() == 0
