"""``.mo`` files: sound ones are read as gettext reads them, and damaged ones are refused."""

from __future__ import annotations

import gettext
import struct
from io import BytesIO

import polib
import pytest
from trees import HEADER, LOCALES, Colour, catalog_for, compiled, write

from rv_i18n import CatalogError, CatalogWarning
from rv_i18n._engine.files import read_data, texts_of

GOOD = (
    b"\xde\x12\x04\x95"
    + struct.pack("<6I", 0, 1, 28, 36, 0, 44)
    + struct.pack("<4I", 3, 44, 3, 48)
    + b"RED\0red\0"
)
BIG_ENDIAN = b"".join([*(GOOD[n : n + 4][::-1] for n in range(0, 44, 4)), GOOD[44:]])


@pytest.mark.parametrize("data", [GOOD, BIG_ENDIAN], ids=["little", "big"])
def test_both_byte_orders_are_read(tmp_path, data):
    write(tmp_path, "en", suffix=".mo").write_bytes(data)
    assert catalog_for(tmp_path, codes=Colour).message(1) == "red"


@pytest.mark.parametrize("path", sorted(LOCALES.glob("*/*/*.po")), ids=lambda path: path.parts[-3])
def test_a_compiled_catalogue_is_read_as_gettext_reads_it(path, tmp_path):
    polib.pofile(str(path)).save_as_mofile(str(tmp_path / "polib.mo"))
    (tmp_path / "babel.mo").write_bytes(compiled(path.read_bytes()))
    for name in ("polib.mo", "babel.mo"):
        with (tmp_path / name).open("rb") as file:
            expected = gettext.GNUTranslations(file)._catalog
        texts = texts_of(name, read_data(str(tmp_path / name))[0])
        assert {key: text for key, text in texts.items() if key} == {
            key: text for key, text in expected.items() if key
        }


HEADERS = {
    "a plural rule that would run": HEADER
    + '"Plural-Forms: nplurals=2; plural=__import__(n);\\n"\n',
    "an impossible plural rule": HEADER + '"Plural-Forms: nplurals=2; plural=1/(n-1);\\n"\n',
    "a deep plural rule": HEADER + f'"Plural-Forms: nplurals=2; plural={"(" * 400};\\n"\n',
    "no such charset": HEADER.replace("utf-8", "no-such-charset"),
    "no header": "",
}


@pytest.mark.parametrize("header", HEADERS.values(), ids=HEADERS)
def test_what_the_header_of_a_mo_says_does_not_matter(tmp_path, header):
    text = header.replace('msgid ""\nmsgstr ""\n', "").replace('"', "").replace("\\n\n", "\n")
    mo = polib.MOFile()
    mo.metadata = dict(line.split(": ", 1) for line in text.splitlines())
    mo.append(polib.MOEntry(msgid="RED", msgstr="röd"))
    mo.save(str(write(tmp_path, "sv", suffix=".mo")))
    assert catalog_for(tmp_path, codes=Colour).message(1, "sv") == "röd"


def test_what_has_a_context_is_no_text_for_a_code(tmp_path):
    body = (
        '\nmsgctxt "menu"\nmsgid "RED"\nmsgid_plural "REDS"\nmsgstr[0] "a red"\nmsgstr[1] "reds"\n'
        '\nmsgctxt "menu"\nmsgid "GREEN"\nmsgstr "green"\n'
    )
    for suffix in (".mo", ".po"):
        path = write(tmp_path, "en", body, suffix=suffix)
        catalog = catalog_for(tmp_path, codes=Colour)
        assert (catalog.message(1), catalog.message(2)) == ("RED", "GREEN")
        path.unlink()


NO_MO = "not a .mo file: its first bytes are wrong"
LONGER = "its entries are longer than the file"
BEYOND = "an entry does not end in a NUL"

# How a file can be damaged, and how the reason ends; "" is for one that struct or a codec says.
DAMAGED = {
    "empty": (b"", NO_MO),
    "its magic alone": (GOOD[:4], ""),
    "cut short": (GOOD[:40], ""),
    "without its last NUL": (GOOD[:-1], BEYOND),
    "wrong magic": (b"\0" * 4 + GOOD[4:], NO_MO),
    "wrong endianness": (GOOD[3::-1] + GOOD[4:], ""),
    "unknown version": (
        GOOD[:4] + struct.pack("<I", 2 << 16) + GOOD[8:],
        "a .mo file of version 2",
    ),
    "huge count": (GOOD[:8] + b"\xff" * 4 + GOOD[12:], ""),
    "huge offset of a table": (GOOD[:12] + b"\xff" * 4 + GOOD[16:], ""),
    "huge length": (GOOD[:28] + b"\xff" * 4 + GOOD[32:], LONGER),
    "length of one too many": (GOOD[:28] + struct.pack("<I", len(GOOD) + 1) + GOOD[32:], LONGER),
    "huge offset of a text": (GOOD[:40] + b"\xff" * 4 + GOOD[44:], BEYOND),
    "text beyond the end": (GOOD[:40] + struct.pack("<I", len(GOOD) - 2) + GOOD[44:], BEYOND),
    "not UTF-8": (GOOD.replace(b"red", b"\xff\xfe\xfd"), ""),
}


@pytest.mark.parametrize(("data", "reason"), DAMAGED.values(), ids=DAMAGED)
def test_a_damaged_mo_counts_as_missing_and_is_named(tmp_path, data, reason):
    path = write(tmp_path, "ja", suffix=".mo")
    path.write_bytes(data)
    write(tmp_path, "en", RED="red")
    with pytest.warns(CatalogWarning, match=f"rv_i18n.mo: {reason or '.*'}$") as caught:
        assert catalog_for(tmp_path, codes=Colour).message(1, "ja") == "red"
    assert [warning.message.path for warning in caught] == [str(path)]


def test_the_damaged_files_are_those_that_gettext_does_not_read_either():
    for data, _ in DAMAGED.values():
        with pytest.raises((OSError, ValueError, struct.error)):
            gettext.GNUTranslations(BytesIO(data))


PLURAL = (b"", b"Plural-Forms: nplurals=2; plural=n != 1;\n")


def mo_of(*pairs, changed=lambda keys, texts: (keys, texts)):
    """A ``.mo`` file as msgfmt writes it, but in the order given; ``changed`` changes its index."""
    columns, blob, start = [], b"", 28 + 16 * len(pairs)
    for column in zip(*pairs):
        columns.append([])
        for string in column:
            columns[-1].append((len(string), start + len(blob)))
            blob += string + b"\0"
    index = b"".join(struct.pack("<2I", *place) for each in changed(*columns) for place in each)
    count = len(pairs)
    return GOOD[:8] + struct.pack("<5I", count, 28, 28 + 8 * count, 0, start) + index + blob


A_NUL, UNSORTED, OVERLAP = (
    "a NUL in an entry",
    "its entries are not sorted",
    "its entries overlap",
)
TWO = ((b"GREEN", b"green"), (b"RED", b"red"))

# msgunfmt 0.21 reads all of these: it shows a text of NULs, or one text for another.
INCONSISTENT = {
    "a text of NULs": (mo_of((b"RED", b"\0\0\0")), A_NUL),
    "a NUL behind a text": (mo_of((b"RED", b"re\0")), A_NUL),
    "a plural of NULs": (mo_of(PLURAL, (b"RED\0RED", b"\0\0\0\0")), A_NUL),
    "a plural that ends early": (mo_of(PLURAL, (b"RED\0RED", b"a red\0re\0")), A_NUL),
    "a plural of three names": (mo_of(PLURAL, (b"RED\0RED\0RED", b"a red\0reds")), A_NUL),
    "a name that ends early": (mo_of(PLURAL, (b"RED\0", b"a red\0reds")), A_NUL),
    "an index out of order": (mo_of(*reversed(TWO)), UNSORTED),
    "an entry twice": (mo_of((b"RED", b"red"), (b"RED", b"rot")), UNSORTED),
    "names of each other": (mo_of(*TWO, changed=lambda keys, texts: (keys[::-1], texts)), UNSORTED),
    "the text of another": (
        mo_of(*TWO, changed=lambda keys, texts: (keys, texts[:1] * 2)),
        OVERLAP,
    ),
    "names for texts": (mo_of(*TWO, changed=lambda keys, texts: (keys, keys)), OVERLAP),
    "half of another text": (
        mo_of(*TWO, changed=lambda keys, texts: (keys, [texts[0], (3, texts[0][1] + 2)])),
        OVERLAP,
    ),
    "the header for a text": (
        mo_of(*TWO, changed=lambda keys, texts: (keys, [(0, 9)] * 2)),
        OVERLAP,
    ),
}


@pytest.mark.parametrize(("data", "reason"), INCONSISTENT.values(), ids=INCONSISTENT)
def test_a_mo_that_contradicts_itself_is_damaged(data, reason):
    with pytest.raises(CatalogError, match=f"{reason}$"):
        texts_of("ja.mo", data)


def test_a_mo_whose_tail_is_zeros_is_damaged_wherever_they_begin():
    data = mo_of(PLURAL, (b"BLUE\0BLUE", b"a blue\0blues"), *TWO)
    texts = texts_of("ja.mo", data)
    assert texts["BLUE"].forms == ("a blue", "blues")
    for size in range(len(data) - 1):  # the last byte is a NUL
        with pytest.raises(CatalogError):
            texts_of("ja.mo", data[:size] + b"\0" * (len(data) - size))


def test_a_plural_of_a_rule_that_cannot_be_used_may_have_any_number_of_forms():
    header = (b"", b"Plural-Forms: nplurals=3; plural=__import__(n);\n")
    forms = texts_of("ja.mo", mo_of(header, (b"RED\0RED", b"a\0b\0c")))["RED"].forms
    assert forms == ("a", "b", "c")


def test_a_file_without_an_entry_is_an_empty_catalogue(tmp_path):
    path = write(tmp_path, "en", suffix=".mo")
    path.write_bytes(GOOD[:4] + struct.pack("<6I", 0, 0, 28, 28, 0, 28))
    assert texts_of(str(path), read_data(str(path))[0]) == {}


def test_a_file_of_version_one_is_read_as_one_of_version_nought(tmp_path):
    write(tmp_path, "en", suffix=".mo").write_bytes(GOOD[:4] + b"\1\0\1\0" + GOOD[8:])
    assert catalog_for(tmp_path, codes=Colour).message(1) == "red"


def test_many_entries_that_each_claim_the_whole_file_do_not_take_all_memory(tmp_path):
    count = 20_000
    texts = 28 + 16 * count
    msgids = b"".join(struct.pack("<2I", 1, texts) for _ in range(count))
    claims = b"".join(struct.pack("<2I", texts, 0) for _ in range(count))
    path = write(tmp_path, "en", suffix=".mo")
    path.write_bytes(
        GOOD[:8] + struct.pack("<5I", count, 28, 28 + 8 * count, 0, 0) + msgids + claims + b"x\0"
    )
    tracemalloc = pytest.importorskip("tracemalloc")  # PyPy has none
    tracemalloc.start()
    with pytest.warns(CatalogWarning, match="longer than the file"):
        catalog_for(tmp_path, codes=Colour).message(1)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 32 * path.stat().st_size
