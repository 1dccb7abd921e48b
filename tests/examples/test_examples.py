"""The examples, and ``describe``, with the real packages, over real sockets."""

from __future__ import annotations

import contextlib
import http.client
import json
import os
import re
import subprocess
import sys
import threading
import venv
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from trees import ROOT

from rv_i18n import ErrorCode, message
from rv_i18n._sdk import SENTENCES, Failure

needs_the_sdk = pytest.mark.skipif(
    sys.version_info >= (3, 12), reason="rayvision-api needs Python 3.11 or older"
)

BRACKETS = {"en": " ({})", "ja": "（{}）", "ko": "({})", "zh_CN": "（{}）", "zh_TW": "（{}）"}


def install(directory, wheel, group):
    """Makes an environment with the wheel and what is locked for a group, and gives its Python."""
    venv.create(directory, with_pip=True)
    python = directory / "bin/python"
    for what in (("-r", ROOT / f"requirements/{group}.txt"), ("--no-deps", wheel)):
        subprocess.run([python, "-m", "pip", "install", "-q", *what], check=True)
    return python


@pytest.fixture
def service(distributions, tmp_path):
    """Asks a running fastapi_service.py for a task."""
    python = install(tmp_path / "venv", distributions["wheel"], "examples")
    command = [python, "-m", "uvicorn", "--app-dir", ROOT / "examples", "--port", "0"]
    server = subprocess.Popen(
        [*command, "fastapi_service:app"],
        env={**os.environ, "LANGUAGE": "zh_CN"},
        stderr=subprocess.PIPE,
        encoding="utf-8",
    )
    try:
        started = next(line for line in server.stderr if "running on" in line)
        port = int(re.search(r"127\.0\.0\.1:(\d+)", started)[1])

        def ask(task, *languages):
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            connection.putrequest("GET", f"/tasks/{task}")
            for language in languages:
                connection.putheader("Accept-Language", language)
            connection.endheaders()
            answer = connection.getresponse()
            with contextlib.closing(connection):
                return answer, json.load(answer)

        yield ask
    finally:
        server.terminate()
        server.communicate(timeout=20)


def test_the_service_answers_problems_in_the_callers_language(service):
    for task, code, row, status, detail in [
        ("1", 605, 605, 403, "605"),
        ("2", 602, 602, 401, "602"),
        ("3", 1000000, 1000000, 502, f"1000000: {NUMBER}"),
        ("4", 4711, 100, 502, "100: 4711 quota_exceeded"),
        ("5", None, 100, 502, "100: maintenance"),
    ]:
        for languages, catalogue in [
            (["ja-JP, en;q=0.5"], "ja"),
            (["zh-HK"], "zh_TW"),
            (["tlh, ko;q=0.3"], "ko"),
            (["tlh", "zh-CN;q=0.8"], "zh_CN"),
            (["tlh"], "en"),
            ([], "en"),
        ]:
            answer, problem = service(task, *languages)
            assert answer.status == status
            assert answer.headers["Content-Type"] == "application/problem+json"
            assert answer.headers["Content-Language"] == catalogue.replace("_", "-")
            assert answer.headers["Vary"] == "Accept-Language"
            title = message(row, catalogue)
            assert problem == {
                "type": f"https://studio.example/reference.html#{row}",
                "title": title,
                "status": status,
                "detail": title + BRACKETS[catalogue].format(detail),
                "code": code,
                "language": catalogue.replace("_", "-"),
            }
    answer, problem = service("2?lang=ko", "ja")
    assert problem["title"] == message(602, "ko")
    answer, content = service("6", "ja")
    assert content == {"task": 6}
    assert answer.headers["Content-Language"] is answer.headers["Vary"] is None


class Farm(BaseHTTPRequestHandler):
    """Answers as the farm's API does: the codes and words of a task, one request after another."""

    LOGIN = ("queryUserProfile", "queryUserSetting", "getTransferBid")

    answers: dict[str, list[tuple[object, object]]]
    """What is still to be said, by the number of the task or the name of the request."""

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.headers["signature"]
        asked = str(body["taskIds"][0]) if "taskIds" in body else self.path.rsplit("/", 1)[-1]
        answers = self.answers.get(asked, [])
        code, words = answers.pop(0) if answers else (200, "success")
        answer = words
        if not isinstance(words, bytes):  # or it is no answer of the farm's
            answer = json.dumps({"code": code, "message": words, "data": {"userId": 1}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="module")
def sdk(distributions, tmp_path_factory):
    """The Python of an environment with the farm's packages."""
    return install(tmp_path_factory.mktemp("sdk"), distributions["wheel"], "sdk")


@pytest.fixture
def stop(sdk, tmp_path):
    """Runs renderfarm_script.py, in Japanese, where the farm gives such answers."""

    def run(answers, *tasks):
        Farm.answers = answers
        script = ROOT / "examples/renderfarm_script.py"
        where = ["--protocol", "http", "--domain", f"127.0.0.1:{server.server_port}"]
        return subprocess.run(
            [sdk, script, *where, *tasks, "-l", "ja"],
            env={**os.environ, "RAYVISION_API_ACCESS_ID": "id", "RAYVISION_API_KEY": "key"},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    with ThreadingHTTPServer(("127.0.0.1", 0), Farm) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield run
        server.shutdown()


@needs_the_sdk
def test_the_script_says_in_japanese_what_the_farm_answers(stop):
    answers = {
        "1": [(605, "vinsufficient_permissions")],
        "2": [("404", "资源不存在")],
        "3": [(4711, "quota_exceeded")],
        "4": [(None, "maintenance")],
    }
    done = stop(answers, *"12345")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"1: {message(605, 'ja')}（605）",
        f"2: {message(404, 'ja')}（404）",
        f"3: {message(ErrorCode.FAIL, 'ja')}（4711: quota_exceeded）",
        f"4: {message(ErrorCode.FAIL, 'ja')}（maintenance）",
    ]


@needs_the_sdk
def test_a_wrong_signature_is_one_request_and_a_moments_trouble_two(stop):
    wrong = [(611, "signature_invalid")] * 5
    done = stop({"queryUserProfile": wrong}, "1")
    assert (done.returncode, done.stderr) == (1, message(611, "ja") + "（611）\n")
    assert len(wrong) == 4
    for trouble in ([(500, "internal_error")], [("1000", "")], [(None, GATEWAY)]):
        done = stop({"1": trouble}, "1")
        assert (done.returncode, done.stderr, trouble) == (0, "", [])


GATEWAY = b"<html><h1>502 Bad Gateway</h1></html>"


@needs_the_sdk
def test_what_is_no_answer_of_the_farms_has_a_sentence_of_its_own(stop):
    pages = [(None, GATEWAY)] * 5
    done = stop({"1": pages}, "1")
    assert pages == []
    unreadable = SENTENCES.message(Failure.UNREADABLE, "ja")
    assert done.stderr.startswith(f"1: {unreadable}（")
    done = stop({}, "1", "--domain", "127.0.0.1:1")
    assert done.stderr.startswith(SENTENCES.message(Failure.UNREACHABLE, "ja") + "（HTTP")


REFUSED = """
import json, sys, time
sys.path.insert(0, json.load(sys.stdin))
import renderfarm_script
from rayvision_api.connect import Connect
from rayvision_api.exception import RayvisionAPIError
from rv_i18n import describe, use_locale
start = time.monotonic()
try:
    Connect("id", "key", "http", "127.0.0.1:1", "2").post("/api/stopTask", {"taskIds": "x"})
except ValueError as error:
    taken = time.monotonic() - start
with use_locale("ja"):
    error = RayvisionAPIError(602, "need_user_login", "https://farm/")
    json.dump([taken, str(error), describe(error)], sys.stdout)
"""


@needs_the_sdk
def test_what_the_sdk_refuses_is_not_tried_again_and_logs_are_in_one_language(sdk, tmp_path):
    taken, logged, shown = run_in(sdk, REFUSED, str(ROOT / "examples"), tmp_path)
    assert taken < 1
    assert logged == message(602, "en") + " (602)"
    assert shown == message(602, "ja") + "（602）"


API, UTILS, SYNC, RAYSYNC = (
    "rayvision_api.exception",
    "rayvision_utils.exception.exception",
    "rayvision_sync.exception",
    "rayvision_sync.rayvision_raysync.exception",
)

MAYA = "Maya 2099 is not support, supported versions:2022,2024"

NUMBER = "Failed to get user number!"

RAISED = [
    # Where it is from, its class, its arguments; the code whose text it has, and the brackets.
    (API, "RayvisionError", [1000000, MAYA], 1000000, f"1000000: {MAYA}"),
    (API, "RayvisionError", [1000000, NUMBER], 1000000, f"1000000: {NUMBER}"),
    (API, "RayvisionError", [1000004, "no a.json"], 100, "1000004: no a.json"),
    (API, "RayvisionError", [20020, "Login failed."], 100, "20020: Login failed."),
    (API, "RayvisonTaskIdError", [10006, "must be int"], 100, "2000: must be int"),
    (API, "RayvisionAPIError", [602, "need_user_login", "https://farm/"], 602, "602"),
    (API, "RayvisionAPIError", ["602", "需要用户登录", "https://farm/"], 602, "602"),
    (API, "RayvisionAPIError", [None, "maintenance", "https://farm/"], 100, "maintenance"),
    (API, "RayvisionAPIError", [4711, "quota_exceeded", ""], 100, "4711: quota_exceeded"),
    (API, "RayvisionAPIError", [200025, "NON-UPLOADABLE FILES", ""], 200025, "200025"),
    (API, "HardwareConfigIdError", [1000001, "no such card"], 100, "1000001: no such card"),
    (API, "NotSupportPluginError", [1000000, "no mtoa"], 1000000, "1000000: no mtoa"),
    (API, "NotSupportHardwareCodeError", [1000000, "no: [1]"], 1000000, "1000000: no: [1]"),
    (UTILS, "RayvisionError", [20003, "no path"], 100, "20003: no path"),
    (UTILS, "RayvisionAPIError", [602, "need_user_login", ""], 602, "602"),
    (
        SYNC,
        "RayvisionError",
        [20004, "task.json upload failed"],
        20004,
        "20004: task.json upload failed",
    ),
    (SYNC, "RayvisionError", [200024, "argument format"], 200024, "200024: argument format"),
    (RAYSYNC, "RayvisionError", [1000006, "no a.json"], 100, "1000006: no a.json"),
    (RAYSYNC, "RaysyncAPIError", [500, "internal_error", "https://farm/"], 500, "500"),
]

WITHOUT_CODE = [
    (API, "AnalyzeError", ["Scene has damged"], "Scene has damged"),
    (API, "MaxDamageError", ["Scene has damged"], "Scene has damged"),
    (API, "NotSupportCGSoftwareError", [], "NotSupportCGSoftwareError"),
    (UTILS, "VersionNotMatchError", ["2022 and 2024"], "2022 and 2024"),
    (SYNC, "DownloadFailed", ["0001.exr Download failed"], "0001.exr Download failed"),
    (RAYSYNC, "DownloadFailed", ["0001.exr Download failed"], "0001.exr Download failed"),
    (RAYSYNC, "TransferTimeout", ["5 hours"], "5 hours"),
]

DESCRIBE = """
import importlib, json, sys
from rv_i18n import describe
raised, locales = json.load(sys.stdin)
errors = [getattr(importlib.import_module(m), c)(*arguments) for m, c, arguments in raised]
json.dump([[describe(error, locale) for locale in locales] for error in errors], sys.stdout)
"""

EVERY_CLASS = """
import importlib, json, sys
from rv_i18n import describe
told = {}
for name in json.load(sys.stdin):
    for kind in vars(importlib.import_module(name)).values():
        if isinstance(kind, type) and issubclass(kind, Exception) and kind.__module__ == name:
            for arguments in [(602, "why", "https://farm/"), (602, "why"), ("why",)]:
                try:
                    error = kind(*arguments)
                except TypeError:
                    continue
                told.setdefault(describe(error, "en"), []).append(kind.__name__)
                break
            else:
                told.setdefault(None, []).append(kind.__name__)
json.dump(told, sys.stdout)
"""


def run_in(python, script, data, tmp_path):
    """What a script prints as JSON, given some."""
    done = subprocess.run(
        [python, "-c", script],
        input=json.dumps(data),
        cwd=tmp_path,
        stdout=subprocess.PIPE,
        check=True,
        encoding="utf-8",
    )
    return json.loads(done.stdout)


@needs_the_sdk
def test_what_the_sdk_raises_is_described_in_five_languages(sdk, tmp_path):
    raised = [each[:3] for each in (*RAISED, *WITHOUT_CODE)]
    expected = [
        [message(code, locale) + brackets.format(words) for locale, brackets in BRACKETS.items()]
        for *_, code, words in RAISED
    ] + [[words] * len(BRACKETS) for *_, words in WITHOUT_CODE]
    told = run_in(sdk, DESCRIBE, [raised, list(BRACKETS)], tmp_path)
    for arguments, descriptions, right in zip(raised, told, expected):
        assert descriptions == right, arguments


@needs_the_sdk
def test_every_class_of_the_sdk_is_described(sdk, tmp_path):
    told = run_in(sdk, EVERY_CLASS, [API, UTILS, SYNC, RAYSYNC], tmp_path)
    sentence, failed = message(602, "en"), message(ErrorCode.FAIL, "en")
    assert {"RayvisionError", "RayvisionAPIError", "AnalyzeError"} <= set(
        told.pop(f"{sentence} (602: why)")
    )
    assert told == {
        f"{failed} (2000: why)": ["RayvisonTaskIdError"],
        "602": ["DownloadFailed", "DownloadFailed"],  # its first argument is the words
        "null": ["RayvisonTaskIdError"],  # that of rayvision_utils cannot be made: a TypeError
    }
