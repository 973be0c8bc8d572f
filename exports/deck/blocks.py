"""The awareness text as blocks of runs: what slides need of its HTML, with its figures computed and its marks kept."""

import re
from dataclasses import dataclass
from typing import Any, Literal

from lxml import html

from texts.awareness import Article

BULLET = "•"
_PHOTO = "/photo/"
_LEVELS = {"h1", "h2", "h3", "h4"}


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look. `raised`: the mark of a note; `link`: an address out of the presentation."""

    text: str
    raised: bool = False
    link: str = ""
    bold: bool = False
    italic: bool = False


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, a point of a list, a line in larger type or a photo (`file` of the store, `alt`, runs: its credit).

    `mark` is the number or bullet before a point; "" where a point goes on from the slide before.
    """

    kind: Literal["text", "point", "heading", "photo"]
    runs: tuple[Run, ...] = ()
    mark: str = ""
    file: str = ""
    alt: str = ""

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands under it."""

    heading: str
    blocks: tuple[Block, ...]


def paragraph(text: str, kind: Literal["text", "point", "heading"] = "text", link: str = "") -> Block:
    """Words of one look as a block."""
    return Block(kind, (Run(text, link=link),), BULLET if kind == "point" else "")


def parts(article: Article) -> list[Part]:
    """The parts of the text under their headings, in their order; what stands before the first is under ''."""
    found: list[tuple[str, list[Block]]] = [("", [])]
    for element in _elements(article.body_html):
        if element.tag in ("h1", "h2"):
            found.append((_plain(element), []))
        else:
            found[-1][1].extend(_blocks(element))
    return [Part(heading, tuple(blocks)) for heading, blocks in found if blocks]


def notes(article: Article) -> dict[str, Block]:
    """The numbered notes under the text, by their mark."""
    root = html.fragment_fromstring(f"<div>{article.notes_html}</div>")
    found = {}
    for item in root.xpath(".//section[contains(@class, 'endnotes')]//li"):
        number = str(item.get("id", "")).removeprefix("note-")
        found[number] = Block("point", _trimmed(_runs(item)), number)
    return found


def sources(article: Article) -> list[Block]:
    """The sources under the notes."""
    root = html.fragment_fromstring(f"<div>{article.notes_html}</div>")
    return [block for section in root.xpath(".//section[@class='sources']") for child in section
            if child.tag not in _LEVELS for block in _blocks(child)]  # fmt: skip


def marks(blocks: Any) -> list[str]:
    """The numbers of the notes that blocks refer to, each once."""
    return list(dict.fromkeys(run.text for block in blocks for run in block.runs if run.raised))


def _elements(body: str) -> list[Any]:
    return list(html.fragment_fromstring(f"<div>{body}</div>"))


def _blocks(element: Any) -> list[Block]:
    if element.tag in ("ul", "ol"):
        numbered = element.tag == "ol"
        start = int(element.get("start", "1"))
        return [Block("point", _trimmed(_runs(item)), f"{start + i}" if numbered else BULLET) for i, item in
                enumerate(element.iterchildren("li"))]  # fmt: skip
    if element.tag == "figure":
        return _photo(element)
    if element.tag == "blockquote":
        return [block for child in element for block in _blocks(child)]
    runs = _trimmed(_runs(element))
    return [Block("heading" if element.tag in _LEVELS else "text", runs)] if runs else []


def _photo(figure: Any) -> list[Block]:
    image = figure.find(".//img")
    address = "" if image is None else str(image.get("src", ""))
    if not address.startswith(_PHOTO):
        return []
    caption = figure.find(".//figcaption")
    credit = (Run(_plain(caption)),) if caption is not None else ()
    return [Block("photo", credit, file=address.removeprefix(_PHOTO), alt=str(image.get("alt", "")))]


def _runs(element: Any, link: str = "", bold: bool = False, italic: bool = False) -> list[Run]:
    found = [Run(element.text, False, link, bold, italic)] if element.text else []
    for child in element:
        if child.tag == "sup":
            found.append(Run(_plain(child), raised=True))
        elif child.tag == "br":
            found.append(Run(" "))
        elif child.tag in ("ul", "ol"):
            found += [Run(" "), *(run for item in child for run in [*_runs(item), Run(" ")])]
        elif "note-back" not in str(child.get("class", "")):
            address = str(child.get("href", "")) if child.tag == "a" else ""
            outside = address if re.match(r"https?://|mailto:", address) else link
            found += _runs(child, outside, bold or child.tag == "strong", italic or child.tag == "em")
        if child.tail:
            found.append(Run(child.tail, False, link, bold, italic))
    return found


def _trimmed(runs: list[Run]) -> tuple[Run, ...]:
    """White space as one space, none at either end."""
    found: list[Run] = []
    for run in runs:
        text = re.sub(r"[ \t\r\n]+", " ", run.text)
        if (not found or found[-1].text.endswith(" ")) and text.startswith(" "):
            text = text[1:]
        if text:
            found.append(Run(text, run.raised, run.link, run.bold, run.italic))
    if found and found[-1].text.endswith(" "):
        last = found.pop()
        if stripped := last.text.rstrip(" "):
            found.append(Run(stripped, last.raised, last.link, last.bold, last.italic))
    return tuple(found)


def _plain(element: Any) -> str:
    return " ".join("".join(element.itertext()).split(" ")).strip()
