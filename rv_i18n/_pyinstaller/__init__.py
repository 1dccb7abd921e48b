"""Tells PyInstaller where the hook is that puts the catalogues into a frozen program."""

from __future__ import annotations

import os


def get_hook_dirs() -> list[str]:
    """The directories of the package's hooks, which the entry point ``pyinstaller40`` asks for.

    >>> os.listdir(get_hook_dirs()[0]).count("hook-rv_i18n.py")
    1
    """
    return [os.path.dirname(__file__)]
