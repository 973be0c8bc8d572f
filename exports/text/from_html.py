"""The HTML of the page (texts.awareness) -> structure: what leaves in files is what the front page shows."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from lxml import html

from exports.text.structure import Block, Note, Part, Photo, Run, Text
from texts.awareness import Article

_BLOCKS = {"p", "pre", "ul", "ol", "blockquote", "figure", "h2", "h3", "h4"}


def structure(article: Article, public_url: str) -> Text:
    """The whole text. Links within the site become absolute."""
    body, back = _root(article.body_html), _root(article.notes_html)
    endnotes, sources = back.find("section[@class='endnotes']"), back.find("section[@class='sources']")
    listed = endnotes.findall("ol/li") if endnotes is not None else []
    return Text(
        article.title,
        tuple(_parts([one for one in body if one.tag != "h1"], public_url)),
        tuple(Note(number, tuple(_blocks(note, public_url))) for number, note in enumerate(listed, 1)),
        tuple(_parts(list(sources), public_url)) if sources is not None else (),
    )


def _root(markup: str) -> Any:
    return html.fragment_fromstring(markup, create_parent="div")


def _parts(elements: list[Any], base: str) -> Iterator[Part]:
    """Each h2 begins one; what stands before the first has no heading."""
    heading, blocks = "", list[Block]()
    for element in elements:
        if element.tag == "h2":
            if heading or blocks:
                yield Part(heading, tuple(blocks))
            heading, blocks = " ".join(element.text_content().split()), []
        else:
            blocks += _block(element, base)
    if heading or blocks:
        yield Part(heading, tuple(blocks))


def _blocks(element: Any, base: str, depth: int = 0) -> Iterator[Block]:
    """What an element holds. Words of its own and inline elements beside blocks are one paragraph."""
    if not any(child.tag in _BLOCKS for child in element):
        yield Block("paragraph", _runs(element, base))
        return
    inline = _tidy(_inline(element, base, Run(""), leaving=_BLOCKS))
    if inline:
        yield Block("paragraph", inline)
    for child in element:
        if child.tag in _BLOCKS:
            yield from _block(child, base, depth)


def _block(element: Any, base: str, depth: int = 0) -> Iterator[Block]:
    tag = element.tag
    if tag in ("ul", "ol"):
        yield from _items(element, base, depth)
    elif tag == "blockquote":
        yield from (replace(block, kind="quote") for block in _blocks(element, base))
    elif tag == "figure":
        picture, caption = element.find("img"), element.find("figcaption")
        file = picture.get("src").rpartition("/")[2]
        said = " ".join(caption.text_content().split()) if caption is not None else ""
        yield Block("photo", photo=Photo(file, picture.get("alt", ""), said))
    elif tag == "pre":
        yield Block("code", (Run(element.text_content().rstrip("\n"), code=True),))
    elif tag == "hr":
        return
    else:
        yield Block("paragraph" if tag == "p" else "heading", _runs(element, base))


def _items(element: Any, base: str, depth: int) -> Iterator[Block]:
    first = int(element.get("start", "1"))
    for count, item in enumerate(element.findall("li")):
        inside = list(_blocks(item, base, depth + 1)) or [Block("paragraph")]
        opening = replace(inside[0], kind="item", number=first + count if element.tag == "ol" else 0, depth=depth)
        yield from (opening, *inside[1:])


def _runs(element: Any, base: str) -> tuple[Run, ...]:
    return _tidy(_inline(element, base, Run("")))


def _inline(element: Any, base: str, like: Run, leaving: Collection[str] = ()) -> Iterator[Run]:
    """The runs of an element, each looking like `like` and as its own elements say besides."""
    yield replace(like, text=_one_line(element.text))
    for child in element:
        if child.tag == "br":
            yield replace(like, text="\n")
        elif child.tag == "sup":
            number = "".join(child.itertext()).strip()
            yield Run(number, note=int(number))
        elif child.get("class") != "note-back" and child.tag not in leaving:
            yield from _inline(child, base, _looking(child, base, like))
        yield replace(like, text=_one_line(child.tail))


def _looking(child: Any, base: str, like: Run) -> Run:
    match child.tag:
        case "strong":
            return replace(like, bold=True)
        case "em":
            return replace(like, italic=True)
        case "code":
            return replace(like, code=True)
        case "a":
            href = urljoin(f"{base}/", child.get("href", ""))
            return replace(like, href=href, outcome=child.get("data-outcome", ""), said=child.get("title", ""))
    return like


def _one_line(text: str | None) -> str:
    """Line ends of the markup are spaces; hard spaces stay."""
    return (text or "").replace("\n", " ")


def _tidy(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Without empty runs, without spaces at both ends."""
    kept = [run for run in runs if run.text]
    while kept and not kept[0].text.lstrip(" "):
        kept.pop(0)
    while kept and not kept[-1].text.rstrip(" "):
        kept.pop()
    if kept:
        kept[0] = replace(kept[0], text=kept[0].text.lstrip(" "))
        kept[-1] = replace(kept[-1], text=kept[-1].text.rstrip(" "))
    return tuple(kept)
