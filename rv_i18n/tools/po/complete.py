"""Completes the header of a catalogue with the fields that are known, where they are missing.

Platforms of translators leave out what gettext does without: POEditor and Lokalise the team,
Launchpad the language, Crowdin the address for bugs.
"""

from __future__ import annotations

from ..._engine.scanner import scan
from .plurals import UNSET
from .pofile import Header, PoFile, written

_ORDER = (
    "Project-Id-Version", "Report-Msgid-Bugs-To", "POT-Creation-Date", "PO-Revision-Date",
    "Last-Translator", "Language-Team", "Language", "MIME-Version", "Content-Type",
    "Content-Transfer-Encoding", "Plural-Forms",
)  # fmt: skip
"""The order in which GNU gettext writes the fields."""

_FUZZY = "fuzzy"


def completed(header: Header, fields: dict[str, str]) -> Header:
    """Return a header with ``fields`` where it has none, and without a mark that it is fuzzy.

    A field that it has is left as it is, and a header that has all of them keeps its line breaks.
    """
    missing = {
        name: value
        for name, value in fields.items()
        if value and header.fields.get(name, "") in ("", UNSET)
    }
    if not header.text or not (missing or _FUZZY in header.flags):
        return header
    entry = scan(header.text)[0][0]
    entry.flags = [flag for flag in entry.flags if flag != _FUZZY]
    lines = entry.msgstr.rstrip("\n").split("\n")
    for name, value in missing.items():
        names = [line.partition(":")[0] for line in lines]
        if name in names:
            del lines[names.index(name)]
            names.remove(name)
        before = _ORDER[: _ORDER.index(name)]
        at = max((at for at, one in enumerate(names, 1) if one in before), default=0)
        lines.insert(at, f"{name}: {value}")
    entry.msgstr = "\n".join([*lines, ""])
    return PoFile("".join(written(entry))).header
