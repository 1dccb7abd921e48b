"""``LocaleMiddleware`` makes the language of Django's translations the current locale.

It stands first in Django's ``MIDDLEWARE``::

    MIDDLEWARE = [
        "rv_i18n.django.LocaleMiddleware",
        "django.middleware.locale.LocaleMiddleware",
        ...,
    ]
"""

from __future__ import annotations

from asgiref.sync import iscoroutinefunction, markcoroutinefunction
from django.http import FileResponse
from django.utils.translation import get_language

from ._engine.current import process
from ._engine.request import Request
from ._web.blocks import RequestBlock

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Iterable, Iterator
    from typing import Any

    from ._engine.arguments import Key

__all__ = ["LocaleMiddleware"]


class LocaleMiddleware:
    """Lets every look-up of a request follow ``django.utils.translation.get_language()``.

    So a view, a template, an error handler and a stream find their texts in the language that
    Django's own texts are in: that of Django's ``LocaleMiddleware``, of ``i18n_patterns``, of the
    user, or of ``translation.override``. What Django caches by its language is right for ours.

    The response's headers are left to Django, whose ``LocaleMiddleware`` sets them.
    """

    sync_capable = async_capable = True

    def __init__(self, get_response: Callable[[Any], Any]) -> None:
        self._get_response = get_response
        if iscoroutinefunction(get_response):
            markcoroutinefunction(self)

    def __call__(self, request: Any) -> Any:
        """Answer a request; the answer is to be awaited where Django awaits it."""
        block = RequestBlock(Request(_language, follows=True))
        if iscoroutinefunction(self):
            return self._answer(request, block)
        with block:
            response = self._get_response(request)
        return _stepped(response, block)

    async def _answer(self, request: Any, block: RequestBlock) -> Any:
        with block:
            response = await self._get_response(request)
        return _stepped(response, block)


def _language() -> Key:
    """Return Django's language; without one it is the service's choice, else the default."""
    return get_language() or process.locale or "*"


def _stepped(response: Any, block: RequestBlock) -> Any:
    """Return a response whose stream, if it is one, runs each of its steps in the block."""
    if response.streaming and not isinstance(response, FileResponse):
        steps = _asynchronous_steps if response.is_async else _steps
        response.streaming_content = steps(response.streaming_content, block)
    return response


def _steps(content: Iterable[bytes], block: RequestBlock) -> Iterator[bytes]:
    iterator = iter(content)
    while True:
        with block:
            try:
                part = next(iterator)
            except StopIteration:
                return
        yield part


async def _asynchronous_steps(content: Any, block: RequestBlock) -> AsyncIterator[bytes]:
    iterator = content.__aiter__()
    while True:
        with block:
            try:
                part = await iterator.__anext__()
            except StopAsyncIteration:
                return
        yield part
