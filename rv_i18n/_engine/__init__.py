"""The engine: it looks texts up in gettext catalogues, for any list of codes, and knows no farm.

docs/architecture.md follows a look-up through it; docs/lookup.md says what is kept.
"""

PUBLIC = __name__.rpartition(".")[0]
"""The name of the package as its users know it; a vendored copy may have another."""
