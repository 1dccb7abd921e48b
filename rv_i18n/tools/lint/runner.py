"""Runs the rules over the catalogues of a directory."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator
from operator import attrgetter
from typing import Any, Union

from ..._engine.entry import Entry
from ..._engine.errors import CatalogError
from ..._engine.files import read_bytes
from ..._engine.po import decode
from ..._engine.quote import excerpt, without_middle
from ..._engine.tags import language_tag
from ..po.layout import (
    CatalogueFile,
    catalogue_files,
    no_catalogue,
    source_path,
    template_files,
    template_path,
)
from ..project import Project
from ..repository import check_inside
from ..settings import TABLE
from .findings import Finding
from .rule import HEADER, TEXT, Rule, Rules, catalogue_rule, directory_rule, entry_rule, text_rule
from .rules import RULES, not_to_ignore
from .subject import Standard, Subject

TEMPLATE = "template"
"""Takes the place of the locale in findings about a template."""

Found = Union[Finding, CatalogError]

_line = attrgetter("line")


def lint(
    project: Project,
    *,
    file: str | None = None,
    locales: Collection[str] = (),
    ignore: Collection[str] = (),
) -> tuple[list[Finding], list[CatalogError]]:
    """Return what ``checked`` yields: the findings, and the files that cannot be read.

    >>> from rv_i18n.tools.project import load_project
    >>> findings, unreadable = lint(load_project("."))
    >>> [finding for finding in findings if finding.severity == "error"], unreadable
    ([], [])
    """
    findings: list[Finding] = []
    unreadable: list[CatalogError] = []
    for each in checked(project, file=file, locales=locales, ignore=ignore):
        if isinstance(each, Finding):
            findings.append(each)
        else:
            unreadable.append(each)
    return findings, unreadable


def checked(
    project: Project,
    *,
    file: str | None = None,
    locales: Collection[str] = (),
    ignore: Collection[str] = (),
) -> Iterator[Found]:
    """Yield the findings about a project's catalogues, and an error for what cannot be read.

    ``file``, if given, is the only file to check; ``locales``, if given, are the only catalogues.
    ``ignore`` lists rules to skip, in addition to the project's. Entries of the project's domain
    are compared with its code list. Those of another domain are messages to translate: they are
    compared with the template ``<domain>.pot`` in the directory, if there is one, and a fault of
    the msgid is none of its translation. What the project has silenced is left out.

    Raises ``CatalogError`` for a directory or source that cannot be read, for a directory without
    catalogues, and for an unknown rule in the project's ``ignore`` or ``silenced`` or a fault in
    its style.
    """
    check_inside(project, project.localedir)
    for key, rules in (("ignore", project.ignore), ("silenced", project.silenced)):
        for reason in filter(None, map(not_to_ignore, rules)):
            raise CatalogError(project.file, f"[{TABLE}] {key}: {reason}")
    ignored = {*project.ignore, *ignore}
    files = _chosen(project, file, locales)
    standard = Standard(project)
    silenced = {(rule, name) for rule, names in project.silenced.items() for name in names}
    for each in files:
        yield from _unsilenced(_in_file(project, each, standard, ignored), silenced)
    if file is None:
        yield from _unsilenced(_check_directory(project, files, ignored), silenced)
        if not locales and "missing" not in ignored:
            yield from _unsilenced(_missing_files(project, files), silenced)


def _in_file(
    project: Project, file: CatalogueFile, standard: Standard, ignored: set[str]
) -> list[Finding] | list[CatalogError]:
    """Return the findings about a file by line, or why it cannot be read."""
    try:
        check_inside(project, file.path)
        text = decode(file.path, read_bytes(file.path))
    except CatalogError as error:
        if error.line is None:
            return [error]
        return [_finding(file, error.line, "", error.reason, "charset")]
    return sorted(_check(file, Subject(file, standard, text), ignored), key=_line)


def _unsilenced(found: Iterable[Found], silenced: set[tuple[str, str]]) -> Iterator[Found]:
    """Yield what the project's table does not name, with its locale or for every locale."""
    for each in found:
        if isinstance(each, Finding):
            names = (each.about, f"{each.locale}: {each.about}")
            if not silenced.isdisjoint((each.rule, name) for name in names):
                continue
        yield each


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
    for rule in _applying(catalogue_rule, catalogue, ignored):
        # If there is no header, only the rule "header" says so, unless a fault hides the header.
        says_so = rule.name == "header" and not catalogue.faults
        if rule.about == HEADER and not (catalogue.header.text or says_so):
            continue
        for line, symbol, message in rule.check(catalogue):
            finding = _finding(file, line, symbol, message, rule.name)
            warns = rule.warns_of_translations and file.locale and not catalogue.is_source
            yield finding._replace(severity="warning") if warns else finding
    yield from _check_entries(file, catalogue, ignored)


def _check_entries(file: CatalogueFile, catalogue: Subject, ignored: set[str]) -> Iterator[Finding]:
    entry_rules = [(rule, rule.check) for rule in _applying(entry_rule, catalogue, ignored)]
    text_rules = [(rule, rule.check) for rule in _applying(text_rule, catalogue, ignored)]
    kept = catalogue.project.kept if catalogue.is_source else {}
    for entry in catalogue.entries:
        found = [(rule, said) for rule, check in entry_rules if (said := check(entry, catalogue))]
        texts = list(filter(None, entry.texts))
        if entry.msgid in kept:
            without = dict.fromkeys(map(ord, kept[entry.msgid]))
            texts = [text.translate(without) for text in texts]
        writing = catalogue.writing_of(entry) if texts else catalogue.writing
        for rule, check in text_rules if texts else ():
            for text in texts:
                said = check(text, writing)
                if said:
                    found.append((rule, said))
                    break
        for rule, message in found:
            if not _is_inherited(rule, entry, catalogue):
                finding = _finding(file, entry.line, entry.msgid, message, rule.name)
                warns = entry.is_fuzzy and rule.about == TEXT
                yield finding._replace(severity="warning") if warns else finding


def _applying(rules: Rules[Any], catalogue: Subject, ignored: set[str]) -> list[Rule]:
    """Return the rules that apply to a file."""
    return [
        rule
        for rule in rules.all
        if rule.name not in ignored
        and (rule.of_templates or catalogue.locale)
        and (catalogue.has_codes or not rule.of_codes)
    ]


def _is_inherited(rule: Rule, entry: Entry, catalogue: Subject) -> bool:
    """Whether the message to translate has the same fault."""
    inherits = not catalogue.has_codes and rule in text_rule.all
    sources = [entry.msgid, *filter(None, [entry.msgid_plural])]
    return inherits and any(rule.check(source, catalogue.writing) for source in sources)


def _check_directory(
    project: Project, chosen: list[CatalogueFile], ignored: set[str]
) -> Iterator[Finding]:
    domains: dict[str, list[CatalogueFile]] = {}
    for file in catalogue_files(project.localedir):
        domains.setdefault(file.domain, []).append(file)
    wanted = set(chosen)
    for domain, files in sorted(domains.items()):
        for rule in directory_rule.all:
            has_codes = domain == project.domain
            if rule.name not in ignored and (has_codes or not rule.of_codes):
                for file, message in rule.check(files):
                    if file in wanted:
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
    message = without_middle(message)  # it may quote what a file says at any length
    return Finding(file.path, line, file.locale or TEMPLATE, symbol, message, rule, severity)
