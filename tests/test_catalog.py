"""``Catalog`` on directories and enums of the caller's own, with gaps and damage in them."""

from __future__ import annotations

import enum
import os
import struct
import threading
import zipfile
from io import BytesIO
from pathlib import Path

import polib
import pytest
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from conftest import LOCALES

import rv_i18n
from rv_i18n import Catalog, CatalogError
from rv_i18n import _files as files

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


class Colour(enum.Enum):
    """A caller's own codes, with no ``symbol``."""

    RED = 1
    GREEN = 2
    BLUE = 3


def write(directory, locale, body="", header=HEADER, suffix=".po", **texts):
    """Write a catalogue, as a .po or compiled, and return its path."""
    for symbol, text in texts.items():
        body += f'\nmsgid "{symbol}"\nmsgstr "{text}"\n'
    path = Path(directory, locale, "LC_MESSAGES", "rv_i18n" + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (header + body).encode()
    if suffix == ".mo":
        compiled = BytesIO()
        write_mo(compiled, read_po(BytesIO(data)))
        data = compiled.getvalue()
    path.write_bytes(data)
    return path


@pytest.mark.parametrize("suffix", [".po", ".mo"])
def test_a_catalog_reads_a_directory_and_an_enum_of_the_callers_own(tmp_path, suffix):
    write(tmp_path, "en", suffix=suffix, RED="red", GREEN="green")
    write(tmp_path, "de", suffix=suffix, RED="rot")
    catalog = Catalog(tmp_path, codes=Colour)
    assert catalog.locales() == ["de", "en"]
    assert catalog.negotiate("de-AT") == "de"
    assert catalog.message(1, "de") == catalog.message("RED", "de-CH") == "rot"
    assert catalog.message(Colour.RED, "de") == "rot"
    assert catalog.message(2, "de") == "green"
    assert catalog.message(3, "de") == "BLUE"
    for unknown, nearest in ((4, "3 BLUE"), (0, "1 RED")):
        with pytest.raises(rv_i18n.UnknownCodeError, match=f"the nearest known are {nearest}$"):
            catalog.message(unknown)


@pytest.mark.parametrize("suffix", [".po", ".mo"])
def test_a_text_may_be_the_symbolic_name_itself(tmp_path, suffix):
    write(tmp_path, "en", suffix=suffix, RED="Everything is red")
    write(tmp_path, "ja", suffix=suffix, RED="RED")
    assert Catalog(tmp_path, codes=Colour).message(1, "ja") == "RED"


class Words(str, enum.Enum):
    """Codes that are no numbers."""

    FAIL = "SUCCESS"


@pytest.mark.parametrize("codes", [Words, enum.IntFlag("Flags", "A B"), Colour.RED, dict, None])
def test_codes_that_are_no_enum_of_integers_are_a_type_error(codes):
    with pytest.raises(
        TypeError, match="^codes is an enum whose values are integers, and no flags$"
    ):
        Catalog(LOCALES, codes=codes)


def test_a_missing_text_falls_through_english_then_the_source_then_the_symbol(tmp_path):
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en", RED="red", GREEN="green")
    write(tmp_path, "zh_CN", RED="红", GREEN="绿", BLUE="蓝")
    catalog = Catalog(tmp_path, codes=Colour)
    assert [catalog.message(code, "ja") for code in (1, 2, 3)] == ["赤", "green", "蓝"]
    (tmp_path / "zh_CN/LC_MESSAGES/rv_i18n.po").unlink()
    assert Catalog(tmp_path, codes=Colour).message(3, "ja") == "BLUE"


def test_the_default_of_a_catalog_can_be_another_language(tmp_path):
    write(tmp_path, "de", RED="rot")
    catalog = Catalog(tmp_path, codes=Colour, default="de")
    assert catalog.message(1, "tlh") == "rot"
    assert catalog.negotiate("tlh") == "de"
    assert catalog.negotiate("tlh", "nds") == "nds"


def test_fuzzy_obsolete_and_empty_entries_count_as_missing(tmp_path):
    write(tmp_path, "en", RED="red", GREEN="green", BLUE="blue")
    body = (
        '\n#, fuzzy\nmsgid "RED"\nmsgstr "rouge"\n'
        '\nmsgid "GREEN"\nmsgstr ""\n'
        '\n#~ msgid "BLUE"\n#~ msgstr "bleu"\n'
    )
    write(tmp_path, "fr", body)
    catalog = Catalog(tmp_path, codes=Colour)
    assert [catalog.message(code, "fr") for code in (1, 2, 3)] == ["red", "green", "blue"]


def test_an_earlier_directory_hides_a_later_one_entry_by_entry(tmp_path):
    write(tmp_path / "studio", "en", VALIDATE_CODE_ERROR="Ask Kim for the code")
    write(tmp_path / "studio", "nb", VALIDATE_CODE_ERROR="Spør Kim om koden")
    catalog = Catalog([tmp_path / "studio", rv_i18n.LOCALE_DIR])
    assert catalog.message(604, "en-GB") == "Ask Kim for the code"
    assert catalog.message(606, "en") == rv_i18n.message(606, "en")
    assert catalog.message(604, "no") == "Spør Kim om koden"
    assert catalog.message(606, "no") == rv_i18n.message(606, "en")
    assert catalog.locales() == sorted({*rv_i18n.locales(), "nb"})


def test_another_domain_is_another_catalogue(tmp_path):
    path = write(tmp_path, "en", RED="red")
    path.rename(path.with_name("colours.po"))
    assert Catalog(tmp_path, domain="colours", codes=Colour).message(1) == "red"
    assert Catalog(tmp_path, codes=Colour).message(1) == "RED"


def test_a_domain_that_no_file_can_have_is_an_error_that_names_the_file(tmp_path):
    write(tmp_path, "en", RED="red")
    with pytest.raises(CatalogError, match="File name too long"):
        Catalog(tmp_path, domain="x" * 300, codes=Colour).message(1)


def test_a_catalog_of_ones_own_follows_the_current_locale_too(tmp_path):
    write(tmp_path, "en", RED="red")
    write(tmp_path, "ja", RED="赤")
    catalog = Catalog(tmp_path, codes=Colour)
    assert catalog.message(1) == "red"
    with rv_i18n.use_locale("ja"):
        assert catalog.message(1) == catalog.message(1) == "赤"


def test_in_a_source_tree_an_edited_po_shows_at_once_and_a_stale_mo_never(tmp_path):
    write(tmp_path, "en", suffix=".mo", RED="stale")
    po = write(tmp_path, "en", RED="red")
    assert Catalog(tmp_path, codes=Colour).message(1) == "stale"
    (tmp_path / "rv_i18n.pot").write_text(HEADER)
    assert Catalog(tmp_path, codes=Colour).message(1) == "red"
    po.write_text(po.read_text().replace("red", "crimson"))
    assert Catalog(tmp_path, codes=Colour).message(1) == "crimson"


def test_a_mo_alone_serves_in_a_source_tree_too(tmp_path):
    write(tmp_path, "en", suffix=".mo", RED="red")
    (tmp_path / "rv_i18n.pot").write_text(HEADER)
    assert Catalog(tmp_path, codes=Colour).message(1) == "red"


def test_the_current_locale_is_that_of_every_catalog(tmp_path):
    write(tmp_path, "en", RED="red")
    write(tmp_path, "de", RED="rot")
    catalog = Catalog(tmp_path, codes=Colour)
    assert (catalog.message(1), catalog.message(1, "de")) == ("red", "rot")
    rv_i18n.set_locale("en")
    try:
        with rv_i18n.use_locale("de"):
            assert catalog.message(1) == "rot"
        assert catalog.message(1) == "red"
    finally:
        rv_i18n.set_locale(None)


def test_a_relative_directory_is_the_one_of_the_moment_it_was_named(tmp_path, monkeypatch):
    write(tmp_path / "locales", "en", RED="red")
    monkeypatch.chdir(tmp_path)
    catalog = Catalog("locales", codes=Colour)
    monkeypatch.chdir("/")
    assert catalog.message(1) == "red"


def test_a_catalogue_inside_a_zip_file_is_a_traversable(tmp_path):
    write(tmp_path, "en", suffix=".mo", RED="red")
    write(tmp_path, "ja", RED="赤")
    with zipfile.ZipFile(tmp_path / "app.zip", "w") as archive:
        for path in sorted(tmp_path.rglob("rv_i18n.*")):
            archive.write(path, path.relative_to(tmp_path))
    catalog = Catalog(zipfile.Path(tmp_path / "app.zip"), codes=Colour)
    assert catalog.locales() == ["en", "ja"]
    assert (catalog.message(1, "en"), catalog.message(1, "ja")) == ("red", "赤")


@pytest.mark.parametrize(
    ("localedir", "named"),
    [
        (None, "NoneType"),
        (5, "int"),
        (b"locales", "bytes"),
        ([b"locales"], "bytes"),
        (type("t" * 61, (), {})(), "t" * 58 + "..."),
    ],
)
def test_a_directory_of_another_type_is_a_type_error(localedir, named):
    with pytest.raises(TypeError) as e:
        Catalog(localedir)
    assert str(e.value) == (
        "localedir is a directory, a Traversable of importlib.resources, or a list of these, "
        f"not {named}"
    )


def test_a_directory_that_is_not_there_is_named(tmp_path):
    for missing in (tmp_path / "missing", [LOCALES, tmp_path / "missing"]):
        with pytest.raises(CatalogError, match="missing: No such file or directory") as e:
            Catalog(missing).message(604)
        assert e.value.path == str(tmp_path / "missing")


def test_only_the_catalogues_that_are_needed_are_read(tmp_path):
    for locale in ("en", "zh_CN", "ko"):
        write(tmp_path, locale).write_bytes(b"broken")
    write(tmp_path, "ja", RED="赤")
    catalog = Catalog(tmp_path, codes=Colour)
    assert catalog.message(1, "ja") == "赤"
    with pytest.raises(CatalogError, match="en/LC_MESSAGES/rv_i18n.po: "):
        catalog.message(2, "ja")


GOOD = (
    b"\xde\x12\x04\x95"
    + struct.pack("<6I", 0, 1, 28, 36, 0, 44)
    + struct.pack("<4I", 3, 44, 3, 48)
    + b"RED\0red\0"
)


BIG_ENDIAN = b"".join(
    [
        *(GOOD[n : n + 4][::-1] for n in range(0, 44, 4)),
        GOOD[44:],
    ]
)


@pytest.mark.parametrize("data", [GOOD, BIG_ENDIAN], ids=["little", "big"])
def test_the_mo_that_the_next_test_damages_is_good(tmp_path, data):
    write(tmp_path, "en", suffix=".mo").write_bytes(data)
    assert Catalog(tmp_path, codes=Colour).message(1) == "red"


def test_entries_that_claim_more_than_the_file_holds_are_not_copied_out(tmp_path):
    path = write(tmp_path, "en", suffix=".mo")
    path.write_bytes(GOOD[:28] + struct.pack("<I", len(GOOD) + 1) + GOOD[32:])
    with pytest.raises(CatalogError, match=": its entries are longer than the file$"):
        Catalog(tmp_path, codes=Colour).message(1)


DAMAGED = {
    "empty": b"",
    "cut short": GOOD[:40],
    "wrong magic": b"\0" * 4 + GOOD[4:],
    "wrong endianness": GOOD[3::-1] + GOOD[4:],
    "unknown version": GOOD[:4] + struct.pack("<I", 7 << 16) + GOOD[8:],
    "huge count": GOOD[:8] + b"\xff" * 4 + GOOD[12:],
    "huge offset": GOOD[:12] + b"\xff" * 4 + GOOD[16:],
    "huge length": GOOD[:28] + b"\xff" * 4 + GOOD[32:],
    "not UTF-8": GOOD.replace(b"red", b"\xff\xfe\xfd"),
}


@pytest.mark.parametrize("data", DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_mo_is_an_error_that_names_the_file(tmp_path, data):
    path = write(tmp_path, "en", suffix=".mo")
    path.write_bytes(data)
    with pytest.raises(CatalogError, match="rv_i18n.mo: .") as e:
        Catalog(tmp_path, codes=Colour).message(1)
    assert e.value.path == str(path)


HEADERS = {
    "wrong charset": HEADER.replace("utf-8", "no-such-charset"),
    "hostile plural forms": HEADER + '"Plural-Forms: nplurals=2; plural=__import__(n);\\n"\n',
    "impossible plural forms": HEADER + '"Plural-Forms: nplurals=2; plural=1/(n-1);\\n"\n',
    "deep plural forms": HEADER + f'"Plural-Forms: nplurals=2; plural={"(" * 400};\\n"\n',
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_a_hostile_header_is_an_error_that_names_the_file(tmp_path, header):
    po = write(tmp_path, "en", header=header, RED="red")
    polib.pofile(str(po)).save_as_mofile(str(po.with_suffix(".mo")))
    with pytest.raises(CatalogError, match="rv_i18n.mo: ."):
        Catalog(tmp_path, codes=Colour).message(1)


@pytest.mark.parametrize("charset", ["punycode", "idna", "Puny\u00e9code", "-_IDNA"])
@pytest.mark.parametrize("suffix", [".po", ".mo"])
def test_a_charset_that_takes_quadratic_time_is_refused(tmp_path, charset, suffix):
    header = HEADER.replace("charset=utf-8", f"charset={charset}")
    po = write(tmp_path, "en", header=header, RED="a-" + "zzza" * 2**18)
    if suffix == ".mo":
        polib.pofile(str(po), encoding="utf-8").save_as_mofile(str(po.with_suffix(".mo")))
    with pytest.raises(CatalogError, match=f"rv_i18n{suffix}: its charset is one for host names"):
        Catalog(tmp_path, codes=Colour).message(1)


def test_a_text_without_its_closing_quote_is_an_error_and_not_a_shorter_text(tmp_path):
    path = write(tmp_path, "en", RED="red")
    whole = path.read_bytes().rstrip()
    for end, data in ((b"", whole[:-1]), (b"", whole[:-2]), (b"\n", whole[:-1])):
        path.write_bytes(data + end + end)
        with pytest.raises(CatalogError, match="rv_i18n.po: line 6: neither a comment nor a"):
            Catalog(tmp_path, codes=Colour).message(1)
    for data in (whole, whole + b"\n \n# A comment", whole.replace(b"\n", b"\r\n")):
        path.write_bytes(data)
        assert Catalog(tmp_path, codes=Colour).message(1) == "red"


DATES = "2026-11-23 10:00+0000", "23.11.2026", "YEAR-MO-DA HO:MI+ZONE", "", "2026-13-45 99:99+9999"


@pytest.mark.parametrize("date", DATES)
def test_the_dates_of_a_po_do_not_matter_and_are_not_parsed(tmp_path, date):
    # A process that is forked while another thread holds this lock finds it held for ever.
    lock = pytest.importorskip("_strptime")._cache_lock
    dates = "".join(f'"{each}-Date: {date}\\n"\n' for each in ("POT-Creation", "PO-Revision"))
    write(tmp_path, "en", header=HEADER + dates, RED="red")
    answers = []
    ask = lambda: answers.append(Catalog(tmp_path, codes=Colour).message(1))  # noqa: E731
    with lock:
        thread = threading.Thread(target=ask, daemon=True)
        thread.start()
        thread.join(10)
    assert answers == ["red"]


def test_a_syntax_error_in_a_po_is_an_error_that_names_the_file(tmp_path):
    write(tmp_path, "en", '\nmsgid "RED"\nmsgtsr "red"\n')
    with pytest.raises(CatalogError, match="rv_i18n.po: ."):
        Catalog(tmp_path, codes=Colour).message(1)


def test_what_is_no_file_is_not_waited_for(tmp_path):
    path = write(tmp_path, "en", suffix=".mo")
    path.unlink()
    for make in (os.mkfifo, os.mkdir):
        make(path)
        with pytest.raises(CatalogError, match=": not a regular file$"):
            Catalog(tmp_path, codes=Colour).message(1)
        path.rmdir() if path.is_dir() else path.unlink()
    path.symlink_to(tmp_path / "nowhere")
    with pytest.raises(CatalogError, match="No such file"):
        Catalog(tmp_path, codes=Colour).message(1)


def test_many_entries_that_each_claim_the_whole_file_do_not_take_all_memory(tmp_path):
    count = 100_000
    texts = 28 + 16 * count
    msgids = b"".join(struct.pack("<2I", 1, texts) for _ in range(count))
    claims = b"".join(struct.pack("<2I", texts, 0) for _ in range(count))
    path = write(tmp_path, "en", suffix=".mo")
    path.write_bytes(
        GOOD[:8] + struct.pack("<5I", count, 28, 28 + 8 * count, 0, 0) + msgids + claims + b"x\0"
    )
    with pytest.raises(CatalogError, match="longer than the file"):
        Catalog(tmp_path, codes=Colour).message(1)


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


def test_any_traversable_will_do(tmp_path):
    po = write(tmp_path, "en", RED="red").read_bytes()
    catalogue = {"LC_MESSAGES": {"rv_i18n.po": po}}
    catalog = Catalog(InMemory("", {"en": catalogue, "README": b""}), codes=Colour)
    assert catalog.locales() == ["en"]
    assert catalog.message(1) == "red"


def test_a_file_without_permission_is_an_error_that_names_it(tmp_path):
    for parent in (tmp_path, *list(tmp_path.parents)[:2]):
        parent.chmod(0o755)
    write(tmp_path, "en", suffix=".mo", RED="red")
    path = write(tmp_path, "ja", suffix=".mo", RED="赤")
    for closed in (path, path.parent):
        closed.chmod(0)
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            if os.getuid() == 0:
                os.setuid(65534)  # root may read anything
            catalog = Catalog(tmp_path, codes=Colour)
            try:
                os.write(write_end, f"{catalog.locales()} {catalog.message(1)} ".encode())
                catalog.message(1, "ja")
            except CatalogError as error:
                os.write(write_end, str(error).encode())
            os._exit(0)
        os.waitpid(child, 0)
        told = os.read(read_end, 1000).decode()
        assert told.startswith("['en', 'ja'] red ")
        assert told.endswith("rv_i18n.mo: Permission denied")


def test_an_error_about_a_long_or_odd_path_stays_short_and_printable():
    error = CatalogError("/very" * 100 + "/\x1b[31m\n/rv_i18n.mo", "reason " * 100)
    for text in (str(error), repr(error)):
        assert len(text) <= 300
        assert text.isprintable()
    assert error.path.startswith("/very/very")


@pytest.mark.filterwarnings("ignore:This process .* is multi-threaded")  # that is the point
def test_an_error_about_a_catalogue_shows_the_end_of_a_path_and_the_start_of_a_reason():
    assert str(CatalogError("p" * 120, "r" * 120)) == "p" * 120 + ": " + "r" * 120
    assert str(CatalogError("x" + "p" * 120, "no")) == "..." + "p" * 120 + ": no"
    assert str(CatalogError("p", "r" * 121)) == "p: " + "r" * 118 + "..."
    assert str(CatalogError("\n" * 120, "\n")) == "'" + "\\n" * 69 + "\\: '\\n'"
    assert CatalogError("p", "r").args == ("p", "r")
    assert repr(CatalogError("p", "r")) == "CatalogError('p: r')"


class Unreadable:
    """A Traversable that fails with an error that says nothing."""

    def read_bytes(self):
        raise MemoryError

    def __str__(self):
        return "app.zip/rv_i18n.mo"


def test_the_shipped_directory_stands_for_what_the_package_ships(monkeypatch):
    inside_a_zip_file = zipfile.Path(BytesIO(b"PK\5\6" + b"\0" * 18))
    monkeypatch.setattr("rv_i18n._catalog.shipped", lambda: inside_a_zip_file)
    assert Catalog(rv_i18n.LOCALE_DIR)._directories == [inside_a_zip_file]
    assert Catalog(rv_i18n.LOCALE_DIR + "/en")._directories == [rv_i18n.LOCALE_DIR + "/en"]


def test_an_error_that_says_nothing_is_named():
    with pytest.raises(CatalogError, match="^app.zip/rv_i18n.mo: MemoryError$"):
        files.read_catalogue(Unreadable())


def test_a_child_that_forks_during_the_first_look_up_can_look_up_too():
    current = [Catalog(rv_i18n.LOCALE_DIR)]
    stop = threading.Event()

    def keep_asking():
        while not stop.is_set():
            current[0] = Catalog(rv_i18n.LOCALE_DIR)
            current[0].message(604, "ja")  # reads a catalogue, so most forks fall into it

    thread = threading.Thread(target=keep_asking)
    thread.start()
    try:
        for _ in range(20):
            catalog = current[0]
            child = os.fork()
            if child == 0:
                os._exit(catalog.message(604, "ja") != rv_i18n.message(604, "ja"))
            assert os.waitpid(child, 0)[1] == 0
    finally:
        stop.set()
        thread.join()
