"""Rules about the fields of texts: what ``format`` fills, and what translations have to share."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ..._engine.entry import Entry
from ..._engine.fields import BRACED, field_of
from ..._engine.quote import cut
from ..po.plurals import numbers_of
from .rule import BOTH, TEXT, entry_rule
from .subject import Subject

_SPECIFICATION = r"[-+0#]*(?:[1-9]\d*)?(?:\.\d+)?"  # a zero can be in one place alone
_PRINTF = re.compile(
    rf"%\([^()\s]+\){_SPECIFICATION}[A-Za-z]"
    # But not 100%d’accord, nor %sключ: only scripts without spaces go on at once, as in %d个.
    rf"|(?<![%\d])%(?:\d+\$)?{_SPECIFICATION}[sdifuxXr](?![^\W\u2e80-\ua4cf\uac00-\ud7ff])"
)
_ICU = re.compile(r"\{\s*\w+\s*,\s*(?:plural|selectordinal|select|number|date|time)\b")
_PRINTF_FLAGS = ("python-format", "c-format")


@entry_rule(about=TEXT, bad=BOTH.replace("It failed", "It failed at {0}"), of_codes=True)
def unfilled(entry: Entry, catalogue: Subject) -> str:
    """A source text with what looks like a field, but is never filled.

    `Message.format` fills `{name}` and, with a kind, `{name:number}`, `{name:percent}`,
    `{name:date}`, `{name:time}` and `{name:datetime}`. It leaves `{0}`, `{limit:,}`, `{ time }`,
    `{x!r}`, `{a.b}`, `{strict}`, `%(count)s` and `{count, plural, …}` as they are. In any text of a
    code it is also a doubled brace where there is no field: `message` shows it doubled, and
    nobody calls `format`.
    """
    for text in filter(None, entry.texts):
        if catalogue.is_source:
            for field in fields_of(text):
                if not _filled(field):
                    shape = "a field is a name in braces, such as {file} or {limit:number}"
                    return f"has {cut(field)}, which is never filled: {shape}"
        doubled = next((each for each in ("{{", "}}") if each in text), "")
        if doubled and entry.is_plain and not fields_of(text):
            return f"has {doubled}, which is shown doubled: the text has no field"
    return ""


@entry_rule(about=TEXT, bad=BOTH.replace("It failed", "{file} failed"), locale="ja", good=BOTH)
def placeholders(entry: Entry, catalogue: Subject) -> str:
    """A text whose fields differ from those of the source text, in braces, printf's or ICU's.

    Each form of a plural has the fields of all forms of the source text, and `{count}`; a form
    that is for exactly one number may do without `{count}`. In a catalogue of other messages, the
    msgid is the source text if it has a field.
    """
    check = _of_code if catalogue.has_codes else _of_message
    for form, text in enumerate(entry.texts):
        said = check(entry, form, set(fields_of(text)), catalogue) if text else ""
        if said:
            return said if entry.msgid_plural is None else f"{_place(form)} {said}"
    return ""


def _of_code(entry: Entry, form: int, fields: set[str], catalogue: Subject) -> str:
    """Return what is wrong with the fields of a form of a code's text."""
    source = catalogue.source_entry(entry)
    if source is None or not any(source.texts):
        return ""
    wanted = {field for text in source.texts for field in fields_of(text)}
    if not (fields or wanted or entry.msgid_plural is not None):
        return ""
    needed = set(wanted)
    if entry.msgid_plural is not None and source.msgid_plural is not None:
        if _is_for_one_number(form, catalogue):
            needed = {field for field in wanted if not _is_count(field)}
        elif not any(map(_is_count, wanted | fields)):
            return "lacks {count}, and is not for one number alone"
        wanted = wanted if any(map(_is_count, wanted)) else wanted | set(filter(_is_count, fields))
    whose = "of the other forms" if source is entry else "of the source text"
    return _difference(fields, needed, wanted, whose)


def _of_message(entry: Entry, form: int, fields: set[str], catalogue: Subject) -> str:
    """Return what is wrong with the fields of a form of another message."""
    sources = [entry.msgid, *filter(None, [entry.msgid_plural])]
    known = [{field for field in fields_of(text) if _is_sure(field, entry)} for text in sources]
    if not any(known):
        return ""
    own = {field for field in fields if _is_sure(field, entry)}
    # The first form is often for one number, or for none and one, and needs no field.
    lenient = len(known) > 1 and (form == 0 or _is_for_one_number(form, catalogue))
    return _difference(own, () if lenient else known[-1], set().union(*known), "of the source text")


def fields_of(text: str) -> list[str]:
    """Return all that looks like a field in a text, once each.

    >>> fields_of("{{x}} {file} %(n)s of {n, plural"), fields_of("{a} {a} 100% of %d")
    (['{n, plural', '%(n)s'], ['{a}', '%d'])
    >>> fields_of("%d个 %s개"), fields_of("à 100 %sûr, 100%d’accord")
    (['%d', '%s'], [])
    """
    if "{" not in text and "%" not in text:
        return []
    braced = [match[0] for match in BRACED.finditer(text) if match[1] is not None]
    of_icu = _ICU.findall(text)
    return list(dict.fromkeys([*(of_icu or braced), *_PRINTF.findall(text)]))


def _difference(fields: set[str], needed: Iterable[str], allowed: set[str], whose: str) -> str:
    for field in sorted(set(needed) - fields):
        return f"lacks the field {cut(field)} {whose}"
    for field in sorted(fields - allowed):
        return f"has a field {cut(field)} that {whose.replace('of ', '', 1)} lacks"
    return ""


def _filled(field: str) -> bool:
    return field[0] == "{" and field_of(field[1:-1]) is not None


def _is_count(field: str) -> bool:
    return field[0] == "{" and (field_of(field[1:-1]) or ("", ""))[0] == "count"


def _is_sure(field: str, entry: Entry) -> bool:
    """Whether that is a field in a message of which nothing else is known."""
    return _filled(field) if field[0] == "{" else any(flag in _PRINTF_FLAGS for flag in entry.flags)


def _is_for_one_number(form: int, catalogue: Subject) -> bool:
    return len(numbers_of(catalogue.rule, form)) == 1


def _place(form: int) -> str:
    return f"msgstr[{form}]"
