"""Plural forms: which of an entry's texts is for which number, by the file's own Plural-Forms.

A rule is an expression of C over ``n``; the gettext manual, "Plural forms", says which operators it
can have. It is parsed here, and nothing of it is executed. A rule has an end to what it may cost:
it has a few hundred tokens at most, which nest fifty deep, and its numbers have 64 bits, as those
of GNU gettext have.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    Expression = Callable[[int], int]
    Forms = tuple[str, str, Sequence[str]]
    """The language of some forms, their Plural-Forms, and the forms: what ``choose`` takes."""

GENERAL = 100
"""The number whose form is shown if none is given; it is not one, two or few in any language."""

OTHERWISE = "nplurals=2; plural=n != 1;"
"""The rule of a file that has none that can be used, in GNU gettext too."""

_LARGE = 10**18
"""From here on, only the last digits of a number decide."""

_BITS = 2**64 - 1
_MOST_TOKENS = 300  # the longest of CLDR's rules has 169
_DEEPEST = 50
_LONGEST_NUMBER = 10

_LEVELS = (("||",), ("&&",), ("==", "!="), ("<", ">", "<=", ">="), ("+", "-"), ("*", "/", "%"))
_LEVEL = {name: level for level, names in enumerate(_LEVELS) for name in names}
"""The operators between two values; those of a higher level bind more closely."""

_OPERATORS: dict[str, Callable[[int, int], int]] = {
    "==": operator.eq, "!=": operator.ne, "<": operator.lt, ">": operator.gt, "<=": operator.le,
    ">=": operator.ge, "+": operator.add, "-": operator.sub, "*": operator.mul,
    "/": operator.floordiv, "%": operator.mod,
}  # fmt: skip


class Plural(str):
    """The plural forms of an entry. As a string it is the form for 100, or "" if that is missing.

    ``rule`` is the Plural-Forms of its file, or ``OTHERWISE`` if that cannot be used, and ``forms``
    are the texts in the order of the file.

    >>> frames = Plural("nplurals=2; plural=(n != 1);", ["{count} frame", "{count} frames"])
    >>> frames, frames.is_whole, Plural("nplurals=1; plural=0;", [""])
    ('{count} frames', True, '')
    """

    __slots__ = ("forms", "rule")

    if TYPE_CHECKING:
        rule: str
        forms: tuple[str, ...]

    def __new__(cls, rule: str, forms: Iterable[str]) -> Plural:
        """Make it from whatever is in the header as Plural-Forms, and the texts."""
        forms, rule = tuple(forms), _usable(rule)
        self = super().__new__(cls, _form(rule, forms, GENERAL))
        self.rule, self.forms = rule, forms
        return self

    @property
    def is_whole(self) -> bool:
        """Whether it has a text for every number."""
        return len(self.forms) >= self.needed and all(self.forms[: self.needed])

    @property
    def needed(self) -> int:
        """How many forms the rule has."""
        return _rule(self.rule)[0]


def choose(plurals: Iterable[Forms], count: object) -> tuple[str, str]:
    """Return the first text for a number, and its language; both are "" if there is none.

    What is negative takes the form of its absolute value (UTS 35). A number that is not whole, and
    what is no number, take the form for 100: the rules of gettext say nothing of them.

    >>> en = ("en", "nplurals=2; plural=n != 1;", ["{count} frame", "{count} frames"])
    >>> pl = ("pl", "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 ? 1 : 2;", ["", "{count} x"])
    >>> choose([pl, en], 3), choose([pl, en], 1), choose([pl, en], 0.5)
    (('{count} x', 'pl'), ('{count} frame', 'en'), ('{count} frames', 'en'))
    """
    number = _number(count)
    for language, rule, forms in plurals:
        text = _form(rule, forms, number)
        if text:
            return text, language
    return "", ""


def forms_of(rule: str, numbers: Iterable[int]) -> list[int]:
    """Return the index of the form that a Plural-Forms gives each number.

    Raises ``ValueError`` if the rule cannot be read, or gives one of them a form that there is not.

    >>> forms_of("nplurals=2; plural=(n > 1);", [0, 1, 2])
    [0, 0, 1]
    """
    count, expression = read_rule(rule)
    try:
        found = [int(expression(number)) for number in numbers]
    except ZeroDivisionError:
        raise ValueError("it divides by zero") from None
    if any(form >= count for form in found):
        raise ValueError("it gives a number a form that there is not")
    return found


def read_rule(rule: str) -> tuple[int, Expression]:
    """Return the number of forms and the expression of a Plural-Forms; raise ``ValueError``.

    >>> count, expression = read_rule("nplurals=2; plural=n != 1;")
    >>> count, expression(1), expression(5)
    (2, 0, 1)
    """
    count, _, rest = rule.rstrip("; \t").partition(";")
    (count_name, _, number), (rule_name, _, expression) = count.partition("="), rest.partition("=")
    number = number.strip()
    if (count_name.strip(), rule_name.strip()) != ("nplurals", "plural"):
        raise ValueError("it is not nplurals=INTEGER; plural=EXPRESSION;")
    if not (number.isascii() and number.isdigit() and len(number) <= 2 and int(number)):
        raise ValueError("nplurals is not a number from 1 to 99")
    return int(number), _Parser(expression).whole()


_rule = lru_cache(maxsize=256)(read_rule)


def _usable(rule: str) -> str:
    try:
        _rule(rule)
    except ValueError:
        return OTHERWISE
    return rule


def _form(rule: str, forms: Sequence[str], number: int) -> str:
    """Return the form for a number, or "" if there is none."""
    count, expression = _rule(rule)
    try:
        form = expression(number)
    except ZeroDivisionError:
        return ""
    return forms[form] if form < min(count, len(forms)) else ""


def _number(count: Any) -> int:
    """Return the whole number whose form ``count`` takes; nothing about it is trusted."""
    try:
        if hasattr(type(count), "__index__"):
            number = int.__abs__(operator.index(count))  # in 3.9, index gives a subclass itself
        else:  # a float, a Decimal, a Fraction, or no number
            number = abs(int(count)) if -_LARGE < count < _LARGE else GENERAL
            number = number if number == abs(count) else GENERAL
    except Exception:  # noqa: BLE001 - no number, or a hostile imitation of one
        return GENERAL
    return number if number < _LARGE else _LARGE + number % _LARGE


class _Parser:
    """A parser by precedence: each method returns a function of ``n``."""

    def __init__(self, text: str) -> None:
        self._tokens = [*_tokens(text), ""]
        self._place = 0
        self._depth = 0

    def whole(self) -> Expression:
        """Parse all of the text."""
        found = self._choice()
        self._expect("")
        return found

    def _next(self) -> str:
        self._place += 1
        return self._tokens[self._place - 1]

    def _expect(self, wanted: str) -> None:
        found = self._next()
        if found != wanted:
            raise ValueError(f"{found or 'the end'} where {wanted or 'the end'} has to be")

    def _choice(self) -> Expression:
        """Parse ``condition ? one : other``, or what stands for it."""
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError("it is nested too deeply")
        condition = self._binary(0)
        if self._tokens[self._place] == "?":
            self._place += 1
            one = self._choice()
            self._expect(":")
            found = _conditional(condition, one, self._choice())
        else:
            found = condition
        self._depth -= 1
        return found

    def _binary(self, lowest: int) -> Expression:
        """Parse values and the operators of a level, or higher ones, between them."""
        left = self._value()
        while _LEVEL.get(self._tokens[self._place], -1) >= lowest:
            name = self._next()
            left = _operation(name, left, self._binary(_LEVEL[name] + 1))
        return left

    def _value(self) -> Expression:
        negations = 0
        while self._tokens[self._place] == "!":
            negations += 1
            self._place += 1
        found = self._next()
        if found == "(":
            value = self._choice()
            self._expect(")")
        elif found == "n":
            value = _itself
        elif found.isdigit():
            value = _constant(int(found))
        else:
            raise ValueError(f"{found or 'the end'} where a value has to be")
        return _negation(value, negations) if negations else value


def _tokens(text: str) -> list[str]:
    """Return the tokens of an expression; raise ``ValueError`` for anything else."""
    found: list[str] = []
    place = 0
    while place < len(text):
        start, char = place, text[place]
        place += 1
        if char in " \t":
            continue
        if char in "0123456789":
            while text[place : place + 1] in tuple("0123456789"):
                place += 1
        elif text[start : start + 2] in _LEVEL:
            place += 1
        elif char not in "n?:()!" and char not in _LEVEL:
            raise ValueError(f"{char!r} is not of a rule")
        found.append(text[start:place])
        if len(found) > _MOST_TOKENS or place - start > _LONGEST_NUMBER:
            raise ValueError("it is too long")
    return found


def _itself(n: int) -> int:
    return n


def _constant(value: int) -> Expression:
    return lambda n: value


def _negation(value: Expression, times: int) -> Expression:
    wanted = times % 2 == 0
    return lambda n: bool(value(n)) == wanted


def _conditional(condition: Expression, one: Expression, other: Expression) -> Expression:
    return lambda n: one(n) if condition(n) else other(n)


def _operation(name: str, left: Expression, right: Expression) -> Expression:
    if name == "&&":
        return lambda n: bool(left(n) and right(n))
    if name == "||":
        return lambda n: bool(left(n) or right(n))
    function = _OPERATORS[name]
    return lambda n: function(left(n), right(n)) & _BITS
