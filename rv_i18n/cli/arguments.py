"""The arguments of the command: a parser for each of its commands, and what a value has to be."""

from __future__ import annotations

import argparse
from functools import partial

from .. import __version__
from .._quote import excerpt
from . import commands
from .failure import fail

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Any, NoReturn

    _Subparsers = argparse._SubParsersAction["_Parser"]

FORMATS = ("text", "rst", "markdown", "csv", "json", "html")
"""Those of ``tools.reference.table``, which is slow to import."""


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command."""

    def __init__(self, **options: Any) -> None:
        # To ask for the terminal's width, argparse loads a good part of the standard library.
        formatter = partial(argparse.HelpFormatter, width=80)
        super().__init__(formatter_class=formatter, **options)

    def error(self, message: str) -> NoReturn:
        self.exit(fail(f"{message} (see {self.prog} --help)"))


def make_parser() -> argparse.ArgumentParser:
    """The parser of the command; ``run`` of what it gives is a function of ``commands``."""
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
    subparsers = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_message(subparsers)
    _add_search(subparsers)
    _add_table(subparsers)
    _add_stats(subparsers)
    _add_lint(subparsers)
    _add_sync(subparsers)
    return parser


def _add_message(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "message",
        help="the text for one or more codes",
        description="Prints the text for each code, one a line, in the order asked.",
        epilog="example: rv-i18n message 604 VALIDATE_COMMOM_CODE_ERROR -l zh-Hans",
    )
    parser.add_argument("code", nargs="+", metavar="CODE", help="a number or a symbolic name")
    _add_locale(parser)
    _add_format(parser, ("text", "json"))
    _add_project(parser)
    parser.set_defaults(run=commands.message)


def _add_search(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
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
    parser.set_defaults(run=commands.search)


def _add_table(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
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
    parser.set_defaults(run=commands.table)


def _add_stats(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
        "stats",
        help="how much of each catalogue is translated",
        description="Counts the translated, fuzzy and missing entries of each catalogue.",
        epilog="example: rv-i18n stats --format json",
    )
    _add_localedir(parser)
    parser.add_argument("-f", "--format", choices=["text", "json"], default="text")
    parser.set_defaults(run=commands.stats)


def _add_lint(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
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
    parser.set_defaults(run=commands.lint)


def _add_sync(subparsers: _Subparsers) -> None:
    parser = subparsers.add_parser(
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
    parser.set_defaults(run=commands.sync)


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
    from ..tools.po.lint import not_a_rule

    if not_a_rule(name):
        raise argparse.ArgumentTypeError(not_a_rule(name))
    return name


def _rule_to_ignore(name: str) -> str:
    from ..tools.po.lint import not_to_ignore

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
            from ..tools.completion import script
        except ImportError as error:
            parser.error(f"--completion needs shtab: pip install 'rv-i18n[completion]' ({error})")
        print(script(parser, str(values)))
        parser.exit()
