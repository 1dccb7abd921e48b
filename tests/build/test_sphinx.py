"""Codes in the documents of a Sphinx site, built by Sphinx in a process of its own."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zlib
from html import unescape

import pytest
from trees import ROOT, edit, set_text, write, write_project

CODES = {"OK": 0, "CODE_WRONG": 604, "NO_LICENSE": 700, "DISK_FULL": 701, "LOST": 702}
TEXTS = {
    "en": {
        "OK": "All is well",
        "CODE_WRONG": 'The "code" -- is wrong',
        "NO_LICENSE": "No license is free",
        "NO_LICENSE.action": "Wait, or stop a job",
        "DISK_FULL": "The *disk* <b>is</b> full",
        "LOST": "A file is lost",
    },
    "ja": {"CODE_WRONG": "認証コードが正しくありません", "NO_LICENSE": "ライセンスがありません"},
    "ko": {"CODE_WRONG": "인증번호가 올바르지 않습니다"},
}
TABLE = 'title = "Codes of a studio"\nfamilies = {0 = "General", 700 = "Licenses"}\n'


class Site:
    """A project, and documents of it."""

    def __init__(self, root):
        self.root = root
        self.project = write_project(root, CODES, TEXTS, TABLE)
        self.docs = root / "docs"
        self.docs.mkdir()
        self.write(
            "conf.py", 'extensions = ["myst_parser", "rv_i18n.sphinx"]\nproject = "Studio"\n'
        )

    def write(self, name, text):
        (self.docs / name).parent.mkdir(exist_ok=True)
        (self.docs / name).write_text(text, encoding="utf-8")

    def write_rst(self, name, *lines):
        self.write(f"{name}.rst", "\n".join([name, "=" * len(name), "", *lines, ""]))

    def build(self, *options, builder="html", into="out"):
        """Build the site; return what Sphinx says, which must be nothing where all is well."""
        done = subprocess.run(
            [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-b", builder, *options,
             self.docs, self.root / into],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True, encoding="utf-8", check=False,
        )  # fmt: skip
        assert bool(done.returncode) == bool(done.stderr), done.stderr
        return done.stderr.replace(f"{self.docs}{os.sep}", "")

    def html(self, name, into="out"):
        return (self.root / into / f"{name}.html").read_text(encoding="utf-8")

    def described(self, name, into="out"):
        """By anchor, what stands above and below it."""
        found = re.findall(
            r'<dt class="sig sig-object rv-i18n"(?: id="([^"]*)")?>(.*?)</dt>\s*'
            r"<dd>(.*?)</dd></dl>\n\n",
            self.html(name, into), re.DOTALL,
        )  # fmt: skip
        return [(anchor, shown(head), shown(body)) for anchor, head, body in found]

    def links(self, name, into="out"):
        """Where the links to codes lead, with their hints and texts."""
        pattern = r'<a class="reference internal" href="([^"]*)" title="([^"]*)">(.*?)</a>'
        found = re.findall(pattern, self.html(name, into))
        return [(href, unescape(hint), shown(text)) for href, hint, text in found]

    def inventory(self):
        """The lines of objects.inv that are about codes."""
        data = (self.root / "out/objects.inv").read_bytes()
        lines = zlib.decompress(data.split(b"\n", 4)[4]).decode().splitlines()
        return [line for line in lines if " rv-i18n:code " in line]


def shown(html):
    """What a reader sees of an element, without the sign by which its address is copied."""
    return unescape(" ".join(re.sub("<[^>]*>", " ", html).replace("¶", "").split()))


@pytest.fixture
def site(tmp_path):
    return Site(tmp_path)


@pytest.fixture
def written(site):
    """A site with all codes in one document, and two that refer to them."""
    site.write_rst("index", ".. toctree::", "", "   codes", "   story", "   notes")
    site.write_rst("codes", ".. rv-i18n::")
    site.write_rst("story", "It says :rv-i18n:code:`604` or :rv-i18n:code:`full <disk-full>`.")
    site.write("notes.md", "# Notes\n\nSee {rv-i18n:code}`NO_LICENSE` and [wrong](#CODE_WRONG).\n")
    return site


ENGLISH = [
    ("0", "0 OK", "All is well"),
    ("604", "604 CODE_WRONG", 'The "code" -- is wrong'),
    ("700", "700 NO_LICENSE", "No license is free What to do : Wait, or stop a job"),
    ("701", "701 DISK_FULL", "The *disk* <b>is</b> full"),
    ("702", "702 LOST", "A file is lost"),
]
IN = {
    "en": ENGLISH,
    "ja": [
        ("0", "0 OK", "All is well (en)"),
        ("604", "604 CODE_WRONG", "認証コードが正しくありません"),
        ("700", "700 NO_LICENSE", "ライセンスがありません 対処方法 : Wait, or stop a job"),
        ("701", "701 DISK_FULL", "The *disk* <b>is</b> full (en)"),
        ("702", "702 LOST", "A file is lost (en)"),
    ],
    "de": ENGLISH,
}


def first_of(described):
    """The text of a code, without what is said of it further."""
    return re.sub(r" \S+( to do)? : .*", "", described[2])


def test_a_site_has_the_codes_in_the_language_of_its_documents(written):
    for language, expected in IN.items():
        assert written.build("-D", f"language={language}", into=language) == ""
        assert written.described("codes", language) == expected
        text = expected[1][2]
        assert written.links("story", language) == [
            ("codes.html#604", f"CODE_WRONG: {text}", "604"),
            ("codes.html#701", f"DISK_FULL: {expected[3][2]}", "full"),
        ]
        assert written.links("notes", language) == [
            ("codes.html#700", f"NO_LICENSE: {first_of(expected[2])}", "NO_LICENSE"),
            ("codes.html#604", f"CODE_WRONG: {text}", "wrong"),
        ]
    for text in ("A file is lost (en)", "Wait, or stop a job"):
        assert f'<span lang="en">{text}</span>' in written.html("codes", "ja")
    assert "lang=" not in written.html("codes", "en").partition("<body")[2]
    families = re.findall(r'<p class="rubric">(.*?)</p>', written.html("codes", "en"))
    assert families == ["General", "Licenses"]


def test_other_sites_find_the_codes_by_number_and_name(written):
    assert written.build() == ""
    names = [name for number_and_name in zip(CODES.values(), CODES) for name in number_and_name]
    assert {line.split(" ")[0] for line in written.inventory()} == {*map(str, names)}
    assert "604 rv-i18n:code 1 codes.html#$ -" in written.inventory()
    assert "CODE_WRONG rv-i18n:code 1 codes.html#604 -" in written.inventory()
    assert "CODE_WRONG (604)" in shown(written.html("genindex"))


def test_a_reference_to_a_code_that_is_gone_is_a_warning(written):
    written.write_rst("story", "It says :rv-i18n:code:`604` or :rv-i18n:code:`999`.")
    assert "story.rst:4: WARNING: no document shows the error code 999" in written.build()


def test_what_changes_in_the_list_or_a_catalogue_is_seen_by_the_next_build(written):
    assert written.build() == ""
    unchanged = written.html("codes")
    assert written.build() == ""
    assert written.html("codes") == unchanged
    english = written.project.catalog()
    assert english.locales() == ["en", "ja", "ko"]
    set_text(written.root / "locales/en/LC_MESSAGES/studio.po", "CODE_WRONG", "Not that code")
    assert written.build() == ""
    assert ("604", "604 CODE_WRONG", "Not that code") in written.described("codes")
    assert ("codes.html#604", "CODE_WRONG: Not that code", "604") in written.links("story")
    edit(written.root / "errors.py", "    C3 = 701, '', 'DISK_FULL'\n", "")
    said = written.build()
    assert "story.rst:4: WARNING: no document shows the error code disk-full" in said
    assert len(written.described("codes")) == len(CODES) - 1


def test_what_changes_in_the_projects_own_words_is_seen_by_the_next_build(written):
    own = write(written.root / "locales", "en", domain="studio_page", Licenses="Permits")
    assert written.build() == ""
    assert '<p class="rubric">Permits</p>' in written.html("codes")
    set_text(own, "Licenses", "Licences")
    assert written.build() == ""
    assert '<p class="rubric">Licences</p>' in written.html("codes")


def test_a_range_and_single_codes_are_shown_in_the_order_asked(site):
    site.write_rst("index", ".. rv-i18n:: 701-1000, no-license 604", "", ".. rv-i18n:: OK")
    assert site.build() == ""
    assert [anchor for anchor, *_ in site.described("index")] == ["701", "702", "700", "604", "0"]
    assert 'class="rubric"' not in site.html("index")


def test_myst_has_the_directive_too_and_a_document_may_choose_a_language(site):
    site.write("index.md", "# Codes\n\n```{rv-i18n} 604\n:language: ko-KR\n```\n")
    assert site.build() == ""
    assert site.described("index") == [("604", "604 CODE_WRONG", TEXTS["ko"]["CODE_WRONG"])]
    assert f'<span lang="ko">{TEXTS["ko"]["CODE_WRONG"]}</span>' in site.html("index")


WRONG = {
    "605": "unknown code '605'; the nearest known are 604 CODE_WRONG, 700 NO_LICENSE",
    "NO_LICENCE": "unknown code 'NO_LICENCE'; the nearest known are 700 NO_LICENSE",
    "605-699": "no code is in the range 605-699",
    "\n   :project: nowhere": "nowhere: there is no directory and no pyproject.toml",
}


def test_what_cannot_be_shown_is_an_error_with_its_line(site):
    site.write_rst("index", *(f".. rv-i18n:: {argument}\n" for argument in WRONG))
    said = site.build()
    for line, reason in zip((4, 6, 8, 10), WRONG.values()):
        assert re.search(rf"index\.rst:{line}: ERROR: .*{re.escape(reason)}", said)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_code_that_two_documents_show_is_a_warning(site, jobs):
    others = [f"other{number}" for number in range(8)]  # enough for two processes
    site.write_rst("index", ".. toctree::", "", *(f"   {name}" for name in others))
    for number, name in enumerate(others):
        site.write_rst(name, ".. rv-i18n:: 604", *["   :no-index:"] * (number > 0))
    assert site.build("-j", jobs) == ""
    assert [anchor for anchor, *_ in site.described("other0")] == ["604"]
    assert [anchor for anchor, *_ in site.described("other1")] == [""]
    site.write_rst(others[3], ".. rv-i18n:: 604", "", ":rv-i18n:code:`604`")
    (line,) = site.build("-j", jobs).splitlines()
    assert "other3.rst: WARNING: the error code 604 is in other0 too; use :no-index:" in line
    assert site.links("other3")[0][0] == "other0.html#604"


def test_a_code_that_a_document_shows_twice_is_a_warning(site):
    site.write_rst("index", ".. rv-i18n:: 604", "", ".. rv-i18n:: 604")
    assert "index.rst:6: WARNING: the error code 604 is here twice" in site.build()
    assert [anchor for anchor, *_ in site.described("index")] == ["604", ""]


@pytest.fixture
def two_lists(site):
    """A document that shows a code of another list, with the same number."""
    other = site.docs / "billing"
    other.mkdir()
    (other / "pyproject.toml").write_text('[tool.rv-i18n]\ncodes = ["e.py"]\ndomain = "billing"\n')
    lines = [
        "class E(CodeEnum):",
        "    NO_FUNDS = code(604, 'The account is empty', status=402, retry=False)",
        "class Text(CodeStrEnum):",
        "    EXPIRED = 'BIL 1'",
    ]
    (other / "e.py").write_text("\n".join(lines))
    write(other / "locales", "en", domain="billing", NO_FUNDS="No credit", EXPIRED="Too late")
    site.write_rst(
        "index", ".. rv-i18n:: 604", "", ".. rv-i18n::", "   :project: billing", "",
        ":rv-i18n:code:`604` :rv-i18n:code:`billing:604` :rv-i18n:code:`billing:no-funds`",
        ":rv-i18n:code:`billing:BIL_1`", "",
        ".. rv-i18n:: BIL-1", "   :project: billing", "   :no-index:",
    )  # fmt: skip
    return site


def test_two_lists_of_one_site_may_have_the_same_numbers(two_lists):
    assert two_lists.build() == ""
    assert two_lists.described("index") == [
        ("604", "604 CODE_WRONG", TEXTS["en"]["CODE_WRONG"]),
        (
            "billing-604",
            "604 NO_FUNDS",
            "No credit When it is sent : The account is empty status : 402 retry : False",
        ),
        ("BIL_1", "BIL 1 EXPIRED", "Too late"),
        ("", "BIL 1 EXPIRED", "Too late"),
    ]
    links = [href for href, *_ in two_lists.links("index")]
    assert links == ["#604", "#billing-604", "#billing-604", "#BIL_1"]
    assert "billing:604 rv-i18n:code 1 index.html#billing-604 -" in two_lists.inventory()


def test_a_setting_names_the_list_of_a_site_and_an_option_the_shipped_one(two_lists):
    options = ("-D", "rv_i18n_project=billing")
    shipped = [".. rv-i18n:: 604", "   :shipped:", "", ":rv-i18n:code:`rv_i18n:604`"]
    lines = [".. rv-i18n:: NO_FUNDS", "", ".. rv-i18n:: EXPIRED", "   :project: /billing", ""]
    two_lists.write_rst("index", *lines, *shipped, ":rv-i18n:code:`604`")
    assert two_lists.build(*options) == ""
    assert [href for href, *_ in two_lists.links("index")] == ["#rv_i18n-604", "#604"]
    assert "BIL_1 rv-i18n:code 1 index.html#$ -" in two_lists.inventory()


def test_where_there_is_no_project_the_shipped_codes_are_shown(site):
    (site.root / "pyproject.toml").unlink()
    site.write_rst("index", ".. rv-i18n:: 604", "", ":any:`VALIDATE_CODE_ERROR` :any:`x`")
    assert "'any' reference target not found: x" in site.build()
    (described,) = site.described("index")
    assert described[:2] == ("604", "604 VALIDATE_CODE_ERROR")
    assert [href for href, *_ in site.links("index")] == ["#604"]


def test_the_texts_are_not_for_the_translators_of_the_documents(written):
    assert written.build(builder="gettext", into="gettext") == ""
    (found,) = (written.root / "gettext").glob("codes.pot")
    messages = re.findall('msgid "(.+)"', found.read_text(encoding="utf-8"))
    assert messages == ["codes"]


def test_other_builders_show_the_codes_too(written):
    assert written.build(builder="text", into="text") == ""
    text = (written.root / "text/codes.txt").read_text(encoding="utf-8")
    assert "604 CODE_WRONG\n\n" in text
    assert "The *disk* <b>is</b> full" in text


def test_tables_of_the_command_stand_twice_in_one_site(site):
    site.write_rst("index", ".. toctree::", "   :glob:", "", "   table-*", "", WITH_A_LABEL)
    for style, suffix in (("rst", "rst"), ("markdown", "md")):
        for locale in ("en", "ja"):
            path = site.docs / f"table-{suffix}-{locale}.{suffix}"
            arguments = ["table", "--project", site.root, "-f", style, "-l", locale, "-o", path]
            subprocess.run([sys.executable, "-m", "rv_i18n", *arguments], check=True, cwd=ROOT)
    assert site.build() == ""
    for name in ("table-rst-en", "table-rst-ja"):
        assert re.search(r'<td><div [^>]*id="studio-604">\s*<p>604</p>', site.html(name))
    assert '<td><p><a id="604" href="#604">604</a></p></td>' in site.html("table-md-ja")
    assert re.search(r'href="table-rst-\w+.html#studio-604".*wrong code', site.html("index"))


WITH_A_LABEL = ":ref:`wrong code <studio-604>`"


@pytest.mark.parametrize("library", ["sphinx", "babel"])
def test_without_its_libraries_the_extension_says_what_to_install(library):
    program = f"import sys; sys.modules[{library!r}] = None; import rv_i18n.sphinx"
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    needed = f"ModuleNotFoundError: rv_i18n.sphinx needs {library}"
    assert done.stderr.endswith(f"{needed}: pip install 'rv-i18n[tools]' sphinx\n")
