"""over_time: killed and injured by day, week, month, quarter or year: bars, lines, running totals, an average."""

from typing import Any, cast

from charts.amount_of import amount_of
from charts.analysis import analysis_view
from charts.asked import Asked
from charts.dataset import cases_asked
from charts.editions.revised import revised_bins, revised_marks, revised_note, revised_states
from charts.headlines import measure_of, peak, told_of, totals_of
from charts.how_often.findings import time_findings
from charts.notes import left_out, not_recorded
from charts.nothing import nothing_found
from charts.options import Option
from charts.sentences import (
    bin_name,
    cases,
    opening,
    outcomes_shown,
    sums,
)
from charts.timeline.chart import over_time_figure
from charts.timeline.notes import coarse_note, cut_note, undated_note, unfinished_note
from charts.timeline.series import Series, cut_bins, series, whole_bins
from charts.timeline.table import more_columns, time_columns, time_table
from charts.view import View
from data.frame import Edition, Frame
from data.summaries.by_time import ByTime, Interval, bin_count, by_time
from data.summaries.selected import Selected, select
from data.summaries.tally import NOT_COVERED, whole

KEY = "over_time"
OPTIONS: tuple[Option, ...] = (
    Option("by", ("month", "day", "week", "quarter", "year")),
    Option("shape", ("stacked", "side", "lines", "running")),
    Option("average", ("0", "3", "6", "12")),
    Option("spread", ("no", "yes")),
)
FINER: tuple[Interval, ...] = ("day", "week", "month", "quarter", "year")
# On a screen of 760 px more bars than this are no bars any more: two years of days, fourteen years of weeks.
MOST_BINS = 750


def view(edition: Edition, asked: Asked) -> View:
    words, selection, options = asked.words, asked.selection, asked.options
    frame = cases_asked(KEY, words.say("over_time.title"), edition, asked)
    if isinstance(frame, View):
        return frame
    selected = select(frame, selection)
    found = by_time(selected, _interval(selected, asked), asked.today)
    kind = "running" if options["shape"] == "running" else found.interval
    title = words.say(f"over_time.title.{kind}")
    parts, together = _series(found, selected, asked)
    notes = tuple(_notes(found, parts, together, selected, asked))
    if not selected.record_count or not found.bins:
        columns = time_columns(parts, (), words)
        return nothing_found(KEY, title, edition, frame, selection, words, columns, notes)
    names = [bin_name(bin.start, found.interval, words) for bin in found.bins]
    figure = over_time_figure(found, parts, together, options["shape"], selection, names, words, asked.narrow)
    revised = revised_bins(found, frame, asked)
    if revised and asked.against:
        notes += (revised_note(revised, found.interval, outcomes_shown(selection), asked.against.number, words),)
        if options["shape"] != "running":
            figure["data"].append(revised_marks(found, revised, parts, options["shape"] == "stacked"))
    states = revised_states(_states(found, selected, words), found, revised, words)
    told = cases(frame.dataset.layout, selected.record_count, words)
    more = more_columns(parts, [together] if together else parts, options["shape"], options["spread"] == "yes")
    table = time_table(found, parts, more, names, states, selection, words)
    alt = _alt(found, names, selected, told, words)
    return analysis_view(
        KEY, title, edition, frame, selected, words, alt=alt,
        headline=_headline(found, names, selected, asked), table=table, figure=figure, notes=notes,
        findings=_findings(frame, selected, found, asked),
    )  # fmt: skip


def _findings(frame: Frame, selected: Selected, found: ByTime, asked: Asked) -> tuple[str, ...]:
    """Of all casualties that are asked for; days and weeks are too short to be compared, so months are."""
    if found.interval in ("day", "week"):
        found = by_time(selected, "month", asked.today)
    asked_for = outcomes_shown(asked.selection)
    of = asked_for[0] if len(asked_for) == 1 else "casualties"
    return time_findings(frame, selected, found, of, asked.words)


def _interval(selected: Selected, asked: Asked) -> Interval:
    """What is asked for, or the finest above it that still makes bars."""
    wanted = FINER.index(cast(Interval, asked.options["by"]))
    coarser = (one for one in FINER[wanted:] if bin_count(selected, one, asked.today) <= MOST_BINS)
    return next(coarser, "year")


def _series(found: ByTime, selected: Selected, asked: Asked) -> tuple[list[Series], Series | None]:
    """The outcomes, and all of them together where bars on each other have one average."""
    selection, options = selected.selection, asked.options
    spread, over = options["spread"] == "yes", int(options["average"]) * (options["shape"] != "running")
    if not found.bins:
        return [], None
    finished = whole_bins(found, selection, selected.dataset.covered_from)
    buckets = [bin.bucket for bin in found.bins] + [extent.bucket for extent in found.coarse]
    has_other = any(bucket.other for bucket in buckets)
    roles = [*outcomes_shown(selection), *(["other"] if has_other else [])]
    parts = [series(found, role, selection, finished, spread, over) for role in roles]
    if not over or options["shape"] != "stacked":
        return parts, None
    return parts, series(found, "casualties", selection, finished, spread, over)


def _notes(
    found: ByTime, parts: list[Series], together: Series | None, selected: Selected, asked: Asked
) -> list[str]:  # fmt: skip
    words, options = asked.words, asked.options
    shape, spread = options["shape"], options["spread"] == "yes"
    notes = []
    if found.interval != options["by"]:
        count = bin_count(selected, cast(Interval, options["by"]), asked.today)
        asked_by, drawn_by = (words.say(f"over_time.unit.{unit}") for unit in (options["by"], found.interval))
        notes.append(words.say("over_time.note.coarser", asked=asked_by, bars=count, drawn=drawn_by))
    if found.interval == "week":
        notes.append(words.say("over_time.note.weeks"))
    if shape == "running":
        notes.append(words.say("over_time.note.running"))
        notes.append(words.say(f"over_time.note.running_coarse.{options['spread']}") if found.coarse else "")
    notes.append(unfinished_note(found, words, "hatched" if shape in ("stacked", "side") else "dashed"))
    notes.append(cut_note(found, cut_bins(found, selected.selection, selected.dataset.covered_from), selected, words))
    if int(options["average"]):
        notes.append(_average_note(parts, together, asked))
    notes.append(undated_note(found, selected, words))
    if not (shape == "running" and not spread):
        notes.append(coarse_note(found, selected, words, "spread" if spread else "brackets"))
    if found.by_report:
        placed = cases(selected.dataset.layout, found.by_report, words)
        notes.append(words.say("charts.reported_accidents.note_by_report", cases=placed))
    notes += not_recorded(selected, words, marked=False) + left_out(selected, words, undated_counted=False)
    return [note for note in notes if note]


def _average_note(parts: list[Series], together: Series | None, asked: Asked) -> str:
    """How the average is made, or why there is none."""
    if asked.options["shape"] == "running":
        return str(asked.words.say("over_time.note.average_running"))
    over = asked.options["average"]
    if all(one.average.size == 0 or (one.average != one.average).all() for one in ([together] if together else parts)):
        return str(asked.words.say("over_time.note.average_none", over=over))
    return str(asked.words.say("over_time.note.average", over=over))


def _states(found: ByTime, selected: Selected, words: Any) -> list[str]:
    """Of each bin: that it is not covered, may still grow, or is only partly in the selection."""
    cut = {bin.start for bin in cut_bins(found, selected.selection, selected.dataset.covered_from)}
    unfinished, part = words.say("charts.reported_accidents.unfinished"), words.say("over_time.state.cut")
    outside = words.say("over_time.state.not_covered")
    return [
        outside if bin.bucket is NOT_COVERED
        else unfinished if bin.unfinished
        else part if bin.start in cut
        else ""
        for bin in found.bins
    ]  # fmt: skip


def _headline(found: ByTime, names: list[str], selected: Selected, asked: Asked) -> str:
    """The peak; where counts are small or alike, and of running totals, all of it."""
    told, of = told_of(selected, asked.words, asked.today), measure_of(asked.selection)
    bins = [(name, amount_of(bin.bucket, of, asked.selection)) for name, bin in zip(names, found.bins, strict=True)]
    said = "" if asked.options["shape"] == "running" else peak(told, bins, found.interval, of)
    return said or totals_of(told, selected)


def _alt(found: ByTime, names: list[str], selected: Selected, told: str, words: Any) -> str:
    selection = selected.selection
    numbers = opening(sums(whole(selected), selection, words))
    most = max(zip(found.bins, names, strict=True), key=lambda pair: pair[0].bucket.known)
    if not most[0].bucket.known:
        return str(words.say("charts.reported_accidents.alt_plain", numbers=numbers, cases=told))
    peak = {"bin": most[1], "most": sums(most[0].bucket, selection, words)}
    return str(words.say("over_time.alt", numbers=numbers, cases=told, **peak))
