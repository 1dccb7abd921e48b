"""Finds the enum member for a code given as its value, the digits of a number, or a name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from enum import Enum

from .further import FURTHER
from .quote import excerpt, type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

_LONGEST_NUMBER = 40
"""The most digits that are read: enough for any code; parsing digits takes quadratic time."""

_MOST_BITS = 63
"""The most bits of a number: those of a database column."""

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
    # A member that is called "symbol" is an attribute of all the others.
    named = symbol and isinstance(symbol, str) and not isinstance(symbol, Enum)
    return symbol if named else member._name_


def fault_of(symbol: str, value: object) -> str:
    """Return what is wrong with a code, or "": its symbolic name, or its value.

    >>> fault_of("FAIL", 5), fault_of("FAIL", 2.5)
    ('', 'the value of a code must be an integer or a string, not float')
    """
    if isinstance(value, bool) or not isinstance(value, (int, str)):
        return f"the value of a code must be an integer or a string, not {type_name(value)}"
    if isinstance(value, int):
        bits = int.bit_length(value)
        if bits > _MOST_BITS:
            return f"the number of a code has at most {_MOST_BITS} bits, not {bits}"
    elif not _is_text(str.__str__(value)):
        return (
            f"the value of a code cannot be {excerpt(value)}: it is printable, with no space around"
        )
    if not _is_text(symbol) or symbol.endswith(FURTHER):
        return (
            f"a symbolic name cannot be {excerpt(symbol)}: it is printable, with no space around, "
            f"and ends in neither {' nor '.join(FURTHER)}"
        )
    return ""


def _is_text(text: str) -> bool:
    return text != "" and text.isprintable() and text.strip() == text


class Members:
    """The members of one or more enums, by value, digits and name in any spelling.

    A value is an integer or a string. What two members share, a value or a name, finds neither of
    them; each is still found by itself.

    Raises ``TypeError`` for a value that is neither an integer nor a string, and ``ValueError`` for
    a value or symbolic name that no code can have, and for two members with the same symbolic name,
    which would share a msgid.

    >>> from rv_i18n import ErrorCode
    >>> members = Members([ErrorCode])
    >>> members.find("604") is members.find(604.0) is members.find("validate-code-error")
    True
    """

    def __init__(self, enums: Iterable[type[Enum]]) -> None:
        enums = tuple(enums)
        self._enums = frozenset(enums)
        self.symbols: dict[str, Enum] = {}
        """Maps each symbolic name, which is the msgid, to its member, in the order of the enums."""
        self.known: dict[object, Enum] = {}
        """Maps each member, its value, the digits of a number, and each name, as written and
        folded, to the only member that has it."""
        self._shared: dict[object, list[Enum]] = {}
        for enum in enums:
            for member in enum:
                self._add(member)
        names = [named for enum in enums for named in _names(enum)]
        for name, member in names:
            self._index(name, member)
        # What is spelled exactly comes before what another name becomes by folding.
        exact = {*self.known, *self._shared}
        self._spellings: dict[str, None] = {}
        for name, member in names:
            spelling = folded(name)
            self._spellings[spelling] = None
            if spelling not in exact:
                self._index(spelling, member)
        self._longest = max([_LONGEST_NUMBER, *map(len, self._spellings)])

    def _add(self, member: Enum) -> None:
        value, symbol = member._value_, symbol_of(member)
        fault = fault_of(symbol, value)
        if fault:
            is_code = isinstance(value, (int, str)) and not isinstance(value, bool)
            raise (ValueError if is_code else TypeError)(f"{member!r}: {fault}")
        if self.symbols.setdefault(symbol, member) is not member:
            raise ValueError(
                f"{member!r} has the symbolic name of {self.symbols[symbol]!r}: give one of the "
                "two another, or one of their enums a prefix"
            )
        if not isinstance(member, (int, str)):  # else it equals its value
            self.known[member] = member
        if isinstance(value, int):
            self._index(int.__index__(value), member)
            self._index(int.__repr__(value), member)

    def _index(self, key: object, member: Enum) -> None:
        """Let ``key`` find ``member``, or no member if it would find another too."""
        sharing = self._shared.get(key)
        if sharing is None:
            if self.known.setdefault(key, member) is member:
                return
            sharing = self._shared[key] = [self.known.pop(key)]
        if all(each is not member for each in sharing):  # two IntEnums' members may be equal
            sharing.append(member)

    def __iter__(self) -> Iterator[Enum]:
        return iter(self.symbols.values())

    def find(self, code: object) -> Enum | None:
        """Return the member for a code, or ``None`` if there is none or more than one.

        Raises ``TypeError`` for a value that is neither a number nor a string. ``True`` does not
        count as the number 1.

        >>> from rv_i18n import ErrorCode
        >>> Members([ErrorCode]).find("need_user_login"), Members([ErrorCode]).find(609)
        (<ErrorCode.NEED_USER_LOGIN: 602>, None)
        """
        if type(code) in self._enums:
            return code  # type: ignore[return-value]  # each of them is an enum
        if isinstance(code, str):
            code = str.__str__(code)  # a subclass may override __hash__, as a str enum does
        try:
            member = None if isinstance(code, bool) else self.known.get(code)
        except Exception:  # noqa: BLE001 - a stranger's __hash__ or __eq__
            member = None
        if member is not None:
            return member
        if isinstance(code, str):
            return self.known.get(self._key(code))
        if isinstance(code, bool) or not hasattr(type(code), "__float__"):
            raise TypeError(
                'a code is a number such as 604, or a string such as "604" or '
                f'"VALIDATE_CODE_ERROR", not {type_name(code)}'
            )
        return member

    def _key(self, code: str) -> object:
        """Return the key for a string that is none: a number such as "0604", or a folded name."""
        if len(code) > self._longest or code in self._shared:
            return code
        number = read_number(code)
        return folded(code) if number is None else number

    def nearest(self, code: object) -> list[Enum]:
        """Return the members that ``code`` may be meant for, at most three, best first.

        They are those that share it; else for a number its neighbours in the list, and for a name
        those with a similar spelling.

        >>> from rv_i18n import ErrorCode
        >>> Members([ErrorCode]).nearest(609)
        [<ErrorCode.USER_AREA_ERROR: 608>, <ErrorCode.SIGNATURE_EXPIRED: 610>]
        >>> Members([ErrorCode]).nearest("validate_code_eror")[0]
        <ErrorCode.VALIDATE_CODE_ERROR: 604>
        """
        key: Any = self._key(str.__str__(code)) if isinstance(code, str) else code
        try:
            if key in self._shared:
                return self._shared[key][:3]
            if isinstance(key, str):
                return self._spelled_like(key)
            numbers = [each for each in self if isinstance(each._value_, int)]
            below = [each for each in numbers if each._value_ < key]
            above = [each for each in numbers if each._value_ > key]
        except Exception:  # noqa: BLE001 - a number such as Decimal("NaN") cannot be compared
            return []
        return sorted(below, key=_value)[-1:] + sorted(above, key=_value)[:1]

    def _spelled_like(self, name: str) -> list[Enum]:
        if not len(name) <= _LONGEST_NAME or len(self._spellings) > _MOST_COMPARED:
            return []
        from difflib import get_close_matches  # only a misspelt name needs it

        close = get_close_matches(folded(name), self._spellings, 3, _ALIKE)
        return [self.known[spelling] for spelling in close if spelling in self.known]


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


def _names(enum: type[Enum]) -> Iterator[tuple[str, Enum]]:
    """Yield the names of each member, aliases included, and its value if that is a string."""
    prefix = getattr(enum, "__prefix__", "")
    for member in enum:
        symbol = symbol_of(member)
        yield symbol, member
        yield symbol.removeprefix(prefix), member
        if isinstance(member._value_, str):
            yield str.__str__(member._value_), member
    yield from enum.__members__.items()


def folded(name: str) -> str:
    """Return what all spellings of a name have in common.

    >>> folded("NEED_USER_LOGIN") == folded("need-user login")
    True
    """
    return name.lower().replace("-", "_").replace(" ", "_")


def _value(member: Enum) -> int:
    return int(member._value_)
