"""Measures, and prints a table with the ratios to what each figure is compared with.

    python -m benchmarks [--short] [--check] [--write] [NAME...]

A name is that of a module beside this one: lookup, headers, cold_start, growth or pipelining.
"""

from __future__ import annotations

import argparse
import os
import platform
import re
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from . import cold_start, growth, headers, lookup, pipelining
from .harness import install

MODULES = {
    module.__name__.rpartition(".")[2]: module
    for module in (lookup, headers, cold_start, growth, pipelining)
}


def machine() -> str:
    """Return what the figures were measured on."""
    try:
        information = Path("/proc/cpuinfo").read_text(encoding="utf-8")
    except OSError:
        information = ""
    model = re.search(r"model name\s*: (.*)", information)
    return (
        f"{model[1] if model else platform.machine()}, {os.cpu_count()} cores, "
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()}"
    )


def main() -> int:
    """Measure what is named; return 1 if ``--check`` finds a ratio over twice its bound."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(MODULES)}")
    parser.add_argument("--short", action="store_true", help="a minute at most, and less exact")
    parser.add_argument("--check", action="store_true", help="fail over twice what a ratio may be")
    parser.add_argument("--write", action="store_true", help="write the table into README.md")
    options = parser.parse_args()
    rows = []
    with TemporaryDirectory() as directory:
        site = install(Path(directory))
        for name in options.names or MODULES:
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            rows += MODULES[name].measure(site, short=options.short)
    heads = ["| what | figure | against | ratio | at most |", "| --- | ---: | --- | ---: | ---: |"]
    table = "\n".join([machine(), "", *heads, *map(str, rows)])
    print(table)
    if options.write:
        readme = Path(__file__).parent / "README.md"
        above, mark, _ = readme.read_text(encoding="utf-8").partition("## One run\n")
        readme.write_text(f"{above}{mark}\n{table}\n", encoding="utf-8")
    failed = [row for row in rows if row.ratio and row.most and row.ratio > 2 * row.most]
    for row in failed if options.check else ():
        print(f"more than twice what it may be: {row}", file=sys.stderr)
    return int(options.check and bool(failed))


if __name__ == "__main__":
    sys.exit(main())
