"""Replaces files atomically: at any moment each file is either the old or the new one, whole."""

from __future__ import annotations

import contextlib
import errno
import os
import re
import shutil
import time
from collections.abc import Iterator, Mapping

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks
    fcntl = None  # type: ignore[assignment]


_PREFIX = ".rv-i18n."
_LEFTOVER = re.compile(re.escape(_PREFIX) + "[0-9a-f]{16}")
_OLD = 60
"""Seconds after which a file beside a target is a leftover: no run takes so long to write."""

_IN_USE = (5, 32)
"""What Windows says when a file cannot be replaced: access denied, and a sharing violation."""


@contextlib.contextmanager
def locked(directory: str) -> Iterator[None]:
    """Lock a directory against other runs for the duration of the ``with`` block.

    Raises ``OSError`` if another run holds the lock. Does nothing on a system without such locks.

    >>> with locked("."):
    ...     pass
    """
    if fcntl is None:  # pragma: no cover - Windows
        yield
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise OSError(errno.EWOULDBLOCK, "another run is in progress", directory) from error
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(descriptor)


def write_files(contents: Mapping[str, bytes]) -> None:
    """Write each content to its path, in order, or raise and leave no file half-written.

    All contents are first written beside their targets. So if the disk is full or a directory is
    read-only, nothing has changed yet. Each target keeps its mode and owner. If a target is a
    symbolic link, the file that it points to is replaced.

    Raises ``OSError`` with the path of the target, and for two paths of one file. Windows does not
    replace a file that another program has open: those before it are then new, it and those behind
    it are old.
    """
    targets: dict[str, str] = {}
    for path in contents:
        if targets.setdefault(os.path.realpath(path), path) is not path:
            raise OSError(errno.EEXIST, "it is a link to another of the files", path)
    for directory in {os.path.dirname(target) for target in targets}:
        _remove_leftovers(directory)
    staged: dict[str, str] = {}
    try:
        for target, path in targets.items():
            name = f"{_PREFIX}{os.urandom(8).hex()}"  # nobody can have put a link there
            staged[target] = os.path.join(os.path.dirname(target), name)
            with open(staged[target], "xb") as stream:
                if os.path.exists(target):
                    _keep_attributes(target, staged[target])  # before anyone can read it
                stream.write(contents[path])
        for target, temporary in staged.items():
            path = targets[target]
            os.replace(temporary, target)
    except OSError as error:
        reason = error.strerror
        if getattr(error, "winerror", None) in _IN_USE:
            reason = "it cannot be replaced: close the program that has it open, and try again"
        raise OSError(error.errno, reason, path) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _remove_leftovers(directory: str) -> None:
    """Remove what a run that was killed left in a directory, unless another may be at it now."""
    with contextlib.suppress(OSError):
        for entry in os.scandir(directory):
            if _LEFTOVER.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
                with contextlib.suppress(OSError):
                    if time.time() - entry.stat(follow_symlinks=False).st_mtime > _OLD:
                        os.unlink(entry.path)


def _keep_attributes(target: str, temporary: str) -> None:
    """Give a file the mode of its target and, where permitted, its owner and group."""
    shutil.copymode(target, temporary)
    if hasattr(os, "chown"):  # pragma: no branch - Windows has no owners of this kind
        status = os.stat(target)
        try:
            os.chown(temporary, status.st_uid, status.st_gid)
        except OSError:  # somebody else's, or of no one in this container; we may share its group
            with contextlib.suppress(OSError):
                os.chown(temporary, -1, status.st_gid)
