"""``Message.action``: what the reader of a code can do, in the best language that says it."""

from __future__ import annotations

import copy
import pickle

import pytest
from trees import Colour, Farm, catalog_for, write


@pytest.fixture
def catalog(tmp_path):
    """Japanese and English have a text for each colour, and not each an action."""
    ja = {"RED": "赤", "GREEN": "緑", "BLUE": "青", "RED.action": "止まってください"}
    en = {"RED": "red", "RED.action": "Stop", "GREEN.action": "Go", "BLUE.search": "navy"}
    write(tmp_path, "ja", **ja)
    write(tmp_path, "en", **en)
    return catalog_for(tmp_path, codes=Colour)


def test_an_action_is_a_message_in_the_readers_language(catalog):
    action = catalog.lookup(1, "ja-JP").action
    assert (action.text, action.locale, action.language) == ("止まってください", "ja", "ja")
    assert (action.code, action.symbol, action.action) == (Colour.RED, "RED", None)


def test_an_action_comes_from_the_best_language_that_has_one(catalog):
    message = catalog.lookup(2, "ja")
    assert (message, message.locale) == ("緑", "ja")
    assert (message.action, message.action.language) == ("Go", "en")


def test_a_code_without_an_action_has_none(catalog):
    assert catalog.lookup(3, "ja").action is None


def test_an_empty_or_fuzzy_action_is_a_missing_one(tmp_path):
    held_back = '\n#, fuzzy\nmsgid "RED.action"\nmsgstr "止まれ"\n'
    write(tmp_path, "ja", held_back, RED="赤", **{"GREEN.action": ""})
    catalog = catalog_for(tmp_path, codes=Colour)
    assert catalog.lookup(1, "ja").action is catalog.lookup(2, "ja").action is None


def test_an_action_may_be_there_where_no_text_is(tmp_path):
    write(tmp_path, "en", **{"RED.action": "Stop"})
    message = catalog_for(tmp_path, codes=Colour).lookup(1, "en")
    assert (message, message.locale, message.action) == ("RED", "", "Stop")


def test_the_name_of_an_action_is_the_symbol_of_the_code(tmp_path):
    write(tmp_path, "en", **{"NON_UPLOADABLE FILES.action": "Save the file again"})
    catalog = catalog_for(tmp_path, codes=Farm)
    assert catalog.lookup("NON_UPLOADABLE_FILES", "en").action == "Save the file again"


def test_a_message_and_a_description_are_one_sentence(catalog):
    class ColourError(Exception):
        error_code = 1

    assert catalog.message(1, "en") == "red"
    assert catalog.describe(ColourError(), "en") == "red (1)"


def test_no_further_text_is_found_as_a_code(catalog):
    for name in ("RED.action", "BLUE.search"):
        assert catalog.message(name, "en", default=None) is None


def test_nobody_is_told_that_an_action_is_missing(tmp_path):
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en", **{"RED.action": "Stop"})
    reported = []
    catalog = catalog_for(tmp_path, codes=Colour, on_missing=lambda *about: reported.append(about))
    assert catalog.lookup(1, "ja").action == "Stop"
    assert reported == []
    catalog.lookup(2, "ja")
    assert reported == [(Colour.GREEN, "ja")]


def test_a_message_is_made_without_a_look_for_its_action(tmp_path):
    """What ``message`` costs is one text: no other catalogue is read for an action."""
    write(tmp_path, "ja", RED="赤")
    write(tmp_path, "en").write_bytes(b"broken")
    assert catalog_for(tmp_path, codes=Colour).message(1, "ja") == "赤"


@pytest.mark.parametrize(
    "copied", [copy.copy, copy.deepcopy, lambda m: pickle.loads(pickle.dumps(m))]
)
def test_a_copy_keeps_the_action(catalog, copied):
    other = copied(catalog.lookup(1, "ja")).action
    assert (other, other.locale, other.code) == ("止まってください", "ja", Colour.RED)
    assert copied(catalog.lookup(3, "ja")).action is None


def test_fields_of_an_action_are_filled(tmp_path):
    write(tmp_path, "en", **{"RED.action": "Wait {seconds} seconds"})
    action = catalog_for(tmp_path, codes=Colour).lookup(1, "en").action
    assert action.format(seconds=5) == "Wait 5 seconds"


def test_an_action_may_be_a_plural(tmp_path):
    forms = 'msgid_plural "RED.action"\nmsgstr[0] "Remove a file"\nmsgstr[1] "Remove {count} files"'
    rule = '"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n'
    write(tmp_path, "en", f'{rule}\nmsgid "RED.action"\n{forms}\n')
    action = catalog_for(tmp_path, codes=Colour).lookup(1, "en").action
    assert (action.format(count=1), action.format(count=3)) == ("Remove a file", "Remove 3 files")
    assert pickle.loads(pickle.dumps(action)).format(count=1) == "Remove a file"
