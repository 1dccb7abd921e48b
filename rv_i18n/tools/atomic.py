"""Replaces files so that each is at any moment what it was or what it should be."""

from __future__ import annotations

import contextlib
import errno
import os
import shutil

try:
    import fcntl
except ImportError:  # pragma: no cover - Windows has no such locks
    fcntl = None  # type: ignore[assignment]

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


@contextlib.contextmanager
def locked(directory: str) -> Iterator[None]:
    """Keep other runs off a directory for as long as the ``with`` block lasts.

    Raises ``OSError`` where another run is at work. A system without such locks has none.

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
            raise OSError(errno.EWOULDBLOCK, "another run is at work here", directory) from error
        except OSError:
            pass  # a file system without locks
        yield
    finally:
        os.close(descriptor)


def write_files(contents: Mapping[str, bytes]) -> None:
    """Write each content to its path, in this order, or raise and leave no file half written.

    All contents are written beside their targets before the first target is replaced, so what a
    full disk or a read-only directory stops, it stops before anything has changed. A target's mode
    and owner are kept; of a symbolic link, the file that it points to is replaced.

    Raises ``OSError`` with the path of the target.
    """
    staged: dict[str, str] = {}
    path = ""
    try:
        for path, content in contents.items():
            target = os.path.realpath(path)
            directory, name = os.path.split(target)
            staged[target] = os.path.join(directory, f".{name[:200]}.{os.getpid()}")
            with open(staged[target], "wb") as stream:
                stream.write(content)
            if os.path.exists(target):
                _keep_attributes(target, staged[target])
        for path in contents:
            target = os.path.realpath(path)
            os.replace(staged[target], target)
    except OSError as error:
        raise OSError(error.errno, error.strerror, path) from error
    finally:
        for temporary in staged.values():
            with contextlib.suppress(OSError):
                os.unlink(temporary)


def _keep_attributes(target: str, temporary: str) -> None:
    """Give a file the mode of its target, and the owner and group as far as one may."""
    shutil.copymode(target, temporary)
    if hasattr(os, "chown"):  # pragma: no branch - Windows has no owners of this kind
        status = os.stat(target)
        try:
            os.chown(temporary, status.st_uid, status.st_gid)
        except PermissionError:  # it is another's, and perhaps a group shares it
            with contextlib.suppress(PermissionError):
                os.chown(temporary, -1, status.st_gid)
