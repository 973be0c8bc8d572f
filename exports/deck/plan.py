"""What the slides of a deck say, in their order, before anything is drawn."""

from collections.abc import Callable
from dataclasses import dataclass

from charts.sentences import source_text
from charts.view import Source
from data.summaries.key_numbers import key_numbers as published_numbers
from exports.deck import blocks as text
from exports.deck.blocks import Block, Part, paragraph
from exports.deck.common import common_selection, selection_line
from exports.handed import Handed
from exports.handed_set import HandedSet
from exports.key_numbers import key_numbers
from exports.text.edition_text import text_of
from exports.text.structure import Text


@dataclass(frozen=True, slots=True)
class Pages:
    """A heading with blocks, on as many slides as they need. `small`: what is looked up rather than read aloud.

    `notes` gives what the speaker gets beside the blocks of one slide.
    """

    section: str
    heading: str
    blocks: tuple[Block, ...]
    small: bool = False
    notes: Callable[[list[Block]], list[str]] = lambda _blocks: []


@dataclass(frozen=True, slots=True)
class Opening:
    section: str
    title: str
    blocks: tuple[Block, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Numbers:
    """`numbers` are (killed, injured or casualties; the number; the word under it)."""

    section: str
    heading: str
    numbers: tuple[tuple[str, str, str], ...]
    lines: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chart:
    section: str
    handed: Handed


Piece = Opening | Numbers | Chart | Pages


def plan(handed: HandedSet) -> list[Piece]:
    """length=short: opening, charts, method and sources. full: key numbers and the text too.

    text=yes or no decides of the text alone.
    """
    full = handed.options.get("length") == "full"
    chosen = handed.options.get("text", "auto")
    with_text = full if chosen == "auto" else chosen == "yes"
    say = handed.words.say
    pieces: list[Piece] = [_opening(handed)]
    if full:
        pieces.append(_numbers(handed))
    pieces += [Chart(say("deck.section.charts"), chart) for chart in handed.charts]
    found = text_of(handed.edition, handed.words, handed.settings.public_url, handed.pinned) if with_text else None
    if found is not None:
        pieces += _text(found, handed)
    pieces += _method(handed)
    if found is not None:
        pieces += _notes_of_text(found, handed)
    return [piece for piece in pieces if not isinstance(piece, Pages) or piece.blocks]


def sources_of(handed: HandedSet) -> list[Source]:
    """The datasets behind the charts, each once, in the order of the charts."""
    return list({source.dataset: source for chart in handed.charts for source in chart.view.sources}.values())


def counters_of(handed: HandedSet) -> str:
    """Who counted, in one phrase, without what datasets add after a semicolon."""
    every = [one.counted_by.partition(";")[0] for one in sources_of(handed) if one.counted_by]
    return str(handed.words.list(dict.fromkeys(every)))


def _opening(handed: HandedSet) -> Opening:
    words, edition = handed.words, handed.edition
    newest = max((chart.view.as_of for chart in handed.charts if chart.view.as_of), default=None)
    lines = [selection_line(handed)]
    if counters := counters_of(handed):
        lines.append(words.say("deck.counted_by", counted_by=counters))
    published, number = edition.published_at.date(), str(edition.number)
    if newest is None:
        lines.append(words.say("deck.edition", edition=number, published=published))
    else:
        lines.append(words.say("deck.edition_as_of", edition=number, published=published, as_of=newest))
    if handed.settings.organisation:
        lines.append(handed.settings.organisation)
    blocks = (*(paragraph(line) for line in lines), _address(handed))
    notes = (words.say("deck.notes.opening"), *lines, handed.address)
    return Opening(words.say("deck.section.opening"), words.say("deck.title"), blocks, notes)


def _address(handed: HandedSet) -> Block:
    """The page of the set, short enough to be read; its link and the notes have it whole."""
    return paragraph(handed.address.partition("?")[0].partition("://")[2], link=handed.address)


def _numbers(handed: HandedSet) -> Numbers:
    words = handed.words
    keys = key_numbers(published_numbers(handed.edition), words, lambda name: source_text("counted_by", name, words))
    split = [" ".join([*keys["split"][:1], "; ".join(keys["split"][1:])])]
    lines = [keys["as_of"], keys["change"], keys["newer"], *split]
    if common_selection(handed) or any(chart.selection for chart in handed.charts):
        lines.append(words.say("deck.numbers.whole"))
    told = [f"{number} {word}" for _, number, word in keys["numbers"]]
    lines = [line for line in lines if line.strip()]
    notes = (*([words.list(told) + "."] if told else []), *lines, handed.address)
    return Numbers(
        words.say("deck.section.numbers"), keys["title"], tuple(keys["numbers"]), tuple(lines), notes
    )  # fmt: skip


def _text(found: Text, handed: HandedSet) -> list[Piece]:
    words, notes = handed.words, text.notes(found)

    def told(blocks: list[Block]) -> list[str]:
        cited = [f"{mark}. {notes[mark].text}" for mark in text.marks(blocks) if mark in notes]
        return [block.text for block in blocks if block.text] + cited + [_edition_line(handed)]

    section = words.say("deck.section.text")
    return [Pages(section, part.heading or section, part.blocks, notes=told) for part in text.parts(found)]


def _notes_of_text(found: Text, handed: HandedSet) -> list[Piece]:
    words = handed.words
    section = words.say("deck.section.method")
    return [
        Pages(section, words.say("deck.text_notes"), tuple(text.notes(found).values()), small=True),
        Pages(section, words.say("deck.text_sources"), tuple(text.sources(found)), small=True),
    ]


def _method(handed: HandedSet) -> list[Piece]:
    words = handed.words
    section = words.say("deck.section.method")
    limits = [words.say(f"deck.limit.{key}") for key in ("unknown", "least", "totals", "late", "sources", "why")]
    limits += [words.say("deck.method.page", address=f"{handed.settings.public_url}/method?lang={words.language}")]
    told = [_edition_line(handed), handed.address]
    return [
        Pages(section, part.heading, part.blocks, small=True, notes=lambda _blocks: told)
        for part in (
            Part(words.say("deck.method"), tuple(_definitions(handed))),
            Part(words.say("deck.limits"), tuple(paragraph(line, "point") for line in limits)),
            Part(words.say("deck.sources"), tuple(_sources(handed))),
        )
    ]


def _definitions(handed: HandedSet) -> list[Block]:
    """Of each dataset what is counted, of whom, and what it must not be taken for."""
    language, found = handed.words.language, []
    for source in sources_of(handed):
        frame = handed.edition.frames.get(source.dataset)
        if frame is None:
            continue
        dataset = frame.dataset
        lines = [one[language] for one in (dataset.definition, dataset.scope, dataset.caution) if one.get(language)]
        lines.append(handed.words.say(f"method.layout.{dataset.layout}.rule"))
        found += [paragraph(source.title, "heading"), *(paragraph(line, "point") for line in lines)]
    return found


def _sources(handed: HandedSet) -> list[Block]:
    words, found = handed.words, []
    for source in sources_of(handed):
        newest = [chart.view.as_of for chart in handed.charts
                  if chart.view.as_of and source.dataset in {one.dataset for one in chart.view.sources}]  # fmt: skip
        parts = (
            [words.say("deck.source.counted_by", counted_by=source.counted_by.partition(";")[0])]
            if source.counted_by
            else []
        )
        parts += [words.say("deck.source.as_of", as_of=max(newest))] if newest else []
        parts += [words.say("deck.source.version", version=str(source.version))]
        parts += [words.say("deck.source.licence", licence=source.licence or words.say("method.licence.unstated"))]
        found += [paragraph(source.title, "heading"), paragraph(" ".join(parts))]
        if source.url:
            found.append(paragraph(source.url, link=source.url))
    end = words.say("deck.set_address")
    return [*found, paragraph(end, "heading"), paragraph(_edition_line(handed)), _address(handed)]


def _edition_line(handed: HandedSet) -> str:
    edition = handed.edition
    return str(handed.words.say(
        "deck.edition_of", site=handed.settings.site_name, edition=str(edition.number),
        published=edition.published_at.date(),
    ))  # fmt: skip
