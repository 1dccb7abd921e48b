"""The page as a reader has it in Chromium: found, read, linked to, copied from, by anyone."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rv_i18n import ErrorCode, locales, message
from rv_i18n.tools.reference.page import page as render

pytestmark = pytest.mark.browser

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


@pytest.fixture(scope="session")
def page_file(tmp_path_factory):
    file = tmp_path_factory.mktemp("page") / "reference.html"
    file.write_text(render(locales()), encoding="utf-8")
    return file


@pytest.fixture(scope="session")
def address(page_file):
    """The address of the page on a web server of this machine."""

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *arguments):
            pass

    handler = partial(Quiet, directory=str(page_file.parent))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
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
    rows = page.locator("tbody tr:visible")
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
    assert texts(page) == [message(604, locale) for locale in locales()]


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


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("604", [604]),
        ("６０４", [604]),
        ("validate_code", [604]),
        ("send validate", [607]),
        ("weibo", [810]),
        ("手机验证码", [604]),
        ("驗證碼", [604, 606, 607]),
        ("ﾊﾟｽﾜｰﾄﾞ", [805]),
        ("認証コード 送信", [607]),
        ("비밀번호", [805]),
        ("COUPON code", [908]),
        ("错误：手机验证码错误！(604)", [604, 606]),
        ("[ERROR] The signature has expired.", [610]),
        ("qwertz", []),
        ("<b>", []),
    ],
)
def test_a_search_shows_what_matches_in_any_language(visit, query, found):
    page = visit()
    page.get_by_role("searchbox").press_sequentially(query)
    assert codes(page) == found
    said = f"Codes shown: {len(found)}" if found else "No code matches"
    assert page.get_by_role("status").inner_text() == said
    headings = page.locator("h2:visible").count()
    assert headings == len({code // 200 if code < 1000 else 5 for code in found})


def test_escape_shows_everything_again(visit):
    page = visit()
    page.get_by_role("searchbox").fill("604")
    page.keyboard.press("Escape")
    assert codes(page) == list(ErrorCode)


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
    assert codes(page) == list(ErrorCode)
    page.evaluate("location.hash = '#nothing'")
    page.wait_for_selector("[aria-current=true]", state="detached")


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
    button = page.get_by_role("button", name="コピー 604")
    button.click()
    page.wait_for_selector(".copied")
    assert page.get_by_role("status").inner_text() == "コピーしました: 604"
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


@pytest.mark.parametrize("language", [*locales(), "all"])
def test_a_phone_shows_it_without_scrolling_sideways(visit, language):
    for width in (320, 375):
        page = visit(f"?lang={language}", viewport={"width": width, "height": 667})
        assert page.evaluate("document.documentElement.scrollWidth") == width
        outside = "all => all.filter(e => e.getBoundingClientRect().right > innerWidth).length"
        assert page.locator("main *:visible").evaluate_all(outside) == 0


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
@pytest.mark.parametrize("state", ["?lang=ja#604", "?lang=all", "search", "nothing"])
def test_axe_finds_nothing_wrong(visit, scheme, viewport, state):
    page = visit(state if "?" in state else "", color_scheme=scheme, viewport=viewport)
    if "?" not in state:
        page.get_by_role("searchbox").fill("验证码" if state == "search" else "qwertz")
    from axe_playwright_python.sync_playwright import Axe

    report = Axe().run(page)
    assert report.response["violations"] == [], report.generate_report()
    rules = {rule["id"] for rule in report.response["passes"]}
    assert {"color-contrast", "label", "html-has-lang", "landmark-one-main"} <= rules


@pytest.mark.parametrize("viewport", [PHONE, {"width": 1280, "height": 800}], ids=["phone", "desk"])
def test_a_screen_reader_is_told_of_a_table_with_heads(visit, viewport):
    page = visit("?lang=zh_CN", viewport=viewport)
    tables = page.get_by_role("table")
    assert tables.count() == page.get_by_role("heading", level=2).count() == 5
    assert page.get_by_role("table", name="账号与登录").count() == 1
    heads = tables.first.get_by_role("columnheader").all_inner_texts()
    assert heads == ["异常码", "异常码描述", "说明"]
    assert page.get_by_role("rowheader").count() == len(ErrorCode)
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
    assert texts(page) == [message(604, locale) for locale in locales()]
    assert page.locator("tbody tr:visible").count() == len(ErrorCode)
    for control in ("input", "select", "button"):
        assert page.locator(f"{control}:visible").count() == 0


def test_print_shows_the_texts_and_no_controls(visit):
    page = visit("?lang=ja", color_scheme="dark")
    page.emulate_media(media="print")
    assert texts(page) == [message(604, "ja")]
    for control in ("input", "select", "button"):
        assert page.locator(f"{control}:visible").count() == 0
    assert page.locator("body").evaluate("e => getComputedStyle(e).color") == "rgb(0, 0, 0)"
    assert page.pdf(format="A4").startswith(b"%PDF")


def test_a_script_in_a_catalogue_is_shown_and_does_not_run(visit, checkout):
    nasty = """<script>alert(1)</script><img src=x onerror=alert(2)>"'</script>&lt;"""
    checkout.write("en", {"VALIDATE_CODE_ERROR": nasty})
    file = checkout.directory / "reference.html"
    assert checkout.run("table", "-f", "html", "-o", str(file)).returncode == 0
    page = visit(start=file.as_uri())
    assert texts(page) == [nasty]
    assert page.locator("main script, main img").count() == 0
