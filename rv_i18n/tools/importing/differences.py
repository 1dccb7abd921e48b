"""Compares a table with a project's code list: what is new, gone, or said otherwise."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from ..._engine.members import symbol_of
from ..._engine.quote import printable
from ..po.layout import catalogue_files
from ..project import Project
from .rows import TableRow


def locales_of(project: Project) -> list[str]:
    """Return the catalogues of a project, or none if it has no directory for them yet."""
    if not os.path.isdir(project.localedir):
        return []
    files = catalogue_files(project.localedir)
    return [each.locale for each in files if each.domain == project.domain]


def differences(project: Project, rows: Sequence[TableRow]) -> Iterator[str]:
    """Yield a line for each difference between a project's list and a table.

    Codes are matched by symbolic name, and those that are left by their value. Texts are compared
    in the languages that both have. Raises ``CatalogError`` for a list or catalogue that cannot be
    read.
    """
    listed = {code.symbol: code for code in project.codes}
    told = {row.symbol: row for row in rows}
    catalog = project.catalog()
    members = {symbol_of(member): member for member in catalog}
    locales = locales_of(project)
    gone = {code.value: code.symbol for code in project.codes if code.symbol not in told}
    for row in rows:
        symbol = row.symbol
        if symbol not in listed and row.value in gone:
            symbol = gone.pop(row.value)
            yield printable(f"renamed: {row.value} {symbol} -> {row.symbol}")
        elif symbol not in listed:
            yield printable(f"new: {row.value} {symbol}")
            continue
        elif listed[symbol].value != row.value:
            yield printable(f"changed: {symbol} {listed[symbol].value} -> {row.value}")
        for locale, text in row.texts.items():
            if locale in locales:
                found = catalog.lookup(members[symbol], locale)
                ours = " ".join(found.text.split()) if found.locale == locale else ""
                if ours != text:
                    words = f"{ours!r} -> {text!r}" if ours else f"no text -> {text!r}"
                    yield printable(f"reworded: {row.value} {symbol} ({locale}): {words}")
    for value, symbol in gone.items():
        yield printable(f"gone: {value} {symbol}")
