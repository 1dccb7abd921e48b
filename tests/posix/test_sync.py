"""``sync`` among links, modes, owners, full disks, kills and other runs."""

from __future__ import annotations

import errno
import os
import signal
import stat
from pathlib import Path

import pytest
from trees import ADDED, LAST, edit

from rv_i18n.cli import main
from rv_i18n.tools import atomic


@pytest.fixture
def studio(studio, monkeypatch):
    """The project, in which the commands run."""
    monkeypatch.chdir(studio.root)
    return studio


def test_a_source_that_is_a_device_is_named(studio, capsys):
    studio.codes.unlink()
    os.mkfifo(studio.codes)
    assert main(["sync"]) == 2
    assert capsys.readouterr().err.endswith("errors.py: not a regular file\n")
    studio.codes.unlink()
    studio.codes.symlink_to("/dev/null")  # an untrusted commit can contain such a link
    assert main(["sync"]) == 2
    assert "errors.py: it leads out of the repository" in capsys.readouterr().err


def test_a_catalogue_that_is_not_a_file_is_an_error(studio, capsys):
    studio.ja.unlink()
    os.mkfifo(studio.ja)
    assert main(["sync"]) == 2
    assert capsys.readouterr().err.endswith("my_studio.po: not a regular file\n")
    studio.ja.unlink()
    studio.ja.symlink_to("nowhere")
    assert main(["sync"]) == 2
    assert capsys.readouterr().err.endswith("my_studio.po: No such file or directory\n")


def test_a_linked_directory_is_the_directory_that_it_links_to(studio, tmp_path_factory):
    elsewhere = tmp_path_factory.mktemp("elsewhere")
    (elsewhere / "link").symlink_to(studio.locales)
    studio.change_codes(LAST, LAST + ADDED)
    done = studio.run("sync", "link", cwd=elsewhere)
    assert (done.returncode, done.stderr) == (0, "")
    assert b"BRAND_NEW" in studio.ja.read_bytes()


def test_a_file_that_two_links_lead_to_is_written_once(studio):
    (studio.locales / "zh_Hans").symlink_to("zh_CN")
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    assert studio.po("zh_CN").read_bytes().count(b'"BRAND_NEW"') == 1
    assert not list(studio.locales.rglob(".*"))


def test_the_mode_is_kept_and_a_link_stays_a_link(studio):
    studio.po("en").chmod(0o640)
    target = studio.root / "elsewhere.po"
    studio.ja.rename(target)
    studio.ja.symlink_to(target)
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    assert stat.S_IMODE(studio.po("en").stat().st_mode) == 0o640
    assert studio.ja.is_symlink()
    assert b"BRAND_NEW" in target.read_bytes()


def test_a_new_file_has_the_mode_of_any_other(studio):
    studio.template.unlink()
    mask = os.umask(0o027)
    try:
        assert main(["sync"]) == 0
    finally:
        os.umask(mask)
    assert stat.S_IMODE(studio.template.stat().st_mode) == 0o640


def test_a_template_that_links_to_a_catalogue_stops_before_anything_is_written(studio, capsys):
    studio.change_codes(LAST, LAST + ADDED)
    studio.template.unlink()
    studio.template.symlink_to(studio.ja)
    before = studio.files()
    assert main(["sync"]) == 2
    assert "it is a link to another of the files" in capsys.readouterr().err
    assert studio.files() == before


@pytest.mark.parametrize("number", [errno.EPERM, errno.EINVAL])  # EINVAL: of no one in a container
def test_a_shared_file_stays_its_groups(studio, monkeypatch, number):
    asked = []

    def chown(path, owner, group):
        asked.append((Path(path).parent, owner, group))
        raise OSError(number, os.strerror(number), path)

    monkeypatch.setattr(os, "chown", chown)
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    status = studio.template.stat()
    assert asked[:2] == [
        (studio.locales, status.st_uid, status.st_gid),
        (studio.locales, -1, status.st_gid),
    ]
    assert b"BRAND_NEW" in studio.template.read_bytes()


FULL_DISK = """
import atexit, resource
def room_for(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
room_for({size})
atexit.register(room_for, resource.RLIM_INFINITY)  # the coverage measurement writes at exit
"""


def test_a_full_disk_leaves_every_file_as_it_was(studio):
    studio.change_codes(LAST, LAST + ADDED)
    before = studio.files()
    done = studio.run("sync", prelude=FULL_DISK.format(size=len(before[studio.ja]) - 100))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.endswith("my_studio.po: File too large\n")
    assert studio.files() == before


def as_someone_without_rights():
    """The words before a command that take away root's right to write anywhere."""
    return [] if os.geteuid() else ["setpriv", "--bounding-set=-dac_override"]


def test_a_read_only_directory_leaves_every_file_as_it_was(studio):
    studio.change_codes(LAST, LAST + ADDED)
    before = studio.files()
    studio.ja.parent.chmod(0o555)
    try:
        done = studio.run("sync", prefix=as_someone_without_rights())
    finally:
        studio.ja.parent.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == "rv-i18n: locales/ja/LC_MESSAGES/my_studio.po: Permission denied\n"
    assert studio.files() == before


KILL = """
import os, signal
def killing(function, left=[{count}]):
    def called(*arguments, **options):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **options)
    return called
os.replace = killing(os.replace)
"""


@pytest.mark.parametrize("count", [0, 2, 5])
def test_a_kill_at_any_moment_leaves_each_file_as_it_was_or_as_it_should_be(studio, count):
    studio.change_codes(LAST, LAST + ADDED)
    before = studio.files()
    done = studio.run("sync", prelude=KILL.format(count=count))
    assert done.returncode == -signal.SIGKILL
    killed = {path: path.read_bytes() for path in before}
    assert studio.run("sync").returncode == 0
    after = {path: path.read_bytes() for path in before}
    assert sum(killed[path] == after[path] != before[path] for path in before) == count
    assert all(killed[path] in (before[path], after[path]) for path in before)


def test_a_run_while_another_is_at_work_is_refused(studio, capsys):
    with atomic.locked(str(studio.locales)):
        assert main(["sync"]) == 2
    assert capsys.readouterr().err == "rv-i18n: locales: another run is in progress\n"


def test_a_file_system_without_locks_has_none(studio, monkeypatch):
    def flock(descriptor, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(atomic.fcntl, "flock", flock)
    assert main(["sync"]) == 0


def test_a_later_run_removes_what_a_killed_one_left(studio):
    studio.change_codes(LAST, LAST + ADDED)
    assert studio.run("sync", prelude=KILL.format(count=0)).returncode == -signal.SIGKILL
    left = sorted(studio.locales.rglob(".rv-i18n.*"))
    assert left
    old, young = left[0], left[1:]
    os.utime(old, (0, 0))
    link = studio.locales / ".rv-i18n.0123456789abcdef"
    link.symlink_to(studio.codes)
    os.utime(link, (0, 0), follow_symlinks=False)
    assert studio.run("sync").returncode == 0
    assert not old.exists()
    assert all(path.exists() for path in young)  # they may be another run's
    assert link.is_symlink()


def test_leftovers_that_cannot_be_removed_do_no_harm(studio, monkeypatch):
    left = studio.locales / ".rv-i18n.0123456789abcdef"
    left.touch()
    os.utime(left, (0, 0))
    unlink = os.unlink

    def refused(path):
        if path == os.path.realpath(left):
            raise PermissionError(errno.EPERM, "Operation not permitted", path)
        unlink(path)

    monkeypatch.setattr(os, "unlink", refused)
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    assert left.exists()


def test_a_private_file_is_private_at_every_moment(studio, monkeypatch):
    modes = []
    chmod = atomic.shutil.copymode

    def copymode(target, temporary):
        chmod(target, temporary)
        modes.append((stat.S_IMODE(os.stat(temporary).st_mode), os.path.getsize(temporary)))

    monkeypatch.setattr(atomic.shutil, "copymode", copymode)
    studio.ja.chmod(0o600)
    studio.change_codes(LAST, LAST + ADDED)
    assert main(["sync"]) == 0
    assert (0o600, 0) in modes


@pytest.mark.parametrize("command", ["lint", "stats", "sync"])
def test_a_link_out_of_the_repository_is_not_followed(studio, command, tmp_path_factory, capsys):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret"
    secret.write_text("hunter2")
    studio.ja.unlink()
    studio.ja.symlink_to(secret)
    assert main([command]) == 2
    said = capsys.readouterr()
    assert "my_studio.po: it leads out of the repository" in said.err
    assert "hunter2" not in said.out + said.err
    assert secret.read_text() == "hunter2"


@pytest.mark.parametrize("command", ["lint", "stats", "sync"])
def test_an_import_out_of_the_repository_is_not_followed(studio, command, tmp_path_factory, capsys):
    secret = tmp_path_factory.mktemp("elsewhere") / "secret.py"
    secret.write_text("hunter2 = (\n")
    (studio.root / "my_studio/base.py").symlink_to(secret)
    edit(studio.codes, "(CodeEnum)", "(Base)")
    edit(studio.codes, "\nclass ", "\nfrom .base import Base\n\n\nclass ")
    assert main([command]) == 2
    said = capsys.readouterr()
    assert "base.py: it leads out of the repository" in said.err
    assert "hunter2" not in said.out + said.err
