"""The awareness text as Markdown (CommonMark with notes as footnotes), its figures computed."""

import re
from collections.abc import Sequence

from exports.handed_set import HandedSet
from exports.text.edition_text import text_of
from exports.text.proof import front_page, proof, title_of
from exports.text.structure import Block, Part, Run

_SIGNS = re.compile(r"([\\`*_\[\]<>])|(&(?=#?\w+;))")
# What makes a list, a heading or a quotation at the start of a line.
_OPENING = re.compile(r"^(\s*)(#{1,6}(?=\s)|[-+=](?=\s|$)|={2,}|-{2,})|^(\s*\d+)([.)])(?=\s)")


def document(handed: HandedSet) -> bytes:
    """The whole file, UTF-8. Photos are addresses of the site; notes and sources follow the text, then the proof."""
    text = text_of(handed.edition, handed.words, handed.settings.public_url, handed.pinned)
    site = handed.settings.public_url
    pieces = [f"# {escaped(title_of(text.title, handed.words))}"]
    for part in (*text.parts, *text.sources):
        pieces += _part(part, site)
    pieces += [_note(note.number, note.blocks, site) for note in text.notes]
    pieces += ["---", *(escaped(line) for line in proof(handed)), f"<{front_page(handed)}>"]
    return ("\n\n".join(pieces) + "\n").encode()


def _part(part: Part, site: str) -> list[str]:
    heading = [f"## {escaped(part.heading)}"] if part.heading else []
    return heading + [piece for piece in _gathered(part.blocks, site) if piece]


def _gathered(blocks: Sequence[Block], site: str) -> list[str]:
    """Items that follow each other stand line under line."""
    pieces: list[str] = []
    before = ""
    for block in blocks:
        piece = _block(block, site)
        if block.kind == before == "item":
            pieces[-1] += f"\n{piece}"
        else:
            pieces.append(piece)
        before = block.kind
    return pieces


def _block(block: Block, site: str) -> str:
    if block.photo:
        picture = f"![{escaped(block.photo.alt)}]({site}/photo/{block.photo.file})"
        return f"{picture}\n\n*{escaped(block.photo.caption)}*" if block.photo.caption else picture
    words = "".join(_run(run) for run in block.runs)
    match block.kind:
        case "heading":
            return f"### {words}"
        case "quote":
            return f"> {words}"
        case "code":
            fence = "```" if "```" not in block.plain else "````"
            return f"{fence}\n{block.plain}\n{fence}"
        case "item":
            return f"{'    ' * block.depth}{f'{block.number}.' if block.number else '-'} {words}"
    return _OPENING.sub(_quoted, words)


def _note(number: int, blocks: Sequence[Block], site: str) -> str:
    """Further paragraphs of a note are indented."""
    return f"[^{number}]: " + "\n\n    ".join(_gathered(blocks, site))


def _run(run: Run) -> str:
    if run.note:
        return f"[^{run.note}]"
    words = run.text.strip()
    if not words:
        return run.text.replace("\n", "\\\n")
    shown = f"`{words}`" if run.code and "`" not in words else escaped(words)
    shown = f"**{shown}**" if run.bold else shown
    shown = f"*{shown}*" if run.italic else shown
    shown = f"[{shown}]({address(run.href)})" if run.href else shown
    before, _, after = run.text.partition(words)
    return f"{before}{shown}{after}"


def escaped(text: str) -> str:
    """Words in which Markdown finds no marks."""
    return _SIGNS.sub(r"\\\g<0>", text)


def address(href: str) -> str:
    """An address that ends where it should."""
    return href.replace(" ", "%20").replace("(", "%28").replace(")", "%29").replace("<", "%3C").replace(">", "%3E")


def _quoted(found: re.Match[str]) -> str:
    return f"{found[3]}\\{found[4]}" if found[3] else f"{found[1]}\\{found[2]}"
