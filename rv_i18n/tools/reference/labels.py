"""The labels around the texts: title and headings of the table, and the controls of the page.

They have their own gettext domain, ``rv_i18n_page``, with its catalogues beside this file. The
msgids are the English words, and a language without translations shows those. To translate the page
into a language, start with::

    rv-i18n sync rv_i18n/tools/reference/locales --start LOCALE
"""

from __future__ import annotations

from importlib.resources import files

from ..._engine.errors import CatalogError
from ..._engine.files import find_catalogues
from ..._engine.tags import parse_tag
from ..._engine.texts import Texts

DOMAIN = "rv_i18n_page"


def _(label: str) -> str:
    """Mark ``label`` for extraction."""
    return label


TITLE = _("Error code reference")
"""The default title of a table or page."""

ABOUT = _("The codes that the Renderbus API returns, and what they mean")
"""The line below the title, for the shipped codes."""

ADVICE = _("What to do is advice of this project, not of Renderbus")
"""The line below that, for the shipped codes."""

LABELS = {
    "code": _("Code"),
    "name": _("Name"),
    "message": _("Message"),
    "language": _("Language"),
    "all_languages": _("All languages"),
    "search": _("Search"),
    "hint": _("Number, name or text"),
    "sure": _("Results"),
    "half": _("Further away"),
    "closest": _("The closest"),
    "shown": _("Codes shown: {count}"),
    "nothing": _("No code matches"),
    "missing": _("Not in this list: {code}"),
    "unlisted": _("Sent, but in no list: {code}"),
    "action": _("What to do"),
    "when": _("When it is sent"),
    "deprecated": _("Deprecated"),
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
"""The families of the shipped codes: the first number of each, and its name."""


def labels(locale: str, own: Texts | None = None) -> dict[str, str]:
    """Return ``LABELS`` in a language; untranslated ones stay English.

    >>> labels("zh_CN")["code"], labels("tlh")["code"]
    ('异常码', 'Code')
    """
    return {key: translated(label, locale, own) for key, label in LABELS.items()}


def translated(label: str, locale: str, own: Texts | None = None) -> str:
    """Return a label of the table or page in a language, or unchanged if it is not translated.

    ``own`` are a project's own translations of the labels, which come first.

    >>> translated(TITLE, "zh_CN"), translated("My codes", "zh_CN")
    ('异常码参照', 'My codes')
    """
    return _found(label, locale, own)[0]


def _found(label: str, locale: str, own: Texts | None) -> tuple[str, str]:
    """Return a label in a language, and the catalogue that it is from, or ""."""
    text, name, _ = own.find(locale, label) if own else (label, "", True)
    return (text, name) if name else _WORDS.find(locale, label)[:2]


def own_words(localedir: str, domain: str) -> Texts | None:
    """Return the labels of a project that it translates itself, or ``None``.

    They are in catalogues of the domain ``own_domain`` beside those of its codes.
    """
    try:
        find_catalogues(localedir, own_domain(domain))
    except CatalogError:
        return None
    return Texts([localedir], own_domain(domain), default=())


def own_domain(domain: str) -> str:
    """Return the domain of the labels that a project translates itself, by that of its codes.

    >>> own_domain("studio")
    'studio_page'
    """
    return f"{domain}_page"


def page_locales() -> list[str]:
    """Return the languages that the labels are in, sorted: English, and those translated into.

    >>> {"en", "zh_CN"} <= {*page_locales()}
    True
    """
    return sorted({"en", *_WORDS.names()})


def is_english(label: str, locale: str, own: Texts | None = None) -> bool:
    """Whether a reader of another language is shown one of our words in English.

    What a project calls its page and its families may be in any language.

    >>> is_english(TITLE, "tlh"), is_english(TITLE, "ja"), is_english("My codes", "ja")
    (True, False, False)
    """
    tag = parse_tag(locale)
    translatable = tag is None or tag.language != "en"
    return translatable and label in _ENGLISH and not _found(label, locale, own)[1]


_ENGLISH = {TITLE, ABOUT, ADVICE, *LABELS.values(), *FAMILIES.values()}

_WORDS = Texts([files(__package__) / "locales"], DOMAIN, default=())
