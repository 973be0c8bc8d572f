"""Published running totals against recorded cases: what each statement says, and what is recorded up to its date."""

from dataclasses import replace

from charts.against.asked import Compared, compared, frames_of, newest, people, window
from charts.against.conflicts import numbered, revised_statements
from charts.against.figure import against_figure
from charts.against.notes import against_notes
from charts.against.table import against_columns, against_table, share_of
from charts.asked import Asked
from charts.headlines import Told
from charts.headlines import against as against_said
from charts.nothing import no_dataset, nothing_found
from charts.options import Option
from charts.sentences import about, amount, counted_by, day_of, selection_sentence, source_text, sources
from charts.view import View
from data.frame import Edition, Frame
from data.summaries.against import Held
from data.summaries.amounts import Amount

KEY = "published_against_recorded"
OPTIONS: tuple[Option, ...] = (Option("of", ("casualties", "killed", "injured")),)


def view(edition: Edition, asked: Asked) -> View:
    words, title = asked.words, asked.words.say("published_against_recorded.title")
    pair = frames_of(edition, asked.dataset)
    if pair is None:
        reason = words.say("published_against_recorded.no_pair")
        return replace(no_dataset(KEY, title, edition, words), alt=reason, headline=reason, empty_reason=reason)
    totals, recorded = pair
    revised = revised_statements(asked.against, totals)
    found = compared(totals, recorded, asked)
    columns = against_columns(found.of, revised is not None, words)
    notes = tuple(against_notes(found, totals, recorded, asked, revised))
    if not found.held:
        return nothing_found(KEY, title, edition, totals, asked.selection, words, columns, notes)
    figure = against_figure(found.held, found.line, found.of, found.since, window(found, asked, recorded),
                            set(revised.ids) if revised else set(), words, asked.narrow)  # fmt: skip
    last = newest(found.held)
    return View(
        chart=KEY, title=title, subtitle=_subtitle(found, recorded, asked), alt=_alt(found, last, asked),
        table=against_table(found.held, found.since, found.of, columns, revised, words), figure=figure,
        sources=(*sources(totals, words), *sources(recorded, words)), edition=edition.number,
        as_of=last.statement.last, notes=notes, height=figure["layout"]["height"],
        about=(*about(totals, words), *about(recorded, words)), headline=_headline(found, last, recorded, asked),
    )  # fmt: skip


def _subtitle(found: Compared, recorded: Frame, asked: Asked) -> str:
    words = asked.words
    said = words.say(f"published_against_recorded.subtitle.{found.of}", counted_by=counted_by(recorded, words))
    as_of = words.say("charts.as_of", day=newest(found.held).statement.last)
    return " ".join([said, selection_sentence(asked.selection, words), as_of])


def _headline(found: Compared, last: Held, recorded: Frame, asked: Asked) -> str:
    words, one = asked.words, last.statement
    told = Told(words, counted_by(recorded, words), asked.selection, found.since, one.first, one.precision)
    counter = source_text("counted_by", one.counted_by, words) or words.say("headlines.not_named")
    held = Amount(last.recorded, last.at_least)
    return against_said(told, people(found.of, last.published, words), counter, held)


def _alt(found: Compared, last: Held, asked: Asked) -> str:
    """What the newest statement says beside what is recorded, and how many contradictions there are."""
    words, one = asked.words, last.statement
    told = {"published": people(found.of, last.published, words), "as_of": day_of(one.first, one.precision, words),
            "counted_by": source_text("counted_by", one.counted_by, words)}  # fmt: skip
    if last.recorded is None:
        return str(words.say("published_against_recorded.alt_uncovered", **told))
    recorded, share_said = amount(Amount(last.recorded, last.at_least), words), "published_against_recorded.alt_share"
    share_said = "published_against_recorded.alt_share_least" if last.at_least else share_said
    alt = [words.say("published_against_recorded.alt", recorded=recorded, **told)]
    if (share := share_of(last)) is not None:
        alt.append(words.say(share_said, share=share, gap=last.gap))
    alt.append(words.say("published_against_recorded.alt_statements", count=len(found.held)))
    if conflicts := numbered(found.held):
        alt.append(words.say("published_against_recorded.alt_conflicts", count=len(conflicts)))
    return " ".join(alt)
