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
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from .harness import Row, run

PROTOCOLS = {"h11": ("h11", "asyncio"), "httptools, uvloop": ("httptools", "uvloop")}
ACCEPT = "ja-JP, en;q=0.5"
LONG = f"{ACCEPT}{', x' * 10_000}"
BATCH = 50
"""Requests that are sent at once; uvicorn stops reading where many wait."""


def measure(site: Path, *, short: bool) -> list[Row]:
    """Return the rows of each protocol that is installed."""
    requests = 4_000 if short else 40_000
    rows = []
    for name, protocol in PROTOCOLS.items():
        if all(find_spec(module) for module in (*protocol, "uvicorn", "starlette")):
            took = run(site, "pipelining", *protocol, requests)
            what, bare, behind = (f"{requests:,} pipelined requests ({name})", *took["all"])
            first, last = took["quarters"]
            grown = took["grown"] / 1e6
            rows += [
                Row(what, f"{behind:.2f} s", "the bare application", behind / bare, 1.3),
                Row(f"the last quarter ({name})", f"{last:.2f} s", "the first", last / first, 1.1),
                Row(f"{what} with 30 kB of header", f"{grown:.2f} MB more", "1 MB", grown, 2.0),
            ]
    return rows


def main(protocol: str, loop: str, requests: int) -> dict[str, Any]:
    """Measure one protocol."""
    quarters = [0, requests // 4, 3 * requests // 4, requests]
    runs: dict[str, list[list[float]]] = {"bare": [], "service": []}
    for _ in range(3):  # interleaved; the best of each counts
        for app, told in runs.items():
            with serving(app, protocol, loop) as port:
                told.append([seconds for seconds, _ in asked(port, quarters, ACCEPT)])
    with serving("service", protocol, loop) as port:
        (_, early), (_, late) = asked(port, [requests // 40, requests], LONG)
    service = runs["service"]
    return {
        "all": [min(end - start for start, _, _, end in told) for told in runs.values()],
        "quarters": [
            min(second - first for first, second, _, _ in service),
            min(last - third for _, _, third, last in service),
        ],
        "grown": late - early,
    }


def asked(port: int, marks: list[int], accept: str) -> list[tuple[float, float]]:
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
        batch = BATCH if accept == ACCEPT else 1
        for mark in marks:
            while sent < mark:
                ask("/", batch)
                sent += batch
            told.append(tuple(json.loads(ask("/usage", 1))))
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
    options = f"--port {port} --http {protocol} --loop {loop} --log-level critical --factory"
    longest = "--h11-max-incomplete-event-size 100000"
    command = f"-m uvicorn {options} {longest} benchmarks.pipelining:{app}"
    process = subprocess.Popen([sys.executable, *command.split()])
    try:
        while process.poll() is None:
            with suppress(OSError):
                socket.create_connection(("127.0.0.1", port)).close()
                break
            time.sleep(0.05)
        yield port
    finally:
        process.terminate()
        process.wait()


def application(text: Callable[[], str]) -> Any:
    """An application of Starlette's that answers with a text, as JSON, and tells what it used."""
    from starlette.applications import Starlette
    from starlette.responses import JSONResponse
    from starlette.routing import Route

    async def message(request: object) -> Any:
        return JSONResponse({"error": text()})

    async def usage(request: object) -> Any:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return JSONResponse([time.process_time(), pages * os.sysconf("SC_PAGE_SIZE")])

    return Starlette(routes=[Route("/", message), Route("/usage", usage)])


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
    json.dump(main(sys.argv[1], sys.argv[2], int(sys.argv[3])), sys.stdout)
