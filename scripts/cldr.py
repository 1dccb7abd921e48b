"""Regenerates what the package and its tests know of the world, from the newest ICU and Babel.

    .ci/icu scripts/cldr.py             # writes the files
    .ci/icu scripts/cldr.py --check     # writes nothing; a line for each file that would change

It needs Babel and a PyICU built on ICU 78.3 or newer. ``.ci/icu`` runs a script with Debian's,
unpacked into a directory of its own. Where the system has such a PyICU, run the script itself::

    python -m pip install -U babel pyicu && python scripts/cldr.py

The plural rules are Babel's, and the list of languages is IANA's, which ``npm`` fetches. All else
is ICU's word: the likely subtags, the aliases, the rules of language matching and the simplified
characters. Babel, whose CLDR can be newer, adds what ICU does not know at all, and the list of
locales. The exit status is 1 if ``--check`` finds a difference, and 2 if ICU or Babel is too old.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from string import ascii_letters, ascii_uppercase
from textwrap import fill

import babel
import icu
from babel import Locale
from babel.core import get_global
from babel.localedata import locale_identifiers
from hanzi import hanzi
from icu_answers import answers
from icu_resources import read
from standards import plural_groups, standards

ROOT = Path(__file__).resolve().parent.parent

LOWEST = {"ICU": (icu.ICU_VERSION, "78.3"), "Babel": (babel.__version__, "2.19")}
"""What is installed, and the lowest version that will do."""

RULES = ("supplementalData", "languageMatchingNew", "written")
PARADIGMS = ("supplementalData", "languageMatchingInfo", "written", "paradigmLocales")

LIMIT, OTHER_REGION, OTHER_CLUSTER, PREFERRED_REGION = 50, 4, 5, 3

NUMBERS = {
    "LIMIT": (LIMIT, "The distance at which languages no longer match."),
    "OTHER_REGION": (OTHER_REGION, "How far another region is."),
    "OTHER_CLUSTER": (OTHER_CLUSTER, "How far it is if only one of the two is in a cluster."),
    "PREFERRED_REGION": (PREFERRED_REGION, "How far the preferred region is."),
    "DEMOTION": (OTHER_CLUSTER, "What each place in a list of languages counts for."),
}
"""Names and numbers of the module, which are checked against ICU's."""

Distances = dict[str, dict[str, int]]
"""By what a reader asks for, what can serve, and how far away that is."""

HEAD = '''"""What negotiation needs of CLDR, as text that is split when it is first needed.

Written by scripts/cldr.py from ICU {icu} and Babel {babel}; not edited by hand. In each text every
second word belongs to the one before it. What follows from a language alone is left out, and so
are the languages that have neither locale data, nor a neighbour, nor an alias.
"""

# ruff: noqa: E501
'''


def main() -> int:
    """Write each file, or say which would change; return the exit status."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--check", action="store_true", help="write nothing; 1 if a file is stale")
    options = parser.parse_args()
    for name, (installed, lowest) in LOWEST.items():
        if _version(installed) < _version(lowest):
            print(f"cldr.py: {name} {installed} is too old; it takes {lowest}", file=sys.stderr)
            return 2
    stale = 0
    for name, render in GENERATED.items():
        path, text = ROOT / name, render()
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        stale += 1
        if options.check:
            print(f"{name}: would change with ICU {icu.ICU_VERSION} and Babel {babel.__version__}")
        else:
            path.write_text(text, encoding="utf-8", newline="\n")
    return int(options.check and stale > 0)


def _version(text: str) -> list[int]:
    return [int(part) for part in text.split(".") if part.isdigit()]


def negotiation() -> str:
    """Return rv_i18n/_engine/cldr.py."""
    languages, scripts = distances()
    texts = {
        "LIKELY": (
            "A tag, and its likely script and region; of `und` the likely language too.",
            likely_subtags(wanted_languages()),
        ),
        "LANGUAGES": (
            "A deprecated or long code of a language, and what stands for it.",
            language_aliases(),
        ),
        "REGIONS": ("A deprecated code or a number of a region, and the region.", regions()),
        "LANGUAGE_DISTANCES": (
            "A reader's language, and the distances of others that can serve.",
            listed(languages),
        ),
        "SCRIPT_DISTANCES": (
            "A reader's language and script, and the additional distances of others.",
            listed(scripts),
        ),
        "CLUSTERS": (
            "A language and script; regions in its cluster/partly in it/preferred outside it.",
            clusters(),
        ),
    }
    if read("langInfo", "match", "distances")[1:] != [LIMIT, OTHER_REGION, PREFERRED_REGION]:
        raise ValueError("ICU's distances are no longer those of this script")
    text = HEAD.format(babel=babel.__version__, icu=icu.ICU_VERSION)
    for name, (value, description) in NUMBERS.items():
        text += f'\n{name} = {value}\n"""{description}"""\n'
    text += '\nPARADIGMS = "{}"\n'.format(" ".join(map(maximal, read(*PARADIGMS))))
    text += '"""Locales that come before others that are as near."""\n'
    for name, (description, pairs) in texts.items():
        text += f'\n{name} = """\n{as_text(pairs)}\n"""\n'
        text += f'"""{description}"""\n'
    return text


def as_text(pairs: Mapping[str, str]) -> str:
    """Return each key and its value, in lines that break only between pairs."""
    joined = [f"{key}~{value}" for key, value in sorted(pairs.items())]  # "~" keeps a pair together
    text = fill(" ".join(joined), 100, break_on_hyphens=False, break_long_words=False)
    return text.replace("~", " ")


def listed(distances: Mapping[str, Mapping[str, int]]) -> dict[str, str]:
    """Return the distances from each key in one word: ``zh=10,ar=20``."""
    return {
        key: ",".join(f"{name}={far}" for name, far in sorted(near.items()))
        for key, near in distances.items()
    }


def wanted_languages() -> set[str]:
    """Return the languages that have locale data, a neighbour, or an alias."""
    identifiers = {*locale_identifiers(), *language_aliases().values(), "und"}
    for desired, supported, *_ in read(*RULES):
        identifiers |= {desired, supported}
    return {identifier.partition("_")[0] for identifier in identifiers} - {"*"}


def language_aliases() -> dict[str, str]:
    """Return the codes of languages that stand for another one, or for it in a region.

    ICU's rules name ``sh``, so it stays what it is, as in ICU. Raises ``ValueError`` for a code
    that stands for a language in a script, which the package would not understand.
    """
    kept = {rule[0] for rule in read(*RULES)}
    aliases = {
        old: "sh" if new == "sr_Latn" else new
        for old, new in get_global("language_aliases").items()
        if "_" not in old and old not in kept
    }
    aliases |= _pairs(read("langInfo", "likely", "languageAliases"))
    if any(len(new.partition("_")[2]) > 3 for new in aliases.values()):
        raise ValueError("CLDR replaces a language with one in a script")
    return aliases


def regions() -> dict[str, str]:
    """Return the aliases of regions that a tag can contain: two letters or three digits."""
    aliases = get_global("territory_aliases")
    found = {old: new[0] for old, new in aliases.items() if len(old) == 2 or old.isdigit()}
    return {**found, **_pairs(read("langInfo", "likely", "regionAliases"))}


def _pairs(words: list[str]) -> dict[str, str]:
    return dict(zip(words[::2], words[1::2]))


def likely_subtags(wanted: set[str]) -> dict[str, str]:
    """Return the likely subtags of the wanted languages, except what follows from other entries."""
    found: dict[str, str] = {}
    for key in candidates(wanted):
        likely = maximal(key)
        if likely and likely != implied(found, key):
            found[key] = likely if key.startswith("und") else likely.partition("_")[2]
    return found


def candidates(wanted: set[str]) -> Iterator[str]:
    """Yield what may have likely subtags of its own, each after what it would follow from."""
    scripts = sorted(set(Locale("en").scripts) - {"Zzzz"})
    territories = sorted(set(Locale("en").territories) - {"ZZ"})
    for language in sorted(wanted - set(language_aliases())):
        yield from (
            f"{language}{subtag}" for subtag in ("", *map("_{}".format, [*scripts, *territories]))
        )
    known = sorted(get_global("likely_subtags"))
    yield from (key for key in known if key.startswith("und_") and key.count("_") == 2)


def maximal(key: str) -> str:
    """Return a tag with ICU's likely subtags, or Babel's where ICU does not know the language.

    Nobody knows a few that the rules name. Matching one, ICU takes it to be written like English;
    for those that only English is near, "" is enough, which says that they are not known.
    """
    locale = icu.Locale(key)
    locale.addLikelySubtags()
    parts = (locale.getLanguage() or "und", locale.getScript(), locale.getCountry())
    if all(parts):
        return "_".join(parts)
    language, *rest = key.split("_")
    matched = any(rule[0] == language and rule[1] != "en" for rule in read(*RULES))
    known = get_global("likely_subtags").get(language) or (matched and "und_Latn_US")
    if not known:
        return ""
    _, script, region = known.split("_")
    for subtag in rest:
        script, region = (subtag, region) if len(subtag) == 4 else (script, subtag)
    return f"{language}_{script}_{region}"


def implied(found: Mapping[str, str], key: str) -> str:
    """Return what the package makes of a tag without an entry of its own."""
    language, *rest = key.split("_")
    keys = (*(f"{language}_{subtag}" for subtag in rest), language)
    *likely, script, region = next(filter(None, map(found.get, keys)), "_").split("_")
    for subtag in rest:
        script, region = (subtag, region) if len(subtag) == 4 else (script, subtag)
    return "_".join([*(likely or [language]), script, region])


def distances() -> tuple[Distances, Distances]:
    """Return ICU's distances between languages, and what they grow by between scripts."""
    languages: Distances = {}
    scripts: Distances = {}
    for desired, supported, far, one_way in read(*RULES):
        if "*" in desired or "$" in desired:
            continue
        table = scripts if "_" in desired else languages
        table.setdefault(desired, {})[supported] = int(far)
        if one_way == "0":
            table.setdefault(supported, {})[desired] = int(far)
    return languages, scripts


def clusters() -> dict[str, str]:
    """Return the clusters of regions in ICU's rules, by the language and script they are for.

    Raises ``ValueError`` if the rules are no longer of the kind that the package follows.
    """
    variables = read("supplementalData", "languageMatchingInfo", "written", "matchVariable")
    found: dict[str, list[str]] = {}
    kinds: set[tuple[str, str, int]] = set()
    for desired, supported, far, _ in read(*RULES):
        if desired.count("_") == 2 and not desired.startswith("*"):
            language, script, region = desired.split("_")
            key = "_".join(
                maximal(language if script == "*" else f"{language}_{script}").split("_")[:2]
            )
            other = supported.rpartition("_")[2]
            if region.startswith("$") and region[1] != "!":
                found[key] = [*partition(variables[region[1:]]), ""]
            elif other.isalpha():
                found[key][-1] = other
            kinds.add((region[:2].rstrip(ascii_letters), other[:2].rstrip(ascii_letters), int(far)))
    expected = {("$", "$", OTHER_REGION), ("$!", "$!", OTHER_REGION), ("*", "*", OTHER_CLUSTER)}
    if kinds != {*expected, ("$!", "", PREFERRED_REGION)}:
        raise ValueError(f"ICU has rules about regions that the package does not follow: {kinds}")
    return {key: "/".join(parts) for key, parts in found.items()}


def partition(variable: str) -> tuple[str, str]:
    """Return the regions that are in a variable of the rules such as ``HK+MO``, and partly in it.

    ICU has a number for each kind of region that its rules tell apart, and for each region the
    numbers of those that are in it.
    """
    match = read("langInfo", "match")
    index = match["regionToPartitions"]
    codes = {f"{number:03}": 1 + number for number in range(1000)}
    letters = ascii_uppercase
    codes |= {
        a + b: 1001 + 26 * m + n for m, a in enumerate(letters) for n, b in enumerate(letters)
    }
    numbers = {region: set(match["partitions"][index[place]]) for region, place in codes.items()}
    own = set().union(*(numbers[region] for region in variable.split("+")))
    touching = [region for region in sorted(numbers) if numbers[region] & own]
    inside = [region for region in touching if numbers[region] <= own]
    return ",".join(inside), ",".join(region for region in touching if region not in inside)


GENERATED: dict[str, Callable[[], str]] = {
    "rv_i18n/_engine/cldr.py": negotiation,
    "rv_i18n/tools/reference/hanzi.py": hanzi,
    "rv_i18n/tools/standards.py": standards,
    "tests/data/icu_answers.json": answers,
    "tests/data/plurals.json": plural_groups,
}
"""The files that this script writes, and what renders the text of each."""

if __name__ == "__main__":
    sys.exit(main())
