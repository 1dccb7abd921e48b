"""Makes the locale of a request the current one for each stretch of its work, and no longer."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from .._engine.current import enter, scoped_locale
from .._engine.request import InRequest, Request

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from .._engine.current import Places


class RequestBlock:
    """A block that is entered again for each stretch of work, one after another.

    What was activated in one of them holds in the next, and what held outside is back between
    them. So nothing of a request is left behind, and nothing is copied.

    What held outside is also back while the server's own ``receive`` and ``send`` run. A server
    starts what comes next on a connection (a callback, the task of the next request) in the context
    that calls it, which without this would be that of the request.
    """

    __slots__ = ("_inner", "_request", "outer")

    def __init__(self, request: Request) -> None:
        self._request = request
        self._inner = InRequest(request)
        self.outer: tuple[Any, Places] = (None, ())
        """What held outside when the block was last entered."""

    async def outside(self, call: Callable[..., Awaitable[Any]], *arguments: Any) -> Any:
        """Await the server's function while what held outside the request is back."""
        inner = enter(*self.outer)
        try:
            result = await call(*arguments)
        except GeneratorExit:  # closed, perhaps in another context
            raise
        except BaseException:
            enter(*inner)
            raise
        enter(*inner)
        return result

    def __enter__(self) -> None:
        self.outer = enter(self._inner)

    def __exit__(self, *error: object) -> None:
        held = scoped_locale()
        # A coroutine that was dropped is closed in whatever context the collector runs in.
        if type(held) is InRequest and held.request is self._request:
            self._inner = held
            enter(*self.outer)
