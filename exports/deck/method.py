"""The slides at the end of a deck: definitions, how the numbers are to be read, sources."""

from datetime import date

from exports.deck.blocks import Block, Part, paragraph
from exports.deck.pieces import Pages, Piece
from exports.handed_set import HandedSet
from exports.set_told import DatasetTold, edition_line, method_told, sources_of


def method(handed: HandedSet) -> list[Piece]:
    """What is counted in each dataset, how the numbers are to be read, and the sources."""
    words, method = handed.words, method_told(handed)
    section = words.say("deck.section.method")
    limits = [*method["limits"], words.say("deck.method.page", address=method["address"])]
    told = [edition_line(handed), handed.address]
    return [
        Pages(section, part.heading, part.blocks, small=True, notes=lambda _blocks: told)
        for part in (
            Part(words.say("deck.method"), tuple(_definitions(method["datasets"]))),
            Part(words.say("deck.limits"), tuple(paragraph(line, "point") for line in limits)),
            Part(words.say("deck.sources"), tuple(_sources(handed, method["datasets"]))),
        )
    ]


def address_block(handed: HandedSet) -> Block:
    """The page of the set, short enough to be read; its link and the notes have it whole."""
    return paragraph(handed.address.partition("?")[0].partition("://")[2], link=handed.address)


def _definitions(datasets: list[DatasetTold]) -> list[Block]:
    """Of each dataset what is counted, of whom, and what it must not be taken for."""
    return [
        block
        for one in datasets
        if one.lines
        for block in (paragraph(one.title, "heading"), *(paragraph(line, "point") for line in one.lines))
    ]


def _sources(handed: HandedSet, datasets: list[DatasetTold]) -> list[Block]:
    words, found = handed.words, list[Block]()
    for source, told in zip(sources_of(handed.charts), datasets, strict=True):
        newest = _newest(handed, source.dataset)
        as_of = [words.say("deck.source.as_of", as_of=newest)] if newest else []
        found += [paragraph(told.title, "heading"), paragraph(" ".join([told.proof, *as_of]))]
        if told.url:
            found.append(paragraph(told.url, link=told.url))
    end = paragraph(words.say("deck.set_address"), "heading")
    return [*found, end, paragraph(edition_line(handed)), address_block(handed)]


def _newest(handed: HandedSet, dataset: str) -> date | None:
    """The last day of a dataset in the charts that draw on it."""
    views = [chart.view for chart in handed.charts if dataset in {one.dataset for one in chart.view.sources}]
    return max((view.as_of for view in views if view.as_of), default=None)
