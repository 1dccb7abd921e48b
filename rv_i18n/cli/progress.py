"""Shows on a terminal that a command is still at work, once it takes over a second.

Rich draws it on standard error, and it is wiped away before anything else is printed.
"""

from __future__ import annotations

import sys
import time

TYPE_CHECKING = False
if TYPE_CHECKING:
    from rich.progress import Progress

AFTER = 1.0
"""The seconds that pass before anything is shown."""

_at_work: list[_Work] = []


def begin(name: str) -> None:
    """Show from now on, where standard error is a terminal, that ``name`` is at work."""
    if sys.stderr is not None and sys.stderr.isatty():
        _at_work.append(_Work(name))


def end() -> None:
    """Show nothing any more: the work is done, or something is about to be printed."""
    while _at_work:
        _at_work.pop().end()


class _Work:
    """What is at work, with a thread that waits until it is worth showing."""

    def __init__(self, name: str) -> None:
        from threading import Lock, Timer  # takes its time to load

        self._name = name
        self._began = time.monotonic()
        self._lock = Lock()
        self._ended = False
        self._shown: Progress | None = None
        self._timer = Timer(AFTER, self._show)
        self._timer.daemon = True
        self._timer.start()

    def _show(self) -> None:
        try:
            from rich.console import Console
            from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn
        except ModuleNotFoundError:  # message and search do without it
            return
        progress = Progress(
            SpinnerColumn("line"),  # of ASCII, whatever the terminal's encoding
            TextColumn("{task.description}", markup=False),
            TimeElapsedColumn(),
            console=Console(stderr=True),
            transient=True,
            redirect_stdout=False,
            redirect_stderr=False,
            get_time=time.monotonic,
        )
        progress.add_task(self._name, total=None)
        progress.tasks[0].start_time = self._began
        with self._lock:
            if not self._ended:
                progress.start()
                self._shown = progress

    def end(self) -> None:
        self._timer.cancel()
        with self._lock:
            self._ended = True
            if self._shown:
                self._shown.stop()
                self._shown = None
