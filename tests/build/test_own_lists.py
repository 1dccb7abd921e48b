"""Ordinary lists of codes, each from nothing to a page and a look-up from an installed wheel."""

from __future__ import annotations

import json
import re
import shutil
import subprocess
import sys
import venv
import zipfile
from datetime import date
from pathlib import Path

import babel
import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from processes import rv_i18n
from trees import ROOT, edit, set_text

from rv_i18n.tools.po.plurals import rule_of

PYPROJECT = """\
[build-system]
requires = ["{backend}"]
build-backend = "{module}"

[project]
name = "studio-errors"
version = "1.0"
requires-python = ">=3.9"
dependencies = ["rv-i18n"]

[tool.rv-i18n]
codes = ["src/studio_errors/errors.py"]
localedir = "src/studio_errors/locales"
domain = "studio"
title = "Errors of the studio"
"""

TEXTS = """\
from importlib.resources import files

from rv_i18n import Catalog

from .errors import {enums}

catalog = Catalog(
    files(__package__) / "locales", codes=[{enums}], domain="studio", default="en"
)
"""

STRINGS = """\
{imports}


class Billing({bases}):
    NO_FUNDS = "BIL-0001"
    \"\"\"The account has too little credit\"\"\"
    EXPIRED = "BIL-0002"  # an ordinary comment
"""

HTTP = """\
from enum import IntEnum


class Status(IntEnum):
    \"\"\"In the form of http.HTTPStatus.\"\"\"

    def __new__(cls, value, phrase, description=""):
        obj = int.__new__(cls, value)
        obj._value_ = value
        obj.phrase = phrase
        obj.description = description
        return obj

    QUEUED = 101, "Queued", "The frames wait for a node"
    CRASHED = 500, "Crashed", "The renderer stopped"
"""

THREE = """\
from enum import IntEnum

from rv_i18n import CodeEnum, CodeStrEnum


class Render(IntEnum):
    NO_GPU = 1
    OUT_OF_MEMORY = 2


class Billing(CodeEnum, prefix="billing."):
    NO_FUNDS = 1, "The account has too little credit"
    EXPIRED = 2


class Upload(CodeStrEnum, prefix="upload."):
    EXPIRED = "UPL-1", "The address to upload to is no longer valid"
"""


class Package:
    """A package with a list of codes, in a directory that had nothing."""

    def __init__(self, root: Path, source: str, *enums: str, backend: str, module: str) -> None:
        self.root = root
        self.source = root / "src/studio_errors"
        self.locales = self.source / "locales"
        self.locales.mkdir(parents=True)
        pyproject = PYPROJECT.format(backend=backend, module=module)
        (root / "pyproject.toml").write_text(pyproject)
        (self.source / "__init__.py").touch()
        (self.source / "errors.py").write_text(source)
        (self.source / "texts.py").write_text(TEXTS.format(enums=", ".join(enums)))

    def run(self, *arguments: str) -> str:
        """Run a command of this tree in the package, and return its output."""
        done = rv_i18n(*arguments, cwd=self.root, env={"PYTHONPATH": str(ROOT)})
        assert (done.returncode, done.stderr) == (0, "")
        return done.stdout

    def translate(self, english: dict[str, str], japanese: dict[str, str]) -> None:
        """Write the catalogues of two languages, and compile them."""
        texts = (word for pair in english.items() for word in ("--text", "=".join(pair)))
        self.run("sync", *texts, "--start", "ja")
        for symbol, text in japanese.items():
            set_text(self.locales / "ja/LC_MESSAGES/studio.po", symbol, text)
        self.compile()

    def compile(self) -> None:
        """Compile the catalogues, in which nothing is wrong."""
        assert self.run("lint") == ""
        babel = [sys.executable, "-m", "babel.messages.frontend", "-q", "compile", "-D", "studio"]
        subprocess.run([*babel, "-d", self.locales], check=True)

    def page(self) -> str:
        """The reference page."""
        self.run("table", "-f", "html", "-o", "errors.html")
        return (self.root / "errors.html").read_text(encoding="utf-8")


def ask(installed, wheel: Path, site: Path, *codes: str) -> list[str]:
    """The Japanese texts that a program has which installed the wheel, far from its source."""
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(site)
    asked = f"for code in ({', '.join(codes)},): print(catalog.message(code, 'ja'))"
    script = f"from studio_errors.texts import catalog\nfrom studio_errors.errors import *\n{asked}"
    return installed.run("-X", "utf8", "-c", script, PYTHONPATH=str(site)).stdout.splitlines()


def built(package: Package, target: Path) -> Path:
    """The wheel of a package."""
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", target]
    done = subprocess.run([*build, package.root], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return next(target.glob("*.whl"))


HATCHLING = {"backend": "hatchling", "module": "hatchling.build"}


def test_a_list_of_strings_gets_to_a_page_and_an_installed_look_up(installed, tmp_path):
    if sys.version_info >= (3, 11):
        source = STRINGS.format(imports="from enum import StrEnum", bases="StrEnum")
    else:
        source = STRINGS.format(imports="from enum import Enum", bases="str, Enum")
    package = Package(tmp_path / "package", source, "Billing", **HATCHLING)
    package.translate(
        {"NO_FUNDS": "Top up the account", "EXPIRED": "The offer has expired"},
        {"NO_FUNDS": "チャージしてください", "EXPIRED": "期限が切れました"},
    )
    template = (package.locales / "studio.pot").read_text(encoding="utf-8")
    assert '#. BIL-0001\n#. The account has too little credit\nmsgid "NO_FUNDS"' in template
    assert package.run("message", "bil-0001", "-l", "ja") == "チャージしてください\n"
    page = package.page()
    assert all(word in page for word in ("BIL-0002", "EXPIRED", "期限が切れました"))
    wheel = built(package, tmp_path / "dist")
    asked = ("'BIL-0002'", "Billing.NO_FUNDS", "'expired'")
    assert ask(installed, wheel, tmp_path / "site", *asked) == [
        "期限が切れました", "チャージしてください", "期限が切れました",
    ]  # fmt: skip


def test_a_list_in_the_form_of_http_status_gets_to_a_page_and_an_installed_look_up(
    installed, tmp_path
):
    package = Package(tmp_path / "package", HTTP, "Status", **HATCHLING)
    package.translate(
        {"QUEUED": "The frames are waiting", "CRASHED": "The renderer crashed"},
        {"QUEUED": "待機中です", "CRASHED": "レンダラーが停止しました"},
    )
    template = (package.locales / "studio.pot").read_text(encoding="utf-8")
    assert '#. 500\n#. The renderer stopped\nmsgid "CRASHED"' in template
    assert "レンダラーが停止しました" in package.page()
    wheel = built(package, tmp_path / "dist")
    assert ask(installed, wheel, tmp_path / "site", "101", "Status.CRASHED") == [
        "待機中です", "レンダラーが停止しました",
    ]  # fmt: skip


FRAMES = """\
from rv_i18n import CodeEnum


class Job(CodeEnum):
    FRAMES_FAILED = 1, "Some frames of a job failed"
"""

ASK = """\
import datetime, json
from studio_errors.texts import catalog
values = {"size": 1234567.5, "when": datetime.date(2026, 11, 24)}
found = {}
for locale in %r:
    message = catalog.lookup("FRAMES_FAILED", locale)
    found[locale] = [message.format(count=n, **values, strict=True) for n in range(1001)]
print(json.dumps(found))
"""


def test_a_plural_a_number_and_a_date_are_as_babel_writes_them_once_installed(installed, tmp_path):
    """The form is GNU ngettext's, as it was recorded, and the values are Babel's."""
    package = Package(tmp_path / "package", FRAMES, "Job", **HATCHLING)
    locales = ["en", "pl", "ru", "ar", "ja", "fr"]
    package.run("sync")
    plural = 'msgid_plural "x"\nmsgstr[0] ""\nmsgstr[1] ""\n'
    source = package.locales / "en/LC_MESSAGES/studio.po"
    edit(source, 'FAILED"\nmsgstr ""\n', f'FAILED"\n{plural}')
    package.run("sync", *(word for locale in locales[1:] for word in ("--start", locale)))
    rules = {locale: rule_of(locale) for locale in locales}
    for locale in locales:
        path = package.locales / locale / "LC_MESSAGES/studio.po"
        text = re.sub(
            r'^msgstr\[(\d)\] ""', r'msgstr[\1] "\1: {count}, {size:number}, {when:date}"',
            path.read_text(encoding="utf-8"), flags=re.MULTILINE,
        )  # fmt: skip
        assert text.count("{count}") == int(rules[locale].partition(";")[0][-1])
        path.write_text(text, encoding="utf-8")
    package.run("sync")
    package.compile()
    wheel = built(package, tmp_path / "dist")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path / "site")
    shutil.copytree(Path(babel.__file__).parent, tmp_path / "site/babel")
    asked = installed.run("-X", "utf8", "-c", ASK % locales, PYTHONPATH=str(tmp_path / "site"))
    gnu = json.loads((ROOT / "tests/data/ngettext.json").read_text(encoding="utf-8"))["forms"]
    for locale, texts in json.loads(asked.stdout).items():
        size = format_decimal(1234567.5, locale=locale)
        when = format_date(date(2026, 11, 24), locale=locale)
        first, last = ("\u2068", "\u2069") if locale == "ar" else ("", "")
        for number, form in enumerate(gnu[rules[locale]]):
            values = ", ".join(f"{first}{value}{last}" for value in (number, size, when))
            assert texts[number] == f"{form}: {values}"


@pytest.fixture(scope="module")
def uv(tmp_path_factory):
    """The program uv."""
    directory = tmp_path_factory.mktemp("uv")
    venv.create(directory, with_pip=True)
    programs = directory / ("Scripts" if sys.platform == "win32" else "bin")
    subprocess.run([programs / "python", "-m", "pip", "install", "-q", "uv"], check=True)
    return programs / "uv"


def test_three_enums_in_a_package_of_a_uv_workspace_are_found_once_installed(
    installed, tmp_path, uv
):
    (tmp_path / "pyproject.toml").write_text('[tool.uv.workspace]\nmembers = ["packages/*"]\n')
    root = tmp_path / "packages/errors"
    enums = ("Render", "Billing", "Upload")
    package = Package(root, THREE, *enums, backend="uv_build", module="uv_build")
    with (root / "pyproject.toml").open("a") as file:
        file.write('[tool.uv.build-backend]\nwheel-exclude = ["*.pot"]\n')
    package.translate(
        {
            "NO_GPU": "The node has no GPU",
            "OUT_OF_MEMORY": "The node ran out of memory",
            "billing.NO_FUNDS": "Top up the account",
            "billing.EXPIRED": "The offer has expired",
            "upload.EXPIRED": "Start the upload again",
        },
        {
            "NO_GPU": "GPUがありません",
            "OUT_OF_MEMORY": "メモリが足りません",
            "billing.NO_FUNDS": "チャージしてください",
            "billing.EXPIRED": "期限が切れました",
            "upload.EXPIRED": "もう一度アップロードしてください",
        },
    )
    page = package.page()
    assert "もう一度アップロードしてください" in page
    assert "billing.EXPIRED" in page
    command = [uv, "build", "--package", "studio-errors", "--wheel", "--out-dir", tmp_path / "dist"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    wheel = next((tmp_path / "dist").glob("*.whl"))
    asked = ("Billing.EXPIRED", "Render(1)", "Upload.EXPIRED", "'upl-1'", "'billing.no_funds'")
    assert ask(installed, wheel, tmp_path / "site", *asked) == [
        "期限が切れました", "GPUがありません", "もう一度アップロードしてください",
        "もう一度アップロードしてください", "チャージしてください",
    ]  # fmt: skip
