"""Build hook that compiles the catalogues and adds them to the wheel.

The source tree has ``locales/`` at its top; the wheel has it inside the package, with a ``.mo``
beside each ``.po``. An editable install reads the source tree and needs nothing from here.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import polib
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

sys.path.insert(0, str(Path(__file__).parent))  # so that the package reads its own catalogues

from rv_i18n._engine.errors import CatalogError
from rv_i18n._engine.plural import Plural
from rv_i18n._engine.po import read_texts

HEADER = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=UTF-8",
    "Content-Transfer-Encoding": "8bit",
}
"""The only fields that a program needs; a catalogue with plurals has its Plural-Forms too."""


class CatalogueHook(BuildHookInterface):  # type: ignore[misc]  # hatchling is untyped
    """Adds ``rv_i18n/locales/<locale>/LC_MESSAGES/*.{po,mo}`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue, except for an editable install."""
        if version == "editable":
            return
        catalogues = sorted(Path(self.root, "locales").glob("*/LC_MESSAGES/*.po"))
        if not catalogues:
            raise CatalogError("locales", "no catalogue to compile, <locale>/LC_MESSAGES/*.po")
        # A refused catalogue raises here, before anything is written.
        binaries = {po: compiled(po.read_bytes(), po.relative_to(self.root)) for po in catalogues}
        self._compiled = TemporaryDirectory()
        for po, binary in binaries.items():
            inside = po.relative_to(self.root)
            mo = Path(self._compiled.name) / inside.with_suffix(".mo")
            mo.parent.mkdir(parents=True, exist_ok=True)
            mo.write_bytes(binary)
            for file in (po, mo):
                target = f"rv_i18n/{inside.with_suffix(file.suffix).as_posix()}"
                build_data["force_include"][str(file)] = target

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Delete the compiled files once they are in the wheel."""
        if version != "editable":
            self._compiled.cleanup()


def compiled(data: bytes, path: Path) -> bytes:
    """Return the ``.mo`` of a catalogue, with exactly the texts that look-ups in the tree find."""
    mo = polib.POFile(encoding="utf-8")
    mo.metadata = {**HEADER, "Language": path.parts[-3]}
    for msgid, msgstr in read_texts(str(path), data).items():
        entry = polib.POEntry(msgid=msgid, msgstr=msgstr)
        if isinstance(msgstr, Plural):
            mo.metadata["Plural-Forms"] = msgstr.rule
            entry.msgid_plural = msgid
            # polib leaves out an entry without a form; readers take the msgid for a missing one.
            entry.msgstr_plural = {at: form or msgid for at, form in enumerate(msgstr.forms)}
        mo.append(entry)
    binary: bytes = mo.to_binary()
    return binary
