"""A Sphinx domain of codes: which document has which, and what a reference to one leads to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Set
from typing import Any, NamedTuple, cast

from docutils.nodes import Element, reference
from sphinx.addnodes import pending_xref
from sphinx.domains import Domain, ObjType
from sphinx.roles import XRefRole
from sphinx.util import logging
from sphinx.util.nodes import make_refnode

from ..._engine.members import folded

TYPE_CHECKING = False
if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

    from .listed import Lists

_logger = logging.getLogger(__name__)


class Code(NamedTuple):
    """A code in a document: its anchor there, its symbolic name (after a prefix), and its text."""

    anchor: str
    name: str
    text: str


class CodeRole(XRefRole):
    """Links a code by number or name; its document is written again when the codes change."""

    def process_link(
        self, env: BuildEnvironment, refnode: Element, *args: Any, **options: Any
    ) -> tuple[str, str]:
        """Remember the document."""
        domain_of(env).data["referring"].add(env.docname)
        return super().process_link(env, refnode, *args, **options)


class CodeDomain(Domain):
    """The codes of a site: by number in objects.inv, and by symbolic name.

    ``data["codes"]`` has for each document its codes by what they are linked by, and
    ``data["written"]`` the same as of the last build. ``lists`` are the lists that they are of.
    """

    name = "rv-i18n"
    label = "Error codes"
    object_types = {"code": ObjType("error code", "code")}
    roles = {"code": CodeRole(warn_dangling=True)}
    dangling_warnings = {"code": "no document shows the error code %(target)s"}
    initial_data = {"codes": {}, "written": {}, "referring": set()}
    data_version = 1
    lists: Lists

    def __init__(self, env: BuildEnvironment) -> None:
        super().__init__(env)
        self._index: dict[str, tuple[str, Code]] = {}

    def note(self, target: str, code: Code) -> None:
        """Note that the current document has a code."""
        self.data["codes"].setdefault(self.env.docname, {})[target] = code
        self._index.clear()

    def to_be_written(self) -> Iterable[str]:
        """The documents that refer to codes, if these are not what they were when last written."""
        if self.data["written"] == self.data["codes"]:
            return ()
        self.data["written"] = {docname: {**codes} for docname, codes in self.data["codes"].items()}
        return sorted(self.data["referring"])

    def clear_doc(self, docname: str) -> None:
        """Forget what a document has."""
        self.data["codes"].pop(docname, None)
        self.data["referring"].discard(docname)
        self._index.clear()

    def merge_domaindata(self, docnames: Set[str], otherdata: dict[str, Any]) -> None:
        """Take over what another process has read."""
        found = otherdata["codes"].items()
        self.data["codes"].update(
            (docname, codes) for docname, codes in found if docname in docnames
        )
        self.data["referring"] |= otherdata["referring"] & set(docnames)
        self._index.clear()

    def check_consistency(self) -> None:
        """Warn of codes that two documents have: a reference would lead to either."""
        first: dict[str, str] = {}
        for docname, codes in sorted(self.data["codes"].items()):
            for target in codes:
                other = first.setdefault(target, docname)
                if other != docname:
                    message = "the error code %s is in %s too; use :no-index: in one of them"
                    _logger.warning(message, target, other, location=docname, type=self.name)

    def resolve_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        typ: str,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> reference | None:
        """Return a link to a code by number or by name in any spelling; its hint is the text."""
        found = self._find(target)
        if found is None:
            return None
        docname, code = found
        hint = f"{code.name}: {code.text}"
        return make_refnode(builder, fromdocname, docname, code.anchor, contnode, hint)

    def resolve_any_xref(
        self,
        env: BuildEnvironment,
        fromdocname: str,
        builder: Builder,
        target: str,
        node: pending_xref,
        contnode: Element,
    ) -> list[tuple[str, reference]]:
        """Return what ``resolve_xref`` does, for a reference that names no domain."""
        found = self.resolve_xref(env, fromdocname, builder, "code", target, node, contnode)
        return [(f"{self.name}:code", found)] if found else []

    def get_objects(self) -> Iterator[tuple[str, str, str, str, str, int]]:
        """Yield each code by number and by name, for objects.inv and the search of the site."""
        for docname, codes in self.data["codes"].items():
            for target, code in codes.items():
                for name in dict.fromkeys((target, code.name)):
                    yield name, name, "code", docname, code.anchor, 1

    def _find(self, target: str) -> tuple[str, Code] | None:
        """Return the document that has a code, and the code; an exact name comes before others."""
        if not self._index:
            documents = sorted(self.data["codes"].items())
            codes = [
                (by, docname, code) for docname, codes in documents for by, code in codes.items()
            ]
            for by, docname, code in codes:
                self._index.setdefault(by, (docname, code))
            for _, docname, code in codes:
                self._index.setdefault(code.name, (docname, code))
            for _, docname, code in codes:
                self._index.setdefault(folded(code.name), (docname, code))
        return self._index.get(target) or self._index.get(folded(target))


def domain_of(env: BuildEnvironment) -> CodeDomain:
    """Return the domain of an environment."""
    return cast("CodeDomain", env.get_domain(CodeDomain.name))
