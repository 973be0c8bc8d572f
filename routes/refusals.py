"""The one shape of an answer that cannot be given: a status, a kind for programs, sentences for people."""

from dataclasses import dataclass
from typing import Any

from flask import Response

from charts import ALL_CHARTS, ChartNotFound
from data.selection import BadSelection, sentence
from data.store import EditionNotFound
from exports import json
from exports.browser import NoBrowser
from exports.slide_template.taking_in import BadTemplate
from texts.words import Words


@dataclass(frozen=True, slots=True)
class Refusal:
    """`choices` are the names that would do, "" where there are none to give."""

    status: int
    kind: str
    title: str
    lines: tuple[str, ...] = ()
    choices: tuple[str, ...] = ()


def refusal(error: Exception, words: Words) -> Refusal:
    """What to answer to an exception of the data or charts rooms. Another exception is raised again."""
    say = words.say
    match error:
        case BadSelection():
            return Refusal(
                400,
                "bad_selection",
                say("embed.refused"),
                tuple(sentence(problem, words) for problem in error.problems),
            )
        case ChartNotFound():
            return Refusal(
                404, "chart_not_found", say("embed.no_chart", name=str(error.args[0])[:60]), choices=ALL_CHARTS
            )
        case EditionNotFound():
            return Refusal(503, "nothing_published", say("embed.nothing_published"))
        case BadTemplate():
            return Refusal(error.status, "bad_template", say("deck.refused"), (say(error.message, **error.params),))
        case NoBrowser():
            return Refusal(501 if error.lasting else 503, "no_browser", say(error.message, **error.params))
    raise error


def as_json(refused: Refusal) -> Response:
    document: dict[str, Any] = {"error": refused.kind, "message": refused.title, "details": refused.lines}
    if refused.choices:
        document["choices"] = refused.choices
    return Response(json.text(document), refused.status, _HEADERS, mimetype="application/json")


def as_text(refused: Refusal) -> Response:
    text = "\n".join((refused.title, *refused.lines, *refused.choices)) + "\n"
    return Response(text, refused.status, _HEADERS, mimetype="text/plain")


_HEADERS = {"Cache-Control": "no-store"}
