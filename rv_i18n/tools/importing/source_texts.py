"""Writes the texts of a table into the catalogue of a project's source language."""

from __future__ import annotations

import os
from collections.abc import Sequence

from ..._engine.entry import Entry
from ..atomic import locked, write_files
from ..po.headers import catalogue_header
from ..po.layout import source_path
from ..po.pofile import PoFile, read_sound
from ..project import Project
from .rows import TableRow


def write_texts(project: Project, rows: Sequence[TableRow]) -> tuple[str, int]:
    """Give codes their texts, and return the path of the catalogue and how many were written.

    Only a code without a text gets one: nothing is overwritten. Codes that the catalogue lacks are
    added at its end; ``sync`` puts them in their place. Raises ``CatalogError`` for a catalogue
    that cannot be read, and ``OSError`` for one that cannot be written.
    """
    path = source_path(project)
    texts = {row.symbol: row for row in rows if project.source in row.texts}
    if not texts:
        return path, 0
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with locked(project.localedir):
        file = (
            read_sound(path)
            if os.path.lexists(path)
            else PoFile(catalogue_header(project, project.source))
        )
        entries = {entry.msgid: entry for entry in file.entries}
        count = 0
        for symbol, row in texts.items():
            entry = entries.get(symbol)
            if entry is None:
                entry = entries[symbol] = Entry(symbol)
                entry.comments = [str(row.value), *([row.description] if row.description else [])]
            if not entry.msgstr and entry.is_plain:
                entry.msgstr = row.texts[project.source]
                count += 1
        if count:
            others = [entry for entry in file.entries if entries[entry.msgid] is not entry]
            written = file.canonical([*entries.values(), *others]).encode()
            write_files({path: written})
    return path, count
