"""Asks GNU ngettext which plural form each number has, for the tests to compare with.

    python scripts/ngettext_answers.py        # writes tests/data/ngettext.json

It needs Linux with glibc, whose ``ngettext`` is GNU gettext's, and ``msgfmt``. It is to be run
again when ``scripts/cldr.py`` has written new plural rules.
"""

from __future__ import annotations

import ctypes
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from rv_i18n.tools.standards import PLURALS

ROOT = Path(__file__).resolve().parent.parent
NUMBERS = range(1001)

OTHERS = """
nplurals=1; plural=0;
nplurals=2; plural=n != 1;
nplurals=2; plural=n>1
nplurals=2;plural=(n!=1);
nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;
nplurals=3; plural=(n==1) ? 0 : (n>=2 && n<=4) ? 1 : 2;
nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;
nplurals=4; plural=n%100==1 ? 0 : n%100==2 ? 1 : n%100==3 || n%100==4 ? 2 : 3;
nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5;
nplurals=2; plural=!(n == 1);
nplurals=2; plural=!!n;
nplurals=2; plural=!n == 0;
nplurals=2; plural=n == 1 == 0;
nplurals=2; plural=n - 1 > 100;
nplurals=2; plural=0 - n > 5;
nplurals=2; plural=n * 4611686018 * 4611686018 > n;
nplurals=4; plural=n + 1 - 1 - 1 + 1 - n + n % 4;
nplurals=9; plural=n / 10 / 2 % 9;
nplurals=9; plural=n % 7 * 2 % 9;
nplurals=3; plural=1 + n % 2 * 0 + n % 2;
nplurals=3; plural=n > 1 || n == 0 && n < 1 ? n % 2 ? 0 : 1 : 2;
nplurals=2; plural=n < 10 == n < 20;
nplurals=2; plural=n && n - 1 && n - 2 || n == 2;
nplurals=2; plural=n == 0 || 1000 / n > 2;
nplurals=2; plural=((((((((n))) > ((3)))))));
nplurals=2; plural=n	!=	1;
nplurals=2; plural=n != 001;
"""
"""Rules as tools and people write them, and with every operator beside every other."""

PO = 'msgid ""\nmsgstr "Plural-Forms: {rule}\\n"\n\nmsgid "x"\nmsgid_plural "y"\n{forms}'


def main() -> None:
    """Ask in a process of its own, whose locale is not C, and write the answers."""
    if "LOCPATH" in os.environ:
        print(json.dumps(answers(Path(os.environ["TEXTDOMAINDIR"])), ensure_ascii=False))
        return
    with TemporaryDirectory() as directory:
        for at, rule in enumerate(rules()):
            compile_rule(Path(directory, "xx/LC_MESSAGES"), f"rule{at}", rule)
        # With LANGUAGE, glibc translates in every locale but C.
        shutil.copytree("/usr/lib/locale/C.utf8", Path(directory, "locales/en_US.UTF-8"))
        settings = {
            "LOCPATH": f"{directory}/locales", "LC_ALL": "en_US.UTF-8", "LANGUAGE": "xx",
            "TEXTDOMAINDIR": directory,
        }  # fmt: skip
        environment = {**os.environ, **settings}
        command = [sys.executable, __file__]
        found = subprocess.run(command, env=environment, check=True, capture_output=True)
    lines = [f"{json.dumps(rule)}: {json.dumps(row)}" for rule, row in json.loads(found.stdout)]
    about = f'"glibc": {json.dumps(os.confstr("CS_GNU_LIBC_VERSION"))}'
    text = "{" + about + ',\n"forms": {\n' + ",\n".join(lines) + "\n}}\n"
    (ROOT / "tests/data/ngettext.json").write_text(text, encoding="utf-8")


def rules() -> list[str]:
    """Return the rules of every language of CLDR, and the others."""
    return list(dict.fromkeys([*PLURALS, *OTHERS.strip("\n").split("\n")]))


def compile_rule(directory: Path, domain: str, rule: str) -> None:
    """Write a catalogue whose forms are their own numbers, and compile it."""
    directory.mkdir(parents=True, exist_ok=True)
    count = int(rule.partition(";")[0].partition("=")[2])
    forms = "".join(f'msgstr[{form}] "{form}"\n' for form in range(count))
    po = PO.format(rule=rule.replace("\t", "\\t"), forms=forms)
    command = ["msgfmt", "-o", directory / f"{domain}.mo", "-"]
    subprocess.run(command, input=po.encode(), check=True, stderr=subprocess.DEVNULL)


def answers(directory: Path) -> list[tuple[str, str]]:
    """Return each rule with the forms of all numbers, a digit each."""
    libc = ctypes.CDLL(None)
    libc.setlocale.restype = libc.dngettext.restype = ctypes.c_char_p
    libc.dngettext.argtypes = [ctypes.c_char_p] * 3 + [ctypes.c_ulong]
    assert libc.setlocale(6, b"") == b"en_US.UTF-8", "no such locale"  # 6 is LC_ALL
    found = []
    for at, rule in enumerate(rules()):
        domain = f"rule{at}".encode()
        libc.bindtextdomain(domain, str(directory).encode())
        forms = [libc.dngettext(domain, b"x", b"y", number).decode() for number in NUMBERS]
        found.append((rule, "".join(forms)))
    return found


if __name__ == "__main__":
    main()
