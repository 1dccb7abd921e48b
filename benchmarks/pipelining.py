"""Measures pipelined requests to uvicorn, to a bare application and behind the middleware.

A small JSON answer is asked for again and again on one connection. The server runs in a process of
its own, and tells the processor time and the memory that it has used so far.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Callable

from . import site

PROTOCOLS = {"h11": ("h11", "asyncio"), "httptools and uvloop": ("httptools", "uvloop")}
ACCEPT = "ja-JP, en;q=0.5"
BATCH = 50
"""Requests that are sent at once; uvicorn stops reading where many wait."""


def measure(where: Path, *, short: bool) -> dict[str, Any]:
    """Return what each protocol took, bare and behind the middleware."""
    requests = 4_000 if short else 40_000
    return {
        name: site.run(where, "pipelining", *protocol, requests)
        for name, protocol in PROTOCOLS.items()
        if all(find_spec(module) for module in (*protocol, "uvicorn", "starlette"))
    }


def main(protocol: str, loop: str, requests: int) -> dict[str, Any]:
    """Measure one protocol."""
    marks = [0, requests // 4, 3 * requests // 4, requests]
    bare, ours = [], []
    for _ in range(3):  # interleaved; the best of each counts
        for app, runs in (("bare", bare), ("service", ours)):
            with serving(app, protocol, loop) as port:
                runs.append(asked(port, marks, ACCEPT))
    took = {
        name: min(run[-1][0] - run[0][0] for run in runs)
        for name, runs in (("bare", bare), ("ours", ours))
    }
    slices = [((run[1][0] - run[0][0]), (run[3][0] - run[2][0])) for run in ours]
    with serving("service", protocol, loop) as port:
        long = asked(port, [0, requests // 40, requests], f"{ACCEPT}{', x' * 10_000}")
    return {
        "requests": requests,
        **took,
        "first_quarter": min(first for first, _ in slices),
        "last_quarter": min(last for _, last in slices),
        "memory_early": long[1][1],
        "memory_late": long[2][1],
    }


def asked(port: int, marks: list[int], accept: str) -> list[list[float]]:
    """Send requests on one connection; return the processor time and the memory at each mark."""
    told = []
    with socket.create_connection(("127.0.0.1", port)) as connection:
        stream = connection.makefile("rb")

        def ask(path: str, times: int) -> bytes:
            line = f"GET {path} HTTP/1.1\r\nHost: x\r\nAccept-Language: {accept}\r\n\r\n"
            connection.sendall(line.encode() * times)
            return [answer(stream) for _ in range(times)][-1]

        ask("/", 2 * BATCH)  # warm
        sent = 0
        batch = BATCH if len(accept) < 1000 else 1
        for mark in marks:
            while sent < mark:
                ask("/", batch)
                sent += batch
            told.append(json.loads(ask("/usage", 1)))
    return told


def answer(stream: Any) -> bytes:
    """Read an answer, and return its body."""
    length = 0
    for line in iter(stream.readline, b"\r\n"):
        name, _, value = line.partition(b":")
        if name.lower() == b"content-length":
            length = int(value)
    body: bytes = stream.read(length)
    return body


@contextmanager
def serving(app: str, protocol: str, loop: str) -> Iterator[int]:
    """Run uvicorn with one of the applications below, and give its port."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    options = ["--port", str(port), "--http", protocol, "--loop", loop, "--log-level", "critical"]
    longest = ["--h11-max-incomplete-event-size", "100000"]
    command = [
        sys.executable,
        "-m",
        "uvicorn",
        *options,
        *longest,
        "--factory",
        f"benchmarks.pipelining:{app}",
    ]
    process = subprocess.Popen(command)
    try:
        while True:
            try:
                socket.create_connection(("127.0.0.1", port)).close()
                break
            except OSError:
                time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def usage() -> list[float]:
    """The processor time of this process in seconds, and its memory in bytes."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return [time.process_time(), pages * os.sysconf("SC_PAGE_SIZE")]


def application(text: Callable[[], str]) -> Any:
    """An application of Starlette's that answers with a text, as JSON."""
    from starlette.applications import Starlette
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    async def answer(request: object) -> Any:
        return JSONResponse({"error": text()})

    async def used(request: object) -> Any:
        return JSONResponse(usage())

    return Starlette(routes=[Route("/", answer), Route("/usage", used)])


def bare() -> Any:
    """The application by itself, which names the locale."""
    from rv_i18n import message

    return application(lambda: message(604, "ja"))


def service() -> Any:
    """The application behind the middleware, which finds the locale."""
    from rv_i18n import message
    from rv_i18n.web import ASGIMiddleware

    return ASGIMiddleware(application(lambda: message(604)))


if __name__ == "__main__":
    print(json.dumps(main(sys.argv[1], sys.argv[2], int(sys.argv[3]))))
