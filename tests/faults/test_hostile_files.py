"""What the tools and the middleware make of hostile input: an answer, or a short error."""

from __future__ import annotations

import asyncio
import json
import shutil
from decimal import Decimal

import mutations
import pytest
from hostile import ALPHABET, PIECES, PLURALS, mutated
from size import Clock, randomness, sized
from trees import ROOT

from rv_i18n import CatalogError, locales, message
from rv_i18n._engine import fields
from rv_i18n._engine.plural import OTHERWISE, Plural, choose, forms_of
from rv_i18n.tools.codes.read import codes_in
from rv_i18n.tools.importing.enum_source import enum_source
from rv_i18n.tools.importing.rows import read_rows
from rv_i18n.tools.lint import FORMATS, lint
from rv_i18n.tools.lint.baseline import new_ones
from rv_i18n.tools.po.conflicts import ConflictError
from rv_i18n.tools.po.sync import RemovalError, sync
from rv_i18n.tools.project import load_project
from rv_i18n.tools.reference.formats import render
from rv_i18n.tools.reference.rows import reference
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

TEXTS = {message(604, locale) for locale in locales()}


def is_short(error):
    """Whether an error can neither flood nor forge a log."""
    return len(str(error)) <= 300 and str(error).isprintable()


RULES = [
    "n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2",
    "(n==0) ? 0 : (n==1) ? 1 : (n==2) ? 2 : n%100>=3 && n%100<=10 ? 3 : n%100>=11 ? 4 : 5",
    *PLURALS,
]


def test_a_hostile_plural_rule_gives_a_form_or_an_error():
    random, clock, good = randomness(), Clock(0.005), 0
    numbers = [0, 1, 2, 5, 100, 10**17]
    for _ in range(sized(50_000)):
        chars = [*random.choice(RULES)]
        for _ in range(random.randrange(3)):
            at = random.randrange(len(chars) + 1)
            chars[at : at + random.randrange(2)] = random.choice("n019%*/+-!=<>&|?:() \0")
        if random.random() < 0.2:
            chars = [*mutated(random, "".join(chars))]
        count = random.choice([1, 2, 6, 99])
        rule = f"nplurals={count}; plural={''.join(chars)};"
        found = clock.ask(forms_of, rule, numbers)
        texts = [f"form {form}" for form in range(count)]
        whole = Plural(rule, texts)
        assert whole.rule in (rule, OTHERWISE)
        text = clock.ask(choose, [("en", rule if whole.rule == rule else OTHERWISE, texts)], 5)[0]
        if isinstance(found, list):
            good += 1
            assert text == texts[found[3]], rule
        else:
            assert type(found) is ValueError, rule
            assert text in ("", *texts), rule
    assert good > sized(50_000) // 50


class Hostile:
    """A value that would tell what is read of it, and has no text."""

    def __getattr__(self, name):
        raise AssertionError(name)

    def __str__(self):
        raise RuntimeError("no text")


VALUES = [
    *(0, -1, 10**5000, 0.5, float("nan"), float("inf"), Decimal("1e999999"), True, None, 1j),
    *("{size}", "\u202e\x1b[2J", "\ud800", "x" * 9999, b"\xff", [], Hostile()),
]


def test_a_text_with_hostile_fields_and_values_stays_a_text():
    random, clock = randomness(), Clock(0.01)
    pieces = ["{size}", "{size:number}", "{size:percent}", "{size:date}", "{size.__class__}", "{{"]
    for _ in range(sized(50_000)):
        text = mutated(random, "".join(random.choices([*pieces, "}", " is ", "{0}", "{"], k=6)))
        language = random.choice(["en", "ar", "x-y", "zh-Hant-TW", random.choice(PIECES)])
        answer = clock.ask(fields.fill, text, language, {"size": random.choice(VALUES)})
        filled, left = answer
        assert isinstance(filled, str), repr(text)
        assert all(name in text for name in left), repr(text)


def test_a_hostile_request_gets_a_text_and_headers_of_one_line():
    random, clock = randomness(), Clock(0.02)
    seen = []

    def app(environ, start):
        start("200 OK", [])
        return [message(604).encode()]

    async def application(scope, receive, send):
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": message(604).encode()})

    async def send(event):
        seen.append(event)

    options = {"query": "lang", "cookie": "lang"}
    wsgi, asgi = WSGIMiddleware(app, **options), ASGIMiddleware(application, **options)

    def ask_wsgi(sent):
        environ = {name: value.decode("latin-1") for name, value in sent.items()}
        head = []
        body = b"".join(wsgi(environ, lambda status, headers: head.extend(headers)))
        return body, head

    def ask_asgi(sent):
        names = {b"accept-language": "HTTP_ACCEPT_LANGUAGE", b"cookie": "HTTP_COOKIE"}
        headers = [(name, sent[key]) for name, key in names.items()]
        scope = {"type": "http", "headers": headers, "query_string": sent["QUERY_STRING"]}
        seen.clear()
        asyncio.run(asgi(scope, None, send))
        return seen[1]["body"], [tuple(map(bytes.decode, each)) for each in seen[0]["headers"]]

    for count in range(sized(20_000)):
        parts = [mutated(random, random.choice(PIECES)).encode("utf-8", "replace") for _ in "123"]
        accepted, cookie, query = parts
        sent = {
            "HTTP_ACCEPT_LANGUAGE": accepted,
            "HTTP_COOKIE": random.choice([b"lang=", b'a=b; lang="', b"lang"]) + cookie,
            "QUERY_STRING": random.choice([b"lang=", b"a&lang=%", b"lang"]) + query,
        }
        ask = ask_asgi if count % 4 == 0 else ask_wsgi
        body, headers = clock.ask(ask, sent)
        assert body.decode() in TEXTS, sent
        for name, value in headers:
            assert (name + value).isascii(), sent
            assert (name + value).isprintable(), sent


@pytest.mark.parametrize("suffix", ["csv", "json", "rst"])
def test_a_mutated_table_is_imported_whole_or_refused(tmp_path, suffix):
    random, clock, good = randomness(), Clock(20), 0
    shown = reference(load_project(str(ROOT)), ["en"])
    whole = render(suffix, shown).encode()
    whole = whole[: whole.rindex(b"\n", 0, 4000)] if suffix == "csv" else whole
    path = tmp_path / f"codes.{suffix}"
    number = sized({"csv": 1_000, "json": 1_000, "rst": 100}[suffix])
    for _ in range(number):
        path.write_bytes(mutations.mutated(random, whole))
        rows = clock.ask(read_rows, str(path), "en", [])
        source = rows
        if isinstance(rows, list):
            source = clock.ask(enum_source, rows, "Errors", str(path))
        if isinstance(source, str):
            good += 1
            read = {(code.value, code.symbol) for code in codes_in(source.encode(), "e.py")}
            assert read == {(row.value, row.symbol) for row in rows}
        else:
            assert type(source) is CatalogError, repr(source)
            assert is_short(source)
    assert good > number // 20


PLATFORMS = sorted((ROOT / "tests/data/platforms").glob("*.po"), key=lambda path: path.stem)


def test_a_mutated_export_or_merge_is_mended_once_or_refused_and_left(studio):
    random, clock = randomness(), Clock(20)
    project = load_project(str(studio.root))
    path = studio.po("de")
    path.parent.mkdir(parents=True)
    before, mended, kinds = studio.files(), 0, set()
    for count in range(sized(1_000)):
        data = random.choice(PLATFORMS).read_bytes()
        if count % 2:
            lines = data.splitlines(keepends=True)
            other = mutations.mutated(random, data).splitlines(keepends=True)
            at, to = sorted(random.choices(range(len(lines)), k=2))
            base = random.choice([[], [b"||||||| base\n"]])
            sides = [b"<<<<<<< a\n", *lines[at:to], *base, b"=======\n", *other[at:to]]
            data = b"".join([*lines[:at], *sides, b">>>>>>> b\n", *lines[to:]])
        data = mutations.mutated(random, data)
        path.write_bytes(data)
        changes = clock.ask(sync, project)
        kinds.add(type(changes))
        if isinstance(changes, list):
            mended += 1
            once = path.read_bytes()
            assert not any(change.written for change in sync(project)), data
            assert path.read_bytes() == once, data
            errors = {each.rule for each in lint(project)[0] if each.severity == "error"}
            assert not errors & {"canonical", "syntax", "unknown"}, data
        else:
            assert type(changes) in (CatalogError, ConflictError, RemovalError), repr(changes)
            assert all(map(is_short, str(changes).splitlines())), data
            assert path.read_bytes() == data
            assert {file: file.read_bytes() for file in before} == before
        for file, content in before.items():
            file.write_bytes(content)
    assert mended > sized(1_000) // 20
    assert len(kinds) == 4 or sized(1_000) < 1_000
    shutil.rmtree(path.parent)


def test_a_mutated_baseline_counts_or_is_refused_and_what_is_found_is_json(studio, tmp_path):
    random, clock = randomness(), Clock(1)
    name = "".join(random.choices(ALPHABET.replace("\0", "").replace('"', ""), k=60))
    body = f'\nmsgid "{name}"\nmsgstr "\\x1b{{0}}"\n'.encode("utf-8", "replace")
    studio.ja.write_bytes(studio.ja.read_bytes() + body)
    found, _ = lint(load_project(str(studio.root)))
    for style in ("json", "sarif"):
        assert json.loads(FORMATS[style](found))
    path = tmp_path / "baseline.json"
    whole = FORMATS["json"](found).encode()
    path.write_bytes(whole)
    assert list(new_ones(found, str(path))) == []
    for _ in range(sized(1_000)):
        path.write_bytes(mutations.mutated(random, whole))
        answer = clock.ask(lambda: list(new_ones(found, str(path))))
        assert isinstance(answer, list) or (type(answer) is CatalogError and is_short(answer))
