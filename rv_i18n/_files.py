"""Where the files of the catalogues are, and how one is read.

A locale is looked up among the directories that exist and never joined into a path. Text comes out
of a file through the standard library's ``gettext`` alone; a ``.po`` is compiled by Babel, in
memory, on the way.
"""

from __future__ import annotations

import os
import re
import stat
import struct
from gettext import GNUTranslations, NullTranslations
from io import BytesIO

from ._errors import CatalogError

TYPE_CHECKING = False
if TYPE_CHECKING:
    from importlib.resources.abc import Traversable
    from typing import Union

    File = Union[str, Traversable]

_PACKAGE = os.path.dirname(os.path.abspath(__file__))
_INSTALLED = os.path.join(_PACKAGE, "locales")
_CHECKOUT = os.path.join(os.path.dirname(_PACKAGE), "locales")


def shipped_directory() -> str:
    """The directory of the package's own catalogues: inside it, or in a checkout beside it."""
    if not os.path.isdir(_INSTALLED) and os.path.isfile(os.path.join(_CHECKOUT, "rv_i18n.pot")):
        return _CHECKOUT
    return _INSTALLED


def shipped() -> File:
    """The package's own catalogues: their directory, or what stands for one inside a zip file."""
    directory = shipped_directory()
    if os.path.isdir(directory):
        return directory
    from importlib.resources import files  # slow to import, and needed for zipimport alone

    return files(__package__) / "locales"


def find_catalogues(directory: File, domain: str) -> dict[str, File]:
    """The catalogues of ``domain`` in ``directory``: their locales' names, and the file of each.

    The layout is gettext's, ``<locale>/LC_MESSAGES/<domain>.mo``. Where the directory holds the
    template ``<domain>.pot`` it is a source tree, and there the ``.po`` is read, so that an edit
    shows with no compile step and a stale ``.mo`` is never shown; elsewhere the ``.po`` serves
    only where no ``.mo`` is.

    Raises ``CatalogError`` where the directory itself cannot be read.
    """
    try:
        names = sorted(_names(directory))
    except (OSError, ValueError) as error:
        raise CatalogError(os.fspath(str(directory)), _reason(error)) from error
    suffixes = [".po", ".mo"] if f"{domain}.pot" in names else [".mo", ".po"]
    catalogues = {}
    for name in names:
        for suffix in suffixes:
            file = _join(directory, name, "LC_MESSAGES", domain + suffix)
            if _exists(file):
                catalogues[name] = file
                break
    return catalogues


def read_catalogue(file: File) -> GNUTranslations:
    """The texts of a ``.mo`` or ``.po`` file; for a msgid that it lacks, ``gettext`` gives "".

    Raises ``CatalogError``, which names the file, whatever is wrong with it.
    """
    path = str(file)
    try:
        data = _read(file)
        _check_charset(data)
        if (path if isinstance(file, str) else file.name).endswith(".po"):
            data = _compiled(data)
        _check_lengths(data)
        texts = GNUTranslations(BytesIO(data))
        texts.ngettext("", "", 1)  # works out the plural rule, as gettext does for a missing text
    except Exception as error:
        # A damaged file makes the parsers raise about anything: struct.error, UnicodeDecodeError,
        # LookupError for a charset, ZeroDivisionError for a plural rule, MemoryError.
        raise CatalogError(path, _reason(error)) from error
    texts.add_fallback(_Missing())
    return texts


class _Missing(NullTranslations):
    """Says of any msgid that there is no text, where gettext's own gives the msgid back."""

    def gettext(self, message: str) -> str:
        """No text."""
        return ""


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
            pass  # it is there: why it cannot be read is said when it is asked for
        return True
    try:
        file.open("rb").close()
    except (OSError, KeyError):  # is_file() of zipfile.Path is no help: on Python 3.9 it is true
        return False
    return True


def _read(file: File) -> bytes:
    if not isinstance(file, str):
        return file.read_bytes()
    if not stat.S_ISREG(os.stat(file).st_mode):
        raise ValueError("not a regular file")  # opening a FIFO would wait for a writer
    with open(file, "rb") as stream:
        return stream.read()


def _compiled(po: bytes) -> bytes:
    """A ``.po`` file as a ``.mo``: without its fuzzy, obsolete and empty entries."""
    from babel.messages.mofile import write_mo
    from babel.messages.pofile import read_po

    _check_quotes(po)
    # Babel refuses dates of another form, and reads them under a lock of the standard library: a
    # process that is forked while another thread holds that lock would wait for ever.
    po = re.sub(rb'^"(?:POT-Creation|PO-Revision)-Date:.*', b'""', po, flags=re.MULTILINE)
    mo = BytesIO()
    write_mo(mo, read_po(BytesIO(po), abort_invalid=True))
    return mo.getvalue()


def _check_quotes(po: bytes) -> None:
    """Refuse a string without its closing quote, of which Babel would drop the last character."""
    for number, line in enumerate(po.split(b"\n"), 1):
        words = line.strip()
        if words and not words.startswith(b"#") and not words.endswith(b'"'):
            raise ValueError(f"line {number}: neither a comment nor a string in quotes")


def _check_charset(catalogue: bytes) -> None:
    """Refuse the charsets whose decoders take a time that grows as the square of the length."""
    for name in re.findall(rb"charset=([^\n]{,100})", catalogue):
        # Python's search for a codec looks at these characters alone.
        if re.sub(rb"[^a-z0-9]", b"", name.lower()).startswith((b"idna", b"punycode")):
            raise ValueError("its charset is one for host names")


def _check_lengths(mo: bytes) -> None:
    """Refuse a ``.mo`` whose entries are longer together than the file.

    ``gettext`` copies each entry out as it reads, so that in a damaged file a hundred thousand
    entries that each claim the whole file would take all memory.
    """
    order = "<" if mo[:4] == b"\xde\x12\x04\x95" else ">"
    count, originals, translations = struct.unpack_from(f"{order}3I", mo, 8)
    for table in (originals, translations):
        if sum(struct.unpack_from(f"{order}{2 * count}I", mo, table)[::2]) > len(mo):
            raise ValueError("its entries are longer than the file")


def _reason(error: Exception) -> str:
    reason = error.strerror if isinstance(error, OSError) else str(error)
    return reason or type(error).__name__
