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


def write_project(
    directory: Path,
    codes: Mapping[str, int],
    texts: Mapping[str, Mapping[str, str]],
    table: str = "",
) -> Project:
    """A project in ``directory``: ``codes`` by name, ``texts`` by locale and name."""
    lines = [f"    C{at} = {number}, '', {name!r}" for at, (name, number) in enumerate(codes.items())]
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
    rows = json.loads((ROOT / "tests/data/searched.json").read_text(encoding="utf-8"))
    codes = {row["symbol"]: row["code"] for row in rows}
    texts = {
        locale: {row["symbol"]: row["messages"][locale] for row in rows}
        for locale in rows[0]["messages"]
    }
    return write_project(directory, codes, texts)


QUERIES = [
    (query, codes)
    for queries in json.loads((ROOT / "tests/data/queries.json").read_text("utf-8")).values()
    for query, codes in queries.items()
]
"""What is searched for, and the codes that come first, or none where nothing is found."""
