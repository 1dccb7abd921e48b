"""Writes the texts of one language for i18next, by which web front ends show them.

It is i18next's JSON of version 4: plural forms are named by a suffix, and a field is in two braces.
"""

from __future__ import annotations

import json
import re

from ... import Message
from ..._engine.direction import isolated
from ..._engine.fields import BRACED, field_of
from ..._engine.tags import language_tag
from .categories import by_category
from .rows import Reference, Row
from .table import keys


def i18next(reference: Reference) -> str:
    """Return the texts of a language as its readers see them, or of several by language tag.

    They stand under their code, as it is sent, or under its name if lists share it. ``language`` is
    there if a text is in another language.
    """
    rows = reference.rows()
    by_code = dict(zip(keys(rows), rows))
    languages = {
        language_tag(locale): {code: _entry(row, locale) for code, row in by_code.items()}
        for locale in reference.locales
    }
    whole: object = languages
    if len(languages) == 1:
        (whole,) = languages.values()
    return json.dumps(whole, ensure_ascii=False, indent=2) + "\n"


def _entry(row: Row, locale: str) -> dict[str, str]:
    message = row.messages[locale]
    entry = {"symbol": row.symbol, **_texts("text", message)}
    if row.borrowed(locale):
        entry["language"] = message.language
    if message.action is not None:
        entry.update(_texts("action", message.action))
    return entry


def _texts(key: str, message: Message) -> dict[str, str]:
    """Return a text, which is that for no number, and its plural forms, if it has any."""
    forms = {f"{key}_{category}": form for category, form in by_category(message).items()}
    return {
        name: _converted(text, message.language)
        for name, text in {key: message.text, **forms}.items()
    }


def _converted(text: str, language: str) -> str:
    """A text with its fields as i18next writes them; a doubled brace is one.

    >>> _converted("{file} is over {limit:percent}, {{sorry}}", "en")
    '{{file}} is over {{limit, number(style: percent)}}, {sorry}'
    """

    def field(match: re.Match[str]) -> str:
        if match[1] is None:
            return match[0][0]
        found = field_of(match[1])
        return isolated(f"{{{{{found[0]}{_FORMATS[found[1]]}}}}}", language) if found else match[0]

    return BRACED.sub(field, text)


_FORMATS = {
    "": "",
    "number": ", number",
    "percent": ", number(style: percent)",
    "date": ", datetime(dateStyle: medium)",
    "time": ", datetime(timeStyle: medium)",
    "datetime": ", datetime(dateStyle: medium; timeStyle: medium)",
}
"""What i18next passes to the browser's ``Intl`` for each kind of field."""
