"""What tests/data records: answers of other programs, and codes and texts that change with none.

Three projects are made from them, or from as little.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from trees import ROOT, write_project

from rv_i18n.tools.project import Project


def _data(name: str) -> Any:
    return json.loads((ROOT / "tests/data" / name).read_text(encoding="utf-8"))


SEARCHED = _data("searched.json")
"""The codes with their texts in five languages, as ``table -f json`` once had them."""

MANY = _data("languages.json")
"""Texts by locale and name."""

RECORDED = _data("icu_answers.json")
"""What ICU answered to many requests, and which ICU it was."""

ICU = {
    catalogues: {
        request: answer
        for answer, requests in by_answer.items()
        for request in " ".join(requests).split()
    }
    for catalogues, by_answer in RECORDED["answers"].items()
}
"""By catalogues and by request, the answer of ICU, which has English as the default."""

ASKED = _data("asked.json")
"""What people asked for who had not seen the texts, with the codes that they meant.

The rules were measured with those that are "tuned"; those "held out" nobody looked at meanwhile.
"""

QUERIES = [
    (query, codes) for queries in _data("queries.json").values() for query, codes in queries.items()
]
"""What is searched for, and the codes that come first, or none where nothing is found."""


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


def several_lists(directory: Path) -> Project:
    """Codes in three lists: two share a name and a number, one has strings."""
    texts = {"FAILED": "It failed", "queue.FAILED": "Not queued", "NO_FUNDS": "No credit is left"}
    project = write_project(directory, {"FAILED": 5}, {"en": texts})
    (directory / "errors.py").write_text(
        "class Billing(CodeStrEnum):\n    NO_FUNDS = 'BIL-0002'\n    EXPIRED = 'BIL-0001'\n"
        "class Render(CodeEnum):\n    LATER = 7\n    FAILED = 5\n    BROKEN = 5\n"
        "class Queue(CodeEnum, prefix='queue.'):\n    FAILED = 5\n",
        encoding="utf-8",
    )
    return project
