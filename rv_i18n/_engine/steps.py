"""Runs what a decorated function returns inside a block, step by step.

A function may return something that runs later: an awaitable, a generator, an asynchronous
generator. Each of its steps enters the block anew, because between them other code of the same
thread or task runs.
"""

from __future__ import annotations

import inspect
import sys
from collections.abc import AsyncGenerator, Awaitable, Callable, Generator
from contextlib import AbstractContextManager
from functools import wraps

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any, TypeVar

    Function = TypeVar("Function", bound=Callable[..., Any])
    Block = AbstractContextManager[None]


def decorated(block: Block, function: Function) -> Function:
    """Return ``function`` so that its calls, and every step of what they return, run in ``block``.

    A coroutine function, generator function or asynchronous generator function stays one, because
    frameworks look at that (``inspect.iscoroutinefunction`` and its kind).
    """

    def call(*arguments: Any, **named: Any) -> Any:
        with block:
            result = function(*arguments, **named)
        return stepped(block, result)

    async def wait(*arguments: Any, **named: Any) -> Any:
        return await call(*arguments, **named)

    def generate(*arguments: Any, **named: Any) -> Any:
        return (yield from call(*arguments, **named))

    async def agenerate(*arguments: Any, **named: Any) -> Any:
        steps = call(*arguments, **named)
        try:
            item = await steps.asend(None)
            while True:
                try:
                    sent = yield item
                except GeneratorExit:
                    raise
                except BaseException as error:  # noqa: BLE001 - it goes to the generator itself
                    item = await steps.athrow(error)
                else:
                    item = await steps.asend(sent)
        except StopAsyncIteration:
            return
        finally:
            await steps.aclose()

    kinds = (
        (inspect.iscoroutinefunction, wait),
        (inspect.isgeneratorfunction, generate),
        (inspect.isasyncgenfunction, agenerate),
    )
    wrapper = next((wrapper for is_one, wrapper in kinds if is_one(function)), call)
    return wraps(function)(wrapper)  # type: ignore[return-value]  # the same signature


def stepped(block: Block, result: Any) -> Any:
    """Return ``result`` so that its steps run in ``block``, or itself if it has none.

    The steps of an ``asyncio`` future or task are those of another task, with a locale of its own.
    """
    if inspect.iscoroutine(result):
        return _awaited(_Waiting(block, result))
    if isinstance(result, Generator):
        return _Steps(block, result)
    if isinstance(result, AsyncGenerator):
        return _AsyncSteps(block, result)
    if isinstance(result, Awaitable) and not _is_future(result):
        return _Waiting(block, result)
    return result


def _is_future(result: Any) -> bool:
    asyncio = sys.modules.get("asyncio")  # slow to load; what nobody has loaded made no future
    return asyncio is not None and asyncio.isfuture(result)


async def _awaited(waiting: _Waiting) -> Any:
    """Be a coroutine, which ``asyncio.create_task`` asks for."""
    return await waiting


class _Steps(Generator):  # type: ignore[type-arg]
    """A generator, or the iterator of an awaitable, whose steps run in a block."""

    def __init__(self, block: Block, steps: Any) -> None:
        self._block = block
        self._steps = steps

    def send(self, value: Any) -> Any:
        """Resume the generator."""
        with self._block:
            return next(self._steps) if value is None else self._steps.send(value)

    def throw(self, *error: Any) -> Any:
        """Resume the generator with an exception."""
        with self._block:
            return self._steps.throw(*error)

    def close(self) -> None:
        """End the generator."""
        with self._block:
            self._steps.close()


class _AsyncSteps(AsyncGenerator):  # type: ignore[type-arg]
    """An asynchronous generator whose steps run in a block."""

    def __init__(self, block: Block, steps: Any) -> None:
        self._block = block
        self._steps = steps

    async def asend(self, value: Any) -> Any:
        """Resume the generator."""
        return await _Waiting(self._block, self._steps.asend(value))

    async def athrow(self, *error: Any) -> Any:
        """Resume the generator with an exception."""
        return await _Waiting(self._block, self._steps.athrow(*error))

    async def aclose(self) -> None:
        """End the generator."""
        await _Waiting(self._block, self._steps.aclose())


class _Waiting:
    """An awaitable whose steps run in a block; its other attributes are as they were."""

    def __init__(self, block: Block, awaitable: Any) -> None:
        self._block = block
        self._awaitable = awaitable

    def __await__(self) -> Any:
        return _Steps(self._block, self._steps())

    def _steps(self) -> Generator[Any, Any, Any]:
        """Leave each step to Python, for not every iterator can throw or close."""
        return (yield from self._awaitable.__await__())

    def __getattr__(self, name: str) -> Any:
        return getattr(self._awaitable, name)
