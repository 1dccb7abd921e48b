"""Makes the locale of a request the current one for each stretch of its work, and no longer."""

from __future__ import annotations

from .._engine.current import enter, scoped_locale
from .._engine.request import InRequest

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .._engine.current import Places
    from .._engine.request import Request


class RequestBlock:
    """A block that is entered again for each stretch of work, one after another.

    What was activated in one of them holds in the next, and what held outside is back between
    them. So nothing of a request is left behind, and nothing is copied.
    """

    __slots__ = ("_inner", "_request", "outer")

    def __init__(self, request: Request) -> None:
        self._request = request
        self._inner = InRequest(request)
        self.outer: tuple[Any, Places] = (None, ())
        """What held outside when the block was last entered."""

    def __enter__(self) -> None:
        self.outer = enter(self._inner)

    def __exit__(self, *error: object) -> None:
        held = scoped_locale()
        # A coroutine that was dropped is closed in whatever context the collector runs in.
        if type(held) is InRequest and held.request is self._request:
            self._inner = held
            enter(*self.outer)


class Outside:
    """A block in which what held outside a request is back: the server's own code runs in it.

    A server starts what comes next on a connection (a callback, the task of the next request) in
    the context that calls it, which without this would be that of the request.
    """

    __slots__ = ("_inner", "_outer")

    def __init__(self, outer: tuple[Any, Places]) -> None:
        self._outer = outer
        self._inner = outer

    def __enter__(self) -> None:
        self._inner = enter(*self._outer)

    def __exit__(self, kind: type[BaseException] | None, *error: object) -> None:
        if kind is not GeneratorExit:  # closed, perhaps in another context
            enter(*self._inner)
