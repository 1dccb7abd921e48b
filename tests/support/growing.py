"""Catalogues that grow in one way each, for what asks whether time and memory grow no faster."""

from __future__ import annotations

from rv_i18n.tools.project import project_for

GROWING = {
    "entries": lambda n: "".join(f'msgid "K{k}"\nmsgstr "t{k}"\n\n' for k in range(n)),
    "entries in reverse": lambda n: "".join(f'msgid "K{n - k}"\nmsgstr "x"\n\n' for k in range(n)),
    "entries in one line": lambda n: 'msgid "A" msgstr "x" ' * n,
    "entries of one name": lambda n: 'msgid "A"\nmsgstr "x"\n\n' * n,
    "obsolete entries": lambda n: '#~ msgid "A"\n#~ msgstr "x"\n\n' * n,
    "faults": lambda n: 'msgid "A\n\n' * n,
    "flags": lambda n: "#, " + "ignore-x, " * n + '\nmsgid "A"\nmsgstr ""\n',
    "escapes": lambda n: 'msgid "A"\nmsgstr "' + "\\x41\\n" * n + '"\n',
    "a string that is not closed": lambda n: 'msgid "' + "\\\\" * n,
    "a keyword and spaces": lambda n: "msgid" + " " * n,
    "a long text": lambda n: 'msgid "A"\nmsgstr "' + "x。 {a.b \u200d\u202eあ,!é" * n + '"\n',
    "braces": lambda n: 'msgid "A"\nmsgstr "' + "{a" * n + '"\n',
    "marks in pairs": lambda n: 'msgid "A"\nmsgstr "' + "„" * n + "“" * n + '"\n',
    "combining marks": lambda n: 'msgid "A"\nmsgstr "a' + "\u0300\u0316" * n + '"\n',
    "stops": lambda n: 'msgid "A"\nmsgstr "' + " " * n + ".»" * n + '"\n',
    "a long name": lambda n: f'msgid "{"A" * n}"\nmsgstr "x"\n',
    "a long name of a further text": lambda n: f'msgid "{"A." * n}action"\nmsgstr "x"\n',
    "fuzzy entries": lambda n: "".join(
        f'#, fuzzy\nmsgid "K{k}"\nmsgstr "K{k}"\n\n' for k in range(n)
    ),
    "plural forms": lambda n: (
        'msgid "A"\nmsgid_plural "A"\n' + "".join(f'msgstr[{k}] "x"\n' for k in range(n))
    ),
    "marks of a conflict": lambda n: '<<<<<<< ours\nmsgid "A"\n>>>>>>> theirs\n' * n,
    "carriage returns": lambda n: "\r" * n + '\nmsgid "A"\nmsgstr "x"' + "\r" * n,
    "lines of a text": lambda n: 'msgid "A"\nmsgstr ""\n' + '"l"\n' * n,
}

HEADERS = {
    "a plural rule of spaces": lambda n: "Plural-Forms: nplurals=1; plural=" + " " * n + ";x\\n",
    "a plural rule of brackets": lambda n: "Plural-Forms: nplurals=1; plural=" + "(" * n + "\\n",
    "many plurals": lambda n: "Plural-Forms: nplurals=" + "9" * n + "; plural=0;\\n",
    "a long date": lambda n: "PO-Revision-Date: " + "2" * n + "\\n",
    "a long type": lambda n: "Content-Type: text/plain" + " ;" * n + "\\n",
    "a long language": lambda n: "Language: " + "a-" * n + "\\n",
    "many fields": lambda n: "".join(f'X{k}: y\\n"\n"' for k in range(n)),
}


def grown(studio, kind, number):
    """The project with a catalogue that has ``number`` things of one kind."""
    studio.template.unlink(missing_ok=True)
    fields = HEADERS[kind](number) if kind in HEADERS else "Language: ja\\n"
    entries = GROWING[kind](number) if kind in GROWING else 'msgid "A"\nmsgstr "x"\n'
    studio.ja.write_text(f'msgid ""\nmsgstr "{fields}"\n\n{entries}', encoding="utf-8")
    return project_for(str(studio.locales))
