"""Runs the rules over the catalogues of a directory."""

from __future__ import annotations

import contextlib
import gc
from typing import TYPE_CHECKING

from ...._errors import CatalogError
from ..extract import DOMAIN, expected_comments
from ..reading import NotUtf8Error
from ..tree import CatalogueFile, find_catalogues, find_templates
from .catalogue import Catalogue
from .catalogue_rules import CATALOGUE_RULES
from .entry_rules import ENTRY_RULES, Seen
from .findings import Finding
from .text_rules import TEXT_RULES
from .writing import KEPT_FROM_THE_SOURCE

SOURCE_LOCALE = "zh_CN"

if TYPE_CHECKING:
    from collections.abc import Iterator

    from polib import POEntry

RULES = (*CATALOGUE_RULES, *ENTRY_RULES, *TEXT_RULES)
"""The names of all rules."""

TEMPLATE = "template"
"""What stands where a catalogue has its locale."""

# Of a template, what is not about a language or a text.
TEMPLATE_RULES = frozenset({
    "syntax", "charset", "obsolete", "missing", "order", "canonical",
    "form", "unknown", "duplicate", "comments",
})  # fmt: skip


def lint(localedir: str) -> tuple[list[Finding], list[CatalogError]]:
    """What is wrong with the catalogues of ``localedir``, and the files that cannot be read.

    The entries of the package's own domain are compared with the code list, those of another with
    its template ``<domain>.pot`` in the directory; where there is none, no entry is missing or
    unknown. A finding is left out where the entry has the flag ``ignore-<rule>``, but
    for those of ``syntax``.

    Raises ``CatalogError`` for a directory or code list that cannot be read, and for a directory
    without a catalogue.

    >>> from rv_i18n.tools.po.tree import default_localedir
    >>> lint(default_localedir())
    ([], [])
    """
    findings: list[Finding] = []
    unreadable: list[CatalogError] = []
    catalogues = find_catalogues(localedir)
    templates = find_templates(localedir)
    expected = expected_comments(localedir, {})
    for domain, path in templates.items():
        with contextlib.suppress(CatalogError):  # which is a finding about the template itself
            expected.update(expected_comments(localedir, {domain: path}))
    files = [CatalogueFile(path, TEMPLATE, domain) for domain, path in templates.items()]
    for file in files + catalogues:
        try:
            with _no_collection():
                catalogue = Catalogue(file, expected.get(file.domain))
                findings += sorted(_check(catalogue), key=lambda finding: finding.line)
        except NotUtf8Error as error:
            findings.append(Finding(file.path, error.line, file.locale, "", "not UTF-8", "charset"))
        except CatalogError as error:
            unreadable.append(error)
    return findings, unreadable


@contextlib.contextmanager
def _no_collection() -> Iterator[None]:
    """Keep the garbage collector from walking over a large catalogue while it is built.

    There are no cycles to find in it, and looking for them takes a third of the time.
    """
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _check(catalogue: Catalogue) -> Iterator[Finding]:
    """All findings of one file."""
    template = catalogue.locale == TEMPLATE
    flags = {entry.msgid: entry.flags for entry in catalogue.entries if entry.flags}
    flags[""] = catalogue.flags
    for rule, check in CATALOGUE_RULES.items():
        if not template or rule in TEMPLATE_RULES:
            for line, symbol, message in check(catalogue):
                if rule == "syntax" or f"ignore-{rule}" not in flags.get(symbol, ()):
                    yield Finding(catalogue.path, line, catalogue.locale, symbol, message, rule)
    yield from _check_entries(catalogue, template)


def _check_entries(catalogue: Catalogue, template: bool) -> Iterator[Finding]:
    seen = Seen()
    rules = {
        name: check for name, check in ENTRY_RULES.items() if not template or name in TEMPLATE_RULES
    }
    text_rules = {} if template else TEXT_RULES
    writing = catalogue.writing
    for entry in catalogue.entries:
        text = _own_text(catalogue, entry)
        flags = entry.flags
        for rule, check in rules.items():
            message = check(entry, catalogue, seen)
            if message and f"ignore-{rule}" not in flags:
                yield _finding(catalogue, entry, message, rule)
        for rule, check_text in text_rules.items():
            message = check_text(text, writing)
            if message and f"ignore-{rule}" not in flags:
                yield _finding(catalogue, entry, message, rule)


def _own_text(catalogue: Catalogue, entry: POEntry) -> str:
    """The text without what is the source's own, which is kept as it is."""
    text: str = entry.msgstr
    if catalogue.domain == DOMAIN and catalogue.locale == SOURCE_LOCALE:
        return text.replace(KEPT_FROM_THE_SOURCE.get(entry.msgid, ""), "")
    return text


def _finding(catalogue: Catalogue, entry: POEntry, message: str, rule: str) -> Finding:
    return Finding(catalogue.path, entry.linenum, catalogue.locale, entry.msgid, message, rule)
