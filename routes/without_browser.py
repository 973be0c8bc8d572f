"""What answers where a file needs the server's Chrome and does not get it: what is missing, and what works instead."""

from collections.abc import Sequence
from pathlib import Path

from flask import Response, request
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from exports.browser import NoBrowser
from exports.formats import FORMATS, SET_FORMATS
from routes.asked import Asked
from routes.refusals import as_text, refusal
from texts.words import Words

PAGES = Environment(
    loader=FileSystemLoader(Path(__file__).parent / "templates"), autoescape=True, undefined=StrictUndefined,
    trim_blocks=True, lstrip_blocks=True,
)  # fmt: skip
# What people want instead of a picture, in this order.
INSTEAD = ("pptx", "xlsx", "csv", "json")
Links = Sequence[tuple[str, str]]


def answer(error: NoBrowser, words: Words, links: Links) -> Response:
    """A page for those whose program asks for one, as browsers do; a line of text for all others."""
    refused = refusal(error, words)
    if "text/html" not in request.headers.get("Accept", ""):
        response = as_text(refused)
    else:
        page = PAGES.get_template("without_browser.html.j2").render(words=words, title=refused.title, links=links)
        response = Response(page, refused.status, mimetype="text/html")
    response.headers.extend({"Cache-Control": "no-store", "Vary": "Accept, Accept-Language"})
    response.headers["Content-Language"] = words.language
    return response


def instead_of_chart(asked: Asked, public_url: str) -> Links:
    """The page with the chart, and the files of it that need no browser."""
    say = asked.words.say
    made = [extension for extension in INSTEAD if extension in FORMATS and not FORMATS[extension].browser]
    files = [(say(f"pictures.instead.{ending}"), f"/export/{asked.chart}.{ending}?{asked.query}") for ending in made]
    return [(say("pictures.instead.page"), asked.page(public_url)), *files]


def instead_of_set(words: Words, query: str) -> Links:
    """The sets that need no browser and show charts, with the same choice."""
    made = [f"{one.name}.{one.extension}" for one in SET_FORMATS.values() if one.charts and not one.browser]
    told = [(f"pictures.instead.{name}", f"/export/{name}?{query}") for name in made]
    return [(words.say(message), link) for message, link in told if words.has(message)]
