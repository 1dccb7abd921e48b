"""Reads ``.mo`` files; "The Format of GNU MO Files" in the gettext manual describes them.

The standard library's reader imports much of the standard library, executes a plural rule, and
copies as much data as a damaged file claims to hold. This one reads only msgids and UTF-8 texts.
"""

from __future__ import annotations

from struct import unpack_from

_ORDERS = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
"""The byte orders, by the magic number at the start of a file."""


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
    columns = []
    for table in tables:
        numbers = unpack_from(f"{order}{2 * count}I", data, table)
        lengths, offsets = numbers[::2], numbers[1::2]
        if sum(lengths) > len(data):  # or each entry of a damaged file could be as long as the file
            raise ValueError("its entries are longer than the file")
        ends = [offset + length for offset, length in zip(offsets, lengths)]
        if any(end >= len(data) for end in ends):  # a NUL follows each
            raise ValueError("an entry goes beyond the end of the file")
        columns.append([data[start:end].decode() for start, end in zip(offsets, ends)])
    texts = dict(zip(*columns))
    plurals = [key for key in columns[0] if "\0" in key]
    if plurals:
        _divide(texts, plurals)
    return texts


def _divide(texts: dict[str, str], plurals: list[str]) -> None:
    """Replace the keys of plurals, which hold msgid and msgid_plural, and divide their texts.

    Where a form is missing, Babel writes one of the two, and msgfmt nothing.
    """
    from .entry import header_fields
    from .plural import Plural  # few catalogues have one

    rule = header_fields(texts.get("", "")).get("Plural-Forms", "")
    for key in plurals:
        names = key.split("\0")
        forms = ("" if form in names else form for form in texts.pop(key).split("\0"))
        texts.setdefault(names[0], Plural(rule, forms))
