"""/oembed?url=...: what a site needs to show a chart where its author pasted a link (https://oembed.com)."""

import re
from collections.abc import Callable
from datetime import date
from html import escape
from typing import Any
from urllib.parse import parse_qsl, urlencode

from flask import Flask, Response, request
from werkzeug.datastructures import MultiDict

from charts import ALL_CHARTS, ANALYSES, MAIN_CHARTS, ChartNotFound
from charts.options import option_pairs
from data.selection import BadSelection
from data.store import EditionNotFound, Store
from data.web_address import parts_of
from exports import json
from exports.address import embed_address
from exports.browser import Browser, Without
from exports.embed_code import OPTIONS, frame, height_of
from exports.handed import Handed
from exports.link_card import image_of
from routes.asked import Asked, kept_for, read, words_of
from routes.refusals import Refusal, as_text, refusal

FORMATS = ("json", "xml")
# As wide as the widest picture of an embed with its margins.
WIDTH = 860
# A frame is no frame below; a consumer that has less room gets none.
SMALLEST = 100
CACHE_AGE = 3600
HEADERS = {"Access-Control-Allow-Origin": "*", "Vary": "Accept-Language"}
# Parts of the front page that are a chart of their own (exports.address.page_address).
_CARD = re.compile(r"card-([a-z_]+)")
_EMBED = re.compile(r"/embed/([a-z_]+)/?")


class NotOurs(Exception):
    """The address shows no chart of this site."""


def register(server: Flask, settings: Any, store: Store, today: Callable[[], date], browser: Browser) -> None:
    def oembed() -> Response:
        return answer(settings, store, today(), not isinstance(browser, Without))

    server.add_url_rule("/oembed", "oembed", oembed, methods=["GET"])


def answer(settings: Any, store: Store, today: date, pictures: bool) -> Response:
    say = words_of({}, request.accept_languages.values(), settings.language).say
    form = request.args.get("format", "").strip().lower() or FORMATS[0]
    if form not in FORMATS:
        return _refused(Refusal(501, "format_not_found", say("oembed.format", formats=", ".join(FORMATS))))
    most = {name: request.args.get(name, "").strip() for name in ("maxwidth", "maxheight")}
    for name, value in most.items():
        if value and not (value.isascii() and value.isdigit() and int(value[:9]) >= SMALLEST):
            return _refused(Refusal(400, "bad_size", say("oembed.size", name=name, smallest=SMALLEST)))
    if not request.args.get("url", "").strip():
        return _refused(Refusal(400, "no_url", say("oembed.url")))
    try:
        asked = asked_by(request.args["url"].strip(), settings, request.accept_languages.values())
        handed = asked.handed(store, today, settings)
    except NotOurs:
        return _refused(Refusal(404, "not_ours", say("oembed.not_ours", site=settings.site_name)))
    except (BadSelection, ChartNotFound, EditionNotFound) as error:
        found = refusal(error, words_of({}, request.accept_languages.values(), settings.language))
        # Of an address that cannot be answered there is nothing to show, whatever is wrong with it.
        return _refused(found if found.status == 503 else Refusal(404, found.kind, found.title, found.lines))
    told = document(handed, pictures, _number(most["maxwidth"]), _number(most["maxheight"]))
    body, kind = (json.text(told), "application/json") if form == "json" else (as_xml(told), "text/xml")
    response = Response(body, headers=HEADERS, mimetype=kind)
    response.headers |= {"Cache-Control": kept_for(asked.pinned), "Content-Language": handed.words.language}
    response.add_etag()
    response.make_conditional(request)
    return response


def asked_by(url: str, settings: Any, accepted: Any) -> Asked:
    """The chart that an address of ours shows. Raises NotOurs, and what routes.asked.read raises."""
    parts, ours = parts_of(url), parts_of(settings.public_url)
    query = MultiDict(parse_qsl(parts.query, keep_blank_values=True))
    # http or https: a proxy may answer both.
    if parts.scheme not in ("http", "https") or parts.netloc.lower() != ours.netloc.lower():
        raise NotOurs
    if not parts.path.startswith(ours.path):
        raise NotOurs
    chart = _chart(parts.path[len(ours.path) :] or "/", parts.fragment, query)
    return read(chart, query, words_of(query, accepted, settings.language), OPTIONS)


def _number(value: str) -> int | None:
    return int(value[:9]) if value else None


def _chart(path: str, fragment: str, query: MultiDict[str, str]) -> str:
    if found := _EMBED.fullmatch(path):
        return found[1]
    if path == "/":
        card = _CARD.fullmatch(fragment)
        named = card[1] if card else ""
        return named if named in ALL_CHARTS else query.get("form", "") or MAIN_CHARTS[0]
    if path == "/explore" and len(query.getlist("dataset")) < 2:
        return query.get("chart", "") or ANALYSES[0]
    raise NotOurs


def document(
    handed: Handed, pictures: bool, most_wide: int | None = None, most_high: int | None = None
) -> dict[str, Any]:
    """The fields of a rich response, and a thumbnail where there is one that is small enough."""
    view, settings = handed.view, handed.settings
    width = min(WIDTH, most_wide or WIDTH)
    height = height_of(view, handed.narrow, width)
    height = min(height, most_high or height)
    chosen = urlencode(option_pairs(OPTIONS, handed.options))
    query = f"{handed.query}&{chosen}" if chosen else handed.query
    told = {
        "type": "rich", "version": "1.0", "title": view.title, "provider_name": settings.site_name,
        "provider_url": f"{settings.public_url}/", "cache_age": CACHE_AGE,
        "html": frame(view, embed_address(settings.public_url, view.chart, query), str(width), height),
        "width": width, "height": height,
    }  # fmt: skip
    if not pictures or view.empty:
        return told
    image, wide, high = image_of(view, handed.query, settings)
    if wide <= (most_wide or wide) and high <= (most_high or high):
        told |= {"thumbnail_url": image, "thumbnail_width": wide, "thumbnail_height": high}
    return told


def as_xml(told: dict[str, Any]) -> str:
    fields = "".join(f"<{name}>{escape(str(value), quote=False)}</{name}>" for name, value in told.items())
    return f'<?xml version="1.0" encoding="utf-8" standalone="yes"?>\n<oembed>{fields}</oembed>\n'


def _refused(refused: Refusal) -> Response:
    response = as_text(refused)
    response.headers.extend(HEADERS)
    return response
