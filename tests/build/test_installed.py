"""The run-time half installed, copied, vendored and zipped, with only the standard library."""

from __future__ import annotations

import shutil
import zipapp
import zipfile

import pytest
from records import ICU
from trees import shipped, write

FIVE = "en ja ko zh_CN zh_TW"

HEAVY = (
    "typing dataclasses inspect importlib.resources importlib.metadata argparse json logging "
    "babel polib jinja2 rich gettext"
)

ASK = """
import sys
from {package} import message
sys.stdout.reconfigure(encoding="utf-8")
print(message(604, "ja"), message(604, "zh-HK"), message(604, "zh-Hans-CN;q=1.0, en-CN;q=0.9"),
      message(604, "tlh"), message(604), sep="|")
"""
ANSWER = "|".join(
    shipped("VALIDATE_CODE_ERROR", locale) for locale in ("ja", "zh_TW", "zh_CN", "en", "en")
)

ASK_ALL = """
import sys
before = set(sys.modules)
from {package} import *
from {package} import message, lookup, negotiate, locales, check, refresh, use_locale
for locale in [*asked.ANSWERS, "japanese", "zh_TW_#Hant", "fr, *;q=0.5", ["x-y", "ko"], None]:
    message(604, locale), lookup("need_user_login", locale), negotiate(locale)
    message(-7, locale, default="")
try:
    message("NEED_USER_LOGON")
except UnknownCodeError as error:
    str(error)
with use_locale("zh-HK"):
    message(604)
assert check() == []
refresh()
studio = Catalog(sys.argv[1], codes=ErrorCode, domain="rv_i18n", default=("en", "zh_CN"))
wrong = {{asked: answer for asked, answer in asked.ANSWERS.items()
         if (studio.negotiate(asked), studio.message(604, asked)) != (answer, answer)}}
added = set(sys.modules) - before
# A module's file says where it comes from; a built-in module has none.
home = (sys.base_prefix, sys.prefix)
files = {{name: getattr(sys.modules[name], "__file__", None) or "" for name in added}}
strangers = [name for name, file in files.items()
             if ("site-packages" in file or not file.startswith(home)) and file
             and name.partition(".")[0] != "{package}".partition(".")[0] and file != __file__]
print(wrong, strangers, sorted(added & set({heavy!r}.split())))
"""


@pytest.fixture(scope="module")
def studio(tmp_path_factory):
    """A directory in which each text is its catalogue's name, and what ICU answers there."""
    directory = tmp_path_factory.mktemp("studio")
    for name in FIVE.split():
        write(directory / "locales", name, suffix=".mo", VALIDATE_CODE_ERROR=name)
    (directory / "asked.py").write_text(f"ANSWERS = {ICU[FIVE]!r}\n", "utf-8")
    return directory


def everything(package="rv_i18n"):
    """A program that looks up everything in every way; its argument is the studio's directory."""
    return "import asked\n" + ASK_ALL.format(package=package, heavy=HEAVY)


def test_with_no_other_package_it_answers_as_icu_and_loads_nothing_heavy(alone, studio):
    (studio / "everything.py").write_text(everything())
    done = alone.run("-W", "error", studio / "everything.py", studio / "locales")
    assert done.stdout.strip() == "{} [] []"
    assert "babel" not in alone.run("-c", "help('modules')").stdout.lower()


@pytest.mark.parametrize(
    "flags",
    [["-I"], ["-OO"], ["-S", "-E"], ["-W", "error"], ["-bb"], ["-X", "dev"], ["-B"]],
    ids=str,
)
def test_look_ups_work_with_any_flags_of_the_interpreter(alone, flags):
    place = f"import sys; sys.path.append({str(alone.package.parent)!r})\n"
    done = alone.run("-W", "error", *flags, "-c", place + ASK.format(package="rv_i18n"))
    assert (done.stdout.strip(), done.stderr) == (ANSWER, "")


def copied(package, directory):
    """A copy of the package's folder, as somebody would make one."""
    shutil.copytree(package, directory, ignore=shutil.ignore_patterns("__pycache__"))
    return directory


def test_a_folder_that_was_copied_works_under_its_own_name_and_any_other(alone, studio, tmp_path):
    copied(alone.package, tmp_path / "rv_i18n")
    copied(alone.package, tmp_path / "studio/_vendor/rv_i18n")
    script = "import sys; sys.path[:0] = {paths}; sys.argv[1:] = [{locales}]; __file__ = ''\n"
    paths, locales = repr([str(tmp_path), str(studio)]), repr(str(studio / "locales"))
    for package in ("rv_i18n", "studio._vendor.rv_i18n"):
        place = script.format(paths=paths, locales=locales)
        done = alone.run("-I", "-c", place + everything(package))
        assert done.stdout.strip() == "{} [] []"
        check = f"import {package} as p; assert p.__file__.startswith({str(tmp_path)!r})\n"
        assert alone.run(
            "-I", "-c", place + check + ASK.format(package=package)
        ).stdout.strip() == (ANSWER)


def test_what_a_vendored_copy_raises_and_makes_can_be_pickled(alone, tmp_path):
    copied(alone.package, tmp_path / "studio/_vendor/rv_i18n")
    script = f"""
import pickle, sys
sys.path.insert(0, {str(tmp_path)!r})
from studio._vendor.rv_i18n import *
from studio._vendor import rv_i18n
def raised(code):
    try: message(code)
    except UnknownCodeError as error: return error
for value in (raised(-7), CatalogError("p", "r"), lookup(604), ErrorCode(604)):
    copy = pickle.loads(pickle.dumps(value))
    assert type(copy) is type(value) and str(copy) == str(value)
assert pickle.loads(pickle.dumps(message))(604, "ja") == message(604, "ja")
print(sorted(name for name in sys.modules if name.startswith("rv_i18n")))
"""
    assert alone.run("-I", "-c", script).stdout.strip() == "[]"


@pytest.fixture(scope="module")
def zipped(installed, studio, tmp_path_factory):
    """A zipapp with everything installed inside, including a studio's own catalogues."""
    directory = tmp_path_factory.mktemp("zipapp")
    tree = directory / "tree"
    ignore = shutil.ignore_patterns("__pycache__", "pip*", "setuptools*", "_distutils_hack")
    shutil.copytree(installed.package.parent, tree, ignore=ignore)
    shutil.copytree(studio / "locales", tree / "studio/locales")
    (tree / "asked.py").write_text((studio / "asked.py").read_text("utf-8"), "utf-8")
    (tree / "__main__.py").write_text(ASK.format(package="rv_i18n"))
    zipapp.create_archive(tree, directory / "app.pyz")
    return directory / "app.pyz"


def test_a_zipapp_with_all_dependencies_inside_answers_in_every_locale(installed, zipped):
    script = f"import sys; sys.path.insert(0, {str(zipped)!r}); __file__ = ''\n{everything()}"
    script += f"assert sys.modules['rv_i18n'].__file__.startswith({str(zipped)!r})"
    done = installed.run("-I", "-W", "error", "-c", script, zipped / "studio/locales")
    assert done.stdout.strip() == "{} [] []"


@pytest.mark.parametrize("language", ["eo.UTF-8", "", "C", "ja_JP.UTF-8"])
def test_a_zipapp_answers_whatever_the_environment_says(installed, zipped, language):
    done = installed.run(zipped, LANG=language, PYTHONUTF8="1")
    *rest, current = done.stdout.strip().split("|")
    assert rest == ANSWER.split("|")[:-1]
    assert current == shipped("VALIDATE_CODE_ERROR", *(["ja"] if language[:2] == "ja" else []))


def test_inside_a_zip_file_locale_dir_still_names_the_catalogues(alone, tmp_path):
    write(tmp_path / "studio", "ja", VALIDATE_CODE_ERROR="変更")
    archive = shutil.make_archive(str(tmp_path / "app"), "zip", alone.package.parent, "rv_i18n")
    script = (
        f"import sys; sys.path.insert(0, {archive!r}); import rv_i18n\n"
        f"catalog = rv_i18n.Catalog([{str(tmp_path / 'studio')!r}, rv_i18n.LOCALE_DIR],"
        " codes=rv_i18n.ErrorCode, domain='rv_i18n', default=['en', 'zh_CN'])\n"
        "print(catalog.message(604, 'ja'), catalog.message(606) == rv_i18n.message(606),"
        f" rv_i18n.LOCALE_DIR.startswith({archive!r}), catalog.locales() == rv_i18n.locales())"
    )
    done = alone.run("-I", "-X", "utf8", "-c", script)
    assert done.stdout.split() == ["変更", "True", "True", "True"]


def test_a_zip_file_with_only_po_catalogues_answers_too(alone, tmp_path):
    tree = copied(alone.package, tmp_path / "rv_i18n")
    for file in tree.rglob("*.mo"):
        file.unlink()
    with zipfile.ZipFile(tmp_path / "app.zip", "w") as archive:
        for path in tree.rglob("*"):
            archive.write(path, path.relative_to(tmp_path))
    shutil.rmtree(tree)
    place = f"import sys; sys.path.insert(0, {str(tmp_path / 'app.zip')!r})\n"
    done = alone.run("-I", "-c", place + ASK.format(package="rv_i18n"))
    assert done.stdout.strip() == ANSWER


def test_the_middleware_and_describe_load_nothing_but_the_standard_library(installed):
    script = (
        "import sys; bare = set(sys.modules)\n"
        "from rv_i18n import describe, web\n"
        "class Error(Exception): error_code, error = 604, 'words'\n"
        "describe(Error(), 'ja')\n"
        "loaded = (sys.modules[name] for name in set(sys.modules) - bare)\n"
        "files = [str(getattr(each, '__file__', '')) for each in loaded]\n"
        "print(*(file for file in files if 'site-packages' in file), sep='\\n')"
    )
    loaded = installed.run("-I", "-c", script).stdout.splitlines()
    assert loaded
    assert all("site-packages/rv_i18n/" in file.replace("\\", "/") for file in loaded)
