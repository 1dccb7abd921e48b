"""``CodeEnum`` and ``CodeStrEnum`` are the bases for a list of codes: each line of it is a code."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum, EnumMeta, IntEnum
from types import MappingProxyType

from . import PUBLIC
from .errors import UnknownCodeError
from .members import fault_of, members_of
from .quote import type_name

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar, Union

    from .annotations import Code

    Value = TypeVar("Value", int, str)
    Fact = Union[str, int, float, bool]
else:
    Value = Fact = object  # for typing.get_type_hints


def code(value: Value, description: str = "", *, symbol: str = "", **facts: Fact) -> Value:
    """Return the line of a code that has more than a value and a description.

    ``value`` is the number or the string, and ``description`` says when the code is raised: one
    line, for translators and the reference. ``symbol`` is the symbolic name, if that is not the
    name of the attribute. All other arguments are facts about the code, such as ``status`` (of
    HTTP), ``retry`` (whether a second try can help) and ``deprecated`` (what to use instead).

    >>> class Errors(CodeEnum):
    ...     NO_GPU = code(4, "The node has no GPU", symbol="NO-GPU", status=409, retry=True)
    >>> Errors.NO_GPU.symbol, Errors.NO_GPU.facts["status"], Errors.NO_GPU == 4
    ('NO-GPU', 409, True)
    """
    for name, fact in facts.items():
        if not isinstance(fact, (str, int, float)):
            raise TypeError(f"{name} is a string, a number, True or False, not {type_name(fact)}")
    line: Any = (value, description, symbol, facts)  # what an enum hands to __new__
    return line  # type: ignore[no-any-return]  # to a type checker it is the value of the member


class _CodesType(EnumMeta):
    """The type of an enum of codes: it takes ``prefix``, what comes before each symbolic name."""

    @classmethod
    def __prepare__(  # type: ignore[override]  # it takes one argument more
        cls, name: str, bases: tuple[type, ...], prefix: str = ""
    ) -> Any:
        body = super().__prepare__(name, bases)
        body["__prefix__"] = prefix
        return body

    def __new__(
        metacls, name: str, bases: tuple[type, ...], body: Any, prefix: str = ""
    ) -> Any:  # of ``_CodesType``, which mypy takes for a class without members
        """Make the enum."""
        return super().__new__(metacls, name, bases, body)

    def __init__(cls, name: str, bases: tuple[type, ...], body: Any, prefix: str = "") -> None:
        super().__init__(name, bases, body)


class _Line:
    """What a member knows of its line."""

    description: str
    """When the code is raised: one line, for translators and the reference."""

    facts: Mapping[str, Fact]
    """What else the line says, such as ``status``; read-only."""

    symbol: str
    """The symbolic name, which is the msgid in every catalogue."""

    # Python 3.11.2 takes a class with an __init__ for one that gives members their values.
    def _read(
        self, value: Any, description: str = "", symbol: str = "", facts: Any = (), /
    ) -> None:
        for text in (description, symbol):
            if not isinstance(text, str):
                raise TypeError(f"a description or symbol is a string, not {type_name(text)}")
        self.description = description
        self.facts = MappingProxyType(dict(facts))
        self.symbol = type(self).__prefix__ + (symbol or self._name_)  # type: ignore[attr-defined]  # an enum has it
        fault = fault_of(self.symbol, self._value_)  # type: ignore[attr-defined]  # an enum has it
        if fault:
            raise ValueError(f"{self._name_}: {fault}")  # type: ignore[attr-defined]  # an enum has it

    @classmethod
    def _missing_(cls, value: object) -> Any:
        members = members_of(cls)  # type: ignore[arg-type]  # each subclass is an enum
        member = members.find(value)
        if member is None:
            raise UnknownCodeError(value, members.nearest(value))
        return member


class CodeEnum(_Line, IntEnum, metaclass=_CodesType):
    """A list of codes that are numbers, one a line: ``NAME = number, when it is raised``.

    ``code(…)`` makes a line that says more. Call the enum with a number, its digits or a symbolic
    name, in any spelling, to get the member; for another value that raises ``UnknownCodeError``.
    Members format as their number on every Python. ``prefix`` comes before each symbolic name, so
    that several lists can share a catalogue.

    >>> class Billing(CodeEnum, prefix="billing."):
    ...     NO_FUNDS = 1, "The account has too little credit"
    ...     EXPIRED = 2
    >>> Billing("no-funds"), Billing.NO_FUNDS.description
    (<Billing.NO_FUNDS: 1>, 'The account has too little credit')
    >>> Billing.EXPIRED.symbol, f"{Billing.EXPIRED}"
    ('billing.EXPIRED', '2')
    """

    __module__ = PUBLIC

    if TYPE_CHECKING:

        def __new__(cls, value: Code) -> CodeEnum:
            """Return the member for any code that a look-up takes."""

    else:

        def __new__(cls, value, description="", symbol="", facts=()):
            """Make a member from the elements of its line."""
            if isinstance(value, bool) or not isinstance(value, int):
                raise TypeError(f"a code of a CodeEnum is an integer, not {type_name(value)}")
            member = int.__new__(cls, value)
            member._value_ = int(value)
            return member

    __init__ = _Line._read
    __str__ = int.__repr__  # old versions of Python give Billing.NO_FUNDS
    __format__ = int.__format__  # type: ignore[assignment]  # its argument is positional-only


class CodeStrEnum(_Line, str, Enum, metaclass=_CodesType):
    """A list of codes that are strings; otherwise as ``CodeEnum``.

    >>> class Billing(CodeStrEnum):
    ...     NO_FUNDS = "BIL-0001", "The account has too little credit"
    >>> Billing("bil-0001") is Billing("NO_FUNDS") is Billing.NO_FUNDS, f"{Billing.NO_FUNDS}"
    (True, 'BIL-0001')
    """

    __module__ = PUBLIC

    if TYPE_CHECKING:

        def __new__(cls, value: str) -> CodeStrEnum:
            """Return the member for any code that a look-up takes."""

    else:

        def __new__(cls, value, description="", symbol="", facts=()):
            """Make a member from the elements of its line."""
            if not isinstance(value, str):
                raise TypeError(f"a code of a CodeStrEnum is a string, not {type_name(value)}")
            member = str.__new__(cls, value)
            member._value_ = str.__str__(value)
            return member

    __init__ = _Line._read
    __str__ = str.__str__
    __format__ = str.__format__  # type: ignore[assignment]
