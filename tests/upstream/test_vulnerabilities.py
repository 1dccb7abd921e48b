"""The newest of what the package depends on has no vulnerability that is known today."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from importlib.metadata import requires

import pytest


def test_what_a_user_installs_has_no_known_vulnerability(tmp_path):
    pytest.importorskip("pip_audit")
    needed = [each.partition(";")[0] for each in requires("rv-i18n")]
    (tmp_path / "requirements.txt").write_text("\n".join(needed))
    command = [sys.executable, "-m", "pip_audit", "--strict", "-f", "json", "-r"]
    done = subprocess.run(
        [*command, str(tmp_path / "requirements.txt")], capture_output=True, text=True, check=False
    )
    if "not found on PyPI" in done.stderr or "ConnectionError" in done.stderr:
        pytest.skip("the service that knows the vulnerabilities cannot be reached")
    assert done.returncode == 0, done.stdout + done.stderr
    found = json.loads(done.stdout)["dependencies"]
    assert {each["name"] for each in found} >= {re.match("[a-z0-9]+", each)[0] for each in needed}
    assert not any(each["vulns"] for each in found)
