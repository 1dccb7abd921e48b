"""Finds the exceptions that an exception wraps, as Python's tracebacks and tenacity show them."""

from __future__ import annotations

from collections.abc import Iterator

from .words import ABSENT, attribute

_MOST = 100
"""The most exceptions that are looked at; a group may hold thousands."""

# No class or metaclass can override these.
mro = vars(type)["__mro__"].__get__
_cause, _context, _suppressed = (
    vars(BaseException)[name].__get__
    for name in ("__cause__", "__context__", "__suppress_context__")
)


def with_wrapped(error: object) -> list[object]:
    """Return an exception and what it wraps, the nearest first.

    That is the members of an exception group; the cause, or else the context unless it is
    suppressed; and the last attempt of tenacity's ``RetryError``.

    >>> failure = RuntimeError("submit failed")
    >>> failure.__cause__ = KeyError("code")
    >>> with_wrapped(failure)
    [RuntimeError('submit failed'), KeyError('code')]
    """
    found = [error]
    known = {id(error)}
    for each in found:  # which grows meanwhile
        if len(found) < _MOST and issubclass(type(each), BaseException):
            for inner in _wrapped(each):
                if id(inner) not in known and issubclass(type(inner), BaseException):
                    known.add(id(inner))
                    found.append(inner)
    return found[:_MOST]


def _wrapped(error: object) -> Iterator[object]:
    names = {attribute(kind, "__name__", "") for kind in mro(type(error)) if _is_plain(kind)}
    if "BaseExceptionGroup" in names:
        members = attribute(error, "exceptions", ())
        if isinstance(members, (list, tuple)):
            yield from members[:_MOST]
    if "RetryError" in names:
        yield _last_attempt(error)
    cause = _cause(error)
    if cause is not None:
        yield cause
    elif not _suppressed(error):
        yield _context(error)


def _is_plain(kind: type) -> bool:
    """Whether a class has a name that can be read and hashed without running a stranger's code."""
    return type(attribute(kind, "__name__")) is str


def _last_attempt(error: object) -> object:
    attempt = attribute(error, "last_attempt")
    try:
        return None if attempt is ABSENT else attempt.exception(0)
    except BaseException:  # noqa: BLE001 - it has no result yet, or is no attempt of tenacity's
        return None
