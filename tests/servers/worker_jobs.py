"""What workers and threads run in test_workers.py; a process that is spawned imports it."""

from __future__ import annotations

from rv_i18n import message, use_locale


def job(locale, code):
    """Return a text in the locale that was sent along."""
    with use_locale(locale):
        return message(code)


def initialize(locale):
    """Make a locale the one of a worker process, for all its jobs."""
    from rv_i18n import set_locale

    set_locale(locale)
