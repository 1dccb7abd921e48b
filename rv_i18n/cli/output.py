"""Lets out what a command says: to the terminal nothing that commands it, to a file all or nothing.

Names, texts and paths may come from a stranger. Everything that the command prints goes through
``say`` or ``write``, and what Rich prints through ``safe``.
"""

from __future__ import annotations

import os
import sys

from . import progress

_NEEDED = frozenset("\u200b\u200c\u200d\u200e\u200f\u061c\u2066\u2067\u2068\u2069")
"""Invisible characters that scripts need: joiners, marks of direction, isolates."""


def safe(text: str) -> str:
    r"""Return ``text`` on one line, with what could command a terminal or reorder it escaped.

    >>> print(safe("X\033[2J\n\u202ez"), safe("رمز\u200cها") == "رمز\u200cها")
    X\x1b[2J\n\u202ez True
    """
    if not text.isprintable():
        text = "".join(char if _is_safe(char) else ascii(char)[1:-1] for char in text)
    return _no_command(text) if "GITHUB_ACTIONS" in os.environ else text


def _no_command(text: str) -> str:
    r"""Return ``text`` with no workflow command, which a step of GitHub Actions would carry out.

    The runner takes ``::name::`` at the start of a line, and ``##[name]`` anywhere in one.

    >>> print(_no_command("::error::x"), _no_command("a ##[add-mask]b"), _no_command("a::b"))
    \x3a:error::x a #\x23[add-mask]b a::b
    """
    start = text.lstrip()
    if start.startswith("::"):
        text = text[: len(text) - len(start)] + "\\x3a" + start[1:]
    return text.replace("##[", "#\\x23[")


def _is_safe(char: str) -> bool:
    if char.isprintable() or char in _NEEDED:
        return True
    from unicodedata import category  # only a few texts get here

    return category(char) == "Cn"  # a letter or sign that this Python is too old for


def say(text: str) -> None:
    """Print one line on standard output."""
    progress.end()
    print(safe(text))


def write(text: str, path: str | None, *, for_people: bool = False) -> None:
    """Write ``text`` to the file at ``path``, or to standard output if it is ``None`` or "-".

    Line ends are not translated. A terminal gets each line ``safe``, and so does whoever reads on
    standard output what is ``for_people``; all else gets the text as it is. Raises ``OSError`` with
    ``path`` as its file name. An existing file is replaced in one step, when the new one is
    complete. Until then, and after a failure, readers get the whole old file.
    """
    if path is None or path == "-" or _is_standard_output(path):
        progress.end()
        lines = map(safe, text.split("\n")) if for_people or sys.stdout.isatty() else [text]
        print(*lines, sep="\n", end="")
    elif os.path.exists(path) and not os.path.isfile(path):  # a device or a pipe stays one
        try:
            with open(path, "wb") as stream:
                stream.write(text.encode())
        except OSError as error:
            raise OSError(error.errno, error.strerror, path) from error
    else:
        from ..tools.atomic import write_files  # takes its time to load

        write_files({path: text.encode()})


def is_content(text: str, path: str) -> bool:
    """Whether ``write`` would leave the file at ``path`` as it is; raise ``OSError`` as it does."""
    try:
        with open(path, "rb") as stream:
            return stream.read() == text.encode()
    except FileNotFoundError:
        return False


def _is_standard_output(path: str) -> bool:
    """Whether standard output already goes to ``path``, as for /dev/stdout."""
    try:
        return os.path.samestat(os.stat(path), os.fstat(sys.stdout.fileno()))
    except (OSError, ValueError, AttributeError):  # AttributeError: it is closed, so it is None
        return False
