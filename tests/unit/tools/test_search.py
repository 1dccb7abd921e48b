"""Search finds what someone types or pastes, the best match first."""

from __future__ import annotations

import random
import re
import tracemalloc

import pytest
from trees import QUERIES, ROOT, SEARCHED, searched_project, several_lists, write_project

from rv_i18n.tools.reference import search
from rv_i18n.tools.reference.rows import rows
from rv_i18n.tools.reference.search import Index, shared_rules

LOCALES = list(SEARCHED[0]["messages"])


@pytest.fixture(autouse=True)
def nothing_folded():
    search._FOLDED.clear()  # what one test has seen of a character is no help to the next


@pytest.fixture(scope="module")
def find(tmp_path_factory):
    return finder(searched_project(tmp_path_factory.mktemp("searched")))


def finder(project):
    catalog = project.catalog()
    index = Index(rows(catalog, project.codes, catalog.locales()))
    return lambda query: [hit.row.code for hit in index.search(query)]


@pytest.mark.parametrize(("query", "best"), QUERIES)
def test_the_best_match_comes_first(find, query, best):
    assert find(query)[: len(best) or None] == best


@pytest.mark.parametrize(
    ("query", "symbols"),
    [
        ("5", ["FAILED", "queue.FAILED"]),
        ("error 5", ["FAILED", "queue.FAILED"]),
        ("BIL-0002", ["NO_FUNDS"]),
        ("[bil 0001] oops", ["EXPIRED"]),
        ("BIL0002", ["NO_FUNDS"]),
        ("bil", ["NO_FUNDS", "EXPIRED"]),
        ("credit", ["NO_FUNDS"]),
    ],
)
def test_a_code_is_found_if_it_is_a_string_or_in_several_lists(tmp_path, query, symbols):
    project = several_lists(tmp_path)
    catalog = project.catalog()
    hits = Index(rows(catalog, project.codes, catalog.locales())).search(query)
    assert [hit.row.symbol for hit in hits] == symbols


def test_of_a_whole_query_only_the_texts_that_have_all_of_it_are_listed(find):
    assert find("手机验证码") == [604]
    assert find("phone verification") == find("phone verfication") == [604]


def test_of_what_is_like_a_query_only_the_nearest_is_listed(find):
    assert find("错误：手机验证码错误！") == [604]
    assert find("weibo 登录") == [810, 813, 809]


def test_a_word_with_a_slip_counts_for_less_than_the_word(tmp_path):
    texts = {"en": {"A": "The name is taken", "B": "The signature has expired"}}
    find = finder(write_project(tmp_path, {"A": 1, "B": 2}, texts))
    assert find("takem") == [1]
    assert find("token expired") == [2]


def test_a_word_with_a_slip_is_most_of_the_word(tmp_path):
    find = finder(write_project(tmp_path, {"A": 1}, {"en": {"A": "You have lost the key"}}))
    assert find("kkey lost qwertz") == [1]


def test_of_the_words_of_a_text_the_one_most_like_that_of_the_query_counts(tmp_path):
    texts = {"en": {"A": "The signs fail", "B": "Sign the signature"}}
    find = finder(write_project(tmp_path, {"A": 1, "B": 2}, texts))
    assert find("sign") == [2, 1]


def test_a_rare_word_counts_for_more_than_two_common_ones(tmp_path):
    disks = ("sda full", "sdb lost", "sdc slow", "sdd worn", "sde gone")
    texts = {name: f"The server says {disk}" for name, disk in zip("ABCDE", disks)}
    texts["F"] = "Your licence expired"
    codes = {name: number for number, name in enumerate(texts, start=1)}
    find = finder(write_project(tmp_path, codes, {"en": texts}))
    assert find("the server licence") == [6]


def test_a_number_in_a_text_is_found_whole(tmp_path):
    texts = {"en": {"A": "At most 10 jobs", "B": "At most 1024 pixels"}}
    find = finder(write_project(tmp_path, {"A": 1, "B": 2}, texts))
    assert find("jobs 10") == find("x 10") == [1]
    assert find("1024") == [2]


def test_a_search_changes_nothing_for_the_next(tmp_path):
    find = finder(write_project(tmp_path, {"A": 5}, {"zh_CN": {"A": "手机不在线上"}}))
    assert find("机手 qwertz") == [5]
    assert find("机手") == []
    assert find("机手 qwertz") == [5]


def test_a_name_is_found_without_what_stands_between_its_words(tmp_path):
    find = finder(write_project(tmp_path, {"DISK_FULL_ERROR": 5}, {"en": {}}))
    assert find("DiskFull") == find("diskfullerror") == [5]


def test_both_chinese_scripts_find_the_same_codes(find):
    for simplified, traditional in [("验证码", "驗證碼"), ("发票", "發票"), ("手机", "手機")]:
        assert find(simplified) == find(traditional) != []


@pytest.mark.parametrize("locale", LOCALES)
def test_every_text_finds_its_code_first(find, locale):
    for row in SEARCHED:
        assert find(row["messages"][locale])[0] == row["code"]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_text_with_two_slips_finds_its_code_first_in_nine_of_ten(find, locale):
    chance = random.Random(604)
    first = sum(
        find(slip(slip(row["messages"][locale], chance), chance))[:1] == [row["code"]]
        for row in SEARCHED
    )
    assert first >= 0.9 * len(SEARCHED)


def slip(text, chance):
    """``text`` with two neighbouring characters swapped, or one left out or struck twice."""
    at = chance.randrange(len(text))
    return chance.choice(
        [
            text[:at] + text[at : at + 2][::-1] + text[at + 2 :],
            text[:at] + text[at + 1 :],
            text[: at + 1] + text[at:],
        ]
    )


def test_a_negative_number_is_found_as_it_is_written(tmp_path):
    codes = {"PARSE_ERROR": -32700, "INVALID_REQUEST": -32600, "THE_OTHER": 32600}
    find = finder(write_project(tmp_path, codes, {"en": {"PARSE_ERROR": "No JSON"}}))
    assert find('{"code":-32700}') == [-32700]
    assert find("32700") == []
    assert find("-32600") == [-32600]
    assert find("32600") == [32600]
    assert find("JSON") == [-32700]
    assert find("-") == find("") == []


def test_zero_is_found_with_any_number_of_zeros(tmp_path):
    find = finder(write_project(tmp_path, {"SUCCESS": 0, "A": 10}, {"en": {"A": "No disk"}}))
    assert find("0") == find("000") == find("code: 0") == [0]


def test_words_of_scripts_with_vowel_signs_and_without_spaces_are_found(tmp_path):
    texts = {
        "hi": {"A": "हस्ताक्षर की अवधि समाप्त हो गई है", "B": "खाता मौजूद नहीं है"},
        "th": {"A": "ลายเซ็นหมดอายุแล้ว", "B": "ไม่มีบัญชีนี้"},
        "ar": {"A": "انتهت صلاحية التوقيع", "B": "الحساب غير موجود"},
        "de": {"A": "Die Signatur ist abgelaufen", "B": "Das Benutzerkonto gibt es nicht"},
    }
    find = finder(write_project(tmp_path, {"A": 1, "B": 2}, texts))
    for query in ("अवधि", "हस्ताक्षर", "ลายเซ็น", "توقيع", "signatur", "Sginatur"):
        assert find(query) == [1]
    for query in ("मौजूद", "บัญชี", "الحساب", "konto"):
        assert find(query) == [2]


def test_a_homophone_and_the_other_script_are_found_with_one_catalogue_alone(tmp_path):
    texts = {"zh_CN": {"A": "账号不存在", "B": "登录失败", "C": "手机号错误", "D": "登记失败"}}
    find = finder(write_project(tmp_path, {"A": 1, "B": 2, "C": 3, "D": 4}, texts))
    assert [find(query) for query in ("账号", "帐号", "帳號", "賬號")] == [[1]] * 4
    assert [find(query) for query in ("登录", "登陆", "登錄", "登陸")] == [[2]] * 4


def test_dates_and_times_hold_no_numbers_of_codes(tmp_path):
    find = finder(write_project(tmp_path, {"A": 11, "B": 23, "C": 48}, {"en": {"A": "No disk"}}))
    assert find("2024-11-23 16:48:11,048 render node") == []
    assert find("2024/11/23 [48] render node") == [48]


def test_no_more_of_a_query_is_read_than_its_beginning(find):
    assert find("." * 1996 + " 604") == [604]
    assert find("." * 2000 + " 604") == []
    for query in ("x" * 1_000_000, "验证码" * 300_000, "\ufdfa" * 90_000):
        find(query)


def test_memory_grows_with_the_texts_and_no_more(tmp_path):
    def most(count):
        codes = {f"TASK_{number}_FAILED": number for number in range(1, count)}
        texts = {"en": {name: f"Task {number} has failed" for name, number in codes.items()}}
        directory = tmp_path / str(count)
        directory.mkdir()
        project = write_project(directory, codes, texts)
        read = rows(project.catalog(), project.codes, ["en"])
        tracemalloc.start()
        index = Index(read)
        found = [hit.row.code for hit in index.search("task 77 failed")]
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert found[0] == 77
        return peak

    assert most(4000) < 3 * most(2000)


def test_the_page_is_given_the_rules_that_it_reads():
    script = ROOT / "rv_i18n" / "tools" / "reference" / "page.js"
    read = re.findall(r"\brules\.(\w+)", script.read_text(encoding="utf-8"))
    assert {*shared_rules([])} == {*read}


def test_the_page_is_given_the_characters_that_stand_for_those_of_its_texts():
    same = shared_rules(["登录", "Sign in"])["same"]
    assert same == {"錄": "录", "陆": "录", "陸": "录"}
