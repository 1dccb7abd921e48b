"""The build hook: compiles the catalogues with Babel and puts them into the wheel.

The tree keeps ``locales/`` at its top, and the wheel has it inside the package with a ``.mo``
beside each ``.po``. An editable install reads the tree itself and gets nothing from here.
"""

from __future__ import annotations

import shutil
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CatalogueHook(BuildHookInterface):  # type: ignore[type-arg,misc]  # hatchling is untyped
    """Adds ``rv_i18n/locales/<locale>/LC_MESSAGES/rv_i18n.{po,mo}`` to a wheel."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile every catalogue, unless the install is an editable one."""
        if version == "editable":
            return
        self._compiled = Path(mkdtemp())
        catalogues = sorted(Path(self.root, "locales").glob("*/LC_MESSAGES/*.po"))
        if not catalogues:
            raise FileNotFoundError(f"no catalogue to compile below {self.root}/locales")
        for po in catalogues:
            inside = po.relative_to(self.root)
            mo = self._compiled / inside.with_suffix(".mo")
            mo.parent.mkdir(parents=True)
            with po.open("rb") as source, mo.open("wb") as target:
                write_mo(target, read_po(source, abort_invalid=True))
            for file in (po, mo):
                target_name = f"rv_i18n/{inside.with_suffix(file.suffix).as_posix()}"
                build_data["force_include"][str(file)] = target_name

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:
        """Clean up what was compiled, once it is in the wheel."""
        if version != "editable":
            shutil.rmtree(self._compiled)
