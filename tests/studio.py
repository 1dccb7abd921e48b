"""A project of its own for tests: a table, an enum, and catalogues in five languages.

It stays as it is whatever codes and languages the package has.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

from babel.messages.plurals import get_plural

from rv_i18n.tools.po.lint import lint
from rv_i18n.tools.project import load_project

PYPROJECT = """\
[project]
name = "my-studio"

[tool.rv-i18n]
codes = ["my_studio/errors.py"]
localedir = "locales"
domain = "my_studio"
source = "zh_CN"
bugs = "https://studio.example/bugs"
"""

CODES = '''\
"""Renders nothing: imported, it fails."""
import no_such_module
from enum import IntEnum


class StudioError(IntEnum):
    FAIL = 100, "The request failed and nobody knows why"
    SUCCESS = 200, "The request was answered"
    FORBIDDEN = 403, "The artist may not see this"
    CODE_WRONG = 604, "The code that was texted to a phone does not match"
    NO_LICENSE = 700, "No license for the renderer is free"
    BAD_FILES = 800, "A file is missing or damaged", "BAD FILES"
    APIError = 900, "The Python SDK raised an exception"
'''

COMMENTS = {
    "FAIL": (100, "The request failed and nobody knows why"),
    "SUCCESS": (200, "The request was answered"),
    "FORBIDDEN": (403, "The artist may not see this"),
    "CODE_WRONG": (604, "The code that was texted to a phone does not match"),
    "NO_LICENSE": (700, "No license for the renderer is free"),
    "BAD FILES": (800, "A file is missing or damaged"),
    "APIError": (900, "The Python SDK raised an exception"),
}

TEXTS = {
    "en": ["It failed", "All is well", "Not allowed", "The code is incorrect", "No license is free",
           "A file is damaged", "An exception was raised"],
    "ja": ["失敗しました", "成功しました", "許可されていません", "認証コードが正しくありません",
           "ライセンスがありません", "ファイルが壊れています", "例外が発生しました"],
    "ko": ["실패했습니다", "성공했습니다", "허용되지 않습니다", "인증번호가 올바르지 않습니다",
           "라이선스가 없습니다", "파일이 손상되었습니다", "예외가 발생했습니다"],
    "zh_CN": ["失败", "成功", "不允许", "验证码错误", "没有许可证", "文件损坏", "抛出异常"],
    "zh_TW": ["失敗", "成功", "不允許", "驗證碼錯誤", "沒有授權", "檔案損毀", "拋出例外"],
}  # fmt: skip

PLURALS = {"en": "nplurals=2; plural=(n != 1);"}

HEADER = r"""# {locale} texts of My Studio.
# This file is distributed under the same license as my-studio.
#
msgid ""
msgstr ""
"Project-Id-Version: my-studio 1\n"
"Report-Msgid-Bugs-To: https://studio.example/bugs\n"
"POT-Creation-Date: 2026-11-23 12:00+0000\n"
"PO-Revision-Date: 2026-11-23 12:00+0000\n"
"Last-Translator: FULL NAME <EMAIL@ADDRESS>\n"
"Language: {locale}\n"
"Language-Team: {locale} <LL@li.org>\n"
"Plural-Forms: {plurals}\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Generated-By: Babel 2.18.0\n"
"""


class Studio:
    """The project in a directory, with files that a test may change."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.locales = root / "locales"
        self.codes = root / "my_studio/errors.py"
        self.pyproject = root / "pyproject.toml"
        self.template = self.locales / "my_studio.pot"
        self.codes.parent.mkdir()
        self.pyproject.write_text(PYPROJECT, encoding="utf-8")
        self.codes.write_text(CODES, encoding="utf-8")
        for locale, texts in TEXTS.items():
            self.po(locale).parent.mkdir(parents=True)
            self.po(locale).write_bytes(catalogue(locale, texts).encode())
        self.template.write_bytes(template().encode())
        self.ja = self.po("ja")

    def po(self, locale: str) -> Path:
        return self.locales / locale / "LC_MESSAGES/my_studio.po"

    def files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.locales.rglob("*") if path.is_file()}

    def start(self, locale: str) -> Path:
        """A catalogue for another language, without a text yet, as Babel would begin it."""
        self.po(locale).parent.mkdir(parents=True)
        plurals = "nplurals=1; plural=0;" if locale == "tlh" else get_plural(locale).plural_forms
        header = HEADER.format(locale=locale, plurals=plurals)
        text = "\n".join([header, *(entry(symbol, "") for symbol in COMMENTS)])
        self.po(locale).write_bytes(text.encode())
        return self.po(locale)

    def change_codes(self, old: str, new: str) -> None:
        edit(self.codes, old, new)

    def lint(self, **options):
        """Findings and unreadable files."""
        return lint(load_project(str(self.root)), **options)

    def found(self, about: str = "") -> set[tuple[str, str, str]]:
        """Locale, symbol and rule of what is found, where nothing is unreadable."""
        findings, unreadable = self.lint()
        assert unreadable == []
        return {(each.locale, each.symbol, each.rule) for each in findings if about in each.path}

    def run(self, *arguments, prefix=(), prelude="", **options) -> subprocess.CompletedProcess[str]:
        """Run the command in the project, in a process of its own."""
        code = f"{prelude}\nimport sys; from rv_i18n.cli import main; sys.exit(main())"
        command = [*prefix, sys.executable, "-c", code, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
        return subprocess.run(
            command,
            **{"cwd": self.root, "env": environment, **options},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def catalogue(locale: str, texts: list[str]) -> str:
    header = HEADER.format(locale=locale, plurals=PLURALS.get(locale, "nplurals=1; plural=0;"))
    return "\n".join([header, *map(entry, COMMENTS, texts)])


def template() -> str:
    header = HEADER.format(locale="LANGUAGE", plurals="").replace("#\nmsgid", "#\n#, fuzzy\nmsgid")
    lines = [line for line in header.split("\n") if not re.match('"(Language:|Plural)', line)]
    return "\n".join(["\n".join(lines), *(entry(symbol, "") for symbol in COMMENTS)])


def entry(symbol: str, text: str) -> str:
    number, description = COMMENTS[symbol]
    return f'#. {number}\n#. {description}\nmsgid "{symbol}"\nmsgstr "{text}"\n'


def edit(path: Path, old: str, new: str) -> None:
    """Replace what stands in a file once; a lone surrogate stands for a byte that is not UTF-8."""
    text = path.read_bytes().decode()
    assert text.count(old) == 1, (text.count(old), old)
    path.write_bytes(text.replace(old, new).encode("utf-8", "surrogateescape"))


def set_text(path: Path, symbol: str, text: str) -> None:
    """Give an entry another text, as an editor of text files would."""
    pattern = re.compile(rf'(msgid "{symbol}"\n)msgstr ".*"')
    before = path.read_bytes().decode()
    after = pattern.sub(lambda match: f'{match[1]}msgstr "{text}"', before)
    assert after != before
    path.write_bytes(after.encode())


def steps_of(function):
    """The lines of Python that a call runs: a measure of time that no busy machine changes."""
    count = 0

    def trace(frame, event, argument):
        nonlocal count
        count += 1
        return trace

    before = sys.gettrace()
    sys.settrace(trace)
    try:
        function()
    finally:
        sys.settrace(before)
    return count
