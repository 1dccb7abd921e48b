"""Writes files so that each is at any moment what it was or what it should be."""

from __future__ import annotations

import contextlib
import errno
import glob
import os
import secrets
import shutil
import time
from typing import TYPE_CHECKING

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks
    fcntl = None  # type: ignore[assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


PATIENCE = 10.0
"""Seconds to wait for another run to end."""


@contextlib.contextmanager
def locked(directory: str) -> Iterator[None]:
    """Keep other runs off a directory for as long as the ``with`` block lasts.

    A run that finds it locked waits for some seconds, then raises ``OSError``. Where the system has
    no such locks there is none.

    >>> with locked("."):
    ...     pass
    """
    if fcntl is None:  # pragma: no cover - Windows
        yield
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        _lock(descriptor, directory)
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int, directory: str) -> None:
    until = time.monotonic() + PATIENCE
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() > until:
                reason = "locked by another run, or another program"
                raise OSError(errno.EWOULDBLOCK, reason, directory) from error
            time.sleep(0.05)
        except OSError:
            return  # a file system without locks
        else:
            return


def remove_leftovers(path: str) -> None:
    """Remove what a run that was killed has left beside the file at ``path``.

    Another run may be about to use it, so this wants ``locked``.
    """
    for leftover in glob.glob(glob.escape(_stage_name(path)) + "*"):
        with contextlib.suppress(OSError):
            os.unlink(leftover)


def write_files(contents: Mapping[str, bytes]) -> None:
    """Write each content to its path, in this order, or raise and leave no file half written.

    All contents are on the disk beside their targets before the first target is replaced, so what
    a full disk or a read-only directory stops, it stops before anything has changed. A target's
    mode and owner are kept; of a symbolic link, the file that it points to is replaced.

    Raises ``OSError`` with the path of the target.
    """
    staged: dict[str, str] = {}
    try:
        for path, content in contents.items():
            target = os.path.realpath(path)
            # A name that no other run takes, and no file of the user's has.
            staged[target] = _stage_name(target) + secrets.token_hex(8)
            with _reported_for(path):
                _stage(staged[target], target, content)
        for path in contents:
            target = os.path.realpath(path)
            with _reported_for(path):
                os.replace(staged[target], target)
                _sync_directory(os.path.dirname(target))
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _stage_name(path: str) -> str:
    """What the names of the files begin with that are written beside the one at ``path``."""
    directory, name = os.path.split(os.path.realpath(path))
    return os.path.join(directory, f".{name[:200]}.rv-i18n-")


def _stage(temporary: str, target: str, content: bytes) -> None:
    """Write ``content`` to a new file with the mode of ``target``, down to the disk."""
    with open(temporary, "xb") as stream:
        stream.write(content)
        stream.flush()
        os.fsync(stream.fileno())
    if os.path.exists(target):
        shutil.copymode(target, temporary)
        if hasattr(os, "chown"):  # pragma: no branch - Windows has no owners of this kind
            status = os.stat(target)
            with contextlib.suppress(PermissionError):  # another's file stays readable at least
                os.chown(temporary, status.st_uid, status.st_gid)


def _sync_directory(directory: str) -> None:
    """Make the new name of a file last through a power cut."""
    if os.name == "nt":  # pragma: no cover - a directory cannot be opened there
        return
    descriptor = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextlib.contextmanager
def _reported_for(path: str) -> Iterator[None]:
    """Let an ``OSError`` name the file that was to be written, not the one beside it."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
