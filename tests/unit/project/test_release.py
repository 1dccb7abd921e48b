"""What a release checks of the documents before it builds."""

from __future__ import annotations

import datetime as dt

import pytest
import release

CHANGELOG = """# Changelog

## [Unreleased]

## [1.2.0rc1] - 2026-11-25

### Added

- A thing.

## [1.1.0] - 2026-01-01

- Another.
"""


@pytest.fixture
def project(tmp_path):
    """The documents of a project that is about to release 1.2.0rc1."""
    (tmp_path / "docs").mkdir()
    for name, text in (
        ("README.md", "# Name\n"),
        ("CONTRIBUTING.md", "- repo: somewhere\n  rev: v1.2.0rc1\n"),
        ("docs/guide.md", "# Guide\n"),
        ("CHANGELOG.md", CHANGELOG),
    ):
        (tmp_path / name).write_text(text, "utf-8")
    return tmp_path


def test_the_notes_of_a_release_are_its_part_of_the_change_log(project):
    notes = release.check_version("1.2.0rc1", "v1.2.0rc1", project)
    assert notes == "### Added\n\n- A thing.\n"


@pytest.mark.parametrize("tag", ["v1.2.0", "1.2.0rc1", "v1.2.0rc2"])
def test_a_tag_that_is_not_the_version_is_refused(project, tag):
    with pytest.raises(release.NotReadyError, match=f"{tag}, and the package .* 1.2.0rc1"):
        release.check_version("1.2.0rc1", tag, project)


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        ("## [1.2.0rc1] - 2026-11-25\n", "", "no heading"),
        ("1.2.0rc1] - 2026-11-25", "1.2.0rc1] - soon", "no heading"),
        ("[Unreleased]\n", "[Unreleased]\n\n- Forgotten.\n", "left out"),
        ("## [Unreleased]", "## [1.3.0] - 2026-12-01", "left out"),
    ],
)
def test_a_change_log_that_does_not_lead_with_the_release_is_refused(project, before, after, why):
    assert before in CHANGELOG
    (project / "CHANGELOG.md").write_text(CHANGELOG.replace(before, after), "utf-8")
    with pytest.raises(release.NotReadyError, match=why):
        release.check_version("1.2.0rc1", "v1.2.0rc1", project)


@pytest.mark.parametrize("page", ["README.md", "CONTRIBUTING.md", "docs/guide.md"])
def test_a_page_that_names_another_version_for_pre_commit_is_refused(project, page):
    (project / page).write_text("- repo: somewhere\n  rev: v1.1.0\n", "utf-8")
    with pytest.raises(release.NotReadyError, match=f"{page.split('/')[-1]} .* v1.1.0"):
        release.check_version("1.2.0rc1", "v1.2.0rc1", project)


@pytest.fixture
def coming(project):
    """The documents of a project with entries for the next release, and its version."""
    (project / "rv_i18n").mkdir()
    (project / "rv_i18n/__init__.py").write_text('__version__ = "1.2.0rc1"\n', "utf-8")
    changed = CHANGELOG.replace("[Unreleased]\n", "[Unreleased]\n\n- New.\n")
    (project / "CHANGELOG.md").write_text(changed, "utf-8")
    return project


def test_a_release_is_prepared_by_one_command(coming):
    release.prepare("1.2.0", dt.date(2026, 12, 1), coming)
    assert release.check_version("1.2.0", "v1.2.0", coming) == "- New.\n"
    assert (coming / "rv_i18n/__init__.py").read_text("utf-8") == '__version__ = "1.2.0"\n'
    assert "\n  rev: v1.2.0\n" in (coming / "CONTRIBUTING.md").read_text("utf-8")
    assert "## [Unreleased]\n\n## [1.2.0] - 2026-12-01\n\n- New.\n\n## [1.2.0rc1]" in (
        coming / "CHANGELOG.md"
    ).read_text("utf-8")


@pytest.mark.parametrize(
    ("name", "text"),
    [("CHANGELOG.md", "# Changelog\n"), ("rv_i18n/__init__.py", '__version__ = "1.2.0"\n')],
)
def test_what_cannot_be_prepared_is_refused(coming, name, text):
    (coming / name).write_text(text, "utf-8")
    with pytest.raises(release.NotReadyError, match=name.split("/")[-1]):
        release.prepare("1.2.0", dt.date(2026, 12, 1), coming)
