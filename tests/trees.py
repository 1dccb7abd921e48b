"""Projects that a test makes: a few codes, their texts, and the table that names them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import polib
from conftest import ROOT

from rv_i18n.tools.project import Project, load_project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any


def write_project(
    directory: Path,
    codes: Mapping[str, int],
    texts: Mapping[str, Mapping[str, str]],
    table: str = "",
) -> Project:
    """A project in ``directory``: ``codes`` by name, ``texts`` by locale and name."""
    lines = [
        f"    C{at} = {number}, '', {name!r}" for at, (name, number) in enumerate(codes.items())
    ]
    source = "\n".join(["from enum import IntEnum", "class Errors(IntEnum):", *lines])
    (directory / "errors.py").write_text(source, encoding="utf-8")
    settings = f'[tool.rv-i18n]\ncodes = ["errors.py"]\ndomain = "studio"\n{table}'
    (directory / "pyproject.toml").write_text(settings, encoding="utf-8")
    for locale, by_name in texts.items():
        write_catalogue(directory, locale, by_name)
    return load_project(str(directory))


def write_catalogue(directory: Path, locale: str, texts: Mapping[str, str]) -> Path:
    """The catalogue of a locale, with these texts alone."""
    po = polib.POFile()
    po.metadata = {"Content-Type": "text/plain; charset=UTF-8", "Language": locale}
    po.extend(polib.POEntry(msgid=name, msgstr=text) for name, text in texts.items())
    file = directory / "locales" / locale / "LC_MESSAGES" / "studio.po"
    file.parent.mkdir(parents=True, exist_ok=True)
    po.save(str(file))
    return file


def searched_project(directory: Path) -> Project:
    """The codes and texts of data/searched.json, which change with no mended text."""
    codes = {row["symbol"]: row["code"] for row in SEARCHED}
    texts = {
        locale: {row["symbol"]: row["messages"][locale] for row in SEARCHED}
        for locale in SEARCHED[0]["messages"]
    }
    return write_project(
        directory, codes, texts, 'families = {0 = "General", 800 = "Accounts and signing in"}'
    )


def project_of_many_languages(directory: Path) -> Project:
    """Seventeen languages, most of them hardly begun, from the right and from the left."""
    codes = {
        "FAIL": 100,
        "VALIDATE_CODE_ERROR": 604,
        "ACCOUNT_PASSWORD_FAIL": 805,
        "JSON_FILE_UPLOAD_FAILED": 20004,
        "RayvisionError": 1000000,
    }
    return write_project(directory, codes, MANY, 'source = "zh_CN"\ntitle = "Codes of a studio"')


def _data(name: str) -> Any:
    return json.loads((ROOT / "tests/data" / name).read_text(encoding="utf-8"))


SEARCHED = _data("searched.json")
"""The codes with their texts in five languages, as ``table -f json`` once had them."""

MANY = _data("languages.json")
"""Texts by locale and name."""

QUERIES = [
    (query, codes) for queries in _data("queries.json").values() for query, codes in queries.items()
]
"""What is searched for, and the codes that come first, or none where nothing is found."""
