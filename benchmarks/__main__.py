"""Measures everything, prints the tables, and writes the figures and the plot.

    python -m benchmarks [--short] [--check] [--output DIRECTORY]

Every measurement runs in its own processes, on a copy of the package as a wheel installs it.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from . import cold_start, contention, growth, headers, lookup, pipelining, report
from .site import install

MEASUREMENTS = {
    "lookup": lookup.measure,
    "headers": headers.measure,
    "cold_start": cold_start.measure,
    "growth": growth.measure,
    "contention": contention.measure,
    "pipelining": pipelining.measure,
}


def main() -> int:
    """Run the named measurements; return 1 if ``--check`` finds a ratio over twice its target."""
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__.split("\n")[0]
    )
    parser.add_argument("measurements", nargs="*", help=f"{', '.join(MEASUREMENTS)} (default: all)")
    parser.add_argument("--short", action="store_true", help="a minute at most, and less exact")
    parser.add_argument(
        "--check", action="store_true", help="fail if a ratio is over twice its target"
    )
    parser.add_argument("--output", type=Path, help="directory for results.json and results.svg")
    options = parser.parse_args()
    unknown = set(options.measurements) - set(MEASUREMENTS)
    if unknown:
        parser.error(f"no such measurement: {', '.join(sorted(unknown))}")
    results = {"machine": report.machine()}
    with TemporaryDirectory() as directory:
        site = install(Path(directory))
        for name in options.measurements or MEASUREMENTS:
            print(f"measuring {name} ...", file=sys.stderr, flush=True)
            results[name] = MEASUREMENTS[name](site, short=options.short)
    print(report.text(results))
    if options.output:
        report.write(results, options.output)
    failed = [figure for figure in report.figures(results) if figure.ratio > 2 * figure.target]
    for figure in failed if options.check else ():
        print(f"twice its figure: {figure}", file=sys.stderr)
    return int(bool(options.check and failed))


if __name__ == "__main__":
    sys.exit(main())
