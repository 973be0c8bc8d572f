"""Running totals as they were published: every statement, by whomever, at its date, contradictions included."""

from dataclasses import replace
from datetime import date
from typing import Any

from charts.headlines import Told, totals
from charts.notes import left_out, not_answered
from charts.nothing import no_dataset, nothing_found
from charts.published_points import Point, points_figure
from charts.published_table import statement_columns, statement_table
from charts.sentences import (
    about,
    cases,
    day_of,
    opening,
    outcomes_shown,
    people,
    selection_sentence,
    source_text,
    sources,
)
from charts.view import View
from data.frame import Edition
from data.selection import FIELDS, Selection
from data.summaries.amounts import Amount
from data.summaries.selected import select
from data.summaries.statements import Statement, statements, totals_frame

KEY = "published_totals"
SILENT_ON = tuple(field for field in FIELDS if field not in ("outcome", "status"))
# The authority that keeps the count, and the ministry that reports it to the UN: the points of their series are filled.
OFFICIAL = ("ANAMA", "Ministry of Foreign Affairs of Azerbaijan")


def view(edition: Edition, selection: Selection, words: Any, *, today: date, interval: str, narrow: bool) -> View:
    frame = totals_frame(edition)
    if frame is None:
        return no_dataset(KEY, words.say("charts.published_totals.title_plain"), edition, words)
    selected = select(frame, _everybody(selection))
    every = statements(edition)
    rows = list(every) if selected.asked is None else [one for one in every if selected.asked[one.position]]
    told = [narrowed(one, selection) for one in rows]
    points = [point for one in told if one.start for point in _points(one, selection, words)]
    title = _title(every, words)
    columns = statement_columns(told, selection, words)
    notes = tuple(_notes(told, points, selection, words) + left_out(selected, words, undated_counted=False)
                  + not_answered(selection, SILENT_ON, words))  # fmt: skip
    if not points:
        return nothing_found(KEY, title, edition, frame, selection, words, columns, notes)
    last = _last(points)
    since = min((one.since for one in told if one.since), default=min(point.start for point in points))
    first_day = max(since, selection.date_from) if selection.date_from else since
    figure = points_figure(points, last, first_day, words, narrow)
    as_of = max(point.end for point in points)
    return View(
        chart=KEY, title=title, subtitle=_subtitle(told, as_of, selection, words),
        alt=_alt(told, points, selection, words), table=statement_table(told, columns, words), figure=figure,
        sources=sources(frame, words), edition=edition.number, as_of=as_of, notes=notes,
        height=figure["layout"]["height"], about=about(frame, words),
        headline=_headline(_newest(told, points, selection), selection, words),
    )  # fmt: skip


def narrowed(one: Statement, selection: Selection) -> Statement:
    """The statement as far as the status asked for goes: civilians' numbers, where it splits them."""
    if not selection.among("status"):
        return one
    killed, injured = (one.of_status(outcome, selection.among("status")) for outcome in ("killed", "injured"))
    return replace(one, killed=killed, injured=injured, total=None)


def is_part(one: Statement, outcome: str) -> bool:
    """Whether the number covers only some of those affected."""
    return not one.is_main_scope or (outcome != "casualties" and getattr(one, outcome).at_least)


def _points(one: Statement, selection: Selection, words: Any) -> list[Point]:
    values = {outcome: getattr(one, outcome).n for outcome in outcomes_shown(selection)}
    if not selection.among("outcome") and not selection.among("status"):
        values["casualties"] = one.total
    official = "official" if one.counted_by in OFFICIAL else "other"
    label = _hover(one, selection, words)
    return [
        Point(
            one.record_id,
            one.link,
            outcome,
            "part" if is_part(one, outcome) else official,
            one.first,
            one.last,
            value,
            label,
            one.contradicted(outcome),
        )
        for outcome, value in values.items()
        if value is not None
    ]


def _hover(one: Statement, selection: Selection, words: Any) -> str:
    """Who said what, of when, and where it was read: one line each."""
    lines = [f"<b>{day_of(one.first, one.precision, words)}</b>", said(one, selection, words),
             source_text("counted_by", one.counted_by, words), one.outlet]  # fmt: skip
    if not one.is_main_scope:
        lines.append(source_text("scope", one.scope, words))
    if any(one.contradicted(outcome) for outcome in (*outcomes_shown(selection), "casualties")):
        lines.append(words.say("charts.published_totals.contradicted"))
    return "<br>".join(line for line in lines if line)


def said(one: Statement, selection: Selection, words: Any) -> str:
    amounts = {outcome: getattr(one, outcome) for outcome in outcomes_shown(selection)}
    parts = [people(outcome, amount, words) for outcome, amount in amounts.items() if amount.n is not None]
    if one.total is not None:
        parts.append(f"{words.number(one.total)} {words.say('charts.key.total')}")
    return words.list(parts)


def _last(points: list[Point]) -> dict[str, Point]:
    """Per outcome the newest number that covers everybody."""
    last: dict[str, Point] = {}
    for point in points:
        if point.kind != "part" and (point.outcome not in last or point.start >= last[point.outcome].start):
            last[point.outcome] = point
    return last


def _title(every: tuple[Statement, ...], words: Any) -> str:
    since = {one.since for one in every if one.since}
    if len(since) != 1:
        return words.say("charts.published_totals.title_plain")
    return words.say("charts.published_totals.title", since=since.pop())


def _subtitle(told: list[Statement], as_of: date, selection: Selection, words: Any) -> str:
    there = {one.counted_by for one in told}
    official = [source_text("counted_by", name, words) for name in OFFICIAL if name in there]
    message = "charts.published_totals.subtitle" if official else "charts.published_totals.subtitle_plain"
    parts = [words.say(message, **({"official": words.list(official)} if official else {})),
             selection_sentence(selection, words), words.say("charts.as_of", day=as_of)]  # fmt: skip
    return " ".join(parts)


def _dated(told: list[Statement], points: list[Point]) -> list[Statement]:
    """Those that are drawn, by time."""
    drawn = {point.record_id for point in points}
    return sorted((one for one in told if one.record_id in drawn), key=lambda one: (one.first, one.position))


def _newest(told: list[Statement], points: list[Point], selection: Selection) -> Statement:
    """The newest statement that gives what is asked for of everybody; where there is none, the newest of all."""
    dated, asked = _dated(told, points), outcomes_shown(selection)
    whole = [one for one in dated if all(getattr(one, o).n is not None and not is_part(one, o) for o in asked)]
    return (whole or dated)[-1]


def _headline(one: Statement, selection: Selection, words: Any) -> str:
    """What one statement says; running totals are never added up."""
    who = source_text("counted_by", one.counted_by, words) or words.say("headlines.not_named")
    told = Told(words, who, selection, one.since, one.first, one.precision)
    amounts = {outcome: getattr(one, outcome) for outcome in told.outcomes}
    if one.total is not None and all(amount.n is None for amount in amounts.values()):
        amounts = {"casualties": Amount(one.total)}
    said = totals(told, amounts)
    if one.is_main_scope:
        return said
    return str(words.say("headlines.scope", scope=source_text("scope", one.scope, words), said=said))


def _alt(told: list[Statement], points: list[Point], selection: Selection, words: Any) -> str:
    """The newest statement that gives what is asked for, and how many stand beside it."""
    dated, newest = _dated(told, points), _newest(told, points, selection)
    return words.say(
        "charts.published_totals.alt", numbers=opening(said(newest, selection, words)),
        counted_by=source_text("counted_by", newest.counted_by, words),
        as_of=day_of(newest.first, newest.precision, words), cases=cases("running_totals", len(dated), words),
        first=day_of(dated[0].first, dated[0].precision, words),
        last=day_of(dated[-1].first, dated[-1].precision, words),
    )  # fmt: skip


def _everybody(selection: Selection) -> Selection:
    """The same period, of everybody."""
    return Selection(selection.date_from, selection.date_to)


def _notes(told: list[Statement], points: list[Point], selection: Selection, words: Any) -> list[str]:
    """What the marks mean, as far as there are such marks, and what is in the table only."""
    drawn = {point.record_id for point in points}
    marks = {
        "contradicted": len({point.record_id for point in points if point.contradicted}),
        "part": len({point.record_id for point in points if point.kind == "part"}),
        "undated": sum(not one.start for one in told),
        "not_asked" if selection.among("status") or selection.among("outcome") else "silent": sum(
            bool(one.start) and one.record_id not in drawn for one in told
        ),
    }
    notes = [words.say("charts.published_totals.note_apart")]
    if any(point.outcome == "casualties" for point in points):
        notes.append(words.say("charts.published_totals.note_total"))
    notes += [words.say(f"charts.published_totals.note_{mark}", count=count) for mark, count in marks.items() if count]
    if any(point.start != point.end for point in points):
        notes.append(words.say("charts.published_totals.note_month"))
    return notes
