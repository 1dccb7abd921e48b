"""Trees that tests write, so that the tests do not depend on the shipped codes and languages.

From the smallest to the largest: catalogues alone, with an enum for them; a project of codes and
texts that a test names; ``Studio``, a whole project with catalogues in five languages.
"""

from __future__ import annotations

import enum
import os
import re
import shutil
import struct
import subprocess
import sys
import time
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.mofile import write_mo
from babel.messages.plurals import get_plural
from babel.messages.pofile import read_po

from rv_i18n import Catalog, ErrorCode
from rv_i18n.tools.lint import lint
from rv_i18n.tools.lint.findings import as_text
from rv_i18n.tools.project import Project, load_project

ROOT = Path(__file__).resolve().parents[2]
LOCALES = ROOT / "locales"

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


class Colour(enum.Enum):
    """A caller's own codes, with no ``symbol``."""

    RED = 1
    GREEN = 2
    BLUE = 3


class Farm(enum.IntEnum):
    """Codes that a caller names in every way."""

    OK = 0
    VALIDATE_CODE_ERROR = 604
    USER_AREA_ERROR = 608
    SIGNATURE_EXPIRED = 610
    NON_UPLOADABLE_FILES = 200025

    @property
    def symbol(self) -> str:
        """The symbolic name, which holds a space."""
        return self.name.replace("UPLOADABLE_", "UPLOADABLE ")


def catalog_for(localedir, codes=ErrorCode, domain="rv_i18n", default=("en", "zh_CN"), **settings):
    """A catalog with the farm's settings where a test names no others."""
    return Catalog(localedir, codes=codes, domain=domain, default=default, **settings)


def write(directory, locale, body="", suffix=".po", domain="rv_i18n", **texts):
    """Write a catalogue of these texts by name, as a .po or compiled, and return its path."""
    for symbol, text in texts.items():
        body += f"\nmsgid {quoted(symbol)}\nmsgstr {quoted(text)}\n"
    path = Path(directory, locale, "LC_MESSAGES", domain + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (HEADER + body).encode()
    compiler = compiled_plurals if "msgid_plural" in body else compiled
    path.write_bytes(compiler(data) if suffix == ".mo" else data)
    an_hour_ago = time.time() - 3600  # or a look-up would take it for a file that is being written
    os.utime(path, (an_hour_ago, an_hour_ago))
    return path


def plurals(rule, **forms):
    """What ``write`` takes for entries with these forms by name, and a Plural-Forms."""
    body = f'"Plural-Forms: {rule}\\n"\n'
    for symbol, texts in forms.items():
        body += f"\nmsgid {quoted(symbol)}\nmsgid_plural {quoted(symbol)}\n"
        body += "".join(f"msgstr[{at}] {quoted(text)}\n" for at, text in enumerate(texts))
    return body


def quoted(text):
    """A text as a string of a .po file."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return f'"{escaped}"'


def compiled(po):
    """The .mo that Babel makes of a .po."""
    file = BytesIO()
    write_mo(file, read_po(BytesIO(po)))
    return file.getvalue()


def compiled_plurals(po):
    """The .mo that msgfmt makes of a .po, which has the forms that there are, and the rule."""
    texts = {}
    for entry in polib.pofile(po.decode()):
        key, text = entry.msgid, entry.msgstr
        if entry.msgid_plural:
            key += f"\0{entry.msgid_plural}"
            text = "\0".join(entry.msgstr_plural.values())
        if "fuzzy" not in entry.flags and entry.msgctxt is None and text.strip("\0"):
            texts[key] = text
    header = polib.pofile(po.decode()).metadata
    texts[""] = "".join(f"{name}: {value}\n" for name, value in header.items())
    columns = [sorted(texts), [texts[key] for key in sorted(texts)]]
    start = 28 + 16 * len(texts)
    tables, data = b"", b""
    for strings in columns:
        for string in strings:
            encoded = string.encode()
            tables += struct.pack("<2I", len(encoded), start + len(data))
            data += encoded + b"\0"
    head = struct.pack("<6I", 0, len(texts), 28, 28 + 8 * len(texts), 0, start)
    return b"\xde\x12\x04\x95" + head + tables + data


def po_files(kind: str) -> list[Path]:
    """The files of tests/data/po that are valid, or invalid."""
    return sorted((ROOT / "tests/data/po" / kind).glob("*.po"))


def refusal(function, *arguments):
    """What this system says when a function fails: Windows has words of its own."""
    try:
        function(*arguments)
    except OSError as error:
        return error.strerror
    raise AssertionError(f"{function} did not fail")


def case_name(value):
    """A value as the name of a case, without a backslash: pytest would not find it by that name."""
    return ascii(value).replace("\\", "/")


def shipped(symbol, *locales):
    """The text that polib finds for a symbol in the first shipped catalogue that shows one."""
    for locale in (*locales, "en", "zh_CN"):
        entry = polib.pofile(str(LOCALES / locale / "LC_MESSAGES/rv_i18n.po")).find(symbol)
        if entry and entry.translated():
            return entry.msgstr
    return symbol


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
    source = "\n".join(["from rv_i18n import CodeEnum", "class Errors(CodeEnum):", *lines])
    (directory / "errors.py").write_text(source, encoding="utf-8")
    settings = f'[tool.rv-i18n]\ncodes = ["errors.py"]\ndomain = "studio"\n{table}'
    (directory / "pyproject.toml").write_text(settings, encoding="utf-8")
    for locale, by_name in texts.items():
        write(directory / "locales", locale, domain="studio", **by_name)
    return load_project(str(directory))


PYPROJECT = """\
[project]
name = "my-studio"

[tool.rv-i18n]
codes = ["my_studio/errors.py"]
localedir = "locales"
domain = "my_studio"
source = "zh_CN"
style.max-length = 70
style.end-stop = false
style.characters = "language"
style.punctuation = "language"
style.en.characters = "ascii"
bugs = "https://studio.example/bugs"
"""

CODES = '''\
"""Renders nothing: imported, it fails."""
import no_such_module
from rv_i18n import CodeEnum


class StudioError(CodeEnum):
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

LAST = '    APIError = 900, "The Python SDK raised an exception"\n'
ADDED = '    BRAND_NEW = 609, "Nobody has seen it yet"\n'

STUDIO_HEADER = r"""# {locale} texts of My Studio.
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

    def text(self, locale: str, symbol: str) -> str:
        """The text that polib finds for a symbol in a catalogue."""
        entry = polib.pofile(str(self.po(locale))).find(symbol)
        assert entry is not None
        text: str = entry.msgstr
        return text

    def files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.locales.rglob("*") if path.is_file()}

    def start(self, locale: str) -> Path:
        """A catalogue for another language, without a text yet, as Babel would begin it."""
        self.po(locale).parent.mkdir(parents=True)
        plurals = "nplurals=1; plural=0;" if locale == "tlh" else get_plural(locale).plural_forms
        header = STUDIO_HEADER.format(locale=locale, plurals=plurals)
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

    def said(self) -> list[str]:
        """What is found, a line each without its path, where nothing is unreadable."""
        findings, unreadable = self.lint()
        assert unreadable == []
        return [as_text([each]).removeprefix(f"{each.path}:").rstrip("\n") for each in findings]

    def run(self, *arguments, prefix=(), prelude="", **options) -> subprocess.CompletedProcess[str]:
        """Run the command in the project, in a process of its own."""
        code = f"{prelude}\nimport sys; from rv_i18n.cli import main; sys.exit(main())"
        command = [*prefix, sys.executable, "-c", code, *arguments]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.run(
            command,
            **{"cwd": self.root, "env": environment, **options},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )


def without_a_table(directory: Path) -> Studio:
    """Japanese texts and a template, which has the expected entries, and no project around them."""
    studio = Studio(directory)
    studio.pyproject.unlink()
    for locale in set(TEXTS) - {"ja"}:
        shutil.rmtree(studio.locales / locale)
    return studio


def catalogue(locale: str, texts: list[str]) -> str:
    plurals = PLURALS.get(locale, "nplurals=1; plural=0;")
    header = STUDIO_HEADER.format(locale=locale, plurals=plurals)
    return "\n".join([header, *map(entry, COMMENTS, texts)])


def template() -> str:
    header = STUDIO_HEADER.format(locale="LANGUAGE", plurals="")
    header = header.replace("#\nmsgid", "#\n#, fuzzy\nmsgid")
    lines = [line for line in header.split("\n") if not re.match('"(Language:|Plural)', line)]
    return "\n".join(["\n".join(lines), *(entry(symbol, "") for symbol in COMMENTS)])


def entry(symbol: str, text: str) -> str:
    number, description = COMMENTS[symbol]
    return f'#. {number}\n#. {description}\nmsgid "{symbol}"\nmsgstr "{text}"\n'


def edit(path: Path, old: str, new: str) -> None:
    """Replace text that occurs once in a file; a lone surrogate means a byte that is not UTF-8."""
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


def plain(text: str) -> str:
    """What was printed on a terminal, without its colours."""
    return re.sub(r"\x1b\[[0-9;]*m", "", text)


def steps_of(function):
    """The number of Python lines that a call runs: a measure of time that load does not affect."""
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
