"""periods_compared: one period against another of the same length, thing by thing, with the difference and its test."""

from typing import Any

from charts.amount_of import amount_of, outcome_parts
from charts.asked import Asked
from charts.dataset import cases_asked
from charts.headlines import Told, change
from charts.nothing import nothing_found
from charts.options import Option
from charts.picks import period_parts, pick
from charts.sentences import about, amount, counted_by, outcomes_shown, selection_sentence, sources
from charts.spans.bars import Pair, pairs_figure
from charts.spans.findings import change_text, period_findings
from charts.spans.notes import period_notes
from charts.spans.two_periods import Side, TwoPeriods, two_periods
from charts.view import Column, Table, View
from data.frame import Edition, Frame
from data.selection import Selection
from data.summaries.selected import Selected, select
from data.summaries.tally import Bucket

KEY = "periods_compared"
OPTIONS: tuple[Option, ...] = (Option("than"),)


def view(edition: Edition, asked: Asked) -> View:
    words, selection = asked.words, asked.selection
    title = words.say("periods_compared.title")
    frame = cases_asked(KEY, title, edition, asked)
    if isinstance(frame, View):
        return frame
    two = two_periods(frame, asked)
    if two is None:
        reason = (words.say("periods_compared.note.nothing_final"),)
        return nothing_found(KEY, title, edition, frame, selection, words, _columns(("", ""), words), reason)
    notes = tuple(period_notes(two, words))
    names = _names(two, words)
    if two.earlier is None or not _anything(two, select(frame, selection)):
        return _nothing(title, edition, frame, two, asked, names, notes)
    pairs = _pairs(two, two.earlier, frame, selection, words)
    figure = pairs_figure(pairs, names, words, asked.narrow)
    told = {"later": names[0], "earlier": names[1], "counted_by": counted_by(frame, words)}
    subtitle = [words.say("periods_compared.subtitle", **told), selection_sentence(selection, words)]
    as_of = frame.dataset.covered_to
    subtitle += [words.say("charts.as_of", day=as_of)] if as_of else []
    return View(
        chart=KEY, title=title, subtitle=" ".join(subtitle), alt=_alt(pairs[0], names, words),
        table=_table(pairs, names, two.alike, words), figure=figure, sources=sources(frame, words),
        edition=edition.number, as_of=as_of, notes=notes, height=figure["layout"]["height"], about=about(frame, words),
        headline=_headline(pairs[0], names, two, Told(words, counted_by(frame, words), selection)),
        findings=tuple(period_findings(frame, two, two.earlier, selection, words)),
    )  # fmt: skip


def _anything(two: TwoPeriods, selected: Selected) -> bool:
    """Whether a record fits at all: nobody in two periods that were looked at is worth a picture of two zeros."""
    earlier = two.earlier.selected.record_count if two.earlier else 0
    return bool(selected.record_count or two.later.selected.record_count or earlier)


def _nothing(
    title: str, edition: Edition, frame: Frame, two: TwoPeriods, asked: Asked, names: tuple[str, str],
    notes: tuple[str, ...],
) -> View:  # fmt: skip
    """Nobody found in either period, or nothing to compare with: then what is known of the one is in the reason."""
    words = asked.words
    found = nothing_found(KEY, title, edition, frame, asked.selection, words, _columns(names, words), notes)
    if two.earlier is None and two.later.selected.record_count:
        reason = words.say("periods_compared.empty.not_covered", earlier=names[1])
        return View(KEY, title, found.subtitle, reason, found.table, {}, found.sources, edition.number,
                    frame.dataset.covered_to, notes, empty=True, empty_reason=reason, headline=reason,
                    about=found.about)  # fmt: skip
    return found


def _names(two: TwoPeriods, words: Any) -> tuple[str, str]:
    plain = words.say("periods_compared.column.earlier_plain")
    return two.later.name(words), two.earlier.name(words) if two.earlier else plain


def _pairs(two: TwoPeriods, earlier: Side, frame: Frame, selection: Selection, words: Any) -> list[Pair]:
    buckets = (two.later.bucket, earlier.bucket)
    shown = outcomes_shown(selection)
    kinds = ["casualties", *shown] if len(shown) > 1 or any(bucket.other for bucket in buckets) else [*shown]
    kinds += ["other"] * any(bucket.other for bucket in buckets) + ["records"]
    return [_pair(kind, two, earlier, buckets, frame.dataset.layout, selection, words) for kind in kinds]


def _pair(
    kind: str, two: TwoPeriods, earlier: Side, buckets: tuple[Bucket, Bucket], layout: str, selection: Selection,
    words: Any,
) -> Pair:  # fmt: skip
    later_n, earlier_n = (amount_of(bucket, kind, selection) for bucket in buckets)
    name = words.say(f"periods_compared.{layout}" if kind == "records" else f"over_time.what.{kind}")
    outcome = [] if kind == "records" else outcome_parts(kind)
    picks = tuple(pick(*period_parts(*side.span, Selection()), *outcome) for side in (two.later, earlier))
    change = change_text(earlier_n, later_n, two.alike, words)
    return Pair(kind, name, later_n, earlier_n, change, (picks[0], picks[1]))


def _headline(first: Pair, names: tuple[str, str], two: TwoPeriods, told: Told) -> str:
    return change(told, (names[0], first.later), (names[1], first.earlier), first.name, two.alike)


def _alt(first: Pair, names: tuple[str, str], words: Any) -> str:
    later, earlier = (amount(one, words) for one in (first.later, first.earlier))
    told = {"what": first.name, "later": later, "later_name": names[0], "earlier": earlier, "earlier_name": names[1]}
    return str(words.say("periods_compared.alt", **told))


def _columns(names: tuple[str, str], words: Any) -> tuple[Column, ...]:
    return (
        Column("what", words.say("periods_compared.column.what")),
        Column("later", words.say("periods_compared.column.later", period=names[0]), "number"),
        Column("earlier", words.say("periods_compared.column.earlier", period=names[1]), "number"),
        Column("difference", words.say("periods_compared.column.difference"), "number"),
        Column("change", words.say("periods_compared.column.change")),
    )


def _table(pairs: list[Pair], names: tuple[str, str], alike: bool, words: Any) -> Table:
    rows, picks = [], []
    for pair in pairs:
        difference: float | str | None = None
        if pair.later.n is not None and pair.earlier.n is not None:
            # Of two minimum numbers the difference may have either sign.
            exact = alike and not (pair.later.at_least or pair.earlier.at_least)
            difference = pair.later.n - pair.earlier.n if exact else ""
        rows.append((pair.name, pair.later, pair.earlier, difference, pair.change))
        picks.append(("", *pair.picks, "", ""))
    return Table.of(_columns(names, words), rows, picks=tuple(picks))
