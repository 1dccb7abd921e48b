"""Asks fluent.runtime for sentences with a number, for the tests to compare with.

    python -m pip install fluent.runtime babel==2.19.0
    python scripts/fluent_answers.py        # writes tests/data/fluent.json

The forms are listed in the order of gettext's rule for the language, by the category that CLDR has
for their numbers. The categories for decimals alone are left out: gettext has no form for those.
"""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource

ROOT = Path(__file__).resolve().parent.parent

NUMBERS = [*range(31), 99, 100, 101, 102, 105, 111, 112, 121, 122, 200, 202, 211, 999, -1, -2, -5]

FORMS = {
    "ar": {
        "zero": "لا إطارات ({ $count })",
        "one": "إطار واحد ({ $count })",
        "two": "إطاران ({ $count })",
        "few": "{ $count } إطارات",
        "many": "{ $count } إطارًا",
        "other": "{ $count } إطار",
    },
    "cs": {"one": "{ $count } snímek", "few": "{ $count } snímky", "other": "{ $count } snímků"},
    "de": {"one": "{ $count } Bild", "other": "{ $count } Bilder"},
    "en": {"one": "{ $count } frame", "other": "{ $count } frames"},
    "fr": {"one": "{ $count } image", "many": "{ $count } d’images", "other": "{ $count } images"},
    "ja": {"other": "{ $count } フレーム"},
    "lv": {"zero": "{ $count } kadru", "one": "{ $count } kadrs", "other": "{ $count } kadri"},
    "pl": {"one": "{ $count } klatka", "few": "{ $count } klatki", "many": "{ $count } klatek"},
    "ru": {"one": "{ $count } кадр", "few": "{ $count } кадра", "many": "{ $count } кадров"},
    "sl": {
        "one": "{ $count } sličica",
        "two": "{ $count } sličici",
        "few": "{ $count } sličice",
        "other": "{ $count } sličic",
    },
}
"""The texts by language and category."""


def main() -> None:
    """Write the answers."""
    found = {
        language: {
            "forms": [form.replace("{ $count }", "{count}") for form in forms.values()],
            "texts": {number: said(language, forms, number) for number in NUMBERS},
        }
        for language, forms in FORMS.items()
    }
    about = {"fluent.runtime": version("fluent.runtime"), "babel": version("babel")}
    lines = [  # a line a language
        json.dumps({language: answers}, ensure_ascii=False)[1:-1]
        for language, answers in found.items()
    ]
    text = json.dumps({**about, "languages": {}}, indent=1)
    text = text.replace("{}", "{\n" + ",\n".join(lines) + "\n}")
    (ROOT / "tests/data/fluent.json").write_text(text + "\n", encoding="utf-8")


def said(language: str, forms: dict[str, str], number: int) -> str:
    """Return what fluent.runtime says for a number."""
    variants = [f"    [{category}] {text}\n" for category, text in forms.items()]
    variants[-1] = "   *" + variants[-1].lstrip()
    bundle = FluentBundle([language], use_isolating=False)
    bundle.add_resource(FluentResource(f"x = {{ $count ->\n{''.join(variants)}    }}\n"))
    text, errors = bundle.format_pattern(bundle.get_message("x").value, {"count": number})
    assert not errors, errors
    return str(text)


if __name__ == "__main__":
    main()
