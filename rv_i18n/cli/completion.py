"""Makes the script with which bash, zsh or fish complete the command ``rv-i18n``.

``shtab`` generates it once from the parser, so completing does not start Python.
"""

from __future__ import annotations

import argparse

import shtab

from .. import ErrorCode, locales

_PATHS = {"FILE": shtab.FILE, "DIR": shtab.DIRECTORY, "LOCALEDIR": shtab.FILE}
"""What completes an argument that is a path, by its metavar; ``lint`` takes a file of LOCALEDIR."""


def script(parser: argparse.ArgumentParser, shell: str) -> str:
    """Return the completion script for ``"bash"``, ``"zsh"`` or ``"fish"``.

    It completes codes by name, and locales by the available catalogues. The parser accepts many
    more values, so these choices are set here, only for the script. This changes ``parser``.
    """
    for each in _parsers(parser):
        for action in each._actions:
            if action.dest == "code":
                action.choices = [code.name for code in sorted(ErrorCode)]
            elif action.dest == "locale":
                action.choices = locales()
            elif action.metavar in _PATHS:
                action.complete = _PATHS[action.metavar]  # type: ignore[attr-defined]  # shtab's own
    return str(shtab.complete(parser, shell))


def _parsers(parser: argparse.ArgumentParser) -> list[argparse.ArgumentParser]:
    found = [parser]
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            for command in action.choices.values():
                found += _parsers(command)
    return found
