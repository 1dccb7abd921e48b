"""Weblate components with a repository: how they are made, and what people do in them."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests
from repository import begin, commit, git
from server import Remote

REPOSITORY = Path(__file__).resolve().parents[2]

BRANCH = "origin/weblate"
"""Where a maintainer finds what Weblate has pushed."""


class Api(requests.Session):
    """Weblate's REST API as one user sees it; an error response fails the test."""

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


def submit(
    browser: requests.Session, page: str, fields: dict[str, str], action: str = ""
) -> requests.Response:
    """Send a form of a page, to ``action`` where it is not the page itself."""
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(page).text)
    assert token, f"{page} has no form"
    answer = browser.post(
        urljoin(page, action),
        data={**fields, "csrfmiddlewaretoken": token[1]},
        headers={"Referer": page},
    )
    assert answer.ok, answer.text
    return answer


def sign_in(url: str, username: str, password: str) -> requests.Session:
    """Sign in on the sign-in page, and return the browser session."""
    browser = requests.Session()
    page = urljoin(url, "accounts/login/")
    answer = submit(browser, page, {"username": username, "password": password})
    assert answer.url == url, "the sign-in was refused"
    return browser


@dataclass(frozen=True)
class Weblate:
    """A running Weblate as two people see it: a maintainer, and a translator with no more rights
    than every visitor who signs up; ``browser`` is one in which the maintainer is signed in.
    """

    maintainer: Api
    translator: Api
    browser: requests.Session
    remote: Remote

    def url(self, path: str) -> str:
        """The address of a page."""
        return urljoin(self.maintainer.url, f"/{path}")


@dataclass(frozen=True)
class Component:
    """A component, and the maintainer's clone of the repository behind it.

    ``path`` is the project's and the component's short names.
    """

    weblate: Weblate
    path: str
    answer: dict[str, Any]
    clone: Path

    def run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        """Run ``rv-i18n`` in the maintainer's clone."""
        return subprocess.run(
            [sys.executable, "-m", "rv_i18n", *arguments],
            cwd=self.clone,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    def findings(self) -> set[tuple[str, str, str]]:
        """Locale, symbol and rule of what ``lint`` finds, except warnings."""
        done = self.run("lint", "--format", "json")
        found = json.loads(done.stdout)
        errors = {
            (one["locale"], one["symbol"], one["rule"])
            for one in found
            if one["severity"] == "error"
        }
        assert done.returncode == bool(errors), done.stderr
        return errors

    # What translators do.

    def translations(self) -> dict[str, dict[str, Any]]:
        """What Weblate says of each catalogue, by the name of its directory."""
        answer = self.weblate.translator.get(f"components/{self.path}/translations/").json()
        files = {one["filename"]: one for one in answer["results"]}
        return {Path(name).parts[-3]: files[name] for name in files if name.endswith(".po")}

    def units(self, locale: str, query: str) -> list[dict[str, Any]]:
        """The texts of a catalogue that a search finds."""
        answer = self.weblate.translator.get(
            self.translations()[locale]["units_list_url"],
            params={"q": query, "page_size": "1000"},
        )
        return answer.json()["results"]

    def unit(self, locale: str, msgid: str) -> dict[str, Any]:
        """One text, as the translator's page shows it."""
        field = "key" if self.answer["template"] else "source"
        (unit,) = self.units(locale, f'{field}:="{msgid}"')
        return unit

    def translate(self, locale: str, msgid: str, text: str) -> None:
        """Save a finished text as the translator."""
        self.weblate.translator.patch(
            self.unit(locale, msgid)["url"], json={"state": 20, "target": [text]}
        )

    def add_language(self, language: str, who: Api | None = None) -> None:
        """Start a translation into one more language."""
        (who or self.weblate.translator).post(
            f"components/{self.path}/translations/", json={"language_code": language}
        )

    # What Weblate and the maintainer do.

    def operate(self, operation: str) -> dict[str, Any]:
        """Let Weblate ``commit``, ``push`` or ``pull``, as the maintainer can from its menu."""
        return self.weblate.maintainer.post(
            f"components/{self.path}/repository/", json={"operation": operation}
        ).json()

    def state(self) -> dict[str, Any]:
        """How Weblate's repository differs from the remote, and whether it is locked."""
        maintainer = self.weblate.maintainer
        state = maintainer.get(f"components/{self.path}/repository/").json()
        lock = maintainer.get(f"components/{self.path}/lock/").json()
        names = ("needs_commit", "needs_merge", "needs_push", "merge_failure")
        return {"locked": lock["locked"], **{name: state[name] for name in names}}

    def change_settings(self, **changed: Any) -> None:
        """Change settings of the component."""
        self.weblate.maintainer.patch(f"components/{self.path}/", json=changed)

    def push_main(self, message: str) -> None:
        """Commit what the maintainer has changed, push it, and tell Weblate as GitHub does."""
        commit(self.clone, message)
        self.push()

    def push(self) -> None:
        """Push the maintainer's main, and tell Weblate as GitHub does."""
        git(self.clone, "push", "--quiet", "origin", "main")
        url = self.answer["repo"]
        answer = requests.post(
            self.weblate.url("hooks/github/"),
            json={
                "ref": "refs/heads/main",
                "repository": {
                    "name": "rv-i18n",
                    "owner": {"login": "renderbus"},
                    "url": url,
                    "clone_url": url,
                },
            },
            headers={"X-GitHub-Event": "push"},
            timeout=120,
        )
        assert answer.json()["match_status"]["enabled_hook_matches"] == 1

    def fetch(self) -> None:
        """Let Weblate commit and push what it has, and bring it into the maintainer's clone."""
        self.operate("commit")
        assert self.operate("push")["result"]
        git(self.clone, "fetch", "--quiet")

    def merge(self) -> None:
        """Bring what Weblate has into the maintainer's main."""
        self.fetch()
        git(self.clone, "merge", "--quiet", "--no-edit", BRANCH)


def publish(directory: Path, remote: Remote, name: str) -> str:
    """Put a directory under git, as a clone whose main is on the remote; return the URL."""
    bare = remote.directory / f"{name}.git"
    git(directory, "init", "--quiet", "--bare", "--initial-branch=main", bare)
    begin(directory)
    git(directory, "remote", "add", "origin", str(bare))
    git(directory, "push", "--quiet", "--set-upstream", "origin", "main")
    return f"{remote.url}{name}.git"


def make_component(weblate: Weblate, directory: Path, settings: dict[str, Any]) -> Component:
    """Make a project named after ``directory``, with a component of the repository there."""
    name = directory.name
    weblate.maintainer.post(
        "projects/", json={"name": name, "slug": name, "web": "https://example.org/"}
    )
    url = publish(directory, weblate.remote, name)
    return add_component(weblate, name, directory, {**settings, "repo": url, "push": url})


def add_component(
    weblate: Weblate, project: str, clone: Path, settings: dict[str, Any]
) -> Component:
    """Make a component in an existing project."""
    settings = dict(settings)
    if language := settings.get("secondary_language"):
        # The settings page shows a name, the API wants a number.
        language = weblate.maintainer.get(f"languages/{language}/").json()["id"]
        settings["secondary_language"] = language
    answer = weblate.maintainer.post(f"projects/{project}/components/", json=settings).json()
    return Component(weblate, f"{project}/{settings['slug']}", answer, clone)


def make_codes(weblate: Weblate, directory: Path) -> Component:
    """Make a component of this repository's error codes, as docs/weblate.md says."""
    copy_repository(directory)
    return make_component(weblate, directory, settings_of("The error codes"))


def make_beside(codes: Component, heading: str) -> Component:
    """Make one with the settings under a heading, of the same project and the same repository."""
    settings = settings_of(heading) | {"repo": f"weblate://{codes.path}"}
    return add_component(codes.weblate, codes.path.split("/")[0], codes.clone, settings)


def settings_of(heading: str) -> dict[str, Any]:
    """The settings of a component, read from docs/weblate.md, where a maintainer finds them."""
    (block,) = re.findall(r"^```json\n(.*?)^```$", section(heading), re.DOTALL | re.MULTILINE)
    return json.loads(block)


def table_of(heading: str) -> list[list[str]]:
    """The rows of a table in docs/weblate.md, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def section(heading: str) -> str:
    """The section of docs/weblate.md below a heading."""
    text = (REPOSITORY / "docs" / "weblate.md").read_text(encoding="utf-8")
    _, found, rest = text.partition(f"\n## {heading}\n")
    assert found, f"docs/weblate.md has no heading {heading!r}"
    return rest.partition("\n## ")[0]


def copy_repository(directory: Path) -> None:
    """Copy the files of the working tree that git tracks, or would once they are added."""
    names = git(REPOSITORY, "ls-files", "-z", "--cached", "--others", "--exclude-standard")
    for name in names.rstrip("\0").split("\0"):
        if (REPOSITORY / name).is_file():
            target = directory / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes((REPOSITORY / name).read_bytes())
