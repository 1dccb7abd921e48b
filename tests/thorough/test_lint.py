"""``lint`` on large files, by the clock."""

from __future__ import annotations

import time

import pytest
from growing import GROWING, HEADERS, grown
from trees import without_a_table

from rv_i18n.tools.lint import lint


@pytest.mark.parametrize("kind", [*GROWING, *HEADERS])
def test_the_cost_of_a_step_does_not_grow_either(tmp_path, kind):
    # A pattern that backtracks, or a long line that is copied, is one Python step but costs more.
    studio, seconds = without_a_table(tmp_path), []
    for number in (8_000, 64_000):
        project = grown(studio, kind, number)
        before = time.process_time()
        lint(project)
        seconds.append(time.process_time() - before)
    assert seconds[1] <= 16 * seconds[0] + 0.2
