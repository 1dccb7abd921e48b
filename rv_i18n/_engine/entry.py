"""An entry of a ``.po`` file, and a fault in one."""

from __future__ import annotations


class Entry:
    """An entry of a ``.po`` file; the attributes have gettext's names.

    ``comments`` are the extracted comments (``#.``), ``notes`` the translator's (``#``), and
    ``references`` the ``#:`` lines as written. ``previous`` maps the keywords of ``#|`` lines to
    their strings. ``line`` is the line of the msgid; the entry with its comments takes the lines
    from ``start`` to ``end``, inclusive.
    """

    __slots__ = (
        "comments", "end", "flags", "line", "msgctxt", "msgid", "msgid_plural", "msgstr",
        "msgstr_plural", "notes", "obsolete", "previous", "references", "start",
    )  # fmt: skip

    def __init__(self, msgid: str = "") -> None:
        self.start = self.line = self.end = 0
        self.notes: list[str] = []
        self.comments: list[str] = []
        self.references: list[str] = []
        self.flags: list[str] = []
        self.previous: dict[str, str] = {}
        self.obsolete = False
        self.msgctxt: str | None = None
        self.msgid = msgid
        self.msgid_plural: str | None = None
        self.msgstr = ""
        self.msgstr_plural: list[str] = []

    @property
    def is_header(self) -> bool:
        """Whether it is the file's header, which has an empty msgid."""
        return not self.msgid and self.msgctxt is None and not self.obsolete

    @property
    def is_plain(self) -> bool:
        """Whether it has only a msgid and a msgstr: no context, no plural."""
        return self.msgctxt is None and self.msgid_plural is None

    @property
    def texts(self) -> list[str]:
        """Its text; of a plural, that of each form."""
        return [self.msgstr] if self.msgid_plural is None else self.msgstr_plural

    @property
    def is_fuzzy(self) -> bool:
        """Whether it is marked as needing review."""
        return "fuzzy" in self.flags

    @property
    def is_shown(self) -> bool:
        """Whether readers see its text, or one of its forms."""
        hidden = self.obsolete or self.is_fuzzy or self.is_header or self.msgctxt is not None
        return not hidden and any(self.texts)


class Fault:
    """A fault in a file: the line, the reason, and the symbolic name there or ""."""

    __slots__ = ("line", "reason", "symbol")

    def __init__(self, line: int, reason: str, symbol: str) -> None:
        self.line = line
        self.reason = reason
        self.symbol = symbol


def header_fields(text: str) -> dict[str, str]:
    r"""Return the fields of a header from its text, in order.

    >>> header_fields("Language: ja\nPlural-Forms: nplurals=1; plural=0;\n")
    {'Language': 'ja', 'Plural-Forms': 'nplurals=1; plural=0;'}
    """
    pairs = (line.partition(":") for line in text.split("\n"))
    return {name.strip(): value.strip() for name, colon, value in pairs if colon}
