"""Prints tables that fit the terminal, in colour.

``rich`` does the work: it knows how wide a Chinese character is, where a line can break, and what
the terminal can show.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from typing import Literal

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from . import progress
from .output import safe
from .streams import coloured, forced

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tools.po.stats import Count

_NARROWEST = 30
"""The fewest columns for a text beside its code; with fewer, it goes below the code."""

_PIPED = 10_000
"""The width if the output is not a terminal, so that a program never reads a wrapped line."""

_KEY, _LANGUAGE = "bold cyan", "dim"
"""Styles; names and texts keep the terminal's own colours."""


def show(heads: Sequence[str], cells: Sequence[Sequence[str]], title: str = "") -> None:
    """Print a table of numbers, names and texts on the terminal.

    If the terminal is too narrow for the columns of texts, each code gets a block of lines instead.
    """
    console = _console()
    if title:
        console.print(Text(safe(title), style="bold"), end="\n\n")
    heads, *cells = ([*map(safe, row)] for row in (heads, *cells))
    known = [max(Text(row[column]).cell_len for row in (heads, *cells)) + 2 for column in (0, 1)]
    texts = len(cells[0]) - 2
    if console.width - sum(known) < texts * (_NARROWEST + 2):
        _show_blocks(console, heads[2:], cells)
    else:
        print_table(heads, cells)


def print_table(
    heads: Sequence[str], rows: Iterable[Sequence[str]], *, numbers: Sequence[str] = ()
) -> None:
    """Print a table whose columns are aligned by display width.

    The columns whose heads are in ``numbers`` are right-aligned. If the terminal is too narrow, the
    first two columns are the last to wrap. The text of a cell is printed literally, without markup.

    >>> print_table(["name", "count"], [["認証", "1"], ["a", "10"]], numbers=["count"])
    name  count
    認証      1
    a        10
    """
    console = _console()
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), show_header=any(heads))
    for column, head in enumerate(heads):
        table.add_column(
            Text(head),
            justify="right" if head in numbers else "left",
            style="" if column else _KEY,
            no_wrap=column < 2,
            overflow="fold",
        )
    for row in rows:
        table.add_row(*(Text(safe(cell)) for cell in row))
    with console.capture() as captured:
        console.print(table)
    sys.stdout.writelines(f"{line.rstrip()}\n" for line in captured.get().splitlines())


def show_counts(counts: Sequence[Count]) -> None:
    """Print how much of each catalogue is translated; the domain only if there are several."""
    several = len({each.domain for each in counts}) > 1
    rows = [
        [
            f"{each.locale} {each.domain}" if several else each.locale,
            *map(str, each[2:]),
            f"{each.percent:g} %",
        ]
        for each in counts
    ]
    heads = ["locale", "translated", "fuzzy", "missing", "done"]
    print_table(heads, rows, numbers=heads[1:])


def _show_blocks(console: Console, heads: Sequence[str], cells: Sequence[Sequence[str]]) -> None:
    # One language needs no name.
    names, indent = (heads, 2) if len(heads) > 1 else ([""], 0)
    for code, symbol, *texts in cells:
        console.print(Text.assemble((code, _KEY), "  ", symbol))
        block = Table.grid(padding=(0, 2, 0, 0))
        block.add_column(style=_LANGUAGE)
        block.add_column(overflow="fold")
        for name, text in zip(names, texts):
            block.add_row(Text(name), Text(text))
        console.print(Padding.indent(block, indent))


def _console() -> Console:
    """Return a console that fits the terminal, with no styles unless ``coloured``."""
    progress.end()
    system: Literal["auto", "standard"] = "standard" if forced() else "auto"
    piped = not sys.stdout.isatty()
    return Console(
        width=_PIPED if piped else None,
        height=1 if piped else None,  # or with TERM=dumb Rich takes no width
        color_system=system if coloured() else None,
        no_color=False,  # Rich's own rule would leave bold type
    )
