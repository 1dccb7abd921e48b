"""The data of CLDR and ICU's answers are still those of the newest ICU and Babel.

It asks what day it is, so it is run on its own: ``pytest tests/upstream``. It needs Debian's
``apt-get`` and the network, unless ``.ci/icu`` has been run before.
"""

from __future__ import annotations

import subprocess

from trees import ROOT


def icu(*arguments):
    """Run a script with the newest ICU."""
    command = [ROOT / ".ci/icu", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)


def test_no_file_would_change():
    done = icu("scripts/cldr.py", "--check")
    assert (done.returncode, done.stdout) == (0, ""), f"{done.stderr}Run: .ci/icu scripts/cldr.py"


OLD = """
import runpy, sys
import icu
icu.ICU_VERSION = "78.2"
sys.path.insert(0, "scripts")
sys.modules["icu_resources"] = type(sys)("icu_resources")
sys.modules["icu_resources"].read = None
sys.argv = ["scripts/cldr.py", "--check"]
runpy.run_path("scripts/cldr.py", run_name="__main__")
"""


def test_an_icu_that_is_too_old_is_refused():
    done = icu("-c", OLD)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == "cldr.py: ICU 78.2 is too old; it takes 78.3\n"
