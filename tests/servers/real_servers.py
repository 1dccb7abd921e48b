"""Runs a web server in a process of its own, in a Chinese environment."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).parent
BIN = Path(sys.executable).parent

COMMANDS = {
    "uvicorn": "uvicorn --port {port} --log-level critical --http h11 --loop asyncio {app}",
    "uvicorn (uvloop, httptools)": (
        "uvicorn --port {port} --log-level critical --http httptools --loop uvloop {app}"
    ),
    "hypercorn": "hypercorn --bind 127.0.0.1:{port} --log-level critical {app}",
    "daphne": "daphne --port {port} --verbosity 0 {app}",
    "granian": "granian --port {port} --interface asgi --log-level critical {app}",
    "granian (WSGI)": "granian --port {port} --interface wsgi --log-level critical {app}",
    "gunicorn (asgi)": "gunicorn --bind 127.0.0.1:{port} --worker-class asgi {app}",
    "gunicorn (sync)": "gunicorn --bind 127.0.0.1:{port} --log-level critical {app}",
    "gunicorn (gthread)": (
        "gunicorn --bind 127.0.0.1:{port} --log-level critical --worker-class gthread"
        " --threads 4 {app}"
    ),
    "gunicorn (gevent)": (
        "gunicorn --bind 127.0.0.1:{port} --log-level critical --worker-class gevent {app}"
    ),
    "waitress": "waitress-serve --listen 127.0.0.1:{port} {app}",
    "uWSGI": (
        "uwsgi --http-socket 127.0.0.1:{port} --module {app} --master --enable-threads --need-app"
        " --die-on-term --disable-logging"
    ),
}


def free_port():
    """A port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def serving(server, app):
    """Start a server with an application, ``module:name`` of this folder, and give its port."""
    port = free_port()
    name, *arguments = COMMANDS[server].format(port=port, app=app).split()
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith("LC_")},
        "LANGUAGE": "zh_CN",
        "PYTHONPATH": str(HERE),
        "PYTHONWARNINGS": "ignore",
    }
    process = subprocess.Popen(
        [BIN / name, *arguments],
        cwd=HERE,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    try:
        wait_until_it_listens(process, port)
        yield port
    finally:
        process.terminate()
        try:
            process.communicate(timeout=20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()


def wait_until_it_listens(process, port):
    deadline = time.monotonic() + 60
    while True:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=5).close()
        except OSError:
            assert process.poll() is None, process.stderr.read().decode()
            assert time.monotonic() < deadline
            time.sleep(0.05)
        else:
            return
