"""A real Chromium, Debian's, and the page on a web server and on disk."""

from __future__ import annotations

import shutil
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import sync_playwright

from rv_i18n import locales
from rv_i18n.tools.page import page as render

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
