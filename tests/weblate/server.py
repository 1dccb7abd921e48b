"""A real Weblate on loopback, in a temporary directory, with a PostgreSQL, a Redis and a git daemon
of its own.

``install.sh`` beside this file installs what runs here. By hand::

    python tests/weblate/server.py

starts Weblate with the components that docs/weblate.md describes still to be made, prints where it
is and how to sign in, and where git repositories can be put for it, and stops everything on Ctrl-C.
"""

from __future__ import annotations

import os
import secrets
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
INSTALL = "run tests/weblate/install.sh"

# PostgreSQL refuses to run as root: there, Debian's own user for it does.
DATABASE_USER = "postgres"

START_SECONDS = 120
STOP_SECONDS = 30


class ServerError(Exception):
    """Weblate, or something that it needs, is not installed or does not start."""


@dataclass(frozen=True)
class Remote:
    """A host of git repositories: those in ``directory``, read and written at ``url``."""

    url: str
    directory: Path


@dataclass(frozen=True)
class Server:
    """A running Weblate: where it is, what its administrator signs in with, and its git host."""

    url: str
    remote: Remote
    admin: str
    password: str
    weblate: Path
    environment: Mapping[str, str]

    def manage(self, *arguments: str) -> str:
        """Run a management command of Weblate and return its output."""
        done = subprocess.run(
            [self.weblate, *arguments],
            env=self.environment,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
        )
        if done.returncode:
            raise ServerError(f"weblate {arguments[0]} failed:\n{done.stdout}{done.stderr}")
        return done.stdout

    def token(self, username: str) -> str:
        """Make an API token for a user."""
        # "Generated token wlu_... for user NAME"
        return self.manage("drf_create_token", "--skip-checks", username).split()[2]


@contextmanager
def running() -> Iterator[Server]:
    """Start Weblate and, however the block is left, stop it and remove what it wrote."""
    weblate = environment_directory() / "bin" / "weblate"
    if not weblate.exists():
        raise ServerError(f"no Weblate in {environment_directory()}: {INSTALL}")
    with ExitStack() as stack:
        stack.enter_context(signals_unwind())
        root = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="rv-i18n-weblate-")))
        root.chmod(0o711)  # The database's user has to get at its own part.
        stack.enter_context(postgresql(root))
        stack.enter_context(redis(root))
        remote = stack.enter_context(git_daemon(root))

        port = free_port()
        server = Server(
            url=f"http://127.0.0.1:{port}/",
            remote=remote,
            admin="admin",
            password=secrets.token_urlsafe(),
            weblate=weblate,
            environment={
                **os.environ,
                "DJANGO_SETTINGS_MODULE": "weblate_settings",
                "PYTHONPATH": str(HERE),
                "PYTHONDONTWRITEBYTECODE": "1",
                "RV_I18N_WEBLATE_ROOT": str(root),
                "RV_I18N_WEBLATE_DOMAIN": f"127.0.0.1:{port}",
            },
        )
        server.manage("migrate", "--skip-checks", "--verbosity=0")
        server.manage("createadmin", f"--username={server.admin}", f"--password={server.password}")
        stack.enter_context(
            process(
                [weblate, "runserver", f"127.0.0.1:{port}", "--noreload", "--skip-checks"],
                ready=lambda: answers(f"{server.url}healthz/"),
                log=root / "weblate.log",
                env=server.environment,
            )
        )
        yield server


def environment_directory() -> Path:
    """Where install.sh puts Weblate unless it is told otherwise."""
    if named := os.environ.get("RV_I18N_WEBLATE"):
        return Path(named)
    cache = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(cache, "rv-i18n", "weblate")


@contextmanager
def postgresql(root: Path) -> Iterator[None]:
    """Run an empty PostgreSQL that listens on a socket in ``root/postgresql`` alone."""
    programs = postgresql_programs()
    user = DATABASE_USER if os.geteuid() == 0 else None
    data = root / "postgresql"
    data.mkdir(mode=0o700)
    if user:
        shutil.chown(data, user)
    subprocess.run(
        [
            programs / "initdb",
            f"--pgdata={data}",
            "--username=weblate",
            "--auth=trust",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ],
        check=True,
        cwd=root,
        stdout=subprocess.DEVNULL,
        **credentials(user),
    )
    settings = {
        "listen_addresses": "",
        "unix_socket_directories": data,
        # What is lost when the machine stops is thrown away anyway.
        "fsync": "off",
        "full_page_writes": "off",
        "synchronous_commit": "off",
    }
    with process(
        [programs / "postgres", "-D", data, *(f"--{name}={settings[name]}" for name in settings)],
        ready=lambda: succeeds(programs / "pg_isready", f"--host={data}", "--quiet"),
        log=root / "postgresql.log",
        stop=signal.SIGINT,  # Fast shutdown: it does not wait for clients to leave.
        **credentials(user),
    ):
        yield


def postgresql_programs() -> Path:
    """Find the directory of PostgreSQL's server programs, which Debian keeps out of PATH."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = Path("/usr/lib/postgresql").glob("*/bin/initdb")
    if newest := max(versions, key=lambda path: float(path.parts[-3]), default=None):
        return newest.parent
    raise ServerError(f"no PostgreSQL server: {INSTALL}")


@contextmanager
def redis(root: Path) -> Iterator[None]:
    """Run an empty Redis that listens on ``redis.sock`` in ``root`` alone."""
    program = shutil.which("redis-server")
    if not program:
        raise ServerError(f"no Redis server: {INSTALL}")
    path = root / "redis.sock"
    with process(
        [program, "--port", "0", "--unixsocket", path, "--save", "", "--dir", root],
        ready=lambda: succeeds("redis-cli", "-s", path, "ping"),
        log=root / "redis.log",
    ):
        yield


@contextmanager
def git_daemon(root: Path) -> Iterator[Remote]:
    """Run a host of git repositories that anyone on this machine may push to."""
    directory = root / "git"
    directory.mkdir()
    port = free_port()
    programs = subprocess.run(["git", "--exec-path"], check=True, capture_output=True, text=True)
    with process(
        [
            Path(programs.stdout.strip(), "git-daemon"),
            "--listen=127.0.0.1",
            f"--port={port}",
            f"--base-path={directory}",
            "--export-all",
            "--enable=receive-pack",
        ],
        ready=lambda: connects(port),
        log=root / "git.log",
    ):
        yield Remote(f"git://127.0.0.1:{port}/", directory)


@contextmanager
def process(
    command: Sequence[str | Path],
    *,
    ready: Callable[[], bool],
    log: Path,
    stop: signal.Signals = signal.SIGTERM,
    **options: Any,
) -> Iterator[None]:
    """Run ``command`` until the block is left, which begins when ``ready`` says so.

    ``options`` are those of ``subprocess``.
    """
    with log.open("wb") as output:
        child = subprocess.Popen(
            command,
            cwd=log.parent,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            # Ctrl-C in a terminal is for this program alone, which then stops the others in order.
            start_new_session=True,
            **options,
        )
    try:
        deadline = time.monotonic() + START_SECONDS
        while not ready():
            if child.poll() is not None or time.monotonic() > deadline:
                tail = log.read_text(errors="replace")[-5000:]
                raise ServerError(f"{Path(command[0]).name} did not start:\n{tail}")
            time.sleep(0.1)
        yield
    finally:
        child.send_signal(stop)
        try:
            child.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()


def credentials(user: str | None) -> dict[str, Any]:
    """The arguments for ``subprocess`` that run a program as another user."""
    return {"user": user, "group": user, "extra_groups": []} if user else {}


@contextmanager
def signals_unwind() -> Iterator[None]:
    """Let a request to end unwind the stack as Ctrl-C does, so that nothing is left running."""

    def interrupt(number: int, frame: object) -> None:
        signal.signal(number, signal.SIG_IGN)  # Once is enough, and the end may take a second.
        raise KeyboardInterrupt(signal.Signals(number).name)

    previous = {
        number: signal.signal(number, interrupt) for number in (signal.SIGTERM, signal.SIGHUP)
    }
    try:
        yield
    finally:
        for number, handler in previous.items():
            signal.signal(number, handler)


def free_port() -> int:
    """A port of loopback on which nothing listens."""
    with socket.create_server(("127.0.0.1", 0)) as probe:
        return probe.getsockname()[1]


def succeeds(*command: str | Path) -> bool:
    """Whether a command that takes no input ends well; what it prints is of no interest."""
    done = subprocess.run(command, stdin=subprocess.DEVNULL, capture_output=True, check=False)
    return done.returncode == 0


def connects(port: int) -> bool:
    """Whether something listens on a port of loopback."""
    try:
        socket.create_connection(("127.0.0.1", port), START_SECONDS).close()
    except OSError:
        return False
    return True


def answers(url: str) -> bool:
    """Whether a web server answers, and well."""
    try:
        with urllib.request.urlopen(url, timeout=START_SECONDS):
            return True
    except urllib.error.URLError:
        return False


def main() -> int:
    """Run Weblate until told to stop."""
    print("Starting Weblate, which takes about a minute", file=sys.stderr)
    try:
        with running() as server:
            print(f"{server.url} as {server.admin}, password {server.password}")
            print(f"{server.remote.url} is {server.remote.directory}", flush=True)
            signal.pause()
    except KeyboardInterrupt:
        print("Stopped", file=sys.stderr)
    except ServerError as error:
        print(f"server.py: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
