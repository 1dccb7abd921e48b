"""Reads ``.mo`` files, whose form is in the GNU gettext manual, "The Format of GNU MO Files".

The standard library's reader loads a good part of the standard library, evaluates a plural rule,
and copies what a damaged file claims to hold. Here a file is a table of msgids and texts in UTF-8.
"""

from __future__ import annotations

from struct import unpack_from

_ORDERS = {b"\xde\x12\x04\x95": "<", b"\x95\x04\x12\xde": ">"}
"""The byte orders, by the magic number that a file begins with."""


def read_mo(data: bytes) -> dict[str, str]:
    """The texts of a ``.mo`` file by msgid; that of the empty msgid is the header.

    Raises ``ValueError`` or ``struct.error`` for what is no such file.

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
        raise ValueError("no .mo file: its first bytes are not those of one")
    version, count, *tables = unpack_from(f"{order}4I", data, 4)
    if version >> 16 > 1:
        raise ValueError(f"a .mo file of version {version >> 16}")
    columns = []
    for table in tables:
        numbers = unpack_from(f"{order}{2 * count}I", data, table)
        lengths, offsets = numbers[::2], numbers[1::2]
        if sum(lengths) > len(data):  # else each entry of a damaged file could be the whole file
            raise ValueError("its entries are longer than the file")
        ends = [offset + length for offset, length in zip(offsets, lengths)]
        if max(ends, default=0) > len(data):
            raise ValueError("an entry goes beyond the end of the file")
        columns.append([data[start:end].decode() for start, end in zip(offsets, ends)])
    return dict(zip(*columns))
