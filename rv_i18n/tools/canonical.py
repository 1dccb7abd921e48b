"""The one way to write a catalogue: as GNU ``msgcat`` and Weblate's translate-toolkit write it.

A unit is its translators' comments, the extracted comments, the flags, the text before (of a fuzzy
entry), the msgid and the text. One empty line stands between two units, and none at the end.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .layout import lay_out

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .units import Unit


def write_unit(unit: Unit) -> str:
    r"""The text of a unit in canonical form.

    >>> from rv_i18n.tools.units import read_units
    >>> [unit] = read_units('#, fuzzy\n#.1\nmsgid\n"A"\nmsgstr "x"')[0]
    >>> write_unit(unit)
    '#. 1\n#, fuzzy\nmsgid "A"\nmsgstr "x"\n'
    """
    lines = [*unit.translator]
    for comment in unit.extracted:
        lines.append(f"#. {comment}" if comment else "#.")
    if unit.flags:
        lines.append("#, " + ", ".join(unit.flags))
    lines += unit.previous
    for keyword, pieces in unit.strings.items():
        first, *rest = lay_out(keyword, pieces)
        lines.append(f'{keyword} "{first}"')
        for piece in rest:
            lines.append(f'"{piece}"')
    lines.append("")
    return "\n".join(lines)


def write_units(units: Iterable[Unit]) -> str:
    r"""The text of a catalogue in canonical form.

    >>> from rv_i18n.tools.units import read_units
    >>> print(write_units(read_units('msgid ""\nmsgstr ""\nmsgid "A"\nmsgstr "x"')[0]), end="")
    msgid ""
    msgstr ""
    <BLANKLINE>
    msgid "A"
    msgstr "x"
    """
    return "\n".join(map(write_unit, units))


def deviations(text: str, units: Iterable[Unit]) -> list[Unit]:
    r"""The units of ``text`` that do not stand there in canonical form.

    ``units`` are those that ``read_units`` gives for ``text``.

    >>> from rv_i18n.tools.units import read_units
    >>> text = 'msgid "A"\nmsgstr "x"\n\n\nmsgid "B"\nmsgstr "y"\n'
    >>> [unit.msgid for unit in deviations(text, read_units(text)[0])]
    ['B']
    """
    units = [unit for unit in units if not unit.obsolete]
    found = [
        unit
        for number, unit in enumerate(units)
        if unit.blanks != (number > 0) or not (unit.is_regular or unit.source == write_unit(unit))
    ]
    at_the_end = not text.endswith("\n") or text.endswith("\n\n")
    return [*found, *units[-1:]] if at_the_end and units[-1:] != found[-1:] else found
