"""What the two kinds of middleware share, and problem details; ``rv_i18n.web`` is its face."""
