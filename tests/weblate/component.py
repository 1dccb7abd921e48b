"""This repository as a component of Weblate: how it is made, and what people do with it."""

from __future__ import annotations

import json
import re
import subprocess
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests

REPOSITORY = Path(__file__).resolve().parents[2]


class Api(requests.Session):
    """Weblate's REST API as one user sees it; an answer that is an error fails the test."""

    def __init__(self, url: str, token: str) -> None:
        super().__init__()
        self.url = url
        self.headers["Authorization"] = f"Token {token}"

    def request(self, method: str, url: str, **options: Any) -> requests.Response:
        """Send a request to an address below the API's own, or to one that an answer gave."""
        response = super().request(method, urljoin(self.url, url), timeout=120, **options)
        if not response.ok:
            raise requests.HTTPError(f"{method} {url}: {response.text[:2000]}", response=response)
        return response


@dataclass(frozen=True)
class Weblate:
    """A running Weblate as two people see it: a maintainer, and a translator with no more rights
    than every visitor who signs up.
    """

    maintainer: Api
    translator: Api


@dataclass(frozen=True)
class Component:
    """This repository as a component of Weblate, and a clone of what Weblate has committed."""

    weblate: Weblate
    path: str
    answer: dict[str, Any]
    clone: Path

    @property
    def localedir(self) -> Path:
        """The catalogues as last pulled."""
        return self.clone / "locales"

    def catalogue(self, locale: str) -> Path:
        """The file of a catalogue as last pulled."""
        return self.localedir / locale / "LC_MESSAGES" / "rv_i18n.po"

    def translations(self) -> dict[str, dict[str, Any]]:
        """What Weblate says of each catalogue, by the name of its directory."""
        answer = self.weblate.translator.get(f"components/{self.path}/translations/").json()
        return {Path(one["filename"]).parts[1]: one for one in answer["results"]}

    def units(self, locale: str, query: str) -> list[dict[str, Any]]:
        """The texts of a catalogue that a search finds."""
        answer = self.weblate.translator.get(
            self.translations()[locale]["units_list_url"],
            params={"q": query, "page_size": "1000"},
        )
        return answer.json()["results"]

    def unit(self, locale: str, symbol: str) -> dict[str, Any]:
        """One text, as the translator's page shows it."""
        (unit,) = self.units(locale, f'key:="{symbol}"')
        return unit

    def translate(self, locale: str, symbol: str, text: str) -> None:
        """Save a text as the translator who has finished it."""
        self.weblate.translator.patch(
            self.unit(locale, symbol)["url"], json={"state": 20, "target": [text]}
        )

    def add_language(self, language: str) -> None:
        """Start a translation into one more language."""
        self.weblate.translator.post(
            f"components/{self.path}/translations/", json={"language_code": language}
        )

    def pull(self) -> None:
        """Let Weblate commit what is pending, and fetch it as a maintainer would."""
        self.weblate.maintainer.post(
            f"components/{self.path}/repository/", json={"operation": "commit"}
        )
        self.git("pull", "--quiet")

    def git(self, *arguments: str) -> str:
        """Run git in the clone."""
        return git(self.clone, *arguments)


def make_component(weblate: Weblate, directory: Path) -> Component:
    """Make a component from the files of this repository, in a project named after ``directory``.

    Weblate refuses a repository on its own machine, so the files arrive in a zip archive, as do
    those of a project that has no public repository.
    """
    project = directory.name
    weblate.maintainer.post(
        "projects/", json={"name": project, "slug": project, "web": "https://example.org/"}
    )
    archive = directory / "repository.zip"
    with zipfile.ZipFile(archive, "w") as files:
        for name in tracked_files():
            files.write(REPOSITORY / name, name)
    fields = {"name": "rv-i18n", "slug": "rv-i18n", "vcs": "local", **settings()}
    with archive.open("rb") as upload:
        answer = weblate.maintainer.post(
            f"projects/{project}/components/",
            # A form, since it carries a file: what is no string goes as JSON.
            data={
                name: value if isinstance(value, str) else json.dumps(value)
                for name, value in fields.items()
            },
            files={"zipfile": upload},
        ).json()
    clone = directory / "clone"
    git(directory, "clone", "--quiet", answer["git_export"], str(clone))
    return Component(weblate, f"{project}/rv-i18n", answer, clone)


def settings() -> dict[str, Any]:
    """The settings of the component, read from CONTRIBUTING.md, where a maintainer finds them."""
    text = (REPOSITORY / "CONTRIBUTING.md").read_text(encoding="utf-8")
    section = re.search(
        r"^#+ Setting the Weblate component up$.*?^```json\n(.*?)^```$",
        text,
        re.DOTALL | re.MULTILINE,
    )
    assert section, "CONTRIBUTING.md has no JSON block of settings for Weblate"
    return json.loads(section[1])


def tracked_files() -> list[str]:
    """The files of the working tree that git tracks, or would once they are added."""
    names = git(REPOSITORY, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    return [name for name in names.split("\0") if (REPOSITORY / name).is_file()]


def git(directory: Path, *arguments: str) -> str:
    """Run git in ``directory`` and give what it prints."""
    return subprocess.run(
        ["git", "-C", directory, *arguments],
        check=True,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ).stdout
