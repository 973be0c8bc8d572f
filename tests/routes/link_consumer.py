"""A consumer of links after the published rules: oEmbed (https://oembed.com) and Open Graph (https://ogp.me)."""

from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit
from xml.etree import ElementTree

from flask.testing import FlaskClient

KINDS = {"application/json+oembed": "json", "text/xml+oembed": "xml"}
REQUIRED = {"rich": ("html", "width", "height"), "link": (), "photo": ("url", "width", "height")}
THUMBNAIL = ("thumbnail_url", "thumbnail_width", "thumbnail_height")


class Head(HTMLParser):
    """`links`: format -> endpoint by discovery; `graph`: properties in order; `names`: the other metas; `frames`."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: dict[str, str] = {}
        self.graph: list[tuple[str, str]] = []
        self.names: dict[str, str] = {}
        self.frames: list[dict[str, Any]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        found = dict(attrs)
        if tag == "link" and found.get("rel") == "alternate" and found.get("type") in KINDS:
            self.links[KINDS[found["type"]]] = found["href"]
        if tag == "meta" and found.get("property", "").startswith("og:"):
            self.graph.append((found["property"], found["content"]))
        if tag == "meta" and found.get("name"):
            self.names[found["name"]] = found["content"]
        if tag == "iframe":
            self.frames.append(found)

    def image(self) -> dict[str, str]:
        """The first og:image with its structured properties, which follow it."""
        return dict(reversed([pair for pair in self.graph if pair[0].startswith("og:image")]))


def path_of(address: str) -> str:
    parts = urlsplit(address)
    return urlunsplit(("", "", parts.path, parts.query, ""))


def consumed(client: FlaskClient, endpoint: str, **most: int) -> dict[str, Any]:
    """What an endpoint answers, held to the rules for its type and to the size that is asked for."""
    parts = urlsplit(endpoint)
    query = urlencode([*parse_qsl(parts.query), *((name, str(value)) for name, value in most.items())])
    answer = client.get(f"{parts.path}?{query}")
    assert answer.status_code == 200, answer.text
    if dict(parse_qsl(parts.query)).get("format") == "xml":
        assert answer.mimetype == "text/xml"
        root = ElementTree.fromstring(answer.data)
        assert root.tag == "oembed"
        told: dict[str, Any] = {field.tag: field.text or "" for field in root}
    else:
        assert answer.mimetype == "application/json"
        told = answer.get_json()
    assert told["version"] == "1.0"
    assert all(name in told for name in REQUIRED[told["type"]])
    assert sum(name in told for name in THUMBNAIL) in (0, len(THUMBNAIL))
    for name, limit in (("width", most.get("maxwidth")), ("height", most.get("maxheight"))):
        assert limit is None or int(told[name]) <= limit
        assert limit is None or int(told.get(f"thumbnail_{name}", 0)) <= limit
    return told
