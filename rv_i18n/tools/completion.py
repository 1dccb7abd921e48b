"""Shell completion: the script that makes bash, zsh or fish complete the command ``rv-i18n``.

``shtab`` writes it from the parser, once and for all, so that completing starts no Python.
"""

from __future__ import annotations

import argparse

import shtab

from .. import ErrorCode, locales


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """The script for ``"bash"``, ``"zsh"`` or ``"fish"``.

    Codes are completed by their names, and locales by the catalogues that there are; the parser
    itself allows far more, so it is told of these here, for the script alone.
    """
    for each in _parsers(parser):
        for action in each._actions:
            if action.dest == "code":
                action.choices = [code.name for code in sorted(ErrorCode)]
            elif action.dest == "locale":
                action.choices = locales()
            elif action.dest in ("output", "project"):
                complete = shtab.FILE if action.dest == "output" else shtab.DIRECTORY
                action.complete = complete  # type: ignore[attr-defined]  # shtab's own
    return str(shtab.complete(parser, shell))


def _parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found += _parsers(command)
    return found
