"""Look-ups among files that are not regular or not permitted, and in forks."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import warnings

import pytest
from trees import ROOT, Colour, catalog_for, write

from rv_i18n import CatalogWarning


def test_a_path_that_is_not_a_regular_file_is_not_waited_for(tmp_path):
    path = write(tmp_path, "ja", suffix=".mo")
    path.unlink()
    write(tmp_path, "en", RED="red")
    for make, undo in ((os.mkfifo, os.unlink), (os.mkdir, os.rmdir)):
        make(path)
        with pytest.warns(CatalogWarning, match=": not a regular file$"):
            assert catalog_for(tmp_path, codes=Colour).message(1, "ja") == "red"
        undo(path)
    path.symlink_to(tmp_path / "nowhere")
    with pytest.warns(CatalogWarning, match="No such file"):
        assert catalog_for(tmp_path, codes=Colour).message(1, "ja") == "red"


def test_a_name_that_no_file_can_have_is_reported(tmp_path):
    write(tmp_path, "en", RED="red")
    with pytest.warns(CatalogWarning, match="File name too long$"):
        assert catalog_for(tmp_path, codes=Colour, domain="x" * 300).message(1) == "RED"


@pytest.fixture
def directory_for_all():
    """A directory that every user may read; pytest closes its own to others, at any time."""
    with tempfile.TemporaryDirectory() as directory:
        os.chmod(directory, 0o755)
        yield directory


def test_a_file_without_permission_is_a_missing_one_and_named(directory_for_all):
    write(directory_for_all, "en", suffix=".mo", RED="red")
    path = write(directory_for_all, "ja", suffix=".mo", RED="赤")
    for closed in (path, path.parent):
        closed.chmod(0)
        read_end, write_end = os.pipe()
        child = os.fork()
        if child == 0:
            try:
                if os.getuid() == 0:
                    os.setuid(65534)  # root may read anything
                catalog = catalog_for(directory_for_all, codes=Colour)
                with warnings.catch_warnings(record=True) as caught:
                    warnings.simplefilter("always")
                    text = catalog.message(1, "ja")
                told = f"{catalog.locales()} {text} {caught and caught[0].message}"
                os.write(write_end, told.encode())
            finally:
                os._exit(0)
        os.close(write_end)
        with open(read_end, encoding="utf-8") as pipe:
            told = pipe.read()
        os.waitpid(child, 0)
        closed.chmod(0o755)
        assert told.startswith("['en', 'ja'] red ")
        assert told.endswith("rv_i18n.mo: Permission denied")


def test_children_of_a_process_read_a_zip_file_independently(tmp_path):
    for number in range(20):
        write(
            tmp_path / "l", f"x{chr(97 + number)}", suffix=".mo", RED="red " * 20_000 + str(number)
        )
    archive = shutil.make_archive(str(tmp_path / "app"), "zip", tmp_path, "l")
    catalog = catalog_for(archive + "/l", codes=Colour)
    names = catalog.locales()
    children = []
    for _ in range(8):
        child = os.fork()
        if child == 0:
            wrong = True
            try:
                wrong = any(catalog.lookup(1, name).locale != name for name in names)
            finally:
                os._exit(wrong)
        children.append(child)
    assert [os.waitpid(child, 0)[1] for child in children] == [0] * 8


WITHOUT_DESCRIPTORS = """
import os, resource, sys, time, warnings
from rv_i18n import Catalog, ErrorCode
warnings.simplefilter("ignore")
catalog = Catalog(sys.argv[1], codes=ErrorCode, domain="rv_i18n", default="en")
said = [catalog.message(604, "en")]
catalog.negotiate("en-GB")  # the negotiation, which is loaded from a file too
resource.setrlimit(resource.RLIMIT_NOFILE, (64, 64))
opened = []
try:
    while True:
        opened.append(os.open(os.devnull, os.O_RDONLY))
except OSError:
    said.append(catalog.message(604, "ja"))
for descriptor in opened:
    os.close(descriptor)
until = time.monotonic() + 10
while catalog.message(604, "ja") == said[0] and time.monotonic() < until:
    time.sleep(0.05)
print(*said, catalog.message(604, "ja"))
"""


def test_a_process_that_gets_its_descriptors_back_gets_its_language_back(tmp_path):
    for locale in ("en", "ja"):
        write(tmp_path, locale, suffix=".mo", VALIDATE_CODE_ERROR=locale)
    command = [sys.executable, "-c", WITHOUT_DESCRIPTORS, tmp_path]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.stdout == "en en ja\n", done.stderr
