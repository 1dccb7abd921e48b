"""The command ``rv-i18n``: reads the arguments, calls what does the work, says what went wrong.

Exit status: 0 done; 1 the answer is no; 2 wrong usage, or a file that cannot be read. Each command
is a function here that imports what it needs when it is called, so that ``message`` starts fast.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import warnings
from functools import partial

from . import LOCALE_DIR, Catalog, __version__
from ._errors import CatalogError, CatalogWarning, UnknownCodeError
from ._members import symbol_of
from ._quote import excerpt

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn, TextIO

    from . import Message
    from .tools.project import Project

DONE, NO, FAILED, INTERRUPTED = 0, 1, 2, 130

FORMATS = ("text", "rst", "markdown", "csv", "json", "html")
"""Those of ``tools.table``, which is slow to import."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    if sys.stdout is None:  # closed, which a command that writes nothing to it does not mind
        sys.stdout = open(os.open(os.devnull, os.O_RDONLY), "w")  # noqa: SIM115 - to the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # UTF-8 whatever the terminal's locale; and a CSV file brings line ends of its own.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", CatalogWarning)  # a look-up passes over a broken file
            status = _run(arguments)
        sys.stdout.flush()
    except (CatalogError, CatalogWarning) as error:
        return fail(str(error))
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, "head -1" say, has what it wants
        _discard(sys.stdout)
        return DONE
    except OSError as error:
        if error.filename is None:  # what failed is the output
            _discard(sys.stdout)
        return fail(f"{_file_name(error)}: {error.strerror}")
    return status


def fail(text: str, status: int = FAILED) -> int:
    """Say in one line on standard error what went wrong."""
    if sys.stderr is not None:
        try:
            print(f"rv-i18n: {text}", file=sys.stderr, flush=True)
        except OSError:
            _discard(sys.stderr)  # nobody is left who could be told
    return status


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = _parser().parse_args(arguments)
        return int(options.run(options))
    except SystemExit as done:  # of argparse, after --help, --version and wrong usage
        return int(done.code or DONE)


def _file_name(error: OSError) -> str:
    """The file that an error is about, in one line; an error without one is about the output."""
    if error.filename is None:
        return "standard output"
    name = os.fsdecode(error.filename)
    return name if name and name.isprintable() else repr(name)


def _discard(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere, since Python would write it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command."""

    def __init__(self, **options: Any) -> None:
        # To ask for the terminal's width, argparse loads a good part of the standard library.
        formatter = partial(argparse.HelpFormatter, width=80)
        super().__init__(formatter_class=formatter, **options)

    def error(self, message: str) -> NoReturn:
        self.exit(fail(f"{message} (see {self.prog} --help)"))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="rv-i18n",
        description="Error codes of the Renderbus API as sentences in the reader's language.",
        epilog="example: rv-i18n message 604 -l ja",
    )
    parser.add_argument("--version", action="version", version=f"rv-i18n {__version__}")
    parser.add_argument(
        "--completion",
        action=_Completion,
        choices=("bash", "zsh", "fish"),
        help="print what makes a shell complete this command (needs rv-i18n[completion])",
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_message(commands)
    _add_search(commands)
    _add_table(commands)
    _add_stats(commands)
    _add_lint(commands)
    _add_sync(commands)
    return parser


def _add_message(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser(
        "message",
        help="the text for one or more codes",
        description="Prints the text for each code, one a line, in the order asked.",
        epilog="example: rv-i18n message 604 VALIDATE_COMMOM_CODE_ERROR -l zh-Hans",
    )
    parser.add_argument("code", nargs="+", metavar="CODE", help="a number or a symbolic name")
    _add_locale(parser)
    _add_format(parser, ("text", "json"))
    _add_project(parser)
    parser.set_defaults(run=_message)


def _add_search(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser(
        "search",
        help="find codes by number, name or text in any language",
        description="Prints the codes that TEXT finds, best first: by number, by a part of the "
        "name, by text in any language. A whole error message can be pasted, and a slip in a word "
        "does no harm.",
        epilog="example: rv-i18n search '错误：手机验证码错误！' -l en",
    )
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to look for")
    _add_locale(parser)
    _add_format(parser, ("text", "json"))
    _add_project(parser)
    parser.set_defaults(run=_search)


def _add_table(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser(
        "table",
        help="the reference table of all codes",
        description="Prints the reference table. The default format fits the terminal; html is a "
        "page that can be searched and that works without a server.",
        epilog="example: rv-i18n table -f html -o reference.html",
    )
    otherwise = "all there are; on a terminal the current one, beside the source"
    _add_locale(parser, action="append", otherwise=otherwise, again="; may be repeated")
    _add_format(parser, FORMATS)
    _add_project(parser)
    parser.add_argument(
        "-o", "--output", type=_path, metavar="FILE", help="default: standard output"
    )
    parser.set_defaults(run=_table)


def _add_stats(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser(
        "stats",
        help="how much of each catalogue is translated",
        description="Counts the translated, fuzzy and missing entries of each catalogue.",
        epilog="example: rv-i18n stats --format json",
    )
    _add_localedir(parser)
    parser.add_argument("-f", "--format", choices=["text", "json"], default="text")
    parser.set_defaults(run=_stats)


def _add_lint(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser(
        "lint",
        help="what is wrong with the catalogues",
        description="Prints what is wrong with the catalogues, a finding a line.",
        epilog="example: rv-i18n lint --format github",
    )
    _add_localedir(parser, "paths", "or one file of it; may be repeated ", "*")
    parser.add_argument("-f", "--format", choices=["text", "json", "github"], default="text")
    parser.add_argument(
        "-l",
        "--locale",
        action="append",
        default=[],
        metavar="LOCALE",
        help="this catalogue alone; may be repeated",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        type=_rule_to_ignore,
        metavar="RULE",
        help="a rule that does not hold; may be repeated",
    )
    parser.add_argument("--strict", action="store_true", help="let warnings count as errors")
    parser.add_argument(
        "--explain", type=_rule, metavar="RULE", help="say what a rule finds, and end"
    )
    parser.set_defaults(run=_lint)


def _add_sync(commands: argparse._SubParsersAction[_Parser]) -> None:
    parser = commands.add_parser(
        "sync",
        help="bring the template and the catalogues in line with the code list",
        description="After a change to the code list: writes the template, and brings every "
        "catalogue in line with it. No text is taken away unasked, and nothing is guessed.",
        epilog='example: rv-i18n sync --text NEW_CODE="新的异常"',
    )
    _add_localedir(parser)
    parser.add_argument(
        "--rename",
        action="append",
        default=[],
        type=_pair,
        metavar="OLD=NEW",
        help="a code that has another name now, so that its texts stay; may be repeated",
    )
    parser.add_argument(
        "--text",
        action="append",
        default=[],
        type=_pair,
        metavar="NAME=TEXT",
        help="the text of a new code in the source language; may be repeated",
    )
    parser.add_argument(
        "--remove",
        action="store_true",
        help="take away the texts of codes that are gone, and obsolete entries",
    )
    parser.set_defaults(run=_sync)


def _add_localedir(
    parser: argparse.ArgumentParser,
    name: str = "localedir",
    more: str = "",
    nargs: str = "?",
) -> None:
    parser.add_argument(
        name,
        nargs=nargs,
        type=_path,
        metavar="LOCALEDIR",
        help=f"a directory with <locale>/LC_MESSAGES/<domain>.po {more}(default: that of the "
        "nearest pyproject.toml with a table [tool.rv-i18n])",
    )


def _path(text: str) -> str:
    """A path as an argument; an unset variable in a script leaves an empty one."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty")
    return text


def _rule(name: str) -> str:
    from .tools.po.lint import not_a_rule

    if not_a_rule(name):
        raise argparse.ArgumentTypeError(not_a_rule(name))
    return name


def _rule_to_ignore(name: str) -> str:
    from .tools.po.lint import not_to_ignore

    if not_to_ignore(name):
        raise argparse.ArgumentTypeError(not_to_ignore(name))
    return name


def _pair(text: str) -> tuple[str, str]:
    """What stands on both sides of an equals sign."""
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise argparse.ArgumentTypeError(f"{excerpt(text)} is no NAME=VALUE")
    return name, value


def _add_locale(
    parser: argparse.ArgumentParser,
    action: str = "store",
    otherwise: str = "the current locale",
    again: str = "",
) -> None:
    parser.add_argument(
        "-l",
        "--locale",
        action=action,
        metavar="LOCALE",
        help='a language tag, a POSIX locale name or a list such as "ja, en;q=0.8"'
        f"{again} (default: {otherwise})",
    )


def _add_format(parser: argparse.ArgumentParser, formats: Sequence[str]) -> None:
    parser.add_argument("-f", "--format", choices=formats, default="text", help="default: text")


def _add_project(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--project",
        type=_path,
        metavar="DIR",
        help="a directory with a table [tool.rv-i18n] in its pyproject.toml (default: the codes "
        "of the Renderbus API)",
    )


def _message(options: argparse.Namespace) -> int:
    if options.project is None:
        catalog = Catalog(LOCALE_DIR)  # and not a project, which takes its time to import
    else:
        catalog = _project(options.project).catalog()
    _negotiated(catalog, options.locale)
    answers: list[dict[str, object]] = []
    status = DONE
    for code in options.code:
        try:
            found = catalog.lookup(code, options.locale)
        except UnknownCodeError as error:
            status = fail(str(error), NO)
            near = [{"code": each.value, "symbol": symbol_of(each)} for each in error.nearest]
            answers.append({"unknown": code, "nearest": near})
        else:
            answers.append(_answer(found))
            if options.format == "text":
                print(found)
    if options.format == "json":
        _print_json(answers)
    return status


def _search(options: argparse.Namespace) -> int:
    from .tools.reference.rows import rows
    from .tools.reference.search import Index

    project = _project(options.project)
    catalog = project.catalog()
    _negotiated(catalog, options.locale)
    query = " ".join(options.text)
    hits = Index(rows(catalog, project.codes, catalog.locales())).search(query)
    found = [catalog.lookup(hit.row.code, options.locale) for hit in hits]
    cells = [[str(each.code.value), each.symbol, each.text] for each in found]
    if options.format == "json":
        _print_json([_answer(each) for each in found])
    elif found and sys.stdout.isatty():
        from .tools.console import show

        show(["", "", ""], cells)
    elif found:
        from .tools.reference.align import aligned

        for line in aligned(cells):
            print(line.rstrip())
    return DONE if found else fail(f"nothing found for {excerpt(query)}", NO)


def _table(options: argparse.Namespace) -> int:
    from .tools.output import write
    from .tools.reference.rows import reference
    from .tools.reference.table import render, table

    project = _project(options.project)
    catalog = project.catalog()
    on_terminal = options.format == "text" and options.output is None and sys.stdout.isatty()
    asked = options.locale or ([None, project.source] if on_terminal else catalog.locales())
    locales = dict.fromkeys(_negotiated(catalog, locale) for locale in asked)
    shown = reference(project, list(locales))
    if on_terminal:
        from .tools.console import show

        title, heads, cells = table(shown)
        show(heads, cells, title)
    else:
        write(render(options.format, shown), options.output)
    return DONE


def _stats(options: argparse.Namespace) -> int:
    from .tools.po.stats import count, print_stats
    from .tools.project import project_for

    counts, unreadable = count(project_for(options.localedir))
    print_stats(counts, options.format)
    for error in unreadable:
        fail(str(error))
    return FAILED if unreadable else DONE


def _lint(options: argparse.Namespace) -> int:
    from .tools.po.lint import FORMATS, RULES, explained, lint, localedir_of
    from .tools.project import project_for

    if options.explain:
        print(explained(RULES[options.explain]))
        return DONE
    findings, unreadable = [], []
    for path in options.paths or [None]:
        file = path if path and path.endswith((".po", ".pot")) and not os.path.isdir(path) else None
        project = project_for(localedir_of(file) if file else path)
        found, failed = lint(project, file=file, locales=options.locale, ignore=options.ignore)
        findings += found
        unreadable += failed
    sys.stdout.write(FORMATS[options.format](findings))
    for error in unreadable:
        fail(str(error))
    wrong = [each for each in findings if options.strict or each.severity == "error"]
    return FAILED if unreadable else NO if wrong else DONE


def _sync(options: argparse.Namespace) -> int:
    from .tools.po.sync import RemovalError, sync
    from .tools.project import project_for

    try:
        changes = sync(
            project_for(options.localedir),
            renames=dict(options.rename),
            texts=dict(options.text),
            remove=options.remove,
        )
    except RemovalError as error:
        return fail(str(error))
    for change in changes:
        print(change)
    return DONE


def _project(directory: str | None) -> Project:
    from .tools.project import load_project, shipped_project

    return shipped_project() if directory is None else load_project(directory)


def _negotiated(catalog: Catalog, locale: str | None) -> str:
    """The catalogue for ``locale``; says so where a language was asked for that has none."""
    name = catalog.negotiate(locale, default=None)
    if name is None:
        name = catalog.negotiate("*")
        if locale:
            fail(f"no catalogue for {excerpt(locale)}, using {name}")
    return name


def _answer(message: Message) -> dict[str, object]:
    """What docs/message.schema.json and docs/search.schema.json say of a code."""
    return {
        "code": message.code.value,
        "symbol": message.symbol,
        "text": message.text,
        "language": message.language,
    }


def _print_json(answers: list[dict[str, object]]) -> None:
    from json import dumps

    print(dumps(answers, ensure_ascii=False, indent=2))


class _Completion(argparse.Action):
    """``--completion SHELL``: prints the shell's script and ends, like ``--version``."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        try:
            from .tools.completion import script
        except ImportError as error:
            parser.error(f"--completion needs shtab: pip install 'rv-i18n[completion]' ({error})")
        print(script(parser, str(values)))
        parser.exit()
