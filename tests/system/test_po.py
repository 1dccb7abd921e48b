"""GNU msgfmt and msgcat on tests/data/po, whose files say what our reader makes of them."""

from __future__ import annotations

import io
import json
import re
import subprocess
from gettext import GNUTranslations

import pytest
from mutations import mutations
from trees import po_files

from rv_i18n import CatalogError
from rv_i18n._engine.po import read_texts
from rv_i18n.tools.po.pofile import PoFile

NOT_FOR_GETTEXT = {"two-entries-of-one-msgid"}  # here the first of them is shown
"""Valid files that GNU gettext refuses."""

BEFORE_0_26 = {"flags-behind-an-equals-sign": {"A": "b", "C": "d"}}
"""The texts for a msgfmt that takes such flags for a translator's comment."""

MORE_STRICT = {
    *("a-byte-by-number-that-is-not-utf-8", "a-byte-that-is-not-utf-8"),
    *("many-bytes-by-number-that-are-not-utf-8", "a-nul", "a-nul-by-number", "a-domain"),
}
"""Invalid files that msgfmt accepts."""

each_valid = pytest.mark.parametrize("path", po_files("valid"), ids=lambda path: path.stem)
each_invalid = pytest.mark.parametrize("path", po_files("invalid"), ids=lambda path: path.stem)


def msgfmt(path, mo):
    return subprocess.run(
        ["msgfmt", "-o", mo, path], capture_output=True, encoding="utf-8", check=False
    )


NO_CHARSET = "doesn't contain a header entry with a charset specification"
"""Why msgfmt 0.23 and newer refuse a text that is not ASCII where there is no header."""


def version():
    """The version of msgfmt."""
    done = subprocess.run(["msgfmt", "--version"], capture_output=True, check=True)
    return tuple(map(int, re.search(rb"(\d+)\.(\d+)", done.stdout).groups()))


@each_valid
def test_msgfmt_reads_the_same_texts_in_a_valid_file(path, tmp_path):
    done = msgfmt(path, tmp_path / "a.mo")
    assert bool(done.returncode) == (path.stem in NOT_FOR_GETTEXT), done.stderr
    if not done.returncode:
        texts = GNUTranslations(io.BytesIO((tmp_path / "a.mo").read_bytes()))
        # Not the header, or what has a context: a code has none of these.
        shown = {}
        for key, text in texts._catalog.items():
            msgid = key if isinstance(key, str) else key[0]
            if msgid and "\4" not in msgid:
                shown[msgid] = text if msgid is key else [*shown.get(msgid, ()), text]
        texts = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
        assert shown == (BEFORE_0_26.get(path.stem, texts) if version() < (0, 26) else texts)


@each_invalid
def test_msgfmt_refuses_an_invalid_file(path, tmp_path):
    done = msgfmt(path, tmp_path / "a.mo")
    if path.stem in MORE_STRICT:
        assert not done.returncode or NO_CHARSET in done.stderr
    else:
        assert done.returncode


def test_msgfmt_agrees_on_mutated_files(tmp_path):
    path = tmp_path / "a.po"
    for data in mutations(300):
        path.write_bytes(data)
        done = msgfmt(path, tmp_path / "a.mo")
        try:
            read_texts("a.po", data)
        except CatalogError as error:
            reason = error.reason
        else:
            reason = ""
        if reason and not done.returncode:  # what only the reader refuses
            assert reason.startswith(("a NUL", "not UTF-8", "a line with domain", "its charset"))
        if done.returncode and not reason:  # what msgfmt checks besides the grammar
            others = f"{NO_CHARSET}|is not a portable encoding"  # both from 0.23 on
            others += "|duplicate message|do not both|format specifications"
            assert re.search(others, done.stderr)


@each_valid
def test_what_msgcat_writes_is_canonical(path):
    done = subprocess.run(["msgcat", "--force-po", path], capture_output=True, check=False)
    assert bool(done.returncode) == (path.stem in NOT_FOR_GETTEXT), done.stderr
    file = PoFile(done.stdout.decode())
    assert file.canonical(file.entries) == done.stdout.decode()


def test_msgcat_leaves_what_it_once_wrote_as_it_is():
    path = next(path for path in po_files("valid") if path.stem.startswith("everything"))
    done = subprocess.run(["msgcat", path], capture_output=True, check=True)
    assert done.stdout == path.read_bytes()
