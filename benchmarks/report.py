"""Makes tables, figures as JSON and a plot from the measurements."""

from __future__ import annotations

import json
import os
import platform
import sys
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from . import cold_start, headers, lookup

Results = dict[str, Any]


class Figure(NamedTuple):
    """A ratio, and its target: the most that it should be."""

    name: str
    ratio: float
    target: float

    def __str__(self) -> str:
        mark = "" if self.ratio <= self.target else "  (missed)"
        return f"{self.ratio:6.2f}  at most {self.target:4.2f}  {self.name}{mark}"


def figures(results: Results) -> list[Figure]:
    """Return the ratios that matter, for the measurements that were made."""
    found = []
    if "lookup" in results:
        took = results["lookup"]
        number, name, member, region, accept, scoped = (took[each] for each in lookup.OURS)
        held, limit = took[lookup.HELD], took[lookup.LIMIT]
        found += [
            Figure("look-up by number vs gettext held", number / held, 0.8),
            Figure("look-up by number vs the limit", number / limit, 1.4),
            Figure("look-up by name vs gettext held", name / held, 0.8),
            Figure("look-up by member vs gettext held", member / held, 0.8),
            Figure("look-up for ja-JP vs gettext held", region / held, 0.8),
            Figure("look-up for an Accept-Language value vs gettext held", accept / held, 0.8),
            Figure("look-up under use_locale vs gettext held", scoped / held, 1.2),
        ]
    if headers.ICU in results.get("headers", ()):
        took = results["headers"]
        odd = took[headers.ODD] / took[headers.ICU_ODD]
        found += [
            Figure("a new header vs ICU", took[headers.OURS] / took[headers.ICU], 2.0),
            Figure("a new header with an odd last tag vs ICU", odd, 2.0),
        ]
    if "cold_start" in results:
        start = {name: took["processor"] for name, took in results["cold_start"].items()}
        named, standard = start[cold_start.NAMED], start[cold_start.STANDARD]
        slowest = max(start[name] for name in cold_start.READERS)
        found += [
            Figure("cold start for a catalogue's name vs gettext", named / standard, 1.1),
            Figure("cold start for any reader vs gettext", slowest / standard, 1.2),
        ]
    if "growth" in results:
        largest = max(results["growth"], key=lambda row: row["codes"])
        codes = f"{largest['codes']:,} codes"
        ratio = largest["lookup"] / largest["small_lookup"]
        loading = largest["load"] / largest["standard_load"]
        found += [
            Figure(f"look-up at {codes} vs 100", ratio, 1.2),
            Figure(f"loading {codes} vs gettext.translation", loading, 1.3),
        ]
    if "contention" in results:
        memory = results["contention"]["memory"]
        ratio = memory["later"] / memory["first_thousand"]
        found.append(Figure(f"memory in {memory['strings']:,} locale strings vs 1,000", ratio, 1.1))
    for name, took in results.get("pipelining", {}).items():
        requests = f"{took['requests']:,} pipelined requests"
        last = took["last_quarter"] / took["first_quarter"]
        megabytes = (took["memory_late"] - took["memory_early"]) / 1e6
        found += [
            Figure(
                f"{requests} ({name}) vs the bare application", took["ours"] / took["bare"], 1.3
            ),
            Figure(f"the last quarter of them ({name}) vs the first", last, 1.1),
            Figure(f"MB more after {requests} with 30 kB of header ({name})", megabytes, 2.0),
        ]
    return found


def machine() -> dict[str, Any]:
    """Return a description of the machine."""
    model = platform.machine()
    with suppress(OSError):
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
        model = next((line.partition(": ")[2] for line in lines if "model name" in line), model)
    return {
        "processor": model,
        "cores": os.cpu_count(),
        "python": f"{platform.python_implementation()} {platform.python_version()}",
        "system": platform.system(),
    }


def text(results: Results) -> str:
    """Return the tables, in Markdown."""
    parts = [
        "{processor}, {cores} cores, {python}, {system}".format(**results["machine"]),
        "\n".join(["```", *map(str, figures(results)), "```"]),
    ]
    if "lookup" in results:
        took = results["lookup"]
        held, limit = took[lookup.HELD], took[lookup.LIMIT]
        rows = [
            (
                f"`{name}`" if name in lookup.OURS else name,
                f"{seconds * 1e9:,.0f}",
                f"{seconds / held:.2f}",
                f"{seconds / limit:.2f}",
            )
            for name, seconds in took.items()
        ]
        parts.append(_table(["A repeated look-up", "ns", "vs gettext", "vs the limit"], rows))
    if "headers" in results:
        took = results["headers"]
        rows = [
            (name, f"{seconds * 1e6:,.1f}", f"{seconds / took[headers.OURS]:.1f}")
            for name, seconds in took.items()
        ]
        parts.append(_table(["A new Accept-Language value", "µs", "vs ours"], rows))
    if "cold_start" in results:
        took = results["cold_start"]
        standard = took[cold_start.STANDARD]["processor"]
        rows = [
            (
                name,
                f"{seconds['processor'] * 1e3:.1f}",
                f"{seconds['clock'] * 1e3:.1f}",
                f"{seconds['processor'] / standard:.2f}",
            )
            for name, seconds in took.items()
        ]
        heads = ["Cold start", "ms, processor", "ms, wall clock", "vs gettext"]
        parts.append(_table(heads, rows))
    if "growth" in results:
        heads = [
            "Codes",
            "catalogues",
            ".mo, MB",
            "load, ms",
            "vs gettext",
            "memory, MB",
            "gettext's",
            "look-up, ns",
            "lint, s",
            "sync, s",
        ]
        rows = [
            (
                f"{row['codes']:,}",
                str(row["catalogues"]),
                f"{row['mo'] / 1e6:.2f}",
                f"{row['load'] * 1e3:.2f}",
                f"{row['load'] / row['standard_load']:.2f}",
                f"{row['memory'] / 1e6:.2f}",
                f"{row['standard_memory'] / 1e6:.2f}",
                f"{row['lookup'] * 1e9:.0f}",
                *("-" if row[tool] is None else f"{row[tool]:.1f}" for tool in ("lint", "sync")),
            )
            for row in results["growth"]
        ]
        parts.append(_table(heads, rows))
    if "contention" in results:
        rows = [
            (
                str(row["threads"]),
                f"{row['lookup'] * 1e9:.0f}",
                f"{row['standard_lookup'] * 1e9:.0f}",
            )
            for row in results["contention"]["threads"]
        ]
        parts.append(_table(["Threads", "ns per look-up", "gettext, ns"], rows))
        memory = results["contention"]["memory"]
        parts.append(
            f"Peak memory in the first 1,000 of {memory['strings']:,} locale strings: "
            f"{memory['first_thousand'] / 1e6:.3f} MB; later: {memory['later'] / 1e6:.3f} MB."
        )
    return "\n\n".join(parts)


def _table(heads: list[str], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, ["---", *["---:"] * (len(heads) - 1)], *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def write(results: Results, directory: Path) -> None:
    """Write results.json, the tables in README.md and, if matplotlib is installed, results.svg."""
    directory.mkdir(parents=True, exist_ok=True)
    readme = directory / "README.md"
    with suppress(FileNotFoundError):
        above, mark, _ = readme.read_text(encoding="utf-8").partition("## One run\n")
        readme.write_text(f"{above}{mark}\n{text(results)}\n", encoding="utf-8")
    named = [figure._asdict() for figure in figures(results)]
    (directory / "results.json").write_text(
        json.dumps({**results, "figures": named}, indent=2, ensure_ascii=False) + "\n",
        encoding="utf-8",
    )
    try:
        plot(results, directory / "results.svg")
    except ImportError:
        print("no plot: matplotlib is not installed", file=sys.stderr)


def plot(results: Results, path: Path) -> None:
    """Draw the look-ups, the cold starts, and the growth by codes."""
    import matplotlib as mpl
    from matplotlib import pyplot as plt

    mpl.rcParams["svg.hashsalt"] = "rv-i18n"  # the same figures give the same file
    figure, (first, second, third) = plt.subplots(3, 1, figsize=(9, 12), layout="constrained")
    bars = {name: seconds * 1e9 for name, seconds in results["lookup"].items()}
    _bars(first, bars, set(lookup.OURS), "a repeated look-up, ns (logarithmic)")
    first.set_xscale("log")
    bars = {name: took["processor"] * 1e3 for name, took in results["cold_start"].items()}
    _bars(second, bars, set(cold_start.READERS), "cold start, ms of processor time")
    rows = [row for row in results["growth"] if row["catalogues"] == 3]
    codes = [row["codes"] for row in rows]
    for key, label in (("load", "rv-i18n"), ("standard_load", "gettext.translation")):
        third.plot(codes, [row[key] * 1e3 for row in rows], marker="o", label=label)
    third.set(xscale="log", yscale="log", xlabel="codes", title="loading a catalogue, ms")
    third.legend()
    figure.savefig(path, metadata={"Date": None})


def _bars(axes: Any, bars: dict[str, float], ours: set[str], title: str) -> None:
    colours = ["tab:blue" if name in ours else "tab:gray" for name in bars]
    drawn = axes.barh(list(bars), list(bars.values()), color=colours)
    axes.bar_label(drawn, fmt="{:,.0f}", padding=3)
    axes.invert_yaxis()
    axes.set_title(title)
