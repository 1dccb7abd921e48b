"""Measures whole processes, from the start of the interpreter through the first text to the end.

Processor time counts, because other processes running at the same time do not affect it.
"""

from __future__ import annotations

import os
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory
from time import perf_counter

from . import site

EMPTY, STANDARD, BABEL = "an empty interpreter", "gettext", "Babel"

NAMED = "rv-i18n, a catalogue's name"
READERS = {
    NAMED: "ja",
    "rv-i18n, Hong Kong": "zh-HK",
    "rv-i18n, France": "fr-FR",
    "rv-i18n, a browser": "de-CH,de;q=0.9,zh-Hans-SG;q=0.8,en;q=0.7",
    "rv-i18n, no locale": None,
}

SCRIPTS = {
    EMPTY: "pass",
    **{
        name: f"from rv_i18n import message; message(604, {locale!r})"
        for name, locale in READERS.items()
    },
    STANDARD: "import gettext; "
    "gettext.translation('rv_i18n', {locales!r}, ['ja']).gettext('VALIDATE_CODE_ERROR')",
    BABEL: "from babel.support import Translations; "
    "Translations.load({locales!r}, ['ja'], 'rv_i18n').gettext('VALIDATE_CODE_ERROR')",
    "fluent.runtime": "from fluent.runtime import FluentLocalization as L, FluentResourceLoader; "
    "L(['ja'], ['ja.ftl'], FluentResourceLoader({texts!r})).format_value('code-604')",
    "i18nice": "import i18n; i18n.set('file_format', 'json'); i18n.load_path.append({texts!r}); "
    "i18n.t('rv.VALIDATE_CODE_ERROR', locale='ja')",
}
MODULES = {"fluent.runtime": "fluent", "i18nice": "i18n"}


def measure(where: Path, *, short: bool) -> dict[str, dict[str, float]]:
    """Return the seconds beyond those of an empty interpreter: processor and wall-clock time."""
    with TemporaryDirectory() as texts:
        site.run(where, "cold_start", texts)
        words = {"locales": str(where / "rv_i18n/locales"), "texts": texts}
        path = f"import sys; sys.path.insert(0, {str(where)!r}); "
        scripts = {
            name: path + script.format(**words)
            for name, script in SCRIPTS.items()
            if name not in MODULES or find_spec(MODULES[name])
        }
        best = {name: (float("inf"), float("inf")) for name in scripts}
        for _ in range(15 if short else 100):
            for name, script in scripts.items():
                processor, clock = _process(script)
                best[name] = (min(best[name][0], processor), min(best[name][1], clock))
    empty = best.pop(EMPTY)
    return {
        name: {"processor": processor - empty[0], "clock": clock - empty[1]}
        for name, (processor, clock) in best.items()
    }


def _process(script: str) -> tuple[float, float]:
    start = perf_counter()
    child = os.posix_spawn(sys.executable, [sys.executable, "-I", "-c", script], {})
    _, status, usage = os.wait4(child, 0)
    if status:
        raise ChildProcessError(script)
    return usage.ru_utime + usage.ru_stime, perf_counter() - start


def write_texts(directory: Path) -> None:
    """Write the Japanese catalogue in the formats of fluent.runtime and i18nice."""
    import json

    from rv_i18n import ErrorCode, message

    texts = {code: message(code, "ja") for code in ErrorCode}
    lines = [f"code-{code.value} = {text}\n" for code, text in texts.items()]
    Path(directory, "ja.ftl").write_text("".join(lines), encoding="utf-8")
    named = {"ja": {code.symbol: text for code, text in texts.items()}}
    Path(directory, "rv.ja.json").write_text(json.dumps(named), encoding="utf-8")


if __name__ == "__main__":
    write_texts(Path(sys.argv[1]))
    print("null")
