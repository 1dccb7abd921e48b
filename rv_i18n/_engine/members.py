"""Finds the enum member for a code given as a number, its digits, or a name."""

from __future__ import annotations

from .quote import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable
    from enum import Enum
    from typing import Any

_LONGEST_NUMBER = 40
"""The most digits that are read: enough for any code; parsing digits takes quadratic time."""

_LONGEST_NAME = 100
"""The most characters of a misspelt name for which similar names are sought."""

_MOST_COMPARED = 10_000
"""The most names to compare with a misspelt one, which takes a few tenths of a second."""

_MOST_GATHERED = 16
"""The most enums, or groups of them, whose members are cached."""

_ALIKE = 0.75
"""The least similarity (``difflib``'s ratio) at which a name may be a misspelling of another."""


def symbol_of(member: Enum) -> str:
    """Return the symbolic name of an enum member: its ``symbol`` if it has one, else its name.

    >>> from rv_i18n import ErrorCode
    >>> symbol_of(ErrorCode.NON_UPLOADABLE_FILES)
    'NON_UPLOADABLE FILES'
    """
    try:
        symbol = getattr(member, "symbol", "")
    except Exception:  # noqa: BLE001 - a property of the caller's enum; fall back to the name
        symbol = ""
    return symbol if symbol and isinstance(symbol, str) else member.name


class Members:
    """The members of one or more enums, by number, digits and name in any spelling.

    Raises ``TypeError`` for a value that is not an integer, and ``ValueError`` for two members with
    the same number or the same symbolic name.

    >>> from rv_i18n import ErrorCode
    >>> members = Members([ErrorCode])
    >>> members.find("604") is members.find(604.0) is members.find("validate-code-error")
    True
    """

    def __init__(self, enums: Iterable[type[Enum]]) -> None:
        enums = tuple(enums)
        self.symbols: dict[Enum, str] = {}
        self.known: dict[object, Enum] = {}
        """Maps each member, its number, the number's digits, and its names to the member.

        The names are the symbolic ones and those of the enum's attributes, as written and folded.
        """
        self._by_folded_name: dict[str, Enum | None] = {}
        for enum in enums:
            for member in enum:
                self._add(member)
        for enum in enums:
            for name, member in enum.__members__.items():
                self.known.setdefault(name, member)
                self._fold(name, member)
        self._longest = max([_LONGEST_NUMBER, *map(len, self._by_folded_name)])
        for name, found in self._by_folded_name.items():
            if found is not None:
                self.known.setdefault(name, found)

    def _add(self, member: Enum) -> None:
        number, symbol = member.value, symbol_of(member)
        if not isinstance(number, int) or isinstance(number, bool):
            raise TypeError(f"the value of a code must be an integer; that of {member!r} is not")
        if self.known.setdefault(number, member) is not member:
            raise ValueError(f"{member!r} has the number of {self.known[number]!r}")
        if self.known.setdefault(symbol, member) is not member:
            raise ValueError(f"{member!r} has the symbolic name of {self.known[symbol]!r}")
        self.symbols[member] = symbol
        self.known[member] = self.known[int.__repr__(number)] = member
        self._fold(symbol, member)

    def _fold(self, name: str, member: Enum) -> None:
        """Index a name in any spelling; a spelling that two members share finds neither."""
        name = _folded(name)
        if self._by_folded_name.setdefault(name, member) is not member:
            self._by_folded_name[name] = None

    def find(self, code: object) -> Enum | None:
        """Return the member for a code, or ``None`` if there is none.

        Raises ``TypeError`` for a value that is neither a number nor a string. ``True`` does not
        count as the number 1.

        >>> from rv_i18n import ErrorCode
        >>> Members([ErrorCode]).find("need_user_login"), Members([ErrorCode]).find(609)
        (<ErrorCode.NEED_USER_LOGIN: 602>, None)
        """
        if isinstance(code, str):
            code = str.__str__(code)  # a subclass may override __hash__, as a str enum does
        try:
            member = None if isinstance(code, bool) else self.known.get(code)
        except Exception:  # noqa: BLE001 - a stranger's __hash__ or __eq__
            member = None
        if member is not None:
            return member
        if isinstance(code, str):
            return self._by_text(code)
        if isinstance(code, bool) or not hasattr(type(code), "__float__"):
            raise TypeError(
                'a code is a number such as 604, or a string such as "604" or '
                f'"VALIDATE_CODE_ERROR", not {type_name(code)}'
            )
        return member

    def _by_text(self, code: str) -> Enum | None:
        """Return the member for a string that is not a key: a number such as "0604", or a name."""
        if len(code) > self._longest:
            return None
        number = read_number(code)
        return self._by_folded_name.get(_folded(code)) if number is None else self.known.get(number)

    def nearest(self, code: object) -> list[Enum]:
        """Return the members that ``code`` may be a mistake for, at most three, best first.

        For a number they are its neighbours in the list, for a name those with a similar spelling.

        >>> from rv_i18n import ErrorCode
        >>> Members([ErrorCode]).nearest(609)
        [<ErrorCode.USER_AREA_ERROR: 608>, <ErrorCode.SIGNATURE_EXPIRED: 610>]
        >>> Members([ErrorCode]).nearest("validate_code_eror")[0]
        <ErrorCode.VALIDATE_CODE_ERROR: 604>
        """
        number: Any = code
        if isinstance(code, str):
            code = str.__str__(code)
            number = read_number(code[:_LONGEST_NUMBER])
            if number is None:
                return self._spelled_like(code)
        try:
            below = [each for each in self.symbols if each.value < number]
            above = [each for each in self.symbols if each.value > number]
        except Exception:  # noqa: BLE001 - a number such as Decimal("NaN") cannot be compared
            return []
        return sorted(below, key=_value)[-1:] + sorted(above, key=_value)[:1]

    def _spelled_like(self, name: str) -> list[Enum]:
        if not len(name) <= _LONGEST_NAME or len(self.symbols) > _MOST_COMPARED:
            return []
        from difflib import get_close_matches  # only a misspelt name needs it

        known = {_folded(symbol): member for member, symbol in self.symbols.items()}
        return [known[like] for like in get_close_matches(_folded(name), known, 3, _ALIKE)]


_gathered: dict[tuple[type[Enum], ...], Members] = {}


def members_of(*enums: type[Enum]) -> Members:
    """Return the members of ``enums``; cached."""
    members = _gathered.get(enums)
    if members is None:
        if len(_gathered) >= _MOST_GATHERED:
            _gathered.clear()
        members = _gathered[enums] = Members(enums)
    return members


def read_number(text: str) -> int | None:
    """Return the number that ASCII digits with an optional minus spell, or ``None``."""
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() else None


def _folded(name: str) -> str:
    return name.lower().replace("-", "_").replace(" ", "_")


def _value(member: Enum) -> int:
    return int(member.value)
