"""Makes the pictures of the page, in Chromium.

Run it by hand when the page has changed. It needs the dependency group ``browser`` and
Debian's ``chromium`` and ``fonts-noto-cjk``::

    python scripts/make_pictures.py
"""

from __future__ import annotations

import shutil
from pathlib import Path

from playwright.sync_api import sync_playwright

from rv_i18n import locales
from rv_i18n.tools.project import shipped_project
from rv_i18n.tools.reference.page import page
from rv_i18n.tools.reference.rows import reference

HERE = Path(__file__).resolve().parent.parent / "docs"


def main() -> None:
    """Write the pictures into docs/."""
    file = HERE / "reference.html"
    file.write_text(page(reference(shipped_project(), locales())), encoding="utf-8")
    try:
        for scheme in ("light", "dark"):
            photograph(file, scheme)
        photograph(file, "light", phone=True)
    finally:
        file.unlink()


def photograph(file: Path, scheme: str, *, phone: bool = False) -> None:
    """Photograph the page as a Japanese reader sees it, after a search for a Chinese word."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=shutil.which("chromium"),
            args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
        )
        size = (375, 667) if phone else (1000, 650)
        view = browser.new_page(
            viewport=dict(zip(("width", "height"), size)), locale="ja-JP", color_scheme=scheme
        )
        view.goto(file.as_uri())
        view.get_by_role("searchbox").fill("账号")
        view.screenshot(path=HERE / f"page-{'phone' if phone else scheme}.png")
        browser.close()


if __name__ == "__main__":
    main()
