"""Changes a copy of the tree as a year would: two new codes, an incomplete language, a fuzzy entry.

    python .ci/open_list.py DIRECTORY

The tests must still pass afterwards, because the lists of codes and of languages are open. The
changes follow docs/maintaining.md, with the copy's own command.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CODES = {
    "REDIS_CACHE_FAIL": 'BALANCE_NOT_ENOUGH = 921, "The balance does not cover the render task"',
    "JSON_FILE_UPLOAD_FAILED": 'TASK_STATUS_ERROR = 5020, "The state of the task forbids it"',
}
"""The new lines, each by the code that it goes before."""


def main(tree: Path) -> None:
    """Change the tree."""
    list_of_codes = tree / "rv_i18n/codes.py"
    source = list_of_codes.read_text(encoding="utf-8")
    for before, line in CODES.items():
        source = source.replace(f"    {before} = ", f"    {line}\n    {before} = ")
    list_of_codes.write_text(source, encoding="utf-8")
    run = [sys.executable, "-m", "rv_i18n", "sync"]
    subprocess.run([*run, "--text", "BALANCE_NOT_ENOUGH=余额不足"], cwd=tree, check=True)
    subprocess.run([*run, "--start", "eo"], cwd=tree, check=True)
    edit(tree, "eo", 'msgid "FAIL"\nmsgstr ""', 'msgid "FAIL"\nmsgstr "La peto malsukcesis"')
    edit(tree, "ja", 'msgid "PARAMETER_INVALID"', '#, fuzzy\nmsgid "PARAMETER_INVALID"')


def edit(tree: Path, locale: str, old: str, new: str) -> None:
    """Change a catalogue as a translator does."""
    po = tree / f"locales/{locale}/LC_MESSAGES/rv_i18n.po"
    text = po.read_text(encoding="utf-8")
    if text.count(old) != 1:
        raise ValueError(f"{po}: {old!r} occurs {text.count(old)} times")
    po.write_text(text.replace(old, new), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve())
