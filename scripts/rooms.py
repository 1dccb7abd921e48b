"""Draws docs/rooms.svg: the rooms of the package, and which imports from which.

The arrows are the imports that are in the source, but for those that follow from others. After you
change what imports what::

    python scripts/rooms.py
"""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parent.parent
PACKAGE = ROOT / "rv_i18n"


class Room(NamedTuple):
    """Files that belong together: what they do, their paths, and the column of their box."""

    words: str
    files: tuple[str, ...]
    column: float


ROOMS = {
    "_engine": Room("looks texts up, for any list", ("_engine",), 1.5),
    "codes, _farm, _sdk": Room("the farm's list and errors", ("codes", "_farm", "_sdk"), 1),
    "tools/codes": Room("reads lists from sources", ("tools/codes",), 2.5),
    "web, _web, django": Room("the language of a request", ("web", "_web", "django"), 0),
    "rv_i18n": Room("the public names", ("",), 1),
    "tools": Room("a project, its table", ("tools",), 1.5),
    "tools/po": Room("sync, stats", ("tools/po",), 1),
    "tools/reference": Room("rows, search, table, page", ("tools/reference",), 2),
    "tools/lint": Room("rules, findings", ("tools/lint",), 0.5),
    "tools/importing": Room("a table becomes a list", ("tools/importing",), 1.5),
    "tools/documents": Room("codes in Sphinx sites", ("tools/documents",), 2.5),
    "cli": Room("the command, which prints", ("cli", "__main__"), 1),
    "sphinx": Room("the Sphinx extension", ("sphinx",), 2.5),
}
OWNER = {file: name for name, room in ROOMS.items() for file in room.files}

WIDTH, HEIGHT, ACROSS, UP = 196, 44, 212, 76

STYLE = """
rect { fill: #f6f8fa; stroke: #818b98 } .paper { fill: #fff; stroke: none }
text { fill: #1f2328; font: 12px sans-serif; text-anchor: middle } .name { font-weight: bold }
path { stroke: #59636e; fill: none } marker path { fill: #59636e }
@media (prefers-color-scheme: dark) {
rect { fill: #212830; stroke: #656c76 } .paper { fill: #0d1117 }
text { fill: #f0f6fc } path { stroke: #9198a1 } marker path { fill: #9198a1 } }
"""


def room_of(path: str) -> str:
    """Return the room of a module, given as a path below the package without its suffix."""
    while path not in OWNER:
        path = path.rpartition("/")[0]
    return OWNER[path]


def imported(file: Path) -> set[str]:
    """Return what a file imports of the package, as ``room_of`` takes it."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom):
            base = file.parents[node.level - 1] if node.level else ROOT
            base = base.joinpath(*(node.module or "").split("."))
            found.update(_below(base / each.name) or _below(base) for each in node.names)
        elif isinstance(node, ast.Import):
            found.update(_below(ROOT.joinpath(*each.name.split("."))) for each in node.names)
    return found - {""}


def _below(module: Path) -> str:
    """Return the path of a module below the package, "__init__" for itself, "" for any other."""
    if module == PACKAGE:
        return "__init__"
    is_ours = PACKAGE in module.parents and (module.is_dir() or module.with_suffix(".py").exists())
    return module.relative_to(PACKAGE).as_posix() if is_ours else ""


@cache
def arrows() -> dict[str, set[str]]:
    """Return for each room the others that its files import from."""
    found: dict[str, set[str]] = {name: set() for name in ROOMS}
    for file in sorted(PACKAGE.rglob("*.py")):
        own = room_of(file.relative_to(PACKAGE).with_suffix("").as_posix())
        found[own].update(map(room_of, imported(file)))
        found[own].discard(own)
    return found


def reached(name: str, found: dict[str, set[str]], above: tuple[str, ...] = ()) -> set[str]:
    """Return the rooms that a room imports from, directly or by others.

    Raises ``ValueError`` if it is one of them.
    """
    if name in above:
        raise ValueError(f"a circle of imports: {' -> '.join((*above, name))}")
    return found[name].union(*(reached(each, found, (*above, name)) for each in found[name]))


def picture() -> str:
    """Return the picture: a box a room, and an arrow from it to each that it imports from."""
    found = arrows()
    shown = {
        name: sorted(rooms - set().union(*(reached(each, found) for each in rooms)))
        for name, rooms in found.items()
    }
    level: dict[str, int] = {}
    while len(level) < len(ROOMS):  # a room is above all that it imports from
        ready = [name for name in ROOMS if name not in level and found[name] <= level.keys()]
        for name in ready:
            level[name] = 1 + max((level[each] for each in found[name]), default=-1)
    top = max(level.values())
    place = {
        name: (round(8 + room.column * ACROSS), 8 + (top - level[name]) * UP)
        for name, room in ROOMS.items()
    }
    wide = max(x for x, _ in place.values()) + WIDTH + 8
    high = (top * UP) + HEIGHT + 16
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" width="{wide}">',
        "<title>The rooms of rv_i18n, and which imports from which</title>",
        f"<style>{STYLE}</style>",
        '<marker id="to" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" markerHeight="8"',
        'orient="auto"><path d="M0 0L8 4L0 8z"/></marker>',
        f'<rect class="paper" width="{wide}" height="{high}"/>',
    ]
    for name, others in shown.items():
        x, y = place[name]
        for other in others:
            to, below = place[other]
            step = max(-60, min(60, (to - x) // 3))  # arrows of one box begin and end apart
            start, end = x + WIDTH // 2 + step, to + WIDTH // 2 - step
            lines.append(f'<path marker-end="url(#to)" d="M{start} {y + HEIGHT}L{end} {below}"/>')
    for name, (x, y) in place.items():
        middle = x + WIDTH // 2
        lines += [
            f'<rect x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="6"/>',
            f'<text class="name" x="{middle}" y="{y + 18}">{name}</text>',
            f'<text x="{middle}" y="{y + 34}">{ROOMS[name].words}</text>',
        ]
    return "\n".join([*lines, "</svg>"]) + "\n"


def main() -> None:
    """Write the picture into docs/."""
    (ROOT / "docs/rooms.svg").write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
