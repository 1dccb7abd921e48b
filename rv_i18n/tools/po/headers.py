"""The headers of files that are begun: of the template, and of the source language's catalogue."""

from __future__ import annotations

from babel import Locale, UnknownLocaleError
from babel.messages.plurals import get_plural

from ..._po import Entry
from .pofile import written

TYPE_CHECKING = False
if TYPE_CHECKING:
    from ..project import Project


def template_header(project: Project) -> str:
    """The header of a new template."""
    return _header(
        project,
        f"Translations template for the error codes of {project.name}.",
        {"Language-Team": "LANGUAGE <LL@li.org>"},
        ["fuzzy"],
    )


def source_header(project: Project) -> str:
    """The header of a new catalogue of the source language."""
    try:
        locale = Locale.parse(project.source)
        language, plural = str(locale.english_name), get_plural(locale).plural_forms
    except (UnknownLocaleError, ValueError):
        language, plural = project.source, "nplurals=1; plural=0;"
    fields = {
        "Language": project.source,
        "Language-Team": f"{language} <LL@li.org>",
        "Plural-Forms": plural,
    }
    return _header(project, f"{language} texts for the error codes of {project.name}.", fields, [])


def _header(project: Project, about: str, fields: dict[str, str], flags: list[str]) -> str:
    entry = Entry()
    entry.notes = [
        about, f"This file is distributed under the same license as {project.name}.", "",
    ]  # fmt: skip
    entry.flags = flags
    fields = {
        "Project-Id-Version": f"{project.name} 1",
        "Report-Msgid-Bugs-To": project.bugs,
        "PO-Revision-Date": "YEAR-MO-DA HO:MI+ZONE",
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        **fields,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=utf-8",
        "Content-Transfer-Encoding": "8bit",
    }
    entry.msgstr = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return "".join(written(entry))
