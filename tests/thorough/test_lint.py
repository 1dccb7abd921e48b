"""``lint`` on large files, by the clock."""

from __future__ import annotations

import time

import pytest
from growing import GROWING, HEADERS, grown
from trees import Studio, without_a_table

from rv_i18n.tools.lint import lint
from rv_i18n.tools.lint.findings import as_text


@pytest.mark.parametrize("kind", [*GROWING, *HEADERS])
@pytest.mark.parametrize("tree", [Studio, without_a_table])
def test_the_cost_of_a_step_does_not_grow_either(tmp_path, tree, kind):
    # A pattern that backtracks, or a long line that is copied, is one Python step but costs more.
    studio, seconds = tree(tmp_path), []
    for number in (8_000, 64_000):
        project = grown(studio, kind, number)
        before = time.process_time()
        lint(project)
        seconds.append(time.process_time() - before)
    assert seconds[1] <= 16 * seconds[0] + 0.2


HEADER = '\nmsgid ""\nmsgstr "Language: ja\\n"\n'
TOGETHER = {
    "flags of a header and findings without a name": lambda n: (
        "#, " + ", ".join(f"f{k}" for k in range(n)) + HEADER + '\n#~ msgid ""\n#~ msgstr "x"\n' * n
    ),
    "a long name and entries with its text": lambda n: (
        f'{HEADER}\nmsgid "{"A" * n}"\nmsgstr "x"\n'
        + "".join(f'\nmsgid "B{k}"\nmsgstr "x"\n' for k in range(n))
    ),
}


@pytest.mark.parametrize("kind", TOGETHER)
def test_two_things_that_grow_together_cost_no_more(tmp_path, kind):
    studio, seconds, printed = Studio(tmp_path), [], []
    for number in (4_000, 32_000):
        studio.ja.write_text(TOGETHER[kind](number), encoding="utf-8")
        before = time.process_time()
        findings, _ = studio.lint()
        seconds.append(time.process_time() - before)
        printed.append(len(as_text(findings)))
    assert seconds[1] <= 16 * seconds[0] + 0.2
    assert printed[1] <= 16 * printed[0]


def test_directories_of_one_language_cost_no_more(tmp_path):
    studio, seconds = Studio(tmp_path), []
    for start, stop in ((0, 400), (400, 3200)):
        for number in range(start, stop):
            path = studio.locales / f"ja.{number}/LC_MESSAGES/my_studio.po"
            path.parent.mkdir(parents=True)
            path.write_text("", encoding="utf-8")
        before = time.process_time()
        studio.lint()
        seconds.append(time.process_time() - before)
    assert seconds[1] <= 16 * seconds[0] + 0.2
