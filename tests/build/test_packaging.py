"""The wheel and the sdist are complete, and what is installed from them works."""

from __future__ import annotations

import gettext
import shutil
import subprocess
import sys
import tarfile
import zipfile

from trees import LOCALES, ROOT, shipped

import rv_i18n
from rv_i18n import ErrorCode, locales, message

ASK = "from rv_i18n import message; print(message(604, 'ja'), message(604, 'zh-Hans'))"
JA, ZH_CN = (shipped("VALIDATE_CODE_ERROR", locale) for locale in ("ja", "zh_CN"))
ANSWER = f"{JA} {ZH_CN}"


def test_the_wheel_has_a_mo_and_a_po_for_every_catalogue(distributions):
    with zipfile.ZipFile(distributions["wheel"]) as wheel:
        names = set(wheel.namelist())
        for locale in locales():
            inside = f"rv_i18n/locales/{locale}/LC_MESSAGES/rv_i18n"
            source = (LOCALES / locale / "LC_MESSAGES/rv_i18n.po").read_bytes()
            assert wheel.read(inside + ".po") == source
            with wheel.open(inside + ".mo") as mo:
                texts = gettext.GNUTranslations(mo)
            assert [texts.gettext(code.symbol) for code in ErrorCode] == [
                message(code, locale) for code in ErrorCode
            ]
    sources = {f"rv_i18n/locales/{po.relative_to(LOCALES)}" for po in LOCALES.glob("*/*/*.po")}
    names = {name for name in names if not name.startswith("rv_i18n/tools/")}
    assert {name for name in names if name.endswith(".po")} == sources
    assert {name[:-2] + "po" for name in names if name.endswith(".mo")} == sources
    assert "rv_i18n/py.typed" in names
    assert not {name.split("/")[0] for name in names} - {
        "rv_i18n",
        f"rv_i18n-{rv_i18n.__version__}.dist-info",
    }


def test_the_sdist_has_all_that_a_build_and_the_tests_need(distributions):
    with tarfile.open(distributions["sdist"]) as sdist:
        names = {name.partition("/")[2] for name in sdist.getnames()}
    assert {"pyproject.toml", "README.md", "LICENSE", "hatch_build.py"} <= names
    assert {"locales/rv_i18n.pot", "tests/data/codes.rst", "tests/build/test_packaging.py"} <= names
    assert not [name for name in names if name.endswith((".mo", ".pyc"))]


def test_a_wheel_of_the_checkout_is_the_wheel_of_the_sdist(distributions, tmp_path):
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation"]
    command += ["--outdir", str(tmp_path), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("*.whl")
    assert wheel.read_bytes() == distributions["wheel"].read_bytes()


def test_a_build_without_catalogues_fails_rather_than_ships_none(tmp_path):
    tree = tmp_path / "tree"
    ignore = shutil.ignore_patterns(".*", "locales", "__pycache__", "tests")
    shutil.copytree(ROOT, tree, ignore=ignore)
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(tree)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode != 0
    assert "no catalogue to compile" in done.stdout + done.stderr


def test_standard_gettext_reads_what_is_installed(installed):
    script = (
        "import gettext, rv_i18n\n"
        "ja = gettext.translation('rv_i18n', rv_i18n.LOCALE_DIR, ['ja'])\n"
        "print(*(ja.gettext(c.symbol) == rv_i18n.message(c, 'ja') for c in rv_i18n.ErrorCode))\n"
        "print(ja.gettext('VALIDATE_CODE_ERROR'))"
    )
    same, text = installed.run("-c", script).stdout.splitlines()
    assert set(same.split()) == {"True"}
    assert text == JA


def test_the_command_and_the_module_answer_when_installed(installed):
    command = installed.python.with_name("rv-i18n")
    for words in ([command], [installed.python, "-m", "rv_i18n"]):
        done = subprocess.run(
            [*map(str, words), "message", "604", "-l", "ja"],
            env={"LC_ALL": "C", "PATH": ""},
            capture_output=True,
            check=True,
        )
        assert done.stdout.decode() == JA + "\n"


def test_pyinstaller_learns_where_the_catalogues_are(installed):
    script = (
        "import importlib.metadata, runpy, rv_i18n\n"
        "points = importlib.metadata.distribution('rv-i18n').entry_points\n"
        "(point,) = [point for point in points if point.group == 'pyinstaller40']\n"
        "(directory,) = point.load()()\n"
        "datas = runpy.run_path(directory + '/hook-rv_i18n.py')['datas']\n"
        "print(datas == [(rv_i18n.LOCALE_DIR, 'rv_i18n/locales')])"
    )
    assert installed.run("-c", script).stdout == "True\n"


def test_after_an_editable_install_an_edited_po_is_what_a_user_sees_next(tmp_path, installed):
    tree, target = tmp_path / "tree", tmp_path / "site"
    shutil.copytree(ROOT, tree, ignore=shutil.ignore_patterns(".*", "__pycache__", "tests"))
    command = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(target)]
    subprocess.run([*command, "-e", str(tree)], check=True, capture_output=True)
    script = f"import site; site.addsitedir({str(target)!r}); import sys; sys.path.reverse(); {ASK}"
    assert installed.run("-X", "utf8", "-c", script).stdout.strip() == ANSWER
    po = tree / "locales/ja/LC_MESSAGES/rv_i18n.po"
    po.write_text(po.read_text("utf-8").replace(JA, "変更後"), "utf-8")
    assert installed.run("-X", "utf8", "-c", script).stdout.strip() == f"変更後 {ZH_CN}"


def test_no_wheel_is_built_from_a_catalogue_with_a_missing_quote(tmp_path):
    tree = tmp_path / "tree"
    shutil.copytree(
        ROOT, tree, ignore=shutil.ignore_patterns(".*", "__pycache__", "tests", "benchmarks")
    )
    po = tree / "locales/ja/LC_MESSAGES/rv_i18n.po"
    lines = po.read_text(encoding="utf-8").split("\n")
    number = max(n for n, line in enumerate(lines) if line.startswith('msgstr "'))
    lines[number] = lines[number][:-1]
    po.write_text("\n".join(lines), encoding="utf-8")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", str(tree)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode != 0
    assert f"rv_i18n.po:{number + 1}: a string is not closed" in done.stdout + done.stderr
    assert not list(tree.glob("dist/*.whl"))
