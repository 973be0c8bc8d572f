"""What a browser is allowed to do with our pages: nothing from elsewhere, and only embeds inside other sites."""

import pytest

from routes.headers import EVERYWHERE


def directives(answer) -> dict[str, str]:
    return dict(part.split(" ", 1) for part in answer.headers["Content-Security-Policy"].split("; "))


@pytest.mark.parametrize("path", ["/health", "/embed/by_status", "/export/by_status.csv", "/none", "/assets/embed.css"])
def test_every_answer_carries_them(client, path: str) -> None:
    answer = client.get(path)
    assert {name: answer.headers[name] for name in EVERYWHERE} == EVERYWHERE
    assert directives(answer)["default-src"] == "'self'"
    assert directives(answer)["object-src"] == "'none'"
    assert "unsafe" not in directives(answer)["script-src"]


def test_a_page_cannot_be_framed_and_runs_only_dashs_own_inline_scripts(serve) -> None:
    answer = serve(script_hashes=("'sha256-abc='",)).get("/health")
    assert directives(answer)["script-src"] == "'self' 'sha256-abc='"
    assert directives(answer)["frame-ancestors"] == "'self'"
    assert answer.headers["X-Frame-Options"] == "SAMEORIGIN"


def test_an_embed_may_be_framed_by_whom_the_setting_names(serve) -> None:
    client = serve(script_hashes=("'sha256-abc='",), frame_ancestors="https://news.example")
    answer = client.get("/embed/by_status")
    assert directives(answer)["frame-ancestors"] == "https://news.example"
    assert directives(answer)["script-src"] == "'self'"
    assert "X-Frame-Options" not in answer.headers
    assert directives(client.get("/embed/nope"))["frame-ancestors"] == "https://news.example"
