"""Eight changes by a maintainer, made while translators write texts.

Each is a change of the code list or of a zh_CN text, and ``sync`` after it. Meanwhile three
languages edit the texts that stand nearest to it, and the changed one itself where that can merge.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, NamedTuple

from trees import Studio, set_text

from rv_i18n.tools.po.sync import sync as sync_project
from rv_i18n.tools.project import load_project

TEXTS = {"en": "Somebody wrote this", "ja": "だれかが書きました", "ko": "누군가 썼습니다"}
"""What the translators write."""


class Situation(NamedTuple):
    """A change, and the symbolic names whose texts are edited meanwhile, by language."""

    change: Callable[[Studio], None]
    edited: dict[str, str]


def sync(studio: Studio, **options: Any) -> None:
    """Update the project's catalogues to match its code list."""
    sync_project(load_project(str(studio.root)), **options)


RENAMED = {"CODE_WRONG": "SMS_CODE_WRONG"}


def add_between(studio: Studio) -> None:
    studio.change_codes(
        "    CODE_WRONG", '    SERVER_DOWN = 500, "The server is down"\n    CODE_WRONG'
    )
    sync(studio, texts={"SERVER_DOWN": "服务器故障"})


def add_behind_the_last(studio: Studio) -> None:
    code = '    SERVER_DOWN = 901, "The server is down"\n'
    studio.codes.write_text(studio.codes.read_text("utf-8") + code, "utf-8")
    sync(studio, texts={"SERVER_DOWN": "服务器故障"})


def remove(studio: Studio) -> None:
    studio.change_codes(
        '    CODE_WRONG = 604, "The code that was texted to a phone does not match"\n', ""
    )
    sync(studio, remove=True)


def rename(studio: Studio) -> None:
    studio.change_codes("CODE_WRONG", "SMS_CODE_WRONG")
    sync(studio, renames=RENAMED)


def redescribe(studio: Studio) -> None:
    studio.change_codes("The code that was texted to a phone", "What was typed and what was texted")
    sync(studio)


def renumber(studio: Studio) -> None:
    studio.change_codes("604", "850")
    sync(studio)


def change_zh_cn(studio: Studio) -> None:
    set_text(studio.po("zh_CN"), "CODE_WRONG", "手机验证码错误")


def start_a_language(studio: Studio) -> None:
    """Add a French catalogue with one text, made from the template."""
    lines = studio.template.read_text(encoding="utf-8").replace("#, fuzzy\n", "")
    fields = '"Language: fr\\n"\n"Plural-Forms: nplurals=2; plural=n > 1;\\n"\n'
    studio.po("fr").parent.mkdir(parents=True)
    studio.po("fr").write_text(lines.replace('"MIME', f'{fields}"MIME'), encoding="utf-8")
    set_text(studio.po("fr"), "FORBIDDEN", FRENCH)


FRENCH = "Ce n’est pas permis"

AROUND = {"en": "FORBIDDEN", "ja": "NO_LICENSE", "ko": "FORBIDDEN"}
VERY_ENTRY = dict.fromkeys(TEXTS, "CODE_WRONG")

STARTED = "a code is added while a language is started"
LAST = "a code is added behind the last"

SITUATIONS = {
    "a code is added between two": Situation(
        add_between, {"en": "FORBIDDEN", "ja": "CODE_WRONG", "ko": "FORBIDDEN"}
    ),
    LAST: Situation(add_behind_the_last, {"en": "BAD FILES", "ja": "APIError", "ko": "BAD FILES"}),
    "a code is removed": Situation(remove, AROUND),
    "a code is renamed": Situation(rename, AROUND),
    "a code's description is changed": Situation(redescribe, VERY_ENTRY),
    "a code has another number": Situation(renumber, AROUND),
    "a zh_CN text is changed": Situation(change_zh_cn, VERY_ENTRY),
    STARTED: Situation(add_between, AROUND),
}
