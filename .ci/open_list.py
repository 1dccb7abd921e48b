"""Does to a copy of the tree what a year does: two codes, a language half done, a fuzzy entry.

    python .ci/open_list.py DIRECTORY

The tests have to pass afterwards as they did before: the list of codes is open, and so are the
languages. It goes the way that docs/maintaining.md describes, with the copy's own command.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polib

CODES = """
    BALANCE_NOT_ENOUGH = 921, "The balance of the account does not cover the render task"
    TASK_STATUS_ERROR = 5020, "The render task is not in a state that allows the operation"
"""


def main(tree: Path) -> None:
    """Change the tree."""
    list_of_codes = tree / "rv_i18n/codes.py"
    source = list_of_codes.read_text(encoding="utf-8")
    list_of_codes.write_text(f"{source.rstrip()}{CODES}", encoding="utf-8")
    run = [sys.executable, "-m", "rv_i18n"]
    subprocess.run([*run, "sync"], cwd=tree, check=True)
    french = ["init", "-D", "rv_i18n", "-i", "locales/rv_i18n.pot", "-d", "locales", "-l", "fr"]
    subprocess.run([sys.executable, "-m", "babel.messages.frontend", *french], cwd=tree, check=True)
    subprocess.run([*run, "sync"], cwd=tree, check=True)
    write(tree, "fr", "FAIL", msgstr="La requête a échoué")
    write(tree, "zh_CN", "BALANCE_NOT_ENOUGH", msgstr="余额不足")
    write(tree, "ja", "PARAMETER_INVALID", flags=["fuzzy"])


def write(tree: Path, locale: str, symbol: str, **what: object) -> None:
    """Change an entry as a translator does."""
    po = polib.pofile(str(tree / f"locales/{locale}/LC_MESSAGES/rv_i18n.po"))
    entry = po.find(symbol)
    for name, value in what.items():
        setattr(entry, name, value)
    po.save()


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
