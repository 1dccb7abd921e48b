"""Writes the reference as a Markdown table that every renderer shows alike.

It is for CommonMark with GitHub's tables, and for what differs from it: MDX (Docusaurus), where
``<`` and ``{`` begin code; Python-Markdown (MkDocs), which knows fewer backslash escapes; MyST.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from .align import aligned, column_widths
from .rows import Reference
from .table import as_table


def markdown(reference: Reference) -> str:
    """Return a heading and a table, in which each code has an anchor and links to it."""
    title, heads, cells, targets = as_table(reference)
    rows = [[*map(escaped, heads)]]
    for (code, symbol, *texts), target in zip(cells, targets):
        anchor = f'<a id="{_attribute(target)}" href="#{quote(target)}">{escaped(code)}</a>'
        rows.append([anchor, _name(symbol), *map(escaped, texts)])
    head, *body = aligned(rows, " | ")
    rule = " | ".join("-" * width for width in column_widths(rows))
    table = (f"| {line} |" for line in (head, rule, *body))
    return "\n".join([f"# {escaped(title)}", "", *table]) + "\n"


def escaped(text: str) -> str:
    """``text``, with a character reference for each character that could mean something.

    Letters, digits and most punctuation are left as they are.

    >>> print(escaped("a_b *c* <script> {d}: 5 % [e](javascript:f)"))
    a_b &#42;c&#42; &#60;script&#62; &#123;d&#125;: 5 % &#91;e&#93;(javascript&#58;f)
    """
    return re.sub(_MARKUP, _references, text)


_MARKUP = r"[\\`*\[\]<>&~{}|$#^]|[+=]{2,}|(?<![^\W_])_+|_+(?![^\W_])|:(?=[A-Za-z])"
"""Emphasis, code, links, HTML, JavaScript, formulas, and the marks and directives of extensions."""


def _references(match: re.Match[str]) -> str:
    return "".join(f"&#{ord(char)};" for char in match[0])


def _name(symbol: str) -> str:
    """A symbolic name as code; between backticks no character could be escaped."""
    plain = re.fullmatch(r"[\w .-]+", symbol)
    return f"`{symbol}`" if plain else f"<code>{escaped(symbol)}</code>"


def _attribute(value: str) -> str:
    return re.sub(r"[^\w.-]", _references, value)
