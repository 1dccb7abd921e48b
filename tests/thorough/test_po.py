"""Everything that reads a ``.po`` file refuses the same ones, and reads the same in the others."""

from __future__ import annotations

import io
from gettext import GNUTranslations
from pathlib import Path

from mutations import mutations
from trees import catalog_for

import hatch_build
from rv_i18n import CatalogError, ErrorCode
from rv_i18n._engine.po import read_texts


def test_look_ups_build_and_lint_agree_on_3_000_mutated_files(studio):
    refused = 0
    for data in mutations(3000):
        studio.ja.write_bytes(data)
        # The texts that each way shows to readers, or None for a file that is refused.
        catalog = catalog_for(studio.locales, domain="my_studio", codes=ErrorCode)
        by_look_ups = None if catalog.check() else read_texts("ja.po", studio.ja.read_bytes())
        try:
            mo = hatch_build.compiled(data, Path("locales/ja/LC_MESSAGES/my_studio.po"))
        except CatalogError:
            by_build = None
        else:
            texts = GNUTranslations(io.BytesIO(mo))
            by_build = {key: text for key, text in texts._catalog.items() if key}
        findings, unreadable = studio.lint(file=str(studio.ja))
        by_lint = any(
            finding.rule == "syntax" or "not UTF-8" in finding.message or "its charset"
            in finding.message for finding in findings
        )  # fmt: skip
        assert unreadable == []
        assert by_look_ups == by_build, data
        assert by_lint == (by_build is None), data
        refused += by_lint
    assert 1000 < refused < 2500
