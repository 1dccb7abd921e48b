"""Stops render tasks with rayvision-api, and reports errors in the language of your choice.

rayvision-api pins old versions of its dependencies, so give it its own environment, with Python 3.9
to 3.11::

    pip install rv-i18n rayvision-api
    RAYVISION_API_ACCESS_ID=... RAYVISION_API_KEY=... python renderfarm_script.py 1234 5678 -l ja
"""

from __future__ import annotations

import argparse
import logging
import sys
from json import JSONDecodeError

import requests
from rayvision_api import RayvisionAPI
from rayvision_api.connect import Connect
from rayvision_api.exception import RayvisionAPIError, RayvisionError
from tenacity import retry_if_exception

from rv_i18n import describe, set_locale

# Every str(error), and so every log line and traceback, is a sentence with the number. A log has
# one language, whoever is served.
RayvisionAPIError.__str__ = RayvisionError.__str__ = lambda error: describe(error, "en")

MOMENTARY = {"100", "500", "1000"}
"""The farm's codes that a second try can help."""


def is_momentary(error: BaseException) -> bool:
    """Whether a second try can help: the farm or the network has a moment's trouble."""
    if isinstance(error, RayvisionAPIError):
        return str(error.error_code) in MOMENTARY
    if isinstance(error, requests.exceptions.SSLError):
        return False
    # A page of a gateway is what cannot be decoded.
    return isinstance(error, (requests.ConnectionError, requests.Timeout, JSONDecodeError))


# Without this line the SDK tries five times in six seconds, whatever the error: a wrong signature,
# or a parameter that the SDK itself refuses.
Connect.post.retry.retry = retry_if_exception(is_momentary)


def main() -> int:
    """Stop the tasks that are named on the command line."""
    parser = argparse.ArgumentParser(description="Stops tasks on the render farm.")
    parser.add_argument("task", nargs="+", type=int)
    parser.add_argument("-l", "--locale", help="default: the current locale")
    parser.add_argument("--domain", default="task.renderbus.com")
    parser.add_argument("--protocol", default="https")
    options = parser.parse_args()
    set_locale(options.locale)
    # Without our own logger, the SDK writes log files below the home directory.
    logger = logging.getLogger("renderfarm")
    status = 0
    try:
        api = RayvisionAPI(domain=options.domain, protocol=options.protocol, logger=logger)
    except Exception as error:
        sys.exit(describe(error))
    for task in options.task:
        try:
            api.task.stop_task([task])
        except Exception as error:
            print(f"{task}: {describe(error)}", file=sys.stderr)
            status = 1
    return status


if __name__ == "__main__":
    sys.exit(main())
