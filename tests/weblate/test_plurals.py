"""A plural in Weblate: it is added, translated, started in a new language, and comes back."""

from __future__ import annotations

import json

import polib
import pytest
from component import Component, Weblate, make_component, settings_of
from forms import set_forms
from repository import git
from trees import Studio, edit

TRANSLATED = 20

FRAMES = ["{count} frame of {scene} failed", "{count} frames of {scene} failed"]
FORMS = {
    "pl": [
        "Nie powiodła się {count} klatka {scene}",
        "Nie powiodły się {count} klatki {scene}",
        "Nie powiodło się {count} klatek {scene}",
    ],
    "ar": [
        "لم يفشل أي إطار من {scene}", "فشل إطار واحد من {scene}", "فشل إطاران من {scene}",
        "فشلت {count} إطارات من {scene}", "فشل {count} إطارًا من {scene}",
        "فشل {count} إطار من {scene}",
    ],
    "ja": ["{scene} の {count} フレームが失敗しました"],
}  # fmt: skip
CODE = '    FRAMES = 1000, "Some frames of a job failed"\n'


@pytest.fixture(scope="module")
def translated(weblate: Weblate, tmp_path_factory: pytest.TempPathFactory) -> Component:
    """Polish is there, a code with forms is added, and Arabic is started after it."""
    studio = Studio(tmp_path_factory.mktemp("plurals"))
    edit(studio.pyproject, 'source = "zh_CN"', 'source = "en"')
    settings = settings_of("The error codes") | {"source_language": "en"}
    settings.pop("secondary_language", None)
    for name in ("filemask", "template", "new_base"):
        path = settings[name].replace("rv_i18n", "my_studio")
        settings[name] = path.replace("zh_CN", "en") if name == "template" else path
    component = make_component(weblate, studio.root, settings)
    component.add_language("pl")
    component.merge()
    with studio.codes.open("a", encoding="utf-8") as file:
        file.write(CODE)
    assert component.run("sync").returncode == 0
    set_forms(studio.po("en"), "FRAMES", FRAMES)
    assert component.run("sync").returncode == 0
    component.push_main("Add a code with forms")
    component.add_language("ar")
    for locale, forms in FORMS.items():
        url = component.unit(locale, "FRAMES")["url"]
        weblate.translator.patch(url, json={"state": TRANSLATED, "target": forms})
    component.merge()
    return component


@pytest.mark.parametrize("locale", FORMS)
def test_weblate_shows_a_field_for_each_form_of_the_language(
    translated: Component, locale: str
) -> None:
    unit = translated.unit(locale, "FRAMES")
    assert (unit["source"], unit["target"]) == (FRAMES, FORMS[locale])


@pytest.mark.parametrize("locale", FORMS)
def test_forms_that_were_translated_come_back_in_the_repository(
    translated: Component, locale: str
) -> None:
    path = translated.clone / "locales" / locale / "LC_MESSAGES/my_studio.po"
    entry = polib.pofile(str(path)).find("FRAMES")
    assert entry is not None
    assert (entry.msgid_plural, list(entry.msgstr_plural.values())) == ("FRAMES", FORMS[locale])


def test_lint_finds_nothing_in_what_came_back(translated: Component) -> None:
    assert [each for each in translated.findings() if each[1] == "FRAMES"] == []


def test_sync_adds_the_flag_to_the_language_that_was_started(translated: Component) -> None:
    assert translated.run("sync").returncode == 0
    lines = git(translated.clone, "diff", "--unified=0").splitlines()
    heads = ("+++ ", "--- ")
    changed = [line for line in lines if line[:1] in "+-" and not line.startswith(heads)]
    assert changed == ["+#, python-brace-format"]
    assert "+++ b/locales/ar/LC_MESSAGES/my_studio.po" in lines


def test_readers_are_shown_the_forms_that_were_translated(translated: Component) -> None:
    done = translated.run("table", "--format", "json")
    row = next(row for row in json.loads(done.stdout) if row["symbol"] == "FRAMES")
    assert {locale: list(row["plurals"][locale].values()) for locale in FORMS} == FORMS


def test_weblate_holds_back_a_form_that_lost_a_field(translated: Component) -> None:
    component, (*first, last) = translated, FORMS["pl"]
    url = component.unit("pl", "FRAMES")["url"]
    states = []
    for form in (last.replace("{scene}", ""), last):
        component.weblate.translator.patch(
            url, json={"state": TRANSLATED, "target": [*first, form.strip()]}
        )
        states.append(component.unit("pl", "FRAMES")["state"])
    assert states[0] < TRANSLATED == states[1]
