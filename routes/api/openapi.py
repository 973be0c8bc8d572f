"""/api/v1/openapi.json: what can be asked, written from the declarations that answer it (OpenAPI 3.1)."""

from collections.abc import Sequence
from typing import Any

from routes.api.answering import ROOT, Call, Document, Endpoint
from routes.api.parameters import LANGUAGE, openapi_of
from routes.api.schemas import REFUSAL


def endpoint(endpoints: Sequence[Endpoint]) -> Endpoint:
    def openapi(call: Call) -> Document:
        return Document(document(endpoints, call))

    return Endpoint("openapi", "/openapi.json", openapi, (LANGUAGE,))


def document(endpoints: Sequence[Endpoint], call: Call) -> dict[str, Any]:
    words, settings = call.words, call.api.settings
    return {
        "openapi": "3.1.0",
        "info": {"title": words.say("api.title", site=settings.site_name), "version": "1",
                 "description": words.say("api.about")},
        "servers": [{"url": f"{settings.public_url}{ROOT}"}],
        "paths": {one.path: {"get": _operation(one, words)} for one in endpoints},
        "components": {"schemas": {"Refusal": REFUSAL}},
    }  # fmt: skip


def _operation(one: Endpoint, words: Any) -> dict[str, Any]:
    content: dict[str, Any] = {"application/json": {"schema": one.schema}}
    if one.csv:
        content["text/csv"] = {"schema": {"type": "string"}}
    refused = {"application/json": {"schema": {"$ref": "#/components/schemas/Refusal"}}}
    answers: dict[str, Any] = {
        "200": {"description": _told(one, words), "content": content},
        "400": {"description": words.say("api.refused"), "content": refused},
        "404": {"description": words.say("api.not_there"), "content": refused},
        "503": {"description": words.say("api.nothing_published"), "content": refused},
    }
    return {
        "operationId": one.name,
        "summary": _told(one, words),
        "parameters": [openapi_of(parameter, words) for parameter in one.parameters],
        "responses": answers,
    }


def _told(one: Endpoint, words: Any) -> str:
    family, _, chart = one.name.partition(".")
    return str(words.say(f"api.path.{family}", chart=chart) if chart else words.say(f"api.path.{family}"))
