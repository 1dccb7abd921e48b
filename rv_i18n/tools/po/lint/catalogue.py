"""A catalogue as the rules see it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..pofile import PoFile
from .writing import writing_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..tree import CatalogueFile
    from .writing import Writing


class Catalogue(PoFile):
    """One ``.po`` or ``.pot`` file, and what it is compared with.

    ``expected`` maps the symbolic names that should be there, in their order, to their comments,
    or is ``None`` where nothing says what should be.
    """

    def __init__(self, file: CatalogueFile, expected: Mapping[str, str] | None) -> None:
        super().__init__(file.path)
        self.locale = file.locale
        self.domain = file.domain
        self.expected = expected

    @property
    def writing(self) -> Writing:
        """How the language of the catalogue is written."""
        return writing_of(self.locale)
