"""Makes what the tools know of the world, rv_i18n/tools/standards.py, for scripts/cldr.py.

Plural rules come from CLDR through Babel; the codes of languages from IANA's registry, as the npm
package ``language-subtag-registry`` has it; scripts, writing directions and widths from Unicode
through ICU.
"""

from __future__ import annotations

import gettext
import json
import subprocess
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from textwrap import fill

import babel
import icu
from babel import Locale, localedata
from babel.core import get_global
from babel.messages.plurals import PLURALS

HEAD = '''"""What the tools know of the world: plural rules, languages, scripts and widths.

CLDR {cldr}, the IANA Language Subtag Registry of {registry}, Unicode {unicode}. Written by
scripts/cldr.py from Babel {babel} and ICU {icu}; not edited by hand.
"""

'''

RECORDED = [*range(200), 1000, 1001, 100000, 1000000, 1000001]
"""The numbers for which the tests have CLDR's word."""

NUMBERS = [*range(1001), *(10**power + more for power in range(3, 8) for more in (0, 1, 2, 5))]
"""Numbers on which two plural rules that differ anywhere differ too."""

ZERO = r"[[:Mn:][:Me:][[:Cf:]-[:PCM:]][\u1160-\u11ff][\ud7b0-\ud7ff]]"
"""What takes no column for GNU gettext, which breaks lines by it: marks, format characters, and the
vowels and final consonants of Hangul, which stand below its first consonants."""

INVISIBLE = (
    "[[:Cc:][:Cf:][:Co:][:Cs:][:Zl:][:Zp:][:Noncharacter_Code_Point:]"
    r"[:Default_Ignorable_Code_Point:]\u2800\ufffc\ufffd]"
)
"""What a reader does not see, or sees as a box: the last three are a blank and two replacements."""

WIDE = "[[:ea=W:][:ea=F:]-" + ZERO + "]"


def standards() -> str:
    """Return the content of rv_i18n/tools/standards.py."""
    registry, languages = iana_languages()
    text = HEAD.format(
        cldr=get_global("cldr")["version"], registry=registry, unicode=icu.UNICODE_VERSION,
        babel=babel.__version__, icu=icu.ICU_VERSION,
    )  # fmt: skip
    text += "PLURALS = {\n"
    for rule, names in plural_rules().items():
        text += f'    {string(rule)}: """\n{block(names)}\n""",\n'
    text += '}\n"""Plural-Forms, and the languages that CLDR gives this rule."""\n\n'
    for name, words, about in (
        (
            "LANGUAGES",
            languages,
            """The codes of languages; those that share all but the last letter are one word:
``a-bc`` is ``ab ac``.""",
        ),
        (
            "SCRIPTS",
            script_words(),
            "A script, and the word by which Unicode's names of its letters begin.",
        ),
        ("RIGHT_TO_LEFT", right_to_left(), "The scripts that are written from right to left."),
        ("ZERO", ranges(ZERO), "Characters that take no column."),
        (
            "WIDE",
            ranges(WIDE),
            "Characters that take two columns; all others take one.",
        ),
        ("INVISIBLE", ranges(INVISIBLE), "Characters that a reader does not see."),
    ):
        text += f'{name} = """\n{block(words)}\n"""\n"""{about}"""\n\n'
    return text.rstrip() + "\n"


def plural_groups() -> str:
    """Return the content of tests/data/plurals.json: the numbers that CLDR's own rules tell apart.

    It does not pass through gettext's notation, so that the tests have an oracle for the rules.
    """
    languages = defaultdict(list)
    for name, rule in cldrs_rules().items():
        languages["".join(map(str, groups(rule, RECORDED)))].append(name)
    document = {
        "cldr": get_global("cldr")["version"],
        "babel": babel.__version__,
        "numbers": RECORDED,
        "groups": {found: " ".join(names) for found, names in sorted(languages.items())},
    }
    return json.dumps(document).replace('", "', '",\n"') + "\n"


def string(text: str, width: int = 92) -> str:
    """Return a string as Python source, over several lines if it is long."""
    lines = fill(text, width - 4, break_long_words=False, break_on_hyphens=False).split("\n")
    if len(lines) == 1:
        return f'"{text}"'
    return "(\n" + "\n".join(f'        "{line} "' for line in lines)[:-2] + '"\n    )'


def block(words: Iterable[str]) -> str:
    """Return words in lines."""
    return fill(" ".join(words), 100, break_on_hyphens=False, break_long_words=False)


def plural_rules() -> dict[str, list[str]]:
    """Return each rule as gettext writes it, and the languages or regional forms that have it.

    The notation is Babel's, who shortens it; which language has which rule is CLDR's word.
    """
    rules = {groups(compiled(rule)): f"nplurals={count}; plural={bare(rule)};"
             for count, rule in PLURALS.values()}  # fmt: skip
    languages = defaultdict(list)
    for name, rule in cldrs_rules().items():
        languages[rules[groups(rule)]].append(name)
    return dict(sorted(languages.items(), key=lambda item: (-len(item[1]), item[0])))


def cldrs_rules() -> dict[str, Callable[[int], object]]:
    """Return the rule of each language, and of the regions and scripts that have another."""
    found: dict[str, Callable[[int], object]] = {}
    for name in sorted(localedata.locale_identifiers()):
        if "plural_form" in localedata.load(name, merge_inherited=False):
            rule, language = Locale.parse(name).plural_form, name.partition("_")[0]
            if language not in found or groups(rule) != groups(found[language]):
                found[name] = rule
    return found


def bare(rule: str) -> str:
    """Return a rule with one pair of brackets around it, as most files have it."""
    inner = rule[1:-1] if rule[0] == "(" and rule.count("(") == 1 and rule[-1] == ")" else rule
    return inner if inner.isdigit() else f"({inner})"


def compiled(rule: str) -> Callable[[int], int]:
    """Return the plural form that a rule of gettext gives a number."""
    found: Callable[[int], int] = gettext.c2py(rule)  # type: ignore[attr-defined]
    return found


def groups(rule: Callable[[int], object], numbers: Iterable[int] = NUMBERS) -> tuple[int, ...]:
    """Number the forms in order of appearance, so that equal rules compare equal."""
    names: dict[object, int] = {}
    return tuple(names.setdefault(rule(number), len(names)) for number in numbers)


def iana_languages() -> tuple[str, list[str]]:
    """Return the date of IANA's registry, and its languages without those for private use."""
    package = "language-subtag-registry"
    with TemporaryDirectory() as directory:
        command = ["npm", "install", "--silent", "--ignore-scripts", "--prefix", directory, package]
        subprocess.run(command, check=True)
        data = Path(directory, "node_modules", package, "data/json")
        date = json.loads((data / "meta.json").read_text(encoding="utf-8"))["File-Date"]
        entries = json.loads((data / "registry.json").read_text(encoding="utf-8"))
    codes = sorted(
        entry["Subtag"] for entry in entries if entry["Type"] == "language"
        and len(entry["Subtag"]) <= 3 and entry.get("Scope") != "special"
    )  # fmt: skip
    stems = groupby(sorted(codes, key=lambda code: code[:-1]), key=lambda code: code[:-1])
    return date, [f"{stem}-{''.join(code[-1] for code in same)}" for stem, same in stems]


def scripts() -> Iterator[tuple[str, list[str]]]:
    """Yield the code of each script with letters, and its letters."""
    for number in range(icu.Char.getIntPropertyMaxValue(icu.UProperty.SCRIPT) + 1):
        code = icu.Script(number).getShortName()
        letters = [str(char) for char in icu.UnicodeSet(f"[[:sc={code}:]&[:L:]]")]
        if letters and code not in ("Zyyy", "Zinh", "Zzzz"):
            yield code, letters


def script_words() -> list[str]:
    """Return the codes of scripts, each before the first word of the names of its letters."""
    words = {}
    for code, letters in scripts():
        names = (icu.Char.charName(char).split() or [""] for char in letters)
        [(word, _)] = Counter(name[0] for name in names).most_common(1)
        words[code] = word.partition("-")[0]
    return [f"{code} {word}" for code, word in sorted(words.items())]


def right_to_left() -> list[str]:
    """Return the codes of the scripts that are written from right to left."""
    codes = {
        icu.Script.getScript(char).getShortName()
        for _, (char, *_) in scripts()
        if icu.Script.getScript(char).isRightToLeft()
    }
    return sorted(codes)


def ranges(pattern: str) -> list[str]:
    """Return the code points of a set of Unicode's, as ranges such as ``1100-115f``."""
    chars = icu.UnicodeSet(pattern)
    ends = ((chars.getRangeStart(at), chars.getRangeEnd(at)) for at in range(chars.getRangeCount()))
    return [f"{ord(first):x}-{ord(last):x}" for first, last in ends]
