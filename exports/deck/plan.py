"""What the slides of a deck say, in their order, before anything is drawn."""

from exports.deck import blocks as text
from exports.deck.blocks import Block, paragraph
from exports.deck.method import address_block, method
from exports.deck.pieces import Chart, Numbers, Opening, Pages, Piece, Table
from exports.handed_set import HandedSet
from exports.set_told import edition_line, numbers_told, selected, sources_of
from exports.text.edition_text import text_of
from exports.text.structure import Text


def plan(handed: HandedSet) -> list[Piece]:
    """length=short: opening, charts, method and sources. full: key numbers and the text too.

    text=yes or no decides of the text alone; tables=yes puts each chart's numbers after it.
    """
    full = handed.options.get("length") == "full"
    chosen = handed.options.get("text", "auto")
    with_text = full if chosen == "auto" else chosen == "yes"
    say = handed.words.say
    pieces: list[Piece] = [_opening(handed)]
    if full:
        pieces.append(_numbers(handed))
    section = say("deck.section.charts")
    for chart in handed.charts:
        pieces.append(Chart(section, chart))
        if handed.options.get("tables") == "yes" and chart.view.table.rows:
            pieces.append(Table(section, chart))
    found = text_of(handed.edition, handed.words, handed.settings.public_url, handed.pinned) if with_text else None
    if found is not None:
        pieces += _text(found, handed)
    pieces += method(handed)
    if found is not None:
        pieces += _notes_of_text(found, handed)
    return [piece for piece in pieces if not isinstance(piece, Pages) or piece.blocks]


def _opening(handed: HandedSet) -> Opening:
    words, edition = handed.words, handed.edition
    newest = max((chart.view.as_of for chart in handed.charts if chart.view.as_of), default=None)
    lines = [selected(handed)]
    if counters := _counters(handed):
        lines.append(words.say("deck.counted_by", counted_by=counters))
    published, number = edition.published_at.date(), str(edition.number)
    if newest is None:
        lines.append(words.say("deck.edition", edition=number, published=published))
    else:
        lines.append(words.say("deck.edition_as_of", edition=number, published=published, as_of=newest))
    if handed.settings.organisation:
        lines.append(handed.settings.organisation)
    blocks = (*(paragraph(line) for line in lines), address_block(handed))
    notes = (words.say("deck.notes.opening"), *lines, handed.address)
    return Opening(words.say("deck.section.opening"), words.say("deck.title"), blocks, notes)


def _counters(handed: HandedSet) -> str:
    """Who counted, in one phrase, without what datasets add after a semicolon."""
    every = [one.counted_by.partition(";")[0] for one in sources_of(handed.charts) if one.counted_by]
    return str(handed.words.list(dict.fromkeys(every)))


def _numbers(handed: HandedSet) -> Numbers:
    words = handed.words
    keys = numbers_told(handed)
    split = " ".join([*keys["split"][:1], "; ".join(keys["split"][1:])])
    lines = [split if line in keys["split"] else line for line in keys["lines"] if line not in keys["split"][1:]]
    told = [f"{number} {word}" for _, number, word in keys["numbers"]]
    notes = (*([words.list(told) + "."] if told else []), *lines, handed.address)
    return Numbers(
        words.say("deck.section.numbers"), keys["title"], tuple(keys["numbers"]), tuple(lines), notes
    )  # fmt: skip


def _text(found: Text, handed: HandedSet) -> list[Piece]:
    words, notes = handed.words, text.notes(found)

    def told(blocks: list[Block]) -> list[str]:
        cited = [f"{mark}. {notes[mark].text}" for mark in text.marks(blocks) if mark in notes]
        return [block.text for block in blocks if block.text] + cited + [edition_line(handed)]

    section = words.say("deck.section.text")
    return [Pages(section, part.heading or section, part.blocks, notes=told) for part in text.parts(found)]


def _notes_of_text(found: Text, handed: HandedSet) -> list[Piece]:
    words = handed.words
    section, told = words.say("deck.section.method"), [edition_line(handed), handed.address]
    return [
        Pages(section, heading, blocks, small=True, notes=lambda _blocks: told)
        for heading, blocks in (
            (words.say("deck.text_notes"), tuple(text.notes(found).values())),
            (words.say("deck.text_sources"), tuple(text.sources(found))),
        )
    ]
