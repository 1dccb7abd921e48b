"""Small trees of catalogues that a test writes itself, and the enum of codes that they are for.

A test that has a tree of its own stays true whatever codes and languages are shipped.
"""

from __future__ import annotations

import enum
from io import BytesIO
from pathlib import Path

import polib
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ROOT / "locales"

HEADER = 'msgid ""\nmsgstr ""\n"Content-Type: text/plain; charset=utf-8\\n"\n'


class Colour(enum.Enum):
    """A caller's own codes, with no ``symbol``."""

    RED = 1
    GREEN = 2
    BLUE = 3


class Farm(enum.IntEnum):
    """Codes that a caller names in every way."""

    OK = 0
    VALIDATE_CODE_ERROR = 604
    USER_AREA_ERROR = 608
    SIGNATURE_EXPIRED = 610
    NON_UPLOADABLE_FILES = 200025

    @property
    def symbol(self) -> str:
        """The symbolic name, which holds a space."""
        return self.name.replace("UPLOADABLE_", "UPLOADABLE ")


def write(directory, locale, body="", header=HEADER, suffix=".po", **texts):
    """Write a catalogue, as a .po or compiled, and return its path."""
    for symbol, text in texts.items():
        body += f'\nmsgid "{symbol}"\nmsgstr "{text}"\n'
    path = Path(directory, locale, "LC_MESSAGES", "rv_i18n" + suffix)
    path.parent.mkdir(parents=True, exist_ok=True)
    data = (header + body).encode()
    path.write_bytes(compiled(data) if suffix == ".mo" else data)
    return path


def compiled(po):
    """The .mo that Babel makes of a .po."""
    file = BytesIO()
    write_mo(file, read_po(BytesIO(po)))
    return file.getvalue()


def shipped(symbol, *locales):
    """The text that polib finds for a symbol in the first shipped catalogue that shows one."""
    for locale in (*locales, "en", "zh_CN"):
        entry = polib.pofile(str(LOCALES / locale / "LC_MESSAGES/rv_i18n.po")).find(symbol)
        if entry and entry.translated():
            return entry.msgstr
    return symbol
