"""Writes the headers of new files, with the fields that are known of every file of a project."""

from __future__ import annotations

from ..._engine.entry import Entry
from ..languages import english_name
from ..project import Project
from .plurals import rule_of
from .pofile import written

NO_DATE = "YEAR-MO-DA HO:MI+ZONE"
"""gettext's placeholder for the date of a file that nobody has translated yet."""

_OF_ALL = {
    "MIME-Version": "1.0",
    "Content-Type": "text/plain; charset=utf-8",
    "Content-Transfer-Encoding": "8bit",
}


def known_fields(project: Project, locale: str) -> dict[str, str]:
    """Return the fields that are known of every catalogue of a project; one may be "".

    They are in the order of Babel, which so writes a new file as it is.

    >>> from rv_i18n.tools.project import shipped_project
    >>> known_fields(shipped_project(), "ja")["Language-Team"]
    'Japanese <LL@li.org>'
    """
    return {
        "Report-Msgid-Bugs-To": project.bugs,
        "Language": locale,
        "Language-Team": f"{english_name(locale)} <LL@li.org>",
        "Plural-Forms": rule_of(locale),
        **_OF_ALL,
    }


def template_header(project: Project) -> str:
    """Return the header of a new template."""
    return _header(
        project,
        f"Translations template for the error codes of {project.name}.",
        {"Language-Team": "LANGUAGE <LL@li.org>", **_OF_ALL},
        "fuzzy",
    )


def catalogue_header(project: Project, locale: str, domain: str = "") -> str:
    """Return the header of a new catalogue, of the project's codes or of another domain."""
    is_other = domain not in ("", project.domain)
    about = f"the domain {domain}" if is_other else f"the error codes of {project.name}"
    fields = known_fields(project, locale)
    fields["Plural-Forms"] = fields["Plural-Forms"] or "nplurals=1; plural=0;"
    return _header(project, f"{english_name(locale)} texts for {about}.", fields)


def _header(project: Project, about: str, fields: dict[str, str], *flags: str) -> str:
    entry = Entry()
    entry.notes = [
        about, f"This file is distributed under the same license as {project.name}.", "",
    ]  # fmt: skip
    entry.flags = list(flags)
    fields = {
        "Project-Id-Version": f"{project.name} 1",
        "Report-Msgid-Bugs-To": project.bugs,
        "PO-Revision-Date": NO_DATE,
        "Last-Translator": "FULL NAME <EMAIL@ADDRESS>",
        **fields,
    }
    entry.msgstr = "".join(f"{name}: {value}\n" for name, value in fields.items())
    return "".join(written(entry))
