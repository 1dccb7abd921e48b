"""Runs the rules over the catalogues of a directory."""

from __future__ import annotations

import os

from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes
from ..._engine.po import decode
from ..._engine.quote import excerpt
from ..._engine.tags import language_tag
from ..po.layout import (
    CatalogueFile,
    catalogue_files,
    no_catalogue,
    source_path,
    template_files,
    template_path,
)
from ..settings import TABLE
from .catalogue_rules import CATALOGUE_RULES
from .directory_rules import DIRECTORY_RULES
from .entry_rules import ENTRY_RULES, Seen
from .findings import Finding
from .rule import HEADER, TEXT
from .rules import RULES, not_to_ignore
from .subject import Standard, Subject
from .text_rules import TEXT_RULES

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..project import Project

TEMPLATE = "template"
"""Takes the place of the locale in findings about a template."""


def lint(
    project: Project,
    *,
    file: str | None = None,
    locales: Collection[str] = (),
    ignore: Collection[str] = (),
) -> tuple[list[Finding], list[CatalogError]]:
    """Return the findings about a project's catalogues, and the files that cannot be read.

    ``file``, if given, is the only file to check; ``locales``, if given, are the only catalogues.
    ``ignore`` lists rules to skip, in addition to the project's. Entries of the project's domain
    are compared with its code list, those of another domain with the template ``<domain>.pot`` in
    the directory. Without a template, no entry is missing or unknown. The flag ``ignore-<rule>``
    on an entry silences a finding about it.

    Raises ``CatalogError`` for a directory or source that cannot be read, for a directory without
    catalogues, and for an unknown rule in the project's ``ignore``.

    >>> from rv_i18n.tools.project import load_project
    >>> findings, unreadable = lint(load_project("."))
    >>> [finding for finding in findings if finding.severity == "error"], unreadable
    ([], [])
    """
    for reason in filter(None, map(not_to_ignore, project.ignore)):
        raise CatalogError(project.file, f"[{TABLE}] ignore: {reason}")
    ignored = {*project.ignore, *ignore}
    files = _chosen(project, file, locales)
    standard = Standard(project)
    findings: list[Finding] = []
    unreadable: list[CatalogError] = []
    for each in files:
        try:
            text = decode(each.path, read_bytes(each.path))
        except CatalogError as error:
            if error.line is None:
                unreadable.append(error)
            else:
                findings.append(_finding(each, error.line, "", error.reason, "charset"))
            continue
        found = _check(each, Subject(each, standard, text), ignored)
        findings += sorted(found, key=lambda finding: finding.line)
    if file is None:
        findings += _check_directory(catalogue_files(project.localedir), files, ignored)
        findings += () if locales or "missing" in ignored else _missing_files(project, files)
    return findings, unreadable


def _chosen(project: Project, path: str | None, locales: Collection[str]) -> list[CatalogueFile]:
    """The files that are looked at."""
    if path is not None:
        return [_file_at(path)]
    catalogues = catalogue_files(project.localedir)
    if not catalogues:
        raise no_catalogue(project.localedir)
    if not locales:
        return template_files(project.localedir) + catalogues
    tags = {language_tag(locale): locale for locale in locales}
    there = {language_tag(each.locale) for each in catalogues}
    for tag, locale in tags.items():
        if tag not in there:
            raise CatalogError(project.localedir, f"no catalogue for {excerpt(locale)}")
    return [each for each in catalogues if language_tag(each.locale) in tags]


def localedir_of(path: str) -> str:
    """Return the directory of catalogues that a file belongs to, by gettext's layout.

    >>> localedir_of("/app/locales/ja/LC_MESSAGES/app.po"), localedir_of("/app/locales/app.pot")
    ('/app/locales', '/app/locales')
    """
    path = os.path.abspath(path)
    above = 3 if path.endswith(".po") else 1
    return os.path.abspath(os.path.join(path, *[os.pardir] * above))


def _file_at(path: str) -> CatalogueFile:
    """Return the template or catalogue at ``path``; its locale and domain come from the path."""
    directory, name = os.path.split(os.path.abspath(path))
    domain, extension = os.path.splitext(name)
    if extension == ".pot":
        return CatalogueFile(path, "", domain)
    if extension == ".po" and os.path.basename(directory) == "LC_MESSAGES":
        return CatalogueFile(path, os.path.basename(os.path.dirname(directory)), domain)
    raise CatalogError(path, "neither <locale>/LC_MESSAGES/<domain>.po nor <domain>.pot")


def _check(file: CatalogueFile, catalogue: Subject, ignored: set[str]) -> Iterator[Finding]:
    """Yield all findings about one file."""
    flags = {entry.msgid: entry.flags for entry in catalogue.entries if entry.flags}
    flags[""] = catalogue.header.flags
    for rule in CATALOGUE_RULES:
        if rule.name in ignored or (not file.locale and not rule.of_templates):
            continue
        # If there is no header, only the rule "header" says so, unless a fault hides the header.
        says_so = rule.name == "header" and not catalogue.faults
        if rule.about == HEADER and not (catalogue.header.text or says_so):
            continue
        for line, symbol, message in rule.check(catalogue):
            if not (rule.can_be_ignored and f"ignore-{rule.name}" in flags.get(symbol, ())):
                yield _finding(file, line, symbol, message, rule.name)
    yield from _check_entries(file, catalogue, ignored)


def _check_entries(file: CatalogueFile, catalogue: Subject, ignored: set[str]) -> Iterator[Finding]:
    seen = Seen()
    rules = [
        rule
        for rule in ENTRY_RULES
        if rule.name not in ignored and (file.locale or rule.of_templates)
    ]
    text_rules = [rule for rule in TEXT_RULES if file.locale and rule.name not in ignored]
    writing = catalogue.writing
    kept = catalogue.project.kept if catalogue.is_source else {}
    for entry in catalogue.entries:
        found = [(rule, rule.check(entry, catalogue, seen)) for rule in rules]
        text = entry.msgstr.translate(dict.fromkeys(map(ord, kept.get(entry.msgid, ""))))
        if text:
            found += [(rule, rule.check(text, writing)) for rule in text_rules]
        for rule, message in found:
            if message and f"ignore-{rule.name}" not in entry.flags:
                finding = _finding(file, entry.line, entry.msgid, message, rule.name)
                warns = entry.is_fuzzy and (rule.about_the_text or rule.about == TEXT)
                yield finding._replace(severity="warning") if warns else finding


def _check_directory(
    catalogues: list[CatalogueFile], chosen: list[CatalogueFile], ignored: set[str]
) -> Iterator[Finding]:
    for domain in sorted({file.domain for file in catalogues}):
        files = [file for file in catalogues if file.domain == domain]
        for rule in (rule for rule in DIRECTORY_RULES if rule.name not in ignored):
            for file, message in rule.check(files):
                if file in chosen:
                    yield _finding(file, 1, "", message, rule.name)


def _missing_files(project: Project, files: list[CatalogueFile]) -> Iterator[Finding]:
    """Yield a finding for the template and the source catalogue, if the project lacks them."""
    if not (project.directory and project.is_at_home):
        return
    template = template_path(project.localedir, project.domain)
    for file in (
        CatalogueFile(template, "", project.domain),
        CatalogueFile(source_path(project), project.source, project.domain),
    ):
        if file not in files:
            yield _finding(file, 1, "", "there is no such file; rv-i18n sync writes it", "missing")


def _finding(file: CatalogueFile, line: int, symbol: str, message: str, rule: str) -> Finding:
    severity = RULES[rule].severity
    return Finding(file.path, line, file.locale or TEMPLATE, symbol, message, rule, severity)
