"""Look-ups in a process of their own: in a checkout, and in every process of a pool."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from trees import LOCALES, ROOT, set_text

import rv_i18n


def test_in_a_checkout_the_tree_is_read(checkout):
    assert Path(rv_i18n.LOCALE_DIR) == LOCALES
    set_text(checkout.po("ja"), "VALIDATE_CODE_ERROR", "変更")
    done = checkout.python("-X", "utf8", "-c", "import rv_i18n; print(rv_i18n.message(604, 'ja'))")
    assert done.stdout.strip() == "変更"


def test_every_process_of_a_pool_answers(tmp_path):
    script = tmp_path / "pool.py"
    script.write_text("""
import multiprocessing, sys
from rv_i18n import message, use_locale
def ask(locale):
    with use_locale(locale):
        return message(604)
if __name__ == "__main__":
    locales = ["ja", "zh-HK", "zh-SG", "fr"] * 5
    message(604, "ja")
    expected = list(map(ask, locales))
    for method in multiprocessing.get_all_start_methods():
        with multiprocessing.get_context(method).Pool(2) as pool:
            assert pool.map(ask, locales) == expected, method
            assert pool.starmap(message, [(604, each) for each in locales]) == expected, method
    print("well")
""")
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [sys.executable, script], env=environment, capture_output=True, text=True, check=False
    )
    assert (done.stdout.strip(), done.stderr) == ("well", "")
