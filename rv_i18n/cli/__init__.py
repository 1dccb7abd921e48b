"""The command ``rv-i18n``: runs a subcommand and reports errors.

Exit status: 0 done; 1 the answer is no; 2 wrong usage, or a file that cannot be read.
"""

from __future__ import annotations

import gc
import sys
import warnings
from collections.abc import Sequence

from .._engine.errors import CatalogError, CatalogWarning
from . import progress
from .arguments import make_parser
from .exit import DONE, INTERRUPTED, discard, fail, file_name
from .streams import set_up

_LIBRARIES = ("babel", "docutils", "jinja2", "rich", "tomli")
"""What ``rv-i18n[tools]`` brings. ``message`` and ``search`` need none of it."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    set_up()
    collected = gc.isenabled()
    gc.disable()  # a command soon ends, and of 100,000 codes this takes a third of its time
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", CatalogWarning)  # a look-up only warns of a broken file
            status = _run(arguments)
        sys.stdout.flush()
    except (CatalogError, CatalogWarning) as error:
        return fail(str(error))
    except ModuleNotFoundError as error:
        name = (error.name or "").partition(".")[0]
        if name not in _LIBRARIES:
            raise
        return fail(f"this command needs {name}: pip install 'rv-i18n[tools]'")
    except UnicodeEncodeError as error:  # only where PYTHONIOENCODING says "strict"
        return fail(f"standard output: {error.encoding} cannot write {error.object[error.start]!a}")
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:  # the reader, such as "head -1", needs no more
        discard(sys.stdout)
        status = DONE
    except OSError as error:
        if error.filename is None:  # standard output failed
            discard(sys.stdout)
        return fail(f"{file_name(error)}: {error.strerror}")
    finally:
        if collected:
            gc.enable()
    return status


def _run(arguments: Sequence[str] | None) -> int:
    try:
        options = make_parser().parse_args(arguments)
    except SystemExit as done:  # from argparse, after --help, --version and wrong usage
        return int(done.code or DONE)
    progress.begin(f"rv-i18n {options.command}")
    try:
        return int(options.run(options))
    finally:
        progress.end()
