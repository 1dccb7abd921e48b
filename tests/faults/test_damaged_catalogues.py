"""A damaged catalogue counts as missing and is named, or gives a right answer, and never hangs."""

from __future__ import annotations

import gettext
import os
import struct
import threading
import tracemalloc
from io import BytesIO

import pytest
from hostile import PLURALS
from size import Clock, randomness, sized
from trees import HEADER, LOCALES, catalog_for, compiled, write

from rv_i18n import CatalogWarning, ErrorCode
from rv_i18n._engine import files

pytestmark = pytest.mark.filterwarnings("ignore::rv_i18n.CatalogWarning")

PO = (LOCALES / "ja/LC_MESSAGES/rv_i18n.po").read_bytes()
MO = compiled(PO)
TEXTS = {
    code.symbol: gettext.GNUTranslations(BytesIO(MO)).gettext(code.symbol) for code in ErrorCode
}
LITTLE, BIG = b"\xde\x12\x04\x95", b"\x95\x04\x12\xde"
EXTREMES = [0, 1, 27, 28, len(MO) - 1, len(MO), 2**16, 2**31 - 1, 2**31, 2**32 - 8, 2**32 - 1]
CHARSETS = [
    *("ascii", "latin-1", "utf-7", "utf-16", "utf-32", "idna", "punycode", "unicode_escape", "hz"),
    *("hex", "zlib", "rot13", "undefined", "mbcs", "cp65001", "iso2022_jp_2004", "utf-8;x", ""),
    *("no-such", "../../etc", "\N{SNOWMAN}", "x" * 9999),
]


def cut(random, data):
    """Cut short."""
    return data[: random.randrange(len(data))]


def flipped(random, data):
    """With a few bits flipped."""
    changed = bytearray(data)
    for _ in range(random.choice([1, 1, 2, 8, 64])):
        changed[random.randrange(len(changed))] ^= 1 << random.randrange(8)
    return bytes(changed)


def spliced(random, data):
    """With a piece taken out, doubled or moved."""
    at, to = sorted(random.choices(range(len(data)), k=2))
    return random.choice([data[:at] + data[to:], data[:to] + data[at:], data[to:] + data[:to]])


def overwritten(random, data):
    """With random or meaningful bytes in the middle."""
    meaning = [
        b"\0",
        b'"',
        b"\\",
        b"\n",
        b"msgid ",
        b"msgid_plural ",
        b"#~ ",
        b"#, fuzzy\n",
        b"\xff",
    ]
    piece = random.choice([*meaning, bytes(random.choices(range(256), k=random.randint(1, 40)))])
    at = random.randrange(len(data))
    return data[:at] + piece * random.choice([1, 1, 2, 1000]) + data[at + len(piece) :]


def with_numbers(random, data):
    """With extreme counts, offsets and lengths."""
    changed = bytearray(data)
    for _ in range(random.randint(1, 3)):
        place = 4 * random.choice([*range(1, 7), random.randrange(7, 240)])
        struct.pack_into("<I", changed, place, random.choice([*EXTREMES, random.getrandbits(32)]))
    return bytes(changed)


def with_magic(random, data):
    """With another magic number."""
    return random.choice([BIG, b"\0\0\0\0", b"PK\3\4", LITTLE[::-1], LITTLE[:2]]) + data[4:]


def with_header(random, data):
    """With a hostile charset or plural rule; a .mo is compiled again with it."""
    charset, plural = random.choice(CHARSETS), random.choice(PLURALS)
    header = PO.replace(b"charset=utf-8", f"charset={charset}".encode())
    start = header.index(b"Plural-Forms")
    end = header.index(b"\\n", start)
    escaped = plural.replace("\n", "\\n").encode()
    po = header[:start] + b"Plural-Forms: nplurals=2; plural=" + escaped + b";" + header[end:]
    if data == PO:
        return po
    texts = {b"": po.split(b'msgstr ""\n', 1)[1].split(b"\n\n")[0], b"FAIL": b"a" * 40}
    texts[b""] = texts[b""].replace(b'"', b"").replace(b"\\n\n", b"\n").replace(b"\\n", b"\n")
    offset, table, body = 28 + 16 * len(texts), [b"", b""], b""
    for column, strings in enumerate((texts.keys(), texts.values())):
        for string in strings:
            table[column] += struct.pack("<2I", len(string), offset + len(body))
            body += string + b"\0"
    head = struct.pack("<6I", 0, len(texts), 28, 28 + 8 * len(texts), 0, 0)
    return LITTLE + head + table[0] + table[1] + body


DAMAGE = {
    ".mo": [
        cut,
        flipped,
        spliced,
        overwritten,
        with_numbers,
        with_numbers,
        with_magic,
        with_header,
    ],
    ".po": [cut, flipped, spliced, overwritten, with_header],
}


@pytest.mark.parametrize(("suffix", "number"), [(".mo", 15_000), (".po", 5_000)])
def test_a_damaged_file_is_missing_and_named_or_gives_a_text(tmp_path, suffix, number):
    path = tmp_path / f"ja/LC_MESSAGES/rv_i18n{suffix}"
    path.parent.mkdir(parents=True)
    good, random, clock, errors = {".mo": MO, ".po": PO}[suffix], randomness(), Clock(1), 0
    catalog = catalog_for(tmp_path)
    tracemalloc.start()
    for count in range(sized(number)):
        damage = DAMAGE[suffix][count % len(DAMAGE[suffix])]
        path.write_bytes(damage(random, good))
        tracemalloc.reset_peak()
        found = clock.ask(catalog.check)
        catalog.refresh()
        for code in (ErrorCode(604), ErrorCode(100)):
            text = clock.ask(catalog.message, code, "ja")
            assert isinstance(text, str), (damage.__name__, count, text)
            if found or damage in (cut, with_magic):
                expected = [code.symbol] if found else [TEXTS[code.symbol], code.symbol]
                assert text in expected, (damage.__name__, count)
        for error in found:
            errors += 1
            assert error.path == str(path)
            assert len(str(error)) <= 300
            assert str(error).isprintable()
        assert tracemalloc.get_traced_memory()[1] < 64 * 2**20, (damage.__name__, count)
    tracemalloc.stop()
    print(f"{sized(number)} files, {errors} errors, slowest {clock.worst * 1000:.0f} ms")
    assert errors > sized(number) // 8


def test_a_larger_po_costs_only_in_proportion(tmp_path):
    # Twice as much takes about twice as long, for everything that a catalogue can have many of.
    kinds = {
        "entries": lambda n: b"".join(b'msgid "K%d"\nmsgstr "text"\n\n' % k for k in range(n)),
        "comments": lambda n: (
            b"# comment\n#. comment\n#: a.py:1\n" * n + b'msgid "K"\nmsgstr "t"\n'
        ),
        "lines of a text": lambda n: b'msgid "K"\nmsgstr ""\n' + b'"line"\n' * n,
        "a long line": lambda n: b'msgid "K"\nmsgstr "' + b"\\n\\t%(a" * n + b'"\n',
        "flags": lambda n: b"#, " + b"fuzzy, " * n + b'\nmsgid "K"\nmsgstr "t"\n',
        "obsolete entries": lambda n: b"".join(
            b'#~ msgid "K%d"\n#~ msgstr "text"\n\n' % k for k in range(n)
        ),
    }
    path = write(tmp_path, "en")
    for kind, make in kinds.items():
        taken = []
        for number in (sized(20_000), 4 * sized(20_000)):
            path.write_bytes(f"{HEADER}\n".encode() + make(number))
            best = float("inf")
            for _ in range(3):
                clock = Clock(60)
                clock.ask(catalog_for(tmp_path).message, 604, "en")
                best = min(best, clock.worst)
            taken.append(best)
        assert taken[1] < 4 * 3 * taken[0] + 0.01, (kind, taken)


def test_links_are_followed_and_those_that_lead_nowhere_are_named(tmp_path):
    real = tmp_path / "real/ja/LC_MESSAGES"
    real.mkdir(parents=True)
    (real / "rv_i18n.mo").write_bytes(MO)
    tree = tmp_path / "tree"
    tree.mkdir()
    (tree / "ja").symlink_to(tmp_path / "real/ja")
    (tree / "ko").symlink_to(tree / "ko")
    (tree / "en").symlink_to(tmp_path / "nowhere")
    (tree / "zh_TW/LC_MESSAGES").mkdir(parents=True)
    (tree / "zh_TW/LC_MESSAGES/rv_i18n.mo").symlink_to(tree / "zh_TW/LC_MESSAGES/rv_i18n.mo")
    (tree / "de/LC_MESSAGES").mkdir(parents=True)
    (tree / "de/LC_MESSAGES/rv_i18n.mo").symlink_to("/dev/zero")
    catalog = catalog_for(tree)
    assert catalog.locales() == ["de", "ja", "ko", "zh_TW"]
    assert catalog.message(604, "ja") == TEXTS["VALIDATE_CODE_ERROR"]
    for locale in ("de", "ko", "zh_TW"):
        with pytest.warns(CatalogWarning, match=f"{locale}/LC_MESSAGES/rv_i18n.[mp]o: "):
            assert catalog.message(604, locale) == "VALIDATE_CODE_ERROR"


def test_a_catalogue_replaced_while_it_is_read_gives_the_old_or_the_new_text(tmp_path):
    directory = tmp_path / "ja/LC_MESSAGES"
    directory.mkdir(parents=True)
    versions = [MO, compiled(PO.replace(TEXTS["VALIDATE_CODE_ERROR"].encode(), b"new"))]
    expected = {TEXTS["VALIDATE_CODE_ERROR"], "new"}
    path, stop = directory / "rv_i18n.mo", threading.Event()
    path.write_bytes(MO)

    def replace():
        while not stop.is_set():
            for data in versions:
                (directory / "next").write_bytes(data)
                os.replace(directory / "next", path)

    seen, writer = set(), threading.Thread(target=replace)
    writer.start()
    try:
        for _ in range(sized(20_000)):
            seen.add(catalog_for(tmp_path).message(604, "ja"))
    finally:
        stop.set()
        writer.join()
    assert seen <= expected


def test_a_catalogue_written_over_while_it_is_read_is_a_missing_one_or_a_text(tmp_path):
    path, stop = tmp_path / "ja/LC_MESSAGES/rv_i18n.mo", threading.Event()
    path.parent.mkdir(parents=True)
    path.write_bytes(MO)

    def write():
        while not stop.is_set():
            with path.open("wb") as stream:
                for start in range(0, len(MO), 500):
                    stream.write(MO[start : start + 500])
                    stream.flush()

    writer = threading.Thread(target=write)
    writer.start()
    try:
        for _ in range(sized(20_000)):
            text = catalog_for(tmp_path).message(604, "ja")
            assert text in (TEXTS["VALIDATE_CODE_ERROR"], "VALIDATE_CODE_ERROR")
    finally:
        stop.set()
        writer.join()


def test_a_file_is_closed_after_it_was_read():
    before = set(os.listdir("/proc/self/fd"))
    files.read_data(str(LOCALES / "ja/LC_MESSAGES/rv_i18n.po"))
    assert set(os.listdir("/proc/self/fd")) == before
