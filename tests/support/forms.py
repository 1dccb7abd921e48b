"""Catalogues with plural forms, for tests to write."""

from __future__ import annotations

ENGLISH = "nplurals=2; plural=(n != 1);"
POLISH = (
    "nplurals=3; plural=(n == 1 ? 0 : n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14) "
    "? 1 : 2);"
)
FRENCH = "nplurals=2; plural=(n > 1);"


def set_forms(path, symbol, texts):
    """Give an entry these forms, as an editor of text files would."""
    lines = path.read_text(encoding="utf-8").split("\n")
    at = lines.index(f'msgid "{symbol}"')
    end = lines.index("", at) if "" in lines[at:] else len(lines)
    forms = [f'msgstr[{form}] "{text}"' for form, text in enumerate(texts)]
    lines[at + 1 : end] = [f'msgid_plural "{symbol}"', *forms]
    path.write_text("\n".join(lines), encoding="utf-8")


def start(studio, locale, rule):
    """Begin a language as Weblate does, with the template's own two forms."""
    path = studio.start("tlh" if rule is None else locale)
    text = path.read_text(encoding="utf-8")
    field = "" if rule is None else f'"Plural-Forms: {rule}\\n"\n'
    lines = [line for line in text.split("\n") if not line.startswith('"Plural-Forms')]
    text = "\n".join(lines).replace('"MIME-Version', f'{field}"MIME-Version')
    studio.po(locale).parent.mkdir(parents=True, exist_ok=True)
    studio.po(locale).write_text(text.replace("Language: tlh", f"Language: {locale}"), "utf-8")
    if rule is None and locale != "tlh":
        path.unlink()
    set_forms(studio.po(locale), "FAIL", ["", ""])
    return studio.po(locale)
