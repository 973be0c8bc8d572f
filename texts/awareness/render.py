"""An awareness text -> sanitised HTML: the body with its one h1, the notes and sources, and what stayed unresolved."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from html import unescape

import nh3

from texts.awareness.binding import Binding, Bound
from texts.awareness.parse import markdown_parser, parse
from texts.awareness.writer import Writer
from texts.words import Words

_TAGS = {
    "a", "blockquote", "br", "code", "em", "figcaption", "figure", "h1", "h2", "h3", "h4", "hr", "img", "li", "ol",
    "p", "pre", "section", "span", "strong", "sup", "ul",
}  # fmt: skip
# The parser passes no raw HTML, so every attribute that arrives here is one of ours; this is the second lock.
_ATTRIBUTES = {
    "a": {"href", "title", "rel", "class", "id", "role", "aria-label", "data-statement", "data-outcome"},
    "h1": {"id"}, "h2": {"id"}, "li": {"id"}, "ol": {"start"},
    "section": {"class", "role", "aria-labelledby"},
    "span": {"class"}, "sup": {"class"}, "figure": {"class"},
    "img": {"src", "alt", "width", "height", "loading", "decoding"},
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Article:
    """A text as HTML. `body_html` begins with the h1 and holds all parts; `notes_html` holds notes, then sources.

    `title`, `parts` (the heading of each part, the title first) and `lead` (the first paragraph, for descriptions)
    are plain text. `unresolved` are bindings without a statement, `malformed` double braces that are no binding:
    both read as words in the text.
    """

    title: str
    parts: tuple[str, ...]
    lead: str
    body_html: str
    notes_html: str
    unresolved: list[Binding]
    malformed: list[str]


def render(
    markdown: str,
    resolve: Callable[[Binding], Bound | None],
    words: Words,
    photo_address: Callable[[str], str | None] | None = None,
) -> Article:
    """`markdown` as HTML, its bindings looked up by `resolve`.

    `photo_address` gives the address of a photo's file, None where there is no such file; without it no photo shows.
    """
    document = parse(markdown)
    writer = Writer(words, resolve, photo_address or (lambda file: None), document.photos)
    options = markdown_parser().options
    body = _clean(writer.render(document.body, options, {}))
    headings = tuple(writer.headings)
    notes = writer.render(document.notes, options, {})
    writer.within_sources = True
    sources = writer.render(document.sources, options, {})
    if sources:
        sources = f'<section class="sources">{sources}</section>\n'
    return Article(
        title=headings[0] if headings else "",
        parts=headings,
        lead=_lead(body),
        body_html=body,
        notes_html=_clean(notes + sources),
        unresolved=list(dict.fromkeys(writer.unresolved)),
        malformed=list(dict.fromkeys(writer.malformed)),
    )


def _clean(html: str) -> str:
    return nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto"}, link_rel=None)


def _lead(body: str) -> str:
    """The first paragraph in plain words, its figures included, its note numbers not."""
    paragraph = re.search(r"<p>(.*?)</p>", body, re.DOTALL)
    if paragraph is None:
        return ""
    without_notes = re.sub(r"<sup.*?</sup>", "", paragraph[1], flags=re.DOTALL)
    return " ".join(unescape(nh3.clean(without_notes, tags=set())).split())
