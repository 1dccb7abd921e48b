"""``lint`` among files that are not regular."""

from __future__ import annotations

import os

from trees import set_text

from rv_i18n.cli import main


def test_an_unreadable_file_is_reported_and_the_rest_is_checked(studio, capsys):
    studio.po("en").unlink()
    os.mkfifo(studio.po("en"))
    studio.ja.unlink()
    studio.ja.symlink_to("nowhere")
    set_text(studio.po("ko"), "APIError", "Python.")
    assert main(["lint", str(studio.locales)]) == 2
    output, error = capsys.readouterr()
    assert [line.split(": ")[1:3] for line in output.splitlines()] == [["ko", "APIError"]]
    assert [line.split("/LC_MESSAGES/my_studio.po: ")[1] for line in error.splitlines()] == [
        "not a regular file", "No such file or directory",
    ]  # fmt: skip
    assert main(["lint", str(studio.po("en")), str(studio.po("ko")), str(studio.ja)]) == 2
    assert capsys.readouterr() == (output, error)
    assert main(["lint", str(studio.po("en")), str(studio.po("zh_CN"))]) == 2
