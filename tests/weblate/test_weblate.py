"""This repository in Weblate, set up as docs/weblate.md says, and what an edit changes."""

from __future__ import annotations

import html
import json
from pathlib import Path
from typing import Any

import polib
import pytest
import requests
from component import (
    BRANCH,
    REPOSITORY,
    Component,
    Weblate,
    make_component,
    settings_of,
)
from repository import git
from situations import sync
from trees import TEXTS, Studio

# Weblate's names for languages whose directory has another name.
NAMES = {"zh_CN": "zh_Hans", "zh_TW": "zh_Hant", "reference": "en"}

EDITS = {
    "en": "You may not see this",
    "ja": "この操作は許可されていません",
    "ko": "이 작업은 허용되지 않습니다",
    "zh_TW": "您無權執行這項操作",
}

# The fields of a header that Weblate rewrites with a text.
CHANGING = {"PO-Revision-Date", "Last-Translator", "Language-Team", "Plural-Forms"}


def in_force(component: Component, settings: dict[str, Any]) -> dict[str, Any]:
    """What Weblate says of the settings, in the terms of the page."""
    answer = component.answer
    maintainer = component.weblate.maintainer
    found = {name: answer.get(f"effective_{name}", answer[name]) for name in settings}
    found["source_language"] = answer["source_language"]["code"]
    found["check_flags"] = answer["check_flags"]
    if "secondary_language" in found:
        english = maintainer.get("languages/en/").json()
        assert found["secondary_language"] == english["id"]
        found["secondary_language"] = "en"
    return found


def test_the_settings_of_the_page_are_in_force(
    codes: Component, failures: Component, words: Component
) -> None:
    for component, heading in (
        (codes, "The error codes"),
        (failures, "The failures of the connection"),
        (words, "The words of the page"),
    ):
        settings = settings_of(heading)
        found = in_force(component, settings)
        for name in ("repo", "push"):  # the tests have a remote of their own
            assert bool(found.pop(name, "")) == bool(settings.pop(name, ""))
        assert found == settings


def test_every_language_of_the_repository_is_found_and_none_but_these(
    codes: Component, failures: Component, words: Component
) -> None:
    for component, domain in (
        (codes, "locales/rv_i18n"),
        (failures, "locales/rv_i18n_sdk"),
        (words, "rv_i18n/tools/reference/locales/rv_i18n_page"),
    ):
        template = codes.clone / f"{domain}.pot"
        expected = {}
        for path in template.parent.glob(f"*/LC_MESSAGES/{template.stem}.po"):
            file = polib.pofile(str(path))
            locale = path.parts[-3]
            expected[NAMES.get(locale, locale)] = len(file.translated_entries())
        found = component.translations().values()
        assert {one["language"]["code"]: one["translated"] for one in found} == expected
        assert {one["total"] for one in found} == {len(polib.pofile(str(template)))}


def test_no_text_fails_a_check(codes: Component, failures: Component, words: Component) -> None:
    failing = {
        (component.path, locale, unit["context"], *unit["target"])
        for component in (codes, failures, words)
        for locale in component.translations()
        for unit in component.units(locale, "has:check")
    }
    assert failing == set()


def test_a_translator_sees_the_chinese_text_the_english_one_and_when_the_code_is_sent(
    codes: Component,
) -> None:
    unit = codes.unit("ja", "VALIDATE_CODE_ERROR")
    source, english = (
        polib.pofile(str(codes.clone / f"locales/{locale}/LC_MESSAGES/rv_i18n.po")).find(
            "VALIDATE_CODE_ERROR"
        )
        for locale in ("zh_CN", "en")
    )
    assert unit["source"] == [source.msgstr]
    assert unit["note"] == source.comment
    assert unit["note"].startswith("604\n")
    page = codes.weblate.browser.get(unit["web_url"]).text
    assert english.msgstr in html.unescape(page)


def test_codes_are_neither_added_nor_removed_in_weblate(codes: Component) -> None:
    unit = codes.unit("zh_CN", "FAIL")
    maintainer = codes.weblate.maintainer
    with pytest.raises(OSError, match="permission_denied"):
        maintainer.post(f"{unit['translation']}units/", json={"key": "NEW", "value": ["新"]})
    with pytest.raises(OSError, match="permission_denied"):
        maintainer.delete(unit["url"])


def test_weblate_shows_the_key_that_a_host_of_repositories_is_given(codes: Component) -> None:
    answer = requests.get(codes.weblate.url("keys/"), timeout=120)
    assert "ssh-" in answer.text


def test_edited_texts_come_back_as_a_change_of_only_these_texts(
    component: Component, studio: Studio
) -> None:
    expected = {
        locale: (
            header(studio.po(locale)),
            entries(studio.po(locale)).replace(f'"{TEXTS[locale][2]}"', f'"{text}"'),
        )
        for locale, text in EDITS.items()
    }
    for locale, text in EDITS.items():
        component.translate(locale, "FORBIDDEN", text)
    component.merge()

    changed = git(studio.root, "diff", "--name-only", "HEAD~4").split()
    assert changed == [f"locales/{locale}/LC_MESSAGES/my_studio.po" for locale in sorted(EDITS)]
    assert {
        locale: (header(studio.po(locale)), entries(studio.po(locale))) for locale in EDITS
    } == expected
    assert component.findings() == set()


def test_an_edited_source_text_has_the_others_looked_at_again(
    component: Component, studio: Studio
) -> None:
    source = entries(studio.po("zh_CN")).replace('"不允许"', '"您没有权限"')
    expected = {
        locale: entries(studio.po(locale)).replace(
            'msgid "FORBIDDEN"', '#, fuzzy\nmsgid "FORBIDDEN"'
        )
        for locale in EDITS
    }
    component.translate("zh_CN", "FORBIDDEN", "您没有权限")
    component.merge()

    assert entries(studio.po("zh_CN")) == source
    assert {locale: entries(studio.po(locale)) for locale in EDITS} == expected
    assert component.findings() == set()
    sync(studio)
    assert git(studio.root, "status", "--porcelain") == ""


def test_weblate_pushes_to_its_own_branch(component: Component, studio: Studio) -> None:
    main = git(studio.root, "rev-parse", "origin/main")
    component.translate("ja", "FORBIDDEN", EDITS["ja"])
    component.fetch()
    assert git(studio.root, "rev-parse", "origin/main") == main
    assert EDITS["ja"] in git(studio.root, "diff", "origin/main", BRANCH)


def entries(catalogue: Path) -> str:
    """A catalogue without its header, character for character."""
    return catalogue.read_text(encoding="utf-8").split("\n\n", 1)[1]


def header(catalogue: Path) -> dict[str, str]:
    """The fields of a catalogue's header that Weblate must not change."""
    fields = polib.pofile(str(catalogue)).metadata
    return {name: fields[name] for name in fields.keys() - CHANGING}


def test_a_project_of_ones_own_is_set_up_with_the_file_as_it_stands(
    weblate: Weblate, studio: Studio
) -> None:
    settings = json.loads((REPOSITORY / "examples/weblate.json").read_text(encoding="utf-8"))
    component = make_component(weblate, studio.root, settings)  # with addresses of its own
    assert set(component.translations()) == {"en", "ja", "ko", "zh_CN", "zh_TW"}
    component.translate("ja", "FORBIDDEN", "見る権限がありません")
    component.add_language("fr")
    component.merge()
    assert studio.text("ja", "FORBIDDEN") == "見る権限がありません"
    assert component.findings() == set()
