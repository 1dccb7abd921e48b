r"""The words around the texts: title and heads of the table, and the controls of the page.

They are a gettext domain of their own, ``rv_i18n_page``, with its catalogues beside this file: the
msgids are the English words, and a language that has none shows those. So a language is added with
its catalogue of the codes alone, and the page follows when someone translates these words too::

    pybabel init -D rv_i18n_page -i rv_i18n/tools/reference/locales/rv_i18n_page.pot \
        -d rv_i18n/tools/reference/locales -l LOCALE
"""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from ..._files import find_catalogues, read_catalogue

DOMAIN = "rv_i18n_page"


def _(label: str) -> str:
    """Mark ``label`` for extraction."""
    return label


LABELS = {
    "title": _("Error code reference"),
    "about": _("The codes that the Renderbus API returns, and what they mean"),
    "code": _("Code"),
    "name": _("Name"),
    "message": _("Message"),
    "language": _("Language"),
    "all_languages": _("All languages"),
    "search": _("Search"),
    "hint": _("Number, name or text"),
    "shown": _("Codes shown: {count}"),
    "nothing": _("No code matches"),
    "copy": _("Copy"),
    "copied": _("Copied"),
    "not_copied": _("Copying failed"),
}

FAMILIES = {
    0: _("General"),
    600: _("Requests, permissions and verification codes"),
    800: _("Accounts and signing in"),
    900: _("Registration, payment and invoices"),
    1000: _("Server cache, file transfer and SDK"),
}
"""The families of codes: the number that each begins with, and what it is called."""


def labels(catalogue: str) -> dict[str, str]:
    """``LABELS`` in the language of a catalogue, as far as they are translated.

    Raises ``CatalogError`` for a catalogue that cannot be read.

    >>> labels("zh_CN")["title"], labels("tlh")["title"]
    ('异常码参照', 'Error code reference')
    """
    return {key: _translated(label, catalogue) for key, label in LABELS.items()}


def families(catalogue: str) -> dict[int, str]:
    """``FAMILIES`` in the language of a catalogue, as far as they are translated.

    >>> families("en")[800]
    'Accounts and signing in'
    """
    return {start: _translated(name, catalogue) for start, name in FAMILIES.items()}


def _translated(label: str, catalogue: str) -> str:
    return _translations(catalogue).get(label) or label


@lru_cache(maxsize=100)
def _translations(catalogue: str) -> dict[str, str]:
    file = find_catalogues(files(__package__) / "locales", DOMAIN).get(catalogue)
    return read_catalogue(file) if file else {}
