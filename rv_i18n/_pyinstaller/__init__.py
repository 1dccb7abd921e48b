"""Tells PyInstaller where to find the hook that adds the catalogues to a frozen program."""

from __future__ import annotations

import os


def get_hook_dirs() -> list[str]:
    """Return the directories of the package's hooks, for the entry point ``pyinstaller40``.

    >>> os.listdir(get_hook_dirs()[0]).count("hook-rv_i18n.py")
    1
    """
    return [os.path.dirname(__file__)]
