"""One function per subcommand: it takes the parsed arguments and returns the exit status.

Each imports what it needs when it is called, so that ``message`` starts fast.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Iterable, Iterator

from .. import Catalog, Message
from .._engine.errors import CatalogError, UnknownCodeError
from .._engine.members import symbol_of
from .._engine.quote import excerpt
from .._farm import SHIPPED
from .exit import DONE, FAILED, NO, fail
from .output import is_content, say, write
from .projects import (
    own_or_shipped,
    own_project,
    project_at,
    projects_to_lint,
    projects_to_sync,
    whose,
)
from .streams import coloured

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..tools.reference.rows import Row


def message(options: argparse.Namespace) -> int:
    """Print the text for each code, in the order given."""
    project = own_project(options)
    catalog = project.catalog() if project else SHIPPED
    _negotiated(catalog, options.locale)
    answers: list[dict[str, object]] = []
    status = DONE
    for code in options.code:
        try:
            found = catalog.lookup(code, options.locale)
        except UnknownCodeError as error:
            status = fail(f"{error}{whose(options, project)}", NO)
            near = [{"code": each._value_, "symbol": symbol_of(each)} for each in error.nearest]
            answers.append({"unknown": code, "nearest": near})
        else:
            answers.append(_answer(found, with_action=options.action))
            if options.format == "text":
                say(found)
                if options.action and found.action:
                    say(f"    {found.action}")
    if options.format == "json":
        _print_json(answers)
    return status


def search(options: argparse.Namespace) -> int:
    """Print the codes that a query finds, best first; if it finds none, the closest."""
    from ..tools.reference.rows import reference
    from ..tools.reference.search import Index, Kind

    project = own_or_shipped(options)
    catalog = project.catalog()
    locale = options.locale
    _negotiated(catalog, locale)
    query = " ".join(options.text)
    shown = reference(project, catalog.locales())
    found = Index(shown.rows(), shown.unlisted).search(query)

    def told(rows: Iterable[Row]) -> list[Message]:
        members = (next(iter(row.messages.values())).code for row in rows)
        return [catalog.lookup(member, locale) for member in members]

    sure = told(hit.row for hit in found.hits if hit.kind < Kind.HALF)
    further = told(hit.row for hit in found.hits if hit.kind == Kind.HALF)
    closest = told(found.closest)
    unknown = {each.number: told(each.nearest) for each in found.missing}
    if options.format == "json":
        others = unknown or ({} if found.hits else {query: closest})
        answers: list[dict[str, object]] = [*map(_answer, sure)]
        answers += ({**_answer(each), "further": True} for each in further)
        answers += (
            {"unknown": each, "nearest": [*map(_answer, near)]} for each, near in others.items()
        )
        _print_json(answers)
    else:
        _print_rows(sure)
        _print_rows(further, "Further away:")
        _print_rows(closest, "Only the closest:")
    list_ = whose(options, project)
    for each in found.missing:
        sent = f", though the server sends it with {excerpt(each.words)}" if each.words else ""
        near = ", ".join(f"{near.code._value_} {near.symbol}" for near in unknown[each.number])
        fail(f"{each.number} is not in the list{sent}; the nearest are {near}{list_}")
    if not found.hits and not found.missing:
        fail(f"nothing found for {excerpt(query)}{list_}")
    return DONE if found.hits else NO


def table(options: argparse.Namespace) -> int:
    """Print or write the reference table."""
    from ..tools.reference.formats import render
    from ..tools.reference.rows import reference

    wrong = _wrong_together(options)
    if wrong:
        return fail(wrong)
    project = own_or_shipped(options, written=options.output is not None)
    catalog = project.catalog()
    shown_here = options.format == "text" and options.output is None
    on_terminal = shown_here and sys.stdout.isatty()
    asked = options.locale or ([None, project.source] if on_terminal else catalog.locales())
    locales = dict.fromkeys(_negotiated(catalog, locale) for locale in asked)
    shown = reference(project, list(locales))
    if on_terminal or (shown_here and coloured()):
        from ..tools.reference.table import as_table
        from .console import show

        title, heads, cells, _ = as_table(shown)
        show(heads, cells, title)
        return DONE
    style = "fragment" if options.fragment else options.format
    content = "\ufeff" * options.bom + render(style, shown)
    if options.check and not is_content(content, options.output):
        return fail(f"{options.output} would change", NO)
    if not options.check:
        write(content, options.output, for_people=style == "text")
    return DONE


def _wrong_together(options: argparse.Namespace) -> str:
    """Return why options of ``table`` do not go together, or ""."""
    if options.bom and options.format != "csv":
        return "--bom is for -f csv alone"
    if options.fragment and options.format != "html":
        return "--fragment is for -f html alone"
    if options.check and options.output in (None, "-"):
        return "--check needs a file to compare with: -o FILE"
    return ""


def stats(options: argparse.Namespace) -> int:
    """Print how much of each catalogue is translated."""
    from ..tools.po.stats import as_json, count

    counts, unreadable = count(project_at(options, options.localedir))
    if options.format == "json":
        write(as_json(counts), None)
    else:
        from .console import show_counts

        show_counts(counts)
    for error in unreadable:
        fail(str(error))
    return FAILED if unreadable else DONE


def lint(options: argparse.Namespace) -> int:
    """Print what is wrong with the catalogues."""
    from ..tools import lint as rules

    if options.explain:
        write(rules.explained(rules.RULES[options.explain]) + "\n", None)
        return DONE
    unreadable: list[CatalogError] = []
    severities: set[str] = set()

    def found() -> Iterator[rules.Finding]:
        for project, file in projects_to_lint(options):
            for each in rules.checked(
                project, file=file, locales=options.locale, ignore=options.ignore
            ):
                if isinstance(each, rules.Finding):
                    yield each
                else:
                    unreadable.append(each)

    def counted(findings: Iterable[rules.Finding]) -> Iterator[rules.Finding]:
        for each in findings:
            severities.add(each.severity)
            yield each

    findings = found()
    if options.baseline is not None:
        findings = rules.new_ones(findings, options.baseline)
    told = rules.FORMATS[options.format](counted(findings))
    write(told, None, for_people=options.format == "text")
    for error in unreadable:
        fail(str(error))
    wrong = severities if options.strict else "error" in severities
    return FAILED if unreadable else NO if wrong else DONE


def sync(options: argparse.Namespace) -> int:
    """Update the catalogues to match the codes, and print what changed in each."""
    from ..tools.po.conflicts import ConflictError
    from ..tools.po.sync import RemovalError, sync

    projects = projects_to_sync(options)
    if len(projects) > 1 and (options.text or options.rename):
        return fail("--text and --rename are for one project at a time")
    status = DONE
    for project in projects:
        try:
            changes = sync(
                project,
                renames=options.rename,
                texts=options.text,
                remove=options.remove,
                start=options.start,
            )
        except (CatalogError, RemovalError) as error:
            status = fail(str(error))
        except ConflictError as error:
            for line in str(error).splitlines():
                fail(line)
            status = fail(
                "write the right text on both sides of each conflict, then run rv-i18n sync again"
            )
        else:
            for change in changes:
                say(str(change))
    return status


def import_(options: argparse.Namespace) -> int:
    """Print the code list in a table and write its texts, or compare it with the project's."""
    from ..tools.codes.read import split_spec
    from ..tools.importing.differences import differences, locales_of
    from ..tools.importing.enum_source import enum_source
    from ..tools.importing.rows import read_rows
    from ..tools.importing.source_texts import write_texts
    from ..tools.project import find_project, short

    named = options.check or options.shipped or options.project is not None
    project = project_at(options, None) if named else find_project(os.curdir)
    locales = locales_of(project) if project else []
    rows = read_rows(options.file, project.source if project else "", locales)
    if project and options.check:
        found = list(differences(project, rows))
        for line in found:
            say(line)
        return NO if found else DONE
    classes = [split_spec(spec)[1] for spec in project.specs] if project else []
    source = enum_source(rows, next(filter(None, classes), "ErrorCode"), options.file)
    if project and project.directory:
        path, count = write_texts(project, rows)
        fail(f"texts written to {short(path)}: {count}")
    elif any(row.texts for row in rows):
        fail("no texts written: there is no project here, a pyproject.toml with [tool.rv-i18n]")
    write(source, None)
    return DONE


def _negotiated(catalog: Catalog, locale: str | None) -> str:
    """Return the catalogue for ``locale``; report it if that language has none."""
    name = catalog.negotiate(locale, default=None)
    if name is None:
        name = catalog.negotiate("*")
        if locale:
            fail(f"no catalogue for {excerpt(locale)}, using {name}")
    return name


def _answer(message: Message, *, with_action: bool = False) -> dict[str, object]:
    """Return a code's object for docs/message.schema.json and docs/search.schema.json."""
    answer = {"code": message.code._value_, "symbol": message.symbol, **_text(message)}
    action = message.action if with_action else None
    return {**answer, "action": _text(action)} if action else answer


def _text(message: Message) -> dict[str, object]:
    return {"text": message.text, "language": message.language}


def _print_rows(messages: list[Message], head: str = "") -> None:
    """Print numbers, names and texts below a head; they fit the terminal if Rich is there."""
    cells = [[str(each.code._value_), each.symbol, each.text] for each in messages]
    if cells and head:
        say(head)
    if sys.stdout.isatty() or coloured():
        try:
            from .console import show
        except ModuleNotFoundError:
            pass
        else:
            if cells:
                show(["", "", ""], cells)
            return
    from ..tools.reference.align import aligned

    for line in aligned(cells):
        say(line.rstrip())


def _print_json(answers: list[dict[str, object]]) -> None:
    from json import dumps

    write(dumps(answers, ensure_ascii=False, indent=2) + "\n", None)
