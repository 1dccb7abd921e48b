"""``Message`` is a text together with its code and its language."""

from __future__ import annotations

from enum import Enum

TYPE_CHECKING = False
if TYPE_CHECKING:
    import re
    from typing import Any


FIELD = r"\{([^\W\d]\w*)\}"
"""A field that ``format`` fills: a plain name in braces."""


class Message:
    """The text for a code, and where it comes from.

    ``text`` is what a reader sees; ``str`` of the message gives it too. ``code`` is the enum
    member, and ``symbol`` its symbolic name. ``locale`` is the name of the catalogue that the text
    actually comes from, and ``language`` the BCP 47 tag for it, for ``Content-Language`` and
    ``lang=``. If no catalogue has a text, ``text`` is the symbolic name, ``locale`` is ``""`` and
    ``language`` is ``"und"``.

    >>> from rv_i18n import lookup
    >>> lookup(604, "zh-SG")
    Message('手机验证码错误', code=604, symbol='VALIDATE_CODE_ERROR', locale='zh_CN')
    >>> lookup(604, "zh-SG").language
    'zh-CN'
    """

    __module__ = __name__.rpartition("._engine")[0]
    __slots__ = ("code", "language", "locale", "symbol", "text")

    def __init__(self, text: str, code: Enum, symbol: str, locale: str, language: str) -> None:
        self.text = text
        self.code: Any = code
        self.symbol = symbol
        self.locale = locale
        self.language = language

    def __str__(self) -> str:
        return self.text

    def __repr__(self) -> str:
        about = f"code={self.code}, symbol={self.symbol!r}, locale={self.locale!r}"
        return f"{type(self).__name__}({self.text!r}, {about})"

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Message) and self._fields() == other._fields()

    def __hash__(self) -> int:
        return hash(self._fields())

    def _fields(self) -> tuple[object, ...]:
        return tuple(getattr(self, name) for name in Message.__slots__)

    def format(self, /, **values: object) -> str:
        """Return the text with its ``{name}`` fields filled from ``values``.

        A field without a value is left as it is, and so are braces around anything but a plain
        name: attributes and indices of a value are never read. Nothing is raised.

        >>> Message("{file} is {size} too large", 1, "TOO_LARGE", "en", "en").format(file="a.ma")
        'a.ma is {size} too large'
        """
        from re import sub  # slow to load, and few texts have fields

        def value(field: re.Match[str]) -> str:
            try:
                return str(values[field[1]])
            except Exception:  # noqa: BLE001 - no value, or one whose __str__ raises
                return field[0]

        return sub(FIELD, value, self.text)
