"""Takes away what only POSIX has, so that the tests run on Linux as they would on Windows.

    python -m pytest -p no_posix

It is gone from this process alone, before the package is imported: what a test starts has all of
it, and paths keep their slashes.
"""

from __future__ import annotations

import asyncio  # noqa: F401 - the one for Linux asks os.sysconf as it is imported
import os
import sys

import pytest

for _name in ("fcntl", "grp", "pty", "pwd", "resource", "termios", "tty"):
    sys.modules[_name] = None  # type: ignore[assignment] # so an import of it fails

for _name in (
    *("chown", "chroot", "fchmod", "fchown", "fork", "forkpty", "getegid", "geteuid", "getgid"),
    *("getpgid", "killpg", "lchown", "mkfifo", "mknod", "nice", "openpty", "setgid", "setsid"),
    *("setuid", "statvfs", "sysconf", "uname"),
):
    if hasattr(os, _name):
        delattr(os, _name)


@pytest.hookimpl(tryfirst=True)
def pytest_sessionstart(session: pytest.Session) -> None:
    """Take ``os.getuid`` away too, once pytest has made its directory with it."""
    session.config._tmp_path_factory.getbasetemp()  # type: ignore[attr-defined]
    if hasattr(os, "getuid"):
        del os.getuid
