"""Folds texts for search: what makes no difference between two words looks the same in both."""

from __future__ import annotations

import re
import unicodedata

from .hanzi import SIMPLIFIED, TRADITIONAL

_MISTAKEN = {"帐": "账", "陆": "录"}
"""Characters often written for those of 账号 and 登录, because they sound the same."""

SAME = {**dict(zip(TRADITIONAL, SIMPLIFIED)), **_MISTAKEN}
"""Characters that count as others; the page needs them too."""
SAME.update({char: _MISTAKEN[same] for char, same in SAME.items() if same in _MISTAKEN})

_ACCENTS = re.compile("[\u0300-\u036f]+")


def fold(text: str) -> str:
    """``text`` as search compares it: words joined by spaces; width, case and accents folded.

    >>> fold("Ｅrror（604）：VALIDATE_CODE_ERROR! 登錄")
    'error 604 validate code error 登录'
    """
    return " ".join(unicodedata.normalize("NFKC", text).lower().translate(_FOLDED).split())


class _Folding(dict[int, str]):
    """Maps each character to what search compares: itself, its equivalent, or a space."""

    def __missing__(self, code: int) -> str:
        plain = _ACCENTS.sub("", unicodedata.normalize("NFKD", chr(code)))
        self[code] = "".join(
            # letters, marks and numbers
            SAME.get(char, char) if unicodedata.category(char)[0] in "LMN" else " "
            for char in unicodedata.normalize("NFC", plain)
        )
        return self[code]


_FOLDED = _Folding()
