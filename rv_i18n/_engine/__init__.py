"""The engine: it looks texts up in gettext catalogues, for any list of codes, and knows no farm.

A look-up goes from ``catalog`` to ``members`` (which code), ``current`` (which locale),
``negotiation`` (which catalogues) and ``texts`` (which text); docs/lookup.md follows it.
"""

PUBLIC = __name__.rpartition(".")[0]
"""The name of the package as its users know it; a vendored copy may have another."""
