"""What a translator does in Weblate, and what comes back to this repository."""

from __future__ import annotations

import gettext
import json
import subprocess
import sys
from pathlib import Path

import polib
import pytest
from component import Component, settings

from rv_i18n import Catalog, ErrorCode

pytestmark = pytest.mark.weblate

# A text for 403 that is as good as the one there is.
EDITS = {
    "en": "You are not allowed to do this",
    "ja": "この操作は許可されていません",
    "zh_TW": "您無權執行這項操作",
    "ko": "이 작업을 수행할 수 없습니다",
}

# The fields of a header that Weblate rewrites with a text.
CHANGING = {"PO-Revision-Date", "Last-Translator", "Language-Team", "Plural-Forms"}


def test_the_settings_of_the_contributing_page_are_in_force(untouched: Component) -> None:
    answer = {
        **untouched.answer,
        "source_language": untouched.answer["source_language"]["code"],
    }
    # A setting that a component may inherit from its project says so in a field of its own.
    in_force = {name: answer.get(f"effective_{name}", answer[name]) for name in settings()}
    assert in_force == settings()


def test_five_languages_are_found_and_each_is_complete(untouched: Component) -> None:
    found = untouched.translations()
    assert {
        locale: (one["language"]["code"], one["total"], one["translated"])
        for locale, one in found.items()
    } == {
        "zh_CN": ("zh_Hans", 58, 58),
        "en": ("en", 58, 58),
        "ja": ("ja", 58, 58),
        "zh_TW": ("zh_Hant", 58, 58),
        "ko": ("ko", 58, 58),
    }
    assert [locale for locale, one in found.items() if one["is_source"]] == ["zh_CN"]


def test_no_text_fails_a_check(untouched: Component) -> None:
    failing = {
        (locale, unit["context"], *unit["target"])
        for locale in untouched.translations()
        for unit in untouched.units(locale, "has:check")
    }
    assert failing == set()


def test_a_translator_sees_the_source_the_number_and_when_the_code_is_sent(
    untouched: Component,
) -> None:
    unit = untouched.unit("ja", "VALIDATE_CODE_ERROR")
    assert unit["source"] == ["手机验证码错误"]
    assert unit["note"] == "604\nThe verification code does not match the one texted to the phone"


def test_codes_are_neither_added_nor_removed_in_weblate(untouched: Component) -> None:
    unit = untouched.unit("zh_CN", "FAIL")
    maintainer = untouched.weblate.maintainer
    with pytest.raises(OSError, match="permission_denied"):
        maintainer.post(f"{unit['translation']}units/", json={"key": "NEW", "value": ["新"]})
    with pytest.raises(OSError, match="permission_denied"):
        maintainer.delete(unit["url"])


@pytest.mark.parametrize("locale", EDITS)
def test_an_edited_text_comes_back_as_a_change_of_that_text_alone(
    component: Component, locale: str, tmp_path: Path
) -> None:
    catalogue = component.catalogue(locale)
    old = Catalog(component.localedir).message(403, locale)
    new = EDITS[locale]
    expected = header(catalogue), entries(catalogue).replace(f'"{old}"', f'"{new}"')

    component.translate(locale, "FORBIDDEN", new)
    component.pull()

    changed = component.git("diff", "--name-only", "HEAD~").split()
    assert changed == [f"locales/{locale}/LC_MESSAGES/rv_i18n.po"]
    assert (header(catalogue), entries(catalogue)) == expected
    assert lint(component.localedir) == []
    assert compiled(catalogue, locale, tmp_path).gettext("FORBIDDEN") == new
    assert Catalog(component.localedir).message(403, locale) == new


def test_an_edited_source_text_waits_for_the_translators(component: Component) -> None:
    source = component.catalogue("zh_CN")
    expected_source = entries(source).replace('"没有权限"', '"您没有权限"')
    expected = {
        locale: entries(component.catalogue(locale)).replace(
            'msgid "FORBIDDEN"', '#, fuzzy\nmsgid "FORBIDDEN"'
        )
        for locale in EDITS
    }

    component.translate("zh_CN", "FORBIDDEN", "您没有权限")
    component.pull()

    assert entries(source) == expected_source
    assert {locale: entries(component.catalogue(locale)) for locale in EDITS} == expected
    assert lint(component.localedir) == [(locale, "FORBIDDEN", "fuzzy") for locale in sorted(EDITS)]
    # What nobody has looked at again is not shown, English included: the source is.
    messages = Catalog(component.localedir)
    assert {messages.message(403, locale) for locale in EDITS} == {"您没有权限"}

    for locale, text in EDITS.items():
        component.translate(locale, "FORBIDDEN", text)
    component.pull()

    assert lint(component.localedir) == []
    messages = Catalog(component.localedir)
    assert {locale: messages.message(403, locale) for locale in EDITS} == EDITS


def test_a_new_language_starts_with_every_code_and_falls_through_to_english(
    component: Component,
) -> None:
    english = Catalog(component.localedir)

    component.add_language("fr")
    component.pull()

    template = polib.pofile(str(component.localedir / "rv_i18n.pot"))
    skeleton = polib.pofile(str(component.catalogue("fr")))
    assert [entry.msgid for entry in skeleton] == [code.symbol for code in sorted(ErrorCode)]
    assert [(entry.msgid, entry.comment) for entry in skeleton] == [
        (entry.msgid, entry.comment) for entry in template
    ]
    assert not any(entry.msgstr for entry in skeleton)

    component.translate("fr", "FORBIDDEN", "Vous n’avez pas le droit de faire cela")
    component.pull()

    messages = Catalog(component.localedir)
    assert messages.message(403, "fr-CA") == "Vous n’avez pas le droit de faire cela"
    others = set(ErrorCode) - {ErrorCode.FORBIDDEN}
    assert {code: messages.message(code, "fr") for code in others} == {
        code: english.message(code, "en") for code in others
    }
    # Of the header that Weblate wrote, and of the one text, nothing is wrong.
    assert sorted(lint(component.localedir)) == sorted(
        ("fr", code.symbol, "empty") for code in others
    )


@pytest.mark.parametrize(
    ("locale", "text", "rule"),
    [
        pytest.param("en", "You do not have permission to do this.", "end-stop", id="full stop"),
        pytest.param(
            "ja", "この操作を行う权限がありません", "foreign-character", id="Simplified in Japanese"
        ),
    ],
)
def test_a_bad_edit_is_caught_before_it_is_merged(
    component: Component, locale: str, text: str, rule: str
) -> None:
    component.translate(locale, "FORBIDDEN", text)
    component.pull()

    assert lint(component.localedir) == [(locale, "FORBIDDEN", rule)]


def test_sync_leaves_what_weblate_has_written_as_it_is(component: Component) -> None:
    component.translate("zh_CN", "FORBIDDEN", "您没有权限")
    component.translate("ko", "FORBIDDEN", EDITS["ko"])
    component.add_language("pl")
    component.pull()

    subprocess.run([sys.executable, "-m", "rv_i18n", "sync", component.localedir], check=True)

    assert component.git("diff") == ""


def entries(catalogue: Path) -> str:
    """A catalogue without its header, character for character."""
    return catalogue.read_text(encoding="utf-8").split("\n\n", 1)[1]


def header(catalogue: Path) -> dict[str, str]:
    """The fields of a catalogue's header that Weblate has no business to change."""
    fields = polib.pofile(str(catalogue)).metadata
    return {name: fields[name] for name in fields.keys() - CHANGING}


def lint(localedir: Path) -> list[tuple[str, str, str]]:
    """What ``rv-i18n lint`` finds: locale, symbol and rule."""
    done = subprocess.run(
        [sys.executable, "-m", "rv_i18n", "lint", localedir, "--format", "json"],
        stdout=subprocess.PIPE,
        check=False,
    )
    findings = json.loads(done.stdout)
    assert done.returncode == bool(findings)
    return [(one["locale"], one["symbol"], one["rule"]) for one in findings]


def compiled(catalogue: Path, locale: str, directory: Path) -> gettext.NullTranslations:
    """A catalogue compiled by Babel, as the standard library reads it."""
    target = directory / locale / "LC_MESSAGES" / "rv_i18n.mo"
    target.parent.mkdir(parents=True)
    babel = [sys.executable, "-m", "babel.messages.frontend", "compile"]
    subprocess.run(
        [*babel, f"--locale={locale}", f"--input-file={catalogue}", f"--output-file={target}"],
        check=True,
    )
    return gettext.translation("rv_i18n", directory, [locale])
