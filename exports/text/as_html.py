"""The awareness text as HTML that needs no site: headings, paragraphs, lists, photos, notes that lead back."""

import re
from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import groupby
from typing import Any

from exports.text.photos import as_data
from exports.text.structure import Block, Note, Part, Run, Text

PhotoContent = Callable[[str], bytes | None]


def article(text: Text, words: Any, photo: PhotoContent, top: int = 1) -> str:
    """Title, parts, notes and sources. The title is an h<top>, the parts one below it. Photos stand inside."""
    pieces = [f"<h{top}>{escape(text.title)}</h{top}>" if text.title else ""]
    pieces += [_part(part, photo, top + 1) for part in text.parts]
    if text.notes:
        title = escape(words.say("awareness.notes"))
        notes = "".join(_note(note, words, photo) for note in text.notes)
        pieces.append(f'<section class="notes" role="doc-endnotes"><h{top + 1}>{title}</h{top + 1}>{notes}</section>')
    if text.sources:
        sources = "".join(_part(part, photo, top + 1) for part in text.sources)
        pieces.append(f'<section class="sources">{sources}</section>')
    return _once("\n".join(piece for piece in pieces if piece))


def _once(html: str) -> str:
    """A note that the text marks twice leads back to the first mark."""
    seen = set[str]()

    def kept(found: re.Match[str]) -> str:
        first = found[0] not in seen
        seen.add(found[0])
        return found[0] if first else ""

    return re.sub(r' id="note-ref-\d+"', kept, html)


def _part(part: Part, photo: PhotoContent, level: int) -> str:
    heading = f"<h{level}>{escape(part.heading)}</h{level}>\n" if part.heading else ""
    return heading + "\n".join(_blocks(part.blocks, photo, level + 1))


def _note(note: Note, words: Any, photo: PhotoContent) -> str:
    back = escape(words.say("awareness.back", number=str(note.number)))
    link = f' <a class="note-back" href="#note-ref-{note.number}" role="doc-backlink" aria-label="{back}">↩&#xFE0E;</a>'
    inside = "".join(_blocks(note.blocks, photo, 6))
    inside = f"{inside.removesuffix('</p>')}{link}</p>" if inside.endswith("</p>") else inside + link
    return f'<div class="note" id="note-{note.number}"><span>{note.number}</span><div>{inside}</div></div>'


def _blocks(blocks: Sequence[Block], photo: PhotoContent, level: int) -> Iterator[str]:
    for is_item, group in groupby(blocks, lambda block: block.kind == "item"):
        if is_item:
            yield _list(list(group))
        else:
            yield from (_block(block, photo, level) for block in group)


def _list(items: Sequence[Block]) -> str:
    """Items of one depth; those deeper stand inside the one before them."""
    depth, pieces = items[0].depth, list[str]()
    position = 0
    while position < len(items):
        end = position + 1
        while end < len(items) and items[end].depth > depth:
            end += 1
        inner = _list(items[position + 1 : end]) if end > position + 1 else ""
        pieces.append(f"<li>{runs(items[position].runs)}{inner}</li>")
        position = end
    first = items[0].number
    opening, closing = (f'<ol start="{first}">' if first > 1 else "<ol>", "</ol>") if first else ("<ul>", "</ul>")
    return opening + "".join(pieces) + closing


def _block(block: Block, photo: PhotoContent, level: int) -> str:
    inside = runs(block.runs)
    match block.kind:
        case "heading":
            return f"<h{level}>{inside}</h{level}>"
        case "quote":
            return f"<blockquote><p>{inside}</p></blockquote>"
        case "code":
            return f"<pre>{inside}</pre>"
        case "photo":
            return _photo(block, photo)
    return f"<p>{inside}</p>"


def _photo(block: Block, content: PhotoContent) -> str:
    """Nothing where the file is not there."""
    shown = block.photo
    data = as_data(shown.file, content(shown.file)) if shown else ""
    if not shown or not data:
        return ""
    caption = f"<figcaption>{escape(shown.caption)}</figcaption>" if shown.caption else ""
    return f'<figure class="photo"><img src="{data}" alt="{escape(shown.alt)}">{caption}</figure>'


def runs(given: Sequence[Run]) -> str:
    """Words with their looks, links and marks of notes."""
    return "".join(_mark(run.note) if run.note else _looking(run) for run in given)


def _mark(note: int) -> str:
    return f'<sup><a href="#note-{note}" id="note-ref-{note}" role="doc-noteref">{note}</a></sup>'


def _looking(run: Run) -> str:
    shown = escape(run.text).replace("\n", "<br>")
    for element, wanted in (("code", run.code), ("em", run.italic), ("strong", run.bold)):
        shown = f"<{element}>{shown}</{element}>" if wanted else shown
    if not run.href:
        return shown
    figure = f' class="figure {run.outcome}" title="{escape(run.said)}"' if run.outcome else ""
    return f'<a href="{escape(run.href)}"{figure} rel="noopener noreferrer">{shown}</a>'
