"""The slides at the end of a deck: definitions, how the numbers are to be read, sources."""

from exports.deck.blocks import Block, Part, paragraph
from exports.deck.common import address_block, edition_line, sources_of
from exports.deck.pieces import Pages, Piece
from exports.handed_set import HandedSet


def method(handed: HandedSet) -> list[Piece]:
    """What is counted in each dataset, how the numbers are to be read, and the sources."""
    words = handed.words
    section = words.say("deck.section.method")
    limits = [words.say(f"deck.limit.{key}") for key in ("unknown", "least", "totals", "late", "sources", "why")]
    limits += [words.say("deck.method.page", address=f"{handed.settings.public_url}/method?lang={words.language}")]
    told = [edition_line(handed), handed.address]
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
    return [*found, paragraph(end, "heading"), paragraph(edition_line(handed)), address_block(handed)]
