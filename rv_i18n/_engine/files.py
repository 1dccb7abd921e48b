"""Finds and reads the files of the catalogues.

A locale is looked up among the existing directories and never becomes part of a path.
"""

from __future__ import annotations

import os
import stat

from .errors import CatalogError
from .mo import read_mo

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from typing import BinaryIO, Union

    File = Union[str, Traversable]
    Stamp = tuple[int, int]
    """What tells whether a file has changed: its size, and the time of its change in ns."""

_PASSED_ON = CatalogError, RecursionError, MemoryError
"""What is no reason to call a file faulty: it has been said already, or is the caller's."""


def _opened(path: str, end: str = "") -> File:
    """Return ``path`` itself or, if it leads into a zip file, a ``zipfile.Path``.

    ``end`` is "/" for a directory. In a program that is packed into one file, directories inside
    that file have ordinary paths. The zip file is opened anew each time, because after a fork,
    parent and child would share an open file and its position.
    """
    archive = path
    while not os.path.exists(archive) and archive != os.path.dirname(archive):
        archive = os.path.dirname(archive)
    if archive == path or not os.path.isfile(archive):
        return path
    import zipfile

    inside = path[len(archive) + 1 :].replace(os.sep, "/")
    return zipfile.Path(archive, inside + end) if zipfile.is_zipfile(archive) else path


def find_catalogues(directory: File, domain: str) -> dict[str, File]:
    """Return the catalogues of ``domain`` in ``directory``: the file of each, by locale name.

    The layout is gettext's, ``<locale>/LC_MESSAGES/<domain>.mo``. A directory that contains the
    template ``<domain>.pot`` is a source tree. There the ``.po`` is read, so that an edit shows
    without a compile step, and a stale ``.mo`` is ignored. Elsewhere the ``.po`` is used only if
    there is no ``.mo``.

    Raises ``CatalogError`` if the directory cannot be read or has no catalogues.
    """
    try:
        opened = _opened(directory, "/") if isinstance(directory, str) else directory
        names = sorted(_names(opened))
    except _PASSED_ON:
        raise
    except Exception as error:
        raise CatalogError(str(directory), _reason(error)) from error
    suffixes = [".po", ".mo"] if f"{domain}.pot" in names else [".mo", ".po"]
    catalogues: dict[str, File] = {}
    for name in names:
        if name == "lost+found":  # of a file system, and unreadable
            continue
        for suffix in suffixes:
            file = _join(opened, name, "LC_MESSAGES", domain + suffix)
            if _exists(file):
                catalogues[name] = str(file) if isinstance(directory, str) else file
                break
    if not catalogues:
        reason = f"no catalogue <locale>/LC_MESSAGES/{domain}.mo or .po in it"
        raise CatalogError(str(directory), reason)
    return catalogues


def read_data(file: File) -> tuple[bytes, Stamp | None]:
    """Return the bytes of a catalogue's file, and its stamp as they were read.

    There is no stamp for a file inside an archive. Raises ``CatalogError`` if that fails: for a
    reason that may be the system's, such as too many open files, and may pass.
    """
    try:
        opened = _opened(file) if isinstance(file, str) else file
        if not isinstance(opened, str):
            return opened.read_bytes(), None
        with _regular(opened) as stream:
            return stream.read(), _stamp(os.fstat(stream.fileno()))
    except _PASSED_ON:
        raise
    except Exception as error:
        raise CatalogError(str(file), _reason(error)) from error


def stamp_of(file: File) -> Stamp | None:
    """Return the present stamp of a catalogue's file, or ``None`` if it has none."""
    try:
        return _stamp(os.stat(file)) if isinstance(file, str) else None
    except OSError:
        return None


def texts_of(file: File, data: bytes) -> dict[str, str]:
    """Return the texts of a ``.mo`` or ``.po`` file, by msgid, from its bytes.

    Raises ``CatalogError``, which names the file, if anything is wrong with them.
    """
    path = str(file)
    try:
        if (path if isinstance(file, str) else file.name).endswith(".mo"):
            return read_mo(data)
        from .po import read_texts  # needed only in a source tree

        return read_texts(path, data)
    except _PASSED_ON:
        raise
    except Exception as error:
        raise CatalogError(path, _reason(error)) from error


LARGEST = 32 * 2**20
"""The most bytes of a file that a tool reads: a catalogue of 100,000 codes has some ten million."""


def read_bytes(path: str, largest: int = LARGEST) -> bytes:
    """Return the bytes of a regular file; raise ``CatalogError`` if that fails or it is too large.

    What a tool makes of a file takes up to a few hundred times as much memory.
    """
    try:
        with _regular(path) as stream:
            data = stream.read(largest + 1)
    except OSError as error:
        raise CatalogError(path, error.strerror or str(error)) from error
    if len(data) > largest:
        raise CatalogError(
            path, f"it has more than {largest:,} bytes, which is not read: divide it"
        )
    return data


def _regular(path: str) -> BinaryIO:
    """Open a regular file; raise ``CatalogError`` for another, since a FIFO waits for a writer."""
    if not stat.S_ISREG(os.stat(path).st_mode):
        raise CatalogError(path, "not a regular file")
    return open(path, "rb")


def _stamp(status: os.stat_result) -> Stamp:
    return status.st_size, status.st_mtime_ns


def _names(directory: File) -> list[str]:
    if isinstance(directory, str):
        return os.listdir(directory)
    return [entry.name for entry in directory.iterdir()]


def _join(directory: File, *names: str) -> File:
    if isinstance(directory, str):
        return os.path.join(directory, *names)
    for name in names:
        directory = directory / name
    return directory


def _exists(file: File) -> bool:
    if isinstance(file, str):
        try:
            os.lstat(file)
        except (FileNotFoundError, NotADirectoryError):
            return False
        except OSError:
            pass  # it exists; reading it will say what is wrong
        return True
    try:
        file.open("rb").close()
    except (OSError, KeyError):  # is_file() of zipfile.Path is always true on Python 3.9
        return False
    return True


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return reason or type(error).__name__
