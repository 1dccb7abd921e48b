"""What stands in the place of the current locale while a request is answered."""

from __future__ import annotations

from collections.abc import Callable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from .arguments import Key
    from .current import Places


class Request:
    """What a request asks for, found when it is first needed, and what was looked up in it.

    ``find`` returns the locale as ``frozen`` does. If ``follows``, it is asked each time.
    ``was_read`` says whether the current locale was needed, whatever it was. ``languages`` are the
    catalogues of the texts that were found for it, in that order.
    """

    __slots__ = ("_find", "_follows", "_locale", "languages", "was_read")

    def __init__(self, find: Callable[[], Key], *, follows: bool = False) -> None:
        self._find = find
        self._follows = follows
        self._locale: Key | None = None
        self.languages: dict[str, None] = {}
        self.was_read = False

    @property
    def locale(self) -> Key:
        """The locale that the request asks for."""
        if self._follows:
            return self._find()
        if self._locale is None:
            self._locale = self._find()
        return self._locale


class InRequest:
    """A request, and the blocks that are open in it in one thread or task.

    It cannot be a key of a dictionary. So a look-up finds no answer that was given before, and
    goes the way that tells the request what was found.
    """

    __slots__ = ("places", "request")
    __hash__ = None  # type: ignore[assignment]

    def __init__(self, request: Request, places: Places = ()) -> None:
        self.request = request
        self.places = places
