"""``Catalog``: the caller's own directories, in files, in zip files and anywhere else."""

from __future__ import annotations

import enum
import os
import pathlib
import re
import zipfile
from io import BytesIO

import pytest
from trees import HEADER, LOCALES, Colour, Farm, catalog_for, refusal, write

import rv_i18n
from rv_i18n import CatalogError
from rv_i18n._farm import shipped_directory


@pytest.mark.parametrize("suffix", [".po", ".mo"])
def test_a_catalog_reads_a_directory_and_an_enum_of_the_callers_own(tmp_path, suffix):
    write(tmp_path, "en", suffix=suffix, RED="red", GREEN="green")
    write(tmp_path, "de", suffix=suffix, RED="rot")
    catalog = catalog_for(tmp_path, codes=Colour)
    assert catalog.locales() == ["de", "en"]
    assert catalog.negotiate("de-AT") == "de"
    assert catalog.message(1, "de") == catalog.message("RED", "de-CH") == "rot"
    assert catalog.message(Colour.RED, "de") == "rot"
    assert catalog.message(2, "de") == "green"
    assert catalog.message(3, "de") == "BLUE"


def test_a_text_may_be_the_symbolic_name_itself(tmp_path):
    for suffix in (".po", ".mo"):
        write(tmp_path, "en", suffix=suffix, RED="Everything is red")
        write(tmp_path, "ja", suffix=suffix, RED="RED")
        assert catalog_for(tmp_path, codes=Colour).lookup(1, "ja").locale == "ja"


def test_the_shipped_catalogues_are_those_of_the_directory():
    assert rv_i18n.locales() == sorted(
        path.parent.parent.name for path in LOCALES.glob("*/*/rv_i18n.po")
    )
    assert {"en", "ja", "zh_CN"} <= set(rv_i18n.locales())
    for path in (str(LOCALES), LOCALES, [LOCALES], rv_i18n.LOCALE_DIR):
        assert catalog_for(path).locales() == rv_i18n.locales()


def test_the_shipped_catalogues_lie_in_the_package_or_beside_it_in_a_checkout(tmp_path):
    package, beside = tmp_path / "rv_i18n", tmp_path / "locales"
    package.mkdir()
    assert shipped_directory(str(package)) == str(package / "locales")
    beside.mkdir()
    assert shipped_directory(str(package)) == str(package / "locales")  # it may be anybody's
    (beside / "rv_i18n.pot").write_text(HEADER)
    assert shipped_directory(str(package)) == str(beside)
    (package / "locales").mkdir()
    assert shipped_directory(str(package)) == str(package / "locales")


def test_another_domain_is_another_catalogue(tmp_path):
    path = write(tmp_path, "en", RED="red")
    path.rename(path.with_name("colours.po"))
    assert catalog_for(tmp_path, domain="colours", codes=Colour).message(1) == "red"
    with pytest.raises(CatalogError, match=": no catalogue <locale>/LC_MESSAGES/rv_i18n.mo or .po"):
        catalog_for(tmp_path, codes=Colour).message(1)


def test_in_a_source_tree_an_edited_po_shows_at_once_and_a_stale_mo_never(tmp_path):
    write(tmp_path, "en", suffix=".mo", RED="stale")
    po = write(tmp_path, "en", RED="red")
    assert catalog_for(tmp_path, codes=Colour).message(1) == "stale"
    (tmp_path / "rv_i18n.pot").write_text(HEADER)
    assert catalog_for(tmp_path, codes=Colour).message(1) == "red"
    po.write_text(po.read_text().replace("red", "crimson"))
    assert catalog_for(tmp_path, codes=Colour).message(1) == "crimson"


def test_a_mo_without_a_po_works_in_a_source_tree_too(tmp_path):
    write(tmp_path, "en", suffix=".mo", RED="red")
    (tmp_path / "rv_i18n.pot").write_text(HEADER)
    assert catalog_for(tmp_path, codes=Colour).message(1) == "red"


def test_a_relative_directory_is_the_one_of_the_moment_it_was_named(tmp_path, monkeypatch):
    write(tmp_path / "locales", "en", RED="red")
    monkeypatch.chdir(tmp_path)
    catalog = catalog_for("locales", codes=Colour)
    monkeypatch.chdir("/")
    assert catalog.message(1) == "red"


def test_the_repr_of_a_catalog_names_its_settings(tmp_path):
    catalog = catalog_for([tmp_path, "/b"], domain="d", codes=[Colour, Farm], default=("de", "en"))
    assert repr(catalog) == (
        f"Catalog([{tmp_path}, /b], domain='d', codes=[Colour, Farm], default=[de, en])"
    )


@pytest.mark.parametrize(
    ("localedir", "named"),
    [
        (None, "NoneType"),
        (5, "int"),
        (b"locales", "bytes"),
        ([b"locales"], "bytes"),
        ([["locales"]], "list"),
        ({"locales"}, "set"),
        (type("t" * 61, (), {})(), "t" * 57 + "..."),
    ],
)
def test_a_directory_of_another_type_is_a_type_error(localedir, named):
    with pytest.raises(TypeError) as e:
        catalog_for(localedir)
    assert str(e.value) == (
        "localedir is a directory, a Traversable of importlib.resources, or a list of these, "
        f"not {named}"
    )


@pytest.mark.parametrize("domain", ["", "../codes", "a/b", "a\\b"])
def test_a_domain_that_is_no_name_of_a_file_is_a_value_error(domain):
    with pytest.raises(ValueError, match="^domain is a name such as 'my_studio', not "):
        catalog_for(".", domain=domain)


@pytest.mark.parametrize("domain", [None, 5, b"rv_i18n", ["rv_i18n"]])
def test_a_domain_of_another_type_is_a_type_error(domain):
    with pytest.raises(TypeError) as error:
        catalog_for(".", domain=domain)
    assert (
        str(error.value) == f"domain is a string such as 'my_studio', not {type(domain).__name__}"
    )


@pytest.mark.parametrize(
    ("default", "found"),
    [((), "there is none"), ("C", "'C' is not a locale"), (["en", "*"], "'*' is not a locale")],
)
def test_the_error_about_a_default_says_what_is_wrong_with_it(default, found):
    with pytest.raises(ValueError, match="^default") as error:
        catalog_for(".", default=default)
    expected = f"default must name the locale that missing texts come from, but {found}"
    assert str(error.value) == expected


@pytest.mark.parametrize("localedir", ["", [], (), [""], ["locales", ""]])
def test_no_directory_at_all_is_a_value_error(localedir):
    with pytest.raises(ValueError, match="^localedir is (empty|an empty list): name a directory"):
        catalog_for(localedir)


class Bytes(os.PathLike):
    """A path whose name is bytes, as os.scandir(b".") gives them."""

    def __init__(self, path):
        self.path = path

    def __fspath__(self):
        return os.fsencode(self.path)


def test_a_path_object_whose_name_is_bytes_will_do(tmp_path):
    write(tmp_path, "en", RED="red")
    assert catalog_for(Bytes(tmp_path), codes=Colour).message(1) == "red"


@pytest.mark.parametrize(
    "default",
    ["", (), [], None, "C", "*", "en, ja;q=0.5", ["en", ""], "../../etc", "日本語", "x\n" * 999],
)
def test_a_default_that_names_no_language_is_a_value_error(default):
    with pytest.raises(
        ValueError, match="^default must name the locale that missing texts come from"
    ) as e:
        catalog_for(".", default=default)
    assert len(str(e.value)) <= 300
    assert str(e.value).isprintable()


@pytest.mark.parametrize("default", [5, b"en", ["en", 5], [None], True, {"en"}])
def test_a_default_of_another_type_is_a_type_error(default):
    with pytest.raises(
        TypeError, match="^a (locale is a string|sequence of locales holds strings)"
    ):
        catalog_for(".", default=default)


def test_a_directory_that_is_not_there_is_named(tmp_path):
    reason = re.escape(refusal(os.listdir, tmp_path / "missing"))
    for missing in (tmp_path / "missing", [LOCALES, tmp_path / "missing"]):
        catalog = catalog_for(missing)
        for ask in (
            lambda c=catalog: c.message(604),
            catalog.locales,
            lambda c=catalog: c.negotiate("ja"),
        ):
            with pytest.raises(CatalogError, match=f"missing: {reason}$") as e:
                ask()
            assert e.value.path == str(tmp_path / "missing")
        assert [str(error) for error in catalog.check()] == [str(e.value)]


@pytest.mark.parametrize("name", ["a file", "zip\0bomb", "x" * 300, "a" + "/b" * 5000])
def test_a_directory_that_cannot_be_one_is_a_catalog_error(tmp_path, name):
    (tmp_path / "a file").write_text("no directory")
    with pytest.raises(CatalogError) as e:
        catalog_for(f"{tmp_path}/{name}").message(604)
    assert e.value.path == f"{tmp_path}/{name}"


def test_a_directory_without_a_catalogue_is_an_error_until_it_has_one(tmp_path):
    (tmp_path / "ja").mkdir()
    (tmp_path / "README").write_text("")
    catalog = catalog_for(tmp_path, codes=Colour)
    with pytest.raises(CatalogError, match="no catalogue"):
        catalog.message(1)
    write(tmp_path, "ja", RED="赤")
    assert catalog.message(1, "ja") == "赤"


def zipped(tree, archive, prefix=""):
    """A zip file of a tree."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(tree.rglob("rv_i18n.*")):
            made.write(path, prefix + str(path.relative_to(tree)))
    return archive


@pytest.fixture
def tree(tmp_path):
    """A tree with a .mo and a .po."""
    write(tmp_path / "tree", "en", suffix=".mo", RED="red")
    write(tmp_path / "tree", "ja", RED="赤")
    return tmp_path / "tree"


def test_a_directory_inside_a_zip_file_is_named_by_its_path(tmp_path, tree):
    archive = zipped(tree, tmp_path / "app.pyz", "studio/locales/")
    catalog = catalog_for(archive / "studio/locales", codes=Colour)
    assert catalog.locales() == ["en", "ja"]
    assert (catalog.message(1, "en"), catalog.message(1, "ja")) == ("red", "赤")
    assert catalog.check() == []
    assert catalog_for([archive / "studio/locales", tree], codes=Colour).message(1, "ja") == "赤"


def test_a_zip_file_that_is_replaced_is_read_anew(tmp_path, tree):
    catalog = catalog_for(zipped(tree, tmp_path / "app.pyz", "l/") / "l", codes=Colour)
    assert catalog.message(1, "ja") == "赤"
    write(tree, "ja", RED="紅")
    write(tree, "ko", RED="빨강")
    os.replace(zipped(tree, tmp_path / "new", "l/"), tmp_path / "app.pyz")
    catalog.refresh()
    assert (catalog.message(1, "ja"), catalog.message(1, "ko")) == ("紅", "빨강")


def test_what_is_missing_or_broken_inside_a_zip_file_is_a_catalog_error(tmp_path, tree):
    archive = zipped(tree, tmp_path / "app.pyz", "locales/")
    data = archive.read_bytes()
    for inside in ("missing", "locales/ja", "locales/ja/LC_MESSAGES/rv_i18n.po", "a/b/c"):
        with pytest.raises(CatalogError) as e:
            catalog_for(archive / inside, codes=Colour).message(1)
        assert e.value.path == str(archive / inside)
    with pytest.raises(CatalogError, match="whole.zip: ."):
        catalog_for(zipped(tree, tmp_path / "whole.zip"), codes=Colour).message(1)
    archive.write_bytes(b"no zip file")
    reason = refusal(os.listdir, archive / "locales")
    with pytest.raises(CatalogError, match=re.escape(f"{archive / 'locales'}: {reason}") + "$"):
        catalog_for(archive / "locales", codes=Colour).message(1)
    # The list of its files is damaged, where its end says that there is one.
    archive.write_bytes(data.replace(b"PK\1\2", b"PK\7\7"))
    with pytest.raises(CatalogError, match=f"locales: (Bad magic number|{reason})"):
        catalog_for(archive / "locales", codes=Colour).message(1)


class InMemory:
    """A ``Traversable`` that is no file and whose ``str`` is no path."""

    def __init__(self, name, content):
        self.name, self.content = name, content

    def iterdir(self):
        return (InMemory(name, content) for name, content in self.content.items())

    def __truediv__(self, name):
        content = self.content.get(name) if isinstance(self.content, dict) else None
        return InMemory(name, content)

    def open(self, mode="r"):
        if self.content is None:
            raise FileNotFoundError(self.name)
        return BytesIO(self.content)

    def read_bytes(self):
        return self.content

    def __str__(self):
        return "somewhere"


def test_any_traversable_will_do(tmp_path, tree):
    po = write(tmp_path, "en", RED="red").read_bytes()
    catalogue = {"LC_MESSAGES": {"rv_i18n.po": po}}
    catalog = catalog_for(InMemory("", {"en": catalogue, "README": b"", "no": {}}), codes=Colour)
    assert catalog.locales() == ["en"]
    assert catalog.message(1) == "red"
    for traversable in (zipfile.Path(zipped(tree, tmp_path / "a.zip")), pathlib.PurePath(tree)):
        assert catalog_for(traversable, codes=Colour).message(1, "ja") == "赤"


def test_two_traversables_whose_str_is_the_same_are_two(tmp_path):
    def memory(text):
        po = write(tmp_path, "en", **text).read_bytes()
        return InMemory("", {"en": {"LC_MESSAGES": {"rv_i18n.po": po}}})

    catalog = catalog_for([memory({"RED": "red"}), memory({"GREEN": "green"})], codes=Colour)
    assert (catalog.message(1), catalog.message(2)) == ("red", "green")


class Failing:
    """A Traversable that fails with whatever it is given."""

    name = "rv_i18n.mo"

    def __init__(self, error):
        self.error = error

    def iterdir(self):
        raise self.error

    def __str__(self):
        return "app.zip/rv_i18n.mo"


def test_whatever_is_wrong_with_a_traversable_is_a_catalog_error():
    for error in (KeyError("x"), OSError(), zipfile.BadZipFile("broken"), EOFError()):
        with pytest.raises(CatalogError, match="^app.zip/rv_i18n.mo: ") as e:
            catalog_for(Failing(error)).message(604)
        assert e.value.__cause__ is error
    assert e.value.reason == "EOFError"


@pytest.mark.parametrize("error", [RecursionError(), MemoryError()])
def test_an_error_of_the_caller_is_not_a_fault_of_the_directory(error):
    with pytest.raises(type(error)):
        catalog_for(Failing(error)).message(604)


def test_a_catalog_of_ones_own_follows_the_current_locale_too(tmp_path):
    write(tmp_path, "en", RED="red")
    write(tmp_path, "de", RED="rot")
    catalog = catalog_for(tmp_path, codes=Colour)
    assert (catalog.message(1), catalog.message(1, "de")) == ("red", "rot")
    rv_i18n.set_locale("en")
    try:
        with rv_i18n.use_locale("de"):
            assert catalog.message(1) == catalog.lookup(1).text == "rot"
        assert catalog.message(1) == "red"
    finally:
        rv_i18n.set_locale(None)


def test_nothing_is_read_before_the_first_look_up(tmp_path):
    catalog = catalog_for(tmp_path / "later", codes=enum.Enum("Codes", {"RED": 1}))
    write(tmp_path / "later", "en", RED="red")
    assert catalog.message(1) == "red"
