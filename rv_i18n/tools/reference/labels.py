r"""The words around the texts: title and heads of the table, and the controls of the page.

They are a gettext domain of their own, ``rv_i18n_page``, with its catalogues beside this file. The
msgids are the English words, and a language without a translation shows those. So a page is in a
language as soon as someone translates these words into it::

    pybabel init -D rv_i18n_page -i rv_i18n/tools/reference/locales/rv_i18n_page.pot \
        -d rv_i18n/tools/reference/locales -l LOCALE
"""

from __future__ import annotations

from importlib.resources import files

from ..._tags import parse_tag
from ..._texts import Texts

DOMAIN = "rv_i18n_page"


def _(label: str) -> str:
    """Mark ``label`` for extraction."""
    return label


TITLE = _("Error code reference")
"""The title of a table or page that has none of its own."""

ABOUT = _("The codes that the Renderbus API returns, and what they mean")
"""The line below it, of the shipped codes."""

LABELS = {
    "code": _("Code"),
    "name": _("Name"),
    "message": _("Message"),
    "language": _("Language"),
    "all_languages": _("All languages"),
    "search": _("Search"),
    "hint": _("Number, name or text"),
    "found": _("Results"),
    "shown": _("Codes shown: {count}"),
    "nothing": _("No code matches"),
    "copy": _("Copy {code}"),
    "copied": _("Copied: {code}"),
    "not_copied": _("Copying failed"),
}

FAMILIES = {
    0: _("General"),
    600: _("Requests, permissions and verification codes"),
    800: _("Accounts and signing in"),
    900: _("Registration, payment and invoices"),
    1000: _("Server cache, file transfer and SDK"),
}
"""The families of the shipped codes: the number that each begins with, and what it is called."""


def labels(locale: str) -> dict[str, str]:
    """``LABELS`` in a language, as far as they are translated.

    >>> labels("zh_CN")["code"], labels("tlh")["code"]
    ('异常码', 'Code')
    """
    return {key: translated(label, locale) for key, label in LABELS.items()}


def translated(label: str, locale: str) -> str:
    """One of the English words of the table or page in a language, or itself.

    >>> translated(TITLE, "zh_CN"), translated("My codes", "zh_CN")
    ('异常码参照', 'My codes')
    """
    return _WORDS.find(locale, label)[0]


def is_english(label: str, locale: str) -> bool:
    """Whether a reader of another language is shown one of our words in English.

    What a project calls its page and its families may be in any language.

    >>> is_english(TITLE, "tlh"), is_english(TITLE, "ja"), is_english("My codes", "ja")
    (True, False, False)
    """
    tag = parse_tag(locale)
    translatable = tag is None or tag.language != "en"
    return translatable and label in _ENGLISH and not _WORDS.find(locale, label)[1]


_ENGLISH = {TITLE, ABOUT, *LABELS.values(), *FAMILIES.values()}

_WORDS = Texts([files(__package__) / "locales"], DOMAIN, default=())
