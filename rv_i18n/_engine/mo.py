"""Reads ``.mo`` files; "The Format of GNU MO Files" in the gettext manual describes them.

The standard library's reader imports much of the standard library, executes a plural rule, and
copies as much data as a damaged file claims to hold. This one reads only msgids and UTF-8 texts.
"""

from __future__ import annotations

from struct import unpack_from

_ORDERS = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
"""The byte orders, by the magic number at the start of a file."""

_HEADER = 28
"""The length of what precedes the tables."""


def read_mo(data: bytes) -> dict[str, str]:
    """Return the texts of a ``.mo`` file, by msgid; the empty msgid is the header's.

    The text of a plural is a ``Plural``.
    Raises ``ValueError`` or ``struct.error`` if ``data`` is not a valid ``.mo`` file.

    >>> from babel.messages import Catalog
    >>> from babel.messages.mofile import write_mo
    >>> from io import BytesIO
    >>> catalog, file = Catalog("ja"), BytesIO()
    >>> message = catalog.add("FAIL", "リクエストに失敗しました")
    >>> write_mo(file, catalog)
    >>> read_mo(file.getvalue())["FAIL"]
    'リクエストに失敗しました'
    """
    order = _ORDERS.get(data[:4])
    if order is None:
        raise ValueError("not a .mo file: its first bytes are wrong")
    version, count, *tables = unpack_from(f"{order}4I", data, 4)
    if version >> 16 > 1:
        raise ValueError(f"a .mo file of version {version >> 16}")
    columns: list[list[str]] = []
    spans = [(0, _HEADER)]
    for table in tables:
        numbers = unpack_from(f"{order}{2 * count}I", data, table)
        lengths, offsets = numbers[::2], numbers[1::2]
        if sum(lengths) > len(data):  # or each entry of a damaged file could be as long as the file
            raise ValueError("its entries are longer than the file")
        ends = [offset + length for offset, length in zip(offsets, lengths)]
        if any(data[end : end + 1] != b"\0" for end in ends):
            raise ValueError("an entry does not end in a NUL")
        columns.append([data[start:end].decode() for start, end in zip(offsets, ends)])
        spans += [
            (table, table + 8 * count),
            *((start, end + 1) for start, end in zip(offsets, ends)),
        ]
    spans.sort()
    if min(tables) < _HEADER or any(start < end for (_, end), (start, _) in zip(spans, spans[1:])):
        raise ValueError("its entries overlap")
    keys, texts = columns
    # Babel sorts what has a context, which is no text of a code, by its msgid.
    names = [key.partition("\0")[0] for key in keys if "\4" not in key]
    if any(one >= other for one, other in zip(names, names[1:])):
        raise ValueError("its entries are not sorted")
    found = dict(zip(keys, texts))
    if any("\0" in text for text in (*keys, *texts)):
        _divide(found)
    return found


def _divide(texts: dict[str, str]) -> None:
    """Replace the keys of plurals, which hold msgid and msgid_plural, and divide their texts.

    Where a form is missing, Babel writes one of the two, and msgfmt nothing. Raises ``ValueError``
    for a NUL elsewhere: the tail of a file that was not written to its end often has nothing else.
    """
    from .entry import header_fields
    from .plural import Plural  # few catalogues have one

    rule = header_fields(texts.get("", "")).get("Plural-Forms", "")
    for key, text in list(texts.items()):
        names, forms = key.split("\0"), text.split("\0")
        if len(names) == 1 and len(forms) == 1:
            continue
        plural = Plural(rule, ("" if form in names else form for form in forms))
        too_many = plural.rule == rule and len(forms) > plural.needed
        if len(names) != 2 or not names[1] or too_many:
            raise ValueError("a NUL in an entry")
        del texts[key]
        texts.setdefault(names[0], plural)
