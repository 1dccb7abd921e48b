"""What docs/web.md says of caches inside an application, run; Django's is in test_django.py."""

from __future__ import annotations

import asyncio

from rv_i18n import message, negotiate
from rv_i18n.web import ASGIMiddleware, WSGIMiddleware

READERS = ["ja", "ko", "tlh", "ja-JP, en;q=0.5", "ko"]


def test_flask_caching_keeps_an_answer_for_each_language():
    from flask import Flask, request
    from flask_caching import Cache

    made = []
    app = Flask("service")
    cache = Cache(app, config={"CACHE_TYPE": "SimpleCache"})

    @app.get("/")
    @cache.cached(make_cache_key=lambda *_, **__: f"{request.full_path} {negotiate(None)}")
    def answer():
        made.append(negotiate(None))
        return message(604)

    app.wsgi_app = WSGIMiddleware(app.wsgi_app)
    client = app.test_client()
    for reader in READERS:
        response = client.get("/", headers={"Accept-Language": reader})
        assert response.text == message(604, reader)
        assert response.headers["Vary"] == "Accept-Language"  # of an answer from the cache, too
        assert response.headers.get("Content-Language", "") in ("", negotiate(reader))
    assert made == ["ja", "ko", "en"]


def test_fastapi_cache_keeps_an_answer_for_each_language():
    import httpx
    from fastapi import FastAPI
    from fastapi_cache import FastAPICache, default_key_builder
    from fastapi_cache.backends.inmemory import InMemoryBackend
    from fastapi_cache.decorator import cache

    def key(*arguments, **named):
        return f"{default_key_builder(*arguments, **named)} {negotiate(None)}"

    made = []
    app = FastAPI()

    @app.get("/")
    @cache(expire=60)
    async def answer() -> str:
        made.append(negotiate(None))
        return message(604)

    async def ask_all():
        FastAPICache.init(InMemoryBackend(), key_builder=key)
        transport = httpx.ASGITransport(ASGIMiddleware(app))
        async with httpx.AsyncClient(transport=transport, base_url="http://service") as client:
            for reader in READERS:
                response = await client.get("/", headers={"Accept-Language": reader})
                assert response.json() == message(604, reader)
                assert response.headers["Vary"] == "Accept-Language"

    asyncio.run(ask_all())
    assert made == ["ja", "ko", "en"]


def test_flasks_test_client_may_keep_its_context_over_a_stream():
    from flask import Flask, stream_with_context

    app = Flask("service")
    app.wsgi_app = WSGIMiddleware(app.wsgi_app)

    @app.get("/")
    def answer():
        return stream_with_context(message(604) for _ in range(2)), {"X": "y"}

    with app.test_client() as client:
        for reader in READERS:
            response = client.get("/", headers={"Accept-Language": reader})
            assert response.text == 2 * message(604, reader)


def test_a_connection_that_django_keeps_for_a_thread_is_kept_over_requests():
    """asgiref's ``Local`` is what Django keeps its connections to caches and databases in."""
    from asgiref.local import Local

    connections = Local()
    opened = []

    def app(environ, start_response):
        if not hasattr(connections, "redis"):
            connections.redis = object()
            opened.append(connections.redis)
        start_response("200 OK", [])
        return [message(604).encode()]

    service = WSGIMiddleware(app)
    for _ in range(10):
        service({"HTTP_ACCEPT_LANGUAGE": "ja"}, lambda *_: None)
    assert len(opened) == 1
