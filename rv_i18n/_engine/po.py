"""The one reader of ``.po`` files, for look-ups in a source tree, the build, and every tool.

What one of them refuses, all refuse: a file with a fault is never used. Only the standard library
is needed.
"""

from __future__ import annotations

import re

from .entry import Entry, Fault, header_fields
from .errors import CatalogError
from .scanner import scan


def read_texts(path: str, data: bytes) -> dict[str, str]:
    r"""Return the texts that readers see, by msgid; of a duplicate, the first.

    The text of a plural is a ``Plural``. ``data`` is what is in the file at ``path``. Raises
    ``CatalogError`` if it has a fault.

    >>> read_texts("ja.po", b'#, fuzzy\nmsgid "A"\nmsgstr "x"\n\nmsgid "B"\nmsgstr "y"\n')
    {'B': 'y'}
    >>> read_texts("ja.po", b'msgid "FAIL"\nmsgstr "x\n')
    Traceback (most recent call last):
    rv_i18n.CatalogError: ja.po:2: a string is not closed
    """
    texts: dict[str, str] = {}
    entries = read_entries(path, data)
    header = next((entry.msgstr for entry in entries if entry.is_header), "")
    rule = header_fields(header).get("Plural-Forms", "")
    for entry in entries:
        if entry.is_shown:
            plural = entry.msgid_plural is not None
            texts.setdefault(entry.msgid, _plural(rule, entry) if plural else entry.msgstr)
    return texts


def _plural(rule: str, entry: Entry) -> str:
    from .plural import Plural  # few catalogues have one

    return Plural(rule, entry.msgstr_plural)


def read_entries(path: str, data: bytes) -> list[Entry]:
    """Return all entries, with the header and the obsolete ones; otherwise as ``read_texts``."""
    entries, faults = scan(decode(path, data))
    raise_first(path, faults)
    return entries


def raise_first(path: str, faults: list[Fault]) -> None:
    """Raise the first of a file's faults as a ``CatalogError``, if it has any."""
    if faults:
        fault = min(faults, key=lambda fault: fault.line)
        raise CatalogError(path, fault.reason, fault.line)


def decode(path: str, data: bytes) -> str:
    """Return the text of a file; raise ``CatalogError`` if it is, or claims to be, not UTF-8."""
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise CatalogError(path, "not UTF-8", line) from error
    match = _CHARSET.search(text)
    if match and match[1].lower() not in _UTF_8 and not data.isascii():
        line = text.count("\n", 0, match.start()) + 1
        raise CatalogError(path, f"its charset is {match[1]}, but only UTF-8 is read", line)
    return text


_CHARSET = re.compile(r'^[ \t]*"Content-Type:[^"\n;]*;[ \t]*charset=([^\s";\\]+)', re.MULTILINE)
_UTF_8 = ("utf-8", "utf8", "us-ascii", "ascii", "charset")  # the last is xgettext's placeholder
