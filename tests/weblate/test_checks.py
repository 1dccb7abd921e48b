"""Which of lint's rules Weblate itself checks: the table in docs/weblate.md."""

from __future__ import annotations

import re
from typing import NamedTuple

import polib
from component import Component, table_of
from trees import Studio, set_text

TRANSLATED = 20


class Example(NamedTuple):
    """A row of the table: ``rule`` finds a fault in ``text``; ``outcome`` is what Weblate does."""

    rule: str
    locale: str
    text: str
    outcome: str


def examples() -> list[Example]:
    """The rows of the table; ``{U+200B}`` stands for a character, ``× 71`` for so many times."""
    found = []
    for rule, locale, cell, outcome in table_of("What a translator is told, and where"):
        text, times = re.fullmatch(r"`(.+)`(?: × (\d+))?", cell).groups()
        text = re.sub(r"\{U\+(\w+)\}", lambda match: chr(int(match[1], 16)), text)
        found.append(Example(rule.strip("`"), locale, text * int(times or 1), outcome))
    return found


def test_each_text_is_found_and_weblate_does_with_it_what_the_table_says(
    component: Component, studio: Studio
) -> None:
    outcomes, rules = {}, {}
    for example in examples():
        component.translate(example.locale, "FORBIDDEN", example.text)
        unit = component.unit(example.locale, "FORBIDDEN")
        if unit["target"] != [example.text]:
            outcome = "fixes it"
        elif unit["state"] < TRANSLATED:
            outcome = "holds it back"
        else:
            outcome = "marks it" if unit["has_failing_check"] else "nothing"
        outcomes[example] = outcome

        path = studio.po(example.locale)
        content = path.read_bytes()
        set_text(path, "FORBIDDEN", example.text)
        rules[example] = {rule for _, symbol, rule in studio.found() if symbol == "FORBIDDEN"}
        path.write_bytes(content)

    assert {each: outcomes[each] for each in outcomes if outcomes[each] != each.outcome} == {}
    assert [each for each in rules if each.rule not in rules[each]] == []


def test_what_weblate_holds_back_is_marked_fuzzy_so_readers_do_not_see_it(
    component: Component, studio: Studio
) -> None:
    component.translate("en", "FORBIDDEN", "This is  not for you")
    component.merge()

    entry = polib.pofile(str(studio.po("en"))).find("FORBIDDEN")
    assert (entry.msgstr, entry.flags) == ("This is  not for you", ["fuzzy"])
    # lint only warns about it, so other people's texts are not held up.
    assert component.findings() == set()
    assert "double-space" in component.run("lint").stdout


def test_what_weblate_lets_through_blocks_nobody_elses_text(component: Component) -> None:
    component.translate("ja", "FORBIDDEN", "いいえ,許可されていません")
    component.merge()
    assert component.findings() == set()
    assert "half-width ," in component.run("lint").stdout
    assert component.run("lint", "--strict").returncode == 1


def test_a_text_that_keeps_the_rules_is_not_stopped(component: Component) -> None:
    component.add_language("fr")
    component.add_language("fa")
    texts = {
        "en": "You may not see “scene.ma”",
        "ja": "「scene.ma」を見る権限がありません（403）",
        "zh_TW": "您無權檢視 scene.ma，請聯絡管理員",
        "ko": "권한이 없습니다(403), 관리자에게 문의하십시오",
        "fr": "«\u00a0scene.ma\u00a0» n’est pas à vous\u202f; demandez à l’administrateur",
        "fa": "نمی\u200cتوانید این را ببینید",
    }
    for locale, text in texts.items():
        component.translate(locale, "FORBIDDEN", text)
    units = {locale: component.unit(locale, "FORBIDDEN") for locale in texts}
    assert {
        locale: (unit["target"], unit["state"], unit["has_failing_check"])
        for locale, unit in units.items()
    } == {locale: ([text], TRANSLATED, False) for locale, text in texts.items()}
