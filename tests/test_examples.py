"""The examples do what they say, with the real packages, over real sockets."""

from __future__ import annotations

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
from conftest import ROOT

from rv_i18n import message

pytestmark = pytest.mark.examples


@pytest.fixture
def environment(distributions, tmp_path):
    """Makes an environment with the wheel and some packages in it, and gives its Python."""

    def make(*packages):
        venv.create(tmp_path / "venv", with_pip=True)
        python = tmp_path / "venv/bin/python"
        command = [python, "-m", "pip", "install", "-q", distributions["wheel"], *packages]
        subprocess.run(command, check=True)
        return python

    return make


def test_the_service_answers_problems_in_the_callers_language(environment):
    python = environment("fastapi", "uvicorn")
    command = [python, "-m", "uvicorn", "--app-dir", ROOT / "examples", "--port", "0"]
    server = subprocess.Popen(
        [*command, "fastapi_service:app"], stderr=subprocess.PIPE, encoding="utf-8"
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
            return answer, json.load(answer)

        for task, code, status in [(1, 605, 403), (2, 404, 404), (3, 602, 401)]:
            for languages, catalogue in [
                (["ja-JP, en;q=0.5"], "ja"),
                (["zh-HK"], "zh_TW"),
                (["tlh, ko;q=0.3"], "ko"),
                (["tlh", "zh-CN;q=0.8"], "zh_CN"),
                (["tlh"], "en"),
                ([], "en"),
            ]:
                answer, problem = ask(task, *languages)
                assert answer.status == status
                assert answer.headers["Content-Type"] == "application/problem+json"
                assert answer.headers["Content-Language"] == catalogue.replace("_", "-")
                assert answer.headers["Vary"] == "Accept-Language"
                assert problem == {
                    "type": f"https://studio.example/reference.html#{code}",
                    "title": message(code, catalogue),
                    "status": status,
                    "code": code,
                }
        answer, problem = ask(4, "ja")
        assert (answer.status, problem["title"]) == (502, "维护中")
        assert answer.headers["Content-Language"] is None
        assert answer.headers["Vary"] == "Accept-Language"
        assert ask(5, "ja")[1] == {"task": 5}
    finally:
        server.terminate()
        server.communicate(timeout=20)


STOPPING = {1: (605, "权限不足"), 2: (404, "资源不存在"), 3: (4711, "维护中"), 4: (200, "")}


class Farm(BaseHTTPRequestHandler):
    """Answers as the farm's API does: the code and words by the task that is to be stopped."""

    login = (200, "")

    def do_POST(self):
        body = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        assert self.headers["signature"]
        code, words = STOPPING[body["taskIds"][0]] if "taskIds" in body else self.login
        answer = json.dumps({"code": code, "message": words, "data": {"userId": 1}}).encode()
        self.send_response(200)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *arguments):
        pass


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="rayvision-api needs Python 3.11 or older")
def test_the_script_says_in_japanese_what_the_farm_answers(environment, monkeypatch, tmp_path):
    python = environment("rayvision-api")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Farm)
    threading.Thread(target=server.serve_forever, daemon=True).start()

    def run(*arguments):
        script = ROOT / "examples/renderfarm_script.py"
        where = ["--protocol", "http", "--domain", f"127.0.0.1:{server.server_port}"]
        return subprocess.run(
            [python, script, *where, *arguments],
            env={**os.environ, "RAYVISION_API_ACCESS_ID": "id", "RAYVISION_API_KEY": "key"},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
        )

    done = run("1", "2", "3", "4", "-l", "ja")
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.splitlines() == [
        f"1: {message(605, 'ja')}",
        f"2: {message(404, 'ja')}",
        "3: 维护中",
    ]
    monkeypatch.setattr(Farm, "login", (611, "非法签名"))
    done = run("4", "-l", "ja")
    assert (done.returncode, done.stderr) == (1, message(611, "ja") + "\n")
    server.shutdown()
