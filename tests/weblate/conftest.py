"""Fixtures of the Weblate tests: the server, which starts once, and components in it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urljoin

import pytest
import server
from component import Api, Component, Weblate, make_component

# Weblate imports it, in the environment where Weblate is; the doctest collector must not.
collect_ignore = ["weblate_settings.py"]


@pytest.fixture(scope="session")
def weblate() -> Iterator[Weblate]:
    """A Weblate with nothing in it but its users."""
    with server.running() as running:
        api = urljoin(running.url, "api/")
        maintainer = Api(api, running.token(running.admin))
        maintainer.post(
            "users/",
            json={
                "username": "translator",
                "full_name": "Tomoko Tanaka",
                "email": "translator@example.org",
                "is_active": True,
            },
        )
        yield Weblate(maintainer, Api(api, running.token("translator")))


@pytest.fixture
def component(weblate: Weblate, tmp_path: Path) -> Component:
    """A fresh component, set up as CONTRIBUTING.md says, in a project of the test's own."""
    return make_component(weblate, tmp_path)


@pytest.fixture(scope="session")
def untouched(weblate: Weblate, tmp_path_factory: pytest.TempPathFactory) -> Component:
    """A component that no test changes."""
    return make_component(weblate, tmp_path_factory.mktemp("untouched"))
