"""``python -m rv_i18n`` is the command ``rv-i18n``."""

from __future__ import annotations

import sys

from .cli import main

if __name__ == "__main__":
    sys.exit(main())
