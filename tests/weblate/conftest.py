"""Fixtures of the Weblate tests: the server, which starts once, and components in it."""

from __future__ import annotations

from collections.abc import Iterator
from urllib.parse import urljoin

import pytest
import server
from component import (
    Api,
    Component,
    Weblate,
    make_beside,
    make_codes,
    make_component,
    settings_of,
    sign_in,
)  # fmt: skip
from trees import Studio

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
        translator = Api(api, running.token("translator"))
        browser = sign_in(running.url, running.admin, running.password)
        yield Weblate(maintainer, translator, browser, running.remote)


@pytest.fixture(scope="session")
def codes(weblate: Weblate, tmp_path_factory: pytest.TempPathFactory) -> Component:
    """The error codes of this repository, which no test changes."""
    return make_codes(weblate, tmp_path_factory.mktemp("untouched"))


@pytest.fixture(scope="session")
def words(codes: Component) -> Component:
    """The page's words beside them, which no test changes."""
    return make_beside(codes, "The words of the page")


@pytest.fixture(scope="session")
def failures(codes: Component) -> Component:
    """The sentences for failures of the connection beside them, which no test changes."""
    return make_beside(codes, "The failures of the connection")


@pytest.fixture
def component(weblate: Weblate, studio: Studio) -> Component:
    """That project in Weblate, set up as docs/weblate.md says for the error codes."""
    settings = settings_of("The error codes")
    for name in ("filemask", "template", "new_base"):
        settings[name] = settings[name].replace("rv_i18n", "my_studio")
    return make_component(weblate, studio.root, settings)
