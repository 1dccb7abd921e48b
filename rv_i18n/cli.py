"""The command ``rv-i18n``: reads the arguments, calls what does the work, says what went wrong.

Exit status: 0 done; 1 the answer is no; 2 wrong usage, or a file that cannot be read. Each command
is a function here that imports what it needs when it is called, so that ``message`` starts fast.
"""

from __future__ import annotations

import argparse
import io
import os
import sys

from . import __version__, message
from .errors import CatalogError, UnknownCodeError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import NoReturn, TextIO

DONE, NO, FAILED = 0, 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # the texts are UTF-8 whatever the locale
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdout is None:
        return fail("standard output is closed")
    try:
        status = _run(arguments)
        sys.stdout.flush()
    except CatalogError as error:
        return fail(str(error))
    except BrokenPipeError:  # the reader, "head -1" say, has what it wants
        _discard(sys.stdout)
        return DONE
    except OSError as error:
        if error.filename is None:
            _discard(sys.stdout)
        return fail(f"{error.filename or 'standard output'}: {error.strerror}")
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


def _discard(stream: TextIO) -> None:
    """Let what is left in the buffer go nowhere, since Python would write it again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


class _Parser(argparse.ArgumentParser):
    """A parser whose errors are one line, like every other error of the command."""

    def error(self, message: str) -> NoReturn:
        self.exit(fail(f"{message} (see {self.prog} --help)"))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="rv-i18n",
        description="Error codes of the Renderbus API as sentences in the reader's language.",
        epilog="example: rv-i18n message 604 -l ja",
    )
    parser.add_argument("--version", action="version", version=f"rv-i18n {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    _add_message(commands)
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
    parser.set_defaults(run=_message)


def _add_locale(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "-l",
        "--locale",
        metavar="LOCALE",
        help='a language tag, a POSIX locale name or a list such as "ja, en;q=0.8" '
        "(default: the current locale)",
    )


def _message(options: argparse.Namespace) -> int:
    status = DONE
    for code in options.code:
        try:
            print(message(code, options.locale))
        except UnknownCodeError as error:
            status = fail(str(error), NO)
    return status
