"""Stops render tasks with rayvision-api, and says what went wrong in a language of one's choice.

rayvision-api pins old versions of what it needs, so give it an environment of its own, of Python
3.9 to 3.11::

    pip install rv-i18n rayvision-api
    RAYVISION_API_ACCESS_ID=... RAYVISION_API_KEY=... python renderfarm_script.py 1234 5678 -l ja
"""

from __future__ import annotations

import argparse
import logging
import sys

from rayvision_api import RayvisionAPI
from rayvision_api.exception import RayvisionError

from rv_i18n import message


def explain(error: RayvisionError, locale: str | None) -> str:
    """The error in the reader's language, or in the farm's own words where its code is unknown."""
    return message(error.error_code, locale, default=error.error)


def main() -> int:
    """Stop the tasks that are named on the command line."""
    parser = argparse.ArgumentParser(description="Stops tasks on the render farm.")
    parser.add_argument("task", nargs="+", type=int)
    parser.add_argument("-l", "--locale", help="default: the current locale")
    parser.add_argument("--domain", default="task.renderbus.com")
    parser.add_argument("--protocol", default="https")
    options = parser.parse_args()
    # Without a logger of ours, the SDK writes log files below the home directory.
    logger = logging.getLogger("renderfarm")
    status = 0
    try:
        api = RayvisionAPI(domain=options.domain, protocol=options.protocol, logger=logger)
    except RayvisionError as error:
        sys.exit(explain(error, options.locale))
    for task in options.task:
        try:
            api.task.stop_task([task])
        except RayvisionError as error:
            print(f"{task}: {explain(error, options.locale)}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
