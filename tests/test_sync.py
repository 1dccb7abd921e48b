"""``sync``: what it makes of a change to the codes, and what it never does to a file."""

from __future__ import annotations

import errno
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from pathlib import Path

import polib
import pytest
from babel.messages.pofile import read_po, write_po
from conftest import LOCALES, ROOT
from translate.storage.pypo import pofile

from rv_i18n.cli import main
from rv_i18n.tools import atomic
from rv_i18n.tools.po import sync as sync_module


class Tree:
    """A copy of the code list and the catalogues that a test may change."""

    def __init__(self, root: Path) -> None:
        shutil.copytree(LOCALES, root / "locales")
        (root / "rv_i18n").mkdir()
        shutil.copy(ROOT / "rv_i18n/codes.py", root / "rv_i18n")
        self.codes = root / "rv_i18n/codes.py"
        self.locales = root / "locales"
        self.template = self.locales / "rv_i18n.pot"
        self.ja = self.po("ja")

    def po(self, locale: str) -> Path:
        return self.locales / locale / "LC_MESSAGES/rv_i18n.po"

    def files(self) -> dict[Path, bytes]:
        return {path: path.read_bytes() for path in self.locales.rglob("*") if path.is_file()}

    def change_codes(self, old: str, new: str) -> None:
        source = self.codes.read_text(encoding="utf-8")
        assert source.count(old) == 1
        self.codes.write_text(source.replace(old, new), encoding="utf-8")

    def sync(self, *, prelude: str = "", **options) -> subprocess.CompletedProcess[str]:
        code = f"{prelude}\nimport sys; from rv_i18n.cli import main; sys.exit(main())"
        command = [*options.pop("prefix", []), sys.executable, "-c", textwrap.dedent(code), "sync"]
        command.append(str(self.locales))
        return subprocess.run(
            command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False, **options
        )


@pytest.fixture
def tree(tmp_path):
    return Tree(tmp_path)


def edit(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_bytes(text.replace(old, new).encode())


LAST = '    RayvisionError = 1000000, "Python code of the Renderbus SDK raised an exception"\n'
ADDED = '    BRAND_NEW = 609, "Nobody has seen it yet"\n'


def test_a_run_that_has_nothing_to_do_writes_no_file(tree, capsys):
    before = tree.files()
    times = {path: path.stat().st_mtime_ns for path in before}
    assert main(["sync", str(tree.locales)]) == 0
    assert tree.files() == before
    assert {path: path.stat().st_mtime_ns for path in before} == times
    assert set(re.findall(r": (\w+)$", capsys.readouterr().out, re.MULTILINE)) == {"unchanged"}


def test_a_new_code_comes_in_by_its_number_and_without_a_text(tree, capsys):
    before = polib.pofile(str(tree.ja))
    tree.change_codes(LAST, LAST + ADDED)
    assert main(["sync", str(tree.locales)]) == 0
    after = polib.pofile(str(tree.ja))
    symbols = [entry.msgid for entry in after]
    assert symbols[symbols.index("BRAND_NEW") - 1 :][:3] == [
        "USER_AREA_ERROR", "BRAND_NEW", "SIGNATURE_EXPIRED",
    ]  # fmt: skip
    new = after.find("BRAND_NEW")
    assert (new.msgstr, new.comment, new.flags) == ("", "609\nNobody has seen it yet", [])
    assert {e.msgid: e.msgstr for e in before}.items() <= {e.msgid: e.msgstr for e in after}.items()
    assert "ja/LC_MESSAGES/rv_i18n.po: added BRAND_NEW\n" in capsys.readouterr().out


def test_an_added_code_is_a_difference_of_its_own_lines_and_the_date(tree):
    before = tree.ja.read_text(encoding="utf-8").splitlines()
    tree.change_codes(LAST, LAST + ADDED)
    main(["sync", str(tree.locales)])
    after = tree.ja.read_text(encoding="utf-8").splitlines()
    added = [line for line in after if line not in before]
    assert [line for line in before if line not in after] == [
        '"POT-Creation-Date: 2026-11-23 12:00+0000\\n"'
    ]
    assert re.fullmatch(r'"POT-Creation-Date: \d{4}-\d\d-\d\d \d\d:\d\d\+0000\\n"', added[0])
    assert added[1:] == ["#. 609", "#. Nobody has seen it yet", 'msgid "BRAND_NEW"']
    date = polib.pofile(str(tree.template)).metadata["POT-Creation-Date"]
    assert polib.pofile(str(tree.ja)).metadata["POT-Creation-Date"] == date


def test_a_second_run_changes_nothing(tree):
    tree.change_codes(LAST, ADDED)
    main(["sync", str(tree.locales)])
    before = tree.files()
    assert main(["sync", str(tree.locales)]) == 0
    assert tree.files() == before


def test_a_removed_code_is_gone_and_not_obsolete(tree):
    tree.change_codes(LAST, "")
    main(["sync", str(tree.locales)])
    for path in tree.files():
        assert b"RayvisionError" not in path.read_bytes()
        assert len(polib.pofile(str(path))) == 57


def test_a_renamed_code_is_a_new_one_and_nothing_is_guessed(tree):
    tree.change_codes("ACCOUNT_QQ_FAIL = 813", "ACCOUNT_QQ_FAILED = 813")
    main(["sync", str(tree.locales)])
    entry = polib.pofile(str(tree.ja)).find("ACCOUNT_QQ_FAILED")
    assert (entry.msgstr, entry.fuzzy, entry.previous_msgid) == ("", False, None)
    assert b'ACCOUNT_QQ_FAIL"' not in tree.ja.read_bytes()


def test_a_number_or_description_that_changes_takes_the_text_along(tree):
    tree.change_codes('404, "The thing that the request asks for does not exist"', '604000, "Gone"')
    main(["sync", str(tree.locales)])
    entries = polib.pofile(str(tree.ja))
    assert entries[-2].msgid == "RESOURCE_NOT_FOUND"
    assert (entries[-2].msgstr, entries[-2].comment) == ("リソースが存在しません", "604000\nGone")


def test_what_translators_wrote_beside_a_text_is_kept(tree):
    edit(tree.ja, "#. 604\n", "# 電話のSMSで届く番号\n#  second line\n#\n#. 604\n")
    edit(
        tree.ja,
        'phone\nmsgid "VALIDATE_CODE_ERROR"',
        'phone\n#, fuzzy, ignore-end-stop\n#| msgid "OLD"\nmsgid "VALIDATE_CODE_ERROR"',
    )
    before = tree.ja.read_bytes()
    main(["sync", str(tree.locales)])
    assert tree.ja.read_bytes() == before
    tree.change_codes(LAST, "")
    main(["sync", str(tree.locales)])
    entry = polib.pofile(str(tree.ja)).find("VALIDATE_CODE_ERROR")
    assert entry.tcomment == "電話のSMSで届く番号\n second line\n"
    assert (entry.flags, entry.previous_msgid) == (["fuzzy", "ignore-end-stop"], "OLD")


def test_header_fields_stay_as_weblate_wrote_them(tree):
    path = tree.po("zh_CN")
    edit(path, "Language: zh_CN", "Language: zh_Hans")
    edit(path, '"Generated-By: Babel 2.18.0\\n"', '"X-Generator: Weblate 2026.10\\n"')
    edit(path, "PO-Revision-Date: 2026-11-23 12:00+0000", "PO-Revision-Date: 2027-01-02 03:04+0000")
    before = path.read_bytes()
    main(["sync", str(tree.locales)])
    assert path.read_bytes() == before


def test_a_file_that_another_tool_wrote_comes_back_to_the_canonical_form(tree):
    canonical = tree.files()
    po = polib.pofile(str(tree.ja), wrapwidth=20)  # breaks lines early, references and all
    po[3].occurrences = [("codes.py", "60")]
    po.append(polib.POEntry(msgid="GONE", msgstr="なし", obsolete=True))
    po.save(newline="\r\n")
    with tree.po("en").open("rb") as source:
        catalogue = read_po(source)
    with tree.po("en").open("wb") as target:
        write_po(target, catalogue, width=40)
    tree.po("ko").write_bytes(b"\xef\xbb\xbf" + canonical[tree.po("ko")] + b"\n\n# stray\n")
    assert main(["sync", str(tree.locales)]) == 0
    restored = tree.files()
    del canonical[tree.ja], canonical[tree.po("en")]
    assert canonical.items() <= restored.items()
    # polib orders the header its own way, Babel rewrites some of it, and sync leaves it at that.
    for path in (tree.ja, tree.po("en")):
        original = (LOCALES / path.relative_to(tree.locales)).read_bytes()
        assert restored[path].split(b"\n\n", 1)[1] == original.split(b"\n\n", 1)[1]


LONG = {
    "en": "The phone verification code is incorrect, so please look at C:\\\\\\\\ and the message "
    'that was sent, and "type" the code once more, or ask for another one\tin a minute',
    "ko": "휴대전화 인증번호가 올바르지 않습니다 " * 4 + "계정",
    "ja": "SMS認証コードが正しくありません、" * 5,
    "zh_CN": "手机验证码错误，请检查网络环境" * 6 + "json",
}


@pytest.mark.parametrize("locale", LONG)
@pytest.mark.parametrize("width", [40, 78, 1000])
def test_a_long_text_keeps_the_lines_that_it_was_found_in(tree, locale, width):
    path = tree.po(locale)
    po = polib.pofile(str(path))
    po.find("VALIDATE_CODE_ERROR").msgstr = LONG[locale]
    po.wrapwidth = width
    po.save()
    before = path.read_text(encoding="utf-8").split('msgid "VALIDATE_CODE_ERROR"\n')[1]
    main(["sync", str(tree.locales)])
    after = path.read_text(encoding="utf-8").split('msgid "VALIDATE_CODE_ERROR"\n')[1]
    assert after.split("\n\n")[0] == before.split("\n\n")[0]
    assert polib.pofile(str(path)).find("VALIDATE_CODE_ERROR").msgstr == LONG[locale]


def test_a_long_text_that_is_written_in_no_usual_way_comes_to_stand_in_one_line(tree):
    start = 'msgid "FAIL"\nmsgstr '
    edit(tree.ja, f'{start}"', f'{start} ""\n"{LONG["ja"]}"\n"')
    for _ in "twice":
        assert main(["sync", str(tree.locales)]) == 0
        text = tree.ja.read_text(encoding="utf-8")
        assert f'msgid "FAIL"\nmsgstr "{LONG["ja"]}リクエストに失敗しました"\n' in text


def test_a_comment_that_is_written_without_a_space_is_given_one(tree):
    canonical = tree.ja.read_bytes()
    edit(tree.ja, "#. 100\n", "#.100\n")
    main(["sync", str(tree.locales)])
    assert tree.ja.read_bytes() == canonical
    edit(tree.ja, "#. 100\n", "#ノート\n#. 100\n#,fuzzy\n")
    main(["sync", str(tree.locales)])
    entry = polib.pofile(str(tree.ja)).find("FAIL")
    assert (entry.tcomment, entry.flags) == ("ノート", ["fuzzy"])


def test_a_long_text_that_weblate_broke_is_left_alone(tree):
    for locale, text in LONG.items():
        store = pofile.parsefile(str(tree.po(locale)))
        store.findid("VALIDATE_CODE_ERROR").target = text
        store.save()
    before = tree.files()
    main(["sync", str(tree.locales)])
    assert tree.files() == before


def test_line_feeds_in_a_text_and_a_long_word_are_written_as_gettext_does(tree):
    po = polib.pofile(str(tree.ja), wrapwidth=1000)
    po.find("FAIL").msgstr = "一行目\n二行目"
    po.find("SUCCESS").msgstr = "x" * 100
    po.save()
    main(["sync", str(tree.locales)])
    text = tree.ja.read_text(encoding="utf-8")
    assert 'msgid "FAIL"\nmsgstr ""\n"一行目\\n"\n"二行目"\n' in text
    assert f'msgid "SUCCESS"\nmsgstr "{"x" * 100}"\n' in text


def test_a_missing_template_is_written(tree):
    before = tree.template.read_bytes()
    tree.template.unlink()
    main(["sync", str(tree.locales)])
    after = tree.template.read_bytes()
    assert after.split(b"\n\n", 1)[1] == before.split(b"\n\n", 1)[1]
    assert re.search(rb"POT-Creation-Date: \d{4}-", after)


def test_what_pybabel_extract_writes_is_brought_back_to_the_projects_own_header(tree):
    before = tree.template.read_bytes()
    command = [sys.executable, "-m", "babel.messages.frontend", "extract", "-F", ROOT / "babel.cfg"]
    subprocess.run([*command, "-o", tree.template, "."], cwd=tree.codes.parent.parent, check=True)
    assert b"PROJECT VERSION" in tree.template.read_bytes()
    assert main(["sync", str(tree.locales)]) == 0
    date = re.compile(rb"POT-Creation-Date: [^\\]*")
    assert date.sub(b"", tree.template.read_bytes()) == date.sub(b"", before)
    assert re.search(rb"POT-Creation-Date: \d{4}-", tree.template.read_bytes())
    assert tree.ja.read_bytes() == (LOCALES / "ja/LC_MESSAGES/rv_i18n.po").read_bytes()


def test_a_header_without_a_date_gets_none(tree):
    edit(tree.ja, '"POT-Creation-Date: 2026-11-23 12:00+0000\\n"\n', "")
    edit(tree.template, '"POT-Creation-Date: 2026-11-23 12:00+0000\\n"\n', "")
    tree.change_codes(LAST, "")
    assert main(["sync", str(tree.locales)]) == 0
    assert b"POT-Creation-Date" not in tree.ja.read_bytes()


def test_catalogues_of_another_domain_are_left_alone(tree):
    other = tree.ja.with_name("other.po")
    other.write_bytes(b"anything")
    assert main(["sync", str(tree.locales)]) == 0
    assert other.read_bytes() == b"anything"


TEXT = 'msgstr "リクエストに失敗しました"'
NEITHER = "neither a comment nor a keyword with a well-formed string"
NO_PLACE = "FAIL has a context or a plural, which no entry here has"
TWICE = "FAIL is there twice, and on line 21 with another text"
SECOND = "an empty msgid, which the header alone has"
BROKEN = {
    "an open string": (TEXT, 'msgstr "失', f"line 22: {NEITHER}"),
    "a stray quote": (TEXT, 'msgstr "失"敗"', f"line 22: {NEITHER}"),
    "no keyword": ('msgid "FAIL"', 'magic "FAIL"', f"line 21: {NEITHER}"),
    "a wrong keyword": ('msgid "FAIL"', "msgix", f"line 21: {NEITHER}"),
    "conflict marks": ("#. 100\n", "<<<<<<< HEAD\n#. 100\n", f"line 19: {NEITHER}"),
    "no text": (f"{TEXT}\n", "", "line 21: a msgid without a msgstr"),
    "no msgid": ('msgid "FAIL"\n', "", "line 21: a text without a msgid"),
    "a bare keyword": ('msgid "FAIL"', "msgid", f"line 21: {NEITHER}"),
    "two texts": (TEXT, f"{TEXT}\n{TEXT}", "line 23: a line out of its place"),
    "a string alone": ('msgid "F', '"F"\nmsgid "F', "line 21: a text without a msgid"),
    "an open second line": (TEXT, 'msgstr ""\n"失', f"line 23: {NEITHER}"),
    "a control": (
        "リクエストに失敗しました",
        "失\x0b敗",
        "line 22: a control character that is not escaped",
    ),
    "no header": (
        'msgid ""\n',
        'msgid "H"\n',
        "it has no header, the entry with an empty msgid, at its start",
    ),
    "a second header": ("#. 200\n", 'msgid ""\nmsgstr "x"\n\n#. 200\n', f"line 24: {SECOND}"),
    "an escape that is none": (TEXT, 'msgstr "失\\敗"', f"line 22: {NEITHER}"),
    "a context": ('msgid "FAIL"', 'msgctxt "x"\nmsgid "FAIL"', f"line 22: {NO_PLACE}"),
    "a plural": ('L"\nmsgstr ', 'L"\nmsgid_plural "FAILS"\nmsgstr[0] ', f"line 21: {NO_PLACE}"),
    "a second text": ("#. 200\n", 'msgid "FAIL"\nmsgstr "別"\n\n#. 200\n', f"line 24: {TWICE}"),
    "another charset": ("リクエストに失敗しました", "\udce5", "line 22: not UTF-8"),
}


@pytest.mark.parametrize("name", BROKEN)
def test_what_cannot_be_read_is_refused_in_one_line_and_nothing_is_touched(tree, capsys, name):
    old, new, reason = BROKEN[name]
    text = tree.ja.read_text(encoding="utf-8")
    assert text.count(old) >= 1
    tree.ja.write_bytes(text.replace(old, new, 1).encode("utf-8", "surrogateescape"))
    tree.change_codes(LAST, "")
    before = tree.files()
    assert main(["sync", str(tree.locales)]) == 2
    error = capsys.readouterr().err
    assert error.startswith("rv-i18n: ")
    assert error.endswith(f"ja/LC_MESSAGES/rv_i18n.po: {reason}\n")
    assert tree.files() == before


def test_an_entry_that_is_there_twice_with_one_text_is_written_once(tree):
    before = tree.ja.read_bytes()
    edit(tree.ja, "#. 200\n", 'msgid "FAIL"\nmsgstr "リクエストに失敗しました"\n\n#. 200\n')
    assert main(["sync", str(tree.locales)]) == 0
    assert tree.ja.read_bytes().split(b"\n\n", 1)[1] == before.split(b"\n\n", 1)[1]


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda path: None, "not a directory"),
        (Path.touch, "not a directory"),
        (Path.mkdir, "no catalogue <locale>/LC_MESSAGES/<domain>.po in it"),
    ],
)
def test_a_localedir_that_is_none_is_an_error(tmp_path, capsys, make, reason):
    make(tmp_path / "none")
    assert main(["sync", str(tmp_path / "none")]) == 2
    assert capsys.readouterr().err.endswith(f"none: {reason}\n")
    assert not (tmp_path / "none" / "rv_i18n.pot").exists()


def test_a_catalogue_that_is_no_file_is_an_error(tree, capsys):
    tree.ja.unlink()
    os.mkfifo(tree.ja)
    assert main(["sync", str(tree.locales)]) == 2
    assert capsys.readouterr().err.endswith("rv_i18n.po: not a regular file\n")
    tree.ja.unlink()
    tree.ja.symlink_to("nowhere")
    assert main(["sync", str(tree.locales)]) == 2
    assert capsys.readouterr().err.endswith("rv_i18n.po: No such file or directory\n")


def test_without_a_localedir_it_is_the_checkouts(monkeypatch, capsys, tmp_path):
    monkeypatch.chdir(ROOT)
    assert main(["sync"]) == 0
    assert capsys.readouterr().out.startswith("locales/rv_i18n.pot: unchanged\n")
    monkeypatch.chdir(tmp_path)
    assert main(["sync"]) == 0
    assert capsys.readouterr().out.startswith(f"{ROOT}/locales/rv_i18n.pot: unchanged\n")


def test_an_installed_copy_asks_for_the_localedir(tmp_path):
    shutil.copytree(ROOT / "rv_i18n", tmp_path / "rv_i18n")
    shutil.copytree(LOCALES, tmp_path / "rv_i18n/locales", ignore=shutil.ignore_patterns("*.pot"))
    command = [sys.executable, "-m", "rv_i18n", "sync"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 2
    reason = "an installed copy has no template: say which LOCALEDIR is meant"
    assert done.stderr == f"rv-i18n: rv_i18n/locales: {reason}\n"


def test_the_mode_is_kept_and_a_link_stays_a_link(tree, tmp_path):
    tree.po("en").chmod(0o640)
    target = tmp_path / "elsewhere.po"
    tree.ja.rename(target)
    tree.ja.symlink_to(target)
    tree.change_codes(LAST, "")
    assert main(["sync", str(tree.locales)]) == 0
    assert stat.S_IMODE(tree.po("en").stat().st_mode) == 0o640
    assert tree.ja.is_symlink()
    assert b"RayvisionError" not in target.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


FULL_DISK = """
import atexit, resource
def room_for(size):
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))
room_for({size})
atexit.register(room_for, resource.RLIM_INFINITY)  # what measures coverage writes at the end
"""


def test_a_full_disk_leaves_every_file_as_it_was(tree):
    tree.change_codes(LAST, ADDED)
    before = tree.files()
    done = tree.sync(prelude=FULL_DISK.format(size=len(before[tree.po("en")]) - 1000))
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"rv-i18n: {tree.po('en')}: File too large\n"
    assert tree.files() == before


def as_someone_without_rights():
    """The words before a command that take root's right to write anywhere from it."""
    if os.geteuid():
        return []
    if not shutil.which("setpriv"):
        pytest.skip("root may write anywhere, and there is no setpriv")
    return ["setpriv", "--bounding-set=-dac_override"]


def test_a_read_only_directory_leaves_every_file_as_it_was(tree):
    tree.change_codes(LAST, ADDED)
    before = tree.files()
    tree.ja.parent.chmod(0o555)
    try:
        done = tree.sync(prefix=as_someone_without_rights())
    finally:
        tree.ja.parent.chmod(0o755)
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr == f"rv-i18n: {tree.ja}: Permission denied\n"
    assert tree.files() == before


KILL = """
import os, signal
def killing(function, left=[{count}]):
    def called(*arguments, **options):
        left[0] -= 1
        if left[0] < 0:
            os.kill(os.getpid(), signal.SIGKILL)
        return function(*arguments, **options)
    return called
os.{function} = killing(os.{function})
"""


@pytest.mark.parametrize("function", ["fsync", "replace"])
@pytest.mark.parametrize("count", [0, 2, 5])
def test_a_kill_at_any_moment_leaves_each_file_as_it_was_or_as_it_should_be(
    tree, tmp_path_factory, function, count
):
    tree.change_codes(LAST, ADDED)
    before = tree.files()
    done = tree.sync(prelude=KILL.format(function=function, count=count))
    assert done.returncode == -signal.SIGKILL
    killed = {path: path.read_bytes() for path in before}
    assert tree.sync().returncode == 0
    after = tree.files()
    assert set(after) == set(before)  # what the run that was killed left behind is gone
    date = re.compile(rb"POT-Creation-Date: [^\\]*")
    for path, content in killed.items():
        assert date.sub(b"", content) in (
            date.sub(b"", before[path]), date.sub(b"", after[path]),
        )  # fmt: skip


def test_a_change_that_fails_half_way_is_said_and_cleaned_up(tree, monkeypatch, capsys):
    replace, left = os.replace, [3]

    def failing(source, target):
        left[0] -= 1
        if left[0] < 0:
            raise OSError(5, "Input/output error", source, None, target)
        replace(source, target)

    monkeypatch.setattr(os, "replace", failing)
    tree.change_codes(LAST, ADDED)
    before = tree.files()
    assert main(["sync", str(tree.locales)]) == 2
    assert capsys.readouterr().err == f"rv-i18n: {tree.po('ko')}: Input/output error\n"
    assert set(tree.files()) == set(before)
    assert sum(tree.files()[path] != before[path] for path in before) == 3


def test_two_runs_at_once_take_turns(tree):
    tree.change_codes(LAST, ADDED)
    wait = (
        "import time, os; real = os.replace\nos.replace = lambda *a: (time.sleep(0.05), real(*a))"
    )
    code = f"{wait}\nimport sys; from rv_i18n.cli import main; sys.exit(main())"
    command = [sys.executable, "-c", code, "sync", str(tree.locales)]
    runs = [subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) for _ in "ab"]
    outputs = sorted(run.communicate()[0] for run in runs)
    assert [run.returncode for run in runs] == [0, 0]
    assert [output.count("added BRAND_NEW") for output in outputs] in ([0, 6], [6, 0])
    assert len(tree.files()) == 6


def test_the_date_is_the_moment_in_universal_time(tree, monkeypatch):
    monkeypatch.setattr(sync_module, "_now", lambda: "2030-01-02 03:04+0000")
    tree.change_codes(LAST, "")
    main(["sync", str(tree.locales)])
    for path in tree.files():
        assert b"POT-Creation-Date: 2030-01-02 03:04+0000" in path.read_bytes()


def test_a_directory_that_stays_locked_is_an_error_and_not_a_wait_for_ever(
    tree, monkeypatch, capsys
):
    monkeypatch.setattr(atomic, "PATIENCE", 0.1)
    with atomic.locked(str(tree.locales)):
        assert main(["sync", str(tree.locales)]) == 2
    locked = f"rv-i18n: {tree.locales}: locked by another run, or another program\n"
    assert capsys.readouterr().err == locked


def test_a_file_system_without_locks_has_none(tree, monkeypatch):
    def flock(descriptor, operation):
        raise OSError(errno.ENOLCK, "No locks available")

    monkeypatch.setattr(atomic.fcntl, "flock", flock)
    assert main(["sync", str(tree.locales)]) == 0


def test_a_directory_of_other_catalogues_is_left_alone(tmp_path, capsys):
    path = tmp_path / "ja/LC_MESSAGES/app.po"
    path.parent.mkdir(parents=True)
    path.write_text('msgid ""\nmsgstr ""\n')
    assert main(["sync", str(tmp_path)]) == 2
    assert "no template or catalogue of the domain rv_i18n" in capsys.readouterr().err
    assert [each.name for each in tmp_path.iterdir()] == ["ja"]


@pytest.mark.parametrize(
    ("line", "twice"),
    [('OTHER = 609, "x", "FORBIDDEN"', "FORBIDDEN"), ('OTHER = 607, "x"', "607")],
)
def test_a_number_or_name_that_is_there_twice_is_refused(tree, capsys, line, twice):
    before = tree.files()
    tree.change_codes(LAST, f"{LAST}    {line}\n")
    assert main(["sync", str(tree.locales)]) == 2
    assert f"codes.py: {twice} is there twice, on lines " in capsys.readouterr().err
    assert tree.files() == before


def test_a_code_list_that_cannot_be_opened_is_named(tree, capsys, monkeypatch):
    real = open

    def refused(path, *arguments, **options):
        if str(path).endswith("codes.py"):
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return real(path, *arguments, **options)

    monkeypatch.setattr("builtins.open", refused)
    assert main(["sync", str(tree.locales)]) == 2
    assert capsys.readouterr().err.endswith("codes.py: Permission denied\n")
