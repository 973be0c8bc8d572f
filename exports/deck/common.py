"""What a set of charts has in common: limits, datasets, who counted, edition and address."""

from typing import Any

from charts.sentences import opening, selection_sentence
from charts.view import Source
from data.selection import Selection
from exports.deck.blocks import Block, paragraph
from exports.handed_set import HandedSet

Pairs = list[tuple[str, str]]


def common_selection(handed: HandedSet) -> Pairs:
    """The parameters that stand in the address of every chart."""
    every = [chart.selection for chart in handed.charts]
    return [pair for pair in (every[0] if every else []) if all(pair in one for one in every)]


def selection_line(handed: HandedSet) -> str:
    """The common selection as a sentence, and that charts with more say so themselves."""
    words: Any = handed.words
    common = common_selection(handed)
    told = opening(selection_sentence(Selection.from_query(common), words))
    if any(len(chart.selection) > len(common) for chart in handed.charts):
        told += " " + str(words.say("deck.more_limits"))
    return told


def sources_of(handed: HandedSet) -> list[Source]:
    """The datasets behind the charts, each once, in the order of the charts."""
    return list({source.dataset: source for chart in handed.charts for source in chart.view.sources}.values())


def counters_of(handed: HandedSet) -> str:
    """Who counted, in one phrase, without what datasets add after a semicolon."""
    every = [one.counted_by.partition(";")[0] for one in sources_of(handed) if one.counted_by]
    return str(handed.words.list(dict.fromkeys(every)))


def address_block(handed: HandedSet) -> Block:
    """The page of the set, short enough to be read; its link and the notes have it whole."""
    return paragraph(handed.address.partition("?")[0].partition("://")[2], link=handed.address)


def edition_line(handed: HandedSet) -> str:
    edition = handed.edition
    return str(handed.words.say(
        "deck.edition_of", site=handed.settings.site_name, edition=str(edition.number),
        published=edition.published_at.date(),
    ))  # fmt: skip
