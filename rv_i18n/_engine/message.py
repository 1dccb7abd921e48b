"""``Message`` is a text together with its code and its language."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum

from . import PUBLIC

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .plural import Forms


class Message(str):
    """The text for a code, a string that knows where it comes from.

    ``text`` is the same as a plain ``str``. ``code`` is the enum member, and ``symbol`` its
    symbolic name. ``locale`` is the name of the catalogue that the text actually comes from, and
    ``language`` the BCP 47 tag for it, for ``Content-Language`` and ``lang=``. If no catalogue has
    a text, the text is the symbolic name, ``locale`` is ``""`` and ``language`` is ``"und"``.
    ``action`` is what the reader can do now, a ``Message`` that may be in another language, or
    ``None`` if no catalogue says it.

    It is equal to its text and takes its place wherever a string goes: in JSON, in a format, in a
    model of pydantic. A pickle holds the text and these attributes, and no path.

    >>> from rv_i18n import lookup
    >>> message = lookup(604, "zh-SG")
    >>> message
    Message('手机验证码错误', code=604, symbol='VALIDATE_CODE_ERROR', locale='zh_CN')
    >>> message.language, message == "手机验证码错误", f"{message:>10}"
    ('zh-CN', True, '   手机验证码错误')
    """

    __module__ = PUBLIC
    __slots__ = ("_plurals", "action", "code", "language", "locale", "symbol")

    if TYPE_CHECKING:
        code: Any
        symbol: str
        locale: str
        language: str
        action: Message | None
        _plurals: Sequence[Forms]

    def __new__(cls, text: str, code: Enum, symbol: str, locale: str, language: str) -> Message:
        """Make the message of a look-up."""
        self = super().__new__(cls, text)
        self.code = code
        self.symbol = symbol
        self.locale = locale
        self.language = language
        self.action = None
        self._plurals = ()  # what ``Texts.plurals`` returns, if it is one
        return self

    @property
    def text(self) -> str:
        """What a reader sees, as a plain ``str``."""
        return str.__str__(self)

    @property
    def forms(self) -> Sequence[str]:
        """The plural forms in the order of the catalogue, or () if the text is no plural."""
        own = (forms for language, _, forms in self._plurals if language == self.language)
        return next(own, ())

    def __repr__(self) -> str:
        code = getattr(self.code, "value", self.code)
        about = f"code={code!r}, symbol={self.symbol!r}, locale={self.locale!r}"
        return f"{type(self).__name__}({self.text!r}, {about})"

    def __reduce__(self) -> tuple[object, ...]:
        known = (self.text, self.code, self.symbol, self.locale, self.language)
        return type(self), known, (None, {"_plurals": self._plurals, "action": self.action})

    def format(self, /, *positional: object, strict: object = False, **values: object) -> str:
        """Return the text with its ``{name}`` fields filled from ``values``.

        A field may say what its value is: ``{name:number}``, ``{name:percent}``, ``{name:date}``,
        ``{name:time}`` or ``{name:datetime}``. Where Babel is installed, it writes the value in the
        language of the text; else it is the value's ``str``. A plain ``{name}`` is always that:
        codes, ids and ports are never grouped. In a text that is written from right to left, each
        value is isolated (Unicode's FSI and PDI). ``{{`` and ``}}`` are braces.

        ``count`` chooses the plural form by the rule of the language. What is negative takes the
        form of its absolute value. Without ``count``, and for what is not a whole number, it is the
        form for 100, as in the text itself. A form that the catalogue lacks comes from the next one
        that the reader gets.

        Positional values are ignored. A field without a value is left as it is, and so are braces
        around anything else: attributes and indices of a value are never read. Nothing is raised,
        unless ``strict`` is true, for tests: then a ``ValueError`` names what was not filled.

        >>> message = Message("{file} is {size} too large", 1, "TOO_LARGE", "en", "en")
        >>> message.format(file="a.ma")
        'a.ma is {size} too large'
        >>> message.format(file="a.ma", strict=True)
        Traceback (most recent call last):
        ValueError: TOO_LARGE: no value for size
        """
        unfilled: list[str] = []
        try:
            text, language = self._form(values)
            if "{" in text or "}" in text:
                from .fields import fill  # slow to load, and few texts have fields

                text, unfilled = fill(text, language, values)
        except (ImportError, OSError):  # no descriptor is left to load what fills it
            text, unfilled = self.text, list(values)
        if strict:
            if self._plurals and "count" not in values and "count" not in unfilled:
                unfilled.insert(0, "count")
            if unfilled:
                from .fields import missing

                raise missing(self.symbol, unfilled)
        return text

    def _form(self, values: dict[str, object]) -> tuple[str, str]:
        """Return the text that ``count`` chooses, if there is a plural, and its language."""
        if not self._plurals or "count" not in values:
            return self.text, self.language
        from .plural import choose

        text, language = choose(self._plurals, values["count"])
        return (text, language) if text else (self.symbol, "und")
