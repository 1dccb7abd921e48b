"""Rules about the header of a file."""

from __future__ import annotations

from ..._engine.likely import maximize
from ..._engine.tags import parse_tag
from ..languages import is_language
from ..po.dates import date_of
from ..po.headers import NO_DATE
from ..po.plurals import UNSET, forms, is_right, rule_of
from .rule import HEADER, Found, catalogue_rule
from .subject import Subject

_ONLY = {"MIME-Version": "1.0", "Content-Transfer-Encoding": "8bit"}
_DATES = ("POT-Creation-Date", "PO-Revision-Date")

_CONTENT_TYPES = ("text/plain;charset=utf-8", "text/plain;charset=utf8")
"""The values of Content-Type that are right, in lower case and without spaces."""


@catalogue_rule(
    about=HEADER, bad=r'"MIME-Version: 1.1\n"' + "\n", good=r'"MIME-Version: 1.0\n"' + "\n"
)
def header(catalogue: Subject) -> Found:
    """A header that is missing or marked fuzzy, or has a field that is wrong.

    MIME-Version is 1.0, Content-Transfer-Encoding 8bit, and POT-Creation-Date and PO-Revision-Date
    are dates, with or without seconds and a zone. Any field may be absent or empty but
    Content-Type: gettext needs no other, and `rv-i18n sync` writes those that it knows.
    """
    found = catalogue.header
    if not found.text:
        yield 1, "", "there is no header, the entry with an empty msgid"
        return
    if "fuzzy" in found.flags:
        yield found.line(), "", "the header is marked fuzzy"
    for field, only in _ONLY.items():
        value = found.fields.get(field) or only
        if value.lower() != only.lower():
            yield found.line(field), "", f"{field} is {value}, not {only}"
    for field in _DATES:
        value = found.fields.get(field, "")
        if value not in ("", NO_DATE) and date_of(value) is None:
            reason = f"{field} is {value}, not a date such as 2027-01-31 23:59+0000"
            yield found.line(field), "", reason


@catalogue_rule(
    about=HEADER,
    bad=r'"Content-Type: text/plain; charset=ISO-8859-1\n"' + "\n",
    good=r'"Content-Type: text/plain; charset=UTF-8\n"' + "\n",
    of_templates=True,
    can_be_silenced=False,
)
def charset(catalogue: Subject) -> Found:
    """A file that is not UTF-8, or does not say that it is."""
    value = catalogue.header.fields.get("Content-Type", "")
    if value.replace(" ", "").lower() not in _CONTENT_TYPES:
        reason = f"Content-Type is {value}" if value else "Content-Type is missing"
        line = catalogue.header.line("Content-Type")
        yield line, "", f"{reason}, not text/plain; charset=UTF-8"


@catalogue_rule(
    about=HEADER,
    bad=r'"Language: zh_TW\n"' + "\n",
    good=r'"Language: zh_Hans\n"' + "\n",
    locale="zh_CN",
)
def language(catalogue: Subject) -> Found:
    """A Language that differs from the language and script of the directory's name.

    CLDR's likely subtags decide: `zh_Hans` for `zh_CN` is right. It may be absent, for the
    directory says it too. A directory whose name is not a language is found.
    """
    value = catalogue.header.fields.get("Language", "")
    line = catalogue.header.line("Language")
    folder, field = parse_tag(catalogue.locale), parse_tag(value)
    if folder is None or not is_language(folder):
        yield line, "", f"the directory name {catalogue.locale} is not a language"
    elif value and (field is None or maximize(field)[:2] != maximize(folder)[:2]):
        yield line, "", f"Language is {value}, not that of the directory {catalogue.locale}"


@catalogue_rule(
    about=HEADER,
    bad=r'"Plural-Forms: nplurals=2; plural=n+1;\n"' + "\n",
    good=r'"Plural-Forms: nplurals=2; plural=n != 1;\n"' + "\n",
)
def plural_forms(catalogue: Subject) -> Found:
    """A Plural-Forms that gettext cannot use, or that is missing beside a plural.

    gettext cannot use one that it cannot read, or that gives a number a form that there is not. In
    a catalogue of a project's codes that has a plural, it is also one that groups the numbers
    from 0 to 1000 differently from CLDR. The notation does not matter.
    """
    value = catalogue.header.fields.get("Plural-Forms")
    line = catalogue.header.line("Plural-Forms")
    cldrs = f"; CLDR has {rule_of(catalogue.locale) or 'none'}"
    needed = any(entry.msgid_plural is not None for entry in catalogue.entries)
    if not value:
        if needed:
            yield line, "", f"Plural-Forms is missing{cldrs}"
    elif not forms(value):
        if needed or value != UNSET:
            yield line, "", f"Plural-Forms is {value}, which gettext cannot use{cldrs}"
    elif needed and catalogue.has_codes and not is_right(value, catalogue.locale):
        yield line, "", f"Plural-Forms is {value}{cldrs}"
