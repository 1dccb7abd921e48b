"""The command-line arguments: a parser for each subcommand, and checks of their values."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from functools import partial

from .. import __version__
from .._engine.quote import excerpt
from . import commands
from .exit import fail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, NoReturn

    _Subparsers = argparse._SubParsersAction["_Parser"]

FORMATS = ("text", "rst", "markdown", "csv", "json", "i18next", "html")
"""The formats of ``tools.reference.formats``, which is slow to import."""

_FROM_PATH = "LOCALEDIR, else from the working directory"
_ELSE_SHIPPED = "the working directory, else the codes of the Renderbus API"


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command."""

    def __init__(self, **options: Any) -> None:
        # Without a width, argparse imports much of the standard library to find the terminal's.
        formatter = partial(argparse.HelpFormatter, width=80)
        super().__init__(formatter_class=formatter, **options)

    def error(self, message: str) -> NoReturn:
        self.exit(fail(f"{message} (see {self.prog} --help)"))


def make_parser() -> argparse.ArgumentParser:
    """Return the parser; in its result, ``run`` is a function from ``commands``."""
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
        help="print a completion script for a shell (needs rv-i18n[completion])",
    )
    subparsers = parser.add_subparsers(dest="command", metavar="COMMAND", required=True)
    _add_message(subparsers)
    _add_search(subparsers)
    _add_table(subparsers)
    _add_stats(subparsers)
    _add_lint(subparsers)
    _add_sync(subparsers)
    _add_import(subparsers)
    return parser


def _add_message(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "message",
        help="print the text for one or more codes",
        description="Prints the text for each code, one per line, in the order given.",
        epilog="example: rv-i18n message 604 VALIDATE_COMMOM_CODE_ERROR -l zh-Hans",
    )
    parser.add_argument("code", nargs="+", metavar="CODE", help="a number or a symbolic name")
    _add_locale(parser)
    _add_format(parser, ("text", "json"))
    parser.add_argument(
        "--action",
        action="store_true",
        help="print below each text what the reader can do, indented, if that is known",
    )
    _add_project(parser, _ELSE_SHIPPED)
    parser.set_defaults(run=commands.message)


def _add_search(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "search",
        help="find codes by number, name or text in any language",
        description="Prints the codes that match TEXT, best first: by number, by part of the "
        "name, or by text in any language. You can paste a whole error message, and typing "
        "mistakes are tolerated.",
        epilog="example: rv-i18n search '错误：手机验证码错误！' -l en",
    )
    parser.add_argument("text", nargs="+", metavar="TEXT", help="what to look for")
    _add_locale(parser)
    _add_format(parser, ("text", "json"))
    _add_project(parser, _ELSE_SHIPPED)
    parser.set_defaults(run=commands.search)


def _add_table(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "table",
        help="print the reference table of all codes",
        description="Prints the reference table. The default format fits the terminal; html is a "
        "searchable page that needs no server; i18next is for web front ends.",
        epilog="example: rv-i18n table -f html -o reference.html",
    )
    otherwise = "all catalogues; on a terminal, the current locale and the source language"
    _add_locale(parser, action="append", otherwise=otherwise, again="; may be repeated")
    _add_format(parser, FORMATS)
    _add_project(parser, _ELSE_SHIPPED)
    parser.add_argument(
        "-o", "--output", type=_path, metavar="FILE", help="default: standard output"
    )
    parser.add_argument(
        "--bom",
        action="store_true",
        help="start csv with a byte-order mark, by which Excel knows that it is UTF-8",
    )
    parser.add_argument(
        "--fragment",
        action="store_true",
        help="html without head, style and script, for a page of your own",
    )
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; status 1 if FILE would change",
    )
    parser.set_defaults(run=commands.table)


def _add_stats(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "stats",
        help="show how much of each catalogue is translated",
        description="Counts the translated, fuzzy and missing entries of each catalogue.",
        epilog="example: rv-i18n stats --format json",
    )
    _add_localedir(parser)
    _add_format(parser, ("text", "json"))
    _add_project(parser)
    parser.set_defaults(run=commands.stats)


def _add_lint(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "lint",
        help="check the catalogues",
        description="Prints what is wrong with the catalogues, one finding per line.",
        epilog="example: rv-i18n lint --format github",
    )
    _add_localedir(parser, "paths", " or one file in it; may be repeated", "*")
    _add_format(parser, ("text", "json", "github", "sarif"))
    _add_project(parser, changed=True)
    parser.add_argument(
        "-l",
        "--locale",
        action="append",
        default=[],
        metavar="LOCALE",
        help="check only this catalogue; may be repeated",
    )
    parser.add_argument(
        "--ignore",
        action="append",
        default=[],
        type=_rule_to_ignore,
        metavar="RULE",
        help="a rule to skip; may be repeated",
    )
    parser.add_argument(
        "--baseline",
        type=_path,
        metavar="FILE",
        help="what --format json wrote before: only what is new since then is found",
    )
    parser.add_argument("--strict", action="store_true", help="treat warnings as errors")
    parser.add_argument("--explain", type=_rule, metavar="RULE", help="explain a rule and exit")
    parser.set_defaults(run=commands.lint)


def _add_sync(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "sync",
        help="update the template and the catalogues to match the code list",
        description="Run it after a change to the code list. It writes the template, and updates "
        "every catalogue to match. It guesses nothing, and removes no text unless told to.",
        epilog='example: rv-i18n sync --text NEW_CODE="新的异常"',
    )
    _add_localedir(parser, "paths", "; may be repeated", "*")
    _add_project(parser, changed=True)
    parser.add_argument(
        "--rename",
        action=_Pairs,
        default={},
        type=_pair,
        metavar="OLD=NEW",
        help="a code that was renamed, to keep its texts; may be repeated",
    )
    parser.add_argument(
        "--text",
        action=_Pairs,
        default={},
        type=_pair,
        metavar="NAME=TEXT",
        help="the text of a new code in the source language; may be repeated",
    )
    parser.add_argument(
        "--start",
        action="append",
        default=[],
        metavar="LOCALE",
        help="begin the catalogue of a language, such as fr or pt_BR; may be repeated",
    )
    parser.add_argument(
        "--remove",
        action="store_true",
        help="remove the texts of codes that are gone, and obsolete entries",
    )
    parser.set_defaults(run=commands.sync)


def _add_import(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "import",
        help="make a code list of a table that you have",
        description="Reads a table of codes: CSV, JSON as `table` writes it, or reStructuredText. "
        "Prints the code list as Python source, and writes the texts into the source catalogue of "
        "the project, if there is one, for codes that have none.",
        epilog="example: rv-i18n import codes.csv > errors.py",
    )
    parser.add_argument("file", type=_path, metavar="FILE", help="the file with the table")
    parser.add_argument(
        "--check",
        action="store_true",
        help="write nothing; print what is new, gone or reworded in FILE, compared with the "
        "project's list (status 1 if anything is)",
    )
    _add_project(parser, "the working directory")
    parser.set_defaults(run=commands.import_)


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
        help=f"a directory with <locale>/LC_MESSAGES/<domain>.po{more} (default: the project's)",
    )


def _path(text: str) -> str:
    """Return a path argument; an empty one is an error, often an unset variable in a script."""
    if not text:
        raise argparse.ArgumentTypeError("it is empty")
    return text


def _rule(name: str) -> str:
    from ..tools.lint import not_a_rule

    if fault := not_a_rule(name):
        raise argparse.ArgumentTypeError(fault)
    return name


def _rule_to_ignore(name: str) -> str:
    from ..tools.lint import not_to_ignore

    if fault := not_to_ignore(name):
        raise argparse.ArgumentTypeError(fault)
    return name


def _pair(text: str) -> tuple[str, str]:
    """Split ``NAME=VALUE`` at the first equals sign."""
    name, equals, value = text.partition("=")
    if not (name and equals and value):
        raise argparse.ArgumentTypeError(f"{excerpt(text)} is not NAME=VALUE")
    # Python keeps bytes that it cannot decode as surrogates.
    if any("\ud800" <= char <= "\udfff" for char in text):
        raise argparse.ArgumentTypeError(f"{excerpt(text)} is not UTF-8")
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


def _add_project(
    parser: argparse.ArgumentParser, otherwise: str = _FROM_PATH, *, changed: bool = False
) -> None:
    """Add the options that choose a project; ``otherwise`` says which it is without them."""
    group = parser.add_mutually_exclusive_group()
    group.add_argument(
        "--project",
        type=_path,
        metavar="DIR",
        help="a directory with a [tool.rv-i18n] table in its pyproject.toml, or that file "
        f"(default: the nearest upwards from {otherwise})",
    )
    group.add_argument(
        "--shipped",
        action="store_true",
        help="the codes of the Renderbus API and their catalogues, which come with rv-i18n",
    )
    if changed:
        group.add_argument(
            "--changed",
            action="store_true",
            help="the paths are files that changed, such as pre-commit passes: work on the "
            "projects that they belong to, each once, if any",
        )


class _Pairs(argparse.Action):
    """Collects the pairs of an option that may be repeated, into a dictionary."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: Any,
        option_string: str | None = None,
    ) -> None:
        name, value = values
        pairs = getattr(namespace, self.dest)
        if pairs.get(name, value) != value:
            reason = f"{excerpt(name)} is given twice, with different values"
            raise argparse.ArgumentError(self, reason)
        setattr(namespace, self.dest, {**pairs, name: value})


class _Completion(argparse.Action):
    """``--completion SHELL`` prints the shell's script and exits, like ``--version``."""

    def __call__(
        self,
        parser: argparse.ArgumentParser,
        namespace: argparse.Namespace,
        values: object,
        option_string: str | None = None,
    ) -> NoReturn:
        try:
            from .completion import script
        except ImportError as error:
            parser.error(f"--completion needs shtab: pip install 'rv-i18n[completion]' ({error})")
        print(script(parser, str(values)))
        parser.exit()
