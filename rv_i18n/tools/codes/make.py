"""Makes a code of a member's line, as the enum does when the source runs."""

from __future__ import annotations

from math import isfinite
from typing import Any, NamedTuple

from ..._engine.members import fault_of
from ..._engine.quote import cut, excerpt
from .constants import Auto, Marked, Unknown
from .errors import UnreadableError
from .methods import data_of, follow
from .shape import Shape

_RUNS = "has to run to be known: write it out"
_LONGEST = 2_000
"""The most characters of a name, text or fact: many lines may share a prefix or a constant."""

_NO_BIT = "not every Python counts it as a member: it is not one bit"


class Made(NamedTuple):
    """What becomes of a line: the value, symbolic name, description and facts of its code."""

    value: int | str
    symbol: str
    description: str
    facts: dict[str, Any]


def make(name: str, written: object, shape: Shape, prefix: str) -> Made:
    """Return the code of a member, from its name and its value as written.

    Raises ``UnreadableError`` for one that has to run to be known, and for one that Python or a
    ``Catalog`` would refuse.
    """
    making = _Making(name, written, shape, prefix)
    making.construct()
    return making.made()


class _Making:
    """A member on its way: the elements of its line, and the attributes that it gets."""

    def __init__(self, name: str, written: object, shape: Shape, prefix: str) -> None:
        self._name = name
        self._shape = shape
        self._prefix = prefix
        self._told = ""  # when it is raised, as the line says it
        self._attributes: dict[str, object] = {}
        self._is_tuple = isinstance(written, tuple)
        self._elements = written if isinstance(written, tuple) else (written,)
        if shape.style == "choices" and len(self._elements) > 1:
            *rest, label = self._elements
            if isinstance(label, str):
                self._told, self._elements = label, tuple(rest)

    def construct(self) -> None:
        """Do what ``__new__`` and ``__init__`` do, the enum's own or the known ones."""
        shape, attributes = self._shape, self._attributes
        facts = self._elements[3] if len(self._elements) == 4 else {}
        for name, value in facts.items() if isinstance(facts, dict) else ():
            if not isinstance(value, (str, int, float, Unknown)):
                raise UnreadableError(f"{name} must be a string, a number, True or False")
        if shape.new:
            told = follow(shape.new, self._elements, attributes, shape, self._initialise)
            self._told = self._told or told
        elif shape.style == "code":
            attributes["_value_"] = self._checked_value()
        if "_value_" not in attributes:
            attributes["_value_"] = self._plain_value()
        if shape.init:
            attributes.update(name=self._name, _name_=self._name)
            told = follow(shape.init, self._elements, attributes, shape, self._initialise)
            self._told = self._told or told
        elif shape.style == "code":
            self._initialise(self._elements)

    def made(self) -> Made:
        """Return the code, once the attributes are there."""
        value = _known(self._attributes["_value_"])
        symbol = _known(self._attributes.get("symbol", ""))
        if self._shape.has_symbol:
            raise UnreadableError("its symbol has to run to be known: set it in __new__")
        if not (symbol and isinstance(symbol, str)):
            symbol = self._name
        fault = fault_of(symbol, value)
        if fault:
            raise UnreadableError(fault)
        if self._shape.style == "flag" and not _is_bit(value):
            raise UnreadableError(_NO_BIT)
        made = Made(value, symbol, self._description(), self._facts())
        for each in (value, symbol, *made.facts.values()):
            if isinstance(each, str) and len(each) > _LONGEST:
                raise UnreadableError(f"{cut(each)} has more than {_LONGEST:,} characters")
            if isinstance(each, int) and each.bit_length() > _LONGEST:  # Python writes no such one
                raise UnreadableError(f"{excerpt(each)} has more than {_LONGEST:,} bits")
            if isinstance(each, float) and not isfinite(each):
                raise UnreadableError(f"{each} is a number that JSON has not")
        return made

    def _checked_value(self) -> object:
        """Return the value of a line of a ``CodeEnum`` or ``CodeStrEnum``."""
        value = _known(self._elements[0]) if self._elements else None
        if not 1 <= len(self._elements) <= 4:
            raise UnreadableError('not of the form NAME = value, "description", "symbolic name"')
        if type(value) is not {"int": int, "str": str}[self._shape.data]:
            wanted = "an integer" if self._shape.data == "int" else "a string"
            raise UnreadableError(f"its value must be {wanted}")
        return value

    def _plain_value(self) -> object:
        """Return the value that Python gives a member if no method does."""
        if not self._shape.data:
            if self._is_tuple and self._shape.style == "flag":
                raise UnreadableError(_NO_BIT)
            if self._is_tuple:
                raise UnreadableError(_several("a tuple is no value of a code"))
            return self._elements[0]
        strict = self._shape.data == "str" and self._shape.style in ("strenum", "choices")
        strict = strict and not self._shape.new
        if strict and not all(isinstance(_known(each), str) for each in self._elements):
            raise UnreadableError("its value must be a string")
        try:
            return data_of(self._shape, tuple(map(_known, self._elements)))
        except UnreadableError as error:
            if len(self._elements) < 2:
                raise
            reason = f"{len(self._elements)} elements are no {self._shape.data}"
            raise UnreadableError(_several(reason)) from error

    def _initialise(self, elements: tuple[object, ...]) -> None:
        """Do what ``CodeEnum.__init__`` does; that of another enum does nothing."""
        if self._shape.style != "code":
            if elements:
                raise UnreadableError("not every Python takes super().__init__ with elements here")
            return
        if not 1 <= len(elements) <= 4:
            raise UnreadableError(f"CodeEnum.__init__ takes no {len(elements)} elements")
        rest: tuple[object, ...] = ("", "", {})
        _, description, symbol, facts = (*elements, *rest[len(elements) - 1 :])
        if isinstance(description, Unknown) or not isinstance(description, str):
            raise UnreadableError("its description is not a string in quotes")
        if not isinstance(_known(symbol), str):
            raise UnreadableError("its symbolic name is not a string in quotes")
        symbol = self._prefix + (str(symbol) or self._name)
        self._attributes.update(description=description, symbol=symbol, facts=facts)

    def _description(self) -> str:
        described = self._attributes.get("description") or self._told
        return one_line(described) if isinstance(described, str) else ""

    def _facts(self) -> dict[str, Any]:
        facts = self._attributes.get("facts")
        if self._shape.style != "code" or not facts:
            return {}
        if not isinstance(facts, dict):
            raise UnreadableError("its facts have to run to be known: write code(…)")
        return {name: _known(value) for name, value in facts.items()}


def one_line(text: str) -> str:
    """Return a description on one line; raise ``UnreadableError`` if it would not be readable."""
    text = " ".join(text.split())
    if len(text) > _LONGEST:
        raise UnreadableError(f"its description has more than {_LONGEST:,} characters")
    if not text.isprintable():
        raise UnreadableError("its description has an unprintable character")
    return text


def _known(value: object) -> Any:
    """Return a value; raise ``UnreadableError`` if it has to run to be known."""
    if isinstance(value, Unknown):
        raise UnreadableError(f"{value.shown} {_RUNS}", value.line)
    if isinstance(value, Marked):
        raise UnreadableError(f"what a call returns {_RUNS}")
    if isinstance(value, Auto):
        raise UnreadableError("the value of auto() is not known here: write it out")
    return value


def _is_bit(value: object) -> bool:
    return isinstance(value, int) and value > 0 and value & (value - 1) == 0


def _several(reason: str) -> str:
    return f"{reason}: derive from CodeEnum, or set _value_ in a __new__ that takes all elements"
